/* survival_test.c - curves, their limits, horizons, quantiles, expectations. */
#include "../../cgi/lib/survival.h"

#include "../../cgi/lib/rate.h"
#include "oracle.h"

enum { DAYS = 2000 };

/* Leads by the age at which they ended or were last seen. */
struct ages {
	struct survival_row at[DAYS], row[DAYS];
	struct survival_point point[DAYS];
	size_t n;
};

enum end { WON, LOST, OPEN };

static void add(struct ages *a, int64_t days, enum end end)
{
	BUG_IF(days < 0 || days >= DAYS);
	a->at[days].won += end == WON;
	a->at[days].lost += end == LOST;
	a->at[days].open += end == OPEN;
}

static struct survival_curve curve_of(struct ages *a)
{
	a->n = 0;
	for (int64_t d = 0; d < DAYS; d++) {
		a->at[d].days = d;
		if (a->at[d].won + a->at[d].lost + a->at[d].open +
		    a->at[d].late)
			a->row[a->n++] = a->at[d];
	}
	return survival_curve(a->row, a->n, a->point);
}

static struct ages ages; /* large, so not on the stack */

static void clear(void)
{
	memset(&ages, 0, sizeof(ages));
}

static void test_empty(void)
{
	struct survival_curve c = survival_curve(NULL, 0, NULL);
	struct survival_estimate e = survival_at(&c, 30);
	struct survival_cohort cohort = { .days = 99 };

	CHECK(c.n == 0 && c.shown == 0 && c.known_till == -1);
	CHECK(!e.estimable && e.rate == 0 && e.low == 0 && e.high == 1);
	CHECK(!survival_quantile(&c, 0.5).known);
	CHECK(survival_chance(&c, 0, 30) == 0);
	CHECK(!survival_final(&c, &cohort, 30).known);
	CHECK(survival_final(&c, &cohort, 30).booked == 0);
}

/* 20 leads by hand: one won on day 0, one cut off on the day of a win. */
static void test_by_hand(void)
{
	struct survival_curve c;

	clear();
	add(&ages, 0, WON);
	add(&ages, 3, WON);
	add(&ages, 3, OPEN);
	add(&ages, 5, LOST);
	for (int i = 0; i < 16; i++)
		add(&ages, 9, i < 4 ? WON : OPEN);
	c = curve_of(&ages);
	CHECK_INT(c.n, 4);
	CHECK_INT(c.point[0].at_risk, 20);
	CHECK_INT(c.point[1].at_risk, 19);
	CHECK_INT(c.point[2].at_risk, 17);
	CHECK_INT(c.point[3].at_risk, 16);
	CHECK_NEAR(c.point[0].won, 0.05, 1e-15);
	CHECK_NEAR(c.point[1].won, 0.1, 1e-15);
	CHECK_NEAR(c.point[2].won, 0.1, 1e-15);
	CHECK_NEAR(c.point[2].left, 0.9 * 16 / 17, 1e-15);
	CHECK_NEAR(c.point[3].won, 0.1 + 0.9 * 16 / 17 / 4, 1e-15);
	CHECK_INT(c.known_till, 9);
	CHECK_INT(c.whole_till, 3);
	CHECK_NEAR(survival_at(&c, 2).rate, 0.05, 1e-15);
	CHECK_INT(survival_at(&c, 2).at_risk, 19);
	CHECK_INT(survival_at(&c, 3).at_risk, 19);
	CHECK_INT(survival_at(&c, 4).at_risk, 17);
	CHECK(!survival_at(&c, 10).estimable);
	CHECK_NEAR(survival_chance(&c, 4, 9), 16.0 / 17 / 4, 1e-14);
	CHECK(survival_chance(&c, 9, 9) == 0);
	CHECK(survival_chance(&c, 9, 3) == 0);
}

