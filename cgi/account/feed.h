/* feed.h - /account/calendar: the secret address at which a calendar finds
 * one's own follow-ups. */
#ifndef FEED_H
#define FEED_H

#include "lib/req.h"

#define FEED_PATH "/account/calendar"
#define FEED_STOP "/account/calendar/stop"

/* The handlers of their routes.  The address is shown once, by the answer to
 * the form that made it: only its hash is kept. */
enum err feed_show(struct req *r, const void *form);
enum err feed_make(struct req *r, const void *form);
enum err feed_stop(struct req *r, const void *form);

#endif
