/* cohort.h - triangles: how many of those who came in one month did something
 * in each month after.
 *
 * Months are numbered year * 12 + month - 1, so that the number of months
 * between two is their difference, and neither leap days nor month ends
 * matter. */
#ifndef COHORT_H
#define COHORT_H

#include "arena.h"
#include "rate.h"

/* The number of a calendar month; month 1..12. */
int64_t cohort_month(int64_t year, int64_t month);

/* The last day counted, as far as triangles care. */
struct cohort_as_of {
	int64_t month; /* its month */
	int64_t whole; /* the last month that is over: this one or the last */
};

/* cohort_as_of - for a Gregorian date; month 1..12, day 1..31. */
struct cohort_as_of cohort_as_of(int64_t year, int64_t month, int64_t day);

/* People who came in month `first`. */
struct cohort_size {
	int64_t first, people;
};

/* Those of them, each once, who did it in `month`. */
struct cohort_count {
	int64_t first, month, people;
};

/* People of one cohort (or of the mean row) some months after their first. */
struct cohort_cell {
	bool begun;    /* else the month lies in the future: no cell */
	bool finished; /* else hatched, and not in the mean */
	struct share share;
	int64_t people, of; /* numerator and denominator of share */
};

struct cohort_row {
	int64_t first, size;
	struct cohort_cell *cell; /* [0..months) of the triangle */
};

struct cohort_triangle {
	size_t rows, months; /* cell k is k months after the first */
	struct cohort_row *row;
	struct cohort_cell *mean; /* [0..months), over finished cells: the sum
				   * of people over the sum of sizes */
};

/*
 * cohort_triangle - arranges counts as a triangle, all in the arena.
 * size[0..n): by rising month; those after as_of are left out.
 * count[0..m): any order; what is missing counts 0, what lies after as_of is
 * left out, what lies before its own cohort counts in its first month.
 * A count of no cohort, or a cell larger than its cohort, is a broken promise.
 *
 * Classic retention: count those who bought in that very month.  On or after:
 * count those who bought in that month or later; as its right edge always
 * falls, give an as_of whose `whole` lies two or three months earlier.
 */
struct cohort_triangle cohort_triangle(struct arena *a,
				       const struct cohort_size *size, size_t n,
				       const struct cohort_count *count,
				       size_t m, struct cohort_as_of as_of);

/*
 * cohort_accumulate - turns counts of the first time (won, first repeat) into
 * counts until that month, and shares and the mean row with them.
 */
void cohort_accumulate(struct cohort_triangle *t);

/* Customers by the day they came and the days until they came again. */
struct cohort_gap {
	int64_t first_on; /* day number */
	int64_t gap;      /* days, > 0; NONE: not yet */
	int64_t people;
};

/*
 * cohort_repeat - how many came again within `days`, of those who have been
 * known for at least so long on day as_of.
 */
struct tally cohort_repeat(const struct cohort_gap *row, size_t n,
			   int64_t as_of, int64_t days);

#endif
