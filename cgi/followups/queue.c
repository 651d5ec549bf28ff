/* queue.c - /followups/problems: what is to be solved, and what was. */
#include <string.h>

#include "desk.h"
#include "lib/format.h"
#include "lib/lang.h"
#include "lib/period.h"
#include "problems.h"
#include "solved.h"

enum {
	SHOWN = 50,        /* rows of a page */
	SOLVED_DAYS = 90,  /* of those solved, the ones of so many days */
	DATA_MOST = 50000, /* rows of a download */
};

const struct word problems_states[] = {
	{ "open", PROBLEMS_OPEN },
	{ "solved", PROBLEMS_DONE },
};

/* Whose: a person, or 0 for everybody's in sight. */
static int64_t owner_of(const struct req *r, const struct problems_ask *q)
{
	return q->mine ? r->viewer.id : 0;
}

static const char *address(struct req *r, int64_t state, bool mine)
{
	const char *word =
		form_word(problems_states, COUNT(problems_states), state);

	return arena_printf(r->arena, PROBLEMS_LIST "?state=%s%s", word,
			    mine ? "&mine=1" : "");
}

static const char *data_address(struct req *r, const char *ending,
				int64_t state, bool mine)
{
	const char *word =
		form_word(problems_states, COUNT(problems_states), state);

	return arena_printf(r->arena, PROBLEMS_LIST ".%s?state=%s%s", ending,
			    word, mine ? "&mine=1" : "");
}

static void show_tab(struct view *page, const char *name, const char *url,
		     bool here)
{
	struct view *v = view_row(page, "TAB");

	view_text(v, "TAB_NAME", name);
	view_text(v, "TAB_URL", url);
	view_text(v, "TAB_HERE", desk_on(here));
}

static void show_tabs(struct view *page, const struct problems_ask *q)
{
	struct req *r = view_req(page);

	show_tab(page, _("Open"), address(r, PROBLEMS_OPEN, q->mine),
		 q->state == PROBLEMS_OPEN);
	show_tab(page, _("Solved"), address(r, PROBLEMS_DONE, q->mine),
		 q->state == PROBLEMS_DONE);
	view_text(page, "CSV_URL", data_address(r, "csv", q->state, q->mine));
	view_text(page, "JSON_URL", data_address(r, "json", q->state, q->mine));
	view_text(page, "ALL_URL", address(r, q->state, false));
	view_text(page, "MINE_URL", address(r, q->state, true));
	view_text(page, "ALL_HERE", desk_on(!q->mine));
	view_text(page, "MINE_HERE", desk_on(q->mine));
}

/* ---- the rows -------------------------------------------------------------
 */

static struct answer *ask_rows(struct req *r, const struct problems_ask *q,
			       int64_t most)
{
	bool first = q->rank == NONE || q->after == NONE;
	struct problem_open_in open = {
		.scope = r->viewer.read,
		.as_of = r->today,
		.owner = owner_of(r, q),
		.rank = first ? 0 : q->rank,
		.after = first ? 0 : q->after,
		.most = most,
	};
	struct problem_solved_in solved = {
		.scope = r->viewer.read,
		.as_of = r->today,
		.owner = owner_of(r, q),
		.since = r->today - SOLVED_DAYS,
		.rank = first ? NONE : q->rank,
		.after = first ? NONE : q->after,
		.most = most,
	};

	return q->state == PROBLEMS_OPEN ? ask_problem_open(r->store, open)
					 : ask_problem_solved(r->store, solved);
}

static void show_row(struct view *list, const struct problem_open *p)
{
	struct req *r = view_req(list);
	struct view *v = view_row(list, "PROBLEM");
	bool open = p->till_day == NONE;
	int64_t till = open ? r->today : p->till_day;

	view_text(v, "WHAT", problems_title(r, p->what));
	view_text(v, "URL", problems_page(r, p->id));
	view_text(v, "CUSTOMER", p->customer);
	view_printf(v, "CUSTOMER_URL", "/followups/customer?id=%lld",
		    (long long)p->customer_id);
	view_text(v, "CAUSE", p->cause);
	view_text(v, "OWNER", p->owner);
	view_text(v, "DAY",
		  open ? list_day(r, p->due_day) : list_day(r, p->till_day));
	view_text(v, "LATE",
		  desk_on(open && p->due_day != NONE && p->due_day < r->today));
	view_text(v, "TOOK", desk_days(r, till - p->from_day));
}

