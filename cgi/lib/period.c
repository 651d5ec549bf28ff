/* period.c - the calendar: days, months, weeks and the periods of reports. */
#include "period.h"

#include <inttypes.h>
#include <string.h>

/* Division and remainder that stay whole below zero. */
static int64_t floor_div(int64_t a, int64_t b)
{
	return a / b - (a % b < 0);
}

static int64_t floor_mod(int64_t a, int64_t b)
{
	return a - floor_div(a, b) * b;
}

static bool leap(int64_t year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int64_t month_length(int64_t year, int64_t month)
{
	static const int64_t days[] = { 31, 28, 31, 30, 31, 30,
					31, 31, 30, 31, 30, 31 };

	return days[month - 1] + (month == 2 && leap(year));
}

bool period_real(int64_t year, int64_t month, int64_t day)
{
	return month >= 1 && month <= 12 && day >= 1 &&
	       day <= month_length(year, month);
}

/* Years begin in March here, so that the leap day is the last of its year, and
 * come in eras of 400, which are all of the same length. */
enum { ERA = 146097, EPOCH = 719468 }; /* days; 0000-03-01 to 1970-01-01 */

int64_t period_day(int64_t year, int64_t month, int64_t day)
{
	int64_t y = month <= 2 ? year - 1 : year;
	int64_t era = floor_div(y, 400);
	int64_t year_of_era = y - era * 400;
	int64_t month_from_march = (month + 9) % 12;
	int64_t day_of_year = (153 * month_from_march + 2) / 5 + day - 1;

	BUG_IF(!period_real(year, month, day));
	return era * ERA + year_of_era * 365 + year_of_era / 4 -
	       year_of_era / 100 + day_of_year - EPOCH;
}

struct date period_date(int64_t day)
{
	int64_t era = floor_div(day + EPOCH, ERA);
	int64_t d = day + EPOCH - era * ERA;
	int64_t y = (d - d / 1460 + d / 36524 - d / 146096) / 365;
	int64_t day_of_year = d - (365 * y + y / 4 - y / 100);
	int64_t month_from_march = (5 * day_of_year + 2) / 153;
	int64_t month = (month_from_march + 2) % 12 + 1;

	return (struct date){
		.year = era * 400 + y + (month <= 2),
		.month = month,
		.day = day_of_year - (153 * month_from_march + 2) / 5 + 1,
	};
}

/* The number in text[0..n), which are digits. */
static int64_t number(const char *text, size_t n)
{
	int64_t value = 0;

	for (size_t i = 0; i < n; i++)
		value = value * 10 + (text[i] - '0');
	return value;
}

enum err period_parse(const char *text, int64_t *day)
{
	static const char form[] = "0000-00-00";
	int64_t year, month, of_month;

	if (strlen(text) != strlen(form))
		return ERR_INPUT;
	for (size_t i = 0; form[i]; i++)
		if (form[i] == '-' ? text[i] != '-'
				   : text[i] < '0' || text[i] > '9')
			return ERR_INPUT;
	year = number(text, 4);
	month = number(text + 5, 2);
	of_month = number(text + 8, 2);
	if (year < 1900 || year > 2100 || !period_real(year, month, of_month))
		return ERR_INPUT;
	*day = period_day(year, month, of_month);
	return OK;
}

char *period_text(struct arena *a, int64_t day)
{
	struct date d = period_date(day);

	return arena_printf(a, "%04" PRId64 "-%02" PRId64 "-%02" PRId64, d.year,
			    d.month, d.day);
}

/* ---- months and weeks ---- */

int64_t period_month(int64_t day)
{
	struct date d = period_date(day);

	return d.year * 12 + d.month - 1;
}

int64_t period_month_start(int64_t month)
{
	return period_day(floor_div(month, 12), floor_mod(month, 12) + 1, 1);
}

int64_t period_month_end(int64_t month)
{
	return period_month_start(month + 1) - 1;
}

int64_t period_month_days(int64_t month)
{
	return month_length(floor_div(month, 12), floor_mod(month, 12) + 1);
}

int64_t period_add_months(int64_t day, int64_t n)
{
	int64_t month = period_month(day) + n;
	int64_t last = period_month_days(month);
	int64_t of_month = period_date(day).day;

	return period_month_start(month) + (of_month < last ? of_month : last) -
	       1;
}

int64_t period_weekday(int64_t day)
{
	return floor_mod(day + 3, 7); /* 1970-01-01 was a Thursday */
}

struct iso_week period_iso_week(int64_t day)
{
	int64_t thursday = day - period_weekday(day) + 3;
	int64_t year = period_date(thursday).year;

	return (struct iso_week){
		.year = year,
		.week = (thursday - period_day(year, 1, 1)) / 7 + 1,
	};
}

/* ---- periods ---- */

/* A kind is so many whole months, or, with none, so many days. */
struct kind {
	const char *name;
	int64_t months, days;
};

static const struct kind kinds[] = {
	[PERIOD_WEEK] = { "week", 0, 7 },
	[PERIOD_MONTH] = { "month", 1, 0 },
	[PERIOD_QUARTER] = { "quarter", 3, 0 },
	[PERIOD_YEAR] = { "year", 12, 0 },
};

const char *period_name(enum period_kind kind)
{
	return kinds[kind].name;
}

/* The n-th period of a kind after the one that holds the day. */
static struct period period_at(const struct kind *k, int64_t day, int64_t n)
{
	int64_t first;

	if (!k->months) {
		first = day - period_weekday(day) + n * k->days;
		return (struct period){ first, first + k->days };
	}
	first = (floor_div(period_month(day), k->months) + n) * k->months;
	return (struct period){ period_month_start(first),
				period_month_start(first + k->months) };
}

struct period period_of(enum period_kind kind, int64_t day)
{
	return period_at(&kinds[kind], day, 0);
}

struct period period_step(enum period_kind kind, struct period p, int64_t n)
{
	return period_at(&kinds[kind], p.from, n);
}

struct period period_last_complete(enum period_kind kind, int64_t today)
{
	return period_at(&kinds[kind], today, -1);
}

struct period period_first_month(struct period p)
{
	int64_t next = period_month_start(period_month(p.from) + 1);

	return (struct period){ p.from, next < p.to ? next : p.to };
}

int64_t period_days(struct period p)
{
	return p.to - p.from;
}

struct period period_before(struct period p)
{
	return (struct period){ p.from - period_days(p), p.from };
}

struct period period_year_before(struct period p)
{
	return (struct period){ period_add_months(p.from, -12),
				period_add_months(p.to, -12) };
}
