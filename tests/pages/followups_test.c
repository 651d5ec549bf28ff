/* followups_test.c - /followups: the list, its forms, who may do what. */
#include "lib/period.h"
#include "page.h"

extern const struct app app_followups;

static struct fixture {
	int64_t north, south;
	int64_t ann, bob, lea, hank;
	int64_t acorn, birch, cedar, evil, quiet;
	int64_t late, today, week, later, far; /* follow-ups of ann */
	int64_t bobs;
} f;

/* ---- the fixture ---- */

static int64_t customer(struct store *s, const char *name, const char *key,
			int64_t manager)
{
	struct customer_add_in in = page_customer(name);
	struct customer_add row = { 0 };

	in.name_key = key;
	in.contact = "Jo <b>";
	in.email = "jo@example.com";
	in.phone = "+1 555 0142";
	in.segment = "Hotels";
	in.manager = manager;
	one_customer_add(s, in, &row);
	return row.id;
}

static int64_t money(struct store *s, int64_t customer_id, int64_t days_ago,
		     int64_t amount, int64_t refund_of)
{
	return page_purchase(s, customer_id, NONE, PAGE_TODAY - days_ago,
			     amount, refund_of);
}

static int64_t bought(struct store *s, int64_t customer_id, int64_t days_ago,
		      int64_t amount)
{
	return money(s, customer_id, days_ago, amount, NONE);
}

static int64_t followup(struct store *s, int64_t customer_id, int64_t owner,
			const char *cause, const char *subject, int64_t due_day)
{
	struct followup_add_in in = { .customer = customer_id,
				      .owner = owner,
				      .kind = "call",
				      .cause = cause,
				      .subject = subject,
				      .due_day = due_day,
				      .now = PAGE_NOW - 86400,
				      .today = PAGE_TODAY - 1 };
	struct followup_event_add_in event = { .kind = "created",
					       .at = PAGE_NOW - 86400,
					       .day = PAGE_TODAY - 1,
					       .actor = owner,
					       .due_day = due_day,
					       .owner = owner,
					       .note = "" };
	struct followup_add row = { 0 };

	one_followup_add(s, in, &row);
	event.followup = row.id;
	run_followup_event_add(s, event);
	return row.id;
}

static void add_people(struct store *s)
{
	f.north = page_team(s, "north");
	f.south = page_team(s, "south");
	f.ann = page_person(s, "ann", "rep", f.north);
	f.bob = page_person(s, "bob", "rep", f.south);
	f.lea = page_person(s, "lea", "lead", f.north);
	f.hank = page_person(s, "hank", "head", 0);
	page_person(s, "vera", "viewer", 0);
	page_person(s, "idle", "rep", f.south);
}

static enum err fill(struct store *s, void *arg)
{
	(void)arg;
	page_company(s, NULL);
	add_people(s);
	f.acorn = customer(s, "Acorn Ltd", "acorn ltd", f.ann);
	f.cedar = customer(s, "Acorn & Sons", "acorn & sons", f.ann);
	f.evil = customer(s, "<script>alert(1)</script>",
			  "<script>alert(1)</script>", f.ann);
	f.birch = customer(s, "Birch", "birch", f.bob);
	f.quiet = customer(s, "Quiet", "quiet", f.ann);
	bought(s, f.acorn, 10, 2160000);
	bought(s, f.acorn, 400, 9900000);
	bought(s, f.acorn, 5, -160000);
	bought(s, f.cedar, 80, 500000);
	f.late = followup(s, f.acorn, f.ann, "purchase", "Happy <i>with it?",
			  PAGE_TODAY - 1);
	f.today = followup(s, f.cedar, f.ann, "silent", "Silent, why?",
			   PAGE_TODAY);
	f.week =
		followup(s, f.evil, f.ann, "hand", "Say hello", PAGE_TODAY + 7);
	f.later = followup(s, f.cedar, f.ann, "contract", "Renew?",
			   PAGE_TODAY + 8);
	f.far = followup(s, f.quiet, f.ann, "score", "Why a 3?",
			 PAGE_TODAY - 5);
	f.bobs = followup(s, f.birch, f.bob, "hand", "Bob's own", PAGE_TODAY);
	return store_error(s);
}

/* ---- looking into the store and into pages ---- */

/* A page as one reads it: spaces that do not break are spaces. */
static struct page plain(struct page p)
{
	char *text = arena_strdup(page_state.arena, p.body ? p.body : "");
	char *to = text;

	for (const char *at = text; *at; at++)
		if (at[0] == '\xc2' && at[1] == '\xa0')
			*to++ = ' ', at++;
		else
			*to++ = *at;
	*to = '\0';
	p.body = text;
	return p;
}

static struct page get(const char *address, const char *login)
{
	return plain(page_get(address, login));
}

static struct page post(const char *address, const char *login,
			const char *fields)
{
	return plain(page_post(address, login, fields));
}

struct counted {
	int64_t followups, version, due_day, snoozes;
	const char *state;
	int64_t id; /* of the one that is looked at; 0: none */
};

static const struct scope all = { SEE_ALL, 0, 0 };

static enum err count(struct store *s, void *arg)
{
	struct counted *c = arg;
	struct followup_counts counts = { 0 };
	struct followup_one row = { 0 };

	one_followup_counts(
		s,
		(struct followup_counts_in){ .scope = all,
					     .as_of = PAGE_TODAY,
					     .month = period_month(PAGE_TODAY),
					     .month_from = period_month_start(
						     period_month(PAGE_TODAY)),
					     .week_until = PAGE_TODAY + 7 },
		&counts);
	c->followups =
		counts.overdue + counts.today + counts.week + counts.later;
	if (one_followup_one(s,
			     (struct followup_one_in){ all, PAGE_TODAY, c->id },
			     &row)) {
		c->version = row.version;
		c->due_day = row.due_day;
		c->snoozes = row.snoozes;
		c->state = row.state;
	}
	return store_error(s);
}