static void test_ends_of_the_scale(void)
{
	struct survival_curve c;

	clear();
	for (int i = 0; i < 12; i++)
		add(&ages, 4, OPEN);
	c = curve_of(&ages);
	CHECK(survival_at(&c, 4).estimable && survival_at(&c, 4).rate == 0);
	CHECK(!survival_at(&c, 4).bounded && survival_at(&c, 4).high == 0);
	CHECK(!survival_at(&c, 5).estimable);
	CHECK(!survival_quantile(&c, 0.5).known);

	for (int i = 0; i < 12; i++)
		add(&ages, 6, WON);
	c = curve_of(&ages);
	CHECK(c.point[1].won == 1 && c.point[1].left == 0);
	CHECK(!c.point[1].bounded && c.point[1].low == 1);
	CHECK(survival_chance(&c, 6, 90) == 0);
	CHECK_INT(survival_quantile(&c, 0.5).days, 6);

	clear();
	for (int i = 0; i < 12; i++)
		add(&ages, 0, LOST);
	c = curve_of(&ages);
	CHECK(survival_at(&c, 90).estimable && survival_at(&c, 90).rate == 0);
	CHECK(c.point[0].left == 0 && survival_chance(&c, 1, 90) == 0);
}

/* All won in the end is exactly 1, however many steps it took. */
static void test_all_won(void)
{
	for (int n = 10; n < 80; n++) {
		struct survival_curve c;

		clear();
		for (int i = 0; i < n; i++)
			add(&ages, i, WON);
		c = curve_of(&ages);
		CHECK(c.point[c.n - 1].won == 1 && !c.point[c.n - 1].bounded);
	}
}

/* Fewer than ten at risk: the curve stops, and is not flat. */
static void test_few_at_risk(void)
{
	struct survival_curve c;

	clear();
	for (int i = 0; i < 3; i++)
		add(&ages, 5, OPEN);
	for (int i = 0; i < 9; i++)
		add(&ages, 20 + i, WON);
	c = curve_of(&ages);
	CHECK_INT(c.n, 10);
	CHECK_INT(c.shown, 1);
	CHECK_INT(c.known_till, 5);
	CHECK(!survival_at(&c, 6).estimable);
	CHECK(!survival_quantile(&c, 0.5).known);

	/* Nobody cut off: the plain share is known to the end. */
	memset(&ages.at[5], 0, sizeof(ages.at[5]));
	for (int i = 0; i < 3; i++)
		add(&ages, 5, LOST);
	c = curve_of(&ages);
	CHECK(survival_at(&c, 24).estimable);
	CHECK_NEAR(survival_at(&c, 24).rate, 5.0 / 12, 1e-12);
	CHECK_NEAR(survival_at(&c, 999).rate, 9.0 / 12, 1e-12);

	clear();
	for (int i = 0; i < 9; i++)
		add(&ages, i, WON);
	c = curve_of(&ages);
	CHECK(c.n == 0 && !survival_at(&c, 3).estimable);
}

/* All followed to the horizon: the estimate is k/n. */
static void test_all_matured(void)
{
	const int64_t horizon = 60;
	int64_t won = 0, n = 0;
	struct survival_estimate e;
	struct survival_curve c;
	uint32_t random = 7;

	clear();
	for (; n < 997; n++) {
		random = random * 1664525 + 1013904223;

		const int64_t days = random >> 8 & 127;
		const enum end end = (random >> 20) % 3;

		add(&ages, end == OPEN ? days + horizon : days, end);
		won += end == WON && days <= horizon;
	}
	c = curve_of(&ages);
	e = survival_at(&c, horizon);
	CHECK(e.estimable && e.bounded);
	CHECK_NEAR(e.rate, (double)won / (double)n, 1e-12);
	/* Without cut-offs the variance is the binomial one. */
	CHECK_NEAR(c.point[60].se, sqrt(e.rate * (1 - e.rate) / (double)n),
		   1e-12);
	CHECK_INT(c.point[60].days, horizon);
}

/*
 * Ends at a steady pace of one per 30 days on average, 30 % of them won, and
 * one in a hundred cut off on each day, as expected numbers in tenths of days.
 */
static void test_exponential(void)
{
	static struct survival_row row[1000];
	static struct survival_point point[1000];
	const double share = -expm1(-0.1 / 30);
	double left = 1e15;

	for (int64_t i = 0; i < 1000; i++) {
		const double ended = left * share;
		const double open = (left - ended) * 0.001;

		row[i] = (struct survival_row){
			.days = i + 1,
			.won = llround(ended * 0.3),
			.lost = llround(ended * 0.7),
			.open = llround(open),
		};
		left -= ended + open;
	}
	row[999].open += llround(left);

	struct survival_curve c = survival_curve(row, 1000, point);

	CHECK_NEAR(survival_at(&c, 600).rate, 0.2594, 5e-5);
	CHECK_NEAR(survival_at(&c, 600).rate, 0.3 * -expm1(-2), 1e-6);
	for (int64_t i = 0; i < 1000; i++) {
		row[i].open += row[i].lost;
		row[i].lost = 0;
	}
	c = survival_curve(row, 1000, point);
	CHECK_NEAR(survival_at(&c, 600).rate, 0.4512, 5e-4);
}

