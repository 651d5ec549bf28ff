/* fair_page.c - /conversion/fair as HTML: what remains of the differences when
 * all have the same kinds of leads, as a funnel plot and as a table. */
#include <math.h>

#include "card.h"
#include "fair.h"
#include "health.h"
#include "lib/app.h"
#include "lib/chart.h"
#include "lib/lang.h"

enum {
	ROWS_SHOWN = 60,   /* the files have all */
	CURVE_STEPS = 60,  /* points of each limit */
	NAMES_SHOWN = 8,   /* names beside points */
	LEAST_WEIGHT = 10, /* where the limits begin */
};

/* Which kinds are evened out, in a sentence of the page's head. */
static const char *method(const struct fair *f)
{
	if (f->numbers.by == BY_SOURCE)
		return _(
			"Each source is compared with the others in the hands of the same teams.");
	return _(
		"Each is compared with the others among leads of the same sources.");
}

/* ---- what is found --------------------------------------------------------
 */

static const char *names_of(struct req *r, const struct fair *f,
			    enum verdict verdict)
{
	struct buf *b = buf_new(r->arena);

	for (size_t i = 0; i < f->n; i++)
		if (f->group[i].mix.against.verdict == verdict)
			buf_printf(b, "%s%s", buf_length(b) ? ", " : "",
				   f->group[i].name);
	return buf_text(b);
}

static const char *finding(struct req *r, const struct fair *f)
{
	const char *better = names_of(r, f, VERDICT_BETTER);
	const char *worse = names_of(r, f, VERDICT_WORSE);

	if (f->all.leads == 0)
		return _("No leads of this period are old enough.");
	if (*better && *worse)
		return arena_printf(
			r->arena,
			_("Better with the same kinds of leads, more than chance would explain: %s. Worse: %s."),
			better, worse);
	if (*better)
		return arena_printf(
			r->arena,
			_("Better with the same kinds of leads, more than chance would explain: %s."),
			better);
	if (*worse)
		return arena_printf(
			r->arena,
			_("Worse with the same kinds of leads, more than chance would explain: %s."),
			worse);
	return _(
		"With the same kinds of leads nobody stands out by more than chance would explain.");
}

/* ---- the funnel plot ------------------------------------------------------
 */

struct plot {
	struct chart_axis x, y; /* weight; rate */
	double rate;            /* of all */
};

static bool drawn(const struct fair_group *g)
{
	return g->mix.counts.leads >= MANY_FEW && g->mix.weight > 0;
}

static struct plot plot_of(const struct fair *f)
{
	struct plot p = { .rate = 0 };
	double low, high, most = 0;
	struct mix_limits edge;

	p.rate = (double)f->all.won / (double)f->all.leads;
	low = high = p.rate;
	for (size_t i = 0; i < f->n; i++) {
		const struct mix *m = &f->group[i].mix;

		if (!drawn(&f->group[i]))
			continue;
		edge = mix_limits(p.rate, m->weight, MIX_FAR);
		low = fmin(low, fmin(m->rate, edge.low));
		high = fmax(high, fmax(m->rate, edge.high));
		most = fmax(most, m->weight);
	}
	p.y = chart_axis(low, high, 6);
	p.x = chart_axis(0, fmax(most, LEAST_WEIGHT), 6);
	return p;
}

static const char *limit(struct req *r, const struct plot *p, double z,
			 bool upper)
{
	struct chart_point *point =
		arena_array(r->arena, CURVE_STEPS, sizeof(*point));

	for (int i = 0; i < CURVE_STEPS; i++) {
		double part = (i + 1.0) / CURVE_STEPS;
		/* Close together where the curve bends. */
		double weight = p->x.high * part * part;
		struct mix_limits l = mix_limits(p->rate, weight, z);

		point[i] = (struct chart_point){
			.x = chart_x(&p->x, weight),
			.y = chart_y(&p->y, upper ? l.high : l.low),
			.gap = l.low < p->y.low || l.high > p->y.high,
		};
	}
	return chart_line(r->arena, point, CURVE_STEPS);
}

