/* followups_problems_test.c - the queue of problems, one of them on its own
 * page, how long they take, and who stays after one. */
#include "page.h"

extern const struct app app_followups;

enum {
	QUICK = 11, /* problems that were solved after 4 days each */
	MANY = 60,  /* more than a page holds */
};

static int64_t ann_id, lea_id, firm, others, late, soon, undated, hers;

static void happens(struct store *s, int64_t id, const char *kind, int64_t day)
{
	struct problem_event_add_in in = { .problem = id,
					   .kind = kind,
					   .at = day * 86400,
					   .day = day,
					   .actor = ann_id,
					   .note = "" };

	run_problem_event_add(s, in);
}

static int64_t opened(struct store *s, int64_t whose, const char *what,
		      int64_t owner, int64_t day, int64_t due)
{
	struct problem_add_in in = { .customer = whose,
				     .owner = owner,
				     .contact = NONE,
				     .what = what,
				     .cause = "",
				     .due_day = due,
				     .state = "open" };
	struct problem_add row = { 0 };

	one_problem_add(s, in, &row);
	happens(s, row.id, "opened", day);
	return row.id;
}

static void solved(struct store *s, int64_t id, int64_t day)
{
	run_problem_close(s, (struct problem_close_in){ id });
	happens(s, id, "solved", day);
}

static void again(struct store *s, int64_t id, int64_t day)
{
	run_problem_reopen(s, (struct problem_reopen_in){ id });
	happens(s, id, "reopened", day);
}

/* Eleven took 4 days, six of them in two goes; one was opened anew much later,
 * and took 30. */
static void fill_solved(struct store *s)
{
	int64_t id;

	for (int64_t i = 0; i < QUICK; i++) {
		id = opened(s, firm, "It was slow", ann_id, PAGE_TODAY - 80 + i,
			    NONE);
		if (i % 2 == 0) {
			solved(s, id, PAGE_TODAY - 79 + i);
			again(s, id, PAGE_TODAY - 78 + i);
		}
		solved(s, id, PAGE_TODAY - 76 + i);
	}
	id = opened(s, firm, "Came back", lea_id, PAGE_TODAY - 60, NONE);
	solved(s, id, PAGE_TODAY - 50);
	again(s, id, PAGE_TODAY - 40);
	solved(s, id, PAGE_TODAY - 30);
	/* Too old for the year, and for the list. */
	id = opened(s, firm, "Long ago", ann_id, PAGE_TODAY - 500, NONE);
	solved(s, id, PAGE_TODAY - 400);
}

static enum err fill(struct store *s, void *arg)
{
	int64_t north = page_team(s, "North"), south = page_team(s, "South");
	int64_t bob;

	(void)arg;
	page_company(s, NULL);
	ann_id = page_person(s, "ann", "rep", north);
	lea_id = page_person(s, "lea", "lead", north);
	bob = page_person(s, "bob", "rep", south);
	page_person(s, "head", "head", 0);
	page_person(s, "vera", "viewer", 0);
	firm = page_customer_of(s, "Harbour <Clinic>", ann_id);
	others = page_customer_of(s, "South Mill", bob);
	undated = opened(s, firm, "No day", lea_id, PAGE_TODAY - 20, NONE);
	soon = opened(s, firm, "Soon due", ann_id, PAGE_TODAY - 3,
		      PAGE_TODAY + 3);
	late = opened(s, firm, "It <stops>", ann_id, PAGE_TODAY - 10,
		      PAGE_TODAY - 2);
	hers = opened(s, others, "Bob's firm", ann_id, PAGE_TODAY - 1,
		      PAGE_TODAY + 9);
	fill_solved(s);
	return store_error(s);
}

static struct page list(const char *query, const char *login)
{
	return page_get(page_text("/followups/problems%s", query), login);
}

static struct page one(int64_t id, const char *login)
{
	return page_get(page_text("/followups/problem?id=%lld", (long long)id),
			login);
}

