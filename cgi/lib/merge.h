/* merge.h - two customers that are the same: one stays, all that is recorded of
 * the other one moves there; and taking that back.
 *
 * The other one is left as a shell (customer.merged_into) that no list shows.
 * What the one that stays says of itself - name, contact, e-mail, phone,
 * segment, account manager, contract - stays as it is.  Taking it back moves
 * exactly what had moved; what came later stays.  Everything runs inside
 * store_write, so that all of it is kept or nothing. */
#ifndef MERGE_H
#define MERGE_H

#include "store.h"

/* Who acts, and when. */
struct merge_act {
	int64_t actor;   /* person; NONE: the program */
	int64_t at, day; /* UTC seconds; the company's day */
};

/* A customer as somebody saw it in what they may change. */
struct merge_seen {
	int64_t id, version;
};

/*
 * merge_customers - moves all of one customer to another one.
 * Returns ERR_CONFLICT when one of both has changed since it was seen, is
 * merged already, or when others were merged into the one that is to move;
 * ERR_INPUT when both are the same.
 */
enum err merge_customers(struct store *s, const struct merge_act *act,
			 struct merge_seen from, struct merge_seen into,
			 const char *why);

/*
 * merge_undo - takes back a merge: from, into as it was done.
 * Returns ERR_CONFLICT when one of both has changed since it was seen, or it is
 * taken back already.
 */
enum err merge_undo(struct store *s, const struct merge_act *act, int64_t merge,
		    struct merge_seen from, struct merge_seen into);

#endif
