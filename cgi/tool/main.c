/* main.c - salesboard: the command-line program. */
#include "tool.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "build.h"
#include "lib/crypt.h"
#include "lib/mask.h"
#include "lib/rollup.h"

enum { TEXT = 8192 }; /* of an error */

static const struct command *const commands[] = {
	&command_init,     &command_migrate, &command_user, &command_demo,
	&command_generate, &command_import,  &command_get,  &command_serve,
	&command_check,    &command_audit,   &command_copy, &command_rules,
	&command_digest,
};

int tool_fail(int code, const char *format, ...)
{
	char text[TEXT], shown[TEXT];
	va_list args;

	va_start(args, format);
	vsnprintf(text, sizeof(text), format, args);
	va_end(args);
	mask_passwords(shown, sizeof(shown), text);
	fprintf(stderr, "salesboard: %s\n", shown);
	return code;
}

int tool_usage(const struct command *c, int code)
{
	fprintf(code ? stderr : stdout, "usage: salesboard %s %s", c->name,
		c->usage);
	return code;
}

const char *tool_url(const char *given)
{
	const char *url = given ? given : getenv("SALESBOARD_STORE");

	if (!url || !*url) {
		tool_fail(2, "no store: give --store sqlite:PATH or set "
			     "SALESBOARD_STORE");
		return NULL;
	}
	return url;
}

const char *tool_share(void)
{
	static char path[4096];
	ssize_t n = readlink("/proc/self/exe", path, sizeof(path) - 1);

	if (n < 0)
		return ".";
	path[n] = '\0';
	for (int i = 0; i < 2; i++) {
		char *slash = strrchr(path, '/');

		if (slash)
			*slash = '\0';
	}
	return path;
}

int tool_open(struct tool *t, const char *url)
{
	*t = (struct tool){ .url = tool_url(url), .now = (int64_t)time(NULL) };
	if (!t->url)
		return 2;
	crypt_start();
	if (!store_exists(t->url))
		return tool_fail(1,
				 "there is no store at %s; run: salesboard "
				 "init",
				 t->url);
	if (store_open(t->url, STORE_COMPANY, STORE_READ_WRITE, &t->store) !=
	    OK)
		return tool_fail(1, "cannot open %s", t->url);
	rollup_keep(t->store, ROLLUP_JUDGE_ALWAYS);
	t->arena = arena_new();
	return 0;
}

void tool_close(struct tool *t)
{
	store_close(t->store);
	arena_free(t->arena);
}

static int help(FILE *out, int code)
{
	fputs("usage: salesboard COMMAND [OPTION ...]\n\n", out);
	for (size_t i = 0; i < COUNT(commands); i++)
		fprintf(out, "  %-8s %s\n", commands[i]->name,
			commands[i]->summary);
	fputs("\nsalesboard COMMAND --help tells more.  The store is given by "
	      "--store sqlite:PATH\nor by SALESBOARD_STORE in the "
	      "environment.\n",
	      out);
	return code;
}

int main(int argc, char **argv)
{
	if (argc < 2)
		return help(stderr, 2);
	if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "help") == 0)
		return help(stdout, 0);
	if (strcmp(argv[1], "--version") == 0)
		return printf("salesboard 0.1 (%s)\n", BUILD_ID) < 0;
	for (size_t i = 0; i < COUNT(commands); i++) {
		const struct command *c = commands[i];

		if (strcmp(argv[1], c->name) != 0)
			continue;
		for (int k = 2; k < argc; k++)
			if (strcmp(argv[k], "--help") == 0)
				return tool_usage(c, 0);
		return c->run(argc - 1, argv + 1);
	}
	tool_fail(2, "no such command: %s", argv[1]);
	return help(stderr, 2);
}
