/* import_leads.c - leads, and the customers and purchases they became.
 *
 * A row says how a lead stands now.  For a new lead its history follows from
 * that; for a known one the events are recorded that lead from what is stored
 * to what the row says. */
#include <string.h>

#include "import.h"
#include "lib/customer.h"
#include "lib/lead.h"
#include "lib/period.h"
#include "lib/str.h"
#include "lib/zone.h"
#include "queries.h"

/* A row with its names looked up. */
struct deal {
	const struct import_row *row;
	const union import_cell *cell;
	const char *id, *name, *sale_id; /* sale_id: of its purchase */
	enum import_stage stage;
	int64_t source, campaign, product, segment, owner, reason, customer;
	int64_t end_at; /* when it was won, lost or found invalid */
};

/* ---- names -------------------------------------------------------------- */

/* A lead is called by whoever asks, at whatever firm. */
static const char *name_of(struct arena *a, const union import_cell *cell)
{
	const char *name = cell[IN_NAME].text, *firm = cell[IN_COMPANY].text;

	if (*name && *firm)
		name = arena_printf(a, "%s, %s", name, firm);
	else if (*firm)
		name = firm;
	if (!*name)
		name = cell[IN_CUSTOMER].text;
	return *name ? name : cell[IN_ID].text;
}

static enum err look_up(struct store *s, struct import_job *job,
			struct deal *deal)
{
	const union import_cell *cell = deal->cell;
	bool ended = deal->stage == STAGE_LOST || deal->stage == STAGE_INVALID;
	struct import_name source = { IN_SOURCE, cell[IN_SOURCE].text, 0 };
	struct import_name campaign = { IN_CAMPAIGN, cell[IN_CAMPAIGN].text,
					0 };
	struct import_name product = { IN_PRODUCT, cell[IN_PRODUCT].text, 0 };
	struct import_name segment = { IN_SEGMENT, cell[IN_SEGMENT].text, 0 };
	struct import_name owner = { IN_OWNER, cell[IN_OWNER].text, 0 };
	struct import_name reason = { IN_REASON,
				      ended ? cell[IN_REASON].text : "",
				      deal->stage };
	enum err e = import_name(s, job, source, &deal->source);

	campaign.within = deal->source;
	if (e == OK)
		e = import_name(s, job, campaign, &deal->campaign);
	if (e == OK)
		e = import_name(s, job, product, &deal->product);
	if (e == OK)
		e = import_name(s, job, segment, &deal->segment);
	if (e == OK)
		e = import_name(s, job, owner, &deal->owner);
	return e == OK ? import_name(s, job, reason, &deal->reason) : e;
}

/* ---- the customer of a deal --------------------------------------------- */

static enum err add_customer(struct store *s, struct import_job *job,
			     const struct deal *deal, const char *origin_id,
			     int64_t *id)
{
	const union import_cell *cell = deal->cell;
	const char *name = *cell[IN_COMPANY].text ? cell[IN_COMPANY].text
						  : cell[IN_CUSTOMER].text;
	struct customer_new new = {
		.name = *name ? name : deal->name,
		.contact = cell[IN_NAME].text,
		.email = cell[IN_EMAIL].text,
		.phone = cell[IN_PHONE].text,
		.segment = cell[IN_SEGMENT].text,
		.manager = deal->owner,
		.contract_end_day = NONE,
		.created_at = deal->end_at,
		.origin = job->map->origin,
		.origin_id = origin_id,
	};

	return customer_add(s, job->arena, &new, id);
}

/* The customer a row names or, for a won lead that names none, the one with
 * its e-mail or phone; a won lead always becomes one. */
static enum err find_customer(struct store *s, struct import_job *job,
			      struct deal *deal)
{
	const union import_cell *cell = deal->cell;
	const char *named = cell[IN_CUSTOMER].text;
	bool won = deal->stage == STAGE_WON;
	struct customer_by_origin_in in = {
		.origin = job->map->origin,
		.origin_id = *named ? named : deal->sale_id,
	};
	struct customer_by_origin known;
	enum err e = OK;

