/* app.c - the one way of a request: checks, transaction, handler, error page.
 */
#include "app.h"

#include <string.h>

#include "crypt.h"
#include "lang.h"
#include "log.h"
#include "queries.h"
#include "rollup.h"
#include "tpl.h"
#include "view.h"
#include "zone.h"

enum {
	SEEN_PAUSE = 10 * 60, /* between two writes of "in use" */
	PLACE_MOST = 1900,    /* bytes of a query to come back with */
	ONCE_DIGITS = 32,     /* of the random id of a form */
};

/* So that already the first request can guess its day; one that cannot finds
 * out for itself. */
static enum err learn_zone(struct store *s, void *arg)
{
	struct company_settings row;

	(void)arg;
	if (one_company_settings(s, &row))
		zone_use(row.time_zone);
	return store_error(s);
}

void app_load(const char *share, const char *program)
{
	struct arena *a = arena_new();

	crypt_start();
	lang_start(arena_printf(a, "%s/locale", share));
	tpl_load(arena_printf(a, "%s/templates", share), program);
	arena_free(a);
}

enum err app_start(const struct app *app, const char *url, struct store **store,
		   struct store **vault)
{
	struct arena *a = arena_new();
	enum store_mode mode = app->writes ? STORE_READ_WRITE : STORE_READ_ONLY;
	enum err e;

	*vault = NULL;
	e = store_open(url, STORE_COMPANY, mode, store);
	if (e == OK)
		store_read(*store, a, learn_zone, NULL);
	arena_free(a);
	if (e == OK && app->writes)
		rollup_keep(*store, ROLLUP_JUDGE_FEW);
	if (e == OK && app->vault)
		e = store_open(url, STORE_VAULT, STORE_READ_WRITE, vault);
	return e;
}

/* ---- errors ------------------------------------------------------------ */

static int status_of(enum err e)
{
	switch (e) {
	case OK:
		return 200;
	case ERR_INPUT:
		return 400;
	case ERR_AUTH:
		return 401;
	case ERR_FORBIDDEN:
		return 403;
	case ERR_NOT_FOUND:
		return 404;
	case ERR_METHOD:
		return 405;
	case ERR_CONFLICT:
		return 409;
	case ERR_TOO_MANY:
		return 429;
	case ERR_BUSY:
	case ERR_UNKNOWN:
	case ERR_DB:
		return 503;
	case ERR_BUG:
		return 500;
	}
	BUG_IF(true);
}

/* This address, to come back to, encoded.  No page of ours has so long a query
 * that it would not fit into the form of the door. */
static const char *here(struct req *r)
{
	size_t n = strlen(r->query);
	const char *place = r->path;

	if (n > 0 && n <= PLACE_MOST)
		place = arena_printf(r->arena, "%s?%s", r->path, r->query);
	return url_encode(r->arena, place);
}

/* Who is not signed in is sent to the door, and back here afterwards. */
static bool sent_to_door(struct req *r, enum err e)
{
	if (e != ERR_AUTH || r->method != GET || r->format != HTML)
		return false;
	req_redirect(r, "/account?to=%s", here(r));
	return true;
}

static void answer_error(struct req *r, enum err e)
{
	/* A handler may answer a refusal itself.  A success that was not
	 * committed is none, and nothing of it may be sent. */
	if (r->reply.status >= 400)
		return;
	r->reply = (struct reply){ .status = 0 };
	if (sent_to_door(r, e))
		return;
	if (view_error(r, status_of(e)) == OK)
		return;
	r->reply = (struct reply){ .status = 500,
				   .type = "text/plain; charset=utf-8",
				   .body = "Error 500",
				   .length = strlen("Error 500") };
}

/* ---- what is asked ----------------------------------------------------- */

/* "/conversion.csv" -> "/conversion" and CSV. */
static void split_format(struct req *r)
{
	static const struct ending {
		const char *text;
		enum format format;
	} endings[] = { { ".csv", CSV }, { ".json", JSON } };
	size_t n = strlen(r->path);

	r->route = r->path;
	r->format = HTML;
	for (size_t i = 0; i < COUNT(endings); i++) {
		size_t m = strlen(endings[i].text);

		if (n <= m || strcmp(r->path + n - m, endings[i].text) != 0)
			continue;
		r->route = arena_strndup(r->arena, r->path, n - m);
		r->format = endings[i].format;
	}
}

