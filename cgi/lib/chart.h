/* chart.h - where the parts of a drawing lie.
 *
 * Charts are inline SVG without a view box: every coordinate is a percentage,
 * so that one drawing fits every width.  Lines and areas lie in a nested
 * drawing of 1000 by 1000 units.  y grows downwards, as in SVG. */
#ifndef CHART_H
#define CHART_H

#include "arena.h"

/* An axis from low to high with a mark every step. */
struct chart_axis {
	double low, high, step; /* low < high, step > 0 */
	size_t marks;           /* low, low + step, ... up to high */
};

/*
 * chart_axis - a round axis that holds [low, high] with at most `most` marks.
 * low <= high, finite; most >= 2.  Equal ends are widened.
 */
struct chart_axis chart_axis(double low, double high, size_t most);

/* The value of mark i. */
double chart_mark(const struct chart_axis *axis, size_t i);

/* Where a value lies: from the left, from the top, in percent, cut to 0..100.
 */
double chart_x(const struct chart_axis *axis, double value);
double chart_y(const struct chart_axis *axis, double value);

struct chart_point {
	double x, y;      /* percent, as from chart_x and chart_y */
	double low, high; /* y of the limits, for bands */
	bool gap;         /* nothing is known here: the line breaks */
};

/* The path of a line through point[0..n), "" without points. */
char *chart_line(struct arena *a, const struct chart_point *point, size_t n);

/* The same as steps: each value holds until the next. */
char *chart_steps(struct arena *a, const struct chart_point *point, size_t n);

/* The closed path of the band between low and high; as steps or lines. */
char *chart_band(struct arena *a, const struct chart_point *point, size_t n,
		 bool steps);

/* A coordinate as text with at most one decimal: "37.5". */
char *chart_number(struct arena *a, double x);

#endif
