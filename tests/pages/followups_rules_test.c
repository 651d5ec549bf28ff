/* followups_rules_test.c - rules: what they answer, whom they leave alone, and
 * that they plan nothing twice. */
#include "page.h"

#include "lib/followup.h"
#include "lib/rule.h"

extern const struct app app_followups;

enum { SINCE = PAGE_TODAY - 30 /* the day all rules were made */ };

static int64_t ann_id, gear;

static int64_t customer(struct store *s, const char *name, const char *segment,
			int64_t manager, int64_t contract_end)
{
	struct customer_add_in in = page_customer(name);
	struct customer_add row = { 0 };

	in.segment = segment;
	in.manager = manager;
	in.contract_end_day = contract_end;
	one_customer_add(s, in, &row);
	return row.id;
}

/* Somebody who bought on a day. */
static int64_t buyer(struct store *s, const char *name, int64_t day)
{
	int64_t id = customer(s, name, "", ann_id, NONE);

	page_purchase(s, id, NONE, day, 10000, NONE);
	return id;
}

static void rule(struct store *s, const char *cause, int64_t days,
		 const char *subject)
{
	run_rule_add(s, (struct rule_add_in){ cause, days, NONE, "", "call",
					      subject, SINCE });
}

static int64_t opened(struct store *s, int64_t whose)
{
	struct problem_add_in in = { .customer = whose,
				     .owner = ann_id,
				     .contact = NONE,
				     .what = "It stops",
				     .cause = "",
				     .due_day = NONE,
				     .state = "open" };
	struct problem_add row = { 0 };

	one_problem_add(s, in, &row);
	return row.id;
}

static void solved(struct store *s, int64_t id, int64_t day)
{
	struct problem_event_add_in in = { .problem = id,
					   .kind = "solved",
					   .at = day * 86400,
					   .day = day,
					   .actor = ann_id,
					   .note = "" };

	run_problem_close(s, (struct problem_close_in){ id });
	run_problem_event_add(s, in);
}

static void unhappy(struct store *s, int64_t whose, int64_t day)
{
	struct contact_add_in in = { .customer = whose,
				     .followup = NONE,
				     .person = ann_id,
				     .kind = "call",
				     .outcome = "neutral",
				     .score = 6,
				     .note = "",
				     .at = day * 86400,
				     .day = day };
	struct contact_add row = { 0 };

	one_contact_add(s, in, &row);
}

/* Who is left alone, whatever happens. */
static void fill_others(struct store *s)
{
	int64_t id;

	/* Due on the day before the rule was made. */
	buyer(s, "Too early", SINCE - 11);
	/* Due in eight days. */
	buyer(s, "Not yet", PAGE_TODAY - 2);
	id = buyer(s, "Has a problem", PAGE_TODAY - 10);
	opened(s, id);
	id = customer(s, "Of nobody", "", NONE, NONE);
	page_purchase(s, id, NONE, PAGE_TODAY - 10, 10000, NONE);
	id = buyer(s, "Leave me alone", PAGE_TODAY - 10);
	run_followup_no_contact_set(
		s, (struct followup_no_contact_set_in){ id, 1 });
}

static enum err fill(struct store *s, void *arg)
{
	int64_t north = page_team(s, "North"), id, lot;

	(void)arg;
	page_company(s, NULL);
	ann_id = page_person(s, "ann", "rep", north);
	page_person(s, "lea", "lead", north);
	page_person(s, "head", "head", 0);
	/* Wednesday 2026-11-25 is today; 10 days after a purchase on the 18th
	 * is Saturday the 28th: Monday the 30th. */
	rule(s, "first", 10, "After the first");
	buyer(s, "Saturday", PAGE_TODAY - 7);
	buyer(s, "Overdue", PAGE_TODAY - 25);
	rule(s, "purchase", 0, "After each");
	lot = buyer(s, "Buys a lot", PAGE_TODAY - 400);
	page_purchase(s, lot, NONE, PAGE_TODAY - 5, 10000, NONE);
	id = page_purchase(s, lot, NONE, PAGE_TODAY - 5, 20000, NONE);
	page_purchase(s, lot, NONE, PAGE_TODAY - 4, 10000, NONE);
	page_purchase(s, lot, NONE, PAGE_TODAY - 1, -500, id);
	/* Sunday 2026-12-06 less 9 days is Friday the 27th; less 8 Saturday:
	 * the Friday before. */
	rule(s, "contract", 8, "Before the end");
	customer(s, "Contract", "", ann_id, PAGE_TODAY + 11);
	customer(s, "Long contract", "", ann_id, PAGE_TODAY + 200);
	rule(s, "problem", 2, "Still solved?");
	id = customer(s, "Had a problem", "", ann_id, NONE);
	solved(s, opened(s, id), PAGE_TODAY - 1);
	rule(s, "score", 1, "What was wrong?");
	id = customer(s, "Gave a six", "", ann_id, NONE);
	unhappy(s, id, PAGE_TODAY - 1);
	fill_others(s);
	return store_error(s);
}

