/* sorter_test.c - records in order, in memory and beyond it. */
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "../check.h"
#include "sorter.h"

struct record {
	int64_t key, number;
	char text[200]; /* as much of it as key says, modulo its size */
};

static int by_key(const void *a, const void *b)
{
	const struct record *x = a, *y = b;
	int order = (x->key > y->key) - (x->key < y->key);

	return order ? order
		     : (x->number > y->number) - (x->number < y->number);
}

static size_t size_of(int64_t key)
{
	return offsetof(struct record, text) +
	       (size_t)key % sizeof(((struct record *)0)->text) + 1;
}

static void fill(struct sorter *s, int64_t n)
{
	uint64_t random = 1;

	for (int64_t i = 0; i < n; i++) {
		struct record r = { .number = i };

		random = random * UINT64_C(6364136223846793005) + 1;
		r.key = (int64_t)(random >> 40);
		memset(r.text, 'x', sizeof(r.text));
		sorter_add(s, &r, size_of(r.key));
	}
}

/* Counts them, and what is not as it must be. */
static int64_t count(struct sorter *s, int64_t *wrong)
{
	struct record before = { .key = -1 };
	const struct record *r;
	int64_t n = 0;

	sorter_first(s);
	for (; (r = sorter_next(s)) != NULL; n++) {
		size_t last = size_of(r->key) - offsetof(struct record, text);

		*wrong += by_key(&before, r) >= 0 || r->text[last - 1] != 'x' ||
			  (uintptr_t)r % 8 != 0;
		before.key = r->key;
		before.number = r->number;
	}
	return n;
}

static void all_come_in_order(int64_t n)
{
	struct sorter *s = sorter_new(by_key);
	int64_t wrong = 0;

	fill(s, n);
	CHECK_INT(count(s, &wrong), n);
	CHECK_INT(count(s, &wrong), n); /* and once more */
	CHECK_INT(wrong, 0);
	CHECK(!sorter_problem(s));
	sorter_free(s);
}

static void no_room_for_the_file_is_told(void)
{
	struct sorter *s = sorter_new(by_key);
	struct rlimit before, none = { 0, 0 };
	int64_t wrong = 0;

	/* Without a descriptor there can be no file. */
	getrlimit(RLIMIT_NOFILE, &before);
	none.rlim_max = before.rlim_max;
	setrlimit(RLIMIT_NOFILE, &none);
	fill(s, 100000);
	setrlimit(RLIMIT_NOFILE, &before);
	CHECK_INT(count(s, &wrong), 0);
	CHECK(sorter_problem(s) != NULL);
	sorter_free(s);
}

int main(void)
{
	all_come_in_order(0);
	all_come_in_order(1);
	all_come_in_order(1000);
	all_come_in_order(300000);
	sorter_free(NULL);
	no_room_for_the_file_is_told();
	return check_done();
}
