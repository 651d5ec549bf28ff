/* losses.c - counts why prospects were lost. */
#include "losses.h"

#include <string.h>

#include "cells.h"
#include "ends.h"
#include "health.h"
#include "lib/app.h"
#include "lib/lang.h"
#include "queries.h"

static void add_reason(struct req *r, struct losses *l, int64_t reason,
		       const char *name, const struct ends *now,
		       const struct ends *before)
{
	struct loss loss = {
		.reason = reason,
		.name = name,
		.lost = ends_of(now, reason),
		.before = ends_of(before, reason),
	};

	if (loss.lost == 0 && loss.before == 0)
		return;
	l->loss = arena_more(r->arena, l->loss, l->n, sizeof(loss));
	l->loss[l->n++] = loss;
}

static void list_reasons(struct req *r, struct losses *l, struct answer *names,
			 const struct ends *now, const struct ends *before)
{
	struct reason_all row;

	while (next_reason_all(names, &row))
		add_reason(r, l, row.id, row.name, now, before);
	add_reason(r, l, ENDS_UNSAID, _("No reason given"), now, before);
}

/* The most frequent first. */
static int by_number(const void *left, const void *right)
{
	const struct loss *a = left, *b = right;

	if (a->lost != b->lost)
		return a->lost < b->lost ? 1 : -1;
	return strcmp(a->name, b->name);
}

static void compare(struct req *r, struct losses *l)
{
	double *p = arena_array(r->arena, l->n + 1, sizeof(*p));
	double *q = arena_array(r->arena, l->n + 1, sizeof(*q));

	if (l->n)
		qsort(l->loss, l->n, sizeof(*l->loss), by_number);
	for (size_t i = 0; i < l->n; i++) {
		struct loss *a = &l->loss[i];
		struct tally now = { a->lost, l->lost };
		struct tally before = { a->before, l->lost_before };

		a->share = rate_share(a->lost, l->lost);
		a->change = rate_difference(now, before);
		p[i] = rate_p(now, before);
	}
	many_adjust(r->arena, p, q, l->n);
	for (size_t i = 0; i < l->n; i++)
		l->loss[i].q = q[i];
}

static void count_ends(struct losses *l, const struct ends *now,
		       const struct ends *before)
{
	struct tally closed, earlier;

	l->lost = ends_lost(now);
	l->won = ends_of(now, ENDS_WON);
	l->lost_before = ends_lost(before);
	l->won_before = ends_of(before, ENDS_WON);
	closed = (struct tally){ l->won, l->won + l->lost };
	earlier =
		(struct tally){ l->won_before, l->won_before + l->lost_before };
	l->win_rate = rate_share(closed.won, closed.leads);
	l->rate_change = rate_difference(closed, earlier);
}

enum err losses_load(struct req *r, const struct form *form, struct losses *l)
{
	struct numbers *n = &l->numbers;
	struct ends now, before = { .n = 0 };
	struct ends_questions *of_now, *of_before = NULL;
	struct matured_questions *old_enough;
	struct health_questions *health;
	struct name_answers names;
	struct answer *reasons;

	*l = (struct losses){ .n = 0 };
	if (numbers_days(r, form, n) != OK)
		return ERR_INPUT;
	names = numbers_ask_names(r);
	reasons = ask_reason_all(r->store, (struct reason_all_in){ "lost" });
	of_now = ends_ask(r, n, n->span.now, false);
	if (n->span.vs != VERSUS_NONE)
		of_before = ends_ask(r, n, n->span.before, false);
	old_enough = matured_ask(r, n);
	health = health_ask(r, n);

	numbers_read_names(r, &names, n);
	now = ends_read(r, of_now);
	if (of_before)
		before = ends_read(r, of_before);
	l->matured = matured_read(old_enough);
	n->health = health_read(health);
	count_ends(l, &now, &before);
	list_reasons(r, l, reasons, &now, &before);
	compare(r, l);
	return store_error(r->store);
}
