/* demo_buyers.c - what customers buy, and how they are looked after. */
#include <math.h>
#include <string.h>

#include "demo.h"
#include "lib/customer.h"
#include "lib/followup.h"
#include "lib/lead.h"
#include "lib/period.h"
#include "lib/zone.h"
#include "queries.h"

enum {
	RUB = 100,
	PURCHASES_MOST = 96,  /* of one customer */
	CONTRACT_NOTICE = 60, /* days before its end it is talked about */
};

static const struct segment {
	const char *name;
	double weight;
	double amount; /* median of a purchase, rubles */
	double gap;    /* median of days between two */
} segments[] = {
	{ "small", 0.55, 28000, 150 },
	{ "medium", 0.33, 95000, 95 },
	{ "large", 0.12, 340000, 50 },
};

/* One customer with a character. */
struct buyer {
	struct demo *d;
	const struct demo_win *win;
	const struct segment *segment;
	int64_t id;
	double amount, gap; /* own medians */
	bool contract;
	int64_t contract_end;           /* its last day; NONE without */
	bool content;                   /* no trouble with us */
	int64_t bought[PURCHASES_MOST]; /* instants, rising; bought[0..n) */
	size_t n;
	int64_t trouble_at; /* when something went wrong; NONE */
	int64_t scored;     /* day of the question for a score; NONE */
};

static const char *words(struct buyer *b, enum demo_words kind)
{
	return demo_words(&b->d->random, kind, b->win->contact->russian);
}

static bool past(const struct buyer *b, int64_t at)
{
	return at <= b->d->now;
}

/* ---- money -------------------------------------------------------------- */

static enum err buy(struct buyer *b, int64_t lead, int64_t at,
		    struct customer_sale *sale, int64_t *id)
{
	double rubles = demo_lognormal(&b->d->random, b->amount, 0.35);
	int64_t amount = llround(rubles / 100) * 100 * RUB;

	bool same = lead != NONE || demo_chance(&b->d->random, 0.3);

	*sale = (struct customer_sale){ .customer = b->id,
					.lead = lead,
					.product = same ? b->win->product
							: b->d->extra,
					.refund_of = NONE,
					.at = at,
					.amount = amount,
					.currency = "RUB",
					.base_amount = amount,
					.origin = "",
					.origin_id = "" };
	b->bought[b->n++] = at;
	return customer_bought(b->d->store, sale, id);
}

/* One in fifty is paid back, half of them in full. */
static enum err maybe_refund(struct buyer *b, struct customer_sale sale,
			     int64_t purchase)
{
	struct demo_random *r = &b->d->random;
	int64_t day = zone_day(sale.at) + demo_between(r, 4, 20), id;

	sale.at = demo_at(b->d, day);
	if (!demo_chance(r, 0.02) || !past(b, sale.at))
		return OK;
	if (demo_chance(r, 0.5))
		sale.amount = sale.base_amount = sale.amount / 4;
	sale.refund_of = purchase;
	return customer_refunded(b->d->store, &sale, &id);
}

/* After every purchase some never return: geometric, as in the models of
 * repeat buying; trouble makes it likelier, a contract less likely. */
static bool returns(struct buyer *b, bool first)
{
	double gone = first ? 0.07 : 0.025;

	if (!b->content)
		gone += 0.2;
	if (b->contract)
		gone = 0.01;
	return b->n < PURCHASES_MOST && !demo_chance(&b->d->random, gone);
}

static enum err buy_on(struct buyer *b)
{
	struct demo *d = b->d;
	struct customer_sale sale;
	int64_t day = zone_day(b->win->at), id;
	enum err e = buy(b, b->win->lead, b->win->at, &sale, &id);

	if (e == OK)
		e = maybe_refund(b, sale, id);
	for (bool first = true; e == OK && returns(b, first); first = false) {
		double gap = demo_lognormal(&d->random, b->gap, 0.3);
		int64_t at;

		day += gap < 1 ? 1 : (int64_t)gap;
		at = demo_at(d, day);
		if (!past(b, at))
			break;
		e = buy(b, NONE, at, &sale, &id);
		if (e == OK)
			e = maybe_refund(b, sale, id);
	}
	return e;
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

static struct followup_result result_of(struct buyer *b, int64_t at)
{
	enum outcome outcome = choose_outcome(b);
	int64_t next = clear_day(b, zone_day(at) + days_until_next(b, outcome));

