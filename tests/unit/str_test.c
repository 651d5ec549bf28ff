/* str_test.c - growing texts, UTF-8, cleaning, integers, search keys. */
#include "../../cgi/lib/str.h"

#include "../check.h"

static struct arena *a;

static void test_buf(void)
{
	struct buf *b = buf_new(a);

	CHECK_TEXT(buf_text(b), "");
	CHECK_INT(buf_length(b), 0);
	buf_add(b, "abcdef", 3);
	buf_char(b, '-');
	buf_text_add(b, "x");
	buf_printf(b, "%d/%s", 42, "y");
	CHECK_TEXT(buf_text(b), "abc-x42/y");
	for (int i = 0; i < 100000; i++)
		buf_char(b, 'z');
	CHECK_INT(buf_length(b), 100009);
	CHECK_INT(strlen(buf_text(b)), 100009);
	buf_printf(b, "%*d", 70000, 1);
	CHECK_INT(buf_length(b), 170009);
	CHECK(buf_text(b)[170008] == '1');
}

static void test_points(void)
{
	static const uint32_t edges[] = { 1,       0x7f,    0x80,   0x7ff,
					  0x800,   0xd7ff,  0xe000, 0xffff,
					  0x10000, 0x10ffff };

	for (size_t i = 0; i < COUNT(edges); i++) {
		struct buf *b = buf_new(a);
		const char *text;

		buf_point(b, edges[i]);
		text = buf_text(b);
		CHECK(str_utf8(text, buf_length(b)));
		CHECK_INT(str_points(text), 1);
		CHECK_INT(str_point(&text), edges[i]);
		CHECK_INT(str_point(&text), 0);
		CHECK_INT(str_point(&text), 0);
	}
	CHECK_INT(str_points("Ёж 🦔"), 4);
	CHECK_INT(str_cut("Ёж", 4), 4);
	CHECK_INT(str_cut("Ёж", 3), 2);
	CHECK_INT(str_cut("Ёж", 1), 0);
	CHECK_INT(str_cut("🦔a", 4), 4);
	CHECK_INT(str_cut("", 3), 0);
	CHECK_INT(str_points("a\xff"
			     "b"),
		  3);
}

/* All two-byte texts against the table of RFC 3629, section 4. */
static void test_two_bytes(void)
{
	for (int x = 0; x < 256; x++)
		for (int y = 0; y < 256; y++) {
			char text[2] = { (char)x, (char)y };
			bool two = x >= 0xc2 && x <= 0xdf && y >= 0x80 &&
				   y <= 0xbf;

			if (str_utf8(text, 2) !=
			    (two || (x < 0x80 && y < 0x80)))
				CHECK_INT(x * 256 + y, -1);
		}
}

static void test_utf8(void)
{
	static const char *const bad[] = {
		"\x80",
		"\xbf",
		"\xc0\xaf",
		"\xc1\xbf",
		"\xe0\x80\xaf",
		"\xe0\x9f\xbf",
		"\xed\xa0\x80",
		"\xed\xbf\xbf",
		"\xf0\x80\x80\xaf",
		"\xf0\x8f\xbf\xbf",
		"\xf4\x90\x80\x80",
		"\xf5\x80\x80\x80",
		"\xf8\x88\x80\x80\x80",
		"\xfe",
		"\xff",
		"\xd0",
		"\xe2\x82",
		"\xf0\x9f\xa6",
		"a\xd0z",
		"\xe2\x82z",
	};
	static const char *const good[] = {
		"",
		"a",
		"\xc2\x80",
		"\xed\x9f\xbf",
		"\xee\x80\x80",
		"\xf0\x90\x80\x80",
		"\xf4\x8f\xbf\xbf",
		"\xef\xbf\xbf",
		"Привет, 🦔",
	};

	for (size_t i = 0; i < COUNT(bad); i++)
		if (str_utf8(bad[i], strlen(bad[i])))
			CHECK_INT(i, -1);
	for (size_t i = 0; i < COUNT(good); i++)
		CHECK(str_utf8(good[i], strlen(good[i])));
	CHECK(str_utf8("a\0b", 3));
	CHECK(!str_utf8("\xe2\x82\xac", 2));
	test_two_bytes();
}

static void clean_is(const char *typed, bool many_lines, enum err want,
		     const char *text)
{
	const char *clean = NULL;

	CHECK_INT(str_clean(a, typed, many_lines, &clean), want);
	CHECK_TEXT(clean, text);
}

