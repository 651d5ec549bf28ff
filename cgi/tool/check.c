/* check.c - salesboard check: reads the whole store for damage. */
#include <getopt.h>
#include <stdio.h>

#include "tool.h"

static int run(int argc, char **argv);

const struct command command_check = {
	"check",
	"read the whole store for damage",
	"[--store URL]\n\n"
	"Prints \"ok\" and exits 0 when pages, indexes and references of the\n"
	"company's records and of the vault are whole.\n"
	"  --store  sqlite:PATH (default: $SALESBOARD_STORE)\n",
	run,
};

static enum err check_vault(const char *url)
{
	struct store *vault;
	enum err e = store_open(url, STORE_VAULT, STORE_READ_WRITE, &vault);

	if (e != OK)
		return e;
	e = store_check(vault);
	store_close(vault);
	return e;
}

static int run(int argc, char **argv)
{
	static const struct option names[] = {
		{ "store", required_argument, NULL, 's' },
		{ NULL, 0, NULL, 0 },
	};
	const char *url = NULL;
	struct tool t;
	enum err e;
	int c, code;

	while ((c = getopt_long(argc, argv, "", names, NULL)) != -1) {
		if (c != 's')
			return tool_usage(&command_check, 2);
		url = optarg;
	}
	if (optind < argc)
		return tool_usage(&command_check, 2);
	code = tool_open(&t, url);
	if (code != 0)
		return code;
	e = store_check(t.store);
	if (e == OK)
		e = check_vault(t.url);
	if (e == OK)
		puts("ok");
	else
		code = tool_fail(1, "%s is damaged", t.url);
	tool_close(&t);
	return code;
}
