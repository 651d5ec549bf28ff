/* rollup_audit.c - counts everything anew and compares. */
#include "log.h"
#include "rollup_parts.h"

struct audit {
	struct sums *sums; /* counted anew, less what is kept */
	struct rollup_judge *judge;
	int64_t wrong; /* rows */
};

static bool wrong(struct audit *audit)
{
	return audit->wrong++ < ROLLUP_WRONG_LOGGED;
}

/* Both lists are by rising id: what only one has is wrong too. */
static void compare(struct audit *audit, struct store *s,
		    const struct rollup_chunk *c)
{
	struct rollup_fates_kept_in in = { c->first, c->last };
	struct answer *a = ask_rollup_fates_kept(s, in);
	struct rollup_fates_kept row;
	size_t i = 0, known = 0;

	while (next_rollup_fates_kept(a, &row)) {
		while (i < c->n && c->fate[i].id < row.id)
			i++;
		known += i < c->n && c->fate[i].id == row.id;
		if ((i == c->n || c->fate[i].id != row.id ||
		     !rollup_prospect_same(&c->fate[i], &row)) &&
		    wrong(audit))
			LOG_ERROR("audit=fate lead=%lld", (long long)row.id);
	}
	audit->wrong += (int64_t)(c->n - known);
}

static enum err audit_chunk(void *arg, struct store *s,
			    const struct rollup_chunk *c)
{
	struct audit *audit = arg;

	compare(audit, s, c);
	for (size_t i = 0; i < c->n; i++) {
		struct rollup_fates_kept now =
			rollup_prospect_kept(&c->fate[i]);

		rollup_prospect(audit->sums, &now, 1);
	}
	return store_error(s);
}

/* Those that should be there, and that there are no others. */
static enum err audit_blocks(struct audit *audit, struct store *s,
			     struct arena *a)
{
	struct rollup_ids ids = { 0, 0 };
	struct rollup_blocks_in in;
	struct rollup_blocks beyond = { 0 };

	one_rollup_ids(s, &ids);
	in.first = rollup_block_of(ids.first_id);
	in.last = rollup_block_of(ids.last_id);
	one_rollup_blocks(s, in, &beyond);
	audit->wrong += beyond.blocks;
	for (int64_t id = in.first; id <= in.last; id++) {
		arena_reset(a);
		if (!rollup_block_right(s, id) && wrong(audit))
			LOG_ERROR("audit=block id=%lld", (long long)id);
	}
	return store_error(s);
}

static enum err audit_person(void *arg, struct store *s,
			     const struct rollup_person *person)
{
	struct audit *audit = arg;
	struct rollup_buyer old = rollup_buyer_kept(person);
	struct rollup_buyer new = rollup_buyer_of(s, person);

	rollup_judge(audit->judge, person, &new);
	rollup_buyer_count(audit->sums, person, &new, 1);
	rollup_care_count(audit->sums, person, &new, 1);
	if (!rollup_followups_right(person) && wrong(audit))
		LOG_ERROR("audit=followup customer=%lld", (long long)new.id);
	if (!rollup_buyer_same(&old, &new) && wrong(audit))
		LOG_ERROR("audit=buyer customer=%lld", (long long)new.id);
	return store_error(s);
}

void rollup_log_wrong(const struct sum *sum)
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

static enum err count(struct audit *audit, struct store *s, struct arena *a)
{
	enum err e = rollup_judge_read(audit->judge, s);

	if (e == OK)
		e = rollup_each_chunk(s, a, audit_chunk, audit);
	if (e == OK)
		e = audit_blocks(audit, s, a);
	if (e == OK)
		e = rollup_each_person(s, a, audit_person, audit);
	return e == OK ? rollup_read(s, audit->sums, -1) : e;
}

enum err rollup_audit(struct store *s, struct arena *a, int64_t *wrong_rows)
{
	struct audit audit = { .sums = sums_new(),
			       .judge = rollup_judge_new() };
	const struct sum *list;
	enum err e = count(&audit, s, a);
	size_t n = sums_sorted(audit.sums, &list);

	for (size_t i = 0; i < n; i++)
		if (wrong(&audit))
			rollup_log_wrong(&list[i]);
	*wrong_rows = audit.wrong;
	sums_free(audit.sums);
	rollup_judge_free(audit.judge);
	return e;
}