static void test_clean(void)
{
	clean_is("", false, OK, "");
	clean_is(" \t\r\n ", false, OK, "");
	clean_is("  a  b ", false, OK, "a  b");
	clean_is("\u00a0\u202f\ufeffa\u00a0b\u3000\u200b", false, OK,
		 "a\u00a0b");
	clean_is("a\r\nb\rc\nd", true, OK, "a\nb\nc\nd");
	clean_is("a\r\n\r\nb", true, OK, "a\n\nb");
	clean_is("\r\na\r\n", true, OK, "a");
	clean_is("a\tb", true, OK, "a\tb");
	clean_is("a\tb", false, ERR_INPUT, "a\ufffdb");
	clean_is("a\nb", false, ERR_INPUT, "a\ufffdb");
	clean_is("a\r\nb", false, ERR_INPUT, "a\ufffdb");
	clean_is("a\x01", true, ERR_INPUT, "a\ufffd");
	clean_is("\x1b[0m", true, ERR_INPUT, "\ufffd[0m");
	clean_is("a\x7f", true, ERR_INPUT, "a\ufffd");
	clean_is("a\xc2\x80"
		 "b\xc2\x85"
		 "c\xc2\x9f",
		 true, ERR_INPUT, "a\ufffdb\ufffdc\ufffd");
	clean_is("\va", true, ERR_INPUT, "\ufffda");
	clean_is("a\f", true, ERR_INPUT, "a\ufffd");
	clean_is("\ufdd0\ufdef\uffff\U0001fffe\U0010ffff", true, ERR_INPUT,
		 "\ufffd\ufffd\ufffd\ufffd\ufffd");
	clean_is("\ufdcf\ufdf0", true, OK, "\ufdcf\ufdf0");
	clean_is("\u202eabc\u202c \u2067x\u2069", false, OK,
		 "\u202eabc\u202c \u2067x\u2069");
}

/* Every control, alone between two letters. */
static void test_clean_controls(void)
{
	for (uint32_t p = 1; p < 0x100; p++) {
		struct buf *b = buf_new(a);
		bool control = p < ' ' || (p >= 0x7f && p <= 0x9f);
		bool line = p == '\t' || p == '\n' || p == '\r';
		const char *clean;

		buf_char(b, 'a');
		buf_point(b, p);
		buf_char(b, 'b');
		CHECK_INT(str_clean(a, buf_text(b), false, &clean),
			  control ? ERR_INPUT : OK);
		CHECK_INT(str_clean(a, buf_text(b), true, &clean),
			  control && !line ? ERR_INPUT : OK);
	}
}

static void test_int(void)
{
	static const char *const bad[] = {
		"",
		"-",
		"+1",
		" 1",
		"1 ",
		"01",
		"-0",
		"00",
		"-01",
		"--1",
		"1.0",
		"1e3",
		"0x1",
		"9x",
		"1,000",
		"1234567890123456789",
		"-1234567890123456789",
		"٣",
		"1\n",
	};
	int64_t v = 77;

	for (size_t i = 0; i < COUNT(bad); i++)
		if (!CHECK_INT(str_int(bad[i], &v), ERR_INPUT))
			CHECK_TEXT(bad[i], "refused");
	CHECK_INT(v, 77);
	CHECK(str_int("0", &v) == OK && v == 0);
	CHECK(str_int("-1", &v) == OK && v == -1);
	CHECK(str_int("42", &v) == OK && v == 42);
	CHECK(str_int("999999999999999999", &v) == OK &&
	      v == INT64_C(999999999999999999));
	CHECK(str_int("-999999999999999999", &v) == OK &&
	      v == INT64_C(-999999999999999999));
}

static void test_fold(void)
{
	CHECK_TEXT(str_fold(a, ""), "");
	CHECK_TEXT(str_fold(a, "  Web \u00a0 SITE\t"), "web site");
	CHECK_TEXT(str_fold(a, "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"),
		   "абвгдеежзийклмнопрстуфхцчшщъыьэюя");
	CHECK_TEXT(str_fold(a, "ёлка Ёлка ЕЛКА"), "елка елка елка");
	CHECK_TEXT(str_fold(a, "ЂЃЄЅІЇЈЉЊЋЌЎЏ Ґ Ә Ӏ Ӂ Ӯ"),
		   "ђѓєѕіїјљњћќўџ ґ ә ӏ ӂ ӯ");
	CHECK_TEXT(str_fold(a, "ÀÖØÞ×÷ ÿŸ"), "àöøþ×÷ ÿÿ");
	CHECK_TEXT(str_fold(a, "ĀĽŁŃŊŠŶŹŻŽ İ"), "āľłńŋšŷźżž i");
	CHECK_TEXT(str_fold(a, "ẠỆ Straße STRASSE ẞ"), "ạệ strasse strasse ss");
	CHECK_TEXT(str_fold(a, "日本 Ω 🦔"), "日本 Ω 🦔");
}