static struct counted now(int64_t id)
{
	struct counted c = { .id = id, .state = "" };

	page_fill(count, &c);
	return c;
}

static const char *quick_of(int64_t id, int64_t version, const char *rest)
{
	return page_text("id=%lld&version=%lld&who=mine&%s", (long long)id,
			 (long long)version, rest);
}

static size_t times(struct page p, const char *needle)
{
	size_t n = 0;

	for (const char *at = p.body; (at = strstr(at, needle)); n++)
		at += strlen(needle);
	return n;
}

/* Whether a piece stands before another. */
static bool in_order(struct page p, const char *first, const char *second)
{
	const char *at = strstr(p.body, first);

	return at && strstr(at, second);
}

static bool is_void(const char *tag, size_t n)
{
	static const char *const voids[] = { "meta", "link", "input", "br",
					     "!doctype" };

	for (size_t i = 0; i < COUNT(voids); i++)
		if (strlen(voids[i]) == n && strncmp(voids[i], tag, n) == 0)
			return true;
	return false;
}

/* The end of a tag that begins at *at, past quotes. */
static const char *tag_end(const char *at)
{
	bool quoted = false;

	for (; *at && (quoted || *at != '>'); at++)
		if (*at == '"')
			quoted = !quoted;
	return at;
}

/* Every tag is closed by its own name, in order. */
static bool well_formed(struct page p)
{
	const char *open[100];
	size_t length[100], depth = 0;

	for (const char *at = p.body; (at = strchr(at, '<'));) {
		const char *end = tag_end(at);
		bool closing = at[1] == '/';
		const char *name = at + 1 + closing;
		size_t n = strcspn(name, " \t\n/>");

		at = end;
		if (*end != '>')
			return false;
		if (closing && (depth == 0 || length[depth - 1] != n ||
				strncmp(open[depth - 1], name, n) != 0)) {
			printf("</%.*s> closes nothing\n", (int)n, name);
			return false;
		}
		if (closing) {
			depth--;
		} else if (!is_void(name, n) && end[-1] != '/') {
			if (depth == COUNT(open))
				return false;
			open[depth] = name;
			length[depth++] = n;
		}
	}
	return depth == 0;
}

/* No two elements share an id. */
static bool ids_differ(struct page p)
{
	for (const char *at = p.body; (at = strstr(at, " id=\""));) {
		const char *end = strchr(at + 5, '"') + 1;
		const char *id = page_text("%.*s", (int)(end - at), at);

		if (strstr(end, id)) {
			printf("twice: %s\n", id);
			return false;
		}
		at = end;
	}
	return true;
}

#define CHECK_FORM(page)                                                       \
	do {                                                                   \
		CHECK(well_formed(page));                                      \
		CHECK(ids_differ(page));                                       \
	} while (0)

/* The page a change leads to; a browser keeps the place for itself. */
static struct page follow(struct page p, const char *login)
{
	return get(page_text("%.*s", (int)strcspn(p.location, "#"), p.location),
		   login);
}

/* ---- the list ---- */

static void groups_and_their_borders(void)
{
	struct page p = get("/followups", "ann");

	CHECK_PAGE(p, 200, "2 are overdue and 1 is due today.");
	CHECK(page_has(p, "worth $20,000 in 12 months; begin with Quiet."));
	CHECK(page_has(p, ">Overdue <span class=\"mut\">2</span>"));
	CHECK(page_has(p, ">Today, Wed 25 Nov <span class=\"mut\">1</span>"));
	CHECK(page_has(p, ">Next 7 days <span class=\"mut\">1</span>"));
	CHECK(page_has(p, ">Later <span class=\"mut\">1</span>"));
	CHECK(in_order(p, "5 days late", "1 day late"));
	CHECK(in_order(p, "1 day late", "Today, Wed 25 Nov"));
	CHECK(page_has(p, "in 7 days"));
	CHECK(in_order(p, ">Later <", "Renew?"));
	CHECK(page_has(p, "0 of 3</span>") || page_has(p, "0 of 3 done today"));
	CHECK(page_has(p, "New customer"));
	CHECK(page_has(p, "After a purchase"));
	CHECK(page_has(p, "Silent for longer than usual"));
	CHECK(!page_has(p, "Bob"));
	CHECK_FORM(p);
}

static void names_and_notes_are_escaped(void)
{
	struct page p =
		get(page_text("/followups?id=%lld", (long long)f.week), "ann");

	CHECK_PAGE(p, 200, "&lt;script&gt;alert(1)&lt;/script&gt;");
	CHECK(!page_has(p, "<script>alert"));
	CHECK(page_has(p, "Happy &lt;i&gt;with it?"));
	CHECK(page_has(p, "Jo &lt;b&gt;"));
	CHECK_FORM(p);
}

static void one_is_open_beside_the_list(void)
{
	struct page p =
		get(page_text("/followups?id=%lld", (long long)f.late), "ann");

	CHECK_PAGE(p, 200, "Customer since 21 Oct 2025");
	CHECK(page_has(p, "<dd>2</dd>"));
	CHECK(page_has(p, "<dd>$20,000</dd>"));
	CHECK(page_has(p, "Refund of $1,600"));
	CHECK(in_order(p, "Refund of $1,600", "Purchase for $21,600"));
	CHECK(page_has(p, "jo@example.com"));
	CHECK(page_has(p, "value=\"month\" checked"));
	CHECK(page_has(p, "1 week<small>2 Dec</small>"));
	CHECK_INT(get("/followups?id=99999", "ann").status, 404);
	CHECK_INT(get(page_text("/followups?id=%lld", (long long)f.bobs), "ann")
			  .status,
		  404);
	CHECK_INT(get("/followups?id=0", "ann").status, 422);
}

