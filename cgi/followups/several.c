/* several.c - one thing done to several follow-ups of a list. */
#include "several.h"

#include <string.h>

#include "desk.h"
#include "lib/followup.h"
#include "lib/format.h"
#include "lib/lang.h"
#include "plan.h"

const struct word several_whats[] = { { "snooze", SEVERAL_SNOOZE },
				      { "assign", SEVERAL_ASSIGN },
				      { "cancel", SEVERAL_CANCEL } };

/* What the form shows, as typed. */
struct draft {
	const char *picks, *what, *day, *to, *why;
	bool all; /* tick all */
};

/* ---- picks ----------------------------------------------------------------
 */

static const char *pick_text(struct req *r, int64_t id, int64_t version)
{
	return arena_printf(r->arena, "%lld.%lld", (long long)id,
			    (long long)version);
}

/* Whether a list of picks holds one. */
static bool picked(const char *picks, const char *pick)
{
	size_t n = strlen(pick);

	for (const char *at = picks; (at = strstr(at, pick)); at += n)
		if ((at == picks || at[-1] == ' ') &&
		    (at[n] == ' ' || at[n] == '\0'))
			return true;
	return false;
}

/* Takes the next pick off the text; ERR_INPUT when it is none, or
 * ERR_NOT_FOUND at the end. */
static enum err next_pick(struct req *r, const char **text,
			  struct followup_seen *seen)
{
	size_t gap = strspn(*text, " "), n = strcspn(*text + gap, " ");
	const char *pick = arena_strndup(r->arena, *text + gap, n);
	size_t dot = strcspn(pick, ".");

	*text += gap + n;
	if (n == 0)
		return ERR_NOT_FOUND;
	if (!pick[dot] || str_int(pick + dot + 1, &seen->version) != OK ||
	    str_int(arena_strndup(r->arena, pick, dot), &seen->id) != OK)
		return ERR_INPUT;
	return OK;
}

/* ---- the page -------------------------------------------------------------
 */

/* Whose it is needs no word where all are of one person. */
static void show_row(struct view *group, const struct list *l,
		     const struct followup_list *f, const struct draft *d)
{
	struct req *r = view_req(group);
	const char *pick = pick_text(r, f->id, f->version);
	struct view *v = view_row(group, "TASK");

	view_text(v, "PICK", pick);
	view_text(v, "PICK_HERE", desk_on(d->all || picked(d->picks, pick)));
	view_text(v, "CUSTOMER", f->customer);
	view_text(v, "SUBJECT", f->subject);
	view_text(v, "OWNER", l->owner ? "" : f->owner);
	view_text(v, "DUE", list_day(r, f->due_day));
}

static void show_group(struct view *form, const struct list *l,
		       enum group group, const struct draft *d)
{
	static const char *const names[] = {
		[OVERDUE] = N_("Overdue"),
		[TODAY] = N_("Today"),
		[WEEK] = N_("Next 7 days"),
		[LATER] = N_("Later"),
	};
	const struct group_rows *g = &l->group[group];
	struct view *v;

	if (g->n == 0)
		return;
	v = view_row(form, "GROUP");
	view_text(v, "GROUP_NAME", _(names[group]));
	for (size_t i = 0; i < g->n && i < SEVERAL_MOST; i++)
		show_row(v, l, &g->row[i], d);
}

static void show_people(struct view *form, const char *chosen)
{
	struct req *r = view_req(form);
	struct answer *a = ask_followup_owners(
		r->store,
		(struct followup_owners_in){ r->viewer.write, r->today });
	struct followup_owners p;

	while (next_followup_owners(a, &p)) {
		const char *id = list_id(r, p.id);
		struct view *v = view_row(form, "PERSON");

		view_text(v, "PERSON_ID", id);
		view_text(v, "PERSON_NAME", p.name);
		view_text(v, "PERSON_HERE", desk_on(strcmp(chosen, id) == 0));
	}
}

