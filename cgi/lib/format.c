/* format.c - numbers, days and money as text, the way each language writes
 * them.  The forms are those of CLDR; they are no texts to translate, since
 * other programs print the same. */
#include "format.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "money.h"
#include "period.h"

#define NBSP  "\xc2\xa0"
#define MINUS "\xe2\x88\x92"
#define DASH  "\xe2\x80\x93"

/* How one language writes. */
static const struct style {
	const char *thousands, *point, *percent, *points;
	const char *thousand, *million, *billion; /* after an amount */
	bool sign_before;                         /* $5, but 5 ₽ */
	const char *month[12];    /* short, alone or after a day */
	const char *genitive[12]; /* after a day */
	const char *weekday[7];
} english = {
	",", ".", "%", NBSP "pts", NBSP "k", NBSP "M", NBSP "B", true,
	{ "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct",
	  "Nov", "Dec" },
	{ "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct",
	  "Nov", "Dec" },
	{ "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" },
}, russian = {
	NBSP, ",", NBSP "%", NBSP "п." NBSP "п.", NBSP "тыс.", NBSP "млн",
	NBSP "млрд", false,
	{ "янв.", "февр.", "март", "апр.", "май", "июнь", "июль", "авг.",
	  "сент.", "окт.", "нояб.", "дек." },
	{ "января", "февраля", "марта", "апреля", "мая", "июня", "июля",
	  "августа", "сентября", "октября", "ноября", "декабря" },
	{ "пн", "вт", "ср", "чт", "пт", "сб", "вс" },
};

static const struct style *style_of(const char *language)
{
	return strcmp(language, "ru") == 0 ? &russian : &english;
}

/* Digits with their thousands apart; text holds digits only. */
static char *grouped(struct arena *a, const struct style *s, const char *digits)
{
	size_t n = strlen(digits), gap = strlen(s->thousands);
	char *out = arena_zalloc(a, n + n / 3 * gap + 1);
	size_t m = 0;

	for (size_t i = 0; i < n; i++) {
		if (i && (n - i) % 3 == 0) {
			memcpy(out + m, s->thousands, gap);
			m += gap;
		}
		out[m++] = digits[i];
	}
	return out;
}

/* "-1234.50" in the style of the language. */
static char *styled(struct arena *a, const struct style *s, const char *plain)
{
	bool negative = *plain == '-';
	const char *digits = plain + negative;
	const char *point = strchr(digits, '.');
	size_t whole = point ? (size_t)(point - digits) : strlen(digits);
	const char *left = grouped(a, s, arena_strndup(a, digits, whole));

	/* What rounds to zero has no sign. */
	if (strspn(digits, "0.") == strlen(digits))
		negative = false;
	return arena_printf(a, "%s%s%s%s", negative ? MINUS : "", left,
			    point ? s->point : "", point ? point + 1 : "");
}

char *format_count(struct arena *a, const char *language, int64_t n)
{
	return styled(a, style_of(language),
		      arena_printf(a, "%lld", (long long)n));
}

char *format_decimal(struct arena *a, const char *language, double x,
		     int decimals)
{
	return styled(a, style_of(language),
		      arena_printf(a, "%.*f", decimals, x));
}

char *format_percent(struct arena *a, const char *language, double share,
		     int decimals)
{
	return arena_printf(a, "%s%s",
			    format_decimal(a, language, 100 * share, decimals),
			    style_of(language)->percent);
}

char *format_rate(struct arena *a, const char *language, double share,
		  int64_t n)
{
	int decimals = n < 1000 ? 0 : 1;
	double least = decimals ? 0.001 : 0.01;

	/* Some is not none, and not all is not all. */
	if (share > 0 && share < least / 2)
		return arena_printf(
			a, "<%s", format_percent(a, language, least, decimals));
	if (share < 1 && share > 1 - least / 2)
		return arena_printf(
			a, ">%s",
			format_percent(a, language, 1 - least, decimals));
	return format_percent(a, language, share, decimals);
}

char *format_range(struct arena *a, const char *language, double low,
		   double high)
{
	return arena_printf(a, "%s" DASH "%s",
			    format_decimal(a, language, 100 * low, 1),
			    format_percent(a, language, high, 1));
}

