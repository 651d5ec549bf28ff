/* ages.h - how many prospects were won or lost after how many days, in one text
 * (packed.h). */
#ifndef AGES_H
#define AGES_H

#include "packed.h"

/* More days than this are kept as one more: no horizon is longer. */
enum { AGES_MOST = 730 };

struct age {
	int64_t days;      /* from created to won or lost, 0..AGES_MOST + 1 */
	int64_t won, lost; /* how many; not both 0 */
	int64_t revenue;   /* of the first purchases, base minor units */
};

/* Reads the next age and moves *text behind it; false at the end. */
bool ages_next(const char **text, struct age *age);

/* How many of a text were won within so many days. */
int64_t ages_won_within(const char *text, int64_t days);

#endif
