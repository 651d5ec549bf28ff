/* csv_test.c - tables as people send them, and as we write them. */
#include "../../cgi/lib/csv.h"

#include "../check.h"

static struct arena *a;

/* All rows as "1:[a][b] 3:[c] " and a problem as "!message row/column". */
static const char *rows_of(const struct csv_source *source)
{
	struct csv_reader *r = csv_reader_new(a, source);
	struct csv_problem problem;
	struct buf *b = buf_new(a);
	struct csv_row row;

	while (csv_next(r, &row)) {
		buf_printf(b, "%lld:", (long long)row.number);
		for (size_t i = 0; i < row.n; i++)
			buf_printf(b, "[%s]", row.cell[i]);
		buf_char(b, ' ');
	}
	CHECK(!csv_next(r, &row));
	if (csv_end(r, &problem) != OK)
		buf_printf(b, "!%.8s %lld/%lld", problem.message,
			   (long long)problem.row, (long long)problem.column);
	return buf_text(b);
}

static const char *rows(const char *text)
{
	return rows_of(
		&(struct csv_source){ .text = text, .length = strlen(text) });
}

static void test_rows(void)
{
	CHECK_TEXT(rows(""), "");
	CHECK_TEXT(rows("\n\r\n  \n"), "");
	CHECK_TEXT(rows("a,b\nc,d\n"), "1:[a][b] 2:[c][d] ");
	CHECK_TEXT(rows("a,b\r\nc,d"), "1:[a][b] 2:[c][d] ");
	CHECK_TEXT(rows("a,b\rc,d\r"), "1:[a][b] 2:[c][d] ");
	CHECK_TEXT(rows("a,,\n,,\n"), "1:[a][][] 2:[][][] ");
	CHECK_TEXT(rows("a\n\n\r\n  \nb\n"), "1:[a] 5:[b] ");
	CHECK_TEXT(rows("a,b\nc\nd,e,f\n"), "1:[a][b] 2:[c] 3:[d][e][f] ");
	CHECK_TEXT(rows(" a , b c ,\td\n"), "1:[a][b c][d] ");
	CHECK_TEXT(rows("Имя,Город\nАнна,Омск\n"),
		   "1:[Имя][Город] 2:[Анна][Омск] ");
	CHECK_TEXT(rows("\xef\xbb\xbf"
			"a,b\n"),
		   "1:[a][b] ");
	CHECK_TEXT(rows("\xef\xbb\xbf"), "");
	CHECK_TEXT(rows("\xef\xbb\xbf\"a\",b\n"), "1:[a][b] ");
}

static void test_quotes(void)
{
	CHECK_TEXT(rows("\"a,b\",\"c\"\"d\"\n"), "1:[a,b][c\"d] ");
	CHECK_TEXT(rows("\" a \", \"b\" ,\"\"\n"), "1:[ a ][b][] ");
	CHECK_TEXT(rows("\"a\nb\",c\nd,e\n"), "1:[a\nb][c] 2:[d][e] ");
	CHECK_TEXT(rows("\"a\r\n\r\nb\"\r\nc\r\n"), "1:[a\r\n\r\nb] 2:[c] ");
	CHECK_TEXT(rows("\"\"\n"), "1:[] ");
	CHECK_TEXT(rows("\"\n\"\n"), "1:[\n] ");
	CHECK_TEXT(rows("\"a\""), "1:[a] ");
	CHECK_TEXT(rows("a\nb,\"c\n"), "1:[a] !A quotat 2/2");
	CHECK_TEXT(rows("a\nb,c\"d\ne\n"), "1:[a] !A quotat 2/2");
	CHECK_TEXT(rows("\"a\"b,c\n"), "!A quotat 1/1");
}

static void test_delimiter(void)
{
	struct csv_source s = { .text = "a;b,c\n",
				.length = 6,
				.delimiter = ',' };

	CHECK_TEXT(rows("a;b;c\n1,5;2\n"), "1:[a][b][c] 2:[1,5][2] ");
	CHECK_TEXT(rows("a\tb\n1,5\t\n\t\n"), "1:[a][b] 2:[1,5][] 3:[][] ");
	CHECK_TEXT(rows("a;b,c;d\n"), "1:[a][b,c][d] ");
	CHECK_TEXT(rows("\"a;;;\",b\n"), "1:[a;;;][b] ");
	CHECK_TEXT(rows("a\nb,c\n"), "1:[a] 2:[b][c] ");
	CHECK_TEXT(rows_of(&s), "1:[a;b][c] ");
	s.delimiter = ';';
	CHECK_TEXT(rows_of(&s), "1:[a][b,c] ");
	CHECK(csv_delimiter(csv_reader_new(a, &s)) == ';');
	s.delimiter = 0;
	CHECK(csv_delimiter(csv_reader_new(a, &s)) == ',');
}

