/* str_fuzz.c - texts: what is cleaned is clean, keys are their own keys. */
#include "../../cgi/lib/str.h"

#include <inttypes.h>

#define ALPHABET                                                               \
	"a", "Z", " ", "\t", "\r\n", "\n", "\xc2\xa0", "\xd0\x81", "\xd1\x91", \
		"\xc3\x9f", "\xef\xbf\xbf", "\xf0\x9f\xa6\x94", "\xed\xa0",    \
		"\x80", "-", "0", "7", "8", "9123456789", "+", "(", "@", ".",  \
		"a@b.co"
#include "fuzz_main.h"

/* Bytes are well-formed exactly when they come out of encoding again. */
static void check_utf8(struct arena *a, const char *text)
{
	struct buf *b = buf_new(a);
	const char *at = text;
	uint32_t p;

	while ((p = str_point(&at)))
		buf_point(b, p);
	BUG_IF(str_utf8(text, strlen(text)) != !strcmp(buf_text(b), text));
	BUG_IF(str_points(text) != str_points(buf_text(b)));
}

static void check_clean(struct arena *a, const char *text, bool many_lines)
{
	const char *once, *twice;
	enum err e = str_clean(a, text, many_lines, &once);

	BUG_IF(!str_utf8(once, strlen(once)));
	BUG_IF(str_clean(a, once, many_lines, &twice) != OK);
	BUG_IF(strcmp(once, twice) != 0);
	BUG_IF(e == OK && strchr(once, '\r'));
	BUG_IF(!many_lines && strpbrk(once, "\t\n"));
}

static void check_keys(struct arena *a, const char *text)
{
	const char *key = str_fold(a, text);

	BUG_IF(strcmp(str_fold(a, key), key) != 0);
	key = str_email_key(a, text);
	BUG_IF(strcmp(str_email_key(a, key), key) != 0);
	key = str_phone_key(a, text);
	BUG_IF(strlen(key) > 15);
	BUG_IF(*key &&
	       strcmp(str_phone_key(a, arena_printf(a, "+%s", key)), key) != 0);
	BUG_IF(str_points(str_initials(a, text)) > 2);
}

static void check_int(struct arena *a, const char *text)
{
	int64_t value;

	if (str_int(text, &value) != OK)
		return;
	BUG_IF(strcmp(arena_printf(a, "%" PRId64, value), text) != 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = fuzz_arena();
	const char *text = fuzz_text(a, data, size);

	check_utf8(a, text);
	check_clean(a, text, false);
	check_clean(a, text, true);
	check_keys(a, text);
	check_int(a, text);
	return 0;
}
