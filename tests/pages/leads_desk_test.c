/* leads_desk_test.c - entering leads and saying what happened to them: what is
 * asked for, who may, and that the numbers follow (page_stop audits them). */
#include "page.h"

extern const struct app app_leads;

enum { FIRST = PAGE_TODAY - 100 };

static int64_t rep_a, rep_b, old_lead, other_lead, site, fair, mouth,
	fair_north, step, hotels;

static enum err fill(struct store *s, void *arg)
{
	struct source_add_in web = { "Website", "website", "other" };
	struct source_add_in shows = { "Fairs", "fairs", "other" };
	struct source_add_in told = { "Word of mouth", "word of mouth",
				      "referral" };
	struct campaign_add_in north = { .name = "North", .name_key = "north" };
	struct source_add source = { 0 };
	struct campaign_add campaign = { 0 };
	struct step_add_in offer = { 1, "Offer", "offer" };
	struct step_add offered = { 0 };
	struct segment_add segment = { 0 };

	(void)arg;
	page_company(s, NULL);
	rep_a = page_person(s, "rep-a", "rep", page_team(s, "A"));
	rep_b = page_person(s, "rep-b", "rep", page_team(s, "B"));
	page_person(s, "lead-a", "lead", 1);
	page_person(s, "head", "head", 0);
	page_person(s, "viewer", "viewer", 0);
	one_source_add(s, web, &source);
	site = source.id;
	one_source_add(s, shows, &source);
	fair = north.source = source.id;
	one_source_add(s, told, &source);
	mouth = source.id;
	one_campaign_add(s, north, &campaign);
	fair_north = campaign.id;
	one_step_add(s, offer, &offered);
	step = offered.id;
	one_segment_add(s, (struct segment_add_in){ "Hotels" }, &segment);
	hotels = segment.id;
	old_lead = page_lead(s, rep_a, site, FIRST, "Old firm");
	other_lead = page_lead(s, rep_b, site, FIRST, "Of another");
	return store_error(s);
}

/* The number behind a mark in a page, 0 when it is not there. */
static int64_t number_after(struct page p, const char *mark)
{
	const char *at = p.body ? strstr(p.body, mark) : NULL;

	return at ? strtoll(at + strlen(mark), NULL, 10) : 0;
}

static struct page lead_page(int64_t id, const char *login)
{
	return page_get(page_text("/leads/lead?id=%lld", (long long)id), login);
}

static int64_t version_of(int64_t id)
{
	return number_after(lead_page(id, "head"), "name=\"version\" value=\"");
}

/* Something happened to a lead, as somebody just sees it. */
static struct page act(const char *login, int64_t id, const char *what)
{
	return page_post("/leads/act", login,
			 page_text("id=%lld&version=%lld&%s", (long long)id,
				   (long long)version_of(id), what));
}

/* Enters a lead; its id, or 0 when the form came back. */
static int64_t enter(const char *login, const char *fields)
{
	struct page p = page_post("/leads/new", login, fields);

	if (p.status != 303)
		return 0;
	return strtoll(p.location + strlen("/leads/lead?id="), NULL, 10);
}

static int64_t total(const char *login, const char *more)
{
	struct page p = page_get(page_text("/leads.json?%s", more), login);

	CHECK_INT(p.status, 200);
	return number_after(p, "\"total\":");
}

static void one_is_entered(void)
{
	int64_t before = total("rep-a", "");
	int64_t id =
		enter("rep-a", "name=Anna+Petrova&email=anna%40example.com"
			       "&phone=%2B7+900+000-00-01&source=&cost=1.50");
	struct page p = lead_page(id, "rep-a");

	CHECK(id > 0);
	CHECK_PAGE(p, 200, "Anna Petrova");
	CHECK_PAGE(p, 200, "+7 900 000-00-01");
	CHECK_PAGE(p, 200, "Given to rep-a");
	CHECK_PAGE(p, 200, "$1.50");
	CHECK_INT(total("rep-a", ""), before + 1);
}