static void who_sees_what(void)
{
	CHECK_INT(get("/followups", "").status, 303);
	CHECK(!page_has(get("/followups?who=all", "ann"), "Bob"));
	CHECK(!page_has(get("/followups", "lea"), "Bob"));
	CHECK(page_has(get("/followups", "lea"), "Silent, why?"));
	CHECK(!page_has(get("/followups?who=mine", "lea"), "Silent, w"));
	CHECK(page_has(get("/followups", "hank"), "Bob&#39;s own"));
	CHECK(!page_has(
		get(page_text("/followups?owner=%lld", (long long)f.ann),
		    "hank"),
		"Bob"));
	CHECK(page_has(get("/followups", "vera"), "Silent, why?"));
	CHECK(!page_has(get("/followups", "vera"), "/followups/quick"));
	CHECK(!page_has(get("/followups", "vera"), "/followups/done"));
	CHECK_INT(get("/followups?who=me", "ann").status, 422);
}

static void empty_list(void)
{
	struct page p = get("/followups", "idle");

	CHECK_PAGE(p, 200, "Nothing is due today.");
	CHECK(page_has(p, "No follow-up is planned."));
	CHECK(page_has(p, "/followups/new"));
	CHECK(!page_has(p, "id=\"detail\""));
	CHECK_FORM(p);
}

static enum err speak(struct store *s, void *language)
{
	return run_person_language_set(
		s, (struct person_language_set_in){ language, f.ann });
}

static void in_russian(void)
{
	char russian[] = "ru", english[] = "en";
	struct page p;

	page_fill(speak, russian);
	p = get("/followups", "ann");
	CHECK_PAGE(p, 200, "Просрочены 2 задачи, на сегодня — 1.");
	CHECK(page_has(p, "<html lang=\"ru\""));
	CHECK(page_has(p, "просрочено на 5 дней"));
	CHECK(page_has(p, "После покупки"));
	CHECK(!page_has(p, "Overdue"));
	CHECK_FORM(p);
	CHECK_PAGE(get("/followups/new", "ann"), 200, "Новая задача");
	page_fill(speak, english);
}

static void as_data(void)
{
	struct page p = get("/followups.json", "ann");

	CHECK_PAGE(p, 200, "\"overdue\":2");
	CHECK_TEXT(p.type, "application/json");
	CHECK(page_has(p, "\"today\":1"));
	CHECK(page_has(p, "\"next_7_days\":1"));
	CHECK(page_has(p, "\"later\":1"));
	CHECK(page_has(p, "\"stake\":20000"));
	CHECK(page_has(p, "\"done_today\":0"));
	CHECK(page_has(p, "\"days_late\":5"));
	CHECK(page_has(p, "\"revenue_12_months\":20000"));
	CHECK(page_has(p, "\"due\":\"2026-11-24\""));
	CHECK(!page_has(p, "Bob"));
	p = get("/followups.csv", "ann");
	CHECK_PAGE(p, 200, "id,group,due,");
	CHECK_INT(times(p, "\r\n"), 6);
	CHECK(page_has(p, ",Acorn Ltd,"));
	CHECK(page_has(p, ",20000.00,2,2025-10-21,2026-11-15,"));
}

/* ---- one press ---- */

static void one_press(void)
{
	struct page p = post("/followups/quick", "ann",
			     quick_of(f.today, 1, "outcome=happy"));
	int64_t before = now(0).followups;

	CHECK_INT(p.status, 303);
	CHECK(strstr(p.location, page_text("did=%lld", (long long)f.today)) !=
	      NULL);
	CHECK_TEXT(now(f.today).state, "done");
	CHECK_INT(before, 6); /* one done, one planned */
	p = follow(p, "ann");
	CHECK_PAGE(p, 200,
		   "Acorn &amp; Sons: Happy. Next follow-up: Fri 25 Dec.");
	CHECK(page_has(p, "action=\"/followups/undo\""));
	CHECK(page_has(p, "1 of 3"));
	CHECK_FORM(p);

	page_state.now += 60;
	p = post("/followups/undo", "ann", quick_of(f.today, 2, ""));
	CHECK_INT(p.status, 303);
	CHECK_TEXT(now(f.today).state, "open");
	CHECK_INT(now(0).followups, 6);
	CHECK_PAGE(follow(p, "ann"), 200,
		   "Acorn &amp; Sons: taken back, due Wed 25 Nov as before.");
	page_state.now += 60;
}

static void one_press_of_problem(void)
{
	int64_t version = now(f.today).version;
	struct page p = post("/followups/quick", "ann",
			     quick_of(f.today, version, "outcome=unhappy"));

	CHECK_INT(p.status, 303);
	CHECK_PAGE(follow(p, "ann"), 200, "Open problem");
	page_state.now += 60;
	p = post("/followups/undo", "ann", quick_of(f.today, version + 1, ""));
	CHECK_INT(p.status, 303);
	CHECK(!page_has(follow(p, "ann"), "Open problem"));
	page_state.now += 60;
}

