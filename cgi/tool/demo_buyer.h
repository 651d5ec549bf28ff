/* demo_buyer.h - one customer of the demo company, by whom their purchases
 * (demo_buyers.c) and the talks with them (demo_talks.c) are told. */
#ifndef DEMO_BUYER_H
#define DEMO_BUYER_H

#include "demo.h"

enum {
	BUYER_RUB = 100,      /* minor units */
	BUYER_PURCHASES = 96, /* of one customer, at most */
};

/* One customer with a character. */
struct buyer {
	struct demo *d;
	const struct demo_win *win;
	int64_t id;
	double amount, gap; /* own medians */
	bool contract;
	int64_t contract_end;            /* its last day; NONE without */
	bool content;                    /* no trouble with us */
	int64_t bought[BUYER_PURCHASES]; /* instants, rising; bought[0..n) */
	size_t n;
	int64_t trouble_at; /* when something went wrong; NONE */
	int64_t scored;     /* day of the question for a score; NONE */
};

/* Whether an instant is no later than the company's now. */
bool buyer_past(const struct buyer *b, int64_t at);

/* Each tells one more thing about a customer who has bought: something goes
 * wrong; a question for a score and its answer; a review; and the talks that
 * follow from all of it, until now. */
enum err buyer_trouble(struct buyer *b);
enum err buyer_score(struct buyer *b);
enum err buyer_review(struct buyer *b);
enum err buyer_talks(struct buyer *b);

#endif
