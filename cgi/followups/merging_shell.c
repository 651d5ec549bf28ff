/* merging_shell.c - a customer who was merged, and taking that back. */
#include "customers.h"
#include "desk.h"
#include "lib/lang.h"
#include "lib/view.h"
#include "merging.h"

static enum err find(struct req *r, struct scope scope, int64_t id,
		     struct merge_shell *shell)
{
	struct merge_shell_in in = { scope, r->today, id };

	if (one_merge_shell(r->store, in, shell))
		return OK;
	return store_error(r->store) == OK ? ERR_NOT_FOUND
					   : store_error(r->store);
}

static void show_form(struct view *page, const struct merge_shell *s)
{
	struct req *r = view_req(page);
	struct view *form = view_row(page, "UNDO");

	view_form(form, MERGING_UNDO);
	view_text(form, "ID", list_id(r, s->id));
	view_text(form, "MERGE", list_id(r, s->merge_id));
	view_text(form, "VERSION", list_id(r, s->version));
	view_text(form, "INTO_VERSION", list_id(r, s->into_version));
}

static enum err show(struct req *r, int64_t id, bool conflict)
{
	struct merge_shell s, mine;
	enum err e = find(r, r->viewer.read, id, &s);
	struct view *page;

	if (e != OK)
		return e;
	page = view_page(r, "followups/merge_shell.tpl");
	view_text(page, "TITLE", s.name);
	view_text(page, "NAME", s.name);
	view_text(page, "INTO_NAME", s.into_name);
	view_text(page, "INTO_URL", customers_page(r, s.into_id));
	view_text(page, "DAY", list_day(r, s.day));
	view_text(page, "PERSON", s.person);
	view_text(page, "WHY", s.why);
	view_if(page, "CONFLICT", conflict);
	if (r->viewer.writes && find(r, r->viewer.write, id, &mine) == OK)
		show_form(page, &mine);
	return store_error(r->store) == OK ? view_send(page)
					   : store_error(r->store);
}

enum err merging_shell(struct req *r, int64_t id)
{
	return show(r, id, false);
}

enum err merging_take_back(struct req *r, const void *form)
{
	const struct merging_undo *u = form;
	struct merge_act act = merging_act(r);
	struct merge_shell s;
	enum err e = find(r, r->viewer.write, u->id, &s);

	if (e == OK && s.merge_id != u->merge)
		e = ERR_CONFLICT;
	if (e == OK)
		e = merge_undo(
			r->store, &act, s.merge_id,
			(struct merge_seen){ s.id, u->version },
			(struct merge_seen){ s.into_id, u->into_version });
	if (e == OK)
		return req_redirect(r, "%s", customers_page(r, s.id));
	if (e != ERR_CONFLICT || show(r, u->id, true) != OK)
		return e;
	r->reply.status = 409;
	return e;
}
