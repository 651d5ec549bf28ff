/* page.c - the conversion page as HTML: the finding in words, the figures, the
 * table of teams. */
#include <math.h>
#include <string.h>

#include "card.h"
#include "contacts.h"
#include "health.h"
#include "lib/app.h"
#include "lib/chart.h"
#include "lib/lang.h"
#include "numbers.h"
#include "targets.h"

/* Rows of the table; its files have all. */
enum { GROUPS_SHOWN = 60 };

/* What a change is measured against. */
static const char *versus(struct req *r, const struct numbers *n)
{
	if (n->span.custom || n->span.kind == PERIOD_WEEK)
		return _("vs the days before");
	return arena_printf(r->arena, _("vs %s"),
			    filters_name(r, &n->span, n->span.before));
}

/* A change of a count or an amount: sign and percent, never coloured. */
static void show_growth(struct view *row, struct req *r,
			const struct numbers *n, double now, double before)
{
	double by;

	if (before <= 0)
		return;
	by = (now - before) / before;
	row = view_row(row, "CHANGE");
	view_text(row, "CHANGE_VS", versus(r, n));
	view_printf(row, "CHANGE_BY", "%s%s", by > 0 ? "+" : "",
		    format_percent(r->arena, r->language, by, 1));
	view_text(row, "CHANGE_CLASS", "");
	view_text(row, "CHANGE_WORDS", "");
}

/* A change of a rate in points; coloured only when it is clear. */
static void show_change(struct view *row, struct difference d, double q,
			const char *against)
{
	int clear = numbers_clear(d, q);

	if (!d.known)
		return;
	row = view_row(row, "CHANGE");
	view_points(row, "CHANGE_BY", d.by);
	view_text(row, "CHANGE_VS", against);
	view_text(row, "CHANGE_CLASS",
		  clear > 0   ? "up"
		  : clear < 0 ? "down"
			      : "");
	view_text(row, "CHANGE_WORDS",
		  clear ? _("clear change") : _("no clear change"));
	view_if(row, "CHANGE_UP", clear > 0);
	view_if(row, "CHANGE_DOWN", clear < 0);
}

static struct view *show_kpi(struct view *page, const struct numbers *n,
			     enum card card, const char *value,
			     const char *address, const char *note)
{
	struct view *kpi = view_row(page, "KPI");

	view_text(kpi, "KPI_NAME", card_name(card));
	card_link(kpi, "KPI_CARD", n, card);
	view_text(kpi, "KPI_VALUE", value);
	view_text(kpi, "KPI_URL", address);
	view_text(kpi, "KPI_NOTE", note);
	return kpi;
}

static const char *rate_or_nothing(struct req *r, const struct group *t)
{
	if (t->matured < MANY_FEW)
		return FORMAT_NOTHING;
	return format_rate(r->arena, r->language, t->conversion.rate,
			   t->matured);
}

static void show_conversion_kpi(struct view *page, struct req *r,
				const struct numbers *n)
{
	const struct group *all = &n->now->all;
	const char *note = all->matured || !all->prospects
				   ? _("too few leads for a rate")
				   : _("too young to tell");
	struct view *kpi;

	if (all->matured >= MANY_FEW)
		note = arena_printf(r->arena, _("95%% interval %s"),
				    format_range(r->arena, r->language,
						 all->conversion.low,
						 all->conversion.high));
	if (all->young && all->estimate.estimable)
		note = arena_printf(
			r->arena, _("%s; estimate with young leads %s"), note,
			format_rate(r->arena, r->language, all->estimate.rate,
				    all->prospects));
	kpi = show_kpi(page, n, CARD_RATE, rate_or_nothing(r, all),
		       page_rows(r, n, n->span.now, EVERY, "won"), note);
	if (n->before && all->matured >= MANY_FEW &&
	    n->before->all.matured >= MANY_FEW)
		show_change(kpi, n->change, n->change_q[n->now->n],
			    versus(r, n));
}

/* Counts of wins may only be compared when both periods have ripened. */
static bool ripe(const struct group *now, const struct group *before)
{
	return before && now->matured == now->prospects &&
	       before->matured == before->prospects;
}

static void show_cost_kpi(struct view *page, struct req *r,
			  const struct numbers *n, const char *won)
{
	const struct rate_cost *cost = &n->now->all.cost_per_win;
	bool known = n->spends && cost->known;
	struct view *kpi = show_kpi(
		page, n, CARD_COST,
		known ? format_money_short(r->arena, r->language, cost->each,
					   r->company.currency)
		      : FORMAT_NOTHING,
		won,
		n->now->all.matured == 0 && n->now->all.prospects
			? _("not known before the leads are old enough")
		: n->spends ? _("prices and spend on leads \xc3\xb7 won")
			    : _("no spend is recorded"));

	if (known && n->before && n->before->all.cost_per_win.known)
		show_growth(kpi, r, n, (double)cost->each,
			    (double)n->before->all.cost_per_win.each);
}

