/* columns_test.c - integers in columns, and prospects in them: what goes in
 * comes out, and a spoilt text is read within its bounds. */
#include "../../cgi/lib/columns.h"

#include <string.h>

#include "../../cgi/lib/prospects.h"
#include "../check.h"

static const char *column_of(struct arena *a, const int64_t *value, size_t n)
{
	struct buf *b = buf_new(a);

	columns_add(b, value, n);
	return buf_text(b);
}

static void same(struct arena *a, const int64_t *value, size_t n)
{
	const char *text = column_of(a, value, n);
	int64_t got[8] = { 0 };

	columns_next(&text, got, n);
	CHECK_TEXT(text, "");
	for (size_t i = 0; i < n; i++)
		CHECK_INT(got[i], value[i]);
}

static void in_and_out(struct arena *a)
{
	same(a, NULL, 0);
	same(a, (int64_t[]){ 7, 7, 7 }, 3);
	same(a, (int64_t[]){ -1, 0, 62 }, 3);
	same(a, (int64_t[]){ 0, 64, 4095, 63 }, 4);
	same(a, (int64_t[]){ 20000, 20730, 0, 1000000000 }, 4);
	same(a, (int64_t[]){ INT64_MIN, INT64_MAX, 0, -1 }, 4);
}

static void spelt(struct arena *a)
{
	CHECK_TEXT(column_of(a, (int64_t[]){ 7, 7 }, 2), "7 0  ");
	CHECK_TEXT(column_of(a, (int64_t[]){ -1, 0, 62 }, 3), "-1 1 01o ");
	CHECK_TEXT(column_of(a, (int64_t[]){ 64, 0 }, 2), "0 2 1000 ");
}

/* The second column begins where the first one ends. */
static void follow(struct arena *a)
{
	struct buf *b = buf_new(a);
	const char *text;
	int64_t got[2];

	columns_add(b, (int64_t[]){ 5, 5 }, 2);
	columns_add(b, (int64_t[]){ 1, 100 }, 2);
	text = buf_text(b);
	columns_next(&text, got, 2);
	columns_next(&text, got, 2);
	CHECK_INT(got[0], 1);
	CHECK_INT(got[1], 100);
	CHECK_TEXT(text, "");
}

/* ---- prospects ------------------------------------------------------------
 */

static const struct prospect won = {
	.created_day = 20600,
	.end_day = 20614,
	.days = 14,
	.state = PROSPECT_WON,
	.source = 3,
	.campaign = 2,
	.product = 5,
	.segment = 4,
	.owner = 400,
	.team = 40,
	.cost = 100000,
	.revenue = 9000000000,
	.contact = NONE,
};

/* A loss that was recorded for a day before it came took no days. */
static const struct prospect lost = {
	.created_day = 20601,
	.end_day = 20599,
	.days = 0,
	.state = PROSPECT_LOST,
	.reason = 6,
	.contact = NONE,
};

static const struct prospect waiting = {
	.created_day = 20602,
	.end_day = NONE,
	.state = PROSPECT_OPEN,
	.contact = NONE,
};

static const char *text_of(struct arena *a)
{
	static struct prospects p;
	struct buf *b = buf_new(a);

	p = (struct prospects){ .n = 0 };
	prospects_add(&p, &won, "-1 5 0 0 7 3 ");
	prospects_add(&p, &lost, "-1 0 0 0 ");
	prospects_add(&p, &waiting, "");
	prospects_write(b, &p);
	return buf_text(b);
}

static void check_same(const struct prospect *got, struct prospect want,
		       int64_t contact)
{
	want.contact = contact;
	CHECK(memcmp(got, &want, sizeof(want)) == 0);
}

static void prospects_come_back(struct arena *a)
{
	static struct prospects p;

	prospects_read(text_of(a), true, &p);
	CHECK_INT(p.n, 3);
	check_same(&p.row[0], won, 5);
	check_same(&p.row[1], lost, 0);
	check_same(&p.row[2], waiting, NONE);
	CHECK_INT(p.steps, 2);
	CHECK(prospects_reached(&p, 0, 7, 3));
	CHECK(!prospects_reached(&p, 0, 7, 2));
	CHECK(!prospects_reached(&p, 1, 7, 900));
	CHECK(prospects_reached(&p, 1, REACH_CONTACTED, 0));
	CHECK(!prospects_reached(&p, 2, REACH_CONTACTED, 900));
	CHECK(!prospects_reached(&p, 0, 99, 900));
	prospects_read(text_of(a), false, &p);
	CHECK_INT(p.n, 3);
	CHECK_INT(p.steps, 0);
}

/* Cut anywhere, or with a number of rows that cannot be. */
static void spoilt(struct arena *a)
{
	static struct prospects p;
	const char *text = text_of(a);

	for (size_t i = 0; i < strlen(text); i++) {
		prospects_read(arena_strndup(a, text, i), true, &p);
		CHECK(p.n <= 3);
	}
	prospects_read("161 0 0  ", true, &p);
	CHECK_INT(p.n, 0);
	prospects_read("-1 0 0  ", true, &p);
	CHECK_INT(p.n, 0);
}

int main(void)
{
	struct arena *a = arena_new();

	in_and_out(a);
	spelt(a);
	follow(a);
	prospects_come_back(a);
	spoilt(a);
	arena_free(a);
	return check_done();
}
