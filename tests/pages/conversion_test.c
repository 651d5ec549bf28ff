/* conversion_test.c - the conversion page: its numbers, words, rights, formats.
 */
#include <stdlib.h>

#include "page.h"

#include "lib/lang.h"

extern const struct app app_conversion;

/* ---- the fixture: the owner's example -------------------------------------
 */

static int64_t team_a, team_b, rep_a, rep_b, mover, source_web;

enum { FIRST = 20600, HORIZON = 90 }; /* a day long enough ago */

static int64_t add_lead(struct store *s, int64_t owner, int64_t source,
			int64_t day, int64_t n)
{
	return page_lead(
		s, owner, source, day,
		arena_printf(page_state.arena, "Lead %lld", (long long)n));
}

static int64_t add_customer(struct store *s)
{
	struct customer_add row = { 0 };

	one_customer_add(s, page_customer("Buyer"), &row);
	return row.id;
}

static void add_win(struct store *s, int64_t lead, int64_t customer,
		    int64_t day, int64_t amount)
{
	page_lead_event(s, lead, "won", day);
	page_purchase(s, customer, lead, day, amount, NONE);
}

/* n leads of one owner, the first k of them won after ten days. */
static void add_leads(struct store *s, int64_t owner, int64_t n, int64_t k)
{
	int64_t customer = add_customer(s);

	for (int64_t i = 0; i < n; i++) {
		int64_t lead =
			add_lead(s, owner, source_web, FIRST + i % 20, i);

		if (i < k)
			add_win(s, lead, customer, FIRST + i % 20 + 10, 50000);
	}
}

static enum err fill(struct store *s, void *arg)
{
	struct source_add source = { 0 };

	(void)arg;
	page_company(s, NULL);
	team_a = page_team(s, "A <script>alert(1)</script>");
	team_b = page_team(s, "B");
	page_team(s, "Nobody home");
	rep_a = page_person(s, "rep-a", "rep", team_a);
	rep_b = page_person(s, "rep-b", "rep", team_b);
	page_person(s, "lead-a", "lead", team_a);
	page_person(s, "head", "head", 0);
	page_person(s, "viewer", "viewer", 0);
	one_source_add(s, (struct source_add_in){ "Web", "web", "other" },
		       &source);
	source_web = source.id;
	mover = page_person(s, "mover", "rep", team_a);
	run_membership_set(
		s, (struct membership_set_in){ mover, FIRST + 300, team_b });
	add_leads(s, rep_a, 75, 30);
	add_leads(s, rep_b, 100, 30);
	/* 1,000 per prospect: 175 leads of one source in two months */
	return store_error(s);
}

static enum err fill_spend(struct store *s, void *arg)
{
	int64_t first = period_month(FIRST), last = period_month(FIRST + 19);
	int64_t n[2] = { 0, 0 };

	(void)arg;
	for (int64_t i = 0; i < 75; i++)
		n[period_month(FIRST + i % 20) - first]++;
	for (int64_t i = 0; i < 100; i++)
		n[period_month(FIRST + i % 20) - first]++;
	for (int64_t m = first; m <= last; m++)
		run_spend_set(s,
			      (struct spend_set_in){ source_web, NONE, m,
						     n[m - first] * 100000 });
	return store_error(s);
}

static const char *period_query(void)
{
	return arena_printf(page_state.arena, "from=%s&to=%s",
			    period_text(page_state.arena, FIRST),
			    period_text(page_state.arena, FIRST + 19));
}

static const char *address(const char *ending, const char *more)
{
	return arena_printf(page_state.arena, "/conversion%s?%s%s", ending,
			    period_query(), more);
}

/* ---- tests ------------------------------------------------------------- */

