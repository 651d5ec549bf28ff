/* digest_week.c - the daily e-mail of who leads: the last 7 days that are over,
 * against the 7 days before. */
#include "digest.h"
#include "lib/blocks.h"
#include "lib/lang.h"
#include "lib/rate.h"
#include "lib/times.h"
#include "queries.h"

enum {
	WEEK_DAYS = 7,
	EVERY = -1,
	WON = -1,         /* in the place of a reason */
	COUNTS_ONLY = 10, /* below it a share is told by its counts alone */
};

/* The numbers of seven days. */
struct span {
	int64_t prospects, won, revenue, due, on_time, problems;
};

enum { BEFORE, LAST, SPANS };

struct week {
	const char *base;
	struct period days[SPANS];
	struct span span[SPANS];
};

/* ---- asking ---------------------------------------------------------------
 */

struct answers {
	struct answer *came, *ended, *care[SPANS];
	/* Problems opened since the first day of each span, and since today. */
	struct answer *problems[SPANS + 1];
};

/* Sums are kept of a team and of all. */
static int64_t team_of(const struct req *r)
{
	return r->viewer.read.see == SEE_ALL ? EVERY : r->viewer.read.my_team;
}

static struct answer *ask_problems(struct req *r, int64_t from)
{
	int64_t month = period_month(from);
	struct problem_times_in in = {
		.scope = r->viewer.read,
		.as_of = r->today,
		.from = from,
		.month_till = period_month_end(month),
		.month = month,
	};

	return ask_problem_times(r->store, in);
}

static struct answers ask(struct req *r, const struct week *w)
{
	struct scope see = r->viewer.read;
	int64_t from = w->days[BEFORE].from, to = w->days[LAST].to;
	struct answers a = {
		.came = ask_conversion_trend(
			r->store,
			(struct conversion_trend_in){ see, BLOCK_DAY, from, to,
						      team_of(r), EVERY }),
		.ended = ask_conversion_ends(
			r->store,
			(struct conversion_ends_in){ see, BLOCK_DAY, from, to,
						     team_of(r), EVERY }),
	};

	for (size_t i = 0; i < SPANS; i++)
		a.care[i] = ask_digest_care(
			r->store,
			(struct digest_care_in){ see, r->today, w->days[i].from,
						 w->days[i].to - 1 });
	for (size_t i = 0; i < SPANS; i++)
		a.problems[i] = ask_problems(r, w->days[i].from);
	a.problems[SPANS] = ask_problems(r, to);
	return a;
}

/* ---- reading --------------------------------------------------------------
 */

static struct span *span_of(struct week *w, int64_t day)
{
	return &w->span[day < w->days[LAST].from ? BEFORE : LAST];
}

static int64_t read_problems(struct answer *a)
{
	struct problem_times row;
	int64_t all = 0;

	while (next_problem_times(a, &row)) {
		const char *text = row.times;

		for (struct times t; times_next(&text, &t);)
			all += row.sign * t.problems;
	}
	return all;
}

static void read_sums(const struct answers *a, struct week *w)
{
	struct conversion_trend came;
	struct conversion_ends ended;

	while (next_conversion_trend(a->came, &came))
		span_of(w, came.start)->prospects += came.prospects;
	while (next_conversion_ends(a->ended, &ended)) {
		if (ended.reason_id != WON)
			continue;
		span_of(w, ended.start)->won += ended.prospects;
		span_of(w, ended.start)->revenue += ended.revenue;
	}
}

/* In the order in which it was asked. */
static void read_week(const struct answers *a, struct week *w)
{
	struct digest_care care;
	int64_t since[SPANS + 1];

	read_sums(a, w);
	for (size_t i = 0; i < SPANS; i++)
		while (next_digest_care(a->care[i], &care)) {
			w->span[i].due = care.due;
			w->span[i].on_time = care.on_time;
		}
	for (size_t i = 0; i <= SPANS; i++)
		since[i] = read_problems(a->problems[i]);
	for (size_t i = 0; i < SPANS; i++)
		w->span[i].problems = since[i] - since[i + 1];
}

static bool is_empty(const struct week *w)
{
	for (size_t i = 0; i < SPANS; i++) {
		const struct span *s = &w->span[i];

		if (s->prospects || s->won || s->revenue || s->due ||
		    s->problems)
			return false;
	}
	return true;
}

/* ---- showing --------------------------------------------------------------
 */

