/* digest.h - what stands in the daily e-mail: one's own day, or the week. */
#ifndef DIGEST_H
#define DIGEST_H

#include "lib/view.h"

/* What the command is told about the way of its messages, also by serve. */
struct digest_way {
	const char *url;    /* where people find Salesboard, or "" */
	const char *server; /* HOST:PORT */
	const char *from;   /* sender, or "" for the usual one */
};

/* Whether all of it can be used; the exit code: 0, or 2 after an error was
 * printed. */
int digest_check(const struct digest_way *way);

/* Where its links lead; "" while nobody has said at which address the company's
 * pages are. */
struct digest_links {
	const char *base; /* without a slash at its end */
	const char *stop; /* ends the e-mail */
};

struct digest {
	bool empty; /* there is nothing to say: the rest is not set */
	const char *subject, *text, *html;
};

/*
 * The message for r->viewer, in r->language; inside store_read.
 * digest_day: their follow-ups that are overdue and due today.
 * digest_week: the numbers in their sight of the last 7 days that are over, and
 * of the 7 days before.
 */
enum err digest_day(struct req *r, const struct digest_links *links,
		    struct digest *d);
enum err digest_week(struct req *r, const struct digest_links *links,
		     struct digest *d);

/* How a message is made: of templates/mail/NAME.tpl and NAME.txt.tpl, each
 * filled by fill with the same facts. */
struct digest_form {
	const char *name;
	void (*fill)(struct view *page, const void *facts);
	const void *facts;
	const struct digest_links *links; /* STOP_URL */
};

/* d->text and d->html, with d->subject as TITLE. */
enum err digest_write(struct req *r, const struct digest_form *form,
		      struct digest *d);

/* An address below base, "" without one. */
const char *digest_link(struct req *r, const char *base, const char *format,
			...) __attribute__((format(printf, 3, 4), nonnull(3)));

#endif
