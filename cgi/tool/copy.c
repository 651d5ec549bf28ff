/* copy.c - salesboard copy: moves a company to another store, of whatever
 * kind, and proves that everything arrived. */
#include <getopt.h>
#include <stdio.h>
#include <string.h>

#include "house.h"

static int run(int argc, char **argv);

const struct command command_copy = {
	"copy",
	"copy a company to another store, and compare every table",
	"FROM TO\n\n"
	"FROM and TO are URLs: sqlite:PATH or postgresql://...#NAME.  TO is\n"
	"made when it is not there, and must not hold a company yet.  Nobody\n"
	"should write to FROM meanwhile: what comes in later is not copied.\n"
	"Prints rows and checksum of each table; fails when one differs.\n",
	run,
};

enum { ROWS = 1000 }; /* read at a time */

/* A store with both of its houses, and memory for rows of it. */
struct side {
	const char *url;
	struct store *store[2]; /* by enum store_house */
	struct arena *arena;
};

/* Rows of one table as they were read, and where to go on. */
struct chunk {
	const struct store_table *table;
	char *rows; /* [0..n) of size bytes each */
	size_t n, size;
	char *key; /* parameters of the next question */
};

static const struct store_query *query_of(unsigned query)
{
	return &store_queries[query];
}

/* ---- reading a table in order -------------------------------------------- */

/* The column that a parameter of the question is compared with. */
static const struct store_field *column_of(const struct store_query *q,
					   const struct store_field *parameter)
{
	for (size_t i = 0; i < q->n_out; i++)
		if (strcmp(q->out[i].name, parameter->name + 2) == 0)
			return &q->out[i];
	BUG_IF(true); /* schema/tables.awk names it p_COLUMN */
}

static int64_t *integer_at(char *record, size_t offset)
{
	return (int64_t *)(void *)(record + offset);
}

static const char **text_at(char *record, size_t offset)
{
	return (const char **)(void *)(record + offset);
}

/* Asks from the beginning: before every key. */
static struct chunk *chunk_new(struct arena *keep,
			       const struct store_table *table)
{
	const struct store_query *q = query_of(table->read);
	struct chunk *c = arena_zalloc(keep, sizeof(*c));

	*c = (struct chunk){ .table = table, .size = q->row };
	c->rows = arena_array(keep, ROWS + 1, q->row);
	c->key = arena_array(keep, q->n_in, sizeof(int64_t));
	for (size_t i = 0; i + 1 < q->n_in; i++)
		if (store_is_text(q->in[i].type))
			*text_at(c->key, q->in[i].offset) = "";
		else
			*integer_at(c->key, q->in[i].offset) = INT64_MIN;
	*integer_at(c->key, q->in[q->n_in - 1].offset) = ROWS;
	return c;
}

/* The key of the last row; texts must outlive the row. */
static void go_on(struct arena *keep, struct chunk *c)
{
	const struct store_query *q = query_of(c->table->read);
	char *last = c->rows + (c->n - 1) * c->size;

	for (size_t i = 0; i + 1 < q->n_in; i++) {
		const struct store_field *column = column_of(q, &q->in[i]);
		size_t to = q->in[i].offset;

		if (store_is_text(column->type))
			*text_at(c->key, to) = arena_strdup(
				keep, *text_at(last, column->offset));
		else
			*integer_at(c->key, to) =
				*integer_at(last, column->offset);
	}
}

/* False when there are no more rows, or the store failed. */
static bool next_chunk(struct side *side, struct arena *keep, struct chunk *c)
{
	struct store *s = side->store[c->table->house];
	struct answer *a;

	if (c->n)
		go_on(keep, c);
	arena_reset(side->arena);
	a = store_ask(s, c->table->read, c->key);
	c->n = 0;
	while (store_next(a, c->table->read, c->rows + c->n * c->size)) {
		c->n++;
		BUG_IF(c->n > ROWS);
	}
	return c->n > 0 && store_error(s) == OK;
}

/* ---- copying ------------------------------------------------------------- */

struct job {
	struct arena *keep; /* for as long as the command runs */
	struct side from, to;
	enum store_house house;
};

static enum err copy_table(struct job *j, const struct store_table *table)
{
	struct chunk *c = chunk_new(j->keep, table);
	struct store *to = j->to.store[table->house];
	enum err e = OK;

	while (e == OK && next_chunk(&j->from, j->keep, c)) {
		arena_reset(j->to.arena);
		for (size_t i = 0; e == OK && i < c->n; i++)
			e = store_run(to, table->put, c->rows + i * c->size);
	}
	return e == OK ? store_error(j->from.store[table->house]) : e;
}

static enum err write_tables(struct store *s, void *arg)
{
	struct job *j = arg;
	enum err e = OK;

	(void)s;
	for (size_t i = 0; e == OK && i < store_table_count; i++)
		if (store_tables[i].house == j->house)
			e = copy_table(j, &store_tables[i]);
	return e;
}

/* Within one snapshot of the source. */
static enum err read_tables(struct store *s, void *arg)
{
	struct job *j = arg;

	(void)s;
	return store_write(j->to.store[j->house], j->to.arena, write_tables, j);
}

static enum err copy_house(struct job *j, enum store_house house)
{
	enum err e;

	j->house = house;
	e = store_read(j->from.store[house], j->from.arena, read_tables, j);
	return e == OK ? store_renumber(j->to.store[house]) : e;
}