static void what_is_missing_is_told(void)
{
	struct page p = page_post("/leads/new", "rep-a",
				  "name=&email=no-address&cost=dear");

	CHECK_PAGE(p, 422, "Say who asks.");
	CHECK_PAGE(p, 422, "value=\"no-address\"");
	CHECK_PAGE(p, 422, "value=\"dear\"");
	CHECK_PAGE(p, 422, "id=\"email-e\"");
	CHECK_PAGE(p, 422, "id=\"cost-e\"");
	p = page_post("/leads/new", "rep-a",
		      page_text("name=X&source=%lld&campaign=%lld",
				(long long)site, (long long)fair_north));
	CHECK_PAGE(p, 422, "This campaign belongs to another source.");
	p = page_post("/leads/new", "rep-a", "name=X&source=77");
	CHECK_PAGE(p, 422, "Choose one of those on offer.");
}

static void a_campaign_tells_its_source(void)
{
	int64_t id = enter("rep-a", page_text("name=Visitor&campaign=%lld",
					      (long long)fair_north));

	CHECK_PAGE(lead_page(id, "rep-a"), 200, "Fairs · North");
}

/* The same phone, written otherwise, is the same prospect. */
static void who_is_there_is_not_entered_twice(void)
{
	static const char again[] = "name=A.+Petrova&phone=8+900+000+00+01";
	int64_t before = total("rep-a", "");
	struct page p = page_post("/leads/new", "rep-a", again);
	int64_t first = number_after(p, "/leads/lead?id=");

	CHECK_PAGE(p, 422, "There already");
	CHECK_PAGE(p, 422, "<bdi>Anna Petrova</bdi>");
	CHECK_PAGE(p, 422, "value=\"A. Petrova\"");
	CHECK_INT(enter("rep-a", page_text("%s&known=1", again)), first);
	CHECK_INT(total("rep-a", ""), before);
}

/* That somebody is known is told to all, who it is only to who may see it. */
static void a_colleagues_lead_stays_theirs(void)
{
	struct page p = page_post("/leads/new", "rep-b",
				  "name=Me&phone=8+900+000+00+01");
	int64_t id = number_after(p, "/leads/lead?id=");

	CHECK_PAGE(p, 422, "a lead of a colleague");
	CHECK(!page_has(p, "Anna Petrova"));
	CHECK_INT(id, 0);
	CHECK_INT(lead_page(old_lead, "rep-b").status, 404);
	CHECK_INT(act("rep-b", old_lead, "act=contacted").status, 404);
	CHECK_INT(
		page_get(page_text("/leads/edit?id=%lld", (long long)old_lead),
			 "rep-b")
			.status,
		404);
	CHECK_INT(lead_page(other_lead, "lead-a").status, 404);
	CHECK_INT(lead_page(old_lead, "lead-a").status, 200);
	CHECK_INT(lead_page(99999, "head").status, 404);
}

static void who_only_looks_changes_nothing(void)
{
	struct page p = lead_page(old_lead, "viewer");

	CHECK_PAGE(p, 200, "Old firm");
	CHECK(!page_has(p, "action=\"/leads/act\""));
	CHECK(!page_has(p, "/leads/edit"));
	CHECK_INT(act("viewer", old_lead, "act=contacted").status, 403);
	CHECK_INT(page_get("/leads/new", "viewer").status, 403);
	CHECK_INT(page_post("/leads/new", "viewer", "name=X").status, 403);
}

static void each_news_asks_for_what_it_needs(void)
{
	static const struct {
		const char *fields, *message;
	} cases[] = {
		{ "act=", "Choose what happened." },
		{ "act=step", "Choose which step was reached." },
		{ "act=step&step=77", "Choose which step was reached." },
		{ "act=won", "Say for how much they bought." },
		{ "act=won&amount=-5", "id=\"amount-e\"" },
		{ "act=invalid", "Say why it does not count." },
		{ "act=assigned&owner=0", "Say why it changes hands." },
		{ "act=assigned&note=x", "Choose one of those on offer." },
		{ "act=assigned&owner=77&note=x",
		  "Choose one of those on offer." },
		{ "act=contacted&day=2001-01-01",
		  "Something happened to the lead later than that." },
	};

	for (size_t i = 0; i < COUNT(cases); i++)
		CHECK_PAGE(act("head", old_lead, cases[i].fields), 422,
			   cases[i].message);
	CHECK_PAGE(act("head", old_lead, "act=won&note=Kept+text"), 422,
		   "Kept text");
	/* a rep keeps what they have */
	CHECK_INT(act("rep-a", old_lead,
		      page_text("act=assigned&owner=%lld&note=x",
				(long long)rep_b))
			  .status,
		  422);
}