static bool stands_out(const struct plot *p, const struct mix *m)
{
	struct mix_limits far = mix_limits(p->rate, m->weight, MIX_FAR);

	return m->rate < far.low || m->rate > far.high;
}

static void show_point(struct view *chart, struct req *r, const struct plot *p,
		       const struct fair_group *g, bool named)
{
	const struct mix *m = &g->mix;
	struct view *v = view_row(chart, "POINT");
	double x = chart_x(&p->x, m->weight);
	int left = x < 25 ? -14 : x > 75 ? -150 : -82;

	view_place(v, "POINT_X", x);
	view_place(v, "POINT_Y", chart_y(&p->y, m->rate));
	view_text(v, "POINT_CLASS", stands_out(p, m) ? "c1 marked" : "c1");
	view_printf(v, "TIP_X", "%d", left);
	view_printf(v, "TIP_TEXT_X", "%d", left + 12);
	view_text(v, "TIP_NAME", g->name);
	view_printf(
		v, "TIP_TEXT", _("%s \xc2\xb7 %s of %s"),
		format_rate(r->arena, r->language, m->rate, m->counts.leads),
		format_count(r->arena, r->language, m->counts.won),
		format_count(r->arena, r->language, m->counts.leads));
	if (!named)
		return;
	v = view_row(v, "POINT_NAMED");
	view_text(v, "POINT_NAME", g->name);
	view_text(v, "POINT_SIDE", x > 75 ? "before" : "after");
}

static void show_marks(struct view *chart, struct req *r, const struct plot *p)
{
	for (size_t i = 0; i < p->y.marks; i++) {
		struct view *v = view_row(chart, "MARK");

		view_place(v, "MARK_Y", chart_y(&p->y, chart_mark(&p->y, i)));
		view_text(v, "MARK_NAME",
			  format_percent(r->arena, r->language,
					 chart_mark(&p->y, i), 0));
		view_text(v, "MARK_CLASS", i == 0 ? "g0" : "g");
	}
	for (size_t i = 0; i < p->x.marks; i++) {
		struct view *v = view_row(chart, "LABEL");
		double x = chart_x(&p->x, chart_mark(&p->x, i));

		view_place(v, "LABEL_X", x);
		view_text(v, "LABEL_NAME",
			  format_count(r->arena, r->language,
				       llround(chart_mark(&p->x, i))));
		view_text(v, "LABEL_SIDE",
			  x < 5    ? "first"
			  : x > 95 ? "last"
				   : "mid");
	}
}

static void show_plot(struct view *page, struct req *r, const struct fair *f)
{
	struct plot p = plot_of(f);
	struct view *chart = view_row(page, "PLOT");
	int named = 0;

	show_marks(chart, r, &p);
	view_place(chart, "ALL_Y", chart_y(&p.y, p.rate));
	view_text(chart, "NEAR_LOW", limit(r, &p, MIX_NEAR, false));
	view_text(chart, "NEAR_HIGH", limit(r, &p, MIX_NEAR, true));
	view_text(chart, "FAR_LOW", limit(r, &p, MIX_FAR, false));
	view_text(chart, "FAR_HIGH", limit(r, &p, MIX_FAR, true));
	for (size_t i = 0; i < f->n; i++) {
		const struct fair_group *g = &f->group[i];
		bool name = drawn(g) && named < NAMES_SHOWN &&
			    (f->n <= NAMES_SHOWN || stands_out(&p, &g->mix));

		named += name;
		if (drawn(g))
			show_point(chart, r, &p, g, name);
	}
}

/* ---- the table ------------------------------------------------------------
 */

static const char *verdict_class(enum verdict v)
{
	return v == VERDICT_BETTER  ? "tag good"
	       : v == VERDICT_WORSE ? "tag bad"
				    : "mut";
}

