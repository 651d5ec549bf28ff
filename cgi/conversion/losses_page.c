/* losses_page.c - /conversion/losses as HTML. */
#include <math.h>

#include "card.h"
#include "ends.h"
#include "health.h"
#include "lib/app.h"
#include "lib/chart.h"
#include "lib/lang.h"
#include "losses.h"

/* The prospects that closed in the period: won, lost, or lost for a reason. */
static const char *rows(struct req *r, const struct losses *l,
			const char *state, int64_t reason)
{
	const char *address =
		page_closed(r, &l->numbers, l->numbers.span.now, state);

	return reason == EVERY ? address
			       : arena_printf(r->arena, "%s&reason=%lld",
					      address, (long long)reason);
}

/* ---- what is found --------------------------------------------------------
 */

static const char *finding(struct req *r, const struct losses *l)
{
	const char *lost = format_count(r->arena, r->language, l->lost);
	const struct loss *top = l->loss;

	if (l->lost == 0)
		return _("No lead was lost in this period.");
	if (l->n > 1 && top->reason == ENDS_UNSAID)
		top++;
	if (top->lost == 0 || top->reason == ENDS_UNSAID)
		return arena_printf(
			r->arena,
			lang_plural("%s lead was lost; nobody said why.",
				    "%s leads were lost; nobody said why.",
				    l->lost),
			lost);
	return arena_printf(
		r->arena,
		lang_plural("%s lead was lost; most often: “%s” (%s).",
			    "%s leads were lost; most often: “%s” (%s).",
			    l->lost),
		lost, top->name,
		format_count(r->arena, r->language, top->lost));
}

/* ---- the figures ----------------------------------------------------------
 */

static struct view *show_kpi(struct view *page, const struct losses *l,
			     const char *name, const char *value,
			     const char *address)
{
	struct view *kpi = view_row(page, "KPI");

	card_link(kpi, "KPI_CARD", &l->numbers, CARD_CLOSED);
	view_text(kpi, "KPI_NAME", name);
	view_text(kpi, "KPI_VALUE", value);
	view_text(kpi, "KPI_URL", address);
	return kpi;
}

static const char *before(struct req *r, const struct losses *l, int64_t n)
{
	const struct span *span = &l->numbers.span;

	if (span->vs == VERSUS_NONE)
		return "";
	return arena_printf(r->arena, _("%s in %s"),
			    format_count(r->arena, r->language, n),
			    filters_name(r, span, span->before));
}

static const char *rate_note(struct req *r, const struct losses *l)
{
	const char *range;

	if (l->won + l->lost < MANY_FEW)
		return _("too few closed for a rate");
	range = arena_printf(r->arena, _("95%% interval %s"),
			     format_range(r->arena, r->language,
					  l->win_rate.low, l->win_rate.high));
	if (!l->rate_change.known)
		return range;
	return arena_printf(
		r->arena, _("%s; %s against %s"), range,
		format_points(r->arena, r->language, l->rate_change.by),
		filters_name(r, &l->numbers.span, l->numbers.span.before));
}

static void show_kpis(struct view *page, struct req *r, const struct losses *l)
{
	int64_t closed = l->won + l->lost;
	struct view *kpi;

	kpi = show_kpi(page, l, _("Lost"),
		       format_count(r->arena, r->language, l->lost),
		       rows(r, l, "lost", EVERY));
	view_text(kpi, "KPI_NOTE", before(r, l, l->lost_before));
	kpi = show_kpi(page, l, _("Won"),
		       format_count(r->arena, r->language, l->won),
		       rows(r, l, "any_won", EVERY));
	view_text(kpi, "KPI_NOTE", before(r, l, l->won_before));
	kpi = show_kpi(page, l, _("Won of those closed"),
		       closed < MANY_FEW
			       ? FORMAT_NOTHING
			       : format_rate(r->arena, r->language,
					     l->win_rate.rate, closed),
		       rows(r, l, "closed", EVERY));
	view_text(kpi, "KPI_NOTE", rate_note(r, l));
}

/* ---- the table ------------------------------------------------------------
 */

static struct chart_axis share_axis(const struct losses *l)
{
	double high = 0;

	for (size_t i = 0; i < l->n; i++)
		high = fmax(high, l->loss[i].share.high);
	return chart_axis(0, high > 0 ? high : 1, 6);
}

