/* merging_choice.c - whom a customer may be the same as. */
#include "customers.h"
#include "desk.h"
#include "lib/lang.h"
#include "lib/view.h"
#include "merging.h"
#include "search.h"

/* Shells that are listed. */
enum { SHELLS_MOST = 50 };

static void show_one(struct view *list, int64_t customer,
		     const struct followup_customer_find *c)
{
	struct view *v;

	if (c->id == customer)
		return;
	v = view_row(list, "ONE");
	view_text(v, "ONE_URL", merging_pair(view_req(list), customer, c->id));
	view_text(v, "ONE_NAME", c->name);
	view_text(v, "ONE_SEGMENT", c->segment);
	view_text(v, "ONE_MANAGER", c->manager);
}

static void show_likely(struct view *page, int64_t customer)
{
	struct req *r = view_req(page);
	struct answer *a = ask_merge_choice(
		r->store, (struct merge_choice_in){ r->viewer.write, r->today,
						    customer, SEARCH_MOST });
	struct followup_customer_find c;
	struct view *list = NULL;

	while (next_followup_customer_find(a, &c)) {
		if (!list)
			list = view_row(page, "LIKELY");
		show_one(list, customer, &c);
	}
}

static void show_found(struct view *page, int64_t customer, const char *q)
{
	struct req *r = view_req(page);
	struct search_found *found = search_customers(r, r->viewer.write, q);
	size_t others = 0;
	struct view *list;

	for (size_t i = 0; i < found->n; i++)
		others += found->row[i].id != customer;
	view_if(page, "NOBODY", others == 0);
	view_if(page, "MORE", found->more);
	if (others == 0)
		return;
	list = view_row(page, "FOUND");
	for (size_t i = 0; i < found->n; i++)
		show_one(list, customer, &found->row[i]);
}

/* Who was merged into this one: each can be taken back on its page. */
static void show_shells(struct view *page, int64_t customer)
{
	struct req *r = view_req(page);
	struct answer *a = ask_merge_shells(
		r->store, (struct merge_shells_in){ r->viewer.write, r->today,
						    customer, SHELLS_MOST });
	struct merge_shells s;
	struct view *list = NULL;

	while (next_merge_shells(a, &s)) {
		struct view *v;

		if (!list)
			list = view_row(page, "SHELLS");
		v = view_row(list, "SHELL");
		view_text(v, "SHELL_URL", customers_page(r, s.id));
		view_text(v, "SHELL_NAME", s.name);
		view_text(v, "SHELL_DAY", list_day(r, s.day));
	}
}

enum err merging_choice(struct req *r, int64_t customer, const char *q,
			bool taken)
{
	struct followup_customer_one_in in = { r->viewer.write, r->today,
					       customer };
	struct followup_customer_one c;
	struct view *page;

	if (!one_followup_customer_one(r->store, in, &c))
		return store_error(r->store) == OK ? ERR_NOT_FOUND
						   : store_error(r->store);
	page = view_page(r, "followups/merge_choice.tpl");
	view_text(page, "TITLE", _("Same as another customer"));
	view_text(page, "CUSTOMER", list_id(r, customer));
	view_text(page, "CUSTOMER_NAME", c.name);
	view_text(page, "CUSTOMER_URL", customers_page(r, customer));
	view_text(page, "Q_VALUE", q);
	view_if(page, "TAKEN", taken);
	if (*q)
		show_found(page, customer, q);
	show_likely(page, customer);
	show_shells(page, customer);
	return store_error(r->store) == OK ? view_send(page)
					   : store_error(r->store);
}
