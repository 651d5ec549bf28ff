/* conversion.c - /conversion: which team turns prospects into customers best.
 *
 * The rate is of prospects old enough to have had the horizon's days to buy,
 * so that a busy last week cannot make a team look worse than it is.  Invalid
 * ones (spam, tests, duplicates) are left out and counted beside.  Each number
 * links to its rows; the same address ends in .csv and .json. */
#include <math.h>
#include <string.h>

#include "lib/app.h"
#include "lib/chart.h"
#include "lib/csv.h"
#include "lib/filters.h"
#include "lib/groups.h"
#include "lib/json.h"
#include "lib/lang.h"
#include "lib/money.h"
#include "queries.h"

enum {
	EVERY = -1,          /* no team or source is chosen */
	WEEKS_LONGEST = 190, /* days; longer periods are drawn by month */
	BIN_LEAST = 20,      /* prospects per week on average, else months */
	BINS_MOST = 130,
};

struct form {
	struct filters days;
	int64_t team, source; /* ids, 0: none recorded, or EVERY */
	int64_t horizon;      /* days; 0: the company's */
	int64_t as_of;
};

static const struct field fields[] = {
	FILTERS_FIELDS(struct form, days),
	FIELD_INT(struct form, team, "team", 0, INT64_MAX, EVERY,
		  .flags = OPTIONAL),
	FIELD_INT(struct form, source, "source", 0, INT64_MAX, EVERY,
		  .flags = OPTIONAL),
	FIELD_INT(struct form, horizon, "horizon", 1, 730, 0,
		  .flags = OPTIONAL),
	FIELD_DAY(struct form, as_of, "as_of", .flags = OPTIONAL | TO_TODAY),
};

/* A piece of the trend: one week or month, as far as it lies in the period. */
struct bin {
	struct period days;
	bool part; /* the period cuts it short */
	int64_t prospects, matured, won;
	struct share share;
};

struct name {
	int64_t id;
	const char *name, *region;
};

/* Everything the page shows, whatever the format. */
struct numbers {
	const struct form *form;
	struct span span;
	int64_t horizon, as_of;
	struct groups *now, *before; /* teams */
	struct difference change;    /* of the total, now - before */
	struct difference *changed;  /* [0..now->n), same order */
	double *change_q;            /* [0..now->n], the total's last */
	enum period_kind bin_kind;
	struct bin *bin, *bin_before; /* [0..bins), [0..bins_before) */
	size_t bins, bins_before;
	struct name *team, *source; /* [0..teams), [0..sources) */
	size_t teams, sources;
	bool spends; /* some price of prospects is known */
};

/* ---- reading
 * ------------------------------------------------------------------- */

static size_t read_teams(struct req *r, struct answer *a, struct name **out)
{
	struct team_all row;
	struct name *list = NULL;
	size_t n = 0;

	while (next_team_all(a, &row)) {
		list = arena_more(r->arena, list, n, sizeof(*list));
		list[n++] = (struct name){ row.id, row.name, row.region };
	}
	*out = list;
	return n;
}

static size_t read_sources(struct req *r, struct answer *a, struct name **out)
{
	struct source_all row;
	struct name *list = NULL;
	size_t n = 0;

	while (next_source_all(a, &row)) {
		list = arena_more(r->arena, list, n, sizeof(*list));
		list[n++] = (struct name){ row.id, row.name, "" };
	}
	*out = list;
	return n;
}

static enum fate fate_of(const char *state)
{
	switch (*state) {
	case 'w':
		return FATE_WON;
	case 'l':
		return FATE_LOST;
	case 'o':
		return FATE_OPEN;
	default:
		return FATE_INVALID;
	}
}

static size_t read_fates(struct req *r, struct answer *a,
			 struct groups_row **out)
{
	struct conversion_by_fate row;
	struct groups_row *list = NULL;
	size_t n = 0;

	while (next_conversion_by_fate(a, &row)) {
		list = arena_more(r->arena, list, n, sizeof(*list));
		list[n++] = (struct groups_row){
			.group = row.team_id,
			.fate = fate_of(row.state),
			.matured = row.matured,
			.days = row.days,
			.n = row.prospects,
			.cost = row.cost,
			.revenue = row.revenue,
		};
	}
	*out = list;
	return n;
}

static size_t read_spend(struct req *r, struct answer *items,
			 struct answer *counts, struct groups_spend **out)
{
	struct spend_by_month item;
	struct conversion_by_spend count;
	struct spend_item *item_list = NULL;
	struct spend_count *count_list = NULL;
	size_t n = 0, m = 0;

	while (next_spend_by_month(items, &item)) {
		item_list =
			arena_more(r->arena, item_list, n, sizeof(*item_list));
		item_list[n++] = (struct spend_item){
			.month = item.month,
			.source = item.source_id,
			.campaign = item.campaign_id,
			.amount = item.amount,
			.prospects = item.prospects,
		};
	}
	while (next_conversion_by_spend(counts, &count)) {
		count_list = arena_more(r->arena, count_list, m,
					sizeof(*count_list));
		count_list[m++] = (struct spend_count){
			.group = count.team_id,
			.month = count.month,
			.source = count.source_id,
			.campaign = count.campaign_id,
			.matured = count.matured,
			.prospects = count.prospects,
		};
	}
	*out = groups_share_spend(r->arena, item_list, n, count_list, m);
	return m;
}

/* The questions about one period, asked before any answer is read. */
struct questions {
	struct answer *fates, *spend, *counts, *days;
};