static struct page rules(const char *login)
{
	return page_get("/followups/rules", login);
}

static void days_are_working_days(void)
{
	/* 20783 is Thursday 2026-11-26. */
	CHECK_INT(rule_due(RULE_FIRST, 1, 20782), 20783);
	CHECK_INT(rule_due(RULE_FIRST, 3, 20782), 20787);
	CHECK_INT(rule_due(RULE_PURCHASE, 4, 20782), 20787);
	CHECK_INT(rule_due(RULE_SILENT, 5, 20782), 20787);
	CHECK_INT(rule_due(RULE_CONTRACT, 0, 20785), 20784);
	CHECK_INT(rule_due(RULE_CONTRACT, 30, 20816), 20784);
}

static void what_they_would_plan_is_shown(void)
{
	struct page p = rules("head");

	CHECK_PAGE(p, 200, "10 days after the first purchase");
	CHECK_PAGE(p, 200, "8 days before the contract ends");
	CHECK_PAGE(p, 200, "Plan them now");
	p = page_get("/followups/rule?id=1", "head");
	CHECK_PAGE(p, 200, "2 to plan today");
	CHECK_PAGE(p, 200, "<bdi>Saturday</bdi>");
	CHECK_PAGE(p, 200, "30 Nov 2026");
	CHECK_PAGE(p, 200, "<bdi>Overdue</bdi>");
	CHECK_PAGE(p, 200, "25 Nov 2026");
	CHECK(!page_has(p, "Too early"));
	CHECK(!page_has(p, "Not yet"));
	CHECK(!page_has(p, "Has a problem"));
	CHECK(!page_has(p, "Of nobody"));
	CHECK(!page_has(p, "Leave me alone"));
	/* Two purchases of one day are one cause, a refund is none. */
	p = page_get("/followups/rule?id=2", "head");
	CHECK_INT(page_times(p, "<bdi>Buys a lot</bdi>"), 2);
	p = page_get("/followups/rule?id=3", "head");
	CHECK_PAGE(p, 200, "<bdi>Contract</bdi>");
	CHECK_PAGE(p, 200, "27 Nov 2026");
	CHECK(!page_has(p, "Long contract"));
	CHECK_PAGE(page_get("/followups/rule?id=4", "head"), 200,
		   "<bdi>Had a problem</bdi>");
	CHECK_PAGE(page_get("/followups/rule?id=5", "head"), 200,
		   "<bdi>Gave a six</bdi>");
	CHECK_INT(page_get("/followups/rule?id=99", "head").status, 404);
}

static void nobody_else_makes_rules(void)
{
	CHECK_INT(rules("lea").status, 403);
	CHECK_INT(rules("ann").status, 403);
	CHECK_INT(page_get("/followups/rule?id=1", "lea").status, 403);
	CHECK_INT(page_post("/followups/rules/run", "lea", "").status, 403);
	CHECK_INT(page_post("/followups/rules/stop", "lea", "id=1").status,
		  403);
	CHECK_INT(page_post("/followups/rules", "lea",
			    "cause=first&days=3&kind=call&subject=x"
			    "&product=&segment=")
			  .status,
		  403);
	CHECK(!page_has(page_get("/followups", "lea"), "/followups/rules"));
	CHECK_PAGE(page_get("/followups", "head"), 200, "/followups/rules");
}

/* "Saturday" and "Overdue" twice, "Has bought" of others once each. */
static void nothing_is_planned_twice(void)
{
	struct page p = page_post("/followups/rules/run", "head", "");
	const char *made = p.location ? strchr(p.location, '=') : NULL;

	CHECK_INT(p.status, 303);
	CHECK(made && strtoll(made + 1, NULL, 10) > 0);
	page_state.now += 60;
	p = page_get(p.location, "head");
	CHECK_PAGE(p, 200, "follow-ups were planned.");
	CHECK_INT(page_times(p, "nothing to plan today"), 5);
	CHECK(!page_has(p, "Plan them now"));
	p = page_post("/followups/rules/run", "head", "");
	CHECK(p.location && strstr(p.location, "made=0"));
	page_state.now += 60;
	p = page_get("/followups.csv?who=all", "head");
	CHECK_INT(page_times(p, "Saturday"), 2);
	CHECK_INT(page_times(p, "After the first"), 2);
	CHECK_INT(page_times(p, "Before the end"), 1);
	CHECK_INT(page_times(p, "Still solved?"), 1);
	CHECK_INT(page_times(p, "What was wrong?"), 1);
	CHECK_INT(page_times(p, "Leave me alone"), 0);
	CHECK_INT(page_times(p, "Has a problem"), 0);
	CHECK(page_has(p, "2026-11-30"));
}

