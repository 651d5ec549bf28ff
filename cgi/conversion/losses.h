/* losses.h - why prospects were lost in a period. */
#ifndef LOSSES_H
#define LOSSES_H

#include "numbers.h"

struct loss {
	int64_t reason; /* ENDS_UNSAID: none was given */
	const char *name;
	int64_t lost, before;     /* in the period; in the one before */
	struct share share;       /* of all lost: C11 */
	struct difference change; /* of the share; known = false: no before */
	double q;                 /* of the change, adjusted for all rows */
};

struct losses {
	struct numbers numbers; /* days, names, horizon; nothing counted */
	struct loss *loss;      /* [0..n), the most frequent first */
	size_t n;
	int64_t lost, won;               /* closed in the period */
	int64_t lost_before, won_before; /* 0 without comparison */
	int64_t matured; /* prospects that came in it and are old enough */
	struct share win_rate;         /* C4: won of those that closed */
	struct difference rate_change; /* against the period before */
};

/* Reads and computes everything; ERR_INPUT, with messages, for bad days. */
enum err losses_load(struct req *r, const struct form *form, struct losses *l);

/* The three forms of the page; see losses_page.c and losses_data.c. */
enum err losses_send(struct req *r, const struct losses *l);
enum err losses_csv(struct req *r, const struct losses *l);
enum err losses_json(struct req *r, const struct losses *l);

#endif