static struct questions ask(struct req *r, const struct numbers *n,
			    struct period p)
{
	const struct form *f = n->form;
	struct store *s = r->store;
	struct conversion_by_fate_in fate = {
		r->viewer.read, p.from,  p.to,      n->as_of,
		n->horizon,     f->team, f->source,
	};
	struct spend_by_month_in spend = {
		period_month(p.from),
		period_month(p.to - 1),
		n->as_of,
	};
	struct conversion_by_spend_in count = {
		r->viewer.read, p.from,  p.to,      n->as_of,
		n->horizon,     f->team, f->source,
	};
	struct conversion_by_day_in day = {
		r->viewer.read, p.from,  p.to,      n->as_of,
		n->horizon,     f->team, f->source,
	};
	struct questions q;

	q.fates = ask_conversion_by_fate(s, fate);
	q.spend = ask_spend_by_month(s, spend);
	q.counts = ask_conversion_by_spend(s, count);
	q.days = ask_conversion_by_day(s, day);
	return q;
}

static struct groups *read_groups(struct req *r, const struct numbers *n,
				  const struct questions *q)
{
	struct groups_row *fates;
	struct groups_spend *spend;
	size_t rows = read_fates(r, q->fates, &fates);
	size_t shares = read_spend(r, q->spend, q->counts, &spend);
	int64_t *id = arena_array(r->arena, n->teams + 1, sizeof(*id));
	const char **name = arena_array(r->arena, n->teams + 1, sizeof(*name));
	size_t listed = 0;
	struct groups *g;

	for (size_t i = 0; i < n->teams; i++) {
		if (n->form->team != EVERY && n->form->team != n->team[i].id)
			continue;
		id[listed] = n->team[i].id;
		name[listed++] = n->team[i].name;
	}
	g = groups_new(r->arena, id, name, listed, _("No team"));
	/* After a failure of the store the lists do not fit each other. */
	if (store_error(r->store) == OK)
		groups_count(r->arena, g, fates, rows, spend, shares,
			     n->horizon);
	return g;
}

/* ---- the trend
 * ------------------------------------------------------------------ */

/* Cuts a period into weeks or months; empty ones are there too. */
static size_t cut(struct req *r, enum period_kind kind, struct period p,
		  struct bin **out)
{
	struct bin *list = NULL;
	struct period whole = period_of(kind, p.from);
	size_t n = 0;

	for (; whole.from < p.to && n < BINS_MOST;
	     whole = period_step(kind, whole, 1)) {
		struct period part = {
			whole.from < p.from ? p.from : whole.from,
			whole.to > p.to ? p.to : whole.to,
		};

		list = arena_more(r->arena, list, n, sizeof(*list));
		list[n++] = (struct bin){
			.days = part,
			.part = period_days(part) < period_days(whole),
		};
	}
	*out = list;
	return n;
}

struct day_count {
	int64_t day, prospects, matured, won;
};

static size_t read_days(struct req *r, struct answer *a, struct day_count **out)
{
	struct conversion_by_day row;
	struct day_count *list = NULL;
	size_t n = 0;

	while (next_conversion_by_day(a, &row)) {
		list = arena_more(r->arena, list, n, sizeof(*list));
		list[n++] = (struct day_count){ row.day, row.prospects,
						row.matured, row.won };
	}
	*out = list;
	return n;
}

static void fill_bins(struct bin *bin, size_t bins, const struct day_count *day,
		      size_t days)
{
	size_t b = 0;

	for (size_t i = 0; i < days; i++) {
		while (b < bins && day[i].day >= bin[b].days.to)
			b++;
		if (b == bins)
			break;
		bin[b].prospects += day[i].prospects;
		bin[b].matured += day[i].matured;
		bin[b].won += day[i].won;
	}
	for (b = 0; b < bins; b++)
		bin[b].share = rate_share(bin[b].won, bin[b].matured);
}

/* Weeks, unless they would be too many or too thin. */
static enum period_kind bin_kind(const struct numbers *n)
{
	int64_t days = period_days(n->span.now);

	if (days > WEEKS_LONGEST ||
	    n->now->all.prospects * 7 < BIN_LEAST * days)
		return PERIOD_MONTH;
	return PERIOD_WEEK;
}

static size_t read_trend(struct req *r, enum period_kind kind, struct period p,
			 struct answer *a, struct bin **out)
{
	struct day_count *day;
	size_t days = read_days(r, a, &day);
	size_t bins = cut(r, kind, p, out);

	fill_bins(*out, bins, day, days);
	return bins;
}

/* ---- changes
 * ------------------------------------------------------------------------ */

static struct tally tally_of(const struct group *t)
{
	return (struct tally){ t->won, t->matured };
}

/* The changes of all teams and of their sum, adjusted for being many. */
static void compare_periods(struct req *r, struct numbers *n)
{
	size_t m = n->now->n;
	double *p = arena_array(r->arena, m + 1, sizeof(*p));

	n->changed = arena_array(r->arena, m + 1, sizeof(*n->changed));
	n->change_q = arena_array(r->arena, m + 1, sizeof(*n->change_q));
	for (size_t i = 0; i < m; i++) {
		const struct group *t = &n->now->group[i];
		const struct group *old = groups_find(n->before, t->id);
		struct tally was = old ? tally_of(old) : (struct tally){ 0, 0 };

		n->changed[i] = rate_difference(tally_of(t), was);
		p[i] = rate_p(tally_of(t), was);
	}
	n->change = rate_difference(tally_of(&n->now->all),
				    tally_of(&n->before->all));
	p[m] = rate_p(tally_of(&n->now->all), tally_of(&n->before->all));
	many_adjust(r->arena, p, n->change_q, m + 1);
}

