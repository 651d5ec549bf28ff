/* rollup_all.c - what is done to all customers and prospects at once: judging,
 * counting everything anew. */
#include "rollup_parts.h"

/* ---- judging --------------------------------------------------------------
 */

static enum err judge_person(void *arg, struct store *s,
			     const struct rollup_person *person)
{
	struct rollup *k = arg;
	struct rollup_buyer old = rollup_buyer_kept(person), new = old;

	rollup_judge(k->judge, person, &new);
	if (rollup_buyer_same(&old, &new))
		return OK;
	rollup_buyer_count(k->sums, person, &old, -1);
	return rollup_put_buyer(k, s, person, &new);
}

enum err rollup_judge_everybody(struct rollup *k, struct store *s)
{
	enum err e = rollup_judge_fix(k->judge, s);

	if (e == OK)
		e = rollup_each_person(s, NULL, judge_person, k);
	return e == OK ? rollup_flush(k, s) : e;
}

/* ---- counting everything anew ---------------------------------------------
 */

static enum err rebuild_chunk(void *arg, struct store *s,
			      const struct rollup_chunk *c)
{
	struct rollup *k = arg;
	enum err e = OK;

	for (size_t i = 0; e == OK && i < c->n; i++)
		e = rollup_put_prospect(k, s, &c->fate[i]);
	if (e == OK && sums_count(k->sums) > ROLLUP_SUMS_MOST)
		e = rollup_flush(k, s);
	return e;
}

/* Not judged yet. */
static enum err rebuild_person(void *arg, struct store *s,
			       const struct rollup_person *person)
{
	struct rollup *k = arg;
	struct rollup_buyer b;

	rollup_segment_add(s, person->row->segment);
	b = rollup_buyer_of(s, person);
	rollup_care_count(k->sums, person, &b, 1);
	rollup_followups_mend(s, person);
	return b.days ? rollup_put_buyer(k, s, person, &b) : store_error(s);
}

enum err rollup_rebuild(struct store *s, struct arena *a)
{
	struct rollup *k = rollup_new(ROLLUP_JUDGE_ALWAYS);
	enum err e = rollup_clear(s);

	if (e == OK)
		e = store_grown(s);
	if (e == OK)
		e = rollup_each_chunk(s, a, rebuild_chunk, k);
	if (e == OK)
		e = rollup_each_person(s, a, rebuild_person, k);
	if (e == OK)
		e = rollup_flush(k, s);
	if (e == OK)
		e = rollup_judge_everybody(k, s);
	rollup_free(k);
	return e;
}