static void snoozing(void)
{
	struct page p = post("/followups/quick", "ann",
			     quick_of(f.late, 1, "snooze=2026-12-02"));

	CHECK_INT(p.status, 303);
	CHECK_INT(now(f.late).due_day, PAGE_TODAY + 7);
	CHECK_INT(now(f.late).snoozes, 1);
	CHECK_PAGE(follow(p, "ann"), 200, "Acorn Ltd: moved to Wed 2 Dec.");
	page_state.now += 60;
	p = post("/followups/undo", "ann", quick_of(f.late, 2, ""));
	CHECK_INT(p.status, 303);
	CHECK_INT(now(f.late).due_day, PAGE_TODAY - 1);
	CHECK_INT(now(f.late).snoozes, 0);
	page_state.now += 60;
}

static struct page other(const char *login, int64_t id, int64_t version,
			 const char *fields)
{
	return post("/followups/otherwise", login,
		    quick_of(id, version, fields));
}

static void the_page_that_ends_it_otherwise(void)
{
	const char *address =
		page_text("/followups/otherwise?id=%lld&then=%lld",
			  (long long)f.today, (long long)f.week);
	struct page p = page_get(address, "lea");

	CHECK_PAGE(p, 200, "name=\"then\" value=\"");
	CHECK_PAGE(p, 200, ">lea</option>");
	CHECK(!page_has(p, ">ann</option>")); /* has it already */
	CHECK(!page_has(page_get(address, "ann"), "value=\"assign\""));
	CHECK_INT(page_get(address, "bob").status, 404);
	CHECK_PAGE(page_get(page_text("/followups?id=%lld", (long long)f.today),
			    "ann"),
		   200,
		   page_text("/followups/otherwise?who=mine&amp;id=%lld",
			     (long long)f.today));
}

static void cancelled_for_a_reason(void)
{
	int64_t version = now(f.today).version;
	struct page p = other("ann", f.today, version, "what=cancel&why=");

	CHECK_PAGE(p, 422, "id=\"why-e\"");
	CHECK_PAGE(other("ann", f.today, version, "why=x"), 422,
		   "id=\"what-e\"");
	CHECK_TEXT(now(f.today).state, "open");
	CHECK_INT(other("bob", f.today, version, "what=cancel&why=x").status,
		  404);
	p = other("ann", f.today, version, "what=cancel&why=They+%3Cmoved%3E");
	CHECK_INT(p.status, 303);
	CHECK_TEXT(now(f.today).state, "cancelled");
	CHECK_PAGE(follow(p, "ann"), 200,
		   "Acorn &amp; Sons: follow-up cancelled.");
	CHECK_PAGE(other("ann", f.today, version, "what=cancel&why=again"), 409,
		   "again");
	page_state.now += 60;
	p = post("/followups/undo", "ann", quick_of(f.today, version + 1, ""));
	CHECK_INT(p.status, 303);
	CHECK_TEXT(now(f.today).state, "open");
	CHECK_INT(now(f.today).due_day, PAGE_TODAY);
	page_state.now += 60;
}

static void handed_over(void)
{
	int64_t version = now(f.today).version;
	struct page p;

	/* ann may give it to nobody else, lea to whom she leads */
	CHECK_PAGE(
		other("ann", f.today, version,
		      page_text("what=assign&why=x&to=%lld", (long long)f.bob)),
		422, "Choose one of those on offer.");
	CHECK_PAGE(
		other("lea", f.today, version,
		      page_text("what=assign&why=x&to=%lld", (long long)f.bob)),
		422, "id=\"to-e\"");
	p = other("lea", f.today, version,
		  page_text("what=assign&why=&to=%lld", (long long)f.lea));
	CHECK_INT(p.status, 303);
	CHECK_PAGE(follow(p, "lea"), 200,
		   "the follow-up is lea\xe2\x80\x99s now.");
	CHECK_INT(now(f.today).version, version + 1);
	page_state.now += 60;
	p = post("/followups/undo", "lea", quick_of(f.today, version + 1, ""));
	CHECK_INT(p.status, 303);
	CHECK_PAGE(follow(p, "lea"), 200,
		   "the follow-up is ann\xe2\x80\x99s now.");
	page_state.now += 60;
}

static void bad_presses(void)
{
	static const struct bad {
		const char *fields;
		int status;
	} bads[] = {
		{ "", 422 },
		{ "outcome=happy&snooze=2026-12-02", 422 },
		{ "outcome=delighted", 422 },
		{ "snooze=2026-11-24", 422 },
		{ "snooze=2026-02-30", 422 },
		{ "outcome=happy&owner=x", 422 },
		{ "outcome=happy&surprise=1", 400 },
	};
	struct counted before = now(f.late);

	for (size_t i = 0; i < COUNT(bads); i++)
		CHECK_INT(post("/followups/quick", "ann",
			       quick_of(f.late, before.version, bads[i].fields))
				  .status,
			  bads[i].status);
	CHECK_INT(post("/followups/quick", "ann", "outcome=happy").status, 422);
	CHECK_INT(post("/followups/undo", "ann", "id=1").status, 422);
	CHECK_INT(now(f.late).version, before.version);
}

/* ---- rights ---- */

static struct page post_as_nobody(const char *path, const char *fields)
{
	struct req r = {
		.method = POST,
		.content_type = "application/x-www-form-urlencoded",
		.body = fields,
		.length = strlen(fields),
	};

	return page_ask(&r, path, "");
}

