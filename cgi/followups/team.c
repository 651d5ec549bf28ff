/* team.c - /followups/team: the work of a team, one row for each person. */
#include "team.h"

#include <string.h>

#include "desk.h"
#include "idle.h"
#include "leaving.h"
#include "lib/format.h"
#include "lib/lang.h"
#include "lib/period.h"
#include "windows.h"

const struct word team_spans[] = { { "30", 30 }, { "90", 90 } };

/* ---- asking ---------------------------------------------------------------
 */

struct answers {
	struct answer *due, *done, *customers;
};

static struct answers ask(struct req *r, int64_t team, int64_t days)
{
	struct scope see = r->viewer.read;
	int64_t from = r->today - days, to = r->today - 1;
	int64_t contact = r->company.contact_days;
	int64_t month = period_month(r->today);
	int64_t month_from = period_month_start(month);
	struct team_due_in due = { see, r->today, team, month, month_from };
	/* New: whose time for a first contact ran out in these days. */
	struct team_work_in done = {
		.scope = see,
		.as_of = r->today,
		.team = team,
		.from = from,
		.to = to,
		.new_from = from - contact,
		.new_to = to - contact,
	};
	struct team_live_in customers = {
		.scope = see,
		.as_of = r->today,
		.team = team,
		.month_till = period_month_end(month),
		.month = month,
	};

	return (struct answers){
		ask_team_due(r->store, due),
		ask_team_work(r->store, done),
		ask_team_live(r->store, customers),
	};
}

/* ---- reading --------------------------------------------------------------
 */

/* Whose row it is; somebody of another answer is of the first, too. */
static struct work *work_of(struct all_work *w, int64_t person)
{
	for (size_t i = 0; i < w->n; i++)
		if (w->person[i].due.id == person)
			return &w->person[i];
	BUG_IF(true);
}

static void read_due(struct req *r, struct answer *a, struct all_work *w)
{
	struct team_due row;

	while (next_team_due(a, &row)) {
		w->person = arena_more(r->arena, w->person, w->n,
				       sizeof(*w->person));
		w->person[w->n++] = (struct work){ .due = row };
		w->all.due.open += row.open;
		w->all.due.overdue += row.overdue;
	}
}

static void add_done(struct team_work *all, const struct team_work *one)
{
	all->due += one->due;
	all->on_time += one->on_time;
	all->new += one->new;
	all->met += one->met;
	all->tries += one->tries;
	all->reached += one->reached;
	all->unhappy += one->unhappy;
}

static void read_rest(const struct answers *a, struct all_work *w)
{
	struct team_work done;
	struct team_live customers;

	while (next_team_work(a->done, &done)) {
		work_of(w, done.id)->done = done;
		add_done(&w->all.done, &done);
	}
	while (next_team_live(a->customers, &customers)) {
		work_of(w, customers.id)->customers = customers;
		w->all.customers.live += customers.live;
		w->all.customers.idle += customers.idle;
	}
}

/* ---- showing --------------------------------------------------------------
 */

static const char *count(struct req *r, int64_t n)
{
	return format_count(r->arena, r->language, n);
}

static void show_work(struct view *v, const struct work *w)
{
	struct req *r = view_req(v);

	view_text(v, "OPEN", count(r, w->due.open));
	view_text(v, "OVERDUE", count(r, w->due.overdue));
	view_text(v, "LATE", desk_on(w->due.overdue > 0));
	desk_share(view_row(v, "ON_TIME"), w->done.on_time, w->done.due);
	desk_share(view_row(v, "MET"), w->done.met, w->done.new);
	desk_share(view_row(v, "REACHED"), w->done.reached, w->done.tries);
	desk_share(view_row(v, "UNHAPPY"), w->done.unhappy, w->done.reached);
	view_text(v, "IDLE",
		  desk_parts(r, w->customers.idle, w->customers.live));
}

static void show_people(struct view *page, const struct all_work *w)
{
	struct view *list;

	view_if(page, "EMPTY", w->n == 0);
	if (w->n == 0)
		return;
	list = view_row(page, "LIST");
	for (size_t i = 0; i < w->n; i++) {
		struct view *v = view_row(list, "PERSON");
		long long id = (long long)w->person[i].due.id;

		view_text(v, "NAME", w->person[i].due.name);
		view_printf(v, "OPEN_URL", DESK_LIST "?who=all&owner=%lld", id);
		view_printf(v, "IDLE_URL", IDLE_PATH "?person=%lld", id);
		if (view_req(page)->viewer.writes)
			view_printf(view_row(v, "LEAVING"), "LEAVING_URL",
				    LEAVING_PATH "?person=%lld", id);
		show_work(v, &w->person[i]);
	}
	show_work(view_row(list, "ALL"), &w->all);
}

