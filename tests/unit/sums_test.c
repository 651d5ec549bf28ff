/* sums_test.c - sums under keys: added, cancelled, in order. */
#include "../../cgi/lib/sums.h"

#include "../check.h"

static struct sum one(int64_t a, int64_t b, int64_t value)
{
	return (struct sum){ .key = { a, b }, .value = { value, 1 } };
}

static void test_adding(void)
{
	struct sums *s = sums_new();
	struct sum x = one(1, -1, 5), y = one(1, 2, 7), z = one(0, 9, 3);
	const struct sum *list;

	CHECK(sums_add(s, &y, 1));
	CHECK(sums_add(s, &x, 1));
	CHECK(!sums_add(s, &x, 1));
	CHECK(sums_add(s, &z, 1));
	CHECK(!sums_add(s, &z, -1));
	CHECK_INT(sums_count(s), 3);
	CHECK_INT(sums_sorted(s, &list), 2); /* z came to nothing */
	CHECK_INT(list[0].key[1], -1);
	CHECK_INT(list[0].value[0], 10);
	CHECK_INT(list[0].value[1], 2);
	CHECK_INT(list[1].value[0], 7);
	sums_clear(s);
	CHECK_INT(sums_count(s), 0);
	CHECK_INT(sums_sorted(s, &list), 0);
	CHECK(sums_add(s, &y, 1));
	sums_free(s);
	sums_free(NULL);
}

/* Many keys in an order far from theirs, each three times. */
static void test_many(void)
{
	enum { MANY = 40000 };
	struct sums *s = sums_new();
	const struct sum *list;
	size_t n;

	for (int64_t i = 0; i < 3 * MANY; i++) {
		struct sum x = one(0, i * 7919 % MANY, i % MANY);

		if (sums_add(s, &x, 1) != (i < MANY))
			CHECK_INT(i, -1);
	}
	n = sums_sorted(s, &list);
	CHECK_INT(n, MANY);
	for (size_t i = 0; i < n; i++)
		if (list[i].key[1] != (int64_t)i || list[i].value[1] != 3)
			CHECK_INT(list[i].key[1], i);
	sums_free(s);
}

int main(void)
{
	test_adding();
	test_many();
	return check_done();
}
