/* conversion_edges_test.c - what is odd in records, and what the page makes of
 * it: each team is a case of its own. */
#include "../../cgi/lib/lead.h"
#include "../../cgi/lib/zone.h"
#include "page.h"

extern const struct app app_conversion;

enum { FIRST = 20610 }; /* 6 Jun 2026 */

static int64_t web, unled;

/* A team of one person, who is returned. */
static int64_t person_of(struct store *s, const char *team)
{
	return page_person(s, page_text("rep of %s", team), "rep",
			   page_team(s, team));
}

static int64_t customer(struct store *s)
{
	struct customer_add row = { 0 };

	one_customer_add(s, page_customer("Buyer"), &row);
	return row.id;
}

/* n leads, the first k won after a week. */
static void leads(struct store *s, int64_t owner, int64_t n, int64_t k)
{
	for (int64_t i = 0; i < n; i++) {
		int64_t lead = page_lead(s, owner, web, FIRST, "Lead");

		if (i < k)
			page_lead_event(s, lead, "won", FIRST + 7);
	}
}

static void early(struct store *s)
{
	int64_t lead = page_lead(s, person_of(s, "Early"), web, FIRST + 5,
				 "Won two days before");

	page_lead_event(s, lead, "won", FIRST + 3);
}

static void twice(struct store *s)
{
	int64_t lead = page_lead(s, person_of(s, "Twice"), web, FIRST, "Lead");

	page_lead_event(s, lead, "won", FIRST + 4);
	page_lead_event(s, lead, "won", FIRST + 30);
}

static void back(struct store *s)
{
	int64_t lead = page_lead(s, person_of(s, "Back"), web, FIRST, "Lead");

	page_lead_event(s, lead, "lost", FIRST + 2);
	page_lead_event(s, lead, "reopened", FIRST + 9);
	page_lead_event(s, lead, "won", FIRST + 12);
}

static void refunded(struct store *s)
{
	int64_t lead = page_lead(s, person_of(s, "Refunded"), web, FIRST, "L");
	int64_t who = customer(s), paid;

	page_lead_event(s, lead, "won", FIRST + 4);
	paid = page_purchase(s, who, lead, FIRST + 4, 70000, NONE);
	page_purchase(s, who, NONE, FIRST + 20, -70000, paid);
}

/* Nothing was to pay. */
static void free_item(struct store *s)
{
	int64_t lead = page_lead(s, person_of(s, "Free"), web, FIRST, "Lead");

	page_lead_event(s, lead, "won", FIRST + 4);
	page_purchase(s, customer(s), lead, FIRST + 4, 0, NONE);
}

/* Money beyond 32 bits, in minor units. */
static void dear(struct store *s)
{
	int64_t owner = person_of(s, "Dear");

	for (int i = 0; i < 3; i++) {
		int64_t lead = page_lead(s, owner, web, FIRST, "Lead");

		page_lead_event(s, lead, "won", FIRST + 4);
		page_purchase(s, customer(s), lead, FIRST + 4,
			      INT64_C(900000000000), NONE);
	}
}

/* What somebody asks on the first day. */
static struct lead_new inquiry(int64_t owner, const char *name,
			       const char *email)
{
	return (struct lead_new){ .name = name,
				  .email = email,
				  .phone = "",
				  .source = web,
				  .campaign = NONE,
				  .product = NONE,
				  .segment = NONE,
				  .customer = NONE,
				  .owner = owner,
				  .actor = NONE,
				  .created_at = FIRST * INT64_C(86400),
				  .origin = "",
				  .origin_id = "" };
}

/* Two with a price of their own, one of them won. */
static void priced(struct store *s)
{
	struct lead_new new = inquiry(person_of(s, "Priced"), "Paid for", "");
	struct lead_added added;

	new.cost = 12300;
	lead_add(s, page_state.arena, 180, &new, &added);
	lead_add(s, page_state.arena, 180, &new, &added);
	page_lead_event(s, added.id, "won", FIRST + 1);
}

/* One who asked twice is one prospect; who comes back after the win is none;
 * and what somebody buys without ever having asked is nobody's conversion. */
