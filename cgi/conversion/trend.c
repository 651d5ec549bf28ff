/* trend.c - the chart of conversion over time, and its values as a table. */
#include <math.h>

#include "lib/app.h"
#include "lib/chart.h"
#include "lib/lang.h"
#include "numbers.h"
#include "targets.h"

/* The name of a bin where it begins. */
static const char *bin_name(struct req *r, const struct numbers *n,
			    const struct bin *b)
{
	if (n->bin_kind == PERIOD_QUARTER)
		return format_quarter(r->arena, r->language,
				      period_month(b->days.from));
	if (n->bin_kind == PERIOD_MONTH)
		return format_month(r->arena, r->language,
				    period_month(b->days.from));
	return format_day_short(r->arena, r->language, b->days.from);
}

static struct chart_axis trend_axis(const struct numbers *n)
{
	double low = 1, high = 0, target = targets_of(n, EVERY);

	if (target > 0)
		low = high = target;
	for (size_t i = 0; i < n->bins; i++) {
		if (!numbers_ripe(&n->bin[i]))
			continue;
		low = fmin(low, n->bin[i].share.low);
		high = fmax(high, n->bin[i].share.high);
	}
	for (size_t i = 0; n->control.known && i < n->bins; i++) {
		if (!numbers_ripe(&n->bin[i]))
			continue;
		low = fmin(low, n->bin[i].limits.low);
		high = fmax(high, n->bin[i].limits.high);
	}
	for (size_t i = 0; i < n->bins_before && i < n->bins; i++) {
		if (!numbers_ripe(&n->bin_before[i]))
			continue;
		low = fmin(low, n->bin_before[i].share.rate);
		high = fmax(high, n->bin_before[i].share.rate);
	}
	return low >= high ? chart_axis(0, 1, 5) : chart_axis(low, high, 5);
}

static double bin_x(const struct numbers *n, size_t i)
{
	return 100 * ((double)i + 0.5) / (double)n->bins;
}

static struct chart_point *points(struct req *r, const struct numbers *n,
				  const struct bin *bin, size_t bins,
				  const struct chart_axis *axis)
{
	struct chart_point *p = arena_array(r->arena, bins + 1, sizeof(*p));

	for (size_t i = 0; i < bins; i++)
		p[i] = (struct chart_point){
			.x = bin_x(n, i),
			.y = chart_y(axis, bin[i].share.rate),
			.low = chart_y(axis, bin[i].share.low),
			.high = chart_y(axis, bin[i].share.high),
			.gap = !numbers_ripe(&bin[i]),
		};
	return p;
}

/* One of the limits of chance; upper: the other one. */
static const char *limit(struct req *r, const struct numbers *n,
			 const struct chart_axis *axis, bool upper)
{
	struct chart_point *p = arena_array(r->arena, n->bins + 1, sizeof(*p));

	for (size_t i = 0; i < n->bins; i++) {
		const struct bin *b = &n->bin[i];

		p[i] = (struct chart_point){
			.x = bin_x(n, i),
			.y = chart_y(axis,
				     upper ? b->limits.high : b->limits.low),
			.gap = !numbers_ripe(b),
		};
	}
	return chart_line(r->arena, p, n->bins);
}

/* Why a bin stands out, in words; "" when it does not. */
static const char *mark_words(const struct bin *b)
{
	switch (b->mark) {
	case CONTROL_FINE:
		return "";
	case CONTROL_BEYOND:
		return _("beyond chance");
	case CONTROL_IN_A_ROW:
		return _("eighth or later in a row on one side");
	}
	BUG_IF(true);
}

static void show_limits(struct view *chart, struct req *r,
			const struct numbers *n, const struct chart_axis *axis)
{
	struct view *v;
	int64_t marked = 0;

	if (!n->control.known)
		return;
	for (size_t i = 0; i < n->bins; i++)
		marked += n->bin[i].mark != CONTROL_FINE;
	v = view_row(chart, "LIMITS");
	view_text(v, "LOW_PATH", limit(r, n, axis, false));
	view_text(v, "HIGH_PATH", limit(r, n, axis, true));
	v = view_row(chart, "LIMITS_LEGEND");
	view_text(
		v, "LIMITS_TEXT",
		marked == 0
			? _("No point lies beyond what chance explains.")
			: arena_printf(
				  r->arena,
				  lang_plural("%s point is more than chance "
					      "explains.",
					      "%s points are more than "
					      "chance explains.",
					      marked),
				  format_count(r->arena, r->language, marked)));
}

/* A point with no neighbour makes no line: it needs a dot of its own. */
static bool alone(const struct numbers *n, size_t i)
{
	return (i == 0 || !numbers_ripe(&n->bin[i - 1])) &&
	       (i + 1 == n->bins || !numbers_ripe(&n->bin[i + 1]));
}

