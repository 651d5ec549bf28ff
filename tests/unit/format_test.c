/* format_test.c - numbers, days and money the way each language writes them. */
#include "../check.h"
#include "format.h"
#include "period.h"

#define NB "\xc2\xa0"

static struct arena *a;

static void counts(void)
{
	CHECK_TEXT(format_count(a, "en", 0), "0");
	CHECK_TEXT(format_count(a, "en", 999), "999");
	CHECK_TEXT(format_count(a, "en", 1234567), "1,234,567");
	CHECK_TEXT(format_count(a, "ru", 1234567), "1" NB "234" NB "567");
	CHECK_TEXT(format_count(a, "ru", 1234), "1" NB "234");
	CHECK_TEXT(format_count(a, "en", -1234), "\xe2\x88\x92"
						 "1,234");
	CHECK_TEXT(format_decimal(a, "ru", 1234567.5, 1),
		   "1" NB "234" NB "567,5");
	CHECK_TEXT(format_decimal(a, "en", -0.04, 1), "0.0");
}

static void rates(void)
{
	CHECK_TEXT(format_rate(a, "en", 0.4, 75), "40%");
	CHECK_TEXT(format_rate(a, "en", 0.3427, 999), "34%");
	CHECK_TEXT(format_rate(a, "en", 0.3427, 1000), "34.3%");
	CHECK_TEXT(format_rate(a, "ru", 0.3427, 4012), "34,3" NB "%");
	CHECK_TEXT(format_rate(a, "en", 0, 50), "0%");
	CHECK_TEXT(format_rate(a, "en", 1, 50), "100%");
	/* some is not none, and not all is not all */
	CHECK_TEXT(format_rate(a, "en", 0.001, 900), "<1%");
	CHECK_TEXT(format_rate(a, "en", 0.999, 900), ">99%");
	CHECK_TEXT(format_rate(a, "en", 0.0001, 10000), "<0.1%");
	CHECK_TEXT(format_rate(a, "en", 0.9999, 10000), ">99.9%");
	CHECK_TEXT(format_range(a, "en", 0.29662, 0.51312), "29.7\xe2\x80\x93"
							    "51.3%");
	CHECK_TEXT(format_range(a, "ru", 0.29662, 0.51312), "29,7\xe2\x80\x93"
							    "51,3" NB "%");
	CHECK_TEXT(format_points(a, "en", 0.031), "+3.1" NB "pts");
	CHECK_TEXT(format_points(a, "ru", -0.031), "\xe2\x88\x92"
						   "3,1" NB "п." NB "п.");
	CHECK_TEXT(format_points(a, "en", 0.0001), "0.0" NB "pts");
}

static void amounts(void)
{
	CHECK_TEXT(format_money(a, "en", 123456, "USD"), "$1,234.56");
	CHECK_TEXT(format_money(a, "ru", 123456, "RUB"),
		   "1" NB "234,56" NB "₽");
	CHECK_TEXT(format_money(a, "en", -500, "USD"), "\xe2\x88\x92"
						       "$5.00");
	CHECK_TEXT(format_money(a, "en", 1234, "JPY"), "¥1,234");
	CHECK_TEXT(format_money_whole(a, "en", 40249, "USD"), "$402");
	CHECK_TEXT(format_money_short(a, "en", 40200, "USD"), "$402");
	CHECK_TEXT(format_money_short(a, "en", 333333, "USD"), "$3,333");
	CHECK_TEXT(format_money_short(a, "en", 88100000, "USD"), "$881" NB "k");
	CHECK_TEXT(format_money_short(a, "en", 680000000, "USD"),
		   "$6.80" NB "M");
	CHECK_TEXT(format_money_short(a, "ru", 54420000000, "RUB"),
		   "544" NB "млн" NB "₽");
}

static void days(void)
{
	int64_t day = period_day(2026, 11, 23);

	CHECK_TEXT(format_day(a, "en", day), "23 Nov 2026");
	CHECK_TEXT(format_day(a, "ru", day), "23.11.2026");
	CHECK_TEXT(format_day_short(a, "ru", day), "23" NB "ноября");
	CHECK_TEXT(format_day_long(a, "en", day), "23" NB "Nov" NB "2026");
	CHECK_TEXT(format_day_words(a, "en", day), "Mon" NB "23" NB "Nov");
	CHECK_TEXT(format_day_words(a, "ru", day), "пн" NB "23" NB "ноября");
	CHECK_TEXT(format_month(a, "en", 2026 * 12 + 10), "Nov" NB "2026");
	CHECK_TEXT(format_quarter(a, "en", 2026 * 12 + 6), "Q3" NB "2026");
	CHECK_TEXT(format_quarter(a, "ru", 2026 * 12 + 6),
		   "III" NB "кв." NB "2026");
	CHECK_TEXT(format_time(a, 9 * 60 + 5), "09:05");
}

int main(void)
{
	a = arena_new();
	counts();
	rates();
	amounts();
	days();
	arena_free(a);
	return check_done();
}
