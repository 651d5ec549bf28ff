/* merging.h - /followups/merge: a customer who was recorded twice.  Who opens
 * it looks for the other record, sees both beside each other, says which one
 * stays, and why they are the same; it can be taken back. */
#ifndef MERGING_H
#define MERGING_H

#include "lib/merge.h"
#include "lib/req.h"
#include "queries.h"

#define MERGING_PATH "/followups/merge"
#define MERGING_UNDO "/followups/merge/undo"

struct merging_ask {
	int64_t customer;    /* who it begins with; NONE when both are known */
	int64_t keep, merge; /* NONE: not chosen yet */
	const char *q;       /* of whom to look for */
};

struct merging {
	int64_t keep, merge, keep_version, merge_version;
	const char *why;
};

struct merging_undo {
	int64_t id, merge, version, into_version; /* id: of the shell */
};

/* How the viewer acts now. */
struct merge_act merging_act(const struct req *r);

/* The address of both beside each other. */
const char *merging_pair(struct req *r, int64_t keep, int64_t merge);

/* Whom a customer may be the same as.  taken: the other one was merged by
 * somebody meanwhile. */
enum err merging_choice(struct req *r, int64_t customer, const char *q,
			bool taken);

/* The page of a customer who was merged; ERR_NOT_FOUND for all others. */
enum err merging_shell(struct req *r, int64_t id);

/* The handlers of its routes. */
enum err merging_show(struct req *r, const void *form);
enum err merging_save(struct req *r, const void *form);
enum err merging_again(struct req *r);
enum err merging_take_back(struct req *r, const void *form);

#endif
