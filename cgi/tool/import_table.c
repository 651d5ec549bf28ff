/* import_table.c - the rows of a table, read by its map. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "import.h"
#include "lib/csv.h"
#include "lib/money.h"
#include "lib/period.h"
#include "lib/sorter.h"
#include "lib/str.h"
#include "lib/zone.h"

enum { TEXT_MOST = 200 }; /* code points, as the schema allows for names */

struct reading {
	struct arena *arena;
	struct arena *scratch; /* emptied before each row */
	struct import_table *table;
	struct sorter *ids;
	const struct import_map *map;
	struct import_errors *errors;
	int exponent;
	int64_t now;
	size_t place[IMPORT_FIELDS]; /* of the column; MISSING without one */
	struct import_row row;       /* being read */
};

#define MISSING SIZE_MAX

void import_wrong(struct import_errors *errors, const struct import_row *row,
		  enum import_field field, const char *format, ...)
{
	const char *column = errors->map->column[field];
	va_list args;

	if (++errors->n > IMPORT_ERRORS_SHOWN)
		return;
	fprintf(stderr, "%s: row %lld, column %s: ", errors->file,
		(long long)row->number,
		column ? column : import_field_word(field));
	va_start(args, format);
	vfprintf(stderr, format, args);
	va_end(args);
	fputc('\n', stderr);
}

/* ---- days --------------------------------------------------------------- */

enum { YEAR, MONTH, DAY, HOUR, MINUTE, SECOND, PARTS };

static int part_of(char letter)
{
	static const char letters[] = "YMDhms";
	const char *found = letter ? strchr(letters, letter) : NULL;

	return found ? (int)(found - letters) : -1;
}

/* Up to most digits at *text, and past them; false when fewer than least. */
static bool digits(const char **text, size_t least, size_t most, int64_t *value)
{
	size_t n = 0;

	for (*value = 0; n < most && **text >= '0' && **text <= '9'; n++)
		*value = *value * 10 + *(*text)++ - '0';
	return n >= least;
}

/* "DD.MM.YYYY": a run of one letter is one or two digits, a longer run as many
 * digits as letters; everything else stands for itself. */
static bool split(const char *pattern, const char *text, int64_t part[PARTS])
{
	while (*pattern) {
		int i = part_of(*pattern);
		size_t run =
			i < 0 ? 0 : strspn(pattern, (char[]){ *pattern, 0 });

		if (i < 0 && *pattern++ != *text++)
			return false;
		if (i >= 0 && !digits(&text, run, run == 1 ? 2 : run, &part[i]))
			return false;
		pattern += run;
	}
	return *text == '\0';
}

static const char not_like[] = "is no date like";

/* The instant of a local time; where clocks were put forward or back, the one
 * that shows it, if any does. */
static int64_t instant(int64_t day, const int64_t part[PARTS])
{
	int64_t minutes = part[HOUR] * 60 + part[MINUTE];
	int64_t at = zone_start(day) + minutes * 60 + part[SECOND];

	if (minutes == 0)
		return at;
	return at + (minutes - zone_minute(at)) * 60;
}

/* What is wrong with a time, or NULL; *at is it. */
static const char *read_at(const char *pattern, const char *text, int64_t *at)
{
	int64_t part[PARTS] = { 0 };

	if (!split(pattern, text, part))
		return not_like;
	if (part[YEAR] < 1900 || part[YEAR] > 2100 ||
	    !period_real(part[YEAR], part[MONTH], part[DAY]))
		return "is no day that exists";
	if (part[HOUR] > 23 || part[MINUTE] > 59 || part[SECOND] > 59)
		return "is no time of a day";
	*at = instant(period_day(part[YEAR], part[MONTH], part[DAY]), part);
	return NULL;
}

/* A month is written YYYY-MM or as any of its days. */
static const char *read_month(const char *pattern, const char *text,
			      int64_t *month)
{
	int64_t part[PARTS] = { [DAY] = 1 };

	if (!split("YYYY-MM", text, part) && !split(pattern, text, part))
		return not_like;
	if (part[YEAR] < 1900 || part[YEAR] > 2100 ||
	    !period_real(part[YEAR], part[MONTH], part[DAY]))
		return "is no month that exists";
	*month = part[YEAR] * 12 + part[MONTH] - 1;
	return NULL;
}