static void the_same_as_data(void)
{
	struct page p = page_get("/followups/problems.json", "ann");

	CHECK_PAGE(p, 200, "\"open\":4,\"late\":1,");
	CHECK_PAGE(p, 200, "\"problem\":\"Soon due\"");
	CHECK_PAGE(p, 200, "\"due\":\"2026-11-28\",\"solved\":null}");
	p = page_get("/followups/problems.csv?state=solved", "ann");
	CHECK_PAGE(p, 200, "Came back");
	CHECK_PAGE(p, 200, "2026-09-26,,2026-10-26");
	CHECK(!page_has(p, "Soon due"));
	CHECK(!page_has(page_get("/followups/problems.csv", "bob"),
			"Soon due"));
}

static void what_is_due_comes_first(void)
{
	struct page p = list("", "ann");

	CHECK_PAGE(p, 200, "4 problems are open.");
	CHECK_PAGE(p, 200, "1 is past its day.");
	CHECK_PAGE(p, 200, "It &lt;stops&gt;");
	CHECK_PAGE(p, 200, "10 days");
	CHECK(page_before(p, "It &lt;stops&gt;", "Soon due"));
	CHECK(page_before(p, "Soon due", "Bob&#39;s firm"));
	CHECK(page_before(p, "Bob&#39;s firm", "No day"));
	CHECK(!page_has(p, "It was slow"));
}

static void who_sees_which(void)
{
	struct page p = list("", "bob");

	CHECK_PAGE(p, 200, "1 problem is open.");
	CHECK_PAGE(p, 200, "Bob&#39;s firm");
	p = list("?mine=1", "lea");
	CHECK_PAGE(p, 200, "1 problem is open.");
	CHECK_PAGE(p, 200, "No day");
	CHECK_PAGE(list("", "lea"), 200, "3 problems are open.");
	CHECK_PAGE(list("?mine=1", "bob"), 200, "No problem is open.");
	CHECK_INT(one(late, "bob").status, 404);
	CHECK_INT(one(hers, "bob").status, 200);
	CHECK_INT(one(hers, "ann").status, 200);
	CHECK_INT(one(hers, "lea").status, 404);
	CHECK_INT(one(late, "").status, 303);
	p = one(late, "vera");
	CHECK_INT(p.status, 200);
	CHECK(!page_has(p, "<textarea"));
	CHECK_INT(list("?state=nonsense", "ann").status, 422);
}

static void how_long_they_take(void)
{
	struct page p = list("?state=solved", "ann");

	CHECK_PAGE(p, 200, "Half are solved within");
	CHECK_PAGE(p, 200, "<dd class=\"v\">4 days</dd>");
	/* 4 open and 12 solved ones of the year. */
	CHECK_PAGE(p, 200, "<dd class=\"v\">16</dd>");
	CHECK_PAGE(p, 200, "7 of 12 that were solved");
	/* Each once, whatever happened to it. */
	CHECK_INT(page_times(p, "class=\"r-n\""), 12);
	CHECK(page_before(p, "Came back", "It was slow"));
	CHECK_PAGE(p, 200, "30 days");
	CHECK(!page_has(p, "Long ago"));
	CHECK_PAGE(list("?state=solved&mine=1", "lea"), 200, "not known yet");
	CHECK_PAGE(list("?state=solved", "bob"), 200,
		   "There is no such problem.");
}

static struct page change(const char *login, int64_t version,
			  const char *fields)
{
	return page_post("/followups/problem/change", login,
			 page_text("id=%lld&version=%lld&%s", (long long)late,
				   (long long)version, fields));
}

