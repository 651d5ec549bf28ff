/* waits.c - how long prospects wait for the first contact. */
#include "waits.h"

#include "arena.h"
#include "reach.h"

enum { DAY = 24 };

/* Hours up to REACH_EXACT each have a place, then days; the last place is for
 * all that is later than the horizon. */
struct waits {
	struct arena *arena;
	int64_t horizon;
	size_t places;
	int64_t *contacted, *unanswered; /* [0..places) */
};

static size_t place_of(int64_t hours)
{
	return (size_t)(hours < REACH_EXACT
				? hours
				: REACH_EXACT + (hours - REACH_EXACT) / DAY);
}

static int64_t hours_of(size_t place)
{
	int64_t p = (int64_t)place;

	return p < REACH_EXACT ? p : REACH_EXACT + (p - REACH_EXACT) * DAY;
}

struct waits *waits_new(struct arena *a, int64_t horizon)
{
	struct waits *w = arena_zalloc(a, sizeof(*w));

	BUG_IF(horizon < 1);
	w->arena = a;
	w->horizon = horizon;
	w->places = place_of(horizon * DAY) + 2;
	w->contacted = arena_array(a, w->places, sizeof(int64_t));
	w->unanswered = arena_array(a, w->places, sizeof(int64_t));
	return w;
}

static bool late(const struct waits *w, int64_t hours)
{
	return hours > w->horizon * DAY;
}

void waits_contacted(struct waits *w, int64_t hours, int64_t prospects)
{
	if (late(w, hours))
		w->unanswered[w->places - 1] += prospects;
	else
		w->contacted[place_of(hours)] += prospects;
}

void waits_unanswered(struct waits *w, int64_t hours, int64_t prospects)
{
	size_t place = late(w, hours) ? w->places - 1 : place_of(hours);

	w->unanswered[place] += prospects;
}

void waits_add(struct waits *w, const struct waits *other)
{
	BUG_IF(w->places != other->places);
	for (size_t i = 0; i < w->places; i++) {
		w->contacted[i] += other->contacted[i];
		w->unanswered[i] += other->unanswered[i];
	}
}

int64_t waits_in_time(const struct waits *w)
{
	int64_t n = 0;

	for (size_t i = 0; i < w->places; i++)
		n += w->contacted[i];
	return n;
}

struct survival_quantile waits_median(const struct waits *w)
{
	struct survival_row *row =
		arena_array(w->arena, w->places, sizeof(*row));
	struct survival_point *point =
		arena_array(w->arena, w->places, sizeof(*point));
	struct survival_curve curve;
	size_t n = 0;

	for (size_t i = 0; i < w->places; i++)
		if (w->contacted[i] || w->unanswered[i])
			row[n++] = (struct survival_row){
				.days = hours_of(i),
				.won = w->contacted[i],
				.open = w->unanswered[i],
			};
	curve = survival_curve(row, n, point);
	return survival_quantile(&curve, 0.5);
}