static void the_owners_example(void)
{
	struct page p = page_get(address("", ""), "head");

	CHECK_PAGE(p, 200, ">40%<");
	CHECK_PAGE(p, 200,
		   "29.7\xe2\x80\x93"
		   "51.3%");
	CHECK_PAGE(p, 200, ">30%<");
	CHECK_PAGE(p, 200,
		   "21.9\xe2\x80\x93"
		   "39.6%");
	CHECK_PAGE(p, 200,
		   "is ahead; with so few leads the difference may be "
		   "chance.");
	CHECK_PAGE(p, 200, "Perhaps better");
	CHECK_PAGE(p, 200, "Perhaps worse");
	CHECK_PAGE(p, 200, "356 leads on each side would tell");
	CHECK(!page_has(p, "tag good"));
	CHECK(!page_has(p, "tag bad"));
	CHECK_PAGE(p, 200, "$2,500");
	CHECK_PAGE(p, 200, "$3,333");
	/* a team without leads has no rate, and is not left out */
	CHECK_PAGE(p, 200, "Nobody home");
	CHECK_PAGE(p, 200, "no leads");
}

static void full_precision(void)
{
	struct page p = page_get(address(".json", ""), "head");

	CHECK_TEXT(p.type, "application/json");
	CHECK_PAGE(p, 200, "\"conversion\":0.4,");
	CHECK_PAGE(p, 200, "\"conversion_low\":0.29662515645866");
	CHECK_PAGE(p, 200, "\"difference\":0.1");
	CHECK_PAGE(p, 200, "\"difference_low\":-0.0409726998799");
	CHECK_PAGE(p, 200, "\"p\":0.17368860724");
	CHECK_PAGE(p, 200, "\"verdict\":\"perhaps better\"");
	CHECK_PAGE(p, 200, "\"cost_per_win\":2500.00");
	CHECK_PAGE(p, 200, "\"cost_per_win_low\":1948.86");
	CHECK_PAGE(p, 200, "\"revenue\":15000.00");
	CHECK_PAGE(p, 200, "\"leads_per_win\":2.5");
	p = page_get(address(".csv", ""), "head");
	CHECK_PAGE(p, 200, "B,100,0,100,30,0.300000");
}

static void grouped_by_something_else(void)
{
	struct page p = page_get(address(".json", "&group=person"), "head");

	CHECK_PAGE(p, 200, "\"people\":[");
	CHECK_PAGE(p, 200, "\"name\":\"rep-a\",\"prospects\":75,");
	CHECK_PAGE(p, 200, "\"name\":\"rep-b\",\"prospects\":100,");
	CHECK_PAGE(p, 200, "\"difference\":0.1");
	CHECK_PAGE(p, 200, "\"cost_per_win\":2500.00");
	CHECK(!page_has(p, "\"mover\"")); /* had no leads */
	p = page_get(address("", "&group=person"), "head");
	CHECK_PAGE(p, 200, "Who turns leads into customers best?");
	CHECK(page_has(p, arena_printf(page_state.arena,
				       "state=won&amp;person=%lld",
				       (long long)rep_b)));
	p = page_get(address(".json", "&group=source"), "head");
	CHECK_PAGE(p, 200, "\"name\":\"Web\",\"prospects\":175,");
	CHECK_PAGE(p, 200, "\"won\":60");
	p = page_get(address(".csv", "&group=campaign"), "head");
	CHECK_PAGE(p, 200, "campaign,prospects,");
	CHECK_PAGE(p, 200, "No campaign,175,0,175,60,");
	p = page_get(address(".csv", "&group=product"), "head");
	CHECK_PAGE(p, 200, "Product not recorded,175,0,175,60,");
	p = page_get(address(".csv", "&group=segment"), "head");
	CHECK_PAGE(p, 200, "Segment not recorded,175,0,175,60,");
	p = page_get(address(".json", "&segment=0"), "head");
	CHECK_PAGE(p, 200, "\"prospects\":175,");
	p = page_get(address("", "&group=nothing"), "head");
	CHECK_INT(p.status, 422);
}

