/* import_map.c - the mapping file: what their columns and words mean.
 *
 * INI text, in UTF-8.  A comment goes from a # or ; at the beginning of a line,
 * or after a blank, to the line's end; a value that holds one is quoted:
 *
 *	[file]
 *	kind = leads              ; optional: people, customers, ...
 *	system = crm              ; name of the source system
 *	delimiter = comma         ; comma, semicolon, tab; default: guessed
 *	encoding = utf-8          ; or windows-1251
 *	dates = DD.MM.YYYY        ; default YYYY-MM-DD
 *	currency = RUB            ; default: the company's
 *	[columns]
 *	id = Deal number          ; our field = their column
 *	[empty]
 *	created = 2017-12-31      ; our field = value of an empty cell
 *	[words.stage]
 *	Closed won = won          ; their word = our word
 *	"Gone # 1" = lost         ; quoted: not a comment */
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "import.h"
#include "lib/money.h"
#include "lib/str.h"

#define KIND(kind) (1u << (kind))

enum {
	PEOPLE = KIND(IMPORT_PEOPLE),
	LEADS = KIND(IMPORT_LEADS),
	CUSTOMERS = KIND(IMPORT_CUSTOMERS),
	PURCHASES = KIND(IMPORT_PURCHASES),
	SPEND = KIND(IMPORT_SPEND),
};

static const char *const kinds[] = { "people", "leads", "customers",
				     "purchases", "spend" };

static const struct spec {
	const char *word;
	unsigned has, needs; /* kinds of files */
	enum import_type type;
} specs[] = {
	[IN_ID] = { "id", PEOPLE | LEADS | CUSTOMERS | PURCHASES, LEADS,
		    AS_TEXT },
	[IN_NAME] = { "name", PEOPLE | LEADS | CUSTOMERS, PEOPLE | CUSTOMERS,
		      AS_TEXT },
	[IN_COMPANY] = { "company", LEADS, 0, AS_TEXT },
	[IN_CONTACT] = { "contact", CUSTOMERS, 0, AS_TEXT },
	[IN_EMAIL] = { "email", PEOPLE | LEADS | CUSTOMERS, 0, AS_TEXT },
	[IN_PHONE] = { "phone", LEADS | CUSTOMERS, 0, AS_TEXT },
	[IN_TEAM] = { "team", PEOPLE, 0, AS_TEXT },
	[IN_REGION] = { "region", PEOPLE, 0, AS_TEXT },
	[IN_ROLE] = { "role", PEOPLE, 0, AS_ROLE },
	[IN_SOURCE] = { "source", LEADS | SPEND, SPEND, AS_TEXT },
	[IN_CAMPAIGN] = { "campaign", LEADS | SPEND, 0, AS_TEXT },
	[IN_PRODUCT] = { "product", LEADS | PURCHASES, 0, AS_TEXT },
	[IN_OWNER] = { "owner", LEADS, 0, AS_TEXT },
	[IN_MANAGER] = { "manager", CUSTOMERS, 0, AS_TEXT },
	[IN_CUSTOMER] = { "customer", LEADS | PURCHASES, PURCHASES, AS_TEXT },
	[IN_SEGMENT] = { "segment", LEADS | CUSTOMERS, 0, AS_TEXT },
	[IN_STAGE] = { "stage", LEADS, 0, AS_STAGE },
	[IN_CREATED] = { "created", LEADS | CUSTOMERS, LEADS, AS_TIME },
	[IN_CLOSED] = { "closed", LEADS, 0, AS_TIME },
	[IN_VALUE] = { "value", LEADS, 0, AS_MONEY },
	[IN_REASON] = { "reason", LEADS, 0, AS_TEXT },
	[IN_COST] = { "cost", LEADS, 0, AS_MONEY },
	[IN_DATE] = { "date", PURCHASES, PURCHASES, AS_TIME },
	[IN_MONTH] = { "month", SPEND, SPEND, AS_MONTH },
	[IN_AMOUNT] = { "amount", PURCHASES | SPEND, PURCHASES | SPEND,
			AS_MONEY },
	[IN_REFUND_OF] = { "refund_of", PURCHASES, 0, AS_TEXT },
};

const char *import_kind_word(enum import_kind kind)
{
	return kinds[kind];
}

const char *import_field_word(enum import_field field)
{
	return specs[field].word;
}

