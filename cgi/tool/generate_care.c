/* generate_care.c - how customers are looked after: two talks each. */
#include "generate.h"
#include "lib/followup.h"
#include "queries.h"

enum {
	CONTACT_DAYS = 7,    /* the first talk is due so long after the win */
	FORGOTTEN_DAYS = 21, /* nothing is overdue for longer */
};

/* One follow-up of a customer. */
struct talk {
	int64_t id;
	const char *kind, *cause, *subject;
	int64_t planned_at, planned_day, due_day;
	int64_t done_day; /* may lie in the future: then it is open */
	int64_t done_at, contact;
	enum outcome outcome;
};

static const char *words(struct demo_random *r, enum demo_words kind)
{
	return demo_words(r, kind, false);
}

/* ---- rows, as followup.c writes them ------------------------------------ */

static enum err event(struct generate *g, const struct generate_lead *l,
		      const struct talk *t, bool done)
{
	struct followup_event_make_in in = {
		.followup = t->id,
		.kind = done ? "done" : "created",
		.at = done ? t->done_at : t->planned_at,
		.day = done ? t->done_day : t->planned_day,
		.actor = l->rep,
		.due_day = done ? NONE : t->due_day,
		.owner = done ? NONE : l->rep,
		.note = "",
	};

	return run_followup_event_make(g->store, in);
}

static enum err plan(struct generate *g, const struct generate_lead *l,
		     struct talk *t)
{
	bool done = generate_past(g, t->done_day);
	struct followup_make_in in = {
		.id = t->id = ++g->ids.followup,
		.customer = l->customer,
		.owner = l->rep,
		.kind = t->kind,
		.cause = t->cause,
		.subject = t->subject,
		.due_day = t->due_day,
		.state = done ? "done" : "open",
		.now = t->planned_at,
		.today = t->planned_day,
		.version = done ? 2 : 1,
	};
	enum err e = run_followup_make(g->store, in);

	return e == OK ? event(g, l, t, false) : e;
}

static const char *note(struct demo_random *r, enum outcome outcome)
{
	static const enum demo_words notes[] = {
		[HAPPY] = DEMO_HAPPY,
		[NEUTRAL] = DEMO_NEUTRAL,
		[UNHAPPY] = DEMO_UNHAPPY,
		[WANTS_MORE] = DEMO_MORE,
	};

	return outcome == NO_ANSWER ? "" : words(r, notes[outcome]);
}

static enum err talk(struct generate *g, struct generate_lead *l,
		     struct talk *t)
{
	struct contact_make_in in = {
		.id = t->contact = ++g->ids.contact,
		.customer = l->customer,
		.followup = t->id,
		.person = l->rep,
		.kind = t->kind,
		.outcome = followup_outcome_word(t->outcome),
		.note = note(&l->random, t->outcome),
		.at = t->done_at,
		.day = t->done_day,
	};
	enum err e = event(g, l, t, true);

	return e == OK ? run_contact_make(g->store, in) : e;
}

/* ---- a problem ---------------------------------------------------------- */

static enum err problem_event(struct generate *g, const struct generate_lead *l,
			      const char *kind, int64_t at, int64_t day)
{
	struct problem_event_add_in in = { .problem = g->ids.problem,
					   .kind = kind,
					   .at = at,
					   .day = day,
					   .actor = l->rep,
					   .note = "" };

	return run_problem_event_add(g->store, in);
}

/* Most are solved, in a week or two. */
static enum err have_problem(struct generate *g, struct generate_lead *l,
			     const struct talk *heard)
{
	struct demo_random *r = &l->random;
	int64_t day = heard->done_day + generate_lag(r, 6, 0.8);
	bool solved = demo_chance(r, 0.85) && generate_past(g, day);
	struct problem_make_in in = {
		.id = ++g->ids.problem,
		.customer = l->customer,
		.owner = l->rep,
		.contact = heard->contact,
		.what = words(r, DEMO_PROBLEM),
		.state = solved ? "solved" : "open",
		.version = solved ? 2 : 1,
	};
	enum err e = run_problem_make(g->store, in);

	if (e == OK)
		e = problem_event(g, l, "opened", heard->done_at,
				  heard->done_day);
	if (e != OK || !solved)
		return e;
	return problem_event(g, l, "solved", generate_at(g, r, day), day);
}

