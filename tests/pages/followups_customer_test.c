/* followups_customer_test.c - one customer on one page: what happened, what is
 * to do, problems opened and solved there; and who may see it. */
#include "page.h"

extern const struct app app_followups;

static int64_t ann_id, firm, others, friend;

static int64_t customer(struct store *s, const char *name, int64_t manager,
			const char *email)
{
	struct customer_add_in in = page_customer(name);
	struct customer_add row = { 0 };

	in.contact = "Miss <i>";
	in.email = in.email_key = email;
	in.phone = "+1 555 0100";
	in.phone_key = "15550100";
	in.segment = "hotels";
	in.manager = manager;
	one_customer_add(s, in, &row);
	return row.id;
}

static void talked(struct store *s, int64_t day)
{
	struct contact_add_in in = { .customer = firm,
				     .followup = NONE,
				     .person = ann_id,
				     .kind = "call",
				     .outcome = "happy",
				     .score = NONE,
				     .note = "All <b>well</b>",
				     .at = day * 86400 + 60,
				     .day = day };
	struct contact_add row = { 0 };

	one_contact_add(s, in, &row);
}

/* The firm bought on three days, 30 days apart, and was paid back once; it was
 * recommended, and has recommended somebody. */
static enum err fill(struct store *s, void *arg)
{
	int64_t north = page_team(s, "North"), south = page_team(s, "South");
	int64_t bob, lead, from;

	(void)arg;
	page_company(s, NULL);
	ann_id = page_person(s, "ann", "rep", north);
	bob = page_person(s, "bob", "rep", south);
	page_person(s, "lea", "lead", north);
	page_person(s, "head", "head", 0);
	page_person(s, "vera", "viewer", 0);
	firm = customer(s, "Harbour <Clinic>", ann_id, "a@b.example");
	others = customer(s, "Harbour South", bob, "");
	friend = customer(s, "Old Friend", ann_id, "");
	page_purchase(s, firm, NONE, PAGE_TODAY - 460, 100000, NONE);
	from = page_purchase(s, firm, NONE, PAGE_TODAY - 430, 20000, NONE);
	page_purchase(s, firm, NONE, PAGE_TODAY - 400, 30000, NONE);
	page_purchase(s, firm, NONE, PAGE_TODAY - 20, -5000, from);
	talked(s, PAGE_TODAY - 7);
	lead = page_lead(s, ann_id, NONE, PAGE_TODAY - 470, "Harbour");
	run_lead_customer_set(s, (struct lead_customer_set_in){ lead, firm });
	run_referral_add(s, (struct referral_add_in){
				    lead, friend, (PAGE_TODAY - 470) * 86400,
				    PAGE_TODAY - 470 });
	lead = page_lead(s, ann_id, NONE, PAGE_TODAY - 9, "Lumen <Optics>");
	run_referral_add(s, (struct referral_add_in){ lead, firm,
						      (PAGE_TODAY - 9) * 86400,
						      PAGE_TODAY - 9 });
	return store_error(s);
}

static struct page one(int64_t id, const char *login)
{
	return page_get(page_text("/followups/customer?id=%lld", (long long)id),
			login);
}

static void everything_is_on_one_page(void)
{
	struct page p = one(firm, "ann");

	CHECK_PAGE(p, 200, "<bdi>Harbour &lt;Clinic&gt;</bdi>");
	CHECK_PAGE(p, 200, "Miss &lt;i&gt;");
	CHECK_PAGE(p, 200, "hotels");
	CHECK_PAGE(p, 200, "$1,500 in the year before");
	CHECK_PAGE(p, 200, "3 purchases");
	CHECK_PAGE(p, 200, "400 days ago; usually every 30 days");
	CHECK_PAGE(p, 200, "Refund of $50");
	CHECK_PAGE(p, 200, "Purchase for $1,000");
	CHECK_PAGE(p, 200, "All &lt;b&gt;well&lt;/b&gt;");
	CHECK_PAGE(p, 200, "<bdi>Old Friend</bdi>");
	CHECK_PAGE(p, 200, "Lumen &lt;Optics&gt;");
	CHECK_PAGE(p, 200, "No follow-up is planned.");
	CHECK_PAGE(p, 200,
		   page_text("/followups/new?customer=%lld", (long long)firm));
	CHECK(!page_has(p, "<b>well</b>"));
}