/* Up, down or not clear: 1, -1, 0. */
static int clear_change(struct difference d, double q)
{
	if (!d.known || q > 0.05 || (d.low <= 0 && d.high >= 0))
		return 0;
	return d.by > 0 ? 1 : -1;
}

static void load_before(struct req *r, struct numbers *n,
			const struct questions *q)
{
	n->before = read_groups(r, n, q);
	n->bins_before = read_trend(r, n->bin_kind, n->span.before, q->days,
				    &n->bin_before);
	compare_periods(r, n);
}

static enum err load(struct req *r, const struct form *f, struct numbers *n)
{
	struct answer *teams, *sources;
	struct questions now, before = { 0 };
	bool compares;

	*n = (struct numbers){ .form = f };
	if (filters_span(r->form, &f->days, r->today, &n->span) != OK)
		return ERR_INPUT;
	n->horizon = f->horizon ? f->horizon : r->company.horizon_days;
	n->as_of = f->as_of == NONE ? r->today : f->as_of;
	compares = n->span.vs != VERSUS_NONE;

	teams = ask_team_all(r->store, (struct team_all_in){ r->viewer.read });
	sources = ask_source_all(r->store);
	now = ask(r, n, n->span.now);
	if (compares)
		before = ask(r, n, n->span.before);

	n->teams = read_teams(r, teams, &n->team);
	n->sources = read_sources(r, sources, &n->source);
	n->now = read_groups(r, n, &now);
	groups_order(n->now);
	n->bin_kind = bin_kind(n);
	n->bins = read_trend(r, n->bin_kind, n->span.now, now.days, &n->bin);
	if (compares)
		load_before(r, n, &before);
	n->spends = n->now->all.cost > 0;
	return store_error(r->store);
}

/* ---- addresses
 * -------------------------------------------------------------------- */

static void add_int(struct buf *b, struct arena *a, const char *name, int64_t x)
{
	url_add(b, name, arena_printf(a, "%lld", (long long)x));
}

/* The filters beside the days, as they are. */
static void add_filters(struct buf *b, struct req *r, const struct form *f,
			int64_t team)
{
	if (team != EVERY)
		add_int(b, r->arena, "team", team);
	if (f->source != EVERY)
		add_int(b, r->arena, "source", f->source);
	if (f->horizon)
		add_int(b, r->arena, "horizon", f->horizon);
	if (f->as_of != NONE)
		url_add(b, "as_of", period_text(r->arena, f->as_of));
}

/* This page, for one team or every one, in a format: "", ".csv", ".json". */
static const char *here(struct req *r, const struct numbers *n, int64_t team,
			const char *ending)
{
	struct buf *b = buf_new(r->arena);

	buf_printf(b, "/conversion%s?", ending);
	filters_add(b, r->arena, &n->span);
	add_filters(b, r, n->form, team);
	return buf_text(b);
}

/* The rows behind a number: the prospects of some days in some state. */
static const char *rows(struct req *r, const struct numbers *n,
			struct period days, int64_t team, const char *state)
{
	struct buf *b = buf_new(r->arena);

	buf_text_add(b, "/leads?");
	url_add(b, "from", period_text(r->arena, days.from));
	url_add(b, "to", period_text(r->arena, days.to - 1));
	url_add(b, "state", state);
	add_filters(b, r, n->form, team);
	return buf_text(b);
}

/* ---- words
 * ----------------------------------------------------------------------------
 */

static const char *verdict_word(enum verdict v)
{
	static const char *const words[] = {
		[VERDICT_NO_DATA] = "no data",
		[VERDICT_FEW] = "few",
		[VERDICT_BETTER] = "better",
		[VERDICT_WORSE] = "worse",
		[VERDICT_PERHAPS_BETTER] = "perhaps better",
		[VERDICT_PERHAPS_WORSE] = "perhaps worse",
		[VERDICT_NO_DIFFERENCE] = "no visible difference",
	};

	return words[v];
}

static const char *verdict_sentence(enum verdict v)
{
	static const char *const words[] = {
		[VERDICT_NO_DATA] = N_("Nothing to compare"),
		[VERDICT_FEW] = N_("Too few leads"),
		[VERDICT_BETTER] = N_("Better than the rest"),
		[VERDICT_WORSE] = N_("Worse than the rest"),
		[VERDICT_PERHAPS_BETTER] = N_(
			"Ahead; with so few leads the difference may be chance"),
		[VERDICT_PERHAPS_WORSE] = N_(
			"Behind; with so few leads the difference may be chance"),
		[VERDICT_NO_DIFFERENCE] = N_("No visible difference"),
	};

	return _(words[v]);
}

/* How many more leads it takes to know; "" where that says nothing. */
static const char *needed_sentence(struct req *r, const struct many_row *a)
{
	bool open = a->verdict == VERDICT_PERHAPS_BETTER ||
		    a->verdict == VERDICT_PERHAPS_WORSE ||
		    a->verdict == VERDICT_NO_DIFFERENCE;

	if (!open || a->needed == NONE || a->needed > 1000000)
		return "";
	return arena_printf(
		r->arena,
		lang_plural(
			"to know a gap like this takes %s lead on each side",
			"to know a gap like this takes %s leads on each side",
			a->needed),
		format_count(r->arena, r->language, a->needed));
}

