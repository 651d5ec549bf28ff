/* json.c - writing JSON: machine numbers at full precision. */
#include "json.h"

#include <math.h>
#include <stdio.h>

#include "money.h"
#include "period.h"

enum { DEEPEST = 16 };

struct json {
	struct arena *arena;
	struct buf *buf;
	char closing[DEEPEST]; /* of what is open, outermost first */
	bool filled[DEEPEST];  /* whether it has a member already */
	size_t depth;
};

static void put_string(struct json *j, const char *text)
{
	buf_char(j->buf, '"');
	for (; *text; text++) {
		unsigned char c = (unsigned char)*text;

		if (c == '"' || c == '\\')
			buf_char(j->buf, '\\');
		if (c < 0x20)
			buf_printf(j->buf, "\\u%04x", c);
		else
			buf_char(j->buf, (char)c);
	}
	buf_char(j->buf, '"');
}

static void begin_value(struct json *j, const char *key)
{
	size_t top = j->depth - 1;

	BUG_IF(j->depth == 0);
	BUG_IF((key != NULL) != (j->closing[top] == '}'));
	if (j->filled[top])
		buf_char(j->buf, ',');
	j->filled[top] = true;
	if (!key)
		return;
	put_string(j, key);
	buf_char(j->buf, ':');
}

static void open_group(struct json *j, char opening, char closing)
{
	BUG_IF(j->depth == DEEPEST);
	buf_char(j->buf, opening);
	j->closing[j->depth] = closing;
	j->filled[j->depth++] = false;
}

struct json *json_new(struct arena *a, struct buf *b)
{
	struct json *j = arena_zalloc(a, sizeof(*j));

	j->arena = a;
	j->buf = b;
	open_group(j, '{', '}');
	return j;
}

void json_object(struct json *j, const char *key)
{
	begin_value(j, key);
	open_group(j, '{', '}');
}

void json_array(struct json *j, const char *key)
{
	begin_value(j, key);
	open_group(j, '[', ']');
}

void json_end(struct json *j)
{
	BUG_IF(j->depth == 0);
	buf_char(j->buf, j->closing[--j->depth]);
}

void json_text(struct json *j, const char *key, const char *text)
{
	begin_value(j, key);
	put_string(j, text);
}

void json_int(struct json *j, const char *key, int64_t n)
{
	if (n == NONE) {
		json_null(j, key);
		return;
	}
	begin_value(j, key);
	buf_printf(j->buf, "%lld", (long long)n);
}

void json_bool(struct json *j, const char *key, bool yes)
{
	begin_value(j, key);
	buf_text_add(j->buf, yes ? "true" : "false");
}

void json_null(struct json *j, const char *key)
{
	begin_value(j, key);
	buf_text_add(j->buf, "null");
}

void json_number(struct json *j, const char *key, double x)
{
	const char *text;

	if (!isfinite(x)) {
		json_null(j, key);
		return;
	}
	for (int digits = 15; digits <= 17; digits++) {
		text = arena_printf(j->arena, "%.*g", digits, x);
		/* Equal bits are wanted, so equality is right here. */
		if (strtod(text, NULL) == x)
			break;
	}
	begin_value(j, key);
	buf_text_add(j->buf, text);
}

void json_day(struct json *j, const char *key, int64_t day)
{
	if (day == NONE)
		json_null(j, key);
	else
		json_text(j, key, period_text(j->arena, day));
}

void json_month(struct json *j, const char *key, int64_t month)
{
	const char *day = period_text(j->arena, period_month_start(month));

	json_text(j, key, arena_strndup(j->arena, day, 7));
}

void json_money(struct json *j, const char *key, int64_t minor, int exponent)
{
	begin_value(j, key);
	buf_text_add(j->buf, money_text(j->arena, minor, exponent));
}

void json_finish(struct json *j)
{
	BUG_IF(j->depth != 1);
	json_end(j);
	buf_char(j->buf, '\n');
}
