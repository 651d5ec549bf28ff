/* control.h - which weeks of a rate differ by more than chance: a p-chart.
 *
 * Limits lie three standard deviations from the rate of all weeks together.
 * Real weeks differ by more than coin throws do, so the deviation is widened by
 * how much successive weeks differ (Laney's p' chart).  Sources: D. C.
 * Montgomery, Introduction to Statistical Quality Control; D. B. Laney, Quality
 * Engineering 14 (2002) 531-537.  Pure. */
#ifndef CONTROL_H
#define CONTROL_H

#include "rate.h"

/* With fewer weeks than this there are no limits. */
enum { CONTROL_LEAST = 20 };

/* So many weeks in a row on one side of the centre are no chance either. */
enum { CONTROL_RUN = 8 };

struct control {
	bool known;
	double center; /* in [0, 1] */
	double wider;  /* >= 1: by how much the deviation is widened */
};

/*
 * control_of - centre and width from base[0..n), weeks in order, each with
 * leads > 0.  Unknown for fewer than CONTROL_LEAST, and while nobody or
 * everybody has bought.
 */
struct control control_of(const struct tally *base, size_t n);

/* Limits of a week of so many leads, 0 <= low <= high <= 1. */
struct control_limits {
	double low, high;
};

/*
 * control_limits - centre +- 3 deviations of a week with n > 0 leads; where
 * fewer than 5 wins or losses are expected, the exact binomial points of
 * 0.135 % and 99.865 % instead, or the wider ones of both.
 */
struct control_limits control_limits(const struct control *c, int64_t n);

/* Why a week stands out. */
enum control_mark { CONTROL_FINE, CONTROL_BEYOND, CONTROL_IN_A_ROW };

/*
 * control_marks - out[0..n) for week[0..n) in order; a week without leads is
 * fine and ends a row.
 */
void control_marks(const struct control *c, const struct tally *week, size_t n,
		   enum control_mark *out);

#endif
