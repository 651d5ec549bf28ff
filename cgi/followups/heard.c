/* heard.c - what a customer bought, got back, or says of us in public. */
#include "heard.h"

#include <string.h>

#include "customers.h"
#include "desk.h"
#include "lib/customer.h"
#include "lib/lang.h"
#include "lib/zone.h"

const struct word heard_whats[] = {
	{ "purchase", HEARD_PURCHASE },   { "refund", HEARD_REFUND },
	{ "asked", HEARD_ASKED },         { "promised", HEARD_PROMISED },
	{ "published", HEARD_PUBLISHED },
};

/* What the form shows, as typed. */
struct draft {
	const char *what, *amount, *product, *rating, *place, *day;
};

/* A customer in what the viewer may change. */
static enum err find(struct req *r, int64_t id, struct followup_customer_one *c)
{
	struct followup_customer_one_in in = { r->viewer.write, r->today, id };

	if (one_followup_customer_one(r->store, in, c))
		return OK;
	return store_error(r->store) == OK ? ERR_NOT_FOUND
					   : store_error(r->store);
}

/* ---- the page -------------------------------------------------------------
 */

static void show_choice(struct view *v, const char *value, const char *name,
			const char *chosen)
{
	view_text(v, "VALUE", value);
	view_text(v, "NAME", name);
	view_text(v, "HERE", desk_on(strcmp(value, chosen) == 0));
}

static void show_choices(struct view *page, const struct draft *d,
			 struct answer *products)
{
	static const char *const names[] = {
		[HEARD_PURCHASE] = N_("A purchase"),
		[HEARD_REFUND] = N_("A refund"),
		[HEARD_ASKED] = N_("Asked for a review"),
		[HEARD_PROMISED] = N_("Promised a review"),
		[HEARD_PUBLISHED] = N_("Published a review"),
	};
	static const char *const ratings[] = { "5", "4", "3", "2", "1" };
	struct req *r = view_req(page);
	struct product_all p;

	for (size_t i = 0; i < COUNT(heard_whats); i++) {
		struct view *v = view_row(page, "WHAT");

		show_choice(v, heard_whats[i].name,
			    _(names[heard_whats[i].value]), d->what);
		/* The first is where a message leads. */
		view_printf(v, "CHOICE_ID", i == 0 ? "what" : "what-%zu", i);
	}
	for (size_t i = 0; i < COUNT(ratings); i++)
		show_choice(view_row(page, "STARS"), ratings[i], ratings[i],
			    d->rating);
	while (next_product_all(products, &p))
		show_choice(view_row(page, "PRODUCT"), list_id(r, p.id), p.name,
			    d->product);
}

static enum err show(struct req *r, int64_t id, const struct draft *d)
{
	struct followup_customer_one c;
	enum err e = find(r, id, &c);
	struct view *page;

	if (e != OK)
		return e;
	page = view_page(r, "followups/heard.tpl");
	view_printf(page, "TITLE", _("News of %s"), c.name);
	view_text(page, "CUSTOMER", c.name);
	view_text(page, "CUSTOMER_URL", customers_page(r, id));
	view_messages(page);
	view_form(page, HEARD_PATH);
	view_text(page, "ID", list_id(r, id));
	view_text(page, "CURRENCY", r->company.currency);
	view_text(page, "AMOUNT_VALUE", d->amount);
	view_text(page, "PLACE_VALUE", d->place);
	view_text(page, "DAY_VALUE", d->day);
	show_choices(page, d, ask_product_all(r->store));
	return store_error(r->store) == OK ? view_send(page)
					   : store_error(r->store);
}

enum err heard_show(struct req *r, const void *form)
{
	const struct heard_ask *q = form;

	return show(r, q->id, &(struct draft){ "", "", "", "", "", "" });
}

static const char *typed(const struct req *r, const char *name)
{
	return form_value(r->form, name)->typed;
}

enum err heard_again(struct req *r)
{
	const struct draft d = {
		.what = typed(r, "what"),
		.amount = typed(r, "amount"),
		.product = typed(r, "product"),
		.rating = typed(r, "rating"),
		.place = typed(r, "place"),
		.day = typed(r, "day"),
	};
	int64_t id;

	if (str_int(typed(r, "id"), &id) != OK)
		return ERR_INPUT;
	return show(r, id, &d);
}

/* ---- money ----------------------------------------------------------------
 */

static enum err check_money(struct req *r, const struct heard *h)
{
	if (h->amount == NONE)
		form_refuse(r->form, "amount", N_("Say how much it was."));
	if (h->product != NONE &&
	    !desk_offers(ask_product_all(r->store), h->product, NULL))
		form_refuse(r->form, "product",
			    N_("Choose one of those on offer."));
	return r->form->n_messages ? ERR_INPUT : store_error(r->store);
}

static enum err save_money(struct req *r, const struct heard *h, int64_t day)
{
	struct customer_sale sale = {
		.customer = h->id,
		.lead = NONE,
		.product = h->product,
		.refund_of = NONE,
		.at = day == r->today ? r->now : zone_start(day),
		.amount = h->amount,
		.currency = r->company.currency,
		.base_amount = h->amount,
		.origin = "",
		.origin_id = "",
	};
	enum err e = check_money(r, h);
	int64_t id;

	if (e != OK)
		return e;
	return h->what == HEARD_PURCHASE
		       ? customer_bought(r->store, &sale, &id)
		       : customer_refunded(r->store, &sale, &id);
}

/* ---- reviews --------------------------------------------------------------
 */

static enum err add_review(struct req *r, const struct heard *h, int64_t day)
{
	bool published = h->what == HEARD_PUBLISHED;
	struct review_add_in in = {
		.customer = h->id,
		.contact = NONE,
		.place = published ? h->place : "",
		.rating = published ? h->rating : NONE,
		.asked_day = h->what == HEARD_ASKED ? day : NONE,
		.promised_day = h->what == HEARD_PROMISED ? day : NONE,
		.published_day = published ? day : NONE,
	};

	return run_review_add(r->store, in);
}

/* Of one that was asked for, or promised, what comes next; else a new one. */
static enum err save_review(struct req *r, const struct heard *h, int64_t day)
{
	bool published = h->what == HEARD_PUBLISHED;
	struct review_waiting_in in = { h->id };
	struct review_waiting w;
	struct review_set_in set;

	if (h->what == HEARD_ASKED || !one_review_waiting(r->store, in, &w))
		return store_error(r->store) == OK ? add_review(r, h, day)
						   : store_error(r->store);
	set = (struct review_set_in){
		.review = w.id,
		.place = published ? h->place : w.place,
		.rating = published ? h->rating : NONE,
		.promised_day = published ? w.promised_day : day,
		.published_day = published ? day : NONE,
	};
	return run_review_set(r->store, set);
}

/* ---- all of it ------------------------------------------------------------
 */

enum err heard_save(struct req *r, const void *form)
{
	const struct heard *h = form;
	int64_t day = h->day == NONE ? r->today : h->day;
	bool money = h->what == HEARD_PURCHASE || h->what == HEARD_REFUND;
	struct followup_customer_one c;
	enum err e = find(r, h->id, &c);

	if (e == OK)
		e = money ? save_money(r, h, day) : save_review(r, h, day);
	return e == OK ? req_redirect(r, "%s", customers_page(r, h->id)) : e;
}
