/* conversion_losses_test.c - why leads were lost: how often, whenever they
 * came, counted in every way alike. */
#include "page.h"

extern const struct app app_conversion;

enum { FIRST = 20600 }; /* a day long enough ago */

static int64_t price, silent, source_web;

static int64_t add_reason(struct store *s, const char *name)
{
	struct reason_add row = { 0 };

	one_reason_add(s, (struct reason_add_in){ "lost", name, name }, &row);
	return row.id;
}

/* n leads of an owner that come on a day and are lost on another. */
static void lose(struct store *s, int64_t owner, int64_t source, int64_t n,
		 int64_t came, int64_t day, int64_t reason)
{
	for (int64_t i = 0; i < n; i++) {
		int64_t lead = page_lead(s, owner, source, came, "Lost");
		struct lead_event_add_in in = { .lead = lead,
						.kind = "lost",
						.at = day * 86400 + 60,
						.day = day,
						.actor = NONE,
						.owner = NONE,
						.step = NONE,
						.reason = reason,
						.note = "" };

		run_lead_event_add(s, in);
	}
}

static void win(struct store *s, int64_t owner, int64_t n, int64_t came,
		int64_t day)
{
	for (int64_t i = 0; i < n; i++)
		page_lead_event(s, page_lead(s, owner, NONE, came, "Won"),
				"won", day);
}

/* In the ten days from FIRST 20 are lost for the price, 8 because they never
 * answered, 12 unsaid, and 10 won; of team B 4 of the first.  Before that 30
 * were lost, all for the price. */
static enum err fill(struct store *s, void *arg)
{
	struct source_add source = { 0 };
	int64_t a, b, again;

	(void)arg;
	page_company(s, NULL);
	price = add_reason(s, "Price <b>");
	silent = add_reason(s, "Never answered");
	a = page_person(s, "rep-a", "rep", page_team(s, "A"));
	b = page_person(s, "rep-b", "rep", page_team(s, "B"));
	page_person(s, "lead-a", "lead", 1);
	page_person(s, "head", "head", 0);
	one_source_add(s, (struct source_add_in){ "Web", "web", "other" },
		       &source);
	source_web = source.id;
	lose(s, a, source_web, 16, FIRST - 40, FIRST + 1, price);
	lose(s, b, NONE, 4, FIRST, FIRST + 9, price);
	lose(s, a, NONE, 8, FIRST, FIRST, silent);
	lose(s, a, NONE, 12, FIRST - 300, FIRST + 5, NONE);
	lose(s, a, NONE, 30, FIRST - 20, FIRST - 3, price);
	win(s, a, 10, FIRST - 5, FIRST + 2);
	/* lost, taken up again and lost for something else: once, the last */
	again = page_lead(s, b, NONE, FIRST - 400, "Twice");
	page_lead_event(s, again, "lost", FIRST - 390);
	page_lead_event(s, again, "reopened", FIRST - 380);
	/* open: in no number */
	page_lead(s, b, NONE, FIRST, "Open");
	return store_error(s);
}

static const char *address(const char *ending, const char *more)
{
	return page_text("/conversion/losses%s?from=%s&to=%s%s", ending,
			 period_text(page_state.arena, FIRST),
			 period_text(page_state.arena, FIRST + 9), more);
}

static void every_reason_has_its_share(void)
{
	struct page p = page_get(address("", ""), "head");

	CHECK_PAGE(p, 200,
		   "40 leads were lost; most often: “Price &lt;b&gt;” (20).");
	CHECK_PAGE(p, 200, "No reason given");
	CHECK_PAGE(p, 200, ">50% <"); /* 20 of 40 */
	CHECK_PAGE(p, 200,
		   "35.2\xe2\x80\x93"
		   "64.8%");
	CHECK_PAGE(p, 200, ">20%<"); /* 10 of 50 closed were won */
	CHECK_PAGE(p, 200,
		   "closed_from=2026-05-27&amp;closed_to=2026-06-05"
		   "&amp;state=lost&amp;reason=");
	CHECK(!page_has(p, "Price <b>"));
	p = page_get(address(".json", ""), "head");
	CHECK_PAGE(p, 200, "\"lost\":40,\"won\":10,\"win_rate\":0.2,");
	CHECK_PAGE(p, 200, "\"lost\":20,\"share\":0.5,");
	CHECK_PAGE(p, 200, "\"reason\":\"\",\"lost\":12,\"share\":0.3,");
	CHECK_PAGE(p, 200, "\"previous_lost\":30,");
	CHECK_PAGE(p, 200, "\"change\":-0.5,");
	p = page_get(address(".csv", ""), "head");
	CHECK_PAGE(p, 200, "Never answered,8,0.200000,");
}

/* From the sums, from the records of a past day, and one by one. */
static void every_way_counts_alike(void)
{
	const char *sums = page_get(address(".json", ""), "head").body;
	const char *past = page_text(
		"&as_of=%s", period_text(page_state.arena, FIRST + 100));
	struct page p = page_get(address(".json", past), "head");

	CHECK_TEXT(strstr(p.body, "\"lost\""), strstr(sums, "\"lost\""));
	p = page_get(address(".json", "&product=0"), "head");
	CHECK_TEXT(strstr(p.body, "\"lost\""), strstr(sums, "\"lost\""));
}

static enum err fill_later(struct store *s, void *arg)
{
	(void)arg;
	page_lead(s, NONE, NONE, FIRST + 150, "Later");
	return store_error(s);
}

static void filtered(void)
{
	struct page p = page_get(address(".json", "&team=2"), "head");

	CHECK_PAGE(p, 200, "\"lost\":4,\"won\":0,");
	p = page_get(address(".json",
			     page_text("&source=%lld", (long long)source_web)),
		     "head");
	CHECK_PAGE(p, 200, "\"lost\":16,\"won\":0,");
	/* team and source: the sums do not know both */
	p = page_get(address(".json", page_text("&team=1&source=%lld",
						(long long)source_web)),
		     "head");
	CHECK_PAGE(p, 200, "\"lost\":16,\"won\":0,");
	p = page_get(address(".json", "&team=2&source=0"), "head");
	CHECK_PAGE(p, 200, "\"lost\":4,\"won\":0,");
}

static void everybody_sees_their_own(void)
{
	CHECK_PAGE(page_get(address(".json", ""), "rep-b"), 200,
		   "\"lost\":4,\"won\":0,");
	CHECK_PAGE(page_get(address(".json", ""), "lead-a"), 200,
		   "\"lost\":36,\"won\":10,");
	CHECK_PAGE(page_get(address(".json", "&team=2"), "lead-a"), 200,
		   "\"lost\":0,\"won\":0,");
	CHECK_INT(page_get(address("", ""), "").status, 303);
}

static void nothing_is_no_number(void)
{
	struct page p = page_get(
		"/conversion/losses?from=2001-01-01&to=2001-01-31", "head");

	CHECK_PAGE(p, 200, "No lead was lost in this period.");
	CHECK(!page_has(p, "nan"));
	CHECK_PAGE(page_get("/conversion/losses.json?from=2001-01-01"
			    "&to=2001-01-31",
			    "head"),
		   200, "\"win_rate\":null");
	CHECK_PAGE(page_get("/conversion/losses?from=nonsense", "head"), 422,
		   "from:");
}

int main(void)
{
	page_start(&app_conversion);
	page_fill(fill, NULL);
	every_reason_has_its_share();
	filtered();
	everybody_sees_their_own();
	page_fill(fill_later, NULL);
	every_way_counts_alike();
	nothing_is_no_number();
	page_stop();
	return check_done();
}
