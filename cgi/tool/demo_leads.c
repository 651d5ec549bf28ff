/* demo_leads.c - inquiries and what became of them; what sources cost. */
#include <math.h>
#include <string.h>

#include "demo.h"
#include "lib/lead.h"
#include "lib/period.h"
#include "queries.h"

enum {
	NEW_CYCLE_DAYS = 180,
	LEADS_A_DAY_TENTHS = 125, /* about 9,000 in all */
	A_DAY_MOST = 50,          /* nobody asks twice in a day */
	RECENT = 400,             /* contacts that may ask a second time */
};

/* Where prospects come from: share of leads, share that buys, and cost per
 * lead in minor units. */
static const struct origin {
	const char *name, *class;
	const char *campaign[2];
	double weight, wins;
	int64_t cost;
} origins[DEMO_SOURCES] = {
	{ "Website", "other", { "", "" }, 0.22, 0.19, 30000 },
	{ "Search ads", "other", { "Brand", "Products" }, 0.20, 0.15, 160000 },
	{ "Social networks",
	  "other",
	  { "Video", "Stories" },
	  0.15,
	  0.09,
	  90000 },
	{ "Trade fairs", "other", { "", "" }, 0.06, 0.23, 420000 },
	{ "Cold calls", "other", { "", "" }, 0.10, 0.07, 70000 },
	{ "Partners", "other", { "", "" }, 0.08, 0.25, 120000 },
	{ "Recommendations", "referral", { "", "" }, 0.11, 0.36, 45000 },
	{ "Review sites", "review", { "", "" }, 0.08, 0.29, 20000 },
};

const struct demo_segment demo_segments[DEMO_SEGMENTS] = {
	{ "small", 0.55, 0.95, 28000, 150 },
	{ "medium", 0.33, 1.2, 95000, 95 },
	{ "large", 0.12, 0.7, 340000, 50 },
};

static const char *const products[] = { "Compact cooler", "Display cooler",
					"Cold room", "Service contract" };
static const char *const lost_reasons[] = { "Price too high",
					    "Bought elsewhere", "No budget",
					    "Not reached", "Needs changed" };
static const char *const invalid_reasons[] = { "Spam", "Test", "Duplicate",
					       "Wrong contact" };

/* What all leads have in common. */
struct market {
	struct demo *d;
	int64_t source[DEMO_SOURCES], campaign[DEMO_SOURCES][2];
	int64_t product[COUNT(products)], segment[DEMO_SEGMENTS];
	int64_t lost[COUNT(lost_reasons)], invalid[COUNT(invalid_reasons)];
	struct demo_contact recent[RECENT];
	int64_t contacts;  /* made so far */
	int64_t too_early; /* wins to be recorded before the inquiry */
};

/* One lead on its way. */
struct lead {
	struct demo_contact contact;
	size_t source, campaign, segment;
	int64_t id, product, created_at, day;
	const struct demo_team *team;
	const struct demo_rep *rep;
	double wins; /* chance to be won */
};

int64_t demo_workday(struct demo *d, int64_t day)
{
	int64_t weekday = period_weekday(day);

	/* Not all on the Monday: that would be half of everything. */
	return weekday > 4 ? day + 7 - weekday + demo_between(&d->random, 0, 4)
			   : day;
}

int64_t demo_at(struct demo *d, int64_t day)
{
	day = demo_workday(d, day);
	if (day < d->first_day || day > d->today)
		return (day - d->today) * DEMO_DAY + d->start[DEMO_DAYS - 1] +
		       DEMO_DAY / 2;
	return d->start[day - d->first_day] +
	       demo_between(&d->random, 9 * DEMO_HOUR, 18 * DEMO_HOUR);
}

static enum err add_names(struct market *m)
{
	struct store *s = m->d->store;
	struct arena *a = m->d->arena;
	enum err e = OK;

