/* cohort_test.c - triangles, their unfinished edge and mean row; repeats. */
#include "../../cgi/lib/cohort.h"

#include "oracle.h"

static struct arena *arena;

static void test_months(void)
{
	CHECK_INT(cohort_month(2024, 1) - cohort_month(2023, 12), 1);
	CHECK_INT(cohort_month(2024, 3) - cohort_month(2022, 2), 25);
	CHECK_INT(cohort_as_of(2024, 2, 28).whole, cohort_month(2024, 1));
	CHECK_INT(cohort_as_of(2024, 2, 29).whole, cohort_month(2024, 2));
	CHECK_INT(cohort_as_of(2023, 2, 28).whole, cohort_month(2023, 2));
	CHECK_INT(cohort_as_of(1900, 2, 28).whole, cohort_month(1900, 2));
	CHECK_INT(cohort_as_of(2000, 2, 28).whole, cohort_month(2000, 1));
	CHECK_INT(cohort_as_of(2024, 12, 31).month, cohort_month(2024, 12));
	CHECK_INT(cohort_as_of(2024, 12, 30).whole, cohort_month(2024, 11));
}

/* Three cohorts as seen in the middle of month 102; 101 had no newcomers. */
static struct cohort_triangle small(struct cohort_as_of as_of)
{
	static const struct cohort_size size[] = {
		{ 99, 10 }, { 100, 30 }, { 102, 5 }, { 103, 7 }
	};
	static const struct cohort_count count[] = {
		{ 102, 102, 5 }, { 99, 99, 10 },   { 99, 100, 4 },
		{ 99, 102, 1 },  { 100, 100, 30 }, { 100, 101, 6 },
		{ 100, 102, 3 }, { 103, 103, 7 },  { 100, 103, 9 },
	};

	return cohort_triangle(arena, size, COUNT(size), count, COUNT(count),
			       as_of);
}

static void test_triangle(void)
{
	struct cohort_triangle t = small((struct cohort_as_of){ 102, 101 });

	CHECK_INT(t.rows, 3);
	CHECK_INT(t.months, 4);
	CHECK_INT(t.row[0].first, 99);
	CHECK_INT(t.row[0].size, 10);
	CHECK_NEAR(t.row[0].cell[1].share.rate, 0.4, 1e-15);
	/* Nobody in a month that is over is a true zero. */
	CHECK(t.row[0].cell[2].finished && t.row[0].cell[2].people == 0);
	CHECK(t.row[0].cell[2].share.known && t.row[0].cell[2].share.low == 0);
	CHECK(t.row[0].cell[3].begun && !t.row[0].cell[3].finished);
	CHECK_INT(t.row[0].cell[3].people, 1);
	CHECK(t.row[1].cell[2].begun && !t.row[1].cell[2].finished);
	CHECK(!t.row[1].cell[3].begun && !t.row[1].cell[3].share.known);
	CHECK(!t.row[2].cell[0].finished && t.row[2].cell[0].people == 5);
}

static void test_mean_row(void)
{
	struct cohort_triangle t = small((struct cohort_as_of){ 102, 101 });

	CHECK_INT(t.mean[0].people, 40);
	CHECK_INT(t.mean[0].of, 40);
	/* Not the mean of 40 % and 20 %. */
	CHECK_NEAR(t.mean[1].share.rate, 10.0 / 40, 1e-15);
	CHECK_INT(t.mean[2].of, 10);
	CHECK(t.mean[2].share.known && t.mean[2].share.rate == 0);
	CHECK(!t.mean[3].share.known && t.mean[3].of == 0);
	t = small((struct cohort_as_of){ 102, 102 });
	CHECK_NEAR(t.mean[2].share.rate, 3.0 / 40, 1e-15);
	CHECK_NEAR(t.mean[3].share.rate, 1.0 / 10, 1e-15);
}

static void test_edges(void)
{
	const struct cohort_size size[] = { { 99, 0 }, { 100, 3 } };
	/* Won before it was created counts in the first month. */
	const struct cohort_count early[] = { { 100, 98, 2 } };
	const struct cohort_as_of as_of = { 101, 101 };
	struct cohort_triangle t =
		cohort_triangle(arena, size, 2, early, 1, as_of);

	CHECK(!t.row[0].cell[0].share.known);
	CHECK_INT(t.row[1].cell[0].people, 2);
	t = cohort_triangle(arena, size, 2, NULL, 0,
			    (struct cohort_as_of){ 98, 98 });
	CHECK_INT(t.rows, 0);
	CHECK_INT(t.months, 0);
	cohort_accumulate(&t);
	t = cohort_triangle(arena, NULL, 0, NULL, 0, as_of);
	CHECK_INT(t.rows, 0);
}