static void what_is_known_is_written_down(void)
{
	const char *facts = "what=It+stops+at+noon&cause=Power&cost=12.50"
			    "&due=2026-11-20&owner=";
	struct page p;

	/* A rep gives work to nobody else. */
	p = change("ann", 1, page_text("%s%lld", facts, (long long)lea_id));
	CHECK_PAGE(p, 422, "id=\"owner-e\"");
	CHECK_PAGE(p, 422, "It stops at noon");
	CHECK_INT(
		change("lea", 1, page_text("%s%lld", facts, (long long)lea_id))
			.status,
		303);
	p = one(late, "ann");
	CHECK_PAGE(p, 200, "<bdi>It stops at noon</bdi>");
	CHECK_PAGE(p, 200, "<bdi>Power</bdi>");
	CHECK_PAGE(p, 200, "value=\"12.50\"");
	CHECK_PAGE(p, 200, "value=\"2026-11-20\"");
	/* Whoever has it keeps it, though she could not have given it. */
	CHECK_INT(
		change("ann", 2, page_text("%s%lld", facts, (long long)lea_id))
			.status,
		303);
	p = change("ann", 2, "what=Mine&cause=&cost=&due=&owner=");
	CHECK_PAGE(p, 409, "Somebody has changed");
	CHECK_PAGE(p, 409, ">Mine</textarea>");
	p = change("ann", 3, "what=&cause=kept&cost=a+lot&due=never&owner=");
	CHECK_PAGE(p, 422, "id=\"what-e\"");
	CHECK_PAGE(p, 422, "id=\"cost-e\"");
	CHECK_PAGE(p, 422, "id=\"due-e\"");
	CHECK_PAGE(p, 422, "value=\"kept\"");
	CHECK_INT(change("bob", 3, "what=x&cause=&cost=&due=&owner=").status,
		  404);
	CHECK_INT(change("vera", 3, "what=x&cause=&cost=&due=&owner=").status,
		  403);
}

static struct page end(const char *how, const char *login, int64_t version,
		       const char *note)
{
	return page_post(page_text("/followups/problem/%s", how), login,
			 page_text("id=%lld&version=%lld&note=%s",
				   (long long)late, (long long)version, note));
}

static void one_comes_back(void)
{
	struct page p = end("again", "ann", 3, "early");

	CHECK_PAGE(p, 409, "Somebody has changed");
	page_state.now += 60;
	CHECK_INT(end("solved", "bob", 3, "").status, 404);
	CHECK_INT(end("solved", "ann", 3, "New+fuse").status, 303);
	p = one(late, "ann");
	CHECK_PAGE(p, 200, "New fuse");
	CHECK_PAGE(p, 200, "Not solved after all?");
	CHECK(!page_has(p, "What is known"));
	CHECK_PAGE(list("?state=solved", "ann"), 200, "It stops at noon");
	CHECK_PAGE(end("again", "ann", 4, ""), 422, "id=\"note-e\"");
	CHECK_INT(end("again", "vera", 4, "no").status, 403);
	page_state.now += 60;
	CHECK_INT(end("again", "ann", 4, "Stopped+today").status, 303);
	p = one(late, "ann");
	CHECK_PAGE(p, 200, "Problem again");
	CHECK_PAGE(p, 200, "Stopped today");
	CHECK(page_before(p, "Stopped today", "New fuse"));
	CHECK_PAGE(list("", "ann"), 200, "It stops at noon");
	CHECK(!page_has(list("?state=solved", "ann"), "It stops at noon"));
}

/* A long one is called by how it begins; all of it stands in the history. */
static enum err fill_long(struct store *s, void *arg)
{
	(void)arg;
	undated = opened(s, firm, page_text("%0200d end of a long text", 0),
			 lea_id, PAGE_TODAY - 5, PAGE_TODAY - 5);
	return store_error(s);
}

static void a_long_one_has_a_title(void)
{
	struct page p;

	page_fill(fill_long, NULL);
	page_state.now += 60;
	p = list("", "ann");
	CHECK_PAGE(p, 200, page_text("<bdi>%0160d…</bdi>", 0));
	CHECK(!page_has(p, "end of a long text"));
	p = one(undated, "vera");
	CHECK_PAGE(p, 200, page_text("<bdi>%0160d…</bdi>", 0));
	CHECK_PAGE(p, 200, "end of a long text</p>");
}

