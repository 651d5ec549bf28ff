/* demo_talks.c - how customers are looked after: talks, troubles, scores. */
#include <math.h>
#include <string.h>

#include "demo_buyer.h"
#include "lib/customer.h"
#include "lib/followup.h"
#include "lib/period.h"
#include "lib/problem.h"
#include "lib/zone.h"
#include "queries.h"

enum { CONTRACT_NOTICE = 60 }; /* days before its end it is talked about */

static const char *words(struct buyer *b, enum demo_words kind)
{
	return demo_words(&b->d->random, kind, b->win->contact->russian);
}

/* ---- follow-ups --------------------------------------------------------- */

static struct followup_act act(const struct buyer *b, int64_t at)
{
	return (struct followup_act){
		.scope = { .see = SEE_ALL, .me = b->win->rep->id },
		.now = at,
		.today = zone_day(at),
	};
}

static enum outcome choose_outcome(struct buyer *b)
{
	static const double fine[] = { 0.40, 0.24,  0.02, 0.12,
				       0.20, 0.017, 0.003 };
	static const double bad[] = {
		0.08, 0.25, 0.34, 0.04, 0.25, 0.02, 0.02
	};

	return (enum outcome)demo_pick(&b->d->random, b->content ? fine : bad,
				       COUNT(fine));
}

static const char *note_of(struct buyer *b, enum outcome outcome)
{
	switch (outcome) {
	case HAPPY:
		return words(b, DEMO_HAPPY);
	case NEUTRAL:
		return words(b, DEMO_NEUTRAL);
	case UNHAPPY:
		return words(b, DEMO_UNHAPPY);
	case WANTS_MORE:
		return words(b, DEMO_MORE);
	case NO_ANSWER:
	case WRONG_CONTACT:
	case DO_NOT_CONTACT:
		return "";
	}
	BUG_IF(true);
}

/* When the talk takes place: on its day, or a little late. */
static int64_t talk_at(struct buyer *b, int64_t due_day)
{
	struct demo_random *r = &b->d->random;

	if (demo_chance(r, 0.22))
		due_day += demo_between(r, 1, 12);
	return demo_at(b->d, due_day);
}

/* A working day that keeps the talk, however late it takes place, clear of the
 * question for a score: nobody is called on two days in a row. */
static int64_t clear_day(struct buyer *b, int64_t day)
{
	if (b->scored != NONE && day > b->scored - 25 && day < b->scored + 10)
		day = b->scored + 10;
	return demo_workday(b->d, day);
}

/* A problem does not wait. */
static int64_t days_until_next(struct buyer *b, enum outcome outcome)
{
	switch (outcome) {
	case NO_ANSWER:
		return 1;
	case UNHAPPY:
	case WANTS_MORE:
	case WRONG_CONTACT:
		return demo_between(&b->d->random, 5, 9);
	case HAPPY:
	case NEUTRAL:
	case DO_NOT_CONTACT:
		return demo_between(&b->d->random, 25, 120);
	}
	BUG_IF(true);
}

/* Why a talk is planned, and when. */
struct reason {
	const char *cause;
	enum demo_words about;
	int64_t at; /* NONE: there is no reason yet */
};

/* When it is time to talk about a contract that ends. */
static int64_t notice_at(const struct buyer *b)
{
	int64_t days;

	if (b->contract_end == NONE)
		return NONE;
	days = b->contract_end - CONTRACT_NOTICE - b->d->today;
	return b->d->now + days * DEMO_DAY;
}

static void sooner(struct reason *reason, int64_t after, struct reason other)
{
	if (other.at > after && (reason->at == NONE || other.at < reason->at))
		*reason = other;
}

/* The first reason after an instant other than a purchase. */
static struct reason special_reason(const struct buyer *b, int64_t after)
{
	struct reason reason = { .at = NONE };

	sooner(&reason, after,
	       (struct reason){ "contract", DEMO_CONTRACT, notice_at(b) });
	sooner(&reason, after,
	       (struct reason){ "problem", DEMO_TROUBLE, b->trouble_at });
	return reason;
}

static struct reason next_reason(const struct buyer *b, int64_t after)
{
	struct reason reason = special_reason(b, after);

	for (size_t i = 0; i < b->n; i++)
		sooner(&reason, after,
		       (struct reason){ "purchase", DEMO_BOUGHT,
					b->bought[i] + 600 });
	return reason;
}

/* Whether nothing is planned after a talk: who has not bought for long is let
 * go one day, and with others what comes next gives the reason. */
static bool lets_go(struct buyer *b, enum outcome outcome, int64_t at)
{
	int64_t special = special_reason(b, at).at;
	double quiet = (double)(at - b->bought[b->n - 1]) / DEMO_DAY;

	if (outcome == DO_NOT_CONTACT)
		return true;
	if (outcome != HAPPY && outcome != NEUTRAL && quiet < b->gap)
		return false;
	if (special > at && special < at + 120 * DEMO_DAY)
		return true;
	if (quiet > 1.3 * b->gap)
		return demo_chance(&b->d->random, 0.85);
	return demo_chance(&b->d->random, 0.65);
}

