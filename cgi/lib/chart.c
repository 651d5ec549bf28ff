/* chart.c - where the parts of a drawing lie. */
#include "chart.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* The smallest of 1, 2, 2.5, 5 times a power of ten that is not below x. */
static double round_step(double x)
{
	static const double nice[] = { 1, 2, 2.5, 5, 10 };
	double power = pow(10, floor(log10(x)));

	for (size_t i = 0; i < COUNT(nice); i++)
		if (nice[i] * power >= x * (1 - 1e-9))
			return nice[i] * power;
	return 10 * power;
}

struct chart_axis chart_axis(double low, double high, size_t most)
{
	struct chart_axis axis;
	double span = high - low;

	if (span <= 0)
		span = fabs(high) > 0 ? fabs(high) : 1;
	axis.step = round_step(span / (double)(most - 1));
	axis.low = floor(low / axis.step + 1e-9) * axis.step;
	axis.high = ceil(high / axis.step - 1e-9) * axis.step;
	if (axis.high <= axis.low)
		axis.high = axis.low + axis.step;
	axis.marks = (size_t)lround((axis.high - axis.low) / axis.step) + 1;
	return axis;
}

double chart_mark(const struct chart_axis *axis, size_t i)
{
	return axis->low + (double)i * axis->step;
}

double chart_x(const struct chart_axis *axis, double value)
{
	double x = 100 * (value - axis->low) / (axis->high - axis->low);

	return x < 0 ? 0 : x > 100 ? 100 : x;
}

double chart_y(const struct chart_axis *axis, double value)
{
	return 100 - chart_x(axis, value);
}

char *chart_number(struct arena *a, double x)
{
	char *text = arena_printf(a, "%.1f", x);
	size_t n = strlen(text);

	while (text[n - 1] == '0')
		text[--n] = '\0';
	if (text[n - 1] == '.')
		text[--n] = '\0';
	return strcmp(text, "-0") == 0 ? text + 1 : text;
}

/* A path being written, in whole thousandths of the chart: finer than anybody
 * sees.  Each command takes at most COMMAND bytes. */
struct path {
	char *text;
	size_t n, size;
	long x, y;    /* where the pen is */
	size_t level; /* where the last command begins that only goes on at one
		       * height, or 0 */
	long begun;   /* where the pen was before it */
	bool right;   /* whereto it goes */
};

enum { COMMAND = 40 };

static struct path path_new(struct arena *a, size_t commands)
{
	size_t size = commands * COMMAND + 2;

	return (struct path){ .text = arena_zalloc(a, size), .size = size };
}

static void path_text(struct path *p, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

static void path_text(struct path *p, const char *format, ...)
{
	va_list values;
	int n;

	va_start(values, format);
	n = vsnprintf(p->text + p->n, p->size - p->n, format, values);
	va_end(values);
	BUG_IF(n < 0 || n >= COMMAND);
	p->n += (size_t)n;
}

static void path_move(struct path *p, double x, double y)
{
	p->x = lround(10 * x);
	p->y = lround(10 * y);
	p->level = 0;
	path_text(p, "M%ld %ld", p->x, p->y);
}

/* What goes on at one height is one line. */
static void path_level(struct path *p, long x)
{
	bool right = x > p->x;

	if (p->level && p->right == right) {
		p->n = p->level;
	} else {
		p->level = p->n;
		p->begun = p->x;
		p->right = right;
	}
	path_text(p, "h%ld", x - p->begun);
}

/* As short as it can be said, from where the pen is: the same small steps come
 * again and again, and compress well.  Nothing for a line of no length. */
static void path_line(struct path *p, double to_x, double to_y)
{
	long x = lround(10 * to_x), y = lround(10 * to_y);

	if (y == p->y && x != p->x)
		path_level(p, x);
	else if (x == p->x && y != p->y)
		path_text(p, "v%ld", y - p->y);
	else if (x != p->x)
		path_text(p, "l%ld %ld", x - p->x, y - p->y);
	if (y != p->y)
		p->level = 0;
	p->x = x;
	p->y = y;
}

static void path_close(struct path *p)
{
	if (p->n)
		path_text(p, "Z");
}

/* Which of a point's heights a path follows. */
enum height { MIDDLE, LOW, HIGH };

static double height_of(const struct chart_point *p, enum height h)
{
	return h == LOW ? p->low : h == HIGH ? p->high : p->y;
}

static char *draw(struct arena *a, const struct chart_point *point, size_t n,
		  bool steps)
{
	struct path p = path_new(a, 2 * n);
	bool down = false; /* the pen */

	for (size_t i = 0; i < n; i++) {
		if (point[i].gap) {
			down = false;
			continue;
		}
		if (steps && down)
			path_line(&p, point[i].x, point[i - 1].y);
		if (down)
			path_line(&p, point[i].x, point[i].y);
		else
			path_move(&p, point[i].x, point[i].y);
		down = true;
	}
	return p.text;
}

char *chart_line(struct arena *a, const struct chart_point *point, size_t n)
{
	return draw(a, point, n, false);
}

char *chart_steps(struct arena *a, const struct chart_point *point, size_t n)
{
	return draw(a, point, n, true);
}

/* One closed piece of a band, point[from..to) without gaps. */
static void add_piece(struct path *p, const struct chart_point *point,
		      size_t from, size_t to, bool steps)
{
	for (size_t i = from; i < to; i++) {
		if (steps && i > from)
			path_line(p, point[i].x,
				  height_of(&point[i - 1], HIGH));
		if (i == from)
			path_move(p, point[i].x, height_of(&point[i], HIGH));
		else
			path_line(p, point[i].x, height_of(&point[i], HIGH));
	}
	for (size_t i = to; i-- > from;) {
		path_line(p, point[i].x, height_of(&point[i], LOW));
		if (steps && i > from)
			path_line(p, point[i].x, height_of(&point[i - 1], LOW));
	}
	path_close(p);
}

char *chart_band(struct arena *a, const struct chart_point *point, size_t n,
		 bool steps)
{
	struct path p = path_new(a, 5 * n);
	size_t from = 0;

	for (size_t i = 0; i <= n; i++) {
		if (i < n && !point[i].gap)
			continue;
		if (i > from)
			add_piece(&p, point, from, i, steps);
		from = i + 1;
	}
	return p.text;
}
