/* money.h - amounts: whole minor units (kopecks, cents, yen), never floats.
 *
 * An amount goes with a currency, whose exponent says how many decimals it
 * is written with: 2 for most, 0 for JPY, 3 for KWD (ISO 4217). */
#ifndef MONEY_H
#define MONEY_H

#include "arena.h"

/* The largest amount that is accepted, either sign, in minor units. */
#define MONEY_MOST INT64_C(9000000000000000)

/* Whether text is three capital letters: the form of an ISO 4217 code. */
bool money_code(const char *code);

/* Decimals of a currency, 0 to 4; 2 for a code that is not in the table. */
int money_exponent(const char *code);

/* The sign written with an amount, "$"; the code itself where none is usual. */
const char *money_symbol(const char *code);

/*
 * money_parse - an amount as typed or imported, for instance "1054", "29.33",
 * "29,3", "1 234 567,50", "-5".
 * One . or , before the decimals, at most exponent of them; digits in groups
 * of three by space, no-break space, thin space or narrow no-break space, or
 * not grouped at all; a minus (- or U+2212) before the first digit; white
 * space around is skipped.
 * *amount: minor units, at most MONEY_MOST either way.
 * Returns ERR_INPUT for anything else and leaves *amount alone.
 */
enum err money_parse(const char *text, int exponent, int64_t *amount);

/* The plain form, which money_parse reads back: "1054.00", "-0.05", "7". */
char *money_text(struct arena *a, int64_t amount, int exponent);

#endif