/* Two early birds must not decide the curve of those who come later. */
static void test_late_entry(void)
{
	struct survival_curve c;

	clear();
	add(&ages, 1, WON);
	add(&ages, 2, WON);
	for (int i = 0; i < 20; i++)
		add(&ages, 9, i < 5 ? WON : OPEN);
	ages.at[4].late = 20;
	c = curve_of(&ages);
	CHECK_INT(c.n, 1);
	CHECK_INT(c.known_from, 5);
	CHECK_INT(c.point[0].at_risk, 20);
	CHECK_NEAR(survival_at(&c, 9).rate, 0.25, 1e-15);
	CHECK(!survival_at(&c, 4).estimable);
	CHECK(survival_at(&c, 5).estimable && !survival_at(&c, 10).estimable);
}

static void test_final(void)
{
	const struct survival_open open[] = { { 4, 10 }, { 9, 5 }, { 400, 5 } };
	struct survival_cohort cohort = { 30, 40, 20, open, COUNT(open) };
	struct survival_curve c;
	struct survival_final f;

	clear();
	for (int i = 0; i < 100; i++)
		add(&ages, i < 40 ? 3 : (i < 60 ? 8 : 30),
		    i < 40 ? LOST : (i < 60 ? WON : OPEN));
	c = curve_of(&ages);
	f = survival_final(&c, &cohort, 30);
	CHECK(f.known);
	CHECK_NEAR(f.booked, 0.5, 1e-15);
	/* A third of those open on day 4 will be won, of the others none. */
	CHECK_NEAR(f.final, (20 + 10.0 / 3) / 40, 1e-14);
	CHECK(!survival_final(&c, &cohort, 31).known);
	cohort.days = 6;
	f = survival_final(&c, &cohort, 30);
	CHECK(!f.known && f.final == f.booked);
	cohort.days = 30;
	cohort.leads = 9;
	cohort.won = 1;
	CHECK(!survival_final(&c, &cohort, 30).known);
}

static bool in_range(const struct survival_curve *c, size_t i)
{
	const struct survival_point *p = &c->point[i];
	const struct survival_estimate e = survival_at(c, p->days);
	const double chance = survival_chance(c, p->days, p->days + 9);
	const double before = i > 0 ? c->point[i - 1].won : 0;

	return before <= p->won && 0 <= p->low && p->low <= p->won &&
	       p->won <= p->high && p->high <= 1 && p->left >= 0 &&
	       p->won + p->left <= 1 + 1e-12 && isfinite(p->se) &&
	       chance >= 0 && chance <= 1 && e.low <= e.rate &&
	       e.rate <= e.high && (i >= c->shown || e.estimable);
}

/* Curves of every kind: shares stay shares, and never fall. */
static void test_ranges(void)
{
	uint32_t random = 5;

	for (uint32_t i = 0; i < 400; i++) {
		struct survival_curve c;

		clear();
		for (uint32_t j = 0; j < i; j++) {
			random = random * 1664525 + 1013904223;

			const int64_t days = (random >> 8) % (i % 7 * 30 + 1);
			const uint32_t end = (random >> 20) % (i % 5 + 1);
			const uint32_t late = (random >> 25) % (i % 3 + 1);

			add(&ages, days,
			    end == 0   ? WON
			    : end == 1 ? LOST
				       : OPEN);
			if (late > 0 && days > 0)
				ages.at[days / 2].late++;
		}
		c = curve_of(&ages);
		for (size_t k = 0; k < c.n; k++)
			CHECK(in_range(&c, k));
	}
}

static const char *const no_group = "";

