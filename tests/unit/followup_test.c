/* followup_test.c - the rules of a follow-up, on a store of their own. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/followup.h"
#include "lib/period.h"
#include "queries.h"
#include "temp_store.h"

enum { NOW = 1795608000, TODAY = 20782 };

static struct arena *arena;
static struct store *store;
static int64_t customer, other, rep, stranger;

/* ---- a store with two reps, each with a customer ---- */

static int64_t add_person(struct store *s, const char *name)
{
	struct person_add_in in = { .login = name,
				    .name = name,
				    .name_key = name,
				    .email = "",
				    .role = "rep",
				    .language = "",
				    .origin = "",
				    .origin_id = "",
				    .now = NOW };
	struct person_add row = { 0 };

	one_person_add(s, in, &row);
	return row.id;
}

static int64_t add_customer(struct store *s, const char *name, int64_t manager)
{
	struct customer_add_in in = { .name = name,
				      .name_key = name,
				      .contact = "",
				      .email = "",
				      .email_key = "",
				      .phone = "",
				      .phone_key = "",
				      .segment = "",
				      .manager = manager,
				      .contract_end_day = NONE,
				      .origin = "",
				      .origin_id = "",
				      .now = NOW,
				      .today = TODAY };
	struct customer_add row = { 0 };

	one_customer_add(s, in, &row);
	return row.id;
}

static enum err fill(struct store *s, void *arg)
{
	(void)arg;
	rep = add_person(s, "ann");
	stranger = add_person(s, "bob");
	customer = add_customer(s, "acorn", rep);
	other = add_customer(s, "birch", stranger);
	return store_error(s);
}

/* ---- asking ---- */

/* Looks with the rights of a head, who sees everything. */
static const struct scope all = { SEE_ALL, 0, 0 };

struct look {
	int64_t id;
	struct followup_one row;
	struct followup_last_event last;
	struct followup_customer facts;
	int64_t events;
};

static enum err look_at(struct store *s, void *arg)
{
	struct look *l = arg;
	struct followup_happened_in in = {
		.scope = all, .as_of = TODAY + 100, .id = l->id, .most = 100
	};
	struct customer_happened h;
	struct answer *a;

	one_followup_one(s, (struct followup_one_in){ all, TODAY + 100, l->id },
			 &l->row);
	one_followup_last_event(s, (struct followup_last_event_in){ l->id },
				&l->last);
	one_followup_customer(
		s, (struct followup_customer_in){ all, TODAY + 100, 0, l->id },
		&l->facts);
	a = ask_followup_happened(s, in);
	while (next_customer_happened(a, &h))
		l->events++;
	return store_error(s);
}

static struct look look(int64_t id)
{
	struct look l = { .id = id };

	CHECK_INT(store_read(store, arena, look_at, &l), OK);
	return l;
}

/* ---- doing ---- */

enum verb { ADD, DONE, SNOOZE, UNDO };

struct deed {
	enum verb verb;
	int64_t who, later; /* later: seconds after NOW */
	struct followup_seen seen;
	struct followup_plan plan;
	struct followup_result result;
	int64_t due_day;
	int64_t id; /* what came of it */
};

static enum err do_it(struct store *s, void *arg)
{
	struct deed *d = arg;
	struct followup_act act = { { SEE_OWN, d->who, 0 },
				    NOW + d->later,
				    TODAY };

	switch (d->verb) {
	case ADD:
		return followup_add(s, &act, &d->plan, &d->id);
	case DONE:
		return followup_done(s, &act, d->seen, &d->result, &d->id);
	case SNOOZE:
		return followup_snooze(s, &act, d->seen, d->due_day);
	case UNDO:
		return followup_undo(s, &act, d->seen);
	}
	return ERR_BUG;
}

static enum err act(struct deed *d)
{
	return store_write(store, arena, do_it, d);
}

static int64_t planned(void)
{
	struct deed d = { .verb = ADD,
			  .who = rep,
			  .plan = { .customer = customer,
				    .owner = rep,
				    .kind = "call",
				    .cause = "purchase",
				    .subject = "Happy with it?",
				    .note = "ask for Jo",
				    .due_day = TODAY } };

	CHECK_INT(act(&d), OK);
	return d.id;
}

