/* took.c - prospects by group and by how long it took. */
#include "took.h"

#include "lib/app.h"
#include "slots.h"

struct tooks tooks_new(struct arena *a, int64_t horizon)
{
	return (struct tooks){ .arena = a,
			       .horizon = horizon,
			       .slots = slots_new(a) };
}

static void add(struct tooks *t, int64_t group, bool matured)
{
	size_t ages = (size_t)t->horizon + 2;
	struct groups_row *age = arena_array(t->arena, ages, sizeof(*age));

	for (size_t i = 0; i < ages; i++) {
		age[i].group = group;
		age[i].matured = matured;
		age[i].days = (int64_t)i;
	}
	t->took = arena_more(t->arena, t->took, t->n, sizeof(*t->took));
	t->took[t->n++] = (struct took){ group, matured, age };
}

struct took *took_of(struct tooks *t, int64_t group, bool matured)
{
	size_t i = slots_of(t->slots, 2 * group + matured);

	if (i == t->n)
		add(t, group, matured);
	return &t->took[i];
}

static bool is_empty(const struct groups_row *age)
{
	return !age->won && !age->lost && !age->open && !age->invalid &&
	       !age->cost;
}

void tooks_rows(struct req *r, const struct tooks *t, struct counted *c)
{
	size_t ages = (size_t)t->horizon + 2;

	counted_reserve(r, c, t->n * ages);
	for (size_t i = 0; i < t->n; i++)
		for (size_t k = 0; k < ages; k++)
			if (!is_empty(&t->took[i].age[k]))
				*counted_row(r, c) = t->took[i].age[k];
}
