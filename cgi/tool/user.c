/* user.c - salesboard user: who may sign in. */
#include <getopt.h>
#include <stdio.h>
#include <string.h>

#include "house.h"
#include "lib/str.h"
#include "lib/zone.h"
#include "queries.h"

/* What the command line said, and what is found out. */
struct order {
	struct tool t;
	struct company company;
	const char *url, *login, *team;
	struct house_person new;
	struct person_by_login person;
	bool known;
};

static int run(int argc, char **argv);

const struct command command_user = {
	"user",
	"add people who sign in, list them, set passwords",
	"add LOGIN --name NAME --role ROLE [--team TEAM]\n"
	"       [--language LANGUAGE] [--store URL]\n"
	"       salesboard user password LOGIN [--store URL]\n"
	"       salesboard user list [--store URL]\n\n"
	"The password is read from standard input: one line, 12 characters\n"
	"or more.  Setting a password signs the person out everywhere.\n"
	"  --role      viewer, rep, lead, head or administrator\n"
	"  --team      belongs to it from today on; made when it is new\n"
	"  --language  en or ru (default: the company's)\n"
	"  --store     sqlite:PATH (default: $SALESBOARD_STORE)\n",
	run,
};

static enum err find(struct store *s, void *arg)
{
	struct order *o = arg;
	struct person_by_login_in in = { .login = o->login };

	o->known = one_person_by_login(s, in, &o->person);
	return store_error(s);
}

/* ---- add ---------------------------------------------------------------- */

static enum err write_person(struct store *s, void *arg)
{
	struct order *o = arg;
	struct arena *a = o->t.arena;
	enum err e = house_team(s, a, o->team, "", &o->new.team, NULL);

	if (e != OK)
		return e;
	return house_person_add(s, a, o->t.now, &o->new, &o->person.id);
}

static bool one_of(const char *text, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(text, words[i]) == 0)
			return true;
	return false;
}

static bool typed_ok(struct arena *a, const char *text)
{
	const char *clean;
	size_t n = str_points(text);

	return n >= 1 && n <= 200 && str_utf8(text, strlen(text)) &&
	       str_clean(a, text, false, &clean) == OK &&
	       strcmp(clean, text) == 0;
}

static int check_new(const struct order *o)
{
	static const char *const roles[] = { "viewer", "rep", "lead", "head",
					     "administrator" };
	static const char *const languages[] = { "", "en", "ru" };
	struct arena *a = o->t.arena;

	if (!typed_ok(a, o->login) || strpbrk(o->login, " \t"))
		return tool_fail(2, "LOGIN: one word of 1 to 200 characters");
	if (!typed_ok(a, o->new.name))
		return tool_fail(2, "--name: 1 to 200 characters, UTF-8");
	if (*o->team && !typed_ok(a, o->team))
		return tool_fail(2, "--team: 1 to 200 characters, UTF-8");
	if (!one_of(o->new.role, roles, COUNT(roles)))
		return tool_fail(2, "--role: viewer, rep, lead, head or "
				    "administrator");
	if (!one_of(o->new.language, languages, COUNT(languages)))
		return tool_fail(2, "--language: en or ru");
	return 0;
}

static int add(struct order *o)
{
	const char *password;
	int code = check_new(o);
	enum err e;

	if (code != 0)
		return code;
	if (o->known)
		return tool_fail(1, "%s signs in already", o->login);
	password = house_password_read(o->t.arena);
	if (!password)
		return 1;
	o->new.login = o->login;
	o->new.from_day = zone_day(o->t.now);
	e = store_write(o->t.store, o->t.arena, write_person, o);
	if (e != OK)
		return house_failed(e);
	return house_password_set(&o->t, 1, &o->person.id, &password);
}

/* ---- password ----------------------------------------------------------- */

static enum err sign_out(struct store *s, void *arg)
{
	const struct order *o = arg;
	struct session_end_all_in in = { .person = o->person.id };

	return run_session_end_all(s, in);
}

static int set_password(struct order *o)
{
	const char *text;
	int code;
	enum err e;

	if (!o->known)
		return tool_fail(1, "nobody signs in as %s", o->login);
	text = house_password_read(o->t.arena);
	if (!text)
		return 1;
	code = house_password_set(&o->t, 1, &o->person.id, &text);
	if (code != 0)
		return code;
	e = store_write(o->t.store, o->t.arena, sign_out, o);
	return e == OK ? 0 : house_failed(e);
}

/* ---- list --------------------------------------------------------------- */

static enum err print_all(struct store *s, void *arg)
{
	const struct order *o = arg;
	struct person_all_in in = { .day = zone_day(o->t.now) };
	struct answer *all = ask_person_all(s, in);
	struct person_all row;

	while (next_person_all(all, &row))
		printf("%s\t%s\t%s\t%s\t%s%s\n", row.login, row.role, row.team,
		       *row.language ? row.language : o->company.language,
		       row.name, row.active ? "" : "\t(not active)");
	return store_error(s);
}

static int list(struct order *o)
{
	enum err e = store_read(o->t.store, o->t.arena, print_all, o);

	return e == OK ? 0 : house_failed(e);
}

/* ---- the command -------------------------------------------------------- */

static const struct verb {
	const char *name;
	int words; /* on the command line, "user" and the verb included */
	int (*run)(struct order *o);
} verbs[] = { { "add", 3, add },
	      { "password", 3, set_password },
	      { "list", 2, list } };

static bool take(int c, struct order *o)
{
	switch (c) {
	case 's':
		o->url = optarg;
		return true;
	case 'n':
		o->new.name = optarg;
		return true;
	case 'r':
		o->new.role = optarg;
		return true;
	case 't':
		o->team = optarg;
		return true;
	case 'l':
		o->new.language = optarg;
		return true;
	default:
		return false;
	}
}

static const struct verb *verb_of(int argc, char **argv)
{
	for (size_t i = 0; i < COUNT(verbs); i++)
		if (argc > 1 && strcmp(argv[1], verbs[i].name) == 0 &&
		    argc == verbs[i].words)
			return &verbs[i];
	return NULL;
}

static int carry_out(struct order *o, const struct verb *verb)
{
	int code = house_open(&o->t, o->url, &o->company);

	if (code != 0)
		return code;
	if (store_read(o->t.store, o->t.arena, find, o) != OK)
		code = tool_fail(1, "the store failed");
	else
		code = verb->run(o);
	tool_close(&o->t);
	return code;
}

static int run(int argc, char **argv)
{
	static const struct option names[] = {
		{ "store", required_argument, NULL, 's' },
		{ "name", required_argument, NULL, 'n' },
		{ "role", required_argument, NULL, 'r' },
		{ "team", required_argument, NULL, 't' },
		{ "language", required_argument, NULL, 'l' },
		{ NULL, 0, NULL, 0 },
	};
	struct order o = { .login = "",
			   .team = "",
			   .new = { .name = "",
				    .email = "",
				    .role = "",
				    .language = "",
				    .origin = "",
				    .origin_id = "" } };
	const struct verb *verb;
	int c;

	while ((c = getopt_long(argc, argv, "", names, NULL)) != -1)
		if (!take(c, &o))
			return tool_usage(&command_user, 2);
	/* getopt_long has moved the words that are no options to the end. */
	verb = verb_of(argc - optind + 1, argv + optind - 1);
	if (!verb)
		return tool_usage(&command_user, 2);
	if (verb->words > 2)
		o.login = argv[optind + 1];
	return carry_out(&o, verb);
}
