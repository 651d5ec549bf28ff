/* followups_team_test.c - the work of a team, and customers without a next
 * step. */
#include "page.h"

extern const struct app app_followups;

static int64_t ann_id, amy_id, north;

static int64_t customer(struct store *s, const char *name, int64_t manager,
			int64_t bought)
{
	int64_t id = page_customer_of(s, name, manager);

	if (bought != NONE)
		page_purchase(s, id, NONE, bought, 10000, NONE);
	return id;
}

/* A follow-up; done: the day, NONE while it is open. */
static void planned(struct store *s, int64_t whose, int64_t owner,
		    int64_t first_due, int64_t due, int64_t done)
{
	const char *state = done == NONE ? "open" : "done";
	struct followup_make_in in = {
		.customer = whose,
		.owner = owner,
		.kind = "call",
		.cause = "hand",
		.subject = "Ask",
		.due_day = first_due,
		.state = state,
		.now = first_due * 86400,
		.today = first_due,
		.version = 1,
	};
	struct followup_change changed;
	struct followup_change_in later = { .scope = { .see = SEE_ALL },
					    .as_of = PAGE_TODAY,
					    .version = 1,
					    .state = state,
					    .due_day = due,
					    .snoozes = 1 };
	struct followup_event_add_in ended = { .kind = "done",
					       .at = done * 86400,
					       .day = done,
					       .actor = owner,
					       .due_day = NONE,
					       .owner = NONE,
					       .note = "" };

	store_new_id(s, "followup", &in.id);
	ended.followup = later.id = in.id;
	run_followup_make(s, in);
	if (due != first_due)
		one_followup_change(s, later, &changed);
	if (done != NONE)
		run_followup_event_add(s, ended);
}

static void talked(struct store *s, int64_t whose, const char *outcome,
		   int64_t day)
{
	struct contact_add_in in = { .customer = whose,
				     .followup = NONE,
				     .person = ann_id,
				     .kind = "call",
				     .outcome = outcome,
				     .score = NONE,
				     .note = "",
				     .at = day * 86400,
				     .day = day };
	struct contact_add row = { 0 };

	one_contact_add(s, in, &row);
}

/* Ann did 9 of 12 on time; of 4 new customers she spoke to 1 in time. */
static void fill_ann(struct store *s)
{
	int64_t id = customer(s, "Regular", ann_id, PAGE_TODAY - 200);

	for (int64_t i = 0; i < 9; i++)
		planned(s, id, ann_id, PAGE_TODAY - 20 + i, PAGE_TODAY - 20 + i,
			PAGE_TODAY - 20 + i);
	/* Snoozed and done by the new day: late all the same. */
	planned(s, id, ann_id, PAGE_TODAY - 20, PAGE_TODAY - 10,
		PAGE_TODAY - 12);
	planned(s, id, ann_id, PAGE_TODAY - 9, PAGE_TODAY - 9, NONE);
	planned(s, id, ann_id, PAGE_TODAY - 1, PAGE_TODAY + 5, NONE);
	/* Not of these days. */
	planned(s, id, ann_id, PAGE_TODAY - 60, PAGE_TODAY - 60,
		PAGE_TODAY - 60);
	planned(s, id, ann_id, PAGE_TODAY, PAGE_TODAY, NONE);
	id = customer(s, "Met", ann_id, PAGE_TODAY - 40);
	talked(s, id, "no_answer", PAGE_TODAY - 39);
	talked(s, id, "happy", PAGE_TODAY - 30);
	id = customer(s, "Only tried", ann_id, PAGE_TODAY - 40);
	talked(s, id, "no_answer", PAGE_TODAY - 29);
	id = customer(s, "Too late", ann_id, PAGE_TODAY - 40);
	talked(s, id, "unhappy", PAGE_TODAY - 20);
	id = customer(s, "Forgotten", ann_id, PAGE_TODAY - 15);
	planned(s, id, ann_id, PAGE_TODAY - 70, PAGE_TODAY - 70,
		PAGE_TODAY - 70);
	customer(s, "Time left", ann_id, PAGE_TODAY - 13);
	customer(s, "Long gone", ann_id, PAGE_TODAY - 366);
}

static enum err fill(struct store *s, void *arg)
{
	int64_t south;

	(void)arg;
	page_company(s, NULL);
	north = page_team(s, "North");
	south = page_team(s, "South");
	ann_id = page_person(s, "ann", "rep", north);
	amy_id = page_person(s, "amy", "rep", north);
	page_person(s, "bob", "rep", south);
	page_person(s, "lea", "lead", north);
	page_person(s, "head", "head", 0);
	fill_ann(s);
	customer(s, "Of Amy", amy_id, PAGE_TODAY - 300);
	return store_error(s);
}

