/* counted.h - the prospects of a period, counted for the conversion page: from
 * the sums that are kept, in a pass over all that are kept, from the viewer's
 * own prospects, or, for a past day since which something was recorded, from
 * the records themselves. */
#ifndef COUNTED_H
#define COUNTED_H

#include "numbers.h"
#include "queries.h"

/* Days; the trend of a longer period is drawn by month, and counted so. */
enum { COUNTED_WEEKS = 190 };

/* Prospects that came on a day, or in the block of days it begins. */
struct day_count {
	int64_t day, prospects, matured, won;
};

struct counted {
	struct groups_row *row; /* [0..rows) of room */
	size_t rows, room;
	struct groups_spend *spend; /* [0..spends) */
	size_t spends;
	struct day_count *day; /* [0..days), in any order */
	size_t days;
};

/* Where prospects are counted: in the sums, one by one, or both. */
enum which { RECORDED, OWN };

struct counted_from {
	bool kept;    /* the sums speak of the day that is asked for */
	bool sums;    /* they are to be read */
	bool pass;    /* all prospects are to be passed: scan.h */
	bool records; /* some are to be asked for one by one: */
	/* of a past day from what was recorded until then; as they are kept,
	 * only one person's */
	enum which which;
};

struct counted_from counted_from(const struct req *r, const struct numbers *n);

/* What statements about prospects one by one ask: the days and filters of the
 * page. */
struct conversion_by_fate_in counted_one_by_one(const struct req *r,
						const struct numbers *n,
						struct period days);

/* The part of a period that has had the horizon's days to buy. */
struct period counted_matured(const struct numbers *n, struct period p);

/* Asks everything about a period; the answers are read by counted_read. */
struct counted_questions;
struct counted_questions *counted_ask(struct req *r, const struct numbers *n,
				      struct period days);
struct counted counted_read(struct req *r, struct counted_questions *q);

/* What sources cost in the months of a period, and who shares it. */
struct prices {
	struct spend_item *item; /* [0..n) */
	size_t n;
};

/* ---- its parts ------------------------------------------------------------
 */

/* records.c: prospect by prospect. */
struct records {
	struct answer *fates, *counts, *days;
};

struct records records_ask(struct req *r, const struct numbers *n,
			   struct period p, enum which which);
void records_read(struct req *r, const struct records *q,
		  const struct prices *prices, struct counted *c);

/* passed.c: in a pass over all that are kept. */
struct passed;
struct passed *passed_ask(struct req *r, const struct numbers *n,
			  struct period days);
void passed_read(struct req *r, struct passed *q, const struct prices *prices,
		 struct counted *c);

/* rollups.c: from the sums of a day since which nothing was recorded. */
struct rollups;

/* Whether the sums tell apart what is asked for: teams and sources. */
bool rollups_know(const struct numbers *n);

struct rollups *rollups_ask(struct req *r, const struct numbers *n,
			    struct period p);
void rollups_read(struct req *r, struct rollups *q, const struct prices *prices,
		  struct counted *c);

/* Makes room for so many more rows at once: thousands need not be moved. */
void counted_reserve(struct req *r, struct counted *c, size_t n);

/* Makes room for one more. */
struct groups_row *counted_row(struct req *r, struct counted *c);
struct day_count *counted_day(struct req *r, struct counted *c);
struct groups_spend *counted_spend(struct req *r, struct counted *c);

#endif
