/* page.c - the list on the page, and what was just done. */
#include <string.h>

#include "desk.h"
#include "lib/format.h"
#include "lib/lang.h"
#include "lib/period.h"
#include "lib/rate.h"
#include "several.h"

enum {
	NEW_DAYS = 90,    /* so long a customer counts as new */
	COUNTS_ONLY = 10, /* below it a share is told by its counts alone */
};

const struct sent sent_nothing = {
	.outcome = "",
	.note = "",
	.score = "",
	.review = "",
	.recommend = "",
	.problem = "",
	.next = "",
	.next_day = "",
	.snooze = "",
	.why = "",
};

void desk_keep(struct view *undo, const char *name, const char *value)
{
	struct view *v;

	if (!*value)
		return;
	v = view_row(undo, "KEEP");
	view_text(v, "KEEP_NAME", name);
	view_text(v, "KEEP_VALUE", value);
}

static const char *who_value(const struct show *show)
{
	return form_word(list_who, COUNT(list_who), show->who);
}

static const char *all_value(const struct show *show)
{
	return show->all == NONE
		       ? ""
		       : form_word(list_groups, COUNT(list_groups), show->all);
}

void desk_list_values(struct view *v, const struct show *show)
{
	view_text(v, "WHO_VALUE", who_value(show));
	view_text(v, "OWNER_VALUE",
		  list_id_or_nothing(view_req(v), show->owner));
	view_text(v, "ALL_VALUE", all_value(show));
}

void desk_keep_list(struct view *undo, const struct show *show)
{
	desk_keep(undo, "who", who_value(show));
	desk_keep(undo, "owner",
		  list_id_or_nothing(view_req(undo), show->owner));
	desk_keep(undo, "all", all_value(show));
}

void desk_tag(struct view *v, const char *class, const char *name)
{
	struct view *tag = view_row(v, "TAG");

	view_text(tag, "TAG_CLASS", class);
	view_text(tag, "TAG_NAME", name);
}

bool desk_offers(struct answer *a, int64_t id, const char *name)
{
	struct product_all row;
	bool found = false;

	while (next_product_all(a, &row))
		found |= name ? strcmp(row.name, name) == 0 : row.id == id;
	return found;
}

void desk_kpi(struct view *v, const char *name, const char *value,
	      const char *note)
{
	struct view *kpi = view_row(v, "KPI");

	view_text(kpi, "KPI_NAME", name);
	view_text(kpi, "KPI_VALUE", value);
	view_text(kpi, "KPI_NOTE", note);
}

const char *desk_days(struct req *r, int64_t days)
{
	return arena_printf(r->arena, lang_plural("%s day", "%s days", days),
			    format_count(r->arena, r->language, days));
}

const char *desk_parts(struct req *r, int64_t k, int64_t n)
{
	return n == 0 ? FORMAT_NOTHING
		      : arena_printf(r->arena, _("%s of %s"),
				     format_count(r->arena, r->language, k),
				     format_count(r->arena, r->language, n));
}

void desk_share(struct view *v, int64_t k, int64_t n)
{
	struct req *r = view_req(v);
	struct share s = rate_share(k, n);
	bool few = n < COUNTS_ONLY;

	view_text(v, "RATE",
		  few ? "" : format_rate(r->arena, r->language, s.rate, n));
	view_text(v, "RANGE",
		  few ? ""
		      : format_range(r->arena, r->language, s.low, s.high));
	view_text(v, "PARTS", desk_parts(r, k, n));
}

void desk_kind(struct view *v, const char *kind)
{
	view_if(v, "CALL", strcmp(kind, "call") == 0);
	view_if(v, "MAIL", strcmp(kind, "mail") == 0);
	view_if(v, "VISIT", strcmp(kind, "visit") == 0);
}

const char *desk_on(bool yes)
{
	return yes ? "1" : "";
}

/* ---- the list ---- */

