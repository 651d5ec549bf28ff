/* chart_test.c - axes that hold their values, paths that break at gaps. */
#include "../check.h"
#include "chart.h"

static void axes_are_round_and_hold_all(void)
{
	struct chart_axis x = chart_axis(0.21, 0.51, 5);

	CHECK_NEAR(x.low, 0.2, 1e-12);
	CHECK_NEAR(x.high, 0.6, 1e-12);
	CHECK_NEAR(x.step, 0.1, 1e-12);
	CHECK_INT(x.marks, 5);
	for (double low = 0; low < 1; low += 0.037)
		for (double high = low; high <= 1; high += 0.041) {
			x = chart_axis(low, high, 6);
			CHECK(x.low <= low + 1e-9 && x.high >= high - 1e-9);
			CHECK(x.high > x.low);
			CHECK(x.marks >= 2 && x.marks <= 8);
			CHECK_NEAR(chart_mark(&x, x.marks - 1), x.high, 1e-9);
		}
}

static void places_are_percent_and_cut(void)
{
	struct chart_axis x = { .low = 10, .high = 20, .step = 5, .marks = 3 };

	CHECK_NEAR(chart_x(&x, 15), 50, 1e-12);
	CHECK_NEAR(chart_y(&x, 12.5), 75, 1e-12);
	CHECK_NEAR(chart_x(&x, 9), 0, 1e-12);
	CHECK_NEAR(chart_y(&x, 99), 0, 1e-12);
}

static void numbers_are_short(struct arena *a)
{
	CHECK_TEXT(chart_number(a, 37.5), "37.5");
	CHECK_TEXT(chart_number(a, 37.0), "37");
	CHECK_TEXT(chart_number(a, 100.0 / 3), "33.3");
	CHECK_TEXT(chart_number(a, -0.01), "0");
}

static void paths(struct arena *a)
{
	struct chart_point p[] = {
		{ .x = 0, .y = 10, .low = 20, .high = 5 },
		{ .x = 50, .y = 20, .low = 30, .high = 15 },
		{ .gap = true },
		{ .x = 100, .y = 30, .low = 40, .high = 25 },
	};
	struct chart_point level[] = {
		{ 0, 10, 10, 10, false },  { 25, 10, 10, 10, false },
		{ 50, 10, 10, 10, false }, { 50, 20, 20, 20, false },
		{ 90, 20, 20, 20, false }, { .gap = true },
		{ 95, 20, 20, 20, false }, { 100, 20, 20, 20, false },
	};

	CHECK_TEXT(chart_line(a, p, 4), "M0 100l500 100M1000 300");
	CHECK_TEXT(chart_steps(a, p, 2), "M0 100h500v100");
	CHECK_TEXT(chart_band(a, p, 2, false), "M0 50l500 100v150l-500 -100Z");
	CHECK_TEXT(chart_band(a, p, 2, true), "M0 50h500v100v150v-100h-500Z");
	CHECK_TEXT(chart_line(a, p, 0), "");
	CHECK_TEXT(chart_line(a, p + 2, 1), "");
	CHECK_TEXT(chart_steps(a, level, 8), "M0 100h500v100h400M950 200h50");
	CHECK_TEXT(chart_band(a, level, 3, true), "M0 100h500h-500Z");
}

int main(void)
{
	struct arena *a = arena_new();

	axes_are_round_and_hold_all();
	places_are_percent_and_cut();
	numbers_are_short(a);
	paths(a);
	arena_free(a);
	return check_done();
}