static void test_encoding(void)
{
	struct csv_source s = { .text = "\xc8\xec\xff,\x98\xb8\xa8\x80\xbf\n",
				.length = 10,
				.cp1251 = true };

	CHECK_TEXT(rows_of(&s), "1:[Имя][\ufffdёЁЂї] ");
	s.cp1251 = false;
	CHECK_TEXT(rows_of(&s), "!This row 1/0");
	CHECK_TEXT(rows("a\nb\xd0\nc\n"), "1:[a] !This row 2/0");
	CHECK_TEXT(rows("\xff\xfe"
			"a"),
		   "!This row 1/0");
	s = (struct csv_source){ .text = "a\nb\0c\nd\n", .length = 8 };
	CHECK_TEXT(rows_of(&s), "1:[a] !This row 2/0");
	s = (struct csv_source){ .text = "a\n\0\nd\n", .length = 6 };
	CHECK_TEXT(rows_of(&s), "1:[a] !This row 2/0");
	/* Nothing past the length is read. */
	s = (struct csv_source){ .text = "a,b\nc", .length = 3 };
	CHECK_TEXT(rows_of(&s), "1:[a][b] ");
}

/* n times the same character. */
static const char *many(char c, size_t n)
{
	char *text = arena_zalloc(a, n + 1);

	memset(text, c, n);
	return text;
}

static void test_limits(void)
{
	const char *longest = many('x', CSV_MOST_CELL);
	const char *commas = many(',', CSV_MOST_COLUMNS - 1);
	struct csv_source s = { .text = "", .length = CSV_MOST_BYTES + 1 };
	struct csv_problem problem;
	struct csv_row row;
	struct buf *b = buf_new(a);
	struct csv_reader *r;
	int64_t n = 0;

	CHECK_INT(strlen(rows(longest)), CSV_MOST_CELL + 5);
	CHECK_TEXT(rows(arena_printf(a, "a\nb,%sx\n", longest)),
		   "1:[a] !This cel 2/2");
	CHECK_INT(strlen(rows(commas)), 2 * CSV_MOST_COLUMNS + 3);
	CHECK_TEXT(rows(arena_printf(a, "a,a\n%s,\n", commas)),
		   "1:[a][a] !This row 2/0");
	CHECK_TEXT(rows_of(&s), "!The tabl 0/0");
	for (int i = 0; i < CSV_MOST_ROWS; i++)
		buf_text_add(b, "a,b\n");
	s = (struct csv_source){ .text = buf_text(b), .length = buf_length(b) };
	for (r = csv_reader_new(a, &s); csv_next(r, &row); n++)
		CHECK_INT(row.n, 2);
	CHECK_INT(n, CSV_MOST_ROWS);
	CHECK_INT(csv_end(r, &problem), OK);
	CHECK(!problem.message);
	buf_text_add(b, "c\n");
	s = (struct csv_source){ .text = buf_text(b), .length = buf_length(b) };
	r = csv_reader_new(a, &s);
	while (csv_next(r, &row))
		continue;
	CHECK_INT(csv_end(r, &problem), ERR_INPUT);
	CHECK_INT(problem.row, CSV_MOST_ROWS + 1);
}

/* What is left of a text, given line by line. */
static bool next_line(void *from, const char **text, size_t *length)
{
	const char **rest = from;

	*text = *rest;
	*length = strcspn(*rest, "\n");
	*length += (*rest)[*length] == '\n';
	*rest += *length;
	return *length > 0;
}

/* The same rows come line by line, whatever is wrong with them. */
static void test_lines(void)
{
	static const char *const texts[] = {
		"",
		"\n\n",
		"a,b\r\nc,d",
		"\xef\xbb\xbf"
		"a;b\n1;2\n",
		"a\nb\"c\n",
		"\"a\nb\",c\n",
		"a\n\"b\n\nc",
		"a\n\xff\nb\n",
		"a\rb\rc",
	};

	for (size_t i = 0; i < COUNT(texts); i++) {
		const char *rest = texts[i];
		struct csv_source s = { .line = next_line, .from = &rest };

		CHECK_TEXT(rows_of(&s), rows(texts[i]));
	}
}

static void test_many_lines(void)
{
	struct csv_source s = { .line = next_line, .cp1251 = true };
	struct csv_problem problem;
	struct buf *b = buf_new(a);
	struct csv_reader *r;
	struct csv_row row;
	const char *rest;
	int64_t n = 0;

	for (int i = 0; i < CSV_MOST_ROWS + 1; i++)
		buf_text_add(b, "a,\xff\n");
	rest = buf_text(b);
	s.from = &rest;
	for (r = csv_reader_new(a, &s); csv_next(r, &row); n++)
		CHECK_TEXT(row.cell[1], "я");
	CHECK_INT(n, CSV_MOST_ROWS + 1);
	CHECK_INT(csv_end(r, &problem), OK);
}

/* One cell of text as it is written. */
static const char *written(const char *text)
{
	struct buf *b = buf_new(a);
	struct csv_writer *w = csv_writer_new(a, b, ',', false);

	csv_put_text(w, text);
	return buf_text(b);
}

