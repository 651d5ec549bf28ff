/* customers.c - one customer: the page, and the problems opened on it. */
#include "customers.h"

#include <string.h>

#include "desk.h"
#include "heard.h"
#include "history.h"
#include "lib/format.h"
#include "lib/lang.h"
#include "lib/period.h"
#include "merging.h"
#include "problems.h"

/* Of what happened so much at once; of all of it, and of who was recommended,
 * no more than that. */
enum { EVENTS_SHOWN = 20, EVENTS_MOST = 1000, RECOMMENDED_MOST = 50 };

/* Purchase days from which on a rhythm is told. */
enum { RHYTHM_LEAST = 3 };

const struct word customers_shows[] = {
	{ "all", SHOW_ALL },
	{ "purchases", SHOW_PURCHASES },
	{ "talks", SHOW_TALKS },
	{ "problems", SHOW_PROBLEMS },
};

/* What a form brought, as typed. */
struct draft {
	const char *what, *due;
};

const char *customers_page(struct req *r, int64_t id)
{
	return arena_printf(r->arena, CUSTOMERS_ONE "?id=%lld", (long long)id);
}

/* ---- asking ---------------------------------------------------------------
 */

struct answers {
	struct answer *card, *followups, *problems, *happened, *recommended;
};

static struct answers ask(struct req *r, const struct customers_ask *q)
{
	struct scope see = r->viewer.read;
	const char *show =
		form_word(customers_shows, COUNT(customers_shows), q->show);
	struct customer_card_in card = {
		.scope = see,
		.as_of = r->today,
		.year_from = period_add_months(r->today, -12),
		.before_from = period_add_months(r->today, -24),
		.id = q->id,
	};
	struct customer_happened_in happened = {
		.scope = see,
		.as_of = r->today,
		.id = q->id,
		.show = show,
		.most = (q->all ? EVENTS_MOST : EVENTS_SHOWN) + 1,
	};

	return (struct answers){
		ask_customer_card(r->store, card),
		ask_customer_followups(
			r->store,
			(struct customer_followups_in){ see, r->today, q->id }),
		ask_customer_problems(
			r->store,
			(struct customer_problems_in){ see, r->today, q->id }),
		ask_customer_happened(r->store, happened),
		ask_customer_recommended(
			r->store,
			(struct customer_recommended_in){ see, r->today, q->id,
							  RECOMMENDED_MOST }),
	};
}

/* ---- the head -------------------------------------------------------------
 */

static const char *rhythm(struct req *r, const struct customer_card *c)
{
	int64_t days, silent;

	if (c->last_purchase == NONE)
		return _("nothing yet");
	silent = r->today - c->last_purchase;
	if (c->bought_days < RHYTHM_LEAST)
		return arena_printf(
			r->arena,
			lang_plural("%s day ago", "%s days ago", silent),
			format_count(r->arena, r->language, silent));
	days = (c->gap_days + (c->bought_days - 1) / 2) / (c->bought_days - 1);
	return arena_printf(r->arena,
			    lang_plural("%s day ago; usually every %s days",
					"%s days ago; usually every %s days",
					silent),
			    format_count(r->arena, r->language, silent),
			    format_count(r->arena, r->language, days));
}

static const char *year_note(struct req *r, const struct customer_card *c)
{
	return c->year_before == 0
		       ? _("nothing in the year before")
		       : arena_printf(r->arena, _("%s in the year before"),
				      list_money(r, c->year_before));
}

static const char *purchases_note(struct req *r, const struct customer_card *c)
{
	return arena_printf(
		r->arena,
		lang_plural("%s purchase", "%s purchases", c->purchases),
		format_count(r->arena, r->language, c->purchases));
}

static void show_tags(struct view *page, struct req *r,
		      const struct customer_card *c, bool problem)
{
	if (c->do_not_contact)
		desk_tag(page, "bad", _("Do not contact"));
	if (problem)
		desk_tag(page, "bad", _("Open problem"));
	if (c->silent_day != NONE && c->silent_day <= r->today)
		desk_tag(page, "warn", _("Silent for longer than usual"));
	if (*c->segment)
		desk_tag(page, "", c->segment);
}