static void show_kpis(struct view *page, struct req *r, const struct numbers *n)
{
	const struct group *all = &n->now->all;
	const struct group *old = n->before ? &n->before->all : NULL;
	const char *won = page_rows(r, n, n->span.now, EVERY, "won");
	struct view *kpi;

	show_conversion_kpi(page, r, n);
	kpi = show_kpi(page, n, CARD_LEADS,
		       format_count(r->arena, r->language, all->prospects),
		       page_rows(r, n, n->span.now, EVERY, "all"),
		       words_young(r, n));
	if (old)
		show_growth(kpi, r, n, (double)all->prospects,
			    (double)old->prospects);
	kpi = show_kpi(page, n, CARD_WON,
		       all->matured || !all->prospects
			       ? format_count(r->arena, r->language, all->won)
			       : FORMAT_NOTHING,
		       won, words_won(r, n));
	if (ripe(all, old))
		show_growth(kpi, r, n, (double)all->won, (double)old->won);
	show_cost_kpi(page, r, n, won);
	kpi = show_kpi(page, n, CARD_REVENUE,
		       all->matured || !all->prospects
			       ? format_money_short(r->arena, r->language,
						    all->revenue,
						    r->company.currency)
			       : FORMAT_NOTHING,
		       won,
		       all->matured == all->prospects
			       ? _("first purchases, before refunds")
			       : _("first purchases of those old enough"));
	if (ripe(all, old))
		show_growth(kpi, r, n, (double)all->revenue,
			    (double)old->revenue);
}

/* The common scale of all intervals in the table. */
static struct chart_axis rate_axis(const struct numbers *n)
{
	const struct groups *g = n->now, *old = n->before;
	double low = g->all.conversion.low, high = g->all.conversion.high;

	for (size_t i = 0; i < g->n; i++) {
		double target = targets_of(n, g->group[i].id);

		if (!groups_rated(&g->group[i]))
			continue;
		if (target > 0) {
			low = fmin(low, target);
			high = fmax(high, target);
		}
		low = fmin(low, g->group[i].conversion.low);
		high = fmax(high, g->group[i].conversion.high);
	}
	for (size_t i = 0; old && i < old->n; i++) {
		if (!groups_rated(&old->group[i]))
			continue;
		low = fmin(low, old->group[i].conversion.rate);
		high = fmax(high, old->group[i].conversion.rate);
	}
	return chart_axis(low, high, 6);
}

static void show_ticks(struct view *v, const struct chart_axis *axis)
{
	for (size_t i = 0; i < axis->marks; i++) {
		struct view *tick = view_row(v, "TICK");
		double mark = chart_mark(axis, i);

		view_place(tick, "TICK_X", chart_x(axis, mark));
		view_text(tick, "TICK_NAME",
			  format_percent(view_req(v)->arena,
					 view_req(v)->language, mark, 0));
	}
}

/* The interval of one team, and of the period before as a hollow dot. */
static void show_interval(struct view *row, const struct numbers *n,
			  const struct group *t, const struct chart_axis *axis)
{
	const struct group *old =
		n->before ? (t == &n->now->all ? &n->before->all
					       : groups_find(n->before, t->id))
			  : NULL;
	double target = targets_of(n, t == &n->now->all ? EVERY : t->id);
	struct view *v;

	if (!groups_rated(t))
		return;
	v = view_row(row, "INTERVAL");
	show_ticks(v, axis);
	view_text(v, "INTERVAL_CLASS",
		  t->against.verdict == VERDICT_BETTER  ? "above"
		  : t->against.verdict == VERDICT_WORSE ? "below"
							: "");
	view_place(v, "AVERAGE_X", chart_x(axis, n->now->all.conversion.rate));
	view_place(v, "LOW_X", chart_x(axis, t->conversion.low));
	view_place(v, "HIGH_X", chart_x(axis, t->conversion.high));
	view_place(v, "RATE_X", chart_x(axis, t->conversion.rate));
	if (old && groups_rated(old))
		view_place(view_row(v, "BEFORE_DOT"), "BEFORE_X",
			   chart_x(axis, old->conversion.rate));
	if (target > 0)
		view_place(view_row(v, "GOAL"), "GOAL_X",
			   chart_x(axis, target));
}

