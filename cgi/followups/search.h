/* search.h - customers found by name, e-mail or phone. */
#ifndef SEARCH_H
#define SEARCH_H

#include "lib/req.h"
#include "queries.h"

/* So many are shown at once. */
enum { SEARCH_MOST = 50 };

struct search_found {
	struct followup_customer_find row[SEARCH_MOST]; /* [0..n) */
	size_t n;
	bool more; /* than are here */
};

/* What was typed, looked for in scope; an e-mail or phone only as a whole. */
struct search_found *search_customers(struct req *r, struct scope scope,
				      const char *typed);

#endif
