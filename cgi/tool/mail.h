/* mail.h - one e-mail as the text that a mail server takes (RFC 5322, MIME):
 * the same message as plain text and as HTML. */
#ifndef MAIL_H
#define MAIL_H

#include "lib/arena.h"

/* Texts are UTF-8.  Names and the subject may hold anything: what could end a
 * line of the head becomes a space. */
struct mail {
	const char *from, *to; /* mail_address is true of both */
	const char *from_name, *to_name;
	const char *subject;
	const char *stop; /* address that ends such messages, "" for none */
	const char *text, *html;
	int64_t now; /* UTC, seconds */
};

/* Whether a text is an address that can stand in a message as it is:
 * name@host in plain ASCII, nothing to be quoted. */
bool mail_address(const char *text);

/* Whether a text is an address of web pages, http or https, that can stand in a
 * message as it is. */
bool mail_link(const char *text);

/* The message; its lines end with CRLF. */
const char *mail_message(struct arena *a, const struct mail *m);

#endif
