/* day_fuzz.c - a day that was read, in whatever form, is read again from the
 * strict form. */
#include "../../cgi/lib/form.h"
#include "../../cgi/lib/period.h"

#define ALPHABET                                                               \
	"2026", "-", "11", "30", "2", "29", ".", "/", " ", "nov", "Feb",       \
		"\xd0\xbd\xd0\xbe\xd1\x8f", "today", "tomorrow", ",",          \
		"2026-11-30", "2024-02-29", "1900"
#include "fuzz_main.h"

static void check_strict(struct arena *a, const char *text)
{
	int64_t day;

	if (period_parse(text, &day) != OK)
		return;
	BUG_IF(strcmp(period_text(a, day), text) != 0);
	BUG_IF(period_add_months(period_add_months(day, 12), -12) > day);
}

static void check_written(struct arena *a, const char *text, int64_t today)
{
	int64_t day, again;

	if (form_day(a, text, today, &day) != OK)
		return;
	BUG_IF(period_parse(period_text(a, day), &again) != OK);
	BUG_IF(again != day);
	BUG_IF(form_day(a, period_text(a, day), today, &again) != OK);
	BUG_IF(again != day);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = fuzz_arena();
	const char *text = fuzz_text(a, data, size);
	int64_t today = period_day(2026, 1, 1) + (size ? data[0] * 7 : 0);

	check_strict(a, text);
	check_written(a, text, today);
	return 0;
}
