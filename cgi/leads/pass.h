/* pass.h - how many prospects a list has, counted in a pass over all that are
 * kept: where no sum tells apart what the list shows. */
#ifndef PASS_H
#define PASS_H

#include "lib/census.h"
#include "list.h"

/* The team, person, source ... of a list. */
struct census_only pass_only(const struct form *f);

struct pass;

/* Asks for those that came on the days of the list. */
struct pass *pass_ask(struct req *r, const struct list *l, struct period days);

/* Counts them. */
int64_t pass_read(struct pass *q);

#endif