/* ---- cells -------------------------------------------------------------- */

#define WRONG(r, field, ...)                                                   \
	import_wrong((r)->errors, &(r)->row, (field), __VA_ARGS__)

static void take_text(struct reading *r, enum import_field field,
		      const char *text)
{
	const char *clean = text;

	if (field == IN_EMAIL && *text && !*str_email_key(r->scratch, text))
		WRONG(r, field, "\"%.40s\" is no e-mail address", text);
	if (field == IN_PHONE && *text && !*str_phone_key(r->scratch, text))
		WRONG(r, field, "\"%.40s\" is no phone number", text);
	if (str_clean(r->scratch, text, false, &clean) != OK)
		WRONG(r, field, "a character that cannot be kept");
	else if (str_points(clean) > TEXT_MOST)
		WRONG(r, field, "longer than %d characters", TEXT_MOST);
	r->row.cell[field].text = clean;
}

static void take_money(struct reading *r, enum import_field field,
		       const char *text)
{
	int64_t *amount = &r->row.cell[field].number;

	if (!*text)
		return;
	if (money_parse(text, r->exponent, amount) != OK)
		WRONG(r, field, "\"%.40s\" is no amount", text);
	else if (*amount < 0 &&
		 !(field == IN_AMOUNT && r->map->kind == IMPORT_PURCHASES))
		WRONG(r, field, "%.40s is less than nothing", text);
}

static void take_time(struct reading *r, enum import_field field,
		      const char *text, const char *pattern)
{
	int64_t *number = &r->row.cell[field].number;
	const char *wrong;

	if (!*text)
		return;
	wrong = field == IN_MONTH ? read_month(pattern, text, number)
				  : read_at(pattern, text, number);
	if (wrong == not_like)
		WRONG(r, field, "\"%.40s\" %s %s", text, wrong, pattern);
	else if (wrong)
		WRONG(r, field, "\"%.40s\" %s", text, wrong);
	/* What a source will cost may be known before. */
	else if (field != IN_MONTH && *number > r->now)
		WRONG(r, field, "\"%.40s\" lies in the future", text);
}

static void take_stage(struct reading *r, const char *text)
{
	static const char *const words[] = { [STAGE_OPEN] = "open",
					     [STAGE_WON] = "won",
					     [STAGE_LOST] = "lost",
					     [STAGE_INVALID] = "invalid" };
	const char *key = str_fold(r->scratch, *text ? text : "open");

	for (size_t i = 0; i < COUNT(words); i++)
		if (strcmp(key, words[i]) == 0) {
			r->row.cell[IN_STAGE].number = (int64_t)i;
			return;
		}
	WRONG(r, IN_STAGE,
	      "\"%.40s\" is not open, won, lost or invalid; say in "
	      "[words.stage] what it means",
	      text);
}

static void take_role(struct reading *r, const char *text)
{
	static const char *const words[] = {
		"", "viewer", "rep", "lead", "head", "administrator"
	};

	r->row.cell[IN_ROLE].text = text;
	for (size_t i = 0; i < COUNT(words); i++)
		if (strcmp(text, words[i]) == 0)
			return;
	WRONG(r, IN_ROLE,
	      "\"%.40s\" is not viewer, rep, lead, head or administrator",
	      text);
}

static void take_cell(struct reading *r, enum import_field field,
		      const char *text, const char *pattern)
{
	union import_cell *cell = &r->row.cell[field];

	switch (import_field_type(field)) {
	case AS_TEXT:
		take_text(r, field, text);
		return;
	case AS_TIME:
	case AS_MONTH:
		cell->number = NONE;
		take_time(r, field, text, pattern);
		return;
	case AS_MONEY:
		cell->number = NONE;
		take_money(r, field, text);
		return;
	case AS_STAGE:
		take_stage(r, text);
		return;
	case AS_ROLE:
		take_role(r, text);
		return;
	}
	BUG_IF(true);
}

/* What their word stands for, or the word itself. */
static const char *translated(struct reading *r, enum import_field field,
			      const char *text)
{
	const struct import_word *word = r->map->words[field];
	const char *key = word ? str_fold(r->scratch, text) : "";

	for (; word; word = word->next)
		if (strcmp(word->key, key) == 0)
			return word->ours;
	return text;
}

