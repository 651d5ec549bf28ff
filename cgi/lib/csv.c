/* csv.c - the door to libcsv: tables exchanged with spreadsheets. */
#include "csv.h"

#include <float.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* The library's header is called as ours is, and ours is found first; this
 * name reaches every system folder called include. */
#include <../include/csv.h>

#include "money.h"

/* ---- reading ---- */

struct csv_reader {
	struct csv_parser parser;
	struct arena *cells; /* of the row being read */
	struct csv_source source;
	const char *text;
	size_t length, at; /* of text, in bytes; what was read of it */
	const char *cell[CSV_MOST_COLUMNS];
	size_t n;
	int64_t number; /* of the row being read */
	bool inside;    /* a quoted cell went on past its line */
	bool ended;     /* the row being read is complete */
	bool begun;     /* the first line has been looked at */
	char delimiter;
	struct csv_problem problem;
};

/* The first problem counts: later ones may only follow from it. */
static void fail(struct csv_reader *r, const char *message, int64_t column)
{
	if (!r->problem.message)
		r->problem = (struct csv_problem){ message, r->number, column };
}

/* Windows-1251 from 0x80 to 0xbf; the alphabet follows in order.  0x98 is not
 * in use. */
static const uint16_t cp1251[64] = {
	0x0402, 0x0403, 0x201a, 0x0453, 0x201e, 0x2026, 0x2020, 0x2021,
	0x20ac, 0x2030, 0x0409, 0x2039, 0x040a, 0x040c, 0x040b, 0x040f,
	0x0452, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
	0xfffd, 0x2122, 0x0459, 0x203a, 0x045a, 0x045c, 0x045b, 0x045f,
	0x00a0, 0x040e, 0x045e, 0x0408, 0x00a4, 0x0490, 0x00a6, 0x00a7,
	0x0401, 0x00a9, 0x0404, 0x00ab, 0x00ac, 0x00ad, 0x00ae, 0x0407,
	0x00b0, 0x00b1, 0x0406, 0x0456, 0x0491, 0x00b5, 0x00b6, 0x00b7,
	0x0451, 0x2116, 0x0454, 0x00bb, 0x0458, 0x0405, 0x0455, 0x0457,
};

/* Replaces the reader's text by the same in UTF-8. */
static void from_cp1251(struct csv_reader *r)
{
	struct buf *b = buf_new(r->cells);

	for (size_t i = 0; i < r->length; i++) {
		unsigned char c = (unsigned char)r->text[i];

		buf_point(b, c < 0x80   ? c
			     : c < 0xc0 ? cp1251[c - 0x80]
					: c - 0xc0u + 0x410u);
	}
	r->text = buf_text(b);
	r->length = buf_length(b);
}

/* The length of the line at the reader's place, with its line end. */
static size_t line_length(const struct csv_reader *r)
{
	const char *line = r->text + r->at;
	size_t left = r->length - r->at, n = 0;

	while (n < left && line[n] != '\n' && line[n] != '\r')
		n++;
	if (n + 1 < left && line[n] == '\r' && line[n + 1] == '\n')
		return n + 2;
	return n < left ? n + 1 : n;
}

/* The delimiter that stands most often, outside quotes, in the first line. */
static char guess(const struct csv_reader *r)
{
	static const char known[] = ",;\t";
	size_t count[sizeof(known)] = { 0 }, best = 0;
	size_t n = line_length(r);
	bool quoted = false;

	for (size_t i = 0; i < n; i++) {
		char c = r->text[r->at + i];
		const char *found = c ? strchr(known, c) : NULL;

		quoted ^= c == '"';
		if (found && !quoted)
			count[found - known]++;
	}
	for (size_t i = 1; known[i]; i++)
		if (count[i] > count[best])
			best = i;
	return known[best];
}

static bool by_line(const struct csv_reader *r)
{
	return r->source.line != NULL;
}

/* Takes more text, if there is any. */
static bool more(struct csv_reader *r)
{
	if (r->at < r->length)
		return true;
	if (!by_line(r) ||
	    !r->source.line(r->source.from, &r->text, &r->length))
		return false;
	r->at = 0;
	if (r->source.cp1251)
		from_cp1251(r);
	return r->length > 0;
}

