/* search.c - leads found by name, e-mail or phone. */
#include <string.h>

#include "lib/str.h"
#include "list.h"

/* The first bytes of a text with % around them, their own %, _ and ! taken as
 * they are. */
static struct buf *pattern_of(struct arena *a, const char *key, size_t bytes)
{
	struct buf *b = buf_new(a);

	buf_text_add(b, "%");
	for (size_t i = 0; i < bytes; i++)
		buf_printf(b, strchr("%_!", key[i]) ? "!%c" : "%c", key[i]);
	buf_text_add(b, "%");
	return b;
}

/* As much of a text as a pattern holds: the rest of it need not be right. */
static const char *pattern(struct arena *a, const char *key)
{
	size_t n = str_cut(key, STORE_PATTERN - 2);
	struct buf *b = pattern_of(a, key, n);

	for (; buf_length(b) > STORE_PATTERN; b = pattern_of(a, key, n))
		n = str_cut(key, n - 1);
	return buf_text(b);
}

enum err leads_search(struct req *r, size_t most, struct list *l)
{
	const char *key = str_contact_key(r->arena, l->form->q);
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
