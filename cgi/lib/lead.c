/* lead.c - writing leads: who is a prospect, and what happens to a lead. */
#include "lead.h"

#include "period.h"
#include "queries.h"
#include "str.h"
#include "zone.h"

enum { NAME_MOST = 200 }; /* code points, as the schema allows */

/* ---- whose inquiry it is ------------------------------------------------ */

/* The keys of a new inquiry, and what is found under them. */
struct search {
	const char *email_key, *phone_key;
	int64_t prospect; /* NONE: a new one */
	int64_t customer;
	bool repeat;
};

static bool find_buyer(struct store *s, int64_t at, struct search *found)
{
	struct customer_bought_in in = { .email_key = found->email_key,
					 .phone_key = found->phone_key,
					 .at = at };
	struct customer_bought buyer;

	if (!one_customer_bought(s, in, &buyer))
		return false;
	found->repeat = true;
	found->customer = buyer.id;
	return true;
}

/* A cycle that was won makes a buyer even of somebody whose customer record
 * has another e-mail. */
static void find_cycle(struct store *s, int64_t at, int64_t new_cycle_days,
		       struct search *found)
{
	struct lead_cycle_in in = { .email_key = found->email_key,
				    .phone_key = found->phone_key,
				    .at = at };
	struct lead_cycle cycle;

	if (!one_lead_cycle(s, in, &cycle))
		return;
	if (cycle.won_at != NONE) {
		found->repeat = true;
		found->customer = cycle.customer_id;
	} else if (cycle.lost_day == NONE ||
		   zone_day(at) - cycle.lost_day < new_cycle_days) {
		found->prospect = cycle.id;
	}
}

static struct search search(struct store *s, struct arena *a,
			    int64_t new_cycle_days, const struct lead_new *new)
{
	struct search found = {
		.email_key = str_email_key(a, new->email),
		.phone_key = str_phone_key(a, new->phone),
		.prospect = NONE,
		.customer = NONE,
	};
	struct lead_known_in in = { found.email_key, found.phone_key };
	struct lead_known known = { 0, 0 };

	if (*in.email_key || *in.phone_key)
		one_lead_known(s, in, &known);
	if (known.customers && find_buyer(s, new->created_at, &found))
		return found;
	if (known.leads)
		find_cycle(s, new->created_at, new_cycle_days, &found);
	return found;
}

static struct lead_add_in row_of(struct arena *a, int64_t id,
				 const struct lead_new *new,
				 const struct search *found)
{
	int64_t day = zone_day(new->created_at);

	return (struct lead_add_in){
		.id = id,
		.prospect = found->prospect == NONE ? id : found->prospect,
		.repeat_deal = found->repeat,
		.name = new->name,
		.name_key = str_fold(a, new->name),
		.email = new->email,
		.email_key = found->email_key,
		.phone = new->phone,
		.phone_key = found->phone_key,
		.source = new->source,
		.campaign = new->campaign,
		.product = new->product,
		.segment = new->segment,
		.customer =
			new->customer != NONE ? new->customer : found->customer,
		.cost = new->cost,
		.created_at = new->created_at,
		.created_day = day,
		.created_month = period_month(day),
		.origin = new->origin,
		.origin_id = new->origin_id,
	};
}

static bool name_ok(const char *name)
{
	size_t n = str_points(name);

	return n >= 1 && n <= NAME_MOST;
}

enum err lead_add(struct store *s, struct arena *a, int64_t new_cycle_days,
		  const struct lead_new *new, struct lead_added *added)
{
	struct lead_add_in row;
	struct search found;
	int64_t id;
	enum err e;

	if (!name_ok(new->name))
		return ERR_INPUT;
	found = search(s, a, new_cycle_days, new);
	e = store_new_id(s, "lead", &id);
	if (e != OK)
		return e;
	row = row_of(a, id, new, &found);
	*added = (struct lead_added){ id, row.prospect, found.repeat };
	e = run_lead_add(s, row);
	if (e != OK || new->owner == NONE)
		return e;
	return lead_assigned(
		s, (struct lead_fact){ id, new->created_at, new->actor, "" },
		new->owner);
}

/* ---- events ------------------------------------------------------------- */

/* The one thing, if any, that an event of some kind has besides. */
struct detail {
	int64_t owner, step, reason;
};

static enum err record(struct store *s, struct lead_fact fact, const char *kind,
		       struct detail detail)
{
	struct lead_event_add_in in = {
		.lead = fact.lead,
		.kind = kind,
		.at = fact.at,
		.day = zone_day(fact.at),
		.actor = fact.actor,
		.owner = detail.owner,
		.step = detail.step,
		.reason = detail.reason,
		.note = fact.note ? fact.note : "",
	};