static void show_draft(struct view *form, const struct draft *d)
{
	static const char *const names[] = {
		[SEVERAL_SNOOZE] = N_("Move them to a day"),
		[SEVERAL_ASSIGN] = N_("Hand them over"),
		[SEVERAL_CANCEL] = N_("Cancel them"),
	};

	for (size_t i = 0; i < COUNT(several_whats); i++) {
		const char *word = several_whats[i].name;
		struct view *v = view_row(form, "WHAT");

		view_text(v, "WHAT_WORD", word);
		view_text(v, "WHAT_NAME", _(names[several_whats[i].value]));
		view_text(v, "WHAT_HERE", desk_on(strcmp(word, d->what) == 0));
		/* The first is where a message leads. */
		view_printf(v, "WHAT_ID", i == 0 ? "what" : "what-%zu", i);
	}
	view_text(form, "ON_VALUE", d->day);
	view_text(form, "WHY_VALUE", d->why);
}

static void show_form(struct view *page, const struct list *l,
		      const struct draft *d)
{
	struct req *r = view_req(page);
	struct view *form = view_row(page, "PICKING");
	const char *here = list_address(r, SEVERAL_PATH, &l->show);

	view_form(form, SEVERAL_PATH);
	view_printf(form, "TICK_URL", "%s%sticked=1", here,
		    strchr(here, '?') ? "&" : "?");
	view_text(form, "UNTICK_URL", here);
	desk_list_values(form, &l->show);
	for (size_t i = 0; i < COUNT(l->group); i++)
		show_group(form, l, (enum group)i, d);
	show_draft(form, d);
	show_people(form, d->to);
}

static enum err show(struct req *r, const struct show *show,
		     const struct draft *d, struct view **shown)
{
	struct view *page = view_page(r, "followups/several.tpl");
	struct list l;
	enum err e = list_load(r, show, &l);

	if (e != OK)
		return e;
	view_text(page, "TITLE", _("Several follow-ups at once"));
	view_text(page, "BACK_URL", list_address(r, DESK_LIST, show));
	view_messages(page);
	view_if(page, "NOTHING", !list_first(&l));
	if (list_first(&l))
		show_form(page, &l, d);
	*shown = page;
	return store_error(r->store);
}

/* ---- what was done --------------------------------------------------------
 */

static const char *done_sentence(struct req *r, const struct several_ask *q)
{
	const char *n = format_count(r->arena, r->language, q->done);
	const char *late = format_count(r->arena, r->language, q->late);
	const char *done =
		q->undone ? arena_printf(r->arena,
					 lang_plural("%s follow-up is as it "
						     "was before.",
						     "%s follow-ups are as "
						     "they were before.",
						     q->done),
					 n)
			  : arena_printf(r->arena,
					 lang_plural("%s follow-up changed.",
						     "%s follow-ups changed.",
						     q->done),
					 n);

	if (q->late == 0)
		return done;
	return arena_printf(
		r->arena, "%s %s", done,
		arena_printf(r->arena,
			     lang_plural("%s was changed by somebody else "
					 "meanwhile and was left alone.",
					 "%s were changed by somebody else "
					 "meanwhile and were left alone.",
					 q->late),
			     late));
}

static void show_done(struct view *page, const struct several_ask *q,
		      const struct show *list)
{
	struct req *r = view_req(page);
	struct view *toast = view_row(page, "TOAST"), *undo;

	view_text(toast, "TOAST_TEXT", done_sentence(r, q));
	if (q->undone || !*q->picks)
		return;
	undo = view_row(toast, "UNDO");
	view_form(undo, SEVERAL_UNDO);
	desk_keep(undo, "picks", q->picks);
	desk_keep_list(undo, list);
}

enum err several_show(struct req *r, const void *form)
{
	const struct several_ask *q = form;
	const struct show list = { q->who, q->owner, NONE, NONE, q->all };
	struct view *page;
	enum err e =
		show(r, &list, &(struct draft){ "", "", "", "", "", q->ticked },
		     &page);

	if (e == OK && q->done != NONE)
		show_done(page, q, &list);
	return e == OK ? view_send(page) : e;
}

enum err several_again(struct req *r)
{
	const struct form_result *f = r->form;
	const struct show list = list_typed(f);
	const struct draft d = {
		.picks = form_value(f, "picks")->typed,
		.what = form_value(f, "what")->typed,
		.day = form_value(f, "on")->typed,
		.to = form_value(f, "to")->typed,
		.why = form_value(f, "why")->typed,
	};
	struct view *page;
	enum err e = show(r, &list, &d, &page);

