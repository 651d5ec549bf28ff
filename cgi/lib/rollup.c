/* rollup.c - keeps the sums behind the dashboards in step with the records. */
#include "rollup.h"

#include <string.h>

#include "log.h"
#include "rollup_tables.h"

enum {
	TOUCHED_MOST = 50000, /* records; then their sums are settled */
	MANY = 1000,          /* records: the tables have grown */
	JUDGED_MOST = 1000,   /* customers who may wait for a purchase */
	SUMS_MOST = 1000000,  /* rows of a rebuild kept in memory */
	CHUNK = 1000,         /* leads counted at a time */
	WRONG_LOGGED = 10,
};

struct rollup {
	enum rollup_judging judging;
	struct sums *touched; /* {kind of record, id} */
	struct sums *sums;    /* what the tables change by */
	int64_t newest_day;   /* of anything counted */
	bool bought;          /* gaps between purchases have changed */
	struct rollup_people *people;
	struct rollup_judge *judge;
};

/* ---- which records were touched ------------------------------------------ */

/* True when the record was not touched before. */
static bool note(struct rollup *k, enum touch what, int64_t id)
{
	struct sum sum = { .key = { what, id }, .value = { 1 } };

	return sums_add(k->touched, &sum, 1);
}

/* What a customer counts for is not kept month by month, so it is taken off
 * before anything changes. */
static void touch_customer(struct rollup *k, struct store *s, int64_t id)
{
	struct rollup_person person;
	struct rollup_buyer b;

	if (!note(k, TOUCH_CUSTOMER, id) ||
	    rollup_people_read(s, id, id, k->people) != OK ||
	    !rollup_people_next(k->people, &person))
		return;
	b = rollup_buyer_kept(&person);
	rollup_buyer_count(k->sums, &person, &b, -1);
}

/* The credit of all a person's prospects follows the teams. */
static void touch_person(struct rollup *k, struct store *s, int64_t person)
{
	struct rollup_prospects_of_in in = { person };
	struct answer *a = ask_rollup_prospects_of(s, in);
	struct rollup_prospects_of row;

	while (next_rollup_prospects_of(a, &row))
		note(k, TOUCH_LEAD, row.id);
}

static void touch_purchase(struct rollup *k, struct store *s, int64_t purchase)
{
	struct rollup_purchase_of_in in = { purchase };
	struct rollup_purchase_of row;

	if (!one_rollup_purchase_of(s, in, &row))
		return;
	if (row.lead_id != NONE)
		note(k, TOUCH_LEAD, row.lead_id);
	touch_customer(k, s, row.customer_id);
}

static void touch_problem(struct rollup *k, struct store *s, int64_t problem)
{
	struct rollup_problem_of_in in = { problem };
	struct rollup_problem_of row;

	if (one_rollup_problem_of(s, in, &row))
		touch_customer(k, s, row.customer_id);
}

static enum err settle_all(struct rollup *k, struct store *s);

static void touch(void *state, struct store *s, enum touch what, int64_t id)
{
	struct rollup *k = state;

	if (sums_count(k->touched) >= TOUCHED_MOST)
		settle_all(k, s); /* a failure is remembered by the store */
	switch (what) {
	case TOUCH_LEAD:
		note(k, what, id);
		break;
	case TOUCH_CUSTOMER:
		touch_customer(k, s, id);
		break;
	case TOUCH_PERSON:
		touch_person(k, s, id);
		break;
	case TOUCH_PURCHASE:
		touch_purchase(k, s, id);
		break;
	case TOUCH_PROBLEM:
		touch_problem(k, s, id);
		break;
	}
}

/* ---- counting anew ------------------------------------------------------- */

static bool same(const struct rollup_fates *a,
		 const struct rollup_fates_kept *b)
{
	return a->created_day == b->created_day &&
	       a->source_id == b->source_id &&
	       a->campaign_id == b->campaign_id && a->owner_id == b->owner_id &&
	       a->team_id == b->team_id && strcmp(a->state, b->state) == 0 &&
	       a->end_day == b->end_day && a->days == b->days &&
	       a->cost == b->cost && a->revenue == b->revenue;
}

