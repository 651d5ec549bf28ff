/* form_test.c - declared inputs: every kind, every message, both manners. */
#include "../../cgi/lib/form.h"

#include "../../cgi/lib/money.h"
#include "../../cgi/lib/period.h"
#include "../check.h"

enum outcome { REACHED = 3, NO_ANSWER = 4 };

struct form {
	int64_t days, sum, due, since, team;
	const char *ticks;
	const char *note, *name, *secret, *email, *phone;
	enum outcome outcome;
	int64_t order;
	bool done;
};

static const struct word outcomes[] = { { "reached", REACHED },
					{ "no-answer", NO_ANSWER } };
static const struct word orders[] = { { "name", 0 }, { "newest", 1 } };

static const struct field fields[] = {
	FIELD_INT(struct form, days, "days", 7, 3660, 91),
	FIELD_MONEY(struct form, sum, "sum", 1, 100000, .flags = OPTIONAL),
	FIELD_DAY(struct form, due, "due", .flags = OPTIONAL | FROM_TODAY),
	FIELD_DAY(struct form, since, "since", .flags = OPTIONAL | TO_TODAY,
		  .wrong = N_("Say since when.")),
	FIELD_ID(struct form, team, "team", .flags = OPTIONAL),
	FIELD_TEXT(struct form, note, "note", 10,
		   .flags = OPTIONAL | MANY_LINES),
	FIELD_TEXT(struct form, name, "name", 5, .flags = OPTIONAL),
	FIELD_TEXT(struct form, ticks, "ticks", 20,
		   .flags = OPTIONAL | REPEATED),
	FIELD_SECRET(struct form, secret, "secret", 8, .flags = OPTIONAL),
	FIELD_EMAIL(struct form, email, "email", .flags = OPTIONAL),
	FIELD_PHONE(struct form, phone, "phone", .flags = OPTIONAL),
	FIELD_CHOICE(struct form, outcome, "outcome", outcomes, NO_ANSWER),
	FIELD_CHOICE(struct form, order, "order", orders, NONE,
		     .flags = OPTIONAL),
	FIELD_FLAG(struct form, done, "done"),
};

/* The same kinds where each must be given. */
static const struct field needed[] = {
	FIELD_INT(struct form, days, "days", 1, 9, NONE),
	FIELD_MONEY(struct form, sum, "sum", 0, 9),
	FIELD_DAY(struct form, due, "due"),
	FIELD_ID(struct form, team, "team"),
	FIELD_TEXT(struct form, name, "name", 5, .missing = N_("Your name?")),
	FIELD_SECRET(struct form, secret, "secret", 8),
	FIELD_EMAIL(struct form, email, "email"),
	FIELD_PHONE(struct form, phone, "phone"),
	FIELD_CHOICE(struct form, outcome, "outcome", outcomes, NONE),
	FIELD_CHOICE(struct form, order, "order", orders, NONE),
};

static struct arena *a;
static int64_t today;
static struct form form;

static struct form_result *read_as(const struct field *field, size_t n,
				   const char *query, bool strict,
				   const char *currency)
{
	struct form_input in = { .strict = strict,
				 .today = today,
				 .currency = currency };

	CHECK_INT(url_decode(a, query, strlen(query), &in.pair, &in.n_pairs),
		  OK);
	memset(&form, 0x55, sizeof(form));
	return form_read(a, field, n, &in, &form);
}

static struct form_result *posted(const char *body)
{
	return read_as(fields, COUNT(fields), body, true, "EUR");
}

static struct form_result *got(const char *query)
{
	return read_as(fields, COUNT(fields), query, false, "EUR");
}

/* The one message of a form in which one field is wrong. */
static const char *message(const char *body)
{
	struct form_result *r = posted(body);
	const char *found = "none";

	CHECK_INT(r->error, OK);
	CHECK(r->n_messages <= 1);
	for (size_t i = 0; i < r->n; i++)
		if (r->value[i].message)
			found = form_sentence(a, r->value[i].message,
					      r->value[i].detail);
	return found;
}

