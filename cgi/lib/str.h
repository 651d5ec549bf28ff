/* str.h - text: growing it, checking it, cleaning what was typed, search keys.
 *
 * Text is UTF-8, NUL-terminated and never NULL (absent is "").  Whatever is
 * made here lives in the arena that was given. */
#ifndef STR_H
#define STR_H

#include "arena.h"

/* A text that grows at its end; lives in its arena. */
struct buf;

struct buf *buf_new(struct arena *a);
void buf_add(struct buf *b, const char *text, size_t length); /* bytes */
void buf_text_add(struct buf *b, const char *text);
void buf_char(struct buf *b, char c);
void buf_printf(struct buf *b, const char *format, ...)
	__attribute__((format(printf, 2, 3), nonnull(2)));

/* What was added so far, NUL-terminated; good until the next addition. */
const char *buf_text(const struct buf *b);
size_t buf_length(const struct buf *b); /* bytes, without the NUL */

/* Appends one code point as UTF-8; point must be a scalar value. */
void buf_point(struct buf *b, uint32_t point);

/*
 * str_utf8 - whether length bytes are well-formed UTF-8 as in RFC 3629: no
 * overlong forms, no surrogates, nothing above U+10FFFF.  NUL bytes are
 * well-formed; url.c and csv.c refuse them.
 */
bool str_utf8(const char *text, size_t length);

/* The code point at *text, and moves *text past it; 0 at the end, where it
 * stays.  A byte that is not well-formed counts as U+FFFD. */
uint32_t str_point(const char **text);

/* Length of a text in code points. */
size_t str_points(const char *text);

/* The bytes of the longest beginning of a text that has so many bytes at most
 * and ends with a whole code point. */
size_t str_cut(const char *text, size_t most);

/* White space of any width, line ends, and zero-width characters. */
bool str_blank(uint32_t p);

/*
 * str_clean - a typed text as it may be stored: CRLF and CR become LF, white
 * space (no-break spaces too) is trimmed from both ends.
 * many_lines: whether tab and LF are allowed inside.
 * *clean: the text; in case of an error the same with U+FFFD in place of each
 * refused character, so that it can be shown again.
 * Returns ERR_INPUT for C0 and C1 controls, DEL and noncharacters.
 */
enum err str_clean(struct arena *a, const char *typed, bool many_lines,
		   const char **clean);

/*
 * str_int - an integer of one form only: -?[0-9]{1,18}, without plus, spaces,
 * leading zeros or minus zero.
 * Returns ERR_INPUT for anything else and leaves *value alone.
 */
enum err str_int(const char *text, int64_t *value);

/*
 * str_fold - the key under which a text is searched and compared: lower case
 * of Latin and Cyrillic letters, Cyrillic yo as ye, runs of white space as one
 * space, none at the ends.  Depends on no locale.  Folding twice changes
 * nothing.
 */
char *str_fold(struct arena *a, const char *text);

/*
 * str_email_key - the key under which two e-mail addresses are the same: lower
 * case, no white space around.  Returns "" for what is no address: one @, 1 to
 * 64 bytes before it, a host name with a dot after it, 254 bytes in all.
 */
const char *str_email_key(struct arena *a, const char *text);

/*
 * str_phone_key - the key under which two phone numbers are the same: digits
 * with the country code, at least 5 and at most 15 (E.164).  Spaces, dashes,
 * dots, slashes and brackets are skipped; a leading + or 00 is dropped; a
 * Russian 8XXXXXXXXXX becomes 7XXXXXXXXXX.  Returns "" for what is no number.
 */
const char *str_phone_key(struct arena *a, const char *text);

/* The key of an e-mail address, else of a phone number; "" for neither. */
const char *str_contact_key(struct arena *a, const char *text);

/* One or two capital letters for a person's picture: those of the first two
 * words that begin with a letter or digit; "" when there is none. */
const char *str_initials(struct arena *a, const char *name);

#endif