/* ---- two talks ---------------------------------------------------------- */

static const char *choose_kind(struct demo_random *r)
{
	static const char *const kinds[] = { "call", "call", "mail", "visit" };

	return kinds[demo_between(r, 0, COUNT(kinds) - 1)];
}

/* One in ten is not content; the second talk finds nobody so. */
static enum outcome choose_outcome(struct demo_random *r, bool first)
{
	static const enum outcome outcomes[] = { HAPPY, NEUTRAL, WANTS_MORE,
						 NO_ANSWER };
	static const double weight[] = { 0.45, 0.25, 0.12, 0.18 };

	if (first && demo_chance(r, 0.1))
		return UNHAPPY;
	return outcomes[demo_pick(r, weight, COUNT(weight))];
}

static int64_t late(struct demo_random *r)
{
	return demo_chance(r, 0.25) ? demo_between(r, 1, 5) : 0;
}

static struct talk first_talk(const struct generate *g, struct generate_lead *l)
{
	struct demo_random *r = &l->random;
	struct talk t = { .kind = choose_kind(r),
			  .cause = "purchase",
			  .subject = words(r, DEMO_BOUGHT),
			  .planned_at = l->won_at,
			  .planned_day = l->won_day,
			  .due_day = l->won_day + CONTACT_DAYS };

	t.outcome = choose_outcome(r, true);
	t.done_day = t.due_day + late(r);
	if (generate_past(g, t.done_day))
		t.done_at = generate_at(g, r, t.done_day);
	return t;
}

/* Planned in the first talk or, when that is to come, together with it. */
static void follow(const struct generate *g, struct demo_random *r,
		   const struct talk *first, struct talk *t)
{
	bool done = generate_past(g, first->done_day);
	bool trouble = done && first->outcome == UNHAPPY;

	if (done) {
		t->planned_at = first->done_at;
		t->planned_day = first->done_day;
	}
	if (done && first->outcome == NO_ANSWER)
		return;
	t->cause = trouble ? "problem" : "hand";
	t->subject = words(r, trouble ? DEMO_TROUBLE : DEMO_ANY);
}

/* Of those due in the last weeks half are overdue. */
static struct talk second_talk(const struct generate *g,
			       struct generate_lead *l,
			       const struct talk *first)
{
	struct demo_random *r = &l->random;
	struct talk t = *first;

	follow(g, r, first, &t);
	t.outcome = choose_outcome(r, false);
	t.due_day = t.planned_day + CONTACT_DAYS + generate_lag(r, 40, 0.7);
	t.done_day = t.due_day + late(r);
	if (t.due_day > g->today - FORGOTTEN_DAYS && demo_chance(r, 0.5))
		t.done_day = g->today + 1;
	if (generate_past(g, t.done_day))
		t.done_at = generate_at(g, r, t.done_day);
	return t;
}

static enum err carry_out(struct generate *g, struct generate_lead *l,
			  struct talk *t)
{
	enum err e = plan(g, l, t);

	if (e == OK && generate_past(g, t->done_day))
		e = talk(g, l, t);
	return e;
}

enum err generate_care(struct generate *g, struct generate_lead *l)
{
	struct talk first = first_talk(g, l),
		    second = second_talk(g, l, &first);
	enum err e = carry_out(g, l, &first);

	if (e == OK && first.contact && first.outcome == UNHAPPY)
		e = have_problem(g, l, &first);
	return e == OK ? carry_out(g, l, &second) : e;
}
