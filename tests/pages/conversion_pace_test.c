/* conversion_pace_test.c - wins of a period so far, and what is to be expected:
 * counted in every way alike, and never a wrong certainty. */
#include "page.h"

extern const struct app app_conversion;

/* 2026-11-25: the 25th of 30 days; October has 31. */
enum { MONTH = PAGE_TODAY - 24, OCTOBER = MONTH - 31 };

static int64_t rep_a, rep_b, source_web;

static void came(struct store *s, int64_t owner, int64_t n, int64_t day,
		 const char *end, int64_t end_day)
{
	for (int64_t i = 0; i < n; i++) {
		int64_t lead = page_lead(s, owner, source_web, day, "Lead");

		if (end)
			page_lead_event(s, lead, end, end_day);
	}
}

/* Of those who came 200 days ago half were won on their tenth day, the others
 * lost on their twentieth: of 20 who came a week ago, 10 are expected. */
static enum err fill(struct store *s, void *arg)
{
	struct source_add source = { 0 };

	(void)arg;
	page_company(s, NULL);
	rep_a = page_person(s, "rep-a", "rep", page_team(s, "A <b>"));
	rep_b = page_person(s, "rep-b", "rep", page_team(s, "B"));
	page_person(s, "lead-a", "lead", 1);
	page_person(s, "head", "head", 0);
	one_source_add(s, (struct source_add_in){ "Web", "web", "other" },
		       &source);
	source_web = source.id;
	came(s, rep_a, 100, PAGE_TODAY - 200, "won", PAGE_TODAY - 190);
	came(s, rep_a, 100, PAGE_TODAY - 200, "lost", PAGE_TODAY - 180);
	came(s, rep_a, 12, MONTH - 8, "won", MONTH + 2);
	came(s, rep_a, 12, MONTH - 8, "lost", MONTH + 12);
	came(s, rep_a, 9, OCTOBER - 5, "won", OCTOBER + 5);
	came(s, rep_a, 9, OCTOBER - 5, "lost", OCTOBER + 15);
	came(s, rep_a, 3, OCTOBER + 18, "won", OCTOBER + 28);
	came(s, rep_a, 3, OCTOBER + 18, "lost", OCTOBER + 38);
	came(s, rep_b, 20, PAGE_TODAY - 7, NULL, 0);
	return store_error(s);
}

static void a_running_month(void)
{
	struct page p = page_get("/conversion/pace", "head");

	CHECK_PAGE(p, 200,
		   "12 won so far; about 22 are to be expected by "
		   "30 Nov 2026 (80%: 19 to 25).");
	CHECK_PAGE(p, 200,
		   "9 after as many days of Oct\xc2\xa0"
		   "2026, and 12 in all of it.");
	CHECK_PAGE(p, 200,
		   "closed_from=2026-11-01&amp;closed_to=2026-11-30"
		   "&amp;state=any_won");
	CHECK(!page_has(p, "A <b>"));
	p = page_get("/conversion/pace.json", "head");
	CHECK_PAGE(p, 200, "\"days_in_all\":30,\"days_passed\":25,\"won\":12,");
	CHECK_PAGE(p, 200, "\"won\":22,\"low\":19.13");
	CHECK_PAGE(p, 200, "\"open\":20,\"beyond\":0}");
	CHECK_PAGE(p, 200, "\"previous_won\":12,\"previous_won_by_then\":9,");
	CHECK_PAGE(p, 200,
		   "{\"day\":\"2026-11-03\",\"won\":12,\"previous_won\":0}");
	CHECK_PAGE(p, 200,
		   "{\"day\":\"2026-11-30\",\"won\":null,\"previous_won\":12}");
	p = page_get("/conversion/pace.csv", "head");
	CHECK_PAGE(p, 200, "2026-11-25,12,,,,9");
	CHECK_PAGE(p, 200, "2026-11-30,,22.00,19.13,24.87,12");
}

static void a_month_that_is_over(void)
{
	struct page p =
		page_get("/conversion/pace?by=month&from=2026-10-01", "head");

	CHECK_PAGE(p, 200, "12 leads were won.");
	CHECK_PAGE(p, 200,
		   "0 in Sep\xc2\xa0"
		   "2026.");
	CHECK(!page_has(p, "to be expected"));
	CHECK_PAGE(page_get("/conversion/pace.json?by=month&from=2026-10-01",
			    "head"),
		   200, "\"forecast\":null");
	CHECK(!page_has(page_get("/conversion/pace?vs=none", "head"),
			"after as many days"));
}

/* One by one as from the sums; from the records of yesterday as they were. */
static void every_way_counts_alike(void)
{
	const char *sums = page_get("/conversion/pace.json", "head").body;
	struct page p = page_get("/conversion/pace.json?product=0", "head");

	CHECK_TEXT(strstr(p.body, "\"days_in_all\""),
		   strstr(sums, "\"days_in_all\""));
	p = page_get("/conversion/pace.json?as_of=2026-11-02", "head");
	CHECK_PAGE(p, 200, "\"days_passed\":2,\"won\":0,");
}

static void everybody_sees_their_own(void)
{
	struct page p = page_get("/conversion/pace.json", "rep-b");

	CHECK_PAGE(p, 200, "\"days_passed\":25,\"won\":0,");
	/* of their own only what is open: no chances are known */
	CHECK_PAGE(p, 200, "\"won\":0,\"low\":0,\"high\":0,\"open\":20,");
	CHECK_PAGE(page_get("/conversion/pace.json", "lead-a"), 200,
		   "\"days_passed\":25,\"won\":12,");
	CHECK_PAGE(page_get("/conversion/pace.json?team=2", "lead-a"), 200,
		   "\"days_passed\":25,\"won\":0,");
	CHECK_INT(page_get("/conversion/pace", "").status, 303);
}

static void nothing_is_no_number(void)
{
	struct page p = page_get(
		"/conversion/pace?from=2001-01-01&to=2001-01-31", "head");

	CHECK_PAGE(p, 200, "0 leads were won.");
	CHECK(!page_has(p, "nan"));
	CHECK_PAGE(
		page_get("/conversion/pace?by=month&from=2027-03-01", "head"),
		200, "0 won so far");
	CHECK_PAGE(page_get("/conversion/pace?from=nonsense", "head"), 422,
		   "from:");
}

int main(void)
{
	page_start(&app_conversion);
	page_fill(fill, NULL);
	a_running_month();
	a_month_that_is_over();
	every_way_counts_alike();
	everybody_sees_their_own();
	nothing_is_no_number();
	page_stop();
	return check_done();
}
