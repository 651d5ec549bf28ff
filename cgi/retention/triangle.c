/* triangle.c - the cohort triangle of the retention page. */
#include <math.h>
#include <string.h>

#include "kept.h"
#include "lib/chart.h"
#include "lib/lang.h"

enum {
	COHORTS_SHOWN = 24, /* the newest */
	MONTHS_SHOWN = 24,
};

static const char *cell_address(struct req *r, const struct form *f,
				int64_t first, size_t age)
{
	const char *condition = arena_printf(r->arena, "first=%s&age=%zu",
					     kept_month(r, first), age);

	return kept_address(r, f, "/retention/rows", condition);
}

/* The part of the triangle that is shown, and its scale of colours. */
struct heat {
	const struct cohort_triangle *t;
	size_t from, months; /* rows from there; columns 1..months */
	struct chart_axis scale;
};

static bool coloured(const struct cohort_cell *cell)
{
	return cell->finished && cell->of >= COUNTS_ONLY;
}

static struct heat heat_of(const struct cohort_triangle *t)
{
	struct heat h = { .t = t };
	double low = 1, high = 0;

	h.from = t->rows > COHORTS_SHOWN ? t->rows - COHORTS_SHOWN : 0;
	if (t->rows)
		h.months = t->months - 1 -
			   (size_t)(t->row[h.from].first - t->row[0].first);
	if (h.months > MONTHS_SHOWN)
		h.months = MONTHS_SHOWN;
	for (size_t i = h.from; i < t->rows; i++)
		for (size_t k = 1; k <= h.months; k++) {
			const struct cohort_cell *cell = &t->row[i].cell[k];

			if (!coloured(cell))
				continue;
			low = fmin(low, cell->share.rate);
			high = fmax(high, cell->share.rate);
		}
	h.scale = low <= high ? chart_axis(low, high, 6) : chart_axis(0, 1, 6);
	return h;
}

/* One of ten steps of the scale. */
static int heat_step(const struct heat *h, double rate)
{
	int step = (int)floor(chart_x(&h->scale, rate) / 10 + 1e-9);

	return step > 9 ? 9 : step;
}

static const char *heat_class(struct req *r, const struct heat *h,
			      const struct cohort_cell *cell)
{
	if (cell->begun && !cell->finished)
		return "part";
	if (!coloured(cell))
		return "";
	return arena_printf(r->arena, "h%d", heat_step(h, cell->share.rate));
}

/* The number alone, since its column is percent: "94", "<1", "3/9". */
static const char *heat_text(struct req *r, const struct cohort_cell *cell)
{
	const char *rate;

	if (cell->of < COUNTS_ONLY)
		return arena_printf(r->arena, "%lld/%lld",
				    (long long)cell->people,
				    (long long)cell->of);
	rate = format_rate(r->arena, r->language, cell->share.rate, cell->of);
	return arena_strndup(r->arena, rate, strcspn(rate, "%\xc2"));
}

/* What is said after the number: "%, 343 of 364"; "" when that is all. */
static const char *heat_more(struct req *r, const struct cohort_cell *cell)
{
	const char *rate;

	if (cell->of < COUNTS_ONLY)
		return "";
	rate = format_rate(r->arena, r->language, cell->share.rate, cell->of);
	return arena_printf(r->arena, "%s, %s", rate + strcspn(rate, "%\xc2"),
			    kept_of(r, cell->people, cell->of));
}

/* A month that runs is a dot, one to come nothing. */
static void show_cell(struct view *row, const struct kept *n,
		      const struct heat *h, size_t i, size_t k)
{
	struct req *r = view_req(row);
	const struct cohort_row *cohort = &h->t->row[i];
	const struct cohort_cell *cell = &cohort->cell[k];
	int64_t month = cohort->first + (int64_t)k;
	struct view *v = view_row(row, "CELL");
	bool running = cell->begun && month > kept_whole(r, n->as_of, IN_MONTH);

	view_if(v, "SOON", running);
	view_text(v, "HEAT", running ? "soon" : heat_class(r, h, cell));
	if (running || !cell->begun)
		return;
	v = view_row(v, "OVER");
	view_text(v, "CELL_URL", cell_address(r, n->form, cohort->first, k));
	view_text(v, "CELL_TEXT", heat_text(r, cell));
	view_text(v, "CELL_MORE", heat_more(r, cell));
}

static void show_cohort(struct view *v, const struct kept *n,
			const struct heat *h, size_t i)
{
	struct req *r = view_req(v);
	const struct cohort_row *cohort = &h->t->row[i];
	const char *condition = arena_printf(r->arena, "first=%s",
					     kept_month(r, cohort->first));

	view_month(v, "COHORT", cohort->first);
	view_count(v, "SIZE", cohort->size);
	view_text(v, "SIZE_URL",
		  kept_address(r, n->form, "/retention/rows", condition));
	for (size_t k = 1; k <= h->months; k++)
		show_cell(v, n, h, i, k);
}

static void show_mean(struct view *v, const struct kept *n,
		      const struct heat *h, size_t k)
{
	struct req *r = view_req(v);
	const struct cohort_cell *cell = &h->t->mean[k];

	view_text(v, "HEAT", cell->of ? heat_class(r, h, cell) : "");
	if (cell->of == 0)
		return;
	v = view_row(v, "OVER");
	view_text(v, "CELL_URL", kept_rows(r, n->form, "age", (int64_t)k));
	view_text(v, "CELL_TEXT", heat_text(r, cell));
	view_text(v, "CELL_MORE", heat_more(r, cell));
}

void triangle_show(struct view *page, const struct kept *n)
{
	struct req *r = view_req(page);
	const struct cohort_triangle *t = &n->triangle;
	const struct heat h = heat_of(t);
	int64_t older = (int64_t)h.from;

	view_text(page, "CSV_URL",
		  kept_address(r, n->form, "/retention.csv", ""));
	view_text(page, "JSON_URL",
		  kept_address(r, n->form, "/retention.json", ""));
	for (size_t k = 1; k <= h.months; k++) {
		view_count(view_row(page, "AGE"), "AGE_TEXT", (int64_t)k);
		show_mean(view_row(page, "MEAN"), n, &h, k);
	}
	for (size_t i = h.from; i < t->rows; i++)
		show_cohort(view_row(page, "COHORTS"), n, &h, i);
	view_text(page, "SCALE_LOW",
		  format_percent(r->arena, r->language, h.scale.low, 0));
	view_text(page, "SCALE_HIGH",
		  format_percent(r->arena, r->language, h.scale.high, 0));
	if (older)
		view_text(view_row(page, "OLDER"), "OLDER_TEXT",
			  arena_printf(r->arena,
				       lang_plural("%s older cohort is not "
						   "shown; it is in the last "
						   "line and in the files.",
						   "%s older cohorts are not "
						   "shown; they are in the "
						   "last line and in the "
						   "files.",
						   older),
				       kept_count(r, older)));
}
