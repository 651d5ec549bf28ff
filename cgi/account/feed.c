/* feed.c - the secret address at which a calendar finds one's own follow-ups.
 */
#include "feed.h"

#include "lib/app.h"
#include "lib/crypt.h"
#include "lib/lang.h"
#include "lib/view.h"
#include "lib/zone.h"
#include "queries.h"

static const char *address_of(const struct req *r, const char *key)
{
	return arena_printf(r->arena, "%s://%s/followups/calendar?key=%s",
			    r->tls ? "https" : "http", r->host, key);
}

/* key: of the address that was made just now, "" for none. */
static enum err show(struct req *r, const char *key)
{
	struct calendar_feed_of_in in = { r->viewer.id };
	struct calendar_feed_of feed;
	struct view *page = view_page(r, "account/calendar.tpl");
	bool made = one_calendar_feed_of(r->store, in, &feed);

	view_text(page, "TITLE", _("Follow-ups in a calendar"));
	view_messages(page);
	view_form(page, FEED_PATH);
	view_text(page, "ADDRESS", *key ? address_of(r, key) : "");
	view_if(page, "NOT_YET", !made);
	if (made) {
		struct view *v = view_row(page, "MADE");

		view_day(v, "MADE_DAY", zone_day(feed.made_at));
		view_form(v, FEED_STOP);
	}
	return store_error(r->store) == OK ? view_send(page)
					   : store_error(r->store);
}

enum err feed_show(struct req *r, const void *form)
{
	(void)form;
	return show(r, "");
}

enum err feed_make(struct req *r, const void *form)
{
	const char *key = crypt_random_128(r->arena);
	struct calendar_feed_set_in in = { r->viewer.id,
					   crypt_hash(r->arena, key), r->now };
	enum err e = run_calendar_feed_set(r->store, in);

	(void)form;
	return e == OK ? show(r, key) : e;
}

enum err feed_stop(struct req *r, const void *form)
{
	struct calendar_feed_drop_in in = { r->viewer.id };
	enum err e = run_calendar_feed_drop(r->store, in);

	(void)form;
	return e == OK ? req_redirect(r, "%s", FEED_PATH) : e;
}