static enum err aim(struct store *s, void *arg)
{
	(void)arg;
	run_target_set(s, (struct target_set_in){ 0, FIRST - 100, 35 });
	run_target_set(s, (struct target_set_in){ 2, FIRST - 100, 45 });
	/* later than the period: of no use for it */
	return run_target_set(s, (struct target_set_in){ 0, FIRST + 500, 90 });
}

static enum err aim_no_more(struct store *s, void *arg)
{
	(void)arg;
	run_target_remove(s, (struct target_remove_in){ 0, FIRST - 100 });
	run_target_remove(s, (struct target_remove_in){ 2, FIRST - 100 });
	return run_target_remove(s,
				 (struct target_remove_in){ 0, FIRST + 500 });
}

/* Team A has none of its own: it is measured by that of all. */
static void targets_are_lines(void)
{
	struct page p = page_get(address("", ""), "head");

	CHECK(!page_has(p, "class=\"goal\""));
	CHECK_PAGE(page_get(address(".json", ""), "head"), 200,
		   "\"target\":null");
	page_fill(aim, NULL);
	p = page_get(address("", ""), "head");
	CHECK_PAGE(p, 200, "class=\"goal\"");
	CHECK_PAGE(p, 200, "target 35%");
	CHECK_PAGE(p, 200, "target 45%");
	CHECK_PAGE(p, 200, "href=\"/account/targets\"");
	p = page_get(address(".json", ""), "head");
	CHECK_PAGE(p, 200, "\"target\":0.35");
	CHECK_PAGE(p, 200, "\"target\":0.45");
	p = page_get(address("", ""), "rep-a");
	CHECK_PAGE(p, 200, "target 35%");
	CHECK(!page_has(p, "target 45%"));
	CHECK(!page_has(p, "/account/targets"));
	page_fill(aim_no_more, NULL);
}

static double number(struct page p, const char *key)
{
	const char *at = strstr(p.body, key);

	CHECK(at != NULL);
	return at ? strtod(at + strlen(key), NULL) : 0;
}

/* Ten days against the ten before: the parts add up to the change. */
static void what_changed(void)
{
	const char *days =
		arena_printf(page_state.arena, "from=%s&to=%s&group=person",
			     period_text(page_state.arena, FIRST + 10),
			     period_text(page_state.arena, FIRST + 19));
	struct page p = page_get(
		arena_printf(page_state.arena, "/conversion.json?%s", days),
		"head");
	double change = number(p, "\"change\":");

	CHECK(change != 0);
	CHECK_NEAR(number(p, "\"split\":{\"mix\":") + number(p, ",\"rate\":"),
		   change, 1e-12);
	CHECK_PAGE(p, 200, "\"matured_before\":");
	p = page_get(arena_printf(page_state.arena, "/conversion?%s", days),
		     "head");
	CHECK_PAGE(p, 200, "What changed");
	CHECK_PAGE(p, 200, "come from other shares of the leads");
	p = page_get(address("", ""), "head");
	CHECK(!page_has(p, "What changed")); /* nothing came before */
}

/* The owner's example once more, as a question about two. */
static void two_side_by_side(void)
{
	const char *both =
		arena_printf(page_state.arena, "&group=person&a=%lld&b=%lld",
			     (long long)rep_b, (long long)rep_a);
	struct page p = page_get(address("", both), "head");

	CHECK_PAGE(p, 200, "“rep-a” is ahead of “rep-b” by 10.0");
	CHECK_PAGE(p, 200,
		   "which alone would show such a gap in 17 of 100 cases");
	CHECK_PAGE(p, 200, "356 leads on each side would tell");
	CHECK_PAGE(p, 200, ">2.5<");
	CHECK_PAGE(p, 200, ">3.3<");
	p = page_get(address(".json", both), "head");
	CHECK_PAGE(p, 200, "\"pair\":{\"a\":\"rep-b\",\"b\":\"rep-a\"");
	CHECK_PAGE(p, 200, "\"needed\":356,\"verdict\":\"perhaps worse\"}");
	p = page_get(address("", "&group=person"), "head");
	CHECK(!page_has(p, "id=\"pair\""));
	CHECK_PAGE(p, 200,
		   arena_printf(page_state.arena, "a=%lld&amp;b=%lld#pair\"",
				(long long)rep_a, (long long)rep_b));
	p = page_get(address("", "&group=person&a=1&b=1"), "head");
	CHECK(!page_has(p, "is ahead of"));
	CHECK_PAGE(p, 200, "Choose two different ones");
	/* whom one may not see, one cannot compare with */
	p = page_get(address(".json", both), "rep-a");
	CHECK_PAGE(p, 200, "\"pair\":null");
}