/* Passes over a byte order mark, and looks for the delimiter. */
static void begin(struct csv_reader *r)
{
	r->begun = true;
	if (more(r) && !r->source.cp1251 && r->length >= 3 &&
	    memcmp(r->text, "\xef\xbb\xbf", 3) == 0)
		r->at = 3;
	r->delimiter = r->source.delimiter;
	if (!r->delimiter)
		r->delimiter = guess(r);
	csv_set_delim(&r->parser, (unsigned char)r->delimiter);
}

static void begin_text(struct csv_reader *r)
{
	r->text = r->source.text;
	r->length = r->source.length;
	if (r->length > CSV_MOST_BYTES) {
		fail(r, N_("The table is larger than 8 MB. Send it in parts."),
		     0);
		return;
	}
	if (r->source.cp1251)
		from_cp1251(r);
	begin(r);
}

static void reader_free(void *reader)
{
	struct csv_reader *r = reader;

	csv_free(&r->parser);
	if (by_line(r))
		arena_free(r->cells);
}

struct csv_reader *csv_reader_new(struct arena *a,
				  const struct csv_source *source)
{
	struct csv_reader *r = arena_zalloc(a, sizeof(*r));

	*r = (struct csv_reader){ .source = *source };
	r->cells = by_line(r) ? arena_new() : a;
	BUG_IF(csv_init(&r->parser, CSV_STRICT | CSV_STRICT_FINI) != 0);
	arena_defer(a, reader_free, r);
	if (!by_line(r))
		begin_text(r);
	return r;
}

static void on_cell(void *text, size_t length, void *reader)
{
	struct csv_reader *r = reader;

	if (r->n == CSV_MOST_COLUMNS) {
		fail(r, N_("This row has more than 100 columns. Remove some."),
		     0);
		return;
	}
	if (length > CSV_MOST_CELL)
		fail(r,
		     N_("This cell is longer than 10,000 bytes. Shorten it."),
		     (int64_t)r->n + 1);
	else
		r->cell[r->n++] = arena_strndup(r->cells, text, length);
}

static void on_row(int character, void *reader)
{
	struct csv_reader *r = reader;

	(void)character;
	r->ended = true;
}

static bool blank(const char *line, size_t length, char delimiter)
{
	for (size_t i = 0; i < length; i++)
		if (!line[i] || line[i] == delimiter ||
		    !strchr(" \t\r\n", line[i]))
			return false;
	return true;
}

static void fail_quote(struct csv_reader *r)
{
	fail(r,
	     N_("A quotation mark is in the wrong place or has no partner. "
		"Correct this cell."),
	     (int64_t)r->n + 1);
}

/* Parses one line of a row; a quoted cell may need several. */
static void parse_line(struct csv_reader *r, const char *line, size_t length)
{
	if (memchr(line, '\0', length))
		fail(r,
		     N_("This row has a NUL character. Save the table anew."),
		     0);
	else if (!str_utf8(line, length))
		fail(r,
		     N_("This row is not in UTF-8. Save the table as CSV "
			"UTF-8, or say that it is in Windows-1251."),
		     0);
	else if (!by_line(r) && r->number > CSV_MOST_ROWS)
		fail(r,
		     N_("The table has more than 50,000 rows. Send it in "
			"parts."),
		     0);
	else if (csv_parse(&r->parser, line, length, on_cell, on_row, r) !=
		 length)
		fail_quote(r);
}

/* Line by line, so that the library, which calls back for every row it finds,
 * finds at most one at a time. */
static void take_line(struct csv_reader *r)
{
	const char *line = r->text + r->at;
	size_t length = line_length(r);

	r->at += length;
	if (!r->inside)
		r->number++;
	if (!r->inside && blank(line, length, r->delimiter))
		return;
	parse_line(r, line, length);
	r->inside = !r->ended;
}

bool csv_next(struct csv_reader *r, struct csv_row *row)
{
	if (by_line(r))
		arena_reset(r->cells);
	if (!r->begun && !r->problem.message)
		begin(r);
	r->n = 0;
	r->ended = false;
	while (!r->problem.message && !r->ended && more(r))
		take_line(r);
	if (!r->problem.message && r->inside) {
		r->inside = false;
		if (csv_fini(&r->parser, on_cell, on_row, r) != 0)
			fail_quote(r);
	}
	if (r->problem.message || !r->ended)
		return false;
	*row = (struct csv_row){ r->number, r->n, r->cell };
	return true;
}

char csv_delimiter(const struct csv_reader *r)
{
	return r->delimiter;
}

enum err csv_end(const struct csv_reader *r, struct csv_problem *problem)
{
	*problem = r->problem;
	return r->problem.message ? ERR_INPUT : OK;
}

