/* pass.h - how many prospects a list has, counted in a pass over all that are
 * kept: where no sum tells apart what the list shows. */
#ifndef PASS_H
#define PASS_H

#include "lib/period.h"
#include "list.h"

struct pass;

/* Of those that came, or that closed, on the days of the list. */
struct pass *pass_came(struct req *r, const struct list *l, struct period days);
struct pass *pass_closed(struct req *r, const struct list *l,
			 struct period days);

/* Counts them; in the order of asking. */
int64_t pass_read(struct pass *q);

#endif