static const char *finding(struct req *r, const struct numbers *n)
{
	const struct group *all = &n->now->all;
	const char *won = format_count(r->arena, r->language, all->won);
	const char *of = format_count(r->arena, r->language, all->matured);
	const char *days = format_count(r->arena, r->language, n->horizon);

	if (all->prospects == 0)
		return _("No leads came in this period.");
	if (all->matured == 0)
		return arena_printf(
			r->arena,
			_("None of these leads has had its %s days to buy yet."),
			days);
	if (all->matured < MANY_FEW)
		return arena_printf(
			r->arena,
			_("%s of %s leads became customers within %s days."),
			won, of, days);
	return arena_printf(
		r->arena,
		_("%s of %s leads became customers within %s days: %s."), won,
		of, days,
		format_rate(r->arena, r->language, all->conversion.rate,
			    all->matured));
}

static const char *change_sentence(struct req *r, const struct numbers *n)
{
	int clear;
	const char *points, *before;

	if (!n->before || !n->change.known ||
	    n->before->all.matured < MANY_FEW || n->now->all.matured < MANY_FEW)
		return "";
	clear = clear_change(n->change, n->change_q[n->now->n]);
	points = format_points(r->arena, r->language, n->change.by);
	before = filters_name(r, &n->span, n->span.before);
	if (clear == 0)
		return arena_printf(
			r->arena,
			_("Against %s that is %s; chance alone could explain it."),
			before, points);
	return arena_printf(
		r->arena,
		_("Against %s that is %s, more than chance would explain."),
		before, points);
}

/* Whether the teams differ at all: said before anybody reads their order. */
static const char *spread_sentence(const struct groups *g)
{
	if (!g->spread.known)
		return "";
	if (g->spread.p < 0.05)
		return _("The teams differ by more than chance would explain.");
	return _("The teams do not differ by more than chance would explain.");
}

/* ---- the page
 * ----------------------------------------------------------------------------
 */

static void show_filters(struct view *page, struct req *r,
			 const struct numbers *n)
{
	const struct form *f = n->form;
	struct filters_option *team =
		arena_array(r->arena, n->teams + 1, sizeof(*team));
	struct filters_option *source =
		arena_array(r->arena, n->sources + 2, sizeof(*source));
	struct filters_choice choice[2];
	struct filters_kept kept[4];
	size_t k = 0;

	team[0] = (struct filters_option){ "", _("All teams") };
	for (size_t i = 0; i < n->teams; i++)
		team[i + 1] = (struct filters_option){
			arena_printf(r->arena, "%lld",
				     (long long)n->team[i].id),
			n->team[i].name
		};
	source[0] = (struct filters_option){ "", _("All sources") };
	source[1] = (struct filters_option){ "0", _("Source not recorded") };
	for (size_t i = 0; i < n->sources; i++)
		source[i + 2] = (struct filters_option){
			arena_printf(r->arena, "%lld",
				     (long long)n->source[i].id),
			n->source[i].name
		};
	choice[0] = (struct filters_choice){
		"team", _("Team"), team, n->teams + 1,
		f->team == EVERY
			? ""
			: arena_printf(r->arena, "%lld", (long long)f->team)
	};
	choice[1] = (struct filters_choice){
		"source", _("Source"), source, n->sources + 2,
		f->source == EVERY
			? ""
			: arena_printf(r->arena, "%lld", (long long)f->source)
	};
	if (f->team != EVERY)
		kept[k++] = (struct filters_kept){ "team", choice[0].chosen };
	if (f->source != EVERY)
		kept[k++] = (struct filters_kept){ "source", choice[1].chosen };
	if (f->horizon)
		kept[k++] = (struct filters_kept){
			"horizon",
			arena_printf(r->arena, "%lld", (long long)f->horizon)
		};
	if (f->as_of != NONE)
		kept[k++] =
			(struct filters_kept){ "as_of", period_text(r->arena,
								    f->as_of) };
	filters_show(page, &n->span, choice, COUNT(choice), kept, k);
}

/* A change of a count or an amount: sign and percent, never coloured. */
static void show_growth(struct view *row, struct req *r, double now,
			double before)
{
	double by;

	if (before <= 0)
		return;
	by = (now - before) / before;
	row = view_row(row, "CHANGE");
	view_printf(row, "CHANGE_BY", "%s%s", by > 0 ? "+" : "",
		    format_percent(r->arena, r->language, by, 1));
	view_text(row, "CHANGE_CLASS", "");
	view_text(row, "CHANGE_WORDS", "");
}

/* A change of a rate in points; coloured only when it is clear. */
static void show_change(struct view *row, struct difference d, double q)
{
	int clear = clear_change(d, q);

	if (!d.known)
		return;
	row = view_row(row, "CHANGE");
	view_points(row, "CHANGE_BY", d.by);
	view_text(row, "CHANGE_CLASS",
		  clear > 0   ? "up"
		  : clear < 0 ? "down"
			      : "");
	view_text(row, "CHANGE_WORDS",
		  clear ? _("clear change") : _("no clear change"));
	view_if(row, "CHANGE_UP", clear > 0);
	view_if(row, "CHANGE_DOWN", clear < 0);
}

static struct view *show_kpi(struct view *page, const char *name,
			     const char *value, const char *address,
			     const char *note)
{
	struct view *kpi = view_row(page, "KPI");

	view_text(kpi, "KPI_NAME", name);
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
	const char *note = _("too few leads for a rate");
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
	kpi = show_kpi(page, _("Conversion"), rate_or_nothing(r, all),
		       rows(r, n, n->span.now, n->form->team, "won"), note);
	if (n->before && all->matured >= MANY_FEW &&
	    n->before->all.matured >= MANY_FEW)
		show_change(kpi, n->change, n->change_q[n->now->n]);
}

