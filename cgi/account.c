/* account.c - /account: signing in and out, language and colours, saved views,
 * the calendar's address, the daily e-mail.
 *
 * The only program that opens the vault of passwords.  A wrong name, a wrong
 * password and a name that is locked for a while get the same answer after
 * the same time. */
#include <string.h>

#include "account/daily.h"
#include "account/feed.h"
#include "account/look.h"
#include "account/place.h"
#include "account/saved.h"
#include "account/targets.h"
#include "lib/app.h"
#include "lib/crypt.h"
#include "lib/lang.h"
#include "lib/log.h"
#include "lib/view.h"
#include "queries.h"

enum {
	FREE_TRIES = 5,
	LONGEST_LOCK = 900, /* seconds */
	FORGET = 60 * 60,   /* seconds after a lock: failures are forgotten */
	FORM_LIFE = 7 * 24 * 60 * 60, /* seconds a sent form is remembered */
};

/* ---- where to go afterwards -------------------------------------------- */

struct place {
	const char *to, *lang;
};

static const struct field place_fields[] = {
	FIELD_TEXT(struct place, to, "to", 2000, .flags = OPTIONAL),
	FIELD_TEXT(struct place, lang, "lang", 2, .flags = OPTIONAL),
};

/* ---- the door ---------------------------------------------------------- */

/* The language that was chosen at the door, if any. */
static void speak(struct req *r, const char *language)
{
	if (strcmp(language, "en") != 0 && strcmp(language, "ru") != 0)
		return;
	r->language = language;
	lang_use(language);
}

/* This page in the other language, and then the same place. */
static const char *other_language(struct req *r, const char *to)
{
	const char *other = strcmp(r->language, "ru") == 0 ? "en" : "ru";

	return arena_printf(r->arena, "/account?lang=%s&to=%s", other,
			    url_encode(r->arena, to));
}

static enum err show_door(struct req *r, const char *login, const char *to)
{
	struct view *page = view_page(r, "account/signin.tpl");

	view_text(page, "TITLE", _("Sign in"));
	view_form(page, "/account");
	view_text(page, "LOGIN_VALUE", login);
	view_text(page, "TO_VALUE", to);
	view_text(page, "OTHER_LANGUAGE_URL", other_language(r, to));
	view_messages(page);
	return view_send(page);
}

static enum err door(struct req *r, const void *form)
{
	const struct place *place = form;

	if (r->viewer.known)
		return place_go(r, place->to);
	speak(r, place->lang);
	return show_door(r, "", place->to);
}

/* ---- signing in -------------------------------------------------------- */

struct sign_in {
	const char *login, *password, *to, *lang;
};

static const struct field sign_in_fields[] = {
	FIELD_TEXT(struct sign_in, login, "login", 200,
		   .missing = N_("Enter your name for signing in.")),
	FIELD_SECRET(struct sign_in, password, "password", 200,
		     .missing = N_("Enter your password.")),
	FIELD_TEXT(struct sign_in, to, "to", 2000, .flags = OPTIONAL),
	FIELD_TEXT(struct sign_in, lang, "lang", 2, .flags = OPTIONAL),
};

/* One try: what is known before the password is looked at, and after. */
struct attempt {
	struct req *r;
	const char *login, *key; /* key: of the throttle */
	struct person_by_login person;
	bool known; /* somebody of that name may sign in */
	int64_t failures, until_at;
	const char *hash;     /* of the password, "" when there is none */
	const char *new_hash; /* to keep instead, or NULL */
	const char *token;    /* of the new session */
};

static enum err read_person(struct store *s, void *arg)
{
	struct attempt *a = arg;
	struct person_by_login_in in = { .login = a->login };

	a->known = one_person_by_login(s, in, &a->person) && a->person.active;
	return store_error(s);
}

static enum err read_vault(struct store *s, void *arg)
{
	struct attempt *a = arg;
	struct throttle_find_in throttled = { .login_key = a->key };
	struct password_find_in in = { .person = a->person.id };
	struct throttle_find throttle;
	struct password_find password;

	if (one_throttle_find(s, throttled, &throttle)) {
		a->failures = throttle.failures;
		a->until_at = throttle.until_at;
	}
	a->hash = "";
	if (a->known && one_password_find(s, in, &password))
		a->hash = password.hash;
	return store_error(s);
}

/* After the free tries each failure doubles the time until the next look.
 * Counted from what the store holds now: tries that run at once all count. */
static enum err write_failure(struct store *s, void *arg)
{
	const struct attempt *a = arg;
	int64_t now = a->r->now, over, lock;
	struct throttle_find_in find = { .login_key = a->key };
	struct throttle_find before = { .failures = 0 };

	run_throttle_sweep(s, (struct throttle_sweep_in){ now - FORGET });
	one_throttle_find(s, find, &before);
	over = before.failures + 1 - FREE_TRIES;
	lock = over <= 0   ? 0
	       : over > 10 ? LONGEST_LOCK
			   : INT64_C(1) << (over - 1);
	return run_throttle_set(
		s,
		(struct throttle_set_in){
			.login_key = a->key,
			.failures = before.failures + 1,
			.until_at = now +
				    (lock < LONGEST_LOCK ? lock : LONGEST_LOCK),
		});
}

