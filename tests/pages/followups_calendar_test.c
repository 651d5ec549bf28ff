/* followups_calendar_test.c - the calendar of one's follow-ups: only with the
 * secret, only one's own open ones, whole whatever was typed. */
#include "page.h"

#include "lib/crypt.h"

extern const struct app app_followups;

static const char SECRET[] = "0123456789abcdef0123456789abcdef";

static int64_t ann_id, done_id;

static int64_t planned(struct store *s, int64_t owner, const char *subject,
		       int64_t day)
{
	struct customer_add_in in = page_customer("Acorn; Ltd, \\");
	struct customer_add whose = { 0 };

	in.manager = owner;
	in.contact = "Jo";
	in.phone = "+1 555 0142";
	one_customer_add(s, in, &whose);
	return page_planned(s, whose.id, owner, subject, day);
}

static enum err fill(struct store *s, void *arg)
{
	int64_t north = page_team(s, "North"), bob;
	struct calendar_feed_set_in feed = { .now = PAGE_NOW };

	(void)arg;
	page_company(s, NULL);
	ann_id = page_person(s, "ann", "rep", north);
	bob = page_person(s, "bob", "rep", north);
	planned(s, ann_id, "Renew?", PAGE_TODAY);
	planned(s, ann_id, "Later one", PAGE_TODAY + 400);
	done_id = planned(s, ann_id, "Done one", PAGE_TODAY);
	planned(s, bob, "Of Bob", PAGE_TODAY);
	feed.person = ann_id;
	feed.key_hash = crypt_hash(page_state.arena, SECRET);
	run_calendar_feed_set(s, feed);
	return store_error(s);
}

static enum err cancel(struct store *s, void *arg)
{
	struct followup_act act = { { .see = SEE_ALL }, PAGE_NOW, PAGE_TODAY };

	(void)arg;
	return followup_cancel(s, &act, (struct followup_seen){ done_id, 1 },
			       "x");
}

static enum err end(struct store *s, void *arg)
{
	(void)arg;
	return run_calendar_feed_drop(s,
				      (struct calendar_feed_drop_in){ ann_id });
}

static struct page feed(const char *key)
{
	return page_get(page_text("/followups/calendar?key=%s", key), "");
}

static void ones_own_are_told(void)
{
	struct page p = feed(SECRET);

	CHECK_PAGE(p, 200, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
	CHECK_PAGE(p, 200, "X-WR-CALNAME:Follow-ups of ann\r\n");
	CHECK_PAGE(p, 200,
		   "SUMMARY:Acorn\\; Ltd\\, \\\\: Renew?\r\n"
		   "DESCRIPTION:Jo\\, +1 555 0142\r\n");
	CHECK_PAGE(p, 200,
		   "DTSTART;VALUE=DATE:20261125\r\n"
		   "DTEND;VALUE=DATE:20261126\r\n");
	CHECK_INT(page_times(p, "BEGIN:VEVENT"), 3);
	CHECK(!page_has(p, "Of Bob"));
	CHECK(!page_has(p, "Kept inside"));
	page_fill(cancel, NULL);
	CHECK_INT(page_times(feed(SECRET), "BEGIN:VEVENT"), 2);
}

static void nobody_else_is(void)
{
	CHECK_INT(feed("").status, 404);
	CHECK_INT(feed("0123456789abcdef0123456789abcdee").status, 404);
	CHECK_INT(feed(crypt_hash(page_state.arena, SECRET)).status, 404);
	CHECK_INT(feed("%27%20OR%201%3D1").status, 404);
}

static void it_is_taken_away(void)
{
	page_fill(end, NULL);
	CHECK_INT(feed(SECRET).status, 404);
}

int main(void)
{
	page_start(&app_followups);
	page_fill(fill, NULL);
	ones_own_are_told();
	nobody_else_is();
	it_is_taken_away();
	page_stop();
	return check_done();
}
