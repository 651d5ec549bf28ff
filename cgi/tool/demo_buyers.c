/* demo_buyers.c - what customers buy, from the first purchase on. */
#include <math.h>
#include <string.h>

#include "demo_buyer.h"
#include "lib/customer.h"
#include "lib/lead.h"
#include "lib/period.h"
#include "lib/zone.h"
#include "queries.h"

bool buyer_past(const struct buyer *b, int64_t at)
{
	return at <= b->d->now;
}

/* ---- money -------------------------------------------------------------- */

static enum err buy(struct buyer *b, int64_t lead, int64_t at,
		    struct customer_sale *sale, int64_t *id)
{
	double rubles = demo_lognormal(&b->d->random, b->amount, 0.35);
	int64_t amount = llround(rubles / 100) * 100 * BUYER_RUB;

	bool same = lead != NONE || demo_chance(&b->d->random, 0.3);

	*sale = (struct customer_sale){ .customer = b->id,
					.lead = lead,
					.product = same ? b->win->product
							: b->d->extra,
					.refund_of = NONE,
					.at = at,
					.amount = amount,
					.currency = "RUB",
					.base_amount = amount,
					.origin = "",
					.origin_id = "" };
	b->bought[b->n++] = at;
	return customer_bought(b->d->store, sale, id);
}

/* One in fifty is paid back, half of them in full. */
static enum err maybe_refund(struct buyer *b, struct customer_sale sale,
			     int64_t purchase)
{
	struct demo_random *r = &b->d->random;
	int64_t day = zone_day(sale.at) + demo_between(r, 4, 20), id;

	sale.at = demo_at(b->d, day);
	if (!demo_chance(r, 0.02) || !buyer_past(b, sale.at))
		return OK;
	if (demo_chance(r, 0.5))
		sale.amount = sale.base_amount = sale.amount / 4;
	sale.refund_of = purchase;
	return customer_refunded(b->d->store, &sale, &id);
}

/* After every purchase some never return: geometric, as in the models of
 * repeat buying; trouble makes it likelier, a contract less likely. */
static bool returns(struct buyer *b, bool first)
{
	double gone = first ? 0.07 : 0.025;

	if (!b->content)
		gone += 0.2;
	if (b->contract)
		gone = 0.01;
	return b->n < BUYER_PURCHASES && !demo_chance(&b->d->random, gone);
}

static enum err buy_on(struct buyer *b)
{
	struct demo *d = b->d;
	struct customer_sale sale;
	int64_t day = zone_day(b->win->at), id;
	enum err e = buy(b, b->win->lead, b->win->at, &sale, &id);

	if (e == OK)
		e = maybe_refund(b, sale, id);
	for (bool first = true; e == OK && returns(b, first); first = false) {
		double gap = demo_lognormal(&d->random, b->gap, 0.3);
		int64_t at;

		day += gap < 1 ? 1 : (int64_t)gap;
		at = demo_at(d, day);
		if (!buyer_past(b, at))
			break;
		e = buy(b, NONE, at, &sale, &id);
		if (e == OK)
			e = maybe_refund(b, sale, id);
	}
	return e;
}

/* ---- a customer's life -------------------------------------------------- */

static int64_t contract_end(struct buyer *b)
{
	int64_t end = zone_day(b->win->at) + 365;

	while (end < b->d->today && demo_chance(&b->d->random, 0.8))
		end += 365; /* went on for another year */
	return b->contract ? end : NONE;
}

static enum err add_customer(struct buyer *b)
{
	const struct demo_contact *c = b->win->contact;
	struct customer_new new = {
		.name = *c->firm ? c->firm : c->name,
		.contact = *c->firm ? c->name : "",
		.email = c->email,
		.phone = c->phone,
		.segment = b->win->segment->name,
		.manager = b->win->rep->id,
		.contract_end_day = b->contract_end,
		.created_at = b->win->at,
		.origin = "",
		.origin_id = "",
	};

	return customer_add(b->d->store, b->d->arena, &new, &b->id);
}

static void remember(struct buyer *b)
{
	struct demo *d = b->d;
	struct demo_customer *more;

	if (d->n_customers == d->room) {
		d->room = d->room ? d->room * 2 : 512;
		more = arena_array(d->arena, d->room, sizeof(*more));
		if (d->n_customers)
			memcpy(more, d->customer,
			       d->n_customers * sizeof(*more));
		d->customer = more;
	}
	d->customer[d->n_customers++] =
		(struct demo_customer){ b->id, b->win->at, b->win->rep,
					b->win->contact->russian };
}

static struct buyer character(struct demo *d, const struct demo_win *win)
{
	struct buyer b = {
		.d = d, .win = win, .content = true, .scored = NONE
	};

	b.amount = demo_lognormal(&d->random, win->segment->amount, 0.4);
	b.gap = demo_lognormal(&d->random, win->segment->gap, 0.5);
	b.contract = demo_chance(&d->random, 0.09);
	b.contract_end = contract_end(&b);
	return b;
}

enum err demo_buyer(struct demo *d, const struct demo_win *win)
{
	struct buyer b = character(d, win);
	struct lead_fact won = { win->lead, win->at, win->rep->id, "" };
	enum err e = add_customer(&b);

	if (e == OK)
		e = lead_won(d->store, won, b.id);
	if (e == OK && demo_chance(&d->random, 0.07))
		e = buyer_trouble(&b);
	if (e == OK)
		e = buy_on(&b);
	if (e == OK)
		e = buyer_score(&b);
	if (e == OK)
		e = buyer_talks(&b);
	if (e == OK)
		e = buyer_review(&b);
	remember(&b);
	return e;
}