static struct rollup_fates_kept kept(const struct rollup_fates *f)
{
	return (struct rollup_fates_kept){
		.id = f->id,
		.created_day = f->created_day,
		.created_month = f->created_month,
		.source_id = f->source_id,
		.campaign_id = f->campaign_id,
		.owner_id = f->owner_id,
		.team_id = f->team_id,
		.state = f->state,
		.end_day = f->end_day,
		.days = f->days,
		.cost = f->cost,
		.revenue = f->revenue,
	};
}

static enum err keep(struct rollup *k, struct store *s,
		     const struct rollup_fates *f)
{
	struct rollup_fates_kept now = kept(f);
	struct fate_set_in in = {
		.lead = f->id,
		.created_day = f->created_day,
		.created_month = f->created_month,
		.source = f->source_id,
		.campaign = f->campaign_id,
		.owner = f->owner_id,
		.team = f->team_id,
		.state = f->state,
		.end_day = f->end_day,
		.days = f->days,
		.cost = f->cost,
		.revenue = f->revenue,
	};

	rollup_prospect(k->sums, &now, 1);
	return run_fate_set(s, in);
}

static struct rollup_fates_in fates_in(int64_t first, int64_t last)
{
	return (struct rollup_fates_in){ .scope = { .see = SEE_ALL },
					 .as_of = ROLLUP_EVER,
					 .first_id = first,
					 .last_id = last };
}

static enum err settle_prospect(struct rollup *k, struct store *s, int64_t id)
{
	struct rollup_fates_kept_in in = { id, id };
	struct rollup_fates_kept old;
	struct rollup_fates new;
	bool was = one_rollup_fates_kept(s, in, &old);
	bool is = one_rollup_fates(s, fates_in(id, id), &new);

	if (is && new.newest_day > k->newest_day)
		k->newest_day = new.newest_day;
	if (store_error(s) != OK || (was && is && same(&new, &old)))
		return store_error(s);
	if (was)
		rollup_prospect(k->sums, &old, -1);
	if (is)
		return keep(k, s, &new);
	return was ? run_fate_drop(s, (struct fate_drop_in){ id }) : OK;
}

/* A lead counts through its prospect; one that was a prospect of its own and
 * has joined another counts there. */
static enum err settle_lead(struct rollup *k, struct store *s, int64_t lead)
{
	struct rollup_prospect_of_in in = { lead };
	struct rollup_prospect_of row = { .id = NONE };
	enum err e;

	one_rollup_prospect_of(s, in, &row);
	e = settle_prospect(k, s, lead);
	if (e == OK && row.id != NONE && row.id != lead)
		e = settle_prospect(k, s, row.id);
	return e;
}

/* ---- changing the sums --------------------------------------------------- */

static enum err flush(struct rollup *k, struct store *s)
{
	const struct sum *list;
	size_t n = sums_sorted(k->sums, &list);
	enum err e = OK;

	for (size_t i = 0; e == OK && i < n; i++)
		e = rollup_add(s, &list[i]);
	sums_clear(k->sums);
	if (e == OK && k->newest_day != NONE)
		e = run_change_newest(
			s, (struct change_newest_in){ k->newest_day });
	return e;
}

static void know_money(struct rollup *k, const struct rollup_person *person)
{
	for (size_t i = 0; i < person->n; i++)
		if (person->money[i].day > k->newest_day)
			k->newest_day = person->money[i].day;
}

static enum err settle_customer(struct rollup *k, struct store *s, int64_t id)
{
	struct rollup_person person;
	struct rollup_buyer old, new;
	enum err e = rollup_people_read(s, id, id, k->people);

