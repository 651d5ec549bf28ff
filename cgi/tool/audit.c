/* audit.c - salesboard audit: counts everything again and compares. */
#include <getopt.h>
#include <stdio.h>

#include "house.h"
#include "lib/rollup.h"
#include "lib/str.h"

static int run(int argc, char **argv);

const struct command command_audit = {
	"audit",
	"count everything again and compare it with the sums that are kept",
	"[--store URL] [--repair] [--sample N [--seed N]]\n\n"
	"The dashboards read sums that every write keeps in step with the\n"
	"records.  Prints \"ok\" and exits 0 when all of them agree.\n"
	"  --store   sqlite:PATH (default: $SALESBOARD_STORE)\n"
	"  --repair  makes the sums anew from the records\n"
	"  --sample  counts only N random customers, and the prospects of N\n"
	"            random days with the sums of these days\n"
	"  --seed    takes the same sample again\n",
	run,
};

struct audit {
	struct arena *arena;
	int64_t sample, seed; /* sample 0: everything */
	int64_t wrong;        /* rows */
};

static enum err count(struct store *s, void *arg)
{
	struct audit *audit = arg;

	if (audit->sample)
		return rollup_sample(s, audit->arena, audit->sample,
				     (uint64_t)audit->seed, &audit->wrong);
	return rollup_audit(s, audit->arena, &audit->wrong);
}

static enum err repair(struct store *s, void *arg)
{
	const struct audit *audit = arg;

	return rollup_rebuild(s, audit->arena);
}

static int compare(const struct tool *t, struct audit *audit)
{
	enum err e = store_read(t->store, t->arena, count, audit);

	if (e != OK)
		return house_failed(e);
	if (audit->wrong && audit->sample)
		return tool_fail(1,
				 "%lld rows differ in the sample of seed "
				 "%lld; --repair makes all anew",
				 (long long)audit->wrong,
				 (long long)audit->seed);
	if (audit->wrong)
		return tool_fail(1,
				 "%lld rows differ; --repair makes them anew",
				 (long long)audit->wrong);
	puts("ok");
	return 0;
}

static int work(const char *url, struct audit *audit, bool repairs)
{
	struct tool t;
	int code = tool_open(&t, url);

	if (code != 0)
		return code;
	audit->arena = t.arena;
	if (audit->seed < 0)
		audit->seed = t.now;
	store_patient(t.store);
	if (repairs && store_write(t.store, t.arena, repair, audit) != OK)
		code = tool_fail(1, "cannot repair %s", t.url);
	if (code == 0)
		code = compare(&t, audit);
	tool_close(&t);
	return code;
}

static bool number(const char *text, int64_t least, int64_t *value)
{
	return str_int(text, value) == OK && *value >= least;
}

static int run(int argc, char **argv)
{
	static const struct option names[] = {
		{ "store", required_argument, NULL, 's' },
		{ "repair", no_argument, NULL, 'r' },
		{ "sample", required_argument, NULL, 'n' },
		{ "seed", required_argument, NULL, 'x' },
		{ NULL, 0, NULL, 0 },
	};
	struct audit audit = { .seed = -1 };
	const char *url = NULL;
	bool repairs = false, good = true;
	int c;

	while (good && (c = getopt_long(argc, argv, "", names, NULL)) != -1) {
		if (c == 's')
			url = optarg;
		else if (c == 'r')
			repairs = true;
		else if (c == 'n')
			good = number(optarg, 1, &audit.sample);
		else if (c == 'x')
			good = number(optarg, 0, &audit.seed);
		else
			good = false;
	}
	if (!good || optind < argc || (audit.seed >= 0 && !audit.sample))
		return tool_usage(&command_audit, 2);
	return work(url, &audit, repairs);
}
