/* rate_test.c - shares, their limits and the comparison of two of them. */
#include "../../cgi/lib/rate.h"

#include "oracle.h"

static const struct tally A = { 30, 75 }, B = { 30, 100 };

static void test_share(void)
{
	struct share a = rate_share(30, 75), b = rate_share(30, 100);
	struct share none = rate_share(0, 0);
	struct share nobody = rate_share(0, 5), all = rate_share(5, 5);

	CHECK(a.known && b.known);
	CHECK_NEAR(a.rate, 0.4, 1e-15);
	CHECK_NEAR(a.low, 0.29663, 5e-6);
	CHECK_NEAR(a.high, 0.51312, 5e-6);
	CHECK_NEAR(b.low, 0.21895, 5e-6);
	CHECK_NEAR(b.high, 0.39585, 5e-6);
	CHECK(!none.known && none.rate == 0 && none.low == 0 && none.high == 1);
	CHECK(nobody.rate == 0 && nobody.low == 0);
	CHECK_NEAR(nobody.high, 0.434, 5e-4);
	CHECK(all.rate == 1 && all.high == 1);
	CHECK_NEAR(all.low, 0.566, 5e-4);
}

static void test_order_of_limits(void)
{
	for (int64_t n = 1; n <= 300; n++)
		for (int64_t k = 0; k <= n; k++) {
			struct share s = rate_share(k, n);

			if (0 <= s.low && s.low <= s.rate && s.rate <= s.high &&
			    s.high <= 1)
				continue;
			CHECK_INT(k, -1);
		}
	CHECK(rate_share(1, (int64_t)1e12).low > 0);
	CHECK(rate_share((int64_t)1e12 - 1, (int64_t)1e12).high <= 1);
}

static void test_per_win(void)
{
	struct rate_per_win a = rate_per_win(30, 75), none = rate_per_win(0, 9);

	CHECK(a.known && !none.known && !rate_per_win(0, 0).known);
	CHECK_NEAR(a.leads, 2.5, 1e-15);
	CHECK_NEAR(a.low, 1.949, 1e-3);
	CHECK_NEAR(a.high, 3.371, 1e-3);
	CHECK_NEAR(none.low, 1 / rate_share(0, 9).high, 1e-15);
	CHECK(rate_per_win(0, 0).low == 1);
	CHECK(rate_per_win(7, 7).low == 1);
}

static void test_cost(void)
{
	struct rate_cost a = rate_cost(75000, 30, 75);
	struct rate_cost b = rate_cost(100000, 30, 100);
	struct rate_cost none = rate_cost(100000, 0, 100);

	CHECK(a.known && b.known && !none.known);
	CHECK_INT(a.each, 2500);
	CHECK_INT(a.low, 1949);
	CHECK_INT(a.high, 3371);
	CHECK_INT(b.each, 3333);
	CHECK_INT(b.low, 2526);
	CHECK_INT(b.high, 4567);
	CHECK_INT(none.low, llround(1000 / rate_share(0, 100).high));
	CHECK(!rate_cost(500, 0, 0).known);
	CHECK_INT(rate_cost(5, 2, 4).each, 3);
	CHECK_INT(rate_cost(0, 2, 4).high, 0);
	CHECK_INT(rate_cost(INT64_MAX, 1, 1).each, INT64_MAX);
	CHECK_INT(rate_cost(INT64_MAX, 1, 9).high, INT64_MAX);
}

static void test_difference(void)
{
	struct difference d = rate_difference(A, B);
	struct difference none = rate_difference(A, (struct tally){ 0, 0 });

	CHECK(d.known && !none.known);
	CHECK_NEAR(d.by, 0.1, 1e-15);
	CHECK_NEAR(d.low, -0.04097, 5e-6);
	CHECK_NEAR(d.high, 0.23916, 5e-6);
	CHECK(none.by == 0 && none.low == -1 && none.high == 1);
}

