/* leads_test.c - the list of leads: which ones, how many, whose. */
#include "page.h"

extern const struct app app_leads;

enum { FIRST = 20600 };

static int64_t rep_a, rep_b;

static enum err fill(struct store *s, void *arg)
{
	int64_t lead;

	(void)arg;
	page_company(s, NULL);
	rep_a = page_person(s, "rep-a", "rep", page_team(s, "A"));
	rep_b = page_person(s, "rep-b", "rep", page_team(s, "B"));
	page_person(s, "head", "head", 0);
	for (int64_t i = 0; i < 120; i++) {
		lead = page_lead(s, i < 70 ? rep_a : rep_b, NONE,
				 FIRST + i % 30,
				 arena_printf(page_state.arena, "Lead %lld",
					      (long long)i));
		if (i < 30)
			page_lead_event(s, lead, "won", FIRST + i % 30 + 3);
		else if (i < 50)
			page_lead_event(s, lead, "lost", FIRST + i % 30 + 3);
	}
	lead = page_lead(s, rep_a, NONE, FIRST + 1, "=HYPERLINK(\"x\")<b>");
	page_lead_event(s, lead, "invalid", FIRST + 2);
	return store_error(s);
}

static const char *address(const char *ending, const char *more)
{
	return arena_printf(page_state.arena, "/leads%s?from=%s&to=%s%s",
			    ending, period_text(page_state.arena, FIRST),
			    period_text(page_state.arena, FIRST + 29), more);
}

static void each_state_has_its_rows(void)
{
	static const struct {
		const char *state, *total;
	} cases[] = {
		{ "all", "\"total\":120," },
		{ "matured", "\"total\":120," },
		{ "won", "\"total\":30," },
		{ "any_won", "\"total\":30," },
		{ "lost", "\"total\":20," },
		{ "open", "\"total\":70," },
		{ "invalid", "\"total\":1," },
		{ "closed", "\"total\":50," },
		{ "uncosted", "\"total\":120," },
	};

	for (size_t i = 0; i < COUNT(cases); i++)
		CHECK_PAGE(
			page_get(address(".json", arena_printf(page_state.arena,
							       "&state=%s",
							       cases[i].state)),
				 "head"),
			200, cases[i].total);
	CHECK_PAGE(
		page_get(address(".json", "&state=uncosted&product=0"), "head"),
		200, "\"total\":120,");
	CHECK_PAGE(page_get(address(".json", "&state=uncosted"), "rep-a"), 200,
		   "\"total\":70,");
	CHECK_INT(page_get(address("", "&state=x"), "head").status, 422);
	CHECK_INT(page_get("/leads", "head").status, 200);
}

static size_t count(const char *text, const char *what)
{
	size_t n = 0;

	for (; (text = strstr(text, what)); text++)
		n++;
	return n;
}

/* The address behind "Older leads", NULL on the last page. */
static const char *older(struct page p)
{
	static const char before[] = "<a class=\"btn\" href=\"/leads?";
	char *link = strstr(p.body, before);

	if (!link)
		return NULL;
	link += strlen("<a class=\"btn\" href=\"");
	link = arena_strndup(page_state.arena, link, strcspn(link, "\""));
	/* & is written &amp; in an attribute */
	for (char *c = strstr(link, "amp;"); c; c = strstr(c, "amp;"))
		memmove(c, c + 4, strlen(c + 4) + 1);
	return link;
}

/* Page by page, each row once, until there are no more. */
static void pages_follow_each_other(void)
{
	size_t rows = 0, pages = 0;

	for (const char *next = address("", ""); next && pages < 10; pages++) {
		struct page p = page_get(next, "head");

		rows += count(p.body, "<time datetime");
		next = older(p);
	}
	CHECK_INT(rows, 120);
	CHECK_INT(pages, 3);
}

/* How many rows all pages of a list have, whose days only rise. */
static size_t rising(const char *login, const char *more)
{
	static const char time[] = "<time datetime=\"";
	const char *day = "";
	size_t rows = 0, pages = 0;

	for (const char *next = address("", more); next && pages < 10;
	     pages++) {
		struct page p = page_get(next, login);

		for (const char *at = p.body; (at = strstr(at, time)); rows++) {
			at += strlen(time);
			CHECK(strncmp(at, day, strlen(day)) >= 0);
			day = arena_strndup(page_state.arena, at, 10);
		}
		next = older(p);
	}
	return rows;
}

/* By the day they closed, whenever they came. */
static const char *closed(const char *ending, const char *more)
{
	return page_text("/leads%s?closed_from=%s&closed_to=%s%s", ending,
			 period_text(page_state.arena, FIRST + 10),
			 period_text(page_state.arena, FIRST + 40), more);
}