static enum err ended(int64_t id, int64_t version, enum outcome outcome,
		      const char *problem, int64_t next_day, int64_t *next)
{
	struct deed d = { .verb = DONE,
			  .who = rep,
			  .later = 10,
			  .seen = { id, version },
			  .result = { outcome, 9, "a note", problem, next_day,
				      "again" } };
	enum err e = act(&d);

	*next = d.id;
	return e;
}

static enum err undone(int64_t id, int64_t version)
{
	struct deed d = {
		.verb = UNDO, .who = rep, .later = 20, .seen = { id, version }
	};

	return act(&d);
}

/* ---- what is checked ---- */

static void words_go_both_ways(void)
{
	for (int i = HAPPY; i <= DO_NOT_CONTACT; i++)
		CHECK_INT(followup_outcome(
				  followup_outcome_word((enum outcome)i)),
			  i);
}

static void next_days(void)
{
	int64_t end_of_january = period_day(2027, 1, 31);

	CHECK_INT(followup_next_day(NO_ANSWER, REPEATS_YEARLY, TODAY),
		  TODAY + 1);
	CHECK_INT(followup_next_day(UNHAPPY, REPEATS_NEVER, TODAY), TODAY + 7);
	CHECK_INT(followup_next_day(HAPPY, REPEATS_NEVER, end_of_january),
		  period_day(2027, 2, 28));
	CHECK(followup_next_day(DO_NOT_CONTACT, REPEATS_WEEKLY, TODAY) == NONE);
}

static void planning(void)
{
	int64_t id = planned();
	struct look l = look(id);
	struct deed d = { .verb = ADD,
			  .who = rep,
			  .plan = { other, rep, "call", "hand", "x", "",
				    TODAY } };

	CHECK_TEXT(l.row.state, "open");
	CHECK_TEXT(l.row.note, "ask for Jo");
	CHECK_INT(l.row.due_day, TODAY);
	CHECK_INT(l.row.first_due_day, TODAY);
	CHECK_TEXT(l.last.kind, "created");
	CHECK_TEXT(l.last.actor, "ann");
	CHECK_INT(act(&d), ERR_NOT_FOUND);
	CHECK_INT(undone(id, 1), OK);
	CHECK_TEXT(look(id).row.state, "cancelled");
	CHECK_INT(undone(id, 2), ERR_CONFLICT);
}

static void snoozing(void)
{
	int64_t id = planned();
	struct deed d = { .verb = SNOOZE,
			  .who = rep,
			  .later = 5,
			  .seen = { id, 1 },
			  .due_day = TODAY + 7 };
	struct look l;

	CHECK_INT(act(&d), OK);
	CHECK_INT(act(&d), ERR_CONFLICT);
	d.seen.version = 2;
	d.due_day = TODAY + 30;
	CHECK_INT(act(&d), OK);
	l = look(id);
	CHECK_INT(l.row.due_day, TODAY + 30);
	CHECK_INT(l.row.first_due_day, TODAY);
	CHECK_INT(l.row.snoozes, 2);
	CHECK_INT(undone(id, 3), OK);
	l = look(id);
	CHECK_INT(l.row.due_day, TODAY + 7);
	CHECK_INT(l.row.snoozes, 1);
	CHECK_TEXT(l.last.kind, "reopened");
	CHECK_INT(undone(id, 4), ERR_CONFLICT);
}

static void done_and_undone(void)
{
	int64_t id = planned(), next;
	struct look l;

	CHECK_INT(ended(id, 1, UNHAPPY, "It leaks", TODAY + 7, &next), OK);
	l = look(id);
	CHECK_TEXT(l.row.state, "done");
	CHECK_TEXT(l.facts.problem, "It leaks");
	CHECK_INT(l.facts.last_contact, TODAY);
	CHECK_INT(l.events, 2); /* the talk and the problem */
	CHECK_INT(look(next).row.due_day, TODAY + 7);
	CHECK_TEXT(look(next).row.cause, "problem");
	CHECK_TEXT(look(next).row.subject, "again");
	CHECK_INT(ended(id, 2, HAPPY, "", NONE, &next), ERR_CONFLICT);

	CHECK_INT(ended(id, 1, HAPPY, "", NONE, &next), ERR_CONFLICT);
	CHECK_INT(undone(id, 2), OK);
	l = look(id);
	CHECK_TEXT(l.row.state, "open");
	CHECK_TEXT(l.facts.problem, "");
	CHECK(l.facts.last_contact == NONE);
	CHECK_INT(l.events, 0);

	/* Once more, in the same second: it counts again. */
	CHECK_INT(ended(id, 3, HAPPY, "", NONE, &next), OK);
	CHECK(next == NONE);
	CHECK_INT(look(id).facts.last_contact, TODAY);
	CHECK_INT(look(id).events, 1);
}

