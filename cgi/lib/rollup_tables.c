/* rollup_tables.c - the tables of sums, row by row. */
#include <string.h>

#include "ages.h"
#include "rollup_parts.h"

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
		.waiting = m->value[6],
	};

	return run_prospect_count_add(s, in);
}

/* Parts of the key before what the counts of a packed text stand under; 0: the
 * table has one row for each key. */
static size_t packed_key(enum rollup_table table)
{
	return table == PROSPECT_AGE ? 5 : table == PROSPECT_REACH ? 6 : 0;
}

/* Sums of one packed row, which follow each other. */
static size_t row_of(const struct sum *list, size_t n, size_t key)
{
	size_t same = 1;

	while (same < n &&
	       memcmp(list[same].key, list[0].key, key * sizeof(int64_t)) == 0)
		same++;
	return same;
}

static const char *changed(struct rollup *k, const char *text,
			   const struct sum *list, size_t n)
{
	struct packed *entry = arena_array(k->arena, n, sizeof(*entry));
	size_t key = packed_key((enum rollup_table)list[0].key[0]);

	for (size_t i = 0; i < n; i++)
		entry[i] =
			(struct packed){ list[i].key[key],
					 { list[i].value[0], list[i].value[1],
					   list[i].value[2] } };
	return packed_changed(k->arena, text, entry, n);
}

static enum err add_prospect_ages(struct rollup *k, struct store *s,
				  const struct sum *list, size_t n)
{
	const int64_t *key = list[0].key;
	struct rollup_ages_of_in of = { .unit = key[1],
					.source = key[2],
					.team = key[3],
					.start = key[4] };
	struct rollup_ages_of row = { "" };
	struct prospect_age_set_in in = { .unit = key[1],
					  .source = key[2],
					  .team = key[3],
					  .start = key[4] };

	one_rollup_ages_of(s, of, &row);
	in.ages = changed(k, row.ages, list, n);
	return run_prospect_age_set(s, in);
}

static enum err add_prospect_reach(struct rollup *k, struct store *s,
				   const struct sum *list, size_t n)
{
	const int64_t *key = list[0].key;
	struct rollup_reach_of_in of = { .unit = key[1],
					 .source = key[2],
					 .team = key[3],
					 .start = key[4],
					 .step = key[5] };
	struct rollup_reach_of row = { "" };
	struct prospect_reach_set_in in = { .unit = key[1],
					    .source = key[2],
					    .team = key[3],
					    .start = key[4],
					    .step = key[5] };

	one_rollup_reach_of(s, of, &row);
	in.reached = changed(k, row.reached, list, n);
	return run_prospect_reach_set(s, in);
}

static enum err add_packed(struct rollup *k, struct store *s,
			   const struct sum *list, size_t n)
{
	arena_reset(k->arena);
	return list[0].key[0] == PROSPECT_AGE
		       ? add_prospect_ages(k, s, list, n)
		       : add_prospect_reach(k, s, list, n);
}

static enum err add_prospect_end(struct store *s, const struct sum *m)
{
	struct prospect_end_add_in in = {
		.unit = m->key[1],
		.source = m->key[2],
		.team = m->key[3],
		.start = m->key[4],
		.reason = m->key[5],
		.prospects = m->value[0],
		.revenue = m->value[1],
	};

	return run_prospect_end_add(s, in);
}

static enum err add_buyer_first(struct store *s, const struct sum *m)
{
	struct buyer_first_add_in in = {
		.segment = m->key[1],
		.day = m->key[2],
		.customers = m->value[0],
		.again = m->value[1],
		.thirty = m->value[2],
		.sixty = m->value[3],
		.ninety = m->value[4],
		.half_year = m->value[5],
		.year = m->value[6],
	};

	return run_buyer_first_add(s, in);
}

static enum err add_buyer_again(struct store *s, const struct sum *m)
{
	struct buyer_again_add_in in = {
		.segment = m->key[1],
		.days = m->key[2],
		.customers = m->value[0],
	};

	return run_buyer_again_add(s, in);
}

