/* split_test.c - the parts of a change add up to it. */
#include "../../cgi/lib/split.h"

#include "../check.h"

/* Every group as before, but more leads from the weaker one: all of it mix. */
static void test_mix_alone(void)
{
	const struct split_group g[] = { { { 40, 100 }, { 20, 50 } },
					 { { 10, 100 }, { 15, 150 } } };
	struct split part[2], all;

	CHECK(split_change(g, 2, part, &all));
	CHECK_NEAR(all.rate, 0, 1e-15);
	CHECK_NEAR(all.mix, 35.0 / 200 - 50.0 / 200, 1e-15);
	CHECK_NEAR(part[0].mix, -0.25 * 0.4, 1e-15);
	CHECK_NEAR(part[1].mix, 0.25 * 0.1, 1e-15);
}

static void test_rate_alone(void)
{
	const struct split_group g[] = { { { 40, 100 }, { 50, 100 } },
					 { { 10, 100 }, { 10, 100 } } };
	struct split part[2], all;

	CHECK(split_change(g, 2, part, &all));
	CHECK_NEAR(all.mix, 0, 1e-15);
	CHECK_NEAR(all.rate, 0.05, 1e-15);
	CHECK_NEAR(part[1].rate, 0, 1e-15);
}

/* Kitagawa's identity on uneven numbers, with a new and a vanished group. */
static void test_adds_up(void)
{
	const struct split_group g[] = { { { 7, 31 }, { 12, 40 } },
					 { { 30, 75 }, { 9, 17 } },
					 { { 0, 0 }, { 5, 23 } },
					 { { 4, 11 }, { 0, 0 } },
					 { { 0, 0 }, { 0, 0 } } };
	struct split part[5], all;

	CHECK(split_change(g, 5, part, &all));
	CHECK_NEAR(all.mix + all.rate, 26.0 / 80 - 41.0 / 117, 1e-14);
	CHECK_NEAR(part[2].rate, 0, 0);
	CHECK_NEAR(part[3].rate, 0, 0);
	CHECK_NEAR(part[4].mix, 0, 0);
}

static void test_nothing(void)
{
	const struct split_group g[] = { { { 0, 0 }, { 5, 10 } } };
	struct split part[1], all;

	CHECK(!split_change(g, 1, part, &all));
	CHECK(!split_change(g, 0, part, &all));
}

int main(void)
{
	test_mix_alone();
	test_rate_alone();
	test_adds_up();
	test_nothing();
	return check_done();
}
