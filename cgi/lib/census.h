/* census.h - goes through all prospects of a period, one by one, as they are
 * kept in columns (schema/0015_prospect_block.sql): for counts that no sum
 * knows.  It takes about 30 ns a prospect. */
#ifndef CENSUS_H
#define CENSUS_H

#include "period.h"
#include "prospects.h"
#include "store.h"

struct census;

/* Of whom: an id, 0 for none, CENSUS_EVERY for every one. */
enum { CENSUS_EVERY = -1 };

struct census_only {
	int64_t team, person, source, campaign, product, segment;
};

/* Asks for the prospects that came, or that were won or lost, in a period, that
 * pass the filters and that the viewer may see. */
struct census *census_came(struct store *s, struct scope scope,
			   struct period days, struct census_only only);
struct census *census_ended(struct store *s, struct scope scope,
			    struct period days, struct census_only only);

/* The steps of each are to be read as well; before the first is. */
void census_steps(struct census *c);

/* The next one, in the order of the engine; NULL after the last.  It stands
 * until the next call. */
const struct prospect *census_next(struct census *c);

/* Whether the one that was read last reached a step within so many days. */
bool census_reached(const struct census *c, int64_t step, int64_t days);

#endif
