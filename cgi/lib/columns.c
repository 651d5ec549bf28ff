/* columns.c - lists of integers as text. */
#include "columns.h"

#include <string.h>

#include "packed.h"

enum { BITS = 6, FIRST_DIGIT = '0', DIGITS_MOST = 11 };

static int64_t least(const int64_t *value, size_t n)
{
	int64_t low = n ? value[0] : 0;

	for (size_t i = 1; i < n; i++)
		if (value[i] < low)
			low = value[i];
	return low;
}

/* Differences are taken without a sign: they fit even between the ends of the
 * integers. */
static size_t width_of(const int64_t *value, size_t n, int64_t low)
{
	uint64_t high = 0;
	size_t width = 0;

	for (size_t i = 0; i < n; i++)
		high |= (uint64_t)value[i] - (uint64_t)low;
	for (; high; high >>= BITS)
		width++;
	return width;
}

void columns_add(struct buf *b, const int64_t *value, size_t n)
{
	int64_t low = least(value, n);
	size_t width = width_of(value, n, low);
	char digit[DIGITS_MOST];

	packed_add_number(b, low);
	packed_add_number(b, (int64_t)width);
	for (size_t i = 0; width && i < n; i++) {
		uint64_t above = (uint64_t)value[i] - (uint64_t)low;

		for (size_t k = width; k > 0; k--, above >>= BITS)
			digit[k - 1] = (char)(FIRST_DIGIT + (above & 63));
		buf_add(b, digit, width);
	}
	buf_add(b, " ", 1);
}

static uint64_t digit_at(const char *at)
{
	return (uint64_t)(*at - FIRST_DIGIT);
}

/* Most columns are one or two digits wide; millions of them are read. */
static const char *read_digits(const char *at, size_t width, int64_t low,
			       int64_t *value, size_t n)
{
	for (size_t i = 0; width == 1 && i < n; i++)
		value[i] = low + (int64_t)digit_at(at++);
	for (size_t i = 0; width == 2 && i < n; i++, at += 2)
		value[i] = low +
			   (int64_t)(digit_at(at) << BITS | digit_at(at + 1));
	for (size_t i = 0; width > 2 && i < n; i++) {
		uint64_t above = 0;

		for (size_t k = 0; k < width; k++)
			above = above << BITS | digit_at(at++);
		value[i] = (int64_t)((uint64_t)low + above);
	}
	return at;
}

void columns_next(const char **text, int64_t *value, size_t n)
{
	int64_t low = packed_number(text);
	size_t width = (size_t)packed_number(text);
	bool whole =
		width <= DIGITS_MOST && strnlen(*text, width * n) == width * n;

	for (size_t i = 0; (width == 0 || !whole) && i < n; i++)
		value[i] = low;
	*text = whole ? read_digits(*text, width, low, value, n)
		      : *text + strlen(*text);
	*text += **text == ' ';
}
