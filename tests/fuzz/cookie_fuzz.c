/* cookie_fuzz.c - a cookie that was found is found again where it stands alone,
 * and is refused when it is there twice. */
#include "../../cgi/lib/url.h"

#define ALPHABET                                                               \
	"sid", "=", "sid=", "; ", ";", " ", "\t", "abc", "\"", ",", "x=1",     \
		"sid=a; ", "\xd0", "\\"
#include "fuzz_main.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = fuzz_arena();
	const char *header = fuzz_text(a, data, size);
	const char *value, *again;

	if (url_cookie(a, header, "sid", &value) != OK)
		return 0;
	BUG_IF(strpbrk(value, " \t\";,\\\r\n"));
	BUG_IF(url_cookie(a, arena_printf(a, "sid=%s", value), "sid", &again) !=
	       OK);
	BUG_IF(strcmp(value, again) != 0);
	header = arena_printf(a, "%s; sid=z", header);
	if (*value)
		BUG_IF(url_cookie(a, header, "sid", &again) != ERR_INPUT);
	else if (url_cookie(a, header, "sid", &again) == OK)
		BUG_IF(strcmp(again, "z") != 0);
	return 0;
}
