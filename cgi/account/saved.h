/* saved.h - /account/views: pages with their filters, kept under a name.
 *
 * A view is an address: whoever opens it sees it with their own rights.  Days
 * that it names stay; without them the page shows its newest ones, so that the
 * view moves on with the calendar (the pages of conversion leave the days of a
 * newest period out of what they save).  Managers may share theirs with
 * everybody.  Saving under a name that is there already replaces that view; a
 * view that was removed stands in the form once more, ready to be saved. */
#ifndef SAVED_H
#define SAVED_H

#include "lib/req.h"

#define SAVED_PATH   "/account/views"
#define SAVED_REMOVE "/account/views/remove"

/* What the page is asked for: to: the address to save, or "". */
struct saved_ask {
	const char *to, *name;
	bool shared;
};

/* A view to be saved. */
struct saved_new {
	const char *name, *to;
	bool shared;
};

struct saved_old {
	int64_t id;
};

enum err saved_show(struct req *r, const void *form);
enum err saved_add(struct req *r, const void *form);
enum err saved_add_again(struct req *r);
enum err saved_take_away(struct req *r, const void *form);

#endif
