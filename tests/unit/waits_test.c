/* waits_test.c - the median wait for a first contact, worked out by hand. */
#include "../../cgi/lib/waits.h"

#include "../../cgi/lib/arena.h"
#include "../check.h"

static void nobody(struct arena *a)
{
	struct waits *w = waits_new(a, 90);

	CHECK(!waits_median(w).known);
	CHECK_INT(waits_in_time(w), 0);
}

/* 57 leads: S = 52/57, 32/57, then 22/57 < 1/2 after 30 hours. */
static void half_are_contacted(struct arena *a)
{
	struct waits *w = waits_new(a, 90);

	waits_contacted(w, 1, 5);
	waits_contacted(w, 5, 20);
	waits_contacted(w, 30, 10);
	waits_contacted(w, 480, 4);
	waits_contacted(w, 90 * 24 + 24, 2); /* too late */
	waits_unanswered(w, 720, 6);
	waits_unanswered(w, 4000, 10);
	CHECK(waits_median(w).known);
	CHECK_INT(waits_median(w).days, 30);
	CHECK_INT(waits_in_time(w), 39);
}

/* Who is watched for two hours only says nothing about the third. */
static void the_young_are_cut_off(struct arena *a)
{
	struct waits *w = waits_new(a, 1);

	waits_contacted(w, 3, 12);
	waits_unanswered(w, 2, 30);
	waits_unanswered(w, 24, 11);
	CHECK_INT(waits_median(w).days, 3); /* 12 of the 23 still watched */
	waits_unanswered(w, 24, 20);
	CHECK(!waits_median(w).known);
}

static void taken_back(struct arena *a)
{
	struct waits *w = waits_new(a, 30), *all = waits_new(a, 30);

	waits_unanswered(w, 48, 20);
	waits_contacted(w, 4, 20);
	waits_unanswered(w, 48, -20);
	CHECK_INT(waits_median(w).days, 4);
	waits_add(all, w);
	waits_add(all, w);
	CHECK_INT(waits_in_time(all), 40);
	CHECK_INT(waits_median(all).days, 4);
}

/* Beyond 72 hours by day, up to the horizon. */
static void long_waits(struct arena *a)
{
	struct waits *w = waits_new(a, 730);

	waits_contacted(w, 730 * 24, 20);
	CHECK_INT(waits_median(w).days, 730 * 24);
	waits_contacted(w, 96, 30);
	CHECK_INT(waits_median(w).days, 96);
}

int main(void)
{
	struct arena *a = arena_new();

	nobody(a);
	half_are_contacted(a);
	the_young_are_cut_off(a);
	taken_back(a);
	long_waits(a);
	arena_free(a);
	return check_done();
}
