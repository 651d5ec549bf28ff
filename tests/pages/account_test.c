/* account_test.c - signing in and out, and what it refuses. */
#include <signal.h>
#include <sys/resource.h>

#include "page.h"

extern const struct app app_account;

static const char PASSWORD[] = "correct horse battery";

static enum err fill(struct store *s, void *arg)
{
	(void)arg;
	page_company(s, NULL);
	page_person(s, "head", "head", 0);
	page_person(s, "rep", "rep", page_team(s, "A"));
	page_person(s, "gone", "rep", 0);
	return store_error(s);
}

static enum err set_password(struct store *s, void *arg)
{
	struct password_set_in in = {
		.person = *(int64_t *)arg,
		.hash = crypt_password_hash(page_state.arena, PASSWORD),
		.now = PAGE_NOW,
	};

	return run_password_set(s, in);
}

static void set_passwords(void)
{
	for (int64_t person = 1; person <= 3; person++)
		BUG_IF(store_write(page_state.vault, page_state.arena,
				   set_password, &person) != OK);
}

/* A try to sign in, as the browser sends it: without a session. */
static struct page try_sign_in(const char *fields)
{
	struct req r = {
		.method = POST,
		.content_type = "application/x-www-form-urlencoded",
		.body = fields,
		.length = strlen(fields),
	};

	return page_ask(&r, "/account", "");
}

static const char *cookie_token(struct page p)
{
	const char *from = strchr(p.cookie, '=') + 1;

	return arena_strndup(page_state.arena, from, strcspn(from, ";"));
}

static void the_door_opens(void)
{
	struct page p =
		try_sign_in("login=head&password=correct+horse+battery");
	struct req r = { .method = GET, .content_type = "", .body = "" };

	CHECK_INT(p.status, 303);
	CHECK_TEXT(p.location, "/conversion");
	CHECK(strstr(p.cookie, "; HttpOnly; SameSite=Lax") != NULL);
	CHECK_INT(strlen(cookie_token(p)), 64);
	/* the cookie's session is a real one */
	p = page_ask(&r, "/account", cookie_token(p));
	CHECK_INT(p.status, 303);
	/* account managers begin with their list */
	p = try_sign_in("login=rep&password=correct+horse+battery");
	CHECK_TEXT(p.location, "/followups");
	p = try_sign_in("login=head&password=correct+horse+battery"
			"&to=/retention%3Fas_of%3D2026-01-01");
	CHECK_TEXT(p.location, "/retention?as_of=2026-01-01");
}

static void nobody_is_sent_elsewhere(void)
{
	static const char *const places[] = {
		"//evil.example",         "https://evil.example",
		"/%5Cevil.example",       "javascript:alert(1)",
		"/x%0d%0aSet-Cookie:a=b",
	};

	for (size_t i = 0; i < COUNT(places); i++) {
		struct page p = try_sign_in(arena_printf(
			page_state.arena,
			"login=head&password=correct+horse+battery&to=%s",
			places[i]));

		CHECK(p.status == 400 || p.status == 422 ||
		      strcmp(p.location, "/conversion") == 0);
	}
}

static void wrong_ones_get_one_answer(void)
{
	static const char same[] = "This name and password do not go together.";
	struct page p = try_sign_in("login=head&password=wrong");

	CHECK_PAGE(p, 422, same);
	CHECK_PAGE(p, 422, "value=\"head\"");
	CHECK(!page_has(p, "wrong\""));
	CHECK(p.cookie == NULL);
	CHECK_PAGE(try_sign_in("login=nobody&password=wrong"), 422, same);
	CHECK_PAGE(try_sign_in("login=&password="), 422,
		   "Enter your name for signing in.");
	CHECK_PAGE(try_sign_in("login=head&password=x&admin=1"), 400, "");
	CHECK_PAGE(try_sign_in("login=head&login=rep&password=x"), 400, "");
}

static void tries_are_counted(void)
{
	struct page p;

	for (int i = 0; i < 5; i++)
		try_sign_in("login=gone&password=wrong");
	try_sign_in("login=gone&password=wrong");
	/* the right one is not looked at while the name is locked */
	p = try_sign_in("login=gone&password=correct+horse+battery");
	CHECK_INT(p.status, 422);
	page_state.now += 1000;
	p = try_sign_in("login=gone&password=correct+horse+battery");
	CHECK_INT(p.status, 303);
	page_state.now = PAGE_NOW;
}

static void forms_of_others_are_refused(void)
{
	const char *token = page_token("head");
	struct req r = {
		.method = POST,
		.content_type = "application/x-www-form-urlencoded",
		.body = "_token=00000000000000000000000000000000"
			"&_once=00000000000000000000000000000000",
	};

	r.length = strlen(r.body);
	CHECK_INT(page_ask(&r, "/account/out", token).status, 403);
	r = (struct req){ .method = POST,
			  .content_type = "text/plain",
			  .body = "",
			  .length = 0 };
	CHECK_INT(page_ask(&r, "/account/out", token).status, 400);
	CHECK_INT(page_post("/account/out", "head", "").status, 303);
	CHECK_INT(page_post("/account/nothing", "head", "").status, 404);
}

/* A form with a good token, ready to be sent. */
static struct req form_of(const char *token, const char *action,
			  const char *once, const char *fields)
{
	struct req r = {
		.method = POST,
		.content_type = "application/x-www-form-urlencoded",
	};

	r.body = arena_printf(page_state.arena, "%s&_token=%s&_once=%s", fields,
			      auth_form_token(page_state.arena, token, action,
					      page_state.now),
			      once);
	r.length = strlen(r.body);
	return r;
}