static void show_tags(struct req *r, struct view *task,
		      const struct followup_list *f)
{
	if (f->do_not_contact)
		desk_tag(task, "bad", _("Do not contact"));
	if (f->problem)
		desk_tag(task, "bad", _("Open problem"));
	if (f->first_purchase != NONE &&
	    r->today - f->first_purchase < NEW_DAYS)
		desk_tag(task, "info", _("New customer"));
	if (strcmp(f->last_outcome, "more") == 0)
		desk_tag(task, "good", _("Wants more"));
}

/* "5 days late", "in 3 days", "". */
static const char *due_note(struct req *r, int64_t due_day)
{
	int64_t days =
		due_day < r->today ? r->today - due_day : due_day - r->today;

	if (days == 0)
		return "";
	if (due_day < r->today)
		return arena_printf(
			r->arena,
			lang_plural("%lld day late", "%lld days late", days),
			(long long)days);
	return arena_printf(r->arena,
			    lang_plural("in %lld day", "in %lld days", days),
			    (long long)days);
}

static void show_due(struct req *r, struct view *task, enum group group,
		     int64_t due_day)
{
	view_text(task, "DUE_LATE", group == OVERDUE ? "1" : "");
	view_text(task, "DUE_NOTE", due_note(r, due_day));
	if (group == TODAY)
		view_text(task, "DUE", _("Today"));
	else if (group == LATER || r->today - due_day > 300)
		view_day(task, "DUE", due_day);
	else
		view_day_words(task, "DUE", due_day);
}

/* Why it is there, and how often. */
static void show_cause(struct view *task, const struct followup_list *f)
{
	const char *often = desk_repeats((enum repeats)f->repeats);

	view_printf(task, "CAUSE", "%s%s%s", LABEL(list_causes, f->cause),
		    *often ? " \xc2\xb7 " : "", often);
}

static void show_task(struct req *r, struct view *v, const struct list *l,
		      enum group group, const struct followup_list *f)
{
	struct view *task = view_row(v, "TASK"), *quick;
	struct show show = l->show;

	show.id = f->id;
	show.did = NONE;
	view_text(task, "TASK_ID", list_id(r, f->id));
	view_printf(task, "TASK_URL", "%s#detail",
		    list_address(r, DESK_LIST, &show));
	view_text(task, "TASK_ON", desk_on(f->id == l->show.id));
	view_text(task, "TASK_LATER", desk_on(group >= WEEK));
	view_text(task, "CUSTOMER", f->customer);
	view_text(task, "SUBJECT", f->subject);
	show_cause(task, f);
	view_text(task, "OWNER", l->owner ? "" : f->owner);
	view_money(task, "WORTH", f->year_revenue);
	desk_kind(task, f->kind);
	show_due(r, task, group, f->due_day);
	show_tags(r, task, f);
	if (group >= WEEK || !r->viewer.writes)
		return;
	quick = view_row(task, "QUICK");
	view_form(quick, DESK_QUICK);
	view_text(quick, "VERSION", list_id(r, f->version));
	view_text(quick, "THEN", list_id_or_nothing(r, list_after(l, f->id)));
}

static const char *group_name(struct req *r, enum group group)
{
	switch (group) {
	case OVERDUE:
		return _("Overdue");
	case TODAY:
		/* TRANSLATORS: %s is a day: Today, Mon 23 Nov */
		return arena_printf(r->arena, _("Today, %s"),
				    list_day_words(r, r->today));
	case WEEK:
		return _("Next 7 days");
	case LATER:
		return _("Later");
	}
	BUG_IF(true);
}

/* To all of a group; to the file when that is too long for a page. */
static void show_more(struct req *r, struct view *v, const struct list *l,
		      enum group group, int64_t hidden)
{
	bool there = l->show.all == (int64_t)group;
	struct show all = l->show;

