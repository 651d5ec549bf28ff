/* contacts.h - how long the prospects of a period waited for the first contact,
 * by what they are grouped by. */
#ifndef CONTACTS_H
#define CONTACTS_H

#include "counted.h"

struct contact {
	int64_t group;
	int64_t prospects; /* valid ones */
	int64_t in_time;   /* contacted within the horizon */
	int64_t waiting;   /* open, and nobody has contacted them */
	struct survival_quantile median; /* hours: C9 */
};

struct contacts {
	struct contact *group; /* [0..n), in any order */
	size_t n;
	struct contact all;
};

/*
 * Asks who was contacted, after counted_ask for the same days; the answers are
 * read by contacts_read, after counted_read, which has told the others.
 */
struct contacts_questions;
struct contacts_questions *contacts_ask(struct req *r, const struct numbers *n,
					struct period days);
struct contacts contacts_read(struct req *r, const struct numbers *n,
			      struct contacts_questions *q,
			      const struct counted *counted);

/* Of one group; one without anybody when it has none. */
struct contact contacts_of(const struct contacts *c, int64_t group);

#endif
