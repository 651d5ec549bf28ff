/* detail.c - one customer beside the list: facts, events, the outcome. */
#include <string.h>

#include "customers.h"
#include "desk.h"
#include "history.h"
#include "lib/format.h"
#include "lib/lang.h"
#include "lib/period.h"
#include "otherwise.h"

/* Of what happened with a customer: so many at once, the others on request;
 * what is older still is not told here. */
enum { EVENTS_SHOWN = 3, EVENTS_MOST = 50 };

static const struct label kind_labels[] = {
	{ "call", N_("Call") },
	{ "mail", N_("Email") },
	{ "visit", N_("Meeting") },
};

const struct word desk_nexts[] = {
	{ "again", NEXT_AGAIN }, { "week", NEXT_WEEK },
	{ "month", NEXT_MONTH }, { "quarter", NEXT_QUARTER },
	{ "day", NEXT_DAY },     { "none", NEXT_NONE },
};

static const struct label next_labels[] = {
	{ "again", N_("As it comes again") }, { "week", N_("1 week") },
	{ "month", N_("1 month") },           { "quarter", N_("3 months") },
	{ "day", N_("Another day") },         { "none", N_("None") },
};

const char *desk_repeats(enum repeats repeats)
{
	switch (repeats) {
	case REPEATS_NEVER:
		return "";
	case REPEATS_WEEKLY:
		return _("every week");
	case REPEATS_FORTNIGHTLY:
		return _("every two weeks");
	case REPEATS_MONTHLY:
		return _("every month");
	case REPEATS_QUARTERLY:
		return _("every three months");
	case REPEATS_HALF_YEARLY:
		return _("every half-year");
	case REPEATS_YEARLY:
		return _("every year");
	}
	BUG_IF(true);
}

int64_t desk_day(int64_t next, enum repeats repeats, int64_t today)
{
	switch (next) {
	case NEXT_AGAIN:
		return followup_again(repeats, today);
	case NEXT_WEEK:
		return today + 7;
	case NEXT_MONTH:
		return period_add_months(today, 1);
	case NEXT_QUARTER:
		return period_add_months(today, 3);
	default:
		return NONE;
	}
}

/* ---- how it ended ---- */

static void show_outcomes(struct view *form, const struct sent *sent)
{
	for (size_t i = 0; i < COUNT(list_outcomes); i++) {
		const struct label *o = &list_outcomes[i];
		struct view *v = view_row(form, "OUTCOME");

		view_text(v, "OUTCOME_WORD", o->word);
		view_text(v, "OUTCOME_NAME", lang_text(o->text));
		view_text(v, "OUTCOME_HERE",
			  desk_on(strcmp(sent->outcome, o->word) == 0));
		/* A message leads to the first choice by the field's name. */
		if (i == 0)
			view_text(v, "OUTCOME_ID", "outcome");
		else
			view_printf(v, "OUTCOME_ID", "outcome-%s", o->word);
	}
}

/* What comes again is proposed, or a month; a week while a problem is open.
 * A message leads to the first choice by the field's name. */
static void show_nexts(struct req *r, struct view *form,
		       const struct sent *sent, bool problem,
		       enum repeats repeats)
{
	const char *usual_one = problem ? "week" : repeats ? "again" : "month";
	const char *here = *sent->next ? sent->next : usual_one;
	size_t first = repeats ? 0 : 1;

	for (size_t i = first; i < COUNT(next_labels); i++) {
		const struct label *n = &next_labels[i];
		int64_t day = desk_day(desk_nexts[i].value, repeats, r->today);
		struct view *v = view_row(form, "NEXT");

		view_text(v, "NEXT_WORD", n->word);
		view_text(v, "NEXT_NAME", lang_text(n->text));
		view_text(v, "NEXT_HERE", desk_on(strcmp(here, n->word) == 0));
		view_text(v, "NEXT_DAY_TEXT",
			  day == NONE ? ""
				      : format_day_short(r->arena, r->language,
							 day));
		if (i == first)
			view_text(v, "NEXT_ID", "next");
		else
			view_printf(v, "NEXT_ID", "next-%s", n->word);
	}
}

