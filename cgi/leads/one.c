/* one.c - the page of a lead: who asks for what, what happened, what is next.
 */
#include <string.h>

#include "desk.h"
#include "lib/format.h"
#include "lib/lang.h"
#include "lib/period.h"
#include "lib/view.h"
#include "lib/zone.h"

enum { EVENTS_MOST = 200 };

/* What was typed into the form of what happened, or nothing yet. */
struct typed {
	const char *act, *step, *amount, *product, *owner, *day, *reason, *note;
};

static const struct typed nothing = { "", "", "", "", "", "", "", "" };

/* ---- words ---- */

static const struct {
	enum act act;
	const char *name, *done; /* done: "{}: marked as lost." */
} words[] = {
	{ ACT_CONTACTED, N_("We talked"), N_("{}: a talk is recorded.") },
	{ ACT_STEP, N_("Reached a step"), N_("{}: the step is recorded.") },
	{ ACT_WON, N_("Bought"), N_("{} is a customer now.") },
	{ ACT_LOST, N_("Lost"), N_("{}: marked as lost.") },
	{ ACT_REOPENED, N_("Open again"), N_("{}: open again.") },
	{ ACT_ASSIGNED, N_("Give to somebody"), N_("{}: changed hands.") },
	{ ACT_INVALID, N_("Does not count"), N_("{}: does not count.") },
	{ ACT_VALID, N_("Counts after all"), N_("{}: counts again.") },
};

static const char *act_word(enum act act)
{
	return form_word(desk_acts, COUNT(desk_acts), act);
}

/* ---- what happened ---- */

/* "Given to Ann", "Lost: too dear". */
static const char *event_title(struct req *r, const struct lead_history *e)
{
	const char *what = "";

	if (strcmp(e->kind, "came") == 0)
		return *e->note
			       ? arena_printf(r->arena, _("Asked: %s"), e->note)
			       : _("Asked");
	if (strcmp(e->kind, "assigned") == 0)
		return *e->owner ? arena_printf(r->arena, _("Given to %s"),
						e->owner)
				 : _("Given to nobody");
	if (strcmp(e->kind, "contacted") == 0)
		return _("We talked");
	if (strcmp(e->kind, "step") == 0)
		return arena_printf(r->arena, _("Reached: %s"), e->what);
	if (strcmp(e->kind, "won") == 0)
		return _("Bought");
	if (strcmp(e->kind, "reopened") == 0)
		return _("Open again");
	if (strcmp(e->kind, "valid") == 0)
		return _("Counts after all");
	what = strcmp(e->kind, "lost") == 0 ? _("Lost") : _("Does not count");
	return *e->what ? arena_printf(r->arena, "%s: %s", what, e->what)
			: what;
}

static void show_icon(struct view *v, const char *kind)
{
	bool bought = strcmp(kind, "won") == 0;
	bool talked = strcmp(kind, "contacted") == 0;
	bool ended = strcmp(kind, "lost") == 0 || strcmp(kind, "invalid") == 0;

	view_if(v, "H_CART", bought);
	view_if(v, "H_CALL", talked);
	view_if(v, "H_WARN", ended);
	view_if(v, "H_CHECK", !bought && !talked && !ended);
	view_text(v, "H_CLASS", bought ? "good" : ended ? "bad" : "");
}

static void show_event(struct view *page, const struct lead_history *e)
{
	struct req *r = view_req(page);
	struct view *v = view_row(page, "HAPPENED");
	bool came = strcmp(e->kind, "came") == 0;

	show_icon(v, e->kind);
	view_text(v, "H_TITLE", event_title(r, e));
	view_day(v, "H_DAY", e->day);
	view_text(v, "H_TIME", format_time(r->arena, zone_minute(e->at)));
	view_text(v, "H_WHO", e->actor);
	view_text(v, "H_TEXT", came ? "" : e->note);
}

