/* generate_buyers.c - customers and what they buy. */
#include <math.h>

#include "generate.h"
#include "lib/period.h"
#include "queries.h"

static const struct segment {
	const char *name;
	double weight;
	double amount; /* median of a purchase, minor units */
	double gap;    /* median of days between two */
} segments[] = {
	{ "small", 0.55, 2800000, 70 },
	{ "medium", 0.33, 9500000, 50 },
	{ "large", 0.12, 34000000, 30 },
};

static size_t choose_segment(struct demo_random *r)
{
	double weight[COUNT(segments)];

	for (size_t i = 0; i < COUNT(segments); i++)
		weight[i] = segments[i].weight;
	return demo_pick(r, weight, COUNT(segments));
}

/* As customer_add writes them. */
enum err generate_customer(struct generate *g, struct generate_lead *l)
{
	struct customer_make_in in = {
		.id = l->customer,
		.name = l->name,
		.name_key = l->name_key,
		.contact = l->contact,
		.email = l->email,
		.email_key = l->email_key,
		.phone = l->phone,
		.phone_key = l->phone_key,
		.manager = l->rep,
		.now = l->won_at,
		.today = l->won_day,
	};
	struct customer_manager_add_in manager = { l->customer, l->rep,
						   l->won_at, l->won_day };
	enum err e;

	l->segment = choose_segment(&l->random);
	in.segment = segments[l->segment].name;
	e = run_customer_make(g->store, in);
	return e == OK ? run_customer_manager_add(g->store, manager) : e;
}

/* An amount in whole units of money; lead: the one won by it, or NONE. */
static enum err buy(struct generate *g, struct generate_lead *l,
		    const struct segment *segment, int64_t lead, int64_t day)
{
	struct demo_random *r = &l->random;
	double amount = demo_lognormal(r, segment->amount, 0.6);
	struct purchase_make_in in = {
		.customer = l->customer,
		.lead = lead,
		.at = lead != NONE ? l->won_at : generate_at(g, r, day),
		.day = day,
		.month = period_month(day),
		.amount = llround(amount / 100) * 100,
		.currency = "RUB",
	};

	return run_purchase_make(g->store, in);
}

/* After each purchase one in three never returns: three in all on average,
 * of which those to come are not written. */
static enum err buy_on(struct generate *g, struct generate_lead *l,
		       const struct segment *segment)
{
	struct demo_random *r = &l->random;
	int64_t day = l->won_day;
	enum err e = buy(g, l, segment, l->id, day);

	while (e == OK && demo_chance(r, 2.0 / 3)) {
		day += generate_lag(r, segment->gap, 0.8);
		if (!generate_past(g, day))
			break;
		e = buy(g, l, segment, NONE, day);
	}
	return e;
}

enum err generate_buyer(struct generate *g, struct generate_lead *l)
{
	const struct segment *segment = &segments[l->segment];
	enum err e = generate_event(g, l, "won", l->won_at, l->won_day, NONE);

	if (e == OK)
		e = buy_on(g, l, segment);
	return e == OK ? generate_care(g, l) : e;
}
