/* conversion_funnel_test.c - how far leads get and how long they wait, counted
 * in every way alike. */
#include "page.h"

extern const struct app app_conversion;

enum { FIRST = 20600, HOUR = 3600, DAY = 86400 }; /* long enough ago */

static int64_t meeting, offer;

static int64_t add_step(struct store *s, int64_t position, const char *name)
{
	struct step_add row = { 0 };

	one_step_add(s, (struct step_add_in){ position, name, name }, &row);
	return row.id;
}

/* Something after so many seconds; step: of 'step', else NONE. */
static void event(struct store *s, int64_t lead, const char *kind,
		  int64_t seconds, int64_t step)
{
	struct lead_event_add_in in = { .lead = lead,
					.kind = kind,
					.at = FIRST * (int64_t)DAY + seconds,
					.day = FIRST + seconds / DAY,
					.actor = NONE,
					.owner = NONE,
					.step = step,
					.reason = NONE,
					.note = "" };

	run_lead_event_add(s, in);
}

static int64_t came(struct store *s, int64_t owner)
{
	return page_lead(s, owner, NONE, FIRST, "Somebody");
}

/* Team A: 42 leads, of which 10 wait. */
static void fill_a(struct store *s, int64_t a)
{
	for (int i = 0; i < 10; i++)
		came(s, a);
	for (int i = 0; i < 12; i++)
		event(s, came(s, a), "contacted", 5 * HOUR, NONE);
	for (int i = 0; i < 8; i++) {
		int64_t lead = came(s, a);

		event(s, lead, "contacted", 5 * HOUR, NONE);
		event(s, lead, "step", 3 * DAY, meeting);
		event(s, lead, "lost", 10 * DAY, NONE);
	}
	for (int i = 0; i < 4; i++) /* so there was a meeting, too */
		event(s, came(s, a), "step", 20 * DAY, offer);
	for (int i = 0; i < 4; i++) /* and an offer, whoever knows of it */
		event(s, came(s, a), "won", 30 * DAY, NONE);
	for (int i = 0; i < 2; i++) { /* those who are known count once */
		int64_t lead = came(s, a);

		event(s, lead, "contacted", 21 * DAY, NONE);
		event(s, lead, "step", 21 * DAY + HOUR, offer);
		event(s, lead, "won", 30 * DAY, NONE);
	}
	for (int i = 0; i < 2; i++) /* later than the horizon */
		event(s, came(s, a), "contacted", 100 * DAY, NONE);
}

/* Team B: 15 valid leads. */
static void fill_b(struct store *s, int64_t b)
{
	for (int i = 0; i < 10; i++) {
		int64_t lead = came(s, b);

		event(s, lead, "contacted", 30 * HOUR, NONE);
		event(s, lead, "step", 2 * DAY, meeting);
		event(s, lead, "step", 95 * DAY, offer);
	}
	for (int i = 0; i < 5; i++) {
		int64_t lead = came(s, b);

		event(s, lead, "contacted", HOUR, NONE);
		event(s, lead, "lost", 4 * DAY, NONE);
		event(s, lead, "step", 6 * DAY, meeting);
	}
	for (int i = 0; i < 3; i++) {
		int64_t lead = came(s, b);

		event(s, lead, "contacted", HOUR, NONE);
		event(s, lead, "invalid", 2 * HOUR, NONE);
	}
}

static enum err fill(struct store *s, void *arg)
{
	(void)arg;
	page_company(s, NULL);
	offer = add_step(s, 2, "Offer <i>");
	meeting = add_step(s, 1, "Meeting");
	page_team(s, "A");
	page_team(s, "B");
	page_person(s, "head", "head", 0);
	page_person(s, "lead-a", "lead", 1);
	fill_a(s, page_person(s, "rep-a", "rep", 1));
	fill_b(s, page_person(s, "rep-b", "rep", 2));
	return store_error(s);
}

static const char *address(const char *ending, const char *more)
{
	return page_text("/conversion/funnel%s?from=%s&to=%s&vs=none%s", ending,
			 period_text(page_state.arena, FIRST),
			 period_text(page_state.arena, FIRST), more);
}

