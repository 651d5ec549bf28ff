/* rollup_tables.c - the tables of sums, row by row.
 *
 * A row is the parts of its key and then its values, in the order in which
 * the statements of each table take and answer them. */
#include <string.h>

#include "packed.h"
#include "rollup_parts.h"

struct table {
	unsigned add;   /* values to a row; packed: sets its text */
	unsigned read;  /* all rows */
	unsigned clear; /* forgets them */
	unsigned one;   /* one row by its key, where a day has its own */
	size_t keys, values;
	/* Its values are one text: sums under the same key but for the last
	 * part, which is what they stand under there. */
	bool packed;
};

static const struct table tables[] = {
	[PROSPECT_COUNT] = { Q_PROSPECT_COUNT_ADD, Q_ROLLUP_PROSPECT_COUNT,
			     Q_PROSPECT_COUNT_CLEAR,
			     Q_ROLLUP_PROSPECT_COUNT_ONE, 5, 7, false },
	[PROSPECT_AGE] = { Q_PROSPECT_AGE_SET, Q_ROLLUP_PROSPECT_AGE,
			   Q_PROSPECT_AGE_CLEAR, Q_ROLLUP_AGES_OF, 4, 1, true },
	[PROSPECT_END] = { Q_PROSPECT_END_ADD, Q_ROLLUP_PROSPECT_END,
			   Q_PROSPECT_END_CLEAR, 0, 5, 2, false },
	[PROSPECT_REACH] = { Q_PROSPECT_REACH_SET, Q_ROLLUP_PROSPECT_REACH,
			     Q_PROSPECT_REACH_CLEAR, Q_ROLLUP_REACH_OF, 5, 1,
			     true },
	[BUYER_FIRST] = { Q_BUYER_FIRST_ADD, Q_ROLLUP_BUYER_FIRST,
			  Q_BUYER_FIRST_CLEAR, 0, 2, 7, false },
	[BUYER_AGAIN] = { Q_BUYER_AGAIN_ADD, Q_ROLLUP_BUYER_AGAIN,
			  Q_BUYER_AGAIN_CLEAR, 0, 2, 1, false },
	[BUYER_MONTH] = { Q_BUYER_MONTH_ADD, Q_ROLLUP_BUYER_MONTH,
			  Q_BUYER_MONTH_CLEAR, 0, 2, 2, false },
	[BUYER_REVENUE] = { Q_BUYER_REVENUE_ADD, Q_ROLLUP_BUYER_REVENUE,
			    Q_BUYER_REVENUE_CLEAR, 0, 1, 1, false },
	[BUYER_SILENT] = { Q_BUYER_SILENT_ADD, Q_ROLLUP_BUYER_SILENT,
			   Q_BUYER_SILENT_CLEAR, 0, 1, 2, false },
	[BUYER_RHYTHM] = { Q_BUYER_RHYTHM_ADD, Q_ROLLUP_BUYER_RHYTHM,
			   Q_BUYER_RHYTHM_CLEAR, 0, 1, 5, false },
	[BUYER_GAP] = { Q_BUYER_GAP_ADD, Q_ROLLUP_BUYER_GAP, Q_BUYER_GAP_CLEAR,
			0, 2, 1, false },
	[BUYER_LAST] = { Q_BUYER_LAST_ADD, Q_ROLLUP_BUYER_LAST,
			 Q_BUYER_LAST_CLEAR, 0, 2, 1, false },
	[BUYER_UNLED] = { Q_BUYER_UNLED_ADD, Q_ROLLUP_BUYER_UNLED,
			  Q_BUYER_UNLED_CLEAR, 0, 1, 2, false },
	[CARE_DAY] = { Q_CARE_DAY_ADD, Q_ROLLUP_CARE_DAY, Q_CARE_DAY_CLEAR, 0,
		       2, 7, false },
	[CARE_LIVE] = { Q_CARE_LIVE_ADD, Q_ROLLUP_CARE_LIVE, Q_CARE_LIVE_CLEAR,
			0, 3, 2, false },
	[PROBLEM_COUNT] = { Q_PROBLEM_COUNT_ADD, Q_ROLLUP_PROBLEM_COUNT,
			    Q_PROBLEM_COUNT_CLEAR, 0, 4, 1, false },
	[PROBLEM_TIME] = { Q_PROBLEM_TIME_SET, Q_ROLLUP_PROBLEM_TIME,
			   Q_PROBLEM_TIME_CLEAR, Q_ROLLUP_TIMES_OF, 4, 1,
			   true },
	[PROBLEM_KEPT] = { Q_PROBLEM_KEPT_ADD, Q_ROLLUP_PROBLEM_KEPT,
			   Q_PROBLEM_KEPT_CLEAR, 0, 2, 2, false },
	[FOLLOWUP_COUNT] = { Q_FOLLOWUP_COUNT_ADD, Q_ROLLUP_FOLLOWUP_COUNT,
			     Q_FOLLOWUP_COUNT_CLEAR, 0, 4, 3, false },
};

/* A column of a row, as the statements have it: all are of one size. */
union column {
	int64_t number;
	const char *text;
};

_Static_assert(sizeof(union column) == sizeof(int64_t), "columns lie together");

/* What stands in the files of SQL agrees with the list above. */
static void check(const struct table *t)
{
	size_t columns = t->keys + t->values;

	BUG_IF(store_queries[t->add].n_in != columns);
	BUG_IF(store_queries[t->read].row != columns * sizeof(union column));
	BUG_IF(columns > SUMS_KEY + SUMS_VALUES);
}

