/* followups.c - /followups: whom to talk to, when, and how it ended.
 *
 * The list shows the open follow-ups in sight: overdue (due before today),
 * today, the next 7 days, later.  Sums are of the last 12 months, refunds
 * taken off.  Every change goes through lib/followup.h, can be taken back by
 * one press, and names the version it saw: who is too late is shown what was
 * typed beside what has happened. */
#include <string.h>

#include "followups/customers.h"
#include "followups/desk.h"
#include "followups/heard.h"
#include "followups/leaving.h"
#include "followups/otherwise.h"
#include "followups/plan.h"
#include "followups/problems.h"
#include "followups/rules.h"
#include "followups/team.h"
#include "lib/app.h"
#include "lib/followup.h"
#include "lib/lang.h"
#include "lib/money.h"
#include "lib/rule.h"
#include "lib/view.h"

enum { DATA_MOST = 50000 }; /* rows of one group in a download */

/* ---- the list ---- */

static const struct field show_fields[] = {
	SHOW_FIELDS(struct show),
	FIELD_ID(struct show, id, "id", .flags = OPTIONAL),
	FIELD_ID(struct show, did, "did", .flags = OPTIONAL),
};

static enum err answer_list(struct req *r, const void *form)
{
	struct list l;
	enum err e;

	if (r->format == HTML)
		return desk_page(r, form, &sent_nothing);
	e = list_load_all(r, form, DATA_MOST, &l);
	if (e != OK)
		return e;
	return r->format == CSV ? list_csv(r, &l) : list_json(r, &l);
}

/* ---- changes ---- */

/* The list of a form that came back with messages. */
static struct show show_of_form(const struct form_result *form)
{
	struct show show = show_usual;
	const char *who = form_value(form, "who")->typed;
	const char *all = form_value(form, "all")->typed;

	for (size_t i = 0; i < COUNT(list_who); i++)
		if (strcmp(who, list_who[i].name) == 0)
			show.who = (enum who)list_who[i].value;
	for (size_t i = 0; i < COUNT(list_groups); i++)
		if (strcmp(all, list_groups[i].name) == 0)
			show.all = list_groups[i].value;
	(void)str_int(form_value(form, "owner")->typed, &show.owner);
	(void)str_int(form_value(form, "id")->typed, &show.id);
	return show;
}

static struct followup_act act_of(const struct req *r)
{
	return (struct followup_act){ r->viewer.write, r->now, r->today };
}

/* Where the list goes on after a change, at a place of that page ("" or with
 * its #), or the page for who was too late. */
static enum err finish(struct req *r, enum err e, const struct show *to,
		       const char *place, const struct show *from,
		       const struct sent *sent)
{
	if (e == OK)
		return req_redirect(r, "%s%s", list_address(r, DESK_LIST, to),
				    place);
	if (e != ERR_CONFLICT || desk_page(r, from, sent) != OK)
		return e;
	r->reply.status = 409;
	return e;
}

/* The page after the change: what was done, and the one open that the list
 * had after it. */
static struct show go_on(const struct show *from, int64_t then)
{
	struct show to = *from;

	to.did = from->id;
	to.id = then;
	return to;
}

/* What the next talk is about; "": the same again. */
static const char *next_subject(enum outcome outcome)
{
	switch (outcome) {
	case HAPPY:
	case NEUTRAL:
		return _("Is everything still as it should be?");
	case UNHAPPY:
		return _("Is the problem solved?");
	case WANTS_MORE:
		return _("What do they want to buy next?");
	case NO_ANSWER:
	case WRONG_CONTACT:
	case DO_NOT_CONTACT:
		return "";
	}
	BUG_IF(true);
}

/* ---- one press ---- */

struct quick {
	int64_t id, version;
	int64_t outcome; /* enum outcome, or NONE */
	int64_t snooze;  /* day, or NONE */
	int64_t then;    /* the one that comes after it in the list, or NONE */
	enum who who;
	int64_t owner, all;
};

static const struct word quick_outcomes[] = {
	{ "happy", HAPPY },
	{ "unhappy", UNHAPPY },
	{ "no_answer", NO_ANSWER },
};

