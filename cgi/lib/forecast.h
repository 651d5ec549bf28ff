/* forecast.h - how many of the prospects that are open today will be won by a
 * later day.
 *
 * Each has the chance that prospects of its kind (a source) had who were as old
 * and still open: P = (won by then - won by now) / neither won nor lost by now,
 * from the curves of survival.h.  The band takes the chances as certain, so it
 * is a little narrow.  Pure; nothing returns NaN or infinity. */
#ifndef FORECAST_H
#define FORECAST_H

#include "arena.h"
#include "survival.h"

/* Kinds with fewer prospects have the chances of all kinds together. */
enum { FORECAST_LEAST = 100 };

/* What became of the prospects of one kind; those that are open today count
 * at their age. */
struct forecast_kind {
	const struct survival_row *row; /* [0..n), by rising days, each once */
	size_t n;
};

struct forecast {
	double more; /* wins expected, >= 0 */
	/* 80 % lie between: more -/+ 1.2816 times the root of the sum of
	 * p (1 - p), within 0 and all that are open. */
	double low, high;
};

/*
 * forecast_wins - fills out[0..days]: by so many days from today; out[0] is 0.
 * days: >= 0.
 * Returns how many are open for longer than the curves know of anybody: they
 * are not counted on.
 */
int64_t forecast_wins(struct arena *a, const struct forecast_kind *kind,
		      size_t kinds, int64_t days, struct forecast *out);

#endif
