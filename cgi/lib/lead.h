/* lead.h - writing leads: who is a prospect, and what happens to a lead.
 *
 * A lead is one inquiry.  Inquiries of one person or firm while a buying
 * cycle is open are one prospect, for which the first of them stands.  People
 * are the same when their e-mail or phone keys are (str.h).
 *
 * Everything here runs inside a store_write, after zone_use: instants are UTC
 * seconds, and each is stored with its day in the company's zone.  A fact that
 * is known by its day only happened at zone_start(day).  Ids that are absent
 * are NONE, texts "".  Except where told, calls return what store_error does.
 */
#ifndef LEAD_H
#define LEAD_H

#include "store.h"

/* An inquiry to be recorded. */
struct lead_new {
	const char *name; /* 1 to 200 code points */
	const char *email, *phone;
	int64_t source, campaign, product, segment;
	int64_t customer; /* whose deal it is, when known */
	int64_t owner;    /* to whom it is assigned at once */
	int64_t actor;    /* person who records it; NONE: an import */
	int64_t cost;     /* its own price, minor units of the base currency */
	int64_t created_at;
	const char *origin, *origin_id;
};

struct lead_added {
	int64_t id;
	int64_t prospect; /* lead that stands for the prospect: id, or an
			   * earlier one */
	bool repeat;      /* somebody who had bought: a deal, no prospect */
};

/*
 * lead_add - records an inquiry, and finds out whose it is:
 *   - its key belongs to somebody who has bought: a repeat deal;
 *   - a cycle of the same key is open: one more inquiry of that prospect;
 *   - the last cycle was lost less than new_cycle_days ago: the same;
 *   - otherwise a prospect of its own.
 * What counts is what was so at created_at; a cycle that was found invalid
 * is none.
 * Returns ERR_INPUT when the name is empty or too long.
 */
enum err lead_add(struct store *s, struct arena *a, int64_t new_cycle_days,
		  const struct lead_new *new, struct lead_added *added);

/* What all events of a lead have. */
struct lead_fact {
	int64_t lead, at;
	int64_t actor; /* person who records it; NONE: an import */
	const char *note;
};

/* A transfer to owner, or with NONE to nobody; the past keeps its owner. */
enum err lead_assigned(struct store *s, struct lead_fact fact, int64_t owner);
enum err lead_contacted(struct store *s, struct lead_fact fact);
enum err lead_step(struct store *s, struct lead_fact fact, int64_t step);

/* customer: the one it has become, or NONE. */
enum err lead_won(struct store *s, struct lead_fact fact, int64_t customer);
enum err lead_lost(struct store *s, struct lead_fact fact, int64_t reason);
enum err lead_reopened(struct store *s, struct lead_fact fact);

/* Does not count, or counts after all.  Returns ERR_INPUT without reason. */
enum err lead_invalid(struct store *s, struct lead_fact fact, int64_t reason);
enum err lead_valid(struct store *s, struct lead_fact fact);

/*
 * lead_source, lead_campaign, lead_product, lead_segment, lead_reason - the id
 * of a name, which is added when it is new.  Names are the same when their
 * folded keys are; the first spelling stays.  An empty name is not recorded:
 * NONE. class: of a new source, 'referral', 'review', 'customer' or 'other';
 * kind: 'lost' or 'invalid'.
 */
enum err lead_source(struct store *s, struct arena *a, const char *name,
		     const char *class, int64_t *id);
enum err lead_campaign(struct store *s, struct arena *a, int64_t source,
		       const char *name, int64_t *id);
enum err lead_product(struct store *s, struct arena *a, const char *name,
		      int64_t *id);
enum err lead_segment(struct store *s, const char *name, int64_t *id);
enum err lead_reason(struct store *s, struct arena *a, const char *kind,
		     const char *name, int64_t *id);

#endif