/* Returns the kind of the newest event, "" for none. */
static const char *show_history(struct view *page, int64_t id)
{
	struct req *r = view_req(page);
	struct lead_history_in in = { .scope = r->viewer.read,
				      .as_of = r->today,
				      .id = id,
				      .most = EVENTS_MOST };
	struct answer *a = ask_lead_history(r->store, in);
	struct lead_history row;
	const char *newest = "";

	while (next_lead_history(a, &row)) {
		if (!*newest)
			newest = row.kind;
		show_event(page, &row);
	}
	return newest;
}

/* ---- who it is ---- */

static void show_facts(struct view *page, const struct lead_one *lead)
{
	struct req *r = view_req(page);

	view_text(page, "NAME", lead->name);
	view_text(page, "STATE", desk_state(lead->state));
	view_text(page, "STATE_CLASS", desk_state_class(lead->state));
	view_day(page, "CAME", lead->created_day);
	view_count(page, "AGE", r->today - lead->created_day);
	view_text(page, "PHONE", lead->phone);
	view_text(page, "EMAIL", lead->email);
	view_text(page, "SOURCE", *lead->source ? lead->source : "—");
	view_text(page, "CAMPAIGN", lead->campaign);
	view_text(page, "PRODUCT", lead->product);
	view_text(page, "SEGMENT", lead->segment);
	view_text(page, "OWNER_NOW", lead->owner);
	view_text(page, "CUSTOMER", lead->customer);
	view_printf(page, "CUSTOMER_URL", "/followups/customer?id=%lld",
		    (long long)lead->customer_id);
	view_text(page, "COST",
		  lead->cost ? format_money(r->arena, r->language, lead->cost,
					    r->company.currency)
			     : "");
	view_if(page, "REPEAT", lead->repeat_deal);
}

static void show_recommender(struct view *page, const struct lead_one *lead)
{
	struct req *r = view_req(page);
	struct lead_recommender_in in = { r->viewer.read, r->today, lead->id };
	struct lead_recommender row;
	struct view *v;

	if (!one_lead_recommender(r->store, in, &row))
		return;
	v = view_row(page, "BY");
	view_text(v, "BY_NAME", row.name);
	view_printf(v, "BY_URL", "/followups/customer?id=%lld",
		    (long long)row.id);
}

/* ---- what happened now ---- */

static void show_acts(struct view *form, const struct lead_one *lead,
		      const char *chosen)
{
	bool first = true;

	for (size_t i = 0; i < COUNT(words); i++) {
		const char *word = act_word(words[i].act);
		struct view *v;

		if (!desk_possible(lead->state, words[i].act) ||
		    (words[i].act == ACT_ASSIGNED &&
		     !desk_may_give(view_req(form))))
			continue;
		v = view_row(form, "ACT");
		view_text(v, "ACT_WORD", word);
		view_text(v, "ACT_NAME", _(words[i].name));
		view_text(v, "ACT_HERE", strcmp(chosen, word) == 0 ? "1" : "");
		/* A message leads to the first choice by the field's name. */
		if (first)
			view_text(v, "ACT_ID", "act");
		else
			view_printf(v, "ACT_ID", "act-%s", word);
		first = false;
	}
}

static void show_steps(struct view *form, const char *chosen)
{
	struct req *r = view_req(form);
	struct desk_choice c = { form, "STEP", chosen };
	struct answer *a = ask_step_all(r->store);
	struct step_all row;

	while (next_step_all(a, &row))
		desk_option(&c, row.id, row.name);
}

/* What people have given as a reason so far; the kinds are told apart when one
 * is saved. */
static void show_reasons(struct view *form, const char *kind)
{
	struct req *r = view_req(form);
	struct answer *a =
		ask_reason_all(r->store, (struct reason_all_in){ kind });
	struct reason_all row;

	while (next_reason_all(a, &row))
		view_text(view_row(form, "REASON"), "REASON_NAME", row.name);
}

