/* packed.h - counts under rising numbers, as one text: so a page reads one row
 * for a team and a year, not one for each day it took.
 *
 * The text holds four numbers for each entry, the number it stands under and
 * its three counts, by rising numbers, each followed by one space; "" holds
 * nothing.  What the counts are, say ages.h and reach.h. */
#ifndef PACKED_H
#define PACKED_H

#include "str.h"

enum { PACKED_COUNTS = 3 };

struct packed {
	int64_t at;                   /* what it stands under */
	int64_t count[PACKED_COUNTS]; /* not all 0 */
};

/* Appends a number and a space. */
void packed_add_number(struct buf *b, int64_t n);

/* Reads the next number and moves *text behind it and its space. */
int64_t packed_number(const char **text);

/* Reads the next entry of a text that packed_changed has made, and moves *text
 * behind it; false at the end. */
bool packed_next(const char **text, struct packed *entry);

/*
 * packed_changed - text with list[0..n) added, which may take away; in a.
 * list: by rising numbers, each once.
 */
const char *packed_changed(struct arena *a, const char *text,
			   const struct packed *list, size_t n);

#endif