static void show_card(struct view *page, struct req *r,
		      const struct customer_card *c)
{
	view_text(page, "TITLE", c->name);
	view_text(page, "NAME", c->name);
	view_printf(page, "SINCE", _("Customer since %s"),
		    list_day(r, c->since_day));
	view_text(page, "MANAGER", c->manager);
	view_text(page, "CONTACT", c->contact);
	view_text(page, "PHONE", c->phone);
	view_text(page, "EMAIL", c->email);
	view_text(page, "CONTRACT",
		  c->contract_end_day == NONE
			  ? ""
			  : list_day(r, c->contract_end_day));
	if (c->referrer_id != NONE) {
		struct view *v = view_row(page, "REFERRER");

		view_text(v, "REFERRER_NAME", c->referrer);
		view_text(v, "REFERRER_URL", customers_page(r, c->referrer_id));
	}
	desk_kpi(page, _("Revenue, 12 months"), list_money(r, c->year_revenue),
		 year_note(r, c));
	desk_kpi(page, _("All time"), list_money(r, c->all_revenue),
		 purchases_note(r, c));
	desk_kpi(page, _("Last purchase"), list_day(r, c->last_purchase),
		 rhythm(r, c));
	desk_kpi(page, _("Last contact"), list_day(r, c->last_contact), "");
}

/* ---- what is to do --------------------------------------------------------
 */

static void show_followups(struct view *page, struct req *r, struct answer *a,
			   bool may_plan, int64_t id)
{
	struct customer_followups f;
	size_t n = 0;

	for (; next_customer_followups(a, &f); n++) {
		struct view *v = view_row(page, "PLANNED");
		int64_t late = list_days_late(r, f.due_day);

		view_printf(v, "PLANNED_URL",
			    DESK_LIST "?who=all&id=%lld#detail",
			    (long long)f.id);
		view_text(v, "PLANNED_SUBJECT", f.subject);
		view_text(v, "PLANNED_DUE", list_day(r, f.due_day));
		view_text(v, "PLANNED_LATE", desk_on(late > 0));
		view_text(v, "PLANNED_OWNER", f.owner);
		desk_kind(v, f.kind);
	}
	view_if(page, "NOTHING_PLANNED", n == 0);
	if (may_plan)
		view_printf(view_row(page, "PLAN"), "PLAN_URL",
			    DESK_NEW "?customer=%lld", (long long)id);
}

/* Returns whether there is one. */
static bool show_problems(struct view *page, struct req *r, struct answer *a,
			  int64_t id)
{
	struct customer_problems p;
	size_t n = 0;

	for (; next_customer_problems(a, &p); n++) {
		struct view *v = view_row(page, "PROBLEM"), *form;
		int64_t days = r->today - p.since_day;

		view_text(v, "PROBLEM_WHAT", problems_title(r, p.what));
		view_text(v, "PROBLEM_URL", problems_page(r, p.id));
		view_printf(v, "PROBLEM_SINCE",
			    lang_plural("open for %s day", "open for %s days",
					days),
			    format_count(r->arena, r->language, days));
		view_text(v, "PROBLEM_DUE",
			  p.due_day == NONE ? "" : list_day(r, p.due_day));
		view_text(v, "PROBLEM_OWNER", p.owner);
		if (!r->viewer.writes)
			continue;
		form = view_row(v, "SOLVE");
		view_form(form, PROBLEMS_SOLVED);
		view_text(form, "SOLVE_ID", list_id(r, p.id));
		view_text(form, "SOLVE_VERSION", list_id(r, p.version));
		view_text(form, "SOLVE_CUSTOMER", list_id(r, id));
	}
	return n > 0;
}

static void show_form(struct view *page, struct req *r, int64_t id,
		      const struct draft *d)
{
	struct view *v;

	if (!r->viewer.writes)
		return;
	v = view_row(page, "OPEN_PROBLEM");
	view_form(v, CUSTOMERS_PROBLEM);
	view_text(v, "CUSTOMER_ID", list_id(r, id));
	view_text(v, "WHAT_VALUE", d->what);
	view_text(v, "DUE_VALUE", d->due);
	view_text(v, "FORM_OPEN", desk_on(r->form && r->form->n_messages > 0));
}

/* ---- what happened --------------------------------------------------------
 */

static const char *history_address(struct req *r, const struct customers_ask *q,
				   int64_t show, bool all)
{
	return arena_printf(
		r->arena, "%s&show=%s%s", customers_page(r, q->id),
		form_word(customers_shows, COUNT(customers_shows), show),
		all ? "&all=1" : "");
}

