/* columns.h - lists of integers as text, each as wide as its values need.
 *
 * A column is the least of its values and a width, as packed.h writes numbers,
 * then for each value what it lies above the least one, in as many digits of
 * base 64 as the widest takes, '0' to 'o' in the order of ASCII, and a space.
 * A list of small or alike numbers is short, and quick to read: what a page
 * counts one by one comes this way. */
#ifndef COLUMNS_H
#define COLUMNS_H

#include "str.h"

/* Appends value[0..n), of any size but NONE. */
void columns_add(struct buf *b, const int64_t *value, size_t n);

/* Reads the next n values, as many as were written, and moves *text behind
 * them; where they are cut off, each is the least one. */
void columns_next(const char **text, int64_t *value, size_t n);

#endif