static void others_are_not_touched(void)
{
	int64_t before = now(f.bobs).followups;
	static const char *const paths[] = { "/followups/quick",
					     "/followups/done",
					     "/followups/undo" };
	static const char *const fields[] = { "outcome=happy",
					      "outcome=happy&next=none", "" };

	for (size_t i = 0; i < COUNT(paths); i++) {
		const char *sent = quick_of(f.bobs, 1, fields[i]);

		CHECK_INT(post(paths[i], "ann", sent).status, 404);
		CHECK_INT(post(paths[i], "lea", sent).status, 404);
		CHECK_INT(post(paths[i], "vera", sent).status, 403);
		CHECK_INT(post_as_nobody(paths[i], sent).status, 401);
	}
	CHECK_INT(now(f.bobs).version, 1);
	CHECK_INT(now(f.bobs).followups, before);
	CHECK_INT(get("/followups/new", "vera").status, 403);
	CHECK_INT(get(page_text("/followups/new?customer=%lld",
				(long long)f.birch),
		      "ann")
			  .status,
		  404);
}

/* The same form sent with a token and an id of the test's own. */
static struct page post_with(const char *token, const char *once,
			     const char *fields)
{
	const char *session = page_token("ann");
	struct req r = {
		.method = POST,
		.content_type = "application/x-www-form-urlencoded",
	};

	if (!token)
		token = auth_form_token(page_state.arena, session,
					"/followups/quick", page_state.now);
	r.body = page_text("%s&_token=%s&_once=%s", fields, token, once);
	r.length = strlen(r.body);
	return page_ask(&r, "/followups/quick", session);
}

static void tokens_and_double_clicks(void)
{
	static const char once[] = "0123456789abcdef0123456789abcdef";
	struct counted before = now(f.far);
	const char *fields = quick_of(f.far, before.version, "outcome=happy");
	struct page p;

	CHECK_INT(post_with("0123", once, fields).status, 403);
	CHECK_INT(post_with("", once, fields).status, 403);
	CHECK_INT(now(f.far).version, before.version);
	p = post_with(NULL, once, fields);
	CHECK_INT(p.status, 303);
	CHECK_TEXT(post_with(NULL, once, fields).location, p.location);
	CHECK_INT(now(f.far).version, before.version + 1);
	CHECK_INT(now(f.far).followups, before.followups);
	page_state.now += 60;
	CHECK_INT(post("/followups/undo", "ann",
		       quick_of(f.far, before.version + 1, ""))
			  .status,
		  303);
	page_state.now += 60;
}

/* ---- the whole form ---- */

static void bad_results(void)
{
	int64_t version = now(f.late).version;
	struct page p = post(
		"/followups/done", "ann",
		quick_of(f.late, version,
			 "outcome=unhappy&note=%3Cscript%3Ekept&problem=&next="
			 "day&next_day="));

	CHECK_PAGE(p, 422, "<title>Error: ");
	CHECK(page_has(p, "<a href=\"#problem\">Say what the problem is.</a>"));
	CHECK(page_has(p, "<a href=\"#next_day\">"));
	CHECK(page_has(p, "value=\"unhappy\" checked"));
	CHECK(page_has(p, "value=\"day\" checked"));
	CHECK(page_has(p, "&lt;script&gt;kept</textarea>"));
	CHECK_FORM(p);
	p = post(
		"/followups/done", "ann",
		quick_of(f.late, version, "note=kept+too&next_day=31+02+2027"));
	CHECK_PAGE(p, 422, "<a href=\"#outcome\">Choose how it ended.</a>");
	CHECK(page_has(p, "<a href=\"#next\">"));
	CHECK(page_has(p, "value=\"31 02 2027\""));
	CHECK(page_has(p, "kept too</textarea>"));
	CHECK_FORM(p);
	p = post("/followups/done", "ann",
		 quick_of(f.late, version,
			  "outcome=happy&next=day&next_day=1+Nov+2026&score=11"
			  "&review=1"));
	CHECK_PAGE(p, 422, "Enter today or a later day.");
	CHECK_PAGE(p, 422, "id=\"score-e\"");
	CHECK_PAGE(p, 422, "name=\"review\" value=\"1\" checked");
	CHECK_PAGE(p, 422, "value=\"11\"");
	CHECK_INT(post("/followups/done", "ann", "outcome=happy").status, 400);
	CHECK_INT(now(f.late).version, version);
}

static void good_result(void)
{
	const char *firm =
		page_text("/followups/customer?id=%lld", (long long)f.acorn);
	int64_t version = now(f.late).version;
	struct page p = post(
		"/followups/done", "ann",
		quick_of(
			f.late, version,
			"outcome=unhappy&note=Angry&problem=Leaks+%3Cb%3E&"
			"score=0&review=1&recommend=1&next=day&next_day=30+11+2026"));

	CHECK_INT(p.status, 303);
	p = follow(p, "ann");
	CHECK_PAGE(p, 200, "Acorn Ltd: Problem. Next follow-up: Mon 30 Nov.");
	CHECK(page_has(p, "Is the problem solved?"));
	p = get(page_text("/followups?id=%lld", (long long)f.late), "ann");
	CHECK_PAGE(p, 200, "This follow-up is done.");
	CHECK(page_has(p, "Leaks &lt;b&gt;"));
	CHECK(page_has(p, "Angry"));
	CHECK(page_has(p, ", 0 of 10</b>"));
	CHECK(!page_has(p, "action=\"/followups/done\""));
	CHECK_PAGE(get(firm, "ann"), 200, "Asked for a review");
	CHECK_PAGE(get(firm, "ann"), 200, "Asked to recommend us");
	page_state.now += 60;
	p = post("/followups/undo", "ann", quick_of(f.late, version + 1, ""));
	CHECK_INT(p.status, 303);
	CHECK(!page_has(get(firm, "ann"), "Asked for a review"));
	CHECK(!page_has(get(firm, "ann"), "Asked to recommend us"));
	page_state.now += 60;
}

