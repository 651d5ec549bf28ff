/* numbers.c - reads and computes what the conversion page shows. */
#include "numbers.h"

#include "contacts.h"
#include "counted.h"
#include "health.h"
#include "lib/app.h"
#include "lib/lang.h"
#include "targets.h"

enum {
	BIN_LEAST = 20, /* prospects per week on average, else months */
	BINS_MOST = 130,
};

/* ---- reading ----------------------------------------------------------- */

const struct word numbers_by[BYS] = {
	{ "team", BY_TEAM },       { "person", BY_PERSON },
	{ "source", BY_SOURCE },   { "campaign", BY_CAMPAIGN },
	{ "product", BY_PRODUCT }, { "segment", BY_SEGMENT },
};

const struct word numbers_bins[] = {
	{ "week", PERIOD_WEEK },
	{ "month", PERIOD_MONTH },
	{ "quarter", PERIOD_QUARTER },
};

struct name_answers numbers_ask_names(struct req *r)
{
	struct scope scope = r->viewer.read;

	return (struct
		name_answers){ .by = {
				       [BY_TEAM] = ask_team_all(
					       r->store,
					       (struct team_all_in){ scope }),
				       [BY_PERSON] = ask_conversion_people(
					       r->store,
					       (struct conversion_people_in){
						       scope }),
				       [BY_SOURCE] = ask_source_all(r->store),
				       [BY_CAMPAIGN] =
					       ask_campaign_all(r->store),
				       [BY_PRODUCT] = ask_product_all(r->store),
				       [BY_SEGMENT] = ask_segment_all(r->store),
			       },
			       .saved = ask_saved_all(
				       r->store,
				       (struct saved_all_in){
					       r->viewer.id, SAVED_MOST + 1 }) };
}

static void add_name(struct req *r, struct names *names, int64_t id,
		     const char *name)
{
	names->list = arena_more(r->arena, names->list, names->n,
				 sizeof(*names->list));
	names->list[names->n++] = (struct name){ id, name };
}

static void read_saved(struct req *r, struct answer *a, struct numbers *n)
{
	struct saved_all saved;

	while (next_saved_all(a, &saved)) {
		n->saved = arena_more(r->arena, n->saved, n->saves,
				      sizeof(*n->saved));
		n->saved[n->saves++] = saved;
	}
}

void numbers_read_names(struct req *r, const struct name_answers *a,
			struct numbers *n)
{
	struct team_all team;
	struct conversion_people person;
	struct source_all source;
	struct campaign_all campaign;
	struct product_all product;

	while (next_team_all(a->by[BY_TEAM], &team))
		add_name(r, &n->name[BY_TEAM], team.id, team.name);
	while (next_conversion_people(a->by[BY_PERSON], &person))
		add_name(r, &n->name[BY_PERSON], person.id, person.name);
	while (next_source_all(a->by[BY_SOURCE], &source))
		add_name(r, &n->name[BY_SOURCE], source.id, source.name);
	while (next_campaign_all(a->by[BY_CAMPAIGN], &campaign))
		add_name(r, &n->name[BY_CAMPAIGN], campaign.id,
			 arena_printf(r->arena, "%s \xc2\xb7 %s",
				      campaign.source, campaign.name));
	while (next_product_all(a->by[BY_PRODUCT], &product))
		add_name(r, &n->name[BY_PRODUCT], product.id, product.name);
	while (next_product_all(a->by[BY_SEGMENT], &product))
		add_name(r, &n->name[BY_SEGMENT], product.id, product.name);
	read_saved(r, a->saved, n);
}

/* Whether anything was counted for a group. */
static bool counted_for(const struct counted *c, int64_t id)
{
	for (size_t i = 0; i < c->rows; i++)
		if (c->row[i].group == id)
			return true;
	return false;
}

/* Teams are listed in any case; of many people, campaigns and products only
 * those that had prospects. */
static bool listed(const struct numbers *n, const struct counted *c, int64_t id)
{
	int64_t only = n->form->only[n->by];

	if (only != EVERY)
		return only == id;
	return n->by == BY_TEAM || counted_for(c, id);
}

