/* groups_test.c - the numbers of several groups, their order, their price. */
#include "../check.h"
#include "groups.h"

enum { H = 90 };

static struct groups *two(struct arena *a)
{
	static const int64_t id[] = { 1, 2 };
	static const char *const name[] = { "A", "B" };

	return groups_new(a, id, name, 2, "Nobody");
}

static void the_owners_example(struct arena *a)
{
	const struct groups_row row[] = {
		{ 1, 10, true, 30, 0, 0, 0, 0, 1500, 0 },
		{ 1, 120, true, 0, 0, 45, 0, 0, 0, 0 },
		{ 2, 10, true, 30, 0, 0, 0, 0, 1500, 0 },
		{ 2, 40, true, 0, 70, 0, 0, 0, 0, 0 },
	};
	const struct groups_spend spend[] = { { 1, 75000, 75000 },
					      { 2, 100000, 100000 } };
	struct groups *g = two(a);

	groups_count(a, g,
		     &(struct groups_input){ row, COUNT(row), spend,
					     COUNT(spend), H });
	CHECK_INT(g->group[0].won, 30);
	CHECK_INT(g->group[0].matured, 75);
	CHECK_NEAR(g->group[0].conversion.low, 0.29663, 1e-5);
	CHECK_NEAR(g->group[0].conversion.high, 0.51312, 1e-5);
	CHECK_INT(g->group[0].cost_per_win.each, 2500);
	CHECK_INT(g->group[0].cost_per_win.low, 1949);
	CHECK_INT(g->group[0].cost_per_win.high, 3371);
	CHECK_INT(g->group[1].cost_per_win.each, 3333);
	CHECK_INT(g->group[1].cost_per_win.low, 2526);
	CHECK_INT(g->group[1].cost_per_win.high, 4567);
	CHECK_INT(g->group[0].against.verdict, VERDICT_PERHAPS_BETTER);
	CHECK_INT(g->group[1].against.verdict, VERDICT_PERHAPS_WORSE);
	CHECK_INT(g->group[0].against.needed, 356);
	CHECK_INT(g->all.matured, 175);
	CHECK_INT(g->all.revenue, 3000);
	/* all matured: the estimate is the rate */
	CHECK(!g->group[0].young);
	CHECK_NEAR(g->group[0].estimate.rate, 0.4, 1e-12);
	CHECK_NEAR(g->group[1].estimate.rate, 0.3, 1e-12);
	CHECK_INT(g->group[0].time_to_win.days, 10);
}

static void late_wins_young_leads_and_invalid_ones(struct arena *a)
{
	const struct groups_row row[] = {
		{ 1, 91, true, 5, 0, 0, 0, 0, 500, 0 },  /* too late for C1 */
		{ 1, 90, true, 7, 0, 0, 0, 0, 700, 0 },  /* just in time */
		{ 1, 3, false, 11, 0, 0, 0, 0, 900, 0 }, /* too young to count
							  */
		{ 1, 30, false, 0, 0, 13, 0, 0, 0, 0 },
		{ 1, 0, true, 0, 0, 0, 17, 0, 0, 0 },
		{ 0, 100, true, 0, 0, 19, 0, 0, 0, 0 }, /* nobody's */
	};
	struct groups *g = two(a);
	const struct group *t;

	groups_count(a, g,
		     &(struct groups_input){ row, COUNT(row), NULL, 0, H });
	t = groups_find(g, 1);
	CHECK_INT(t->prospects, 36);
	CHECK_INT(t->matured, 12);
	CHECK_INT(t->won, 7);
	CHECK_INT(t->won_any, 23);
	CHECK_INT(t->excluded, 17);
	CHECK_INT(t->revenue, 700);
	CHECK(t->young);
	CHECK_INT(g->n, 3);
	CHECK_TEXT(groups_find(g, 0)->name, "Nobody");
	/* rows add up to the total */
	CHECK_INT(g->all.prospects, 55);
	CHECK_INT(groups_find(g, 2)->prospects, 0);
	CHECK(!groups_find(g, 2)->conversion.known);
}