static void test_write_text(void)
{
	CHECK_TEXT(written(""), "");
	CHECK_TEXT(written("abc"), "abc");
	CHECK_TEXT(written("Анна"), "Анна");
	CHECK_TEXT(written("a,b"), "\"a,b\"");
	CHECK_TEXT(written("a;b"), "\"a;b\"");
	CHECK_TEXT(written("a\tb"), "\"a\tb\"");
	CHECK_TEXT(written("a\nb"), "\"a\nb\"");
	CHECK_TEXT(written("a\rb"), "\"a\rb\"");
	CHECK_TEXT(written("say \"hi\""), "\"say \"\"hi\"\"\"");
	CHECK_TEXT(written(" a"), "\" a\"");
	CHECK_TEXT(written("a "), "\"a \"");
	CHECK_TEXT(written("it's"), "it's");
	CHECK_TEXT(written("a=b"), "a=b");
	CHECK_TEXT(written("a@b.c"), "a@b.c");
}

static void test_guard(void)
{
	static const char *const formulas[] = {
		"=1+1",
		"+7 912",
		"-5",
		"@SUM(1)",
		"\uff1d1",
		"\uff0b1",
		"\uff0d1",
		"\uff201",
		"'=1",
		"\u200b=1",
		"\u00a0=1",
		"\ufeff=1",
		"\x01=1",
		"\xe2\x81\xa7=1\xe2\x81\xa9",
		"\u00ad=1",
		"\u201c=1",
		"\x7f=1",
		"\xc2\x85=1",
		"\xe2\x80\xae@1\xe2\x80\xac",
		"\u3000-1",
		"=",
		"\u2060=",
		"\xe2\x80\x8e\xe2\x80\x8f+1",
	};
	static const char *const quoted[] = { " =1",       "\t=1", "\r=1",
					      "\n=1",      "\"=1", "=1,2",
					      " \"\t'=\"x" };

	/* a reader who splits at another delimiter finds none either */
	CHECK_TEXT(written("Bob;=1+1;x"), "\"Bob;'=1+1;x\"");
	CHECK_TEXT(written("a,-5"), "\"a,'-5\"");
	CHECK_TEXT(written("a, b"), "\"a, b\"");
	for (size_t i = 0; i < COUNT(formulas); i++)
		CHECK_TEXT(written(formulas[i]),
			   arena_printf(a, "'%s", formulas[i]));
	for (size_t i = 0; i < COUNT(quoted); i++)
		CHECK(strncmp(written(quoted[i]), "\"'", 2) == 0);
}

static void test_write_numbers(void)
{
	struct buf *b = buf_new(a);
	struct csv_writer *w = csv_writer_new(a, b, ',', true);

	csv_put_text(w, "x");
	csv_put_int(w, -5);
	csv_put_int(w, NONE);
	csv_put_money(w, -105405, 2);
	csv_put_money(w, NONE, 2);
	csv_put_number(w, -0.4, 3);
	csv_put_number(w, (double)NAN, 3);
	csv_put_number(w, 1e300, 0);
	csv_end_row(w);
	CHECK(strncmp(buf_text(b),
		      "\xef\xbb\xbf"
		      "x,-5,,-1054.05,,-0.400,,1000",
		      31) == 0);
	b = buf_new(a);
	w = csv_writer_new(a, b, ';', false);
	csv_put_money(w, 105405, 2);
	csv_put_number(w, 0.5, 2);
	csv_put_money(w, 7, 0);
	csv_end_row(w);
	csv_put_text(w, "");
	csv_end_row(w);
	csv_put_text(w, "");
	csv_put_text(w, "");
	csv_end_row(w);
	CHECK_TEXT(buf_text(b), "1054,05;0,50;7\r\n\"\"\r\n;\r\n");
	b = buf_new(a);
	w = csv_writer_new(a, b, '\t', false);
	csv_put_int(w, INT64_MAX);
	csv_put_number(w, 0.5, 2);
	CHECK_TEXT(buf_text(b), "9223372036854775807\t0.50");
}

static void test_round_trip(void)
{
	static const char *const cells[] = {
		"", "a", " b ", "c\"\"", "\r\n", "д,;\t", "\xef\xbb\xbf", "\""
	};
	static const char delimiters[] = ",;\t";

	for (size_t d = 0; delimiters[d]; d++) {
		struct buf *b = buf_new(a), *want = buf_new(a);
		struct csv_writer *w =
			csv_writer_new(a, b, delimiters[d], d > 0);
		struct csv_source source;

		buf_text_add(want, "1:");
		for (size_t i = 0; i < COUNT(cells); i++) {
			csv_put_text(w, cells[i]);
			buf_printf(want, "[%s]", cells[i]);
		}
		csv_end_row(w);
		csv_put_text(w, "");
		csv_end_row(w);
		buf_text_add(want, " 2:[] ");
		source = (struct csv_source){ .text = buf_text(b),
					      .length = buf_length(b),
					      .delimiter = delimiters[d] };
		CHECK_TEXT(rows_of(&source), buf_text(want));
	}
}

int main(void)
{
	a = arena_new();
	test_rows();
	test_quotes();
	test_delimiter();
	test_encoding();
	test_limits();
	test_lines();
	test_many_lines();
	test_write_text();
	test_guard();
	test_write_numbers();
	test_round_trip();
	arena_free(a);
	return check_done();
}
