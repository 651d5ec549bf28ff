/* trouble.c - /followups/problem: one problem, from what was heard to how it
 * was solved. */
#include <string.h>

#include "customers.h"
#include "desk.h"
#include "lib/format.h"
#include "lib/lang.h"
#include "lib/money.h"
#include "lib/period.h"
#include "plan.h"
#include "problems.h"

enum { TITLE_MOST = 160 }; /* bytes: 80 Cyrillic letters */

/* What a form brought, as typed. */
struct draft {
	bool conflict; /* somebody was faster */
	bool facts;    /* of the form of what is known, else of the other one */
	const char *what, *cause, *cost, *due, *owner, *note;
};

struct problem_act problems_act(const struct req *r)
{
	return (struct problem_act){ r->viewer.id, r->now, r->today };
}

const char *problems_title(struct req *r, const char *what)
{
	size_t length = str_cut(what, TITLE_MOST);

	return what[length] ? arena_printf(r->arena, "%.*s…", (int)length, what)
			    : what;
}

const char *problems_page(struct req *r, int64_t id)
{
	return arena_printf(r->arena, PROBLEMS_ONE "?id=%lld", (long long)id);
}

/* ---- the page -------------------------------------------------------------
 */

static void show_person(struct view *form, int64_t id, const char *name,
			const char *chosen)
{
	const char *text = list_id(view_req(form), id);
	struct view *v = view_row(form, "PERSON");

	view_text(v, "PERSON_ID", text);
	view_text(v, "PERSON_NAME", name);
	view_text(v, "PERSON_HERE", desk_on(strcmp(chosen, text) == 0));
}

/* Who may get it, and who has it in any case. */
static void show_people(struct view *form, struct answer *a,
			const struct problem_one *p, const char *chosen)
{
	struct followup_owners row;
	bool has_owner = p->owner_id == NONE;

	while (next_followup_owners(a, &row)) {
		has_owner |= row.id == p->owner_id;
		show_person(form, row.id, row.name, chosen);
	}
	if (!has_owner)
		show_person(form, p->owner_id, p->owner, chosen);
}

static void show_change(struct view *page, const struct problem_one *p,
			const struct draft *d, struct answer *people)
{
	struct req *r = view_req(page);
	struct view *form = view_row(page, "CHANGE");

	view_form(form, PROBLEMS_CHANGE);
	view_text(form, "ID", list_id(r, p->id));
	view_text(form, "VERSION", list_id(r, p->version));
	view_text(form, "CURRENCY", r->company.currency);
	view_text(form, "WHAT_VALUE", d->what);
	view_text(form, "CAUSE_VALUE", d->cause);
	view_text(form, "COST_VALUE", d->cost);
	view_text(form, "DUE_VALUE", d->due);
	show_people(form, people, p, d->owner);
}

/* The form that ends it, or opens it anew. */
static void show_end(struct view *page, const struct problem_one *p, bool open,
		     const char *note)
{
	struct req *r = view_req(page);
	struct view *form = view_row(page, open ? "SOLVE" : "REOPEN");

	view_form(form, open ? PROBLEMS_SOLVED : PROBLEMS_AGAIN);
	view_text(form, "ID", list_id(r, p->id));
	view_text(form, "VERSION", list_id(r, p->version));
	view_text(form, "NOTE_VALUE", note);
}

/* Behind the first event stands all that was heard. */
static void show_happened(struct view *page, const struct problem_happened *h,
			  const char *what)
{
	static const struct label titles[] = {
		{ "opened", N_("Problem") },
		{ "solved", N_("Problem solved") },
		{ "reopened", N_("Problem again") },
	};
	struct req *r = view_req(page);
	struct view *v = view_row(page, "HAPPENED");
	bool solved = strcmp(h->kind, "solved") == 0;

	view_text(v, "H_CLASS", solved ? "good" : "bad");
	view_text(v, "H_TITLE", LABEL(titles, h->kind));
	view_text(v, "H_DAY", list_day(r, h->day));
	view_text(v, "H_TEXT",
		  !*h->note && strcmp(h->kind, "opened") == 0 ? what : h->note);
	view_text(v, "H_PERSON", h->person);
	view_if(v, "H_CHECK", solved);
	view_if(v, "H_WARN", !solved);
}

static void show_facts(struct view *page, const struct problem_one *p,
		       bool open)
{
	struct req *r = view_req(page);
	bool late = open && p->due_day != NONE && p->due_day < r->today;

	view_text(page, "TITLE", problems_title(r, p->what));
	view_text(page, "WHAT", problems_title(r, p->what));
	view_text(page, "CUSTOMER", p->customer);
	view_printf(page, "CUSTOMER_URL", CUSTOMERS_ONE "?id=%lld",
		    (long long)p->customer_id);
	view_text(page, "STATE", open ? _("open") : _("solved"));
	view_text(page, "STATE_CLASS", open ? "bad" : "good");
	view_text(page, "OWNER", p->owner);
	view_text(page, "CAUSE", p->cause);
	view_text(page, "COST", p->cost ? list_money(r, p->cost) : "");
	view_text(page, "DUE",
		  p->due_day == NONE ? "" : list_day(r, p->due_day));
	view_text(page, "LATE", desk_on(late));
}