/* A step, a loss, a second thought: one after the other. */
static void a_lead_goes_its_way(void)
{
	struct page p;

	CHECK_INT(act("rep-a", old_lead, "act=contacted&note=Called").status,
		  303);
	CHECK_INT(act("rep-a", old_lead,
		      page_text("act=step&step=%lld", (long long)step))
			  .status,
		  303);
	CHECK_INT(act("rep-a", old_lead, "act=lost&reason=Too+dear").status,
		  303);
	p = lead_page(old_lead, "rep-a");
	CHECK_PAGE(p, 200, "Lost: Too dear");
	CHECK_PAGE(p, 200, "Reached: Offer");
	CHECK_PAGE(p, 200, "Called");
	CHECK(!page_has(p, "value=\"won\""));
	CHECK_INT(total("rep-a", "state=lost"), 1);
	CHECK_INT(act("rep-a", old_lead, "act=won&amount=5").status, 409);
	CHECK_INT(act("rep-a", old_lead, "act=reopened").status, 303);
	CHECK_INT(total("rep-a", "state=lost"), 0);
	CHECK_INT(act("rep-a", old_lead, "act=lost&reason=TOO+dear").status,
		  303);
	/* the first spelling stays */
	CHECK_PAGE(lead_page(old_lead, "rep-a"), 200, "Lost: Too dear");
	CHECK_INT(act("rep-a", old_lead, "act=invalid&reason=Spam").status,
		  303);
	CHECK_INT(total("rep-a", "state=invalid"), 1);
	CHECK_INT(act("rep-a", old_lead, "act=valid").status, 303);
	CHECK_INT(act("rep-a", old_lead, "act=reopened").status, 303);
}

static void who_is_late_loses_nothing(void)
{
	int64_t seen = version_of(old_lead);
	struct page p;

	CHECK_INT(act("head", old_lead, "act=contacted").status, 303);
	p = page_post("/leads/act", "rep-a",
		      page_text("id=%lld&version=%lld&act=lost&note=My+words",
				(long long)old_lead, (long long)seen));
	CHECK_PAGE(p, 409, "Somebody changed this lead");
	CHECK_PAGE(p, 409, "My words");
	CHECK_INT(total("rep-a", "state=lost"), 0);
	p = page_post("/leads/edit", "rep-a",
		      page_text("id=%lld&version=%lld&name=My+name",
				(long long)old_lead, (long long)seen));
	CHECK_PAGE(p, 409, "value=\"My name\"");
	CHECK_PAGE(lead_page(old_lead, "rep-a"), 200, "<bdi>Old firm</bdi>");
}

static void what_is_known_is_corrected(void)
{
	struct page p = page_get(
		page_text("/leads/edit?id=%lld", (long long)old_lead), "rep-a");

	CHECK_PAGE(p, 200, "value=\"Old firm\"");
	p = page_post("/leads/edit", "rep-a",
		      page_text("id=%lld&version=%lld&name=New+name&source=%lld"
				"&email=new%%40example.com&cost=3",
				(long long)old_lead,
				(long long)version_of(old_lead),
				(long long)fair));
	CHECK_INT(p.status, 303);
	p = lead_page(old_lead, "rep-a");
	CHECK_PAGE(p, 200, "<bdi>New name</bdi>");
	CHECK_PAGE(p, 200, "new@example.com");
	CHECK_INT(total("head", page_text("source=%lld", (long long)fair)), 2);
}