	all.did = NONE;
	all.all = (int64_t)group;
	if (there)
		all.id = all.all = NONE;
	view_printf(v, "MORE_TEXT",
		    lang_plural("and %lld more", "and %lld more", hidden),
		    (long long)hidden);
	view_printf(v, "MORE_URL", there ? "%s" : "%s#g%d",
		    list_address(r, there ? "/followups.csv" : DESK_LIST, &all),
		    (int)group);
}

static void show_group(struct req *r, struct view *page, const struct list *l,
		       enum group group)
{
	const struct group_rows *g = &l->group[group];
	int64_t hidden = g->count - (int64_t)g->n;
	struct view *v;

	if (g->count == 0)
		return;
	v = view_row(page, "GROUP");
	view_printf(v, "GROUP_ID", "g%d", (int)group);
	view_text(v, "GROUP_NAME", group_name(r, group));
	view_count(v, "GROUP_COUNT", g->count);
	view_text(v, "GROUP_LATE", desk_on(group == OVERDUE));
	for (size_t i = 0; i < g->n; i++)
		show_task(r, v, l, group, &g->row[i]);
	if (hidden > 0)
		show_more(r, view_row(v, "MORE"), l, group, hidden);
}

static void show_choice(struct req *r, struct view *page, const struct list *l,
			enum who who, const char *name)
{
	struct view *v = view_row(page, "WHO");
	struct show show = { who, NONE, NONE, NONE, NONE };

	view_text(v, "WHO_URL", list_address(r, DESK_LIST, &show));
	view_text(v, "WHO_NAME", name);
	view_text(v, "WHO_HERE",
		  desk_on(l->show.who == who && l->show.owner == NONE));
}

static void show_choices(struct req *r, struct view *page, const struct list *l)
{
	const struct viewer *v = &r->viewer;

	if (v->writes)
		show_choice(r, page, l, MINE, _("Mine"));
	if (v->read.see == SEE_OWN)
		show_choice(r, page, l, EVERYBODY, _("My customers"));
	if (v->read.see >= SEE_TEAM && v->read.my_team)
		show_choice(r, page, l, TEAM, _("My team"));
	if (v->read.see == SEE_ALL)
		show_choice(r, page, l, EVERYBODY, _("Everyone"));
}

static const char *finding(struct req *r, int64_t late, int64_t today)
{
	const char *overdue;

	if (late == 0 && today == 0)
		return _("Nothing is due today.");
	if (late == 0)
		return arena_printf(r->arena,
				    lang_plural("%lld is due today.",
						"%lld are due today.", today),
				    (long long)today);
	if (today == 0)
		return arena_printf(
			r->arena,
			lang_plural("%lld is overdue; nothing is due today.",
				    "%lld are overdue; nothing is due today.",
				    late),
			(long long)late);
	overdue = arena_printf(
		r->arena,
		/* TRANSLATORS: begins "3 are overdue and 6 are due today." */
		lang_plural("%lld is overdue", "%lld are overdue", late),
		(long long)late);
	return arena_printf(r->arena,
			    /* TRANSLATORS: %s is "3 are overdue" */
			    lang_plural("%s and %lld is due today.",
					"%s and %lld are due today.", today),
			    overdue, (long long)today);
}

/* What is at stake and where to begin, or what comes next. */
static const char *details(struct req *r, const struct list *l)
{
	const struct followup_list *first = list_first(l);

	if (!first)
		return "";
	if (l->group[OVERDUE].count && l->stake > 0)
		return arena_printf(
			r->arena,
			_("The overdue ones concern customers worth %s in 12 months; begin with %s."),
			list_money(r, l->stake), first->customer);
	if (l->group[OVERDUE].count || l->group[TODAY].count)
		return arena_printf(r->arena, _("Begin with %s."),
				    first->customer);
	return arena_printf(r->arena, _("The next one is due %s: %s."),
			    list_day(r, first->due_day), first->customer);
}

