/* migrate.c - salesboard migrate: brings a store to this version's schema. */
#include <getopt.h>
#include <stdio.h>

#include "house.h"

static int run(int argc, char **argv);

const struct command command_migrate = {
	"migrate",
	"bring a store to the schema of this version",
	"[--store URL]\n\n"
	"Prints how many steps were missing.  A step that fails leaves the\n"
	"store as it was before it.\n"
	"  --store  sqlite:PATH (default: $SALESBOARD_STORE)\n",
	run,
};

static int run(int argc, char **argv)
{
	static const struct option names[] = {
		{ "store", required_argument, NULL, 's' },
		{ NULL, 0, NULL, 0 },
	};
	const char *url = NULL;
	int64_t steps = 0;
	int c;

	while ((c = getopt_long(argc, argv, "", names, NULL)) != -1) {
		if (c != 's')
			return tool_usage(&command_migrate, 2);
		url = optarg;
	}
	if (optind < argc)
		return tool_usage(&command_migrate, 2);
	url = tool_url(url);
	if (!url)
		return 2;
	if (!store_exists(url))
		return tool_fail(
			1, "there is no store at %s; run: salesboard init",
			url);
	if (house_migrate(url, &steps) != 0)
		return 1;
	printf("%lld steps applied\n", (long long)steps);
	return 0;
}
