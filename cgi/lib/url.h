/* url.h - what addresses, form bodies and cookie headers carry. */
#ifndef URL_H
#define URL_H

#include "str.h"

enum { URL_MOST_PAIRS = 200 };

/* One name=value, decoded; no NUL inside, not yet checked as UTF-8. */
struct url_pair {
	const char *name, *value;
};

/*
 * url_decode - an application/x-www-form-urlencoded text (the query of an
 * address or the body of a form) as pairs in the order sent.
 * text: length bytes, without a leading "?".
 * (*pairs)[0..*n): in the arena.  "a" is a pair with value ""; nothing
 * between two "&" is no pair.
 * Returns ERR_INPUT for a "%" without two hexadecimal digits, a NUL byte,
 * sent plainly or as %00, and more than URL_MOST_PAIRS pairs.
 */
enum err url_decode(struct arena *a, const char *text, size_t length,
		    const struct url_pair **pairs, size_t *n);

/* text with every byte but letters, digits and -._~ written as %XX. */
const char *url_encode(struct arena *a, const char *text);

/* Appends name=value, both encoded; "&" first unless b is empty or ends in
 * "?" or "&". */
void url_add(struct buf *b, const char *name, const char *value);

/*
 * url_cookie - the value of one cookie.
 * header: as sent, "" when there was none.
 * *value: as sent, in the arena; "" when there is no such cookie.
 * Returns ERR_INPUT when the name is there twice or its value holds a byte
 * that RFC 6265 does not allow in one.
 */
enum err url_cookie(struct arena *a, const char *header, const char *name,
		    const char **value);

#endif
