/* cells.h - the prospects of the period that are old enough, by group and kind:
 * the source, or where sources are the groups the team. */
#ifndef CELLS_H
#define CELLS_H

#include "numbers.h"

struct cell {
	int64_t group, kind; /* ids; 0: none */
	struct tally counts; /* old enough; won in time */
};

struct cells {
	struct cell *cell; /* [0..n), the same group and kind perhaps twice */
	size_t n;
};

/* Asks for them; the answers are read by cells_read. */
struct cells_questions;
struct cells_questions *cells_ask(struct req *r, const struct numbers *n);
struct cells cells_read(struct req *r, const struct numbers *n,
			const struct cells_questions *q);

/* Only how many there are. */
struct matured_questions;
struct matured_questions *matured_ask(struct req *r, const struct numbers *n);
int64_t matured_read(const struct matured_questions *q);

#endif