/* Whatever is grouped or chosen, nobody sees more than their own. */
static void filtered_by_person(void)
{
	const char *only_a = arena_printf(page_state.arena, "&person=%lld",
					  (long long)rep_a);
	struct page p = page_get(address(".json", only_a), "head");

	CHECK_PAGE(p, 200, "\"total\":{\"prospects\":75,");
	CHECK(!page_has(p, "\"prospects\":100"));
	p = page_get(address(".json", only_a), "rep-b");
	CHECK_PAGE(p, 200, "\"total\":{\"prospects\":0,");
	p = page_get(address(".json", "&group=person"), "lead-a");
	CHECK_PAGE(p, 200, "\"total\":{\"prospects\":75,");
	CHECK(!page_has(p, "rep-b"));
	p = page_get(address("", "&group=person"), "rep-a");
	CHECK(!page_has(p, "rep-b"));
}

static void names_are_escaped(void)
{
	struct page p = page_get(address("", ""), "head");

	CHECK_PAGE(p, 200, "A &lt;script&gt;alert(1)&lt;/script&gt;");
	CHECK(!page_has(p, "<script>alert"));
}

static void everybody_sees_their_own(void)
{
	struct page p = page_get(address(".json", ""), "rep-a");

	CHECK_PAGE(p, 200, "\"prospects\":75");
	CHECK(!page_has(p, "\"prospects\":100"));
	CHECK(!page_has(p, "\"name\":\"B\""));
	p = page_get(address("", ""), "rep-a");
	CHECK_PAGE(p, 200, "How well does “A &lt;script&gt;");
	CHECK(!page_has(p, "All teams</th>"));
	p = page_get(address(".json", ""), "lead-a");
	CHECK_PAGE(p, 200, "\"prospects\":75");
	CHECK(!page_has(p, "\"prospects\":100"));
	p = page_get(address(".json", ""), "viewer");
	CHECK_PAGE(p, 200, "\"prospects\":175");
	p = page_get(address("", ""), "");
	CHECK_INT(p.status, 303);
	CHECK(strncmp(p.location, "/account?to=", 12) == 0);
	p = page_get(address(".json", ""), "");
	CHECK_INT(p.status, 401);
}

static enum err fill_mover(struct store *s, void *arg)
{
	(void)arg;
	page_lead_event(s, add_lead(s, mover, source_web, FIRST + 40, 900),
			"lost", FIRST + 45);
	add_lead(s, mover, source_web, FIRST + 40, 901);
	return store_error(s);
}

/* The lost one stays with the team of then; the open one moved along. */
static void who_moves_leaves_the_past_behind(void)
{
	const char *days =
		arena_printf(page_state.arena, "/conversion.json?from=%s&to=%s",
			     period_text(page_state.arena, FIRST + 40),
			     period_text(page_state.arena, FIRST + 40));
	const char *later;
	struct page p;

	page_state.now = (FIRST + 310) * INT64_C(86400);
	page_fill(fill_mover, NULL);
	p = page_get(days, "mover");
	CHECK_PAGE(p, 200, "\"prospects\":2");
	CHECK_PAGE(p, 200, "\"name\":\"B\",\"prospects\":1");
	later = strstr(p.body, "\"name\":\"A <script>");
	CHECK(later && strstr(later, "\"prospects\":1") &&
	      strstr(later, "\"lost\":1"));
	/* seen from the day before the move, both were in the old team */
	p = page_get(arena_printf(page_state.arena, "%s&as_of=%s", days,
				  period_text(page_state.arena, FIRST + 299)),
		     "head");
	CHECK_PAGE(p, 200, "\"name\":\"B\",\"prospects\":0");
	page_state.now = PAGE_NOW;
}