/* What the next talk is about; "" for the same again. */
static const char *next_subject(struct buyer *b, enum outcome outcome)
{
	if (outcome == NO_ANSWER || outcome == WRONG_CONTACT)
		return "";
	return words(b, outcome == UNHAPPY ? DEMO_TROUBLE : DEMO_ANY);
}

/* One in three is asked for a score. */
static int64_t score_of(enum outcome outcome, int64_t at)
{
	int64_t minute = at / 60;

	if (minute % 3 != 0)
		return NONE;
	switch (outcome) {
	case HAPPY:
	case WANTS_MORE:
		return 8 + minute / 3 % 3;
	case NEUTRAL:
		return 6 + minute / 3 % 2;
	case UNHAPPY:
		return 2 + minute / 3 % 3;
	case NO_ANSWER:
	case WRONG_CONTACT:
	case DO_NOT_CONTACT:
		return NONE;
	}
	BUG_IF(true);
}

static struct followup_result result_of(struct buyer *b, int64_t at)
{
	enum outcome outcome = choose_outcome(b);
	int64_t next = clear_day(b, zone_day(at) + days_until_next(b, outcome));

	return (struct followup_result){
		.outcome = outcome,
		.score = score_of(outcome, at),
		.note = note_of(b, outcome),
		.problem = outcome == UNHAPPY ? words(b, DEMO_PROBLEM) : "",
		.next_day = lets_go(b, outcome, at) ? NONE : next,
		.subject = next_subject(b, outcome),
	};
}

static enum err problem_event(struct buyer *b, int64_t problem,
			      const char *kind, int64_t at, const char *note)
{
	struct problem_event_add_in in = { .problem = problem,
					   .kind = kind,
					   .at = at,
					   .day = zone_day(at),
					   .actor = b->win->rep->id,
					   .note = note };

	return run_problem_event_add(b->d->store, in);
}

/* What was heard in a talk is mostly put right soon. */
static enum err solve(struct buyer *b, int64_t followup, int64_t at)
{
	struct demo_random *r = &b->d->random;
	int64_t solved_at =
		at + (int64_t)(demo_lognormal(r, 6, 0.8) * DEMO_DAY);
	struct followup_outcome_in heard = { .followup = followup, .at = at };
	struct problem_act then = { b->win->rep->id, solved_at,
				    zone_day(solved_at) };
	struct followup_outcome talk;

	if (!demo_chance(r, 0.88) || !buyer_past(b, solved_at) ||
	    !one_followup_outcome(b->d->store, heard, &talk) ||
	    talk.problem == NONE)
		return store_error(b->d->store);
	return problem_end(b->d->store, &then, talk.problem,
			   words(b, DEMO_SOLVED));
}

/* Now and then a talk is put off. */
static enum err put_off(struct buyer *b, struct followup_seen *seen,
			int64_t *due_day)
{
	struct followup_act now = act(b, demo_at(b->d, *due_day));
	int64_t later = demo_workday(
		b->d, *due_day + demo_between(&b->d->random, 1, 5));
	enum err e;

	if (!demo_chance(&b->d->random, 0.1) || !buyer_past(b, now.now))
		return OK;
	e = followup_snooze(b->d->store, &now, *seen, later);
	seen->version++;
	*due_day = later;
	return e;
}

/* Talk after talk until one lies in the future, or nobody plans another.
 * *end: when the last one was, NONE while one is to come. */
static enum err talk_on(struct buyer *b, int64_t followup, int64_t due_day,
			int64_t *end)
{
	struct demo *d = b->d;
	enum err e = OK;

	while (e == OK && followup != NONE) {
		struct followup_seen seen = { followup, 1 };
		struct followup_result result;
		struct followup_act now;

		e = put_off(b, &seen, &due_day);
		now = act(b, talk_at(b, due_day));
		*end = NONE;
		if (e != OK || !buyer_past(b, now.now))
			return e;
		result = result_of(b, now.now);
		e = followup_done(d->store, &now, seen, &result, &followup);
		if (e == OK && result.outcome == UNHAPPY)
			e = solve(b, seen.id, now.now);
		due_day = result.next_day;
		*end = now.now;
	}
	return e;
}

static enum err plan_talk(struct buyer *b, const struct reason *reason,
			  int64_t *due_day, int64_t *id)
{
	static const char *const kinds[] = { "call", "call", "mail", "visit" };
	struct demo_random *r = &b->d->random;
	struct followup_act now = act(b, reason->at);
	struct followup_plan plan = {
		.customer = b->id,
		.owner = b->win->rep->id,
		.kind = kinds[demo_between(r, 0, COUNT(kinds) - 1)],
		.cause = reason->cause,
		.subject = words(b, reason->about),
		.note = "",
		.due_day = clear_day(b, now.today + demo_between(r, 3, 9)),
	};

	*due_day = plan.due_day;
	return followup_add(b->d->store, &now, &plan, id);
}

