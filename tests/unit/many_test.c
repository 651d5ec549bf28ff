/* many_test.c - many groups: adjustment, verdicts, spread, shrinkage; and the
 * special functions below them. */
#include "../../cgi/lib/many.h"

#include "../../cgi/lib/special.h"
#include "oracle.h"

static struct arena *arena;

static void test_adjust(void)
{
	const double p[] = { 0.04, 0.01, 0.03, 0.9 };
	double q[COUNT(p)];

	many_adjust(arena, p, q, COUNT(p));
	CHECK_NEAR(q[0], 0.16 / 3, 1e-15);
	CHECK_NEAR(q[1], 0.04, 1e-15);
	CHECK_NEAR(q[2], 0.16 / 3, 1e-15);
	CHECK_NEAR(q[3], 0.9, 1e-15);
	many_adjust(arena, p, q, 1);
	CHECK(q[0] == p[0]);
	many_adjust(arena, p, q, 0);
}

/* The owner's example: ahead, but it may be chance. */
static void test_two_teams(void)
{
	const struct tally team[] = { { 30, 75 }, { 30, 100 } };
	struct many_row row[2];

	many_against_rest(arena, team, row, 2);
	CHECK(row[0].verdict == VERDICT_PERHAPS_BETTER);
	CHECK(row[1].verdict == VERDICT_PERHAPS_WORSE);
	CHECK_NEAR(row[0].better, 0.9155, 5e-5);
	CHECK_NEAR(row[0].q, row[0].p, 1e-15);
	CHECK_INT(row[0].needed, 356);
}

static void test_verdicts(void)
{
	const struct tally group[] = {
		{ 90, 100 }, { 10, 100 }, { 50, 100 }, { 0, 0 },
		{ 5, 9 },    { 58, 100 }, { 42, 100 },
	};
	const enum verdict want[] = {
		VERDICT_BETTER,        VERDICT_WORSE, VERDICT_NO_DIFFERENCE,
		VERDICT_NO_DATA,       VERDICT_FEW,   VERDICT_PERHAPS_BETTER,
		VERDICT_PERHAPS_WORSE,
	};
	struct many_row row[COUNT(group)];

	many_against_rest(arena, group, row, COUNT(group));
	for (size_t i = 0; i < COUNT(group); i++)
		CHECK_INT(row[i].verdict, want[i]);
	CHECK(!row[3].from_rest.known && row[3].q == 1 && row[3].better == 0.5);
	CHECK(row[3].needed == NONE);
	many_against_rest(arena, group, row, 1);
	CHECK(row[0].verdict == VERDICT_NO_DATA);
	many_against_rest(arena, group, row, 0);
}

/* One test alone would flag it; among twenty groups it must not be. */
static void test_adjusted_verdict(void)
{
	struct tally group[20];
	struct many_row row[20];

	for (size_t i = 0; i < 20; i++)
		group[i] = (struct tally){ i == 0 ? 43 : 30, 100 };
	many_against_rest(arena, group, row, 20);
	CHECK(row[0].p < 0.05 && row[0].from_rest.low > 0);
	CHECK(row[0].q > 0.05);
	CHECK(row[0].verdict == VERDICT_PERHAPS_BETTER);
}

static void test_spread(void)
{
	const struct tally same[] = { { 3, 10 }, { 0, 0 }, { 6, 20 } };
	const struct tally none[] = { { 0, 10 }, { 0, 20 } };
	const struct tally two[] = { { 30, 75 }, { 30, 100 } };
	struct many_spread s = many_spread(same, 3);

	CHECK(s.known && s.df == 1);
	CHECK_NEAR(s.chi2, 0, 1e-15);
	CHECK_NEAR(s.p, 1, 1e-7);
	CHECK(many_spread(none, 2).known && many_spread(none, 2).p == 1);
	CHECK(!many_spread(same, 2).known && many_spread(same, 2).p == 1);
	CHECK(!many_spread(same, 0).known);
	/* With two groups it is the square of the pooled test. */
	CHECK_NEAR(many_spread(two, 2).p, rate_p_pooled(two[0], two[1]), 1e-12);
}

static void check_one_rate(const struct tally *group, size_t n, double rate)
{
	struct many_prior prior = many_prior(group, n);

	CHECK(prior.known && prior.boundary && prior.sd == 0);
	CHECK_NEAR(prior.mean, rate, 1e-15);
	for (size_t i = 0; i < n; i++) {
		struct share s = many_shrunk(&prior, group[i]);

		CHECK(s.known && s.rate == prior.mean);
		CHECK(0 <= s.low && s.low <= s.rate);
		CHECK(s.rate <= s.high && s.high <= 1);
		CHECK(many_chance_above(&prior, group[i]) == 0.5);
	}
}

