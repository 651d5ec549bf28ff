/* rollup_people.c - reads customers with what they count for. */
#include <stdlib.h>
#include <string.h>

#include "rollup_parts.h"

/* Rows of one kind, by rising customer. */
struct list {
	char *row;   /* [0..n) */
	size_t size; /* of each, in bytes */
	size_t n, room;
	size_t next; /* of the next customer */
};

struct rollup_people {
	struct list customers, money, followups, talks, problems;
};

struct rollup_people *rollup_people_new(void)
{
	struct rollup_people *p = calloc(1, sizeof(*p));

	BUG_IF(!p);
	p->customers.size = sizeof(struct rollup_customers);
	p->money.size = sizeof(struct rollup_money);
	p->followups.size = sizeof(struct rollup_followups);
	p->talks.size = sizeof(struct rollup_talks);
	p->problems.size = sizeof(struct rollup_problems);
	return p;
}

void rollup_people_free(struct rollup_people *p)
{
	free(p->customers.row);
	free(p->money.row);
	free(p->followups.row);
	free(p->talks.row);
	free(p->problems.row);
	free(p);
}

/* ---- reading --------------------------------------------------------------
 */

/* Where the next row goes. */
static void *room(struct list *list)
{
	if (list->n == list->room) {
		list->room = list->room ? 2 * list->room : 16;
		list->row = realloc(list->row, list->room * list->size);
		BUG_IF(!list->row);
	}
	return list->row + list->n * list->size;
}

static void read_all(struct list *list, struct answer *a, unsigned query)
{
	list->n = list->next = 0;
	while (store_next(a, query, room(list)))
		list->n++;
}

enum err rollup_people_read(struct store *s, int64_t first, int64_t last,
			    struct rollup_people *p)
{
	struct answer *customers = ask_rollup_customers(
		s, (struct rollup_customers_in){ first, last });
	struct answer *money = ask_rollup_money(
		s, (struct rollup_money_in){ first, last, ROLLUP_EVER });
	struct answer *followups = ask_rollup_followups(
		s, (struct rollup_followups_in){ first, last });
	struct answer *talks =
		ask_rollup_talks(s, (struct rollup_talks_in){ first, last });
	struct answer *problems = ask_rollup_problems(
		s, (struct rollup_problems_in){ first, last });

	read_all(&p->customers, customers, Q_ROLLUP_CUSTOMERS);
	read_all(&p->money, money, Q_ROLLUP_MONEY);
	read_all(&p->followups, followups, Q_ROLLUP_FOLLOWUPS);
	read_all(&p->talks, talks, Q_ROLLUP_TALKS);
	read_all(&p->problems, problems, Q_ROLLUP_PROBLEMS);
	return store_error(s);
}

/* ---- one by one -----------------------------------------------------------
 */

/* Whose the next row is: the id is the first column of all. */
static int64_t next_customer(const struct list *list)
{
	int64_t id;

	memcpy(&id, list->row + list->next * list->size, sizeof(id));
	return id;
}

/* The rows of one customer, which come next. */
static const void *take(struct list *list, int64_t customer, size_t *n)
{
	const char *first = list->row + list->next * list->size;

	for (*n = 0; list->next < list->n; ++*n, list->next++)
		if (next_customer(list) != customer)
			break;
	return first;
}

bool rollup_people_next(struct rollup_people *p, struct rollup_person *person)
{
	int64_t id;
	size_t one;

	if (p->customers.next == p->customers.n)
		return false;
	id = next_customer(&p->customers);
	person->row = take(&p->customers, id, &one);
	person->money = take(&p->money, id, &person->n);
	person->followup = take(&p->followups, id, &person->n_followups);
	person->talk = take(&p->talks, id, &person->n_talks);
	person->problem = take(&p->problems, id, &person->n_problems);
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
