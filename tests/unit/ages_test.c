/* ages_test.c - ages in one text: what goes in comes out, whatever is added. */
#include "../../cgi/lib/ages.h"

#include "../check.h"

static const char *text_of(struct arena *a, const struct age *age, size_t n)
{
	return ages_changed(a, "", age, n);
}

static void nothing(struct arena *a)
{
	const char *text = text_of(a, NULL, 0);
	struct age age;

	CHECK_TEXT(text, "");
	CHECK(!ages_next(&text, &age));
}

static void in_and_out(struct arena *a)
{
	const struct age list[] = { { 0, 1, 0, 250 },
				    { 3, 0, 2, 0 },
				    { AGES_MOST + 1, 5, 4, 9000000000000000 } };
	const char *text = text_of(a, list, COUNT(list));
	struct age age;

	CHECK_TEXT(text, "0 1 0 250 3 0 2 0 731 5 4 9000000000000000 ");
	for (size_t i = 0; i < COUNT(list); i++) {
		CHECK(ages_next(&text, &age));
		CHECK_INT(age.days, list[i].days);
		CHECK_INT(age.won, list[i].won);
		CHECK_INT(age.lost, list[i].lost);
		CHECK_INT(age.revenue, list[i].revenue);
	}
	CHECK(!ages_next(&text, &age));
	text = text_of(a, list, COUNT(list));
	CHECK_INT(ages_won_within(text, 0), 1);
	CHECK_INT(ages_won_within(text, AGES_MOST), 1);
	CHECK_INT(ages_won_within(text, AGES_MOST + 1), 6);
}

/* Before the first, between two, the same age, behind the last. */
static void changes(struct arena *a)
{
	const struct age some[] = { { 2, 1, 1, 10 }, { 5, 2, 0, 20 } };
	const struct age more[] = {
		{ 1, 1, 0, 5 }, { 2, 0, 3, -20 }, { 4, 1, 0, 7 }, { 9, 0, 1, 0 }
	};
	const struct age less[] = { { 2, -1, -1, -10 } };
	const char *text = text_of(a, some, COUNT(some));

	CHECK_TEXT(ages_changed(a, text, more, COUNT(more)),
		   "1 1 0 5 2 1 4 -10 4 1 0 7 5 2 0 20 9 0 1 0 ");
	CHECK_TEXT(ages_changed(a, text, less, 1), "5 2 0 20 ");
	CHECK_TEXT(ages_changed(a, text, NULL, 0), text);
}

/* A store that somebody has written into by hand must not stop a page. */
static void spoilt(struct arena *a)
{
	struct age age;

	(void)a;
	for (const char *text = "1 2"; ages_next(&text, &age);)
		CHECK_INT(age.revenue, 0);
	for (const char *text = "x"; ages_next(&text, &age);)
		CHECK_INT(age.days, 0);
}

int main(void)
{
	struct arena *a = arena_new();

	nothing(a);
	in_and_out(a);
	changes(a);
	spoilt(a);
	arena_free(a);
	return check_done();
}
