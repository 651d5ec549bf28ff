/* rollup_tables.h - the parts of rollup: what a record counts for, and the
 * tables that hold the sums. */
#ifndef ROLLUP_TABLES_H
#define ROLLUP_TABLES_H

#include "queries.h"
#include "sums.h"

/* Tables of sums; the first part of a struct sum's key. */
enum rollup_table { PROSPECT_COUNT, PROSPECT_AGE };

/* Later than any day: everything that is recorded counts. */
enum { ROLLUP_EVER = 99999999 };

/* Adds sign times what a prospect counts for, by what is kept of it. */
void rollup_prospect(struct sums *sums, const struct rollup_fates_kept *f,
		     int64_t sign);

/* Adds a sum to its row in the store. */
enum err rollup_add(struct store *s, const struct sum *sum);

/* Empties all tables, fate too. */
enum err rollup_clear(struct store *s);

/* Adds sign times all rows of all tables. */
enum err rollup_read(struct store *s, struct sums *sums, int64_t sign);

#endif
