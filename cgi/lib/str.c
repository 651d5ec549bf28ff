/* str.c - text: growing it, checking it, cleaning what was typed, search keys.
 */
#include "str.h"

#include <stdio.h>
#include <string.h>

/* ---- a growing text ---- */

struct buf {
	struct arena *arena;
	char *text;
	size_t length, size; /* bytes; size counts the NUL too */
};

struct buf *buf_new(struct arena *a)
{
	struct buf *b = arena_zalloc(a, sizeof(*b));

	*b = (struct buf){ .arena = a, .size = 256 };
	b->text = arena_zalloc(a, b->size);
	return b;
}

/* Makes room for more bytes and a NUL.  Doubling keeps the copying linear;
 * the arena takes the old copies back with everything else. */
static void buf_reserve(struct buf *b, size_t more)
{
	size_t size = b->size;
	char *text;

	BUG_IF(more > SIZE_MAX / 4 - b->length);
	while (size < b->length + more + 1)
		size *= 2;
	if (size == b->size)
		return;
	text = arena_zalloc(b->arena, size);
	memcpy(text, b->text, b->length);
	b->text = text;
	b->size = size;
}

void buf_add(struct buf *b, const char *text, size_t length)
{
	buf_reserve(b, length);
	memcpy(b->text + b->length, text, length);
	b->length += length;
	b->text[b->length] = '\0';
}

void buf_text_add(struct buf *b, const char *text)
{
	buf_add(b, text, strlen(text));
}

void buf_char(struct buf *b, char c)
{
	buf_add(b, &c, 1);
}

void buf_printf(struct buf *b, const char *format, ...)
{
	va_list args;
	int length;

	va_start(args, format);
	length = vsnprintf(NULL, 0, format, args);
	va_end(args);
	BUG_IF(length < 0);
	buf_reserve(b, (size_t)length);
	va_start(args, format);
	vsnprintf(b->text + b->length, (size_t)length + 1, format, args);
	va_end(args);
	b->length += (size_t)length;
}

void buf_point(struct buf *b, uint32_t point)
{
	static const unsigned char lead[] = { 0, 0, 0xc0, 0xe0, 0xf0 };
	size_t n = point < 0x80      ? 1
		   : point < 0x800   ? 2
		   : point < 0x10000 ? 3
				     : 4;
	char bytes[4];

	BUG_IF(point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff));
	for (size_t i = n - 1; i > 0; i--) {
		bytes[i] = (char)(0x80 | (point & 0x3f));
		point >>= 6;
	}
	bytes[0] = (char)(lead[n] | point);
	buf_add(b, bytes, n);
}

const char *buf_text(const struct buf *b)
{
	return b->text;
}

size_t buf_length(const struct buf *b)
{
	return b->length;
}

/* ---- UTF-8 ---- */

/* Decodes the character at s; its length in bytes, or 0 when malformed.  Never
 * looks past a NUL, so that terminated texts need no length. */
static size_t decode(const char *text, size_t left, uint32_t *point)
{
	static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	const unsigned char *s = (const unsigned char *)text;
	size_t n = s[0] < 0x80 ? 1 : s[0] < 0xe0 ? 2 : s[0] < 0xf0 ? 3 : 4;
	uint32_t p = n == 1 ? s[0] : s[0] & (0x7fu >> n);

	if (n > left || s[0] >= 0xf8 || (s[0] & 0xc0) == 0x80)
		return 0;
	for (size_t i = 1; i < n; i++) {
		if ((s[i] & 0xc0) != 0x80)
			return 0;
		p = p << 6 | (s[i] & 0x3f);
	}
	*point = p;
	if (p < least[n] || p > 0x10ffff || (p >= 0xd800 && p <= 0xdfff))
		return 0;
	return n;
}

bool str_utf8(const char *text, size_t length)
{
	uint32_t point;
	size_t n;

	for (; length > 0; text += n, length -= n) {
		n = decode(text, length, &point);
		if (n == 0)
			return false;
	}
	return true;
}

uint32_t str_point(const char **text)
{
	uint32_t point = 0;
	size_t n;

	if (!**text)
		return 0;
	n = decode(*text, SIZE_MAX, &point);
	*text += n ? n : 1;
	return n ? point : 0xfffd;
}

size_t str_points(const char *text)
{
	size_t n = 0;

	while (str_point(&text))
		n++;
	return n;
}