static void test_boundary(void)
{
	const struct tally same[] = { { 3, 10 }, { 30, 100 }, { 6, 20 },
				      { 0, 0 },  { 9, 30 },   { 3, 10 } };
	const struct tally nobody[] = {
		{ 0, 1 }, { 0, 5 }, { 0, 9 }, { 0, 2 }, { 0, 4 }
	};
	const struct tally all[] = {
		{ 1, 1 }, { 5, 5 }, { 9, 9 }, { 2, 2 }, { 4, 4 }
	};
	const struct tally single[] = {
		{ 1, 1 }, { 0, 1 }, { 1, 1 }, { 0, 1 }, { 0, 1 }
	};
	const struct tally huge[] = {
		{ 3000000, 10000000 }, { 3000000, 10000000 },
		{ 3000000, 10000000 }, { 3000000, 10000000 },
		{ 3000000, 10000000 },
	};

	/* A spread of a hundredth of a point is real, but not worth ranking. */
	const struct tally hair[] = {
		{ 299900000, 1000000000 }, { 299950000, 1000000000 },
		{ 300000000, 1000000000 }, { 300050000, 1000000000 },
		{ 300100000, 1000000000 },
	};

	check_one_rate(hair, COUNT(hair), 0.3);
	check_one_rate(same, COUNT(same), 0.3);
	check_one_rate(nobody, COUNT(nobody), 0);
	check_one_rate(all, COUNT(all), 1);
	check_one_rate(single, COUNT(single), 0.4);
	check_one_rate(huge, COUNT(huge), 0.3);
}

static void test_no_prior(void)
{
	const struct tally four[] = {
		{ 1, 10 }, { 9, 10 }, { 0, 0 }, { 5, 10 }, { 2, 10 }
	};
	struct many_prior prior = many_prior(four, COUNT(four));
	struct share s = many_shrunk(&prior, four[0]);

	CHECK(!prior.known);
	CHECK(!s.known && s.low == 0 && s.high == 1);
	CHECK(many_chance_above(&prior, four[0]) == 0.5);
	CHECK(!many_prior(four, 0).known);
}

/* All or nothing: hardly any shrinkage, and no figure out of range. */
static void test_extreme_spread(void)
{
	const struct tally group[] = { { 0, 1000 },    { 1000, 1000 },
				       { 0, 50 },      { 50, 50 },
				       { 0, 0 },       { 1, 1 },
				       { 9999, 10000 } };
	struct many_prior prior = many_prior(group, COUNT(group));

	CHECK(prior.known && !prior.boundary);
	CHECK(prior.strength > 0 && prior.strength < 1);
	for (size_t i = 0; i < COUNT(group); i++) {
		struct share s = many_shrunk(&prior, group[i]);

		CHECK(0 <= s.low && s.low <= s.high && s.high <= 1);
		CHECK(0 <= s.rate && s.rate <= 1);
	}
	CHECK(many_shrunk(&prior, group[0]).rate < 0.001);
	CHECK_NEAR(many_shrunk(&prior, group[4]).rate, prior.mean, 1e-12);
}

/* Hits of 45 at-bats of 18 players; B. Efron, C. Morris, JASA 70 (1975). */
static void test_baseball(void)
{
	static const int64_t hits[] = { 18, 17, 16, 15, 14, 14, 13, 12, 11,
					11, 10, 10, 10, 10, 10, 9,  8,  7 };
	struct tally player[COUNT(hits)];

	for (size_t i = 0; i < COUNT(hits); i++)
		player[i] = (struct tally){ hits[i], 45 };

	struct many_prior prior = many_prior(player, COUNT(player));

	CHECK(prior.known && !prior.boundary);
	CHECK_NEAR(prior.strength, 793.2371, 1e-5);
	CHECK_NEAR(many_shrunk(&prior, player[0]).rate, 0.27265664, 1e-6);
	CHECK_NEAR(many_chance_above(&prior, player[0]), 0.6773868, 1e-5);
}

static uint32_t random_below(uint32_t *state, uint32_t limit)
{
	*state = *state * 1664525 + 1013904223;
	return (*state >> 8) % limit;
}

static void check_ranges(const struct tally *group, size_t n)
{
	const struct many_prior prior = many_prior(group, n);
	const struct many_spread spread = many_spread(group, n);
	struct many_row row[12];
	bool good = spread.p >= 0 && spread.p <= 1 && isfinite(spread.chi2) &&
		    isfinite(prior.alpha) && isfinite(prior.beta);

	many_against_rest(arena, group, row, n);
	for (size_t i = 0; i < n; i++) {
		const struct share s = many_shrunk(&prior, group[i]);
		const double above = many_chance_above(&prior, group[i]);

		good &= 0 <= s.low && s.low <= s.rate && s.rate <= s.high &&
			s.high <= 1 && above >= 0 && above <= 1;
		good &= row[i].p >= 0 && row[i].q <= 1 &&
			row[i].q >= row[i].p * (1 - 1e-12) &&
			row[i].better >= 0 && row[i].better <= 1;
	}
	CHECK(good);
}