	if (e != OK || !rollup_people_next(k->people, &person))
		return e;
	rollup_segment_add(s, person.row->segment);
	old = rollup_buyer_kept(&person);
	new = rollup_buyer_of(s, &person);
	rollup_judge(k->judge, &person, &new);
	rollup_buyer_count(k->sums, &person, &new, 1);
	know_money(k, &person);
	k->bought |= old.last != new.last || old.days != new.days ||
		     old.segment != new.segment;
	if (rollup_buyer_same(&old, &new))
		return store_error(s);
	return rollup_buyer_keep(s, &new);
}

static enum err settle_one(struct rollup *k, struct store *s,
			   const struct sum *touched)
{
	if (touched->key[0] == TOUCH_LEAD)
		return settle_lead(k, s, touched->key[1]);
	return settle_customer(k, s, touched->key[1]);
}

static enum err settle_all(struct rollup *k, struct store *s)
{
	const struct sum *list;
	size_t n = sums_sorted(k->touched, &list);
	enum err e = n ? rollup_judge_read(k->judge, s) : OK;

	if (e == OK && n >= MANY)
		e = store_grown(s);
	for (size_t i = 0; e == OK && i < n; i++)
		e = settle_one(k, s, &list[i]);
	sums_clear(k->touched);
	return e == OK ? flush(k, s) : e;
}

/* ---- judging everybody ----------------------------------------------------
 */

static enum err judge_person(struct rollup *k, struct store *s,
			     const struct rollup_person *person)
{
	struct rollup_buyer old = rollup_buyer_kept(person), new = old;

	rollup_judge(k->judge, person, &new);
	if (rollup_buyer_same(&old, &new))
		return OK;
	rollup_buyer_count(k->sums, person, &old, -1);
	rollup_buyer_count(k->sums, person, &new, 1);
	return rollup_buyer_keep(s, &new);
}

static enum err judge_everybody(struct rollup *k, struct store *s)
{
	struct rollup_customer_ids ids = { 1, 0 };
	struct rollup_person person;
	enum err e = rollup_judge_fix(k->judge, s);

	one_rollup_customer_ids(s, &ids);
	for (int64_t id = ids.first_id; e == OK && id <= ids.last_id;
	     id += CHUNK) {
		e = rollup_people_read(s, id, id + CHUNK - 1, k->people);
		while (e == OK && rollup_people_next(k->people, &person))
			e = judge_person(k, s, &person);
	}
	return e == OK ? flush(k, s) : e;
}

static bool few(struct store *s)
{
	struct buyer_rhythms row = { .customers = 0 };

	one_buyer_rhythms(s, (struct buyer_rhythms_in){ INT64_MAX }, &row);
	return row.customers <= JUDGED_MOST;
}

static enum err settle(void *state, struct store *s)
{
	struct rollup *k = state;
	enum err e = settle_all(k, s);

	if (e != OK || !k->bought)
		return e;
	if (k->judging == ROLLUP_JUDGE_ALWAYS || few(s))
		return judge_everybody(k, s);
	return OK;
}

/* ---- the keeper ---------------------------------------------------------- */

static void begin(void *state)
{
	struct rollup *k = state;

	sums_clear(k->touched);
	sums_clear(k->sums);
	k->newest_day = NONE;
	k->bought = false;
}

static struct rollup *rollup_new(enum rollup_judging judging)
{
	struct rollup *k = calloc(1, sizeof(*k));

	BUG_IF(!k);
	k->touched = sums_new();
	k->sums = sums_new();
	k->people = rollup_people_new();
	k->judge = rollup_judge_new();
	k->judging = judging;
	begin(k);
	return k;
}

static void rollup_free(void *state)
{
	struct rollup *k = state;

	sums_free(k->touched);
	sums_free(k->sums);
	rollup_people_free(k->people);
	rollup_judge_free(k->judge);
	free(k);
}

void rollup_keep(struct store *s, enum rollup_judging judging)
{
	store_keep(s, (struct store_keeper){ .state = rollup_new(judging),
					     .begin = begin,
					     .touch = touch,
					     .settle = settle,
					     .free = rollup_free });
}

