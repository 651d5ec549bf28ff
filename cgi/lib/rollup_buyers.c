/* rollup_buyers.c - what a customer counts for. */
#include <stdlib.h>
#include <string.h>

#include "period.h"
#include "rollup_parts.h"

/* ---- reading customers ----------------------------------------------------
 */

struct rollup_people {
	struct rollup_customers *row; /* [0..n) */
	struct rollup_money *money;   /* [0..m), of rising customers */
	size_t n, m, room_n, room_m;
	size_t next, next_money;
};

struct rollup_people *rollup_people_new(void)
{
	struct rollup_people *p = calloc(1, sizeof(*p));

	BUG_IF(!p);
	return p;
}

void rollup_people_free(struct rollup_people *p)
{
	free(p->row);
	free(p->money);
	free(p);
}

/* Room for one more at list[n]. */
static void *more(void *list, size_t n, size_t *room, size_t size)
{
	if (n < *room)
		return list;
	*room = *room ? 2 * *room : 16;
	list = realloc(list, *room * size);
	BUG_IF(!list);
	return list;
}

enum err rollup_people_read(struct store *s, int64_t first, int64_t last,
			    struct rollup_people *p)
{
	struct answer *rows = ask_rollup_customers(
		s, (struct rollup_customers_in){ first, last });
	struct answer *money = ask_rollup_money(
		s, (struct rollup_money_in){ first, last, ROLLUP_EVER });
	struct rollup_customers row;
	struct rollup_money paid;

	p->n = p->m = p->next = p->next_money = 0;
	while (next_rollup_customers(rows, &row)) {
		p->row = more(p->row, p->n, &p->room_n, sizeof(row));
		p->row[p->n++] = row;
	}
	while (next_rollup_money(money, &paid)) {
		p->money = more(p->money, p->m, &p->room_m, sizeof(paid));
		p->money[p->m++] = paid;
	}
	return store_error(s);
}

bool rollup_people_next(struct rollup_people *p, struct rollup_person *person)
{
	size_t from = p->next_money;

	if (p->next == p->n)
		return false;
	*person = (struct rollup_person){ .row = &p->row[p->next++] };
	while (p->next_money < p->m &&
	       p->money[p->next_money].customer_id == person->row->id)
		p->next_money++;
	person->money = p->money + from;
	person->n = p->next_money - from;
	return true;
}

enum err rollup_each_person(struct store *s, struct arena *a,
			    enum err (*work)(void *arg, struct store *s,
					     const struct rollup_person *p),
			    void *arg)
{
	struct rollup_people *people = rollup_people_new();
	struct rollup_customer_ids ids = { 1, 0 };
	struct rollup_person person;
	enum err e = OK;

	one_rollup_customer_ids(s, &ids);
	for (int64_t id = ids.first_id; e == OK && id <= ids.last_id;
	     id += ROLLUP_CHUNK) {
		if (a)
			arena_reset(a);
		e = rollup_people_read(s, id, id + ROLLUP_CHUNK - 1, people);
		while (e == OK && rollup_people_next(people, &person))
			e = work(arg, s, &person);
	}
	rollup_people_free(people);
	return e;
}

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

struct rollup_buyer rollup_buyer_of(struct store *s,
				    const struct rollup_person *person)
{
	struct rollup_buyer b = { .id = person->row->id,
				  .second = NONE,
				  .silent = NONE,
				  .problem = person->row->problem };

	for (size_t i = 0; i < person->n; i++)
		if (person->money[i].bought)
			add_day(&b, person->money[i].day);
	if (b.days)
		b.segment = segment_of(s, person->row->segment);
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
	       a->problem == b->problem;
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

/* The first day whose 12 months before it do not hold a day any more. */
static int64_t expiry(int64_t day)
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
		int64_t day = expiry(person->money[i].day);
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

void rollup_buyer_count(struct sums *sums, const struct rollup_person *person,
			const struct rollup_buyer *b, int64_t sign)
{
	if (b->days == 0)
		return;
	count_returns(sums, b, ROLLUP_EVERY, sign);
	count_rhythm(sums, b, ROLLUP_EVERY, sign);
	if (b->segment) {
		count_returns(sums, b, b->segment, sign);
		count_rhythm(sums, b, b->segment, sign);
	}
	count_months(sums, person, b, sign);
	count_revenue(sums, person, sign);
	if (b->silent != NONE)
		count_silence(sums, person, b, sign);
}
