/* buyers.h - customers by the days on which they bought: in which months and
 * how soon they came back, and who has been silent for longer than usual.
 *
 * A silence is judged by the customer's own rhythm (rhythm.h), within the
 * segment; a segment of fewer than BUYERS_SEGMENT customers, or without a
 * name, is judged with everybody.  A threshold drawn towards the segment is
 * never below the customer's own usual gap: an ordinary wait is no alert.  Who
 * is under a contract that still runs
 * need not buy, and is never called silent. */
#ifndef BUYERS_H
#define BUYERS_H

#include "arena.h"
#include "cohort.h"
#include "rhythm.h"

/* Customers from which on a segment has a rhythm of its own. */
#define BUYERS_SEGMENT 25

/* Who has been silent for more days than this is lost rather than late. */
#define BUYERS_LOST 365

/* One customer with at least one purchase. */
struct buyer {
	int64_t id;
	int64_t first_on, last_on; /* purchase days */
	int64_t days;              /* on which they bought, >= 1 */
	int64_t second;            /* days from the first to the second; NONE */
	struct rhythm_sums gaps;   /* between all of them */

	const char *name, *segment, *manager;
	int64_t year_revenue; /* minor units; may be negative */
	int64_t next_due;     /* of the next follow-up; NONE */
	int64_t contract_end; /* last day of the contract; NONE */
	bool problem, do_not_contact;

	/* by buyers_judge */
	int64_t silent;               /* days since last_on */
	struct rhythm_days usual;     /* geometric mean of the own gaps */
	struct rhythm_days threshold; /* silent longer than this: an alert */
	bool alert;
	bool lost; /* an alert of more than BUYERS_LOST days */

	bool sought; /* bought in the month that was looked for */
};

/* Buyers by rising id, as of a day. */
struct buyers {
	struct arena *arena;
	int64_t as_of; /* no purchase day is later */
	/* Marks who bought in a month: in this one, or in the one so many
	 * months after their first.  NONE: no such mark. */
	int64_t seek_month, seek_age;
	struct buyer *buyer; /* [0..n) */
	size_t n;
	int64_t **months; /* [a][k]: buyers whose first month was a months
			   * before as_of's, and who bought k after it */
	int64_t **last;   /* likewise, for whom that month was the last; NULL
			   * where buyers were added by days */
	size_t n_months;
};

/* Nobody yet; what is to be marked is set before the first day is added. */
struct buyers buyers_new(struct arena *arena, int64_t as_of);

/* Adds a purchase day; by rising customer, and by rising day of each. */
void buyers_day(struct buyers *b, int64_t customer, int64_t day);

/* Adds buyers by months alone: how many of those who first bought in a month
 * bought in another (or the same), and for how many it was the last. */
void buyers_month(struct buyers *b, int64_t first, int64_t month,
		  int64_t bought, int64_t last);

/* The buyer with an id, or NULL. */
struct buyer *buyers_find(const struct buyers *b, int64_t id);

/*
 * buyers_triangle - buyers by the month of their first purchase, and how many
 * of them bought in each month after it; or_later: in that month or a later.
 * whole: the last month that counts as finished.
 */
struct cohort_triangle buyers_triangle(const struct buyers *b, bool or_later,
				       int64_t whole);

/* Who bought again within so many days, of those known for so long. */
struct tally buyers_repeat(const struct buyers *b, int64_t days);

/*
 * buyers_curve - the share that has bought again by the days since the first
 * purchase: 1 - Kaplan-Meier, those without a second purchase cut off at their
 * age.
 */
struct survival_curve buyers_curve(const struct buyers *b);

/* The same curve from counts of customers. */
struct buyers_returns {
	struct arena *arena;
	int64_t as_of;
	struct survival_row *row; /* [0..n) by days, without gaps */
	size_t n;
};

struct buyers_returns buyers_returns_new(struct arena *arena, int64_t as_of);

/* Customers who bought first on a day and not again so far; those who did, so
 * many days later. */
void buyers_returns_open(struct buyers_returns *r, int64_t day,
			 int64_t customers);
void buyers_returns_won(struct buyers_returns *r, int64_t days,
			int64_t customers);

struct survival_curve buyers_returns_curve(const struct buyers_returns *r);

/* What the silences of one segment were judged by. */
struct buyers_rhythm {
	int64_t id;          /* of the segment, where it has one */
	const char *segment; /* "" for everybody */
	int64_t customers;
	struct rhythm_pool pool;
	double mean, sd;            /* of ln(days); 0 while unknown */
	struct rhythm_days returns; /* 90 % of those who return do so by */
};

/*
 * buyers_judge - fills silent, usual, threshold and alert of all buyers.
 * (*rhythm)[0..returned): everybody first, then the segments that have one of
 * their own, by name.
 */
size_t buyers_judge(struct buyers *b, struct buyers_rhythm **rhythm);

/* The threshold of a customer with these gaps, in a segment with this rhythm.
 */
struct rhythm_days buyers_threshold(struct rhythm_sums gaps,
				    const struct rhythm_pool *pool,
				    struct rhythm_days returns);

/* Judges one buyer by what the silences of the segment are judged by. */
void buyers_judge_one(struct buyer *buyer, const struct buyers_rhythm *rhythm,
		      int64_t as_of);

/* Silence over threshold times the year's revenue; of one with an alert. */
double buyers_urgency(const struct buyer *b);

/*
 * buyers_silent - those with an alert, the most urgent first: the lost ones
 * after all others, an open problem before none, then by silence over threshold
 * times the year's revenue, then by silence over threshold.
 * (*list)[0..returned) in the arena.
 */
size_t buyers_silent(const struct buyers *b, struct buyer ***list);

/* Some buyers with an alert in the same order; [0..n) in the arena. */
struct buyer **buyers_by_urgency(struct arena *a, struct buyer *buyer,
				 size_t n);

#endif
