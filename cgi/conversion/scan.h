/* scan.h - one pass over the prospects of some days, as they are kept, for all
 * parts of a page that count them one by one. */
#ifndef SCAN_H
#define SCAN_H

#include "lib/census.h"
#include "numbers.h"

/* A prospect that passes the filters of the page. */
struct scanned {
	const struct prospect *prospect;
	int64_t group;               /* of what the page is grouped by */
	int64_t month;               /* in which it came */
	bool matured;                /* it has had the horizon's days to buy */
	const struct census *census; /* for census_reached */
};

struct scan;

/* Asks for the prospects that came on some days, up to as_of; the same pass to
 * all who ask for the same days before it runs. */
struct scan *scan_of(struct req *r, const struct numbers *n,
		     struct period days);

/* They are counted by take, which is called for each one when the first of
 * those who joined calls scan_run.  steps: it asks for census_reached. */
void scan_join(struct scan *s, bool steps,
	       void (*take)(void *arg, const struct scanned *one), void *arg);
void scan_run(struct scan *s);
bool scan_has_run(const struct scan *s);

/* The team, person, source ... that the page asks for. */
struct census_only scan_only(const struct form *f);

#endif