char *format_points(struct arena *a, const char *language, double difference)
{
	const char *number = format_decimal(a, language, 100 * difference, 1);
	bool zero = strspn(number, "0.,") == strlen(number);

	return arena_printf(a, "%s%s%s", difference > 0 && !zero ? "+" : "",
			    number, style_of(language)->points);
}

/* An amount with the currency's sign on the side where it belongs. */
static char *with_sign(struct arena *a, const struct style *s,
		       const char *number, const char *unit,
		       const char *currency)
{
	const char *sign = money_symbol(currency);
	bool negative = strncmp(number, MINUS, strlen(MINUS)) == 0;
	bool is_code = strcmp(sign, currency) == 0;

	if (!s->sign_before)
		return arena_printf(a, "%s%s" NBSP "%s", number, unit, sign);
	if (negative)
		number += strlen(MINUS);
	return arena_printf(a, "%s%s%s%s%s", negative ? MINUS : "", sign,
			    is_code ? NBSP : "", number, unit);
}

char *format_money(struct arena *a, const char *language, int64_t minor,
		   const char *currency)
{
	const struct style *s = style_of(language);
	const char *plain = money_text(a, minor, money_exponent(currency));

	return with_sign(a, s, styled(a, s, plain), "", currency);
}

static double units(int64_t minor, const char *currency)
{
	return (double)minor / pow(10, money_exponent(currency));
}

char *format_money_whole(struct arena *a, const char *language, int64_t minor,
			 const char *currency)
{
	const char *number =
		format_decimal(a, language, units(minor, currency), 0);

	return with_sign(a, style_of(language), number, "", currency);
}

char *format_money_short(struct arena *a, const char *language, int64_t minor,
			 const char *currency)
{
	const struct style *s = style_of(language);
	double x = units(minor, currency), size = fabs(x);
	const char *unit = "";
	int decimals = 0;

	if (size >= 1e9 - 5e6)
		x /= 1e9, unit = s->billion;
	else if (size >= 1e6 - 500)
		x /= 1e6, unit = s->million;
	else if (size >= 1e5)
		x /= 1e3, unit = s->thousand;
	/* Three digits at the least, where a unit has cut some off. */
	if (*unit)
		decimals = fabs(x) < 9.995 ? 2 : fabs(x) < 99.95 ? 1 : 0;
	return with_sign(a, s, format_decimal(a, language, x, decimals), unit,
			 currency);
}

char *format_day(struct arena *a, const char *language, int64_t day)
{
	struct date d = period_date(day);

	if (style_of(language) == &russian)
		return arena_printf(a, "%02d.%02d.%04d", (int)d.day,
				    (int)d.month, (int)d.year);
	return arena_printf(a, "%d %s %d", (int)d.day,
			    english.month[d.month - 1], (int)d.year);
}

char *format_day_short(struct arena *a, const char *language, int64_t day)
{
	struct date d = period_date(day);

	return arena_printf(a, "%d" NBSP "%s", (int)d.day,
			    style_of(language)->genitive[d.month - 1]);
}

char *format_day_long(struct arena *a, const char *language, int64_t day)
{
	return arena_printf(a, "%s" NBSP "%d",
			    format_day_short(a, language, day),
			    (int)period_date(day).year);
}

char *format_quarter(struct arena *a, const char *language, int64_t month)
{
	static const char *const roman[] = { "I", "II", "III", "IV" };
	int quarter = (int)(month % 12 / 3);
	int year = (int)(month / 12);

	if (style_of(language) == &russian)
		return arena_printf(a, "%s" NBSP "кв." NBSP "%d",
				    roman[quarter], year);
	return arena_printf(a, "Q%d" NBSP "%d", quarter + 1, year);
}

char *format_day_words(struct arena *a, const char *language, int64_t day)
{
	return arena_printf(a, "%s" NBSP "%s",
			    style_of(language)->weekday[period_weekday(day)],
			    format_day_short(a, language, day));
}

char *format_month(struct arena *a, const char *language, int64_t month)
{
	struct date d = period_date(period_month_start(month));

	return arena_printf(a, "%s" NBSP "%d",
			    style_of(language)->month[d.month - 1],
			    (int)d.year);
}

char *format_time(struct arena *a, int64_t minute)
{
	return arena_printf(a, "%02d:%02d", (int)(minute / 60),
			    (int)(minute % 60));
}
