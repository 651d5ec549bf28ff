/* took.h - prospects by group and by how long it took to win or lose them,
 * while they are counted: from sums, or one by one. */
#ifndef TOOK_H
#define TOOK_H

#include "counted.h"

/* Those of one group that have had the horizon's days to buy, or those that
 * have not. */
struct took {
	int64_t group;
	bool matured;
	struct groups_row *age; /* [0..horizon + 1], by the days it took, or the
				 * age of open ones; the last: longer */
};

struct tooks {
	struct arena *arena;
	int64_t horizon;
	struct slots *slots;
	struct took *took; /* [0..n), in the order met */
	size_t n;
};

struct tooks tooks_new(struct arena *a, int64_t horizon);

/* Those of a group; none yet when it is met the first time.  It stands until
 * another one is met. */
struct took *took_of(struct tooks *t, int64_t group, bool matured);

/* Adds a row for each age of each group that anything was counted for. */
void tooks_rows(struct req *r, const struct tooks *t, struct counted *c);

#endif