/* Everything of today: what is done, and what is still to do. */
static void show_progress(struct req *r, struct view *page,
			  const struct list *l)
{
	int64_t all =
		l->done_today + l->group[OVERDUE].count + l->group[TODAY].count;
	struct view *v;

	if (all == 0)
		return;
	v = view_row(page, "DONE");
	/* TRANSLATORS: 5 of 11 (done today) */
	view_printf(v, "DONE_TEXT", _("%s of %s"),
		    format_count(r->arena, r->language, l->done_today),
		    format_count(r->arena, r->language, all));
	view_text(v, "DONE_COUNT", list_id(r, l->done_today));
	view_text(v, "DONE_ALL", list_id(r, all));
}

static void show_empty(struct view *page, const struct list *l)
{
	struct view *v;

	if (list_first(l))
		return;
	v = view_row(page, "EMPTY");
	view_text(v, "EMPTY_TITLE",
		  l->done_today ? _("Everything is done.")
				: _("No follow-up is planned."));
	view_text(
		v, "EMPTY_TEXT",
		_("Talks that you plan, and those that a purchase, a silence or a problem asks for, will be listed here."));
}

static void show_snoozes(struct req *r, struct view *page)
{
	static const struct choice {
		const char *value, *words;
	} choices[] = { { "TOMORROW_VALUE", "TOMORROW" },
			{ "WEEK_VALUE", "WEEK" },
			{ "MONTH_VALUE", "MONTH" } };
	const int64_t days[] = { r->today + 1, r->today + 7,
				 period_add_months(r->today, 1) };

	for (size_t i = 0; i < COUNT(choices); i++) {
		view_text(page, choices[i].value,
			  period_text(r->arena, days[i]));
		view_day_words(page, choices[i].words, days[i]);
	}
}

/* What who may change follow-ups finds beside them. */
static void show_writing(struct view *v, const struct show *list)
{
	view_text(v, "NEW_URL", DESK_NEW);
	view_text(v, "SEVERAL_URL",
		  list_address(view_req(v), SEVERAL_PATH, list));
}

static void desk_list(struct req *r, struct view *page, const struct list *l)
{
	struct show plain = l->show;

	plain.id = plain.did = plain.all = NONE;
	view_printf(page, "TITLE", _("Follow-ups: %lld overdue, %lld today"),
		    (long long)l->group[OVERDUE].count,
		    (long long)l->group[TODAY].count);
	view_text(page, "FINDING",
		  finding(r, l->group[OVERDUE].count, l->group[TODAY].count));
	view_text(page, "DETAILS", details(r, l));
	view_text(page, "CSV_URL", list_address(r, "/followups.csv", &plain));
	view_text(page, "JSON_URL", list_address(r, "/followups.json", &plain));
	desk_list_values(page, &l->show);
	if (r->viewer.writes)
		show_writing(view_row(page, "MAY_WRITE"), &plain);
	view_if(page, "TEAM", r->viewer.read.see != SEE_OWN);
	view_if(page, "RULES", r->viewer.role >= HEAD);
	show_choices(r, page, l);
	show_progress(r, page, l);
	show_snoozes(r, page);
	show_empty(page, l);
	for (size_t i = 0; i < COUNT(l->group); i++)
		show_group(r, page, l, (enum group)i);
	idle_few_show(page, &l->idle);
}

/* ---- what was just done, and undo ---- */

static const char *outcome_sentence(struct req *r, const struct followup_one *f,
				    const struct followup_last_event *last)
{
	struct followup_outcome_in in = { .followup = f->id, .at = last->at };
	struct followup_outcome was;
	const char *outcome;

	if (!one_followup_outcome(r->store, in, &was))
		return NULL;
	outcome = LABEL(list_outcomes, was.outcome);
	if (was.next_id == NONE)
		/* TRANSLATORS: customer, outcome */
		return arena_printf(r->arena,
				    _("%s: %s. No next follow-up is planned."),
				    f->customer, outcome);
	/* TRANSLATORS: customer, outcome, day */
	return arena_printf(r->arena, _("%s: %s. Next follow-up: %s."),
			    f->customer, outcome,
			    list_day_words(r, was.next_due));
}

