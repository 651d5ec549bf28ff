/* house.h - what several commands do with a company, its teams and people. */
#ifndef HOUSE_H
#define HOUSE_H

#include "lib/auth.h"
#include "tool.h"

enum { HOUSE_PASSWORD_LEAST = 12 }; /* code points */

/*
 * house_company - reads the company of an open store and speaks of its days
 * from now on.
 * Returns ERR_NOT_FOUND when the store holds none yet.
 */
enum err house_company(struct tool *t, struct company *company);

/*
 * house_open - tool_open and house_company; tells what was wrong.
 * Returns the exit code: 0, or 1 or 2 after an error was printed.
 */
int house_open(struct tool *t, const char *url, struct company *company);

/*
 * house_migrate - makes a store, or brings it to this version's schema; a
 * store that had no sums yet gets them.
 * *steps: how many were missing.  Returns the exit code: 0, or 1 after an
 * error was printed.
 */
int house_migrate(const char *url, int64_t *steps);

/* Prints one line on a store that did not do what it was asked; returns 1. */
int house_failed(enum err e);

/* ---- inside a store_write ---- */

/*
 * house_team - the team of a name, which is added when it is new.
 * region: of the team; "" leaves what is known.  *changed, or NULL: set when
 * the team's region was another one.
 */
enum err house_team(struct store *s, struct arena *a, const char *name,
		    const char *region, int64_t *id, bool *changed);

/* Somebody to be recorded. */
struct house_person {
	const char *login; /* "": cannot sign in */
	const char *name, *email;
	const char *role;     /* a word of auth_role */
	const char *language; /* "": the company's */
	const char *origin, *origin_id;
	int64_t team;     /* NONE: in none */
	int64_t from_day; /* belongs to the team since */
};

enum err house_person_add(struct store *s, struct arena *a, int64_t now,
			  const struct house_person *new, int64_t *id);

/* ---- passwords ---- */

/*
 * house_password_read - the first line of standard input; a person at a
 * terminal is asked and does not see what they type.
 * Returns NULL after an error was printed: too short, or not UTF-8.
 */
const char *house_password_read(struct arena *a);

/* Keeps password[i] as the one of person[i], for i in [0, n).  Returns the
 * exit code, after an error was printed. */
int house_password_set(const struct tool *t, size_t n, const int64_t *person,
		       const char *const *password);

#endif
