/* period_test.c - the calendar against known days, and against itself. */
#include "../../cgi/lib/period.h"

#include <time.h>

#include "../check.h"

static struct arena *a;

static int64_t on(const char *text)
{
	int64_t day = INT64_MIN;

	CHECK_INT(period_parse(text, &day), OK);
	return day;
}

static void day_is(int64_t day, const char *want)
{
	CHECK_TEXT(period_text(a, day), want);
}

static void period_is(struct period p, const char *from, const char *to)
{
	day_is(p.from, from);
	day_is(p.to, to);
}

static void test_known_days(void)
{
	CHECK_INT(on("1970-01-01"), 0);
	CHECK_INT(on("1969-12-31"), -1);
	CHECK_INT(on("2000-03-01"), 11017);
	CHECK_INT(on("2038-01-19"), 24855);
	CHECK_INT(on("1900-01-01"), -25567);
	CHECK_INT(on("2100-12-31"), 47846);
	CHECK_INT(period_day(0, 3, 1), -719468);
	CHECK_INT(period_day(-400, 3, 1), -719468 - 146097);
	day_is(on("2026-11-23"), "2026-11-23");
	day_is(-719468, "0000-03-01");
}

/* The C library's own calendar, in UTC, is the oracle. */
static void test_against_libc(void)
{
	for (int64_t day = -200000; day <= 200000; day += 1) {
		time_t at = day * 86400;
		struct tm tm;
		struct date d = period_date(day);

		gmtime_r(&at, &tm);
		if (d.year != tm.tm_year + 1900 || d.month != tm.tm_mon + 1 ||
		    d.day != tm.tm_mday ||
		    period_weekday(day) != (tm.tm_wday + 6) % 7 ||
		    period_day(d.year, d.month, d.day) != day)
			CHECK_INT(day, INT64_MIN);
	}
}

static void test_weeks_against_libc(void)
{
	for (int64_t day = -30000; day <= 50000; day++) {
		time_t at = day * 86400;
		struct iso_week w = period_iso_week(day);
		char want[32];
		struct tm tm;

		gmtime_r(&at, &tm);
		strftime(want, sizeof(want), "%G-W%V", &tm);
		if (strcmp(arena_printf(a, "%04lld-W%02lld", (long long)w.year,
					(long long)w.week),
			   want) != 0)
			CHECK_INT(day, INT64_MIN);
	}
	CHECK_INT(period_iso_week(on("2021-01-01")).year, 2020);
	CHECK_INT(period_iso_week(on("2021-01-01")).week, 53);
	CHECK_INT(period_iso_week(on("2024-12-30")).year, 2025);
	CHECK_INT(period_iso_week(on("2024-12-30")).week, 1);
	CHECK_INT(period_weekday(on("2026-11-23")), 0);
	CHECK_INT(period_weekday(on("2026-11-29")), 6);
}

static void test_real(void)
{
	CHECK(period_real(2024, 2, 29) && !period_real(2023, 2, 29));
	CHECK(period_real(2000, 2, 29) && !period_real(1900, 2, 29));
	CHECK(!period_real(2100, 2, 29) && !period_real(2026, 2, 30));
	CHECK(period_real(2026, 4, 30) && !period_real(2026, 4, 31));
	CHECK(!period_real(2026, 0, 1) && !period_real(2026, 13, 1));
	CHECK(!period_real(2026, 1, 0) && !period_real(2026, -1, 1));
	CHECK(!period_real(2026, 1, 32) && period_real(2026, 12, 31));
}

static void test_parse(void)
{
	static const char *const bad[] = {
		"",
		"2026",
		"2026-11",
		"2026-1-01",
		"2026-11-1",
		"26-11-01",
		" 2026-11-01",
		"2026-11-01 ",
		"2026/11/01",
		"2026-11-31",
		"2026-02-29",
		"2026-02-30",
		"2026-00-10",
		"2026-13-10",
		"2026-10-00",
		"1899-12-31",
		"2101-01-01",
		"0000-01-01",
		"9999-12-31",
		"2026-11-0x",
		"+026-11-01",
		"-026-11-01",
		"2026-+1-01",
		"20261101",
		"2026-11-01T",
		"2026\u201311-01",
		"1900-02-29",
		"2100-02-29",
	};
	int64_t day = 77;

	for (size_t i = 0; i < COUNT(bad); i++)
		if (!CHECK_INT(period_parse(bad[i], &day), ERR_INPUT))
			CHECK_TEXT(bad[i], "refused");
	CHECK_INT(day, 77);
	for (day = on("1900-01-01"); day <= on("2100-12-31"); day += 97)
		CHECK_INT(on(period_text(a, day)), day);
}

static void test_months(void)
{
	CHECK_INT(period_month(on("2026-11-23")), 2026 * 12 + 10);
	CHECK_INT(period_month(on("1970-01-01")), 1970 * 12);
	day_is(period_month_start(2026 * 12 + 10), "2026-11-01");
	CHECK_INT(period_month(period_day(-1, 12, 31)), -1);
	CHECK_INT(period_month_start(-1), period_day(-1, 12, 1));
	CHECK_INT(period_month_start(-12), period_day(-1, 1, 1));
	CHECK_INT(period_month_days(2024 * 12 + 1), 29);
	CHECK_INT(period_month_days(2026 * 12 + 1), 28);
	CHECK_INT(period_month_days(2026 * 12 + 11), 31);
	for (int64_t m = -30; m < 30000; m++)
		if (period_month(period_month_start(m)) != m ||
		    period_month(period_month_start(m + 1) - 1) != m ||
		    period_month_start(m) + period_month_days(m) !=
			    period_month_start(m + 1))
			CHECK_INT(m, INT64_MIN);
}

