/* windows.c - for how long a customer counts as active, in words. */
#include "windows.h"

#include "lib/buyers.h"
#include "lib/format.h"
#include "lib/lang.h"
#include "queries.h"

struct answer *windows_ask(struct req *r)
{
	return ask_rhythm_all(r->store);
}

static const char *days_text(struct req *r, int64_t days)
{
	if (days == NONE)
		days = BUYERS_LOST;
	return arena_printf(
		r->arena, lang_plural("within %s day", "within %s days", days),
		format_count(r->arena, r->language, days));
}

const char *windows_text(struct req *r, struct answer *windows)
{
	struct buf *b = buf_new(r->arena);
	struct rhythm_all row;

	while (next_rhythm_all(windows, &row)) {
		const char *days = days_text(r, row.window_days);

		if (buf_length(b))
			buf_printf(b, "; %s: %s", row.name, days);
		else
			buf_text_add(b, days);
	}
	return buf_length(b) ? buf_text(b) : days_text(r, NONE);
}
