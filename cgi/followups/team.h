/* team.h - what the people of a team do for their customers, and whom they
 * have no plan for.
 *
 * The days looked at are the last 30 or 90 before today.  A customer needs a
 * next step who bought within LIVE_DAYS or has a contract that runs, and who
 * may be contacted. */
#ifndef TEAM_H
#define TEAM_H

#include "lib/req.h"

#define TEAM_PATH "/followups/team"
#define TEAM_IDLE "/followups/idle"

enum { LIVE_DAYS = 365 };

extern const struct word team_spans[2];

struct team_ask {
	int64_t team; /* NONE: the viewer's, or the first by name */
	int64_t days; /* 30 or 90 */
};

struct team_idle_ask {
	int64_t person; /* whose customers; NONE: the viewer's */
};

enum err team_show(struct req *r, const void *form);
enum err team_idle(struct req *r, const void *form);

#endif
