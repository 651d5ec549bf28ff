/* daily.h - /account/digest: who gets the daily e-mail, and how it ends. */
#ifndef DAILY_H
#define DAILY_H

#include "lib/req.h"

#define DAILY_PATH "/account/digest"
#define DAILY_END  "/account/digest/end"
#define DAILY_STOP "/account/digest/stop"

enum { DAILY_KEY = 32 }; /* code points */

struct daily {
	const char *email;
};

/* The link at the end of each message: whoever has its secret may end it. */
struct daily_end {
	const char *key;
};

/* The handlers of their routes.  daily_ask only asks, for programs follow the
 * links of an e-mail; daily_stop ends it for a mail program, too (RFC 8058). */
enum err daily_show(struct req *r, const void *form);
enum err daily_set(struct req *r, const void *form);
enum err daily_set_again(struct req *r);
enum err daily_end(struct req *r, const void *form);
enum err daily_ask(struct req *r, const void *form);
enum err daily_stop(struct req *r, const void *form);

#endif