static struct groups *read_groups(struct req *r, const struct numbers *n,
				  const struct counted *c)
{
	const struct names *names = &n->name[n->by];
	int64_t *id = arena_array(r->arena, names->n + 1, sizeof(*id));
	const char **name = arena_array(r->arena, names->n + 1, sizeof(*name));
	size_t groups = 0;
	struct groups *g;

	for (size_t i = 0; i < names->n; i++) {
		if (!listed(n, c, names->list[i].id))
			continue;
		id[groups] = names->list[i].id;
		name[groups++] = names->list[i].name;
	}
	g = groups_new(r->arena, id, name, groups, words_nobody(n->by));
	/* After a failure of the store the lists do not fit each other. */
	if (store_error(r->store) == OK)
		groups_count(r->arena, g,
			     &(struct groups_input){ c->row, c->rows, c->spend,
						     c->spends, n->horizon });
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

/* The bin a day lies in, or NULL; bins follow each other without gaps. */
static struct bin *bin_of(struct bin *bin, size_t bins, int64_t day)
{
	size_t low = 0, high = bins;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (day >= bin[middle].days.to)
			low = middle + 1;
		else
			high = middle;
	}
	return low < bins && day >= bin[low].days.from ? &bin[low] : NULL;
}

static void fill_bins(struct bin *bin, size_t bins, const struct counted *c)
{
	for (size_t i = 0; i < c->days; i++) {
		struct bin *b = bin_of(bin, bins, c->day[i].day);

		if (!b)
			continue;
		b->prospects += c->day[i].prospects;
		b->matured += c->day[i].matured;
		b->won += c->day[i].won;
	}
	for (size_t i = 0; i < bins; i++)
		bin[i].share = rate_share(bin[i].won, bin[i].matured);
}

bool numbers_weekly(const struct form *f, struct period p)
{
	int64_t most =
		f->bins == PERIOD_WEEK ? 7 * (BINS_MOST - 1) : COUNTED_WEEKS;

	return period_days(p) <= most;
}

/* As asked for; else weeks, unless they would be too many or too thin. */
static enum period_kind bin_kind(const struct numbers *n)
{
	int64_t days = period_days(n->span.now), asked = n->form->bins;
	bool weekly = numbers_weekly(n->form, n->span.now);

	if (asked == PERIOD_MONTH || asked == PERIOD_QUARTER)
		return (enum period_kind)asked;
	if (!weekly ||
	    (asked == NONE && n->now->all.prospects * 7 < BIN_LEAST * days))
		return PERIOD_MONTH;
	return PERIOD_WEEK;
}

static size_t read_trend(struct req *r, enum period_kind kind, struct period p,
			 const struct counted *c, struct bin **out)
{
	size_t bins = cut(r, kind, p, out);

	fill_bins(*out, bins, c);
	return bins;
}

/* ---- what is no chance --------------------------------------------------- */

bool numbers_ripe(const struct bin *b)
{
	return b->matured >= MANY_FEW && 5 * b->matured >= 4 * b->prospects;
}

static size_t add_ripe(struct tally *list, size_t n, const struct bin *bin,
		       size_t bins)
{
	for (size_t i = 0; i < bins; i++)
		if (numbers_ripe(&bin[i]))
			list[n++] =
				(struct tally){ bin[i].won, bin[i].matured };
	return n;
}

