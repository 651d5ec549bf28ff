/* account_feed_test.c - the secret address of one's calendar: shown once, one
 * at a time, ended at will. */
#include "page.h"

#include "lib/crypt.h"

extern const struct app app_account;

static enum err fill(struct store *s, void *arg)
{
	(void)arg;
	page_company(s, NULL);
	page_person(s, "ann", "rep", page_team(s, "North"));
	page_person(s, "viewer", "viewer", 0);
	return store_error(s);
}

/* Makes an address in a session; where the form leads. */
static const char *make(const char *token)
{
	struct page p = page_post_in("/account/calendar", token, "");

	CHECK_INT(p.status, 303);
	return p.location;
}

/* The secret in the address a page shows, "" for none. */
static const char *secret_in(struct page p)
{
	static const char mark[] = "/followups/calendar?key=";
	const char *at = strstr(p.body, mark);

	if (!at)
		return "";
	at += strlen(mark);
	return arena_strndup(page_state.arena, at, strcspn(at, "\""));
}

struct lookup {
	const char *secret;
	bool known;
};

static enum err look(struct store *s, void *arg)
{
	struct lookup *l = arg;
	struct calendar_feed_whose_in in = { crypt_hash(page_state.arena,
							l->secret) };
	struct calendar_feed_whose row;

	l->known = one_calendar_feed_whose(s, in, &row);
	return store_error(s);
}

static bool works(const char *secret)
{
	struct lookup l = { secret, false };

	CHECK_INT(store_read(page_state.store, page_state.arena, look, &l), OK);
	return l.known;
}

static void made_and_ended(void)
{
	const char *ann = page_token("ann"), *place, *first, *second;
	struct page p = page_get_in("/account/calendar", ann);

	CHECK_PAGE(p, 200, "No address is in use.");
	CHECK_TEXT(secret_in(p), "");
	first = secret_in(page_get_in(make(ann), ann));
	CHECK_INT(strlen(first), 32);
	CHECK(works(first));
	p = page_get_in("/account/calendar", ann);
	CHECK_PAGE(p, 200, "An address was made on 25 Nov 2026 and works.");
	CHECK_TEXT(secret_in(p), "");
	place = make(ann);
	second = secret_in(page_get_in(place, ann));
	CHECK(works(second) && !works(first));
	/* The way back shows it, but tells nobody else. */
	CHECK(!strstr(place, second));
	CHECK_TEXT(secret_in(page_get_in(place, ann)), second);
	CHECK_TEXT(secret_in(page_get(place, "ann")), "");
	CHECK_TEXT(secret_in(page_get(place, "viewer")), "");
	CHECK_INT(page_post("/account/calendar/stop", "ann", "").status, 303);
	CHECK(!works(second));
	CHECK_TEXT(secret_in(page_get_in(place, ann)), "");
	CHECK_PAGE(page_get("/account/calendar", "ann"), 200,
		   "No address is in use.");
}

static void everybody_has_their_own(void)
{
	const char *ann = page_token("ann"), *he = page_token("viewer");
	const char *anns = secret_in(page_get_in(make(ann), ann));
	const char *his = secret_in(page_get_in(make(he), he));

	CHECK_INT(page_post("/account/calendar/stop", "viewer", "").status,
		  303);
	CHECK(works(anns) && !works(his));
	CHECK_INT(page_get("/account/calendar", "").status, 303);
}

int main(void)
{
	page_start(&app_account);
	page_fill(fill, NULL);
	made_and_ended();
	everybody_has_their_own();
	page_stop();
	return check_done();
}
