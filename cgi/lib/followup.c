/* followup.c - the rules of a follow-up: planned, moved, done, taken back. */
#include "followup.h"

#include <string.h>

#include "period.h"
#include "problem.h"
#include "queries.h"

static const char *const words[] = {
	[HAPPY] = "happy",
	[NEUTRAL] = "neutral",
	[UNHAPPY] = "unhappy",
	[WANTS_MORE] = "more",
	[NO_ANSWER] = "no_answer",
	[WRONG_CONTACT] = "wrong_contact",
	[DO_NOT_CONTACT] = "do_not_contact",
};

const char *followup_outcome_word(enum outcome outcome)
{
	return words[outcome];
}

enum outcome followup_outcome(const char *word)
{
	for (size_t i = 0; i < COUNT(words); i++)
		if (strcmp(words[i], word) == 0)
			return (enum outcome)i;
	BUG_IF(true); /* the schema allows these words only */
}

int64_t followup_again(enum repeats repeats, int64_t today)
{
	switch (repeats) {
	case REPEATS_NEVER:
		return NONE;
	case REPEATS_WEEKLY:
		return today + 7;
	case REPEATS_FORTNIGHTLY:
		return today + 14;
	case REPEATS_MONTHLY:
		return period_add_months(today, 1);
	case REPEATS_QUARTERLY:
		return period_add_months(today, 3);
	case REPEATS_HALF_YEARLY:
		return period_add_months(today, 6);
	case REPEATS_YEARLY:
		return period_add_months(today, 12);
	}
	BUG_IF(true);
}

int64_t followup_next_day(enum outcome outcome, enum repeats repeats,
			  int64_t today)
{
	switch (outcome) {
	case HAPPY:
	case NEUTRAL:
		return followup_again(repeats ? repeats : REPEATS_MONTHLY,
				      today);
	case UNHAPPY:
	case WANTS_MORE:
	case WRONG_CONTACT:
		return today + 7;
	case NO_ANSWER:
		return today + 1;
	case DO_NOT_CONTACT:
		return NONE;
	}
	BUG_IF(true);
}

static int64_t actor(const struct followup_act *act)
{
	return act->scope.me ? act->scope.me : NONE;
}

/* ---- rows and their events ---- */

/* A follow-up on its way from one state to the next. */
struct change {
	struct store *s;
	const struct followup_act *act;
	struct followup_one row;
	struct followup_last_event last;
	int64_t at; /* of the new event */
};

/* Reads the follow-up as it is.  Two events of one follow-up never share a
 * second, so that their order, and which talks stand, is plain. */
static enum err see(struct change *c, struct followup_seen seen)
{
	struct followup_one_in one = { .scope = c->act->scope,
				       .as_of = c->act->today,
				       .id = seen.id };
	struct followup_last_event_in last = { .followup = seen.id };

	if (!one_followup_one(c->s, one, &c->row))
		return store_error(c->s) == OK ? ERR_NOT_FOUND
					       : store_error(c->s);
	if (c->row.version != seen.version)
		return ERR_CONFLICT;
	c->last = (struct followup_last_event){ .kind = "",
						.at = NONE,
						.note = "" };
	one_followup_last_event(c->s, last, &c->last);
	c->at = c->last.at >= c->act->now ? c->last.at + 1 : c->act->now;
	return store_error(c->s);
}

static enum err see_open(struct change *c, struct followup_seen seen)
{
	enum err e = see(c, seen);

	if (e == OK && strcmp(c->row.state, "open") != 0)
		return ERR_CONFLICT;
	return e;
}

static struct followup_event_add_in event_of(const struct change *c,
					     const char *kind)
{
	return (struct followup_event_add_in){
		.followup = c->row.id,
		.kind = kind,
		.at = c->at,
		.day = c->act->today,
		.actor = actor(c->act),
		.due_day = NONE,
		.owner = NONE,
		.note = "",
	};
}

