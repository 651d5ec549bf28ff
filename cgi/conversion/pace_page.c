/* pace_page.c - /conversion/pace as HTML. */
#include <math.h>

#include "card.h"
#include "ends.h"
#include "health.h"
#include "lib/app.h"
#include "lib/chart.h"
#include "lib/lang.h"
#include "pace.h"

static bool runs(const struct pace *p)
{
	return p->passed < p->days;
}

static int64_t so_far(const struct pace *p)
{
	return p->won[p->passed];
}

static const struct forecast *at_end(const struct pace *p)
{
	return &p->ahead[p->days - p->passed];
}

static const char *count(struct req *r, double n)
{
	return format_count(r->arena, r->language, llround(n));
}

static const char *before_name(struct req *r, const struct pace *p)
{
	return filters_name(r, &p->numbers.span, p->before);
}

static bool compared(const struct pace *p)
{
	return period_days(p->before) > 0;
}

/* ---- what is found --------------------------------------------------------
 */

/* "12 won so far; about 41 by 30 Nov (80%: 36 to 46)." */
static const char *finding(struct req *r, const struct pace *p)
{
	const struct forecast *f;
	int64_t won = so_far(p);
	const char *end =
		format_day(r->arena, r->language, p->numbers.span.now.to - 1);

	if (!runs(p))
		return arena_printf(r->arena,
				    lang_plural("%s lead was won.",
						"%s leads were won.", won),
				    count(r, (double)won));
	f = at_end(p);
	return arena_printf(
		r->arena,
		_("%s won so far; about %s are to be expected by %s (80%%: %s to %s)."),
		count(r, (double)won), count(r, (double)won + f->more), end,
		count(r, (double)won + f->low),
		count(r, (double)won + f->high));
}

static const char *compared_with(struct req *r, const struct pace *p)
{
	if (!compared(p))
		return "";
	if (!runs(p))
		return arena_printf(r->arena, _("%s in %s."),
				    count(r, (double)p->won_before[p->days]),
				    before_name(r, p));
	return arena_printf(
		r->arena,
		_("%s after as many days of %s, and %s in all of it."),
		count(r, (double)p->won_before[p->passed]), before_name(r, p),
		count(r, (double)p->won_before[p->days]));
}

/* ---- the figures ----------------------------------------------------------
 */

static void show_kpi(struct view *page, const struct pace *p, const char *name,
		     const char *value, const char *address, const char *note)
{
	struct view *kpi = view_row(page, "KPI");

	card_link(kpi, "KPI_CARD", &p->numbers, CARD_FORECAST);
	view_text(kpi, "KPI_NAME", name);
	view_text(kpi, "KPI_VALUE", value);
	view_text(kpi, "KPI_URL", address);
	view_text(kpi, "KPI_NOTE", note);
}

/* The prospects that came in the last year and are open: whom it counts on. */
static const char *open_rows(struct req *r, const struct numbers *n)
{
	struct period year = { n->as_of - 364, n->as_of + 1 };

	return page_rows(r, n, year, EVERY, "open");
}

static void show_forecast(struct view *page, struct req *r,
			  const struct pace *p)
{
	const struct forecast *f = at_end(p);
	double won = (double)so_far(p);

	show_kpi(page, p, _("Expected in all"), count(r, won + f->more),
		 open_rows(r, &p->numbers),
		 arena_printf(r->arena, _("80%% band %s to %s"),
			      count(r, won + f->low), count(r, won + f->high)));
	show_kpi(page, p, _("Open leads"), count(r, (double)p->open),
		 open_rows(r, &p->numbers),
		 arena_printf(r->arena,
			      _("of the last 365 days; about %s of them by %s"),
			      count(r, f->more),
			      format_day(r->arena, r->language,
					 p->numbers.span.now.to - 1)));
}

static void show_kpis(struct view *page, struct req *r, const struct pace *p)
{
	const struct numbers *n = &p->numbers;

	show_kpi(page, p, runs(p) ? _("Won so far") : _("Won"),
		 count(r, (double)so_far(p)),
		 page_closed(r, n, n->span.now, "any_won"),
		 arena_printf(r->arena, _("in %s of %s days"),
			      count(r, (double)p->passed),
			      count(r, (double)p->days)));
	if (runs(p))
		show_forecast(page, r, p);
	if (compared(p))
		show_kpi(page, p, before_name(r, p),
			 count(r, (double)p->won_before[p->days]),
			 page_closed(r, n, p->before, "any_won"),
			 runs(p) ? arena_printf(r->arena,
						_("%s of them by this day"),
						count(r, (double)p->won_before
								 [p->passed]))
				 : _("the period before"));
}

/* ---- the chart ------------------------------------------------------------
 */

struct plot {
	struct chart_axis axis;
	const struct pace *pace;
};

static double day_x(const struct pace *p, int64_t day)
{
	return 100 * (double)day / (double)p->days;
}

static struct plot plot_of(const struct pace *p)
{
	double most = (double)p->won[p->days];

	if (compared(p))
		most = fmax(most, (double)p->won_before[p->days]);
	if (runs(p))
		most = fmax(most, (double)so_far(p) + at_end(p)->high);
	return (struct plot){ chart_axis(0, fmax(1, most), 6), p };
}

static const char *line(struct req *r, const struct plot *plot,
			const int64_t *won, int64_t days)
{
	struct chart_point *point =
		arena_array(r->arena, (size_t)days + 1, sizeof(*point));

	for (int64_t i = 0; i <= days; i++)
		point[i] = (struct chart_point){
			.x = day_x(plot->pace, i),
			.y = chart_y(&plot->axis, (double)won[i]),
		};
	return chart_line(r->arena, point, (size_t)days + 1);
}