static void a_past_day_sees_no_later_win(void)
{
	const char *early =
		arena_printf(page_state.arena, "&horizon=5&as_of=%s",
			     period_text(page_state.arena, FIRST + 8));
	struct page p = page_get(address(".json", early), "head");

	CHECK_PAGE(p, 200, "\"won_any\":0");
	/* leads created on days 0..3 have had five days by day 8 */
	CHECK_PAGE(p, 200, "\"matured\":36");
	CHECK(!page_has(p, "\"won_any\":30"));
}

static void young_leads_do_not_count(void)
{
	struct page p =
		page_get("/conversion.json?by=year&from=2026-01-01", "head");

	CHECK_PAGE(p, 200, "\"prospects\":177");
	CHECK_PAGE(p, 200, "\"matured\":177");
	page_state.now = (FIRST + 50) * INT64_C(86400);
	p = page_get(address("", ""), "head");
	CHECK_PAGE(p, 200,
		   "None of these leads has had its 90 days to buy "
		   "yet; 60 of 175 have bought so far.");
	CHECK_PAGE(p, 200, "too young to tell");
	/* a rate that nobody knows yet is no rate of 0 */
	CHECK(!page_has(p, ">0%<"));
	CHECK(!page_has(p, "class=\"ci "));
	p = page_get(address(".json", ""), "head");
	CHECK_PAGE(p, 200, "\"matured\":0");
	CHECK_PAGE(p, 200, "\"conversion\":null");
	page_state.now = PAGE_NOW;
}

/* A month that is half over is compared with half a month. */
static void a_running_period_is_cut_fairly(void)
{
	struct page p;

	page_state.now = (FIRST + 10) * INT64_C(86400);
	p = page_get(arena_printf(page_state.arena,
				  "/conversion.json?by=month&from=%s&vs=year",
				  period_text(page_state.arena, FIRST)),
		     "head");
	/* nothing came a year before, so nothing is compared */
	CHECK_PAGE(p, 200, "\"previous_from\":null");
	page_state.now = (FIRST + 40) * INT64_C(86400);
	p = page_get("/conversion?by=month", "head");
	CHECK(!page_has(p, "not over"));
	p = page_get(arena_printf(page_state.arena,
				  "/conversion?by=month&from=%s",
				  period_text(page_state.arena, FIRST + 40)),
		     "head");
	CHECK_PAGE(p, 200, "This period is not over");
	page_state.now = PAGE_NOW;
}

static void bad_addresses_are_refused(void)
{
	CHECK_PAGE(
		page_get("/conversion?from=2026-02-30&to=2026-03-01", "head"),
		422, "from:");
	CHECK_PAGE(
		page_get("/conversion?from=2026-03-02&to=2026-03-01", "head"),
		422, "must not lie before");
	CHECK_PAGE(page_get("/conversion?horizon=9x", "head"), 422, "horizon");
	CHECK_PAGE(page_get("/conversion.json?horizon=0", "head"), 422,
		   "\"status\":422");
	CHECK_INT(page_get("/conversion/nothing", "head").status, 404);
	CHECK_INT(page_get("/conversion?from=%zz", "head").status, 400);
	/* what nobody declared is not there */
	CHECK_INT(page_get("/conversion?utm_source=x", "head").status, 200);
	CHECK_INT(page_post("/conversion", "head", "").status, 405);
}