/* ---- everything -----------------------------------------------------------
 */

/* The fates of some leads, as counted anew. */
struct chunk {
	struct rollup_fates fate[CHUNK + 1]; /* one to ask for the end */
	size_t n;
};

static enum err read_chunk(struct store *s, int64_t first, struct chunk *c)
{
	struct answer *a =
		ask_rollup_fates(s, fates_in(first, first + CHUNK - 1));

	c->n = 0;
	while (next_rollup_fates(a, &c->fate[c->n])) {
		c->n++;
		BUG_IF(c->n > CHUNK);
	}
	return store_error(s);
}

static enum err rebuild_chunk(struct rollup *k, struct store *s,
			      const struct chunk *c)
{
	enum err e = OK;

	for (size_t i = 0; e == OK && i < c->n; i++) {
		if (c->fate[i].newest_day > k->newest_day)
			k->newest_day = c->fate[i].newest_day;
		e = keep(k, s, &c->fate[i]);
	}
	if (e == OK && sums_count(k->sums) > SUMS_MOST)
		e = flush(k, s);
	return e;
}

static enum err rebuild(struct rollup *k, struct store *s, struct arena *a)
{
	struct chunk *c = calloc(1, sizeof(*c));
	struct rollup_ids ids = { 1, 0 };
	enum err e = OK;

	BUG_IF(!c);
	one_rollup_ids(s, &ids);
	for (int64_t id = ids.first_id; e == OK && id <= ids.last_id;
	     id += CHUNK) {
		arena_reset(a);
		e = read_chunk(s, id, c);
		if (e == OK)
			e = rebuild_chunk(k, s, c);
	}
	free(c);
	return e == OK ? flush(k, s) : e;
}

/* Not judged yet. */
static enum err rebuild_person(struct rollup *k, struct store *s,
			       const struct rollup_person *person)
{
	struct rollup_buyer b;

	rollup_segment_add(s, person->row->segment);
	b = rollup_buyer_of(s, person);
	rollup_buyer_count(k->sums, person, &b, 1);
	know_money(k, person);
	return b.days ? rollup_buyer_keep(s, &b) : store_error(s);
}

static enum err rebuild_buyers(struct rollup *k, struct store *s,
			       struct arena *a)
{
	struct rollup_customer_ids ids = { 1, 0 };
	struct rollup_person person;
	enum err e = OK;

	one_rollup_customer_ids(s, &ids);
	for (int64_t id = ids.first_id; e == OK && id <= ids.last_id;
	     id += CHUNK) {
		arena_reset(a);
		e = rollup_people_read(s, id, id + CHUNK - 1, k->people);
		while (e == OK && rollup_people_next(k->people, &person))
			e = rebuild_person(k, s, &person);
	}
	return e == OK ? flush(k, s) : e;
}

enum err rollup_rebuild(struct store *s, struct arena *a)
{
	struct rollup *k = rollup_new(ROLLUP_JUDGE_ALWAYS);
	enum err e = rollup_clear(s);

	if (e == OK)
		e = store_grown(s);
	if (e == OK)
		e = rebuild(k, s, a);
	if (e == OK)
		e = rebuild_buyers(k, s, a);
	if (e == OK)
		e = judge_everybody(k, s);
	rollup_free(k);
	return e;
}

/* ---- comparing ----------------------------------------------------------- */

static void wrong_sum(const struct sum *sum)
{
	const int64_t *key = sum->key, *value = sum->value;

	LOG_ERROR("audit=sum table=%d key=%lld,%lld,%lld,%lld,%lld,%lld "
		  "off_by=%lld,%lld,%lld,%lld,%lld,%lld",
		  (int)key[0], (long long)key[1], (long long)key[2],
		  (long long)key[3], (long long)key[4], (long long)key[5],
		  (long long)key[6], (long long)value[0], (long long)value[1],
		  (long long)value[2], (long long)value[3], (long long)value[4],
		  (long long)value[5]);
}