static enum err add_event(struct change *c, const char *kind, int64_t due_day)
{
	struct followup_event_add_in in = event_of(c, kind);

	in.due_day = due_day;
	return run_followup_event_add(c->s, in);
}

static enum err change_to(struct change *c, const char *state, int64_t due_day,
			  int64_t snoozes)
{
	struct followup_change_in in = {
		.scope = c->act->scope,
		.as_of = c->act->today,
		.id = c->row.id,
		.version = c->row.version,
		.state = state,
		.due_day = due_day,
		.snoozes = snoozes,
	};
	struct followup_change changed;

	if (one_followup_change(c->s, in, &changed))
		return OK;
	return store_error(c->s) == OK ? ERR_CONFLICT : store_error(c->s);
}

/* ---- planning ---- */

static enum err plan_at(struct store *s, const struct followup_act *act,
			const struct followup_plan *plan, int64_t at,
			int64_t *id)
{
	struct followup_add_in add = {
		.customer = plan->customer,
		.owner = plan->owner,
		.kind = plan->kind,
		.cause = plan->cause,
		.subject = plan->subject,
		.due_day = plan->due_day,
		.repeats = plan->repeats,
		.now = at,
		.today = act->today,
	};
	struct followup_event_add_in event = {
		.kind = "created",
		.at = at,
		.day = act->today,
		.actor = actor(act),
		.due_day = plan->due_day,
		.owner = plan->owner,
		.note = plan->note,
	};
	struct followup_add added;

	if (!one_followup_add(s, add, &added))
		return store_error(s);
	*id = event.followup = added.id;
	return run_followup_event_add(s, event);
}

enum err followup_add(struct store *s, const struct followup_act *act,
		      const struct followup_plan *plan, int64_t *id)
{
	struct followup_customer_one_in in = { .scope = act->scope,
					       .as_of = act->today,
					       .id = plan->customer };
	struct followup_customer_one customer;

	*id = NONE;
	if (!one_followup_customer_one(s, in, &customer))
		return store_error(s) == OK ? ERR_NOT_FOUND : store_error(s);
	return plan_at(s, act, plan, act->now, id);
}

enum err followup_snooze(struct store *s, const struct followup_act *act,
			 struct followup_seen seen, int64_t due_day)
{
	struct change c = { .s = s, .act = act };
	enum err e = see_open(&c, seen);

	if (e == OK)
		e = change_to(&c, "open", due_day, c.row.snoozes + 1);
	return e == OK ? add_event(&c, "snoozed", due_day) : e;
}

enum err followup_cancel(struct store *s, const struct followup_act *act,
			 struct followup_seen seen, const char *note)
{
	struct change c = { .s = s, .act = act };
	struct followup_event_add_in event;
	enum err e = see_open(&c, seen);

	if (e == OK)
		e = change_to(&c, "cancelled", c.row.due_day, c.row.snoozes);
	if (e != OK)
		return e;
	event = event_of(&c, "cancelled");
	event.note = note;
	return run_followup_event_add(s, event);
}

/* ---- handing over ---- */

static enum err give(struct change *c, int64_t owner, const char *note)
{
	struct followup_assign_in in = {
		.scope = c->act->scope,
		.as_of = c->act->today,
		.id = c->row.id,
		.version = c->row.version,
		.owner = owner,
	};
	struct followup_event_add_in event = event_of(c, "assigned");
	struct followup_assign given;

	if (!one_followup_assign(c->s, in, &given))
		return store_error(c->s) == OK ? ERR_CONFLICT
					       : store_error(c->s);
	event.owner = owner;
	event.note = note;
	return run_followup_event_add(c->s, event);
}

enum err followup_assign(struct store *s, const struct followup_act *act,
			 struct followup_seen seen, int64_t owner,
			 const char *note)
{
	struct change c = { .s = s, .act = act };
	enum err e = see_open(&c, seen);

	if (e == OK && c.row.owner_id == owner)
		e = ERR_CONFLICT;
	return e == OK ? give(&c, owner, note) : e;
}

