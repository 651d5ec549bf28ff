/* people_kept.c - the customers behind a number, from what is kept of each:
 * for who sees everybody, as of a day since which nothing was recorded. */
#include "lib/period.h"
#include "people.h"
#include "queries.h"

enum {
	FIRST_DAY = -999999,  /* before all days */
	MONTHS = 99999,       /* more than there are */
	SILENT_MOST = 200000, /* places in the list of the silent ones */
};

/* ---- what is asked for ----------------------------------------------------
 */

static void at_most(int64_t *limit, int64_t value)
{
	if (value < *limit)
		*limit = value;
}

/* The day before which they first bought: to be known for so long, and for a
 * month so many months later to be over. */
static int64_t first_before(const struct people *p)
{
	const struct people_form *f = &p->form;
	const int64_t days[] = { f->known, f->repeat, f->watched };
	int64_t limit = p->as_of + 1;

	if (f->first != NONE)
		at_most(&limit, period_month_start(f->first + 1));
	if (f->age != NONE)
		at_most(&limit, period_month_start(p->whole - f->age + 1));
	for (size_t i = 0; i < COUNT(days); i++)
		if (days[i] != NONE)
			at_most(&limit, p->as_of - days[i] + 1);
	return limit;
}

static int64_t or_none(int64_t value)
{
	return value == NONE ? -1 : value;
}

static struct retention_people_in people_in(struct req *r,
					    const struct people *p)
{
	const struct people_form *f = &p->form;
	bool in_month = f->month != NONE, later = f->base.mode == OR_LATER;
	int64_t age = in_month ? -1 : or_none(f->age);

	return (struct retention_people_in){
		.scope = r->viewer.read,
		.as_of = p->as_of,
		.year_from = period_add_months(p->as_of, -12),
		.first_from = f->first == NONE ? FIRST_DAY
					       : period_month_start(f->first),
		.first_to = first_before(p),
		.repeat = or_none(f->repeat),
		.watched = or_none(f->watched),
		.in_month = in_month,
		.month_from = in_month ? period_month_start(f->month) : 0,
		.month_to = in_month && !later
				    ? period_month_start(f->month + 1)
				    : p->as_of + 1,
		.age = age,
		.age_to = later ? age + MONTHS : age,
		.after_day = FIRST_DAY,
		.after = f->after,
	};
}

/* ---- answers --------------------------------------------------------------
 */

static struct retention_people_count count(struct req *r,
					   const struct retention_people_in *in)
{
	struct retention_people_count_in asked = {
		.scope = in->scope,
		.as_of = in->as_of,
		.first_from = in->first_from,
		.first_to = in->first_to,
		.repeat = in->repeat,
		.watched = in->watched,
		.in_month = in->in_month,
		.month_from = in->month_from,
		.month_to = in->month_to,
		.age = in->age,
		.age_to = in->age_to,
		.after_day = in->after_day,
		.after = in->after,
	};
	struct retention_people_count row = { 0 };

	one_retention_people_count(r->store, asked, &row);
	return row;
}

/* The same people, whether they came again or not. */
static struct retention_people_in whoever(struct retention_people_in in)
{
	in.repeat = -1;
	in.in_month = false;
	in.age = -1;
	return in;
}

static void count_all(struct req *r, struct people *p,
		      const struct retention_people_in *in)
{
	struct retention_people_count chosen = count(r, in);
	struct retention_people_in all = whoever(*in);

	p->total = chosen.total;
	p->before = chosen.before;
	if (people_share(&p->form))
		p->of = count(r, &all).total;
}

static struct buyer buyer_of(const struct people *p,
			     const struct retention_people *row)
{
	return (struct buyer){
		.id = row->id,
		.name = row->name,
		.segment = row->segment,
		.manager = row->manager,
		.contract_end = row->contract_end_day,
		.first_on = row->first_day,
		.last_on = row->last_day,
		.days = row->days,
		.second = row->second,
		.problem = row->problem,
		.year_revenue = row->year_revenue,
		.next_due = row->next_due,
		.do_not_contact = row->do_not_contact,
		.silent = p->as_of - row->last_day,
	};
}

static void add(struct req *r, struct people *p,
		const struct retention_people *row)
{
	struct buyer *buyer = arena_zalloc(r->arena, sizeof(*buyer));

	*buyer = buyer_of(p, row);
	p->list = arena_more(r->arena, p->list, p->n, sizeof(struct buyer *));
	p->list[p->n++] = buyer;
}

static void load_chosen(struct req *r, struct people *p, size_t most)
{
	struct retention_people_in in = people_in(r, p);
	struct retention_first_day after;
	struct retention_first_day_in of = { in.scope, in.after };
	struct retention_people row;
	struct answer *a;

	if (in.after && one_retention_first_day(r->store, of, &after))
		in.after_day = after.first_day;
	count_all(r, p, &in);
	in.most = (int64_t)most + 1;
	a = ask_retention_people(r->store, in);
	while (next_retention_people(a, &row)) {
		p->more = p->n == most;
		if (!p->more)
			add(r, p, &row);
	}
}

static enum err load_silent(struct req *r, struct people *p, size_t most)
{
	struct kept kept = { .form = &p->form.base,
			     .as_of = p->as_of,
			     .whole = p->whole };
	size_t before = p->form.after < SILENT_MOST ? (size_t)p->form.after
						    : SILENT_MOST;
	enum err e = summed_load(r, &kept, before + most);

	p->total = (int64_t)kept.silents;
	p->before =
		before < kept.listed ? (int64_t)before : (int64_t)kept.listed;
	p->list = kept.silent + p->before;
	p->n = kept.listed - (size_t)p->before;
	p->more = kept.listed < kept.silents && p->n;
	return e;
}

enum err people_kept(struct req *r, struct people *p, size_t most)
{
	if (p->form.silent)
		return load_silent(r, p, most);
	load_chosen(r, p, most);
	return store_error(r->store);
}