static void test_absent(void)
{
	struct form_result *r = posted("");

	CHECK_INT(r->error, OK);
	CHECK_INT(r->n_messages, 0);
	CHECK_INT(r->n, COUNT(fields));
	CHECK_INT(form.days, 91);
	CHECK(form.sum == NONE && form.due == NONE && form.since == NONE &&
	      form.team == NONE && form.order == NONE);
	CHECK_TEXT(form.note, "");
	CHECK_TEXT(form.secret, "");
	CHECK_TEXT(form.email, "");
	CHECK_INT(form.outcome, NO_ANSWER);
	CHECK(!form.done);
	for (size_t i = 0; i < r->n; i++)
		CHECK_TEXT(r->value[i].typed, "");
	CHECK_INT(posted("days=&note=+&done=&outcome=%C2%A0")->n_messages, 0);
	CHECK_INT(form.days, 91);
	CHECK_INT(form.outcome, NO_ANSWER);
}

static void test_all_given(void)
{
	struct form_result *r =
		posted("days=+30+&sum=1+000%2C00&due=tomorrow&since=yesterday"
		       "&team=12&note=a%0D%0Ab%09&name=+Anna&secret=+p+%0A"
		       "&email=Anna%40example.com&phone=8+912+345-67-89"
		       "&outcome=reached&order=newest&done=on");

	CHECK_INT(r->error, OK);
	CHECK_INT(r->n_messages, 0);
	CHECK_INT(form.days, 30);
	CHECK_INT(form.sum, 100000);
	CHECK_INT(form.due, today + 1);
	CHECK_INT(form.since, today - 1);
	CHECK_INT(form.team, 12);
	CHECK_TEXT(form.note, "a\nb");
	CHECK_TEXT(form.name, "Anna");
	CHECK_TEXT(form.secret, " p \n");
	CHECK_TEXT(form.email, "Anna@example.com");
	CHECK_TEXT(form.phone, "8 912 345-67-89");
	CHECK_INT(form.outcome, REACHED);
	CHECK_INT(form.order, 1);
	CHECK(form.done);
	CHECK_TEXT(form_value(r, "sum")->typed, "1 000,00");
	CHECK_TEXT(form_value(r, "due")->typed, "tomorrow");
	CHECK_TEXT(form_value(r, "secret")->typed, "");
}

static void test_missing(void)
{
	struct form_result *r =
		read_as(needed, COUNT(needed), "name=++", true, "EUR");

	CHECK_INT(r->error, OK);
	CHECK_INT(r->n_messages, COUNT(needed));
	CHECK_TEXT(form_value(r, "days")->message, "Enter a number.");
	CHECK_TEXT(form_value(r, "sum")->message, "Enter an amount.");
	CHECK_TEXT(form_value(r, "due")->message, "Enter a day.");
	CHECK_TEXT(form_value(r, "team")->message, "Choose one.");
	CHECK_TEXT(form_value(r, "name")->message, "Your name?");
	CHECK_TEXT(form_value(r, "secret")->message, "Enter the password.");
	CHECK_TEXT(form_value(r, "outcome")->message, "Choose one.");
	CHECK(form.days == NONE && form.order == NONE && form.outcome == 0);
	CHECK_TEXT(form.name, "");
	r = read_as(needed, COUNT(needed),
		    "days=3&sum=0.09&due=2026-11-30&team=1&name=%D0%90"
		    "&secret=+&email=a%40b.co&phone=12345&outcome=reached"
		    "&order=name",
		    true, "EUR");
	CHECK_INT(r->n_messages, 0);
	CHECK_INT(form.sum, 9);
}

