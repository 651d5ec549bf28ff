/* prospects.h - what has become of prospects, many in one text: so a page that
 * counts what no sum tells apart reads one row for 160 of them.
 *
 * The text holds how many there are, then a column (columns.h) for each thing
 * that is told of them, then for each step that any has reached its id and a
 * column of days. */
#ifndef PROSPECTS_H
#define PROSPECTS_H

#include "reach.h"

enum prospect_state {
	PROSPECT_OPEN,
	PROSPECT_WON,
	PROSPECT_LOST,
	PROSPECT_INVALID,
};

/* An id is 0 where there is none. */
struct prospect {
	int64_t created_day;
	int64_t end_day; /* when won or lost; NONE of others */
	int64_t days;    /* from created_day to end_day, at least 0; else 0 */
	int64_t state;   /* enum prospect_state */
	int64_t source, campaign, product, segment;
	int64_t owner, team; /* who has the credit */
	int64_t reason;      /* of a loss */
	int64_t cost;        /* own price, base minor units */
	int64_t revenue;     /* of the first purchase of one that was won */
	int64_t contact;     /* hours to the first contact, as reach.h keeps
			      * them; NONE: nobody has contacted them */
};

/* Ids of first inquiries that share a text: id / PROSPECTS_MOST is the same. */
enum { PROSPECTS_MOST = 160, PROSPECTS_STEPS = REACH_STEPS + 1 };

struct prospects {
	struct prospect row[PROSPECTS_MOST]; /* [0..n) */
	size_t n;
	/* The steps any of them has reached, [0..steps); for each the days
	 * each of them took, NONE of who has not reached it. */
	int64_t step[PROSPECTS_STEPS];
	int64_t after[PROSPECTS_STEPS][PROSPECTS_MOST];
	size_t steps;
};

/* Adds one to p, n < PROSPECTS_MOST; reached: as reach_add makes it, which
 * tells the first contact and the steps. */
void prospects_add(struct prospects *p, const struct prospect *row,
		   const char *reached);

/* Appends the text. */
void prospects_write(struct buf *b, const struct prospects *p);

/* Reads what prospects_write has written; steps: with the days of steps, which
 * few ask for.  Of a text that is spoilt, what can be read, within bounds. */
void prospects_read(const char *text, bool steps, struct prospects *p);

/* Whether a prospect reached a step within so many days. */
bool prospects_reached(const struct prospects *p, size_t i, int64_t step,
		       int64_t days);

#endif