/* Lists of every kind: empty, tiny, huge, all or nothing. */
static void test_ranges(void)
{
	struct tally group[12];
	uint32_t state = 3;

	for (uint32_t i = 0; i < 1500; i++) {
		const size_t n = i % 13;

		for (size_t j = 0; j < n; j++) {
			int64_t leads = random_below(&state, i % 3 ? 30 : 3);
			int64_t won;

			leads *= i % 50 ? 1 : 1000003;
			won = random_below(&state, (uint32_t)leads + 1);
			if (i % 4 == 0)
				won = won % 2 ? leads : 0;
			group[j] = (struct tally){ won, leads };
		}
		check_ranges(group, n);
		arena_reset(arena);
	}
}

static void test_special(void)
{
	CHECK_NEAR(special_beta_cdf(1, 1, 0.3), 0.3, 1e-15);
	CHECK_NEAR(special_beta_cdf(2, 3, 0), 0, 0);
	CHECK_NEAR(special_beta_cdf(2, 3, 1), 1, 0);
	CHECK_NEAR(special_beta_cdf(2, 3, 0.5), 11.0 / 16, 1e-15);
	CHECK_NEAR(special_chi2_upper(0, 3), 1, 0);
	CHECK_NEAR(special_chi2_upper(4, 2), exp(-2), 1e-15);
	CHECK_NEAR(special_chi2_upper(1e5, 1), 0, 1e-300);
	/* Arguments on which another library never returns. */
	CHECK_NEAR(special_beta_quantile(5e6, 5e6, 0.5), 0.5, 1e-12);
	CHECK_NEAR(special_beta_quantile(5000, 5001, 0.025),
		   0.5 - 0.5e-4 - 1.959964 * 0.5 / sqrt(1e4), 1e-5);
}

/* Out and back again, over all sizes that a page can ask for. */
static void test_quantile_inverts(void)
{
	static const double sizes[] = { 0.5, 1, 18.3, 1e3, 1e4, 1e6, 1e7 };
	static const double chances[] = { 1e-6, 0.025, 0.5, 0.975, 1 - 1e-6 };

	for (size_t i = 0; i < COUNT(sizes); i++)
		for (size_t j = 0; j < COUNT(sizes); j++)
			for (size_t k = 0; k < COUNT(chances); k++) {
				const double a = sizes[i], b = sizes[j];
				const double p = chances[k];
				const double x = special_beta_quantile(a, b, p);
				const double q = special_beta_cdf(a, b, x);

				/* x itself cannot be finer near 1. */
				if (x > 0.999)
					continue;
				CHECK(fabs(q - p) <= 1e-7 * fmin(p, 1 - p));
			}
}

static void compare_quantiles(void)
{
	struct oracle o;

	oracle_open(&o, "worked-examples/expected/intervals_grid.csv");
	while (oracle_next(&o)) {
		const double x = oracle_number(&o, "x");
		const double rest = oracle_number(&o, "n") - x;

		if (x > 0) {
			oracle_near(special_beta_quantile(x, rest + 1, .025),
				    true, &o, "cp_lo", 1e-9);
			oracle_near(
				special_beta_quantile(x + .5, rest + .5, .025),
				true, &o, "jeffreys_lo", 1e-9);
		}
		if (rest > 0) {
			oracle_near(special_beta_quantile(x + 1, rest, .975),
				    true, &o, "cp_hi", 1e-9);
			oracle_near(
				special_beta_quantile(x + .5, rest + .5, .975),
				true, &o, "jeffreys_hi", 1e-9);
		}
	}
}

static void compare_adjust(void)
{
	double p[100], want[100], q[100];
	struct oracle o;
	size_t n = 0;

	oracle_open(&o, "worked-examples/expected/multiple_comparisons.csv");
	while (oracle_next(&o) && n < COUNT(p)) {
		p[n] = oracle_number(&o, "p");
		want[n++] = oracle_number(&o, "BH");
	}
	many_adjust(arena, p, q, n);
	for (size_t i = 0; i < n; i++)
		CHECK_NEAR(q[i], want[i], 1e-9);
}

/* Reads won and leads of all rows of one type; "" takes all. */
static size_t load(struct tally *group, const char *file, const char *type,
		   const char *won, const char *leads)
{
	struct oracle o;
	size_t n = 0;

	oracle_open(&o, file);
	while (oracle_next(&o))
		if (!*type || oracle_is(&o, "type", type))
			group[n++] = (struct tally){ oracle_int(&o, won),
						     oracle_int(&o, leads) };
	return n;
}

