/* leaving.c - the work of somebody who leaves. */
#include "leaving.h"

#include <string.h>

#include "desk.h"
#include "lib/customer.h"
#include "lib/followup.h"
#include "lib/format.h"
#include "lib/lang.h"
#include "lib/lead.h"
#include "plan.h"

/* So much of each kind by one press: the others want to write, too. */
enum { AT_ONCE = 500 };

/* What the form shows, as typed. */
struct draft {
	const char *to, *why;
};

/* What somebody has. */
struct things {
	struct leaving_customers *thing; /* [0..n) */
	size_t n;
};

struct work {
	struct things customers, followups, leads;
};

static bool may_hand_over(const struct req *r)
{
	return r->viewer.writes && r->viewer.write.see != SEE_OWN;
}

/* ---- what there is --------------------------------------------------------
 */

static struct things read_things(struct req *r, struct answer *a)
{
	struct things t = { .n = 0 };

	for (struct leaving_customers row; next_leaving_customers(a, &row);) {
		t.thing = arena_more(r->arena, t.thing, t.n, sizeof(row));
		t.thing[t.n++] = row;
	}
	return t;
}

static struct work read_work(struct req *r, int64_t person)
{
	struct leaving_customers_in in = { r->viewer.write, r->today, person,
					   AT_ONCE };
	struct answer *customers = ask_leaving_customers(r->store, in);
	struct answer *followups = ask_leaving_followups(r->store, in);
	struct answer *leads = ask_leaving_leads(r->store, in);
	struct work w;

	w.customers = read_things(r, customers);
	w.followups = read_things(r, followups);
	w.leads = read_things(r, leads);
	return w;
}

/* ---- the page -------------------------------------------------------------
 */

static void show_number(struct view *page, const char *name,
			const struct things *t)
{
	struct req *r = view_req(page);
	struct view *v = view_row(page, "KPI");
	const char *n = format_count(r->arena, r->language, (int64_t)t->n);

	view_text(v, "KPI_NAME", name);
	view_text(v, "KPI_VALUE",
		  t->n < AT_ONCE ? n
				 : arena_printf(r->arena, _("%s or more"), n));
}

static void show_people(struct view *page, struct answer *a, int64_t person,
			const char *chosen)
{
	struct req *r = view_req(page);
	struct followup_owners p;

	while (next_followup_owners(a, &p)) {
		struct view *v;

		if (p.id == person)
			continue;
		v = view_row(page, "COLLEAGUE");
		view_text(v, "TO_ID", list_id(r, p.id));
		view_text(v, "TO_NAME", p.name);
		view_text(v, "TO_HERE",
			  desk_on(strcmp(chosen, list_id(r, p.id)) == 0));
	}
}

static enum err show(struct req *r, int64_t person, const struct draft *d)
{
	struct leaving_person_in who = { r->viewer.write, r->today, person };
	struct followup_owners_in owners = { r->viewer.write, r->today };
	struct leaving_person row;
	struct work w;
	struct view *page;
	bool has_any;

	if (!one_leaving_person(r->store, who, &row))
		return store_error(r->store) == OK ? ERR_NOT_FOUND
						   : store_error(r->store);
	w = read_work(r, person);
	has_any = w.customers.n || w.followups.n || w.leads.n;
	page = view_page(r, "followups/leaving.tpl");
	view_printf(page, "TITLE", _("Hand over the work of %s"), row.name);
	view_messages(page);
	view_text(page, "NAME", row.name);
	view_text(page, "PERSON", list_id(r, person));
	show_number(page, _("Customers"), &w.customers);
	show_number(page, _("Open follow-ups"), &w.followups);
	show_number(page, _("Open leads"), &w.leads);
	view_if(page, "NOTHING", !has_any);
	if (has_any) {
		struct view *form = view_row(page, "HAND_OVER");

		view_form(form, LEAVING_PATH);
		view_text(form, "WHY_VALUE", d->why);
		show_people(form, ask_followup_owners(r->store, owners), person,
			    d->to);
	}
	return store_error(r->store) == OK ? view_send(page)
					   : store_error(r->store);
}

enum err leaving_show(struct req *r, const void *form)
{
	const struct leaving_ask *q = form;

	return may_hand_over(r) ? show(r, q->person, &(struct draft){ "", "" })
				: ERR_FORBIDDEN;
}

enum err leaving_again(struct req *r)
{
	int64_t person;

	if (!may_hand_over(r))
		return ERR_FORBIDDEN;
	if (str_int(form_value(r->form, "person")->typed, &person) != OK)
		return ERR_INPUT;
	return show(r, person,
		    &(struct draft){ form_value(r->form, "to")->typed,
				     form_value(r->form, "why")->typed });
}

/* ---- handing over ---------------------------------------------------------
 */

static enum err give_customers(struct req *r, const struct things *t,
			       int64_t to)
{
	enum err e = OK;

	for (size_t i = 0; e == OK && i < t->n; i++)
		e = customer_handed_over(r->store, t->thing[i].id, to, r->now);
	return e;
}

static enum err give_followups(struct req *r, const struct things *t,
			       const struct leaving *l)
{
	struct followup_act act = { r->viewer.write, r->now, r->today };
	enum err e = OK;

	for (size_t i = 0; e == OK && i < t->n; i++)
		e = followup_assign(
			r->store, &act,
			(struct followup_seen){ t->thing[i].id,
						t->thing[i].version },
			l->to, l->why);
	return e;
}

/* The version is raised by who changes a lead: somebody who has its page open
 * is told. */
static enum err give_leads(struct req *r, const struct things *t,
			   const struct leaving *l)
{
	enum err e = OK;

	for (size_t i = 0; e == OK && i < t->n; i++) {
		struct lead_take_in take = { r->viewer.write, r->today,
					     t->thing[i].id,
					     t->thing[i].version };
		struct lead_fact fact = { take.id, r->now, r->viewer.id,
					  l->why };
		struct lead_take taken;

		if (!one_lead_take(r->store, take, &taken))
			return store_error(r->store) == OK
				       ? ERR_CONFLICT
				       : store_error(r->store);
		e = lead_assigned(r->store, fact, l->to);
	}
	return e;
}

/* Customers last: who sees a team only may lose sight of the rest with them. */
static enum err give_all(struct req *r, const struct work *w,
			 const struct leaving *l)
{
	enum err e = give_leads(r, &w->leads, l);

	if (e == OK)
		e = give_followups(r, &w->followups, l);
	return e == OK ? give_customers(r, &w->customers, l->to) : e;
}

enum err leaving_save(struct req *r, const void *form)
{
	const struct leaving *l = form;
	struct leaving_person_in in = { r->viewer.write, r->today, l->person };
	struct leaving_person who;
	struct work w;
	enum err e;

	if (!may_hand_over(r))
		return ERR_FORBIDDEN;
	if (!one_leaving_person(r->store, in, &who))
		return store_error(r->store) == OK ? ERR_NOT_FOUND
						   : store_error(r->store);
	if (l->to == l->person || !plan_may_own(r, l->to)) {
		form_refuse(r->form, "to", N_("Choose one of those on offer."));
		return ERR_INPUT;
	}
	w = read_work(r, l->person);
	e = give_all(r, &w, l);
	return e == OK ? req_redirect(r, LEAVING_PATH "?person=%lld",
				      (long long)l->person)
		       : e;
}
