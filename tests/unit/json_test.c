/* json_test.c - machine numbers at full precision, texts that cannot break. */
#include <math.h>
#include <stdlib.h>

#include "../check.h"
#include "json.h"

static const char *number(struct arena *a, double x)
{
	struct buf *b = buf_new(a);
	struct json *j = json_new(a, b);

	json_number(j, "x", x);
	json_finish(j);
	return buf_text(b);
}

static void numbers_read_back_exactly(struct arena *a)
{
	static const double list[] = { 0,    1,     -1,     0.1, 1.0 / 3,
				       1e15, 1e300, 5e-324, 0.4, 2.0 / 3 };

	for (size_t i = 0; i < COUNT(list); i++)
		CHECK(strtod(number(a, list[i]) + 5, NULL) == list[i]);
	CHECK_TEXT(number(a, 0.4), "{\"x\":0.4}\n");
	CHECK_TEXT(number(a, (double)NAN), "{\"x\":null}\n");
	CHECK_TEXT(number(a, (double)INFINITY), "{\"x\":null}\n");
}

static void texts_are_escaped(struct arena *a)
{
	struct buf *b = buf_new(a);
	struct json *j = json_new(a, b);

	json_text(j, "a\"", "b\\\n\x01\"</script> я");
	json_finish(j);
	CHECK_TEXT(buf_text(b),
		   "{\"a\\\"\":\"b\\\\\\u000a\\u0001\\\"</script> я\"}\n");
}

static void groups_nest(struct arena *a)
{
	struct buf *b = buf_new(a);
	struct json *j = json_new(a, b);

	json_array(j, "list");
	json_int(j, NULL, 1);
	json_object(j, NULL);
	json_bool(j, "yes", true);
	json_null(j, "none");
	json_int(j, "missing", NONE);
	json_end(j);
	json_end(j);
	json_day(j, "day", 20782);
	json_day(j, "no_day", NONE);
	json_month(j, "month", 2026 * 12 + 10);
	json_money(j, "money", -123456, 2);
	json_finish(j);
	CHECK_TEXT(buf_text(b),
		   "{\"list\":[1,{\"yes\":true,\"none\":null,"
		   "\"missing\":null}],\"day\":\"2026-11-25\",\"no_day\":null,"
		   "\"month\":\"2026-11\",\"money\":-1234.56}\n");
}

int main(void)
{
	struct arena *a = arena_new();

	numbers_read_back_exactly(a);
	texts_are_escaped(a);
	groups_nest(a);
	arena_free(a);
	return check_done();
}
