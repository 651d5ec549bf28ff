/* rollup_tables.c - the tables of sums, row by row. */
#include "rollup_tables.h"

static enum err add_prospect_count(struct store *s, const struct sum *m)
{
	struct prospect_count_add_in in = {
		.unit = m->key[1],
		.source = m->key[2],
		.campaign = m->key[3],
		.team = m->key[4],
		.start = m->key[5],
		.valid = m->value[0],
		.invalid = m->value[1],
		.won = m->value[2],
		.lost = m->value[3],
		.cost = m->value[4],
		.revenue = m->value[5],
	};

	return run_prospect_count_add(s, in);
}

static enum err add_prospect_age(struct store *s, const struct sum *m)
{
	struct prospect_age_add_in in = {
		.unit = m->key[1],
		.source = m->key[2],
		.team = m->key[3],
		.start = m->key[4],
		.days = m->key[5],
		.won = m->value[0],
		.lost = m->value[1],
		.revenue = m->value[2],
	};

	return run_prospect_age_add(s, in);
}

enum err rollup_add(struct store *s, const struct sum *sum)
{
	switch ((enum rollup_table)sum->key[0]) {
	case PROSPECT_COUNT:
		return add_prospect_count(s, sum);
	case PROSPECT_AGE:
		return add_prospect_age(s, sum);
	}
	BUG_IF(true);
}

enum err rollup_clear(struct store *s)
{
	run_fate_clear(s);
	run_prospect_count_clear(s);
	return run_prospect_age_clear(s);
}

static void read_prospect_count(struct store *s, struct sums *sums,
				int64_t sign)
{
	struct answer *a = ask_rollup_prospect_count(s);
	struct rollup_prospect_count row;

	while (next_rollup_prospect_count(a, &row)) {
		struct sum sum = {
			.key = { PROSPECT_COUNT, row.unit, row.source_id,
				 row.campaign_id, row.team_id, row.start },
			.value = { row.valid, row.invalid, row.won, row.lost,
				   row.cost, row.revenue },
		};

		sums_add(sums, &sum, sign);
	}
}

static void read_prospect_age(struct store *s, struct sums *sums, int64_t sign)
{
	struct answer *a = ask_rollup_prospect_age(s);
	struct rollup_prospect_age row;

	while (next_rollup_prospect_age(a, &row)) {
		struct sum sum = {
			.key = { PROSPECT_AGE, row.unit, row.source_id,
				 row.team_id, row.start, row.days },
			.value = { row.won, row.lost, row.revenue },
		};

		sums_add(sums, &sum, sign);
	}
}

enum err rollup_read(struct store *s, struct sums *sums, int64_t sign)
{
	read_prospect_count(s, sums, sign);
	read_prospect_age(s, sums, sign);
	return store_error(s);
}
