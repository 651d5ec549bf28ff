/* forecast_test.c - expected wins of open prospects: by hand, against
 * survival_chance, and where there is next to nothing. */
#include "../../cgi/lib/forecast.h"

#include <math.h>

#include "../check.h"

static struct arena *arena;

/* Half are won on day 10, the others lost on day 20; ten are open for 5. */
static void test_by_hand(void)
{
	const struct survival_row row[] = { { .days = 5, .open = 10 },
					    { .days = 10, .won = 50 },
					    { .days = 20, .lost = 50 } };
	const struct forecast_kind kind = { row, 3 };
	struct forecast f[31];

	CHECK_INT(forecast_wins(arena, &kind, 1, 30, f), 0);
	CHECK_NEAR(f[0].more, 0, 0);
	CHECK_NEAR(f[4].more, 0, 0);
	CHECK_NEAR(f[5].more, 5, 1e-12);
	CHECK_NEAR(f[30].more, 5, 1e-12);
	CHECK_NEAR(f[5].high - 5, 1.2815515655446004 * sqrt(2.5), 1e-12);
	CHECK_NEAR(5 - f[5].low, f[5].high - 5, 1e-12);
}

/* A kind of its own has its own chances; a small one those of all. */
static void test_kinds(void)
{
	const struct survival_row good[] = { { .days = 1, .open = 10 },
					     { .days = 3, .won = 90 },
					     { .days = 4, .lost = 10 } };
	const struct survival_row bad[] = { { .days = 1, .open = 10 },
					    { .days = 3, .won = 10 },
					    { .days = 4, .lost = 90 } };
	const struct survival_row few[] = { { .days = 1, .open = 10 },
					    { .days = 3, .won = 10 } };
	const struct forecast_kind each[] = { { good, 3 }, { bad, 3 } };
	const struct forecast_kind mixed[] = { { good, 3 },
					       { bad, 3 },
					       { few, 2 } };
	struct forecast f[11];

	forecast_wins(arena, each, 1, 10, f);
	CHECK_NEAR(f[10].more, 9, 1e-12);
	forecast_wins(arena, each, 2, 10, f);
	CHECK_NEAR(f[10].more, 9 + 1, 1e-12);
	/* 110 of 210 that were at risk on day 3 */
	forecast_wins(arena, mixed, 3, 10, f);
	CHECK_NEAR(f[10].more, 9 + 1 + 10 * 110.0 / 210, 1e-12);
}

/* The same as survival_chance, one prospect at a time. */
static void test_same_as_survival(void)
{
	struct survival_row row[60];
	struct survival_point point[60];
	struct survival_curve c;
	struct forecast f[31];
	double more = 0, variance = 0;

	for (int i = 0; i < 60; i++)
		row[i] = (struct survival_row){ .days = i,
						.won = (i * 7) % 5,
						.lost = (i * 11) % 3,
						.open = (i * 13) % 4 };
	c = survival_curve(row, 60, point);
	for (int i = 0; i <= c.known_till; i++) {
		double p = survival_chance(&c, i, i + 30);

		more += (double)row[i].open * p;
		variance += (double)row[i].open * p * (1 - p);
	}
	forecast_wins(arena, &(struct forecast_kind){ row, 60 }, 1, 30, f);
	CHECK_NEAR(f[30].more, more, 1e-9);
	CHECK_NEAR(f[30].high - more, 1.2815515655446004 * sqrt(variance),
		   1e-9);
	for (int d = 1; d <= 30; d++)
		CHECK(f[d].more >= f[d - 1].more - 1e-12);
}

/* Nobody, few, and who is open for longer than anybody was watched. */
static void test_degenerate(void)
{
	const struct survival_row alone[] = { { .days = 3, .open = 2 } };
	const struct survival_row old[] = { { .days = 2, .won = 50 },
					    { .days = 400, .open = 3 } };
	struct forecast f[6];

	CHECK_INT(forecast_wins(arena, NULL, 0, 5, f), 0);
	CHECK_NEAR(f[5].high, 0, 0);
	CHECK_INT(forecast_wins(arena, &(struct forecast_kind){ alone, 1 }, 1,
				5, f),
		  2);
	CHECK_NEAR(f[5].more, 0, 0);
	CHECK_INT(forecast_wins(arena, &(struct forecast_kind){ old, 2 }, 1, 5,
				f),
		  3);
	CHECK_NEAR(f[5].more, 0, 0);
	CHECK_INT(forecast_wins(arena, &(struct forecast_kind){ old, 2 }, 1, 0,
				f),
		  3);
}

int main(void)
{
	arena = arena_new();
	test_by_hand();
	test_kinds();
	test_same_as_survival();
	test_degenerate();
	arena_free(arena);
	return check_done();
}