static void oldest_first(void)
{
	const char *past = page_text("&sort=oldest&as_of=%s",
				     period_text(page_state.arena, FIRST + 40));
	struct page p = page_get(address("", ""), "head");

	CHECK_PAGE(p, 200, "aria-sort=\"descending\"");
	CHECK(page_has(p, "&amp;sort=oldest\">Oldest first"));
	CHECK(page_has(p, ">Older leads</a>"));
	p = page_get(address("", "&sort=oldest"), "head");
	CHECK_PAGE(p, 200, "aria-sort=\"ascending\"");
	CHECK(page_has(p, ">Newer leads</a>"));
	CHECK_INT(rising("head", "&sort=oldest"), 120);
	CHECK_INT(rising("head", past), 120);
	CHECK_INT(rising("rep-a", "&sort=oldest"), 70);
	CHECK_INT(rising("head", "&sort=oldest&state=lost"), 20);
	CHECK(!page_has(page_get(closed("", ""), "head"), "aria-sort"));
	CHECK(!page_has(page_get(closed("", ""), "head"), "Oldest first"));
	CHECK_INT(page_get(address("", "&sort=name"), "head").status, 422);
}

/* Of 30 won and 20 lost ones 3 days after they came, 7 each closed earlier. */
static void closed_ones_by_their_end(void)
{
	static const struct {
		const char *more, *total;
	} cases[] = {
		{ "", "\"total\":36," },
		{ "&state=closed", "\"total\":36," },
		{ "&state=any_won", "\"total\":23," },
		{ "&state=lost", "\"total\":13," },
		{ "&state=lost&reason=0", "\"total\":13," },
		{ "&state=lost&reason=99", "\"total\":0," },
		{ "&team=1", "\"total\":36," },
		{ "&product=0", "\"total\":36," },
		{ "&team=1&source=0", "\"total\":36," },
		{ "&team=2", "\"total\":0," },
	};
	struct page p;

	for (size_t i = 0; i < COUNT(cases); i++)
		CHECK_PAGE(page_get(closed(".json", cases[i].more), "head"),
			   200, cases[i].total);
	CHECK_PAGE(page_get(closed(".json", ""), "rep-a"), 200,
		   "\"total\":36,");
	CHECK_PAGE(page_get(closed(".json", ""), "rep-b"), 200, "\"total\":0,");
	/* the rows, too, not only their number */
	p = page_get(closed(".json", "&state=lost"), "head");
	CHECK_INT((int64_t)count(p.body, "\"state\":\"lost\""), 13 + 1);
	CHECK_INT((int64_t)count(p.body, "\"state\":\"won\""), 0);
	p = page_get(closed("", ""), "head");
	CHECK_PAGE(p, 200, "Leads closed from 6 Jun 2026 to 6 Jul 2026");
	CHECK_PAGE(p, 200, "href=\"/conversion/losses?");
	CHECK_INT(page_get("/leads?closed_to=2026-06-01", "head").status, 200);
	CHECK_INT(page_get(closed("", "&reason=x"), "head").status, 422);
}

static enum err lose_many(struct store *s, void *arg)
{
	(void)arg;
	for (int64_t i = 0; i < 60; i++)
		page_lead_event(s,
				page_lead(s, rep_b, NONE, FIRST + 50, "Many"),
				"lost", FIRST + 60 + i % 3);
	return store_error(s);
}

static void pages_of_closed_ones_follow_each_other(void)
{
	const char *first =
		page_text("/leads?closed_from=%s&state=lost",
			  period_text(page_state.arena, FIRST + 60));
	size_t rows = 0, pages = 0;

	page_fill(lose_many, NULL);
	for (const char *next = first; next && pages < 10; pages++) {
		struct page p = page_get(next, "head");

		rows += count(p.body, "<time datetime");
		next = older(p);
	}
	CHECK_INT(rows, 60);
	CHECK_INT(pages, 2);
}

static void everybody_sees_their_own(void)
{
	CHECK_PAGE(page_get(address(".json", ""), "rep-a"), 200,
		   "\"total\":70,");
	CHECK_PAGE(page_get(address(".json", ""), "rep-b"), 200,
		   "\"total\":50,");
	CHECK(!page_has(page_get(address(".json", ""), "rep-b"), "\"Lead 1\""));
	/* asking for another team's does not show them */
	CHECK_PAGE(page_get(address(".json", "&team=1"), "rep-b"), 200,
		   "\"total\":0,");
	CHECK_PAGE(page_get(address(".json", "&team=1"), "head"), 200,
		   "\"total\":70,");
}

static void names_can_neither_run_nor_compute(void)
{
	struct page p = page_get(address("", "&state=invalid"), "head");

	CHECK_PAGE(p, 200, "=HYPERLINK(&quot;x&quot;)&lt;b&gt;");
	p = page_get(address(".csv", "&state=invalid"), "head");
	CHECK_PAGE(p, 200, "\"'=HYPERLINK(\"\"x\"\")<b>\"");
	CHECK_TEXT(p.type, "text/csv; charset=utf-8");
}

