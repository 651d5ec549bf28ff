/* fair.h - groups compared as if all of them had the same kinds of leads: the
 * same sources, or for sources, the same teams. */
#ifndef FAIR_H
#define FAIR_H

#include "lib/mix.h"
#include "numbers.h"

struct fair_group {
	int64_t id;
	const char *name;
	struct mix mix;
};

struct fair {
	struct numbers numbers;   /* days, names, horizon; nothing counted */
	struct fair_group *group; /* [0..n), the surest of being better first */
	size_t n;
	struct tally all; /* those old enough, and won in time */
};

/* Reads and computes everything; ERR_INPUT, with messages, for bad days. */
enum err fair_load(struct req *r, const struct form *form, struct fair *f);

/* The three forms of the page; see fair_page.c and fair_data.c. */
enum err fair_send(struct req *r, const struct fair *f);
enum err fair_csv(struct req *r, const struct fair *f);
enum err fair_json(struct req *r, const struct fair *f);

#endif
