/* ends.h - prospects that were won or lost in a period, whenever they came. */
#ifndef ENDS_H
#define ENDS_H

#include "numbers.h"

enum { ENDS_WON = -1, ENDS_UNSAID = 0 }; /* reasons that are none */

/* Some that closed on a day, or in the block of days it begins. */
struct end {
	int64_t day, reason; /* its id, or one of the above */
	int64_t prospects;
	int64_t revenue; /* of first purchases, base minor units */
};

struct ends {
	struct end *end; /* [0..n), in any order */
	size_t n;
};

/* Asks for a period, up to as_of, day by day or in larger blocks; the answers
 * are read by ends_read. */
struct ends_questions;
struct ends_questions *ends_ask(struct req *r, const struct numbers *n,
				struct period days, bool daily);
struct ends ends_read(struct req *r, struct ends_questions *q);

/* All of them, or those of a reason. */
int64_t ends_lost(const struct ends *e);
int64_t ends_of(const struct ends *e, int64_t reason);

#endif