static void nothing_says_so(void)
{
	CHECK_PAGE(page_get("/leads?from=2001-01-01&to=2001-02-01", "head"),
		   200, "There is no such lead.");
}

/* ---- by the step they reached ---- */

enum { WAY = FIRST + 60 }; /* a day of their own */

static int64_t meeting, offer;

static int64_t add_step(struct store *s, int64_t position, const char *name)
{
	struct step_add row = { 0 };

	one_step_add(s, (struct step_add_in){ position, name, name }, &row);
	return row.id;
}

/* n more leads, which reach a step (0: are contacted) after some days. */
static int64_t reach(struct store *s, int64_t n, int64_t step, int64_t days)
{
	int64_t lead = 0;

	for (int64_t i = 0; i < n; i++) {
		struct lead_event_add_in in = {
			.kind = step ? "step" : "contacted",
			.at = (WAY + days) * 86400,
			.day = WAY + days,
			.actor = NONE,
			.owner = NONE,
			.step = step ? step : NONE,
			.reason = NONE,
			.note = "",
		};

		lead = in.lead = page_lead(s, rep_a, NONE, WAY, "On the way");
		run_lead_event_add(s, in);
	}
	return lead;
}

static enum err fill_way(struct store *s, void *arg)
{
	(void)arg;
	offer = add_step(s, 2,
			 "Offer <b>"); /* the later one has the lower id */
	meeting = add_step(s, 1, "Meeting");
	for (int i = 0; i < 2; i++)
		page_lead(s, rep_a, NONE, WAY, "Waits");
	reach(s, 3, 0, 1);
	reach(s, 4, meeting, 2);
	reach(s, 5, offer, 89);
	reach(s, 6, offer, 91); /* too late: in no step in time */
	page_lead_event(s, page_lead(s, rep_a, NONE, WAY, "Won"), "won",
			WAY + 5);
	page_lead_event(s, reach(s, 1, meeting, 6), "lost", WAY + 4);
	return store_error(s);
}

static void expect(const char *login, const char *filter, int64_t total,
		   const char *more)
{
	const char *to =
		page_text("/leads.json?from=%s&to=%s&%s%s",
			  period_text(page_state.arena, WAY),
			  period_text(page_state.arena, WAY), filter, more);

	CHECK_PAGE(page_get(to, login), 200,
		   page_text("\"total\":%lld,", (long long)total));
}

/* Kept, one by one, of one person, and from the records. */
static void expect_always(const char *filter, int64_t total)
{
	expect("head", filter, total, "");
	expect("head", filter, total, "&product=0");
	expect("head", filter, total, "&segment=0");
	expect("rep-a", filter, total, "");
	expect("rep-b", filter, 0, "");
	expect("head", filter, total,
	       page_text("&as_of=%s", period_text(page_state.arena, WAY + 95)));
	expect("head", filter, 0, "&segment=99");
}

static enum err fill_later(struct store *s, void *arg)
{
	(void)arg;
	page_lead(s, rep_b, NONE, WAY + 110, "Later");
	return store_error(s);
}

static void who_reached_a_step(void)
{
	const char *address;

	page_fill(fill_way, NULL);
	page_fill(fill_later, NULL); /* so that a day before is past */
	expect_always("state=matured&step=0", 3 + 4 + 5 + 1);
	expect_always(page_text("state=matured&step=%lld", (long long)meeting),
		      4 + 5 + 1);
	expect_always(page_text("state=matured&step=%lld", (long long)offer),
		      5 + 1);
	expect_always("state=waiting", 2);
	expect("head", "state=matured&step=0", 3 + 4 + 1, "&horizon=10");
	address =
		page_text("/leads?from=%s&to=%s&state=matured&step=%lld",
			  period_text(page_state.arena, WAY),
			  period_text(page_state.arena, WAY), (long long)offer);
	CHECK_PAGE(page_get(address, "head"), 200,
		   "came to “Offer &lt;b&gt;” in time");
	CHECK_PAGE(page_get(address, "head"), 200, "/conversion/funnel?");
	CHECK_INT(page_get("/leads?state=matured&step=999", "head").status,
		  404);
}

int main(void)
{
	page_start(&app_leads);
	page_fill(fill, NULL);
	each_state_has_its_rows();
	pages_follow_each_other();
	oldest_first();
	everybody_sees_their_own();
	names_can_neither_run_nor_compute();
	nothing_says_so();
	closed_ones_by_their_end();
	pages_of_closed_ones_follow_each_other();
	who_reached_a_step();
	page_stop();
	return check_done();
}
