/* rollup_buyers.c - what a customer who buys counts for. */
#include <string.h>

#include "blocks.h"
#include "period.h"
#include "rollup_parts.h"

/* ---- one customer ---------------------------------------------------------
 */

struct rollup_buyer rollup_buyer_kept(const struct rollup_person *person)
{
	const struct rollup_customers *row = person->row;

	return (struct rollup_buyer){
		.id = row->id,
		.segment = row->kept_segment,
		.first = row->kept_first,
		.last = row->kept_last,
		.days = row->kept_days,
		.second = row->kept_second,
		.gaps = { row->kept_gaps, row->kept_ln, row->kept_ln_2 },
		.silent = row->kept_silent,
		.stake = row->kept_stake,
		.problem = row->kept_problem,
		.live = row->kept_live,
		.manager = row->kept_manager,
		.idle = row->kept_idle,
		.unled = row->kept_unled,
	};
}

/* 0 for a segment that is not known yet. */
static int64_t segment_of(struct store *s, const char *name)
{
	struct segment_find_in in = { name };
	struct segment_find found = { .id = 0 };

	if (*name)
		one_segment_find(s, in, &found);
	return found.id;
}

void rollup_segment_add(struct store *s, const char *name)
{
	struct segment_add row;

	if (*name && segment_of(s, name) == 0)
		one_segment_add(s, (struct segment_add_in){ name }, &row);
}

static void add_day(struct rollup_buyer *b, int64_t day)
{
	if (b->days == 0)
		b->first = day;
	else
		rhythm_add_gap(&b->gaps, day - b->last);
	if (b->days == 1)
		b->second = day - b->first;
	b->last = day;
	b->days++;
}

static int64_t idle_of(const struct rollup_person *person)
{
	for (size_t i = 0; i < person->n_followups; i++)
		if (person->followup[i].done_day == NONE)
			return 0;
	return 1;
}

struct rollup_buyer rollup_buyer_of(struct store *s,
				    const struct rollup_person *person)
{
	const struct rollup_customers *row = person->row;
	struct rollup_buyer b = {
		.id = row->id,
		.second = NONE,
		.silent = NONE,
		.problem = row->problem,
		.manager = row->manager_id,
		.idle = row->do_not_contact ? NONE : idle_of(person),
	};

	for (size_t i = 0; i < person->n; i++)
		if (person->money[i].bought)
			add_day(&b, person->money[i].day);
	if (b.days) {
		b.segment = segment_of(s, row->segment);
		b.unled = row->first_lead == NONE || row->first_lead > b.first;
	}
	return b;
}

bool rollup_buyer_same(const struct rollup_buyer *a,
		       const struct rollup_buyer *b)
{
	if (a->days == 0 && b->days == 0)
		return true;
	return a->segment == b->segment && a->first == b->first &&
	       a->last == b->last && a->days == b->days &&
	       a->second == b->second && a->gaps.gaps == b->gaps.gaps &&
	       a->gaps.ln == b->gaps.ln && a->gaps.ln_2 == b->gaps.ln_2 &&
	       a->silent == b->silent && a->stake == b->stake &&
	       a->problem == b->problem && a->live == b->live &&
	       a->manager == b->manager && a->idle == b->idle &&
	       a->unled == b->unled;
}

enum err rollup_buyer_keep(struct store *s, const struct rollup_buyer *b)
{
	struct buyer_set_in in = {
		.customer = b->id,
		.segment = b->segment,
		.first_day = b->first,
		.last_day = b->last,
		.days = b->days,
		.second = b->second,
		.gaps = b->gaps.gaps,
		.ln = b->gaps.ln,
		.ln_squares = b->gaps.ln_2,
		.silent_day = b->silent,
		.stake = b->stake,
		.problem = b->problem,
		.live_until = b->live,
		.manager = b->manager,
		.idle = b->idle,
		.unled = b->unled,
	};

	if (b->days == 0)
		return run_buyer_drop(s, (struct buyer_drop_in){ b->id });
	return run_buyer_set(s, in);
}

/* ---- what they count for --------------------------------------------------
 */

static void count_returns(struct sums *sums, const struct rollup_buyer *b,
			  int64_t segment, int64_t sign)
{
	int64_t second = b->second == NONE ? INT64_MAX : b->second;
	struct sum first = {
		.key = { BUYER_FIRST, segment, b->first },
		.value = { 1, second < INT64_MAX, second <= 30, second <= 60,
			   second <= 90, second <= 180, second <= 365 },
	};
	struct sum again = { .key = { BUYER_AGAIN, segment, second },
			     .value = { 1 } };

	sums_add(sums, &first, sign);
	if (b->second != NONE)
		sums_add(sums, &again, sign);
}

static void count_rhythm(struct sums *sums, const struct rollup_buyer *b,
			 int64_t segment, int64_t sign)
{
	struct rhythm_pool pool = { 0 };
	struct sum sum = { .key = { BUYER_RHYTHM, segment } };

	rhythm_add(&pool, b->gaps);
	sum.value[0] = 1;
	sum.value[1] = pool.gaps;
	sum.value[2] = pool.spare;
	sum.value[3] = pool.ln;
	sum.value[4] = pool.squares;
	sums_add(sums, &sum, sign);
}