static const char *young_note(struct req *r, const struct numbers *n)
{
	int64_t young = n->now->all.prospects - n->now->all.matured;

	if (young == 0)
		return arena_printf(
			r->arena, _("all have had their %s days to buy"),
			format_count(r->arena, r->language, n->horizon));
	return arena_printf(r->arena,
			    lang_plural("%s is too young to count",
					"%s are too young to count", young),
			    format_count(r->arena, r->language, young));
}

static void show_kpis(struct view *page, struct req *r, const struct numbers *n)
{
	const struct group *all = &n->now->all;
	const struct group *old = n->before ? &n->before->all : NULL;
	const char *won = rows(r, n, n->span.now, n->form->team, "won");
	const char *currency = r->company.currency;
	struct view *kpi;

	show_conversion_kpi(page, r, n);
	kpi = show_kpi(page, _("Leads"),
		       format_count(r->arena, r->language, all->prospects),
		       rows(r, n, n->span.now, n->form->team, "all"),
		       young_note(r, n));
	if (old)
		show_growth(kpi, r, (double)all->prospects,
			    (double)old->prospects);
	kpi = show_kpi(
		page, _("Customers won"),
		format_count(r->arena, r->language, all->won), won,
		arena_printf(r->arena, _("within %s days"),
			     format_count(r->arena, r->language, n->horizon)));
	if (old)
		show_growth(kpi, r, (double)all->won, (double)old->won);
	kpi = show_kpi(page, _("Cost per customer"),
		       n->spends && all->cost_per_win.known
			       ? format_money_short(r->arena, r->language,
						    all->cost_per_win.each,
						    currency)
			       : FORMAT_NOTHING,
		       won,
		       n->spends ? _("prices and spend on leads \xc3\xb7 won")
				 : _("no spend is recorded"));
	if (old && old->cost_per_win.known && n->spends)
		show_growth(kpi, r, (double)all->cost_per_win.each,
			    (double)old->cost_per_win.each);
	kpi = show_kpi(page, _("Revenue won"),
		       format_money_short(r->arena, r->language, all->revenue,
					  currency),
		       won, _("first purchases, before refunds"));
	if (old)
		show_growth(kpi, r, (double)all->revenue, (double)old->revenue);
}

/* The common scale of all intervals in the table. */
static struct chart_axis rate_axis(const struct groups *g)
{
	double low = g->all.conversion.low, high = g->all.conversion.high;