	for (size_t i = 0; e == OK && i < DEMO_SOURCES; i++) {
		e = lead_source(s, a, origins[i].name, origins[i].class,
				&m->source[i]);
		for (size_t k = 0; e == OK && k < 2; k++)
			e = lead_campaign(s, a, m->source[i],
					  origins[i].campaign[k],
					  &m->campaign[i][k]);
	}
	for (size_t i = 0; e == OK && i < COUNT(products); i++)
		e = lead_product(s, a, products[i], &m->product[i]);
	if (e == OK)
		e = lead_product(s, a, "Parts and filters", &m->d->extra);
	for (size_t i = 0; e == OK && i < DEMO_SEGMENTS; i++)
		e = lead_segment(s, demo_segments[i].name, &m->segment[i]);
	for (size_t i = 0; e == OK && i < COUNT(lost_reasons); i++)
		e = lead_reason(s, a, "lost", lost_reasons[i], &m->lost[i]);
	for (size_t i = 0; e == OK && i < COUNT(invalid_reasons); i++)
		e = lead_reason(s, a, "invalid", invalid_reasons[i],
				&m->invalid[i]);
	return e;
}

/* ---- one lead ----------------------------------------------------------- */

static void choose_rep(struct demo *d, struct lead *l)
{
	l->rep = &l->team->rep[demo_between(&d->random, 0,
					    (int64_t)l->team->n - 1)];
}

static void choose_owner(struct demo *d, struct lead *l)
{
	double weight[DEMO_TEAMS];

	for (size_t i = 0; i < DEMO_TEAMS; i++)
		weight[i] = d->team[i].weight;
	l->team = &d->team[demo_pick(&d->random, weight, DEMO_TEAMS)];
	choose_rep(d, l);
}

static const char *phone_code(const struct demo_team *team, bool russian)
{
	if (russian)
		return "+7";
	return strcmp(team->code, "+7") == 0 ? "+44" : team->code;
}

/* Mostly somebody new; now and then somebody asks again, in the language that
 * the team speaks. */
static struct demo_contact choose_contact(struct market *m,
					  const struct demo_team *team)
{
	struct demo *d = m->d;
	int64_t most = m->contacts < RECENT ? m->contacts : RECENT;
	bool russian = demo_chance(&d->random, team->russian);
	struct demo_contact *c;

	if (m->contacts > A_DAY_MOST && demo_chance(&d->random, 0.06)) {
		int64_t age = demo_between(&d->random, A_DAY_MOST, most);

		c = &m->recent[(m->contacts - age) % RECENT];
		if (c->russian == russian)
			return *c;
	}
	c = &m->recent[m->contacts % RECENT];
	*c = demo_contact(d->arena, &d->random, m->contacts++, russian,
			  phone_code(team, russian));
	return *c;
}

static size_t choose_segment(struct demo *d)
{
	double weight[DEMO_SEGMENTS];

	for (size_t i = 0; i < DEMO_SEGMENTS; i++)
		weight[i] = demo_segments[i].weight;
	return demo_pick(&d->random, weight, DEMO_SEGMENTS);
}

static struct lead choose(struct market *m, int64_t day)
{
	struct demo *d = m->d;
	double weight[DEMO_SOURCES];
	struct lead l = { .day = day };

	for (size_t i = 0; i < DEMO_SOURCES; i++)
		weight[i] = origins[i].weight;
	l.source = demo_pick(&d->random, weight, DEMO_SOURCES);
	l.campaign = demo_chance(&d->random, 0.45);
	l.product =
		m->product[demo_between(&d->random, 0, COUNT(products) - 1)];
	l.created_at = d->start[day - d->first_day] +
		       demo_between(&d->random, 7 * DEMO_HOUR, 22 * DEMO_HOUR);
	choose_owner(d, &l);
	l.contact = choose_contact(m, l.team);
	l.segment = choose_segment(d);
	l.wins = origins[l.source].wins * l.team->skill * l.rep->skill *
		 demo_segments[l.segment].wins;
	return l;
}

static enum err add(struct market *m, struct lead *l, bool owned,
		    struct lead_added *added)
{
	const struct demo_contact *c = &l->contact;
	struct lead_new new = {
		.name = *c->firm ? c->firm : c->name,
		.email = c->email,
		.phone = c->phone,
		.source = m->source[l->source],
		.campaign = m->campaign[l->source][l->campaign],
		.product = l->product,
		.segment = m->segment[l->segment],
		.customer = NONE,
		.owner = owned ? l->rep->id : NONE,
		.actor = NONE,
		.created_at = l->created_at,
		.origin = "",
		.origin_id = "",
	};
	enum err e =
		lead_add(m->d->store, m->d->arena, NEW_CYCLE_DAYS, &new, added);

	l->id = added->id;
	return e;
}

