/* search.c - leads found by name, e-mail or phone. */
#include <string.h>

#include "lib/str.h"
#include "list.h"

/* A word with % around it, its own %, _ and ! taken as they are. */
static const char *pattern(struct arena *a, const char *key)
{
	struct buf *b = buf_new(a);

	buf_text_add(b, "%");
	for (; *key; key++)
		buf_printf(b, strchr("%_!", *key) ? "!%c" : "%c", *key);
	buf_text_add(b, "%");
	return buf_text(b);
}

/* An e-mail or phone by its key, anything else by a pattern. */
static const char *key_of(struct arena *a, const char *text)
{
	const char *email = str_email_key(a, text);

	return *email ? email : str_phone_key(a, text);
}

enum err leads_search(struct req *r, size_t most, struct list *l)
{
	const char *key = key_of(r->arena, l->form->q);
	bool by_key = *key;
	struct lead_find_in in = {
		.scope = r->viewer.read,
		.as_of = r->today,
		.look = by_key ? key
			       : pattern(r->arena,
					 str_fold(r->arena, l->form->q)),
		.most = (int64_t)most + 1,
	};
	struct answer *rows = by_key ? ask_lead_find_key(r->store, in)
				     : ask_lead_find(r->store, in);

	leads_read(r, rows, most, l);
	l->total = (int64_t)l->n;
	return store_error(r->store);
}
