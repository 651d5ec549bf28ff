/* numbers.c - reads and computes what the conversion page shows. */
#include "numbers.h"

#include "lib/app.h"
#include "lib/lang.h"
#include "queries.h"

enum {
	WEEKS_LONGEST = 190, /* days; longer periods are drawn by month */
	BIN_LEAST = 20,      /* prospects per week on average, else months */
	BINS_MOST = 130,
};

/* ---- reading ----------------------------------------------------------- */

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
		list[n] = (struct groups_row){
			.group = row.team_id,
			.fate = fate_of(row.state),
			.matured = row.matured,
			.days = row.days,
			.n = row.prospects,
			.cost = row.cost,
			.revenue = row.revenue,
		};
		n++;
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
		groups_count(r->arena, g,
			     &(struct groups_input){ fates, rows, spend, shares,
						     n->horizon });
	return g;
}

/* ---- the trend --------------------------------------------------------- */

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

/* ---- changes ----------------------------------------------------------- */

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

int numbers_clear(struct difference d, double q)
{
	if (!d.known || q > 0.05 || (d.low <= 0 && d.high >= 0))
		return 0;
	return d.by > 0 ? 1 : -1;
}

/* Before the first lead ever there is nothing to compare with. */
static bool began(struct req *r, int64_t day)
{
	struct lead_first_day first;

	return one_lead_first_day(r->store, &first) && first.day != NONE &&
	       first.day <= day;
}

static void load_before(struct req *r, struct numbers *n,
			const struct questions *q)
{
	n->before = read_groups(r, n, q);
	n->bins_before = read_trend(r, n->bin_kind, n->span.before, q->days,
				    &n->bin_before);
	compare_periods(r, n);
}

enum err numbers_load(struct req *r, const struct form *f, struct numbers *n)
{
	struct answer *teams, *sources;
	struct questions now, before = { 0 };
	bool compares;

	*n = (struct numbers){ .form = f };
	if (filters_span(r->form, &f->days, r->today, &n->span) != OK)
		return ERR_INPUT;
	n->horizon = f->horizon ? f->horizon : r->company.horizon_days;
	n->as_of = f->as_of == NONE ? r->today : f->as_of;
	n->comparable =
		n->span.vs != VERSUS_NONE && began(r, n->span.before.from);
	compares = n->comparable;

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