static struct lead_fact fact(const struct lead *l, int64_t at)
{
	return (struct lead_fact){ l->id, at, l->rep->id, "" };
}

static bool past(const struct demo *d, int64_t at)
{
	return at <= d->now;
}

/* Somebody who has bought and is content recommends us; the few who do it
 * often are among the oldest customers. */
static enum err refer(struct demo *d, const struct lead *l)
{
	double place = demo_unit(&d->random);
	size_t i = (size_t)(place * place * (double)d->n_customers);
	struct referral_add_in in = { .lead = l->id,
				      .at = l->created_at,
				      .day = l->day };

	if (d->n_customers == 0 || d->customer[i].first_at >= l->created_at)
		return OK;
	in.customer = d->customer[i].id;
	return run_referral_add(d->store, in);
}

/* Leads of a night wait for somebody to take them; a few change hands. */
static enum err hand_on(struct demo *d, struct lead *l, bool owned)
{
	int64_t at = demo_at(d, l->day + demo_between(&d->random, 1, 3));
	struct lead_fact by_head = { l->id, at, d->head, "" };

	if (owned && !demo_chance(&d->random, 0.04))
		return OK;
	if (owned)
		choose_rep(d, l);
	if (!owned && demo_chance(&d->random, 0.15))
		return OK; /* nobody ever took it */
	return past(d, at) ? lead_assigned(d->store, by_head, l->rep->id) : OK;
}

static enum err contact(struct demo *d, const struct lead *l, int64_t *at)
{
	double hours = demo_lognormal(&d->random, l->team->hours, 1);

	*at = l->created_at + 60 + (int64_t)(hours * 3600);
	if (demo_chance(&d->random, 0.05) || !past(d, *at)) {
		*at = l->created_at;
		return OK;
	}
	return lead_contacted(d->store, fact(l, *at));
}

/* The steps reached, in order, between the first contact and the end. */
static enum err go_steps(struct demo *d, const struct lead *l, int64_t from,
			 int64_t to, int64_t steps)
{
	enum err e = OK;

	for (int64_t i = 0; e == OK && i < steps; i++) {
		int64_t at = from + (to - from) * (i + 1) / (steps + 1);

		if (past(d, at))
			e = lead_step(d->store, fact(l, at), d->step[i]);
	}
	return e;
}

static int64_t end_at(struct demo *d, const struct lead *l, double median,
		      double sigma, int64_t after)
{
	double days = demo_lognormal(&d->random, median, sigma);
	int64_t at = demo_at(d, l->day + (int64_t)days);

	return at > after + 3600 ? at : after + 3600;
}

static enum err win(struct market *m, const struct lead *l, int64_t contacted)
{
	struct demo *d = m->d;
	int64_t at = end_at(d, l, 14, 0.9, contacted);
	struct demo_win buyer = { .contact = &l->contact,
				  .lead = l->id,
				  .product = l->product,
				  .at = at,
				  .rep = l->rep,
				  .team = l->team,
				  .segment = &demo_segments[l->segment] };
	enum err e;

	/* Two typing errors, such as every data base has; of leads that have
	 * gone no step yet. */
	if (m->too_early < 2 && l->day > d->first_day + 300 &&
	    contacted < l->created_at + 2 * DEMO_DAY) {
		m->too_early++;
		buyer.at = l->created_at - 2 * DEMO_DAY;
		return demo_buyer(d, &buyer);
	}
	e = go_steps(d, l, contacted, at, demo_chance(&d->random, 0.8) ? 3 : 2);
	if (e != OK || !past(d, at))
		return e;
	return demo_buyer(d, &buyer);
}

/* Most end some day, some of them without a word why; a few come back. */
static enum err lose(struct market *m, const struct lead *l, int64_t contacted)
{
	struct demo *d = m->d;
	int64_t at = end_at(d, l, 24, 0.8, contacted);
	int64_t back = at + demo_between(&d->random, 3, 20) * DEMO_DAY;
	int64_t reason =
		m->lost[demo_between(&d->random, 0, COUNT(lost_reasons) - 1)];
	enum err e =
		go_steps(d, l, contacted, at, demo_between(&d->random, -1, 2));

