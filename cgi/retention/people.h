/* people.h - the customers behind a number of the retention page, from wherever
 * they are read: those of today from what is kept of each, those of a past day
 * or of a part of the company from their purchase days. */
#ifndef PEOPLE_H
#define PEOPLE_H

#include "kept.h"

/* One page of them, by the day of the first purchase; of the silent ones, by
 * urgency. */
struct people {
	struct people_form form;
	int64_t as_of, whole;
	int64_t total;       /* the number */
	int64_t of;          /* whom it is a share of; NONE: it is no share */
	int64_t before;      /* how many come before this page */
	struct buyer **list; /* [0..n), after form.after */
	size_t n;
	bool more;
};

/* Whether the number is a share of those who could have come (again). */
bool people_share(const struct people_form *f);

/* Fills p from total on, with at most so many customers; what store_error
 * says. */
enum err people_kept(struct req *r, struct people *p, size_t most);
enum err people_counted(struct req *r, struct people *p, size_t most);

#endif
