/* conversion_health_test.c - what is missing in the data, on every page of
 * conversion, with the addresses of the rows; counted in every way alike. */
#include "page.h"

extern const struct app app_conversion;

enum { FIRST = 20610 }; /* 6 Jun 2026 */

static int64_t web, fair, calls, rep_a;

static int64_t add_source(struct store *s, const char *name)
{
	struct source_add row = { 0 };

	one_source_add(s, (struct source_add_in){ name, name, "other" }, &row);
	return row.id;
}

static void came(struct store *s, int64_t n, int64_t owner, int64_t source,
		 int64_t day, const char *end)
{
	for (int64_t i = 0; i < n; i++) {
		int64_t lead = page_lead(s, owner, source, day, "Lead");

		if (end)
			page_lead_event(s, lead, end, day + 3);
	}
}

/* One with a price of its own. */
static void priced(struct store *s, int64_t source, int64_t day)
{
	struct lead_add_in in = { .name = "Priced",
				  .name_key = "priced",
				  .email = "",
				  .email_key = "",
				  .phone = "",
				  .phone_key = "",
				  .source = source,
				  .campaign = NONE,
				  .product = NONE,
				  .segment = NONE,
				  .customer = NONE,
				  .cost = 5000,
				  .created_at = day * 86400,
				  .created_day = day,
				  .created_month = period_month(day),
				  .origin = "",
				  .origin_id = "" };

	store_new_id(s, "lead", &in.id);
	in.prospect = in.id;
	run_lead_add(s, in);
	page_lead_event(s, in.id, "won", day + 1);
}

/* Without a source 5, lost; of Web, where money was spent, 3 that nobody has,
 * won; of the fair 1 with a price, nobody's, and 2 without, won; calls without
 * any cost 4, open; 2 invalid; one won two days before it came. */
static enum err fill(struct store *s, void *arg)
{
	(void)arg;
	page_company(s, NULL);
	rep_a = page_person(s, "rep-a", "rep", page_team(s, "A"));
	page_person(s, "lead-a", "lead", 1);
	page_person(s, "head", "head", 0);
	web = add_source(s, "Web");
	fair = add_source(s, "Fair");
	calls = add_source(s, "Calls");
	run_spend_set(s, (struct spend_set_in){ web, NONE, period_month(FIRST),
						100000 });
	came(s, 5, rep_a, NONE, FIRST, "lost");
	came(s, 3, NONE, web, FIRST, "won");
	priced(s, fair, FIRST + 1);
	came(s, 2, rep_a, fair, FIRST + 2, "won");
	came(s, 4, rep_a, calls, FIRST + 3, NULL);
	came(s, 2, rep_a, web, FIRST + 4, "invalid");
	page_lead_event(s, page_lead(s, rep_a, web, FIRST + 5, "Early"), "won",
			FIRST + 3);
	/* after it a past day is counted from the records */
	page_lead(s, rep_a, web, FIRST + 165, "Later");
	return store_error(s);
}

static const char *address(const char *path, const char *more)
{
	return page_text("/conversion%s?from=%s&to=%s%s", path,
			 period_text(page_state.arena, FIRST),
			 period_text(page_state.arena, FIRST + 19), more);
}

static void check_all(struct page p)
{
	CHECK_PAGE(p, 200, ">5 leads without a source<");
	CHECK_PAGE(p, 200, ">9 leads without any known cost<");
	CHECK_PAGE(p, 200, ">4 leads without a team<");
	CHECK_PAGE(p, 200, ">4 leads open for longer than the time to buy<");
	CHECK_PAGE(p, 200, ">1 lead closed before the day it came<");
	CHECK_PAGE(p, 200, ">2 leads are excluded as invalid<");
}

static void every_page_and_way_alike(void)
{
	static const char *const paths[] = { "", "/fair", "/losses", "/pace" };
	const char *past = page_text(
		"&as_of=%s", period_text(page_state.arena, FIRST + 130));

	for (size_t i = 0; i < COUNT(paths); i++)
		check_all(page_get(address(paths[i], ""), "head"));
	check_all(page_get(address("", past), "head"));
	check_all(page_get(address("", "&product=0"), "head"));
}

static void each_opens_its_rows(void)
{
	struct page p = page_get(address("", ""), "head");
	const char *days = "/leads?from=2026-06-06&amp;to=2026-06-25";

	CHECK_PAGE(p, 200, page_text("%s&amp;state=all&amp;source=0", days));
	CHECK_PAGE(p, 200, page_text("%s&amp;state=all&amp;team=0", days));
	CHECK_PAGE(p, 200, page_text("%s&amp;state=uncosted", days));
	CHECK_PAGE(p, 200, page_text("%s&amp;state=open", days));
	CHECK_PAGE(p, 200, page_text("%s&amp;state=early", days));
	CHECK_PAGE(p, 200, page_text("%s&amp;state=invalid", days));
}

static void filtered(void)
{
	struct page p = page_get(
		address("", page_text("&source=%lld", (long long)fair)),
		"head");

	CHECK_PAGE(p, 200, ">1 lead without a team<");
	CHECK(!page_has(p, "without a source"));
	CHECK(!page_has(p, "without any known cost"));
	CHECK(!page_has(p, "before the day"));
	p = page_get(address("", "&team=1"), "head");
	CHECK_PAGE(p, 200, ">9 leads without any known cost<");
	CHECK(!page_has(p, "without a team"));
	p = page_get("/conversion?from=2001-01-01&to=2001-01-31", "head");
	CHECK_PAGE(p, 200, "Nothing is missing.");
}

static void everybody_sees_their_own(void)
{
	struct page p = page_get(address("", ""), "rep-a");

	CHECK_PAGE(p, 200, ">5 leads without a source<");
	CHECK_PAGE(p, 200, ">2 leads are excluded as invalid<");
	CHECK(!page_has(p, "without a team"));
	p = page_get(address("", ""), "lead-a");
	CHECK_PAGE(p, 200, ">9 leads without any known cost<");
	CHECK(!page_has(p, "without a team"));
}

int main(void)
{
	page_start(&app_conversion);
	page_fill(fill, NULL);
	every_page_and_way_alike();
	each_opens_its_rows();
	filtered();
	everybody_sees_their_own();
	page_stop();
	return check_done();
}