	deal->customer = NONE;
	if (!*named && !won)
		return OK;
	if (one_customer_by_origin(s, in, &known)) {
		deal->customer = known.id;
		return OK;
	}
	if (!*named)
		e = customer_find(s, job->arena, cell[IN_EMAIL].text,
				  cell[IN_PHONE].text, &deal->customer);
	if (e == OK && won && deal->customer == NONE)
		e = add_customer(s, job, deal, in.origin_id, &deal->customer);
	return e == OK ? store_error(s) : e;
}

/* ---- the purchase of a deal --------------------------------------------- */

static enum err add_purchase(struct store *s, const struct import_job *job,
			     const struct deal *deal, int64_t lead)
{
	int64_t id;
	struct customer_sale sale = {
		.customer = deal->customer,
		.lead = lead,
		.product = deal->product,
		.refund_of = NONE,
		.at = deal->end_at,
		.amount = deal->cell[IN_VALUE].number,
		.currency = job->company->currency,
		.base_amount = deal->cell[IN_VALUE].number,
		.origin = job->map->origin,
		.origin_id = deal->sale_id,
	};

	return customer_bought(s, &sale, &id);
}

/* Money of a deal that is won no longer, or has another value now. */
static enum err correct_purchase(struct store *s, const struct import_job *job,
				 const struct deal *deal,
				 const struct purchase_by_origin *known,
				 bool *differs)
{
	bool won = deal->stage == STAGE_WON;
	int64_t value = deal->cell[IN_VALUE].number;
	int64_t amount = !won ? 0 : value == NONE ? known->amount : value;
	int64_t at = won ? deal->end_at : known->at;
	struct purchase_correct_in in = {
		.id = known->id,
		.customer = won ? deal->customer : known->customer_id,
		.product = known->product_id,
		.refund_of = NONE,
		.at = at,
		.day = zone_day(at),
		.month = period_month(zone_day(at)),
		.amount = amount,
		.currency = job->company->currency,
		.base_amount = amount,
	};

	if (in.amount == known->amount && in.at == known->at &&
	    in.customer == known->customer_id)
		return OK;
	*differs = true;
	return run_purchase_correct(s, in);
}

static enum err write_purchase(struct store *s, const struct import_job *job,
			       const struct deal *deal, int64_t lead,
			       bool *differs)
{
	struct purchase_by_origin_in in = { .origin = job->map->origin,
					    .origin_id = deal->sale_id };
	struct purchase_by_origin known;

	if (one_purchase_by_origin(s, in, &known))
		return correct_purchase(s, job, deal, &known, differs);
	if (store_error(s) != OK || deal->stage != STAGE_WON ||
	    deal->cell[IN_VALUE].number == NONE)
		return store_error(s);
	*differs = true;
	return add_purchase(s, job, deal, lead);
}

/* ---- a new lead --------------------------------------------------------- */

/* customer: whom it is to be given, or NONE when it has them. */
static enum err record_end(struct store *s, const struct deal *deal,
			   int64_t lead, int64_t customer)
{
	struct lead_fact fact = { lead, deal->end_at, NONE, "" };

	switch (deal->stage) {
	case STAGE_OPEN:
		return OK;
	case STAGE_WON:
		return lead_won(s, fact, customer);
	case STAGE_LOST:
		return lead_lost(s, fact, deal->reason);
	case STAGE_INVALID:
		return lead_invalid(s, fact, deal->reason);
	}
	BUG_IF(true);
}

static enum err add_lead(struct store *s, struct import_job *job,
			 const struct deal *deal)
{
	const union import_cell *cell = deal->cell;
	int64_t cost = cell[IN_COST].number;
	struct lead_new new = {
		.name = deal->name,
		.email = cell[IN_EMAIL].text,
		.phone = cell[IN_PHONE].text,
		.source = deal->source,
		.campaign = deal->campaign,
		.product = deal->product,
		.segment = deal->segment,
		.customer = deal->customer,
		.owner = deal->owner,
		.actor = NONE,
		.cost = cost == NONE ? 0 : cost,
		.created_at = cell[IN_CREATED].number,
		.origin = job->map->origin,
		.origin_id = deal->id,
	};
	struct lead_added added;
	bool differs;
	enum err e = lead_add(s, job->arena, job->company->new_cycle_days, &new,
			      &added);

	if (e == OK)
		e = record_end(s, deal, added.id, NONE);
	if (e == OK && deal->stage == STAGE_WON)
		e = write_purchase(s, job, deal, added.id, &differs);
	job->added++;
	return e;
}

