/* blocks.h - spans of days as whole blocks of the calendar.
 *
 * Sums are kept for each day, week, month, quarter and year, so that any span
 * is the sum of a few blocks: two years are two rows rather than 730. */
#ifndef BLOCKS_H
#define BLOCKS_H

#include "period.h"

/* As in the tables of schema/0002_rollups.sql. */
enum block_unit {
	BLOCK_DAY,
	BLOCK_WEEK,
	BLOCK_MONTH,
	BLOCK_QUARTER,
	BLOCK_YEAR,
	BLOCK_UNITS
};

/* Sets of units, for blocks_cover. */
enum {
	BLOCKS_DAYS = 1 << BLOCK_DAY,
	BLOCKS_WEEKS = BLOCKS_DAYS | 1 << BLOCK_WEEK,
	BLOCKS_MONTHS = BLOCKS_WEEKS | 1 << BLOCK_MONTH,
	BLOCKS_ALL = (1 << BLOCK_UNITS) - 1,
};

/* The number of the block of a unit that holds a day, and its days. */
int64_t block_of(enum block_unit unit, int64_t day);
struct period block_days(enum block_unit unit, int64_t block);

/* Blocks of one unit in a row, [from, to). */
struct blocks {
	enum block_unit unit;
	int64_t from, to;
};

/* No span needs more: days, weeks, days up to the first whole month, months,
 * quarters, years and back. */
enum { BLOCKS_MOST = 16 };

/*
 * blocks_cover - few blocks, in order, that make up the days, out of a set of
 * units that holds BLOCKS_DAYS.
 * Returns how many rows out[0..BLOCKS_MOST) has got; 0 for no days.
 */
size_t blocks_cover(struct period days, unsigned units,
		    struct blocks out[BLOCKS_MOST]);

#endif
