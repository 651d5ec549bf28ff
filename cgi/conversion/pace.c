/* pace.c - counts the wins of a period and looks ahead. */
#include "pace.h"

#include "counted.h"
#include "ends.h"
#include "health.h"
#include "lib/app.h"

enum {
	WATCHED = 365, /* days: who came in them tells the chances */
	LONG = 730,    /* a horizon that nobody has reached by then */
};

/* ---- wins ------------------------------------------------------------------
 */

/* By the end of so many days of a period, each sum holding the ones before. */
static int64_t *wins_by_day(struct req *r, const struct ends *e,
			    struct period p, int64_t days)
{
	int64_t *won = arena_array(r->arena, (size_t)days + 1, sizeof(*won));

	for (size_t i = 0; i < e->n; i++) {
		int64_t day = e->end[i].day - p.from + 1;

		if (e->end[i].reason != ENDS_WON)
			continue;
		/* A longer period before ends with all of its days. */
		won[day < days ? day : days] += e->end[i].prospects;
	}
	for (int64_t i = 1; i <= days; i++)
		won[i] += won[i - 1];
	return won;
}

/* All days of the period before, also of a running one. */
static struct period whole_before(const struct span *s)
{
	struct period none = { s->now.from, s->now.from };

	if (s->vs == VERSUS_NONE)
		return none;
	return s->custom ? s->before : period_of(s->kind, s->before.from);
}

/* ---- chances ---------------------------------------------------------------
 */

/* What became of the prospects of one source, by age. */
struct source {
	int64_t id;
	struct survival_row *row; /* [0..WATCHED] */
};

struct sources {
	struct source *source; /* [0..n) */
	size_t n;
};

static struct source *source_of(struct req *r, struct sources *s, int64_t id)
{
	struct source *new;

	for (size_t i = 0; i < s->n; i++)
		if (s->source[i].id == id)
			return &s->source[i];
	s->source = arena_more(r->arena, s->source, s->n, sizeof(*s->source));
	new = &s->source[s->n++];
	*new = (struct source){ id, arena_array(r->arena, WATCHED + 1,
						sizeof(*new->row)) };
	for (int64_t day = 0; day <= WATCHED; day++)
		new->row[day].days = day;
	return new;
}

static void add_row(struct req *r, struct pace *p, struct sources *s,
		    const struct groups_row *row)
{
	int64_t age = row->days < 0         ? 0
		      : row->days > WATCHED ? WATCHED
					    : row->days;
	struct survival_row *at;

	if (row->won + row->lost + row->open == 0)
		return;
	at = &source_of(r, s, row->group)->row[age];
	at->won += row->won;
	at->lost += row->lost;
	at->open += row->open;
	p->open += row->open;
}

static void look_ahead(struct req *r, struct pace *p, const struct counted *c)
{
	struct sources s = { .n = 0 };
	struct forecast_kind *kind;
	int64_t left = p->days - p->passed;

	for (size_t i = 0; i < c->rows; i++)
		add_row(r, p, &s, &c->row[i]);
	kind = arena_array(r->arena, s.n + 1, sizeof(*kind));
	for (size_t i = 0; i < s.n; i++)
		kind[i] =
			(struct forecast_kind){ s.source[i].row, WATCHED + 1 };
	p->sources = s.n;
	p->ahead = arena_array(r->arena, (size_t)left + 1, sizeof(*p->ahead));
	p->beyond = forecast_wins(r->arena, kind, s.n, left, p->ahead);
}

/* Who came in the last year, by source, every one as old as it is. */
static struct counted_questions *
ask_chances(struct req *r, const struct pace *p, struct numbers *base)
{
	struct period year = { p->numbers.as_of - WATCHED + 1,
			       p->numbers.as_of + 1 };

	*base = p->numbers;
	base->by = BY_SOURCE;
	base->horizon = LONG;
	base->span.now = year;
	return counted_ask(r, base, year);
}

/* ---- both ------------------------------------------------------------------
 */

/* An address without days means the month that runs. */
static struct form usual_days(const struct req *r, const struct form *f)
{
	struct form form = *f;

	if (f->days.by == NONE && f->days.from == NONE && f->days.to == NONE) {
		form.days.by = PERIOD_MONTH;
		form.days.from = f->as_of == NONE ? r->today : f->as_of;
	}
	return form;
}

static int64_t days_passed(const struct numbers *n)
{
	int64_t days = period_days(n->span.now);
	int64_t passed = n->as_of - n->span.now.from + 1;

	return passed < 0 ? 0 : passed > days ? days : passed;
}

enum err pace_load(struct req *r, const struct form *f, struct pace *p)
{
	struct numbers *n = &p->numbers, base;
	struct ends now, before;
	struct ends_questions *of_now, *of_before;
	struct counted_questions *chances = NULL;
	struct health_questions *health;
	struct counted counted;
	struct name_answers names;

	*p = (struct pace){ .form = usual_days(r, f) };
	if (numbers_days(r, &p->form, n) != OK)
		return ERR_INPUT;
	p->days = period_days(n->span.now);
	p->passed = days_passed(n);
	p->before = whole_before(&n->span);
	names = numbers_ask_names(r);
	of_now = ends_ask(r, n, n->span.now, true);
	of_before = ends_ask(r, n, p->before, true);
	if (p->passed < p->days)
		chances = ask_chances(r, p, &base);
	health = health_ask(r, n);

	numbers_read_names(r, &names, n);
	now = ends_read(r, of_now);
	before = ends_read(r, of_before);
	p->won = wins_by_day(r, &now, n->span.now, p->days);
	p->won_before = wins_by_day(r, &before, p->before, p->days);
	if (chances) {
		counted = counted_read(r, chances);
		if (store_error(r->store) == OK)
			look_ahead(r, p, &counted);
	}
	n->health = health_read(health);
	return store_error(r->store);
}