static void compare_rest(const char *file)
{
	struct tally group[100] = { 0 };
	struct many_row row[100];
	size_t n = load(group, file, "", "x1", "n1"), i = 0;
	struct oracle o;

	many_against_rest(arena, group, row, n);
	oracle_open(&o, file);
	for (; oracle_next(&o); i++) {
		oracle_near(row[i].from_rest.by, true, &o, "diff", 1e-9);
		oracle_near(row[i].from_rest.low, true, &o, "newcombe_lo",
			    1e-9);
		oracle_near(row[i].from_rest.high, true, &o, "newcombe_hi",
			    1e-9);
		oracle_near(row[i].p, true, &o, "p_midp", 1e-9);
		oracle_near(row[i].q, true, &o, "bh_midp", 1e-9);
		/* Nobody differs here, however the raw rates look. */
		CHECK(row[i].verdict != VERDICT_BETTER);
		CHECK(row[i].verdict != VERDICT_WORSE);
	}
}

static void compare_spread(const char *type, const char *section)
{
	const char *want = "maven-crm/expected/heterogeneity.json";
	struct tally group[100] = { 0 };
	size_t n = load(group, "maven-crm/expected/conversion_by_group.csv",
			type, "winrate_x", "winrate_n");
	struct many_spread s = many_spread(group, n);

	CHECK(s.known);
	CHECK_NEAR(s.chi2, oracle_json(want, section, "chi2"), 1e-9);
	CHECK_INT(s.df, oracle_json(want, section, "df"));
	CHECK_NEAR(s.p, oracle_json(want, section, "p"), 1e-9);
}

/* With binomial coefficients, as the reference counts it. */
static double log_likelihood(const struct tally *group, size_t n, double a,
			     double b)
{
	double sum = 0;

	for (size_t i = 0; i < n; i++) {
		const double x = (double)group[i].won;
		const double y = (double)group[i].leads - x;

		sum += lgamma(x + y + 1) - lgamma(x + 1) - lgamma(y + 1);
		sum += lgamma(a + x) + lgamma(b + y) - lgamma(a + b + x + y);
		sum -= lgamma(a) + lgamma(b) - lgamma(a + b);
	}
	return sum;
}

static void compare_prior(const char *file, const char *fit,
			  const char *section)
{
	struct tally group[100] = { 0 };
	size_t n = load(group, file, "", "x", "n");
	struct many_prior prior = many_prior(group, n);
	struct oracle o;

	CHECK(prior.known && !prior.boundary);
	CHECK_NEAR(prior.mean, oracle_json(fit, section, "mean"), 1e-6);
	CHECK_NEAR(prior.alpha, oracle_json(fit, section, "alpha"), 1e-4);
	CHECK_NEAR(prior.beta, oracle_json(fit, section, "beta"), 1e-4);
	CHECK_NEAR(prior.strength, oracle_json(fit, section, "strength"), 1e-4);
	CHECK_NEAR(prior.sd, oracle_json(fit, section, "sd_of_true_rates"),
		   1e-6);
	CHECK(log_likelihood(group, n, prior.alpha, prior.beta) >
	      oracle_json(fit, section, "loglik") - 1e-9);
	oracle_open(&o, file);
	for (size_t i = 0; oracle_next(&o); i++) {
		const struct share s = many_shrunk(&prior, group[i]);

		oracle_near(s.rate, true, &o, "eb_mean", 1e-6);
		oracle_near(s.low, true, &o, "eb_lo", 1e-5);
		oracle_near(s.high, true, &o, "eb_hi", 1e-5);
		oracle_near(many_chance_above(&prior, group[i]), true, &o,
			    "p_above_mean", 1e-5);
	}
}

static void compare(void)
{
	compare_quantiles();
	compare_adjust();
	compare_rest("maven-crm/expected/agents_vs_rest_winrate.csv");
	compare_rest("maven-crm/expected/products_vs_rest_winrate.csv");
	compare_spread("agent", "agents");
	compare_spread("manager", "managers");
	compare_spread("region", "regions");
	compare_spread("product", "products");
	compare_prior("worked-examples/expected/eb_baseball.csv",
		      "worked-examples/expected/eb_baseball_fit.json", "");
	compare_prior("maven-crm/expected/leaderboard_eb_winrate.csv",
		      "maven-crm/expected/heterogeneity.json", "agents");
}

int main(void)
{
	arena = arena_new();
	test_adjust();
	test_two_teams();
	test_verdicts();
	test_adjusted_verdict();
	test_spread();
	test_boundary();
	test_no_prior();
	test_extreme_spread();
	test_baseball();
	test_ranges();
	test_special();
	test_quantile_inverts();
	if (oracle_present())
		compare();
	arena_free(arena);
	return check_done();
}