static const struct table *table_of(const struct sum *sum)
{
	const struct table *t = &tables[sum->key[0]];

	check(t);
	return t;
}

static void fill(union column *row, const int64_t *number, size_t n)
{
	for (size_t i = 0; i < n; i++)
		row[i].number = number[i];
}

/* ---- packed rows ----------------------------------------------------------
 */

/* Sums of one packed row, which follow each other. */
static size_t row_of(const struct sum *list, size_t n, const struct table *t)
{
	size_t same = 1, key = (1 + t->keys) * sizeof(int64_t);

	while (same < n && memcmp(list[same].key, list[0].key, key) == 0)
		same++;
	return same;
}

static const char *changed(struct rollup *k, const char *text,
			   const struct sum *list, size_t n, size_t at)
{
	struct packed *entry = arena_array(k->arena, n, sizeof(*entry));

	for (size_t i = 0; i < n; i++)
		entry[i] =
			(struct packed){ list[i].key[at],
					 { list[i].value[0], list[i].value[1],
					   list[i].value[2] } };
	return packed_changed(k->arena, text, entry, n);
}

/* The text in the row of a sum's key, "" when there is none. */
static const char *text_of(struct store *s, const struct sum *sum,
			   const struct table *t)
{
	union column key[SUMS_KEY], row = { .text = "" };

	fill(key, sum->key + 1, t->keys);
	store_one(s, t->one, key, &row);
	return row.text;
}

static enum err add_packed(struct rollup *k, struct store *s,
			   const struct sum *list, size_t n)
{
	const struct table *t = table_of(list);
	union column row[SUMS_KEY + 1];

	arena_reset(k->arena);
	fill(row, list->key + 1, t->keys);
	row[t->keys].text =
		changed(k, text_of(s, list, t), list, n, 1 + t->keys);
	return store_run(s, t->add, row);
}

/* What stands in a text, as sums. */
static void read_packed(struct sums *sums, struct sum *sum, const char *text,
			size_t at, int64_t sign)
{
	struct packed entry;

	while (packed_next(&text, &entry)) {
		sum->key[at] = entry.at;
		memcpy(sum->value, entry.count, sizeof(entry.count));
		sums_add(sums, sum, sign);
	}
}

static void take_packed(struct sum *sum, const char *text, size_t at)
{
	struct packed entry;

	while (packed_next(&text, &entry))
		for (size_t i = 0;
		     entry.at == sum->key[at] && i < PACKED_COUNTS; i++)
			sum->value[i] -= entry.count[i];
}

/* ---- all rows -------------------------------------------------------------
 */

static enum err add_one(struct store *s, const struct sum *sum)
{
	const struct table *t = table_of(sum);
	union column row[SUMS_KEY + SUMS_VALUES];

	fill(row, sum->key + 1, t->keys);
	fill(row + t->keys, sum->value, t->values);
	return store_run(s, t->add, row);
}

enum err rollup_add(struct rollup *k, struct store *s, const struct sum *list,
		    size_t n)
{
	enum err e = OK;
	size_t row;

	for (size_t i = 0; e == OK && i < n; i += row) {
		const struct table *t = table_of(&list[i]);

		row = t->packed ? row_of(list + i, n - i, t) : 1;
		e = t->packed ? add_packed(k, s, list + i, row)
			      : add_one(s, &list[i]);
	}
	return e;
}

enum err rollup_clear(struct store *s)
{
	run_fate_clear(s);
	run_prospect_block_clear(s);
	run_buyer_clear(s);
	for (size_t i = 0; i < COUNT(tables); i++)
		store_run(s, tables[i].clear, NULL);
	return run_rhythm_clear(s);
}

static void read_table(struct store *s, enum rollup_table table,
		       struct sums *sums, int64_t sign)
{
	const struct table *t = &tables[table];
	struct answer *a = store_ask(s, t->read, NULL);
	union column row[SUMS_KEY + SUMS_VALUES];

	while (store_next(a, t->read, row)) {
		struct sum sum = { .key = { table } };

		for (size_t i = 0; i < t->keys; i++)
			sum.key[1 + i] = row[i].number;
		for (size_t i = 0; !t->packed && i < t->values; i++)
			sum.value[i] = row[t->keys + i].number;
		if (t->packed)
			read_packed(sums, &sum, row[t->keys].text, 1 + t->keys,
				    sign);
		else
			sums_add(sums, &sum, sign);
	}
}

enum err rollup_read(struct store *s, struct sums *sums, int64_t sign)
{
	for (size_t i = 0; i < COUNT(tables); i++)
		read_table(s, (enum rollup_table)i, sums, sign);
	return store_error(s);
}

/* ---- one row --------------------------------------------------------------
 */

enum err rollup_kept(struct store *s, struct sum *sum)
{
	const struct table *t = table_of(sum);
	union column key[SUMS_KEY], value[SUMS_VALUES] = { 0 };

	if (!t->one) {
		memset(sum->value, 0, sizeof(sum->value));
		return OK;
	}
	if (t->packed) {
		take_packed(sum, text_of(s, sum, t), 1 + t->keys);
		return store_error(s);
	}
	fill(key, sum->key + 1, t->keys);
	store_one(s, t->one, key, value);
	for (size_t i = 0; i < t->values; i++)
		sum->value[i] -= value[i].number;
	return store_error(s);
}
