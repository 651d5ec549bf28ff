/* sums.h - integers added up under keys of several integers.
 *
 * What a write changes in tables of sums is gathered here first, so that each
 * row is changed once, and rows are changed in the order of their keys (two
 * writers that take them in different orders would stop each other). */
#ifndef SUMS_H
#define SUMS_H

#include "arena.h"

enum { SUMS_KEY = 7, SUMS_VALUES = 7 };

/* One row: which table and row it is, and what to add to its columns. */
struct sum {
	int64_t key[SUMS_KEY];
	int64_t value[SUMS_VALUES];
};

struct sums;

struct sums *sums_new(void);
void sums_free(struct sums *s);

/* Forgets everything. */
void sums_clear(struct sums *s);

/* How many keys there are. */
size_t sums_count(const struct sums *s);

/* Adds sign times the values under the key; true when the key is a new one. */
bool sums_add(struct sums *s, const struct sum *sum, int64_t sign);

/*
 * sums_sorted - all that do not come to nothing, by rising key.
 * (*list)[0..returned) is gone with the next call.  Nothing can be added after
 * it but sums_clear.
 */
size_t sums_sorted(struct sums *s, const struct sum **list);

#endif
