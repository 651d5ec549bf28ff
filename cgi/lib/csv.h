/* csv.h - the door to libcsv: tables that people exchange with spreadsheets.
 *
 * Reading follows RFC 4180 and tolerates spaces around quotes.  Writing adds
 * a guard: no text of ours can become a formula in the reader's program. */
#ifndef CSV_H
#define CSV_H

#include "str.h"

enum {
	CSV_MOST_BYTES = 8 * 1024 * 1024,
	CSV_MOST_ROWS = 50000, /* the one with the names included */
	CSV_MOST_COLUMNS = 100,
	CSV_MOST_CELL = 10000, /* bytes */
};

/* ---- reading ---- */

struct csv_reader;

/* A table as it was sent. */
struct csv_source {
	const char *text;
	size_t length; /* of text, in bytes */
	/* Instead of text: fills *text with the next line and its end, good
	 * until the next call; false after the last.  So a table may have any
	 * number of bytes and rows: not a visitor's. */
	bool (*line)(void *from, const char **text, size_t *length);
	void *from;
	char delimiter; /* ',' ';' '\t', or 0: by the first line */
	bool cp1251;    /* encoded so, which must be said; else UTF-8 */
};

struct csv_row {
	int64_t number;          /* as a spreadsheet counts: from 1, blank
				  * ones too */
	size_t n;                /* cells */
	const char *const *cell; /* cell[0..n), never NULL; the list is good
				  * until the next csv_next, as are the texts of
				  * a table that comes line by line; the others
				  * live in the arena */
};

/* What was wrong with a table, in words for its sender. */
struct csv_problem {
	const char *message; /* an English sentence to translate, or NULL */
	int64_t row;         /* as csv_row.number */
	int64_t column;      /* from 1; 0: the whole row */
};

/* Begins to read; source->text must live as long as the arena. */
struct csv_reader *csv_reader_new(struct arena *a,
				  const struct csv_source *source);

/*
 * csv_next - the next row that is not blank; false at the end and from the
 * first problem on.  White space around a cell without quotes is dropped.
 */
bool csv_next(struct csv_reader *r, struct csv_row *row);

/* The delimiter in use. */
char csv_delimiter(const struct csv_reader *r);

/*
 * csv_end - OK when the whole table was read; ERR_INPUT, and *problem filled,
 * when it was not: not UTF-8, a NUL byte, a stray or unclosed quote, one of
 * the limits above.
 */
enum err csv_end(const struct csv_reader *r, struct csv_problem *problem);

/* ---- writing ---- */

struct csv_writer;

/*
 * csv_writer_new - writes rows to the end of b.
 * delimiter: ',' ';' or '\t'.  ';' is what Russian spreadsheets expect, so it
 * goes with a decimal comma; the others with a point.
 * bom: begin with U+FEFF, by which Excel knows UTF-8.
 */
struct csv_writer *csv_writer_new(struct arena *a, struct buf *b,
				  char delimiter, bool bom);

/* One more cell.  A text that a spreadsheet could take for a formula - its
 * first character, after white space, controls, zero-width characters and
 * quotes, is = + - @ or a full-width form of one - gets an apostrophe in
 * front.  Numbers are written bare, and only these calls write any; one that
 * is not finite leaves its cell empty. */
void csv_put_text(struct csv_writer *w, const char *text);
void csv_put_int(struct csv_writer *w, int64_t number); /* NONE: empty */
void csv_put_money(struct csv_writer *w, int64_t amount,
		   int exponent); /* NONE: empty */
void csv_put_number(struct csv_writer *w, double number, int decimals);

/* Ends the row: CRLF. */
void csv_end_row(struct csv_writer *w);

#endif
