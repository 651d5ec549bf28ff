/* entry.c - a lead entered by hand, or what is known of it corrected. */
#include <string.h>

#include "desk.h"
#include "lib/format.h"
#include "lib/lang.h"
#include "lib/lead.h"
#include "lib/money.h"
#include "lib/period.h"
#include "lib/str.h"
#include "lib/view.h"
#include "lib/zone.h"

enum { TWINS_MOST = 5 };

/* What the form shows, as typed; "" for what is empty. */
struct draft {
	const char *id, *version; /* "" for a new one */
	const char *name, *email, *phone, *source, *campaign, *product,
		*segment, *owner, *cost, *day;
	const char *by; /* the customer who recommended us to them */
};

/* ---- who is there already ---- */

static struct answer *ask_twins(struct req *r, const struct draft *d)
{
	struct lead_twins_in in = {
		.scope = r->viewer.read,
		.as_of = r->today,
		.email_key = str_email_key(r->arena, d->email),
		.phone_key = str_phone_key(r->arena, d->phone),
		.most = TWINS_MOST,
	};

	return ask_lead_twins(r->store, in);
}

static bool has_twins(struct req *r, const struct draft *d)
{
	struct answer *a = ask_twins(r, d);
	struct lead_twins row;
	bool found = false;

	while (next_lead_twins(a, &row))
		found = true;
	return found;
}

static void show_twins(struct view *page, const struct draft *d)
{
	struct req *r = view_req(page);
	struct answer *a = ask_twins(r, d);
	struct view *twins = NULL;
	struct lead_twins row;

	while (next_lead_twins(a, &row)) {
		struct view *v;

		if (!twins)
			twins = view_row(page, "TWINS");
		v = view_row(twins, "TWIN");
		view_day(v, "TWIN_DAY", row.created_day);
		view_text(v, "TWIN_OWNER", row.owner);
		view_text(v, "TWIN_NAME",
			  *row.name ? row.name : _("a lead of a colleague"));
		if (*row.name)
			view_printf(view_row(v, "TWIN_OPEN"), "TWIN_URL",
				    DESK_LEAD "?id=%lld", (long long)row.id);
	}
}

/* ---- who recommended us to them ---- */

/* A customer the viewer may see; ERR_NOT_FOUND for any other. */
static enum err find_recommender(struct req *r, int64_t id,
				 struct followup_customer_one *c)
{
	struct followup_customer_one_in in = { r->viewer.read, r->today, id };

	if (one_followup_customer_one(r->store, in, c))
		return OK;
	return store_error(r->store) == OK ? ERR_NOT_FOUND
					   : store_error(r->store);
}

static void show_recommender(struct view *fresh, const char *id)
{
	struct req *r = view_req(fresh);
	struct followup_customer_one c;
	struct view *v;
	int64_t by;

	if (str_int(id, &by) != OK || find_recommender(r, by, &c) != OK)
		return;
	v = view_row(fresh, "BY");
	view_text(v, "BY_ID", id);
	view_text(v, "BY_NAME", c.name);
}

/* The source that recommendations are counted under; NONE: there is none. */
static int64_t recommended_source(struct req *r)
{
	struct answer *a = ask_source_all(r->store);
	struct source_all row;
	int64_t id = NONE;

	while (next_source_all(a, &row))
		if (id == NONE && strcmp(row.class, "referral") == 0)
			id = row.id;
	return id;
}

static enum err note_recommendation(struct req *r, const struct entry *e,
				    const struct lead_new *new,
				    const struct lead_added *added)
{
	struct referral_add_in in = {
		.lead = added->id,
		.customer = e->by,
		.at = new->created_at,
		.day = zone_day(new->created_at),
	};

	return e->by == NONE ? OK : run_referral_add(r->store, in);
}

/* ---- the form ---- */

static void show_sources(struct req *r, struct view *page, const char *chosen)
{
	struct desk_choice c = { page, "SOURCE", chosen };
	struct answer *a = ask_source_all(r->store);
	struct source_all row;

	while (next_source_all(a, &row))
		desk_option(&c, row.id, row.name);
}

static void show_campaigns(struct req *r, struct view *page, const char *chosen)
{
	struct desk_choice c = { page, "CAMPAIGN", chosen };
	struct answer *a = ask_campaign_all(r->store);
	struct campaign_all row;

	while (next_campaign_all(a, &row))
		desk_option(&c, row.id,
			    arena_printf(r->arena, "%s · %s", row.source,
					 row.name));
}

static void show_new(struct view *page, const struct draft *d)
{
	struct req *r = view_req(page);
	struct view *fresh = view_row(page, "NEW");

	view_text(fresh, "DAY_VALUE", d->day);
	if (desk_may_give(r))
		desk_owners(r, view_row(fresh, "OWNERS"), d->owner);
	show_recommender(fresh, d->by);
	show_twins(fresh, d);
}