static void test_p(void)
{
	const struct tally none = { 0, 0 }, nobody = { 0, 9 }, all = { 9, 9 };
	const struct tally big = { 40000, 60000 };

	CHECK_NEAR(rate_p_pooled(A, B), 0.16784, 5e-6);
	CHECK_NEAR(rate_p_midp(A, B), 0.17369, 5e-6);
	CHECK(rate_p(A, B) == rate_p_midp(A, B));
	CHECK(rate_p(big, big) == rate_p_pooled(big, big));
	CHECK(rate_p_midp(none, none) == 1);
	CHECK(rate_p_midp(A, none) == 1);
	CHECK(rate_p_pooled(A, none) == 1);
	CHECK(rate_p_midp(nobody, nobody) == 1);
	CHECK(rate_p_pooled(nobody, nobody) == 1);
	CHECK(rate_p_pooled(all, all) == 1);
	CHECK_NEAR(rate_p_midp(nobody, all), 1.0 / 48620, 1e-12);
	CHECK_NEAR(rate_p_midp(A, B), rate_p_midp(B, A), 1e-14);
	/* So far apart that no double holds it: small, but still a number. */
	CHECK(rate_p_midp((struct tally){ 0, 50000 },
			  (struct tally){ 40000, 40000 }) < 1e-290);
}

static double log_beta_density(double x, struct tally t)
{
	const double a = (double)t.won + 1;
	const double b = (double)(t.leads - t.won) + 1;

	return (a - 1) * log(x) + (b - 1) * log1p(-x) + lgamma(a + b) -
	       lgamma(a) - lgamma(b);
}

/* The same chance by plain integration of both densities. */
static double chance_by_sum(struct tally a, struct tally b)
{
	enum { STEPS = 20000 };
	double below = 0, better = 0;

	for (int i = 0; i < STEPS; i++) {
		const double x = (i + 0.5) / STEPS;
		const double mass = exp(log_beta_density(x, b)) / STEPS;

		better += exp(log_beta_density(x, a)) / STEPS *
			  (below + mass / 2);
		below += mass;
	}
	return better;
}

static void test_chance_better(void)
{
	static const struct tally pairs[][2] = {
		{ { 30, 75 }, { 30, 100 } }, { { 0, 5 }, { 5, 5 } },
		{ { 1, 3 }, { 200, 700 } },  { { 0, 0 }, { 3, 4 } },
		{ { 500, 900 }, { 8, 20 } },
	};
	const struct tally none = { 0, 0 }, huge = { 3000000, 10000000 };

	CHECK_NEAR(rate_chance_better(A, B), 0.915469545726118, 1e-12);
	CHECK_NEAR(rate_chance_better(none, none), 0.5, 1e-15);
	CHECK_NEAR(rate_chance_better(huge, huge), 0.5, 1e-9);
	CHECK_NEAR(rate_chance_better((struct tally){ 1, 1 }, none), 2.0 / 3,
		   1e-12);
	for (size_t i = 0; i < COUNT(pairs); i++) {
		const struct tally a = pairs[i][0], b = pairs[i][1];

		CHECK_NEAR(rate_chance_better(a, b), chance_by_sum(a, b), 1e-6);
		CHECK_NEAR(rate_chance_better(a, b) + rate_chance_better(b, a),
			   1, 1e-12);
	}
}

/* Certain is 1, and not a rounding more. */
static void test_chance_is_one(void)
{
	double most = 0;

	for (int64_t n = 1; n <= 60; n++)
		for (int64_t m = 1; m <= 60; m++)
			most = fmax(most,
				    rate_chance_better((struct tally){ n, n },
						       (struct tally){ 0, m }));
	CHECK(most <= 1 && most > 1 - 1e-12);
}

