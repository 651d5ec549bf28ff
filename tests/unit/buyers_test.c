/* buyers_test.c - months, returns, rhythms of segments, order of the silent. */
#include "../../cgi/lib/buyers.h"

#include "../../cgi/lib/period.h"
#include "../check.h"

static struct arena *arena;

enum { NOW = 20000 }; /* 2024-10-04 */

static struct buyers some(void)
{
	return buyers_new(arena, NOW);
}

static void test_days(void)
{
	struct buyers b = some();
	struct buyer *one;

	buyers_day(&b, 3, NOW - 50);
	buyers_day(&b, 3, NOW - 40);
	buyers_day(&b, 3, NOW - 10);
	buyers_day(&b, 7, NOW);
	CHECK_INT(b.n, 2);
	one = buyers_find(&b, 3);
	CHECK_INT(one->first_on, NOW - 50);
	CHECK_INT(one->last_on, NOW - 10);
	CHECK_INT(one->days, 3);
	CHECK_INT(one->second, 10);
	CHECK_INT(one->gaps.gaps, 2);
	CHECK_NEAR(rhythm_own(one->gaps), sqrt(300), 1e-9);
	CHECK_INT(buyers_find(&b, 7)->second, NONE);
	CHECK(buyers_find(&b, 4) == NULL);
}

/* First in 2024-07: one again in 07 and 09, one never; one new in 2024-10. */
static void test_triangle(void)
{
	int64_t july = period_day(2024, 7, 1), month = period_month(july);
	struct buyers b = some();
	struct cohort_triangle t;

	b.seek_age = 2;
	buyers_day(&b, 1, july);
	buyers_day(&b, 1, july + 30);
	buyers_day(&b, 1, july + 70);
	buyers_day(&b, 1, july + 71);
	buyers_day(&b, 2, july + 5);
	buyers_day(&b, 3, NOW);
	CHECK(b.buyer[0].sought && !b.buyer[1].sought && !b.buyer[2].sought);
	t = buyers_triangle(&b, false, month + 2);
	CHECK_INT(t.rows, 2);
	CHECK_INT(t.row[0].first, month);
	CHECK_INT(t.row[0].size, 2);
	CHECK_INT(t.row[0].cell[1].people, 0);
	CHECK_INT(t.row[0].cell[2].people, 1);
	CHECK(t.row[0].cell[2].finished && !t.row[0].cell[3].finished);
	CHECK_INT(t.row[1].size, 1);
	t = buyers_triangle(&b, true, month + 2);
	CHECK_INT(t.row[0].size, 2);
	CHECK_INT(t.row[0].cell[1].people, 1);
	CHECK_INT(t.row[0].cell[2].people, 1);
	CHECK_INT(t.row[0].cell[3].people, 0);
	CHECK_INT(buyers_repeat(&b, 30).won, 1);
	CHECK_INT(buyers_repeat(&b, 29).won, 0);
	CHECK_INT(buyers_repeat(&b, 29).leads, 2);
}

static void test_nobody(void)
{
	struct buyers b = some();
	struct buyers_rhythm *rhythm;
	struct buyer **list;

	CHECK_INT(buyers_judge(&b, &rhythm), 1);
	CHECK_INT(rhythm[0].customers, 0);
	CHECK(!rhythm[0].returns.known);
	CHECK_INT(buyers_silent(&b, &list), 0);
	CHECK_INT(buyers_triangle(&b, true, 0).rows, 0);
	CHECK_INT(buyers_curve(&b).n, 0);
	CHECK_INT(buyers_repeat(&b, 30).leads, 0);
	CHECK(buyers_find(&b, 1) == NULL);
}

