/* period.h - the calendar: days, months, weeks and the periods of reports.
 *
 * A day is a count since 1970-01-01, in the company's zone; a month is
 * year * 12 + month - 1.  A span of days is half-open, [from, to).  Pure
 * numbers: no clock, no zone.  Gregorian, forwards and backwards. */
#ifndef PERIOD_H
#define PERIOD_H

#include "arena.h"

/* One day in words of the calendar. */
struct date {
	int64_t year;
	int64_t month; /* 1 to 12 */
	int64_t day;   /* 1 to 31 */
};

/* Whether there is such a day. */
bool period_real(int64_t year, int64_t month, int64_t day);

/* A real date's day, and back.
 * Source: H. Hinnant, "chrono-compatible low-level date algorithms". */
int64_t period_day(int64_t year, int64_t month, int64_t day);
struct date period_date(int64_t day);

/*
 * period_parse - YYYY-MM-DD, exactly so, a real day from 1900 to 2100.
 * Returns ERR_INPUT for anything else and leaves *day alone.
 */
enum err period_parse(const char *text, int64_t *day);

/* The day as YYYY-MM-DD, for years 0 to 9999. */
char *period_text(struct arena *a, int64_t day);

/* Month of a day; first and last day of a month; number of days in it, 28 to
 * 31. */
int64_t period_month(int64_t day);
int64_t period_month_start(int64_t month);
int64_t period_month_end(int64_t month);
int64_t period_month_days(int64_t month);

/* The same day n months later (n < 0: earlier), or the last day of that month
 * when it is shorter: 31 January + 1 month is the last of February. */
int64_t period_add_months(int64_t day, int64_t n);

/* Monday is 0, Sunday is 6. */
int64_t period_weekday(int64_t day);

/* Week of ISO 8601: 2021-01-01 lies in 2020-W53. */
struct iso_week {
	int64_t year; /* of the week's Thursday */
	int64_t week; /* 1 to 53 */
};

struct iso_week period_iso_week(int64_t day);

/* Some days in a row, [from, to). */
struct period {
	int64_t from, to; /* days; from <= to */
};

enum period_kind { PERIOD_WEEK, PERIOD_MONTH, PERIOD_QUARTER, PERIOD_YEAR };

/* What a kind is called in an address: "week", "month", "quarter", "year". */
const char *period_name(enum period_kind kind);

/* The period of this kind that holds a day; weeks begin on Monday. */
struct period period_of(enum period_kind kind, int64_t day);

/* The period of this kind that lies n after (n < 0: before) the one which
 * holds p.from. */
struct period period_step(enum period_kind kind, struct period p, int64_t n);

/* The newest period of this kind that is over: it ends on or before today. */
struct period period_last_complete(enum period_kind kind, int64_t today);

/* The part of a period that lies in the month of its first day. */
struct period period_first_month(struct period p);

int64_t period_days(struct period p);

/* The span of equal length that ends where p begins. */
struct period period_before(struct period p);

/* The same dates a year earlier: both ends 12 months back.  A leap day makes
 * it one day longer or shorter. */
struct period period_year_before(struct period p);

#endif