static enum err find_route(const struct app *app, struct req *r,
			   const struct route **found)
{
	enum err e = ERR_NOT_FOUND;

	for (size_t i = 0; i < app->n; i++) {
		const struct route *route = &app->routes[i];

		if (strcmp(route->path, r->route) != 0 ||
		    (r->format != HTML && !(route->flags & WITH_DATA)))
			continue;
		if (route->method == r->method) {
			*found = route;
			return OK;
		}
		e = ERR_METHOD;
	}
	return e;
}

bool app_answers(const struct app *app, const char *path)
{
	struct arena *a = arena_new();
	struct req r = { .arena = a, .path = path };
	const struct route *route;
	bool yes;

	split_format(&r);
	yes = find_route(app, &r, &route) == OK;
	arena_free(a);
	return yes;
}

/* The fields of a form or of an address, not yet read. */
static enum err sent_pairs(struct req *r, const struct route *route,
			   const struct url_pair **pairs, size_t *n)
{
	static const char type[] = "application/x-www-form-urlencoded";

	if (r->method == GET || route->flags & FROM_OUTSIDE)
		return url_decode(r->arena, r->query, strlen(r->query), pairs,
				  n);
	if (strcmp(r->content_type, type) != 0)
		return ERR_INPUT;
	return url_decode(r->arena, r->body, r->length, pairs, n);
}

static const char *pair_value(const struct url_pair *pairs, size_t n,
			      const char *name)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(pairs[i].name, name) == 0)
			return pairs[i].value;
	return "";
}

/* ---- who asks ---------------------------------------------------------- */

static enum err find_person(struct req *r, int64_t *person)
{
	struct person_by_login row;
	struct person_by_login_in in = { .login = r->as };

	*person = NONE;
	if (one_person_by_login(r->store, in, &row))
		*person = row.id;
	return store_error(r->store);
}

/* A person's choice, else the company's; for a stranger the browser's. */
static void choose_language(struct req *r)
{
	const char *choice = r->viewer.language;

	if (r->viewer.known && !*choice)
		choice = r->company.language;
	r->language =
		lang_choose(r->accept_language, r->viewer.known ? choice : "");
	lang_use(r->language);
}

/* Company, viewer, day and language: known before anything else is read.  The
 * zone is most likely the one of the request before, so the day is guessed and
 * everything asked at once. */
static enum err open_session(struct req *r)
{
	int64_t guess = zone_known() ? zone_day(r->now) : NONE;
	struct session session;
	enum err e = auth_open(r->store, r->arena, r->token, r->now, guess,
			       &session);

	r->company = session.company;
	if (e == OK && r->as)
		e = find_person(r, &session.person);
	if (e == OK)
		e = zone_use(r->company.time_zone);
	if (e != OK)
		return e;
	r->today = zone_day(r->now);
	r->viewer = session.viewer;
	if (session.person != NONE && (r->as || r->today != guess))
		e = auth_viewer(r->store, session.person, r->today, &r->viewer);
	r->viewer.seen_at = session.seen_at;
	choose_language(r);
	return e;
}

/* ---- unchanged pages --------------------------------------------------- */

/* The same tag, the same bytes: whatever a page depends on is in it. */
static const char *tag_of(struct req *r)
{
	const struct viewer *v = &r->viewer;
	const char *all = arena_printf(
		r->arena, "%s %lld %lld %d %lld %s %s %lld %s %s %s", r->build,
		(long long)r->company.change, (long long)v->id, (int)v->role,
		(long long)v->read.my_team, r->language, v->theme,
		(long long)r->today, r->token, r->path, r->query);

	return arena_printf(r->arena, "\"%.32s\"", crypt_hash(r->arena, all));
}

static bool unchanged(struct req *r)
{
	const char *tag = tag_of(r);

	if (strstr(r->if_none_match, tag)) {
		r->reply = (struct reply){ .status = 304,
					   .etag = tag,
					   .body = "" };
		return true;
	}
	r->reply.etag = tag;
	return false;
}

