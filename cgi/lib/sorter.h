/* sorter.h - records in an order, however many there are.
 *
 * Records fill a few megabytes of memory at the most: then they are sorted and
 * written to a temporary file, which nobody else sees and which goes with its
 * sorter.  Reading merges what was written.
 *
 *	sorter_add(s, record, size) ...
 *	sorter_first(s);
 *	while ((record = sorter_next(s)) != NULL) ...
 *	if (sorter_problem(s)) ... */
#ifndef SORTER_H
#define SORTER_H

#include "base.h"

enum { SORTER_LARGEST = 16 * 1024 }; /* bytes of a record */

struct sorter;

/* compare: as for qsort, but of two records. */
struct sorter *sorter_new(int (*compare)(const void *a, const void *b));
void sorter_free(struct sorter *s); /* NULL is allowed */

/* Adds a copy of record[0..size), which will be aligned for any number. */
void sorter_add(struct sorter *s, const void *record, size_t size);

/* Goes to the first record, as often as one likes; nothing can be added any
 * more. */
void sorter_first(struct sorter *s);

/* The next record, good until the next call; NULL after the last one. */
const void *sorter_next(struct sorter *s);

/* What was wrong with the temporary file, or NULL.  From then on there are no
 * records. */
const char *sorter_problem(const struct sorter *s);

#endif
