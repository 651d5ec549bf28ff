/* rollup.h - the sums behind the dashboards, kept in step with the records.
 *
 * A statement that changes a record names it (store.h, enum touch).  Before
 * the transaction commits, what follows from each record touched is counted
 * anew from the records and the tables of schema/0002_rollups.sql are changed
 * by the difference, row by row in the order of their keys.  So a sum is
 * right as soon as what it sums is saved, whoever wrote it, and an import
 * changes each sum once however many rows it has. */
#ifndef ROLLUP_H
#define ROLLUP_H

#include "store.h"

/* Ids of sources, campaigns and teams in the tables: all together. */
enum { ROLLUP_EVERY = -1 };

/* When silences are judged anew for all customers, which a purchase of one
 * may change a little for everybody. */
enum rollup_judging {
	ROLLUP_JUDGE_FEW,    /* with each purchase, while they are few */
	ROLLUP_JUDGE_ALWAYS, /* at the end of each write: for imports */
};

/* rollup_keep - keeps the sums of a store that is open for writing. */
void rollup_keep(struct store *s, enum rollup_judging judging);

/*
 * rollup_rebuild - counts everything anew; inside store_write.  For a store
 * that has records but no sums yet.
 * a: the transaction's arena, emptied on the way.
 */
enum err rollup_rebuild(struct store *s, struct arena *a);

/*
 * rollup_audit - counts everything anew and compares, changing nothing; inside
 * store_read.
 * a: the transaction's arena, emptied on the way.
 * *wrong_rows: how many differ; the first few are logged.
 */
enum err rollup_audit(struct store *s, struct arena *a, int64_t *wrong_rows);

/*
 * rollup_sample - likewise for a random part: n customers, and n days with all
 * prospects who came on them, their blocks and the rows of sums of those days.
 * Not seen: the sums of longer spans and of customers, and rows that should not
 * be there. The same seed on the same records takes the same part.
 */
enum err rollup_sample(struct store *s, struct arena *a, int64_t n,
		       uint64_t seed, int64_t *wrong_rows);

#endif
