/* search.c - customers found by name, e-mail or phone. */
#include "search.h"

#include "customers.h"
#include "lib/lang.h"
#include "lib/str.h"
#include "lib/view.h"
#include "names.h"

static struct answer *ask_by_name(struct req *r, struct scope scope,
				  const struct names *words)
{
	struct followup_customer_find_in in = {
		.scope = scope,
		.as_of = r->today,
		.like = names_pattern(r->arena, words),
	};

	return scope.see == SEE_ALL
		       ? ask_followup_customer_find(r->store, in)
		       : ask_followup_customer_find_some(r->store, in);
}

struct search_found *search_customers(struct req *r, struct scope scope,
				      const char *typed)
{
	const char *key = str_contact_key(r->arena, typed);
	struct names words = names_of(r->arena, str_fold(r->arena, typed));
	struct answer *a =
		*key ? ask_customer_key_find(r->store,
					     (struct customer_key_find_in){
						     scope, r->today, key })
		     : ask_by_name(r, scope, &words);
	struct search_found *found = arena_zalloc(r->arena, sizeof(*found));
	struct followup_customer_find c;

	while (next_followup_customer_find(a, &c)) {
		if (!*key && !names_match(r->arena, &words, c.name_key))
			continue;
		if (found->n < SEARCH_MOST)
			found->row[found->n++] = c;
		else
			found->more = true;
	}
	return found;
}

/* ---- the page -------------------------------------------------------------
 */

static void show_one(struct view *page, const struct followup_customer_find *c)
{
	struct view *v = view_row(page, "FOUND");

	view_printf(v, "FOUND_URL", CUSTOMERS_ONE "?id=%lld", (long long)c->id);
	view_text(v, "FOUND_NAME", c->name);
	view_text(v, "FOUND_SEGMENT", c->segment);
	view_text(v, "FOUND_MANAGER", c->manager);
}

enum err customers_search(struct req *r, const void *form)
{
	const struct customers_search *s = form;
	struct view *page = view_page(r, "followups/customers.tpl");
	struct search_found none = { .n = 0 }, *found = &none;

	view_text(page, "TITLE", _("Customers"));
	view_text(page, "Q_VALUE", s->q);
	if (*s->q)
		found = search_customers(r, r->viewer.read, s->q);
	for (size_t i = 0; i < found->n; i++)
		show_one(page, &found->row[i]);
	view_if(page, "NOBODY", *s->q && found->n == 0);
	view_if(page, "MORE", found->more);
	return store_error(r->store) == OK ? view_send(page)
					   : store_error(r->store);
}
