/* customers.h - finding a customer, and everything about one on one page.
 *
 * Revenue is in the company's currency, refunds taken off.  How often they buy
 * is told from three purchase days on: the days between the first and the last
 * of them, divided by one less than there are. */
#ifndef CUSTOMERS_H
#define CUSTOMERS_H

#include "lib/req.h"

#define CUSTOMERS_FIND    "/followups/customers"
#define CUSTOMERS_ONE     "/followups/customer"
#define CUSTOMERS_PROBLEM "/followups/problem"

struct customers_search {
	const char *q; /* a name, e-mail or phone */
};

/* What the history shows. */
enum { SHOW_ALL, SHOW_PURCHASES, SHOW_TALKS, SHOW_PROBLEMS };
extern const struct word customers_shows[4];

struct customers_ask {
	int64_t id;
	int64_t show; /* one of the above */
	bool all;     /* however long ago it was */
};

/* A problem to be opened. */
struct problem_form {
	int64_t id, due; /* of the customer; NONE: no day is set */
	const char *what;
};

/* The address of one. */
const char *customers_page(struct req *r, int64_t id);

enum err customers_search(struct req *r, const void *form);
enum err customers_one(struct req *r, const void *form);
enum err customers_problem(struct req *r, const void *form);

/* The page under a form that came back. */
enum err customers_again(struct req *r);

#endif
