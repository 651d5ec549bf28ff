/* feed.h - /account/calendar: the secret address at which a calendar finds
 * one's own follow-ups. */
#ifndef FEED_H
#define FEED_H

#include "lib/req.h"

#define FEED_PATH "/account/calendar"
#define FEED_STOP "/account/calendar/stop"

enum { FEED_MADE = 32 }; /* code points */

struct feed_ask {
	const char *made; /* what an address was made of just now, or "" */
};

/* The handlers of their routes.  Only a hash of the secret is kept: it is shown
 * where the form that made it leads to, and in that session alone. */
enum err feed_show(struct req *r, const void *form);
enum err feed_make(struct req *r, const void *form);
enum err feed_stop(struct req *r, const void *form);

#endif