static void no_more_contact(void)
{
	int64_t version = now(f.week).version;
	struct page p = post("/followups/done", "ann",
			     quick_of(f.week, version,
				      "outcome=do_not_contact&next="
				      "month"));

	CHECK_INT(p.status, 303);
	CHECK_PAGE(follow(p, "ann"), 200,
		   "Do not contact again. No next follow-up is planned.");
	/* a word longer than a pattern of the store may be */
	CHECK_INT(post("/followups/new", "ann",
		       "customer=%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F"
		       "%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F"
		       "%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F"
		       "%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F")
			  .status,
		  422);
	CHECK_PAGE(post("/followups/new", "ann",
			"customer=%3Cscript&subject=x&kind=call&due="
			"tomorrow"),
		   422, "This customer does not want to be contacted.");
	page_state.now += 60;
	CHECK_INT(post("/followups/undo", "ann",
		       quick_of(f.week, version + 1, ""))
			  .status,
		  303);
	page_state.now += 60;
}

static void who_is_too_late(void)
{
	int64_t version = now(f.late).version;
	struct page p;

	CHECK_INT(post("/followups/quick", "lea",
		       quick_of(f.late, version, "snooze=2026-12-25"))
			  .status,
		  303);
	p = post("/followups/done", "ann",
		 quick_of(f.late, version,
			  "outcome=neutral&note=My+words&next=quarter"));
	CHECK_PAGE(p, 409, "Somebody changed this follow-up");
	CHECK(page_has(p,
		       "Acorn Ltd: moved to Fri 25 Dec. (lea, 25 Nov 2026)"));
	CHECK(page_has(p, "Note: <b>My words</b>"));
	CHECK(page_has(p, "Outcome: <b>Neutral</b>"));
	CHECK(page_has(p, "My words</textarea>"));
	CHECK(page_has(p, "value=\"quarter\" checked"));
	CHECK(page_has(p, page_text("name=\"version\" value=\"%lld\"",
				    (long long)version + 1)));
	CHECK_FORM(p);
	CHECK_PAGE(post("/followups/quick", "ann",
			quick_of(f.late, version, "outcome=happy")),
		   409, "Outcome: <b>Happy</b>");
	CHECK_PAGE(post("/followups/quick", "ann",
			quick_of(f.late, version, "snooze=2026-12-02")),
		   409, "Snooze until: <b>2 Dec 2026</b>");
	CHECK_PAGE(
		post("/followups/undo", "ann", quick_of(f.late, version, "")),
		409, "Undo: <b>yes</b>");
	CHECK_INT(now(f.late).version, version + 1);
}

/* ---- a new one ---- */

static void new_form(void)
{
	struct page p = get("/followups/new", "ann");

	CHECK_PAGE(p, 200, "<h1>New follow-up</h1>");
	CHECK(page_has(p, "value=\"tomorrow\""));
	CHECK(page_has(p, "Tomorrow<small>26 Nov</small>"));
	CHECK(page_has(p, "In a week<small>2 Dec</small>"));
	CHECK(!page_has(p, "name=\"owner\""));
	CHECK_FORM(p);
	p = get(page_text("/followups/new?customer=%lld&silent=1071",
			  (long long)f.acorn),
		"lea");
	CHECK_PAGE(p, 200, "value=\"No purchase for 1,071 days\"");
	p = get(page_text("/followups/new?customer=%lld&subject=Renew%%3F&"
			  "due=2026-12-01",
			  (long long)f.acorn),
		"lea");
	CHECK_PAGE(p, 200, "value=\"Acorn Ltd\"");
	CHECK(page_has(p, "value=\"Renew?\""));
	CHECK(page_has(p, "value=\"1 Dec 2026\""));
	CHECK(page_has(p, page_text("<option value=\"%lld\" selected>ann",
				    (long long)f.ann)));
	CHECK(page_has(p, "lea (you)"));
	CHECK(!page_has(p, ">bob<"));
	CHECK_FORM(p);
}

static void bad_plans(void)
{
	int64_t before = now(0).followups;
	struct page p = post("/followups/new", "ann",
			     "note=%3Cscript%3E&due=24+Nov+2026&kind=fax");

	CHECK_PAGE(p, 422, "<title>Error: New follow-up");
	CHECK(page_has(p, "<a href=\"#customer\">Say which customer.</a>"));
	CHECK(page_has(p, "<a href=\"#subject\">Say why"));
	CHECK(page_has(p, "<a href=\"#kind\">Choose one of those"));
	CHECK(page_has(p, "<a href=\"#due\">Enter today or a later day.</a>"));
	CHECK(page_has(p, "value=\"24 Nov 2026\""));
	CHECK(page_has(p, "&lt;script&gt;</textarea>"));
	CHECK_FORM(p);
	p = post("/followups/new", "ann",
		 "customer=Bir&subject=x&kind=mail&due=tomorrow");
	CHECK_PAGE(p, 422, "You have no customer with such a name");
	CHECK(page_has(p, "value=\"Bir\""));
	CHECK(page_has(p, "value=\"mail\" checked"));
	p = post("/followups/new", "lea",
		 page_text("customer=Quiet&subject=x&kind=mail&due=tomorrow&"
			   "owner=%lld",
			   (long long)f.bob));
	CHECK_PAGE(p, 422, "<a href=\"#owner\">Choose one of those on offer.");
	CHECK_INT(now(0).followups, before);
}

