/* audit.c - salesboard audit: counts everything again and compares. */
#include <getopt.h>
#include <stdio.h>

#include "house.h"
#include "lib/rollup.h"

static int run(int argc, char **argv);

const struct command command_audit = {
	"audit",
	"count everything again and compare it with the sums that are kept",
	"[--store URL] [--repair]\n\n"
	"The dashboards read sums that every write keeps in step with the\n"
	"records.  Prints \"ok\" and exits 0 when all of them agree.\n"
	"  --store   sqlite:PATH (default: $SALESBOARD_STORE)\n"
	"  --repair  makes the sums anew from the records\n",
	run,
};

struct audit {
	struct arena *arena;
	int64_t wrong; /* rows */
};

static enum err count(struct store *s, void *arg)
{
	struct audit *audit = arg;

	return rollup_audit(s, audit->arena, &audit->wrong);
}

static enum err repair(struct store *s, void *arg)
{
	const struct audit *audit = arg;

	return rollup_rebuild(s, audit->arena);
}

static int compare(const struct tool *t)
{
	struct audit audit = { .arena = t->arena };
	enum err e = store_read(t->store, t->arena, count, &audit);

	if (e != OK)
		return house_failed(e);
	if (audit.wrong)
		return tool_fail(1,
				 "%lld rows differ; --repair makes them anew",
				 (long long)audit.wrong);
	puts("ok");
	return 0;
}

static int run(int argc, char **argv)
{
	static const struct option names[] = {
		{ "store", required_argument, NULL, 's' },
		{ "repair", no_argument, NULL, 'r' },
		{ NULL, 0, NULL, 0 },
	};
	const char *url = NULL;
	bool repairs = false;
	struct audit audit;
	struct tool t;
	int c, code;

	while ((c = getopt_long(argc, argv, "", names, NULL)) != -1) {
		if (c == 's')
			url = optarg;
		else if (c == 'r')
			repairs = true;
		else
			return tool_usage(&command_audit, 2);
	}
	if (optind < argc)
		return tool_usage(&command_audit, 2);
	code = tool_open(&t, url);
	if (code != 0)
		return code;
	audit.arena = t.arena;
	store_patient(t.store);
	if (repairs && store_write(t.store, t.arena, repair, &audit) != OK)
		code = tool_fail(1, "cannot repair %s", t.url);
	if (code == 0)
		code = compare(&t);
	tool_close(&t);
	return code;
}
