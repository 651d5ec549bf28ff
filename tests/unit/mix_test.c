/* mix_test.c - groups with their kinds of leads evened out: by hand, and
 * against what R says about the managers of a real pipeline. */
#include "../../cgi/lib/mix.h"

#include <math.h>

#include "oracle.h"

static struct arena *arena;

/* Both win 60 % of recommendations and 20 % of calls; one has more of the
 * first. */
static void test_only_mix(void)
{
	const struct tally cell[] = {
		{ 54, 90 }, { 2, 10 }, { 6, 10 }, { 18, 90 }
	};
	struct mix m[2];

	mix_compare(arena, cell, 2, 2, m);
	CHECK_INT(m[0].counts.won, 56);
	CHECK_INT(m[1].counts.leads, 100);
	CHECK_NEAR(m[0].expected, 56, 1e-12);
	CHECK_NEAR(m[0].rate, 0.4, 1e-12);
	CHECK_NEAR(m[1].rate, 0.4, 1e-12);
	CHECK_NEAR(m[0].against.from_rest.by, 0, 1e-12);
	CHECK_NEAR(m[0].against.p, 1, 1e-12);
	CHECK_NEAR(m[0].against.better, 0.5, 1e-12);
	CHECK_INT(m[0].against.verdict, VERDICT_NO_DIFFERENCE);
}

/* The worse one looks equal, for its leads are the better ones. */
static void test_hidden(void)
{
	const struct tally cell[] = {
		{ 200, 400 }, { 10, 100 }, { 70, 100 }, { 120, 400 }
	};
	struct mix m[2];

	mix_compare(arena, cell, 2, 2, m);
	CHECK(m[0].counts.won > m[1].counts.won);
	CHECK(m[0].against.from_rest.high < 0);
	CHECK_INT(m[0].against.verdict, VERDICT_WORSE);
	CHECK_INT(m[1].against.verdict, VERDICT_BETTER);
	CHECK_NEAR(m[0].against.from_rest.by, -m[1].against.from_rest.by,
		   1e-12);
	CHECK_NEAR(m[0].against.from_rest.low, -m[1].against.from_rest.high,
		   1e-12);
}

/* With one kind nothing is evened out: Sato's variance is the usual one. */
static void test_one_kind(void)
{
	const struct tally cell[] = { { 30, 75 }, { 30, 100 } };
	double sd = sqrt(0.4 * 0.6 / 75 + 0.3 * 0.7 / 100);
	struct mix m[2];

	mix_compare(arena, cell, 2, 1, m);
	CHECK_NEAR(m[0].against.from_rest.by, 0.1, 1e-12);
	CHECK_NEAR(m[0].against.from_rest.low, 0.1 - RATE_Z95 * sd, 1e-12);
	CHECK_NEAR(m[0].rate, 0.4, 1e-12);
	CHECK_NEAR(m[0].weight, 75, 1e-9);
	CHECK_INT(m[0].against.verdict, VERDICT_PERHAPS_BETTER);
}

/* A group whose kinds nobody else has cannot be compared. */
static void test_alone(void)
{
	const struct tally cell[] = { { 30, 75 }, { 0, 0 }, { 0, 0 },
				      { 9, 30 },  { 0, 0 }, { 0, 0 } };
	struct mix m[3];

	mix_compare(arena, cell, 3, 2, m);
	CHECK(!m[0].against.from_rest.known);
	CHECK_INT(m[0].against.verdict, VERDICT_NO_DATA);
	CHECK_NEAR(m[0].expected, 30, 1e-12);
	CHECK(!m[2].rate_known);
	CHECK_INT(m[2].against.verdict, VERDICT_NO_DATA);
}