static void count_months(struct sums *sums, const struct rollup_person *person,
			 const struct rollup_buyer *b, int64_t sign)
{
	int64_t first = period_month(b->first), before = NONE;
	struct sum last = { .key = { BUYER_MONTH, first,
				     period_month(b->last) },
			    .value = { 0, 1 } };

	for (size_t i = 0; i < person->n; i++) {
		int64_t month = period_month(person->money[i].day);
		struct sum sum = { .key = { BUYER_MONTH, first, month },
				   .value = { 1 } };

		if (!person->money[i].bought || month == before)
			continue;
		sums_add(sums, &sum, sign);
		before = month;
	}
	sums_add(sums, &last, sign);
}

static void count_revenue(struct sums *sums, const struct rollup_person *person,
			  int64_t sign)
{
	for (size_t i = 0; i < person->n; i++) {
		struct sum sum = { .key = { BUYER_REVENUE,
					    person->money[i].day },
				   .value = { person->money[i].amount } };

		sums_add(sums, &sum, sign);
	}
}

int64_t rollup_expiry(int64_t day)
{
	int64_t end = period_add_months(day, 12);

	while (period_add_months(end, -12) < day)
		end++;
	return end;
}

static void count_silence(struct sums *sums, const struct rollup_person *person,
			  const struct rollup_buyer *b, int64_t sign)
{
	struct sum begin = { .key = { BUYER_SILENT, b->silent },
			     .value = { 1 } };

	for (size_t i = 0; i < person->n; i++) {
		int64_t day = rollup_expiry(person->money[i].day);
		int64_t amount = person->money[i].amount;
		struct sum end = { .key = { BUYER_SILENT, day },
				   .value = { 0, -amount } };

		if (day <= b->silent)
			continue;
		/* A refund may come during the silence. */
		if (person->money[i].day > b->silent) {
			struct sum late = { .key = { BUYER_SILENT,
						     person->money[i].day },
					    .value = { 0, amount } };

			sums_add(sums, &late, sign);
		} else {
			begin.value[1] += amount;
		}
		sums_add(sums, &end, sign);
	}
	sums_add(sums, &begin, sign);
}

/* Every gap between two purchase days, and the one that still runs. */
static void count_gaps(struct sums *sums, const struct rollup_person *person,
		       const struct rollup_buyer *b, int64_t segment,
		       int64_t sign)
{
	struct sum gap = { .key = { BUYER_GAP, segment }, .value = { 1 } };
	struct sum last = { .key = { BUYER_LAST, segment, b->last },
			    .value = { 1 } };
	int64_t before = b->first;

	for (size_t i = 0; i < person->n; i++) {
		int64_t day = person->money[i].day;

		if (!person->money[i].bought || day == b->first)
			continue;
		gap.key[2] = day - before;
		sums_add(sums, &gap, sign);
		before = day;
	}
	sums_add(sums, &last, sign);
}

/* Only of one whose first purchase no lead led to. */
static void count_unled(struct sums *sums, const struct rollup_person *person,
			const struct rollup_buyer *b, int64_t sign)
{
	struct sum sum = { .key = { BUYER_UNLED, b->first }, .value = { 1 } };

	for (size_t i = 0; i < person->n; i++)
		if (person->money[i].day == b->first)
			sum.value[1] += person->money[i].amount;
	if (b->unled)
		sums_add(sums, &sum, sign);
}

/* Who looks after them, until they are active no longer. */
static void count_live(struct sums *sums, const struct rollup_buyer *b,
		       int64_t sign)
{
	struct sum sum = { .key = { CARE_LIVE, b->manager, BLOCK_DAY, b->live },
			   .value = { 1, b->idle } };

	if (b->live == 0 || b->idle == NONE)
		return;
	sums_add(sums, &sum, sign);
	sum.key[2] = BLOCK_MONTH;
	sum.key[3] = block_of(BLOCK_MONTH, b->live);
	sums_add(sums, &sum, sign);
}

void rollup_buyer_count(struct sums *sums, const struct rollup_person *person,
			const struct rollup_buyer *b, int64_t sign)
{
	if (b->days == 0)
		return;
	count_returns(sums, b, ROLLUP_EVERY, sign);
	count_rhythm(sums, b, ROLLUP_EVERY, sign);
	count_gaps(sums, person, b, ROLLUP_EVERY, sign);
	if (b->segment) {
		count_returns(sums, b, b->segment, sign);
		count_rhythm(sums, b, b->segment, sign);
		count_gaps(sums, person, b, b->segment, sign);
	}
	count_months(sums, person, b, sign);
	count_revenue(sums, person, sign);
	count_live(sums, b, sign);
	count_unled(sums, person, b, sign);
	if (b->silent != NONE)
		count_silence(sums, person, b, sign);
}
