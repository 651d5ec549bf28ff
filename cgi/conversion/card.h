/* card.h - what a number of the program means: a page for each, that can be
 * mailed; every number of a dashboard leads to its own. */
#ifndef CARD_H
#define CARD_H

#include "numbers.h"

enum card {
	CARD_RATE,
	CARD_ESTIMATE,
	CARD_LEADS,
	CARD_WON,
	CARD_COST,
	CARD_REVENUE,
	CARD_DAYS,
	CARD_WAIT,
	CARD_CHANGE,
	CARD_AGAINST,
	CARD_MOVED,
	CARD_EVEN,
	CARD_CLOSED,
	CARD_REASON,
	CARD_FORECAST,
	CARD_STEP,
	CARDS
};

extern const struct word card_words[CARDS];

/* What the number is called. */
const char *card_name(enum card card);

/* The page of form's card, with the filters of the dashboard it came from. */
enum err card_send(struct req *r, const struct form *form);

/* Its address, with the filters of a page. */
const char *card_address(struct req *r, const struct numbers *n,
			 enum card card);

/* Sets a key of a row to the address. */
void card_link(struct view *v, const char *key, const struct numbers *n,
	       enum card card);

#endif