/* A rate is a headline from 30 cases on, grey from 10, counts below. */
static void show_rate(struct view *row, struct req *r, const struct group *t)
{
	struct view *v;

	if (t->prospects == 0) {
		view_if(row, "NO_LEADS", true);
	} else if (t->unrated) {
		v = view_row(row, "COUNTS");
		view_printf(v, "COUNTS_TEXT", _("%s won"),
			    format_count(r->arena, r->language, t->won_any));
	} else if (t->matured == 0) {
		view_if(row, "TOO_YOUNG", true);
	} else if (t->matured < MANY_FEW) {
		v = view_row(row, "COUNTS");
		view_printf(v, "COUNTS_TEXT", _("%s of %s"),
			    format_count(r->arena, r->language, t->won),
			    format_count(r->arena, r->language, t->matured));
	} else {
		v = view_row(row, "RATE");
		view_rate(v, "RATE_VALUE", t->conversion.rate, t->matured);
		view_range(v, "RATE_RANGE", t->conversion.low,
			   t->conversion.high);
		view_text(v, "RATE_CLASS", t->matured < 30 ? "big mut" : "big");
		if (t->young && t->estimate.estimable)
			view_rate(view_row(v, "ESTIMATE"), "ESTIMATE_VALUE",
				  t->estimate.rate, t->prospects);
	}
}

static const char *money(struct req *r, int64_t minor)
{
	return format_money_short(r->arena, r->language, minor,
				  r->company.currency);
}

/* Of a sum, what falls to each of those old enough; few are told no mean. */
static const char *per_lead(struct req *r, double sum, const struct group *t)
{
	if (!groups_rated(t))
		return "";
	return arena_printf(r->arena, _("%s per lead"),
			    money(r, llround(sum / (double)t->matured)));
}

/* Beside the sums: what a lead costs and brings, how sure the cost of a
 * customer is, how long half of them took. */
static void show_means(struct view *row, struct req *r, const struct numbers *n,
		       const struct group *t)
{
	const struct rate_cost *cost = &t->cost_per_win;
	bool few = !groups_rated(t);

	view_text(row, "COST_RANGE",
		  n->spends && cost->known && !few
			  ? arena_printf(r->arena, "%s\xe2\x80\x93%s",
					 money(r, cost->low),
					 money(r, cost->high))
			  : "");
	view_text(row, "COST_EACH", n->spends ? per_lead(r, t->cost, t) : "");
	view_text(row, "REVENUE_EACH", per_lead(r, (double)t->revenue, t));
	view_text(row, "WON_DAYS",
		  few || !t->time_to_win.known
			  ? ""
			  : arena_printf(r->arena,
					 lang_plural("half in %s day",
						     "half in %s days",
						     t->time_to_win.days),
					 format_count(r->arena, r->language,
						      t->time_to_win.days)));
}

/* How long half of a group's leads, or of all (EVERY), waited for the first
 * contact. */
static const char *waited(struct req *r, const struct numbers *n, int64_t group)
{
	struct contact c = group == EVERY ? n->contacts->all
					  : contacts_of(n->contacts, group);

	if (!c.median.known || c.prospects < MANY_FEW)
		return "";
	return arena_printf(r->arena, _("contact in %s"),
			    words_hours_short(r, c.median.days));
}

/* Beside the rate: what it is measured by. */
static const char *aim(struct req *r, const struct numbers *n, int64_t group)
{
	double target = targets_of(n, group);

	return target > 0 ? arena_printf(r->arena, _("target %s"),
					 format_percent(r->arena, r->language,
							target, 0))
			  : "";
}

static void show_counts(struct view *row, struct req *r,
			const struct numbers *n, const struct group *t,
			int64_t group)
{
	const struct span *span = &n->span;

	view_count(row, "LEADS", t->prospects);
	view_text(row, "LEADS_URL", page_rows(r, n, span->now, group, "all"));
	view_text(row, "WAITED", waited(r, n, group));
	view_text(row, "AIM", aim(r, n, group));
	view_count(row, "MATURED", t->matured);
	view_text(row, "MATURED_URL",
		  page_rows(r, n, span->now, group, "matured"));
	view_count(row, "WON", t->won);
	view_text(row, "WON_URL", page_rows(r, n, span->now, group, "won"));
	view_text(row, "COST",
		  n->spends && t->cost_per_win.known
			  ? money(r, t->cost_per_win.each)
			  : FORMAT_NOTHING);
	view_text(row, "REVENUE",
		  t->matured || !t->prospects ? money(r, t->revenue)
					      : FORMAT_NOTHING);
	show_means(row, r, n, t);
}