static enum err add_buyer_month(struct store *s, const struct sum *m)
{
	struct buyer_month_add_in in = {
		.first_month = m->key[1],
		.month = m->key[2],
		.bought = m->value[0],
		.last = m->value[1],
	};

	return run_buyer_month_add(s, in);
}

static enum err add_buyer_revenue(struct store *s, const struct sum *m)
{
	struct buyer_revenue_add_in in = {
		.day = m->key[1],
		.amount = m->value[0],
	};

	return run_buyer_revenue_add(s, in);
}

static enum err add_buyer_silent(struct store *s, const struct sum *m)
{
	struct buyer_silent_add_in in = {
		.day = m->key[1],
		.customers = m->value[0],
		.revenue = m->value[1],
	};

	return run_buyer_silent_add(s, in);
}

static enum err add_buyer_rhythm(struct store *s, const struct sum *m)
{
	struct buyer_rhythm_add_in in = {
		.segment = m->key[1],
		.customers = m->value[0],
		.gaps = m->value[1],
		.spare = m->value[2],
		.ln = m->value[3],
		.squares = m->value[4],
	};

	return run_buyer_rhythm_add(s, in);
}

static enum err add_followup_count(struct store *s, const struct sum *m)
{
	struct followup_count_add_in in = {
		.manager = m->key[1],
		.owner = m->key[2],
		.unit = m->key[3],
		.start = m->key[4],
		.due = m->value[0],
		.done = m->value[1],
		.stake = m->value[2],
	};

	return run_followup_count_add(s, in);
}

static enum err add_one(struct store *s, const struct sum *sum)
{
	switch ((enum rollup_table)sum->key[0]) {
	case PROSPECT_COUNT:
		return add_prospect_count(s, sum);
	case PROSPECT_END:
		return add_prospect_end(s, sum);
	case BUYER_FIRST:
		return add_buyer_first(s, sum);
	case BUYER_AGAIN:
		return add_buyer_again(s, sum);
	case BUYER_MONTH:
		return add_buyer_month(s, sum);
	case BUYER_REVENUE:
		return add_buyer_revenue(s, sum);
	case BUYER_SILENT:
		return add_buyer_silent(s, sum);
	case BUYER_RHYTHM:
		return add_buyer_rhythm(s, sum);
	case FOLLOWUP_COUNT:
		return add_followup_count(s, sum);
	case PROSPECT_AGE: /* packed */
	case PROSPECT_REACH:
		break;
	}
	BUG_IF(true);
}

enum err rollup_add(struct rollup *k, struct store *s, const struct sum *list,
		    size_t n)
{
	enum err e = OK;
	size_t row;

	for (size_t i = 0; e == OK && i < n; i += row) {
		size_t key = packed_key((enum rollup_table)list[i].key[0]);

		row = key ? row_of(list + i, n - i, key) : 1;
		e = key ? add_packed(k, s, list + i, row)
			: add_one(s, &list[i]);
	}
	return e;
}

enum err rollup_clear(struct store *s)
{
	run_fate_clear(s);
	run_prospect_block_clear(s);
	run_prospect_count_clear(s);
	run_prospect_age_clear(s);
	run_prospect_reach_clear(s);
	run_prospect_end_clear(s);
	run_buyer_clear(s);
	run_buyer_first_clear(s);
	run_buyer_again_clear(s);
	run_buyer_month_clear(s);
	run_buyer_revenue_clear(s);
	run_buyer_silent_clear(s);
	run_buyer_rhythm_clear(s);
	run_followup_count_clear(s);
	return run_rhythm_clear(s);
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
				   row.cost, row.revenue, row.waiting },
		};

		sums_add(sums, &sum, sign);
	}
}

static void read_ages(struct sums *sums, const struct rollup_prospect_age *row,
		      int64_t sign)
{
	const char *ages = row->ages;
	struct age age;

	while (ages_next(&ages, &age)) {
		struct sum sum = {
			.key = { PROSPECT_AGE, row->unit, row->source_id,
				 row->team_id, row->start, age.days },
			.value = { age.won, age.lost, age.revenue },
		};

		sums_add(sums, &sum, sign);
	}
}

