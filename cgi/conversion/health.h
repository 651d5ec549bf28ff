/* health.h - what is missing in the data behind a page of the program, with the
 * rows of each: a section of every one of its pages, _health.tpl. */
#ifndef HEALTH_H
#define HEALTH_H

#include "numbers.h"

/* Asks; each prospect counts for all that it misses; the answers are read by
 * health_read. */
struct health_questions;
struct health_questions *health_ask(struct req *r, const struct numbers *n);
struct health health_read(const struct health_questions *q);

/* Fills the section. */
void health_show(struct view *page, const struct numbers *n,
		 const struct health *h);

#endif
