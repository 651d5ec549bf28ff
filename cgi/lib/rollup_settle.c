/* rollup_settle.c - counts anew what was touched.
 *
 * An import touches thousands of new records, whose ids follow each other:
 * such a run is read at once, which takes half the time of one by one. */
#include <stdlib.h>

#include "rollup_parts.h"

/* How many of list[0..n), which is sorted, have ids that follow each other. */
static size_t run_of(const struct sum *list, size_t n)
{
	size_t same = 1;

	while (same < n && same < ROLLUP_CHUNK &&
	       list[same].key[0] == list[0].key[0] &&
	       list[same].key[1] == list[0].key[1] + (int64_t)same)
		same++;
	return same;
}

/* ---- prospects ------------------------------------------------------------
 */

static void note(struct rollup *k, int64_t prospect)
{
	struct sum sum = { .key = { 0, prospect }, .value = { 1 } };

	sums_add(k->prospects, &sum, 1);
}

/* A lead counts through its prospect; one that was a prospect of its own and
 * has joined another counts there. */
static enum err note_prospects(struct rollup *k, struct store *s, int64_t first,
			       int64_t last)
{
	struct rollup_joined_in in = { first, last };
	struct answer *a = ask_rollup_joined(s, in);
	struct rollup_joined row;

	for (int64_t lead = first; lead <= last; lead++)
		note(k, lead);
	while (next_rollup_joined(a, &row))
		note(k, row.prospect_id);
	return store_error(s);
}

/* Either may be NULL: there was, or is, no such prospect. */
static enum err settle_prospect(struct rollup *k, struct store *s,
				const struct rollup_fates_kept *old,
				const struct rollup_fates *new)
{
	if (new)
		rollup_know(k, new->newest_day);
	if (old && new &&rollup_prospect_same(new, old))
		return OK;
	if (old)
		rollup_prospect(k->sums, old, -1);
	if (new)
		return rollup_put_prospect(k, s, new);
	if (old)
		rollup_block_note(k, old->id);
	return old ? run_fate_drop(s, (struct fate_drop_in){ old->id }) : OK;
}

/* Both as kept and as counted anew, by rising id. */
struct both {
	struct rollup_fates_kept kept[ROLLUP_CHUNK];
	size_t n;
	struct rollup_chunk now;
};

static enum err read_both(struct store *s, int64_t first, int64_t last,
			  struct both *b)
{
	struct rollup_fates_kept_in in = { first, last };
	struct answer *a = ask_rollup_fates_kept(s, in);
	struct rollup_fates_kept row;

	b->n = 0;
	while (next_rollup_fates_kept(a, &row))
		b->kept[b->n++] = row;
	return rollup_fates_read(s, first, last, &b->now);
}

static enum err settle_prospects(struct rollup *k, struct store *s,
				 int64_t first, int64_t last, struct both *b)
{
	enum err e = read_both(s, first, last, b);
	size_t i = 0, j = 0;

	for (int64_t id = first; e == OK && id <= last; id++) {
		bool was = i < b->n && b->kept[i].id == id;
		bool is = j < b->now.n && b->now.fate[j].id == id;

		if (was || is)
			e = settle_prospect(k, s, was ? &b->kept[i++] : NULL,
					    is ? &b->now.fate[j++] : NULL);
	}
	return e;
}

static enum err settle_noted(struct rollup *k, struct store *s)
{
	struct both *both = malloc(sizeof(*both));
	const struct sum *list;
	size_t n = sums_sorted(k->prospects, &list), run;
	enum err e = OK;

	BUG_IF(!both);
	for (size_t i = 0; e == OK && i < n; i += run) {
		int64_t first = list[i].key[1];
		struct arena_mark mark = arena_mark(store_arena(s));

		run = run_of(list + i, n - i);
		e = settle_prospects(k, s, first, first + (int64_t)run - 1,
				     both);
		arena_release(store_arena(s), mark);
	}
	sums_clear(k->prospects);
	free(both);
	return e;
}

/* ---- customers ------------------------------------------------------------
 */

static enum err settle_customer(struct rollup *k, struct store *s,
				const struct rollup_person *person)
{
	struct rollup_buyer old = rollup_buyer_kept(person), new;

	rollup_segment_add(s, person->row->segment);
	new = rollup_buyer_of(s, person);
	rollup_judge(k->judge, person, &new);
	k->bought |= old.last != new.last || old.days != new.days ||
		     old.segment != new.segment;
	rollup_care_count(k->sums, person, &new, 1);
	return rollup_put_buyer(k, s, person, &new);
}

static enum err settle_customers(struct rollup *k, struct store *s,
				 int64_t first, int64_t last)
{
	struct rollup_person person;
	enum err e = rollup_people_read(s, first, last, k->people);

	while (e == OK && rollup_people_next(k->people, &person))
		e = settle_customer(k, s, &person);
	return e;
}

/* ---- all ------------------------------------------------------------------
 */

/* An engine looks at its tables again whenever twice as much was written. */
static enum err grow(struct rollup *k, struct store *s, size_t n)
{
	k->settled += n;
	if (k->settled < k->grown)
		return OK;
	k->grown = 2 * k->settled;
	return store_grown(s);
}

static enum err settle_run(struct rollup *k, struct store *s,
			   const struct sum *touched, size_t n)
{
	int64_t first = touched->key[1], last = first + (int64_t)n - 1;
	struct arena_mark mark = arena_mark(store_arena(s));
	enum err e = touched->key[0] == TOUCH_LEAD
			     ? note_prospects(k, s, first, last)
			     : settle_customers(k, s, first, last);

	arena_release(store_arena(s), mark);
	return e;
}

enum err rollup_settle(struct rollup *k, struct store *s)
{
	const struct sum *list;
	size_t n = sums_sorted(k->touched, &list), run;
	enum err e = n ? rollup_judge_read(k->judge, s) : OK;

	if (e == OK)
		e = grow(k, s, n);
	for (size_t i = 0; e == OK && i < n; i += run) {
		run = run_of(list + i, n - i);
		e = settle_run(k, s, list + i, run);
	}
	sums_clear(k->touched);
	if (e == OK)
		e = settle_noted(k, s);
	if (e == OK && sums_count(k->sums) > ROLLUP_SUMS_MOST)
		e = rollup_flush(k, s);
	return e;
}