/* ---- a known lead ------------------------------------------------------- */

static enum err correct_facts(struct store *s, const struct import_job *job,
			      const struct deal *deal,
			      const struct lead_by_origin *known, bool *changed)
{
	const struct import_row *row = deal->row;
	int64_t cost = deal->cell[IN_COST].number;
	int64_t created = deal->cell[IN_CREATED].number;
	int64_t day = zone_day(created);
	bool differs = strcmp(deal->name, known->name) != 0 ||
		       created != known->created_at;
	struct lead_correct_in in = {
		.id = known->id,
		.name = deal->name,
		.name_key = str_fold(job->arena, deal->name),
		.was = known->customer_id,
		.created_at = created,
		.created_day = day,
		.created_month = period_month(day),
	};

	in.email = import_text(job, row, IN_EMAIL, known->email, &differs);
	in.phone = import_text(job, row, IN_PHONE, known->phone, &differs);
	in.email_key = str_email_key(job->arena, in.email);
	in.phone_key = str_phone_key(job->arena, in.phone);
	in.source = import_number(job, IN_SOURCE, deal->source,
				  known->source_id, &differs);
	in.campaign = import_number(job, IN_CAMPAIGN, deal->campaign,
				    known->campaign_id, &differs);
	in.product = import_number(job, IN_PRODUCT, deal->product,
				   known->product_id, &differs);
	in.segment = import_number(job, IN_SEGMENT, deal->segment,
				   known->segment_id, &differs);
	in.cost = import_number(job, IN_COST, cost == NONE ? 0 : cost,
				known->cost, &differs);
	in.customer =
		deal->customer != NONE ? deal->customer : known->customer_id;
	differs |= in.customer != known->customer_id;
	*changed |= differs;
	return differs ? run_lead_correct(s, in) : OK;
}

/* A transfer counts from the end of a closed lead on: its credit follows what
 * the source says.  Of an open lead nobody knows when it happened: now. */
static enum err correct_owner(struct store *s, const struct import_job *job,
			      const struct deal *deal,
			      const struct lead_by_origin *known, bool *changed)
{
	bool closed = deal->stage == STAGE_WON || deal->stage == STAGE_LOST;
	struct lead_fact fact = { known->id, closed ? deal->end_at : job->now,
				  NONE, "" };
	bool differs = false;

	import_number(job, IN_OWNER, deal->owner, known->owner_id, &differs);
	*changed |= differs;
	return differs ? lead_assigned(s, fact, deal->owner) : OK;
}

/* What is recorded of a lead's end, or of its being invalid. */
struct recorded {
	int64_t lead, event, at, reason;
};

static enum err correct_event(struct store *s, const struct deal *deal,
			      struct recorded known, bool *changed)
{
	struct lead_event_correct_in in = { .id = known.event,
					    .lead = known.lead,
					    .at = deal->end_at,
					    .day = zone_day(deal->end_at),
					    .reason = deal->reason };

	if (deal->end_at == known.at && deal->reason == known.reason)
		return OK;
	*changed = true;
	return run_lead_event_correct(s, in);
}

static enum err correct_end(struct store *s, const struct deal *deal,
			    const struct lead_by_origin *known, bool *changed)
{
	struct recorded end = { known->id, known->ended_id, known->ended_at,
				known->ended_reason };

	return correct_event(s, deal, end, changed);
}

static enum err correct_invalid(struct store *s, const struct deal *deal,
				const struct lead_by_origin *known,
				bool *changed)
{
	struct recorded mark = { known->id, known->mark_id, known->mark_at,
				 known->mark_reason };

	return correct_event(s, deal, mark, changed);
}

