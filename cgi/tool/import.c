/* import.c - salesboard import: tables of other systems, by a mapping. */
#include <getopt.h>
#include <stdio.h>
#include <string.h>

#include "import.h"
#include "lib/zone.h"
#include "queries.h"

static int run(int argc, char **argv);

const struct command command_import = {
	"import",
	"read people, leads, customers, purchases, spend from CSV",
	"KIND FILE --map MAPFILE [--store URL]\n\n"
	"KIND is people, leads, customers, purchases or spend.  All rows are\n"
	"written or none; what is wrong is told by row and column.  Rows are\n"
	"known again by their id in the source system: the same file a\n"
	"second time changes nothing, a changed row changes what differs.\n"
	"  --map    what their columns and words mean\n"
	"  --store  sqlite:PATH (default: $SALESBOARD_STORE)\n\n"
	"The map is text.  A # or ; at the beginning of a line or after a\n"
	"blank begins a comment; a name or value that holds one is quoted:\n\n"
	"  [file]\n"
	"  system = crm              # name of the source system\n"
	"  kind = leads              # may be left out\n"
	"  delimiter = comma         # comma, semicolon, tab; or guessed\n"
	"  encoding = utf-8          # or windows-1251\n"
	"  dates = DD.MM.YYYY hh:mm  # or YYYY-MM-DD; D is 1 or 2 digits\n"
	"  currency = RUB            # must be the company's\n"
	"  [columns]                 # our field = their column\n"
	"  id = \"Deal # 2\"\n"
	"  [empty]                   # our field = value of an empty cell\n"
	"  created = 2017-12-31\n"
	"  [words.stage]             # their word = our word\n"
	"  Closed won = won\n\n"
	"Fields, * must be there:\n"
	"  people     id name* team region role email\n"
	"  leads      id* created* name company email phone source campaign\n"
	"             product segment owner customer stage closed value reason cost\n"
	"  customers  id name* contact email phone segment manager created\n"
	"  purchases  id customer* date* amount* product refund_of\n"
	"  spend      source* month* amount* campaign; date instead of month\n\n"
	"stage is open, won, lost or invalid.  A won lead makes its customer\n"
	"and, with a value, the purchase.  owner and manager are people by\n"
	"name or id; whoever is unknown becomes a rep who cannot sign in.\n"
	"The customer of a purchase is one by id; who is unknown is added,\n"
	"and counted.  A negative amount of a purchase is a refund.  What has\n"
	"happened cannot lie in the future.\n",
	run,
};

static enum err (*const writers[])(struct store *s, struct import_job *job) = {
	[IMPORT_PEOPLE] = import_people,
	[IMPORT_LEADS] = import_leads,
	[IMPORT_CUSTOMERS] = import_customers,
	[IMPORT_PURCHASES] = import_purchases,
	[IMPORT_SPEND] = import_spend,
};

static enum err remember_run(struct store *s, const struct import_job *job)
{
	struct import_run_add_in in = {
		.kind = import_kind_word(job->map->kind),
		.origin = job->map->origin,
		.file = job->errors->file,
		.rows = job->table.n,
		.added = job->added,
		.changed = job->changed,
		.now = job->now,
	};

	return run_import_run_add(s, in);
}

static enum err write_all(struct store *s, void *arg)
{
	struct import_job *job = arg;
	enum err e;

	job->added = job->changed = job->customers = job->errors->n = 0;
	import_names_forget(job->names);
	e = writers[job->map->kind](s, job);
	if (e == OK && job->errors->n)
		e = ERR_INPUT;
	return e == OK ? remember_run(s, job) : e;
}

static int refused(const struct import_errors *errors)
{
	int64_t more = errors->n - IMPORT_ERRORS_SHOWN;

	if (more > 0)
		return tool_fail(1, "%s: and %lld more; nothing was imported",
				 errors->file, (long long)more);
	return tool_fail(1, "%s: nothing was imported", errors->file);
}

/* Real data have it; whoever knows better corrects it there. */
static void warn(const struct import_job *job)
{
	long long n = job->table.early;

	if (n)
		printf("warning: %lld lead%s closed before %s came\n", n,
		       n == 1 ? "" : "s", n == 1 ? "it" : "they");
}

static int write_table(struct tool *t, struct import_job *job)
{
	enum err e = store_bulk(t->store);
	long long n = job->table.n;
	long long added, changed;

	if (e == OK)
		e = store_write(t->store, job->arena, write_all, job);
	if (e == ERR_INPUT && job->errors->n)
		return refused(job->errors);
	if (e != OK)
		return house_failed(e);
	added = job->added, changed = job->changed;
	printf("%lld rows: %lld added, %lld changed, %lld unchanged", n, added,
	       changed, n - added - changed);
	if (job->customers)
		printf("; %lld new customer%s", (long long)job->customers,
		       job->customers == 1 ? "" : "s");
	putchar('\n');
	warn(job);
	return 0;
}

static void job_begin(struct import_job *job)
{
	job->arena = arena_new();
	job->names = import_names_new();
	job->table.rows = import_rows_new(job->map->kind);
	job->table.named = import_rows_new(job->map->kind);
}

static void job_end(struct import_job *job)
{
	arena_free(job->arena);
	import_names_free(job->names);
	import_rows_free(job->table.rows);
	import_rows_free(job->table.named);
}

static int import(struct tool *t, const struct company *company,
		  const struct import_map *map, const char *path)
{
	const char *slash = strrchr(path, '/');
	struct import_errors errors = { .file = slash ? slash + 1 : path,
					.map = map };
	struct import_job job = { .keep = t->arena,
				  .company = company,
				  .map = map,
				  .errors = &errors,
				  .now = t->now };
	int code;

	if (*map->currency && strcmp(map->currency, company->currency) != 0)
		return tool_fail(1,
				 "the amounts are in %s, the company's in %s",
				 map->currency, company->currency);
	job_begin(&job);
	code = import_table_read(&job, path);
	if (code == 0 && errors.n)
		code = refused(&errors);
	if (code == 0)
		code = write_table(t, &job);
	job_end(&job);
	return code;
}

static int kind_of(const char *word)
{
	for (int i = 0; i < IMPORT_KINDS; i++)
		if (strcmp(word, import_kind_word((enum import_kind)i)) == 0)
			return i;
	return -1;
}

static int carry_out(const char *url, int kind, const char *path,
		     const char *map_path)
{
	struct company company = { .name = "" };
	struct import_map map;
	struct tool t;
	int code = house_open(&t, url, &company);

	if (code != 0)
		return code;
	code = import_map_read(t.arena, map_path, (enum import_kind)kind, &map);
	if (code == 0)
		code = import(&t, &company, &map, path);
	tool_close(&t);
	return code;
}

static int run(int argc, char **argv)
{
	static const struct option names[] = {
		{ "store", required_argument, NULL, 's' },
		{ "map", required_argument, NULL, 'm' },
		{ NULL, 0, NULL, 0 },
	};
	const char *url = NULL, *map = NULL;
	int c, kind;

	while ((c = getopt_long(argc, argv, "", names, NULL)) != -1) {
		if (c == 's')
			url = optarg;
		else if (c == 'm')
			map = optarg;
		else
			return tool_usage(&command_import, 2);
	}
	if (optind + 2 != argc || !map)
		return tool_usage(&command_import, 2);
	kind = kind_of(argv[optind]);
	if (kind < 0)
		return tool_usage(&command_import, 2);
	return carry_out(url, kind, argv[optind + 1], map);
}