static void several_customers(void)
{
	struct page p = post("/followups/new", "ann",
			     "customer=ACORN&subject=Renew&kind=visit&"
			     "due=tomorrow");

	CHECK_PAGE(p, 422, "Several customers have such a name");
	CHECK(page_has(p, "Acorn Ltd<small>Hotels"));
	CHECK(page_has(p, "Acorn &amp; Sons<small>"));
	CHECK(page_has(p, "value=\"ACORN\""));
	CHECK_FORM(p);
	p = post("/followups/new", "ann",
		 page_text("customer=ACORN&subject=Renew&kind=visit&"
			   "due=tomorrow&chosen=%lld",
			   (long long)f.cedar));
	CHECK_INT(p.status, 303);
	CHECK_PAGE(follow(p, "ann"), 200,
		   "Acorn &amp; Sons: follow-up planned for Thu 26 Nov.");
	/* An id out of sight does not count, whatever is typed. */
	p = post("/followups/new", "ann",
		 page_text("customer=ACORN&subject=x&kind=visit&due=tomorrow&"
			   "chosen=%lld",
			   (long long)f.birch));
	CHECK_INT(p.status, 422);
}

static void good_plan(void)
{
	int64_t before = now(0).followups;
	struct page p = post("/followups/new", "lea",
			     "customer=acorn+ltd&subject=Ask+%3Cb%3E&"
			     "kind=mail&due=1+Dec&owner=&note=Be+kind");
	long long id;

	CHECK_INT(p.status, 303);
	CHECK_INT(sscanf(p.location, "/followups?id=%lld", &id), 1);
	CHECK_INT(now(0).followups, before + 1);
	p = follow(p, "lea");
	CHECK_PAGE(p, 200, "Acorn Ltd: follow-up planned for Tue 1 Dec.");
	CHECK(page_has(p, "Ask &lt;b&gt;"));
	CHECK(page_has(p, "Be kind"));
	CHECK(page_has(p, " · 1 Dec 2026 · ann"));
	p = post("/followups/undo", "lea", page_text("id=%lld&version=1", id));
	CHECK_INT(p.status, 303);
	CHECK_PAGE(follow(p, "lea"), 200, "Acorn Ltd: follow-up cancelled.");
	CHECK_INT(now(0).followups, before);
	CHECK_INT(post("/followups/undo", "lea",
		       page_text("id=%lld&version=2", id))
			  .status,
		  409);
}

/* ---- Russian companies ---- */

static enum err fill_firms(struct store *s, void *arg)
{
	static const char *const firms[][2] = {
		{ "ООО «Ромашка»", "ооо «ромашка»" },
		{ "ТД \"Ромашка-Юг\"", "тд \"ромашка-юг\"" },
		{ "ИП Ёлкина Роза", "ип елкина роза" },
		{ "ООО Цветы 100%", "ооо цветы 100%" },
	};

	(void)arg;
	for (size_t i = 0; i < COUNT(firms); i++)
		customer(s, firms[i][0], firms[i][1], f.bob);
	for (int i = 0; i < 12; i++)
		customer(s, "Vector", page_text("ооо «вектор %d»", i), f.bob);
	return store_error(s);
}

static struct page plan_for(const char *typed, const char *rest)
{
	return post("/followups/new", "bob",
		    page_text("customer=%s&subject=Renew&kind=call&%s", typed,
			      rest));
}

static void any_word_of_a_name(void)
{
	struct page p;

	page_fill(fill_firms, NULL);
	p = plan_for("ромашка", "when=week");
	CHECK_PAGE(p, 422, "Several customers have such a name");
	CHECK(page_has(p, "ООО «Ромашка»"));
	CHECK(page_has(p, "value=\"week\" checked"));
	CHECK_FORM(p);
	CHECK_INT(plan_for("омашка", "when=week").status, 422);
	CHECK(page_has(plan_for("вектор", "when=week"),
		       "Many customers have such a name"));
	CHECK_INT(times(plan_for("ООО+векто", "when=week"), "name=\"chosen\""),
		  10);
	p = plan_for("ооо+«ЮГ»", "when=week");
	CHECK_INT(p.status, 303);
	CHECK_PAGE(follow(p, "bob"), 200, "planned for Wed 2 Dec.");
	CHECK_INT(plan_for("роза+елк", "when=today").status, 303);
	/* Another day is the one that was typed. */
	p = plan_for("цветы+100%25", "when=day&due=4+Dec");
	CHECK_INT(p.status, 303);
	CHECK_PAGE(follow(p, "bob"), 200, "planned for Fri 4 Dec.");
	CHECK_PAGE(plan_for("цветы", "when=day"), 422,
		   "<a href=\"#due\">Say on which day.</a>");
	CHECK_INT(plan_for("цветы", "when=month").status, 303);
}

/* ---- more than fits ---- */

static enum err fill_many(struct store *s, void *arg)
{
	(void)arg;
	for (int64_t i = 0; i < 60; i++)
		followup(s, f.birch, f.bob, "hand", "One of many",
			 PAGE_TODAY + 3);
	return store_error(s);
}

static void long_groups_say_so(void)
{
	struct page p;

	page_fill(fill_many, NULL);
	p = get("/followups", "bob");
	CHECK_PAGE(p, 200, "and 45 more");
	CHECK(page_has(p, "Next 7 days <span class=\"mut\">60</span>"));
	CHECK_INT(times(p, "<p>One of many"), 15);
	CHECK(page_has(p, "/followups?who=mine&amp;all=next_7_days&amp;id=") &&
	      page_has(p, "#g2\">and 45 more</a>"));
	p = get("/followups?all=next_7_days", "bob");
	CHECK_PAGE(p, 200, "name=\"all\" value=\"next_7_days\"");
	CHECK_INT(times(p, "<p>One of many"), 60);
	CHECK(!page_has(p, " more</a>"));
	CHECK_INT(get("/followups?all=none", "bob").status, 422);
	CHECK_INT(times(get("/followups.csv", "bob"), "One of many"), 60);
}