	return run_lead_event_add(s, in);
}

static const struct detail no_detail = { NONE, NONE, NONE };

enum err lead_assigned(struct store *s, struct lead_fact fact, int64_t owner)
{
	return record(s, fact, "assigned",
		      (struct detail){ owner, NONE, NONE });
}

enum err lead_contacted(struct store *s, struct lead_fact fact)
{
	return record(s, fact, "contacted", no_detail);
}

enum err lead_step(struct store *s, struct lead_fact fact, int64_t step)
{
	return record(s, fact, "step", (struct detail){ NONE, step, NONE });
}

enum err lead_won(struct store *s, struct lead_fact fact, int64_t customer)
{
	struct lead_customer_set_in in = { .lead = fact.lead,
					   .customer = customer };
	enum err e = record(s, fact, "won", no_detail);

	if (e != OK || customer == NONE)
		return e;
	return run_lead_customer_set(s, in);
}

enum err lead_lost(struct store *s, struct lead_fact fact, int64_t reason)
{
	return record(s, fact, "lost", (struct detail){ NONE, NONE, reason });
}

enum err lead_reopened(struct store *s, struct lead_fact fact)
{
	return record(s, fact, "reopened", no_detail);
}

enum err lead_invalid(struct store *s, struct lead_fact fact, int64_t reason)
{
	if (reason == NONE)
		return ERR_INPUT;
	return record(s, fact, "invalid",
		      (struct detail){ NONE, NONE, reason });
}

enum err lead_valid(struct store *s, struct lead_fact fact)
{
	return record(s, fact, "valid", no_detail);
}

/* ---- names -------------------------------------------------------------- */

enum err lead_source(struct store *s, struct arena *a, const char *name,
		     const char *class, int64_t *id)
{
	const char *key = str_fold(a, name);
	struct source_find_in in = { .name_key = key };
	struct source_add_in new = { .name = name,
				     .name_key = key,
				     .class = class };
	struct source_find found;
	struct source_add added;

	*id = NONE;
	if (!*key)
		return OK;
	if (one_source_find(s, in, &found))
		*id = found.id;
	else if (one_source_add(s, new, &added))
		*id = added.id;
	return store_error(s);
}

enum err lead_campaign(struct store *s, struct arena *a, int64_t source,
		       const char *name, int64_t *id)
{
	const char *key = str_fold(a, name);
	struct campaign_find_in in = { .source = source, .name_key = key };
	struct campaign_add_in new = { .source = source,
				       .name = name,
				       .name_key = key };
	struct campaign_find found;
	struct campaign_add added;

	*id = NONE;
	if (!*key || source == NONE)
		return OK;
	if (one_campaign_find(s, in, &found))
		*id = found.id;
	else if (one_campaign_add(s, new, &added))
		*id = added.id;
	return store_error(s);
}

enum err lead_product(struct store *s, struct arena *a, const char *name,
		      int64_t *id)
{
	const char *key = str_fold(a, name);
	struct product_find_in in = { .name_key = key };
	struct product_add_in new = { .name = name, .name_key = key };
	struct product_find found;
	struct product_add added;

	*id = NONE;
	if (!*key)
		return OK;
	if (one_product_find(s, in, &found))
		*id = found.id;
	else if (one_product_add(s, new, &added))
		*id = added.id;
	return store_error(s);
}

enum err lead_segment(struct store *s, const char *name, int64_t *id)
{
	struct segment_find found;
	struct segment_add added;

	*id = NONE;
	if (!*name)
		return OK;
	if (one_segment_find(s, (struct segment_find_in){ name }, &found))
		*id = found.id;
	else if (one_segment_add(s, (struct segment_add_in){ name }, &added))
		*id = added.id;
	return store_error(s);
}

enum err lead_reason(struct store *s, struct arena *a, const char *kind,
		     const char *name, int64_t *id)
{
	const char *key = str_fold(a, name);
	struct reason_find_in in = { .kind = kind, .name_key = key };
	struct reason_add_in new = { .kind = kind,
				     .name = name,
				     .name_key = key };
	struct reason_find found;
	struct reason_add added;

	*id = NONE;
	if (!*key)
		return OK;
	if (one_reason_find(s, in, &found))
		*id = found.id;
	else if (one_reason_add(s, new, &added))
		*id = added.id;
	return store_error(s);
}