/* n buyers of a segment with gaps of so many days, silent for 60. */
static void add(struct buyers *b, int64_t n, int64_t gap, const char *segment)
{
	for (int64_t i = 0; i < n; i++) {
		int64_t id = (int64_t)b->n + 1;

		buyers_day(b, id, NOW - 60 - 2 * gap);
		buyers_day(b, id, NOW - 60 - gap);
		buyers_day(b, id, NOW - 60);
		b->buyer[b->n - 1].segment = segment;
		b->buyer[b->n - 1].year_revenue = id;
	}
}

/* Large segments have a rhythm of their own, small ones everybody's. */
static void test_segments(void)
{
	struct buyers b = some();
	struct buyers_rhythm *rhythm;
	double all = (50 * log(100) + 48 * log(10)) / 98;

	add(&b, BUYERS_SEGMENT, 100, "slow");
	add(&b, BUYERS_SEGMENT - 1, 10, "fast");
	CHECK_INT(buyers_judge(&b, &rhythm), 2);
	CHECK_TEXT(rhythm[0].segment, "");
	CHECK_TEXT(rhythm[1].segment, "slow");
	CHECK_INT(rhythm[0].pool.gaps, 98);
	CHECK_NEAR(rhythm[0].mean, all, 1e-9);
	CHECK_NEAR(rhythm[1].mean, log(100), 1e-9);
	CHECK_NEAR(b.buyer[0].threshold.days, 100, 1e-9);
	CHECK(!b.buyer[0].alert);
	CHECK_NEAR(b.buyer[BUYERS_SEGMENT].usual.days, 10, 1e-9);
	CHECK_NEAR(b.buyer[BUYERS_SEGMENT].threshold.days,
		   exp((2 * log(10) + 4 * all) / 6), 1e-9);
	CHECK(b.buyer[BUYERS_SEGMENT].alert);
}

static void test_order(void)
{
	struct buyers b = some();
	struct buyers_rhythm *rhythm;
	struct buyer **list;

	add(&b, 6, 10, "");
	b.buyer[0].problem = true;
	b.buyer[1].contract_end = NOW; /* its last day is today */
	b.buyer[2].contract_end = NOW - 1;
	b.buyer[3].year_revenue = -500; /* nothing is left to lose */
	buyers_judge(&b, &rhythm);
	CHECK_INT(buyers_silent(&b, &list), 5);
	CHECK_INT(list[0]->id, 1);
	CHECK_INT(list[1]->id, 6);
	CHECK_INT(list[2]->id, 5);
	CHECK_INT(list[3]->id, 3);
	CHECK_INT(list[4]->id, 4);
	CHECK_INT(list[4]->silent, 60);
}

/* One slow customer among quick ones is not hurried; one of last year comes
 * after all others, whatever is open with them. */
static void test_slow_and_lost(void)
{
	struct buyers b = some();
	struct buyers_rhythm *rhythm;
	struct buyer **list;
	size_t n;

	add(&b, 1, 100, "");
	add(&b, 40, 10, "");
	buyers_judge(&b, &rhythm);
	CHECK_NEAR(b.buyer[0].usual.days, 100, 1e-9);
	CHECK_NEAR(b.buyer[0].threshold.days, 100, 1e-9);
	CHECK(rhythm_threshold(&rhythm[0].pool, b.buyer[0].gaps,
			       rhythm[0].returns)
		      .days < 100);
	b.buyer[1].last_on = NOW - BUYERS_LOST;
	b.buyer[2].last_on = NOW - BUYERS_LOST - 1;
	b.buyer[2].problem = true;
	buyers_judge(&b, &rhythm);
	CHECK(b.buyer[1].alert && !b.buyer[1].lost);
	CHECK(b.buyer[2].lost);
	n = buyers_silent(&b, &list);
	CHECK(n > 2);
	CHECK_INT(list[n - 1]->id, b.buyer[2].id);
}

int main(void)
{
	arena = arena_new();
	test_days();
	test_triangle();
	test_nobody();
	test_segments();
	test_order();
	test_slow_and_lost();
	arena_free(arena);
	return check_done();
}