static void parts_of_the_history(void)
{
	const char *address =
		page_text("/followups/customer?id=%lld&show=", (long long)firm);
	struct page p = page_get(page_text("%spurchases", address), "ann");

	CHECK_PAGE(p, 200, "Purchase for $1,000");
	CHECK(!page_has(p, "Recommended us"));
	p = page_get(page_text("%stalks", address), "ann");
	CHECK_PAGE(p, 200, "well");
	CHECK(!page_has(p, "Purchase for"));
	CHECK_PAGE(page_get(page_text("%sproblems", address), "ann"), 200,
		   "Nothing yet.");
	CHECK_INT(page_get(page_text("%snonsense", address), "ann").status,
		  422);
}

static void who_may_see_it(void)
{
	CHECK_INT(one(firm, "bob").status, 404);
	CHECK_INT(one(others, "ann").status, 404);
	CHECK_INT(one(others, "lea").status, 404);
	CHECK_INT(one(firm, "lea").status, 200);
	CHECK_INT(one(others, "head").status, 200);
	CHECK_INT(one(999, "head").status, 404);
	CHECK_INT(one(firm, "").status, 303);
	CHECK_INT(page_get("/followups/customer", "ann").status, 422);
	CHECK(!page_has(one(firm, "vera"), "Save problem"));
}

static struct page hear(const char *login, int64_t id, const char *fields)
{
	return page_post("/followups/problem", login,
			 page_text("id=%lld&%s", (long long)id, fields));
}

static struct page solve(const char *login, int64_t problem, int64_t version)
{
	return page_post("/followups/problem/solved", login,
			 page_text("id=%lld&version=%lld&customer=%lld"
				   "&note=Part+sent",
				   (long long)problem, (long long)version,
				   (long long)firm));
}

static void problems_are_opened_and_solved(void)
{
	struct page p = hear("ann", firm, "what=It+%3Cstops%3E&due=");
	int64_t problem;

	CHECK_INT(p.status, 303);
	p = one(firm, "ann");
	CHECK_PAGE(p, 200, "Open problem");
	CHECK_PAGE(p, 200, ">It &lt;stops&gt;</a></b>");
	CHECK_PAGE(p, 200, "open for 0 days");
	problem = page_number(p, "/followups/problem?id=");
	CHECK(problem > 0);
	CHECK_INT(solve("bob", problem, 1).status, 404);
	CHECK_INT(solve("vera", problem, 1).status, 403);
	page_state.now += 60;
	CHECK_INT(solve("ann", problem, 1).status, 303);
	p = one(firm, "ann");
	CHECK(!page_has(p, "Open problem"));
	CHECK_PAGE(p, 200, "Problem solved");
	CHECK_PAGE(p, 200, "Part sent");
	/* Somebody else was faster. */
	CHECK_PAGE(solve("lea", problem, 1), 409, "Somebody has changed");
}

static void what_is_missing_is_told(void)
{
	struct page p = hear("ann", firm, "what=&due=2001-01-01");

	CHECK_PAGE(p, 422, "id=\"what-e\"");
	CHECK_PAGE(p, 422, "id=\"due-e\"");
	CHECK_PAGE(p, 422, "value=\"2001-01-01\"");
	CHECK_INT(hear("ann", others, "what=x").status, 404);
	CHECK_INT(hear("vera", firm, "what=x").status, 403);
}

static struct page find(const char *login, const char *q)
{
	return page_get(page_text("/followups/customers?q=%s", q), login);
}

static void customers_are_found(void)
{
	struct page p = find("ann", "harb");

	CHECK_PAGE(p, 200, "Harbour &lt;Clinic&gt;");
	CHECK(!page_has(p, "Harbour South"));
	CHECK_PAGE(find("head", "harb"), 200, "Harbour South");
	CHECK_PAGE(find("head", "a%40b.example"), 200,
		   "Harbour &lt;Clinic&gt;");
	CHECK_PAGE(find("ann", "%2B1+%28555%29+01-00"), 200, "Old Friend");
	CHECK_PAGE(find("bob", "a%40b.example"), 200,
		   "You have no such customer.");
	CHECK(!page_has(find("ann", ""), "You have no such customer."));
}

int main(void)
{
	page_start(&app_followups);
	page_fill(fill, NULL);
	everything_is_on_one_page();
	parts_of_the_history();
	who_may_see_it();
	problems_are_opened_and_solved();
	what_is_missing_is_told();
	customers_are_found();
	page_stop();
	return check_done();
}
