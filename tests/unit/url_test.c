/* url_test.c - form bodies, addresses and cookie headers. */
#include "../../cgi/lib/url.h"

#include "../check.h"

static struct arena *a;

/* The pairs of a text as "name:value;..."; "error" when refused. */
static const char *decoded(const char *text, size_t length)
{
	const struct url_pair *pair = NULL;
	struct buf *b = buf_new(a);
	size_t n = 0;

	if (url_decode(a, text, length, &pair, &n) != OK)
		return "error";
	for (size_t i = 0; i < n; i++)
		buf_printf(b, "%s:%s;", pair[i].name, pair[i].value);
	return buf_text(b);
}

static void decodes(const char *text, const char *want)
{
	CHECK_TEXT(decoded(text, strlen(text)), want);
}

static void test_decode(void)
{
	decodes("", "");
	decodes("a=1", "a:1;");
	decodes("a=1&b=2", "a:1;b:2;");
	decodes("b=2&a=1&b=3", "b:2;a:1;b:3;");
	decodes("&&a=1&&b=2&", "a:1;b:2;");
	decodes("a", "a:;");
	decodes("a=", "a:;");
	decodes("=1", ":1;");
	decodes("a=b=c", "a:b=c;");
	decodes("a+b=c+d%2B%20", "a b:c d+ ;");
	decodes("%d0%AF=%26%3D%25", "Я:&=%;");
	decodes("a=1;b=2", "a:1;b=2;");
	decodes("a=%ff", "a:\xff;");
	decodes("a=\r\n", "a:\r\n;");
}

static void test_refused(void)
{
	static const char *const bad[] = {
		"a=%",     "a=%1",     "a=%1g", "a=%g1",    "%=1",
		"a=%%31",  "a=%00",    "%00=1", "a=% 1",    "a=%-1",
		"a=1&b=%", "a=%1&b=2", "a=%+1", "a=%u0041",
	};

	for (size_t i = 0; i < COUNT(bad); i++)
		decodes(bad[i], "error");
	CHECK_TEXT(decoded("a=\0", 3), "error");
	CHECK_TEXT(decoded("\0", 1), "error");
	/* Nothing past the length is read. */
	CHECK_TEXT(decoded("a=%41", 4), "error");
	CHECK_TEXT(decoded("a=%41", 3), "error");
	CHECK_TEXT(decoded("a=1&b=2", 3), "a:1;");
}

static void test_most_pairs(void)
{
	struct buf *b = buf_new(a);
	const struct url_pair *pair;
	size_t n;

	for (int i = 0; i < URL_MOST_PAIRS; i++)
		url_add(b, "n", "1");
	CHECK_INT(url_decode(a, buf_text(b), buf_length(b), &pair, &n), OK);
	CHECK_INT(n, URL_MOST_PAIRS);
	buf_char(b, '&');
	CHECK_INT(url_decode(a, buf_text(b), buf_length(b), &pair, &n), OK);
	buf_char(b, 'x');
	CHECK_INT(url_decode(a, buf_text(b), buf_length(b), &pair, &n),
		  ERR_INPUT);
}

static void test_encode(void)
{
	struct buf *b = buf_new(a);

	CHECK_TEXT(url_encode(a, ""), "");
	CHECK_TEXT(url_encode(a, "AZaz09-._~"), "AZaz09-._~");
	CHECK_TEXT(url_encode(a, "a b&c=d/?#%+"),
		   "a%20b%26c%3Dd%2F%3F%23%25%2B");
	CHECK_TEXT(url_encode(a, "Я\xff\x01"), "%D0%AF%FF%01");
	buf_text_add(b, "/rows?");
	url_add(b, "team", "3");
	url_add(b, "q&", "a b");
	CHECK_TEXT(buf_text(b), "/rows?team=3&q%26=a%20b");
}

static void cookie_is(const char *header, const char *want)
{
	const char *value = "unset";
	enum err e = url_cookie(a, header, "sid", &value);

	CHECK_TEXT(e == OK ? value : "error", want);
}

static void test_cookie(void)
{
	cookie_is("", "");
	cookie_is("sid=abc", "abc");
	cookie_is("sid=", "");
	cookie_is("a=1; sid=abc; b=2", "abc");
	cookie_is("a=1;sid=abc;b=2", "abc");
	cookie_is(" \tsid=abc \t; b=2", "abc");
	cookie_is("xsid=abc", "");
	cookie_is("sidx=abc", "");
	cookie_is("SID=abc", "");
	cookie_is("sid", "");
	cookie_is("a=sid=abc", "");
	cookie_is("sid=a=b", "a=b");
	cookie_is(";;; sid=abc;", "abc");
	cookie_is("sid=a; sid=a", "error");
	cookie_is("sid=; x=1; sid=", "error");
	cookie_is("sid=\"abc\"", "error");
	cookie_is("sid=a b", "error");
	cookie_is("sid=a,b", "error");
	cookie_is("sid=a\\b", "error");
	cookie_is("sid=a\x7f", "error");
	cookie_is("sid=\xd0\xaf", "error");
	cookie_is("other=\xd0\xaf \"; sid=abc", "abc");
}

int main(void)
{
	a = arena_new();
	test_decode();
	test_refused();
	test_most_pairs();
	test_encode();
	test_cookie();
	arena_free(a);
	return check_done();
}
