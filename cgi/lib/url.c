/* url.c - what addresses, form bodies and cookie headers carry. */
#include "url.h"

#include <string.h>

/* The value of a hexadecimal digit, or -1. */
static int hex(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return -1;
}

/* Decodes text[0..length) into the arena; NULL when it cannot be. */
static const char *decode(struct arena *a, const char *text, size_t length)
{
	char *out = arena_zalloc(a, length + 1);
	size_t n = 0;

	for (size_t i = 0; i < length; i++) {
		int c = text[i] == '+' ? ' ' : (unsigned char)text[i];

		if (c == '%') {
			int high = i + 2 < length ? hex(text[i + 1]) : -1;
			int low = i + 2 < length ? hex(text[i + 2]) : -1;

			if (high < 0 || low < 0)
				return NULL;
			c = high * 16 + low;
			i += 2;
		}
		if (c == 0)
			return NULL;
		out[n++] = (char)c;
	}
	return out;
}

/* Decodes one "name=value"; false when it cannot be. */
static bool decode_pair(struct arena *a, const char *text, size_t length,
			struct url_pair *pair)
{
	const char *equals = memchr(text, '=', length);
	size_t name = equals ? (size_t)(equals - text) : length;

	pair->name = decode(a, text, name);
	pair->value = "";
	if (equals)
		pair->value = decode(a, equals + 1, length - name - 1);
	return pair->name && pair->value;
}

enum err url_decode(struct arena *a, const char *text, size_t length,
		    const struct url_pair **pairs, size_t *n)
{
	struct url_pair *pair = NULL;
	size_t count = 0, piece;

	for (size_t i = 0; i < length; i += piece + 1) {
		const char *end = memchr(text + i, '&', length - i);

		piece = end ? (size_t)(end - text) - i : length - i;
		if (piece == 0)
			continue;
		if (!pair)
			pair = arena_array(a, URL_MOST_PAIRS, sizeof(*pair));
		if (count == URL_MOST_PAIRS ||
		    !decode_pair(a, text + i, piece, &pair[count]))
			return ERR_INPUT;
		count++;
	}
	*pairs = pair;
	*n = count;
	return OK;
}

static bool unreserved(char c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
	       (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' ||
	       c == '~';
}

static void encode(struct buf *b, const char *text)
{
	for (; *text; text++)
		if (unreserved(*text))
			buf_char(b, *text);
		else
			buf_printf(b, "%%%02X",
				   (unsigned int)(unsigned char)*text);
}

const char *url_encode(struct arena *a, const char *text)
{
	struct buf *b = buf_new(a);

	encode(b, text);
	return buf_text(b);
}

void url_add(struct buf *b, const char *name, const char *value)
{
	size_t n = buf_length(b);
	const char *text = buf_text(b);

	if (n > 0 && text[n - 1] != '?' && text[n - 1] != '&')
		buf_char(b, '&');
	encode(b, name);
	buf_char(b, '=');
	encode(b, value);
}

/* Whether RFC 6265 allows every byte in a cookie's value. */
static bool cookie_value(const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if (text[i] <= ' ' || text[i] > '~' ||
		    strchr("\",;\\", text[i]))
			return false;
	return true;
}

enum err url_cookie(struct arena *a, const char *header, const char *name,
		    const char **value)
{
	size_t length = strlen(name), piece;
	const char *found = NULL;

	for (;; header += piece + 1) {
		header += strspn(header, " \t");
		piece = strcspn(header, ";");
		if (piece > length && header[length] == '=' &&
		    memcmp(header, name, length) == 0) {
			const char *v = header + length + 1;
			size_t n = piece - length - 1;

			while (n > 0 && (v[n - 1] == ' ' || v[n - 1] == '\t'))
				n--;
			if (found || !cookie_value(v, n))
				return ERR_INPUT;
			found = arena_strndup(a, v, n);
		}
		if (!header[piece])
			break;
	}
	*value = found ? found : "";
	return OK;
}
