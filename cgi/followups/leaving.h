/* leaving.h - /followups/leaving: the work of somebody who leaves goes to a
 * colleague: customers, open follow-ups and open leads.  What they won, and
 * what they did, stays theirs. */
#ifndef LEAVING_H
#define LEAVING_H

#include "lib/req.h"

#define LEAVING_PATH "/followups/leaving"

struct leaving_ask {
	int64_t person;
};

struct leaving {
	int64_t person, to; /* to: NONE when nobody was chosen */
	const char *why;
};

/* The handlers of its routes. */
enum err leaving_show(struct req *r, const void *form);
enum err leaving_save(struct req *r, const void *form);
enum err leaving_again(struct req *r);

#endif
