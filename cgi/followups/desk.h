/* desk.h - the page of follow-ups: a list, and one customer beside it. */
#ifndef DESK_H
#define DESK_H

#include "lib/followup.h"
#include "list.h"

/* Where its forms are sent. */
#define DESK_LIST  "/followups"
#define DESK_QUICK "/followups/quick"
#define DESK_DONE  "/followups/done"
#define DESK_UNDO  "/followups/undo"
#define DESK_NEW   "/followups/new"

/* What a form brought, as it was typed; "" for what it did not have. */
struct sent {
	bool conflict; /* somebody was faster */
	bool undo;
	const char *outcome, *note, *score, *review, *recommend, *problem,
		*next, *next_day, *snooze;
	const char *why; /* cancelled, or handed over */
};

/* No form came: the page is asked for. */
extern const struct sent sent_nothing;

/* When to talk again. */
enum {
	NEXT_AGAIN, /* as it comes again */
	NEXT_WEEK,
	NEXT_MONTH,
	NEXT_QUARTER,
	NEXT_DAY,
	NEXT_NONE
};

extern const struct word desk_nexts[6];

/* The day a choice stands for; NONE for those that stand for no day. */
int64_t desk_day(int64_t next, enum repeats repeats, int64_t today);

/* How often a talk comes again, in words: "every month"; "" for never. */
const char *desk_repeats(enum repeats repeats);

/* The page of a list, with what a form brought. */
enum err desk_page(struct req *r, const struct show *show,
		   const struct sent *sent);

/* Its part about the one that the list shows, l->show.id; ERR_NOT_FOUND when
 * it is out of sight. */
enum err desk_detail(struct req *r, struct view *page, const struct list *l,
		     const struct sent *sent);

/* What the latest event was, as a sentence; NULL when there is none. */
const char *desk_sentence(struct req *r, const struct followup_one *f,
			  const struct followup_last_event *last);

/* ---- pieces of both parts ---- */

/* A value that is its own question: "1" or "". */
const char *desk_on(bool yes);

/* One more tag of a customer; class: good, bad, warn, info or "". */
void desk_tag(struct view *v, const char *class, const char *name);
/* Whether a list of products or segments, as it was asked for, holds one: by
 * its name or, with NULL there, its id. */
bool desk_offers(struct answer *a, int64_t id, const char *name);

/* Days, as in "5 days". */
const char *desk_days(struct req *r, int64_t days);

/* "3 of 5"; a dash of none. */
const char *desk_parts(struct req *r, int64_t k, int64_t n);

/* A share of a table: RATE and RANGE, "" for a few, and PARTS, what it is made
 * of. */
void desk_share(struct view *v, int64_t k, int64_t n);

/* One more number of a page, with what is said below it. */
void desk_kpi(struct view *v, const char *name, const char *value,
	      const char *note);

/* One more field that the form of an undo carries: KEEP; not for "". */
void desk_keep(struct view *undo, const char *name, const char *value);

/* What a list shows, as its forms carry it: WHO_VALUE, OWNER_VALUE, ALL_VALUE;
 * as such fields of an undo. */
void desk_list_values(struct view *v, const struct show *show);
void desk_keep_list(struct view *undo, const struct show *show);

/* Shows CALL, MAIL or VISIT. */
void desk_kind(struct view *v, const char *kind);

#endif