static void odd_ids_of_forms_are_refused(void)
{
	static const char *const ids[] = {
		"",
		"1",
		"zz000000000000000000000000000000",
		"%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F"
		"%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F",
	};
	const char *token = page_token("head");

	for (size_t i = 0; i < COUNT(ids); i++) {
		struct req r =
			form_of(token, "/account/theme", ids[i], "theme=dark");

		CHECK_INT(page_ask(&r, "/account/theme", token).status, 400);
	}
}

/* What cannot be written is never answered as saved. */
static void a_full_disk_is_told(void)
{
	const char *token = page_token("head");
	struct req r = form_of(token, "/account/out",
			       crypt_random_128(page_state.arena), "");
	struct req again = { .method = GET, .content_type = "", .body = "" };
	struct rlimit limit, tiny = { 1, 1 };
	struct page p;

	if (test_store_server())
		return; /* its disk is another machine's */
	signal(SIGXFSZ, SIG_IGN);
	getrlimit(RLIMIT_FSIZE, &limit);
	tiny.rlim_max = limit.rlim_max;
	setrlimit(RLIMIT_FSIZE, &tiny);
	p = page_ask(&r, "/account/out", token);
	setrlimit(RLIMIT_FSIZE, &limit);
	CHECK_INT(p.status, 503);
	CHECK(p.location == NULL);
	CHECK(p.cookie == NULL);
	/* nobody was signed out, and the next try works */
	CHECK_INT(page_ask(&again, "/account", token).status, 303);
	r = form_of(token, "/account/out", crypt_random_128(page_state.arena),
		    "");
	CHECK_INT(page_ask(&r, "/account/out", token).status, 303);
}

static void signing_out_ends_the_session(void)
{
	struct page p =
		try_sign_in("login=head&password=correct+horse+battery");
	const char *token = cookie_token(p);
	struct req r = {
		.method = POST,
		.content_type = "application/x-www-form-urlencoded",
	};
	struct req again = { .method = GET, .content_type = "", .body = "" };

	r.body = arena_printf(page_state.arena, "_token=%s&_once=%s",
			      auth_form_token(page_state.arena, token,
					      "/account/out", PAGE_NOW),
			      crypt_random_128(page_state.arena));
	r.length = strlen(r.body);
	p = page_ask(&r, "/account/out", token);
	CHECK_INT(p.status, 303);
	CHECK(strstr(p.cookie, "Max-Age=0") != NULL);
	p = page_ask(&again, "/account", token);
	CHECK_PAGE(p, 200, "name=\"password\"");
}

static void sessions_end_by_themselves(void)
{
	const char *token = page_token("head");
	struct req r = { .method = GET, .content_type = "", .body = "" };

	page_state.now += AUTH_IDLE + 1;
	CHECK_PAGE(page_ask(&r, "/account", token), 200, "name=\"password\"");
	page_state.now = PAGE_NOW;
	/* one in use goes on, but not for ever */
	token = page_token("head");
	for (int i = 0; i < 14; i++) {
		page_state.now += 55 * 60;
		r = (struct req){ .method = GET,
				  .content_type = "",
				  .body = "" };
		page_ask(&r, "/account/seen?to=/conversion", token);
	}
	r = (struct req){ .method = GET, .content_type = "", .body = "" };
	CHECK_PAGE(page_ask(&r, "/account", token), 200, "name=\"password\"");
	page_state.now = PAGE_NOW;
}

static void the_language_is_chosen(void)
{
	struct page p = page_get("/account?lang=ru", "");

	CHECK_PAGE(p, 200, "lang=\"ru\"");
	CHECK_PAGE(p, 200, "Пароль");
	p = page_get("/account/look?to=/conversion", "head");
	CHECK_PAGE(p, 200, "name=\"language\" value=\"en\" checked");
	CHECK_PAGE(p, 200, "name=\"theme\" value=\"\" checked");
	CHECK_PAGE(p, 200, "name=\"to\" value=\"/conversion\"");
	p = page_get("/account/look?to=//evil.example", "head");
	CHECK_PAGE(p, 200, "name=\"to\" value=\"\"");
	p = page_post("/account/language", "head",
		      "language=ru&to=/conversion");
	CHECK_TEXT(p.location, "/conversion");
	CHECK_INT(page_post("/account/language", "head", "language=xx").status,
		  400);
	CHECK_INT(page_post("/account/theme", "head", "theme=dark").status,
		  303);
	CHECK_PAGE(page_get("/account/missing", "head"), 404, "lang=\"ru\"");
	CHECK_INT(page_post("/account/theme", "head", "theme=pink").status,
		  400);
	CHECK_PAGE(page_get("/account/look", "head"), 200,
		   "name=\"theme\" value=\"dark\" checked");
	CHECK_PAGE(page_get("/account/missing", "head"), 404,
		   "data-theme=\"dark\"");
}

int main(void)
{
	page_start(&app_account);
	page_fill(fill, NULL);
	set_passwords();
	the_door_opens();
	nobody_is_sent_elsewhere();
	wrong_ones_get_one_answer();
	tries_are_counted();
	forms_of_others_are_refused();
	odd_ids_of_forms_are_refused();
	a_full_disk_is_told();
	signing_out_ends_the_session();
	sessions_end_by_themselves();
	the_language_is_chosen();
	page_stop();
	return check_done();
}