static void wrong_fate(int64_t lead)
{
	LOG_ERROR("audit=fate lead=%lld", (long long)lead);
}

/* Both lists are by rising id: what only one has is wrong too. */
static int64_t compare_chunk(struct store *s, int64_t first,
			     const struct chunk *c)
{
	struct rollup_fates_kept_in in = { first, first + CHUNK - 1 };
	struct answer *a = ask_rollup_fates_kept(s, in);
	struct rollup_fates_kept row;
	int64_t wrong = 0;
	size_t i = 0, found = 0;

	while (next_rollup_fates_kept(a, &row)) {
		while (i < c->n && c->fate[i].id < row.id)
			i++;
		if (i < c->n && c->fate[i].id == row.id &&
		    same(&c->fate[i], &row)) {
			found++;
			continue;
		}
		wrong_fate(row.id);
		wrong++;
	}
	return wrong ? wrong : (int64_t)(c->n - found);
}

static enum err audit(struct sums *sums, struct store *s, struct arena *a,
		      int64_t *wrong)
{
	struct chunk *c = calloc(1, sizeof(*c));
	struct rollup_ids ids = { 1, 0 };
	enum err e = OK;

	BUG_IF(!c);
	one_rollup_ids(s, &ids);
	for (int64_t id = ids.first_id; e == OK && id <= ids.last_id;
	     id += CHUNK) {
		arena_reset(a);
		e = read_chunk(s, id, c);
		if (e == OK)
			*wrong += compare_chunk(s, id, c);
		for (size_t i = 0; i < c->n; i++) {
			struct rollup_fates_kept now = kept(&c->fate[i]);

			rollup_prospect(sums, &now, 1);
		}
	}
	free(c);
	return e;
}

static int64_t audit_person(struct sums *sums, struct store *s,
			    const struct rollup_judge *judge,
			    const struct rollup_person *person, int64_t logged)
{
	struct rollup_buyer old = rollup_buyer_kept(person);
	struct rollup_buyer new = rollup_buyer_of(s, person);

	rollup_judge(judge, person, &new);
	rollup_buyer_count(sums, person, &new, 1);
	if (rollup_buyer_same(&old, &new))
		return 0;
	if (logged < WRONG_LOGGED)
		LOG_ERROR("audit=buyer customer=%lld", (long long)new.id);
	return 1;
}

static enum err audit_buyers(struct sums *sums, struct store *s,
			     struct arena *a, int64_t *wrong)
{
	struct rollup_people *people = rollup_people_new();
	struct rollup_judge *judge = rollup_judge_new();
	struct rollup_customer_ids ids = { 1, 0 };
	struct rollup_person person;
	enum err e = rollup_judge_read(judge, s);

	one_rollup_customer_ids(s, &ids);
	for (int64_t id = ids.first_id; e == OK && id <= ids.last_id;
	     id += CHUNK) {
		arena_reset(a);
		e = rollup_people_read(s, id, id + CHUNK - 1, people);
		while (e == OK && rollup_people_next(people, &person))
			*wrong += audit_person(sums, s, judge, &person, *wrong);
	}
	rollup_people_free(people);
	rollup_judge_free(judge);
	return e;
}

enum err rollup_audit(struct store *s, struct arena *a, int64_t *wrong)
{
	struct sums *sums = sums_new();
	const struct sum *list;
	enum err e;
	size_t n;

	*wrong = 0;
	e = audit(sums, s, a, wrong);
	if (e == OK)
		e = audit_buyers(sums, s, a, wrong);
	if (e == OK)
		e = rollup_read(s, sums, -1);
	n = sums_sorted(sums, &list);
	for (size_t i = 0; i < n && i < WRONG_LOGGED; i++)
		wrong_sum(&list[i]);
	*wrong += (int64_t)n;
	sums_free(sums);
	return e;
}
