/* solved.c - what is said above the solved problems. */
#include "solved.h"

#include "desk.h"
#include "lib/format.h"
#include "lib/lang.h"
#include "lib/period.h"
#include "lib/survival.h"
#include "lib/times.h"
#include "queries.h"

enum {
	DAYS_MOST = 400,  /* no problem opened within a year has taken more */
	AGAIN_DAYS = 365, /* within which customers buy again, or not */
};

/* ---- asking ---------------------------------------------------------------
 */

/* Who first bought in the year that ended so long ago that all had their time
 * to buy again. */
static struct period kept_days(const struct req *r)
{
	int64_t to = r->today - AGAIN_DAYS - 1;

	return (struct period){ period_add_months(to, -12) + 1, to };
}

struct solved_answers solved_ask(struct req *r, int64_t owner)
{
	int64_t from = period_add_months(r->today, -12);
	int64_t month = period_month(from);
	struct period kept = kept_days(r);
	struct problem_times_in times = {
		.scope = r->viewer.read,
		.as_of = r->today,
		.owner = owner,
		.from = from,
		.month_till = period_month_end(month),
		.month = month,
	};
	struct problem_kept_in in = { r->viewer.read, kept.from, kept.to };

	return (struct solved_answers){
		ask_problem_times(r->store, times),
		ask_problem_kept(r->store, in),
	};
}

/* ---- how long they took ---------------------------------------------------
 */

/* The problems of a year by how long they took so far. */
struct took {
	struct survival_row row[DAYS_MOST + 1];
	int64_t problems, open, once, again;
};

static void add(struct took *took, const struct times *t, int64_t sign,
		int64_t today)
{
	int64_t days = t->open ? today - t->days : t->days;
	struct survival_row *row =
		&took->row[days < DAYS_MOST ? days : DAYS_MOST];

	took->problems += sign * t->problems;
	took->once += sign * t->once;
	took->again += sign * t->again;
	if (t->open) {
		took->open += sign * t->problems;
		row->open += sign * t->problems;
	} else {
		row->won += sign * t->problems;
	}
}

static struct took *read_took(struct req *r, struct answer *a)
{
	struct took *took = arena_zalloc(r->arena, sizeof(*took));
	struct problem_times row;
	struct times t;

	for (size_t i = 0; i <= DAYS_MOST; i++)
		took->row[i].days = (int64_t)i;
	while (next_problem_times(a, &row))
		while (times_next(&row.times, &t))
			add(took, &t, row.sign, r->today);
	return took;
}

static const char *range_text(struct req *r, const struct survival_quantile *m)
{
	if (!m->low_known || !m->high_known)
		return "";
	return arena_printf(r->arena, _("likely between %s and %s days"),
			    format_count(r->arena, r->language, m->low),
			    format_count(r->arena, r->language, m->high));
}

static void show_median(struct view *kpis, const struct took *took)
{
	struct req *r = view_req(kpis);
	size_t n = COUNT(took->row);
	struct survival_point *points =
		arena_zalloc(r->arena, n * sizeof(*points));
	struct survival_curve curve = survival_curve(took->row, n, points);
	struct survival_quantile m = survival_quantile(&curve, 0.5);

	desk_kpi(kpis, _("Half are solved within"),
		 m.known ? desk_days(r, m.days) : FORMAT_NOTHING,
		 m.known ? range_text(r, &m)
			 : _("not known yet: too few, or half are still open"));
}

static void show_took(struct view *page, const struct took *took)
{
	struct req *r = view_req(page);
	struct arena *a = r->arena;
	struct view *kpis = view_row(page, "KPIS");

	desk_kpi(kpis, _("Opened in 12 months"),
		 format_count(a, r->language, took->problems),
		 arena_printf(
			 a,
			 lang_plural("%s is open", "%s are open", took->open),
			 format_count(a, r->language, took->open)));
	show_median(kpis, took);
	desk_kpi(kpis, _("Opened again"),
		 took->once
			 ? format_rate(a, r->language,
				       (double)took->again / (double)took->once,
				       took->once)
			 : FORMAT_NOTHING,
		 arena_printf(a, _("%s of %s that were solved"),
			      format_count(a, r->language, took->again),
			      format_count(a, r->language, took->once)));
}

/* ---- who stayed -----------------------------------------------------------
 */

static const char *trouble_name(int64_t trouble)
{
	static const char *const names[] = {
		N_("No problem"),
		N_("Problems, all solved"),
		N_("A problem that is open"),
	};

	BUG_IF(trouble < 0 || (size_t)trouble >= COUNT(names));
	return _(names[trouble]);
}

static void show_kept(struct view *list, const struct problem_kept *k)
{
	struct view *v = view_row(list, "KEPT_ROW");

	view_text(v, "KEPT_NAME", trouble_name(k->trouble));
	desk_share(v, k->again, k->customers);
}

static void show_all_kept(struct view *page, struct answer *a)
{
	struct req *r = view_req(page);
	struct period days = kept_days(r);
	struct view *list = NULL;
	struct problem_kept k;

	while (next_problem_kept(a, &k)) {
		if (k.customers == 0)
			continue;
		if (!list) {
			list = view_row(page, "KEPT");
			view_text(list, "KEPT_FROM", list_day(r, days.from));
			view_text(list, "KEPT_TO", list_day(r, days.to));
		}
		show_kept(list, &k);
	}
}

void solved_show(struct view *page, const struct solved_answers *a)
{
	view_text(page, "FINDING", _("Problems solved in the last 90 days."));
	view_text(page, "DETAILS",
		  _("The numbers are of those opened in the last 12 months."));
	show_took(page, read_took(view_req(page), a->times));
	show_all_kept(page, a->kept);
}