static enum import_stage stage_of(const struct lead_by_origin *known)
{
	if (strcmp(known->ended_kind, "won") == 0)
		return STAGE_WON;
	if (strcmp(known->ended_kind, "lost") == 0)
		return STAGE_LOST;
	return STAGE_OPEN;
}

/* What is stored as invalid counts again before anything else happens. */
static enum err correct_mark(struct store *s, const struct import_job *job,
			     const struct deal *deal,
			     const struct lead_by_origin *known, bool *changed)
{
	bool marked = strcmp(known->mark_kind, "invalid") == 0;
	struct lead_fact fact = { known->id, job->now, NONE, "" };

	if (deal->stage == STAGE_INVALID && marked)
		return correct_invalid(s, deal, known, changed);
	if (deal->stage != STAGE_INVALID && !marked)
		return OK;
	*changed = true;
	return marked ? lead_valid(s, fact)
		      : record_end(s, deal, known->id, deal->customer);
}

static enum err correct_stage(struct store *s, const struct import_job *job,
			      const struct deal *deal,
			      const struct lead_by_origin *known, bool *changed)
{
	struct lead_fact now = { known->id, job->now, NONE, "" };
	enum import_stage stored = stage_of(known);
	enum err e = correct_mark(s, job, deal, known, changed);

	if (e != OK || deal->stage == STAGE_INVALID)
		return e;
	if (deal->stage == stored)
		return stored == STAGE_OPEN
			       ? OK
			       : correct_end(s, deal, known, changed);
	*changed = true;
	if (deal->stage == STAGE_OPEN)
		return lead_reopened(s, now);
	return record_end(s, deal, known->id, deal->customer);
}

static enum err correct_lead(struct store *s, struct import_job *job,
			     const struct deal *deal,
			     const struct lead_by_origin *known)
{
	bool changed = false;
	enum err e = correct_facts(s, job, deal, known, &changed);

	if (e == OK)
		e = correct_owner(s, job, deal, known, &changed);
	if (e == OK && import_maps(job->map, IN_STAGE))
		e = correct_stage(s, job, deal, known, &changed);
	if (e == OK && import_maps(job->map, IN_STAGE))
		e = write_purchase(s, job, deal, known->id, &changed);
	job->changed += changed;
	return e;
}

/* ---- all rows ----------------------------------------------------------- */

static struct deal deal_of(const struct import_job *job,
			   const struct import_row *row)
{
	const union import_cell *cell = row->cell;
	enum import_stage stage = (enum import_stage)cell[IN_STAGE].number;
	int64_t end = cell[IN_CLOSED].number;

	return (struct deal){
		.row = row,
		.cell = cell,
		.id = cell[IN_ID].text,
		.name = name_of(job->arena, cell),
		.sale_id =
			arena_printf(job->arena, "lead %s", cell[IN_ID].text),
		.stage = stage,
		.end_at = end == NONE ? cell[IN_CREATED].number : end,
	};
}

static enum err write_lead(struct store *s, struct import_job *job,
			   const struct import_row *row)
{
	struct deal deal = deal_of(job, row);
	struct lead_by_origin_in in = { .origin = job->map->origin,
					.origin_id = deal.id };
	struct lead_by_origin known;
	enum err e = look_up(s, job, &deal);

	if (e == OK)
		e = find_customer(s, job, &deal);
	if (e != OK)
		return e;
	if (one_lead_by_origin(s, in, &known))
		return correct_lead(s, job, &deal, &known);
	return store_error(s) == OK ? add_lead(s, job, &deal) : store_error(s);
}

/* Customers first, so that it does not depend on the order of the rows
 * whether an open lead finds the one it belongs to. */
static enum err write_customer(struct store *s, struct import_job *job,
			       const struct import_row *row)
{
	struct deal deal = deal_of(job, row);
	struct import_name owner = { IN_OWNER, row->cell[IN_OWNER].text, 0 };
	enum err e = import_name(s, job, owner, &deal.owner);

	return e == OK ? find_customer(s, job, &deal) : e;
}

enum err import_leads(struct store *s, struct import_job *job)
{
	enum err e = import_each(s, job, job->table.named, write_customer);

	return e == OK ? import_each(s, job, job->table.rows, write_lead) : e;
}
