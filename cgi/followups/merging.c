/* merging.c - two customers beside each other, and merging them. */
#include "merging.h"

#include "customers.h"
#include "desk.h"
#include "lib/format.h"
#include "lib/lang.h"
#include "lib/view.h"

/* Both, as the viewer may change them. */
struct pair {
	struct merge_side keep, merge;
};

/* What the page shows beside them. */
struct draft {
	const char *why; /* as typed */
	bool conflict;   /* somebody was faster */
};

struct merge_act merging_act(const struct req *r)
{
	return (struct merge_act){ r->viewer.id, r->now, r->today };
}

const char *merging_pair(struct req *r, int64_t keep, int64_t merge)
{
	return arena_printf(r->arena, MERGING_PATH "?keep=%lld&merge=%lld",
			    (long long)keep, (long long)merge);
}

/* ---- who they are ---------------------------------------------------------
 */

static bool find(struct req *r, int64_t id, struct merge_side *side)
{
	struct merge_side_in in = { r->viewer.write, r->today, id };

	return one_merge_side(r->store, in, side);
}

static bool is_shell(struct req *r, int64_t id)
{
	struct merge_shell_in in = { r->viewer.write, r->today, id };
	struct merge_shell row;

	return one_merge_shell(r->store, in, &row);
}

/* ERR_CONFLICT: one is in sight and the other one was merged; *rest is the one
 * in sight. */
static enum err find_both(struct req *r, int64_t keep, int64_t merge,
			  struct pair *p, int64_t *rest)
{
	bool has_keep = find(r, keep, &p->keep);
	bool has_merge = find(r, merge, &p->merge);

	if (store_error(r->store) != OK || (has_keep && has_merge))
		return store_error(r->store);
	*rest = has_keep ? keep : merge;
	if ((has_keep || has_merge) && is_shell(r, has_keep ? merge : keep))
		return ERR_CONFLICT;
	return store_error(r->store) == OK ? ERR_NOT_FOUND
					   : store_error(r->store);
}

/* ---- what speaks against it -----------------------------------------------
 */

static const char *objection(const struct pair *p)
{
	if (p->keep.id == p->merge.id)
		return N_("This is one customer: choose another one.");
	if (p->merge.shells)
		return N_("Others were merged into this customer, so it has "
			  "to be the one that stays: swap both.");
	if (p->merge.do_not_contact && !p->keep.do_not_contact)
		return N_("This customer asked to be left alone, so it has to "
			  "be the one that stays: swap both.");
	return NULL;
}

static enum err check(struct req *r, const struct pair *p)
{
	const char *message = objection(p);

	if (!message)
		return OK;
	form_refuse(r->form, "merge", message);
	return ERR_INPUT;
}

/* ---- the page -------------------------------------------------------------
 */

static const char *count(struct req *r, int64_t n)
{
	return format_count(r->arena, r->language, n);
}

static void show_fact(struct view *page, const char *name, const char *keep,
		      const char *merge)
{
	struct view *v = view_row(page, "FACT");

	view_text(v, "FACT_NAME", name);
	view_text(v, "FACT_KEEP", *keep ? keep : "—");
	view_text(v, "FACT_MERGE", *merge ? merge : "—");
}

/* What is added up. */
static void show_records(struct view *page, const struct merge_side *k,
			 const struct merge_side *m)
{
	struct req *r = view_req(page);

	show_fact(page, _("First purchase"), list_day(r, k->first_purchase),
		  list_day(r, m->first_purchase));
	show_fact(page, _("Purchases"), count(r, k->purchases),
		  count(r, m->purchases));
	show_fact(page, _("Revenue"), list_money(r, k->revenue),
		  list_money(r, m->revenue));
	show_fact(page, _("Talks"), count(r, k->talks), count(r, m->talks));
	show_fact(page, _("Open follow-ups"), count(r, k->followups),
		  count(r, m->followups));
	show_fact(page, _("Open problems"), count(r, k->problems),
		  count(r, m->problems));
}