static void show(struct view *page, const char *name, const char *const said[],
		 const char *change)
{
	struct view *v = view_row(page, "NUMBER");

	view_text(v, "NAME", name);
	view_text(v, "LAST", said[LAST]);
	view_text(v, "BEFORE", said[BEFORE]);
	view_text(v, "CHANGE", change);
}

static const char *count(struct req *r, int64_t n)
{
	return format_count(r->arena, r->language, n);
}

static const char *money(struct req *r, int64_t minor)
{
	return format_money_whole(r->arena, r->language, minor,
				  r->company.currency);
}

/* write: how such a number is written. */
static void show_change(struct view *page, const char *name,
			const char *(*write)(struct req *r, int64_t n),
			int64_t before, int64_t last)
{
	struct req *r = view_req(page);
	const char *const said[] = { write(r, before), write(r, last) };
	const char *change = _("as before");

	if (last > before)
		change = arena_printf(r->arena, _("up by %s"),
				      write(r, last - before));
	else if (last < before)
		change = arena_printf(r->arena, _("down by %s"),
				      write(r, before - last));
	show(page, name, said, change);
}

/* A share with its interval and what it is made of. */
static const char *share(struct req *r, int64_t k, int64_t n)
{
	struct share s = rate_share(k, n);
	const char *parts =
		arena_printf(r->arena, _("%s of %s"), count(r, k), count(r, n));

	if (n < COUNTS_ONLY)
		return n == 0 ? FORMAT_NOTHING : parts;
	return arena_printf(r->arena, "%s (%s), %s",
			    format_rate(r->arena, r->language, s.rate, n),
			    format_range(r->arena, r->language, s.low, s.high),
			    parts);
}

/* In points, never in percent of a percent. */
static void show_on_time(struct view *page, const struct span span[])
{
	struct req *r = view_req(page);
	const struct span *a = &span[LAST], *b = &span[BEFORE];
	const char *const said[] = { share(r, b->on_time, b->due),
				     share(r, a->on_time, a->due) };
	struct difference d =
		rate_difference((struct tally){ a->on_time, a->due },
				(struct tally){ b->on_time, b->due });
	bool few = a->due < COUNTS_ONLY || b->due < COUNTS_ONLY;

	show(page, _("Done on time"), said,
	     few ? "" : format_points(r->arena, r->language, d.by));
}

static void show_days(struct view *page, const struct week *w)
{
	struct req *r = view_req(page);

	for (size_t i = 0; i < SPANS; i++)
		view_printf(page, i == LAST ? "LAST_DAYS" : "BEFORE_DAYS",
			    "%s – %s",
			    format_day_short(r->arena, r->language,
					     w->days[i].from),
			    format_day_short(r->arena, r->language,
					     w->days[i].to - 1));
}

static void fill(struct view *page, const void *facts)
{
	const struct week *w = facts;
	struct req *r = view_req(page);
	const struct span *a = &w->span[BEFORE], *b = &w->span[LAST];

	show_days(page, w);
	show_change(page, _("New leads"), count, a->prospects, b->prospects);
	show_change(page, _("Won"), count, a->won, b->won);
	show_change(page, _("Revenue"), money, a->revenue, b->revenue);
	show_change(page, _("Follow-ups due"), count, a->due, b->due);
	show_on_time(page, w->span);
	show_change(page, _("Problems opened"), count, a->problems,
		    b->problems);
	view_text(page, "START_URL", digest_link(r, w->base, "/conversion"));
}

/* ---- the message ----------------------------------------------------------
 */

enum err digest_week(struct req *r, const struct digest_links *links,
		     struct digest *d)
{
	int64_t today = r->today, middle = today - WEEK_DAYS;
	struct week w = {
		.base = links->base,
		.days = { [BEFORE] = { middle - WEEK_DAYS, middle },
			  [LAST] = { middle, today } },
	};
	struct digest_form form = { "week", fill, &w, links };
	struct answers a = ask(r, &w);

	read_week(&a, &w);
	if (store_error(r->store) != OK)
		return store_error(r->store);
	d->empty = is_empty(&w);
	if (d->empty)
		return OK;
	d->subject = arena_printf(
		r->arena, _("Sales: %s to %s against the week before"),
		format_day_short(r->arena, r->language, middle),
		format_day_short(r->arena, r->language, today - 1));
	return digest_write(r, &form, d);
}