	return (struct followup_result){
		.outcome = outcome,
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
	struct followup_problem_end_in end;
	struct followup_outcome talk;
	enum err e;

	if (!demo_chance(r, 0.88) || !past(b, solved_at) ||
	    !one_followup_outcome(b->d->store, heard, &talk) ||
	    talk.problem == NONE)
		return store_error(b->d->store);
	end.problem = talk.problem;
	e = run_followup_problem_end(b->d->store, end);
	if (e != OK)
		return e;
	return problem_event(b, talk.problem, "solved", solved_at,
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

	if (!demo_chance(&b->d->random, 0.1) || !past(b, now.now))
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
		if (e != OK || !past(b, now.now))
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

static enum err look_after(struct buyer *b)
{
	int64_t after = b->win->at, due_day, id;
	struct reason reason = next_reason(b, after);
	enum err e = OK;

	/* Forgotten: customers like these are what the page finds. */
	if (demo_chance(&b->d->random, 0.12))
		return OK;
	while (e == OK && reason.at != NONE && past(b, reason.at)) {
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
static enum err have_problem(struct buyer *b)
{
	struct demo_random *r = &b->d->random;
	int64_t at = b->win->at + demo_between(r, 3, 40) * DEMO_DAY;
	int64_t solved_at =
		at + (int64_t)(demo_lognormal(r, 6, 0.8) * DEMO_DAY);
	bool solved = demo_chance(r, 0.85) && past(b, solved_at);
	struct problem_add_in in = {
		.customer = b->id,
		.owner = b->win->rep->id,
		.contact = NONE,
		.what = words(b, DEMO_PROBLEM),
		.cause = words(b, DEMO_CAUSE),
		.cost = demo_between(r, 0, 80) * 100 * RUB,
		.due_day = demo_workday(b->d, zone_day(at) + 7),
		.state = solved ? "solved" : "open",
	};
	struct problem_add row;
	enum err e;

	if (!past(b, at))
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
static enum err ask_score(struct buyer *b)
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

	if (!demo_chance(r, 0.35) || !past(b, at))
		return OK;
	b->scored = in.day;
	in.outcome = followup_outcome_word(outcome);
	in.note = note_of(b, outcome);
	one_contact_add(b->d->store, in, &row);
	return store_error(b->d->store);
}

static enum err ask_review(struct buyer *b)
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

/* ---- a customer's life -------------------------------------------------- */

static int64_t contract_end(struct buyer *b)
{
	int64_t end = zone_day(b->win->at) + 365;

	while (end < b->d->today && demo_chance(&b->d->random, 0.8))
		end += 365; /* went on for another year */
	return b->contract ? end : NONE;
}

static enum err add_customer(struct buyer *b)
{
	const struct demo_contact *c = b->win->contact;
	struct customer_new new = {
		.name = *c->firm ? c->firm : c->name,
		.contact = *c->firm ? c->name : "",
		.email = c->email,
		.phone = c->phone,
		.segment = b->segment->name,
		.manager = b->win->rep->id,
		.contract_end_day = b->contract_end,
		.created_at = b->win->at,
		.origin = "",
		.origin_id = "",
	};

	return customer_add(b->d->store, b->d->arena, &new, &b->id);
}

static void remember(struct buyer *b)
{
	struct demo *d = b->d;
	struct demo_customer *more;

	if (d->n_customers == d->room) {
		d->room = d->room ? d->room * 2 : 512;
		more = arena_array(d->arena, d->room, sizeof(*more));
		if (d->n_customers)
			memcpy(more, d->customer,
			       d->n_customers * sizeof(*more));
		d->customer = more;
	}
	d->customer[d->n_customers++] =
		(struct demo_customer){ b->id, b->win->at, b->win->rep,
					b->win->contact->russian };
}

static struct buyer character(struct demo *d, const struct demo_win *win)
{
	double weight[COUNT(segments)];
	struct buyer b = {
		.d = d, .win = win, .content = true, .scored = NONE
	};

	for (size_t i = 0; i < COUNT(segments); i++)
		weight[i] = segments[i].weight;
	b.segment = &segments[demo_pick(&d->random, weight, COUNT(segments))];
	b.amount = demo_lognormal(&d->random, b.segment->amount, 0.4);
	b.gap = demo_lognormal(&d->random, b.segment->gap, 0.5);
	b.contract = demo_chance(&d->random, 0.09);
	b.contract_end = contract_end(&b);
	return b;
}

enum err demo_buyer(struct demo *d, const struct demo_win *win)
{
	struct buyer b = character(d, win);
	struct lead_fact won = { win->lead, win->at, win->rep->id, "" };
	enum err e = add_customer(&b);

	if (e == OK)
		e = lead_won(d->store, won, b.id);
	if (e == OK && demo_chance(&d->random, 0.07))
		e = have_problem(&b);
	if (e == OK)
		e = buy_on(&b);
	if (e == OK)
		e = ask_score(&b);
	if (e == OK)
		e = look_after(&b);
	if (e == OK)
		e = ask_review(&b);
	remember(&b);
	return e;
}
