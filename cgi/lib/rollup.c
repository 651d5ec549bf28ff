/* rollup.c - keeps the sums behind the dashboards in step with the records. */
#include "rollup.h"

#include "rollup_parts.h"

enum {
	TOUCHED_MOST = 8000, /* records; then they are counted anew */
	MANY = 1000,         /* records; then the tables have grown */
	JUDGED_MOST = 1000,  /* customers who may wait for a purchase */
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
	rollup_care_count(k->sums, &person, &b, -1);
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

static void touch_followup(struct rollup *k, struct store *s, int64_t followup)
{
	struct rollup_followup_of_in in = { followup };
	struct rollup_followup_of row;

	if (one_rollup_followup_of(s, in, &row))
		touch_customer(k, s, row.customer_id);
}

static void touch(void *state, struct store *s, enum touch what, int64_t id,
		  bool is_new)
{
	struct rollup *k = state;

	if (sums_count(k->touched) >= TOUCHED_MOST)
		rollup_settle(k, s); /* a failure is remembered by the store */
	switch (what) {
	case TOUCH_LEAD:
		note(k, what, id);
		break;
	case TOUCH_CUSTOMER:
		if (is_new) /* there is nothing to take off */
			note(k, what, id);
		else
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
	case TOUCH_FOLLOWUP:
		touch_followup(k, s, id);
		break;
	}
}

/* ---- counting -------------------------------------------------------------
 */

void rollup_know(struct rollup *k, int64_t day)
{
	if (day > k->newest_day)
		k->newest_day = day;
}

enum err rollup_put_prospect(struct rollup *k, struct store *s,
			     const struct rollup_fates *f)
{
	struct rollup_fates_kept now = rollup_prospect_kept(f);

	rollup_know(k, f->newest_day);
	rollup_prospect(k->sums, &now, 1);
	rollup_block_note(k, f->id);
	return rollup_prospect_keep(s, f);
}

enum err rollup_put_buyer(struct rollup *k, struct store *s,
			  const struct rollup_person *person,
			  const struct rollup_buyer *b)
{
	struct rollup_buyer old = rollup_buyer_kept(person);

	for (size_t i = 0; i < person->n; i++)
		rollup_know(k, person->money[i].day);
	rollup_buyer_count(k->sums, person, b, 1);
	return rollup_buyer_same(&old, b) ? store_error(s)
					  : rollup_buyer_keep(s, b);
}

enum err rollup_flush(struct rollup *k, struct store *s)
{
	const struct sum *list;
	size_t n = sums_sorted(k->sums, &list);
	enum err e = rollup_add(k, s, list, n);

	sums_clear(k->sums);
	if (e == OK)
		e = rollup_blocks_keep(k, s);
	if (e == OK && k->newest_day != NONE)
		e = run_change_newest(
			s, (struct change_newest_in){ k->newest_day });
	return e;
}

/* ---- settling -------------------------------------------------------------
 */

static bool few(struct store *s)
{
	struct buyer_rhythms row = { .customers = 0 };

	one_buyer_rhythms(s, (struct buyer_rhythms_in){ INT64_MAX }, &row);
	return row.customers <= JUDGED_MOST;
}

static enum err settle(void *state, struct store *s)
{
	struct rollup *k = state;
	enum err e = rollup_settle(k, s);

	if (e == OK)
		e = rollup_flush(k, s);
	if (e != OK || !k->bought)
		return e;
	if (k->judging == ROLLUP_JUDGE_ALWAYS || few(s))
		return rollup_judge_everybody(k, s);
	return OK;
}

/* ---- the keeper ---------------------------------------------------------- */

static void begin(void *state)
{
	struct rollup *k = state;

	sums_clear(k->touched);
	sums_clear(k->sums);
	sums_clear(k->blocks);
	k->newest_day = NONE;
	k->bought = false;
	k->settled = 0;
	k->grown = MANY;
}

struct rollup *rollup_new(enum rollup_judging judging)
{
	struct rollup *k = calloc(1, sizeof(*k));

	BUG_IF(!k);
	k->touched = sums_new();
	k->prospects = sums_new();
	k->sums = sums_new();
	k->blocks = sums_new();
	k->people = rollup_people_new();
	k->judge = rollup_judge_new();
	k->arena = arena_new();
	k->judging = judging;
	begin(k);
	return k;
}

void rollup_free(void *state)
{
	struct rollup *k = state;

	sums_free(k->touched);
	sums_free(k->prospects);
	sums_free(k->sums);
	sums_free(k->blocks);
	rollup_people_free(k->people);
	rollup_judge_free(k->judge);
	arena_free(k->arena);
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
