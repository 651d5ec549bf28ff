/* pace.h - wins of a period day by day, and what is to be expected of it. */
#ifndef PACE_H
#define PACE_H

#include "lib/forecast.h"
#include "numbers.h"

struct pace {
	struct numbers numbers; /* days, names; nothing counted */
	struct form form;       /* its form: without days the running month */
	struct period before;   /* compared with, whole; empty: with none */
	int64_t days;           /* of the period */
	int64_t passed;         /* of it, as_of the last; days: it is over */
	int64_t *won;           /* [0..days]: by the end of so many days */
	int64_t *won_before;    /* [0..days]; the last one of all its days */
	struct forecast *ahead; /* [0..days - passed], while it runs */
	int64_t open, beyond;   /* open today; for longer than anybody known */
	size_t sources;         /* whose chances were used */
};

/* Reads and computes everything; ERR_INPUT, with messages, for bad days. */
enum err pace_load(struct req *r, const struct form *f, struct pace *p);

/* The two forms of the page; see pace_page.c and pace_data.c. */
enum err pace_send(struct req *r, const struct pace *p);
enum err pace_csv(struct req *r, const struct pace *p);
enum err pace_json(struct req *r, const struct pace *p);

#endif