/* Answers with the page as it was made before, if it is still the same. */
static bool made_before(struct req *r)
{
	const struct cached *found =
		r->cache ? cache_find(r->cache, r->reply.etag) : NULL;

	if (!found)
		return false;
	r->reply.status = 200;
	r->reply.type = found->type;
	r->reply.filename = found->filename;
	r->reply.body = found->body;
	r->reply.length = found->length;
	return true;
}

static void keep_made(struct req *r)
{
	const struct reply *reply = &r->reply;
	struct cached made = { reply->type, reply->filename, reply->body,
			       reply->length };

	if (r->cache && reply->etag && reply->status == 200 && !reply->cookie)
		cache_keep(r->cache, reply->etag, &made);
}

/* Dashboards may not write, so a session that was last seen a while ago takes
 * a turn through the program that may. */
static bool sent_to_be_seen(struct req *r)
{
	if (r->viewer.seen_at == NONE || r->format != HTML ||
	    r->now - r->viewer.seen_at < SEEN_PAUSE ||
	    strncmp(r->route, "/account", strlen("/account")) == 0 ||
	    strstr(r->query, "_unseen=1"))
		return false;
	req_redirect(r, "/account/seen?to=%s", here(r));
	return true;
}

/* ---- GET --------------------------------------------------------------- */

struct asked {
	struct req *r;
	const struct route *route;
	const struct url_pair *pairs;
	size_t n;
};

/* Fills the route's struct; ERR_INPUT, with messages in r->form, when a field
 * cannot be used, and without r->form when it is no form of ours. */
static enum err read_form(const struct asked *asked, void **form)
{
	const struct route *route = asked->route;
	struct req *r = asked->r;
	struct form_input in = {
		.pair = asked->pairs,
		.n_pairs = asked->n,
		.strict = r->method == POST,
		.today = r->today,
		.currency = r->company.currency,
	};

	*form = arena_zalloc(r->arena, route->size + 1);
	r->form =
		form_read(r->arena, route->fields, route->n_fields, &in, *form);
	if (r->form->error != OK) {
		r->form = NULL;
		return ERR_INPUT;
	}
	return r->form->n_messages ? ERR_INPUT : OK;
}

static enum err work_get(struct store *s, void *arg)
{
	const struct asked *asked = arg;
	struct req *r = asked->r;
	void *form;
	enum err e;

	(void)s;
	r->reply = (struct reply){ .status = 0 }; /* it may run again */
	e = open_session(r);
	if (e == OK)
		e = auth_check(&r->viewer, asked->route->need);
	if (e == OK && sent_to_be_seen(r))
		return OK;
	if (e == OK && asked->route->need != ANYONE &&
	    (unchanged(r) || made_before(r)))
		return OK;
	if (e == OK)
		e = read_form(asked, &form);
	if (e == ERR_INPUT && r->form)
		return view_refusal(r);
	if (e == OK)
		e = asked->route->handle(r, form);
	if (e == OK)
		keep_made(r);
	return e;
}

/* ---- POST -------------------------------------------------------------- */

/* Everything that shows a form to be our own, before anything is opened. */
static enum err check_origin(const struct asked *asked)
{
	struct req *r = asked->r;
	const char *own = req_origin(r);
	const char *token = pair_value(asked->pairs, asked->n, "_token");

	if (asked->route->flags & FROM_OUTSIDE)
		return OK;
	if (!auth_same_origin(r->fetch_site, r->origin, own))
		return ERR_FORBIDDEN;
	if (!*r->token) /* nobody is signed in whose rights could be used */
		return asked->route->need == ANYONE ? OK : ERR_AUTH;
	return auth_form_token_ok(r->arena, r->token, r->route, r->now, token)
		       ? OK
		       : ERR_FORBIDDEN;
}

/* Takes the form's id; a second click is sent where the first one went. */
static enum err take_once(const struct asked *asked, const char *nonce,
			  bool *again)
{
	struct req *r = asked->r;
	struct done_once_add_in in = { .nonce = nonce,
				       .person = r->viewer.id,
				       .now = r->now };
	struct done_once_find_in find = { .nonce = nonce,
					  .person = r->viewer.id };
	struct done_once_add added;
	struct done_once_find found;

	*again = false;
	if (strlen(nonce) != ONCE_DIGITS ||
	    strspn(nonce, "0123456789abcdef") != ONCE_DIGITS)
		return ERR_INPUT;
	if (one_done_once_add(r->store, in, &added))
		return OK;
	if (!one_done_once_find(r->store, find, &found) || !*found.place)
		return store_error(r->store) == OK ? ERR_FORBIDDEN
						   : store_error(r->store);
	*again = true;
	return req_redirect(r, "%s", found.place);
}