enum import_type import_field_type(enum import_field field)
{
	return specs[field].type;
}

bool import_has(enum import_kind kind, enum import_field field)
{
	return (specs[field].has & KIND(kind)) != 0;
}

bool import_needs(enum import_kind kind, enum import_field field)
{
	return (specs[field].needs & KIND(kind)) != 0;
}

bool import_maps(const struct import_map *map, enum import_field field)
{
	return map->column[field] || map->empty[field];
}

/* A whole file as text; NULL after an error was printed. */
static const char *read_file(struct arena *a, const char *path, size_t *length)
{
	FILE *f = fopen(path, "rbe");
	struct stat about;
	char *text = NULL;
	bool whole = false;

	if (f && fstat(fileno(f), &about) == 0 && S_ISREG(about.st_mode)) {
		*length = (size_t)about.st_size;
		text = arena_zalloc(a, *length + 1);
		whole = fread(text, 1, *length, f) == *length;
	}
	if (f)
		fclose(f);
	if (!whole)
		tool_fail(1, "cannot read %s", path);
	return whole ? text : NULL;
}

/* ---- one line ----------------------------------------------------------- */

struct reading {
	struct arena *arena;
	struct import_map *map;
	const char *section;
	const char *key, *value; /* of this line */
	const char *problem;     /* NULL, or what is wrong with it */
};

static void wrong(struct reading *r, const char *what, const char *word)
{
	r->problem = arena_printf(r->arena, "%s: %s", word, what);
}

static int find(const char *word, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(word, words[i]) == 0)
			return (int)i;
	return -1;
}

/* The field a word names in files of this kind; -1 after a problem. */
static int field_of(struct reading *r, const char *word)
{
	/* A date of spending only tells its month. */
	if (r->map->kind == IMPORT_SPEND && strcmp(word, "date") == 0)
		return IN_MONTH;
	for (int i = 0; i < IMPORT_FIELDS; i++)
		if (strcmp(word, specs[i].word) == 0 &&
		    import_has(r->map->kind, (enum import_field)i))
			return i;
	wrong(r, "there is no such field here", word);
	return -1;
}

static bool dates_ok(const char *pattern)
{
	return strstr(pattern, "Y") && strstr(pattern, "M") &&
	       strstr(pattern, "D");
}

static void take_delimiter(struct reading *r)
{
	static const char *const words[] = { "comma", "semicolon", "tab" };
	int i = find(r->value, words, COUNT(words));

	if (i < 0)
		r->problem = "delimiter is comma, semicolon or tab";
	else
		r->map->delimiter = ",;\t"[i];
}

static void take_encoding(struct reading *r)
{
	static const char *const words[] = { "utf-8", "windows-1251" };
	int i = find(r->value, words, COUNT(words));

	if (i < 0)
		r->problem = "encoding is utf-8 or windows-1251";
	else
		r->map->cp1251 = i == 1;
}

static void take_kind(struct reading *r)
{
	if (strcmp(r->value, kinds[r->map->kind]) != 0)
		wrong(r, "the map is for another kind of table", r->value);
}

static void take_dates(struct reading *r)
{
	r->map->dates = r->value;
	if (!dates_ok(r->value))
		r->problem = "dates is a pattern like YYYY-MM-DD";
}

static void take_currency(struct reading *r)
{
	r->map->currency = r->value;
	if (!money_code(r->value))
		r->problem = "currency is three letters like RUB";
}

static void take_system(struct reading *r)
{
	r->map->origin = r->value;
}

static void take_file(struct reading *r)
{
	static const struct setting {
		const char *word;
		void (*take)(struct reading *r);
	} settings[] = {
		{ "kind", take_kind },           { "system", take_system },
		{ "delimiter", take_delimiter }, { "encoding", take_encoding },
		{ "dates", take_dates },         { "currency", take_currency },
	};

	for (size_t i = 0; i < COUNT(settings); i++)
		if (strcmp(r->key, settings[i].word) == 0) {
			settings[i].take(r);
			return;
		}
	wrong(r, "there is no such setting", r->key);
}

static void take_by_field(struct reading *r, const char **by_field)
{
	int field = field_of(r, r->key);

	if (field < 0)
		return;
	if (by_field[field])
		wrong(r, "given twice", r->key);
	by_field[field] = r->value;
}