/* ---- comparing ----------------------------------------------------------- */

struct sum {
	int64_t rows;
	uint64_t hash; /* FNV-1a of all values, in order */
};

static void add_bytes(struct sum *sum, const void *bytes, size_t n)
{
	const unsigned char *b = bytes;

	for (size_t i = 0; i < n; i++)
		sum->hash = (sum->hash ^ b[i]) * UINT64_C(0x100000001b3);
}

static void add_row(struct sum *sum, const struct store_query *q, char *row)
{
	sum->rows++;
	for (size_t i = 0; i < q->n_out; i++) {
		const char *text = "\1"; /* a value that is not there */

		if (!store_is_text(q->out[i].type)) {
			add_bytes(sum, row + q->out[i].offset, sizeof(int64_t));
			continue;
		}
		if (*text_at(row, q->out[i].offset))
			text = *text_at(row, q->out[i].offset);
		add_bytes(sum, text, strlen(text) + 1);
	}
}

static enum err sum_table(struct side *side, struct arena *keep,
			  const struct store_table *table, struct sum *sum)
{
	struct chunk *c = chunk_new(keep, table);

	*sum = (struct sum){ 0, UINT64_C(0xcbf29ce484222325) };
	while (next_chunk(side, keep, c))
		for (size_t i = 0; i < c->n; i++)
			add_row(sum, query_of(table->read),
				c->rows + i * c->size);
	return store_error(side->store[table->house]);
}

/* What a side holds, table by table. */
struct sums {
	struct side *side;
	struct arena *keep;
	enum store_house house;
	struct sum *sum; /* [0..store_table_count) */
};

static enum err sum_tables(struct store *s, void *arg)
{
	struct sums *sums = arg;
	enum err e = OK;

	(void)s;
	for (size_t i = 0; e == OK && i < store_table_count; i++)
		if (store_tables[i].house == sums->house)
			e = sum_table(sums->side, sums->keep, &store_tables[i],
				      &sums->sum[i]);
	return e;
}

static enum err sum_side(struct arena *keep, struct side *side,
			 struct sum **sum)
{
	struct sums sums = { .side = side, .keep = keep };
	enum err e = OK;

	sums.sum = *sum = arena_array(keep, store_table_count, sizeof(**sum));
	for (int house = 0; e == OK && house < 2; house++) {
		sums.house = (enum store_house)house;
		e = store_read(side->store[house], side->arena, sum_tables,
			       &sums);
	}
	return e;
}

static int compare(struct job *j)
{
	struct sum *from, *to;
	enum err e = sum_side(j->keep, &j->from, &from);
	int different = 0;

	if (e == OK)
		e = sum_side(j->keep, &j->to, &to);
	if (e != OK)
		return house_failed(e);
	for (size_t i = 0; i < store_table_count; i++) {
		bool same = from[i].rows == to[i].rows &&
			    from[i].hash == to[i].hash;

		printf("%-20s %10lld rows  %016llx%s\n", store_tables[i].name,
		       (long long)to[i].rows, (unsigned long long)to[i].hash,
		       same ? "" : "  DIFFERS");
		different += !same;
	}
	if (different)
		return tool_fail(1, "%d tables differ", different);
	return 0;
}

/* ---- the command --------------------------------------------------------- */

static int open_side(struct side *side, const char *url, enum store_mode mode)
{
	*side = (struct side){ .url = url, .arena = arena_new() };
	for (int house = 0; house < 2; house++) {
		if (store_open(url, (enum store_house)house, mode,
			       &side->store[house]) != OK)
			return tool_fail(1, "cannot open %s", url);
		store_patient(side->store[house]);
	}
	return 0;
}

static void close_side(struct side *side)
{
	for (int house = 0; house < 2; house++)
		store_close(side->store[house]);
	if (side->arena)
		arena_free(side->arena);
}

/* A store without a company, of this version. */
static int prepare(const char *url)
{
	struct company company;
	struct tool t;
	int64_t steps;
	int code = house_migrate(url, &steps);
	enum err e;

	if (code == 0)
		code = tool_open(&t, url);
	if (code != 0)
		return code;
	e = house_company(&t, &company);
	tool_close(&t);
	if (e == OK)
		return tool_fail(1, "there is a company already at %s", url);
	return e == ERR_NOT_FOUND ? 0 : house_failed(e);
}

/* Passwords first: a company is there only when it is there whole. */
static int copy(struct job *j)
{
	enum err e = copy_house(j, STORE_VAULT);

	if (e == OK)
		e = copy_house(j, STORE_COMPANY);
	return e == OK ? compare(j) : house_failed(e);
}

static int run(int argc, char **argv)
{
	struct job j = { .keep = NULL };
	int code;

	if (getopt(argc, argv, "") != -1 || optind + 2 != argc)
		return tool_usage(&command_copy, 2);
	if (!store_exists(argv[optind]))
		return tool_fail(1, "there is no store at %s", argv[optind]);
	code = prepare(argv[optind + 1]);
	if (code != 0)
		return code;
	j.keep = arena_new();
	code = open_side(&j.from, argv[optind], STORE_READ_ONLY);
	if (code == 0)
		code = open_side(&j.to, argv[optind + 1], STORE_READ_WRITE);
	if (code == 0)
		code = copy(&j);
	close_side(&j.from);
	close_side(&j.to);
	arena_free(j.keep);
	return code;
}
