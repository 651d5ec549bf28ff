/* otherwise.c - a follow-up that is cancelled or handed over. */
#include "otherwise.h"

#include <string.h>

#include "desk.h"
#include "lib/lang.h"
#include "lib/view.h"
#include "plan.h"

const struct word otherwise_whats[] = { { "cancel", OTHERWISE_CANCEL },
					{ "assign", OTHERWISE_ASSIGN } };

/* What the form shows, as typed. */
struct draft {
	const char *what, *to, *why, *then, *who, *owner, *all;
};

const char *otherwise_address(struct req *r, const struct list *l, int64_t id)
{
	struct show to = l->show;
	int64_t then = list_after(l, id);
	const char *address;

	to.id = id;
	to.did = NONE;
	address = list_address(r, OTHERWISE_PATH, &to);
	return then == NONE ? address
			    : arena_printf(r->arena, "%s&then=%lld", address,
					   (long long)then);
}

/* ---- the page -------------------------------------------------------------
 */

/* Whom it can be given to, beside its owner. */
static void show_people(struct view *page, struct answer *a, int64_t owner,
			const char *chosen)
{
	struct req *r = view_req(page);
	struct followup_owners p;
	struct view *list = NULL;

	while (next_followup_owners(a, &p)) {
		struct view *v;

		if (p.id == owner)
			continue;
		if (!list)
			list = view_row(page, "PEOPLE");
		v = view_row(list, "PERSON");
		view_text(v, "PERSON_ID", list_id(r, p.id));
		view_text(v, "PERSON_NAME", p.name);
		view_text(v, "PERSON_HERE",
			  desk_on(strcmp(chosen, list_id(r, p.id)) == 0));
	}
}

static void show_draft(struct view *page, const struct draft *d)
{
	bool assign = strcmp(d->what, "assign") == 0;

	view_text(page, "WHY_VALUE", d->why);
	view_text(page, "THEN_VALUE", d->then);
	view_text(page, "WHO_VALUE", d->who);
	view_text(page, "OWNER_VALUE", d->owner);
	view_text(page, "ALL_VALUE", d->all);
	view_text(page, "CANCEL_HERE", desk_on(!assign));
	view_text(page, "ASSIGN_HERE", desk_on(assign));
}

static enum err show(struct req *r, int64_t id, const struct draft *d)
{
	struct answer *followup = ask_followup_one(
		r->store,
		(struct followup_one_in){ r->viewer.write, r->today, id });
	struct answer *people = ask_followup_owners(
		r->store,
		(struct followup_owners_in){ r->viewer.write, r->today });
	struct view *page = view_page(r, "followups/otherwise.tpl");
	struct followup_one f;

	if (!next_followup_one(followup, &f))
		return store_error(r->store) == OK ? ERR_NOT_FOUND
						   : store_error(r->store);
	view_text(page, "TITLE", _("Cancel it, or hand it over"));
	view_messages(page);
	view_form(page, OTHERWISE_PATH);
	view_text(page, "ID", list_id(r, id));
	view_text(page, "VERSION", list_id(r, f.version));
	view_text(page, "CUSTOMER", f.customer);
	view_text(page, "SUBJECT", f.subject);
	view_text(page, "DUE", list_day(r, f.due_day));
	view_text(page, "OWNER_NOW", f.owner);
	show_draft(page, d);
	show_people(page, people, f.owner_id, d->to);
	return store_error(r->store) == OK ? view_send(page)
					   : store_error(r->store);
}

enum err otherwise_show(struct req *r, const void *form)
{
	const struct otherwise_ask *q = form;

	return show(
		r, q->id,
		&(struct draft){
			.what = "",
			.to = "",
			.why = "",
			.then = list_id_or_nothing(r, q->then),
			.who = q->who == USUAL
				       ? ""
				       : form_word(list_who, COUNT(list_who),
						   q->who),
			.owner = list_id_or_nothing(r, q->owner),
			.all = q->all == NONE
				       ? ""
				       : form_word(list_groups,
						   COUNT(list_groups), q->all),
		});
}

enum err otherwise_again(struct req *r)
{
	const struct form_result *f = r->form;
	int64_t id;

	if (str_int(form_value(f, "id")->typed, &id) != OK)
		return ERR_INPUT;
	return show(r, id,
		    &(struct draft){
			    .what = form_value(f, "what")->typed,
			    .to = form_value(f, "to")->typed,
			    .why = form_value(f, "why")->typed,
			    .then = form_value(f, "then")->typed,
			    .who = form_value(f, "who")->typed,
			    .owner = form_value(f, "owner")->typed,
			    .all = form_value(f, "all")->typed,
		    });
}

/* ---- what was sent --------------------------------------------------------
 */

static enum err check(struct req *r, const struct otherwise *o)
{
	if (o->what == OTHERWISE_CANCEL && !*o->why)
		form_refuse(r->form, "why", N_("Say why it is not needed."));
	if (o->what == OTHERWISE_ASSIGN && !plan_may_own(r, o->to))
		form_refuse(r->form, "to", N_("Choose one of those on offer."));
	return r->form->n_messages ? ERR_INPUT : store_error(r->store);
}

enum err otherwise_end(struct req *r, const struct followup_act *act,
		       const struct otherwise *o)
{
	struct followup_seen seen = { o->id, o->version };
	enum err e = check(r, o);

	if (e != OK)
		return e;
	return o->what == OTHERWISE_CANCEL
		       ? followup_cancel(r->store, act, seen, o->why)
		       : followup_assign(r->store, act, seen, o->to, o->why);
}
