/* tool.h - the command-line program: one command, one file.
 *
 * Exit codes: 0 done, 1 it failed, 2 the command was wrong.  Results go to
 * standard output, one-line errors to standard error. */
#ifndef TOOL_H
#define TOOL_H

#include "lib/store.h"

struct command {
	const char *name, *summary;
	const char *usage; /* what follows "salesboard NAME", and the options */
	int (*run)(int argc, char **argv);
};

extern const struct command command_init, command_migrate, command_user,
	command_demo, command_generate, command_import, command_get,
	command_serve, command_check, command_audit, command_copy,
	command_rules, command_digest;

/* What most commands need. */
struct tool {
	struct arena *arena;
	struct store *store;
	const char *url; /* --store, or $SALESBOARD_STORE */
	int64_t now;     /* one reading of the clock */
};

/*
 * tool_open - opens the store for writing, or tells why not.
 * Returns the exit code: 0, or 1 after an error was printed.
 */
int tool_open(struct tool *t, const char *url);
void tool_close(struct tool *t);

/* Prints "salesboard: TEXT" on standard error, without the passwords of store
 * URLs, and returns code. */
int tool_fail(int code, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* Prints how to use a command: to stdout with code 0, to stderr with 2. */
int tool_usage(const struct command *c, int code);

/* The URL to use: given, or the environment's; NULL after an error. */
const char *tool_url(const char *given);

/* The folder above the one this program lies in, "build" or "/usr". */
const char *tool_share(void);

#endif
