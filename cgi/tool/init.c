/* init.c - salesboard init: a new company in a new store. */
#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "house.h"
#include "lib/money.h"
#include "lib/period.h"
#include "lib/str.h"
#include "lib/zone.h"
#include "queries.h"

static enum err write_company(struct store *s, void *arg)
{
	return run_company_add(s, *(const struct company_add_in *)arg);
}

/* Opens the store, which may hold no company yet, and adds it. */
static int add(const char *url, struct company_add_in *in)
{
	struct company company = { .name = "" };
	struct tool t;
	int code = tool_open(&t, url);
	enum err e;

	if (code != 0)
		return code;
	e = house_company(&t, &company);
	in->now = t.now;
	if (e == OK)
		code = tool_fail(1, "the store holds a company already: %s",
				 company.name);
	else if (e != ERR_NOT_FOUND)
		code = house_failed(e);
	else if (store_write(t.store, t.arena, write_company, in) != OK)
		code = tool_fail(1, "the company was not saved");
	tool_close(&t);
	return code;
}

static bool number(const char *text, int64_t least, int64_t most, int64_t *out)
{
	return str_int(text, out) == OK && *out >= least && *out <= most;
}

static int check(const struct company_add_in *in)
{
	size_t n = str_points(in->name);

	if (n < 1 || n > 200 || !str_utf8(in->name, strlen(in->name)))
		return tool_fail(2, "--name: 1 to 200 characters, UTF-8");
	if (!*in->time_zone || zone_use(in->time_zone) != OK)
		return tool_fail(2, "--time-zone: a name like Europe/Moscow");
	if (!money_code(in->currency))
		return tool_fail(2, "--currency: three letters like RUB");
	if (strcmp(in->language, "en") != 0 && strcmp(in->language, "ru") != 0)
		return tool_fail(2, "--language: en or ru");
	return 0;
}

/* The commonest reason why no store can be made, before anything is tried. */
static int check_folder(const char *url)
{
	static const char scheme[] = "sqlite:";
	const char *path = url + strlen(scheme);
	const char *slash = strrchr(url, '/');
	struct arena *a;
	struct stat about;
	const char *folder;
	int code = 0;

	if (strncmp(url, scheme, strlen(scheme)) != 0 || !slash ||
	    slash <= path)
		return 0;
	a = arena_new();
	folder = arena_strndup(a, path, (size_t)(slash - path));
	if (stat(folder, &about) != 0 && errno == ENOENT)
		code = tool_fail(1, "the folder %s is missing", folder);
	arena_free(a);
	return code;
}

static int run(int argc, char **argv);

const struct command command_init = {
	"init",
	"make a store for a company",
	"--name NAME --time-zone ZONE --currency CODE --language LANGUAGE\n"
	"       [--store URL] [--horizon DAYS] [--sales-since DAY]\n\n"
	"Makes the store when there is none, and the company in it; refuses\n"
	"when it holds one already.\n"
	"  --store        sqlite:PATH (default: $SALESBOARD_STORE)\n"
	"  --time-zone    for instance Europe/Moscow: days begin there\n"
	"  --currency     for instance RUB: of all sums\n"
	"  --language     en or ru: for people who have not chosen\n"
	"  --horizon      days a prospect has to buy, 1 to 730; default 90\n"
	"  --sales-since  YYYY-MM-DD: sales are recorded only since\n",
	run,
};

static const struct option names[] = {
	{ "store", required_argument, NULL, 's' },
	{ "name", required_argument, NULL, 'n' },
	{ "time-zone", required_argument, NULL, 'z' },
	{ "currency", required_argument, NULL, 'c' },
	{ "language", required_argument, NULL, 'l' },
	{ "horizon", required_argument, NULL, 'h' },
	{ "sales-since", required_argument, NULL, 'd' },
	{ NULL, 0, NULL, 0 },
};

/* Takes one option; false when it cannot be understood. */
static bool take(int c, struct company_add_in *in, const char **url)
{
	switch (c) {
	case 's':
		*url = optarg;
		return true;
	case 'n':
		in->name = optarg;
		return true;
	case 'z':
		in->time_zone = optarg;
		return true;
	case 'c':
		in->currency = optarg;
		return true;
	case 'l':
		in->language = optarg;
		return true;
	case 'h':
		return number(optarg, 1, 730, &in->horizon_days);
	case 'd':
		return period_parse(optarg, &in->sales_since_day) == OK;
	default:
		return false;
	}
}

static int run(int argc, char **argv)
{
	struct company_add_in in = { .name = "",
				     .time_zone = "",
				     .currency = "",
				     .language = "",
				     .horizon_days = 90,
				     .new_cycle_days = 180,
				     .contact_days = 7,
				     .sales_since_day = NONE };
	const char *url = NULL;
	int64_t steps;
	int c, code;

	while ((c = getopt_long(argc, argv, "", names, NULL)) != -1)
		if (!take(c, &in, &url))
			return tool_usage(&command_init, 2);
	if (optind < argc)
		return tool_usage(&command_init, 2);
	url = tool_url(url);
	code = url ? check(&in) : 2;
	if (code == 0)
		code = check_folder(url);
	if (code != 0)
		return code;
	if (house_migrate(url, &steps) != 0)
		return 1;
	return add(url, &in);
}