static void read_prospect_age(struct store *s, struct sums *sums, int64_t sign)
{
	struct answer *a = ask_rollup_prospect_age(s);
	struct rollup_prospect_age row;

	while (next_rollup_prospect_age(a, &row))
		read_ages(sums, &row, sign);
}

static void read_reach(struct sums *sums,
		       const struct rollup_prospect_reach *row, int64_t sign)
{
	const char *text = row->reached;
	struct reached reached;

	while (reach_sum_next(&text, &reached)) {
		struct sum sum = {
			.key = { PROSPECT_REACH, row->unit, row->source_id,
				 row->team_id, row->start, row->step_id,
				 reached.after },
			.value = { reached.reached, reached.won, reached.lost },
		};

		sums_add(sums, &sum, sign);
	}
}

static void read_prospect_reach(struct store *s, struct sums *sums,
				int64_t sign)
{
	struct answer *a = ask_rollup_prospect_reach(s);
	struct rollup_prospect_reach row;

	while (next_rollup_prospect_reach(a, &row))
		read_reach(sums, &row, sign);
}

static void read_prospect_end(struct store *s, struct sums *sums, int64_t sign)
{
	struct answer *a = ask_rollup_prospect_end(s);
	struct rollup_prospect_end row;

	while (next_rollup_prospect_end(a, &row)) {
		struct sum sum = {
			.key = { PROSPECT_END, row.unit, row.source_id,
				 row.team_id, row.start, row.reason_id },
			.value = { row.prospects, row.revenue },
		};

		sums_add(sums, &sum, sign);
	}
}

static void read_buyer_first(struct store *s, struct sums *sums, int64_t sign)
{
	struct answer *a = ask_rollup_buyer_first(s);
	struct rollup_buyer_first row;

	while (next_rollup_buyer_first(a, &row)) {
		struct sum sum = {
			.key = { BUYER_FIRST, row.segment_id, row.day },
			.value = { row.customers, row.again, row.within_30,
				   row.within_60, row.within_90, row.within_180,
				   row.within_365 },
		};

		sums_add(sums, &sum, sign);
	}
}

static void read_buyer_again(struct store *s, struct sums *sums, int64_t sign)
{
	struct answer *a = ask_rollup_buyer_again(s);
	struct rollup_buyer_again row;

	while (next_rollup_buyer_again(a, &row)) {
		struct sum sum = {
			.key = { BUYER_AGAIN, row.segment_id, row.days },
			.value = { row.customers },
		};

		sums_add(sums, &sum, sign);
	}
}

static void read_buyer_month(struct store *s, struct sums *sums, int64_t sign)
{
	struct answer *a = ask_rollup_buyer_month(s);
	struct rollup_buyer_month row;

	while (next_rollup_buyer_month(a, &row)) {
		struct sum sum = {
			.key = { BUYER_MONTH, row.first_month, row.month },
			.value = { row.bought, row.last },
		};

		sums_add(sums, &sum, sign);
	}
}

static void read_buyer_revenue(struct store *s, struct sums *sums, int64_t sign)
{
	struct answer *a = ask_rollup_buyer_revenue(s);
	struct rollup_buyer_revenue row;

	while (next_rollup_buyer_revenue(a, &row)) {
		struct sum sum = {
			.key = { BUYER_REVENUE, row.day },
			.value = { row.amount },
		};

		sums_add(sums, &sum, sign);
	}
}

static void read_buyer_silent(struct store *s, struct sums *sums, int64_t sign)
{
	struct answer *a = ask_rollup_buyer_silent(s);
	struct rollup_buyer_silent row;

	while (next_rollup_buyer_silent(a, &row)) {
		struct sum sum = {
			.key = { BUYER_SILENT, row.day },
			.value = { row.customers, row.revenue },
		};

		sums_add(sums, &sum, sign);
	}
}

static void read_buyer_rhythm(struct store *s, struct sums *sums, int64_t sign)
{
	struct answer *a = ask_rollup_buyer_rhythm(s);
	struct rollup_buyer_rhythm row;

	while (next_rollup_buyer_rhythm(a, &row)) {
		struct sum sum = {
			.key = { BUYER_RHYTHM, row.segment_id },
			.value = { row.customers, row.gaps, row.spare, row.ln,
				   row.squares },
		};

		sums_add(sums, &sum, sign);
	}
}