size_t str_cut(const char *text, size_t most)
{
	size_t n = strnlen(text, most + 1);

	if (n <= most)
		return n;
	for (n = most; n > 0 && ((unsigned char)text[n] & 0xc0) == 0x80;)
		n--;
	return n;
}

/* ---- cleaning ---- */

bool str_blank(uint32_t p)
{
	return p == ' ' || (p >= '\t' && p <= '\r') || p == 0xa0 ||
	       p == 0x1680 || (p >= 0x2000 && p <= 0x200d) || p == 0x2028 ||
	       p == 0x2029 || p == 0x202f || p == 0x205f || p == 0x2060 ||
	       p == 0x3000 || p == 0xfeff;
}

static bool noncharacter(uint32_t p)
{
	return (p >= 0xfdd0 && p <= 0xfdef) || (p & 0xfffe) == 0xfffe;
}

static bool allowed(uint32_t p, bool many_lines)
{
	if (p == '\t' || p == '\n')
		return many_lines;
	return p >= ' ' && !(p >= 0x7f && p <= 0x9f) && !noncharacter(p);
}

/* Vertical tab and form feed are blank to a search key, but never typed:
 * they must be refused, not trimmed away. */
static bool trimmed(uint32_t p)
{
	return str_blank(p) && p != '\v' && p != '\f';
}

/* The part of text without the white space around it. */
static const char *trim(const char *text, size_t *length)
{
	const char *from = NULL, *to = text;

	for (const char *at = text; *at;) {
		const char *before = at;

		if (trimmed(str_point(&at)))
			continue;
		if (!from)
			from = before;
		to = at;
	}
	*length = from ? (size_t)(to - from) : 0;
	return from ? from : text;
}

enum err str_clean(struct arena *a, const char *typed, bool many_lines,
		   const char **clean)
{
	struct buf *b = buf_new(a);
	enum err e = OK;
	size_t length;
	const char *at = trim(typed, &length), *end = at + length;

	while (at < end) {
		uint32_t p = str_point(&at);

		if (p == '\r') {
			p = '\n';
			at += *at == '\n' && at < end;
		}
		if (!allowed(p, many_lines)) {
			p = 0xfffd;
			e = ERR_INPUT;
		}
		buf_point(b, p);
	}
	*clean = buf_text(b);
	return e;
}

enum err str_int(const char *text, int64_t *value)
{
	bool minus = *text == '-';
	const char *digits = text + minus;
	size_t n = strspn(digits, "0123456789");
	int64_t v = 0;

	if (n < 1 || n > 18 || digits[n])
		return ERR_INPUT;
	if (digits[0] == '0' && (n > 1 || minus))
		return ERR_INPUT;
	for (size_t i = 0; i < n; i++)
		v = v * 10 + (digits[i] - '0');
	*value = minus ? -v : v;
	return OK;
}

/* ---- keys ---- */

/* One row of the alphabets: the capitals from first to last, every step-th
 * code point, have their small letters delta further. */
struct capitals {
	uint32_t first, last, step, delta;
};

static const struct capitals capitals[] = {
	{ 'A', 'Z', 1, 32 },      { 0xc0, 0xd6, 1, 32 },
	{ 0xd8, 0xde, 1, 32 },    { 0x100, 0x12e, 2, 1 },
	{ 0x132, 0x136, 2, 1 },   { 0x139, 0x147, 2, 1 },
	{ 0x14a, 0x176, 2, 1 },   { 0x179, 0x17d, 2, 1 },
	{ 0x400, 0x40f, 1, 80 },  { 0x410, 0x42f, 1, 32 },
	{ 0x460, 0x480, 2, 1 },   { 0x48a, 0x4be, 2, 1 },
	{ 0x4c0, 0x4c0, 1, 15 },  { 0x4c1, 0x4cd, 2, 1 },
	{ 0x4d0, 0x52e, 2, 1 },   { 0x1e00, 0x1e94, 2, 1 },
	{ 0x1ea0, 0x1efe, 2, 1 },
};

static bool capital(const struct capitals *c, uint32_t p)
{
	return p >= c->first && p <= c->last && (p - c->first) % c->step == 0;
}

static uint32_t lower(uint32_t p)
{
	if (p == 0x130)
		return 'i';
	if (p == 0x178)
		return 0xff;
	for (size_t i = 0; i < COUNT(capitals); i++)
		if (capital(&capitals[i], p))
			return p + capitals[i].delta;
	return p;
}

static uint32_t upper(uint32_t p)
{
	for (size_t i = 0; i < COUNT(capitals); i++)
		if (p >= capitals[i].delta &&
		    capital(&capitals[i], p - capitals[i].delta))
			return p - capitals[i].delta;
	return p;
}

