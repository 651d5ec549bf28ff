/* rollup_sample.c - counts a random part anew and compares: customers, and days
 * with all prospects who came on them. */
#include "blocks.h"
#include "log.h"
#include "rollup_parts.h"

struct sample {
	uint64_t random;
	struct sums *ids;  /* {prospect} of a day */
	struct sums *sums; /* of that day, counted anew, less what is kept */
	struct rollup_people *people;
	struct rollup_judge *judge;
	struct rollup_chunk *chunk; /* of one prospect */
	int64_t wrong;              /* rows */
};

static bool wrong(struct sample *k)
{
	return k->wrong++ < ROLLUP_WRONG_LOGGED;
}

/* In [first, last].  Source: S. Vigna's splitmix64, in the public domain. */
static int64_t random_id(struct sample *k, int64_t first, int64_t last)
{
	uint64_t z = (k->random += UINT64_C(0x9e3779b97f4a7c15));

	z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
	z ^= z >> 31;
	return first + (int64_t)(z % (uint64_t)(last - first + 1));
}

/* ---- a day's prospects ----------------------------------------------------
 */

/* Counts a prospect as a write does that touched it. */
static enum err count_prospect(struct sample *k, struct store *s, int64_t id)
{
	struct rollup_fates_kept_in in = { id, id };
	struct rollup_fates_kept kept, now;
	const struct rollup_fates *new = &k->chunk->fate[0];
	bool was = one_rollup_fates_kept(s, in, &kept);

	if (rollup_chunk_read(s, id, id, k->chunk) != OK || k->chunk->n == 0)
		return store_error(s);
	if (!was || !rollup_prospect_same(new, &kept)) {
		if (wrong(k))
			LOG_ERROR("audit=fate lead=%lld", (long long)id);
	}
	now = rollup_prospect_kept(new);
	rollup_prospect(k->sums, &now, 1);
	return store_error(s);
}

/* Of a month only one day was counted: its row is not known. */
static enum err compare_sum(struct sample *k, struct store *s,
			    const struct sum *sum)
{
	struct sum left = *sum;

	if (sum->key[1] != BLOCK_DAY)
		return OK;
	rollup_kept(s, &left);
	for (size_t i = 0; i < SUMS_VALUES; i++)
		if (left.value[i] != 0) {
			if (wrong(k))
				rollup_log_wrong(&left);
			break;
		}
	return store_error(s);
}

/* The ids rise: a block is looked at once. */
static enum err compare_blocks(struct sample *k, struct store *s,
			       const struct sum *id, size_t n)
{
	int64_t last = -1;

	for (size_t i = 0; i < n; i++) {
		int64_t block = rollup_block_of(id[i].key[0]);

		if (block != last && !rollup_block_right(s, block) && wrong(k))
			LOG_ERROR("audit=block id=%lld", (long long)block);
		last = block;
	}
	return store_error(s);
}

static void read_day(struct sample *k, struct store *s, int64_t lead)
{
	struct answer *a = ask_rollup_day(s, (struct rollup_day_in){ lead });
	struct rollup_day row;

	sums_clear(k->ids);
	while (next_rollup_day(a, &row)) {
		struct sum id = { .key = { row.id }, .value = { 1 } };

		sums_add(k->ids, &id, 1);
	}
}

static enum err sample_day(struct sample *k, struct store *s)
{
	struct rollup_ids ids = { 0, 0 };
	const struct sum *list;
	enum err e = OK;
	size_t n;

	one_rollup_ids(s, &ids);
	read_day(k, s, random_id(k, ids.first_id, ids.last_id));
	sums_clear(k->sums);
	n = sums_sorted(k->ids, &list);
	for (size_t i = 0; e == OK && i < n; i++)
		e = count_prospect(k, s, list[i].key[0]);
	if (e == OK)
		e = compare_blocks(k, s, list, n);
	n = sums_sorted(k->sums, &list);
	for (size_t i = 0; e == OK && i < n; i++)
		e = compare_sum(k, s, &list[i]);
	return e;
}

/* ---- a customer -----------------------------------------------------------
 */

static enum err sample_customer(struct sample *k, struct store *s)
{
	struct rollup_customer_ids ids = { 0, 0 };
	struct rollup_person person;
	struct rollup_buyer old, new;
	int64_t id;

	one_rollup_customer_ids(s, &ids);
	id = random_id(k, ids.first_id, ids.last_id);
	if (rollup_people_read(s, id, id, k->people) != OK ||
	    !rollup_people_next(k->people, &person))
		return store_error(s);
	old = rollup_buyer_kept(&person);
	new = rollup_buyer_of(s, &person);
	rollup_judge(k->judge, &person, &new);
	if (!rollup_buyer_same(&old, &new)) {
		if (wrong(k))
			LOG_ERROR("audit=buyer customer=%lld", (long long)id);
	}
	if (!rollup_followups_right(&person) && wrong(k))
		LOG_ERROR("audit=followup customer=%lld", (long long)id);
	return store_error(s);
}

/* ---- both -----------------------------------------------------------------
 */

enum err rollup_sample(struct store *s, struct arena *a, int64_t n,
		       uint64_t seed, int64_t *wrong_rows)
{
	struct sample k = { .random = seed,
			    .ids = sums_new(),
			    .sums = sums_new(),
			    .people = rollup_people_new(),
			    .judge = rollup_judge_new(),
			    .chunk = calloc(1, sizeof(struct rollup_chunk)) };
	enum err e = rollup_judge_read(k.judge, s);

	BUG_IF(!k.chunk);
	for (int64_t i = 0; e == OK && i < n; i++) {
		arena_reset(a);
		e = sample_day(&k, s);
		if (e == OK)
			e = sample_customer(&k, s);
	}
	*wrong_rows = k.wrong;
	sums_free(k.ids);
	sums_free(k.sums);
	rollup_people_free(k.people);
	rollup_judge_free(k.judge);
	free(k.chunk);
	return e;
}