/* Two equal days, the poorer customer first; and a sale that was paid back. */
static enum err fill_one_day(struct store *s, void *arg)
{
	int64_t sale = bought(s, f.quiet, 30, 700000);

	(void)arg;
	money(s, f.quiet, 20, -700000, sale);
	followup(s, f.quiet, f.ann, "hand", "Of little", PAGE_TODAY + 90);
	followup(s, f.acorn, f.ann, "hand", "Of much", PAGE_TODAY + 90);
	return store_error(s);
}

static void of_one_day_the_customer_worth_most(void)
{
	page_fill(fill_one_day, NULL);
	CHECK(in_order(get("/followups.json", "ann"), "Of much", "Of little"));
}

/* What was paid back in full is no purchase and makes no new customer. */
static void paid_back_is_no_purchase(void)
{
	struct page p = get("/followups.csv", "ann");
	struct page beside =
		get(page_text("/followups?id=%lld", (long long)f.far), "ann");

	CHECK(page_has(p, "Of little,0.00,0,,,"));
	CHECK_PAGE(beside, 200, "<dd>0</dd>");
	CHECK(page_has(beside, "Last purchase: "
			       "\xe2\x80\x94"));
}

/* ---- what comes next ---- */

static struct {
	int64_t first, second, last; /* of Nina's three */
} n;

static enum err fill_three(struct store *s, void *arg)
{
	int64_t nina = page_person(s, "nina", "rep", f.north);

	(void)arg;
	n.first = followup(s, f.acorn, nina, "hand", "One", PAGE_TODAY - 2);
	n.second = followup(s, f.cedar, nina, "hand", "Two", PAGE_TODAY);
	n.last = followup(s, f.birch, nina, "hand", "Three", PAGE_TODAY + 3);
	return store_error(s);
}

/* What the last form of the page for one names as the next. */
static long long then_of(struct page p, int64_t id)
{
	const char *field =
		page_text("name=\"id\" value=\"%lld\"", (long long)id);
	const char *form = NULL, *then;
	long long next = 0;

	for (const char *at = p.body; (at = strstr(at, field)); at++)
		form = at;
	then = form ? strstr(form, "name=\"then\"") : NULL;
	CHECK(then && sscanf(then, "name=\"then\" value=\"%lld", &next) == 1);
	return next;
}

static const char *nina_at(int64_t id)
{
	return page_text("/followups?who=mine&id=%lld", (long long)id);
}

static void the_list_goes_on(void)
{
	const char *rest;
	struct page p;

	page_fill(fill_three, NULL);
	rest = page_text("snooze=1+12+2026&then=%lld", (long long)n.last);
	CHECK_INT(then_of(get(nina_at(n.first), "nina"), n.first), n.second);
	CHECK_INT(then_of(get(nina_at(n.second), "nina"), n.second), n.last);
	CHECK_INT(then_of(get(nina_at(n.last), "nina"), n.last), n.first);

	p = post("/followups/quick", "nina", quick_of(n.second, 1, rest));
	CHECK_TEXT(p.location, page_text("%s&did=%lld", nina_at(n.last),
					 (long long)n.second));
	CHECK_PAGE(follow(p, "nina"), 200,
		   page_text("class=\"task on later\" id=\"t%lld\"",
			     (long long)n.last));
}

/* Meanwhile somebody else did the one that was to come next. */
static void the_next_one_is_gone(void)
{
	const char *rest =
		page_text("snooze=2+12+2026&then=%lld", (long long)n.last);
	struct page p = post("/followups/quick", "nina",
			     quick_of(n.last, 1, "outcome=no_answer"));

	CHECK_INT(p.status, 303);
	p = post("/followups/quick", "nina", quick_of(n.second, 2, rest));
	CHECK_INT(p.status, 303);
	CHECK_PAGE(follow(p, "nina"), 200,
		   page_text("class=\"task on\" id=\"t%lld\"",
			     (long long)n.first));
}

/* Nothing is left, and the form named one that never was. */
static enum err fill_only_one(struct store *s, void *arg)
{
	int64_t otto = page_person(s, "otto", "rep", f.north);

	(void)arg;
	n.first =
		followup(s, f.quiet, otto, "hand", "The only one", PAGE_TODAY);
	return store_error(s);
}

static void nothing_is_left(void)
{
	struct page p;

	page_fill(fill_only_one, NULL);
	p = post("/followups/done", "otto",
		 page_text("id=%lld&version=1&who=mine&outcome=happy&problem="
			   "&note=&next=none&then=999999",
			   (long long)n.first));
	CHECK_INT(p.status, 303);
	p = follow(p, "otto");
	CHECK_PAGE(p, 200, "Everything is done.");
	CHECK(!page_has(p, "id=\"detail\""));
}

int main(void)
{
	page_start(&app_followups);
	page_fill(fill, NULL);

	groups_and_their_borders();
	names_and_notes_are_escaped();
	one_is_open_beside_the_list();
	who_sees_what();
	empty_list();
	in_russian();
	as_data();
	one_press();
	one_press_of_problem();
	snoozing();
	the_page_that_ends_it_otherwise();
	cancelled_for_a_reason();
	handed_over();
	bad_presses();
	others_are_not_touched();
	tokens_and_double_clicks();
	bad_results();
	good_result();
	no_more_contact();
	new_form();
	bad_plans();
	several_customers();
	good_plan();
	who_is_too_late();
	long_groups_say_so();
	any_word_of_a_name();
	of_one_day_the_customer_worth_most();
	paid_back_is_no_purchase();
	the_list_goes_on();
	the_next_one_is_gone();
	nothing_is_left();

	page_stop();
	return check_done();
}
