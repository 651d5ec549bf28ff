/* demo_care.c - what is planned for today and the days to come.
 *
 * Who is silent is found as the retention page finds it, so that the page and
 * the tasks tell one story. */
#include <stdlib.h>

#include "demo.h"
#include "lib/buyers.h"
#include "lib/followup.h"
#include "lib/period.h"
#include "queries.h"

enum { OVERDUE_WANTED = 4, TODAY_WANTED = 6, PLANNED_AGO = 8 };

static const struct scope everybody = { .see = SEE_ALL };

static void read_values(struct buyers *b, struct answer *a)
{
	struct customer_values row;

	while (next_customer_values(a, &row)) {
		struct buyer *buyer = buyers_find(b, row.id);

		if (!buyer)
			continue;
		buyer->segment = row.segment;
		buyer->contract_end = row.contract_end_day;
		buyer->next_due = row.next_due;
		buyer->do_not_contact = row.do_not_contact;
	}
}

static enum err judge(struct demo *d, struct buyers *b)
{
	struct customer_days_in days = { everybody, d->today };
	struct customer_values_in values = { .scope = everybody,
					     .as_of = d->today,
					     .year_from = d->today - 365,
					     .last_id = INT64_MAX };
	struct answer *a = ask_customer_days(d->store, days);
	struct buyers_rhythm *rhythm;
	struct customer_days row;

	*b = buyers_new(d->arena, d->today);
	while (next_customer_days(a, &row))
		buyers_day(b, row.customer_id, row.day);
	read_values(b, ask_customer_values(d->store, values));
	buyers_judge(b, &rhythm);
	return store_error(d->store);
}

static int by_id(const void *a, const void *b)
{
	const struct demo_customer *x = a, *y = b;

	return (x->id > y->id) - (x->id < y->id);
}

static const struct demo_customer *customer(const struct demo *d, int64_t id)
{
	struct demo_customer key = { .id = id }, *found;

	found = bsearch(&key, d->customer, d->n_customers, sizeof(key), by_id);
	BUG_IF(!found);
	return found;
}

/* Whether somebody waits for a talk that nobody has planned. */
static bool waits(const struct demo *d, const struct buyer *b)
{
	return b->next_due == NONE && !b->do_not_contact &&
	       b->first_on < d->today - PLANNED_AGO;
}

/* ---- one talk ----------------------------------------------------------- */

static void give_reason(struct demo *d, const struct buyer *b, bool russian,
			struct followup_plan *plan)
{
	bool ends = b->contract_end != NONE && b->contract_end < d->today + 60;
	int64_t ago = d->today - b->last_on;
	enum demo_words about = DEMO_ANY;

	plan->cause = "hand";
	if (b->alert) {
		plan->cause = "silent";
		about = DEMO_SILENT;
	} else if (ends) {
		plan->cause = "contract";
		about = DEMO_CONTRACT;
	} else if (ago >= PLANNED_AGO && ago < 30) {
		plan->cause = "purchase";
		about = DEMO_BOUGHT;
	}
	plan->subject = demo_words(&d->random, about, russian);
}

static enum err plan_talk(struct demo *d, struct buyer *b, int64_t due_day)
{
	static const char *const kinds[] = { "call", "call", "mail", "visit" };
	const struct demo_customer *c = customer(d, b->id);
	int64_t ago = PLANNED_AGO - 1;
	struct followup_act now = { .scope = { .see = SEE_ALL,
					       .me = c->rep->id },
				    .now = d->now - ago * DEMO_DAY,
				    .today = d->today - ago };
	struct followup_plan plan = {
		.customer = b->id,
		.owner = c->rep->id,
		.kind = kinds[demo_between(&d->random, 0, COUNT(kinds) - 1)],
		.note = "",
		.due_day = due_day,
	};
	int64_t id;

	give_reason(d, b, c->russian, &plan);
	b->next_due = due_day;
	return followup_add(d->store, &now, &plan, &id);
}

/* ---- a rep's day -------------------------------------------------------- */

/* Today, or on a weekend the Monday that all of it waits for. */
static int64_t work_today(const struct demo *d)
{
	int64_t weekday = period_weekday(d->today);

	return weekday > 4 ? d->today + 7 - weekday : d->today;
}

static int64_t work_before(const struct demo *d, int64_t days)
{
	int64_t weekday = period_weekday(d->today - days);

	return d->today - days - (weekday > 4 ? weekday - 4 : 0);
}

static enum err fill_day(struct demo *d, struct buyers *b,
			 const struct demo_rep *rep)
{
	int64_t overdue = 0, today = 0;
	enum err e = OK;

	for (size_t i = 0; i < b->n; i++) {
		int64_t due = b->buyer[i].next_due;

		if (due == NONE || customer(d, b->buyer[i].id)->rep != rep)
			continue;
		overdue += due < d->today;
		today += due == work_today(d);
	}
	for (size_t i = b->n; e == OK && i-- > 0;) {
		struct buyer *buyer = &b->buyer[i];

		if (!waits(d, buyer) || customer(d, buyer->id)->rep != rep)
			continue;
		if (today < TODAY_WANTED) {
			today++;
			e = plan_talk(d, buyer, work_today(d));
		} else if (overdue < OVERDUE_WANTED) {
			overdue++;
			e = plan_talk(d, buyer,
				      work_before(d, 1 + overdue % 3));
		}
	}
	return e;
}

enum err demo_care(struct demo *d)
{
	struct buyers b;
	enum err e = judge(d, &b);

	for (size_t i = 0; e == OK && i < DEMO_TEAMS; i++)
		if (d->team[i].named)
			e = fill_day(d, &b, &d->team[i].rep[DEMO_REP]);
	for (size_t i = 0; e == OK && i < b.n; i++) {
		struct buyer *buyer = &b.buyer[i];
		int64_t later = d->today + demo_between(&d->random, 1, 12);

		if (buyer->alert && waits(d, buyer) &&
		    demo_chance(&d->random, 0.55))
			e = plan_talk(d, buyer, demo_workday(d, later));
	}
	return e;
}