	for (size_t i = 0; i < g->n; i++) {
		const struct group *t = &g->group[i];

		if (t->matured == 0)
			continue;
		low = fmin(low, t->conversion.low);
		high = fmax(high, t->conversion.high);
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
	struct view *v;

	if (t->matured == 0)
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
	if (old && old->matured >= MANY_FEW)
		view_place(view_row(v, "BEFORE_DOT"), "BEFORE_X",
			   chart_x(axis, old->conversion.rate));
}

/* A rate is a headline from 30 cases on, grey from 10, counts below. */
static void show_rate(struct view *row, struct req *r, const struct group *t)
{
	struct view *v;

	if (t->matured == 0) {
		view_if(row, "NO_LEADS", true);
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

static void show_counts(struct view *row, struct req *r,
			const struct numbers *n, const struct group *t,
			int64_t team)
{
	const struct span *span = &n->span;

	view_count(row, "LEADS", t->prospects);
	view_text(row, "LEADS_URL", rows(r, n, span->now, team, "all"));
	view_count(row, "MATURED", t->matured);
	view_text(row, "MATURED_URL", rows(r, n, span->now, team, "matured"));
	view_count(row, "WON", t->won);
	view_text(row, "WON_URL", rows(r, n, span->now, team, "won"));
	view_text(row, "COST",
		  n->spends && t->cost_per_win.known
			  ? format_money_short(r->arena, r->language,
					       t->cost_per_win.each,
					       r->company.currency)
			  : FORMAT_NOTHING);
	view_money_short(row, "REVENUE", t->revenue);
}

static void show_team(struct view *page, struct req *r, const struct numbers *n,
		      size_t i, const struct chart_axis *axis)
{
	const struct group *t = &n->now->group[i];
	struct view *row = view_row(page, "TEAM");
	const char *needed = needed_sentence(r, &t->against);

	view_text(row, "NAME", t->name);
	view_text(row, "TEAM_URL", here(r, n, t->id, ""));
	show_rate(row, r, t);
	show_interval(row, n, t, axis);
	if (n->before && t->matured >= MANY_FEW)
		show_change(row, n->changed[i], n->change_q[i]);
	show_counts(row, r, n, t, t->id);
	view_text(row, "VERDICT", verdict_sentence(t->against.verdict));
	view_text(row, "VERDICT_CLASS",
		  t->against.verdict == VERDICT_BETTER  ? "tag good"
		  : t->against.verdict == VERDICT_WORSE ? "tag bad"
							: "mut");
	view_text(row, "NEEDED", needed);
}

static void show_teams(struct view *page, struct req *r,
		       const struct numbers *n)
{
	struct chart_axis axis = rate_axis(n->now);
	struct view *total;

	show_ticks(view_row(page, "AXIS"), &axis);
	for (size_t i = 0; i < n->now->n; i++)
		show_team(page, r, n, i, &axis);
	total = view_row(page, "TOTAL");
	show_rate(total, r, &n->now->all);
	show_interval(total, n, &n->now->all, &axis);
	if (n->before && n->now->all.matured >= MANY_FEW)
		show_change(total, n->change, n->change_q[n->now->n]);
	show_counts(total, r, n, &n->now->all, n->form->team);
	view_text(page, "SPREAD", spread_sentence(n->now));
	if (n->now->all.excluded) {
		struct view *v = view_row(page, "EXCLUDED");

		view_text(v, "EXCLUDED_URL",
			  rows(r, n, n->span.now, n->form->team, "invalid"));
		view_printf(v, "EXCLUDED_TEXT",
			    lang_plural("%s lead is excluded as invalid",
					"%s leads are excluded as invalid",
					n->now->all.excluded),
			    format_count(r->arena, r->language,
					 n->now->all.excluded));
	}
}

/* ---- the chart
 * ---------------------------------------------------------------------------
 */

/* The name of a bin where it begins. */
static const char *bin_name(struct req *r, const struct numbers *n,
			    const struct bin *b)
{
	if (n->bin_kind == PERIOD_MONTH)
		return format_month(r->arena, r->language,
				    period_month(b->days.from));
	return format_day_short(r->arena, r->language, b->days.from);
}

/* Only bins in which most prospects have had their time are drawn. */
static bool drawn(const struct bin *b)
{
	return b->matured > 0 && 5 * b->matured >= 4 * b->prospects;
}

static struct chart_axis trend_axis(const struct numbers *n)
{
	double low = 1, high = 0;

	for (size_t i = 0; i < n->bins; i++) {
		if (!drawn(&n->bin[i]))
			continue;
		low = fmin(low, n->bin[i].share.low);
		high = fmax(high, n->bin[i].share.high);
	}
	for (size_t i = 0; i < n->bins_before && i < n->bins; i++) {
		if (!drawn(&n->bin_before[i]))
			continue;
		low = fmin(low, n->bin_before[i].share.rate);
		high = fmax(high, n->bin_before[i].share.rate);
	}
	return low > high ? chart_axis(0, 1, 5) : chart_axis(low, high, 5);
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
			.gap = !drawn(&bin[i]),
		};
	return p;
}

static void show_bin(struct view *chart, struct req *r, const struct numbers *n,
		     size_t i, const struct chart_axis *axis)
{
	const struct bin *b = &n->bin[i];
	struct view *v = view_row(chart, "POINT");
	/* The box of the values stays inside the drawing. */
	double x = bin_x(n, i), width = 100 / (double)n->bins;
	int left = x < 25 ? -14 : x > 75 ? -150 : -82;

	view_place(v, "POINT_X", x);
	view_place(v, "POINT_Y", drawn(b) ? chart_y(axis, b->share.rate) : 100);
	view_place(v, "HIT_X", x - width / 2);
	view_place(v, "HIT_WIDTH", width);
	view_printf(v, "TIP_X", "%d", left);
	view_printf(v, "TIP_TEXT_X", "%d", left + 12);
	view_printf(v, "TIP_NAME",
		    n->bin_kind == PERIOD_WEEK ? _("Week of %s") : "%s",
		    bin_name(r, n, b));
	view_printf(v, "TIP_TEXT", _("%s \xc2\xb7 %s of %s"),
		    b->matured < MANY_FEW
			    ? FORMAT_NOTHING
			    : format_rate(r->arena, r->language, b->share.rate,
					  b->matured),
		    format_count(r->arena, r->language, b->won),
		    format_count(r->arena, r->language, b->matured));
	view_if(v, "POINT_PART", b->part && drawn(b));
	view_if(v, "POINT_YOUNG", !drawn(b) && b->prospects > 0);
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
	view_count(v, "VALUE_LEADS", b->prospects);
	view_text(v, "VALUE_LEADS_URL",
		  rows(r, n, b->days, n->form->team, "all"));
	view_count(v, "VALUE_MATURED", b->matured);
	view_text(v, "VALUE_MATURED_URL",
		  rows(r, n, b->days, n->form->team, "matured"));
	view_count(v, "VALUE_WON", b->won);
	view_text(v, "VALUE_WON_URL",
		  rows(r, n, b->days, n->form->team, "won"));
}

static void show_trend(struct view *page, struct req *r,
		       const struct numbers *n)
{
	struct chart_axis axis = trend_axis(n);
	struct chart_point *now = points(r, n, n->bin, n->bins, &axis);
	/* A longer period before would run out of the drawing. */
	size_t before = n->bins_before < n->bins ? n->bins_before : n->bins;
	struct chart_point *old = points(r, n, n->bin_before, before, &axis);
	struct view *chart;
	size_t every = n->bins > 14 ? (n->bins + 6) / 7 : n->bins > 7 ? 2 : 1;

	if (n->now->all.prospects == 0)
		return;
	chart = view_row(page, "TREND");
	view_if(chart, "BY_WEEK", n->bin_kind == PERIOD_WEEK);
	view_if(chart, "BY_MONTH", n->bin_kind == PERIOD_MONTH);
	view_text(chart, "NOW_NAME", filters_name(r, &n->span, n->span.now));
	view_text(chart, "BAND_PATH",
		  chart_band(r->arena, now, n->bins, false));
	view_text(chart, "LINE_PATH", chart_line(r->arena, now, n->bins));
	view_text(chart, "BEFORE_PATH", chart_line(r->arena, old, before));
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
		show_bin(chart, r, n, i, &axis);
		show_value(chart, r, n, &n->bin[i]);
		if (i % every == 0) {
			struct view *label = view_row(chart, "LABEL");

			view_place(label, "LABEL_X", bin_x(n, i));
			view_text(label, "LABEL_NAME",
				  bin_name(r, n, &n->bin[i]));
		}
	}
}

static enum err show_page(struct req *r, const struct numbers *n)
{
	struct view *page = view_page(r, "conversion.tpl");