static void test_numbers(void)
{
	static const char wrong[] = "Enter a whole number in digits, like 12.";

	CHECK_TEXT(message("days=7"), "none");
	CHECK_TEXT(message("days=3660"), "none");
	CHECK_TEXT(message("days=6"), "Enter 7 or more.");
	CHECK_TEXT(message("days=-9"), "Enter 7 or more.");
	CHECK_TEXT(message("days=3661"), "Enter 3660 or less.");
	CHECK_INT(form.days, 91);
	CHECK_TEXT(message("days=9x"), wrong);
	CHECK_TEXT(message("days=%2B9"), wrong);
	CHECK_TEXT(message("days=09"), wrong);
	CHECK_TEXT(message("days=9999999999999999999"), wrong);
	CHECK_TEXT(message("team=0"), "Choose one of those on offer.");
	CHECK_TEXT(message("team=-1"), "Choose one of those on offer.");
	CHECK_TEXT(message("team=x"), "Choose one of those on offer.");
	CHECK_TEXT(message("team=999999999999999999"), "none");
}

static void test_money(void)
{
	struct form_result *r;

	CHECK_TEXT(message("sum=0.01"), "none");
	CHECK_TEXT(message("sum=1000"), "none");
	CHECK_TEXT(message("sum=0"), "Enter 0.01 or more.");
	CHECK_TEXT(message("sum=-5"), "Enter 0.01 or more.");
	CHECK_TEXT(message("sum=1000.01"), "Enter 1000.00 or less.");
	CHECK_TEXT(message("sum=5.001"),
		   "Enter an amount in digits, like 1250.50.");
	r = read_as(fields, COUNT(fields), "sum=12100", true, "JPY");
	CHECK_INT(r->n_messages, 0);
	CHECK_INT(form.sum, 12100);
	r = read_as(fields, COUNT(fields), "sum=1.5", true, "JPY");
	CHECK_TEXT(form_value(r, "sum")->detail, "1250");
	CHECK_TEXT(form_value(r, "sum")->typed, "1.5");
	r = read_as(fields, COUNT(fields), "sum=1.505", true, "KWD");
	CHECK_INT(r->n_messages, 0);
	CHECK_INT(form.sum, 1505);
}

static void test_days(void)
{
	CHECK_TEXT(message("due=today"), "none");
	CHECK_TEXT(message("due=2026-11-24"), "Enter today or a later day.");
	CHECK_TEXT(message("due=31.11.2026"),
		   "Enter a day that exists, like 30.11.2026, 30 Nov or "
		   "tomorrow.");
	CHECK(form.due == NONE);
	CHECK_TEXT(message("since=today"), "none");
	CHECK_TEXT(message("since=tomorrow"), "Say since when.");
	CHECK_TEXT(message("since=x"), "Say since when.");
}

static void test_texts(void)
{
	struct form_result *r;

	CHECK_TEXT(message("name=%D0%90%D0%BD%D0%BD%D0%B0%21"), "none");
	CHECK_TEXT(message("name=abcdef"), "Shorten this to 5 characters.");
	CHECK_TEXT(form.name, "");
	CHECK_TEXT(message("secret=12345678"), "none");
	CHECK_TEXT(message("secret=123456789"),
		   "Shorten this to 8 characters.");
	r = posted("name=a%09b");
	CHECK_INT(r->n_messages, 1);
	CHECK_TEXT(form_value(r, "name")->typed, "a\ufffdb");
	CHECK(strstr(form_value(r, "name")->message, "\ufffd") != NULL);
	CHECK_TEXT(message("note=a%09b%0Ac"), "none");
	CHECK_TEXT(form.note, "a\tb\nc");
	CHECK_TEXT(message("email=anna"),
		   "Enter a full e-mail address, like name@example.com.");
	CHECK_TEXT(message("phone=12"),
		   "Enter a phone number with 5 to 15 digits, like +44 20 "
		   "7946 0000.");
	CHECK_TEXT(message("phone=1+2+3+4+5+++++++++++++++++++++++++++++++++"
			   "++++++++6"),
		   "Shorten this to 40 characters.");
}