static void show_form(struct view *page, const struct lead_one *lead,
		      const struct typed *typed)
{
	struct req *r = view_req(page);
	struct view *form = view_row(page, "NEWS");

	view_form(form, DESK_ACT);
	view_text(form, "ID", desk_id(r, lead->id));
	view_text(form, "VERSION", desk_id(r, lead->version));
	show_acts(form, lead, typed->act);
	show_steps(form, typed->step);
	desk_products(r, form,
		      *typed->product ? typed->product
				      : desk_id(r, lead->product_id));
	desk_owners(r, form, typed->owner);
	show_reasons(form, "lost");
	show_reasons(form, "invalid");
	view_text(form, "CURRENCY", r->company.currency);
	view_text(form, "AMOUNT_VALUE", typed->amount);
	view_text(form, "REASON_VALUE", typed->reason);
	view_text(form, "DAY_VALUE", typed->day);
	view_text(form, "NOTE_VALUE", typed->note);
}

/* ---- the page ---- */

/* What was done, by the newest event; an inquiry may be given at once. */
const struct word one_did[] = {
	{ "act", DID_ACT },
	{ "new", DID_ENTER },
	{ "edit", DID_CORRECT },
};

static const char *done_sentence(enum one_did did, const char *newest)
{
	if (did == DID_ENTER)
		return N_("{}: entered.");
	if (did == DID_CORRECT)
		return N_("{}: corrected.");
	for (size_t i = 0; i < COUNT(words); i++)
		if (strcmp(act_word(words[i].act), newest) == 0)
			return words[i].done;
	return N_("{}: saved.");
}

static void show_toast(struct view *page, const struct lead_one *lead,
		       enum one_did did, const char *newest)
{
	view_text(view_row(page, "TOAST"), "TOAST_TEXT",
		  form_sentence(view_req(page)->arena,
				lang_text(done_sentence(did, newest)),
				lead->name));
}

/* Whether the visitor may change what they see. */
static bool may_change(struct req *r, int64_t id)
{
	struct lead_one lead;

	return r->viewer.writes &&
	       desk_find(r, r->viewer.write, id, &lead) == OK;
}

static enum err show(struct req *r, int64_t id, const struct typed *typed,
		     enum one_did did, bool conflict)
{
	struct lead_one lead;
	struct view *page;
	const char *newest;
	enum err e = desk_find(r, r->viewer.read, id, &lead);

	if (e != OK)
		return e;
	page = view_page(r, "leads/lead.tpl");
	view_text(page, "TITLE", lead.name);
	view_text(page, "LIST_URL", DESK_LIST);
	show_facts(page, &lead);
	show_recommender(page, &lead);
	view_if(page, "CONFLICT", conflict);
	newest = show_history(page, lead.id);
	if (may_change(r, lead.id)) {
		show_form(page, &lead, typed);
		view_printf(view_row(page, "EDIT"), "EDIT_URL",
			    DESK_EDIT "?id=%lld", (long long)lead.id);
	}
	if (did)
		show_toast(page, &lead, did, newest);
	view_messages(page);
	e = store_error(r->store);
	return e == OK ? view_send(page) : e;
}

enum err one_show(struct req *r, const void *form)
{
	const struct one *one = form;

	return show(r, one->id, &nothing, (enum one_did)one->did, false);
}

enum err one_again(struct req *r, int64_t id, bool conflict)
{
	const struct form_result *f = r->form;
	struct typed typed = {
		.act = form_value(f, "act")->typed,
		.step = form_value(f, "step")->typed,
		.amount = form_value(f, "amount")->typed,
		.product = form_value(f, "product")->typed,
		.owner = form_value(f, "owner")->typed,
		.day = form_value(f, "day")->typed,
		.reason = form_value(f, "reason")->typed,
		.note = form_value(f, "note")->typed,
	};

	return show(r, id, &typed, DID_NOTHING, conflict);
}