/* Compares a whole curve with the rows of one group, in Aalen-Johansen form. */
static void compare_ends(const struct survival_curve *c, const char *file,
			 const char *group)
{
	static struct oracle o;
	size_t i = 0;

	oracle_open(&o, file);
	while (oracle_next(&o)) {
		if (*group && !oracle_is(&o, "group", group))
			continue;
		/* Days on which leads only come have no row there. */
		while (i < c->n && c->point[i].days < oracle_int(&o, "time"))
			i++;
		if (!CHECK(i < c->n))
			break;

		const struct survival_point *p = &c->point[i++];

		CHECK_INT(p->days, oracle_int(&o, "time"));
		CHECK_INT(p->at_risk, oracle_int(&o, "n_risk"));
		oracle_near(p->left, true, &o, "surv_any", 1e-9);
		oracle_near(p->won, true, &o, "cif_won", 1e-9);
		oracle_near(p->se, true, &o, "se", 1e-9);
		oracle_near(p->low, p->bounded, &o, "lo", 1e-9);
		oracle_near(p->high, p->bounded, &o, "hi", 1e-9);
	}
	CHECK_INT(i, c->n);
}

/* The same in Kaplan-Meier form: what is left, and its limits. */
static void compare_left(const struct survival_curve *c, const char *file,
			 const char *group)
{
	static struct oracle o;
	size_t i = 0;

	oracle_open(&o, file);
	while (oracle_next(&o)) {
		if (*group && !oracle_is(&o, "group", group))
			continue;
		if (!CHECK(i < c->n))
			break;

		const struct survival_point *p = &c->point[i++];

		CHECK_INT(p->days, oracle_int(&o, "time"));
		CHECK_INT(p->at_risk, oracle_int(&o, "n_risk"));
		oracle_near(1 - p->won, true, &o, "surv", 1e-9);
		oracle_near(p->se, p->left > 0, &o, "greenwood_se", 1e-9);
		oracle_near(1 - p->high, p->bounded, &o, "lo", 1e-9);
		oracle_near(1 - p->low, p->bounded, &o, "hi", 1e-9);
	}
	CHECK_INT(i, c->n);
}

static void compare_aml(const char *group)
{
	struct survival_curve c;
	struct oracle o;

	clear();
	oracle_open(&o, "worked-examples/expected/km_aml_input.csv");
	while (oracle_next(&o))
		if (oracle_is(&o, "group", group))
			add(&ages, oracle_int(&o, "time"),
			    oracle_int(&o, "event") ? WON : OPEN);
	c = curve_of(&ages);
	compare_left(&c, "worked-examples/expected/km_aml.csv", group);
}

static void compare_mgus2(void)
{
	static const enum end ends[] = { OPEN, WON, LOST };
	struct survival_curve c;
	struct oracle o;

	clear();
	oracle_open(&o, "worked-examples/expected/aj_mgus2_input.csv");
	while (oracle_next(&o))
		add(&ages, oracle_int(&o, "time"),
		    ends[oracle_int(&o, "status")]);
	c = curve_of(&ages);
	compare_ends(&c, "worked-examples/expected/aj_mgus2.csv", no_group);
}

/* ---- A CRM: deals from the day they were engaged ---- */

struct deal {
	char region[32], manager[32]; /* "region:West", "manager:Ann Lee" */
	int64_t engaged_on, days;
	int month; /* 201703 */
	enum end end;
};

static struct deal deals[9000];
static size_t n_deals;
static int64_t as_of_on, recorded_on;

static void load_team(struct deal *d, const char *agent)
{
	static struct oracle o;

	oracle_open(&o, "maven-crm/sales_teams.csv");
	while (oracle_next(&o)) {
		if (!oracle_is(&o, "sales_agent", agent))
			continue;
		snprintf(d->region, sizeof(d->region), "region:%s",
			 oracle_text(&o, "regional_office"));
		snprintf(d->manager, sizeof(d->manager), "manager:%s",
			 oracle_text(&o, "manager"));
	}
}

static void load_deals(void)
{
	static struct oracle o;

	as_of_on = oracle_day("2017-12-31");
	recorded_on = oracle_day("2017-03-01");
	oracle_open(&o, "maven-crm/sales_pipeline.csv");
	while (oracle_next(&o) && n_deals < COUNT(deals)) {
		const char *engaged = oracle_text(&o, "engage_date");
		struct deal *d = &deals[n_deals];

		if (!*engaged)
			continue;
		d->end = oracle_is(&o, "deal_stage", "Won")    ? WON
			 : oracle_is(&o, "deal_stage", "Lost") ? LOST
							       : OPEN;
		d->engaged_on = oracle_day(engaged);
		d->days =
			(d->end == OPEN
				 ? as_of_on
				 : oracle_day(oracle_text(&o, "close_date"))) -
			d->engaged_on;
		d->month = (int)(strtol(engaged, NULL, 10) * 100 +
				 strtol(engaged + 5, NULL, 10));
		load_team(d, oracle_text(&o, "sales_agent"));
		n_deals++;
	}
	CHECK_INT(n_deals, 8300);
}