static void an_unchanged_page_is_not_sent_again(void)
{
	const char *token = page_token("head");
	struct req r = { .method = GET, .content_type = "", .body = "" };
	struct page first = page_ask(&r, address("", ""), token), again;

	CHECK(first.etag != NULL);
	page_state.if_none_match = first.etag;
	r = (struct req){ .method = GET, .content_type = "", .body = "" };
	again = page_ask(&r, address("", ""), token);
	CHECK_INT(again.status, 304);
	/* another person, another language, a change: a new page */
	CHECK_INT(page_get(address("", ""), "viewer").status, 200);
	page_fill(fill_spend, NULL);
	r = (struct req){ .method = GET, .content_type = "", .body = "" };
	CHECK_INT(page_ask(&r, address("", ""), token).status, 200);
	page_state.if_none_match = NULL;
}

/* ---- pages kept in memory -------------------------------------------------
 */

/* Asks; *kept: whether the page was not made for it, but kept before. */
static struct page ask_kept(const char *token, const char *where, bool *kept)
{
	struct req r = { .method = GET, .content_type = "", .body = "" };
	int64_t hits = cache_hits(page_state.cache);
	struct page p = page_ask(&r, where, token);

	*kept = cache_hits(page_state.cache) > hits;
	return p;
}

static bool is_kept(const char *token, const char *where)
{
	bool kept;
	struct page p = ask_kept(token, where, &kept);

	CHECK_INT(p.status, 200);
	return kept;
}

static enum err become(struct store *s, void *arg)
{
	struct person_by_login row;
	struct person_correct_in in = { .name = "head",
					.name_key = "head",
					.email = "",
					.role = arg,
					.origin = "",
					.origin_id = "" };

	one_person_by_login(s, (struct person_by_login_in){ "head" }, &row);
	in.id = row.id;
	return run_person_correct(s, in);
}

static enum err look_dark(struct store *s, void *arg)
{
	struct person_by_login row;

	(void)arg;
	one_person_by_login(s, (struct person_by_login_in){ "head" }, &row);
	return run_person_theme_set(
		s, (struct person_theme_set_in){ "dark", row.id });
}

static void a_kept_page_is_the_same_page(void)
{
	const char *token = page_token("head"), *where = address("", "");
	bool kept;
	struct page made = ask_kept(token, where, &kept), again;

	CHECK(!kept);
	again = ask_kept(token, where, &kept);
	CHECK(kept);
	CHECK_TEXT(again.body, made.body);
	CHECK_TEXT(again.type, made.type);
	CHECK_TEXT(again.etag, made.etag);
	/* signing in and out changes no page of anybody */
	page_token("viewer");
	CHECK(is_kept(token, where));
	/* a refusal is not kept */
	ask_kept(token, "/conversion?horizon=0", &kept);
	CHECK_INT(ask_kept(token, "/conversion?horizon=0", &kept).status, 422);
	CHECK(!kept);
}

static void a_kept_page_is_never_wrong(void)
{
	const char *where = address("", "");
	const char *token = page_token("head"), *other = page_token("viewer");
	char rep[] = "rep", head[] = "head";
	bool kept;

	CHECK(!is_kept(token, where) && is_kept(token, where));
	CHECK(!is_kept(other, where)); /* somebody else, and another session */
	CHECK(!is_kept(page_token("head"), where));
	CHECK(!is_kept(token, address("", "&horizon=80"))); /* a question */
	CHECK(!is_kept(token, address(".json", "")));
	page_state.build = "newer";
	CHECK(!is_kept(token, where) && is_kept(token, where));
	page_state.build = "test";
	page_fill(fill_spend, NULL); /* a change */
	CHECK(!is_kept(token, where) && is_kept(token, where));
	page_fill(look_dark, NULL);
	CHECK(!is_kept(token, where) && is_kept(token, where));
	page_fill(become, rep); /* rights: the rep has no leads at all */
	CHECK(!page_has(ask_kept(token, where, &kept), ">40%<"));
	CHECK(!kept);
	page_fill(become, head);
	CHECK(page_has(ask_kept(token, where, &kept), ">40%<"));
	CHECK(!kept);
}

