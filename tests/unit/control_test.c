/* control_test.c - limits and alarms of a p-chart. */
#include "../../cgi/lib/control.h"

#include "oracle.h"

enum { WEEKS = 44 };

static void test_against_data(void)
{
	struct tally week[WEEKS];
	struct control c;
	struct oracle o;
	size_t n = 0;

	if (!oracle_present())
		return;
	oracle_open(&o, "maven-crm/expected/pchart_winrate_by_close_week.csv");
	while (n < WEEKS && oracle_next(&o))
		week[n++] = (struct tally){ oracle_int(&o, "x"),
					    oracle_int(&o, "n") };
	c = control_of(week, n);
	CHECK_INT(n, WEEKS);
	oracle_open(&o, "maven-crm/expected/pchart_winrate_by_close_week.csv");
	for (size_t i = 0; i < n && oracle_next(&o); i++) {
		struct control_limits l = control_limits(&c, week[i].leads);

		oracle_near(c.center, c.known, &o, "centre", 1e-9);
		oracle_near(c.wider, c.known, &o, "laney_sigma_z", 1e-9);
		oracle_near(l.low, true, &o, "laney_lcl", 1e-9);
		oracle_near(l.high, true, &o, "laney_ucl", 1e-9);
	}
}

/* Points of the binomial distribution by exact fractions. */
static void test_exact_limits(void)
{
	const struct control few = { true, 0.1, 1 }, most = { true, 0.95, 1 };
	struct control_limits l = control_limits(&few, 20);

	CHECK_NEAR(l.low, 0, 0);
	CHECK_NEAR(l.high, 7.0 / 20, 1e-12);
	l = control_limits(&most, 30);
	CHECK_NEAR(l.low, 24.0 / 30, 1e-12);
	CHECK_NEAR(l.high, 1, 0);
	/* a large week of a rate near all would underflow from below */
	l = control_limits(&(struct control){ true, 1 - 1e-6, 1 }, 1000000);
	CHECK(l.low > 0.99999 && l.low < 1);
	CHECK_NEAR(l.high, 1, 0);
}

static void test_unknown(void)
{
	struct tally week[CONTROL_LEAST];

	for (size_t i = 0; i < CONTROL_LEAST; i++)
		week[i] = (struct tally){ 0, 10 };
	CHECK(!control_of(week, CONTROL_LEAST).known);
	week[3].won = 4;
	CHECK(control_of(week, CONTROL_LEAST).known);
	CHECK(!control_of(week, CONTROL_LEAST - 1).known);
	CHECK(control_of(week, CONTROL_LEAST).wider >= 1);
}

static void test_marks(void)
{
	const struct control c = { true, 0.5, 1 };
	struct tally week[12];
	enum control_mark mark[12];

	for (size_t i = 0; i < 12; i++)
		week[i] = (struct tally){ 55, 100 };
	week[0].won = 40;
	week[10] = (struct tally){ 0, 0 };
	week[11].won = 90;
	control_marks(&c, week, 12, mark);
	for (size_t i = 0; i < 8; i++)
		CHECK_INT(mark[i], CONTROL_FINE);
	CHECK_INT(mark[8], CONTROL_IN_A_ROW); /* the eighth above */
	CHECK_INT(mark[9], CONTROL_IN_A_ROW);
	CHECK_INT(mark[10], CONTROL_FINE);
	CHECK_INT(mark[11], CONTROL_BEYOND);
}

int main(void)
{
	test_against_data();
	test_exact_limits();
	test_unknown();
	test_marks();
	return check_done();
}
