/* funnel.h - /conversion/funnel: how far leads get, and where they are left. */
#ifndef FUNNEL_H
#define FUNNEL_H

#include "contacts.h"
#include "steps.h"

/* Gates that are none of the company's steps. */
enum { FUNNEL_CAME = -2, FUNNEL_WON = -1 };

/* A bar of the funnel: all who are old enough, each gate, those won. */
struct bar {
	int64_t id; /* of the step, REACH_CONTACTED, or one of the above */
	const char *name;
	int64_t reached, before;  /* in the period; in the one before */
	struct share of_all;      /* of those old enough */
	struct share rate;        /* of the bar above; of the first: all */
	struct difference change; /* of that rate; known = false: no before */
	double q;                 /* of the change, adjusted for all bars */
};

/* The same of one group. */
struct funnel_row {
	const struct group *group;
	int64_t *reached; /* [0..bars) */
	struct contact contact;
};

struct funnel {
	struct numbers numbers;
	struct bar *bar; /* [0..bars), from all to those won */
	size_t bars;
	int64_t came_before;    /* old enough in the period before */
	struct funnel_row *row; /* [0..n), as numbers.now lists them */
	size_t n;
};

/* Reads and computes everything; ERR_INPUT, with messages, for bad days. */
enum err funnel_load(struct req *r, const struct form *form, struct funnel *f);

/* The bar with the lowest rate of the one above, which has MANY_FEW at least;
 * NULL: there is none. */
const struct bar *funnel_narrowest(const struct funnel *f);

/* The three forms of the page; see funnel_page.c and funnel_data.c. */
enum err funnel_send(struct req *r, const struct funnel *f);
enum err funnel_csv(struct req *r, const struct funnel *f);
enum err funnel_json(struct req *r, const struct funnel *f);

#endif
