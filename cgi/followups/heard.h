/* heard.h - /followups/heard: a purchase, a refund or a review of a customer,
 * entered where it is heard of. */
#ifndef HEARD_H
#define HEARD_H

#include "lib/req.h"

#define HEARD_PATH "/followups/heard"

enum heard_what {
	HEARD_PURCHASE,
	HEARD_REFUND,
	HEARD_ASKED, /* the customer, for a review */
	HEARD_PROMISED,
	HEARD_PUBLISHED,
};

extern const struct word heard_whats[5];

struct heard_ask {
	int64_t id; /* of the customer */
};

struct heard {
	int64_t id;
	enum heard_what what;
	int64_t amount, product, rating; /* NONE: not said */
	int64_t day;                     /* NONE: today */
	const char *place;
};

/* The handlers of its routes. */
enum err heard_show(struct req *r, const void *form);
enum err heard_save(struct req *r, const void *form);
enum err heard_again(struct req *r);

#endif
