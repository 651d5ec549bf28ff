/* list.h - the list of leads: which prospects somebody looks at. */
#ifndef LIST_H
#define LIST_H

#include "lib/req.h"
#include "queries.h"

enum { EVERY = -1 }; /* no team, person ... is chosen */

enum state {
	ALL,
	MATURED,
	WON,
	ANY_WON,
	LOST,
	OPEN,
	INVALID,
	CLOSED,
	UNCOSTED,
	WAITING,
	EARLY
};

/* By the day they came; those found by when they closed are listed last closed
 * first. */
enum sort { NEWEST, OLDEST };

struct form {
	int64_t from, to, horizon, as_of, state;
	int64_t team, person, source, campaign, product,
		segment; /* 0: none; EVERY */
	int64_t reason;  /* lost for this one; 0: none given; EVERY */
	int64_t step;    /* old enough, and reached it; 0: contacted; EVERY */
	/* When they closed, instead of when they came; NONE: not asked. */
	int64_t closed_from, closed_to;
	enum sort sort;
	int64_t after_day, after_id;
	int64_t before; /* how many the pages before had */
	const char *q;  /* a name, e-mail or phone: then nothing else counts */
};

/* Where the rows come from: of a past day, since which something was
 * recorded, from the records; else as they are kept. */
enum from { RECORDS, KEPT, OWN };

struct list {
	const struct form *form;
	int64_t horizon, as_of;
	enum from from;
	const char *step; /* name of the form's step; NULL: none is chosen */
	struct lead_list *lead; /* [0..n) */
	size_t n;
	bool more;     /* there are others */
	int64_t total; /* on all pages */
};

/* Adds so many rows at most to a list, and tells whether there are more; rows:
 * of a statement with the rows of lead_list. */
void leads_read(struct req *r, struct answer *rows, size_t most,
		struct list *l);

/* Those that closed in l->form->closed_from to closed_to, at most so many. */
enum err leads_closed(struct req *r, size_t most, struct list *l);

/* Finds what is looked for in l->form->q, at most so many. */
enum err leads_search(struct req *r, size_t most, struct list *l);

/* The list as a page, CSV, JSON. */
enum err leads_page(struct req *r, const struct list *l);
enum err leads_csv(struct req *r, const struct list *l);
enum err leads_json(struct req *r, const struct list *l);

/* The state as the statements know it. */
const char *leads_state(const struct form *f);

#endif
