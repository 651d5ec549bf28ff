/* act.c - what happened to a lead: the rules, and what follows from it. */
#include <string.h>

#include "desk.h"
#include "lib/customer.h"
#include "lib/lang.h"
#include "lib/lead.h"
#include "lib/zone.h"

/* A lead on its way to what it becomes. */
struct change {
	struct req *r;
	const struct deed *deed;
	struct lead_one lead;
	struct lead_history newest; /* of what happened to it before */
	int64_t at;                 /* of what happens now */
	int64_t reason;             /* reason.id, NONE where none was given */
};

/* ---- what is asked for ---- */

static void refuse_unless(struct req *r, bool good, const char *field,
			  const char *message)
{
	if (!good)
		form_refuse(r->form, field, message);
}

static bool is_step(struct req *r, int64_t id)
{
	struct answer *a = ask_step_all(r->store);
	struct step_all row;
	bool found = false;

	while (next_step_all(a, &row))
		found |= row.id == id;
	return found;
}

static void check_owner(struct change *c)
{
	const struct deed *d = c->deed;
	struct req *r = c->r;

	refuse_unless(r,
		      desk_may_give(r) &&
			      (d->owner == 0 || desk_may_own(r, d->owner)),
		      "owner", N_("Choose one of those on offer."));
	refuse_unless(r, c->lead.owner_id == NONE || *d->note, "note",
		      N_("Say why it changes hands."));
}

/* What each kind of news needs besides. */
static enum err check(struct change *c)
{
	const struct deed *d = c->deed;
	struct req *r = c->r;

	refuse_unless(r, d->day == NONE || d->day >= c->newest.day, "day",
		      N_("Something happened to the lead later than that."));
	switch (d->act) {
	case ACT_STEP:
		refuse_unless(r, is_step(r, d->step), "step",
			      N_("Choose which step was reached."));
		break;
	case ACT_WON:
		refuse_unless(r, d->amount != NONE, "amount",
			      N_("Say for how much they bought."));
		break;
	case ACT_INVALID:
		refuse_unless(r, *d->reason, "reason",
			      N_("Say why it does not count."));
		break;
	case ACT_ASSIGNED:
		check_owner(c);
		break;
	case ACT_CONTACTED:
	case ACT_LOST:
	case ACT_REOPENED:
	case ACT_VALID:
		break;
	}
	return r->form->n_messages ? ERR_INPUT : store_error(r->store);
}

/* ---- a win ---- */

/* Whose purchase it is: who is known already, or somebody new, looked after
 * by who has won them. */
static enum err find_customer(struct change *c, int64_t *id)
{
	const struct lead_one *lead = &c->lead;
	struct req *r = c->r;
	struct customer_new new = {
		.name = lead->name,
		.contact = "",
		.email = lead->email,
		.phone = lead->phone,
		.segment = lead->segment,
		.manager = lead->owner_id,
		.contract_end_day = NONE,
		.created_at = c->at,
		.origin = "",
		.origin_id = "",
	};
	enum err e;

	*id = lead->customer_id;
	if (*id != NONE)
		return OK;
	e = customer_find(r->store, r->arena, lead->email, lead->phone, id);
	if (e != OK || *id != NONE)
		return e;
	return customer_add(r->store, r->arena, &new, id);
}

static enum err win(struct change *c, struct lead_fact fact)
{
	const struct deed *d = c->deed;
	struct customer_sale sale = {
		.lead = c->lead.id,
		.product = d->product != NONE ? d->product : c->lead.product_id,
		.refund_of = NONE,
		.at = c->at,
		.amount = d->amount,
		.currency = c->r->company.currency,
		.base_amount = d->amount,
		.origin = "",
		.origin_id = "",
	};
	int64_t id;
	enum err e = find_customer(c, &sale.customer);

	if (e == OK)
		e = lead_won(c->r->store, fact, sale.customer);
	return e == OK ? customer_bought(c->r->store, &sale, &id) : e;
}

/* ---- all of it ---- */

static enum err carry_out(struct change *c)
{
	const struct deed *d = c->deed;
	struct store *s = c->r->store;
	struct lead_fact fact = { c->lead.id, c->at, c->r->viewer.id, d->note };

	switch (d->act) {
	case ACT_CONTACTED:
		return lead_contacted(s, fact);
	case ACT_STEP:
		return lead_step(s, fact, d->step);
	case ACT_WON:
		return win(c, fact);
	case ACT_LOST:
		return lead_lost(s, fact, c->reason);
	case ACT_INVALID:
		return lead_invalid(s, fact, c->reason);
	case ACT_REOPENED:
		return lead_reopened(s, fact);
	case ACT_VALID:
		return lead_valid(s, fact);
	case ACT_ASSIGNED:
		return lead_assigned(s, fact, d->owner ? d->owner : NONE);
	}
	BUG_IF(true);
}

static enum err find_reason(struct change *c)
{
	enum act act = c->deed->act;

	c->reason = NONE;
	if (act != ACT_LOST && act != ACT_INVALID)
		return OK;
	return lead_reason(c->r->store, c->r->arena,
			   act == ACT_LOST ? "lost" : "invalid",
			   c->deed->reason, &c->reason);
}

/* Takes the lead if it still is as it was seen. */
static enum err take(struct change *c)
{
	struct lead_take_in in = { .scope = c->r->viewer.write,
				   .as_of = c->r->today,
				   .id = c->lead.id,
				   .version = c->deed->version };
	struct lead_take taken;

	if (!desk_possible(c->lead.state, c->deed->act))
		return ERR_CONFLICT;
	if (one_lead_take(c->r->store, in, &taken))
		return OK;
	return store_error(c->r->store) == OK ? ERR_CONFLICT
					      : store_error(c->r->store);
}

/* Two events of one lead never share a second, so that their order is plain. */
static enum err find(struct change *c)
{
	const struct deed *d = c->deed;
	struct req *r = c->r;
	enum err e = desk_find(r, r->viewer.write, d->id, &c->lead);
	struct lead_history_in in = { .scope = r->viewer.write,
				      .as_of = r->today,
				      .id = c->lead.id,
				      .most = 1 };

	if (e != OK)
		return e;
	if (!one_lead_history(r->store, in, &c->newest))
		return store_error(r->store) == OK ? ERR_NOT_FOUND
						   : store_error(r->store);
	c->at = d->day == NONE || d->day == r->today ? r->now
						     : zone_start(d->day);
	if (c->at <= c->newest.at)
		c->at = c->newest.at + 1;
	return OK;
}

enum err act_save(struct req *r, const void *form)
{
	const struct deed *d = form;
	struct change c = { .r = r, .deed = d };
	enum err e = find(&c);

	if (e == OK)
		e = check(&c);
	if (e == OK)
		e = take(&c);
	if (e == OK)
		e = find_reason(&c);
	if (e == OK)
		e = carry_out(&c);
	if (e == OK)
		return req_redirect(r, DESK_LEAD "?id=%lld&did=act",
				    (long long)c.lead.id);
	if (e != ERR_CONFLICT || one_again(r, d->id, true) != OK)
		return e;
	r->reply.status = 409;
	return e;
}

enum err act_again(struct req *r)
{
	int64_t id;

	if (str_int(form_value(r->form, "id")->typed, &id) != OK)
		return ERR_INPUT;
	return one_again(r, id, false);
}
