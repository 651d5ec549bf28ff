/* search.c - customers found by name, e-mail or phone. */
#include <string.h>

#include "customers.h"
#include "lib/lang.h"
#include "lib/str.h"
#include "lib/view.h"
#include "names.h"
#include "queries.h"

enum { FOUND_MOST = 50 };

static void show_one(struct view *page, const struct followup_customer_find *c)
{
	struct view *v = view_row(page, "FOUND");

	view_printf(v, "FOUND_URL", CUSTOMERS_ONE "?id=%lld", (long long)c->id);
	view_text(v, "FOUND_NAME", c->name);
	view_text(v, "FOUND_SEGMENT", c->segment);
	view_text(v, "FOUND_MANAGER", c->manager);
}

static struct answer *ask_by_name(struct req *r, const struct names *words)
{
	struct followup_customer_find_in in = {
		.scope = r->viewer.read,
		.as_of = r->today,
		.like = names_pattern(r->arena, words),
	};

	return in.scope.see == SEE_ALL
		       ? ask_followup_customer_find(r->store, in)
		       : ask_followup_customer_find_some(r->store, in);
}

/* Returns how many there are, shown or not. */
static size_t find(struct req *r, struct view *page, const char *q)
{
	const char *key = str_contact_key(r->arena, q);
	struct names words = names_of(r->arena, str_fold(r->arena, q));
	struct answer *a =
		*key ? ask_customer_key_find(
			       r->store,
			       (struct customer_key_find_in){ r->viewer.read,
							      r->today, key })
		     : ask_by_name(r, &words);
	struct followup_customer_find c;
	size_t n = 0;

	while (next_followup_customer_find(a, &c)) {
		if (!*key && !names_match(r->arena, &words, c.name_key))
			continue;
		if (n++ < FOUND_MOST)
			show_one(page, &c);
	}
	return n;
}

enum err customers_search(struct req *r, const void *form)
{
	const struct customers_search *s = form;
	struct view *page = view_page(r, "followups/customers.tpl");
	size_t n = 0;

	view_text(page, "TITLE", _("Customers"));
	view_text(page, "Q_VALUE", s->q);
	if (*s->q)
		n = find(r, page, s->q);
	view_if(page, "NOBODY", *s->q && n == 0);
	view_if(page, "MORE", n > FOUND_MOST);
	return store_error(r->store) == OK ? view_send(page)
					   : store_error(r->store);
}