static void show_result_form(struct req *r, struct view *detail,
			     const struct list *l, const struct followup_one *f,
			     const struct sent *sent, bool problem)
{
	struct view *form;

	if (!r->viewer.writes || strcmp(f->state, "open") != 0)
		return;
	form = view_row(detail, "RESULT");
	view_form(form, DESK_DONE);
	view_text(form, "RESULT_ID", list_id(r, f->id));
	view_text(form, "VERSION", list_id(r, f->version));
	view_text(form, "THEN", list_id_or_nothing(r, list_after(l, f->id)));
	view_text(form, "NOTE_VALUE", sent->note);
	view_text(form, "SCORE_VALUE", sent->score);
	view_text(form, "REVIEW_HERE", sent->review);
	view_text(form, "RECOMMEND_HERE", sent->recommend);
	view_text(form, "PROBLEM_VALUE", sent->problem);
	view_text(form, "NEXT_DAY_VALUE", sent->next_day);
	view_text(form, "OTHER_URL", otherwise_address(r, l, f->id));
	show_outcomes(form, sent);
	show_nexts(r, form, sent, problem, (enum repeats)f->repeats);
}

/* At most so many of h[0..n); returns how many are left. */
static size_t show_events(struct req *r, struct view *v,
			  const struct customer_happened *h, size_t n,
			  size_t most)
{
	for (size_t i = 0; i < n; i++) {
		if (i == most)
			return n - most;
		history_show(r, view_row(v, "HAPPENED"), &h[i]);
	}
	return 0;
}

static void show_earlier(struct req *r, struct view *events,
			 const struct customer_happened *h, size_t n)
{
	struct view *v = view_row(events, "EARLIER");

	view_printf(v, "EARLIER_TEXT",
		    lang_plural("and %lld more", "and %lld more", (int64_t)n),
		    (long long)n);
	show_events(r, v, h, n, n);
}

static struct answer *ask_happened(struct req *r, int64_t id)
{
	struct followup_happened_in in = { .scope = r->viewer.read,
					   .as_of = r->today,
					   .id = id,
					   .most = EVENTS_MOST };

	return ask_followup_happened(r->store, in);
}

static enum err show_happened(struct req *r, struct view *detail,
			      struct answer *a)
{
	struct customer_happened *h =
		arena_array(r->arena, EVENTS_MOST, sizeof(*h));
	struct customer_happened row;
	struct view *events;
	size_t left;
	size_t n = 0;

	while (next_customer_happened(a, &row))
		h[n++] = row;
	view_if(detail, "NOTHING_YET", n == 0);
	if (n == 0)
		return store_error(r->store);
	events = view_row(detail, "EVENTS");
	left = show_events(r, events, h, n, EVENTS_SHOWN);
	if (left)
		show_earlier(r, events, h + (n - left), left);
	return store_error(r->store);
}

static void show_customer(struct req *r, struct view *v,
			  const struct followup_customer *c)
{
	if (c->do_not_contact)
		desk_tag(v, "bad", _("Do not contact"));
	if (*c->problem)
		desk_tag(v, "bad", _("Open problem"));
	if (*c->segment)
		desk_tag(v, "", c->segment);
	view_printf(v, "D_SINCE", _("Customer since %s"),
		    list_day(r, c->since_day));
	view_text(v, "D_CONTACT", c->contact_name);
	view_count(v, "D_PURCHASES", c->purchases);
	view_money(v, "D_REVENUE", c->year_revenue);
	view_text(v, "D_LAST_PURCHASE", list_day(r, c->last_purchase));
	view_text(v, "D_LAST_CONTACT", list_day(r, c->last_contact));
	view_text(v, "D_PHONE", c->phone);
	view_text(v, "D_EMAIL", c->email);
	view_text(v, "D_PROBLEM", c->problem);
}