static bool absent(const struct reading *r, enum import_field field)
{
	const union import_cell *cell = &r->row.cell[field];

	switch (import_field_type(field)) {
	case AS_TIME:
	case AS_MONTH:
	case AS_MONEY:
		return cell->number == NONE;
	case AS_STAGE:
		return false;
	case AS_TEXT:
	case AS_ROLE:
		return !*cell->text;
	}
	BUG_IF(true);
}

static void read_cell(struct reading *r, enum import_field field,
		      const struct csv_row *row)
{
	size_t place = r->place[field];
	const char *text = place < row->n ? row->cell[place] : "";
	const char *empty = r->map->empty[field];
	int64_t before = r->errors->n;

	if (*text)
		take_cell(r, field, translated(r, field, text), r->map->dates);
	else
		take_cell(r, field, empty ? empty : "", "YYYY-MM-DD");
	if (import_needs(r->map->kind, field) && absent(r, field) &&
	    r->errors->n == before)
		WRONG(r, field, "empty");
}

/* What a row needs because of what else it says. */
static void check_lead(struct reading *r)
{
	int64_t stage = r->row.cell[IN_STAGE].number;

	if ((stage == STAGE_WON || stage == STAGE_LOST) && absent(r, IN_CLOSED))
		WRONG(r, IN_CLOSED, "empty, but the lead is won or lost");
	if (stage == STAGE_INVALID && absent(r, IN_REASON))
		WRONG(r, IN_REASON, "empty, but the lead is invalid");
}

static void read_row(struct reading *r, const struct csv_row *row)
{
	int64_t before = r->errors->n;

	r->row = (struct import_row){ .number = row->number };
	for (int i = 0; i < IMPORT_FIELDS; i++)
		if (import_has(r->map->kind, (enum import_field)i))
			read_cell(r, (enum import_field)i, row);
		else
			r->row.cell[i].text = "";
	if (r->map->kind == IMPORT_LEADS && r->errors->n == before)
		check_lead(r);
}

/* NONE comes before every time, but what is absent is not early. */
static bool early(const struct reading *r)
{
	const union import_cell *cell = r->row.cell;

	return r->map->kind == IMPORT_LEADS && !absent(r, IN_CLOSED) &&
	       cell[IN_CLOSED].number < cell[IN_CREATED].number;
}

/* ---- the whole table ---------------------------------------------------- */

/* Finds each mapped column among the names in the first row. */
static int find_columns(struct reading *r, const struct csv_row *names)
{
	for (int i = 0; i < IMPORT_FIELDS; i++) {
		const char *name = r->map->column[i];

		r->place[i] = MISSING;
		if (!name)
			continue;
		for (size_t k = 0; k < names->n; k++)
			if (strcmp(str_fold(r->arena, names->cell[k]),
				   str_fold(r->arena, name)) == 0)
				r->place[i] = k;
		if (r->place[i] == MISSING)
			return tool_fail(1, "%s: there is no column %s",
					 r->errors->file, name);
	}
	return 0;
}

/* An id and the row it stands in. */
struct id {
	int64_t number;
	char text[];
};

static int by_id(const void *a, const void *b)
{
	const struct id *x = a, *y = b;
	int order = strcmp(x->text, y->text);

	return order ? order
		     : (x->number > y->number) - (x->number < y->number);
}

static void note_id(struct reading *r)
{
	const char *text = r->row.cell[IN_ID].text;
	size_t size = offsetof(struct id, text) + strlen(text) + 1;
	struct id *id;

	if (!*text || size > SORTER_LARGEST)
		return;
	id = arena_zalloc(r->scratch, size);
	id->number = r->row.number;
	memcpy(id->text, text, strlen(text));
	sorter_add(r->ids, id, size);
}

/* Two rows of one id: nobody could say which of them counts. */
static int find_doubles(struct reading *r)
{
	const struct id *id;
	int64_t before = 0;
	const char *text = "";

	arena_reset(r->scratch);
	sorter_first(r->ids);
	while ((id = sorter_next(r->ids)) != NULL) {
		struct import_row row = { .number = id->number };

		if (strcmp(id->text, text) == 0) {
			import_wrong(r->errors, &row, IN_ID,
				     "%s stands in row %lld too", text,
				     (long long)before);
		} else {
			arena_reset(r->scratch);
			text = arena_strdup(r->scratch, id->text);
		}
		before = id->number;
	}
	if (sorter_problem(r->ids))
		return tool_fail(1, "%s: cannot keep its ids: %s",
				 r->errors->file, sorter_problem(r->ids));
	return 0;
}

