/* team.h - what the people of a team do for their customers, and whom they
 * have no plan for.
 *
 * The days looked at are the last 30 or 90 before today.  A customer needs a
 * next step who is active (windows.h) and may be contacted. */
#ifndef TEAM_H
#define TEAM_H

#include "lib/req.h"
#include "queries.h"

#define TEAM_PATH "/followups/team"

extern const struct word team_spans[2];

struct team_ask {
	int64_t team; /* NONE: the viewer's, or the first by name */
	int64_t days; /* 30 or 90 */
};

/* One person's work, or that of all together. */
struct work {
	struct team_due due;
	struct team_work done;
	struct team_live customers;
};

/* A team's, on the days that were asked for. */
struct all_work {
	int64_t team, days;
	struct work *person; /* [0..n) by name */
	size_t n;
	struct work all;
};

/* It as a download. */
enum err team_csv(struct req *r, const struct all_work *w);
enum err team_json(struct req *r, const struct all_work *w);

enum err team_show(struct req *r, const void *form);

#endif
