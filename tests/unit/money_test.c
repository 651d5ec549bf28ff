/* money_test.c - amounts from text and back, currencies. */
#include "../../cgi/lib/money.h"

#include "../check.h"

static struct arena *a;

static void reads(const char *text, int exponent, int64_t want)
{
	int64_t amount = -77;

	if (!CHECK_INT(money_parse(text, exponent, &amount), OK) ||
	    !CHECK_INT(amount, want))
		printf("\tof   \"%s\"\n", text);
}

static void refuses(const char *text, int exponent)
{
	int64_t amount = -77;

	if (!CHECK_INT(money_parse(text, exponent, &amount), ERR_INPUT))
		printf("\tof   \"%s\"\n", text);
	CHECK_INT(amount, -77);
}

static void test_plain(void)
{
	reads("0", 2, 0);
	reads("1054", 2, 105400);
	reads("29.33", 2, 2933);
	reads("29,33", 2, 2933);
	reads("29.3", 2, 2930);
	reads("0.05", 2, 5);
	reads("-0.05", 2, -5);
	reads("\u2212"
	      "5",
	      2, -500);
	reads("-0", 2, 0);
	reads(" 7 ", 2, 700);
	reads("\u00a0"
	      "7\u00a0",
	      2, 700);
	reads("007", 2, 700);
	reads("1.005", 3, 1005);
	reads("1,005", 3, 1005);
	reads("12100", 0, 12100);
	reads("1.2345", 4, 12345);
}

static void test_groups(void)
{
	reads("1 234", 2, 123400);
	reads("12 345", 2, 1234500);
	reads("123 456", 2, 12345600);
	reads("1 234 567,50", 2, 123456750);
	reads("1\u00a0"
	      "234\u202f"
	      "567.5",
	      2, 123456750);
	reads("1\u2009"
	      "234",
	      0, 1234);
	refuses("1 23", 2);
	refuses("1 2345", 2);
	refuses("1234 567", 2);
	refuses("1 234 56", 2);
	refuses("1  234", 2);
	refuses("1 234 .5", 2);
	refuses("1\t234", 2);
	refuses("1,234", 2);
	refuses("1,234.56", 2);
	refuses("1.234.567", 2);
	refuses("1'234", 2);
	refuses("1.2 345", 4);
}

static void test_refused(void)
{
	static const char *const bad[] = {
		"",     "-",    " ",     ".",     ".5",   "5.",   "5,",    "+5",
		"--5",  "- 5",  "5-",    "(5)",   "$5",   "5 $",  "1e3",   "1e",
		"0x10", "nan",  "inf",   "5.123", "5..1", "5.-1", "5 . 1", "٣",
		"５",   "5\n6", "5\xff", "=5",    "1/2",
	};

	for (size_t i = 0; i < COUNT(bad); i++)
		refuses(bad[i], 2);
	refuses("5.0", 0);
	refuses("5.", 0);
}

static void test_limits(void)
{
	reads("90000000000000.00", 2, MONEY_MOST);
	reads("-90000000000000.00", 2, -MONEY_MOST);
	reads("9000000000000000", 0, MONEY_MOST);
	refuses("90000000000000.01", 2);
	refuses("-90000000000000.01", 2);
	refuses("9000000000000001", 0);
	refuses("99999999999999999999999999999999999999", 0);
	refuses("9000000000000", 4);
	reads("900000000000", 4, MONEY_MOST);
}

static void test_text(void)
{
	CHECK_TEXT(money_text(a, 105400, 2), "1054.00");
	CHECK_TEXT(money_text(a, -5, 2), "-0.05");
	CHECK_TEXT(money_text(a, 0, 2), "0.00");
	CHECK_TEXT(money_text(a, 7, 0), "7");
	CHECK_TEXT(money_text(a, -1005, 3), "-1.005");
	CHECK_TEXT(money_text(a, INT64_MIN, 2), "-92233720368547758.08");
}

static void test_round_trip(void)
{
	uint64_t x = 88172645463325252u;

	for (int i = 0; i < 20000; i++) {
		int exponent = i % 5;
		int64_t want, got = -1;

		x ^= x << 13;
		x ^= x >> 7;
		x ^= x << 17;
		want = (int64_t)(x % (uint64_t)MONEY_MOST) >> (i % 50);
		if (i % 2)
			want = -want;
		if (money_parse(money_text(a, want, exponent), exponent,
				&got) != OK ||
		    got != want)
			CHECK_INT(got, want);
	}
}

static void test_currencies(void)
{
	CHECK_INT(money_exponent("USD"), 2);
	CHECK_INT(money_exponent("JPY"), 0);
	CHECK_INT(money_exponent("KWD"), 3);
	CHECK_INT(money_exponent("CLF"), 4);
	CHECK_INT(money_exponent("XYZ"), 2);
	CHECK_INT(money_exponent(""), 2);
	CHECK_TEXT(money_symbol("USD"), "$");
	CHECK_TEXT(money_symbol("EUR"), "€");
	CHECK_TEXT(money_symbol("GBP"), "£");
	CHECK_TEXT(money_symbol("RUB"), "₽");
	CHECK_TEXT(money_symbol("JPY"), "¥");
	CHECK_TEXT(money_symbol("XYZ"), "XYZ");
	CHECK(money_code("EUR") && !money_code("eur") && !money_code("EU") &&
	      !money_code("EURO") && !money_code(""));
}

int main(void)
{
	a = arena_new();
	test_plain();
	test_groups();
	test_refused();
	test_limits();
	test_text();
	test_round_trip();
	test_currencies();
	arena_free(a);
	return check_done();
}