/* ---- done ---- */

static enum err add_talk(struct change *c, const struct followup_result *result,
			 int64_t *contact)
{
	struct contact_add_in in = {
		.customer = c->row.customer_id,
		.followup = c->row.id,
		.person = actor(c->act),
		.kind = c->row.kind,
		.outcome = words[result->outcome],
		.score = result->score,
		.recommend = result->recommend,
		.note = result->note,
		.at = c->at,
		.day = c->act->today,
	};
	struct contact_add added;

	if (!one_contact_add(c->s, in, &added))
		return store_error(c->s);
	*contact = added.id;
	return OK;
}

static enum err open_problem(struct change *c, const char *what,
			     int64_t contact)
{
	struct problem_act act = { actor(c->act), c->at, c->act->today };
	struct problem_new new = {
		.customer = c->row.customer_id,
		.owner = c->row.owner_id,
		.contact = contact,
		.what = what,
		.due_day = NONE,
	};

	return problem_open(c->s, &act, &new);
}

/* One press of "Problem" about a problem that is known already adds none. */
static enum err hear_problem(struct change *c,
			     const struct followup_result *result,
			     int64_t contact)
{
	struct followup_problem_in in = { .customer = c->row.customer_id };
	struct followup_problem open = { 0 };

	if (*result->problem)
		return open_problem(c, result->problem, contact);
	one_followup_problem(c->s, in, &open);
	if (open.n || store_error(c->s) != OK)
		return store_error(c->s);
	return open_problem(c, c->row.subject, contact);
}

static enum err mark_customer(struct change *c, bool do_not_contact)
{
	return run_followup_no_contact_set(
		c->s, (struct followup_no_contact_set_in){
			      .customer = c->row.customer_id,
			      .do_not_contact = do_not_contact });
}

/* Somebody who was not reached is still called for the same reason. */
static const char *next_cause(const struct change *c, enum outcome outcome)
{
	switch (outcome) {
	case UNHAPPY:
		return "problem";
	case NO_ANSWER:
	case WRONG_CONTACT:
		return c->row.cause;
	case HAPPY:
	case NEUTRAL:
	case WANTS_MORE:
	case DO_NOT_CONTACT:
		return "hand";
	}
	BUG_IF(true);
}

static enum err plan_next(struct change *c,
			  const struct followup_result *result, int64_t *next)
{
	struct followup_plan plan = {
		.customer = c->row.customer_id,
		.owner = c->row.owner_id,
		.kind = c->row.kind,
		.cause = next_cause(c, result->outcome),
		.subject = *result->subject ? result->subject : c->row.subject,
		.note = "",
		.due_day = result->next_day,
		.repeats = (enum repeats)c->row.repeats,
	};

	if (result->next_day == NONE || result->outcome == DO_NOT_CONTACT)
		return OK;
	return plan_at(c->s, c->act, &plan, c->at, next);
}

static enum err ask_review(struct change *c,
			   const struct followup_result *result,
			   int64_t contact)
{
	struct review_add_in in = { .customer = c->row.customer_id,
				    .contact = contact,
				    .place = "",
				    .rating = NONE,
				    .asked_day = c->act->today,
				    .promised_day = NONE,
				    .published_day = NONE };

	return result->review ? run_review_add(c->s, in) : OK;
}

enum err followup_done(struct store *s, const struct followup_act *act,
		       struct followup_seen seen,
		       const struct followup_result *result, int64_t *next)
{
	struct change c = { .s = s, .act = act };
	int64_t contact = NONE;
	enum err e = see_open(&c, seen);

	*next = NONE;
	if (e == OK)
		e = change_to(&c, "done", c.row.due_day, c.row.snoozes);
	if (e == OK)
		e = add_event(&c, "done", NONE);
	if (e == OK)
		e = add_talk(&c, result, &contact);
	if (e == OK && result->outcome == UNHAPPY)
		e = hear_problem(&c, result, contact);
	if (e == OK)
		e = ask_review(&c, result, contact);
	if (e == OK && result->outcome == DO_NOT_CONTACT)
		e = mark_customer(&c, true);
	return e == OK ? plan_next(&c, result, next) : e;
}