static void joined(struct store *s)
{
	struct lead_new new =
		inquiry(person_of(s, "Joined"), "Ann", "Ann@Example.org ");
	struct lead_added first, next;

	lead_add(s, page_state.arena, 180, &new, &first);
	new.email = "ann@example.ORG";
	new.created_at += 86400;
	lead_add(s, page_state.arena, 180, &new, &next);
	page_lead_event(s, next.id, "won", FIRST + 5);
	new.created_at += INT64_C(9) * 86400;
	lead_add(s, page_state.arena, 180, &new, &next);
	unled = customer(s);
	page_purchase(s, unled, NONE, FIRST + 2, 5000, NONE);
	page_purchase(s, unled, NONE, FIRST + 9, 700, NONE);
}

static enum err fill(struct store *s, void *arg)
{
	(void)arg;
	page_company(s, NULL);
	zone_use("UTC");
	page_person(s, "head", "head", 0);
	lead_source(s, page_state.arena, "Web", "other", &web);
	page_team(s, "None");
	early(s);
	twice(s);
	back(s);
	refunded(s);
	free_item(s);
	dear(s);
	priced(s);
	joined(s);
	leads(s, person_of(s, "Five"), 5, 0);
	leads(s, person_of(s, "All five"), 5, 5);
	return store_error(s);
}

static const char *address(const char *ending, const char *more)
{
	return page_text("/conversion%s?from=%s&to=%s%s", ending,
			 period_text(page_state.arena, FIRST),
			 period_text(page_state.arena, FIRST + 19), more);
}

/* The part of the data that is about a group. */
static void group_is(const char *by, const char *name, const char *counts,
		     const char *more)
{
	struct page p = page_get(address(".json", by), "head");
	const char *at = strstr(p.body, page_text("\"name\":\"%s\"", name));
	const char *end = at ? strchr(at, '}') : NULL;
	const char *text =
		end ? arena_strndup(page_state.arena, at, (size_t)(end - at))
		    : "";

	if (!strstr(text, counts) || !strstr(text, more))
		CHECK_TEXT(text, page_text("%s .. %s", counts, more));
	CHECK(strstr(text, counts) && strstr(text, more));
}

/* Teams are counted from sums, their people in a pass over all leads. */
static void case_is(const char *team, const char *counts, const char *more)
{
	group_is("", team, counts, more);
	group_is("&group=person", page_text("rep of %s", team), counts, more);
}

static void each_has_its_numbers(void)
{
	const char *one = "\"prospects\":1,\"excluded\":0,\"matured\":1,"
			  "\"won\":1,\"won_any\":1,\"lost\":0,\"open\":0,";

	case_is("Early", one, "\"median_days_to_win\":0,");
	case_is("Twice", one, "\"median_days_to_win\":4,");
	case_is("Back", one, "\"median_days_to_win\":12,");
	case_is("Refunded", one, "\"revenue\":700.00");
	case_is("Free", one, "\"revenue\":0.00");
	case_is("Dear", "\"won\":3,", "\"revenue\":27000000000.00");
	case_is("Priced", "\"won\":1,", "\"spend\":246.00");
	case_is("Joined", one, "\"median_days_to_win\":5,");
	case_is("Five", "\"won\":0,", "\"conversion_high\":0.43448");
	case_is("All five", "\"won\":5,", "\"conversion_low\":0.56551");
	group_is("", "None", "\"prospects\":0,", "\"conversion\":null,");
}

/* Few are counts, without percent, colour or rank; none are listed last. */
static void few_are_counts(void)
{
	struct page p = page_get(address("", ""), "head");
	const char *none = strstr(p.body, "<bdi>None</bdi>");

	CHECK_PAGE(p, 200, ">0 of 5<");
	CHECK_PAGE(p, 200, ">5 of 5<");
	CHECK_PAGE(p, 200, "no leads");
	CHECK(!page_has(p, ">100%<"));
	CHECK(!page_has(p, "tag good"));
	CHECK(!page_has(p, "tag bad"));
	CHECK(none && !strstr(none, "of 5<"));
	CHECK_PAGE(p, 200, ">1 lead closed before the day it came<");
}

/* ---- people who are known of won leads only -------------------------------
 */

static enum err fill_only_won(struct store *s, void *arg)
{
	int64_t seller = page_person(s, "seller", "rep", page_team(s, "Late"));

	(void)arg;
	for (int i = 0; i < 40; i++) {
		int64_t lead = page_lead(s, NONE, web, FIRST - 100, "Lead");

		if (i < 12) {
			page_lead_event(s, lead, "won", FIRST - 90);
			run_lead_event_add(
				s, (struct lead_event_add_in){
					   .lead = lead,
					   .kind = "assigned",
					   .at = (FIRST - 91) * INT64_C(86400),
					   .day = FIRST - 91,
					   .actor = NONE,
					   .owner = seller,
					   .step = NONE,
					   .reason = NONE,
					   .note = "" });
		}
	}
	return store_error(s);
}