static bool in_group(const struct deal *d, const char *group)
{
	return d->engaged_on >= recorded_on &&
	       (strcmp(group, "all") == 0 || strcmp(group, d->region) == 0 ||
		strcmp(group, d->manager) == 0);
}

static struct survival_curve curve_of_group(const char *group)
{
	clear();
	for (size_t i = 0; i < n_deals; i++)
		if (in_group(&deals[i], group))
			add(&ages, deals[i].days, deals[i].end);
	return curve_of(&ages);
}

/* Three curves of one group: two kinds of end, any end, and the wrong one. */
static void compare_group(const char *group)
{
	struct survival_curve c = curve_of_group(group);

	compare_ends(&c, "maven-crm/expected/time_to_win_aalen_johansen.csv",
		     group);
	for (int64_t d = 0; d < DAYS; d++) {
		ages.at[d].won += ages.at[d].lost;
		ages.at[d].lost = 0;
	}
	c = curve_of(&ages);
	compare_left(&c, "maven-crm/expected/km_time_to_close_any.csv", group);
	clear();
	for (size_t i = 0; i < n_deals; i++)
		if (in_group(&deals[i], group))
			add(&ages, deals[i].days,
			    deals[i].end == WON ? WON : OPEN);
	c = curve_of(&ages);
	compare_left(
		&c,
		"maven-crm/expected/km_lost_as_censored_WRONG_for_conversion.csv",
		group);
}

/* Closings are recorded only since a day, engagements since long before. */
static void compare_late_entry(void)
{
	struct survival_curve c;

	clear();
	for (size_t i = 0; i < n_deals; i++) {
		const int64_t late = recorded_on - deals[i].engaged_on - 1;

		add(&ages, deals[i].days, deals[i].end);
		if (late >= 0)
			ages.at[late].late++;
	}
	c = curve_of(&ages);
	compare_ends(
		&c,
		"maven-crm/expected/time_to_win_aj_delayed_entry_all_deals.csv",
		no_group);
}

static void compare_horizons(void)
{
	static struct oracle o;
	struct survival_curve c = { 0 };
	char group[32] = "";

	oracle_open(&o, "maven-crm/expected/mature_conversion.csv");
	while (oracle_next(&o)) {
		const int64_t horizon = oracle_int(&o, "H");
		struct tally mature = { 0 }, booked = { 0 };

		if (!oracle_is(&o, "group", group)) {
			snprintf(group, sizeof(group), "%s",
				 oracle_text(&o, "group"));
			c = curve_of_group(group);
		}
		for (size_t i = 0; i < n_deals; i++) {
			const struct deal *d = &deals[i];
			const bool old = as_of_on - d->engaged_on >= horizon;

			if (!in_group(d, group))
				continue;
			booked.leads++;
			booked.won += d->end == WON;
			mature.leads += old;
			mature.won +=
				old && d->end == WON && d->days <= horizon;
		}

		const struct survival_estimate e = survival_at(&c, horizon);
		const struct share m = rate_share(mature.won, mature.leads);

		CHECK_INT(mature.leads, oracle_int(&o, "mature_n"));
		CHECK_INT(mature.won, oracle_int(&o, "mature_won"));
		oracle_near(m.rate, m.known, &o, "mature_rate", 1e-9);
		oracle_near(m.low, m.known, &o, "mature_lo", 1e-9);
		oracle_near(m.high, m.known, &o, "mature_hi", 1e-9);
		oracle_near(rate_share(booked.won, booked.leads).rate, true, &o,
			    "booked_so_far", 1e-9);
		CHECK(e.estimable);
		oracle_near(e.rate, true, &o, "aj_cif", 1e-9);
		oracle_near(e.low, e.bounded, &o, "aj_lo", 1e-9);
		oracle_near(e.high, e.bounded, &o, "aj_hi", 1e-9);
	}
}