/* What is kept of one only. */
static void show_words(struct view *page, const struct merge_side *k,
		       const struct merge_side *m)
{
	struct req *r = view_req(page);

	show_fact(page, _("Account manager"), k->manager, m->manager);
	show_fact(page, _("Ask for"), k->contact, m->contact);
	show_fact(page, _("Phone"), k->phone, m->phone);
	show_fact(page, _("E-mail address"), k->email, m->email);
	show_fact(page, _("Segment"), k->segment, m->segment);
	show_fact(page, _("Contract until"), list_day(r, k->contract_end_day),
		  list_day(r, m->contract_end_day));
}

static void show_pair(struct view *page, const struct pair *p)
{
	struct req *r = view_req(page);

	view_text(page, "KEEP", list_id(r, p->keep.id));
	view_text(page, "KEEP_NAME", p->keep.name);
	view_text(page, "KEEP_URL", customers_page(r, p->keep.id));
	view_text(page, "KEEP_VERSION", list_id(r, p->keep.version));
	view_text(page, "MERGE", list_id(r, p->merge.id));
	view_text(page, "MERGE_NAME", p->merge.name);
	view_text(page, "MERGE_URL", customers_page(r, p->merge.id));
	view_text(page, "MERGE_VERSION", list_id(r, p->merge.version));
	view_text(page, "SWAP_URL", merging_pair(r, p->merge.id, p->keep.id));
	show_records(page, &p->keep, &p->merge);
	show_words(page, &p->keep, &p->merge);
}

static enum err show(struct req *r, int64_t keep, int64_t merge,
		     const struct draft *d)
{
	struct pair p;
	int64_t rest = NONE;
	enum err e = find_both(r, keep, merge, &p, &rest);
	struct view *page;

	if (e == ERR_CONFLICT)
		return merging_choice(r, rest, "", true);
	if (e != OK)
		return e;
	check(r, &p);
	page = view_page(r, "followups/merge.tpl");
	view_text(page, "TITLE", _("Are both the same?"));
	view_messages(page);
	view_if(page, "CONFLICT", d->conflict);
	view_form(page, MERGING_PATH);
	view_text(page, "WHY_VALUE", d->why);
	show_pair(page, &p);
	return store_error(r->store) == OK ? view_send(page)
					   : store_error(r->store);
}

enum err merging_show(struct req *r, const void *form)
{
	const struct merging_ask *q = form;

	if (q->keep != NONE && q->merge != NONE)
		return show(r, q->keep, q->merge, &(struct draft){ "", false });
	return q->customer == NONE
		       ? ERR_NOT_FOUND
		       : merging_choice(r, q->customer, q->q, false);
}

/* The page under a form that came back. */
static enum err show_typed(struct req *r, bool conflict)
{
	struct draft d = { form_value(r->form, "why")->typed, conflict };
	int64_t keep, merge;

	if (str_int(form_value(r->form, "keep")->typed, &keep) != OK ||
	    str_int(form_value(r->form, "merge")->typed, &merge) != OK)
		return ERR_INPUT;
	return show(r, keep, merge, &d);
}

enum err merging_again(struct req *r)
{
	return show_typed(r, false);
}

/* ---- merging --------------------------------------------------------------
 */

enum err merging_save(struct req *r, const void *form)
{
	const struct merging *m = form;
	struct merge_act act = merging_act(r);
	struct pair p;
	int64_t rest = NONE;
	enum err e = find_both(r, m->keep, m->merge, &p, &rest);

	if (e == OK)
		e = check(r, &p);
	if (e == OK)
		e = merge_customers(
			r->store, &act,
			(struct merge_seen){ m->merge, m->merge_version },
			(struct merge_seen){ m->keep, m->keep_version },
			m->why);
	if (e == OK)
		return req_redirect(r, "%s", customers_page(r, m->keep));
	if (e != ERR_CONFLICT || show_typed(r, true) != OK)
		return e;
	r->reply.status = 409;
	return e;
}
