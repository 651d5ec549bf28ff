/* customer.c - writing customers: who they are, who looks after them, money.
 */
#include "customer.h"

#include "money.h"
#include "period.h"
#include "queries.h"
#include "str.h"
#include "zone.h"

enum { NAME_MOST = 200 }; /* code points, as the schema allows */

static struct customer_add_in row_of(struct arena *a,
				     const struct customer_new *new)
{
	return (struct customer_add_in){
		.name = new->name,
		.name_key = str_fold(a, new->name),
		.contact = new->contact,
		.email = new->email,
		.email_key = str_email_key(a, new->email),
		.phone = new->phone,
		.phone_key = str_phone_key(a, new->phone),
		.segment = new->segment,
		.manager = new->manager,
		.contract_end_day = new->contract_end_day,
		.origin = new->origin,
		.origin_id = new->origin_id,
		.now = new->created_at,
		.today = zone_day(new->created_at),
	};
}

static enum err remember_manager(struct store *s, int64_t customer,
				 int64_t person, int64_t at)
{
	struct customer_manager_add_in in = { .customer = customer,
					      .person = person,
					      .at = at,
					      .day = zone_day(at) };

	return run_customer_manager_add(s, in);
}

enum err customer_add(struct store *s, struct arena *a,
		      const struct customer_new *new, int64_t *id)
{
	size_t n = str_points(new->name);
	struct customer_add row;

	if (n < 1 || n > NAME_MOST)
		return ERR_INPUT;
	if (!one_customer_add(s, row_of(a, new), &row))
		return store_error(s);
	*id = row.id;
	if (new->manager == NONE)
		return OK;
	return remember_manager(s, row.id, new->manager, new->created_at);
}

enum err customer_handed_over(struct store *s, int64_t customer, int64_t person,
			      int64_t at)
{
	struct customer_manager_set_in in = { .customer = customer,
					      .person = person };
	struct followup_manager_set_in followups = { .customer = customer,
						     .person = person };
	enum err e = remember_manager(s, customer, person, at);

	if (e == OK)
		e = run_customer_manager_set(s, in);
	return e == OK ? run_followup_manager_set(s, followups) : e;
}

enum err customer_find(struct store *s, struct arena *a, const char *email,
		       const char *phone, int64_t *id)
{
	struct customer_by_key_in in = {
		.email_key = str_email_key(a, email),
		.phone_key = str_phone_key(a, phone),
	};
	struct customer_by_key row;

	*id = NONE;
	if ((*in.email_key || *in.phone_key) &&
	    one_customer_by_key(s, in, &row))
		*id = row.id;
	return store_error(s);
}

/* ---- money -------------------------------------------------------------- */

static bool sale_ok(const struct customer_sale *sale)
{
	return sale->amount >= 0 && sale->amount <= MONEY_MOST &&
	       sale->base_amount >= 0 && sale->base_amount <= MONEY_MOST &&
	       money_code(sale->currency);
}

/* sign: 1 for a purchase, -1 for what is paid back. */
static enum err record(struct store *s, const struct customer_sale *sale,
		       int64_t sign, int64_t *id)
{
	int64_t day = zone_day(sale->at);
	struct purchase_add_in in = {
		.customer = sale->customer,
		.lead = sale->lead,
		.product = sale->product,
		.refund_of = sale->refund_of,
		.at = sale->at,
		.day = day,
		.month = period_month(day),
		.amount = sign * sale->amount,
		.currency = sale->currency,
		.base_amount = sign * sale->base_amount,
		.origin = sale->origin,
		.origin_id = sale->origin_id,
	};
	struct purchase_add row;

	if (one_purchase_add(s, in, &row))
		*id = row.id;
	return store_error(s);
}

enum err customer_bought(struct store *s, const struct customer_sale *sale,
			 int64_t *id)
{
	BUG_IF(sale->refund_of != NONE);
	return sale_ok(sale) ? record(s, sale, 1, id) : ERR_INPUT;
}

/* What was paid back before is negative, so that it is added here. */
static bool too_much(const struct purchase_one *paid,
		     const struct customer_sale *refund)
{
	return refund->amount > paid->amount + paid->refunded ||
	       refund->base_amount > paid->base_amount + paid->base_refunded;
}

enum err customer_refunded(struct store *s, const struct customer_sale *refund,
			   int64_t *id)
{
	struct purchase_one_in in = { .id = refund->refund_of };
	struct customer_sale whole = *refund;
	struct purchase_one paid;

	if (refund->refund_of != NONE) {
		if (!one_purchase_one(s, in, &paid))
			return store_error(s) == OK ? ERR_NOT_FOUND
						    : store_error(s);
		if (too_much(&paid, refund))
			return ERR_INPUT;
		whole.customer = paid.customer_id;
		whole.lead = paid.lead_id;
		whole.product = paid.product_id;
		whole.currency = paid.currency;
	}
	return sale_ok(&whole) ? record(s, &whole, -1, id) : ERR_INPUT;
}
