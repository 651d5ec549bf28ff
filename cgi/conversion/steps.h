/* steps.h - how far the prospects of a period got within the horizon: of those
 * old enough, how many reached each step (C10). */
#ifndef STEPS_H
#define STEPS_H

#include "numbers.h"

/* A step of the company, or before them being contacted (REACH_CONTACTED). */
struct gate {
	int64_t id, position;
	const char *name;
};

struct gates {
	struct gate *gate; /* [0..n), the first one first */
	size_t n;
};

/* The gates of one group, beside those it has won. */
struct gate_counts {
	int64_t group;
	int64_t *reached; /* [0..gates.n): who has reached it without being won
			   */
};

struct steps {
	struct gate_counts *group; /* [0..n), in any order */
	size_t n;
};

/* Asks for the company's gates. */
struct answer *gates_ask(struct req *r);
struct gates gates_read(struct req *r, struct answer *a);

/* Asks about a period; the answers are read by steps_read. */
struct steps_questions;
struct steps_questions *steps_ask(struct req *r, const struct numbers *n,
				  struct period days);
struct steps steps_read(struct req *r, const struct numbers *n,
			struct steps_questions *q, const struct gates *gates);

/* How many of a group, or of all (EVERY), have reached a gate: by a step, or
 * for they were won. */
int64_t steps_reached(const struct steps *s, int64_t group, size_t gate,
		      int64_t won);

#endif
