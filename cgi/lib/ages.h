/* ages.h - how many prospects were won or lost after how many days, as one
 * text: so a page reads one row for a team and a year, not one for each day it
 * took.
 *
 * The text holds four numbers for each age, in the order of struct age and of
 * rising days, each followed by one space; "" holds nothing. */
#ifndef AGES_H
#define AGES_H

#include "str.h"

/* More days than this are kept as one more: no horizon is longer. */
enum { AGES_MOST = 730 };

struct age {
	int64_t days;      /* from created to won or lost, 0..AGES_MOST + 1 */
	int64_t won, lost; /* how many; not both 0 */
	int64_t revenue;   /* of the first purchases, base minor units */
};

/* Reads the next age of a text that ages_add has written, and moves *text
 * behind it; false at the end. */
bool ages_next(const char **text, struct age *age);

/* How many of a text were won within so many days. */
int64_t ages_won_within(const char *text, int64_t days);

/* Appends an age of more days than those before; nothing for an empty one. */
void ages_add(struct buf *b, const struct age *age);

/*
 * ages_changed - text with list[0..n) added, which may take away; in a.
 * list: of rising days.
 */
const char *ages_changed(struct arena *a, const char *text,
			 const struct age *list, size_t n);

#endif
