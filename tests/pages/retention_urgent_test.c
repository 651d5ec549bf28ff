/* retention_urgent_test.c - the most urgent of many silent customers are found
 * although much more could be at stake of others. */
#include "page.h"

extern const struct app app_retention;

enum {
	WHOLE = 12,    /* as many as the page shows */
	REFUNDED = 60, /* more than are read at first */
};

/* Who bought twice, ten days apart, and has been silent since. */
static void silent(struct store *s, const char *name, int64_t amount,
		   int64_t refund)
{
	int64_t id = page_customer_of(s, name, NONE);

	page_purchase(s, id, NONE, PAGE_TODAY - 110, amount, NONE);
	page_purchase(s, id, NONE, PAGE_TODAY - 100, amount, NONE);
	if (refund)
		page_purchase(s, id, NONE, PAGE_TODAY - 90, -refund, NONE);
}

/* What was paid back cannot be lost any more, but was to be when they bought.
 */
static enum err fill(struct store *s, void *arg)
{
	(void)arg;
	page_company(s, NULL);
	page_person(s, "head", "head", 0);
	for (int64_t i = 0; i < REFUNDED; i++)
		silent(s, page_text("Refunded %lld", (long long)i), 10000000,
		       19990000);
	for (int64_t i = 0; i < WHOLE; i++)
		silent(s, page_text("Whole %02lld", (long long)i),
		       500000 + 1000 * i, 0);
	return store_error(s);
}

static void the_most_urgent_come_first(void)
{
	struct page p = page_get("/retention", "head");

	for (int64_t i = 0; i < WHOLE; i++)
		CHECK(page_has(p, page_text("Whole %02lld", (long long)i)));
	CHECK(page_before(p, "Whole 11", "Whole 10"));
	CHECK(page_before(p, "Whole 01", "Whole 00"));
	CHECK(!page_has(p, "Refunded"));
}

int main(void)
{
	page_start(&app_retention);
	page_fill(fill, NULL);
	the_most_urgent_come_first();
	page_stop();
	return check_done();
}
