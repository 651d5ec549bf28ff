/* targets.c - what teams aim at. */
#include "targets.h"

#include <string.h>

#include "lib/app.h"
#include "lib/format.h"
#include "lib/lang.h"
#include "lib/period.h"
#include "lib/view.h"
#include "queries.h"

enum { SHOWN_MOST = 500 };

/* What is typed, as texts. */
struct draft {
	const char *team, *percent, *from;
};

static bool may_set(const struct req *r)
{
	return r->viewer.role >= HEAD;
}

/* ---- the page -------------------------------------------------------------
 */

static void show_team(struct view *page, const char *id, const char *name,
		      const char *chosen)
{
	struct view *v = view_row(page, "TEAM");

	view_text(v, "TEAM_ID", id);
	view_text(v, "TEAM_NAME", name);
	view_text(v, "TEAM_HERE", strcmp(id, chosen) == 0 ? "1" : "");
}

static const char *number(struct req *r, int64_t n)
{
	return arena_printf(r->arena, "%lld", (long long)n);
}

static void show_teams(struct req *r, struct view *page, const char *chosen)
{
	struct team_all_in in = { r->viewer.read };
	struct answer *a = ask_team_all(r->store, in);
	struct team_all team;

	show_team(page, "0", _("All teams together"), chosen);
	while (next_team_all(a, &team))
		if (team.active)
			show_team(page, number(r, team.id), team.name, chosen);
}

static void show_target(struct view *page, const struct target_all *t)
{
	struct view *v = view_row(page, "TARGET");
	struct req *r = view_req(page);

	view_form(v, TARGETS_REMOVE);
	view_text(v, "TARGET_NAME",
		  t->team_id ? t->team : _("All teams together"));
	view_day(v, "TARGET_FROM", t->from_day);
	view_text(v, "TARGET_TEXT",
		  t->percent ? format_percent(r->arena, r->language,
					      (double)t->percent / 100, 0)
			     : _("none"));
	view_text(v, "TARGET_TEAM", number(r, t->team_id));
	view_text(v, "TARGET_DAY", period_text(r->arena, t->from_day));
}

static enum err show(struct req *r, const struct draft *d)
{
	struct view *page = view_page(r, "account/targets.tpl");
	struct target_all target;
	struct answer *a;
	size_t n = 0;

	view_text(page, "TITLE", _("Targets"));
	view_messages(page);
	view_form(page, TARGETS_PATH);
	view_text(page, "PERCENT_VALUE", d->percent);
	view_text(page, "FROM_VALUE", d->from);
	show_teams(r, page, d->team);
	a = ask_target_all(r->store, (struct target_all_in){ SHOWN_MOST });
	for (; next_target_all(a, &target); n++)
		show_target(page, &target);
	view_if(page, "NONE_YET", n == 0);
	return store_error(r->store) == OK ? view_send(page)
					   : store_error(r->store);
}

enum err targets_show(struct req *r, const void *form)
{
	(void)form;
	return may_set(r) ? show(r, &(struct draft){ "0", "", "" })
			  : ERR_FORBIDDEN;
}

/* ---- setting --------------------------------------------------------------
 */

static bool is_team(struct req *r, int64_t id)
{
	struct team_all_in in = { r->viewer.read };
	struct answer *a = ask_team_all(r->store, in);
	struct team_all team;
	bool found = id == 0;

	while (next_team_all(a, &team))
		found |= team.id == id;
	return found;
}

enum err targets_set(struct req *r, const void *form)
{
	const struct target_new *new = form;
	struct target_set_in in = {
		.team = new->team,
		.from_day = new->from == NONE ? r->today : new->from,
		.percent = new->percent,
	};
	enum err e;

	if (!may_set(r))
		return ERR_FORBIDDEN;
	if (!is_team(r, new->team)) {
		form_refuse(r->form, "team",
			    N_("Choose one of those on offer."));
		return ERR_INPUT;
	}
	e = run_target_set(r->store, in);
	return e == OK ? req_redirect(r, TARGETS_PATH) : e;
}

enum err targets_set_again(struct req *r)
{
	return may_set(r) ? show(r,
				 &(struct draft){
					 form_value(r->form, "team")->typed,
					 form_value(r->form, "percent")->typed,
					 form_value(r->form, "from")->typed,
				 })
			  : ERR_FORBIDDEN;
}

enum err targets_remove(struct req *r, const void *form)
{
	const struct target_old *old = form;
	enum err e;

	if (!may_set(r))
		return ERR_FORBIDDEN;
	e = run_target_remove(
		r->store, (struct target_remove_in){ old->team, old->from });
	return e == OK ? req_redirect(r, TARGETS_PATH) : e;
}