static void show_values(struct view *page, const struct draft *d)
{
	view_text(page, "NAME_VALUE", d->name);
	view_text(page, "EMAIL_VALUE", d->email);
	view_text(page, "PHONE_VALUE", d->phone);
	view_text(page, "COST_VALUE", d->cost);
	view_text(page, "CURRENCY", view_req(page)->company.currency);
}

static enum err show_form(struct req *r, const struct draft *d, bool conflict)
{
	struct view *page = view_page(r, "leads/form.tpl");
	const char *back = DESK_LIST;

	if (*d->id)
		back = arena_printf(r->arena, DESK_LEAD "?id=%s", d->id);
	else if (*d->by)
		back = arena_printf(r->arena, "/followups/customer?id=%s",
				    d->by);
	view_text(page, "TITLE", *d->id ? _("Correct a lead") : _("New lead"));
	view_text(page, "BACK_URL", back);
	view_form(page, *d->id ? DESK_EDIT : DESK_NEW);
	show_values(page, d);
	show_sources(r, page, d->source);
	show_campaigns(r, page, d->campaign);
	desk_products(r, page, d->product);
	desk_segments(r, page, d->segment);
	view_if(page, "CONFLICT", conflict);
	if (*d->id) {
		struct view *edit = view_row(page, "CORRECT");

		view_text(edit, "ID", d->id);
		view_text(edit, "VERSION", d->version);
	} else {
		show_new(page, d);
	}
	view_messages(page);
	if (store_error(r->store) != OK)
		return store_error(r->store);
	return view_send(page);
}

enum err entry_begin(struct req *r, const void *form)
{
	const struct entry_start *start = form;
	struct followup_customer_one by;
	enum err e =
		start->by == NONE ? OK : find_recommender(r, start->by, &by);
	int64_t source = start->by != NONE && start->source == NONE
				 ? recommended_source(r)
				 : start->source;
	struct draft draft = {
		.id = "",
		.version = "",
		.name = start->name,
		.email = start->email,
		.phone = start->phone,
		.source = desk_id(r, source),
		.campaign = "",
		.product = "",
		.segment = "",
		.owner = desk_id(r, r->viewer.id),
		.cost = "",
		.day = "",
		.by = desk_id(r, start->by),
	};

	return e == OK ? show_form(r, &draft, false) : e;
}

enum err entry_edit(struct req *r, const void *form)
{
	const struct one *one = form;
	struct lead_one lead;
	enum err e = desk_find(r, r->viewer.write, one->id, &lead);
	struct draft draft;

	if (e != OK)
		return e;
	draft = (struct draft){
		.id = desk_id(r, lead.id),
		.version = desk_id(r, lead.version),
		.name = lead.name,
		.email = lead.email,
		.phone = lead.phone,
		.source = desk_id(r, lead.source_id),
		.campaign = desk_id(r, lead.campaign_id),
		.product = desk_id(r, lead.product_id),
		.segment = desk_id(r, lead.segment_id),
		.owner = "",
		.cost = lead.cost ? money_text(
					    r->arena, lead.cost,
					    money_exponent(r->company.currency))
				  : "",
		.day = "",
		.by = "",
	};
	return show_form(r, &draft, false);
}

/* ---- what was sent ---- */

static bool is_new(const struct req *r)
{
	return strcmp(r->route, DESK_NEW) == 0;
}

static struct draft draft_of(const struct req *r)
{
	const struct form_result *f = r->form;
	bool new = is_new(r);

	return (struct draft){
		.id = new ? "" : form_value(f, "id")->typed,
		.version = new ? "" : form_value(f, "version")->typed,
		.name = form_value(f, "name")->typed,
		.email = form_value(f, "email")->typed,
		.phone = form_value(f, "phone")->typed,
		.source = form_value(f, "source")->typed,
		.campaign = form_value(f, "campaign")->typed,
		.product = form_value(f, "product")->typed,
		.segment = form_value(f, "segment")->typed,
		.owner = new ? form_value(f, "owner")->typed : "",
		.cost = form_value(f, "cost")->typed,
		.day = new ? form_value(f, "day")->typed : "",
		.by = new ? form_value(f, "by")->typed : "",
	};
}

static bool source_ok(struct req *r, int64_t id)
{
	struct answer *a = ask_source_all(r->store);
	struct source_all row;
	bool found = id == NONE;

	while (next_source_all(a, &row))
		found |= row.id == id;
	return found;
}

/* Whether an id is NONE, or among the rows of product_all or segment_all. */
static bool listed(struct answer *a, int64_t id)
{
	struct product_all row;
	bool found = id == NONE;

	while (next_product_all(a, &row))
		found |= row.id == id;
	return found;
}

/* The source a campaign belongs to; NONE when there is no such campaign. */
static int64_t source_of(struct req *r, int64_t campaign)
{
	struct campaign_source_in in = { campaign };
	struct campaign_source row;

	return one_campaign_source(r->store, in, &row) ? row.source_id : NONE;
}