/* ---- writing ---- */

struct csv_writer {
	struct arena *arena;
	struct buf *out;
	char delimiter, point;
	bool begun;   /* the row has a cell already */
	size_t start; /* of the row in out, in bytes */
};

struct csv_writer *csv_writer_new(struct arena *a, struct buf *b,
				  char delimiter, bool bom)
{
	struct csv_writer *w = arena_zalloc(a, sizeof(*w));

	BUG_IF(!delimiter || !strchr(",;\t", delimiter));
	*w = (struct csv_writer){ a, b, delimiter, '.', false, 0 };
	if (delimiter == ';')
		w->point = ',';
	if (bom)
		buf_point(b, 0xfeff);
	return w;
}

static void next_cell(struct csv_writer *w)
{
	if (w->begun)
		buf_char(w->out, w->delimiter);
	else
		w->start = buf_length(w->out);
	w->begun = true;
}

/* What spreadsheets pass over in search of a formula: besides white space,
 * controls, quotes of all kinds and what has no width or only a direction. */
static bool passed_over(uint32_t p)
{
	return p < ' ' || (p >= 0x7f && p <= 0x9f) || str_blank(p) ||
	       p == '"' || p == '\'' || p == '`' || p == 0xab || p == 0xbb ||
	       p == 0xad || p == 0x34f || p == 0x61c || p == 0x180e ||
	       (p >= 0x2018 && p <= 0x201f) || p == 0x2039 || p == 0x203a ||
	       (p >= 0x200e && p <= 0x202e) || (p >= 0x2060 && p <= 0x206f) ||
	       (p >= 0xfe00 && p <= 0xfe0f) || p == 0xff02 || p == 0xff07;
}

static bool formula(const char *text)
{
	uint32_t p;

	do
		p = str_point(&text);
	while (p && passed_over(p));
	return p == '=' || p == '+' || p == '-' || p == '@' || p == 0xff1d ||
	       p == 0xff0b || p == 0xff0d || p == 0xff20;
}

/* Quoted whenever any of the delimiters is inside, so that a reader who takes
 * another one is warned of the quotes. */
static bool needs_quotes(const char *text)
{
	size_t n = strlen(text);

	return strpbrk(text, ",;\t\"\r\n") || (n && text[0] == ' ') ||
	       (n && text[n - 1] == ' ');
}

void csv_put_text(struct csv_writer *w, const char *text)
{
	const char *guard = formula(text) ? "'" : "";
	bool quotes = needs_quotes(text);

	next_cell(w);
	if (!quotes) {
		buf_printf(w->out, "%s%s", guard, text);
		return;
	}
	buf_printf(w->out, "\"%s", guard);
	for (; *text; text++) {
		if (*text == '"')
			buf_char(w->out, '"');
		buf_char(w->out, *text);
		/* Who splits here all the same must find no formula. */
		if (strchr(",;\t\r\n", *text) && formula(text + 1))
			buf_char(w->out, '\'');
	}
	buf_char(w->out, '"');
}

/* Writes a number that has a point, if at all, for its decimals. */
static void put_decimal(struct csv_writer *w, const char *number)
{
	size_t whole = strcspn(number, ".");

	next_cell(w);
	buf_add(w->out, number, whole);
	if (!number[whole])
		return;
	buf_char(w->out, w->point);
	buf_text_add(w->out, number + whole + 1);
}

void csv_put_int(struct csv_writer *w, int64_t number)
{
	next_cell(w);
	if (number != NONE)
		buf_printf(w->out, "%" PRId64, number);
}

void csv_put_money(struct csv_writer *w, int64_t amount, int exponent)
{
	put_decimal(w, amount == NONE ? ""
				      : money_text(w->arena, amount, exponent));
}

void csv_put_number(struct csv_writer *w, double number, int decimals)
{
	char text[DBL_MAX_10_EXP + 32] = "";

	BUG_IF(decimals < 0 || decimals > 20);
	if (isfinite(number))
		snprintf(text, sizeof(text), "%.*f", decimals, number);
	put_decimal(w, text);
}

/* A row of one empty cell must not look like a blank line, which readers
 * leave out. */
void csv_end_row(struct csv_writer *w)
{
	if (w->begun && buf_length(w->out) == w->start)
		buf_text_add(w->out, "\"\"");
	buf_text_add(w->out, "\r\n");
	w->begun = false;
}
