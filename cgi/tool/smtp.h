/* smtp.h - hands messages to a mail server (RFC 5321), by libcurl.
 *
 * Meant for the server on this machine, which keeps a message and sends it on.
 * To one elsewhere nothing is sent in the clear: it must offer TLS and show a
 * certificate that this machine trusts. */
#ifndef SMTP_H
#define SMTP_H

#include "lib/arena.h"

struct smtp;

/* How the server took a message. */
enum smtp_end {
	SMTP_TAKEN, /* it will deliver it, or tell the sender that it cannot */
	SMTP_LATER, /* not now: 4xx */
	SMTP_REFUSED, /* never: 5xx */
	SMTP_AWAY,    /* it did not answer, or not as a mail server */
};

/*
 * smtp_open - gets ready to speak to a server: nothing is sent yet.
 * server: HOST:PORT, or HOST for port 25.
 * Returns NULL, after logging why, when libcurl cannot be loaded.
 */
struct smtp *smtp_open(struct arena *a, const char *server);

/* Whether a text has the form HOST or HOST:PORT. */
bool smtp_server(const char *text);

/*
 * smtp_send - hands over one message.
 * from, to: addresses as mail_address takes them; message: with CRLF at the
 * ends of its lines.
 * *said: the server's answer that decided, or why there is none; in the arena.
 */
enum smtp_end smtp_send(struct smtp *s, const char *from, const char *to,
			const char *message, size_t length, const char **said);

/* Takes leave of the server. */
void smtp_close(struct smtp *s);

#endif