/* The limits come from both periods; only bins that are drawn are judged. */
static void judge_bins(struct req *r, struct numbers *n)
{
	size_t all = n->bins + n->bins_before;
	struct tally *base = arena_array(r->arena, all + 1, sizeof(*base));
	struct tally *bin = arena_array(r->arena, all + 1, sizeof(*bin));
	enum control_mark *mark =
		arena_array(r->arena, n->bins + 1, sizeof(*mark));
	size_t m = add_ripe(base, 0, n->bin_before, n->bins_before);

	n->control = control_of(base, add_ripe(base, m, n->bin, n->bins));
	if (!n->control.known)
		return;
	for (size_t i = 0; i < n->bins; i++)
		if (numbers_ripe(&n->bin[i]))
			bin[i] = (struct tally){ n->bin[i].won,
						 n->bin[i].matured };
	control_marks(&n->control, bin, n->bins, mark);
	for (size_t i = 0; i < n->bins; i++) {
		n->bin[i].mark = mark[i];
		if (n->bin[i].matured)
			n->bin[i].limits =
				control_limits(&n->control, n->bin[i].matured);
	}
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

static void add_moved(struct req *r, struct numbers *n, const struct group *now,
		      const struct group *old)
{
	struct split_group counts = {
		old ? tally_of(old) : (struct tally){ 0, 0 },
		now ? tally_of(now) : (struct tally){ 0, 0 },
	};

	if (counts.now.leads == 0 && counts.before.leads == 0)
		return;
	n->moved =
		arena_more(r->arena, n->moved, n->n_moved, sizeof(*n->moved));
	n->moved[n->n_moved++] = (struct moved){
		.id = now ? now->id : old->id,
		.name = now ? now->name : old->name,
		.counts = counts,
	};
}

/* Groups of either period. */
static void list_moved(struct req *r, struct numbers *n)
{
	for (size_t i = 0; i < n->now->n; i++)
		add_moved(r, n, &n->now->group[i],
			  groups_find(n->before, n->now->group[i].id));
	for (size_t i = 0; i < n->before->n; i++)
		if (!groups_find(n->now, n->before->group[i].id))
			add_moved(r, n, NULL, &n->before->group[i]);
}

static void split_periods(struct req *r, struct numbers *n)
{
	struct split_group *pairs;
	struct split *part;

	list_moved(r, n);
	pairs = arena_array(r->arena, n->n_moved + 1, sizeof(*pairs));
	part = arena_array(r->arena, n->n_moved + 1, sizeof(*part));
	for (size_t i = 0; i < n->n_moved; i++)
		pairs[i] = n->moved[i].counts;
	if (!split_change(pairs, n->n_moved, part, &n->moved_all))
		n->n_moved = 0;
	for (size_t i = 0; i < n->n_moved; i++)
		n->moved[i].part = part[i];
}

int numbers_clear(struct difference d, double q)
{
	if (!d.known || q > 0.05 || (d.low <= 0 && d.high >= 0))
		return 0;
	return d.by > 0 ? 1 : -1;
}

/* Before the first lead ever there is nothing to compare with. */
static bool began(struct answer *a, int64_t day)
{
	struct lead_first_day first = { .day = NONE };

	while (next_lead_first_day(a, &first)) {
	}
	return first.day != NONE && first.day <= day;
}

static void load_before(struct req *r, struct numbers *n,
			struct counted_questions *q)
{
	struct counted c = counted_read(r, q);

	n->before = read_groups(r, n, &c);
	n->bins_before =
		read_trend(r, n->bin_kind, n->span.before, &c, &n->bin_before);
	compare_periods(r, n);
	split_periods(r, n);
}

static void compare_pair(struct req *r, struct numbers *n)
{
	struct pair *p = &n->pair;
	struct many_row row[2];
	struct tally tally[2];

	if (n->form->a == n->form->b)
		return;
	p->a = groups_find(n->now, n->form->a);
	p->b = groups_find(n->now, n->form->b);
	if (!p->a || !p->b)
		return;
	tally[0] = tally_of(p->a);
	tally[1] = tally_of(p->b);
	many_against_rest(r->arena, tally, row, 2);
	p->row = row[0];
}

enum err numbers_days(struct req *r, const struct form *f, struct numbers *n)
{
	*n = (struct numbers){ .form = f,
			       .by = (enum by)f->by,
			       .scans = arena_zalloc(r->arena,
						     sizeof(struct scan *)) };
	n->as_of = f->as_of == NONE ? r->today : f->as_of;
	n->horizon = f->horizon ? f->horizon : r->company.horizon_days;
	return filters_span(r->form, &f->days, n->as_of, &n->span);
}

static void read_contacts(struct req *r, struct numbers *n,
			  struct contacts_questions *q, const struct counted *c)
{
	n->contacts = arena_zalloc(r->arena, sizeof(*n->contacts));
	*n->contacts = contacts_read(r, n, q, c);
}

enum err numbers_load(struct req *r, const struct form *f, struct numbers *n)
{
	struct name_answers names;
	struct answer *first;
	struct counted_questions *now, *before = NULL;
	struct health_questions *health;
	struct contacts_questions *contacts;
	struct answer *targets;
	struct counted c;

	if (numbers_days(r, f, n) != OK)
		return ERR_INPUT;
	first = ask_lead_first_day(r->store);
	names = numbers_ask_names(r);
	now = counted_ask(r, n, n->span.now);
	contacts = contacts_ask(r, n, n->span.now);
	if (n->span.vs != VERSUS_NONE)
		before = counted_ask(r, n, n->span.before);
	health = health_ask(r, n);
	targets = targets_ask(r, n);

	n->comparable = began(first, n->span.before.from) && before;
	numbers_read_names(r, &names, n);
	c = counted_read(r, now);
	read_contacts(r, n, contacts, &c);
	n->now = read_groups(r, n, &c);
	groups_order(n->now);
	n->bin_kind = bin_kind(n);
	n->bins = read_trend(r, n->bin_kind, n->span.now, &c, &n->bin);
	if (n->comparable)
		load_before(r, n, before);
	else if (before)
		counted_read(r, before);
	n->health = health_read(health);
	n->targets = arena_zalloc(r->arena, sizeof(*n->targets));
	*n->targets = targets_read(r, targets);
	judge_bins(r, n);
	compare_pair(r, n);
	n->spends = n->now->all.cost > 0;
	return store_error(r->store);
}
