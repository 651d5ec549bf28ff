/* demo.c - salesboard demo: a made-up company to look around in. */
#include <getopt.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "demo.h"
#include "lib/zone.h"
#include "queries.h"

/* Of the demo's people only; the company is marked as made up. */
static const char password[] = "salesboard-demo";

static int run(int argc, char **argv);

const struct command command_demo = {
	"demo",
	"make a store with a made-up company to look around in",
	"[--store URL]\n\n"
	"Makes the store, two years of a made-up company that end today, and\n"
	"people who sign in with a password that it prints.  Refuses when\n"
	"the store holds a company already.\n"
	"  --store  sqlite:PATH (default: $SALESBOARD_STORE)\n",
	run,
};

void demo_print_sign_ins(void)
{
	printf("Sign in with the password %s as\n", password);
	for (size_t i = 0; i < DEMO_SIGN_INS; i++)
		printf("  %-8s %s, %s\n", demo_sign_ins[i].login,
		       demo_sign_ins[i].name, demo_sign_ins[i].what);
}

enum err demo_add_company(struct store *s, int64_t now)
{
	struct company_add_in in = {
		.name = "Polar Star Equipment",
		.time_zone = "Europe/Moscow",
		.currency = "RUB",
		.language = "en",
		.horizon_days = 90,
		.new_cycle_days = 180,
		.contact_days = 7,
		.sales_since_day = NONE,
		.demo = 1,
		.now = now,
	};

	return run_company_add(s, in);
}

/* The whole company in one transaction, from the beginning of chance. */
static enum err make(struct store *s, void *arg)
{
	struct demo *d = arg;
	int64_t now = d->now;
	struct arena *a = d->arena;
	enum err e;

	*d = (struct demo){ .store = s, .arena = a, .now = now };
	d->random.state = 20;
	d->today = zone_day(now);
	d->first_day = d->today - DEMO_DAYS + 1;
	for (int64_t i = 0; i <= DEMO_DAYS; i++)
		d->start[i] = zone_start(d->first_day + i);
	e = demo_add_company(s, d->start[0]);
	if (e == OK)
		e = demo_staff(d);
	if (e == OK)
		e = demo_leads(d);
	return e == OK ? demo_care(d) : e;
}

/* ---- passwords ---------------------------------------------------------- */

static enum err find_people(struct store *s, void *arg)
{
	int64_t *person = arg;

	for (size_t i = 0; i < DEMO_SIGN_INS; i++) {
		struct person_by_login_in in = { demo_sign_ins[i].login };
		struct person_by_login row;

		if (!one_person_by_login(s, in, &row))
			return store_error(s) == OK ? ERR_NOT_FOUND
						    : store_error(s);
		person[i] = row.id;
	}
	return OK;
}

int demo_set_passwords(const struct tool *t)
{
	int64_t person[DEMO_SIGN_INS];
	const char *all[DEMO_SIGN_INS];
	enum err e = store_read(t->store, t->arena, find_people, person);

	if (e != OK)
		return house_failed(e);
	for (size_t i = 0; i < DEMO_SIGN_INS; i++)
		all[i] = password;
	return house_password_set(t, DEMO_SIGN_INS, person, all);
}

/* ---- the command -------------------------------------------------------- */

static int fill(struct tool *t)
{
	struct demo *d = arena_zalloc(t->arena, sizeof(*d));
	struct company company;
	enum err e = house_company(t, &company);

	if (e == OK)
		return tool_fail(1, "there is a company already at %s", t->url);
	if (e != ERR_NOT_FOUND)
		return house_failed(e);
	d->arena = t->arena;
	d->now = t->now - t->now % DEMO_HOUR;
	e = zone_use("Europe/Moscow");
	if (e == OK)
		e = store_write(t->store, t->arena, make, d);
	return e == OK ? demo_set_passwords(t) : house_failed(e);
}

int demo_create(const char *url)
{
	struct tool t;
	int64_t steps;
	int code;

	if (house_migrate(url, &steps) != 0)
		return 1;
	code = tool_open(&t, url);
	if (code != 0)
		return code;
	code = fill(&t);
	tool_close(&t);
	return code;
}

static int run(int argc, char **argv)
{
	static const struct option names[] = {
		{ "store", required_argument, NULL, 's' },
		{ NULL, 0, NULL, 0 },
	};
	const char *url = NULL;
	int c, code;

	while ((c = getopt_long(argc, argv, "", names, NULL)) != -1) {
		if (c != 's')
			return tool_usage(&command_demo, 2);
		url = optarg;
	}
	if (optind < argc)
		return tool_usage(&command_demo, 2);
	url = tool_url(url);
	if (!url)
		return 2;
	code = demo_create(url);
	if (code == 0)
		demo_print_sign_ins();
	return code;
}