static void every_step_has_its_share(void)
{
	struct page p = page_get(address("", ""), "head");

	CHECK_PAGE(p, 200, "<td class=\"num\">79%</td>"); /* 45 of 57 */
	CHECK_PAGE(p, 200, "narrowest step is the one after “Meeting”");
	CHECK_PAGE(p, 200, "36% come to “Offer &lt;i&gt;”"); /* 10 of 28 */
	CHECK_PAGE(p, 200, "30 hours");
	CHECK_PAGE(p, 200, "state=waiting\">10<");
	CHECK_PAGE(p, 200,
		   page_text("state=matured&amp;step=%lld\">28<",
			     (long long)meeting));
	CHECK(!page_has(p, "Offer <i>"));
	p = page_get(address(".json", ""), "head");
	CHECK_PAGE(p, 200,
		   "\"prospects\":57,\"contacted\":41,\"waiting\":10,"
		   "\"median_hours_to_contact\":30,");
	CHECK_PAGE(p, 200, "\"name\":\"Contacted\",\"reached\":45,");
	CHECK_PAGE(p, 200, "\"name\":\"Meeting\",\"reached\":28,");
	CHECK_PAGE(p, 200, "\"name\":\"Offer <i>\",\"reached\":10,");
	CHECK_PAGE(p, 200, "\"name\":\"Won in time\",\"reached\":6,");
	CHECK_PAGE(p, 200,
		   "\"reached\":[42,30,18,10,6],\"prospects\":42,"
		   "\"contacted\":26,\"waiting\":10,"
		   "\"median_hours_to_contact\":480,");
	CHECK_PAGE(p, 200,
		   "\"reached\":[15,15,10,0,0],\"prospects\":15,"
		   "\"contacted\":15,\"waiting\":0,"
		   "\"median_hours_to_contact\":30,");
	p = page_get(address(".csv", ""), "head");
	CHECK_PAGE(p, 200, "A,42,30,18,10,6,");
}

/* From the sums, from the records of a past day, and one by one. */
static void every_way_counts_alike(void)
{
	const char *sums = page_get(address(".json", ""), "head").body;
	const char *past = page_text(
		"&as_of=%s", period_text(page_state.arena, FIRST + 110));
	struct page p = page_get(address(".json", past), "head");

	CHECK_TEXT(strstr(p.body, "\"prospects\""),
		   strstr(sums, "\"prospects\""));
	p = page_get(address(".json", "&product=0"), "head");
	CHECK_TEXT(strstr(p.body, "\"prospects\""),
		   strstr(sums, "\"prospects\""));
	p = page_get(address(".json", ""), "rep-a");
	CHECK_PAGE(p, 200, "\"reached\":[42,30,18,10,6],");
	p = page_get(address(".json", ""), "lead-a");
	CHECK_PAGE(p, 200, "\"reached\":[42,30,18,10,6],");
	CHECK(!page_has(p, "[15,15,10,0,0]"));
}

/* With another horizon than the company's. */
static void within_the_days_that_are_asked(void)
{
	struct page p = page_get(address(".json", "&horizon=2"), "head");

	CHECK_PAGE(p, 200, "\"reached\":[42,20,0,0,0],");
	CHECK_PAGE(p, 200, "\"reached\":[15,15,10,0,0],");
	p = page_get(address(".json", "&horizon=20"), "head");
	CHECK_PAGE(p, 200, "\"reached\":[42,24,12,4,0],");
}

static void as_known_on_a_day(void)
{
	struct page p = page_get(
		address(".json",
			page_text("&horizon=1&as_of=%s",
				  period_text(page_state.arena, FIRST + 1))),
		"head");

	/* Those who are lost, or contacted, later are waiting still. */
	CHECK_PAGE(p, 200, "\"prospects\":42,\"contacted\":20,\"waiting\":22,");
}

static void nobody_came(void)
{
	struct page p = page_get("/conversion/funnel?from=1990-01-01", "head");

	CHECK_PAGE(p, 200, "No leads are old enough in this period.");
	p = page_get("/conversion/funnel?from=never", "head");
	CHECK_INT(p.status, 422);
	p = page_get("/conversion/funnel.json", "");
	CHECK_INT(p.status, 401);
}

static void the_waits_are_told_with_the_rates(void)
{
	const char *days =
		page_text("from=%s&to=%s", period_text(page_state.arena, FIRST),
			  period_text(page_state.arena, FIRST));
	struct page p = page_get(page_text("/conversion?%s", days), "head");

	CHECK_PAGE(p, 200, "contact in 20 d");
	CHECK_PAGE(p, 200, "contact in 30 h");
	p = page_get(page_text("/conversion/number?%s&of=wait", days), "head");
	CHECK_PAGE(p, 200, "30 hours");
	p = page_get(page_text("/conversion/number?%s&of=step", days), "head");
	CHECK_PAGE(p, 200, "Steps");
}

int main(void)
{
	page_start(&app_conversion);
	page_fill(fill, NULL);
	every_step_has_its_share();
	every_way_counts_alike();
	within_the_days_that_are_asked();
	as_known_on_a_day();
	nobody_came();
	the_waits_are_told_with_the_rates();
	page_stop();
	return check_done();
}