static void next_is_cancelled(void)
{
	int64_t id = planned(), next, after;

	CHECK_INT(ended(id, 1, NO_ANSWER, "", TODAY + 1, &next), OK);
	CHECK_TEXT(look(next).row.cause, "purchase");
	CHECK_INT(undone(id, 2), OK);
	CHECK_TEXT(look(next).row.state, "cancelled");

	/* One that has ended by then stays as it is. */
	CHECK_INT(ended(id, 3, HAPPY, "", TODAY + 1, &next), OK);
	CHECK_INT(ended(next, 1, HAPPY, "", NONE, &after), OK);
	CHECK_INT(undone(id, 4), OK);
	CHECK_TEXT(look(next).row.state, "done");
}

static void known_problem_is_not_doubled(void)
{
	int64_t id = planned(), next;
	int64_t again;

	CHECK_INT(ended(id, 1, UNHAPPY, "", NONE, &next), OK);
	CHECK_TEXT(look(id).facts.problem, "Happy with it?");
	again = planned();
	CHECK_INT(ended(again, 1, UNHAPPY, "", NONE, &next), OK);
	/* The second press closed nothing that the first one had opened. */
	CHECK_INT(undone(again, 2), OK);
	CHECK_TEXT(look(id).facts.problem, "Happy with it?");
	CHECK_INT(undone(id, 2), OK);
	CHECK_TEXT(look(id).facts.problem, "");
}

static void who_wants_no_contact(void)
{
	int64_t id = planned(), next;

	CHECK_INT(ended(id, 1, DO_NOT_CONTACT, "", TODAY + 7, &next), OK);
	CHECK(next == NONE);
	CHECK_INT(look(id).facts.do_not_contact, 1);
	CHECK_INT(undone(id, 2), OK);
	CHECK_INT(look(id).facts.do_not_contact, 0);
}

static void strangers_change_nothing(void)
{
	int64_t id = planned();
	struct deed d = { .who = stranger,
			  .seen = { id, 1 },
			  .result = { HAPPY, NONE, "", "", NONE, "" },
			  .due_day = TODAY + 1 };

	for (int verb = DONE; verb <= UNDO; verb++) {
		d.verb = (enum verb)verb;
		CHECK_INT(act(&d), ERR_NOT_FOUND);
	}
	CHECK_INT(look(id).row.version, 1);
	CHECK_TEXT(look(id).last.kind, "created");
}

/* Who was given a follow-up of somebody else's customer may carry it out. */
static void helpers_may(void)
{
	int64_t next;
	struct deed d = { .verb = ADD,
			  .who = rep,
			  .plan = { customer, stranger, "mail", "hand",
				    "Help me", "", TODAY } };

	CHECK_INT(act(&d), OK);
	d = (struct deed){ .verb = DONE,
			   .who = stranger,
			   .later = 3,
			   .seen = { d.id, 1 },
			   .result = { HAPPY, NONE, "", "", TODAY + 30, "" } };
	CHECK_INT(act(&d), OK);
	next = d.id;
	CHECK_INT(look(next).row.owner_id, stranger);
	CHECK_TEXT(look(next).row.kind, "mail");
	CHECK_TEXT(look(next).row.subject, "Help me");
}

int main(void)
{
	struct temp_store t;

	temp_store_open(&t, "UTC");
	arena = t.arena;
	store = t.store;
	CHECK_INT(store_write(store, arena, fill, NULL), OK);

	words_go_both_ways();
	next_days();
	planning();
	snoozing();
	done_and_undone();
	next_is_cancelled();
	known_problem_is_not_doubled();
	who_wants_no_contact();
	strangers_change_nothing();
	helpers_may();

	temp_store_close(&t);
	return check_done();
}