static void show_tabs(struct view *page, struct req *r,
		      const struct customers_ask *q)
{
	static const char *const names[] = { N_("All"), N_("Purchases"),
					     N_("Talks"), N_("Problems") };

	for (size_t i = 0; i < COUNT(customers_shows); i++) {
		int64_t show = customers_shows[i].value;
		struct view *v = view_row(page, "TAB");

		view_text(v, "TAB_NAME", _(names[i]));
		view_text(v, "TAB_URL", history_address(r, q, show, false));
		view_text(v, "TAB_HERE", desk_on(q->show == show));
	}
}

static void show_history(struct view *page, struct req *r,
			 const struct customers_ask *q, struct answer *a)
{
	size_t most = q->all ? EVENTS_MOST : EVENTS_SHOWN, n = 0;
	struct customer_happened h;

	show_tabs(page, r, q);
	for (; next_customer_happened(a, &h); n++)
		if (n < most)
			history_show(r, view_row(page, "HAPPENED"), &h);
	view_if(page, "NOTHING_YET", n == 0);
	if (n > most && !q->all)
		view_text(view_row(page, "OLDER"), "OLDER_URL",
			  history_address(r, q, q->show, true));
}

static void show_recommended(struct view *page, struct req *r, struct answer *a)
{
	struct customer_recommended c;
	struct view *list = NULL;

	while (next_customer_recommended(a, &c)) {
		struct view *v;

		if (!list)
			list = view_row(page, "RECOMMENDED");
		v = view_row(list, "WHO");
		view_text(v, "WHO_NAME", c.name);
		view_text(v, "WHO_DAY", list_day(r, c.day));
		view_if(v, "WHO_BOUGHT", c.became_id != NONE);
		view_text(v, "WHO_URL",
			  c.became_id != NONE
				  ? customers_page(r, c.became_id)
				  : arena_printf(r->arena,
						 "/leads/lead?id=%lld",
						 (long long)c.lead_id));
	}
}

/* What else can be entered: it has pages of its own. */
static void show_news(struct view *v, int64_t id)
{
	view_printf(v, "HEARD_URL", HEARD_PATH "?id=%lld", (long long)id);
	view_printf(v, "RECOMMEND_URL", "/leads/new?by=%lld", (long long)id);
	view_printf(v, "SAME_URL", MERGING_PATH "?customer=%lld",
		    (long long)id);
}

/* ---- the page -------------------------------------------------------------
 */

static enum err show_page(struct req *r, const struct customers_ask *q,
			  const struct draft *d)
{
	struct answers a = ask(r, q);
	struct view *page = view_page(r, "followups/customer.tpl");
	struct customer_card c;
	bool problem;

	if (!next_customer_card(a.card, &c))
		return merging_shell(r, q->id);
	view_messages(page);
	show_card(page, r, &c);
	show_followups(page, r, a.followups,
		       r->viewer.writes && !c.do_not_contact, q->id);
	problem = show_problems(page, r, a.problems, q->id);
	show_history(page, r, q, a.happened);
	show_recommended(page, r, a.recommended);
	show_tags(page, r, &c, problem);
	show_form(page, r, q->id, d);
	if (r->viewer.writes)
		show_news(view_row(page, "HEARD"), q->id);
	return store_error(r->store) == OK ? view_send(page)
					   : store_error(r->store);
}

enum err customers_one(struct req *r, const void *form)
{
	return show_page(r, form, &(struct draft){ "", "" });
}

/* ---- problems -------------------------------------------------------------
 */

/* A customer in what the viewer may change. */
static enum err find(struct req *r, int64_t id)
{
	struct followup_customer_one_in in = { r->viewer.write, r->today, id };
	struct followup_customer_one c;

	if (one_followup_customer_one(r->store, in, &c))
		return OK;
	return store_error(r->store) == OK ? ERR_NOT_FOUND
					   : store_error(r->store);
}

enum err customers_problem(struct req *r, const void *form)
{
	const struct problem_form *p = form;
	struct problem_act act = problems_act(r);
	struct problem_new new = {
		.customer = p->id,
		.owner = r->viewer.id,
		.contact = NONE,
		.what = p->what,
		.due_day = p->due,
	};
	enum err e = find(r, p->id);

	if (e == OK)
		e = problem_open(r->store, &act, &new);
	return e == OK ? req_redirect(r, "%s", customers_page(r, p->id)) : e;
}

enum err customers_again(struct req *r)
{
	struct customers_ask q = { .id = NONE, .show = SHOW_ALL };

	if (str_int(form_value(r->form, "id")->typed, &q.id) != OK)
		return ERR_INPUT;
	return show_page(r, &q,
			 &(struct draft){ form_value(r->form, "what")->typed,
					  form_value(r->form, "due")->typed });
}
