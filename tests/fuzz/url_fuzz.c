/* url_fuzz.c - what is decoded and encoded again is decoded to the same. */
#include "../../cgi/lib/url.h"

#define ALPHABET                                                               \
	"a", "=", "&", "&&", "%", "%2", "%41", "%00", "%zz", "+", "%D0%AF",    \
		"name=", "\xd0\xaf", ";", "?", " "
#include "fuzz_main.h"

static void check_pairs(struct arena *a, const char *text, size_t size)
{
	const struct url_pair *pair, *again;
	struct buf *b = buf_new(a);
	size_t n, m;

	if (url_decode(a, text, size, &pair, &n) != OK)
		return;
	BUG_IF(n > URL_MOST_PAIRS);
	for (size_t i = 0; i < n; i++)
		url_add(b, pair[i].name, pair[i].value);
	BUG_IF(url_decode(a, buf_text(b), buf_length(b), &again, &m) != OK);
	BUG_IF(m != n);
	for (size_t i = 0; i < n; i++) {
		BUG_IF(strcmp(pair[i].name, again[i].name) != 0);
		BUG_IF(strcmp(pair[i].value, again[i].value) != 0);
	}
}

static void check_encode(struct arena *a, const char *text)
{
	const char *code = url_encode(a, text);
	const struct url_pair *pair;
	size_t n;

	BUG_IF(url_decode(a, code, strlen(code), &pair, &n) != OK);
	BUG_IF(n != (*text != '\0'));
	BUG_IF(n == 1 && strcmp(pair[0].name, text) != 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = fuzz_arena();
	/* Cut to size and without a NUL, so that reading on is noticed. */
	char *text = arena_zalloc(a, size);

	if (size > 0)
		memcpy(text, data, size);
	check_pairs(a, text, size);
	check_encode(a, fuzz_text(a, data, size));
	return 0;
}
