/* idle.h - customers without a next step: active ones (windows.h) who may be
 * contacted, and no follow-up is planned (definitions: F4).
 *
 * Whose time runs out first comes first.  They have a page of their own, and a
 * few of one person's stand below that person's follow-ups. */
#ifndef IDLE_H
#define IDLE_H

#include "lib/view.h"
#include "queries.h"

#define IDLE_PATH "/followups/idle"

enum { IDLE_FEW = 5 };

struct idle_ask {
	int64_t person;      /* whose customers; NONE: the viewer's */
	int64_t rank, after; /* of the last one before it; NONE: first page */
};

enum err idle_list(struct req *r, const void *form);

/* A few of a person's, asked for and then read in one go with others. */
struct idle_few {
	int64_t person;
	struct answer *live, *rows; /* NULL: nobody is asked for */
	int64_t n;                  /* of all, in sight */
	struct customer_idle row[IDLE_FEW];
	size_t shown;
};

/* person: 0 asks for nobody's. */
struct idle_few idle_few_ask(struct req *r, int64_t person);
void idle_few_read(struct idle_few *few);

/* Fills IDLE of followups/page.tpl, when there are any. */
void idle_few_show(struct view *page, const struct idle_few *few);

#endif
