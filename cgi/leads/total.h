/* total.h - how many prospects a list has on all its pages. */
#ifndef TOTAL_H
#define TOTAL_H

#include "list.h"

/* Asked with everything else, and read later. */
struct total *total_ask(struct req *r, const struct list *l);
int64_t total_read(const struct total *t);

/* Whether the list may show very few of many that are looked at. */
bool total_may_be_rare(const struct list *l);

#endif