	view_printf(page, "TITLE", "%s \xc2\xb7 %s", _("Conversion"),
		    filters_name(r, &n->span, n->span.now));
	view_text(page, "FINDING", finding(r, n));
	view_text(page, "CHANGE_SENTENCE", change_sentence(r, n));
	view_text(page, "CSV_URL", here(r, n, n->form->team, ".csv"));
	view_text(page, "JSON_URL", here(r, n, n->form->team, ".json"));
	view_count(page, "HORIZON", n->horizon);
	show_filters(page, r, n);
	if (n->form->as_of != NONE)
		view_day(view_row(page, "AS_OF"), "AS_OF_DAY", n->as_of);
	if (r->company.sales_since_day != NONE &&
	    n->span.now.from < r->company.sales_since_day)
		view_day(view_row(page, "TOO_EARLY"), "SINCE_DAY",
			 r->company.sales_since_day);
	if (n->now->all.prospects == 0)
		view_if(page, "EMPTY", true);
	show_kpis(page, r, n);
	show_teams(page, r, n);
	show_trend(page, r, n);
	return view_send(page);
}

/* ---- CSV
 * ------------------------------------------------------------------------------------
 */

static void csv_share(struct csv_writer *w, struct share s)
{
	if (!s.known) {
		csv_put_text(w, "");
		csv_put_text(w, "");
		csv_put_text(w, "");
		return;
	}
	csv_put_number(w, s.rate, 6);
	csv_put_number(w, s.low, 6);
	csv_put_number(w, s.high, 6);
}

static void csv_group(struct csv_writer *w, const struct group *t,
		      const struct numbers *n, int exponent)
{
	csv_put_text(w, t->name);
	csv_put_int(w, t->prospects);
	csv_put_int(w, t->excluded);
	csv_put_int(w, t->matured);
	csv_put_int(w, t->won);
	csv_share(w, t->conversion);
	csv_put_money(w, llround(t->cost), exponent);
	if (n->spends && t->cost_per_win.known)
		csv_put_money(w, t->cost_per_win.each, exponent);
	else
		csv_put_text(w, "");
	csv_put_money(w, t->revenue, exponent);
	csv_put_text(w,
		     t == &n->now->all ? "" : verdict_word(t->against.verdict));
	csv_end_row(w);
}

static enum err send_csv(struct req *r, const struct numbers *n)
{
	static const char *const heads[] = {
		"team",  "prospects",    "excluded",       "matured",
		"won",   "conversion",   "conversion_low", "conversion_high",
		"spend", "cost_per_win", "revenue",        "verdict",
	};
	int exponent = money_exponent(r->company.currency);
	struct buf *b = buf_new(r->arena);
	struct csv_writer *w = csv_writer_new(r->arena, b, ',', false);

