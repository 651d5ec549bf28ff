/* blocks_test.c - spans as blocks: complete, without overlap, and few. */
#include "../../cgi/lib/blocks.h"

#include "../check.h"

static void test_units(void)
{
	int64_t day = period_day(2026, 11, 25); /* a Wednesday */

	CHECK_INT(block_of(BLOCK_DAY, day), day);
	CHECK_INT(block_of(BLOCK_MONTH, day), 2026 * 12 + 10);
	CHECK_INT(block_of(BLOCK_QUARTER, day), 2026 * 4 + 3);
	CHECK_INT(block_of(BLOCK_YEAR, day), 2026);
	CHECK_INT(block_days(BLOCK_WEEK, block_of(BLOCK_WEEK, day)).from,
		  period_day(2026, 11, 23));
	CHECK_INT(block_days(BLOCK_QUARTER, block_of(BLOCK_QUARTER, day)).to,
		  period_day(2027, 1, 1));
	CHECK_INT(block_of(BLOCK_WEEK, -4), -1);
	CHECK_INT(block_of(BLOCK_WEEK, -3), 0);
	CHECK_INT(block_days(BLOCK_YEAR, 1969).from, period_day(1969, 1, 1));
}

/* Whether the blocks follow each other from the first day to the last. */
static bool covers(struct period days, unsigned units)
{
	struct blocks blocks[BLOCKS_MOST];
	size_t n = blocks_cover(days, units, blocks);
	int64_t day = days.from;

	for (size_t i = 0; i < n; i++) {
		struct blocks b = blocks[i];

		if (!(units & 1U << b.unit) || b.from >= b.to ||
		    block_days(b.unit, b.from).from != day)
			return false;
		day = block_days(b.unit, b.to - 1).to;
	}
	return day == days.to;
}

static void test_every_span(void)
{
	static const unsigned units[] = { BLOCKS_DAYS, BLOCKS_WEEKS,
					  BLOCKS_MONTHS, BLOCKS_ALL };
	int64_t first = period_day(2023, 11, 20);

	for (size_t u = 0; u < COUNT(units); u++)
		for (int64_t from = first; from < first + 100; from += 3)
			for (int64_t n = 0; n < 900; n += 7)
				CHECK(covers((struct period){ from, from + n },
					     units[u]));
}

static int64_t rows(struct period days)
{
	struct blocks blocks[BLOCKS_MOST];
	size_t n = blocks_cover(days, BLOCKS_ALL, blocks);
	int64_t sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += blocks[i].to - blocks[i].from;
	return sum;
}

static void test_few(void)
{
	/* a quarter, two years, and two years that begin in a month's middle */
	CHECK_INT(rows((struct period){ period_day(2026, 7, 1),
					period_day(2026, 10, 1) }),
		  1);
	CHECK_INT(rows((struct period){ period_day(2024, 1, 1),
					period_day(2026, 1, 1) }),
		  2);
	CHECK(rows((struct period){ period_day(2024, 11, 14),
				    period_day(2026, 11, 14) }) < 30);
	CHECK_INT(rows((struct period){ 5, 5 }), 0);
}

int main(void)
{
	test_units();
	test_every_span();
	test_few();
	return check_done();
}