/* Over midnight nothing is written, and yet everything is a day older. */
static void a_kept_page_ends_with_its_day(void)
{
	const char *token;

	page_state.now = (PAGE_TODAY + 1) * INT64_C(86400) - 60;
	token = page_token("head");
	CHECK(!is_kept(token, address("", "")) &&
	      is_kept(token, address("", "")));
	page_state.now += 120;
	CHECK(!is_kept(token, address("", "")));
	page_state.now = PAGE_NOW;
}

static enum err speak_russian(struct store *s, void *arg)
{
	struct person_by_login row;

	(void)arg;
	one_person_by_login(s, (struct person_by_login_in){ "viewer" }, &row);
	return run_person_language_set(
		s, (struct person_language_set_in){ "ru", row.id });
}

static void the_same_in_russian(void)
{
	struct page p;

	page_fill(speak_russian, NULL);
	p = page_get(address("", ""), "viewer");
	CHECK_PAGE(p, 200, "lang=\"ru\"");
	CHECK_PAGE(p, 200, "40\xc2\xa0%");
	CHECK_PAGE(p, 200,
		   "29,7\xe2\x80\x93"
		   "51,3\xc2\xa0%");
	CHECK_PAGE(p, 200, "при таком числе обращений разница может быть");
	CHECK_PAGE(p, 200,
		   "2\xc2\xa0"
		   "500\xc2\xa0$");
	CHECK(!page_has(p, "Which team"));
}

/* What the pieces of the trend add up to. */
static int64_t sum_of_trend(struct page p, const char *key)
{
	const char *at = strstr(p.body, "\"trend\":["), *end;
	int64_t sum = 0;

	if (!CHECK(at != NULL))
		return -1;
	end = strchr(at, ']');
	while ((at = strstr(at, key)) && at < end) {
		at += strlen(key);
		sum += strtoll(at, NULL, 10);
	}
	return sum;
}

/* Weeks, months and quarters hold the same leads. */
static void every_trend_adds_up(void)
{
	static const char *const kinds[] = { "week", "month", "quarter" };

	for (size_t i = 0; i < COUNT(kinds); i++) {
		struct page p = page_get(
			address(".json", page_text("&bins=%s", kinds[i])),
			"head");

		CHECK_PAGE(p, 200, page_text("\"bins\":\"%s\"", kinds[i]));
		CHECK_INT(sum_of_trend(p, "\"prospects\":"), 175);
		CHECK_INT(sum_of_trend(p, "\"won\":"), 60);
		p = page_get(page_text("/conversion.json?from=2025-05-01&to="
				       "2026-11-20&bins=%s",
				       kinds[i]),
			     "head");
		CHECK_PAGE(p, 200, page_text("\"bins\":\"%s\"", kinds[i]));
		CHECK_INT(sum_of_trend(p, "\"won\":"), 60);
	}
	CHECK_PAGE(page_get(address("", "&bins=quarter"), "head"), 200,
		   "Conversion by quarter");
	CHECK_PAGE(page_get(address("", "&bins=quarter"), "head"), 200,
		   "name=\"bins\" value=\"quarter\"");
	CHECK_INT(page_get(address("", "&bins=day"), "head").status, 422);
	/* ten years are too long for weeks */
	CHECK_PAGE(page_get("/conversion.json?from=2017-01-01&to=2026-11-20"
			    "&bins=week",
			    "head"),
		   200, "\"bins\":\"month\"");
}

static void an_empty_period_says_so(void)
{
	struct page p =
		page_get("/conversion?from=2001-01-01&to=2001-01-31", "head");

	CHECK_PAGE(p, 200, "No leads came in this period.");
	CHECK(!page_has(p, "nan"));
}

/* ---- saved views ---- */

