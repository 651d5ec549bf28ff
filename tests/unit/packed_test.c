/* packed_test.c - counts in one text, and the ages and steps that are kept so:
 * what goes in comes out, whatever is added. */
#include "../../cgi/lib/packed.h"

#include "../../cgi/lib/ages.h"
#include "../../cgi/lib/reach.h"
#include "../check.h"

static const char *text_of(struct arena *a, const struct packed *list, size_t n)
{
	return packed_changed(a, "", list, n);
}

static void nothing(struct arena *a)
{
	const char *text = text_of(a, NULL, 0);
	struct packed p;
	struct reach reach;

	CHECK_TEXT(text, "");
	CHECK(!packed_next(&text, &p));
	CHECK(!reach_next(&text, &reach));
}

static void in_and_out(struct arena *a)
{
	const struct packed list[] = {
		{ 0, { 1, 0, 250 } },
		{ 3, { 0, 2, 0 } },
		{ AGES_MOST + 1, { 5, 4, 9000000000000000 } },
	};
	const char *text = text_of(a, list, COUNT(list));
	struct packed p;

	CHECK_TEXT(text, "0 1 0 250 3 0 2 0 731 5 4 9000000000000000 ");
	for (size_t i = 0; i < COUNT(list); i++) {
		CHECK(packed_next(&text, &p));
		CHECK_INT(p.at, list[i].at);
		for (size_t k = 0; k < PACKED_COUNTS; k++)
			CHECK_INT(p.count[k], list[i].count[k]);
	}
	CHECK(!packed_next(&text, &p));
}

static void ages(struct arena *a)
{
	const struct packed list[] = { { 0, { 1, 2, 250 } },
				       { AGES_MOST + 1, { 5, 4, 60 } } };
	const char *text = text_of(a, list, COUNT(list));
	struct age age;

	CHECK_INT(ages_won_within(text, 0), 1);
	CHECK_INT(ages_won_within(text, AGES_MOST), 1);
	CHECK_INT(ages_won_within(text, AGES_MOST + 1), 6);
	CHECK(ages_next(&text, &age));
	CHECK_INT(age.days, 0);
	CHECK_INT(age.won, 1);
	CHECK_INT(age.lost, 2);
	CHECK_INT(age.revenue, 250);
}

static void steps(struct arena *a)
{
	const struct reach list[] = { { REACH_CONTACT, 5 },
				      { REACH_CONTACTED, 0 },
				      { 7, 12 } };
	const struct packed sums[] = { { 2, { 3, 2, 1 } } };
	struct buf *b = buf_new(a);
	const char *text;
	struct reach reach;
	struct reached reached;

	for (size_t i = 0; i < COUNT(list); i++)
		reach_add(b, &list[i]);
	text = buf_text(b);
	CHECK_TEXT(text, "-1 5 0 0 7 12 ");
	for (size_t i = 0; i < COUNT(list); i++) {
		CHECK(reach_next(&text, &reach));
		CHECK_INT(reach.step, list[i].step);
		CHECK_INT(reach.after, list[i].after);
	}
	CHECK(!reach_next(&text, &reach));

	text = text_of(a, sums, COUNT(sums));
	CHECK(reach_sum_next(&text, &reached));
	CHECK_INT(reached.after, 2);
	CHECK_INT(reached.reached, 3);
	CHECK_INT(reached.won, 2);
	CHECK_INT(reached.lost, 1);
}

static void hours(void)
{
	CHECK_INT(reach_hours(-5), 0);
	CHECK_INT(reach_hours(3599), 0);
	CHECK_INT(reach_hours(3600), 1);
	CHECK_INT(reach_hours(71 * 3600 + 3599), 71);
	CHECK_INT(reach_hours(72 * 3600), 72);
	CHECK_INT(reach_hours(95 * 3600), 72);
	CHECK_INT(reach_hours(96 * 3600), 96);
}

/* Before the first, between two, the same number, behind the last. */
static void changes(struct arena *a)
{
	const struct packed some[] = { { 2, { 1, 1, 10 } },
				       { 5, { 2, 0, 20 } } };
	const struct packed more[] = { { 1, { 1, 0, 5 } },
				       { 2, { 0, 3, -20 } },
				       { 4, { 1, 0, 7 } },
				       { 9, { 0, 1, 0 } } };
	const struct packed less[] = { { 2, { -1, -1, -10 } } };
	const char *text = text_of(a, some, COUNT(some));

	CHECK_TEXT(packed_changed(a, text, more, COUNT(more)),
		   "1 1 0 5 2 1 4 -10 4 1 0 7 5 2 0 20 9 0 1 0 ");
	CHECK_TEXT(packed_changed(a, text, less, 1), "5 2 0 20 ");
	CHECK_TEXT(packed_changed(a, text, NULL, 0), text);
}

/* A store that somebody has written into by hand must not stop a page. */
static void spoilt(struct arena *a)
{
	struct packed p;

	(void)a;
	for (const char *text = "1 2"; packed_next(&text, &p);)
		CHECK_INT(p.count[2], 0);
	for (const char *text = "x"; packed_next(&text, &p);)
		CHECK_INT(p.at, 0);
}

int main(void)
{
	struct arena *a = arena_new();

	nothing(a);
	in_and_out(a);
	ages(a);
	steps(a);
	hours();
	changes(a);
	spoilt(a);
	arena_free(a);
	return check_done();
}