/* ---- undo ---- */

static enum err close_problem(struct change *c, int64_t problem)
{
	struct problem_act act = { actor(c->act), c->at, c->act->today };

	return problem_end(c->s, &act, problem, "");
}

static enum err cancel(struct change *c)
{
	enum err e = change_to(c, "cancelled", c->row.due_day, c->row.snoozes);

	return e == OK ? add_event(c, "cancelled", NONE) : e;
}

static enum err cancel_next(const struct change *done,
			    struct followup_seen next)
{
	struct change c = { .s = done->s, .act = done->act };
	enum err e = see_open(&c, next);

	return e == OK ? cancel(&c) : e;
}

static enum err undo_done(struct change *c)
{
	struct followup_outcome_in in = { .followup = c->row.id,
					  .at = c->last.at };
	struct followup_outcome was;
	bool known = one_followup_outcome(c->s, in, &was);
	enum err e;

	/* What was planned with it has been changed since: not unseen. */
	if (known && was.next_id != NONE && was.next_version != 1)
		return ERR_CONFLICT;
	e = change_to(c, "open", c->row.due_day, c->row.snoozes);

	if (e == OK)
		e = add_event(c, "reopened", c->row.due_day);
	if (e != OK || !known)
		return e;
	if (was.problem != NONE)
		e = close_problem(c, was.problem);
	if (e == OK)
		e = run_review_drop(c->s,
				    (struct review_drop_in){ was.customer_id,
							     was.contact_id });
	if (e == OK && followup_outcome(was.outcome) == DO_NOT_CONTACT)
		e = mark_customer(c, false);
	if (e == OK && was.next_id != NONE)
		e = cancel_next(c, (struct followup_seen){ was.next_id,
							   was.next_version });
	return e;
}

static enum err undo_snooze(struct change *c)
{
	int64_t due_day = c->last.due_before != NONE ? c->last.due_before
						     : c->row.first_due_day;
	enum err e = change_to(c, "open", due_day, c->row.snoozes - 1);

	return e == OK ? add_event(c, "reopened", due_day) : e;
}

/* What was cancelled by taking back the plan has no reason, and stays so. */
static enum err undo_cancel(struct change *c)
{
	enum err e;

	if (!*c->last.note)
		return ERR_CONFLICT;
	e = change_to(c, "open", c->row.due_day, c->row.snoozes);

	return e == OK ? add_event(c, "reopened", c->row.due_day) : e;
}

static enum err undo_assign(struct change *c)
{
	if (c->last.owner_before == NONE)
		return ERR_CONFLICT;
	return give(c, c->last.owner_before, "");
}

enum err followup_undo(struct store *s, const struct followup_act *act,
		       struct followup_seen seen)
{
	static const struct way {
		const char *event, *state;
		enum err (*undo)(struct change *c);
	} ways[] = {
		{ "done", "done", undo_done },
		{ "snoozed", "open", undo_snooze },
		{ "created", "open", cancel },
		{ "cancelled", "cancelled", undo_cancel },
		{ "assigned", "open", undo_assign },
	};
	struct change c = { .s = s, .act = act };
	enum err e = see(&c, seen);

	for (size_t i = 0; e == OK && i < COUNT(ways); i++)
		if (strcmp(ways[i].event, c.last.kind) == 0 &&
		    strcmp(ways[i].state, c.row.state) == 0)
			return ways[i].undo(&c);
	return e == OK ? ERR_CONFLICT : e;
}