/* The first rows, and the way to those after them. */
static void show_rows(struct view *page, const struct problems_ask *q,
		      struct answer *a)
{
	struct req *r = view_req(page);
	struct view *list = NULL;
	struct problem_open p, last = { .id = 0 };
	size_t n = 0;

	for (; next_problem_open(a, &p); n++) {
		if (n == SHOWN) {
			view_printf(view_row(page, "MORE"), "MORE_URL",
				    "%s&rank=%lld&after=%lld",
				    address(r, q->state, q->mine),
				    (long long)last.rank, (long long)last.id);
			continue;
		}
		if (!list)
			list = view_row(page, "LIST");
		show_row(list, &p);
		last = p;
	}
	if (list)
		view_text(list, "DAY_NAME",
			  q->state == PROBLEMS_OPEN ? _("To be solved by")
						    : _("Solved on"));
	view_if(page, "EMPTY", n == 0);
}

/* ---- what is said above them ----------------------------------------------
 */

static void show_open(struct view *page, const struct problem_counts *c)
{
	struct req *r = view_req(page);

	view_text(page, "FINDING",
		  c->n == 0
			  ? _("No problem is open.")
			  : arena_printf(
				    r->arena,
				    lang_plural("%s problem is open.",
						"%s problems are open.", c->n),
				    format_count(r->arena, r->language, c->n)));
	view_text(page, "DETAILS",
		  c->late == 0
			  ? ""
			  : arena_printf(r->arena,
					 lang_plural("%s is past its day.",
						     "%s are past their day.",
						     c->late),
					 format_count(r->arena, r->language,
						      c->late)));
}

/* ---- the page -------------------------------------------------------------
 */

static struct answer *ask_counts(struct req *r, const struct problems_ask *q)
{
	int64_t month = period_month(r->today);
	struct problem_counts_in in = {
		.scope = r->viewer.read,
		.as_of = r->today,
		.month = month,
		.month_from = period_month_start(month),
		.owner = owner_of(r, q),
	};

	return ask_problem_counts(r->store, in);
}

/* The open ones are counted in any case: the numbers of a download. */
static enum err send_data(struct req *r, const struct problems_ask *q)
{
	struct answer *counts = ask_counts(r, q);
	struct answer *rows = ask_rows(r, q, DATA_MOST);
	struct problems p = { .ask = q };

	next_problem_counts(counts, &p.counts);
	for (struct problem_open row; next_problem_open(rows, &row);) {
		p.row = arena_more(r->arena, p.row, p.n, sizeof(row));
		p.row[p.n++] = row;
	}
	if (store_error(r->store) != OK)
		return store_error(r->store);
	return r->format == CSV ? problems_csv(r, &p) : problems_json(r, &p);
}

static enum err send_page(struct req *r, const struct problems_ask *q)
{
	bool open = q->state == PROBLEMS_OPEN;
	struct answer *counts = open ? ask_counts(r, q) : NULL;
	struct solved_answers solved = { NULL, NULL };
	struct problem_counts n = { 0 };
	struct view *page;

	if (!open)
		solved = solved_ask(r, owner_of(r, q));
	struct answer *rows = ask_rows(r, q, SHOWN + 1);

	page = view_page(r, "followups/problems.tpl");
	view_text(page, "TITLE", _("Problems"));
	show_tabs(page, q);
	if (open && next_problem_counts(counts, &n))
		show_open(page, &n);
	if (!open)
		solved_show(page, &solved);
	show_rows(page, q, rows);
	return store_error(r->store) == OK ? view_send(page)
					   : store_error(r->store);
}

enum err problems_list(struct req *r, const void *form)
{
	return r->format == HTML ? send_page(r, form) : send_data(r, form);
}
