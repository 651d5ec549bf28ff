/* mail.c - one e-mail as the text that a mail server takes.
 *
 * Everything that people have written stands in base64, so no byte of it can
 * end a line, a part or the message. */
#include "mail.h"

#include <string.h>

#include "lib/crypt.h"
#include "lib/period.h"
#include "lib/str.h"

enum {
	ADDRESS_MOST = 254,
	LINK_MOST = 200, /* so that a line of the head stays below 998 bytes */
	WORD = 45,       /* bytes whose base64 makes an encoded word of 72 */
	LINE = 76,       /* characters in a line of base64 */
	DAY_SECONDS = 24 * 60 * 60,
};

/* ---- addresses ------------------------------------------------------------
 */

static bool is_plain(const char *text, const char *refused)
{
	for (const char *c = text; *c; c++)
		if (*c <= ' ' || *c > '~' || strchr(refused, *c))
			return false;
	return true;
}

bool mail_address(const char *text)
{
	const char *at = strchr(text, '@');

	return at && at > text && at[1] && !strchr(at + 1, '@') &&
	       strlen(text) <= ADDRESS_MOST && is_plain(text, "<>()[]\\,;:\"");
}

bool mail_link(const char *text)
{
	bool web = strncmp(text, "https://", 8) == 0 ||
		   strncmp(text, "http://", 7) == 0;

	return web && strlen(text) <= LINK_MOST &&
	       is_plain(text, "<>\"\\^`{|}?#");
}

/* ---- the head -------------------------------------------------------------
 */

/* Decoded, it must not look like another line of the head either. */
static const char *in_one_line(struct arena *a, const char *text)
{
	char *line = arena_strdup(a, text);

	for (char *c = line; *c; c++)
		if ((unsigned char)*c < ' ' || *c == 0x7f)
			*c = ' ';
	return line;
}

/* As encoded words of RFC 2047, each of whole characters. */
static void add_words(struct arena *a, struct buf *b, const char *text)
{
	const char *rest = in_one_line(a, text), *between = "";

	while (*rest) {
		size_t n = str_cut(rest, WORD);

		buf_printf(b, "%s=?UTF-8?B?%s?=", between,
			   crypt_base64(a, rest, n));
		between = "\r\n ";
		rest += n;
	}
}

static void add_person(struct arena *a, struct buf *b, const char *field,
		       const char *name, const char *address)
{
	buf_printf(b, "%s: ", field);
	add_words(a, b, name);
	buf_printf(b, "%s<%s>\r\n", *name ? "\r\n " : "", address);
}

static void add_date(struct buf *b, int64_t now)
{
	static const char weekdays[7][4] = { "Mon", "Tue", "Wed", "Thu",
					     "Fri", "Sat", "Sun" };
	static const char months[12][4] = { "Jan", "Feb", "Mar", "Apr",
					    "May", "Jun", "Jul", "Aug",
					    "Sep", "Oct", "Nov", "Dec" };
	int64_t day = now / DAY_SECONDS, second = now % DAY_SECONDS;
	struct date date = period_date(day);

	buf_printf(b, "Date: %s, %d %s %d %02d:%02d:%02d +0000\r\n",
		   weekdays[period_weekday(day)], (int)date.day,
		   months[date.month - 1], (int)date.year, (int)(second / 3600),
		   (int)(second / 60 % 60), (int)(second % 60));
}

/* One click ends it where the reader's program offers that (RFC 8058), which it
 * does over TLS only. */
static void add_stop(struct buf *b, const char *stop)
{
	if (!*stop)
		return;
	buf_printf(b, "List-Unsubscribe: <%s>\r\n", stop);
	if (strncmp(stop, "https:", 6) == 0)
		buf_text_add(b, "List-Unsubscribe-Post: "
				"List-Unsubscribe=One-Click\r\n");
}

static void add_head(struct arena *a, struct buf *b, const struct mail *m)
{
	add_date(b, m->now);
	add_person(a, b, "From", m->from_name, m->from);
	add_person(a, b, "To", m->to_name, m->to);
	buf_text_add(b, "Subject: ");
	add_words(a, b, m->subject);
	buf_printf(b, "\r\nMessage-ID: <%s%s>\r\n", crypt_random_128(a),
		   strchr(m->from, '@'));
	add_stop(b, m->stop);
	buf_text_add(b, "Auto-Submitted: auto-generated\r\n"
			"MIME-Version: 1.0\r\n");
}

/* ---- the body -------------------------------------------------------------
 */

static void add_part(struct arena *a, struct buf *b, const char *boundary,
		     const char *type, const char *text)
{
	const char *packed = crypt_base64(a, text, strlen(text));

	buf_printf(b,
		   "--%s\r\nContent-Type: %s; charset=utf-8\r\n"
		   "Content-Transfer-Encoding: base64\r\n\r\n",
		   boundary, type);
	for (size_t left = strlen(packed), n; left > 0;
	     packed += n, left -= n) {
		n = left < LINE ? left : LINE;
		buf_add(b, packed, n);
		buf_text_add(b, "\r\n");
	}
}

const char *mail_message(struct arena *a, const struct mail *m)
{
	struct buf *b = buf_new(a);
	const char *boundary = crypt_random_128(a);

	BUG_IF(!mail_address(m->from) || !mail_address(m->to));
	add_head(a, b, m);
	buf_printf(b,
		   "Content-Type: multipart/alternative;\r\n"
		   " boundary=\"%s\"\r\n\r\n",
		   boundary);
	add_part(a, b, boundary, "text/plain", m->text);
	add_part(a, b, boundary, "text/html", m->html);
	buf_printf(b, "--%s--\r\n", boundary);
	return buf_text(b);
}
