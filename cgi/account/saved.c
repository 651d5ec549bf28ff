/* saved.c - pages with their filters, kept under a name. */
#include "saved.h"

#include <string.h>

#include "lib/app.h"
#include "lib/lang.h"
#include "lib/str.h"
#include "lib/url.h"
#include "lib/view.h"
#include "place.h"
#include "queries.h"

enum { OWN_MOST = 100, SHOWN_MOST = 500 };

/* The pages of this program are nothing to come back to. */
static bool can_be_saved(const char *to)
{
	return place_ours(to) && strncmp(to, "/account", 8) != 0;
}

/* Whether an address names its days. */
static bool names_days(const char *to)
{
	return strstr(to, "from=") || strstr(to, "to=") || strstr(to, "as_of=");
}

static bool may_share(const struct req *r)
{
	return r->viewer.role >= LEAD;
}

static void show_one(struct view *page, const struct saved_all *saved)
{
	struct view *v = view_row(page, "SAVED"), *mine;

	view_text(v, "SAVED_URL", saved->address);
	view_text(v, "SAVED_NAME", saved->name);
	view_text(v, "SAVED_OWNER", saved->mine ? "" : saved->owner);
	view_if(v, "SAVED_SHARED", saved->mine && saved->shared);
	if (!saved->mine)
		return;
	mine = view_row(v, "MINE");
	view_form(mine, SAVED_REMOVE);
	view_printf(mine, "SAVED_ID", "%lld", (long long)saved->id);
}

static void show_form(struct req *r, struct view *page,
		      const struct saved_ask *ask)
{
	struct view *v;

	if (!can_be_saved(ask->to))
		return;
	v = view_row(page, "SAVE");
	view_form(v, SAVED_PATH);
	view_text(v, "NAME_VALUE", ask->name);
	view_text(v, "TO_VALUE", ask->to);
	view_if(v, "STAYS", names_days(ask->to));
	view_if(v, "MOVES", !names_days(ask->to));
	if (may_share(r))
		view_text(view_row(v, "SHARE"), "SHARED_HERE",
			  ask->shared ? "1" : "");
}

/* Every view, and above them the form for the page that somebody comes from. */
static enum err show(struct req *r, const struct saved_ask *ask)
{
	bool cannot = *ask->to && !place_ours(ask->to);
	struct answer *a = ask_saved_all(
		r->store, (struct saved_all_in){ r->viewer.id, SHOWN_MOST });
	struct view *page = view_page(r, "account/saved-views.tpl");
	struct saved_all saved;
	size_t n = 0;

	view_text(page, "TITLE", _("Saved views"));
	view_messages(page);
	show_form(r, page, ask);
	for (; next_saved_all(a, &saved); n++)
		show_one(page, &saved);
	view_if(page, "NONE_YET", n == 0);
	view_if(page, "CANNOT", cannot);
	return store_error(r->store) == OK ? view_send(page)
					   : store_error(r->store);
}

enum err saved_show(struct req *r, const void *form)
{
	return show(r, form);
}

/* How many views the viewer has under other names. */
static int64_t others(struct req *r, const char *name_key)
{
	struct answer *a = ask_saved_all(
		r->store, (struct saved_all_in){ r->viewer.id, SHOWN_MOST });
	struct saved_all saved;
	int64_t n = 0;

	while (next_saved_all(a, &saved))
		n += saved.mine &&
		     strcmp(str_fold(r->arena, saved.name), name_key) != 0;
	return n;
}

static enum err check(struct req *r, const struct saved_new *new,
		      const char *name_key)
{
	if (!can_be_saved(new->to))
		form_refuse(r->form, "name",
			    N_("This is no page that can be saved."));
	else if (others(r, name_key) >= OWN_MOST)
		form_refuse(
			r->form, "name",
			N_("You have saved 100 views. Remove one of them first."));
	return r->form->n_messages ? ERR_INPUT : store_error(r->store);
}

enum err saved_add(struct req *r, const void *form)
{
	const struct saved_new *new = form;
	const char *name_key = str_fold(r->arena, new->name);
	struct saved_set_in in = {
		.person = r->viewer.id,
		.name = new->name,
		.name_key = name_key,
		.address = new->to,
		.shared = new->shared,
		.now = r->now,
	};
	enum err e;

	if (new->shared && !may_share(r))
		return ERR_FORBIDDEN;
	e = check(r, new, name_key);
	if (e == OK)
		e = run_saved_set(r->store, in);
	return e == OK ? req_redirect(r, "%s", new->to) : e;
}

enum err saved_add_again(struct req *r)
{
	return show(r, &(struct saved_ask){
			       .to = form_value(r->form, "to")->typed,
			       .name = form_value(r->form, "name")->typed,
			       .shared = *form_value(r->form, "shared")->typed,
		       });
}

/* Back to the page, where it can be saved again. */
enum err saved_take_away(struct req *r, const void *form)
{
	const struct saved_old *old = form;
	struct saved_one_in in = { old->id, r->viewer.id };
	struct saved_one was;
	struct buf *b = buf_new(r->arena);

	if (!one_saved_one(r->store, in, &was))
		return store_error(r->store) == OK ? ERR_NOT_FOUND
						   : store_error(r->store);
	run_saved_remove(r->store,
			 (struct saved_remove_in){ old->id, r->viewer.id });
	url_add(b, "to", was.address);
	url_add(b, "name", was.name);
	if (was.shared)
		url_add(b, "shared", "1");
	return store_error(r->store) == OK
		       ? req_redirect(r, SAVED_PATH "?%s", buf_text(b))
		       : store_error(r->store);
}
