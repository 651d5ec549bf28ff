/* unled.h - /conversion/unled: who became a customer without having been a
 * lead.
 *
 * They count as customers and revenue, and in no conversion rate.  For who sees
 * the whole company: such a sale has no team or source to be counted for. */
#ifndef UNLED_H
#define UNLED_H

#include "numbers.h"

#define UNLED_PATH "/conversion/unled"

struct unled_form {
	int64_t from, to;         /* first and last day of first purchases */
	int64_t after_day, after; /* of the last one before it; NONE: none */
};

/* Whether a page's numbers can be told beside them: of the whole company. */
bool unled_fits(const struct req *r, const struct numbers *n);

/* How many first bought in a period; read as one row of conversion_unled. */
struct answer *unled_ask(struct req *r, struct period days);

/* Where they are listed. */
const char *unled_url(struct req *r, struct period days);

enum err unled_send(struct req *r, const struct unled_form *form);

#endif
