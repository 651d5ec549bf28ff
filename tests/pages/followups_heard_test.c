/* followups_heard_test.c - purchases, refunds and reviews entered on a
 * customer's page. */
#include "page.h"

extern const struct app app_followups;

static int64_t firm, others, gear;

static enum err fill(struct store *s, void *arg)
{
	int64_t north = page_team(s, "North"), south = page_team(s, "South");
	struct product_add product = { 0 };

	(void)arg;
	page_company(s, NULL);
	firm = page_customer_of(s, "Harbour <Clinic>",
				page_person(s, "ann", "rep", north));
	others = page_customer_of(s, "South Mill",
				  page_person(s, "bob", "rep", south));
	page_person(s, "vera", "viewer", 0);
	one_product_add(s, (struct product_add_in){ "Gear", "gear" }, &product);
	gear = product.id;
	return store_error(s);
}

static struct page tell(const char *login, int64_t id, const char *fields)
{
	page_state.now += 60;
	return page_post("/followups/heard", login,
			 page_text("id=%lld&%s", (long long)id, fields));
}

static struct page customer_page(void)
{
	page_state.now += 60;
	return page_get(
		page_text("/followups/customer?id=%lld", (long long)firm),
		"ann");
}

static void money_is_counted(void)
{
	struct page p;

	CHECK_INT(tell("ann", firm,
		       page_text("what=purchase&amount=1250.60&product=%lld"
				 "&day=2026-11-20",
				 (long long)gear))
			  .status,
		  303);
	p = customer_page();
	CHECK_PAGE(p, 200, "Purchase for $1,251");
	CHECK_PAGE(p, 200, "20 Nov 2026");
	CHECK_PAGE(p, 200, ">Gear</p>");
	CHECK_PAGE(p, 200, "1 purchase");
	CHECK_INT(tell("ann", firm, "what=refund&amount=250.60").status, 303);
	p = customer_page();
	CHECK_PAGE(p, 200, "Refund of $251");
	CHECK_PAGE(p, 200, "<dd class=\"v\">$1,000</dd>");
}

static void a_review_comes_step_by_step(void)
{
	struct page p;

	CHECK_INT(tell("ann", firm, "what=asked&day=2026-11-21").status, 303);
	CHECK_PAGE(customer_page(), 200, "Asked for a review");
	CHECK_INT(tell("ann", firm, "what=promised").status, 303);
	p = customer_page();
	CHECK_PAGE(p, 200, "Promised a review");
	CHECK(!page_has(p, "Asked for a review"));
	CHECK_INT(tell("ann", firm,
		       "what=published&rating=4&place=Maps+%3Chere%3E")
			  .status,
		  303);
	p = customer_page();
	CHECK_PAGE(p, 200, "Review: 4 of 5 stars");
	CHECK_PAGE(p, 200, "Maps &lt;here&gt;");
	CHECK(!page_has(p, "Promised a review"));
	/* Another one stands for itself. */
	CHECK_INT(tell("ann", firm, "what=published&rating=&place=").status,
		  303);
	p = customer_page();
	CHECK_PAGE(p, 200, "Review: 4 of 5 stars");
	CHECK_PAGE(p, 200, "Review published");
}

static void what_is_wrong_is_told(void)
{
	struct page p = tell("ann", firm, "what=&amount=kept&day=2027-01-01");

	CHECK_PAGE(p, 422, "id=\"what-e\"");
	CHECK_PAGE(p, 422, "id=\"amount-e\"");
	CHECK_PAGE(p, 422, "id=\"day-e\"");
	CHECK_PAGE(p, 422, "value=\"kept\"");
	CHECK_PAGE(p, 422, "Harbour &lt;Clinic&gt;");
	CHECK_PAGE(tell("ann", firm, "what=purchase&amount="), 422,
		   "Say how much it was.");
	CHECK_PAGE(tell("ann", firm, "what=purchase&amount=1&product=99"), 422,
		   "id=\"product-e\"");
	CHECK_PAGE(tell("ann", firm, "what=published&rating=6"), 422,
		   "id=\"rating-e\"");
	CHECK_PAGE(tell("ann", firm, "what=purchase&amount=-1"), 422,
		   "id=\"amount-e\"");
}

static struct page ask(int64_t id, const char *login)
{
	return page_get(page_text("/followups/heard?id=%lld", (long long)id),
			login);
}

static void who_may(void)
{
	CHECK_PAGE(ask(firm, "ann"), 200, "What happened?");
	CHECK_INT(ask(others, "ann").status, 404);
	CHECK_INT(ask(firm, "vera").status, 403);
	CHECK_INT(tell("ann", others, "what=asked").status, 404);
	CHECK_INT(tell("vera", firm, "what=asked").status, 403);
	CHECK_PAGE(customer_page(), 200, "/followups/heard?id=");
}

int main(void)
{
	page_start(&app_followups);
	page_fill(fill, NULL);
	who_may();
	money_is_counted();
	a_review_comes_step_by_step();
	what_is_wrong_is_told();
	page_stop();
	return check_done();
}