static void show_interval(struct view *row, const struct losses *l,
			  const struct loss *a, const struct chart_axis *axis)
{
	struct view *v = view_row(row, "INTERVAL");

	for (size_t i = 0; i < axis->marks; i++)
		view_place(view_row(v, "TICK"), "TICK_X",
			   chart_x(axis, chart_mark(axis, i)));
	view_place(v, "LOW_X", chart_x(axis, a->share.low));
	view_place(v, "HIGH_X", chart_x(axis, a->share.high));
	view_place(v, "RATE_X", chart_x(axis, a->share.rate));
	if (l->lost_before >= MANY_FEW)
		view_place(view_row(v, "BEFORE_DOT"), "BEFORE_X",
			   chart_x(axis,
				   (double)a->before / (double)l->lost_before));
}

static void show_change(struct view *row, const struct losses *l,
			const struct loss *a)
{
	int clear = numbers_clear(a->change, a->q);

	if (l->lost_before < MANY_FEW)
		return;
	row = view_row(row, "CHANGE");
	view_points(row, "CHANGE_BY", a->change.by);
	view_text(row, "CHANGE_WORDS",
		  clear ? _("clear change") : _("no clear change"));
	view_if(row, "CHANGE_UP", clear > 0);
	view_if(row, "CHANGE_DOWN", clear < 0);
}

/* While some of the period are young, who is old enough is only a part of it.
 */
static bool all_old_enough(const struct numbers *n)
{
	return n->span.now.to - 1 + n->horizon <= n->as_of;
}

static void show_loss(struct view *page, struct req *r, const struct losses *l,
		      const struct loss *a, const struct chart_axis *axis)
{
	struct view *row = view_row(page, "LOSS");
	bool rate = l->lost >= MANY_FEW;

	view_text(row, "LOSS_NAME", a->name);
	view_count(row, "LOSS_COUNT", a->lost);
	view_text(row, "LOSS_URL", rows(r, l, "lost", a->reason));
	view_text(row, "LOSS_SHARE",
		  rate ? format_rate(r->arena, r->language, a->share.rate,
				     l->lost)
		       : FORMAT_NOTHING);
	view_text(row, "LOSS_RANGE",
		  rate ? format_range(r->arena, r->language, a->share.low,
				      a->share.high)
		       : "");
	view_text(row, "LOSS_MATURED",
		  l->matured >= MANY_FEW && all_old_enough(&l->numbers)
			  ? format_percent(r->arena, r->language,
					   (double)a->lost / (double)l->matured,
					   1)
			  : FORMAT_NOTHING);
	if (rate) {
		show_interval(row, l, a, axis);
		show_change(row, l, a);
	}
}

/* Open for longer than the horizon: in neither number. */
static void show_stale(struct view *page, struct req *r, const struct losses *l)
{
	const struct numbers *n = &l->numbers;
	struct period old = { n->as_of - 3650, n->as_of - n->horizon + 1 };

	view_text(page, "STALE_URL", page_rows(r, n, old, EVERY, "open"));
}

enum err losses_send(struct req *r, const struct losses *l)
{
	const struct numbers *n = &l->numbers;
	struct view *page = view_page(r, "conversion/losses.tpl");
	struct chart_axis axis = share_axis(l);

	view_printf(page, "TITLE", "%s \xc2\xb7 %s", _("Losses"),
		    filters_name(r, &n->span, n->span.now));
	view_text(page, "FINDING", finding(r, l));
	view_text(page, "CSV_URL",
		  page_address(r, n, "/conversion/losses.csv", n->by, EVERY));
	view_text(page, "JSON_URL",
		  page_address(r, n, "/conversion/losses.json", n->by, EVERY));
	view_count(page, "HORIZON", n->horizon);
	card_link(page, "REASON_CARD", n, CARD_REASON);
	page_views(page, r, n);
	page_filters(page, r, n);
	page_notes(page, r, n);
	page_running(page, n);
	show_kpis(page, r, l);
	show_stale(page, r, l);
	view_if(page, "EMPTY", l->n == 0);
	for (size_t i = 0; i < l->n; i++)
		show_loss(page, r, l, &l->loss[i], &axis);
	health_show(page, n, &n->health);
	return view_send(page);
}