/* Few leads have counts, but no rates. */
static void show_rates(struct view *row, struct req *r, const struct mix *m)
{
	double leads = (double)m->counts.leads;
	bool rate = m->counts.leads >= MANY_FEW && m->rate_known;
	bool beside = rate && m->against.from_rest.known;
	struct difference d = m->against.from_rest;

	view_text(row, "FAIR_RATE",
		  rate ? format_rate(r->arena, r->language,
				     (double)m->counts.won / leads,
				     m->counts.leads)
		       : FORMAT_NOTHING);
	view_text(row, "FAIR_EXPECTED",
		  rate ? format_rate(r->arena, r->language, m->expected / leads,
				     m->counts.leads)
		       : FORMAT_NOTHING);
	view_text(row, "FAIR_EVEN",
		  rate ? format_rate(r->arena, r->language, m->rate,
				     m->counts.leads)
		       : FORMAT_NOTHING);
	view_text(row, "FAIR_BY",
		  beside ? format_points(r->arena, r->language, d.by)
			 : FORMAT_NOTHING);
	if (beside)
		view_printf(row, "FAIR_RANGE", _("%s to %s"),
			    format_points(r->arena, r->language, d.low),
			    format_points(r->arena, r->language, d.high));
	else
		view_text(row, "FAIR_RANGE", "");
}

static void show_group(struct view *page, struct req *r, const struct fair *f,
		       const struct fair_group *g)
{
	const struct numbers *n = &f->numbers;
	const struct mix *m = &g->mix;
	struct view *row = view_row(page, "FAIR");

	view_text(row, "FAIR_NAME", g->name);
	view_text(row, "FAIR_URL",
		  page_address(r, n, "/conversion", n->by, g->id));
	view_count(row, "FAIR_MATURED", m->counts.leads);
	view_text(row, "FAIR_MATURED_URL",
		  page_rows(r, n, n->span.now, g->id, "matured"));
	view_count(row, "FAIR_WON", m->counts.won);
	view_text(row, "FAIR_WON_URL",
		  page_rows(r, n, n->span.now, g->id, "won"));
	show_rates(row, r, m);
	view_text(row, "FAIR_VERDICT", words_verdict(m->against.verdict));
	view_text(row, "FAIR_CLASS", verdict_class(m->against.verdict));
}

static void show_table(struct view *page, struct req *r, const struct fair *f)
{
	struct view *v = view_row(page, "TABLE");

	for (size_t i = 0; i < f->n && i < ROWS_SHOWN; i++)
		show_group(v, r, f, &f->group[i]);
	if (f->n > ROWS_SHOWN)
		view_count(view_row(v, "MORE_GROUPS"), "MORE_GROUPS_COUNT",
			   (int64_t)(f->n - ROWS_SHOWN));
}

enum err fair_send(struct req *r, const struct fair *f)
{
	const struct numbers *n = &f->numbers;
	struct view *page = view_page(r, "conversion/fair.tpl");

	view_printf(page, "TITLE", "%s \xc2\xb7 %s", _("Same kinds of leads"),
		    filters_name(r, &n->span, n->span.now));
	view_text(page, "FINDING", finding(r, f));
	view_text(page, "METHOD", method(f));
	view_text(page, "CSV_URL",
		  page_address(r, n, "/conversion/fair.csv", n->by, EVERY));
	view_text(page, "JSON_URL",
		  page_address(r, n, "/conversion/fair.json", n->by, EVERY));
	view_count(page, "HORIZON", n->horizon);
	view_text(page, "GROUP", words_group(n->by));
	card_link(page, "EVEN_CARD", n, CARD_EVEN);
	page_views(page, r, n);
	page_groupings(page, r, n);
	page_filters(page, r, n);
	page_notes(page, r, n);
	page_running(page, n);
	view_if(page, "EMPTY", f->all.leads == 0);
	if (f->all.leads && f->n > 1)
		show_plot(page, r, f);
	if (f->all.leads)
		show_table(page, r, f);
	health_show(page, n, &n->health);
	return view_send(page);
}
