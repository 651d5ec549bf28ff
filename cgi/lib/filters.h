/* filters.h - which days a dashboard speaks of, and the bar that chooses them.
 *
 * The address is the state:
 *	(nothing)            the newest complete quarter
 *	by=month             the newest complete month; moves with time
 *	by=month&from=DAY    the month that holds DAY; stays
 *	from=DAY&to=DAY      these days, both included
 * and vs=previous|year|none says what they are compared with. */
#ifndef FILTERS_H
#define FILTERS_H

#include "period.h"
#include "view.h"

enum versus { VERSUS_PREVIOUS, VERSUS_YEAR, VERSUS_NONE };

/* What the visitor asked for; a member of a program's form. */
struct filters {
	int64_t by; /* enum period_kind, or NONE */
	int64_t from, to;
	int64_t vs; /* enum versus */
};

extern const struct word filters_kinds[4], filters_versus[3];

/* The fields of a member `filters` of a form's struct. */
#define FILTERS_FIELDS(type, member)                                           \
	FIELD_CHOICE(type, member.by, "by", filters_kinds, NONE,               \
		     .flags = OPTIONAL),                                       \
		FIELD_DAY(type, member.from, "from", .flags = OPTIONAL),       \
		FIELD_DAY(type, member.to, "to", .flags = OPTIONAL),           \
		FIELD_CHOICE(type, member.vs, "vs", filters_versus,            \
			     VERSUS_PREVIOUS)

/* What it comes to. */
struct span {
	bool custom; /* the visitor's own days: kind is of no use */
	enum period_kind kind;
	enum versus vs;
	struct period now;
	bool running; /* now is not over: before has as many days as passed */
	struct period before; /* compared with; equal to now for none */
};

/*
 * filters_span - the days meant.
 * today: the company's day.
 * Returns ERR_INPUT, with a message at "to", when they end before they begin
 * or are more than ten years.
 */
enum err filters_span(struct form_result *form, const struct filters *f,
		      int64_t today, struct span *span);

/* A period as people call it: "Q3 2026", "1 Jul – 30 Sep 2026". */
const char *filters_name(struct req *r, const struct span *span,
			 struct period p);

/* One more select of the bar. */
struct filters_choice {
	const char *name, *label; /* parameter; words for it */
	struct filters_option {
		const char *value, *name;
	} * option; /* option[0..n), the first means "all" */
	size_t n;
	const char *chosen; /* value of the chosen one */
};

/* One part of the address that the bar must not lose. */
struct filters_kept {
	const char *name, *value;
};

/* The whole bar. */
struct filters_bar {
	const struct span *span;
	const struct filters_choice *choice; /* selects beside the comparison */
	size_t n;
	const struct filters_kept *kept; /* parts of the address that stay */
	size_t n_kept;
};

/* filters_show - fills the keys of _filters.tpl. */
void filters_show(struct view *page, const struct filters_bar *bar);

/* Adds the days of a span to an address, fixed: from=..&to=..[&vs=..]. */
void filters_add(struct buf *address, struct arena *a, const struct span *span);

/* The same, but a newest complete period is not fixed: it moves with time. */
void filters_add_moving(struct buf *address, struct arena *a,
			const struct span *span, int64_t today);

#endif