static void show_followup(struct req *r, struct view *v,
			  const struct followup_one *f)
{
	view_text(v, "D_CUSTOMER", f->customer);
	view_printf(v, "D_CUSTOMER_URL", CUSTOMERS_ONE "?id=%lld",
		    (long long)f->customer_id);
	view_text(v, "D_SUBJECT", f->subject);
	view_text(v, "D_CAUSE", LABEL(list_causes, f->cause));
	view_text(v, "D_DUE", list_day(r, f->due_day));
	view_text(v, "D_REPEATS", desk_repeats((enum repeats)f->repeats));
	view_text(v, "D_OWNER", f->owner);
	view_text(v, "D_NOTE", f->note);
	view_text(v, "D_KIND", LABEL(kind_labels, f->kind));
	if (strcmp(f->state, "open") != 0)
		view_text(view_row(v, "D_ENDED"), "D_STATE",
			  strcmp(f->state, "done") == 0
				  ? _("This follow-up is done.")
				  : _("This follow-up was cancelled."));
}

/* ---- who was too late ---- */

static void show_typed(struct view *v, const char *name, const char *text)
{
	struct view *row;

	if (!*text)
		return;
	row = view_row(v, "TYPED");
	view_text(row, "TYPED_LABEL", name);
	view_text(row, "TYPED_TEXT", text);
}

/* What the others did to it, with who and when. */
static const char *now_text(struct req *r, const struct followup_one *f)
{
	struct followup_last_event_in in = { .followup = f->id };
	struct followup_last_event last;
	const char *sentence = NULL;

	if (one_followup_last_event(r->store, in, &last))
		sentence = desk_sentence(r, f, &last);
	if (!sentence)
		return list_day(r, f->due_day);
	if (!*last.actor)
		return sentence;
	return arena_printf(r->arena, "%s (%s, %s)", sentence, last.actor,
			    list_day(r, last.day));
}

static void show_conflict(struct req *r, struct view *detail,
			  const struct followup_one *f, const struct sent *sent)
{
	struct view *v;

	if (!sent->conflict)
		return;
	v = view_row(detail, "CONFLICT");
	view_text(v, "NOW_TEXT", now_text(r, f));
	show_typed(v, _("Outcome"), LABEL(list_outcomes, sent->outcome));
	show_typed(v, _("Problem"), sent->problem);
	show_typed(v, _("Note"), sent->note);
	show_typed(v, _("Score, 0 to 10"), sent->score);
	show_typed(v, _("Asked for a review"), *sent->review ? _("yes") : "");
	show_typed(v, _("Asked to recommend us"),
		   *sent->recommend ? _("yes") : "");
	show_typed(v, _("Next follow-up"), LABEL(next_labels, sent->next));
	show_typed(v, _("Another day"), sent->next_day);
	show_typed(v, _("Snooze until"), sent->snooze);
	show_typed(v, _("Undo"), sent->undo ? _("yes") : "");
	show_typed(v, _("Reason"), sent->why);
}

/* ---- all of it ---- */

enum err desk_detail(struct req *r, struct view *page, const struct list *l,
		     const struct sent *sent)
{
	int64_t id = l->show.id;
	struct followup_one_in one = { .scope = r->viewer.read,
				       .as_of = r->today,
				       .id = id };
	struct followup_customer_in in = {
		.scope = r->viewer.read,
		.as_of = r->today,
		.year_from = period_add_months(r->today, -12),
		.id = id,
	};
	struct answer *followup = ask_followup_one(r->store, one);
	struct answer *customer = ask_followup_customer(r->store, in);
	struct answer *happened = ask_happened(r, id);
	struct followup_one f;
	struct followup_customer c;
	struct view *v;

	if (!next_followup_one(followup, &f) ||
	    !next_followup_customer(customer, &c))
		return store_error(r->store) == OK ? ERR_NOT_FOUND
						   : store_error(r->store);
	v = view_row(page, "DETAIL");
	show_followup(r, v, &f);
	show_customer(r, v, &c);
	show_conflict(r, v, &f, sent);
	show_result_form(r, v, l, &f, sent, *c.problem);
	return show_happened(r, v, happened);
}
