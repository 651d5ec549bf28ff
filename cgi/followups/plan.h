/* plan.h - a follow-up planned by hand. */
#ifndef PLAN_H
#define PLAN_H

#include "lib/req.h"

/* What the form begins with. */
struct start {
	int64_t customer, due;
	const char *subject;
	int64_t silent; /* days: the subject, when there is no other; NONE */
};

/* What it brings. */
struct plan {
	const char *customer, *subject, *note;
	int64_t chosen, due, owner;
	int64_t kind;    /* a value of plan_kinds */
	int64_t when;    /* a value of plan_whens; PLAN_DAY, NONE: on due */
	int64_t repeats; /* enum repeats */
};

extern const struct word plan_kinds[3];

/* How often it may come again, as words of an address. */
extern const struct word plan_repeats[7];

/* Days on offer, and any other. */
enum { PLAN_TODAY, PLAN_TOMORROW, PLAN_WEEK, PLAN_MONTH, PLAN_DAY };
extern const struct word plan_whens[5];

/* The day a choice stands for; NONE for PLAN_DAY and for none. */
int64_t plan_day(int64_t when, int64_t today);

/* Whether the viewer may give follow-ups to a person. */
bool plan_may_own(struct req *r, int64_t id);

/* The handlers of its routes. */
enum err plan_begin(struct req *r, const void *form);
enum err plan_add(struct req *r, const void *form);
enum err plan_add_again(struct req *r);

#endif
