/* csv_fuzz.c - what is read and written is read again the same, but for the
 * apostrophe that keeps a text from being a formula. */
#include "../../cgi/lib/csv.h"

#define ALPHABET                                                               \
	"a", ",", ";", "\t", "\n", "\r\n", "\r", "\"", "\"\"", " ", "=", "'",  \
		"\xef\xbb\xbf", "\xd0\xaf", "\xe2\x80\x8b", "\xff", "-1",      \
		"\"a\nb\"", "\",\""
#include "fuzz_main.h"

enum { ROWS = 64 };

struct table {
	size_t n;
	struct csv_row row[ROWS];
};

/* Reads at most ROWS rows and keeps their cells. */
static enum err read_table(struct arena *a, const struct csv_source *source,
			   struct table *t)
{
	struct csv_reader *r = csv_reader_new(a, source);
	struct csv_problem problem;

	for (t->n = 0; t->n < ROWS && csv_next(r, &t->row[t->n]); t->n++) {
		struct csv_row *row = &t->row[t->n];
		const char **cell = arena_array(a, row->n, sizeof(*cell));

		BUG_IF(row->n == 0 || row->n > CSV_MOST_COLUMNS);
		memcpy(cell, row->cell, row->n * sizeof(*cell));
		row->cell = cell;
	}
	return csv_end(r, &problem);
}

static void write_table(struct csv_writer *w, const struct table *t)
{
	for (size_t i = 0; i < t->n; i++) {
		for (size_t j = 0; j < t->row[i].n; j++)
			csv_put_text(w, t->row[i].cell[j]);
		csv_end_row(w);
	}
}

/* The next byte of a text that is no apostrophe where a guard may stand: at
 * the start and behind delimiters. */
static char next_byte(const char **text, bool *start)
{
	char c;

	while (*start && **text == '\'')
		++*text;
	c = **text;
	*text += c != '\0';
	*start = c && strchr(",;\t\r\n", c);
	return c;
}

/* Whether two texts are the same but for guards. */
static bool guarded(const char *text, const char *got)
{
	bool text_start = true, got_start = true;
	char c;

	do {
		c = next_byte(&text, &text_start);
		if (c != next_byte(&got, &got_start))
			return false;
	} while (c);
	return true;
}

static void check_same(const struct csv_row *x, const struct csv_row *y)
{
	BUG_IF(x->n != y->n);
	for (size_t i = 0; i < x->n; i++) {
		const char *got = y->cell[i];

		BUG_IF(*got && strchr("=+-@", *got));
		BUG_IF(!guarded(x->cell[i], got));
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char delimiters[] = ",;\t";
	struct arena *a = fuzz_arena();
	unsigned int way = size > 0 ? data[size - 1] : 0;
	char delimiter = delimiters[way % 3];
	struct csv_source source = { .text = (const char *)data,
				     .length = size,
				     .cp1251 = way & 64 };
	struct buf *b = buf_new(a);
	struct table first, second;

	/* What came before a problem counts too. */
	(void)read_table(a, &source, &first);
	write_table(csv_writer_new(a, b, delimiter, true), &first);
	source = (struct csv_source){ .text = buf_text(b),
				      .length = buf_length(b),
				      .delimiter = delimiter };
	BUG_IF(read_table(a, &source, &second) != OK);
	BUG_IF(first.n != second.n);
	for (size_t i = 0; i < first.n; i++)
		check_same(&first.row[i], &second.row[i]);
	return 0;
}