enum err buyer_talks(struct buyer *b)
{
	int64_t after = b->win->at, due_day, id;
	struct reason reason = next_reason(b, after);
	enum err e = OK;

	/* Forgotten: customers like these are what the page finds. */
	if (demo_chance(&b->d->random, 0.12))
		return OK;
	while (e == OK && reason.at != NONE && buyer_past(b, reason.at)) {
		e = plan_talk(b, &reason, &due_day, &id);
		if (e == OK)
			e = talk_on(b, id, due_day, &after);
		if (e != OK || after == NONE)
			return e;
		reason = next_reason(b, after);
	}
	return e;
}

/* ---- trouble, scores, reviews ------------------------------------------- */

/* Most are solved, in a week or two; the newest and some old ones are open. */
enum err buyer_trouble(struct buyer *b)
{
	struct demo_random *r = &b->d->random;
	int64_t at = b->win->at + demo_between(r, 3, 40) * DEMO_DAY;
	int64_t solved_at =
		at + (int64_t)(demo_lognormal(r, 6, 0.8) * DEMO_DAY);
	bool solved = demo_chance(r, 0.85) && buyer_past(b, solved_at);
	struct problem_add_in in = {
		.customer = b->id,
		.owner = b->win->rep->id,
		.contact = NONE,
		.what = words(b, DEMO_PROBLEM),
		.cause = words(b, DEMO_CAUSE),
		.cost = demo_between(r, 0, 80) * 100 * BUYER_RUB,
		.due_day = demo_workday(b->d, zone_day(at) + 7),
		.state = solved ? "solved" : "open",
	};
	struct problem_add row;
	enum err e;

	if (!buyer_past(b, at))
		return OK;
	b->content = solved;
	b->trouble_at = at;
	if (!one_problem_add(b->d->store, in, &row))
		return store_error(b->d->store);
	e = problem_event(b, row.id, "opened", at, "");
	if (e != OK || !solved)
		return e;
	return problem_event(b, row.id, "solved", solved_at,
			     words(b, DEMO_SOLVED));
}

/* "How likely is it that you recommend us?", from 0 to 10. */
enum err buyer_score(struct buyer *b)
{
	struct demo_random *r = &b->d->random;
	int64_t at =
		demo_at(b->d, zone_day(b->win->at) + demo_between(r, 20, 60));
	double mean = b->content ? 8.6 : 5.2;
	double score = round(mean + 1.8 * demo_normal(r));
	int64_t points = score > 10 ? 10 : score < 0 ? 0 : (int64_t)score;
	struct contact_add_in in = { .customer = b->id,
				     .followup = NONE,
				     .person = b->win->rep->id,
				     .kind = "call",
				     .score = points,
				     .at = at,
				     .day = zone_day(at) };
	struct contact_add row;
	enum outcome outcome = points >= 9   ? HAPPY
			       : points >= 7 ? NEUTRAL
					     : UNHAPPY;

	if (!demo_chance(r, 0.35) || !buyer_past(b, at))
		return OK;
	b->scored = in.day;
	in.outcome = followup_outcome_word(outcome);
	in.note = note_of(b, outcome);
	one_contact_add(b->d->store, in, &row);
	return store_error(b->d->store);
}

enum err buyer_review(struct buyer *b)
{
	static const char *const places[2][2] = {
		{ "Trustpilot", "Google Maps" },
		{ "Яндекс Карты", "2ГИС" },
	};
	struct demo_random *r = &b->d->random;
	int64_t asked = zone_day(b->win->at) + demo_between(r, 15, 50);
	int64_t promised = asked + demo_between(r, 0, 5);
	int64_t published = promised + demo_between(r, 1, 15);
	bool promises = demo_chance(r, b->content ? 0.6 : 0.2);
	bool keeps = promises && demo_chance(r, 0.65);
	struct review_add_in in = {
		.customer = b->id,
		.contact = NONE,
		.place = places[b->win->contact->russian][demo_chance(r, 0.4)],
		.rating = NONE,
		.asked_day = asked,
		.promised_day = NONE,
		.published_day = NONE,
	};

	if (!demo_chance(r, 0.22) || asked >= b->d->today)
		return OK;
	if (promises && promised < b->d->today)
		in.promised_day = promised;
	if (keeps && published < b->d->today) {
		in.published_day = published;
		in.rating = b->content ? demo_between(r, 4, 5)
				       : demo_between(r, 1, 4);
	}
	return run_review_add(b->d->store, in);
}