static enum err keep_place(struct req *r, const char *nonce)
{
	struct done_once_place_in in = { .nonce = nonce,
					 .place = r->reply.location };

	return r->reply.location ? run_done_once_place(r->store, in) : OK;
}

/* Reads the form and lets the route carry it out or show it again. */
static enum err carry_out(const struct asked *asked)
{
	struct req *r = asked->r;
	void *form;
	enum err e = read_form(asked, &form), shown;

	if (e == OK)
		e = asked->route->handle(r, form);
	if (e != ERR_INPUT || !r->form || !asked->route->again)
		return e;
	shown = asked->route->again(r);
	if (shown != OK)
		return shown;
	r->reply.status = 422;
	return e;
}

static enum err work_post(struct store *s, void *arg)
{
	const struct asked *asked = arg;
	struct req *r = asked->r;
	const char *nonce = pair_value(asked->pairs, asked->n, "_once");
	bool again = false, once = !(asked->route->flags & FROM_OUTSIDE);
	enum err e;

	(void)s;
	r->reply = (struct reply){ .status = 0 }; /* it may run again */
	e = open_session(r);
	if (e == OK)
		e = auth_check(&r->viewer, asked->route->need);
	if (e == OK && once)
		e = take_once(asked, nonce, &again);
	if (e != OK || again)
		return e;
	e = carry_out(asked);
	return e == OK && once ? keep_place(r, nonce) : e;
}

/* The sign-in opens its own transactions: hashing takes long. */
static enum err work_session(struct store *s, void *arg)
{
	(void)s;
	return open_session(arg);
}

static enum err handle_alone(struct asked *asked)
{
	struct req *r = asked->r;
	enum err e = store_read(r->store, r->arena, work_session, r);

	if (e == OK)
		e = auth_check(&r->viewer, asked->route->need);
	return e == OK ? carry_out(asked) : e;
}

static enum err handle_post(struct asked *asked)
{
	struct req *r = asked->r;
	enum err e = check_origin(asked);

	if (e == OK && asked->route->flags & ALONE)
		return handle_alone(asked);
	if (e == OK)
		e = store_write(r->store, r->arena, work_post, asked);
	/* Nobody knows whether it was saved: the form's id will tell. */
	if (e == ERR_UNKNOWN)
		e = store_write(r->store, r->arena, work_post, asked);
	return e;
}

static enum err handle(const struct app *app, struct req *r)
{
	struct asked asked = { .r = r };
	enum err e;

	if (r->twice)
		return ERR_INPUT;
	e = req_session_token(r, &r->token);
	if (e == OK)
		e = find_route(app, r, &asked.route);
	if (e == OK)
		e = sent_pairs(r, asked.route, &asked.pairs, &asked.n);
	if (e != OK)
		return e;
	if (r->method == POST)
		return handle_post(&asked);
	if (asked.route->flags & ALONE)
		return handle_alone(&asked);
	return store_read(r->store, r->arena, work_get, &asked);
}

/* An error page is in its reader's language too, as far as one can know. */
static void know_reader(struct req *r)
{
	if (!r->language)
		store_read(r->store, r->arena, work_session, r);
	if (r->language)
		return;
	r->language = lang_choose(r->accept_language, "");
	lang_use(r->language);
}

void app_handle(const struct app *app, struct req *r)
{
	enum err e;

	r->number = arena_strndup(r->arena, crypt_random_128(r->arena), 8);
	r->token = "";
	/* nginx sends no other; what else could be sent has no address. */
	if (r->path[0] != '/')
		r->path = "/";
	split_format(r);
	e = handle(app, r);
	if (e == OK && r->reply.status != 0)
		return;
	know_reader(r);
	answer_error(r, e == OK ? ERR_BUG : e);
}