static void take_word(struct reading *r, const char *field_word)
{
	int field = field_of(r, field_word);
	struct import_word *word;

	if (field < 0)
		return;
	word = arena_zalloc(r->arena, sizeof(*word));
	*word = (struct import_word){ str_fold(r->arena, r->key), r->value,
				      r->map->words[field] };
	r->map->words[field] = word;
}

static void take(struct reading *r)
{
	static const char words[] = "words.";

	if (strcmp(r->section, "file") == 0)
		take_file(r);
	else if (strcmp(r->section, "columns") == 0)
		take_by_field(r, r->map->column);
	else if (strcmp(r->section, "empty") == 0)
		take_by_field(r, r->map->empty);
	else if (strncmp(r->section, words, strlen(words)) == 0)
		take_word(r, r->section + strlen(words));
	else
		wrong(r, "there is no such section", r->section);
}

static bool blank(char c)
{
	return c == ' ' || c == '\t';
}

static const char *trimmed(struct arena *a, const char *text, size_t length)
{
	while (length && blank(*text))
		text++, length--;
	while (length && strchr(" \t\r", text[length - 1]))
		length--;
	return arena_strndup(a, text, length);
}

/* Bytes of a line before its comment; *equals is where its value begins, or
 * the end.  Quotes open where a name or a value begins, nowhere else: column
 * names may hold them. */
static size_t before_comment(const char *line, size_t length, size_t *equals)
{
	bool quoted = false, begins = true;

	*equals = length;
	for (size_t i = 0; i < length; i++) {
		bool apart = i == 0 || blank(line[i - 1]);

		if (!quoted && apart && (line[i] == '#' || line[i] == ';'))
			return i;
		if (!quoted && *equals == length && line[i] == '=')
			*equals = i;
		if (line[i] == '"' && (quoted || begins))
			quoted = !quoted;
		begins = *equals == i || (begins && blank(line[i]));
	}
	return length;
}

/* A name or value without the quotes around it. */
static const char *unquoted(struct arena *a, const char *text, size_t length)
{
	const char *word = trimmed(a, text, length);
	size_t n = strlen(word);

	if (n >= 2 && word[0] == '"' && strchr(word + 1, '"') == word + n - 1)
		return arena_strndup(a, word + 1, n - 2);
	return word;
}

static void read_line(struct reading *r, const char *line, size_t length)
{
	size_t equals, end = before_comment(line, length, &equals);
	const char *text = trimmed(r->arena, line, end);
	size_t n = strlen(text);

	if (n == 0)
		return;
	if (text[0] == '[' && text[n - 1] == ']') {
		r->section = trimmed(r->arena, text + 1, n - 2);
		return;
	}
	if (equals >= end) {
		r->problem = "neither [section] nor name = value";
		return;
	}
	r->key = unquoted(r->arena, line, equals);
	r->value = unquoted(r->arena, line + equals + 1, end - equals - 1);
	take(r);
}

/* ---- the whole map ------------------------------------------------------ */

static int check(const char *path, const struct import_map *map)
{
	if (!*map->origin)
		return tool_fail(1, "%s: [file] needs system = NAME", path);
	for (int i = 0; i < IMPORT_FIELDS; i++) {
		enum import_field field = (enum import_field)i;

		if (import_needs(map->kind, field) && !import_maps(map, field))
			return tool_fail(1, "%s: [columns] needs %s", path,
					 specs[i].word);
	}
	return 0;
}

int import_map_read(struct arena *a, const char *path, enum import_kind kind,
		    struct import_map *map)
{
	struct reading r = { .arena = a, .map = map, .section = "" };
	size_t length;
	const char *text = read_file(a, path, &length);

	if (!text)
		return 1;
	if (!str_utf8(text, length))
		return tool_fail(1, "%s: not in UTF-8", path);
	*map = (struct import_map){ .kind = kind,
				    .origin = "",
				    .dates = "YYYY-MM-DD",
				    .currency = "" };
	for (int64_t line = 1; *text; line++) {
		size_t n = strcspn(text, "\n");

		read_line(&r, text, n);
		if (r.problem)
			return tool_fail(1, "%s: line %lld: %s", path,
					 (long long)line, r.problem);
		text += n + (text[n] == '\n');
	}
	return check(path, map);
}
