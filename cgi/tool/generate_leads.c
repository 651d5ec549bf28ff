/* generate_leads.c - inquiries and what became of them. */
#include <math.h>

#include "generate.h"
#include "lib/period.h"
#include "queries.h"

/* What a lead costs, and how many there are: by its source. */
static const struct {
	double weight;
	int64_t cost; /* median, minor units */
} prices[GENERATE_SOURCES] = {
	{ 20, 30000 }, { 18, 160000 }, { 13, 90000 }, { 5, 420000 },
	{ 9, 70000 },  { 7, 120000 },  { 8, 45000 },  { 6, 20000 },
	{ 5, 15000 },  { 3, 60000 },   { 4, 110000 }, { 2, 5000 },
};

bool generate_past(const struct generate *g, int64_t day)
{
	return day <= g->today;
}

int64_t generate_at(const struct generate *g, struct demo_random *r,
		    int64_t day)
{
	int64_t time = demo_between(r, 8 * DEMO_HOUR, 20 * DEMO_HOUR);

	return g->start[day - g->first_day] + (day == g->today ? 0 : time);
}

int64_t generate_lag(struct demo_random *r, double median, double sigma)
{
	int64_t days = llround(demo_lognormal(r, median, sigma));

	return days < 1 ? 1 : days;
}

/* ---- the inquiry -------------------------------------------------------- */

/* Its numbers neighbour those of others: mixed twice, chance does not. */
static struct demo_random chance_of(const struct generate *g, int64_t number)
{
	struct demo_random of_seed = { (uint64_t)g->seed };
	struct demo_random mixed = { demo_bits(&of_seed) ^ (uint64_t)number };

	return (struct demo_random){ demo_bits(&mixed) };
}

static struct generate_lead choose(const struct generate *g, int64_t number)
{
	struct generate_lead l = { .random = chance_of(g, number),
				   .number = number,
				   .day = g->first_day +
					  number * g->days / g->leads,
				   .customer = NONE };
	struct demo_random *r = &l.random;

	l.at = generate_at(g, r, l.day);
	l.team = (size_t)demo_between(r, 0, GENERATE_TEAMS - 1);
	l.rep = g->rep[l.team][demo_between(r, 0, GENERATE_REPS - 1)];
	generate_name(g, &l);
	return l;
}

static size_t choose_source(struct demo_random *r)
{
	double weight[GENERATE_SOURCES];

	for (size_t i = 0; i < GENERATE_SOURCES; i++)
		weight[i] = prices[i].weight;
	return demo_pick(r, weight, GENERATE_SOURCES);
}

/* Of the assignment nobody is the author, as in an import; of all else the rep
 * is. */
enum err generate_event(struct generate *g, const struct generate_lead *l,
			const char *kind, int64_t at, int64_t day,
			int64_t reason)
{
	bool assigned = *kind == 'a';
	struct lead_event_make_in in = {
		.lead = l->id,
		.kind = kind,
		.at = at,
		.day = day,
		.actor = assigned ? NONE : l->rep,
		.owner = assigned ? l->rep : NONE,
		.reason = reason,
	};

	return run_lead_event_make(g->store, in);
}

/* As lead_add writes somebody it finds nowhere: everybody here asks once. */
static enum err add(struct generate *g, struct generate_lead *l)
{
	size_t source = choose_source(&l->random);
	double cost =
		demo_lognormal(&l->random, (double)prices[source].cost, 0.4);
	struct lead_make_in in = {
		.id = l->id,
		.name = l->name,
		.name_key = l->name_key,
		.email = l->email,
		.email_key = l->email_key,
		.phone = l->phone,
		.phone_key = l->phone_key,
		.source = g->source[source],
		.customer = l->customer,
		.cost = llround(cost),
		.created_at = l->at,
		.created_day = l->day,
		.created_month = period_month(l->day),
	};
	enum err e = run_lead_make(g->store, in);

	if (e != OK)
		return e;
	return generate_event(g, l, "assigned", l->at, l->day, NONE);
}

/* ---- what became of it -------------------------------------------------- */

static enum err discard(struct generate *g, struct generate_lead *l)
{
	struct demo_random *r = &l->random;
	int64_t day = l->day + demo_between(r, 1, 3);
	int64_t reason = g->invalid[demo_between(r, 0, GENERATE_INVALID - 1)];

	if (!generate_past(g, day))
		return OK;
	return generate_event(g, l, "invalid", generate_at(g, r, day), day,
			      reason);
}

static enum err lose(struct generate *g, struct generate_lead *l)
{
	struct demo_random *r = &l->random;
	int64_t day = l->day + generate_lag(r, 30, 0.8);
	int64_t reason = g->lost[demo_between(r, 0, GENERATE_LOST - 1)];

	if (!generate_past(g, day))
		return OK;
	if (demo_chance(r, 0.15))
		reason = NONE;
	return generate_event(g, l, "lost", generate_at(g, r, day), day,
			      reason);
}

/* Teams differ, and on average win 30 of 100. */
static double win_share(size_t team)
{
	return 0.30 * (0.8 + 0.4 * (double)team / (GENERATE_TEAMS - 1));
}

enum fate { INVALID, WON, LOST, OPEN };

static enum fate choose_fate(struct generate_lead *l)
{
	double unit = demo_unit(&l->random);

	if (unit < 0.01)
		return INVALID;
	if (unit < 0.01 + win_share(l->team))
		return WON;
	return demo_chance(&l->random, 2.0 / 3) ? LOST : OPEN;
}

/* A win to come leaves the lead open. */
static void choose_win(struct generate *g, struct generate_lead *l)
{
	int64_t day = l->day + generate_lag(&l->random, 14, 1);

	if (!generate_past(g, day))
		return;
	l->customer = ++g->ids.customer;
	l->won_day = day;
	l->won_at = generate_at(g, &l->random, day);
}

static enum err live(struct generate *g, struct generate_lead *l,
		     enum fate fate)
{
	switch (fate) {
	case INVALID:
		return discard(g, l);
	case WON:
		return l->customer == NONE ? OK : generate_buyer(g, l);
	case LOST:
		return lose(g, l);
	case OPEN:
		return OK;
	}
	BUG_IF(true);
}

enum err generate_lead(struct generate *g, int64_t number)
{
	struct generate_lead l = choose(g, number);
	enum fate fate = choose_fate(&l);
	enum err e = OK;

	l.id = ++g->ids.lead;
	if (fate == WON)
		choose_win(g, &l);
	if (l.customer != NONE)
		e = generate_customer(g, &l);
	if (e == OK)
		e = add(g, &l);
	return e == OK ? live(g, &l, fate) : e;
}