static void test_accumulate(void)
{
	const struct cohort_size size[] = { { 100, 20 }, { 101, 10 } };
	const struct cohort_count won[] = { { 100, 100, 5 },
					    { 100, 102, 4 },
					    { 101, 101, 1 } };
	struct cohort_triangle t = cohort_triangle(
		arena, size, 2, won, 3, (struct cohort_as_of){ 102, 102 });

	cohort_accumulate(&t);
	CHECK_INT(t.row[0].cell[1].people, 5);
	CHECK_INT(t.row[0].cell[2].people, 9);
	CHECK_NEAR(t.row[0].cell[2].share.rate, 0.45, 1e-15);
	CHECK_INT(t.row[1].cell[1].people, 1);
	CHECK_NEAR(t.mean[1].share.rate, 6.0 / 30, 1e-15);
	CHECK(!t.row[1].cell[2].begun && t.row[1].cell[2].people == 0);
}

static void test_repeat(void)
{
	const struct cohort_gap gap[] = {
		{ 0, 10, 3 },  { 0, NONE, 4 }, { 0, 40, 2 },
		{ 70, 30, 1 }, { 71, 5, 9 },   { 71, NONE, 9 },
	};
	struct tally t = cohort_repeat(gap, COUNT(gap), 100, 30);

	CHECK_INT(t.won, 4);
	CHECK_INT(t.leads, 10);
	t = cohort_repeat(gap, COUNT(gap), 20, 30);
	CHECK_INT(t.won, 0);
	CHECK_INT(t.leads, 0);
	CHECK_INT(cohort_repeat(NULL, 0, 100, 30).leads, 0);
}

/* ---- Customers with their purchase days, from real files ---- */

struct buyer {
	char name[48];
	int64_t first_on, second_on; /* second_on: NONE if it never came */
	int first, last;             /* months */
	bool active[256];            /* by months after the first */
};

static struct buyer buyers[3000];
static size_t n_buyers;

/* The number of the month of 2017-03-01 or 20170301. */
static int month_of(const char *date)
{
	int64_t y = strtoll(date, NULL, 10);

	if (y > 9999)
		return (int)cohort_month(y / 10000, y / 100 % 100);
	return (int)cohort_month(y, strtoll(date + 5, NULL, 10));
}

static struct buyer *buyer_named(const char *name)
{
	/* Purchases of one customer mostly stand together. */
	for (size_t i = n_buyers; i > 0; i--)
		if (strcmp(buyers[i - 1].name, name) == 0)
			return &buyers[i - 1];

	struct buyer *b = &buyers[n_buyers++];

	*b = (struct buyer){ .first_on = NONE, .second_on = NONE };
	snprintf(b->name, sizeof(b->name), "%s", name);
	return b;
}

static void add_day(struct buyer *b, int64_t day)
{
	if (b->first_on == NONE || day < b->first_on) {
		b->second_on = b->first_on;
		b->first_on = day;
	} else if (day > b->first_on &&
		   (b->second_on == NONE || day < b->second_on)) {
		b->second_on = day;
	}
}

/* Two passes: a month can be placed only when the first one is known. */
static void load_buyers(const char *file, const char *name, const char *date,
			const char *stage)
{
	struct oracle o;

	n_buyers = 0;
	for (int pass = 0; pass < 2; pass++) {
		oracle_open(&o, file);
		while (oracle_next(&o)) {
			const char *on = oracle_text(&o, date);
			struct buyer *b;

			if (*stage && !oracle_is(&o, stage, "Won"))
				continue;
			b = buyer_named(oracle_text(&o, name));
			if (pass == 0) {
				add_day(b, oracle_day(on));
				if (b->first_on == oracle_day(on))
					b->first = month_of(on);
				if (b->last < month_of(on))
					b->last = month_of(on);
			} else {
				b->active[month_of(on) - b->first] = true;
			}
		}
	}
}

/* classic: months with a purchase; else months with one then or later. */
static struct cohort_triangle triangle_of_buyers(bool classic,
						 struct cohort_as_of as_of)
{
	static struct cohort_size size[60];
	static struct cohort_count count[3000 * 20];
	size_t n = 0, m = 0;

	for (int64_t first = 0; first <= as_of.month; first++) {
		int64_t people = 0;

		for (size_t i = 0; i < n_buyers; i++)
			people += buyers[i].first == first;
		if (people > 0)
			size[n++] = (struct cohort_size){ first, people };
	}
	for (size_t i = 0; i < n_buyers; i++) {
		const struct buyer *b = &buyers[i];

		for (int k = 0; k <= b->last - b->first; k++)
			if (!classic || b->active[k])
				count[m++] = (struct cohort_count){
					b->first, b->first + k, 1
				};
	}
	return cohort_triangle(arena, size, n, count, m, as_of);
}

static const struct cohort_cell *cell_of(const struct cohort_triangle *t,
					 const struct oracle *o)
{
	const int first = month_of(oracle_text(o, "cohort"));

	for (size_t i = 0; i < t->rows; i++)
		if (t->row[i].first == first)
			return &t->row[i].cell[oracle_int(o, "month")];
	check_that(0, o->name, o->row + 1, "cohort");
	return &t->mean[0];
}