static enum err solve_it(struct store *s, void *arg)
{
	(void)arg;
	for (int64_t id = 1; id <= 3; id++)
		run_problem_close(s, (struct problem_close_in){ id });
	return store_error(s);
}

static void what_waited_is_planned(void)
{
	struct page p;

	page_fill(solve_it, NULL);
	page_state.now += 60;
	p = page_get("/followups/rule?id=1", "head");
	CHECK_PAGE(p, 200, "<bdi>Has a problem</bdi>");
	/* Two months later it is too late for that. */
	page_state.now += 70 * 86400;
	CHECK(!page_has(page_get("/followups/rule?id=1", "head"),
			"Has a problem"));
	page_state.now -= 70 * 86400;
}

static struct page add(const char *fields)
{
	return page_post("/followups/rules", "head", fields);
}

static void rules_are_made_and_stopped(void)
{
	struct page p = add(page_text("cause=purchase&days=0&kind=visit"
				      "&subject=Gear+%%3Cin%%3E+use"
				      "&product=%lld&segment=hotels",
				      (long long)gear));

	CHECK_INT(p.status, 303);
	page_state.now += 60;
	CHECK_PAGE(rules("head"), 200, "Gear &lt;in&gt; use");
	p = page_get("/followups/rule?id=6", "head");
	CHECK_PAGE(p, 200, "<bdi>Gear</bdi>");
	CHECK_PAGE(p, 200, "1 to plan today");
	CHECK_PAGE(p, 200, "<bdi>Grand Hotel</bdi>");
	p = add("cause=&days=-1&kind=&subject=&product=77&segment=nowhere");
	CHECK_PAGE(p, 422, "id=\"cause-e\"");
	CHECK_PAGE(p, 422, "id=\"days-e\"");
	CHECK_PAGE(p, 422, "id=\"kind-e\"");
	CHECK_PAGE(p, 422, "id=\"subject-e\"");
	p = add("cause=first&days=3&kind=call&subject=kept&product=77"
		"&segment=nowhere");
	CHECK_PAGE(p, 422, "id=\"product-e\"");
	CHECK_PAGE(p, 422, "id=\"segment-e\"");
	CHECK_PAGE(p, 422, "value=\"kept\"");
	CHECK_INT(page_post("/followups/rules/stop", "head", "id=6").status,
		  303);
	page_state.now += 60;
	CHECK(!page_has(rules("head"), "Gear &lt;in&gt; use"));
	CHECK_INT(page_get("/followups/rule?id=6", "head").status, 404);
}

/* One of the segment bought the product today, one something else, and one
 * of another segment the product. */
static enum err fill_gear(struct store *s, void *arg)
{
	static const char *const names[] = { "Grand Hotel", "Other Hotel",
					     "A Mill" };
	struct product_add row = { 0 };
	struct segment_add segment = { 0 };

	(void)arg;
	one_product_add(s, (struct product_add_in){ "Gear", "gear" }, &row);
	gear = row.id;
	one_segment_add(s, (struct segment_add_in){ "hotels" }, &segment);
	for (size_t i = 0; i < COUNT(names); i++) {
		int64_t id = customer(s, names[i], i < 2 ? "hotels" : "mills",
				      ann_id, NONE);
		struct purchase_add_in in = { .customer = id,
					      .lead = NONE,
					      .product = i == 1 ? NONE : gear,
					      .refund_of = NONE,
					      .at = PAGE_NOW,
					      .day = PAGE_TODAY,
					      .month = period_month(PAGE_TODAY),
					      .amount = 500,
					      .currency = "USD",
					      .base_amount = 500,
					      .origin = "",
					      .origin_id = "" };
		struct purchase_add bought;

		one_purchase_add(s, in, &bought);
	}
	return store_error(s);
}

int main(void)
{
	page_start(&app_followups);
	page_fill(fill, NULL);
	days_are_working_days();
	what_they_would_plan_is_shown();
	nobody_else_makes_rules();
	nothing_is_planned_twice();
	what_waited_is_planned();
	page_fill(fill_gear, NULL);
	page_state.now += 60;
	rules_are_made_and_stopped();
	page_stop();
	return check_done();
}