/* Credit moves by a transfer that says why. */
static void a_lead_changes_hands(void)
{
	int64_t team_b = 2, before = total("head", "team=2");
	struct page p = act("head", old_lead,
			    page_text("act=assigned&owner=%lld&note=Moved+away",
				      (long long)rep_b));

	CHECK_INT(p.status, 303);
	CHECK_PAGE(lead_page(old_lead, "rep-b"), 200, "Given to rep-b");
	CHECK_PAGE(lead_page(old_lead, "rep-b"), 200, "Moved away");
	CHECK_INT(lead_page(old_lead, "rep-a").status, 404);
	CHECK_INT(total("head", page_text("team=%lld", (long long)team_b)),
		  before + 1);
}

/* A win makes a customer and a purchase, and ends the cycle. */
static void a_win_makes_a_customer(void)
{
	struct page p = act("rep-b", old_lead, "act=won&amount=1250.50");

	CHECK_INT(p.status, 303);
	p = lead_page(old_lead, "rep-b");
	CHECK_PAGE(p, 200, "New name");
	CHECK_PAGE(p, 200, "<bdi>New name</bdi></a></dd>");
	CHECK(!page_has(p, "value=\"lost\""));
	CHECK_INT(total("rep-b", "state=any_won"), 1);
	CHECK_PAGE(page_get("/leads.json?state=any_won", "rep-b"), 200,
		   "\"first_purchase\":1250.50");
	CHECK_INT(act("rep-b", old_lead, "act=lost").status, 409);
}

/* Whom a customer sends us is entered from the customer's page, and both pages
 * tell of the other; nobody names a customer they may not see. */
static void a_customer_recommends_us(void)
{
	long long by = number_after(lead_page(old_lead, "rep-b"),
				    "/followups/customer?id=");
	const char *start = page_text("/leads/new?by=%lld", by);
	const char *field = page_text("name=\"by\" value=\"%lld\"", by);
	int64_t before = total("head", ""), id;
	struct page p = page_get(start, "rep-b");

	CHECK_PAGE(p, 200, field);
	CHECK_PAGE(p, 200, "<bdi>New name</bdi>");
	CHECK_PAGE(p, 200,
		   page_text("<option value=\"%lld\" selected>Word of mouth",
			     (long long)mouth));
	CHECK_PAGE(p, 200, page_text("/followups/customer?id=%lld", by));
	CHECK_PAGE(page_post("/leads/new", "rep-b",
			     page_text("name=&by=%lld", by)),
		   422, field);
	CHECK_INT(page_get(start, "rep-a").status, 404);
	CHECK_INT(page_post("/leads/new", "rep-a",
			    page_text("name=Foe&by=%lld", by))
			  .status,
		  404);
	CHECK_INT(page_get("/leads/new?by=999", "rep-b").status, 404);
	CHECK_INT(total("head", ""), before);
	id = enter("rep-b", page_text("name=Friend&by=%lld&source=%lld", by,
				      (long long)mouth));
	p = lead_page(id, "rep-b");
	CHECK_PAGE(p, 200, "Recommended by");
	CHECK_PAGE(p, 200, page_text("customer?id=%lld\"><bdi>New name", by));
	CHECK(!page_has(lead_page(other_lead, "rep-b"), "Recommended by"));
}

/* Who has bought and asks again is a deal, no prospect. */
static void a_buyer_who_comes_back_is_a_deal(void)
{
	int64_t before = total("head", ""), id;

	page_state.now += 60;
	id = enter("rep-b", "name=Again&email=NEW%40example.com&known=1");
	CHECK(id > 0 && id != old_lead);
	CHECK_PAGE(lead_page(id, "rep-b"), 200, "A deal with a customer");
	CHECK_INT(total("head", ""), before);
	CHECK_INT(act("rep-b", id, "act=won&amount=10").status, 303);
	CHECK_INT(total("head", "state=any_won"), 1);
}

static enum err read_segments(struct store *s, void *arg)
{
	struct rollup_customers_in in = { 1, 100 };
	struct answer *a = ask_rollup_customers(s, in);
	struct rollup_customers row;

	while (next_rollup_customers(a, &row))
		*(int64_t *)arg += strcmp(row.segment, "Hotels") == 0;
	return store_error(s);
}