static void show_bin(struct view *chart, const struct numbers *n, size_t i,
		     const struct chart_axis *axis)
{
	const struct bin *b = &n->bin[i];
	struct view *v = view_row(chart, "POINT");
	double x = bin_x(n, i), width = 100 / (double)n->bins;

	view_place(v, "POINT_X", x);
	view_place(v, "POINT_Y",
		   numbers_ripe(b) ? chart_y(axis, b->share.rate) : 100);
	if (numbers_ripe(b) && alone(n, i)) {
		struct view *lone = view_row(v, "POINT_ALONE");

		view_place(lone, "POINT_LOW", chart_y(axis, b->share.low));
		view_place(lone, "POINT_HIGH", chart_y(axis, b->share.high));
	}
	view_if(v, "POINT_MARKED", b->mark != CONTROL_FINE);
	view_if(v, "POINT_PART", b->part && numbers_ripe(b));
	if (!numbers_ripe(b) && b->prospects > 0) {
		struct view *young = view_row(v, "POINT_YOUNG");

		view_place(young, "YOUNG_X", x - width / 2);
		view_place(young, "YOUNG_WIDTH", width);
	}
}

static void show_value(struct view *page, struct req *r,
		       const struct numbers *n, const struct bin *b)
{
	struct view *v = view_row(page, "VALUE");

	view_text(v, "VALUE_NAME", bin_name(r, n, b));
	view_if(v, "VALUE_PART", b->part);
	view_text(v, "VALUE_RATE",
		  b->matured < MANY_FEW
			  ? FORMAT_NOTHING
			  : format_rate(r->arena, r->language, b->share.rate,
					b->matured));
	view_text(v, "VALUE_RANGE",
		  b->matured < MANY_FEW
			  ? FORMAT_NOTHING
			  : format_range(r->arena, r->language, b->share.low,
					 b->share.high));
	view_text(v, "VALUE_MARK", mark_words(b));
	view_count(v, "VALUE_LEADS", b->prospects);
	view_text(v, "VALUE_LEADS_URL", page_rows(r, n, b->days, EVERY, "all"));
	view_count(v, "VALUE_MATURED", b->matured);
	view_text(v, "VALUE_MATURED_URL",
		  page_rows(r, n, b->days, EVERY, "matured"));
	view_count(v, "VALUE_WON", b->won);
	view_text(v, "VALUE_WON_URL", page_rows(r, n, b->days, EVERY, "won"));
}

static void show_kinds(struct view *chart, struct req *r,
		       const struct numbers *n)
{
	static const char *const names[] = { N_("Weeks"), N_("Months"),
					     N_("Quarters") };

	for (size_t i = 0; i < COUNT(names); i++) {
		enum period_kind kind = (enum period_kind)numbers_bins[i].value;
		struct view *v = view_row(chart, "BINS");

		view_text(v, "BINS_NAME", _(names[i]));
		view_text(v, "BINS_URL", page_trend(r, n, kind));
		view_if(v, "BINS_HERE", n->bin_kind == kind);
	}
}

void trend_show(struct view *page, struct req *r, const struct numbers *n)
{
	struct chart_axis axis = trend_axis(n);
	struct chart_point *now = points(r, n, n->bin, n->bins, &axis);
	/* A longer period before would run out of the drawing. */
	size_t before = n->bins_before < n->bins ? n->bins_before : n->bins;
	struct chart_point *old = points(r, n, n->bin_before, before, &axis);
	struct view *chart;
	size_t every = n->bins > 14 ? (n->bins + 6) / 7 : n->bins > 7 ? 2 : 1;

	if (n->now->all.matured == 0)
		return; /* there is no curve to draw yet */
	chart = view_row(page, "TREND");
	view_if(chart, "BY_WEEK", n->bin_kind == PERIOD_WEEK);
	view_if(chart, "BY_MONTH", n->bin_kind == PERIOD_MONTH);
	view_if(chart, "BY_QUARTER", n->bin_kind == PERIOD_QUARTER);
	show_kinds(chart, r, n);
	view_text(chart, "NOW_NAME", filters_name(r, &n->span, n->span.now));
	view_text(chart, "BAND_PATH",
		  chart_band(r->arena, now, n->bins, false));
	view_text(chart, "LINE_PATH", chart_line(r->arena, now, n->bins));
	view_text(chart, "BEFORE_PATH", chart_line(r->arena, old, before));
	show_limits(chart, r, n, &axis);
	if (targets_of(n, EVERY) > 0)
		view_place(view_row(chart, "AIMED"), "AIMED_Y",
			   chart_y(&axis, targets_of(n, EVERY)));
	if (before)
		view_text(view_row(chart, "BEFORE_LEGEND"), "BEFORE_NAME",
			  filters_name(r, &n->span, n->span.before));
	for (size_t i = 0; i < axis.marks; i++) {
		struct view *mark = view_row(chart, "MARK");

		view_place(mark, "MARK_Y",
			   chart_y(&axis, chart_mark(&axis, i)));
		view_text(mark, "MARK_NAME",
			  format_percent(r->arena, r->language,
					 chart_mark(&axis, i), 0));
		view_text(mark, "MARK_CLASS", i == 0 ? "g0" : "g");
	}
	for (size_t i = 0; i < n->bins; i++) {
		show_bin(chart, n, i, &axis);
		show_value(chart, r, n, &n->bin[i]);
		if (i % every == 0) {
			struct view *label = view_row(chart, "LABEL");

			view_place(label, "LABEL_X", bin_x(n, i));
			view_text(label, "LABEL_NAME",
				  bin_name(r, n, &n->bin[i]));
		}
	}
}
