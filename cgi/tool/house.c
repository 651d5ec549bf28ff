/* house.c - what several commands do with a company, its teams and people. */
#include "house.h"

#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "lib/crypt.h"
#include "lib/rollup.h"
#include "lib/str.h"
#include "lib/zone.h"
#include "queries.h"

/* ---- the company -------------------------------------------------------- */

struct question {
	struct tool *t;
	struct company *company;
};

static enum err read_company(struct store *s, void *arg)
{
	struct question *q = arg;
	struct session session = { .person = NONE };
	enum err e = auth_open(s, q->t->arena, "", q->t->now, NONE, &session);

	*q->company = session.company;
	return e == ERR_DB && store_error(s) == OK ? ERR_NOT_FOUND : e;
}

enum err house_company(struct tool *t, struct company *company)
{
	struct question q = { t, company };
	enum err e = store_read(t->store, t->arena, read_company, &q);

	return e == OK ? zone_use(company->time_zone) : e;
}

static enum err rebuild(struct store *s, void *arena)
{
	return rollup_rebuild(s, arena);
}

/* A step that makes tables of sums leaves them empty. */
int house_migrate(const char *url, int64_t *steps)
{
	struct store_migrated done;
	struct tool t;
	bool is_new = !store_exists(url);
	enum err e;
	int code;

	if (store_migrate(url, &done) != OK)
		return tool_fail(1, "cannot make or migrate a store at %s",
				 url);
	*steps = done.steps;
	if (is_new || !done.sums)
		return 0;
	code = tool_open(&t, url);
	if (code != 0)
		return code;
	e = store_write(t.store, t.arena, rebuild, t.arena);
	tool_close(&t);
	return e == OK ? 0 : house_failed(e);
}

int house_failed(enum err e)
{
	if (e == ERR_BUSY)
		return tool_fail(1, "the store is busy; try again");
	if (e == ERR_UNKNOWN)
		return tool_fail(1, "the store did not say whether it saved");
	return tool_fail(1, "the store failed");
}

int house_open(struct tool *t, const char *url, struct company *company)
{
	int code = tool_open(t, url);
	enum err e;

	if (code != 0)
		return code;
	e = house_company(t, company);
	if (e == OK)
		return 0;
	tool_close(t);
	if (e == ERR_NOT_FOUND)
		return tool_fail(1, "the store has no company; run: "
				    "salesboard init");
	if (e == ERR_INPUT)
		return tool_fail(1, "this system does not know time zone %s",
				 company->time_zone);
	return house_failed(e);
}

/* ---- teams and people --------------------------------------------------- */

enum err house_team(struct store *s, struct arena *a, const char *name,
		    const char *region, int64_t *id, bool *changed)
{
	const char *key = str_fold(a, name);
	struct team_find_in in = { .name_key = key };
	struct team_add_in new = { .name = name,
				   .name_key = key,
				   .region = region };
	struct team_region_set_in move = { .region = region };
	struct team_find found;
	struct team_add added;

	*id = NONE;
	if (!*key)
		return OK;
	if (!one_team_find(s, in, &found)) {
		if (one_team_add(s, new, &added))
			*id = added.id;
		return store_error(s);
	}
	*id = move.id = found.id;
	if (!*region || strcmp(region, found.region) == 0)
		return OK;
	if (changed)
		*changed = true;
	return run_team_region_set(s, move);
}

enum err house_person_add(struct store *s, struct arena *a, int64_t now,
			  const struct house_person *new, int64_t *id)
{
	struct person_add_in in = {
		.login = new->login,
		.name = new->name,
		.name_key = str_fold(a, new->name),
		.email = new->email,
		.role = new->role,
		.language = new->language,
		.origin = new->origin,
		.origin_id = new->origin_id,
		.now = now,
	};
	struct membership_set_in member = { .from_day = new->from_day,
					    .team = new->team };
	struct person_add row;

	if (!one_person_add(s, in, &row))
		return store_error(s);
	*id = member.person = row.id;
	return new->team == NONE ? OK : run_membership_set(s, member);
}

/* ---- passwords ---------------------------------------------------------- */

/* Reads one line without showing it; false at the end of input. */
static bool read_hidden(char *line, int size)
{
	struct termios shown, hidden;
	bool terminal = tcgetattr(STDIN_FILENO, &shown) == 0;
	bool got;

	if (terminal) {
		hidden = shown;
		hidden.c_lflag &= ~(tcflag_t)ECHO;
		tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
		fputs("Password: ", stderr);
	}
	got = fgets(line, size, stdin) != NULL;
	if (terminal) {
		tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown);
		fputc('\n', stderr);
	}
	return got;
}

const char *house_password_read(struct arena *a)
{
	char line[1024];

	if (!read_hidden(line, sizeof(line)))
		line[0] = '\0';
	line[strcspn(line, "\r\n")] = '\0';
	if (!str_utf8(line, strlen(line)))
		tool_fail(1, "the password is not UTF-8");
	else if (str_points(line) < HOUSE_PASSWORD_LEAST)
		tool_fail(1,
			  "the password, read from standard input, needs at "
			  "least %d characters",
			  HOUSE_PASSWORD_LEAST);
	else if (str_points(line) > 200)
		tool_fail(1, "the password has more than 200 characters");
	else
		return arena_strdup(a, line);
	return NULL;
}

struct secrets {
	size_t n;
	const int64_t *person;
	const char **hash;
	int64_t now;
};

static enum err write_secrets(struct store *s, void *arg)
{
	const struct secrets *k = arg;
	enum err e = OK;

	for (size_t i = 0; e == OK && i < k->n; i++) {
		struct password_set_in in = { .person = k->person[i],
					      .hash = k->hash[i],
					      .now = k->now };

		e = run_password_set(s, in);
	}
	return e;
}

int house_password_set(const struct tool *t, size_t n, const int64_t *person,
		       const char *const *password)
{
	struct secrets k = { n, person, NULL, t->now };
	struct store *vault;
	enum err e;

	k.hash = arena_array(t->arena, n, sizeof(*k.hash));
	for (size_t i = 0; i < n; i++) {
		k.hash[i] = crypt_password_hash(t->arena, password[i]);
		if (!k.hash[i])
			return tool_fail(1, "no memory to hash a password");
	}
	if (store_open(t->url, STORE_VAULT, STORE_READ_WRITE, &vault) != OK)
		return tool_fail(1, "cannot open the vault of %s", t->url);
	e = store_write(vault, t->arena, write_secrets, &k);
	store_close(vault);
	return e == OK ? 0 : house_failed(e);
}