static enum err fill_saved(struct store *s, void *arg)
{
	(void)arg;
	run_saved_set(s, (struct saved_set_in){ rep_a, "A & B", "a & b",
						"/conversion?group=source", 1,
						PAGE_NOW });
	run_saved_set(s, (struct saved_set_in){ rep_b, "Own", "own", "/leads",
						0, PAGE_NOW });
	return store_error(s);
}

static void saved_views_are_at_hand(void)
{
	static const char *const paths[] = { "/conversion", "/conversion/fair",
					     "/conversion/losses",
					     "/conversion/pace" };
	static const char shared[] =
		"<a href=\"/conversion?group=source\"><bdi>A &amp; B</bdi> "
		"<small>rep-a</small></a>";

	page_fill(fill_saved, NULL);
	for (size_t i = 0; i < COUNT(paths); i++)
		CHECK_PAGE(page_get(paths[i], "head"), 200, shared);
	CHECK(!page_has(page_get("/conversion", "head"), ">Own<"));
	CHECK(page_has(page_get("/conversion", "rep-b"),
		       "<a href=\"/leads\"><bdi>Own</bdi></a>"));
	CHECK(!page_has(page_get("/conversion", "head"), "All saved views"));
}

/* The newest period is saved so that it moves on, others as they are. */
static void saved_periods_move_on(void)
{
	static const struct {
		const char *address, *saved;
	} cases[] = {
		{ "/conversion?group=source", "by%3Dquarter%26group%3Dsource" },
		{ "/conversion?by=quarter&from=2026-07-01", "by%3Dquarter" },
		{ "/conversion?by=quarter&from=2026-07-01&vs=none",
		  "by%3Dquarter%26vs%3Dnone" },
		{ "/conversion?by=quarter&from=2026-04-01",
		  "by%3Dquarter%26from%3D2026-04-01" },
		{ "/conversion?by=month&from=2026-10-05", "by%3Dmonth" },
		{ "/conversion?from=2026-07-01&to=2026-09-30",
		  "from%3D2026-07-01%26to%3D2026-09-30" },
	};

	for (size_t i = 0; i < COUNT(cases); i++)
		CHECK_PAGE(page_get(cases[i].address, "head"), 200,
			   page_text("/account/views?to=%%2Fconversion%%3F%s\"",
				     cases[i].saved));
}

static enum err fill_many_saved(struct store *s, void *arg)
{
	(void)arg;
	for (int i = 0; i < 31; i++) {
		const char *name = page_text("many %02d", i);

		run_saved_set(s,
			      (struct saved_set_in){ rep_b, name, name,
						     "/leads", 0, PAGE_NOW });
	}
	return store_error(s);
}

static void own_views_come_first(void)
{
	struct page p;

	page_fill(fill_many_saved, NULL);
	p = page_get("/conversion", "rep-b");
	CHECK(page_has(p, "many 29") && !page_has(p, "many 30"));
	CHECK(!page_has(p, "A &amp; B"));
	CHECK(page_has(p, "<a href=\"/account/views\">All saved views</a>"));
}

int main(void)
{
	page_start(&app_conversion);
	page_fill(fill, NULL);
	page_fill(fill_spend, NULL);
	the_owners_example();
	full_precision();
	grouped_by_something_else();
	filtered_by_person();
	targets_are_lines();
	what_changed();
	two_side_by_side();
	names_are_escaped();
	everybody_sees_their_own();
	a_past_day_sees_no_later_win();
	who_moves_leaves_the_past_behind();
	young_leads_do_not_count();
	a_running_period_is_cut_fairly();
	bad_addresses_are_refused();
	an_unchanged_page_is_not_sent_again();
	a_kept_page_is_the_same_page();
	a_kept_page_is_never_wrong();
	a_kept_page_ends_with_its_day();
	the_same_in_russian();
	every_trend_adds_up();
	an_empty_period_says_so();
	saved_views_are_at_hand();
	saved_periods_move_on();
	own_views_come_first();
	page_stop();
	return check_done();
}
