/* money.c - amounts: whole minor units, never floats. */
#include "money.h"

#include <inttypes.h>
#include <string.h>

#include "str.h"

struct currency {
	char code[4];
	int exponent;
	const char *symbol;
};

/* Currencies with a usual sign, or with another exponent than 2 (ISO 4217). */
static const struct currency currencies[] = {
	{ "AUD", 2, "A$" },  { "BHD", 3, "BHD" }, { "BIF", 0, "BIF" },
	{ "BRL", 2, "R$" },  { "CAD", 2, "C$" },  { "CLF", 4, "CLF" },
	{ "CLP", 0, "CLP" }, { "CNY", 2, "CN¥" }, { "CZK", 2, "Kč" },
	{ "DJF", 0, "DJF" }, { "EUR", 2, "€" },   { "GBP", 2, "£" },
	{ "GEL", 2, "₾" }, { "GNF", 0, "GNF" }, { "ILS", 2, "₪" },
	{ "INR", 2, "₹" },   { "IQD", 3, "IQD" }, { "ISK", 0, "ISK" },
	{ "JOD", 3, "JOD" }, { "JPY", 0, "¥" },   { "KMF", 0, "KMF" },
	{ "KRW", 0, "₩" },   { "KWD", 3, "KWD" }, { "KZT", 2, "₸" },
	{ "LYD", 3, "LYD" }, { "MXN", 2, "MX$" }, { "NGN", 2, "₦" },
	{ "OMR", 3, "OMR" }, { "PLN", 2, "zł" },  { "PYG", 0, "PYG" },
	{ "RUB", 2, "₽" }, { "RWF", 0, "RWF" }, { "TND", 3, "TND" },
	{ "TRY", 2, "₺" },   { "UAH", 2, "₴" },   { "UGX", 0, "UGX" },
	{ "USD", 2, "$" },   { "UYI", 0, "UYI" }, { "UYW", 4, "UYW" },
	{ "VND", 0, "₫" },   { "VUV", 0, "VUV" }, { "XAF", 0, "XAF" },
	{ "XOF", 0, "XOF" }, { "XPF", 0, "XPF" },
};

static const struct currency *currency(const char *code)
{
	for (size_t i = 0; i < COUNT(currencies); i++)
		if (strcmp(currencies[i].code, code) == 0)
			return &currencies[i];
	return NULL;
}

bool money_code(const char *code)
{
	return strlen(code) == 3 &&
	       strspn(code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 3;
}

int money_exponent(const char *code)
{
	const struct currency *c = currency(code);

	return c ? c->exponent : 2;
}

const char *money_symbol(const char *code)
{
	const struct currency *c = currency(code);

	return c ? c->symbol : code;
}

/* What stands between groups of three digits. */
static bool separator(uint32_t p)
{
	return p == ' ' || p == 0xa0 || p == 0x2009 || p == 0x202f;
}

static bool digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Appends one digit; false when the amount becomes too large. */
static bool grow(int64_t *amount, char c)
{
	*amount = *amount * 10 + (c - '0');
	return *amount <= MONEY_MOST;
}

/* Reads the digits before the decimals and moves *text past them.  A space
 * that no digit follows is left for the caller, as the end of the amount. */
static bool whole(const char **text, int64_t *amount)
{
	size_t group = 0;
	bool grouped = false;

	for (;;) {
		const char *next = *text;

		if (digit(**text)) {
			if (!grow(amount, *(*text)++))
				return false;
			group++;
			continue;
		}
		if (!separator(str_point(&next)) || !digit(*next))
			break;
		if (grouped ? group != 3 : group < 1 || group > 3)
			return false;
		grouped = true;
		group = 0;
		*text = next;
	}
	return grouped ? group == 3 : group > 0;
}

/* Reads the decimals, if there are any, and fills up to exponent of them. */
static bool decimals(const char **text, int exponent, int64_t *amount)
{
	int n = 0;

	if (**text == '.' || **text == ',') {
		++*text;
		for (; digit(**text); n++)
			if (n == exponent || !grow(amount, *(*text)++))
				return false;
		if (n == 0)
			return false;
	}
	for (; n < exponent; n++)
		if (!grow(amount, '0'))
			return false;
	return true;
}

static void skip_blank(const char **text)
{
	const char *next = *text;

	while (str_blank(str_point(&next)))
		*text = next;
}

enum err money_parse(const char *text, int exponent, int64_t *amount)
{
	const char *next;
	int64_t value = 0;
	uint32_t sign;

	BUG_IF(exponent < 0 || exponent > 4);
	skip_blank(&text);
	next = text;
	sign = str_point(&next);
	if (sign == '-' || sign == 0x2212)
		text = next;
	if (!whole(&text, &value) || !decimals(&text, exponent, &value))
		return ERR_INPUT;
	skip_blank(&text);
	if (*text)
		return ERR_INPUT;
	*amount = sign == '-' || sign == 0x2212 ? -value : value;
	return OK;
}

char *money_text(struct arena *a, int64_t amount, int exponent)
{
	uint64_t size = amount < 0 ? -(uint64_t)amount : (uint64_t)amount;
	const char *minus = amount < 0 ? "-" : "";
	uint64_t unit = 1;

	BUG_IF(exponent < 0 || exponent > 4);
	for (int i = 0; i < exponent; i++)
		unit *= 10;
	if (exponent == 0)
		return arena_printf(a, "%s%" PRIu64, minus, size);
	return arena_printf(a, "%s%" PRIu64 ".%0*" PRIu64, minus, size / unit,
			    exponent, size % unit);
}