	for (size_t i = 0; i < COUNT(heads); i++)
		csv_put_text(w, heads[i]);
	csv_end_row(w);
	for (size_t i = 0; i < n->now->n; i++)
		csv_group(w, &n->now->group[i], n, exponent);
	n->now->all.name = _("All teams");
	csv_group(w, &n->now->all, n, exponent);
	r->reply.filename = "conversion.csv";
	return req_send(r, "text/csv; charset=utf-8", buf_text(b),
			buf_length(b));
}

/* ---- JSON
 * -----------------------------------------------------------------------------------
 */

static void json_limit(struct json *j, const char *key, bool known, double x)
{
	if (known)
		json_number(j, key, x);
	else
		json_null(j, key);
}

static void json_cents(struct json *j, const char *key, bool known, int64_t x,
		       int exponent)
{
	if (known)
		json_money(j, key, x, exponent);
	else
		json_null(j, key);
}

static void json_counts(struct json *j, const struct group *t)
{
	json_int(j, "prospects", t->prospects);
	json_int(j, "excluded", t->excluded);
	json_int(j, "matured", t->matured);
	json_int(j, "won", t->won);
	json_int(j, "won_any", t->won_any);
	json_int(j, "lost", t->lost);
	json_int(j, "open", t->open);
	json_limit(j, "conversion", t->conversion.known, t->conversion.rate);
	json_limit(j, "conversion_low", t->conversion.known, t->conversion.low);
	json_limit(j, "conversion_high", t->conversion.known,
		   t->conversion.high);
	json_limit(j, "estimate", t->estimate.estimable, t->estimate.rate);
	json_limit(j, "estimate_low",
		   t->estimate.estimable && t->estimate.bounded,
		   t->estimate.low);
	json_limit(j, "estimate_high",
		   t->estimate.estimable && t->estimate.bounded,
		   t->estimate.high);
	json_limit(j, "leads_per_win", t->per_win.known, t->per_win.leads);
	json_limit(j, "leads_per_win_low", t->per_win.known, t->per_win.low);
	json_limit(j, "leads_per_win_high", t->per_win.known, t->per_win.high);
	json_int(j, "median_days_to_win",
		 t->time_to_win.known ? t->time_to_win.days : NONE);
}

static void json_costs(struct json *j, const struct group *t, bool spends,
		       int exponent)
{
	bool known = spends && t->cost_per_win.known;

	json_cents(j, "spend", spends, llround(t->cost), exponent);
	json_cents(j, "cost_per_prospect", spends && t->matured,
		   t->matured ? llround(t->cost / (double)t->matured) : 0,
		   exponent);
	json_cents(j, "cost_per_win", known, t->cost_per_win.each, exponent);
	json_cents(j, "cost_per_win_low", known, t->cost_per_win.low, exponent);
	json_cents(j, "cost_per_win_high", known, t->cost_per_win.high,
		   exponent);
	json_money(j, "revenue", t->revenue, exponent);
	json_cents(j, "revenue_per_prospect", t->matured > 0,
		   t->matured ? llround((double)t->revenue / (double)t->matured)
			      : 0,
		   exponent);
}

static void json_difference(struct json *j, const char *name,
			    struct difference d, struct arena *a)
{
	json_limit(j, name, d.known, d.by);
	json_limit(j, arena_printf(a, "%s_low", name), d.known, d.low);
	json_limit(j, arena_printf(a, "%s_high", name), d.known, d.high);
}

static void json_against(struct json *j, struct req *r, const struct group *t)
{
	const struct many_row *a = &t->against;

	json_difference(j, "difference", a->from_rest, r->arena);
	json_limit(j, "p", a->from_rest.known, a->p);
	json_limit(j, "q", a->from_rest.known, a->q);
	json_limit(j, "probability_better", a->from_rest.known, a->better);
	json_int(j, "needed", a->needed);
	json_text(j, "verdict", verdict_word(a->verdict));
	json_limit(j, "shrunk", t->shrunk.known, t->shrunk.rate);
	json_limit(j, "shrunk_low", t->shrunk.known, t->shrunk.low);
	json_limit(j, "shrunk_high", t->shrunk.known, t->shrunk.high);
}

static void json_before(struct json *j, const struct group *old)
{
	if (!old) {
		json_null(j, "previous");
		return;
	}
	json_object(j, "previous");
	json_counts(j, old);
	json_end(j);
}

static void json_team(struct json *j, struct req *r, const struct numbers *n,
		      size_t i, int exponent)
{
	const struct group *t = &n->now->group[i];

	json_object(j, NULL);
	json_int(j, "id", t->id ? t->id : NONE);
	json_text(j, "name", t->name);
	json_counts(j, t);
	json_costs(j, t, n->spends, exponent);
	json_against(j, r, t);
	if (n->before) {
		json_before(j, groups_find(n->before, t->id));
		json_difference(j, "change", n->changed[i], r->arena);
		json_bool(j, "change_clear",
			  clear_change(n->changed[i], n->change_q[i]) != 0);
	}
	json_end(j);
}

static void json_bins(struct json *j, const char *key, const struct bin *bin,
		      size_t bins)
{
	json_array(j, key);
	for (size_t i = 0; i < bins; i++) {
		const struct bin *b = &bin[i];

		json_object(j, NULL);
		json_day(j, "from", b->days.from);
		json_day(j, "to", b->days.to - 1);
		json_bool(j, "part", b->part);
		json_int(j, "prospects", b->prospects);
		json_int(j, "matured", b->matured);
		json_int(j, "won", b->won);
		json_limit(j, "conversion", b->share.known, b->share.rate);
		json_limit(j, "conversion_low", b->share.known, b->share.low);
		json_limit(j, "conversion_high", b->share.known, b->share.high);
		json_end(j);
	}
	json_end(j);
}

static void json_head(struct json *j, struct req *r, const struct numbers *n)
{
	json_text(j, "page", "conversion");
	json_text(j, "company", r->company.name);
	json_day(j, "from", n->span.now.from);
	json_day(j, "to", n->span.now.to - 1);
	json_day(j, "as_of", n->as_of);
	json_int(j, "horizon_days", n->horizon);
	json_day(j, "sales_since", r->company.sales_since_day);
	json_text(j, "currency", r->company.currency);
	json_text(j, "bins", period_name(n->bin_kind));
	json_day(j, "previous_from", n->before ? n->span.before.from : NONE);
	json_day(j, "previous_to", n->before ? n->span.before.to - 1 : NONE);
}

static enum err send_json(struct req *r, const struct numbers *n)
{
	int exponent = money_exponent(r->company.currency);
	struct buf *b = buf_new(r->arena);
	struct json *j = json_new(r->arena, b);

	json_head(j, r, n);
	json_object(j, "total");
	json_counts(j, &n->now->all);
	json_costs(j, &n->now->all, n->spends, exponent);
	if (n->before) {
		json_before(j, &n->before->all);
		json_difference(j, "change", n->change, r->arena);
		json_bool(j, "change_clear",
			  clear_change(n->change, n->change_q[n->now->n]) != 0);
	}
	json_end(j);
	json_object(j, "spread");
	json_limit(j, "chi2", n->now->spread.known, n->now->spread.chi2);
	json_int(j, "df", n->now->spread.df);
	json_limit(j, "p", n->now->spread.known, n->now->spread.p);
	json_end(j);
	json_array(j, "teams");
	for (size_t i = 0; i < n->now->n; i++)
		json_team(j, r, n, i, exponent);
	json_end(j);
	json_bins(j, "trend", n->bin, n->bins);
	json_bins(j, "previous_trend", n->bin_before, n->bins_before);
	json_finish(j);
	return req_send(r, "application/json", buf_text(b), buf_length(b));
}

static enum err conversion(struct req *r, const void *form)
{
	struct numbers n;
	enum err e = load(r, form, &n);

	if (e == ERR_INPUT)
		return view_refusal(r);
	if (e != OK)
		return e;
	switch (r->format) {
	case HTML:
		return show_page(r, &n);
	case CSV:
		return send_csv(r, &n);
	case JSON:
		return send_json(r, &n);
	}
	BUG_IF(true);
}

static const struct route routes[] = {
	{ GET, "/conversion", SIGNED_IN, FORM(struct form, fields), conversion,
	  NULL, WITH_DATA },
};

const struct app app_conversion = { "conversion", routes, COUNT(routes),
				    .writes = false };
