/* waits.h - how long prospects wait until somebody contacts them (C9).
 *
 * Kaplan-Meier over hours: who was never contacted counts as long as they were
 * seen without it - to this day while open, else until they were won or lost.
 * Pure: no store, no clock, no words. */
#ifndef WAITS_H
#define WAITS_H

#include "survival.h"

struct arena;

/* Some prospects, by the hours they waited. */
struct waits;

/* waits_new - nobody yet.  horizon: days, >= 1; who waits for longer is one of
 * those not contacted in time.  In the arena. */
struct waits *waits_new(struct arena *a, int64_t horizon);

/* So many were contacted after so many hours. */
void waits_contacted(struct waits *w, int64_t hours, int64_t prospects);

/* So many were seen for so many hours without being contacted; a negative
 * number takes back some that were told before. */
void waits_unanswered(struct waits *w, int64_t hours, int64_t prospects);

/* All of another one with the same horizon. */
void waits_add(struct waits *w, const struct waits *other);

/* How many were contacted in time. */
int64_t waits_in_time(const struct waits *w);

/* The hours by which half are contacted, with 95 % limits; not known while
 * fewer than half are, or fewer than SURVIVAL_LEAST are watched. */
struct survival_quantile waits_median(const struct waits *w);

#endif