static void compare_triangles(const char *file, struct cohort_as_of as_of)
{
	struct cohort_triangle classic = triangle_of_buyers(true, as_of);
	struct cohort_triangle after = triangle_of_buyers(false, as_of);
	size_t cells = 0, begun = 0;
	struct oracle o;

	oracle_open(&o, file);
	while (oracle_next(&o)) {
		const struct cohort_cell *c = cell_of(&classic, &o);
		const struct cohort_cell *r = cell_of(&after, &o);

		cells++;
		CHECK(c->begun && c->finished);
		CHECK_INT(c->of, oracle_int(&o, "size"));
		CHECK_INT(c->people, oracle_int(&o, "active"));
		CHECK_INT(r->people, oracle_int(&o, "rolling"));
		oracle_near(c->share.rate, true, &o, "classic_rate", 1e-9);
		oracle_near(c->share.low, true, &o, "classic_lo", 1e-9);
		oracle_near(c->share.high, true, &o, "classic_hi", 1e-9);
		oracle_near(r->share.rate, true, &o, "rolling_rate", 1e-9);
	}
	for (size_t i = 0; i < classic.rows; i++)
		for (size_t k = 0; k < classic.months; k++)
			begun += classic.row[i].cell[k].begun;
	CHECK_INT(begun, cells);
}

static void compare_repeats(const char *file, int64_t as_of_on)
{
	static struct cohort_gap gap[COUNT(buyers)];
	struct oracle o;

	for (size_t i = 0; i < n_buyers; i++) {
		const struct buyer *b = &buyers[i];

		gap[i] = (struct cohort_gap){
			b->first_on,
			b->second_on == NONE ? NONE
					     : b->second_on - b->first_on,
			1,
		};
	}
	oracle_open(&o, file);
	while (oracle_next(&o)) {
		if (!oracle_has(&o, "window_days"))
			continue;

		const struct tally t = cohort_repeat(
			gap, n_buyers, as_of_on, oracle_int(&o, "window_days"));
		const struct share s = rate_share(t.won, t.leads);

		CHECK_INT(t.won, oracle_int(&o, "x"));
		CHECK_INT(t.leads, oracle_int(&o, "n"));
		oracle_near(s.rate, s.known, &o, "rate", 1e-9);
		oracle_near(s.low, s.known, &o, "wilson_lo", 1e-9);
		oracle_near(s.high, s.known, &o, "wilson_hi", 1e-9);
	}
}

/* Deals by the month they were engaged in and the month they were won in. */
static void compare_conversion(void)
{
	const struct cohort_as_of as_of = cohort_as_of(2017, 12, 31);
	const int64_t from = cohort_month(2017, 3);
	static struct cohort_count won[5000];
	struct cohort_size size[10] = { 0 };
	struct oracle o;
	size_t m = 0;

	for (size_t i = 0; i < COUNT(size); i++)
		size[i].first = from + (int64_t)i;
	oracle_open(&o, "maven-crm/sales_pipeline.csv");
	while (oracle_next(&o)) {
		const char *engaged = oracle_text(&o, "engage_date");
		const char *closed = oracle_text(&o, "close_date");

		if (!*engaged || month_of(engaged) < from)
			continue;
		size[month_of(engaged) - from].people++;
		if (oracle_is(&o, "deal_stage", "Won"))
			won[m++] = (struct cohort_count){ month_of(engaged),
							  month_of(closed), 1 };
	}

	struct cohort_triangle t =
		cohort_triangle(arena, size, COUNT(size), won, m, as_of);

	cohort_accumulate(&t);
	oracle_open(&o, "maven-crm/expected/conversion_cohort_triangle.csv");
	while (oracle_next(&o)) {
		const struct cohort_cell *c = cell_of(&t, &o);

		CHECK(c->begun);
		CHECK_INT(c->of, oracle_int(&o, "size"));
		CHECK_INT(c->people, oracle_int(&o, "won_cum"));
		oracle_near(c->share.rate, true, &o, "rate", 1e-9);
		oracle_near(c->share.low, true, &o, "lo", 1e-9);
		oracle_near(c->share.high, true, &o, "hi", 1e-9);
	}
}

static void compare(void)
{
	load_buyers("cdnow-sample/cdnowElog.csv", "sampleid", "date", "");
	CHECK_INT(n_buyers, 2357);
	compare_triangles("cdnow-sample/expected/cohort_triangle.csv",
			  cohort_as_of(1998, 6, 30));
	compare_repeats("cdnow-sample/expected/repeat_rates.csv",
			oracle_day("19980630"));
	load_buyers("maven-crm/sales_pipeline.csv", "account", "close_date",
		    "deal_stage");
	CHECK_INT(n_buyers, 85);
	compare_triangles("maven-crm/expected/account_retention_triangle.csv",
			  cohort_as_of(2017, 12, 31));
	compare_repeats("maven-crm/expected/account_repeat_rates.csv",
			oracle_day("2017-12-31"));
	compare_conversion();
}

int main(void)
{
	arena = arena_new();
	test_months();
	test_triangle();
	test_mean_row();
	test_edges();
	test_accumulate();
	test_repeat();
	if (oracle_present())
		compare();
	arena_free(arena);
	return check_done();
}