static void test_words(void)
{
	CHECK_TEXT(message("outcome=reached"), "none");
	CHECK_TEXT(message("outcome=Reached"), "Choose one of those on offer.");
	CHECK_INT(form.outcome, NO_ANSWER);
	CHECK_TEXT(message("order=3"), "Choose one of those on offer.");
	CHECK(form.order == NONE);
	CHECK_TEXT(message("done=1"), "none");
	CHECK(form.done);
	CHECK_TEXT(message("done=yes"), "none");
	CHECK(form.done);
	CHECK_TEXT(message("done=0"), "none");
	CHECK(!form.done);
	CHECK_TEXT(message("done=maybe"), "Tick the box or leave it empty.");
	CHECK(!form.done);
	CHECK_TEXT(form_word(outcomes, COUNT(outcomes), NO_ANSWER),
		   "no-answer");
	CHECK_TEXT(form_word(outcomes, COUNT(outcomes), 99), "");
}

static void test_manners(void)
{
	struct form_result *r;

	CHECK_INT(posted("days=9&undeclared=1")->error, ERR_INPUT);
	CHECK_INT(form.days, 91);
	CHECK_INT(posted("days=9&days=9")->error, ERR_INPUT);
	CHECK_INT(posted("days=&days=")->error, ERR_INPUT);
	CHECK_INT(posted("=")->error, ERR_INPUT);
	CHECK_INT(posted("ticks=1&days=9&ticks=&ticks=3")->error, OK);
	CHECK_TEXT(form.ticks, "1  3");
	CHECK_INT(posted("ticks=1&ticks=%ff")->error, ERR_INPUT);
	CHECK_INT(got("ticks=1&ticks=2")->error, OK);
	CHECK_TEXT(form.ticks, "1 2");
	CHECK_INT(posted("_token=x&_submit=y&_token=z&days=9")->error, OK);
	CHECK_INT(form.days, 9);
	CHECK_INT(posted("note=%ff")->error, ERR_INPUT);
	CHECK_INT(posted("secret=%c0%80")->error, ERR_INPUT);
	CHECK_INT(got("note=%ed%a0%80")->error, ERR_INPUT);
	CHECK_INT(got("other=%ff&days=9")->error, OK);
	r = got("utm_source=x&days=9&days=x&_=1");
	CHECK_INT(r->error, OK);
	CHECK_INT(r->n_messages, 0);
	CHECK_INT(form.days, 9);
	r = got("days=x");
	CHECK_INT(r->n_messages, 1);
	CHECK_TEXT(form_value(r, "days")->typed, "x");
	CHECK_INT(got("days=")->n_messages, 0);
	CHECK_INT(form.days, 91);
}

/* Several bad fields: each has its message, and nothing typed is lost. */
static void test_keeps_all(void)
{
	struct form_result *r =
		posted("days=x&sum=y&due=z&note=kept&name=<b>&outcome=q");

	CHECK_INT(r->n_messages, 4);
	CHECK_TEXT(form_value(r, "days")->typed, "x");
	CHECK_TEXT(form_value(r, "sum")->typed, "y");
	CHECK_TEXT(form_value(r, "due")->typed, "z");
	CHECK_TEXT(form_value(r, "note")->typed, "kept");
	CHECK_TEXT(form_value(r, "name")->typed, "<b>");
	CHECK_TEXT(form_value(r, "outcome")->typed, "q");
	CHECK(!form_value(r, "name")->message);
	form_refuse(r, "name", N_("This name is taken."));
	CHECK_INT(r->n_messages, 5);
	CHECK_TEXT(form_value(r, "name")->message, "This name is taken.");
	form_refuse(r, "name", N_("Another."));
	CHECK_INT(r->n_messages, 5);
	CHECK_TEXT(form_value(r, "name")->message, "This name is taken.");
}

static void test_sentence(void)
{
	CHECK_TEXT(form_sentence(a, "Enter {} or more.", "7"),
		   "Enter 7 or more.");
	CHECK_TEXT(form_sentence(a, "{}%s", "%d"), "%d%s");
	CHECK_TEXT(form_sentence(a, "Choose one.", "7"), "Choose one.");
}