static const struct field quick_fields[] = {
	FIELD_ID(struct quick, id, "id"),
	FIELD_INT(struct quick, version, "version", 1, INT64_MAX, NONE),
	FIELD_CHOICE(struct quick, outcome, "outcome", quick_outcomes, NONE,
		     .flags = OPTIONAL),
	FIELD_DAY(struct quick, snooze, "snooze",
		  .flags = OPTIONAL | FROM_TODAY),
	FIELD_ID(struct quick, then, "then", .flags = OPTIONAL),
	SHOW_FIELDS(struct quick),
};

static enum err quick_done(struct req *r, const struct quick *q)
{
	struct followup_act act = act_of(r);
	enum outcome outcome = (enum outcome)q->outcome;
	struct followup_result result = {
		.outcome = outcome,
		.score = NONE,
		.note = "",
		.problem = "",
		.next_day = followup_next_day(outcome, r->today),
		.subject = next_subject(outcome),
	};
	int64_t next;

	return followup_done(r->store, &act,
			     (struct followup_seen){ q->id, q->version },
			     &result, &next);
}

static enum err press(struct req *r, const void *form)
{
	const struct quick *q = form;
	struct followup_act act = act_of(r);
	struct show from = { q->who, q->owner, q->id, NONE, q->all };
	struct show to = go_on(&from, q->then);
	struct sent sent = sent_nothing;
	enum err e;

	if ((q->outcome == NONE) == (q->snooze == NONE)) {
		form_refuse(r->form, "outcome",
			    N_("Choose an outcome, or a day to snooze to."));
		return ERR_INPUT;
	}
	sent.conflict = true;
	sent.outcome = form_value(r->form, "outcome")->typed;
	sent.snooze = q->snooze == NONE ? "" : list_day(r, q->snooze);
	e = q->snooze == NONE ? quick_done(r, q)
			      : followup_snooze(r->store, &act,
						(struct followup_seen){
							q->id, q->version },
						q->snooze);
	return finish(r, e, &to, "", &from, &sent);
}

/* ---- the whole form ---- */

struct done {
	int64_t id, version;
	enum outcome outcome;
	const char *problem, *note;
	int64_t score;    /* 0 to 10, or NONE */
	int64_t next;     /* one of NEXT_WEEK to NEXT_NONE */
	int64_t next_day; /* for NEXT_DAY */
	int64_t then;     /* the one that comes after it in the list, or NONE */
	enum who who;
	int64_t owner, all;
};

static const struct word outcome_words[] = {
	{ "happy", HAPPY },
	{ "neutral", NEUTRAL },
	{ "unhappy", UNHAPPY },
	{ "more", WANTS_MORE },
	{ "no_answer", NO_ANSWER },
	{ "wrong_contact", WRONG_CONTACT },
	{ "do_not_contact", DO_NOT_CONTACT },
};

static const struct field done_fields[] = {
	FIELD_ID(struct done, id, "id"),
	FIELD_INT(struct done, version, "version", 1, INT64_MAX, NONE),
	FIELD_CHOICE(struct done, outcome, "outcome", outcome_words, NONE,
		     .missing = N_("Choose how it ended.")),
	FIELD_TEXT(struct done, problem, "problem", 2000,
		   .flags = OPTIONAL | MANY_LINES),
	FIELD_TEXT(struct done, note, "note", 2000,
		   .flags = OPTIONAL | MANY_LINES),
	FIELD_INT(struct done, score, "score", 0, 10, NONE, .flags = OPTIONAL),
	FIELD_CHOICE(
		struct done, next, "next", desk_nexts, NONE,
		.missing =
			N_("Choose when to talk again, or that you will not.")),
	FIELD_DAY(struct done, next_day, "next_day",
		  .flags = OPTIONAL | FROM_TODAY),
	FIELD_ID(struct done, then, "then", .flags = OPTIONAL),
	SHOW_FIELDS(struct done),
};

