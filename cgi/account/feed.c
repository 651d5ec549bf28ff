/* feed.c - the secret address at which a calendar finds one's own follow-ups.
 */
#include "feed.h"

#include "lib/app.h"
#include "lib/crypt.h"
#include "lib/lang.h"
#include "lib/view.h"
#include "lib/zone.h"
#include "queries.h"

/* A second click must show the same address, but none may stand in a history:
 * the page's address holds one half of the secret, the session the other. */
static const char *secret_of(const struct req *r, const char *made)
{
	return crypt_mac(r->arena, r->token, made);
}

/* Whether a secret opens the viewer's own calendar. */
static bool opens(struct req *r, const char *secret)
{
	struct calendar_feed_whose_in in = { crypt_hash(r->arena, secret) };
	struct calendar_feed_whose who;

	return one_calendar_feed_whose(r->store, in, &who) &&
	       who.person_id == r->viewer.id;
}

static const char *address_made(struct req *r, const char *made)
{
	const char *secret = secret_of(r, made);

	if (!*made || !opens(r, secret))
		return "";
	return arena_printf(r->arena, "%s/followups/calendar?key=%s",
			    req_origin(r), secret);
}

enum err feed_show(struct req *r, const void *form)
{
	const struct feed_ask *q = form;
	struct calendar_feed_of_in in = { r->viewer.id };
	struct calendar_feed_of feed;
	struct view *page = view_page(r, "account/calendar.tpl");
	bool made = one_calendar_feed_of(r->store, in, &feed);

	view_text(page, "TITLE", _("Follow-ups in a calendar"));
	view_messages(page);
	view_form(page, FEED_PATH);
	view_text(page, "ADDRESS", address_made(r, q->made));
	view_if(page, "NOT_YET", !made);
	if (made) {
		struct view *v = view_row(page, "MADE");

		view_day(v, "MADE_DAY", zone_day(feed.made_at));
		view_form(v, FEED_STOP);
	}
	return store_error(r->store) == OK ? view_send(page)
					   : store_error(r->store);
}

enum err feed_make(struct req *r, const void *form)
{
	const char *made = crypt_random_128(r->arena);
	struct calendar_feed_set_in in = {
		.person = r->viewer.id,
		.key_hash = crypt_hash(r->arena, secret_of(r, made)),
		.now = r->now,
	};
	enum err e = run_calendar_feed_set(r->store, in);

	(void)form;
	return e == OK ? req_redirect(r, FEED_PATH "?made=%s", made) : e;
}

enum err feed_stop(struct req *r, const void *form)
{
	struct calendar_feed_drop_in in = { r->viewer.id };
	enum err e = run_calendar_feed_drop(r->store, in);

	(void)form;
	return e == OK ? req_redirect(r, "%s", FEED_PATH) : e;
}
