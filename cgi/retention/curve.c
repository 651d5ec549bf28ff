/* curve.c - how soon customers buy again: the drawing and its values. */
#include <math.h>

#include "kept.h"
#include "lib/chart.h"
#include "lib/lang.h"

enum {
	CURVE_LONGEST = 730, /* days drawn */
	CURVE_POINTS = 120,
	CURVE_TIPS = 12,
};

/* What is drawn: days 0..till, shares up to a round height. */
struct drawing {
	struct chart_axis x, y;
	int64_t till;
	struct chart_point *point; /* [0..n) */
	size_t n;
	size_t grey; /* points from here on rest on few */
};

/* A round number of days between marks, for at most seven of them. */
static double mark_step(int64_t till)
{
	static const int64_t steps[] = { 1, 7, 30, 90 };

	for (size_t i = 0; i < COUNT(steps); i++)
		if (till <= 6 * steps[i])
			return (double)steps[i];
	return 180;
}

static int64_t sample_day(const struct drawing *d, size_t i, size_t samples)
{
	return d->till * (int64_t)i / (int64_t)samples;
}

static double top_of(const struct survival_curve *c, int64_t till)
{
	double top = 0.05;

	for (size_t i = 0; i < c->shown && c->point[i].days <= till; i++)
		top = fmax(top, c->point[i].high);
	return top;
}

static void sample(struct drawing *d, const struct survival_curve *c)
{
	size_t samples = d->n - 1;

	d->grey = d->n;
	for (size_t i = 0; i < d->n; i++) {
		int64_t day = sample_day(d, i, samples);
		struct survival_estimate e = survival_at(c, day);

		d->point[i] = (struct chart_point){
			.x = chart_x(&d->x, (double)day),
			.y = chart_y(&d->y, e.rate),
			.low = chart_y(&d->y, e.low),
			.high = chart_y(&d->y, e.high),
			.gap = !e.estimable,
		};
		if (e.at_risk < SURVIVAL_GREY && d->grey == d->n)
			d->grey = i;
	}
}

static struct drawing draw(struct req *r, const struct survival_curve *c)
{
	struct drawing d = { .till = c->known_till };

	if (d.till > CURVE_LONGEST)
		d.till = CURVE_LONGEST;
	d.n = (size_t)(d.till < CURVE_POINTS ? d.till + 1 : CURVE_POINTS);
	d.point = arena_array(r->arena, d.n, sizeof(*d.point));
	d.x = (struct chart_axis){ .high = (double)d.till,
				   .step = mark_step(d.till) };
	d.x.marks = (size_t)floor((double)d.till / d.x.step) + 1;
	d.y = chart_axis(0, top_of(c, d.till), 6);
	sample(&d, c);
	return d;
}

static const char *estimate_text(struct req *r,
				 const struct survival_estimate *e)
{
	const char *rate = format_percent(r->arena, r->language, e->rate, 1);

	if (!e->bounded)
		return rate;
	return arena_printf(
		r->arena, "%s (%s)", rate,
		format_range(r->arena, r->language, e->low, e->high));
}

static void show_axes(struct view *v, const struct drawing *d)
{
	struct req *r = view_req(v);

	for (size_t i = 0; i < d->y.marks; i++) {
		struct view *mark = view_row(v, "Y_MARK");
		double value = chart_mark(&d->y, i);

		view_place(mark, "Y", chart_y(&d->y, value));
		view_text(mark, "LINE", i ? "g" : "g0");
		view_text(mark, "LABEL",
			  format_percent(r->arena, r->language, value,
					 d->y.step < 0.01 ? 1 : 0));
	}
	for (size_t i = 0; i < d->x.marks; i++) {
		struct view *mark = view_row(v, "X_MARK");
		double day = chart_mark(&d->x, i);

		view_place(mark, "X", chart_x(&d->x, day));
		view_text(mark, "LABEL", kept_about(r, day));
	}
}

