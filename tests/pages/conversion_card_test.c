/* conversion_card_test.c - what each number means: a page for every one of
 * them, with the counts it is made of. */
#include "page.h"

#include "conversion/card.h"

extern const struct app app_conversion;

enum { FIRST = 20600 }; /* a day long enough ago */

static enum err fill(struct store *s, void *arg)
{
	int64_t a;

	(void)arg;
	page_company(s, NULL);
	a = page_person(s, "rep-a", "rep", page_team(s, "A"));
	page_person(s, "rep-b", "rep", page_team(s, "B"));
	page_person(s, "head", "head", 0);
	for (int64_t i = 0; i < 75; i++) {
		int64_t lead = page_lead(s, a, NONE, FIRST + i % 10, "Lead");

		if (i < 30)
			page_lead_event(s, lead, "won", FIRST + 20);
		else if (i < 50)
			page_lead_event(s, lead, "lost", FIRST + 30);
		else if (i < 52)
			page_lead_event(s, lead, "invalid", FIRST + 10);
	}
	/* five more that are young by a horizon of 150 days */
	for (int64_t i = 0; i < 5; i++)
		page_lead(s, a, NONE, FIRST + 35, "Young");
	return store_error(s);
}

static const char *address(const char *of)
{
	return page_text("/conversion/number?from=%s&to=%s&of=%s",
			 period_text(page_state.arena, FIRST),
			 period_text(page_state.arena, FIRST + 40), of);
}

/* Each says what is counted, who is left out, and opens its page. */
static void each_number_has_its_page(void)
{
	for (size_t i = 0; i < CARDS; i++) {
		struct page p = page_get(address(card_words[i].name), "head");

		CHECK_PAGE(p, 200, "What is counted");
		CHECK_PAGE(p, 200, "Who is left out");
		CHECK_PAGE(p, 200, "href=\"/conversion");
		CHECK_PAGE(p, 200, ".csv?from=");
		CHECK(!page_has(p, "nan"));
	}
	CHECK_INT(page_get(address("nothing"), "head").status, 422);
	CHECK_INT(page_get(address("rate"), "").status, 303);
}

/* 30 of 78, and every count opens its rows. */
static void its_value_and_its_parts(void)
{
	struct page p = page_get(address("rate&horizon=150"), "head");

	CHECK_PAGE(p, 200, "state=all&amp;horizon=150\">78</a>");
	CHECK_PAGE(p, 200, "state=matured&amp;horizon=150\">73</a>");
	p = page_get(address("rate"), "head");
	CHECK_PAGE(p, 200,
		   "<b>38%</b> (28.4\xe2\x80\x93"
		   "49.6%)");
	CHECK_PAGE(p, 200, "won in time ÷ old enough");
	CHECK_PAGE(p, 200, "state=matured\">78</a>");
	CHECK_PAGE(p, 200, "state=won\">30</a>");
	CHECK_PAGE(p, 200, "state=invalid\">2</a>");
	p = page_get(address("closed"), "head");
	CHECK_PAGE(p, 200, "<b>60%</b>");
	CHECK_PAGE(p, 200, "state=lost\">20</a>");
	p = page_get(address("days"), "head");
	CHECK_PAGE(p, 200, "<b>15 days</b>");
	/* who sees nothing gets no number */
	p = page_get(address("rate"), "rep-b");
	CHECK_PAGE(p, 200, "state=matured\">0</a>");
	CHECK(!page_has(p, "38%"));
}

/* The numbers of the dashboards lead there. */
static void numbers_lead_there(void)
{
	static const struct {
		const char *path, *of;
	} links[] = {
		{ "/conversion", "rate" },
		{ "/conversion", "leads" },
		{ "/conversion", "won" },
		{ "/conversion", "cost" },
		{ "/conversion", "revenue" },
		{ "/conversion", "change" },
		{ "/conversion", "against" },
		{ "/conversion", "days" },
		{ "/conversion", "estimate" },
		{ "/conversion/fair", "even" },
		{ "/conversion/losses", "closed" },
		{ "/conversion/losses", "reason" },
		{ "/conversion/pace", "forecast" },
	};

	for (size_t i = 0; i < COUNT(links); i++)
		CHECK_PAGE(
			page_get(page_text("%s?from=2026-05-27&to=2026-07-06",
					   links[i].path),
				 "head"),
			200,
			page_text("/conversion/number?from=2026-05-27&amp;"
				  "to=2026-07-06&amp;of=%s\"",
				  links[i].of));
}

int main(void)
{
	page_start(&app_conversion);
	page_fill(fill, NULL);
	each_number_has_its_page();
	its_value_and_its_parts();
	numbers_lead_there();
	page_stop();
	return check_done();
}