/* A campaign tells its source. */
static void check_campaign(struct req *r, struct entry *e)
{
	int64_t source;

	if (e->campaign == NONE)
		return;
	source = source_of(r, e->campaign);
	if (e->source == NONE)
		e->source = source;
	if (source == NONE || e->source != source)
		form_refuse(r->form, "campaign",
			    N_("This campaign belongs to another source."));
}

static void check_names(struct req *r, struct entry *e)
{
	if (!source_ok(r, e->source))
		form_refuse(r->form, "source",
			    N_("Choose one of those on offer."));
	if (!listed(ask_product_all(r->store), e->product))
		form_refuse(r->form, "product",
			    N_("Choose one of those on offer."));
	if (!listed(ask_segment_all(r->store), e->segment))
		form_refuse(r->form, "segment",
			    N_("Choose one of those on offer."));
	check_campaign(r, e);
}

static enum err check_new(struct req *r, struct entry *e)
{
	struct draft d = draft_of(r);
	struct followup_customer_one by;
	enum err found = e->by == NONE ? OK : find_recommender(r, e->by, &by);

	if (found != OK)
		return found;
	check_names(r, e);
	if (desk_may_give(r) && e->owner > 0 && !desk_may_own(r, e->owner))
		form_refuse(r->form, "owner",
			    N_("Choose one of those on offer."));
	if (!e->known && has_twins(r, &d))
		form_refuse(
			r->form, "known",
			N_("This e-mail or phone is there already: look below, and say so if it is one more inquiry."));
	return r->form->n_messages ? ERR_INPUT : store_error(r->store);
}

/* ---- saving ---- */

/* A rep's lead is their own; who leads people may leave it to nobody. */
static int64_t owner_of(const struct req *r, const struct entry *e)
{
	if (!desk_may_give(r))
		return r->viewer.id;
	return e->owner > 0 ? e->owner : NONE;
}

static struct lead_new new_lead(const struct req *r, const struct entry *e)
{
	bool today = e->day == NONE || e->day == r->today;

	return (struct lead_new){
		.name = e->name,
		.email = e->email,
		.phone = e->phone,
		.source = e->source,
		.campaign = e->campaign,
		.product = e->product,
		.segment = e->segment,
		.customer = NONE,
		.owner = owner_of(r, e),
		.actor = r->viewer.id,
		.cost = e->cost == NONE ? 0 : e->cost,
		.created_at = today ? r->now : zone_start(e->day),
		.origin = "",
		.origin_id = "",
	};
}

enum err entry_add(struct req *r, const void *form)
{
	struct entry typed = *(const struct entry *)form;
	enum err e = check_new(r, &typed);
	struct lead_new new = new_lead(r, &typed);
	struct lead_added added = { 0 };

	if (e == OK)
		e = lead_add(r->store, r->arena, r->company.new_cycle_days,
			     &new, &added);
	if (e == OK)
		e = note_recommendation(r, &typed, &new, &added);
	if (e != OK)
		return e;
	return req_redirect(r, DESK_LEAD "?id=%lld&did=new",
			    (long long)added.prospect);
}

static enum err change(struct req *r, const struct entry *e)
{
	struct lead_take_in take = { r->viewer.write, r->today, e->id,
				     e->version };
	struct lead_take taken;
	struct lead_change_in in = {
		.id = e->id,
		.name = e->name,
		.name_key = str_fold(r->arena, e->name),
		.email = e->email,
		.email_key = str_email_key(r->arena, e->email),
		.phone = e->phone,
		.phone_key = str_phone_key(r->arena, e->phone),
		.source = e->source,
		.campaign = e->campaign,
		.product = e->product,
		.segment = e->segment,
		.cost = e->cost == NONE ? 0 : e->cost,
	};

	if (!one_lead_take(r->store, take, &taken))
		return store_error(r->store) == OK ? ERR_CONFLICT
						   : store_error(r->store);
	return run_lead_change(r->store, in);
}

enum err entry_save(struct req *r, const void *form)
{
	struct entry typed = *(const struct entry *)form;
	struct lead_one lead;
	enum err e = desk_find(r, r->viewer.write, typed.id, &lead);
	struct draft draft;

	if (e != OK)
		return e;
	check_names(r, &typed);
	if (r->form->n_messages)
		return ERR_INPUT;
	e = change(r, &typed);
	if (e == OK)
		return req_redirect(r, DESK_LEAD "?id=%lld&did=edit",
				    (long long)lead.id);
	draft = draft_of(r);
	draft.version = desk_id(r, lead.version);
	if (e != ERR_CONFLICT || show_form(r, &draft, true) != OK)
		return e;
	r->reply.status = 409;
	return e;
}

enum err entry_again(struct req *r)
{
	struct draft draft = draft_of(r);

	return show_form(r, &draft, false);
}
