/* rules.c - salesboard rules: plans the follow-ups that the rules ask for. */
#include <getopt.h>
#include <stdio.h>

#include "house.h"
#include "lib/rule.h"
#include "lib/zone.h"
#include "queries.h"

/* So many in one transaction: others want to write, too. */
enum { PLANNED_AT_ONCE = 200 };

static int run(int argc, char **argv);

const struct command command_rules = {
	"rules",
	"plan the follow-ups that the rules ask for",
	"[--store URL] [--preview]\n\n"
	"Plans them, and prints how many.  A second time there is nothing\n"
	"left to plan.  \"salesboard serve\" does so each hour; elsewhere a\n"
	"timer of the system has to.\n"
	"  --store    sqlite:PATH (default: $SALESBOARD_STORE)\n"
	"  --preview  plans nothing; prints the number, what it is about\n"
	"             and the customers, a line each\n",
	run,
};

struct job {
	struct tool *tool;
	int64_t today, made;
};

/* ---- planning -------------------------------------------------------------
 */

static enum err plan(struct store *s, void *arg)
{
	struct job *job = arg;

	return rule_plan(s, job->tool->arena, job->tool->now, job->today,
			 PLANNED_AT_ONCE, &job->made);
}

static int plan_all(struct job *job)
{
	int64_t all = 0;
	enum err e;

	do {
		e = store_write(job->tool->store, job->tool->arena, plan, job);
		all += e == OK ? job->made : 0;
	} while (e == OK && job->made == PLANNED_AT_ONCE);
	if (e != OK)
		return house_failed(e);
	printf("%lld follow-up%s planned\n", (long long)all,
	       all == 1 ? "" : "s");
	return 0;
}

/* ---- looking ahead --------------------------------------------------------
 */

static void print_rule(struct store *s, const struct rule_all *rule,
		       int64_t today)
{
	struct answer *a = rule_ask(s, rule, today, INT32_MAX);
	struct rule_first found;

	while (next_rule_first(a, &found))
		printf("%lld\t%s\t%s\n", (long long)rule->id, rule->subject,
		       found.customer);
}

static enum err preview(struct store *s, void *arg)
{
	const struct job *job = arg;
	struct answer *a = ask_rule_all(s);
	struct rule_all *rule = NULL;
	size_t n = 0;

	for (struct rule_all row; next_rule_all(a, &row); n++) {
		rule = arena_more(job->tool->arena, rule, n, sizeof(*rule));
		rule[n] = row;
	}
	for (size_t i = 0; i < n; i++)
		print_rule(s, &rule[i], job->today);
	return store_error(s);
}

static int show_all(struct job *job)
{
	enum err e =
		store_read(job->tool->store, job->tool->arena, preview, job);

	return e == OK ? 0 : house_failed(e);
}

static int work(const char *url, bool previews)
{
	struct company company = { .name = "" };
	struct tool t;
	struct job job = { .tool = &t };
	int code = house_open(&t, url, &company);

	if (code != 0)
		return code;
	job.today = zone_day(t.now);
	store_patient(t.store);
	code = previews ? show_all(&job) : plan_all(&job);
	tool_close(&t);
	return code;
}

static int run(int argc, char **argv)
{
	static const struct option names[] = {
		{ "store", required_argument, NULL, 's' },
		{ "preview", no_argument, NULL, 'p' },
		{ NULL, 0, NULL, 0 },
	};
	const char *url = NULL;
	bool previews = false;
	int c;

	while ((c = getopt_long(argc, argv, "", names, NULL)) != -1) {
		if (c == 's')
			url = optarg;
		else if (c == 'p')
			previews = true;
		else
			return tool_usage(&command_rules, 2);
	}
	if (optind < argc)
		return tool_usage(&command_rules, 2);
	return work(url, previews);
}
