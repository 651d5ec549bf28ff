/* app.h - a program as a table of routes, and the one way of a request.
 *
 * The order of checks is the same for every address: route, session, rights,
 * origin and token of a form, unchanged page (304), declared fields, handler.
 * A GET runs in one read snapshot, a POST in one write transaction that
 * commits when the handler returns OK. */
#ifndef APP_H
#define APP_H

#include "req.h"

enum { APP_BODY_MOST = 64 * 1024 }; /* bytes of a form */

enum {
	WITH_DATA = 1, /* the same address also ends in .csv and .json */
	ALONE = 2,     /* the handler opens its transactions itself */
	/*
	 * A POST that any program may send, so that it carries no token and no
	 * id: what it does hangs on a secret in its address alone, where its
	 * fields are read from, and is the same when it is done twice.
	 */
	FROM_OUTSIDE = 4,
};

struct route {
	enum method method;
	const char *path;
	enum need need;
	/* FORM(struct, fields): what may come in, and into which struct */
	const struct field *fields;
	size_t n_fields, size;
	/*
	 * Answers, or returns why not; form points to the filled struct.  In a
	 * POST it may run more than once, and must only change the store, its
	 * own form and the reply.
	 */
	enum err (*handle)(struct req *r, const void *form);
	/* POST: shows the form again, with r->form's texts and messages. */
	enum err (*again)(struct req *r);
	unsigned flags;
};

#define FORM(type, fields) (fields), COUNT(fields), sizeof(type)
#define NO_FORM            NULL, 0, 0

struct app {
	const char *name;
	const struct route *routes;
	size_t n;
	bool writes; /* has forms: opens the store for writing */
	bool vault;  /* opens the vault of passwords too */
};

/*
 * app_load - loads languages and a program's templates from the folder share,
 * once: a parent does, and its workers share the memory.  program: its name, or
 * "" for the templates of all.  Exits when it cannot.
 */
void app_load(const char *share, const char *program);

/*
 * app_start - opens the store, once per process; no connection outlives a fork.
 * *store and *vault are the caller's.
 */
enum err app_start(const struct app *app, const char *url, struct store **store,
		   struct store **vault);

/* app_handle - answers r, always: r->reply is filled afterwards. */
void app_handle(const struct app *app, struct req *r);

/* Whether app has a route of this path, whatever the method. */
bool app_answers(const struct app *app, const char *path);

#endif
