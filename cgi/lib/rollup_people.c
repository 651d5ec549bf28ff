/* rollup_people.c - reads customers with what they count for. */
#include <stdlib.h>

#include "rollup_parts.h"

struct rollup_people {
	struct rollup_customers *row;      /* [0..n) */
	struct rollup_money *money;        /* [0..m), of rising customers */
	struct rollup_followups *followup; /* [0..f), likewise */
	size_t n, m, f, room_n, room_m, room_f;
	size_t next, next_money, next_followup;
};

struct rollup_people *rollup_people_new(void)
{
	struct rollup_people *p = calloc(1, sizeof(*p));

	BUG_IF(!p);
	return p;
}

void rollup_people_free(struct rollup_people *p)
{
	free(p->row);
	free(p->money);
	free(p->followup);
	free(p);
}

/* Room for one more at list[n]. */
static void *more(void *list, size_t n, size_t *room, size_t size)
{
	if (n < *room)
		return list;
	*room = *room ? 2 * *room : 16;
	list = realloc(list, *room * size);
	BUG_IF(!list);
	return list;
}

enum err rollup_people_read(struct store *s, int64_t first, int64_t last,
			    struct rollup_people *p)
{
	struct answer *rows = ask_rollup_customers(
		s, (struct rollup_customers_in){ first, last });
	struct answer *money = ask_rollup_money(
		s, (struct rollup_money_in){ first, last, ROLLUP_EVER });
	struct answer *followups = ask_rollup_followups(
		s, (struct rollup_followups_in){ first, last });
	struct rollup_customers row;
	struct rollup_money paid;
	struct rollup_followups followup;

	p->n = p->m = p->f = p->next = p->next_money = p->next_followup = 0;
	while (next_rollup_customers(rows, &row)) {
		p->row = more(p->row, p->n, &p->room_n, sizeof(row));
		p->row[p->n++] = row;
	}
	while (next_rollup_money(money, &paid)) {
		p->money = more(p->money, p->m, &p->room_m, sizeof(paid));
		p->money[p->m++] = paid;
	}
	while (next_rollup_followups(followups, &followup)) {
		p->followup =
			more(p->followup, p->f, &p->room_f, sizeof(followup));
		p->followup[p->f++] = followup;
	}
	return store_error(s);
}

bool rollup_people_next(struct rollup_people *p, struct rollup_person *person)
{
	size_t money = p->next_money, followup = p->next_followup;

	if (p->next == p->n)
		return false;
	*person = (struct rollup_person){ .row = &p->row[p->next++] };
	while (p->next_money < p->m &&
	       p->money[p->next_money].customer_id == person->row->id)
		p->next_money++;
	while (p->next_followup < p->f &&
	       p->followup[p->next_followup].customer_id == person->row->id)
		p->next_followup++;
	person->money = p->money + money;
	person->n = p->next_money - money;
	person->followup = p->followup + followup;
	person->n_followups = p->next_followup - followup;
	return true;
}

enum err rollup_each_person(struct store *s, struct arena *a,
			    enum err (*work)(void *arg, struct store *s,
					     const struct rollup_person *p),
			    void *arg)
{
	struct rollup_people *people = rollup_people_new();
	struct rollup_customer_ids ids = { 1, 0 };
	struct rollup_person person;
	enum err e = OK;

	one_rollup_customer_ids(s, &ids);
	for (int64_t id = ids.first_id; e == OK && id <= ids.last_id;
	     id += ROLLUP_CHUNK) {
		if (a)
			arena_reset(a);
		e = rollup_people_read(s, id, id + ROLLUP_CHUNK - 1, people);
		while (e == OK && rollup_people_next(people, &person))
			e = work(arg, s, &person);
	}
	rollup_people_free(people);
	return e;
}