static enum err write_success(struct store *s, void *arg)
{
	const struct attempt *a = arg;
	struct throttle_clear_in clear = { .login_key = a->key };
	struct password_set_in set = { .person = a->person.id,
				       .hash = a->new_hash,
				       .now = a->r->now };

	run_throttle_clear(s, clear);
	if (a->new_hash)
		run_password_set(s, set);
	return store_error(s);
}

static enum err write_session(struct store *s, void *arg)
{
	const struct attempt *a = arg;
	struct req *r = a->r;
	struct session_sweep_in old = { .seen_since = r->now - AUTH_IDLE,
					.created_since =
						r->now - AUTH_LONGEST };
	struct session_add_in add = {
		.token_hash = crypt_hash(r->arena, a->token),
		.person = a->person.id,
		.now = r->now,
		.agent = arena_printf(r->arena, "%.200s", r->agent),
	};

	run_session_sweep(s, old);
	run_done_once_sweep(s,
			    (struct done_once_sweep_in){ r->now - FORM_LIFE });
	if (*r->token)
		run_session_end(s, (struct session_end_in){
					   crypt_hash(r->arena, r->token) });
	run_session_add(s, add);
	return store_error(s);
}

/* Reads what the try needs and looks at the password, outside of every
 * transaction.  *ok: whether it is right and may be used now. */
static enum err look(struct attempt *a, const char *password, bool *ok)
{
	struct req *r = a->r;
	enum err e = store_read(r->store, r->arena, read_person, a);
	bool right;

	if (e == OK)
		e = store_read(r->vault, r->arena, read_vault, a);
	if (e != OK)
		return e;
	right = crypt_password_ok(a->hash, password);
	*ok = right && a->until_at <= r->now;
	if (*ok && crypt_password_old(a->hash))
		a->new_hash = crypt_password_hash(r->arena, password);
	return OK;
}

static enum err refuse(struct attempt *a)
{
	struct req *r = a->r;

	/* A locked name stays locked for as long as it was told, not longer:
	 * else anybody could lock anybody out for good. */
	if (a->until_at <= r->now &&
	    store_write(r->vault, r->arena, write_failure, a) != OK)
		return ERR_DB;
	LOG_INFO("event=sign-in-refused request=%s", r->number);
	form_refuse(
		r->form, "password",
		N_("This name and password do not go together. After several wrong tries, wait a few minutes."));
	return ERR_INPUT;
}

static enum err sign_in(struct req *r, const void *form)
{
	const struct sign_in *typed = form;
	struct attempt a = {
		.r = r,
		.login = typed->login,
		.key = str_fold(r->arena, typed->login),
	};
	bool ok = false;
	enum err e = look(&a, typed->password, &ok);

	if (e == OK && !ok)
		return refuse(&a);
	a.token = crypt_random_256(r->arena);
	if (e == OK)
		e = store_write(r->vault, r->arena, write_success, &a);
	if (e == OK)
		e = store_write(r->store, r->arena, write_session, &a);
	if (e != OK)
		return e;
	LOG_INFO("event=sign-in person=%lld request=%s", (long long)a.person.id,
		 r->number);
	req_session_cookie(r, a.token);
	r->viewer.role = auth_role(a.person.role);
	return place_go(r, typed->to);
}

static enum err sign_in_again(struct req *r)
{
	speak(r, form_value(r->form, "lang")->typed);
	return show_door(r, form_value(r->form, "login")->typed,
			 form_value(r->form, "to")->typed);
}

/* ---- a session that goes on -------------------------------------------- */

static enum err write_seen(struct store *s, void *arg)
{
	struct req *r = arg;
	struct session_seen_in in = { .token_hash =
					      crypt_hash(r->arena, r->token),
				      .now = r->now };

	return run_session_seen(s, in);
}

static enum err seen(struct req *r, const void *form)
{
	const struct place *place = form;
	enum err e = store_write(r->store, r->arena, write_seen, r);

	/* A store that cannot be written to can still be read. */
	if (e != OK && place_ours(place->to))
		return req_redirect(r, "%s%c_unseen=1", place->to,
				    strchr(place->to, '?') ? '&' : '?');
	return e == OK ? place_go(r, place->to) : e;
}

static enum err sign_out(struct req *r, const void *form)
{
	struct session_end_in in = { crypt_hash(r->arena, r->token) };

	(void)form;
	if (run_session_end(r->store, in) != OK)
		return store_error(r->store);
	req_session_cookie(r, "");
	r->reply.forget = true;
	return req_redirect(r, "/account");
}

/* ---- language and colours ---------------------------------------------- */

static const struct field look_fields[] = {
	FIELD_TEXT(struct look, to, "to", 2000, .flags = OPTIONAL),
};

static const struct field language_fields[] = {
	FIELD_TEXT(struct look, language, "language", 2),
	FIELD_TEXT(struct look, to, "to", 2000, .flags = OPTIONAL),
};

