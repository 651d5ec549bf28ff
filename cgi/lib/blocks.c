/* blocks.c - spans of days as whole blocks of the calendar. */
#include "blocks.h"

/* Rounded down, for days before 1970 too. */
static int64_t divide(int64_t a, int64_t b)
{
	return a / b - (a % b < 0);
}

/* Months in a block that is made of months. */
static int64_t months_in(enum block_unit unit)
{
	static const int64_t months[BLOCK_UNITS] = {
		[BLOCK_MONTH] = 1, [BLOCK_QUARTER] = 3, [BLOCK_YEAR] = 12
	};

	BUG_IF(months[unit] == 0);
	return months[unit];
}

int64_t block_of(enum block_unit unit, int64_t day)
{
	if (unit == BLOCK_DAY)
		return day;
	if (unit == BLOCK_WEEK)
		return divide(day + 3, 7); /* 1970-01-01 was a Thursday */
	return divide(period_month(day), months_in(unit));
}

static int64_t first_day(enum block_unit unit, int64_t block)
{
	if (unit == BLOCK_DAY)
		return block;
	if (unit == BLOCK_WEEK)
		return 7 * block - 3;
	return period_month_start(block * months_in(unit));
}

struct period block_days(enum block_unit unit, int64_t block)
{
	return (struct period){ first_day(unit, block),
				first_day(unit, block + 1) };
}

/* The longest of some units that begins on a day and ends by another. */
static enum block_unit longest(int64_t day, int64_t to, unsigned units)
{
	enum block_unit unit = BLOCK_YEAR;

	for (; unit > BLOCK_DAY; unit--) {
		struct period p = block_days(unit, block_of(unit, day));

		if (units & 1U << unit && p.from == day && p.to <= to)
			break;
	}
	return unit;
}

/* Adds the blocks of some units, the longest that fits first. */
static size_t cover(struct period days, unsigned units, struct blocks *out,
		    size_t n)
{
	int64_t day = days.from;

	while (day < days.to) {
		enum block_unit unit = longest(day, days.to, units);
		int64_t block = block_of(unit, day);

		if (n == 0 || out[n - 1].unit != unit ||
		    out[n - 1].to != block) {
			BUG_IF(n == BLOCKS_MOST);
			out[n++] = (struct blocks){ unit, block, block };
		}
		out[n - 1].to = block + 1;
		day = block_days(unit, block).to;
	}
	return n;
}

/* The whole months in some days; empty when there is none. */
static struct period whole_months(struct period days)
{
	int64_t first = period_month_start(period_month(days.from - 1) + 1);
	int64_t last = period_month_start(period_month(days.to));

	return first < last ? (struct period){ first, last }
			    : (struct period){ days.to, days.to };
}

size_t blocks_cover(struct period days, unsigned units,
		    struct blocks out[BLOCKS_MOST])
{
	struct period months = { days.to, days.to };
	unsigned small = units & BLOCKS_WEEKS;
	size_t n;

	BUG_IF(!(units & BLOCKS_DAYS));
	/* Weeks would run across the beginnings of months. */
	if (units & 1U << BLOCK_MONTH)
		months = whole_months(days);
	n = cover((struct period){ days.from, months.from }, small, out, 0);
	n = cover(months, units & ~(1U << BLOCK_WEEK), out, n);
	return cover((struct period){ months.to, days.to }, small, out, n);
}
