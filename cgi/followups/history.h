/* history.h - one thing that happened with a customer, as both pages about
 * customers tell it. */
#ifndef HISTORY_H
#define HISTORY_H

#include "lib/view.h"
#include "queries.h"

/* Fills the keys of _happened.tpl. */
void history_show(struct req *r, struct view *v,
		  const struct customer_happened *h);

#endif
