/* account_digest_test.c - who gets the daily e-mail, and the link that ends it:
 * without a session, by a button or by a mail program, never by looking. */
#include "page.h"

#include "lib/crypt.h"

extern const struct app app_account;

static enum err fill(struct store *s, void *arg)
{
	(void)arg;
	page_company(s, NULL);
	page_person(s, "ann", "rep", page_team(s, "North"));
	page_person(s, "head", "head", 0);
	return store_error(s);
}

struct lookup {
	const char *login;
	struct digest_of row;
};

static enum err look(struct store *s, void *arg)
{
	struct lookup *l = arg;
	struct person_by_login_in who = { l->login };
	struct person_by_login person;

	BUG_IF(!one_person_by_login(s, who, &person));
	one_digest_of(s, (struct digest_of_in){ person.id }, &l->row);
	return store_error(s);
}

/* What is kept of somebody's; stop_key is "" for none. */
static struct digest_of kept(const char *login)
{
	struct lookup l = { .login = login };

	CHECK_INT(store_read(page_state.store, page_state.arena, look, &l), OK);
	return l.row;
}

static void asked_for_and_ended(void)
{
	const char *key;
	struct page p = page_get("/account/digest", "ann");

	CHECK_PAGE(p, 200, "Send it to me");
	CHECK(page_has(p, "your follow-ups of the day"));
	CHECK(!page_has(p, "End it"));
	CHECK_PAGE(page_get("/account/digest", "head"), 200,
		   "the numbers of the last 7 days");
	CHECK_INT(
		page_post("/account/digest", "ann", "email=ann%40sales.example")
			.status,
		303);
	CHECK_TEXT(kept("ann").email, "ann@sales.example");
	key = kept("ann").stop_key;
	CHECK_INT(strlen(key), 32);
	CHECK_PAGE(page_get("/account/digest", "ann"), 200,
		   "It is sent to ann@sales.example.");
	/* Another address; what was sent before still ends it. */
	CHECK_INT(
		page_post("/account/digest", "ann", "email=ann%40home.example")
			.status,
		303);
	CHECK_TEXT(kept("ann").email, "ann@home.example");
	CHECK_TEXT(kept("ann").stop_key, key);
	CHECK_INT(page_post("/account/digest/end", "head", "").status, 303);
	CHECK_TEXT(kept("ann").stop_key, key);
	CHECK_INT(page_post("/account/digest/end", "ann", "").status, 303);
	CHECK_TEXT(kept("ann").stop_key, "");
}

static void bad_addresses_come_back(void)
{
	static const char *const bad[] = {
		"",
		"email=ann",
		"email=ann%40sales.example%0d%0aBcc:+all%40sales.example",
		"email=ann%40sales.example%2c+all%40sales.example",
		"email=%22ann%22%3cann%40sales.example%3e",
		"email=%d0%b0%d0%bd%d0%bd%d0%b0%40sales.example",
	};

	for (size_t i = 0; i < COUNT(bad); i++)
		CHECK_PAGE(page_post("/account/digest", "ann", bad[i]), 422,
			   "There is a problem");
	CHECK_TEXT(kept("ann").email, "");
	CHECK_INT(page_get("/account/digest", "").status, 303);
}

/* As a mail program sends it: no session, no origin, a body of its own. */
static struct page post_from_outside(const char *address)
{
	struct req r = {
		.method = POST,
		.content_type = "multipart/form-data; boundary=x",
		.body = "--x\r\n\r\nOne-Click\r\n--x--\r\n",
	};
	const char *question = strchr(address, '?');

	r.length = strlen(r.body);
	r.arena = page_state.arena;
	r.store = page_state.store;
	r.vault = page_state.vault;
	r.build = page_state.build;
	r.path = arena_strndup(r.arena, address, (size_t)(question - address));
	r.query = question + 1;
	r.cookies = r.fetch_site = r.origin = r.accept_language = "";
	r.if_none_match = "";
	r.agent = "mail program";
	r.host = "localhost";
	r.now = page_state.now;
	app_handle(page_state.app, &r);
	return (struct page){ .status = r.reply.status, .body = r.reply.body };
}

static const char *ask(void)
{
	CHECK_INT(
		page_post("/account/digest", "ann", "email=ann%40sales.example")
			.status,
		303);
	return page_text("/account/digest/stop?key=%s", kept("ann").stop_key);
}

static void ended_by_its_link(void)
{
	const char *stop = ask();
	struct page p = page_get(stop, "");

	CHECK_PAGE(p, 200, "It is sent to ann@sales.example.");
	CHECK(page_has(p, page_text("action=\"%s\"", stop)));
	CHECK(*kept("ann").stop_key);
	CHECK_INT(post_from_outside("/account/digest/stop?key="
				    "00000000000000000000000000000000")
			  .status,
		  200);
	CHECK_INT(post_from_outside("/account/digest/stop?key=").status, 422);
	CHECK(*kept("ann").stop_key);
	CHECK_PAGE(post_from_outside(stop), 200, "no more will be sent");
	CHECK_TEXT(kept("ann").stop_key, "");
	CHECK_PAGE(post_from_outside(stop), 200, "no more will be sent");
	CHECK_PAGE(page_get(stop, ""), 200, "no more will be sent");
}

/* A form of ours still needs its marks. */
static void other_forms_stay_closed(void)
{
	CHECK(*ask());
	CHECK_INT(post_from_outside("/account/digest/end?key=1").status, 400);
	CHECK_INT(
		post_from_outside("/account/digest?email=a%40b.example").status,
		400);
	CHECK(*kept("ann").stop_key);
}

int main(void)
{
	page_start(&app_account);
	page_fill(fill, NULL);
	asked_for_and_ended();
	bad_addresses_come_back();
	ended_by_its_link();
	other_forms_stay_closed();
	page_stop();
	return check_done();
}