/* Who asks is of a segment, and so is the customer they become. */
static void a_segment_goes_on_to_the_customer(void)
{
	const char *segment = page_text("segment=%lld", (long long)hotels);
	int64_t id = enter("rep-b", page_text("name=Inn&%s", segment)), n = 0;

	CHECK_PAGE(lead_page(id, "rep-b"), 200,
		   "<dt>Segment</dt><dd>Hotels</dd>");
	CHECK_INT(total("rep-b", segment), 1);
	CHECK_INT(total("rep-b", page_text("%s&state=closed", segment)), 0);
	CHECK_INT(enter("rep-b", "name=Inn&segment=999"), 0);
	CHECK_PAGE(page_get(page_text("/leads/edit?id=%lld", (long long)id),
			    "rep-b"),
		   200,
		   page_text("\"%lld\" selected>Hotels<", (long long)hotels));
	CHECK_INT(act("rep-b", id, "act=won&amount=5").status, 303);
	CHECK_INT(store_read(page_state.store, page_state.arena, read_segments,
			     &n),
		  OK);
	CHECK_INT(n, 1);
}

static void leads_are_found(void)
{
	/* Семён by семен */
	int64_t id = enter("rep-b", "name=%D0%A1%D0%B5%D0%BC%D1%91%D0%BD_1");
	struct page p =
		page_get("/leads?q=%D1%81%D0%B5%D0%BC%D0%B5%D0%BD", "rep-b");

	CHECK_INT(number_after(p, "/leads/lead?id="), id);
	CHECK_INT(total("head", "q=PETROVA"), 1);
	CHECK_INT(total("head", "q=8(900)0000001"), 1);
	CHECK_INT(total("head", "q=Anna%40Example.com"), 1);
	CHECK_INT(total("head", "q=new%40example.com"), 2);
	CHECK_INT(total("rep-b", "q=petrova"), 0);
	CHECK_INT(total("rep-b", "q=anna%40example.com"), 0);
	CHECK_INT(total("head", "q=%25"), 0);
	CHECK_INT(total("head", "q=n_1"), 0);
	CHECK_PAGE(page_get("/leads?q=nobody+at+all", "head"), 200,
		   "There is no such lead.");
}

/* A pattern holds 50 bytes, the field 200 characters. */
static void long_searches_are_answered(void)
{
	struct buf *yo = buf_new(page_state.arena);
	struct buf *percents = buf_new(page_state.arena);

	for (int i = 0; i < 150; i++)
		buf_text_add(yo, "%D1%91");
	for (int i = 0; i < 200; i++)
		buf_text_add(percents, "%25");
	enter("rep-b", page_text("name=%s", buf_text(yo)));
	CHECK_INT(total("head", page_text("q=%s", buf_text(yo))), 1);
	CHECK_INT(total("rep-b", page_text("q=%s", buf_text(yo))), 1);
	CHECK_INT(total("head", page_text("q=%s", buf_text(percents))), 0);
}

static enum err fill_alike(struct store *s, void *arg)
{
	(void)arg;
	for (int i = 0; i < 51; i++)
		page_lead(s, rep_b, NONE, PAGE_TODAY - i, "alike");
	return store_error(s);
}

static void many_found_ones_say_so(void)
{
	page_fill(fill_alike, NULL);
	CHECK_PAGE(page_get("/leads?q=alike", "head"), 200,
		   "The first 50 leads.");
}

int main(void)
{
	page_start(&app_leads);
	page_fill(fill, NULL);
	one_is_entered();
	what_is_missing_is_told();
	a_campaign_tells_its_source();
	who_is_there_is_not_entered_twice();
	a_colleagues_lead_stays_theirs();
	who_only_looks_changes_nothing();
	each_news_asks_for_what_it_needs();
	a_lead_goes_its_way();
	who_is_late_loses_nothing();
	what_is_known_is_corrected();
	a_lead_changes_hands();
	a_win_makes_a_customer();
	a_customer_recommends_us();
	a_buyer_who_comes_back_is_a_deal();
	a_segment_goes_on_to_the_customer();
	leads_are_found();
	long_searches_are_answered();
	many_found_ones_say_so();
	page_stop();
	return check_done();
}
