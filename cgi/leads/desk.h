/* desk.h - the leads desk: one lead, and what people do with it. */
#ifndef DESK_H
#define DESK_H

#include "lib/req.h"
#include "queries.h"

#define DESK_LIST "/leads"
#define DESK_LEAD "/leads/lead"
#define DESK_ACT  "/leads/act"
#define DESK_NEW  "/leads/new"
#define DESK_EDIT "/leads/edit"

/* What can happen to a lead. */
enum act {
	ACT_CONTACTED,
	ACT_STEP,
	ACT_WON,
	ACT_LOST,
	ACT_INVALID,
	ACT_REOPENED,
	ACT_VALID,
	ACT_ASSIGNED,
};

extern const struct word desk_acts[8];

/* Whether it can, as the lead stands: 'open', 'won', 'lost', 'invalid'. */
bool desk_possible(const char *state, enum act act);

/* The lead that stands for an inquiry, in what the viewer may read or change;
 * ERR_NOT_FOUND when there is none, or none of theirs. */
enum err desk_find(struct req *r, struct scope scope, int64_t id,
		   struct lead_one *lead);

/* A state of the store as the page says it, and the class of its tag. */
const char *desk_state(const char *state);
const char *desk_state_class(const char *state);

/* ---- one lead, one.c ---- */

/* What was just done: the page says it. */
enum one_did { DID_NOTHING, DID_ACT, DID_ENTER, DID_CORRECT };

extern const struct word one_did[3];

struct one {
	int64_t id;
	int64_t did; /* enum one_did */
};

/* GET: the page of a lead. */
enum err one_show(struct req *r, const void *form);

/* The same page under a form that came back; conflict: somebody was faster. */
enum err one_again(struct req *r, int64_t id, bool conflict);

/* ---- what happened, act.c ---- */

struct deed {
	int64_t id, version;
	enum act act;
	int64_t step, amount, product;
	int64_t owner; /* 0: nobody; NONE: not said */
	int64_t day;   /* NONE: now */
	const char *reason, *note;
};

enum err act_save(struct req *r, const void *form);
enum err act_again(struct req *r);

/* ---- entering and correcting, entry.c ---- */

struct entry {
	int64_t id, version; /* of the one that is corrected; NONE */
	const char *name, *email, *phone;
	int64_t source, campaign, product, segment, owner, cost, day;
	int64_t by; /* the customer who recommended us to them; NONE */
	bool known; /* one more inquiry of somebody who is there already */
};

/* What a link may fill in beforehand. */
struct entry_start {
	const char *name, *email, *phone;
	int64_t source, by;
};

enum err entry_begin(struct req *r, const void *form);
enum err entry_add(struct req *r, const void *form);
enum err entry_edit(struct req *r, const void *form);
enum err entry_save(struct req *r, const void *form);
enum err entry_again(struct req *r);

/* ---- what several pages show ---- */

/* The options of a select: rows named ROW_ID, ROW_NAME, ROW_HERE. */
struct desk_choice {
	struct view *view;
	const char *row;    /* "SOURCE" */
	const char *chosen; /* id as a text, "" for none */
};
void desk_option(const struct desk_choice *c, int64_t id, const char *name);
void desk_segments(struct req *r, struct view *page, const char *chosen);
void desk_products(struct req *r, struct view *page, const char *chosen);
void desk_owners(struct req *r, struct view *page, const char *chosen);

/* An id as a text, "" for NONE. */
const char *desk_id(struct req *r, int64_t id);

/* Whether the viewer may give leads to others: who leads people. */
bool desk_may_give(const struct req *r);

/* Whether a person is one that the viewer may give a lead to. */
bool desk_may_own(struct req *r, int64_t person);

#endif