static const struct field theme_fields[] = {
	FIELD_TEXT(struct look, theme, "theme", 5, .flags = OPTIONAL),
	FIELD_TEXT(struct look, to, "to", 2000, .flags = OPTIONAL),
};

/* ---- saved views ------------------------------------------------------- */

static const struct field saved_ask_fields[] = {
	FIELD_TEXT(struct saved_ask, to, "to", 2000, .flags = OPTIONAL),
	FIELD_TEXT(struct saved_ask, name, "name", 100, .flags = OPTIONAL),
	FIELD_FLAG(struct saved_ask, shared, "shared"),
};

static const struct field saved_new_fields[] = {
	FIELD_TEXT(struct saved_new, name, "name", 100,
		   .missing = N_("Give the view a name.")),
	FIELD_TEXT(struct saved_new, to, "to", 2000, .flags = OPTIONAL),
	FIELD_FLAG(struct saved_new, shared, "shared"),
};

static const struct field saved_old_fields[] = {
	FIELD_ID(struct saved_old, id, "id"),
};

/* ---- targets ----------------------------------------------------------- */

static const struct field target_new_fields[] = {
	FIELD_INT(struct target_new, team, "team", 0, INT64_MAX, NONE),
	FIELD_INT(struct target_new, percent, "percent", 0, 100, NONE),
	FIELD_DAY(struct target_new, from, "from", .flags = OPTIONAL),
};

static const struct field target_old_fields[] = {
	FIELD_INT(struct target_old, team, "team", 0, INT64_MAX, NONE),
	FIELD_DAY(struct target_old, from, "from"),
};

static const struct field feed_fields[] = {
	FIELD_TEXT(struct feed_ask, made, "made", FEED_MADE, .flags = OPTIONAL),
};

/* ---- the daily e-mail -------------------------------------------------- */

static const struct field daily_fields[] = {
	FIELD_EMAIL(struct daily, email, "email"),
};

static const struct field daily_end_fields[] = {
	FIELD_TEXT(struct daily_end, key, "key", DAILY_KEY),
};

static const struct route routes[] = {
	{ GET, "/account", ANYONE, FORM(struct place, place_fields), door, NULL,
	  0 },
	{ POST, "/account", ANYONE, FORM(struct sign_in, sign_in_fields),
	  sign_in, sign_in_again, ALONE },
	{ GET, "/account/seen", SIGNED_IN, FORM(struct place, place_fields),
	  seen, NULL, ALONE },
	{ POST, "/account/out", SIGNED_IN, NO_FORM, sign_out, NULL, 0 },
	{ GET, LOOK_PATH, SIGNED_IN, FORM(struct look, look_fields), look_show,
	  NULL, 0 },
	{ POST, LOOK_LANGUAGE, SIGNED_IN, FORM(struct look, language_fields),
	  look_language, NULL, 0 },
	{ POST, LOOK_THEME, SIGNED_IN, FORM(struct look, theme_fields),
	  look_theme, NULL, 0 },
	{ GET, SAVED_PATH, SIGNED_IN, FORM(struct saved_ask, saved_ask_fields),
	  saved_show, NULL, 0 },
	{ POST, SAVED_PATH, SIGNED_IN, FORM(struct saved_new, saved_new_fields),
	  saved_add, saved_add_again, 0 },
	{ POST, SAVED_REMOVE, SIGNED_IN,
	  FORM(struct saved_old, saved_old_fields), saved_take_away,
	  view_refusal, 0 },
	{ GET, FEED_PATH, SIGNED_IN, FORM(struct feed_ask, feed_fields),
	  feed_show, NULL, 0 },
	{ POST, FEED_PATH, SIGNED_IN, NO_FORM, feed_make, view_refusal, 0 },
	{ POST, FEED_STOP, SIGNED_IN, NO_FORM, feed_stop, view_refusal, 0 },
	{ GET, DAILY_PATH, SIGNED_IN, NO_FORM, daily_show, NULL, 0 },
	{ POST, DAILY_PATH, SIGNED_IN, FORM(struct daily, daily_fields),
	  daily_set, daily_set_again, 0 },
	{ POST, DAILY_END, SIGNED_IN, NO_FORM, daily_end, view_refusal, 0 },
	{ GET, DAILY_STOP, ANYONE, FORM(struct daily_end, daily_end_fields),
	  daily_ask, NULL, 0 },
	{ POST, DAILY_STOP, ANYONE, FORM(struct daily_end, daily_end_fields),
	  daily_stop, view_refusal, FROM_OUTSIDE },
	{ GET, TARGETS_PATH, SIGNED_IN, NO_FORM, targets_show, NULL, 0 },
	{ POST, TARGETS_PATH, SIGNED_IN,
	  FORM(struct target_new, target_new_fields), targets_set,
	  targets_set_again, 0 },
	{ POST, TARGETS_REMOVE, SIGNED_IN,
	  FORM(struct target_old, target_old_fields), targets_remove,
	  view_refusal, 0 },
};

const struct app app_account = { "account", routes, COUNT(routes),
				 .writes = true, .vault = true };