static void test_needed(void)
{
	CHECK_INT(rate_needed(0.40, 0.30), 356);
	CHECK_INT(rate_needed(0.30, 0.40), 356);
	CHECK_INT(rate_needed(0.05, 0.10), 435);
	CHECK_INT(rate_needed(0.10, 0.15), 686);
	CHECK_INT(rate_needed(0.20, 0.25), 1094);
	CHECK_INT(rate_needed(0.20, 0.30), 294);
	CHECK_INT(rate_needed(0.40, 0.45), 1534);
	CHECK(rate_needed(0.3, 0.3) == NONE);
	CHECK(rate_needed(0, 0) == NONE);
	CHECK(rate_needed(0.3, 0.30000001) == NONE);
	CHECK(rate_needed(0, 1) > 0);
}

/* Every column that file has on one share, its names beginning alike. */
static void check_share(const struct oracle *o, int64_t k, int64_t n,
			const char *prefix, const char *rate)
{
	char low[64], high[64], per[64], per_low[64], per_high[64];
	struct share s = rate_share(k, n);
	struct rate_per_win w = rate_per_win(k, n);

	snprintf(low, sizeof(low), "%swilson_lo", prefix);
	snprintf(high, sizeof(high), "%swilson_hi", prefix);
	snprintf(per, sizeof(per), "%sper_sale", prefix);
	snprintf(per_low, sizeof(per_low), "%sper_sale_lo", prefix);
	snprintf(per_high, sizeof(per_high), "%sper_sale_hi", prefix);
	oracle_near(s.rate, s.known, o, rate, 1e-9);
	oracle_near(s.low, s.known, o, low, 1e-9);
	oracle_near(s.high, s.known, o, high, 1e-9);
	oracle_near(w.leads, w.known, o, per, 1e-9);
	oracle_near(w.low, s.known, o, per_low, 1e-9);
	oracle_near(w.high, w.known, o, per_high, 1e-9);
}

static void compare_intervals(void)
{
	struct oracle o;

	oracle_open(&o, "worked-examples/expected/intervals_grid.csv");
	while (oracle_next(&o))
		check_share(&o, oracle_int(&o, "x"), oracle_int(&o, "n"), "",
			    "rate");
}

static double tolerance_of_p(double p)
{
	return p < 1e-12 ? 1e-6 : 1e-9;
}

static void compare_pairs(const char *file)
{
	struct oracle o;

	oracle_open(&o, file);
	while (oracle_next(&o)) {
		const struct tally a = { oracle_int(&o, "x1"),
					 oracle_int(&o, "n1") };
		const struct tally b = { oracle_int(&o, "x2"),
					 oracle_int(&o, "n2") };
		const struct difference d = rate_difference(a, b);
		const double z = rate_p_pooled(a, b), m = rate_p_midp(a, b);

		oracle_near(d.by, d.known, &o, "diff", 1e-9);
		oracle_near(d.low, d.known, &o, "newcombe_lo", 1e-9);
		oracle_near(d.high, d.known, &o, "newcombe_hi", 1e-9);
		oracle_near(m, true, &o, "p_midp", tolerance_of_p(m));
		if (oracle_has(&o, "p_z"))
			oracle_near(z, true, &o, "p_z", tolerance_of_p(z));
		else
			CHECK(z == 1);
	}
}

/* One opportunity of the CRM, and the groups it belongs to. */
struct deal {
	char group[5][48]; /* region, manager, agent, product, sector */
	char stage[16];
};

static struct deal deals[9000];
static size_t n_deals;

/* Copies what `file` says in `column` for the row whose `key` is `value`. */
static void look_up(char *to, size_t size, const char *file, const char *key,
		    const char *value, const char *column)
{
	static struct oracle o;

	oracle_open(&o, file);
	while (oracle_next(&o))
		if (oracle_is(&o, key, value))
			snprintf(to, size, "%s", oracle_text(&o, column));
}