static struct sent sent_result(const struct form_result *form)
{
	return (struct sent){
		.outcome = form_value(form, "outcome")->typed,
		.note = form_value(form, "note")->typed,
		.score = form_value(form, "score")->typed,
		.problem = form_value(form, "problem")->typed,
		.next = form_value(form, "next")->typed,
		.next_day = form_value(form, "next_day")->typed,
		.snooze = "",
		.why = "",
	};
}

/* Whether a problem of the customer is known already. */
static bool has_problem(struct req *r, int64_t id)
{
	struct followup_customer_in in = { .scope = r->viewer.write,
					   .as_of = r->today,
					   .year_from = r->today,
					   .id = id };
	struct followup_customer c;

	return one_followup_customer(r->store, in, &c) && *c.problem;
}

/* What only both fields together can tell. */
static enum err check_done(struct req *r, const struct done *d)
{
	if (d->outcome == UNHAPPY && !*d->problem && !has_problem(r, d->id))
		form_refuse(r->form, "problem", N_("Say what the problem is."));
	if (d->next == NEXT_DAY && d->next_day == NONE)
		form_refuse(r->form, "next_day",
			    N_("Say on which day, or choose another time."));
	return r->form->n_messages ? ERR_INPUT : OK;
}

static enum err save(struct req *r, const void *form)
{
	const struct done *d = form;
	struct followup_act act = act_of(r);
	struct show from = { d->who, d->owner, d->id, NONE, d->all };
	struct show to = go_on(&from, d->then);
	struct sent sent = sent_result(r->form);
	struct followup_result result = {
		.outcome = d->outcome,
		.score = d->score,
		.note = d->note,
		.problem = d->problem,
		.next_day = d->next == NEXT_DAY ? d->next_day
						: desk_day(d->next, r->today),
		.subject = next_subject(d->outcome),
	};
	int64_t next;
	enum err e = check_done(r, d);

	sent.conflict = true;
	if (e == OK)
		e = followup_done(r->store, &act,
				  (struct followup_seen){ d->id, d->version },
				  &result, &next);
	return finish(r, e, &to, to.id == NONE ? "" : "#detail", &from, &sent);
}

static enum err save_again(struct req *r)
{
	struct show show = show_of_form(r->form);
	struct sent sent = sent_result(r->form);

	if (show.id == NONE)
		return ERR_INPUT;
	return desk_page(r, &show, &sent);
}

/* ---- not done, but ended or handed over ---- */

static const struct field otherwise_ask_fields[] = {
	FIELD_ID(struct otherwise_ask, id, "id"),
	FIELD_ID(struct otherwise_ask, then, "then", .flags = OPTIONAL),
	SHOW_FIELDS(struct otherwise_ask),
};

static const struct field otherwise_fields[] = {
	FIELD_ID(struct otherwise, id, "id"),
	FIELD_INT(struct otherwise, version, "version", 1, INT64_MAX, NONE),
	FIELD_CHOICE(struct otherwise, what, "what", otherwise_whats, NONE,
		     .missing = N_("Choose one of both.")),
	FIELD_ID(struct otherwise, to, "to", .flags = OPTIONAL),
	FIELD_TEXT(struct otherwise, why, "why", 2000, .flags = OPTIONAL),
	FIELD_ID(struct otherwise, then, "then", .flags = OPTIONAL),
	SHOW_FIELDS(struct otherwise),
};

static enum err end_otherwise(struct req *r, const void *form)
{
	const struct otherwise *o = form;
	struct followup_act act = act_of(r);
	struct show from = { o->who, o->owner, o->id, NONE, o->all };
	struct show to = go_on(&from, o->then);
	struct sent sent = sent_nothing;

	sent.conflict = true;
	sent.why = o->why;
	return finish(r, otherwise_end(r, &act, o), &to, "", &from, &sent);
}

/* ---- taking back ---- */

struct undo {
	int64_t id, version;
	enum who who;
	int64_t owner, all;
};

static const struct field undo_fields[] = {
	FIELD_ID(struct undo, id, "id"),
	FIELD_INT(struct undo, version, "version", 1, INT64_MAX, NONE),
	SHOW_FIELDS(struct undo),
};

