/* idle.c - /followups/idle: customers without a next step. */
#include "customers.h"
#include "desk.h"
#include "lib/format.h"
#include "lib/lang.h"
#include "lib/period.h"
#include "team.h"

enum { SHOWN = 50 };

static void show_one(struct view *list, const struct customer_idle *c)
{
	struct req *r = view_req(list);
	struct view *v = view_row(list, "CUSTOMER");

	view_text(v, "NAME", c->name);
	view_text(v, "URL", customers_page(r, c->id));
	view_text(v, "LAST", list_day(r, c->last_day));
	view_text(v, "REVENUE", list_money(r, c->revenue));
	view_text(v, "PROBLEM", desk_on(c->problem));
	if (r->viewer.writes)
		view_printf(view_row(v, "PLAN"), "PLAN_URL",
			    DESK_NEW "?customer=%lld", (long long)c->id);
}

enum err team_idle(struct req *r, const void *form)
{
	const struct team_idle_ask *q = form;
	struct customer_idle_in in = {
		.scope = r->viewer.read,
		.as_of = r->today,
		.person = q->person == NONE ? r->viewer.id : q->person,
		.live_from = r->today - LIVE_DAYS,
		.year_from = period_add_months(r->today, -12),
		.most = SHOWN + 1,
	};
	struct answer *a = ask_customer_idle(r->store, in);
	struct view *page = view_page(r, "idle.tpl"), *list = NULL;
	struct customer_idle c;
	size_t n = 0;

	for (; next_customer_idle(a, &c); n++) {
		if (!list)
			list = view_row(page, "LIST");
		if (n < SHOWN)
			show_one(list, &c);
	}
	view_text(page, "TITLE", _("Customers without a next step"));
	view_if(page, "EMPTY", n == 0);
	view_if(page, "MORE", n > SHOWN);
	return store_error(r->store) == OK ? view_send(page)
					   : store_error(r->store);
}