const char *desk_sentence(struct req *r, const struct followup_one *f,
			  const struct followup_last_event *last)
{
	if (strcmp(last->kind, "done") == 0)
		return outcome_sentence(r, f, last);
	if (strcmp(last->kind, "cancelled") == 0)
		return arena_printf(r->arena, _("%s: follow-up cancelled."),
				    f->customer);
	if (strcmp(last->kind, "created") == 0)
		return arena_printf(r->arena,
				    _("%s: follow-up planned for %s."),
				    f->customer, list_day_words(r, f->due_day));
	if (strcmp(last->kind, "snoozed") == 0)
		return arena_printf(r->arena, _("%s: moved to %s."),
				    f->customer, list_day_words(r, f->due_day));
	if (strcmp(last->kind, "reopened") == 0)
		return arena_printf(r->arena,
				    _("%s: taken back, due %s as before."),
				    f->customer, list_day_words(r, f->due_day));
	if (strcmp(last->kind, "assigned") == 0)
		return arena_printf(r->arena,
				    _("%s: the follow-up is %s’s now."),
				    f->customer, f->owner);
	return NULL;
}

static void show_undo(struct req *r, struct view *toast, const struct list *l,
		      const struct followup_one *f)
{
	struct view *undo = view_row(toast, "UNDO");

	view_form(undo, DESK_UNDO);
	desk_keep(undo, "id", list_id(r, f->id));
	desk_keep(undo, "version", list_id(r, f->version));
	desk_keep_list(undo, &l->show);
}

/* A plan that was taken back is no follow-up any more: it had no reason. */
static bool can_be_undone(const struct followup_last_event *last)
{
	static const char *const kinds[] = { "done", "snoozed", "created",
					     "assigned" };

	for (size_t i = 0; i < COUNT(kinds); i++)
		if (strcmp(last->kind, kinds[i]) == 0)
			return true;
	return strcmp(last->kind, "cancelled") == 0 && *last->note;
}

static void toast_show(struct req *r, struct view *page, const struct list *l)
{
	struct followup_one_in one = { .scope = r->viewer.read,
				       .as_of = r->today,
				       .id = l->show.did };
	struct followup_last_event_in of = { .followup = l->show.did };
	struct followup_one f;
	struct followup_last_event last;
	const char *sentence;
	struct view *toast;

	if (l->show.did == NONE || !one_followup_one(r->store, one, &f) ||
	    !one_followup_last_event(r->store, of, &last))
		return;
	sentence = desk_sentence(r, &f, &last);
	if (!sentence)
		return;
	toast = view_row(page, "TOAST");
	view_text(toast, "TOAST_TEXT", sentence);
	if (r->viewer.writes && can_be_undone(&last))
		show_undo(r, toast, l, &f);
}

/* ---- the page ---- */

/* The one asked for, or the first; also when the one that was to come after a
 * change has meanwhile been dealt with. */
static int64_t open_beside(const struct list *l)
{
	const struct followup_list *first = list_first(l);
	const struct show *s = &l->show;
	bool went_on = s->did != NONE && s->did != s->id;

	if (s->id != NONE && (!went_on || list_has(l, s->id)))
		return s->id;
	return first ? first->id : NONE;
}

enum err desk_page(struct req *r, const struct show *show,
		   const struct sent *sent)
{
	struct view *page;
	struct list l;
	enum err e = list_load(r, show, &l);

	if (e != OK)
		return e;
	l.show.id = open_beside(&l);
	page = view_page(r, "followups/page.tpl");
	desk_list(r, page, &l);
	toast_show(r, page, &l);
	view_messages(page);
	if (l.show.id != NONE)
		e = desk_detail(r, page, &l, sent);
	if (e == OK)
		e = store_error(r->store);
	return e == OK ? view_send(page) : e;
}