/* Nobody won, everybody won, no leads, no groups: numbers all the same. */
static void test_degenerate(void)
{
	const struct tally none[] = { { 0, 20 }, { 0, 30 } };
	const struct tally each[] = { { 20, 20 }, { 30, 30 } };
	const struct tally empty[] = { { 0, 0 }, { 0, 0 } };
	const struct tally rare[] = {
		{ 20, 20 }, { 0, 5 }, { 1, 100 }, { 0, 20 }
	};
	struct mix m[2];

	mix_compare(arena, none, 2, 1, m);
	CHECK(!m[0].rate_known);
	CHECK_NEAR(m[0].against.p, 1, 0);
	mix_compare(arena, each, 2, 1, m);
	CHECK_NEAR(m[0].rate, 1, 1e-12);
	CHECK_NEAR(m[0].weight, 0, 0);
	CHECK_NEAR(m[0].against.better, 0.5, 0);
	mix_compare(arena, empty, 2, 1, m);
	CHECK(!m[0].against.from_rest.known);
	mix_compare(arena, rare, 2, 2, m);
	CHECK(m[0].rate > 0 && m[0].rate <= 1);
	CHECK(m[0].against.from_rest.high <= 1);
	mix_compare(arena, empty, 0, 1, m);
}

static void test_limits(void)
{
	struct mix_limits near = mix_limits(0.3, 100, MIX_NEAR);
	struct mix_limits far = mix_limits(0.02, 10, MIX_FAR);

	CHECK_NEAR(near.high - 0.3, MIX_NEAR * sqrt(0.3 * 0.7 / 100), 1e-12);
	CHECK_NEAR(0.3 - near.low, near.high - 0.3, 1e-12);
	CHECK_NEAR(far.low, 0, 0);
}

/* ---- the managers of a real pipeline --------------------------------------
 */

enum { MANAGERS = 6, PRODUCTS = 7 };

static struct {
	char agent[64], manager[64];
} team[64];
static char manager[MANAGERS][64], product[PRODUCTS][64];
static struct tally deals[MANAGERS * PRODUCTS];

/* The place of a name in a list, where it is put if it is new. */
static size_t place(char list[][64], size_t most, const char *name)
{
	size_t i = 0;

	while (i < most && *list[i] && strcmp(list[i], name) != 0)
		i++;
	if (!CHECK(i < most))
		return 0;
	snprintf(list[i], sizeof(list[i]), "%s", name);
	return i;
}

static const char *manager_of(const char *agent)
{
	for (size_t i = 0; i < COUNT(team); i++)
		if (strcmp(team[i].agent, agent) == 0)
			return team[i].manager;
	CHECK(!"an agent has a manager");
	return "";
}

static void load(void)
{
	struct oracle o;

	oracle_open(&o, "maven-crm/sales_teams.csv");
	for (size_t n = 0; oracle_next(&o); n++) {
		snprintf(team[n].agent, 64, "%s",
			 oracle_text(&o, "sales_agent"));
		snprintf(team[n].manager, 64, "%s", oracle_text(&o, "manager"));
	}
	oracle_open(&o, "maven-crm/sales_pipeline.csv");
	while (oracle_next(&o)) {
		bool won = oracle_is(&o, "deal_stage", "Won");
		struct tally *t;

		if (!won && !oracle_is(&o, "deal_stage", "Lost"))
			continue;
		t = &deals[place(manager, MANAGERS,
				 manager_of(oracle_text(&o, "sales_agent"))) *
				   PRODUCTS +
			   place(product, PRODUCTS,
				 oracle_text(&o, "product"))];
		t->won += won;
		t->leads++;
	}
}

/* R: mantelhaen.test of each manager against the rest, within product. */
static void test_managers(void)
{
	struct mix m[MANAGERS];
	struct oracle o;

	load();
	mix_compare(arena, deals, MANAGERS, PRODUCTS, m);
	oracle_open(&o, "maven-crm/expected/mix_adjusted_managers.csv");
	while (oracle_next(&o)) {
		const struct many_row *row =
			&m[place(manager, MANAGERS, oracle_text(&o, "manager"))]
				 .against;

		oracle_near(row->from_rest.by, true, &o, "mh_diff", 1e-9);
		oracle_near(row->p, true, &o, "cmh_p", 1e-9);
	}
	CHECK_INT(o.row, MANAGERS);
}

int main(void)
{
	arena = arena_new();
	test_only_mix();
	test_hidden();
	test_one_kind();
	test_alone();
	test_degenerate();
	test_limits();
	if (oracle_present())
		test_managers();
	arena_free(arena);
	return check_done();
}