static struct page team(const char *login, const char *query)
{
	return page_get(page_text("/followups/team%s", query), login);
}

/* The row of a person, from the name on. */
static const char *row_of(struct page p, const char *name)
{
	const char *row = strstr(p.body, page_text("<bdi>%s</bdi>", name));
	const char *end = row ? strstr(row, "</tr>") : NULL;

	CHECK(end != NULL);
	return end ? page_text("%.*s", (int)(end - row), row) : "";
}

static bool has(const char *row, const char *text)
{
	return strstr(row, text) != NULL;
}

static void each_number_is_right(void)
{
	struct page p = team("lea", "");
	const char *ann = row_of(p, "ann"), *amy = row_of(p, "amy");

	/* Open: -9, -1 (moved to +5), 0; overdue the first. */
	CHECK(has(ann, ">3</a>"));
	CHECK(has(ann, "class=\"late\""));
	CHECK(has(ann, "75%"));
	CHECK(has(ann, "9 of 12"));
	/* First purchases from 44 to 15 days ago: their 14 days ran out. */
	CHECK(has(ann, "1 of 4"));
	/* Of four tries in 30 days two got through, one of them unhappy; the
	 * first try was 39 days ago. */
	CHECK(has(ann, "2 of 3"));
	CHECK(has(ann, "1 of 2"));
	/* All but "Regular", who has a plan, and "Long gone". */
	CHECK(has(ann, "5 of 6"));
	CHECK(has(amy, "1 of 1"));
	CHECK(!has(amy, "class=\"late\""));
	CHECK_PAGE(p, 200, "1 follow-up is overdue.");
	CHECK_PAGE(p, 200, "6 customers have no next step.");
	CHECK_PAGE(p, 200, "6 of 7");
	ann = row_of(team("lea", "?days=90"), "ann");
	CHECK(has(ann, "11 of 14"));
	CHECK(has(ann, "2 of 4"));
}

static void the_same_as_data(void)
{
	struct page p = page_get("/followups/team.json", "lea");

	CHECK_PAGE(p, 200,
		   "\"name\":\"ann\",\"open\":3,\"overdue\":1,"
		   "\"due\":12,\"on_time\":9,\"new_customers\":4,"
		   "\"met_in_time\":1,\"tries\":3,\"reached\":2,"
		   "\"unhappy\":1,\"customers\":6,\"no_next_step\":5}");
	CHECK_PAGE(p, 200, "\"customers\":7,\"no_next_step\":6,\"people\"");
	p = page_get("/followups/team.csv?days=90", "lea");
	CHECK_PAGE(p, 200, ",ann,3,1,14,11,");
	CHECK_INT(page_get("/followups/team.csv", "ann").status, 403);
	p = page_get("/followups/idle.csv", "ann");
	CHECK_PAGE(p, 200, "Forgotten,2026-11-10,2027-11-10,100.00,0");
	CHECK(!page_has(p, "Regular"));
	CHECK_PAGE(page_get("/followups/idle.json", "ann"), 200,
		   "\"name\":\"Forgotten\",\"last_purchase\":\"2026-11-10\"");
}

static void who_sees_which_team(void)
{
	struct page p;

	CHECK_INT(team("ann", "").status, 403);
	CHECK_PAGE(team("lea", "?team=2"), 200, "Nobody is in this team.");
	p = team("head", "?team=1");
	CHECK_PAGE(p, 200, "<bdi>ann</bdi>");
	CHECK(!page_has(p, "<bdi>bob</bdi>"));
	CHECK_PAGE(team("head", "?team=2"), 200, "<bdi>bob</bdi>");
	CHECK_PAGE(team("head", "?team=99"), 200, "Nobody is in this team.");
	CHECK_INT(team("head", "?days=7").status, 422);
	CHECK(page_has(page_get("/followups", "lea"), "/followups/team"));
	CHECK(!page_has(page_get("/followups", "ann"), "/followups/team"));
}

static struct page idle(const char *login, int64_t person)
{
	return page_get(
		page_text("/followups/idle?person=%lld", (long long)person),
		login);
}