	if (e != OK || !past(d, at) || demo_chance(&d->random, 0.08))
		return e;
	if (demo_chance(&d->random, 0.16))
		reason = NONE;
	e = lead_lost(d->store, fact(l, at), reason);
	if (e != OK || !demo_chance(&d->random, 0.02) || !past(d, back))
		return e;
	e = lead_reopened(d->store, fact(l, back));
	return e == OK ? win(m, l, back) : e;
}

static enum err discard(struct market *m, const struct lead *l)
{
	int64_t at =
		l->created_at + DEMO_HOUR * demo_between(&m->d->random, 1, 60);
	int64_t reason = m->invalid[demo_between(&m->d->random, 0,
						 COUNT(invalid_reasons) - 1)];

	if (!past(m->d, at))
		return OK;
	return lead_invalid(m->d->store, fact(l, at), reason);
}

/* What becomes of a prospect of its own. */
static enum err live(struct market *m, struct lead *l, bool owned)
{
	struct demo *d = m->d;
	int64_t contacted;
	enum err e;

	if (demo_chance(&d->random, 0.035))
		return discard(m, l);
	e = hand_on(d, l, owned);
	if (e == OK)
		e = contact(d, l, &contacted);
	if (e != OK)
		return e;
	return demo_chance(&d->random, l->wins) ? win(m, l, contacted)
						: lose(m, l, contacted);
}

static enum err one_lead(struct market *m, int64_t day)
{
	struct demo *d = m->d;
	struct lead l = choose(m, day);
	bool owned = !demo_chance(&d->random, 0.06);
	int64_t month = period_month(day) - period_month(d->first_day);
	struct lead_added added;
	enum err e;

	if (!past(d, l.created_at))
		return OK;
	e = add(m, &l, owned, &added);
	d->leads[month][l.source][l.campaign]++;
	if (e == OK && strcmp(origins[l.source].class, "referral") == 0)
		e = refer(d, &l);
	if (e != OK || added.repeat || added.prospect != added.id)
		return e; /* its prospect already has a story */
	return live(m, &l, owned);
}

/* ---- all leads, and what they cost -------------------------------------- */

static double leads_of(const struct demo *d, int64_t day)
{
	static const double season[12] = { 0.85, 0.95, 1.1, 1.1, 1.0,  0.95,
					   0.8,  0.85, 1.1, 1.2, 1.15, 0.95 };
	static const double week[7] = { 1.3, 1.25, 1.2, 1.15, 1.05, 0.6, 0.45 };
	double age = (double)(day - d->first_day) / DEMO_DAYS;
	double growth = 0.75 + 0.5 * age;

	return LEADS_A_DAY_TENTHS / 10.0 * growth *
	       season[period_date(day).month - 1] * week[period_weekday(day)];
}

/* Spending goes with the leads, and a campaign that ran has cost something
 * even when nobody came. */
static enum err spend(struct market *m, int64_t month, size_t source,
		      size_t campaign)
{
	struct demo *d = m->d;
	int64_t first = period_month(d->first_day);
	double cost = (double)origins[source].cost;
	double leads = (double)d->leads[month][source][campaign] + 1;
	struct spend_set_in in = {
		.source = m->source[source],
		.campaign = m->campaign[source][campaign],
		.month = first + month,
	};

	in.amount = llround(cost * leads * demo_lognormal(&d->random, 1, 0.15) /
			    10000) *
		    10000;
	return run_spend_set(d->store, in);
}

static enum err spend_all(struct market *m)
{
	struct demo *d = m->d;
	int64_t months = period_month(d->today) - period_month(d->first_day);
	enum err e = OK;

	for (int64_t month = 0; month <= months; month++)
		for (size_t i = 0; i < DEMO_SOURCES; i++)
			for (size_t k = 0; e == OK && k < 2; k++)
				if (k == 0 || m->campaign[i][k] != NONE)
					e = spend(m, month, i, k);
	return e;
}

enum err demo_leads(struct demo *d)
{
	struct market *m = arena_zalloc(d->arena, sizeof(*m));
	enum err e;

	m->d = d;
	d->leads = arena_array(d->arena, DEMO_DAYS / 28 + 2, sizeof(*d->leads));
	e = add_names(m);
	for (int64_t day = d->first_day; e == OK && day <= d->today; day++) {
		int64_t n = demo_poisson(&d->random, leads_of(d, day));

		for (int64_t i = 0; e == OK && i < n; i++)
			e = one_lead(m, day);
	}
	return e == OK ? spend_all(m) : e;
}