/* Month by month a period is walked through, and no day is left out. */
static void test_first_month(void)
{
	int64_t from, to;
	struct period left;
	int64_t days = 0;

	CHECK_INT(period_parse("2026-01-31", &from), OK);
	CHECK_INT(period_parse("2026-03-02", &to), OK);
	left = (struct period){ from, to };
	period_is(period_first_month(left), "2026-01-31", "2026-02-01");
	for (; left.from < left.to; left.from = period_first_month(left).to)
		days += period_days(period_first_month(left));
	CHECK_INT(days, to - from);
	left = (struct period){ from - 10, from - 3 };
	period_is(period_first_month(left), "2026-01-21", "2026-01-28");
}

static void test_add_months(void)
{
	day_is(period_add_months(on("2026-01-31"), 1), "2026-02-28");
	day_is(period_add_months(on("2024-01-31"), 1), "2024-02-29");
	day_is(period_add_months(on("2024-02-29"), 12), "2025-02-28");
	day_is(period_add_months(on("2024-02-29"), 48), "2028-02-29");
	day_is(period_add_months(on("2024-02-29"), -12), "2023-02-28");
	day_is(period_add_months(on("2026-03-31"), -1), "2026-02-28");
	day_is(period_add_months(on("2026-05-31"), 1), "2026-06-30");
	day_is(period_add_months(on("2026-12-15"), 1), "2027-01-15");
	day_is(period_add_months(on("2026-01-15"), -1), "2025-12-15");
	day_is(period_add_months(on("2026-01-15"), 0), "2026-01-15");
}

static void test_kinds(void)
{
	int64_t day = on("2026-11-25");

	period_is(period_of(PERIOD_WEEK, day), "2026-11-23", "2026-11-30");
	period_is(period_of(PERIOD_MONTH, day), "2026-11-01", "2026-12-01");
	period_is(period_of(PERIOD_QUARTER, day), "2026-10-01", "2027-01-01");
	period_is(period_of(PERIOD_YEAR, day), "2026-01-01", "2027-01-01");
	CHECK_TEXT(period_name(PERIOD_WEEK), "week");
	CHECK_TEXT(period_name(PERIOD_MONTH), "month");
	CHECK_TEXT(period_name(PERIOD_QUARTER), "quarter");
	CHECK_TEXT(period_name(PERIOD_YEAR), "year");
	CHECK_INT(period_days(period_of(PERIOD_WEEK, day)), 7);
	CHECK_INT(period_days(period_of(PERIOD_YEAR, on("2024-06-01"))), 366);
	CHECK_INT(period_days(period_of(PERIOD_QUARTER, on("2024-02-01"))), 91);
	CHECK_INT(period_days(period_of(PERIOD_QUARTER, on("2023-02-01"))), 90);
}

/* Each day lies in its period; the neighbours touch without a gap. */
static void test_kinds_touch(void)
{
	for (int k = PERIOD_WEEK; k <= PERIOD_YEAR; k++)
		for (int64_t day = -1200; day < 22000; day++) {
			enum period_kind kind = (enum period_kind)k;
			struct period p = period_of(kind, day);
			struct period next = period_step(kind, p, 1);
			struct period last = period_step(kind, p, -1);

			if (p.from > day || day >= p.to || next.from != p.to ||
			    last.to != p.from ||
			    period_step(kind, last, 1).to != p.to)
				CHECK_INT(day, INT64_MIN);
		}
}

static void test_step(void)
{
	struct period week = period_of(PERIOD_WEEK, on("2020-12-30"));
	struct period quarter = period_of(PERIOD_QUARTER, on("2026-02-10"));

	period_is(period_step(PERIOD_WEEK, week, 1), "2021-01-04",
		  "2021-01-11");
	period_is(period_step(PERIOD_QUARTER, quarter, -1), "2025-10-01",
		  "2026-01-01");
	period_is(period_step(PERIOD_QUARTER, quarter, 5), "2027-04-01",
		  "2027-07-01");
	period_is(period_step(PERIOD_QUARTER, quarter, 0), "2026-01-01",
		  "2026-04-01");
}

static void test_windows(void)
{
	struct period q1 = period_of(PERIOD_QUARTER, on("2024-02-10"));

	period_is(period_last_complete(PERIOD_QUARTER, on("2026-11-25")),
		  "2026-07-01", "2026-10-01");
	period_is(period_last_complete(PERIOD_QUARTER, on("2026-10-01")),
		  "2026-07-01", "2026-10-01");
	period_is(period_last_complete(PERIOD_QUARTER, on("2026-09-30")),
		  "2026-04-01", "2026-07-01");
	period_is(period_last_complete(PERIOD_WEEK, on("2026-11-23")),
		  "2026-11-16", "2026-11-23");
	period_is(period_last_complete(PERIOD_YEAR, on("2026-01-01")),
		  "2025-01-01", "2026-01-01");
	period_is(period_before(q1), "2023-10-02", "2024-01-01");
	CHECK_INT(period_days(period_before(q1)), 91);
	period_is(period_year_before(q1), "2023-01-01", "2023-04-01");
	CHECK_INT(period_days((struct period){ 5, 5 }), 0);
}

int main(void)
{
	a = arena_new();
	test_known_days();
	test_against_libc();
	test_weeks_against_libc();
	test_real();
	test_parse();
	test_months();
	test_first_month();
	test_add_months();
	test_kinds();
	test_kinds_touch();
	test_step();
	test_windows();
	arena_free(a);
	return check_done();
}
