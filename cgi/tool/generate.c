/* generate.c - salesboard generate: a company of any size, to measure with. */
#include "generate.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>

#include "lib/period.h"
#include "lib/rollup.h"
#include "lib/str.h"
#include "lib/zone.h"

/* Leads of one transaction: memory and log stay small. */
enum { BATCH = 20000 };

static int run(int argc, char **argv);

const struct command command_generate = {
	"generate",
	"make a store with a made-up company of any size",
	"--leads N [--seed S] [--store URL]\n\n"
	"Makes the store, N leads of the last 24 months that end today, what\n"
	"became of them, 40 teams of 10 people, and people who sign in with a\n"
	"password that it prints.  The same seed makes the same company on\n"
	"the same day.  Refuses when the store holds a company already; when\n"
	"it is stopped half-way, nobody can sign in to what is there.\n"
	"  --leads  1 to 20000000\n"
	"  --seed   an integer; default 1\n"
	"  --store  sqlite:PATH (default: $SALESBOARD_STORE)\n",
	run,
};

/* Some leads in a row, [from, to). */
struct batch {
	struct generate *g;
	struct generate_ids ids; /* used before */
	int64_t from, to;
};

static enum err make_staff(struct store *s, void *arg)
{
	struct generate *g = arg;

	g->store = s;
	return generate_staff(g);
}

static enum err make_leads(struct store *s, void *arg)
{
	const struct batch *b = arg;
	enum err e = OK;

	b->g->store = s;
	b->g->ids = b->ids; /* it may be tried again */
	for (int64_t i = b->from; e == OK && i < b->to; i++) {
		arena_reset(b->g->arena);
		e = generate_lead(b->g, i);
	}
	return e;
}

static enum err make(struct tool *t, struct generate *g)
{
	struct generate_progress p = generate_progress(g->leads);
	enum err e = store_bulk(t->store);

	if (e == OK)
		e = store_write(t->store, g->arena, make_staff, g);
	for (int64_t from = 0; e == OK && from < g->leads; from += BATCH) {
		struct batch b = { g, g->ids, from, from + BATCH };

		if (b.to > g->leads)
			b.to = g->leads;
		e = store_write(t->store, g->arena, make_leads, &b);
		if (e == OK)
			generate_progress_tell(&p, b.to);
	}
	return e;
}

static enum err rebuild(struct store *s, void *arg)
{
	const struct generate *g = arg;

	return rollup_rebuild(s, g->arena);
}

/* What is done once, when all rows are there. */
static int finish(const struct tool *t, struct generate *g)
{
	enum err e;

	fputs("counting\n", stderr);
	store_patient(t->store);
	e = store_write(t->store, g->arena, rebuild, g);
	if (e == OK)
		e = store_renumber(t->store);
	return e == OK ? demo_set_passwords(t) : house_failed(e);
}

static void set_calendar(struct generate *g, int64_t now)
{
	g->today = zone_day(now);
	g->first_day = period_add_months(g->today + 1, -GENERATE_MONTHS);
	g->days = g->today - g->first_day + 1;
	BUG_IF(g->days > GENERATE_DAYS_MOST);
	for (int64_t i = 0; i <= g->days; i++)
		g->start[i] = zone_start(g->first_day + i);
}

static int fill(struct tool *t, struct generate *g)
{
	struct company company;
	enum err e = house_company(t, &company);
	int code;

	if (e == OK)
		return tool_fail(1, "there is a company already at %s", t->url);
	if (e != ERR_NOT_FOUND)
		return house_failed(e);
	e = zone_use("Europe/Moscow");
	if (e != OK)
		return house_failed(e);
	set_calendar(g, t->now);
	g->arena = arena_new();
	e = make(t, g);
	code = e == OK ? finish(t, g) : house_failed(e);
	arena_free(g->arena);
	return code;
}

static int create(const char *url, struct generate *g)
{
	struct tool t;
	int64_t steps;
	int code;

	if (house_migrate(url, &steps) != 0)
		return 1;
	code = tool_open(&t, url);
	if (code != 0)
		return code;
	code = fill(&t, g);
	tool_close(&t);
	if (code == 0)
		demo_print_sign_ins();
	return code;
}

/* Takes one option; false when it cannot be understood. */
static bool take(int c, struct generate *g, const char **url)
{
	switch (c) {
	case 's':
		*url = optarg;
		return true;
	case 'l':
		return str_int(optarg, &g->leads) == OK && g->leads >= 1 &&
		       g->leads <= GENERATE_LEADS_MOST;
	case 'r':
		return str_int(optarg, &g->seed) == OK;
	default:
		return false;
	}
}

static int run(int argc, char **argv)
{
	static const struct option names[] = {
		{ "store", required_argument, NULL, 's' },
		{ "leads", required_argument, NULL, 'l' },
		{ "seed", required_argument, NULL, 'r' },
		{ NULL, 0, NULL, 0 },
	};
	static struct generate g = { .seed = 1 };
	const char *url = NULL;
	int c;

	while ((c = getopt_long(argc, argv, "", names, NULL)) != -1)
		if (!take(c, &g, &url))
			return tool_usage(&command_generate, 2);
	if (optind < argc || !g.leads)
		return tool_usage(&command_generate, 2);
	url = tool_url(url);
	return url ? create(url, &g) : 2;
}