static void read_followup_count(struct store *s, struct sums *sums,
				int64_t sign)
{
	struct answer *a = ask_rollup_followup_count(s);
	struct rollup_followup_count row;

	while (next_rollup_followup_count(a, &row)) {
		struct sum sum = {
			.key = { FOLLOWUP_COUNT, row.manager_id, row.owner_id,
				 row.unit, row.start },
			.value = { row.due, row.done, row.stake },
		};

		sums_add(sums, &sum, sign);
	}
}

enum err rollup_read(struct store *s, struct sums *sums, int64_t sign)
{
	read_prospect_count(s, sums, sign);
	read_prospect_age(s, sums, sign);
	read_prospect_reach(s, sums, sign);
	read_prospect_end(s, sums, sign);
	read_buyer_first(s, sums, sign);
	read_buyer_again(s, sums, sign);
	read_buyer_month(s, sums, sign);
	read_buyer_revenue(s, sums, sign);
	read_buyer_silent(s, sums, sign);
	read_buyer_rhythm(s, sums, sign);
	read_followup_count(s, sums, sign);
	return store_error(s);
}

/* ---- one row --------------------------------------------------------------
 */

static void take_prospect_count(struct store *s, struct sum *m)
{
	struct rollup_prospect_count_one_in in = {
		.unit = m->key[1],
		.source = m->key[2],
		.campaign = m->key[3],
		.team = m->key[4],
		.start = m->key[5],
	};
	struct rollup_prospect_count_one row = { 0 };

	one_rollup_prospect_count_one(s, in, &row);
	m->value[0] -= row.valid;
	m->value[1] -= row.invalid;
	m->value[2] -= row.won;
	m->value[3] -= row.lost;
	m->value[4] -= row.cost;
	m->value[5] -= row.revenue;
	m->value[6] -= row.waiting;
}

static void take_prospect_age(struct store *s, struct sum *m)
{
	struct rollup_ages_of_in in = {
		.unit = m->key[1],
		.source = m->key[2],
		.team = m->key[3],
		.start = m->key[4],
	};
	struct rollup_ages_of row = { "" };
	struct age age;

	one_rollup_ages_of(s, in, &row);
	while (ages_next(&row.ages, &age)) {
		if (age.days != m->key[5])
			continue;
		m->value[0] -= age.won;
		m->value[1] -= age.lost;
		m->value[2] -= age.revenue;
	}
}

static void take_prospect_reach(struct store *s, struct sum *m)
{
	struct rollup_reach_of_in in = {
		.unit = m->key[1],
		.source = m->key[2],
		.team = m->key[3],
		.start = m->key[4],
		.step = m->key[5],
	};
	struct rollup_reach_of row = { "" };
	struct reached reached;

	one_rollup_reach_of(s, in, &row);
	while (reach_sum_next(&row.reached, &reached)) {
		if (reached.after != m->key[6])
			continue;
		m->value[0] -= reached.reached;
		m->value[1] -= reached.won;
		m->value[2] -= reached.lost;
	}
}

enum err rollup_kept(struct store *s, struct sum *sum)
{
	switch ((enum rollup_table)sum->key[0]) {
	case PROSPECT_COUNT:
		take_prospect_count(s, sum);
		return store_error(s);
	case PROSPECT_AGE:
		take_prospect_age(s, sum);
		return store_error(s);
	case PROSPECT_REACH:
		take_prospect_reach(s, sum);
		return store_error(s);
	case PROSPECT_END: /* of those who came on other days, too */
	case BUYER_FIRST:
	case BUYER_AGAIN:
	case BUYER_MONTH:
	case BUYER_REVENUE:
	case BUYER_SILENT:
	case BUYER_RHYTHM:
	case FOLLOWUP_COUNT:
		break;
	}
	memset(sum->value, 0, sizeof(sum->value));
	return OK;
}
