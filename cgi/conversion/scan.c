/* scan.c - one pass over prospects for all who count them. */
#include "scan.h"

#include "lib/app.h"

enum { JOINED_MOST = 4 };

struct scan {
	const struct numbers *numbers;
	struct period days;
	struct census *census;
	struct joined {
		void (*take)(void *arg, const struct scanned *one);
		void *arg;
	} joined[JOINED_MOST];
	size_t n;
	bool done;
	int64_t last_day, last_month;
	struct scan *next; /* the one asked for before */
};

struct census_only scan_only(const struct form *f)
{
	return (struct census_only){
		f->only[BY_TEAM],     f->only[BY_PERSON],  f->only[BY_SOURCE],
		f->only[BY_CAMPAIGN], f->only[BY_PRODUCT], f->only[BY_SEGMENT],
	};
}

static bool same(struct period a, struct period b)
{
	return a.from == b.from && a.to == b.to;
}

struct scan *scan_of(struct req *r, const struct numbers *n, struct period days)
{
	struct scan *s;

	if (days.to > n->as_of + 1)
		days.to = n->as_of + 1;
	for (s = *n->scans; s; s = s->next)
		if (s->numbers == n && !s->done && same(s->days, days))
			return s;
	s = arena_zalloc(r->arena, sizeof(*s));
	s->numbers = n;
	s->days = days;
	s->last_day = NONE;
	s->census =
		census_came(r->store, r->viewer.read, days, scan_only(n->form));
	s->next = *n->scans;
	*n->scans = s;
	return s;
}

void scan_join(struct scan *s, bool steps,
	       void (*take)(void *arg, const struct scanned *one), void *arg)
{
	BUG_IF(s->n == JOINED_MOST || s->done);
	s->joined[s->n++] = (struct joined){ take, arg };
	if (steps)
		census_steps(s->census);
}

static int64_t group_of(enum by by, const struct prospect *p)
{
	const int64_t id[BYS] = {
		[BY_TEAM] = p->team,       [BY_PERSON] = p->owner,
		[BY_SOURCE] = p->source,   [BY_CAMPAIGN] = p->campaign,
		[BY_PRODUCT] = p->product, [BY_SEGMENT] = p->segment,
	};

	return id[by];
}

bool scan_has_run(const struct scan *s)
{
	return s->done;
}

/* Most came on the day of the one before. */
static int64_t month_of(struct scan *s, int64_t day)
{
	if (day != s->last_day) {
		s->last_day = day;
		s->last_month = period_month(day);
	}
	return s->last_month;
}

static struct scanned look_at(struct scan *s, const struct prospect *p)
{
	const struct numbers *n = s->numbers;

	return (struct scanned){
		.prospect = p,
		.group = group_of(n->by, p),
		.month = month_of(s, p->created_day),
		.matured = p->created_day + n->horizon <= n->as_of,
		.census = s->census,
	};
}

void scan_run(struct scan *s)
{
	const struct prospect *p;

	while (!s->done && (p = census_next(s->census))) {
		struct scanned one = look_at(s, p);

		for (size_t i = 0; i < s->n; i++)
			s->joined[i].take(s->joined[i].arg, &one);
	}
	s->done = true;
}