static void compare_final(void)
{
	static struct oracle o;
	static struct survival_open open[9000];
	const struct survival_curve c = curve_of_group("all");

	oracle_open(&o, "maven-crm/expected/cohort_expected_final.csv");
	while (oracle_next(&o)) {
		const char *text = oracle_text(&o, "cohort");
		const int64_t month = strtol(text, NULL, 10) * 100 +
				      strtol(text + 5, NULL, 10);
		struct survival_cohort cohort = { .days = 30, .open = open };

		for (size_t i = 0; i < n_deals; i++) {
			if (deals[i].month != month)
				continue;
			cohort.leads++;
			cohort.won += deals[i].end == WON;
			if (deals[i].end == OPEN)
				open[cohort.n++] =
					(struct survival_open){ deals[i].days,
								1 };
		}

		const struct survival_final f =
			survival_final(&c, &cohort, 138);

		CHECK_INT(cohort.leads, oracle_int(&o, "n"));
		oracle_near(f.booked, true, &o, "booked", 1e-9);
		oracle_near(f.final, f.known, &o, "expected_final", 1e-9);
	}
}

/* ---- Customers of a shop: time to their second purchase day ---- */

static void compare_second_purchase(void)
{
	const int64_t end_on = oracle_day("19980630");
	int64_t first_on = 0, customer = -1;
	struct survival_curve c;
	bool open = false;
	struct oracle o;

	clear();
	oracle_open(&o, "cdnow-sample/cdnowElog.csv");
	/* By customer and day, as the file is. */
	while (oracle_next(&o)) {
		const int64_t day = oracle_day(oracle_text(&o, "date"));

		if (customer != oracle_int(&o, "sampleid")) {
			if (open)
				add(&ages, end_on - first_on, OPEN);
			customer = oracle_int(&o, "sampleid");
			first_on = day;
			open = true;
		} else if (open && day > first_on) {
			add(&ages, day - first_on, WON);
			open = false;
		}
	}
	if (open)
		add(&ages, end_on - first_on, OPEN);
	c = curve_of(&ages);
	compare_left(&c, "cdnow-sample/expected/km_time_to_second_purchase.csv",
		     no_group);
}

/* ---- Contracts: survival at fixed months and the median ---- */

static void load_contracts(const char *contract)
{
	static struct oracle o;

	clear();
	oracle_open(&o, "telco-churn/Telco-Customer-Churn.csv");
	while (oracle_next(&o))
		if (!*contract || oracle_is(&o, "Contract", contract))
			add(&ages, oracle_int(&o, "tenure"),
			    oracle_is(&o, "Churn", "Yes") ? WON : OPEN);
}

static void compare_contracts(void)
{
	static struct oracle o;

	oracle_open(&o, "telco-churn/expected/km_summary.csv");
	while (oracle_next(&o)) {
		if (oracle_is(&o, "dimension", "gender"))
			continue;
		load_contracts(oracle_is(&o, "dimension", "all")
				       ? ""
				       : oracle_text(&o, "group"));

		struct survival_curve c = curve_of(&ages);
		struct survival_quantile q = survival_quantile(&c, 0.5);

		oracle_near(1 - survival_at(&c, 12).rate, true, &o, "S12",
			    1e-9);
		oracle_near(1 - survival_at(&c, 24).rate, true, &o, "S24",
			    1e-9);
		oracle_near(1 - survival_at(&c, 60).rate, true, &o, "S60",
			    1e-9);
		oracle_near((double)q.days, q.known, &o, "median", 0);
		oracle_near((double)q.low, q.low_known, &o, "median_lo", 0);
		oracle_near((double)q.high, q.high_known, &o, "median_hi", 0);
	}
}

static void compare(void)
{
	compare_aml("Maintained");
	compare_aml("Nonmaintained");
	compare_mgus2();
	load_deals();
	compare_group("all");
	compare_group("region:Central");
	compare_group("region:East");
	compare_group("region:West");
	compare_late_entry();
	compare_horizons();
	compare_final();
	compare_second_purchase();
	compare_contracts();
}

int main(void)
{
	test_empty();
	test_by_hand();
	test_ends_of_the_scale();
	test_all_won();
	test_few_at_risk();
	test_all_matured();
	test_exponential();
	test_late_entry();
	test_final();
	test_ranges();
	if (oracle_present())
		compare();
	return check_done();
}