/* Folding twice changes nothing, and case never matters. */
static void test_fold_again(void)
{
	for (uint32_t p = 1; p < 0x3000; p++) {
		struct buf *b = buf_new(a);
		char *once;

		if (p >= 0xd800 && p <= 0xdfff)
			continue;
		buf_point(b, p);
		once = str_fold(a, buf_text(b));
		if (strcmp(str_fold(a, once), once) != 0)
			CHECK_INT(p, -1);
	}
}

static void test_email(void)
{
	static const char *const bad[] = {
		"",
		"a",
		"a@",
		"@b.co",
		"a@b",
		"a@b@c.d",
		"a b@c.de",
		"a@b..c",
		"a@.b.c",
		"a@b.c.",
		".a@b.c",
		"a.@b.c",
		"a..b@c.d",
		"a@-b.c",
		"a@b-.c",
		"a@b_c.d",
		"<a@b.c>",
		"a,b@c.d",
		"a@b.c, d@e.f",
		"a\"b@c.d",
		"a\u00a0@b.c",
		"a@b.c\x01",
	};
	struct buf *b = buf_new(a);

	for (size_t i = 0; i < COUNT(bad); i++)
		CHECK_TEXT(str_email_key(a, bad[i]), "");
	CHECK_TEXT(str_email_key(a, " Anna.Petrova+crm@Example.COM\u00a0"),
		   "anna.petrova+crm@example.com");
	CHECK_TEXT(str_email_key(a, "Ёж@Почта.РФ"), "ёж@почта.рф");
	CHECK_TEXT(str_email_key(a, "o'neil@a-b.c1.io"), "o'neil@a-b.c1.io");
	for (int i = 0; i < 64; i++)
		buf_char(b, 'x');
	CHECK(*str_email_key(a, arena_printf(a, "%s@b.co", buf_text(b))));
	CHECK_TEXT(str_email_key(a, arena_printf(a, "%sx@b.co", buf_text(b))),
		   "");
	CHECK_TEXT(str_email_key(a, arena_printf(a, "a@%s.co", buf_text(b))),
		   "");
}

static void test_phone(void)
{
	static const char *const bad[] = {
		"",
		"1234",
		"12345x",
		"phone",
		"12+345678",
		"++12345",
		"1234567890123456",
		"+1234567890123456",
		"8 912 доб. 5",
	};

	for (size_t i = 0; i < COUNT(bad); i++)
		CHECK_TEXT(str_phone_key(a, bad[i]), "");
	CHECK_TEXT(str_phone_key(a, "8 (912) 345-67-89"), "79123456789");
	CHECK_TEXT(str_phone_key(a, "+7 912 345 67 89"), "79123456789");
	CHECK_TEXT(str_contact_key(a, " Ann@Example.COM "), "ann@example.com");
	CHECK_TEXT(str_contact_key(a, "8 (912) 345-67-89"), "79123456789");
	CHECK_TEXT(str_contact_key(a, "Ann"), "");
	CHECK_TEXT(str_phone_key(a, "7\u2011912\u00a0345.67/89"),
		   "79123456789");
	CHECK_TEXT(str_phone_key(a, "+81 3 1234 5678"), "81312345678");
	CHECK_TEXT(str_phone_key(a, "+8 123 456 78 90"), "81234567890");
	CHECK_TEXT(str_phone_key(a, "0049 30 123456"), "4930123456");
	CHECK_TEXT(str_phone_key(a, " +44 (20) 7946 0000 "), "442079460000");
	CHECK_TEXT(str_phone_key(a, "12345"), "12345");
	CHECK_TEXT(str_phone_key(a, "123456789012345"), "123456789012345");
	CHECK_TEXT(str_phone_key(a, "00123456789012345"), "123456789012345");
}

static void test_initials(void)
{
	CHECK_TEXT(str_initials(a, ""), "");
	CHECK_TEXT(str_initials(a, " - "), "");
	CHECK_TEXT(str_initials(a, "анна Петрова"), "АП");
	CHECK_TEXT(str_initials(a, "Петрова Анна Сергеевна"), "ПА");
	CHECK_TEXT(str_initials(a, "ёлкин"), "Ё");
	CHECK_TEXT(str_initials(a, "  mary\u00a0ann smith"), "MA");
	CHECK_TEXT(str_initials(a, "Bob (sales) west"), "BW");
	CHECK_TEXT(str_initials(a, "š 🦔 4 you"), "Š4");
}

int main(void)
{
	a = arena_new();
	test_buf();
	test_points();
	test_utf8();
	test_clean();
	test_clean_controls();
	test_int();
	test_fold();
	test_fold_again();
	test_email();
	test_phone();
	test_initials();
	arena_free(a);
	return check_done();
}
