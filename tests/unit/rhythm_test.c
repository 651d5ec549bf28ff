/* rhythm_test.c - own-gap alerts, the return quantile and the window. */
#include "../../cgi/lib/rhythm.h"

#include "oracle.h"

static const struct rhythm_days unknown = { false, 0 };

static struct rhythm_sums sums_of(const int64_t *gap, size_t n)
{
	struct rhythm_sums s = { 0 };

	for (size_t i = 0; i < n; i++)
		rhythm_add_gap(&s, gap[i]);
	return s;
}

static void test_nobody(void)
{
	const struct rhythm_pool pool = { 0 };
	const struct rhythm_sums none = { 0 };
	const struct rhythm_days returns = { true, 77 };

	CHECK(!rhythm_usual(&pool, none).known);
	CHECK(!rhythm_threshold(&pool, none, unknown).known);
	CHECK(rhythm_threshold(&pool, none, returns).days == 77);
}

/* Two customers: gaps 10, 40 (mean 20) and 80, 80; the segment's mean is 40. */
static void test_by_hand(void)
{
	const struct rhythm_sums a = sums_of((int64_t[]){ 10, 40 }, 2);
	const struct rhythm_sums b = sums_of((int64_t[]){ 80, 80 }, 2);
	const struct rhythm_sums new = { 0 };
	const double sd = log(2); /* squares 2 ln(2)^2 over 2 spare gaps */
	struct rhythm_pool pool = { 0 };

	rhythm_add(&pool, a);
	rhythm_add(&pool, b);
	rhythm_add(&pool, new);
	CHECK_INT(pool.gaps, 4);
	CHECK_INT(pool.spare, 2);
	CHECK_NEAR((double)pool.squares / RHYTHM_ONE, 2 * log(2) * log(2),
		   1e-9);
	CHECK_NEAR(exp(rhythm_mean(&pool)), 40, 1e-9);
	CHECK_NEAR(rhythm_sd(&pool), log(2), 1e-9);
	CHECK_NEAR(rhythm_own(a), 20, 1e-9);
	/* (2 ln 20 + 4 ln 40) / 6 and (2 ln 80 + 4 ln 40) / 6 */
	CHECK_NEAR(rhythm_usual(&pool, a).days, 40 / cbrt(2), 1e-9);
	CHECK_NEAR(rhythm_usual(&pool, b).days, 40 * cbrt(2), 1e-9);
	CHECK_NEAR(rhythm_threshold(&pool, a, unknown).days,
		   40 / cbrt(2) * exp(1.2815515655446 * sd), 1e-9);
	CHECK(!rhythm_threshold(&pool, new, unknown).known);
	CHECK(!rhythm_usual(&pool, new).known);
}

/* Alike to the day: no spread, and no root of a negative residue. */
static void test_identical(void)
{
	struct rhythm_pool pool = { 0 };

	for (int i = 0; i < 50; i++) {
		const struct rhythm_sums s =
			sums_of((int64_t[]){ 7, 7, 7, 7, 7, 7, 7 }, 7);
		struct rhythm_days t;

		rhythm_add(&pool, s);
		t = rhythm_threshold(&pool, s, unknown);
		CHECK(t.known);
		CHECK_NEAR(t.days, 7, 1e-6);
	}
}

/* One gap each: no spread within a customer is known yet. */
static void test_single_gaps(void)
{
	const struct rhythm_sums s = sums_of((int64_t[]){ 12 }, 1);
	const struct rhythm_days returns = { true, 55 };
	struct rhythm_pool pool = { 0 };

	rhythm_add(&pool, s);
	rhythm_add(&pool, s);
	CHECK(rhythm_threshold(&pool, s, returns).days == 55);
	CHECK_NEAR(rhythm_usual(&pool, s).days, 12, 1e-9);
}

/* Nearly normal, from twelve uniform numbers; the same on every run. */
static double normal(uint32_t *random)
{
	double sum = -6;

	for (int i = 0; i < 12; i++) {
		*random = *random * 1664525 + 1013904223;
		sum += *random / 4294967296.0;
	}
	return sum;
}

/* What the threshold promises: one ordinary gap in ten is longer. */
static void test_one_in_ten(void)
{
	enum { CUSTOMERS = 2000, GAPS = 12 };
	static struct rhythm_sums s[CUSTOMERS];
	static double mean[CUSTOMERS];
	struct rhythm_pool pool = { 0 };
	uint32_t random = 1;
	int longer = 0;

	for (int i = 0; i < CUSTOMERS; i++) {
		mean[i] = 4.5 + 0.4 * normal(&random);
		for (int j = 0; j < GAPS; j++) {
			const double gap = exp(mean[i] + 0.7 * normal(&random));

			rhythm_add_gap(&s[i], 1 + llround(gap));
		}
		rhythm_add(&pool, s[i]);
	}
	for (int i = 0; i < CUSTOMERS; i++)
		longer += 1 + llround(exp(mean[i] + 0.7 * normal(&random))) >
			  llround(rhythm_threshold(&pool, s[i], unknown).days);
	CHECK(longer > CUSTOMERS * 8 / 100 && longer < CUSTOMERS * 12 / 100);
}