/* Appends the search form of one character. */
static void fold(struct buf *b, uint32_t p)
{
	p = lower(p);
	if (p == 0xdf || p == 0x1e9e)
		buf_text_add(b, "ss");
	else
		buf_point(b, p == 0x451 ? 0x435 : p == 0x17f ? 's' : p);
}

char *str_fold(struct arena *a, const char *text)
{
	struct buf *b = buf_new(a);
	bool gap = false;
	uint32_t p;

	while ((p = str_point(&text))) {
		if (str_blank(p)) {
			gap = true;
			continue;
		}
		if (gap && buf_length(b) > 0)
			buf_char(b, ' ');
		gap = false;
		fold(b, p);
	}
	return b->text;
}

/* Bytes that may stand in a host name; those above ASCII belong to
 * internationalised ones. */
static bool host_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' ||
	       (c & 0x80);
}

/* Whether host has two labels or more and none is odd; lower case. */
static bool host_name(const char *host)
{
	size_t labels = 0;

	for (;; host++) {
		size_t n = 0;

		while (host_byte(host[n]))
			n++;
		if (n < 1 || n > 63 || host[0] == '-' || host[n - 1] == '-')
			return false;
		labels++;
		host += n;
		if (!*host)
			return labels >= 2;
		if (*host != '.')
			return false;
	}
}

/* Lower case, without the white space around; "" when there is some inside or
 * a control character. */
static const char *one_word(struct arena *a, const char *text)
{
	struct buf *b = buf_new(a);
	size_t length;
	const char *at = trim(text, &length), *end = at + length;

	while (at < end) {
		uint32_t p = str_point(&at);

		if (str_blank(p) || !allowed(p, false))
			return "";
		buf_point(b, lower(p));
	}
	return buf_text(b);
}

const char *str_email_key(struct arena *a, const char *text)
{
	const char *key = one_word(a, text), *at = strchr(key, '@');
	size_t local = at ? (size_t)(at - key) : 0;

	if (!at || local < 1 || local > 64 || strlen(key) > 254)
		return "";
	if (key[0] == '.' || at[-1] == '.' || strstr(key, ".."))
		return "";
	if (strpbrk(key, "<>()[]\\,;:\"") || !host_name(at + 1))
		return "";
	return key;
}

static bool between_digits(uint32_t p)
{
	return str_blank(p) || p == '-' || p == '.' || p == '/' || p == '(' ||
	       p == ')' || (p >= 0x2010 && p <= 0x2015) || p == 0x2212;
}

const char *str_phone_key(struct arena *a, const char *text)
{
	enum { MOST = 15 };
	char digit[MOST + 3]; /* an international 00 may come first */
	size_t n = 0;
	bool plus = false;
	uint32_t p;

	while ((p = str_point(&text))) {
		if (p == '+' && n == 0 && !plus)
			plus = true;
		else if (p >= '0' && p <= '9' && n < MOST + 2)
			digit[n++] = (char)p;
		else if (!between_digits(p))
			return "";
	}
	digit[n] = '\0';
	if (!plus && n == 11 && digit[0] == '8')
		digit[0] = '7';
	p = !plus && n > 2 && digit[0] == '0' && digit[1] == '0' ? 2 : 0;
	return n - p < 5 || n - p > MOST ? "" : arena_strdup(a, digit + p);
}

const char *str_contact_key(struct arena *a, const char *text)
{
	const char *email = str_email_key(a, text);

	return *email ? email : str_phone_key(a, text);
}

/* Letters and digits of any alphabet, near enough for a picture. */
static bool letter(uint32_t p)
{
	if (p < 0x80)
		return (p >= '0' && p <= '9') ||
		       (lower(p) >= 'a' && lower(p) <= 'z');
	return p >= 0xc0 && p != 0xd7 && p != 0xf7 &&
	       !(p >= 0x2000 && p <= 0x2bff) && !(p >= 0x3000 && p <= 0x3003) &&
	       !(p >= 0xe000 && p <= 0xf8ff) && p < 0xfe00;
}

const char *str_initials(struct arena *a, const char *name)
{
	struct buf *b = buf_new(a);
	bool begin = true;
	int n = 0;
	uint32_t p;

	while (n < 2 && (p = str_point(&name))) {
		if (begin && letter(p)) {
			buf_point(b, upper(p));
			n++;
		}
		begin = str_blank(p);
	}
	return buf_text(b);
}