static void who_is_known_of_won_ones_has_no_rate(void)
{
	const char *days = page_text("from=%s&to=%s&group=person",
				     period_text(page_state.arena, FIRST - 100),
				     period_text(page_state.arena, FIRST - 99));
	struct page p = page_get(page_text("/conversion?%s", days), "head");

	CHECK_PAGE(p, 200, "is recorded for won leads only");
	CHECK_PAGE(p, 200, ">12 won<");
	CHECK_PAGE(p, 200, ">30%<"); /* all together have one */
	CHECK(!page_has(p, ">100%<"));
	CHECK(!page_has(p, "tag good"));
	p = page_get(page_text("/conversion.json?%s", days), "head");
	CHECK_PAGE(p, 200, "\"name\":\"seller\"");
	CHECK(!page_has(p, "\"conversion\":1,"));
	p = page_get(address("", "&group=person"), "head");
	CHECK(!page_has(p, "is recorded for won leads only"));
}

/* Four bought for the first time: three as won leads, one of whom nobody had
 * heard before. */
static void who_was_no_lead_has_a_line(void)
{
	static const char line[] = "1 customer first bought without having";
	const char *list =
		page_text("/conversion/unled%s", strchr(address("", ""), '?'));
	struct page p = page_get(address("", ""), "head");

	CHECK_PAGE(p, 200, line);
	CHECK_PAGE(p, 200, "/conversion/unled?from=");
	CHECK_PAGE(page_get(address("/losses", ""), "head"), 200, line);
	CHECK(!page_has(page_get(address("", "&team=1"), "head"), line));
	p = page_get(list, "head");
	CHECK_PAGE(p, 200, "<b>1 customer</b>");
	CHECK_PAGE(p, 200, "$50.00");
	CHECK_INT(page_times(p, "class=\"r-n\""), 1);
	CHECK_INT(page_get(list, "rep of Early").status, 403);
	list = page_text("/conversion/unled.csv%s", strchr(list, '?'));
	CHECK_PAGE(page_get(list, "head"), 200, ",Buyer,,2026-06-08,50.00");
}

/* A lead of theirs turns up, from the day of the purchase. */
static enum err fill_lead(struct store *s, void *arg)
{
	struct lead_new new = inquiry(NONE, "Late found", "");
	struct lead_added added;

	(void)arg;
	new.customer = unled;
	new.created_at += 2 * 86400;
	return lead_add(s, page_state.arena, 180, &new, &added);
}

static void until_their_lead_is_found(void)
{
	page_fill(fill_lead, NULL);
	CHECK(!page_has(page_get(address("", ""), "head"),
			"without having been"));
}

static enum err fill_others(struct store *s, void *arg)
{
	(void)arg;
	for (int i = 0; i < 60; i++)
		page_purchase(s, customer(s), NONE, FIRST + 3, 100, NONE);
	return store_error(s);
}

static void pages_follow_each_other(void)
{
	struct page p;
	const char *next;

	page_fill(fill_others, NULL);
	p = page_get(
		page_text("/conversion/unled%s", strchr(address("", ""), '?')),
		"head");
	CHECK_PAGE(p, 200, "<b>60 customers</b>");
	CHECK_INT(page_times(p, "class=\"r-n\""), 50);
	next = strstr(p.body, "&amp;after=");
	CHECK(next != NULL);
	if (!next)
		return;
	p = page_get(page_text("/conversion/unled%s&after_day=%s&after=%lld",
			       strchr(address("", ""), '?'),
			       period_text(page_state.arena, FIRST + 3),
			       strtoll(next + strlen("&amp;after="), NULL, 10)),
		     "head");
	CHECK_INT(page_times(p, "class=\"r-n\""), 10);
	CHECK(!page_has(p, "More customers"));
}

int main(void)
{
	page_start(&app_conversion);
	page_fill(fill, NULL);
	each_has_its_numbers();
	few_are_counts();
	who_was_no_lead_has_a_line();
	until_their_lead_is_found();
	pages_follow_each_other();
	page_fill(fill_only_won, NULL);
	who_is_known_of_won_ones_has_no_rate();
	page_stop();
	return check_done();
}