/* With no spread beyond chance nobody is first by luck with few leads. */
static void small_groups_do_not_lead(struct arena *a)
{
	int64_t id[8];
	const char *name[8];
	struct groups_row row[16];
	struct groups *g;

	for (int64_t i = 0; i < 8; i++) {
		bool small = i == 7;

		id[i] = i + 1;
		name[i] = arena_printf(a, "T%lld", (long long)i);
		row[2 * i] = (struct groups_row){
			.group = i + 1,
			.days = 5,
			.matured = true,
			.won = small ? 8 : 60 + 5 * i,
		};
		row[2 * i + 1] = (struct groups_row){
			.group = i + 1,
			.days = 5,
			.matured = true,
			.lost = small ? 2 : 140,
		};
	}
	g = groups_new(a, id, name, 8, "Nobody");
	groups_count(a, g, &(struct groups_input){ row, 16, NULL, 0, H });
	groups_order(g);
	CHECK(g->prior.known);
	for (size_t i = 1; i < g->n; i++)
		CHECK(g->group[i - 1].shrunk.rate >=
		      g->group[i].shrunk.rate - 1e-12);
	CHECK_NEAR(groups_find(g, 8)->conversion.rate, 0.8, 1e-12);
	CHECK(groups_find(g, 8)->shrunk.rate < 0.6);
}

static void groups_without_leads_come_last(struct arena *a)
{
	const struct groups_row row[] = {
		{ 2, 5, true, 20, 0, 0, 0, 0, 0, 0 },
		{ 2, 5, true, 0, 20, 0, 0, 0, 0, 0 },
	};
	struct groups *g = two(a);

	groups_count(a, g,
		     &(struct groups_input){ row, COUNT(row), NULL, 0, H });
	groups_order(g);
	CHECK_TEXT(g->group[0].name, "B");
	CHECK_INT(g->group[1].against.verdict, VERDICT_NO_DATA);
}

static void nothing_at_all(struct arena *a)
{
	struct groups *g = groups_new(a, NULL, NULL, 0, "Nobody");

	groups_count(a, g, &(struct groups_input){ NULL, 0, NULL, 0, H });
	groups_order(g);
	CHECK_INT(g->n, 0);
	CHECK(!g->all.conversion.known);
}

static void prospects_share_their_sources_spend(struct arena *a)
{
	const struct spend_item item[] = {
		{ 100, 1, 0, 9000, 30 }, /* the source: 300 each */
		{ 100, 1, 7, 1000, 10 }, /* its campaign: 100 more each */
		{ 101, 1, 0, 5000, 0 },  /* nobody came: nobody bears it */
		{ 100, 2, 0, 8000, 8 },  /* another source */
	};
	const struct spend_count count[] = {
		{ 1, 100, 1, 7, 4, 5 },
		{ 1, 100, 1, 0, 10, 15 },
		{ 2, 100, 2, 0, 8, 8 },
		{ 2, 101, 1, 0, 1, 1 },
	};
	struct groups_spend *s =
		groups_share_spend(a, item, COUNT(item), count, COUNT(count));

	CHECK_NEAR(s[0].matured, 1600, 1e-9);
	CHECK_NEAR(s[0].all, 2000, 1e-9);
	CHECK_NEAR(s[1].matured, 3000, 1e-9);
	CHECK_NEAR(s[2].matured, 8000, 1e-9);
	CHECK_NEAR(s[3].matured, 0, 1e-9);
}

int main(void)
{
	struct arena *a = arena_new();

	the_owners_example(a);
	late_wins_young_leads_and_invalid_ones(a);
	small_groups_do_not_lead(a);
	groups_without_leads_come_last(a);
	nothing_at_all(a);
	prospects_share_their_sources_spend(a);
	arena_free(a);
	return check_done();
}