static enum err take_back(struct req *r, const void *form)
{
	const struct undo *u = form;
	struct followup_act act = act_of(r);
	struct show from = { u->who, u->owner, u->id, NONE, u->all };
	struct show to = { u->who, u->owner, u->id, u->id, u->all };
	struct sent sent = sent_nothing;
	struct followup_one_in in = { .scope = r->viewer.read,
				      .as_of = r->today,
				      .id = u->id };
	struct followup_one f;
	enum err e = followup_undo(r->store, &act,
				   (struct followup_seen){ u->id, u->version });

	sent.conflict = sent.undo = true;
	if (e == OK && one_followup_one(r->store, in, &f) &&
	    strcmp(f.state, "open") != 0)
		to.id = NONE;
	return finish(r, e, &to, "", &from, &sent);
}

/* ---- a new one ---- */

static const struct field start_fields[] = {
	FIELD_ID(struct start, customer, "customer", .flags = OPTIONAL),
	FIELD_TEXT(struct start, subject, "subject", 500, .flags = OPTIONAL),
	FIELD_DAY(struct start, due, "due", .flags = OPTIONAL),
};

static const struct field plan_fields[] = {
	FIELD_TEXT(struct plan, customer, "customer", 200,
		   .missing = N_("Say which customer.")),
	FIELD_ID(struct plan, chosen, "chosen", .flags = OPTIONAL),
	FIELD_TEXT(struct plan, subject, "subject", 500,
		   .missing = N_("Say why you will contact the customer.")),
	FIELD_CHOICE(struct plan, kind, "kind", plan_kinds, NONE,
		     .missing =
			     N_("Choose how you will contact the customer.")),
	FIELD_CHOICE(struct plan, when, "when", plan_whens, NONE,
		     .flags = OPTIONAL),
	FIELD_DAY(struct plan, due, "due", .flags = OPTIONAL | FROM_TODAY),
	FIELD_ID(struct plan, owner, "owner", .flags = OPTIONAL),
	FIELD_TEXT(struct plan, note, "note", 2000,
		   .flags = OPTIONAL | MANY_LINES),
};

/* ---- customers ---- */

static const struct field search_fields[] = {
	FIELD_TEXT(struct customers_search, q, "q", 200, .flags = OPTIONAL),
};

static const struct field customer_fields[] = {
	FIELD_ID(struct customers_ask, id, "id"),
	FIELD_CHOICE(struct customers_ask, show, "show", customers_shows,
		     SHOW_ALL, .flags = OPTIONAL),
	FIELD_FLAG(struct customers_ask, all, "all"),
};

static const struct field problem_fields[] = {
	FIELD_ID(struct problem_form, id, "id"),
	FIELD_TEXT(struct problem_form, what, "what", 2000,
		   .missing = N_("Say what the problem is."),
		   .flags = MANY_LINES),
	FIELD_DAY(struct problem_form, due, "due",
		  .flags = OPTIONAL | FROM_TODAY),
};

/* ---- the queue of problems ---- */

static const struct field problems_fields[] = {
	FIELD_CHOICE(struct problems_ask, state, "state", problems_states,
		     PROBLEMS_OPEN, .flags = OPTIONAL),
	FIELD_FLAG(struct problems_ask, mine, "mine"),
	FIELD_INT(struct problems_ask, rank, "rank", 0, INT32_MAX, NONE,
		  .flags = OPTIONAL),
	FIELD_ID(struct problems_ask, after, "after", .flags = OPTIONAL),
};

static const struct field problem_one_fields[] = {
	FIELD_ID(struct problems_one_ask, id, "id"),
};

static const struct field change_fields[] = {
	FIELD_ID(struct problem_change_form, id, "id"),
	FIELD_INT(struct problem_change_form, version, "version", 1, INT64_MAX,
		  NONE),
	FIELD_TEXT(struct problem_change_form, what, "what", 2000,
		   .missing = N_("Say what the problem is."),
		   .flags = MANY_LINES),
	FIELD_TEXT(struct problem_change_form, cause, "cause", 200,
		   .flags = OPTIONAL),
	FIELD_MONEY(struct problem_change_form, cost, "cost", 0, MONEY_MOST,
		    .flags = OPTIONAL),
	FIELD_DAY(struct problem_change_form, due, "due", .flags = OPTIONAL),
	FIELD_ID(struct problem_change_form, owner, "owner", .flags = OPTIONAL),
};