static void load_deal(const struct oracle *o, struct deal *d)
{
	const char *teams = "maven-crm/sales_teams.csv";
	const char *agent = oracle_text(o, "sales_agent");
	const size_t size = sizeof(d->group[0]);

	snprintf(d->group[2], size, "%s", agent);
	snprintf(d->group[3], size, "%s", oracle_text(o, "product"));
	snprintf(d->stage, sizeof(d->stage), "%s",
		 oracle_text(o, "deal_stage"));
	/* Reading a file for each of many deals is slow: ask a neighbour. */
	for (size_t i = 0; i < n_deals && !*d->group[0]; i++)
		if (strcmp(deals[i].group[2], agent) == 0)
			memcpy(d->group, deals[i].group, 2 * size);
	if (*d->group[0])
		return;
	look_up(d->group[0], size, teams, "sales_agent", agent,
		"regional_office");
	look_up(d->group[1], size, teams, "sales_agent", agent, "manager");
}

static void load_sectors(char name[][2][48], size_t *n)
{
	struct oracle o;

	oracle_open(&o, "maven-crm/accounts.csv");
	for (*n = 0; oracle_next(&o); ++*n) {
		snprintf(name[*n][0], 48, "%s", oracle_text(&o, "account"));
		snprintf(name[*n][1], 48, "%s", oracle_text(&o, "sector"));
	}
}

static void load_deals(void)
{
	static char sector[100][2][48];
	struct oracle o;
	size_t n;

	load_sectors(sector, &n);
	oracle_open(&o, "maven-crm/sales_pipeline.csv");
	while (oracle_next(&o) && n_deals < COUNT(deals)) {
		struct deal *d = &deals[n_deals];

		load_deal(&o, d);
		snprintf(d->group[4], 48, "(no account)");
		for (size_t i = 0; i < n; i++)
			if (oracle_is(&o, "account", sector[i][0]))
				memcpy(d->group[4], sector[i][1], 48);
		n_deals++;
	}
}

static bool belongs(const struct deal *d, const struct oracle *o)
{
	static const char *const types[] = { "region", "manager", "agent",
					     "product", "sector" };

	for (size_t i = 0; i < COUNT(types); i++)
		if (oracle_is(o, "type", types[i]))
			return oracle_is(o, "group", d->group[i]);
	return oracle_is(o, "type", "all");
}

/* From the rows of the CRM to the page: every group, also the empty ones. */
static void compare_conversion_by_group(void)
{
	struct oracle o;

	load_deals();
	CHECK_INT(n_deals, 8800);
	oracle_open(&o, "maven-crm/expected/conversion_by_group.csv");
	while (oracle_next(&o)) {
		int64_t leads = 0, won = 0, lost = 0;

		for (size_t i = 0; i < n_deals; i++) {
			if (!belongs(&deals[i], &o))
				continue;
			leads++;
			won += strcmp(deals[i].stage, "Won") == 0;
			lost += strcmp(deals[i].stage, "Lost") == 0;
		}
		CHECK_INT(leads, oracle_int(&o, "leads"));
		CHECK_INT(won, oracle_int(&o, "won"));
		CHECK_INT(lost, oracle_int(&o, "lost"));
		check_share(&o, won, leads, "booked_", "booked_rate");
		check_share(&o, won, won + lost, "winrate_", "winrate_rate");
	}
}

static void compare(void)
{
	compare_intervals();
	compare_pairs("worked-examples/expected/seed_scaled.csv");
	compare_pairs("worked-examples/expected/two_proportions_grid.csv");
	compare_pairs("worked-examples/expected/two_proportions_large.csv");
	compare_pairs("maven-crm/expected/pairwise_managers_booked.csv");
	compare_pairs("maven-crm/expected/pairwise_managers_winrate.csv");
	compare_pairs("maven-crm/expected/pairwise_regions_winrate.csv");
	compare_pairs("maven-crm/expected/agents_vs_rest_winrate.csv");
	compare_pairs("maven-crm/expected/products_vs_rest_winrate.csv");
	compare_conversion_by_group();
}

int main(void)
{
	test_share();
	test_order_of_limits();
	test_per_win();
	test_cost();
	test_difference();
	test_p();
	test_chance_better();
	test_chance_is_one();
	test_needed();
	if (oracle_present())
		compare();
	return check_done();
}
