/* funnel.c - counts how far leads get. */
#include "funnel.h"

#include "lib/app.h"
#include "lib/lang.h"
#include "lib/many.h"
#include "lib/reach.h"

/* ---- the bars -------------------------------------------------------------
 */

static void add_bar(struct req *r, struct funnel *f, struct bar bar)
{
	f->bar = arena_more(r->arena, f->bar, f->bars, sizeof(bar));
	f->bar[f->bars++] = bar;
}

static void list_bars(struct req *r, struct funnel *f,
		      const struct gates *gates, const struct steps *now,
		      const struct steps *before)
{
	const struct group *all = &f->numbers.now->all;
	const struct group *old =
		f->numbers.before ? &f->numbers.before->all : NULL;

	f->came_before = old ? old->matured : 0;
	add_bar(r, f,
		(struct bar){ .id = FUNNEL_CAME,
			      .name = _("Leads old enough"),
			      .reached = all->matured,
			      .before = f->came_before });
	for (size_t i = 0; i < gates->n; i++)
		add_bar(r, f,
			(struct bar){
				.id = gates->gate[i].id,
				.name = gates->gate[i].name,
				.reached =
					steps_reached(now, EVERY, i, all->won),
				.before = old ? steps_reached(before, EVERY, i,
							      old->won)
					      : 0,
			});
	add_bar(r, f,
		(struct bar){ .id = FUNNEL_WON,
			      .name = _("Won in time"),
			      .reached = all->won,
			      .before = old ? old->won : 0 });
}

static void compare(struct req *r, struct funnel *f)
{
	double *p = arena_array(r->arena, f->bars, sizeof(*p));
	double *q = arena_array(r->arena, f->bars, sizeof(*q));

	for (size_t i = 0; i < f->bars; i++) {
		struct bar *bar = &f->bar[i];
		const struct bar *above = &f->bar[i ? i - 1 : 0];
		struct tally now = { bar->reached, above->reached };
		struct tally before = { bar->before, above->before };

		bar->of_all = rate_share(bar->reached, f->bar[0].reached);
		bar->rate = rate_share(bar->reached, above->reached);
		if (i == 0)
			continue;
		bar->change = rate_difference(now, before);
		p[i - 1] = rate_p(now, before);
	}
	many_adjust(r->arena, p, q, f->bars - 1);
	for (size_t i = 1; i < f->bars; i++)
		f->bar[i].q = q[i - 1];
}

const struct bar *funnel_narrowest(const struct funnel *f)
{
	const struct bar *least = NULL;

	for (size_t i = 1; i < f->bars; i++)
		if (f->bar[i - 1].reached >= MANY_FEW &&
		    (!least || f->bar[i].rate.rate < least->rate.rate))
			least = &f->bar[i];
	return least;
}

/* ---- the groups ------------------------------------------------------------
 */

static void list_groups(struct req *r, struct funnel *f,
			const struct gates *gates, const struct steps *now)
{
	const struct groups *g = f->numbers.now;

	f->row = arena_array(r->arena, g->n + 1, sizeof(*f->row));
	for (f->n = 0; f->n < g->n; f->n++) {
		const struct group *t = &g->group[f->n];
		struct funnel_row *row = &f->row[f->n];
		size_t k = 0;

		row->group = t;
		row->contact = contacts_of(f->numbers.contacts, t->id);
		row->reached = arena_array(r->arena, f->bars, sizeof(int64_t));
		row->reached[k++] = t->matured;
		for (size_t i = 0; i < gates->n; i++)
			row->reached[k++] =
				steps_reached(now, t->id, i, t->won);
		row->reached[k] = t->won;
	}
}

enum err funnel_load(struct req *r, const struct form *form, struct funnel *f)
{
	struct numbers *n = &f->numbers;
	struct steps_questions *of_now, *of_before = NULL;
	struct steps now, before = { .n = 0 };
	struct gates gates;
	struct answer *names;
	enum err e;

	*f = (struct funnel){ .n = 0 };
	e = numbers_load(r, form, n);
	if (e != OK)
		return e;
	names = gates_ask(r);
	of_now = steps_ask(r, n, n->span.now);
	if (n->before)
		of_before = steps_ask(r, n, n->span.before);

	gates = gates_read(r, names);
	now = steps_read(r, n, of_now, &gates);
	if (of_before)
		before = steps_read(r, n, of_before, &gates);
	list_bars(r, f, &gates, &now, &before);
	compare(r, f);
	list_groups(r, f, &gates, &now);
	return store_error(r->store);
}
