/* targets.h - /account/targets: the share of leads that teams are to turn into
 * customers, set by heads of sales and administrators.
 *
 * A target holds from a day on, until the next one of the same team; a page
 * shows the one that holds on the last day of its period.  0 percent: none any
 * more.  Setting one for a day that has one replaces it. */
#ifndef TARGETS_H
#define TARGETS_H

#include "lib/req.h"

#define TARGETS_PATH   "/account/targets"
#define TARGETS_REMOVE "/account/targets/remove"

/* team: an id, 0 for all together; from: NONE for today. */
struct target_new {
	int64_t team, percent, from;
};

struct target_old {
	int64_t team, from;
};

enum err targets_show(struct req *r, const void *form);
enum err targets_set(struct req *r, const void *form);
enum err targets_set_again(struct req *r);
enum err targets_remove(struct req *r, const void *form);

#endif
