/* format.h - numbers, days and money as text, the way each language writes
 * them: 1,234.5 and 1 234,5; 34% and 34 %; 23 Nov 2026 and 23.11.2026.
 *
 * language is "en" or "ru"; results live in the arena.  The minus is U+2212,
 * spaces inside numbers do not break. */
#ifndef FORMAT_H
#define FORMAT_H

#include "arena.h"

/* What stands where there is nothing to show. */
#define FORMAT_NOTHING "\xe2\x80\x94"

/* A whole number with its thousands apart; a number with decimals. */
char *format_count(struct arena *a, const char *language, int64_t n);
char *format_decimal(struct arena *a, const char *language, double x,
		     int decimals);

/*
 * format_rate - a share of n cases: whole percents under 1,000 cases, else one
 * decimal.  What rounds to 0 or 100 % without being it is "<1%", ">99%"
 * ("<0.1%", ">99.9%" with a decimal).
 * share: in [0, 1].
 */
char *format_rate(struct arena *a, const char *language, double share,
		  int64_t n);

/* A share with so many decimals, always. */
char *format_percent(struct arena *a, const char *language, double share,
		     int decimals);

/* Two limits of a share, one decimal: 29.7–51.3%. */
char *format_range(struct arena *a, const char *language, double low,
		   double high);

/* A difference of shares in points: +3.1 pts, +3,1 п. п. */
char *format_points(struct arena *a, const char *language, double difference);

/* Money in full with its decimals; in whole units; with k, M, тыс., млн. */
char *format_money(struct arena *a, const char *language, int64_t minor,
		   const char *currency);
char *format_money_whole(struct arena *a, const char *language, int64_t minor,
			 const char *currency);
char *format_money_short(struct arena *a, const char *language, int64_t minor,
			 const char *currency);

/* A day in a table: 23 Nov 2026, 23.11.2026. */
char *format_day(struct arena *a, const char *language, int64_t day);

/* A day in text, with its weekday and without the year: Mon 23 Nov. */
char *format_day_words(struct arena *a, const char *language, int64_t day);

/* A day without the year: 23 Nov, 23 ноя. */
char *format_day_short(struct arena *a, const char *language, int64_t day);

/* A day with its year, in text: 23 Nov 2026, 23 ноября 2026. */
char *format_day_long(struct arena *a, const char *language, int64_t day);

/* The quarter that begins with a month: Q3 2026, III кв. 2026. */
char *format_quarter(struct arena *a, const char *language, int64_t month);

/* A month of the numbering year * 12 + month - 1: Nov 2026, ноя 2026. */
char *format_month(struct arena *a, const char *language, int64_t month);

/* A minute of the day: 14:05. */
char *format_time(struct arena *a, int64_t minute);

#endif
