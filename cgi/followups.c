/* followups.c - /followups: its addresses, and what each may be sent.
 *
 * The list shows the open follow-ups in sight: overdue (due before today),
 * today, the next 7 days, later.  Sums are of the last 12 months, refunds
 * taken off. */
#include "followups/calendar.h"
#include "followups/change.h"
#include "followups/customers.h"
#include "followups/desk.h"
#include "followups/heard.h"
#include "followups/idle.h"
#include "followups/leaving.h"
#include "followups/merging.h"
#include "followups/otherwise.h"
#include "followups/plan.h"
#include "followups/problems.h"
#include "followups/rules.h"
#include "followups/several.h"
#include "followups/team.h"
#include "lib/app.h"
#include "lib/followup.h"
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

/* ---- one press ---- */

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

/* ---- the whole form ---- */

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
	FIELD_FLAG(struct done, review, "review"),
	FIELD_FLAG(struct done, recommend, "recommend"),
	FIELD_CHOICE(
		struct done, next, "next", desk_nexts, NONE,
		.missing =
			N_("Choose when to talk again, or that you will not.")),
	FIELD_DAY(struct done, next_day, "next_day",
		  .flags = OPTIONAL | FROM_TODAY),
	FIELD_ID(struct done, then, "then", .flags = OPTIONAL),
	SHOW_FIELDS(struct done),
};

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

/* ---- taking back ---- */

static const struct field undo_fields[] = {
	FIELD_ID(struct undo, id, "id"),
	FIELD_INT(struct undo, version, "version", 1, INT64_MAX, NONE),
	SHOW_FIELDS(struct undo),
};

/* ---- the calendar on a phone ---- */

static const struct field calendar_fields[] = {
	FIELD_TEXT(struct calendar_ask, key, "key", CALENDAR_KEY,
		   .flags = OPTIONAL),
};

/* ---- several at once ---- */

static const struct field several_ask_fields[] = {
	SHOW_FIELDS(struct several_ask),
	FIELD_FLAG(struct several_ask, ticked, "ticked"),
	FIELD_TEXT(struct several_ask, picks, "picks", SEVERAL_TEXT,
		   .flags = OPTIONAL),
	FIELD_INT(struct several_ask, done, "done", 0, SEVERAL_MOST, NONE,
		  .flags = OPTIONAL),
	FIELD_INT(struct several_ask, late, "late", 0, SEVERAL_MOST, 0),
	FIELD_FLAG(struct several_ask, undone, "undone"),
};

static const struct field several_fields[] = {
	FIELD_TEXT(struct several, picks, "picks", SEVERAL_TEXT,
		   .flags = REPEATED, .missing = N_("Tick the ones you mean.")),
	FIELD_CHOICE(struct several, what, "what", several_whats, NONE,
		     .missing = N_("Say what is to happen to them.")),
	FIELD_DAY(struct several, day, "on", .flags = OPTIONAL | FROM_TODAY),
	FIELD_ID(struct several, to, "to", .flags = OPTIONAL),
	FIELD_TEXT(struct several, why, "why", 2000, .flags = OPTIONAL),
	SHOW_FIELDS(struct several),
};

static const struct field several_undo_fields[] = {
	FIELD_TEXT(struct several_undo, picks, "picks", SEVERAL_TEXT),
	SHOW_FIELDS(struct several_undo),
};

/* ---- a new one ---- */