static void test_return_by(void)
{
	struct survival_row row[20];
	struct survival_point point[20];
	struct survival_curve c;

	/* One returns on each of days 1 to 10, ten wait since day 60. */
	for (int64_t i = 0; i < 10; i++)
		row[i] = (struct survival_row){ .days = i + 1, .won = 1 };
	row[10] = (struct survival_row){ .days = 60, .open = 10 };
	c = survival_curve(row, 11, point);
	CHECK(rhythm_return_by(&c).known);
	CHECK(rhythm_return_by(&c).days == 9);
	CHECK(rhythm_window(&c).days == RHYTHM_LEAST_WINDOW);
	for (int64_t i = 0; i < 10; i++)
		row[i].days = 5 * (i + 1);
	c = survival_curve(row, 11, point);
	CHECK(rhythm_window(&c).known && rhythm_window(&c).days == 45);

	/* Cut-offs before the returns: finished gaps alone would say 45. */
	row[0].open = 10;
	c = survival_curve(row, 11, point);
	CHECK(rhythm_return_by(&c).days == 50);

	c = survival_curve(&row[10], 1, point);
	CHECK(!rhythm_return_by(&c).known && !rhythm_window(&c).known);
	c = survival_curve(NULL, 0, point);
	CHECK(!rhythm_return_by(&c).known);
}

/* ---- A record shop: 18 months, three of four gaps within a quarter ---- */

static struct rhythm_sums customer[2400];
static struct survival_row gap_row[600];
static struct survival_point gap_point[600];

static size_t load_customers(void)
{
	const int64_t end_on = oracle_day("19980630");
	int64_t last_on = 0;
	struct oracle o;
	size_t n = 0;

	for (int64_t i = 0; i < (int64_t)COUNT(gap_row); i++)
		gap_row[i].days = i;
	oracle_open(&o, "cdnow-sample/cdnowElog.csv");
	while (oracle_next(&o)) {
		const int64_t day = oracle_day(oracle_text(&o, "date"));
		const size_t id = (size_t)oracle_int(&o, "sampleid");

		if (id == n && day > last_on) {
			rhythm_add_gap(&customer[n - 1], day - last_on);
			gap_row[day - last_on].won++;
		} else if (id > n) {
			if (n > 0)
				gap_row[end_on - last_on].open++;
			n = id;
		}
		last_on = day;
	}
	gap_row[end_on - last_on].open++;
	return n;
}

/* The same quantile, from the product of the daily chances to stay away. */
static int64_t plain_quantile(double share)
{
	double all = 0;

	for (int pass = 0; pass < 2; pass++) {
		double at_risk = 0, left = 1;

		for (size_t i = 0; i < COUNT(gap_row); i++)
			at_risk += (double)(gap_row[i].won + gap_row[i].open);
		for (size_t i = 0; i < COUNT(gap_row); i++) {
			const double won = (double)gap_row[i].won;

			if (at_risk < SURVIVAL_LEAST)
				break;
			left *= 1 - won / at_risk;
			at_risk -= won + (double)gap_row[i].open;
			if (pass == 1 && 1 - left >= share * all)
				return gap_row[i].days;
		}
		all = 1 - left;
	}
	return -1;
}

static void compare(void)
{
	const size_t n = load_customers();
	const struct survival_curve c =
		survival_curve(gap_row, COUNT(gap_row), gap_point);
	const struct rhythm_days by = rhythm_return_by(&c);
	struct rhythm_pool pool = { 0 };
	int64_t gaps = 0;

	CHECK_INT(n, 2357);
	for (size_t i = 0; i < n; i++)
		rhythm_add(&pool, customer[i]);
	for (size_t i = 0; i < n; i++) {
		const struct rhythm_days t =
			rhythm_threshold(&pool, customer[i], by);

		gaps += customer[i].gaps;
		CHECK(t.known && t.days > 1 && t.days < 3650);
	}
	/* Purchase days less first ones; the folder's notes say 6,696. */
	CHECK_INT(gaps, 6696 - 2357);
	CHECK_INT(pool.gaps, gaps);
	CHECK_INT(by.days, plain_quantile(0.9));
	CHECK(rhythm_window(&c).days == by.days);
}

int main(void)
{
	test_nobody();
	test_by_hand();
	test_identical();
	test_single_gaps();
	test_one_in_ten();
	test_return_by();
	if (oracle_present())
		compare();
	return check_done();
}