/* From today on: the expected line, or the band about it. */
static const char *ahead(struct req *r, const struct plot *plot, bool band)
{
	const struct pace *p = plot->pace;
	size_t n = (size_t)(p->days - p->passed) + 1;
	struct chart_point *point = arena_array(r->arena, n, sizeof(*point));
	double won = (double)so_far(p);

	for (size_t i = 0; i < n; i++)
		point[i] = (struct chart_point){
			.x = day_x(p, p->passed + (int64_t)i),
			.y = chart_y(&plot->axis, won + p->ahead[i].more),
			.low = chart_y(&plot->axis, won + p->ahead[i].low),
			.high = chart_y(&plot->axis, won + p->ahead[i].high),
		};
	return band ? chart_band(r->arena, point, n, false)
		    : chart_line(r->arena, point, n);
}

static void show_marks(struct view *chart, struct req *r,
		       const struct plot *plot)
{
	for (size_t i = 0; i < plot->axis.marks; i++) {
		struct view *v = view_row(chart, "MARK");
		double mark = chart_mark(&plot->axis, i);

		view_place(v, "MARK_Y", chart_y(&plot->axis, mark));
		view_text(v, "MARK_NAME", count(r, mark));
		view_text(v, "MARK_CLASS", i == 0 ? "g0" : "g");
	}
}

/* Under the days, some of them, the first and the last at the edges. */
static void show_labels(struct view *chart, struct req *r, const struct pace *p)
{
	int64_t every = p->days > 8 ? (p->days + 3) / 4 : 1;

	for (int64_t day = 1; day <= p->days; day += every) {
		struct view *v = view_row(chart, "LABEL");
		double x = day_x(p, day);

		view_place(v, "LABEL_X", x);
		view_text(v, "LABEL_NAME",
			  format_day_short(r->arena, r->language,
					   p->numbers.span.now.from + day - 1));
		view_text(v, "LABEL_SIDE",
			  x < 5    ? "first"
			  : x > 95 ? "last"
				   : "mid");
	}
}

/* The values: days so far, then those to come. */
static void show_value(struct view *chart, struct req *r, const struct pace *p,
		       int64_t day)
{
	struct view *v = view_row(chart, "VALUE");
	bool past = day <= p->passed;
	const struct forecast *f = past ? NULL : &p->ahead[day - p->passed];
	double won = (double)so_far(p);

	view_text(v, "VALUE_NAME",
		  format_day_short(r->arena, r->language,
				   p->numbers.span.now.from + day - 1));
	view_text(v, "VALUE_WON",
		  past ? count(r, (double)p->won[day])
		       : count(r, won + f->more));
	view_text(v, "VALUE_RANGE",
		  past ? ""
		       : arena_printf(r->arena, _("%s to %s"),
				      count(r, won + f->low),
				      count(r, won + f->high)));
	view_text(v, "VALUE_BEFORE",
		  compared(p) ? count(r, (double)p->won_before[day])
			      : FORMAT_NOTHING);
}

static void show_chart(struct view *page, struct req *r, const struct pace *p)
{
	struct plot plot = plot_of(p);
	struct view *chart = view_row(page, "CHART");
	struct view *v;

	show_marks(chart, r, &plot);
	show_labels(chart, r, p);
	view_text(chart, "NOW_NAME",
		  filters_name(r, &p->numbers.span, p->numbers.span.now));
	view_text(chart, "WON_PATH", line(r, &plot, p->won, p->passed));
	if (compared(p)) {
		v = view_row(chart, "BEFORE_LINE");
		view_text(v, "BEFORE_PATH",
			  line(r, &plot, p->won_before, p->days));
		view_text(v, "BEFORE_NAME", before_name(r, p));
		view_text(view_row(chart, "BEFORE_LEGEND"), "BEFORE_NAME",
			  before_name(r, p));
	}
	if (runs(p)) {
		v = view_row(chart, "AHEAD");
		view_text(v, "AHEAD_PATH", ahead(r, &plot, false));
		view_text(v, "AHEAD_BAND", ahead(r, &plot, true));
		view_if(chart, "AHEAD_LEGEND", true);
	}
	for (int64_t day = 1; day <= p->days; day++)
		show_value(chart, r, p, day);
}

static void show_method(struct view *page, struct req *r, const struct pace *p)
{
	struct view *v;

	if (!runs(p))
		return;
	v = view_row(page, "METHOD");
	view_text(
		v, "BEYOND",
		p->beyond == 0
			? ""
			: arena_printf(
				  r->arena,
				  lang_plural(
					  "%s is open for longer than anybody was watched and not counted on.",
					  "%s are open for longer than anybody was watched and not counted on.",
					  p->beyond),
				  count(r, (double)p->beyond)));
}

enum err pace_send(struct req *r, const struct pace *p)
{
	const struct numbers *n = &p->numbers;
	struct view *page = view_page(r, "conversion/pace.tpl");

	view_printf(page, "TITLE", "%s \xc2\xb7 %s", _("Pace"),
		    filters_name(r, &n->span, n->span.now));
	view_text(page, "FINDING", finding(r, p));
	view_text(page, "COMPARED", compared_with(r, p));
	view_text(page, "CSV_URL",
		  page_address(r, n, "/conversion/pace.csv", n->by, EVERY));
	view_text(page, "JSON_URL",
		  page_address(r, n, "/conversion/pace.json", n->by, EVERY));
	page_views(page, r, n);
	page_filters(page, r, n);
	page_notes(page, r, n);
	show_kpis(page, r, p);
	show_chart(page, r, p);
	show_method(page, r, p);
	health_show(page, n, &n->health);
	return view_send(page);
}