static void show_team(struct view *page, struct req *r, const struct numbers *n,
		      size_t i, const struct chart_axis *axis)
{
	const struct group *t = &n->now->group[i];
	struct view *row = view_row(page, "TEAM");
	const char *needed = words_needed(r, t);

	view_text(row, "NAME", t->name);
	view_text(row, "TEAM_URL",
		  page_address(r, n, "/conversion", n->by, t->id));
	show_rate(row, r, t);
	show_interval(row, n, t, axis);
	if (n->before && groups_rated(t))
		show_change(row, n->changed[i], n->change_q[i], "");
	show_counts(row, r, n, t, t->id);
	view_text(row, "VERDICT",
		  n->now->n > 1 ? words_verdict(t->against.verdict) : "");
	view_text(row, "VERDICT_CLASS",
		  t->against.verdict == VERDICT_BETTER  ? "tag good"
		  : t->against.verdict == VERDICT_WORSE ? "tag bad"
							: "mut");
	view_text(row, "NEEDED", needed);
}

/* The sum of the teams; one team alone is its own sum. */
static void show_total(struct view *page, struct req *r,
		       const struct numbers *n, const struct chart_axis *axis)
{
	struct view *total;

	if (n->now->n == 1)
		return;
	total = view_row(page, "TOTAL");
	show_rate(total, r, &n->now->all);
	show_interval(total, n, &n->now->all, axis);
	if (n->before && n->now->all.matured >= MANY_FEW)
		show_change(total, n->change, n->change_q[n->now->n], "");
	show_counts(total, r, n, &n->now->all, EVERY);
}

static void show_teams(struct view *page, struct req *r,
		       const struct numbers *n)
{
	struct chart_axis axis = rate_axis(n);

	if (n->now->all.matured)
		show_ticks(view_row(page, "AXIS"), &axis);
	for (size_t i = 0; i < n->now->n && i < GROUPS_SHOWN; i++)
		show_team(page, r, n, i, &axis);
	if (n->now->n > GROUPS_SHOWN)
		view_count(view_row(page, "MORE_GROUPS"), "MORE_GROUPS_COUNT",
			   (int64_t)(n->now->n - GROUPS_SHOWN));
	show_total(page, r, n, &axis);
	view_text(page, "SPREAD", words_spread(n));
	view_if(page, "ONLY_WON", n->now->only_won);
	view_if(page, "GOALS", n->targets->n > 0);
	if (r->viewer.role >= HEAD)
		view_text(view_row(page, "SET_GOALS"), "GOALS_URL",
			  "/account/targets");
}

/* Where the meaning of each number of the table is told. */
static void show_cards(struct view *page, const struct numbers *n)
{
	card_link(page, "RATE_CARD", n, CARD_RATE);
	card_link(page, "CHANGE_CARD", n, CARD_CHANGE);
	card_link(page, "LEADS_CARD", n, CARD_LEADS);
	card_link(page, "WON_CARD", n, CARD_WON);
	card_link(page, "COST_CARD", n, CARD_COST);
	card_link(page, "REVENUE_CARD", n, CARD_REVENUE);
	card_link(page, "AGAINST_CARD", n, CARD_AGAINST);
	card_link(page, "DAYS_CARD", n, CARD_DAYS);
	card_link(page, "WAIT_CARD", n, CARD_WAIT);
	card_link(page, "ESTIMATE_CARD", n, CARD_ESTIMATE);
}

enum err page_send(struct req *r, const struct numbers *n)
{
	struct view *page = view_page(r, "conversion/page.tpl");

	view_printf(page, "TITLE", "%s \xc2\xb7 %s", _("Conversion"),
		    filters_name(r, &n->span, n->span.now));
	view_text(page, "QUESTION", words_question(r, n));
	view_text(page, "FINDING", words_finding(r, n));
	view_text(page, "CHANGE_SENTENCE", words_change(r, n));
	view_text(page, "LEADER", words_leader(r, n->now));
	view_text(page, "CSV_URL",
		  page_address(r, n, "/conversion.csv", n->by, EVERY));
	view_text(page, "JSON_URL",
		  page_address(r, n, "/conversion.json", n->by, EVERY));
	view_if(page, "EMPTY", n->now->all.prospects == 0);
	view_count(page, "HORIZON", n->horizon);
	view_text(page, "GROUP", words_group(n->by));
	view_text(page, "GROUPS", words_groups(n->by));
	view_text(page, "ALL_GROUPS", words_all(n->by));
	show_cards(page, n);
	page_views(page, r, n);
	page_groupings(page, r, n);
	page_filters(page, r, n);
	page_notes(page, r, n);
	page_running(page, n);
	show_kpis(page, r, n);
	show_teams(page, r, n);
	pair_show(page, r, n);
	changed_show(page, r, n);
	trend_show(page, r, n);
	health_show(page, n, &n->health);
	return view_send(page);
}