#define END_FIELDS                                                             \
	FIELD_ID(struct problem_end_form, id, "id"),                           \
		FIELD_INT(struct problem_end_form, version, "version", 1,      \
			  INT64_MAX, NONE),                                    \
		FIELD_ID(struct problem_end_form, customer, "customer",        \
			 .flags = OPTIONAL)

static const struct field solved_fields[] = {
	END_FIELDS,
	FIELD_TEXT(struct problem_end_form, note, "note", 2000,
		   .flags = OPTIONAL | MANY_LINES),
};

static const struct field reopened_fields[] = {
	END_FIELDS,
	FIELD_TEXT(struct problem_end_form, note, "note", 2000,
		   .missing = N_("Say what is wrong again."),
		   .flags = MANY_LINES),
};

/* ---- news of a customer ---- */

static const struct field heard_ask_fields[] = {
	FIELD_ID(struct heard_ask, id, "id"),
};

static const struct field heard_fields[] = {
	FIELD_ID(struct heard, id, "id"),
	FIELD_CHOICE(struct heard, what, "what", heard_whats, NONE,
		     .missing = N_("Choose what happened.")),
	FIELD_MONEY(struct heard, amount, "amount", 1, MONEY_MOST,
		    .flags = OPTIONAL),
	FIELD_ID(struct heard, product, "product", .flags = OPTIONAL),
	FIELD_INT(struct heard, rating, "rating", 1, 5, NONE,
		  .flags = OPTIONAL),
	FIELD_TEXT(struct heard, place, "place", 200, .flags = OPTIONAL),
	FIELD_DAY(struct heard, day, "day", .flags = OPTIONAL | TO_TODAY),
};

/* ---- rules ---- */

static const struct field rules_fields[] = {
	FIELD_INT(struct rules_ask, made, "made", 0, INT32_MAX, NONE,
		  .flags = OPTIONAL),
};

static const struct field rule_fields[] = {
	FIELD_ID(struct rules_one_ask, id, "id"),
};

static const struct field rule_new_fields[] = {
	FIELD_CHOICE(struct rules_new, cause, "cause", rules_causes, NONE,
		     .missing = N_("Choose what the rule answers.")),
	FIELD_INT(struct rules_new, days, "days", 0, RULE_DAYS_MOST, NONE),
	FIELD_ID(struct rules_new, product, "product", .flags = OPTIONAL),
	FIELD_TEXT(struct rules_new, segment, "segment", 200,
		   .flags = OPTIONAL),
	FIELD_CHOICE(struct rules_new, kind, "kind", plan_kinds, NONE,
		     .missing =
			     N_("Choose how you will contact the customer.")),
	FIELD_TEXT(struct rules_new, subject, "subject", 500,
		   .missing = N_("Say what the talk is about.")),
};

/* ---- the team ---- */

static const struct field team_fields[] = {
	FIELD_ID(struct team_ask, team, "team", .flags = OPTIONAL),
	FIELD_CHOICE(struct team_ask, days, "days", team_spans, 30,
		     .flags = OPTIONAL),
};

static const struct field idle_fields[] = {
	FIELD_ID(struct team_idle_ask, person, "person", .flags = OPTIONAL),
};

static const struct field leaving_ask_fields[] = {
	FIELD_ID(struct leaving_ask, person, "person"),
};

static const struct field leaving_fields[] = {
	FIELD_ID(struct leaving, person, "person"),
	FIELD_ID(struct leaving, to, "to",
		 .missing = N_("Choose who takes it over.")),
	FIELD_TEXT(struct leaving, why, "why", 2000,
		   .missing = N_("Say why it changes hands.")),
};