/* A value under the pointer; its note stays within the drawing. */
static void show_tip(struct view *v, const struct drawing *d,
		     const struct survival_curve *c, int64_t i)
{
	struct req *r = view_req(v);
	const double wide = 100.0 / CURVE_TIPS;
	int64_t day = d->till * i / CURVE_TIPS;
	struct survival_estimate e = survival_at(c, day);
	double x = chart_x(&d->x, (double)day);
	int left = i <= 2 ? -14 : i >= CURVE_TIPS - 2 ? -176 : -95;

	view_place(v, "HIT_X", fmax(x - wide / 2, 0));
	view_place(v, "HIT_WIDTH", i == CURVE_TIPS ? wide / 2 : wide);
	view_place(v, "X", x);
	view_place(v, "Y", chart_y(&d->y, e.rate));
	view_printf(v, "BOX_X", "%d", left);
	view_printf(v, "TEXT_X", "%d", left + 12);
	view_text(
		v, "TIP_DAY",
		arena_printf(r->arena, _("After %s days"), kept_count(r, day)));
	view_text(v, "TIP_VALUE", estimate_text(r, &e));
}

static const char *curve_sentence(struct req *r, const struct drawing *d,
				  const struct survival_curve *c)
{
	struct survival_estimate e = survival_at(c, d->till);

	return arena_printf(
		r->arena,
		_("Share of customers who have bought again by days since the "
		  "first purchase: %s after %s days. Values are in the table "
		  "below the chart."),
		estimate_text(r, &e), kept_count(r, d->till));
}

static void show_drawing(struct view *v, const struct drawing *d,
			 const struct survival_curve *c)
{
	struct req *r = view_req(v);
	struct survival_estimate last = survival_at(c, d->till);
	/* The grey part begins where the full one ends. */
	size_t grey = d->grey > 0 ? d->grey - 1 : 0;

	view_text(v, "CURVE_LABEL", curve_sentence(r, d, c));
	view_text(v, "BAND", chart_band(r->arena, d->point, d->n, true));
	view_text(v, "CURVE_LINE", chart_steps(r->arena, d->point, d->grey));
	view_text(v, "CURVE_GREY",
		  chart_steps(r->arena, d->point + grey, d->n - grey));
	view_place(v, "LAST_Y", chart_y(&d->y, last.rate));
	view_text(v, "LAST_TEXT",
		  format_percent(r->arena, r->language, last.rate, 1));
	show_axes(v, d);
	for (int64_t i = 1; i <= CURVE_TIPS && d->till >= CURVE_TIPS; i++)
		show_tip(view_row(v, "TIP"), d, c, i);
}

static void show_watched(struct view *v, const struct kept *n, int64_t days)
{
	struct survival_estimate e = survival_at(&n->curve, days);

	view_count(v, "DAYS", days);
	view_count(v, "AT_RISK", e.at_risk);
	view_text(v, "AT_RISK_URL",
		  kept_rows(view_req(v), n->form, "watched", days));
}

static void show_value(struct view *v, const struct kept *n, int64_t days)
{
	struct req *r = view_req(v);
	struct survival_estimate e = survival_at(&n->curve, days);

	view_count(v, "DAYS", days);
	view_if(v, "NOT_KNOWN", !e.estimable);
	if (!e.estimable)
		return;
	v = view_row(v, "ESTIMATE");
	view_text(v, "SHARE_TEXT",
		  format_percent(r->arena, r->language, e.rate, 1));
	view_text(v, "LIMITS_TEXT",
		  e.bounded ? format_range(r->arena, r->language, e.low, e.high)
			    : FORMAT_NOTHING);
	view_count(v, "AT_RISK", e.at_risk);
}

void curve_show(struct view *page, const struct kept *n)
{
	struct req *r = view_req(page);
	const struct survival_curve *c = &n->curve;
	struct drawing d;
	struct view *v;

	view_if(page, "NO_CURVE", c->known_till < 1);
	if (c->known_till < 1)
		return;
	v = view_row(page, "CURVE");
	d = draw(r, c);
	show_drawing(v, &d, c);
	show_watched(view_row(v, "WATCHED"), n, 0);
	for (size_t i = 0; i < COUNT(kept_ages); i++) {
		if (kept_ages[i] <= c->known_till)
			show_watched(view_row(v, "WATCHED"), n, kept_ages[i]);
		show_value(view_row(v, "VALUE"), n, kept_ages[i]);
	}
}
