/* conversion_fair_test.c - groups compared with the same kinds of leads: who
 * is better, whichever way it is counted, and who may see it. */
#include "page.h"

extern const struct app app_conversion;

enum { FIRST = 20600 }; /* a day long enough ago */

static int64_t calls, friends;

static int64_t add_source(struct store *s, const char *name)
{
	struct source_add row = { 0 };

	one_source_add(s, (struct source_add_in){ name, name, "other" }, &row);
	return row.id;
}

/* n leads of an owner from a source, the first k of them won in ten days. */
static void add_leads(struct store *s, int64_t owner, int64_t source, int64_t n,
		      int64_t k)
{
	for (int64_t i = 0; i < n; i++) {
		int64_t day = FIRST + i % 20;
		int64_t lead = page_lead(s, owner, source, day, "Lead");

		if (i < k)
			page_lead_event(s, lead, "won", day + 10);
	}
}

/* The strong team wins more of either kind, and less of all: it gets the
 * calls. */
static enum err fill(struct store *s, void *arg)
{
	int64_t strong, weak;

	(void)arg;
	page_company(s, NULL);
	strong = page_person(s, "rep-strong", "rep", page_team(s, "<b>Strong"));
	weak = page_person(s, "rep-weak", "rep", page_team(s, "Weak"));
	page_person(s, "head", "head", 0);
	page_team(s, "Idle");
	calls = add_source(s, "Calls");
	friends = add_source(s, "Friends");
	add_leads(s, strong, calls, 400, 120);
	add_leads(s, strong, friends, 100, 70);
	add_leads(s, weak, calls, 100, 10);
	add_leads(s, weak, friends, 400, 200);
	/* after it a past day is counted from the records */
	page_lead(s, weak, calls, FIRST + 170, "Later");
	return store_error(s);
}

static const char *address(const char *ending, const char *more)
{
	return page_text("/conversion/fair%s?from=%s&to=%s%s", ending,
			 period_text(page_state.arena, FIRST),
			 period_text(page_state.arena, FIRST + 19), more);
}

/* By hand: (120 100 - 10 400) / 500 + (70 400 - 200 100) / 500 = 16 + 16 over
 * 80 + 80. */
static void the_strong_team_is_better(void)
{
	struct page p = page_get(address("", ""), "head");

	CHECK_PAGE(
		p, 200,
		"more than chance would explain: &lt;b&gt;Strong. Worse: Weak.");
	CHECK_PAGE(p, 200, ">38%<"); /* before */
	CHECK_PAGE(p, 200, "+20.0\xc2\xa0pts");
	CHECK_PAGE(p, 200, "tag good");
	CHECK(!page_has(p, "<b>Strong"));
	CHECK(!page_has(p, "<bdi>Idle")); /* nothing to compare */
	p = page_get(address(".json", ""), "head");
	CHECK_PAGE(p, 200, "\"kinds\":\"source\"");
	CHECK_PAGE(p, 200, "\"expected_won\":158");
	CHECK_PAGE(p, 200, "\"difference\":0.2,");
	CHECK_PAGE(p, 200, "\"matured\":500,\"won\":190");
	CHECK_PAGE(p, 200, "\"verdict\":\"better\"");
	p = page_get(address(".csv", ""), "head");
	CHECK_PAGE(p, 200, "Strong,500,190,158.000000,");
	CHECK_PAGE(p, 200, ",0.200000,");
}

/* The same from the records of a past day, one by one, and from the sums. */
static void every_way_counts_alike(void)
{
	const char *sums = page_get(address(".json", ""), "head").body;
	const char *past = page_text(
		"&as_of=%s", period_text(page_state.arena, FIRST + 150));
	struct page p = page_get(address(".json", past), "head");

	CHECK_TEXT(strstr(p.body, "\"kinds\""), strstr(sums, "\"kinds\""));
	p = page_get(address(".json", "&group=person"), "head");
	CHECK_PAGE(p, 200, "\"name\":\"rep-strong\",\"matured\":500");
	CHECK_PAGE(p, 200, "\"difference\":0.2,");
}

/* Sources are compared in the hands of the same teams. */
static void sources_by_team(void)
{
	struct page p = page_get(address(".json", "&group=source"), "head");

	CHECK_PAGE(p, 200, "\"kinds\":\"team\"");
	CHECK_PAGE(p, 200, "\"name\":\"Friends\",\"matured\":500,\"won\":270");
	CHECK_PAGE(p, 200, "\"difference\":0.4,");
	p = page_get(address("", "&group=source"), "head");
	CHECK_PAGE(p, 200, "in the hands of the same teams");
}

/* With one kind left there is nothing to even out: the plain difference. */
static void one_source_alone(void)
{
	struct page p = page_get(
		address(".json", page_text("&source=%lld", (long long)friends)),
		"head");

	CHECK_PAGE(p, 200, "\"matured\":500,\"won\":270,\"groups\"");
	CHECK_PAGE(p, 200, "\"difference\":0.2,");
}

/* A rep sees their own leads, and nobody to compare them with. */
static void a_rep_sees_their_own(void)
{
	struct page p = page_get(address(".json", ""), "rep-weak");

	CHECK_PAGE(p, 200, "\"matured\":500,\"won\":210,\"groups\"");
	CHECK_PAGE(p, 200, "\"difference\":null");
	CHECK(!page_has(p, "Strong"));
	p = page_get(address("", ""), "rep-weak");
	CHECK_PAGE(p, 200, "nobody stands out");
	CHECK(!page_has(p, "Strong"));
	CHECK_INT(page_get(address("", ""), "").status, 303);
}

static void nothing_is_no_number(void)
{
	struct page p = page_get(
		"/conversion/fair?from=2001-01-01&to=2001-01-31", "head");

	CHECK_PAGE(p, 200, "No leads of this period are old enough.");
	CHECK(!page_has(p, "nan"));
	p = page_get("/conversion/fair.json?from=2001-01-01&to=2001-01-31",
		     "head");
	CHECK_PAGE(p, 200, "\"groups\":[]");
	CHECK_PAGE(page_get("/conversion/fair?from=nonsense", "head"), 422,
		   "from:");
}

int main(void)
{
	page_start(&app_conversion);
	page_fill(fill, NULL);
	the_strong_team_is_better();
	every_way_counts_alike();
	sources_by_team();
	one_source_alone();
	a_rep_sees_their_own();
	nothing_is_no_number();
	page_stop();
	return check_done();
}
