/* mask_test.c - no text shows the password of a store. */
#include "../../cgi/lib/mask.h"

#include "../check.h"

static void masks(const char *text, const char *want)
{
	char out[200];

	mask_passwords(out, sizeof(out), text);
	CHECK_TEXT(out, want);
}

static void test_user(void)
{
	masks("postgresql://ann:secret@host/db#acme",
	      "postgresql://ann:***@host/db#acme");
	masks("postgres://ann:s:e%40t@h1:1,h2:2/db",
	      "postgres://ann:***@h1:1,h2:2/db");
	masks("postgresql://ann:@host", "postgresql://ann:***@host");
	masks("postgresql://:secret@host", "postgresql://:***@host");
	masks("there is no store at postgresql://a:secret@h/d#x; run: y",
	      "there is no store at postgresql://a:***@h/d#x; run: y");
}

/* What libpq would not take, but a log would show. */
static void test_wrong(void)
{
	masks("postgresql://ann:s@cr@host/db", "postgresql://ann:***@host/db");
	masks("postgresql://ann:s/c?r#t@host/db",
	      "postgresql://ann:***@host/db");
	masks("cannot open postgresql://ann:se cret@host",
	      "cannot open postgresql://ann:***@host");
	masks("store=\"mysql://ann:secret@host\" problem=\"x\"",
	      "store=\"mysql://ann:***@host\" problem=\"x\"");
}

static void test_parameter(void)
{
	masks("postgresql://host/db?password=secret#acme",
	      "postgresql://host/db?password=***");
	masks("postgresql:///db?user=a&password=sec\"ret&port=5#x",
	      "postgresql:///db?user=a&password=***&port=5#x");
	masks("?sslpassword=one&password=two", "?sslpassword=***&password=***");
	masks("store=\"x?password=secret\" problem=\"y\"",
	      "store=\"x?password=***\" problem=\"y\"");
	masks("postgresql://a:one@h/d?password=two",
	      "postgresql://a:***@h/d?password=***");
	masks("host=h password=secret user=a", "host=h password=*** user=a");
}

static void test_nothing(void)
{
	masks("", "");
	masks("sqlite:/var/lib/a:b/salesboard.db",
	      "sqlite:/var/lib/a:b/salesboard.db");
	masks("postgresql://ann@host:5432/db#acme",
	      "postgresql://ann@host:5432/db#acme");
	masks("postgresql://host:5432/db", "postgresql://host:5432/db");
	masks("http://host:80/\nann@host", "http://host:80/\nann@host");
	masks("the password: 12 characters", "the password: 12 characters");
}

static void test_room(void)
{
	char out[8];

	mask_passwords(out, sizeof(out), "x://a:secret@h");
	CHECK_TEXT(out, "x://a:*");
	mask_passwords(out, sizeof(out), "password=secret");
	CHECK_TEXT(out, "passwor");
	mask_passwords(out, 1, "password=secret");
	CHECK_TEXT(out, "");
}

int main(void)
{
	test_user();
	test_wrong();
	test_parameter();
	test_nothing();
	test_room();
	return check_done();
}