static void day_is(const char *text, const char *want)
{
	int64_t day = 77;
	enum err e = form_day(a, text, today, &day);

	if (!CHECK_TEXT(e == OK ? period_text(a, day) : "refused", want))
		printf("\tof   \"%s\"\n", text);
	CHECK(e == OK || day == 77);
}

static void test_written_days(void)
{
	day_is("2026-11-30", "2026-11-30");
	day_is("30.11.2026", "2026-11-30");
	day_is(" 30 11 2026 ", "2026-11-30");
	day_is("30/11/2026", "2026-11-30");
	day_is("30-11-2026", "2026-11-30");
	day_is("1.2.2027", "2027-02-01");
	day_is("01.02.2027", "2027-02-01");
	day_is("30. 11. 2026", "2026-11-30");
	day_is("30 Nov 2026", "2026-11-30");
	day_is("30 NOVEMBER 2026", "2026-11-30");
	day_is("Nov 30, 2026", "2026-11-30");
	day_is("30-Nov-2026", "2026-11-30");
	day_is("30nov2026", "2026-11-30");
	day_is("30 Nov.", "2026-11-30");
	day_is("30 ноября 2026", "2026-11-30");
	day_is("30 ноя", "2026-11-30");
	day_is("30 НОЯБРЬ", "2026-11-30");
	day_is("9 мая", "2027-05-09");
	day_is("9 май", "2027-05-09");
	day_is("9 мар", "2027-03-09");
	day_is("9 июн", "2027-06-09");
	day_is("9 июл", "2027-07-09");
	day_is("9 sept", "2027-09-09");
	day_is("9 jun", "2027-06-09");
	day_is("9 jul", "2027-07-09");
	day_is("30\u00a0"
	       "11\u00a0"
	       "2026",
	       "2026-11-30");
}

static void test_days_without_year(void)
{
	day_is("25 Nov", "2026-11-25");
	day_is("24 Nov", "2027-11-24");
	day_is("Nov 26", "2026-11-26");
	day_is("26.11", "2026-11-26");
	day_is("1/1", "2027-01-01");
	day_is("29 Feb", "2028-02-29");
	day_is("30 Feb", "refused");
	day_is("today", "2026-11-25");
	day_is("Tomorrow ", "2026-11-26");
	day_is("yesterday", "2026-11-24");
	day_is("Сегодня", "2026-11-25");
	day_is("ЗАВТРА", "2026-11-26");
	day_is("вчера", "2026-11-24");
}

static void test_no_days(void)
{
	static const char *const bad[] = {
		"",
		"x",
		"30",
		"2026",
		"30.11.26",
		"30.11.026",
		"2026.11.30",
		"2026-1-1",
		"31.11.2026",
		"29.02.2026",
		"0.1.2026",
		"1.0.2026",
		"1.13.2026",
		"32.1.2026",
		"-1.1.2026",
		".1.1.2026",
		"1.1.2026.1",
		"1 1 2026 1",
		"30 No",
		"30 Novem ber",
		"30 Novx",
		"Nov",
		"Nov Nov 2026",
		"30 30 Nov",
		"Nov 30 30",
		"001.1.2026",
		"1.001.2026",
		"1.1.02026",
		"1.1.1899",
		"1.1.2101",
		"1:1:2026",
		"1+1+2026",
		"30 Nov 2026 10:00",
		"tomorrow 2026",
		"to day",
		"ма 9",
		"2026-11-31",
		"1.1.9999999999999999999",
	};

	for (size_t i = 0; i < COUNT(bad); i++)
		day_is(bad[i], "refused");
}

int main(void)
{
	a = arena_new();
	today = period_day(2026, 11, 25);
	test_absent();
	test_all_given();
	test_missing();
	test_numbers();
	test_money();
	test_days();
	test_texts();
	test_words();
	test_manners();
	test_keeps_all();
	test_sentence();
	test_written_days();
	test_days_without_year();
	test_no_days();
	arena_free(a);
	return check_done();
}