static enum err fill_many(struct store *s, void *arg)
{
	(void)arg;
	for (int64_t i = 0; i < MANY; i++)
		opened(s, others, page_text("Number %lld", (long long)i), NONE,
		       PAGE_TODAY - 1, i % 2 ? PAGE_TODAY + i : NONE);
	return store_error(s);
}

/* Two pages hold each of them once. */
static void pages_follow_each_other(void)
{
	struct page p, next;

	page_fill(fill_many, NULL);
	page_state.now += 60;
	p = list("", "head");
	CHECK_PAGE(p, 200, "64 problems are open.");
	CHECK_INT(page_times(p, "class=\"r-n\""), 50);
	next = list(page_text("?rank=%lld&after=%lld",
			      (long long)page_number(p, "&amp;rank="),
			      (long long)page_number(p, "&amp;after=")),
		    "head");
	CHECK_INT(page_times(next, "class=\"r-n\""), 14);
	CHECK(page_has(p, "Number 59<") != page_has(next, "Number 59<"));
	CHECK(page_has(p, "Number 0<") != page_has(next, "Number 0<"));
	CHECK_PAGE(next, 200, "Number 58<");
	CHECK(!page_has(next, "More problems"));
}

/* Twenty customers who first bought in the year looked at: 12 of the 15 without
 * a problem came back in time, 4 of 4 whose problems are solved, and the one
 * whose second problem is open not. */
static enum err fill_kept(struct store *s, void *arg)
{
	int64_t first = PAGE_TODAY - 500;

	(void)arg;
	for (int64_t i = 0; i < 20; i++) {
		int64_t id = page_customer_of(s, "Kept", lea_id);
		/* Three come back a day too late, one never. */
		int64_t gap = i < 12 || i >= 15 ? 365 : 366;

		page_purchase(s, id, NONE, first, 1000, NONE);
		if (i < 19)
			page_purchase(s, id, NONE, first + gap, 1000, NONE);
		if (i >= 15)
			solved(s,
			       opened(s, id, "Torn", lea_id, first + 9, NONE),
			       first + 20);
		if (i == 19)
			opened(s, id, "Torn anew", lea_id, first + 90, NONE);
	}
	/* Not yet a year ago, and before the year. */
	page_purchase(s, page_customer_of(s, "Young", lea_id), NONE,
		      PAGE_TODAY - 365, 1000, NONE);
	page_purchase(s, page_customer_of(s, "Old", lea_id), NONE,
		      PAGE_TODAY - 740, 1000, NONE);
	return store_error(s);
}

static void who_stays(void)
{
	struct page p;

	CHECK(!page_has(list("?state=solved", "head"), "Who stayed"));
	page_fill(fill_kept, NULL);
	p = list("?state=solved", "head");
	CHECK_PAGE(p, 200, "Seen together, not proof");
	CHECK_PAGE(p, 200, "No problem</th>");
	CHECK_PAGE(p, 200, "<b>80%</b> <small>12 of 15</small>");
	CHECK_PAGE(p, 200, "<small>4 of 4</small>");
	CHECK_PAGE(p, 200, "<small>0 of 1</small>");
	CHECK(page_before(p, "12 of 15", "4 of 4"));
	CHECK(page_before(p, "4 of 4", "0 of 1"));
	CHECK(!page_has(list("?state=solved", "lea"), "Who stayed"));
	CHECK(!page_has(list("?state=open", "head"), "Who stayed"));
}

int main(void)
{
	page_start(&app_followups);
	page_fill(fill, NULL);
	what_is_due_comes_first();
	the_same_as_data();
	who_sees_which();
	how_long_they_take();
	what_is_known_is_written_down();
	one_comes_back();
	pages_follow_each_other();
	a_long_one_has_a_title();
	who_stays();
	page_stop();
	return check_done();
}