/* ---- which team -----------------------------------------------------------
 */

struct teams {
	struct team_all *team; /* [0..n), those that still exist */
	size_t n;
};

static struct teams read_teams(struct req *r)
{
	struct answer *a =
		ask_team_all(r->store, (struct team_all_in){ r->viewer.read });
	struct teams teams = { .n = 0 };

	for (struct team_all row; next_team_all(a, &row);) {
		if (!row.active)
			continue;
		teams.team =
			arena_more(r->arena, teams.team, teams.n, sizeof(row));
		teams.team[teams.n++] = row;
	}
	return teams;
}

/* The one asked for, else the viewer's own, else the first; 0: none. */
static int64_t which(const struct req *r, const struct teams *teams,
		     int64_t asked)
{
	if (asked != NONE)
		return asked;
	if (r->viewer.read.my_team)
		return r->viewer.read.my_team;
	return teams->n ? teams->team[0].id : 0;
}

static void show_choices(struct view *page, const struct teams *teams,
			 int64_t team, int64_t days)
{
	struct req *r = view_req(page);

	for (size_t i = 0; i < teams->n; i++) {
		struct view *v = view_row(page, "TEAM");

		view_text(v, "TEAM_ID", list_id(r, teams->team[i].id));
		view_text(v, "TEAM_NAME", teams->team[i].name);
		view_text(v, "TEAM_HERE", desk_on(teams->team[i].id == team));
	}
	for (size_t i = 0; i < COUNT(team_spans); i++) {
		struct view *v = view_row(page, "SPAN");

		view_printf(v, "SPAN_URL", TEAM_PATH "?team=%lld&days=%s",
			    (long long)team, team_spans[i].name);
		view_printf(v, "SPAN_NAME", _("%s days"), team_spans[i].name);
		view_text(v, "SPAN_HERE", desk_on(team_spans[i].value == days));
	}
	view_printf(page, "DAYS", "%lld", (long long)days);
	view_printf(page, "CSV_URL", TEAM_PATH ".csv?team=%lld&days=%lld",
		    (long long)team, (long long)days);
	view_printf(page, "JSON_URL", TEAM_PATH ".json?team=%lld&days=%lld",
		    (long long)team, (long long)days);
	view_if(page, "SEVERAL", teams->n > 1);
}

/* ---- the page -------------------------------------------------------------
 */

static void show_finding(struct view *page, const struct work *all,
			 struct answer *windows)
{
	struct req *r = view_req(page);

	view_printf(page, "FINDING",
		    lang_plural("%s follow-up is overdue.",
				"%s follow-ups are overdue.", all->due.overdue),
		    count(r, all->due.overdue));
	view_printf(page, "DETAILS",
		    lang_plural("%s customer has no next step.",
				"%s customers have no next step.",
				all->customers.idle),
		    count(r, all->customers.idle));
	view_printf(page, "CONTACT_DAYS", "%lld",
		    (long long)r->company.contact_days);
	view_text(page, "WINDOWS", windows_text(r, windows));
}

static enum err send_page(struct req *r, const struct teams *teams,
			  const struct all_work *w, struct answer *windows)
{
	struct view *page = view_page(r, "followups/team.tpl");

	view_text(page, "TITLE", _("The team's follow-ups"));
	show_choices(page, teams, w->team, w->days);
	show_finding(page, &w->all, windows);
	show_people(page, w);
	return store_error(r->store) == OK ? view_send(page)
					   : store_error(r->store);
}

enum err team_show(struct req *r, const void *form)
{
	const struct team_ask *q = form;
	struct all_work w = { .days = q->days };
	struct answers a;
	struct teams teams;
	struct answer *windows;

	if (r->viewer.read.see == SEE_OWN)
		return ERR_FORBIDDEN;
	teams = read_teams(r);
	w.team = which(r, &teams, q->team);
	a = ask(r, w.team, w.days);
	windows = windows_ask(r);
	read_due(r, a.due, &w);
	read_rest(&a, &w);
	if (r->format == HTML)
		return send_page(r, &teams, &w, windows);
	if (store_error(r->store) != OK)
		return store_error(r->store);
	return r->format == CSV ? team_csv(r, &w) : team_json(r, &w);
}
