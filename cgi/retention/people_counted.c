/* people_counted.c - the customers behind a number, from the purchase days of
 * all that a viewer may see. */
#include <stdlib.h>

#include "lib/period.h"
#include "people.h"

/* Whether a buyer came in the month that was asked for, or by mode later. */
static bool came(const struct people_form *f, const struct buyer *b)
{
	int64_t month = f->month != NONE ? f->month
					 : period_month(b->first_on) + f->age;

	if (f->base.mode == OR_LATER)
		return period_month(b->last_on) >= month;
	return b->sought;
}

/* Whether a buyer could be among them, whether they came again or not. */
static bool eligible(const struct people *p, const struct buyer *b)
{
	const struct people_form *f = &p->form;
	int64_t first = period_month(b->first_on);
	int64_t known = p->as_of - b->first_on; /* days */

	if (f->first != NONE && first != f->first)
		return false;
	if (f->age != NONE && first + f->age > p->whole)
		return false;
	return (f->known == NONE || known >= f->known) &&
	       (f->repeat == NONE || known >= f->repeat) &&
	       (f->watched == NONE || known >= f->watched);
}

static bool chosen(const struct people *p, const struct buyer *b)
{
	const struct people_form *f = &p->form;
	bool again = b->second != NONE;

	if (!eligible(p, b))
		return false;
	if ((f->month != NONE || f->age != NONE) && !came(f, b))
		return false;
	if (f->repeat != NONE && (!again || b->second > f->repeat))
		return false;
	return f->watched == NONE || !again || b->second >= f->watched;
}

static int64_t count_eligible(const struct people *p, const struct buyers *b)
{
	int64_t n = 0;

	for (size_t i = 0; i < b->n; i++)
		n += eligible(p, &b->buyer[i]);
	return n;
}

static int by_first_day(const void *a, const void *b)
{
	const struct buyer *x = *(struct buyer *const *)a,
			   *y = *(struct buyer *const *)b;

	if (x->first_on != y->first_on)
		return x->first_on < y->first_on ? -1 : 1;
	return (x->id > y->id) - (x->id < y->id);
}

/* All that are chosen, in order. */
static size_t choose(const struct people *p, const struct buyers *b,
		     struct buyer ***list)
{
	size_t n = 0;

	*list = arena_array(b->arena, b->n + 1, sizeof(struct buyer *));
	for (size_t i = 0; i < b->n; i++)
		if (chosen(p, &b->buyer[i]))
			(*list)[n++] = &b->buyer[i];
	qsort(*list, n, sizeof(struct buyer *), by_first_day);
	return n;
}

/* Those of one page out of list[0..n). */
static void cut(struct people *p, struct buyer **list, size_t n, size_t at,
		size_t most)
{
	p->total = (int64_t)n;
	p->before = (int64_t)at;
	p->list = list + at;
	p->more = n - at > most;
	p->n = p->more ? most : n - at;
}

/* How many of list[0..n) come up to a customer. */
static size_t place_after(const struct buyers *b, struct buyer **list, size_t n,
			  int64_t id)
{
	const struct buyer *last = buyers_find(b, id);
	size_t at = 0;

	while (last && at < n && by_first_day(&list[at], &last) <= 0)
		at++;
	return at;
}

/* Who is silent depends on segments and contracts, so on all values; other
 * lists need those of their own page alone. */
static void load_silent(struct req *r, struct people *p, struct buyers *b,
			size_t most)
{
	struct buyers_rhythm *rhythm;
	struct buyer **list;
	size_t n, at;

	kept_values(r, b, 0, INT64_MAX);
	buyers_judge(b, &rhythm);
	n = buyers_silent(b, &list);
	at = (uint64_t)p->form.after < n ? (size_t)p->form.after : n;
	cut(p, list, n, at, most);
}

static int64_t lowest_id(const struct people *p)
{
	int64_t id = INT64_MAX;

	for (size_t i = 0; i < p->n; i++)
		if (p->list[i]->id < id)
			id = p->list[i]->id;
	return id;
}

static int64_t highest_id(const struct people *p)
{
	int64_t id = 0;

	for (size_t i = 0; i < p->n; i++)
		if (p->list[i]->id > id)
			id = p->list[i]->id;
	return id;
}

static void load_chosen(struct req *r, struct people *p, struct buyers *b,
			size_t most)
{
	struct buyer **list;
	size_t n = choose(p, b, &list);

	if (people_share(&p->form))
		p->of = count_eligible(p, b);
	cut(p, list, n, place_after(b, list, n, p->form.after), most);
	kept_values(r, b, lowest_id(p), highest_id(p));
	for (size_t i = 0; i < p->n; i++)
		p->list[i]->silent = b->as_of - p->list[i]->last_on;
}

enum err people_counted(struct req *r, struct people *p, size_t most)
{
	struct buyers b = buyers_new(r->arena, p->as_of);

	b.seek_month = p->form.month;
	b.seek_age = p->form.age;
	kept_days(r, &b);
	if (p->form.silent)
		load_silent(r, p, &b, most);
	else
		load_chosen(r, p, &b, most);
	return store_error(r->store);
}