static void who_has_no_next_step(void)
{
	struct page p = page_get("/followups/idle", "ann");

	CHECK_PAGE(p, 200, "<bdi>Forgotten</bdi>");
	CHECK_PAGE(p, 200, "<bdi>Time left</bdi>");
	CHECK(!page_has(p, "<bdi>Regular</bdi>"));
	CHECK(!page_has(p, "<bdi>Long gone</bdi>"));
	CHECK(!page_has(p, "<bdi>Of Amy</bdi>"));
	CHECK_PAGE(p, 200, "within 365 days");
	CHECK(page_before(p, "<bdi>Met</bdi>", "<bdi>Time left</bdi>"));
	CHECK_PAGE(idle("lea", amy_id), 200, "<bdi>Of Amy</bdi>");
	/* All five below the person's follow-ups. */
	p = page_get("/followups", "ann");
	CHECK_PAGE(p, 200, "No next step <span class=\"mut\">5</span>");
	CHECK_INT(page_times(p, "class=\"r-n\""), 5);
	CHECK(!page_has(p, "and 1 more"));
	p = page_get(page_text("/followups?owner=%lld", (long long)amy_id),
		     "lea");
	CHECK_PAGE(p, 200, "No next step <span class=\"mut\">1</span>");
	CHECK(!page_has(
		page_get(page_text("/followups?owner=%lld", (long long)amy_id),
			 "bob"),
		"No next step <span"));
	CHECK(!page_has(page_get("/followups", "lea"), "No next step <span"));
	CHECK_PAGE(idle("ann", amy_id), 200,
		   "A follow-up is planned for everybody.");
	CHECK_PAGE(idle("bob", ann_id), 200,
		   "A follow-up is planned for everybody.");
}

/* Forty of a segment came back once, after 1 to 40 days, long ago; one bought
 * 20 days ago for the first time, one has a contract until today, and one had
 * until yesterday. */
static enum err fill_retail(struct store *s, void *arg)
{
	struct customer_add_in in = page_customer("Bound");
	struct customer_add row = { 0 };

	(void)arg;
	in.manager = amy_id;
	in.segment = "Retail";
	for (int64_t i = 1; i <= 43; i++) {
		int64_t first = i == 41 ? PAGE_TODAY - 20 : PAGE_TODAY - 200;

		in.name = page_text("Retail %lld", (long long)i);
		in.contract_end_day = i < 42 ? NONE : PAGE_TODAY + 42 - i;
		one_customer_add(s, in, &row);
		page_purchase(s, row.id, NONE, first, 10000, NONE);
		if (i <= 40)
			page_purchase(s, row.id, NONE, first + i, 1000, NONE);
	}
	return store_error(s);
}

/* All gaps, those that run cut off: 83 at risk at first, 82 after the 20th day
 * with the youngest cut off; 40 end within 40 days, after which about 0.49 have
 * come back: nine tenths of these within 37 days. */
static void how_long_they_are_active(void)
{
	struct page p;

	page_fill(fill_retail, NULL);
	p = team("lea", "");
	CHECK_PAGE(p, 200, "Retail: within 37 days");
	/* And "Of Amy": everybody's window is not known for sure. */
	CHECK_PAGE(page_get("/followups/idle.csv?person=2", "lea"), 200,
		   "Retail 41,2026-11-05,2026-12-12,");
	p = idle("lea", amy_id);
	CHECK_PAGE(p, 200, "<bdi>Retail 41</bdi>");
	CHECK_PAGE(p, 200, "<bdi>Retail 42</bdi>");
	CHECK(page_before(p, "<bdi>Retail 42</bdi>", "<bdi>Retail 41</bdi>"));
	CHECK(!page_has(p, "<bdi>Retail 43</bdi>"));
	CHECK(!page_has(p, "<bdi>Retail 40</bdi>"));
}

static enum err fill_idle(struct store *s, void *arg)
{
	(void)arg;
	for (int64_t i = 0; i < 60; i++)
		customer(s, page_text("Idle %lld", (long long)i), amy_id,
			 PAGE_TODAY);
	return store_error(s);
}

/* The customers of a list of two pages, each once. */
static void pages_follow_each_other(void)
{
	struct page p;
	const char *more;

	page_fill(fill_idle, NULL);
	p = idle("lea", amy_id);
	CHECK_INT(page_times(p, "class=\"r-n\""), 50);
	CHECK_PAGE(page_get("/followups", "amy"), 200, "and 57 more");
	more = strstr(p.body, "&amp;rank=");
	CHECK(more != NULL);
	if (!more)
		return;
	more = page_text(
		"&rank=%lld&after=%lld",
		strtoll(more + strlen("&amp;rank="), NULL, 10),
		strtoll(strstr(more, "after=") + strlen("after="), NULL, 10));
	p = page_get(page_text("/followups/idle?person=%lld%s",
			       (long long)amy_id, more),
		     "lea");
	CHECK_PAGE(p, 200, "<bdi>Idle 59</bdi>");
	CHECK(!page_has(p, "<bdi>Retail 41</bdi>"));
	CHECK(!page_has(p, "More customers"));
}

int main(void)
{
	page_start(&app_followups);
	page_fill(fill, NULL);
	each_number_is_right();
	the_same_as_data();
	who_sees_which_team();
	who_has_no_next_step();
	how_long_they_are_active();
	pages_follow_each_other();
	page_stop();
	return check_done();
}