/* Leads are written in the order they came in, because whose inquiry is whose
 * depends on it. */
static struct import_key key_of(const struct reading *r)
{
	const union import_cell *cell = r->row.cell;

	if (r->map->kind == IMPORT_LEADS)
		return (struct import_key){ "", cell[IN_CREATED].number, 0 };
	if (r->map->kind == IMPORT_PURCHASES)
		return (struct import_key){ cell[IN_CUSTOMER].text,
					    cell[IN_DATE].number, 0 };
	return (struct import_key){ "", 0, 0 };
}

/* Nothing is written once something was wrong. */
static void keep_row(struct reading *r)
{
	const union import_cell *cell = r->row.cell;
	struct import_key closed = { "", cell[IN_CLOSED].number, 0 };

	r->table->n++;
	r->table->early += early(r);
	if (r->ids)
		note_id(r);
	if (r->errors->n)
		return;
	import_rows_add(r->table->rows, key_of(r), &r->row);
	if (r->map->kind == IMPORT_LEADS &&
	    cell[IN_STAGE].number == STAGE_WON && *cell[IN_CUSTOMER].text)
		import_rows_add(r->table->named, closed, &r->row);
}

static int read_rows(struct reading *r, struct csv_reader *csv)
{
	int code = 0;
	struct csv_row row;

	if (import_has(r->map->kind, IN_ID))
		r->ids = sorter_new(by_id);
	while (csv_next(csv, &row)) {
		arena_reset(r->scratch);
		read_row(r, &row);
		keep_row(r);
	}
	if (r->ids)
		code = find_doubles(r);
	sorter_free(r->ids);
	return code;
}

static int report(const char *path, const struct csv_problem *problem)
{
	if (problem->column)
		return tool_fail(1, "%s: row %lld, column %lld: %s", path,
				 (long long)problem->row,
				 (long long)problem->column, problem->message);
	return tool_fail(1, "%s: row %lld: %s", path, (long long)problem->row,
			 problem->message);
}

/* ---- the file ----------------------------------------------------------- */

struct file {
	FILE *f;
	char *line;
	size_t room;
};

static bool next_line(void *from, const char **text, size_t *length)
{
	struct file *file = from;
	ssize_t n = getline(&file->line, &file->room, file->f);

	*text = file->line;
	*length = n > 0 ? (size_t)n : 0;
	return n > 0;
}

static FILE *open_file(const char *path)
{
	FILE *f = fopen(path, "rbe");
	struct stat about;

	if (f && (fstat(fileno(f), &about) != 0 || S_ISDIR(about.st_mode))) {
		fclose(f);
		f = NULL;
	}
	return f;
}

static int read_table(struct reading *r, struct csv_reader *csv,
		      const char *path)
{
	struct csv_problem problem;
	struct csv_row names;
	int code = 0;

	if (csv_next(csv, &names)) {
		code = find_columns(r, &names);
		if (code == 0)
			code = read_rows(r, csv);
	}
	if (code == 0 && csv_end(csv, &problem) != OK)
		code = report(path, &problem);
	if (code == 0 && r->table->n == 0)
		code = tool_fail(1, "%s: there are no rows", path);
	return code;
}

int import_table_read(struct import_job *job, const char *path)
{
	const struct import_map *map = job->map;
	struct file file = { .f = open_file(path) };
	struct csv_source source = { .line = next_line,
				     .from = &file,
				     .delimiter = map->delimiter,
				     .cp1251 = map->cp1251 };
	struct reading r = {
		.arena = job->keep,
		.scratch = arena_new(),
		.table = &job->table,
		.map = map,
		.errors = job->errors,
		.exponent = money_exponent(job->company->currency),
		.now = job->now,
	};
	int code = 1;

	if (file.f)
		code = read_table(&r, csv_reader_new(job->keep, &source), path);
	if (!file.f || ferror(file.f))
		code = tool_fail(1, "cannot read %s", path);
	if (map->kind == IMPORT_PURCHASES)
		import_number_purchases(job);
	arena_free(r.scratch);
	free(file.line);
	if (file.f)
		fclose(file.f);
	return code;
}
