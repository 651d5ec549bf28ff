/* plan.h - a follow-up planned by hand. */
#ifndef PLAN_H
#define PLAN_H

#include "lib/req.h"

/* What the form begins with. */
struct start {
	int64_t customer, due;
	const char *subject;
};

/* What it brings. */
struct plan {
	const char *customer, *subject, *note;
	int64_t chosen, due, owner;
	int64_t kind; /* a value of plan_kinds */
};

extern const struct word plan_kinds[3];

/* The handlers of its routes. */
enum err plan_begin(struct req *r, const void *form);
enum err plan_add(struct req *r, const void *form);
enum err plan_add_again(struct req *r);

#endif