	return e == OK ? view_send(page) : e;
}

/* ---- doing it -------------------------------------------------------------
 */

/* What is done to each, and how it went. */
struct deed {
	struct followup_act act;
	const struct several *what; /* NULL: taken back */
	struct buf *changed;        /* as they are to be taken back */
	int64_t done, late;
};

static enum err do_one(struct req *r, const struct deed *d,
		       struct followup_seen seen)
{
	const struct several *w = d->what;

	if (!w)
		return followup_undo(r->store, &d->act, seen);
	switch (w->what) {
	case SEVERAL_SNOOZE:
		return followup_snooze(r->store, &d->act, seen, w->day);
	case SEVERAL_ASSIGN:
		return followup_assign(r->store, &d->act, seen, w->to, w->why);
	case SEVERAL_CANCEL:
		return followup_cancel(r->store, &d->act, seen, w->why);
	}
	BUG_IF(true);
}

/* One that somebody else has changed is left alone. */
static enum err do_all(struct req *r, struct deed *d, const char *picks)
{
	struct followup_seen seen;
	enum err e;

	while ((e = next_pick(r, &picks, &seen)) == OK) {
		e = do_one(r, d, seen);
		if (e == ERR_CONFLICT) {
			d->late++;
			continue;
		}
		if (e != OK)
			return e;
		d->done++;
		buf_printf(d->changed, "%s%s", d->done > 1 ? " " : "",
			   pick_text(r, seen.id, seen.version + 1));
	}
	return e == ERR_NOT_FOUND ? OK : e;
}

static enum err go_back(struct req *r, const struct show *list,
			const struct deed *d)
{
	const char *here = list_address(r, SEVERAL_PATH, list);
	struct buf *b = buf_new(r->arena);

	url_add(b, "done", list_id(r, d->done));
	url_add(b, "late", list_id(r, d->late));
	if (!d->what)
		url_add(b, "undone", "1");
	else if (d->done)
		url_add(b, "picks", buf_text(d->changed));
	return req_redirect(r, "%s%s%s", here, strchr(here, '?') ? "&" : "?",
			    buf_text(b));
}

static void check_picks(struct req *r, const char *picks)
{
	struct followup_seen seen;
	size_t n = 0;
	enum err e;

	while ((e = next_pick(r, &picks, &seen)) == OK)
		n++;
	if (e == ERR_INPUT)
		form_refuse(r->form, "picks",
			    N_("Choose one of those on offer."));
	if (n > SEVERAL_MOST)
		form_refuse(r->form, "picks", N_("Choose at most 150."));
}

static enum err check(struct req *r, const struct several *s)
{
	check_picks(r, s->picks);
	if (s->what == SEVERAL_SNOOZE && s->day == NONE)
		form_refuse(r->form, "on", N_("Say to which day."));
	if (s->what == SEVERAL_ASSIGN && !plan_may_own(r, s->to))
		form_refuse(r->form, "to", N_("Choose one of those on offer."));
	if (s->what == SEVERAL_CANCEL && !*s->why)
		form_refuse(r->form, "why", N_("Say why they are not needed."));
	return r->form->n_messages ? ERR_INPUT : store_error(r->store);
}

enum err several_save(struct req *r, const void *form)
{
	const struct several *s = form;
	const struct show list = { s->who, s->owner, NONE, NONE, s->all };
	struct deed d = {
		.act = { r->viewer.write, r->now, r->today },
		.what = s,
		.changed = buf_new(r->arena),
	};
	enum err e = check(r, s);

	if (e == OK)
		e = do_all(r, &d, s->picks);
	return e == OK ? go_back(r, &list, &d) : e;
}

enum err several_take_back(struct req *r, const void *form)
{
	const struct several_undo *u = form;
	const struct show list = { u->who, u->owner, NONE, NONE, u->all };
	struct deed d = {
		.act = { r->viewer.write, r->now, r->today },
		.changed = buf_new(r->arena),
	};
	enum err e = do_all(r, &d, u->picks);

	return e == OK ? go_back(r, &list, &d) : e;
}