static const struct field start_fields[] = {
	FIELD_ID(struct start, customer, "customer", .flags = OPTIONAL),
	FIELD_TEXT(struct start, subject, "subject", 500, .flags = OPTIONAL),
	FIELD_INT(struct start, silent, "silent", 1, 99999, NONE,
		  .flags = OPTIONAL),
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
	FIELD_CHOICE(struct plan, repeats, "repeats", plan_repeats,
		     REPEATS_NEVER, .flags = OPTIONAL),
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
	FIELD_ID(struct idle_ask, person, "person", .flags = OPTIONAL),
	FIELD_INT(struct idle_ask, rank, "rank", 0, INT32_MAX, NONE,
		  .flags = OPTIONAL),
	FIELD_ID(struct idle_ask, after, "after", .flags = OPTIONAL),
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

/* ---- customers who were recorded twice ---- */

static const struct field merging_ask_fields[] = {
	FIELD_ID(struct merging_ask, customer, "customer", .flags = OPTIONAL),
	FIELD_ID(struct merging_ask, keep, "keep", .flags = OPTIONAL),
	FIELD_ID(struct merging_ask, merge, "merge", .flags = OPTIONAL),
	FIELD_TEXT(struct merging_ask, q, "q", 200, .flags = OPTIONAL),
};

static const struct field merging_fields[] = {
	FIELD_ID(struct merging, keep, "keep"),
	FIELD_ID(struct merging, merge, "merge"),
	FIELD_INT(struct merging, keep_version, "keep_version", 1, INT64_MAX,
		  NONE),
	FIELD_INT(struct merging, merge_version, "merge_version", 1, INT64_MAX,
		  NONE),
	FIELD_TEXT(struct merging, why, "why", 2000,
		   .missing = N_("Say why both are the same.")),
};

static const struct field merging_undo_fields[] = {
	FIELD_ID(struct merging_undo, id, "id"),
	FIELD_ID(struct merging_undo, merge, "merge"),
	FIELD_INT(struct merging_undo, version, "version", 1, INT64_MAX, NONE),
	FIELD_INT(struct merging_undo, into_version, "into_version", 1,
		  INT64_MAX, NONE),
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
	{ GET, IDLE_PATH, SIGNED_IN, FORM(struct idle_ask, idle_fields),
	  idle_list, NULL, WITH_DATA },
	{ GET, LEAVING_PATH, WRITER,
	  FORM(struct leaving_ask, leaving_ask_fields), leaving_show, NULL, 0 },
	{ POST, LEAVING_PATH, WRITER, FORM(struct leaving, leaving_fields),
	  leaving_save, leaving_again, 0 },
	{ GET, MERGING_PATH, WRITER,
	  FORM(struct merging_ask, merging_ask_fields), merging_show, NULL, 0 },
	{ POST, MERGING_PATH, WRITER, FORM(struct merging, merging_fields),
	  merging_save, merging_again, 0 },
	{ POST, MERGING_UNDO, WRITER,
	  FORM(struct merging_undo, merging_undo_fields), merging_take_back,
	  view_refusal, 0 },
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
	{ POST, DESK_QUICK, WRITER, FORM(struct quick, quick_fields),
	  change_press, view_refusal, 0 },
	{ POST, DESK_DONE, WRITER, FORM(struct done, done_fields), change_save,
	  change_save_again, 0 },
	{ GET, OTHERWISE_PATH, WRITER,
	  FORM(struct otherwise_ask, otherwise_ask_fields), otherwise_show,
	  NULL, 0 },
	{ POST, OTHERWISE_PATH, WRITER,
	  FORM(struct otherwise, otherwise_fields), change_otherwise,
	  otherwise_again, 0 },
	{ GET, CALENDAR_PATH, ANYONE,
	  FORM(struct calendar_ask, calendar_fields), calendar_send, NULL, 0 },
	{ GET, SEVERAL_PATH, WRITER,
	  FORM(struct several_ask, several_ask_fields), several_show, NULL, 0 },
	{ POST, SEVERAL_PATH, WRITER, FORM(struct several, several_fields),
	  several_save, several_again, 0 },
	{ POST, SEVERAL_UNDO, WRITER,
	  FORM(struct several_undo, several_undo_fields), several_take_back,
	  view_refusal, 0 },
	{ POST, DESK_UNDO, WRITER, FORM(struct undo, undo_fields), change_undo,
	  view_refusal, 0 },
	{ GET, DESK_NEW, WRITER, FORM(struct start, start_fields), plan_begin,
	  NULL, 0 },
	{ POST, DESK_NEW, WRITER, FORM(struct plan, plan_fields), plan_add,
	  plan_add_again, 0 },
};

const struct app app_followups = { "followups", routes, COUNT(routes),
				   .writes = true };