static struct draft draft_of(struct req *r, const struct problem_one *p)
{
	return (struct draft){
		.what = p->what,
		.cause = p->cause,
		.cost = p->cost ? money_text(
					  r->arena, p->cost,
					  money_exponent(r->company.currency))
				: "",
		.due = p->due_day == NONE ? ""
					  : period_text(r->arena, p->due_day),
		.owner = list_id_or_nothing(r, p->owner_id),
		.note = "",
	};
}

/* d: what was typed; NULL: what is stored. */
static enum err show(struct req *r, int64_t id, const struct draft *d)
{
	struct answer *one = ask_problem_one(
		r->store,
		(struct problem_one_in){ r->viewer.read, r->today, id });
	struct answer *happened = ask_problem_happened(
		r->store,
		(struct problem_happened_in){ r->viewer.read, r->today, id });
	struct answer *people = ask_followup_owners(
		r->store,
		(struct followup_owners_in){ r->viewer.write, r->today });
	struct view *page = view_page(r, "followups/problem.tpl");
	struct problem_happened h;
	struct problem_one p;
	struct draft stored;
	bool open;

	if (!next_problem_one(one, &p))
		return store_error(r->store) == OK ? ERR_NOT_FOUND
						   : store_error(r->store);
	open = strcmp(p.state, "open") == 0;
	stored = draft_of(r, &p);
	view_messages(page);
	view_if(page, "CONFLICT", d && d->conflict);
	show_facts(page, &p, open);
	while (next_problem_happened(happened, &h))
		show_happened(page, &h, p.what);
	if (r->viewer.writes && open)
		show_change(page, &p, d && d->facts ? d : &stored, people);
	if (r->viewer.writes)
		show_end(page, &p, open, d && !d->facts ? d->note : "");
	return store_error(r->store) == OK ? view_send(page)
					   : store_error(r->store);
}

enum err problems_one(struct req *r, const void *form)
{
	const struct problems_one_ask *q = form;

	return show(r, q->id, NULL);
}

static struct draft typed_facts(const struct form_result *f)
{
	return (struct draft){
		.facts = true,
		.what = form_value(f, "what")->typed,
		.cause = form_value(f, "cause")->typed,
		.cost = form_value(f, "cost")->typed,
		.due = form_value(f, "due")->typed,
		.owner = form_value(f, "owner")->typed,
	};
}

static struct draft typed(const struct req *r)
{
	if (strcmp(r->route, PROBLEMS_CHANGE) == 0)
		return typed_facts(r->form);
	return (struct draft){ .note = form_value(r->form, "note")->typed };
}

enum err problems_refused(struct req *r)
{
	struct draft d = typed(r);
	int64_t id;

	if (str_int(form_value(r->form, "id")->typed, &id) != OK)
		return ERR_INPUT;
	return show(r, id, &d);
}

/* ---- what was sent --------------------------------------------------------
 */

/* Where it goes on: `to`, or the page for who was too late, with what was
 * typed. */
static enum err finish(struct req *r, enum err e, int64_t id, const char *to)
{
	struct draft d = typed(r);

	if (e == OK)
		return req_redirect(r, "%s", to);
	d.conflict = true;
	if (e != ERR_CONFLICT || show(r, id, &d) != OK)
		return e;
	r->reply.status = 409;
	return e;
}

/* Nobody, who has it already, or one whom the viewer may give work to. */
static enum err check_owner(struct req *r, const struct problem_change_form *f)
{
	struct problem_one_in in = { r->viewer.write, r->today, f->id };
	struct problem_one p;

	if (f->owner == NONE)
		return OK;
	if (!one_problem_one(r->store, in, &p))
		return store_error(r->store) == OK ? ERR_NOT_FOUND
						   : store_error(r->store);
	if (p.owner_id == f->owner || plan_may_own(r, f->owner))
		return OK;
	form_refuse(r->form, "owner", N_("Choose one of those on offer."));
	return ERR_INPUT;
}

enum err problems_change(struct req *r, const void *form)
{
	const struct problem_change_form *f = form;
	struct problem_act act = problems_act(r);
	struct problem_facts facts = {
		.what = f->what,
		.cause = f->cause,
		.cost = f->cost == NONE ? 0 : f->cost,
		.owner = f->owner,
		.due_day = f->due,
	};
	enum err e = check_owner(r, f);

	if (e == OK)
		e = problem_change(r->store, &act, r->viewer.write, f->id,
				   f->version, &facts);
	return finish(r, e, f->id, problems_page(r, f->id));
}

enum err problems_solved(struct req *r, const void *form)
{
	const struct problem_end_form *f = form;
	struct problem_act act = problems_act(r);
	enum err e = problem_solve(r->store, &act, r->viewer.write, f->id,
				   f->version, f->note);

	return finish(r, e, f->id,
		      f->customer == NONE ? problems_page(r, f->id)
					  : customers_page(r, f->customer));
}

enum err problems_again(struct req *r, const void *form)
{
	const struct problem_end_form *f = form;
	struct problem_act act = problems_act(r);
	enum err e = problem_reopen(r->store, &act, r->viewer.write, f->id,
				    f->version, f->note);

	return finish(r, e, f->id, problems_page(r, f->id));
}