static const struct route routes[] = {
	{ GET, DESK_LIST, SIGNED_IN, FORM(struct show, show_fields),
	  answer_list, NULL, WITH_DATA },
	{ GET, CUSTOMERS_FIND, SIGNED_IN,
	  FORM(struct customers_search, search_fields), customers_search, NULL,
	  0 },
	{ GET, CUSTOMERS_ONE, SIGNED_IN,
	  FORM(struct customers_ask, customer_fields), customers_one, NULL, 0 },
	{ POST, CUSTOMERS_PROBLEM, WRITER,
	  FORM(struct problem_form, problem_fields), customers_problem,
	  customers_again, 0 },
	{ GET, PROBLEMS_LIST, SIGNED_IN,
	  FORM(struct problems_ask, problems_fields), problems_list, NULL,
	  WITH_DATA },
	{ GET, PROBLEMS_ONE, SIGNED_IN,
	  FORM(struct problems_one_ask, problem_one_fields), problems_one, NULL,
	  0 },
	{ POST, PROBLEMS_CHANGE, WRITER,
	  FORM(struct problem_change_form, change_fields), problems_change,
	  problems_refused, 0 },
	{ POST, PROBLEMS_SOLVED, WRITER,
	  FORM(struct problem_end_form, solved_fields), problems_solved,
	  problems_refused, 0 },
	{ POST, PROBLEMS_AGAIN, WRITER,
	  FORM(struct problem_end_form, reopened_fields), problems_again,
	  problems_refused, 0 },
	{ GET, TEAM_PATH, SIGNED_IN, FORM(struct team_ask, team_fields),
	  team_show, NULL, WITH_DATA },
	{ GET, TEAM_IDLE, SIGNED_IN, FORM(struct team_idle_ask, idle_fields),
	  team_idle, NULL, WITH_DATA },
	{ GET, LEAVING_PATH, WRITER,
	  FORM(struct leaving_ask, leaving_ask_fields), leaving_show, NULL, 0 },
	{ POST, LEAVING_PATH, WRITER, FORM(struct leaving, leaving_fields),
	  leaving_save, leaving_again, 0 },
	{ GET, HEARD_PATH, WRITER, FORM(struct heard_ask, heard_ask_fields),
	  heard_show, NULL, 0 },
	{ POST, HEARD_PATH, WRITER, FORM(struct heard, heard_fields),
	  heard_save, heard_again, 0 },
	{ GET, RULES_PATH, WRITER, FORM(struct rules_ask, rules_fields),
	  rules_show, NULL, 0 },
	{ GET, RULES_ONE, WRITER, FORM(struct rules_one_ask, rule_fields),
	  rules_one, NULL, 0 },
	{ POST, RULES_PATH, WRITER, FORM(struct rules_new, rule_new_fields),
	  rules_add, rules_add_again, 0 },
	{ POST, RULES_STOP, WRITER, FORM(struct rules_one_ask, rule_fields),
	  rules_stop, view_refusal, 0 },
	{ POST, RULES_RUN, WRITER, NO_FORM, rules_run, view_refusal, 0 },
	{ POST, DESK_QUICK, WRITER, FORM(struct quick, quick_fields), press,
	  view_refusal, 0 },
	{ POST, DESK_DONE, WRITER, FORM(struct done, done_fields), save,
	  save_again, 0 },
	{ GET, OTHERWISE_PATH, WRITER,
	  FORM(struct otherwise_ask, otherwise_ask_fields), otherwise_show,
	  NULL, 0 },
	{ POST, OTHERWISE_PATH, WRITER,
	  FORM(struct otherwise, otherwise_fields), end_otherwise,
	  otherwise_again, 0 },
	{ POST, DESK_UNDO, WRITER, FORM(struct undo, undo_fields), take_back,
	  view_refusal, 0 },
	{ GET, DESK_NEW, WRITER, FORM(struct start, start_fields), plan_begin,
	  NULL, 0 },
	{ POST, DESK_NEW, WRITER, FORM(struct plan, plan_fields), plan_add,
	  plan_add_again, 0 },
};

const struct app app_followups = { "followups", routes, COUNT(routes),
				   .writes = true };
