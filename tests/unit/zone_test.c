/* zone_test.c - local days of real zones around their clock changes. */
#include "../../cgi/lib/zone.h"

#include <stdlib.h>

#include "../../cgi/lib/period.h"
#include "../check.h"

enum { HOUR = 3600 };

/* UTC seconds of a wall clock in UTC. */
static int64_t utc(int64_t y, int64_t m, int64_t d, int64_t hour, int64_t min)
{
	return period_day(y, m, d) * 24 * HOUR + hour * HOUR + min * 60;
}

static int64_t hours_of(int64_t y, int64_t m, int64_t d)
{
	int64_t day = period_day(y, m, d);

	return (zone_start(day + 1) - zone_start(day)) / HOUR;
}

static void test_names(void)
{
	static const char *const bad[] = {
		"",
		"Mars/Base",
		"../etc/passwd",
		"/etc/localtime",
		"Europe",
		"europe/moscow",
		"zone.tab",
		"zone1970.tab",
		"tzdata.zi",
		"MSK-3",
		"Europe/Moscow ",
		":UTC",
		"right/UTC",
		"Europe/../UTC",
	};

	CHECK_INT(zone_use("Europe/Moscow"), OK);
	for (size_t i = 0; i < COUNT(bad); i++)
		if (!CHECK_INT(zone_use(bad[i]), ERR_INPUT))
			CHECK_TEXT(bad[i], "refused");
	/* The zone chosen before is still in use. */
	CHECK_INT(zone_minute(utc(2026, 7, 1, 9, 5)), 12 * 60 + 5);
	CHECK_INT(zone_use("Europe/Moscow"), OK);
	CHECK_INT(zone_use("UTC"), OK);
	CHECK_INT(zone_minute(utc(2026, 7, 1, 9, 5)), 9 * 60 + 5);
	CHECK_INT(zone_use("America/Argentina/Buenos_Aires"), OK);
	CHECK_INT(zone_use("Etc/GMT+5"), OK);
	CHECK_INT(zone_minute(0), 19 * 60);
	CHECK_INT(zone_day(0), -1);
}

/* The data base may lie elsewhere; where it is not, no zone is known. */
static void test_folder(void)
{
	char path[5000];

	memset(path, 'x', sizeof(path) - 1);
	path[sizeof(path) - 1] = '\0';
	CHECK_INT(setenv("TZDIR", "/nowhere", 1), 0);
	CHECK_INT(zone_use("Europe/Paris"), ERR_INPUT);
	CHECK_INT(setenv("TZDIR", path, 1), 0);
	CHECK_INT(zone_use("Europe/Paris"), ERR_INPUT);
	CHECK_INT(setenv("TZDIR", "", 1), 0);
	CHECK_INT(zone_use("Europe/Paris"), OK);
	CHECK_INT(unsetenv("TZDIR"), 0);
}

static void test_moscow(void)
{
	CHECK_INT(zone_use("Europe/Moscow"), OK);
	CHECK_INT(hours_of(2014, 10, 25), 24);
	CHECK_INT(hours_of(2014, 10, 26), 25);
	CHECK_INT(hours_of(2014, 10, 27), 24);
	CHECK_INT(hours_of(2011, 3, 27), 23);
	/* UTC+4 until the 26th, UTC+3 from two at night on. */
	CHECK_INT(zone_start(period_day(2014, 10, 26)),
		  utc(2014, 10, 25, 20, 0));
	CHECK_INT(zone_start(period_day(2014, 10, 27)),
		  utc(2014, 10, 26, 21, 0));
	CHECK_INT(zone_day(utc(2014, 10, 25, 19, 59)),
		  period_day(2014, 10, 25));
	CHECK_INT(zone_day(utc(2014, 10, 25, 20, 0)), period_day(2014, 10, 26));
	CHECK_INT(zone_minute(utc(2014, 10, 25, 21, 30)), 90);
	CHECK_INT(zone_minute(utc(2014, 10, 25, 22, 30)), 90);
}

static void test_berlin(void)
{
	CHECK_INT(zone_use("Europe/Berlin"), OK);
	CHECK_INT(hours_of(2024, 3, 30), 24);
	CHECK_INT(hours_of(2024, 3, 31), 23);
	CHECK_INT(hours_of(2024, 10, 27), 25);
	CHECK_INT(zone_minute(utc(2024, 3, 31, 0, 59)), 119);
	CHECK_INT(zone_minute(utc(2024, 3, 31, 1, 0)), 180);
	CHECK_INT(zone_day(utc(2023, 12, 31, 23, 0)), period_day(2024, 1, 1));
}

static void test_sao_paulo(void)
{
	CHECK_INT(zone_use("America/Sao_Paulo"), OK);
	/* A sale of the month before, seen from there. */
	CHECK_INT(zone_day(utc(2018, 6, 1, 2, 32)), period_day(2018, 5, 31));
	CHECK_INT(zone_minute(utc(2018, 6, 1, 2, 32)), 23 * 60 + 32);
	/* No midnight: the clock went from 0:00 to 1:00. */
	CHECK_INT(hours_of(2018, 11, 4), 23);
	CHECK_INT(zone_start(period_day(2018, 11, 4)), utc(2018, 11, 4, 3, 0));
	CHECK_INT(zone_minute(zone_start(period_day(2018, 11, 4))), 60);
	/* The hour before midnight came twice. */
	CHECK_INT(hours_of(2018, 2, 17), 25);
	CHECK_INT(hours_of(2018, 2, 18), 24);
	CHECK_INT(zone_start(period_day(2018, 2, 18)), utc(2018, 2, 18, 3, 0));
}

static void test_odd_zones(void)
{
	CHECK_INT(zone_use("Pacific/Apia"), OK);
	CHECK_INT(hours_of(2011, 12, 29), 24);
	CHECK_INT(hours_of(2011, 12, 30), 0);
	CHECK_INT(hours_of(2011, 12, 31), 24);
	CHECK_INT(zone_use("Asia/Kathmandu"), OK);
	CHECK_INT(zone_minute(utc(2026, 1, 1, 0, 0)), 5 * 60 + 45);
	CHECK_INT(zone_use("Pacific/Kiritimati"), OK);
	CHECK_INT(zone_start(period_day(2026, 1, 1)), utc(2025, 12, 31, 10, 0));
	CHECK_INT(zone_use("Asia/Manila"), OK);
	CHECK_INT(zone_day(zone_start(period_day(1800, 1, 1))),
		  period_day(1800, 1, 1));
}

/* The start of a day lies in it, the second before lies in the day before. */
static void test_starts(void)
{
	static const char *const names[] = { "UTC",
					     "Europe/Moscow",
					     "Europe/Berlin",
					     "America/Sao_Paulo",
					     "America/New_York",
					     "Asia/Tehran",
					     "Australia/Lord_Howe" };

	for (size_t i = 0; i < COUNT(names); i++) {
		CHECK_INT(zone_use(names[i]), OK);
		for (int64_t day = period_day(2000, 1, 1);
		     day < period_day(2040, 1, 1); day += 1) {
			int64_t at = zone_start(day);

			if (zone_day(at) != day || zone_day(at - 1) != day - 1)
				CHECK_INT(day, INT64_MIN);
		}
	}
}

int main(void)
{
	test_names();
	test_folder();
	test_moscow();
	test_berlin();
	test_sao_paulo();
	test_odd_zones();
	test_starts();
	return check_done();
}
