/* import_rows.c - the rows of a table in an order, kept outside memory. */
#include <stdlib.h>
#include <string.h>

#include "import.h"
#include "lib/log.h"
#include "lib/sorter.h"

struct import_rows {
	enum import_kind kind;
	struct sorter *sorter;
	_Alignas(int64_t) char room[SORTER_LARGEST]; /* for a row to be added */
};

/* A row as it is kept: behind the key's text its cells, numbers as they are
 * and texts with their NUL. */
struct record {
	int64_t first, second, number;
	char text[];
};

static int compare(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

static int by_key(const void *a, const void *b)
{
	const struct record *x = a, *y = b;
	int order = strcmp(x->text, y->text);

	if (order == 0)
		order = compare(x->first, y->first);
	if (order == 0)
		order = compare(x->second, y->second);
	return order ? order : compare(x->number, y->number);
}

struct import_rows *import_rows_new(enum import_kind kind)
{
	struct import_rows *rows = malloc(sizeof(*rows));

	BUG_IF(!rows);
	rows->kind = kind;
	rows->sorter = sorter_new(by_key);
	return rows;
}

void import_rows_free(struct import_rows *rows)
{
	if (!rows)
		return;
	sorter_free(rows->sorter);
	free(rows);
}

static bool is_text(enum import_field field)
{
	enum import_type type = import_field_type(field);

	return type == AS_TEXT || type == AS_ROLE;
}

/* Appends bytes at *end, before limit. */
static void put(char **end, const char *limit, const void *bytes, size_t n)
{
	BUG_IF((size_t)(limit - *end) < n);
	memcpy(*end, bytes, n);
	*end += n;
}

void import_rows_add(struct import_rows *rows, struct import_key key,
		     const struct import_row *row)
{
	struct record *r = (struct record *)rows->room;
	char *end = r->text;
	const char *limit = rows->room + sizeof(rows->room);

	*r = (struct record){ key.first, key.second, row->number };
	put(&end, limit, key.text, strlen(key.text) + 1);
	for (int i = 0; i < IMPORT_FIELDS; i++) {
		const union import_cell *cell = &row->cell[i];

		if (!import_has(rows->kind, (enum import_field)i))
			continue;
		if (is_text((enum import_field)i))
			put(&end, limit, cell->text, strlen(cell->text) + 1);
		else
			put(&end, limit, &cell->number, sizeof(cell->number));
	}
	sorter_add(rows->sorter, rows->room, (size_t)(end - rows->room));
}

void import_rows_first(struct import_rows *rows)
{
	sorter_first(rows->sorter);
}

bool import_rows_next(struct import_rows *rows, struct import_row *row)
{
	const struct record *r = sorter_next(rows->sorter);
	const char *at;

	if (!r)
		return false;
	row->number = r->number;
	at = r->text + strlen(r->text) + 1;
	for (int i = 0; i < IMPORT_FIELDS; i++) {
		union import_cell *cell = &row->cell[i];

		if (!import_has(rows->kind, (enum import_field)i)) {
			cell->text = "";
		} else if (is_text((enum import_field)i)) {
			cell->text = at;
			at += strlen(at) + 1;
		} else {
			memcpy(&cell->number, at, sizeof(cell->number));
			at += sizeof(cell->number);
		}
	}
	return true;
}

enum err import_rows_end(const struct import_rows *rows)
{
	const char *problem = sorter_problem(rows->sorter);

	if (problem)
		LOG_ERROR("temporary_file problem=\"%s\"", problem);
	return problem ? ERR_DB : OK;
}

enum err import_each(struct store *s, struct import_job *job,
		     struct import_rows *rows,
		     enum err (*write)(struct store *s, struct import_job *job,
				       const struct import_row *row))
{
	struct import_row row;
	enum err e = OK;

	import_rows_first(rows);
	while (e == OK && import_rows_next(rows, &row)) {
		arena_reset(job->arena);
		e = write(s, job, &row);
	}
	return e == OK ? import_rows_end(rows) : e;
}
