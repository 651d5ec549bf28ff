/* followups_repeats_test.c - a follow-up that comes again: planned so, done and
 * planned anew, taken back, ended. */
#include "page.h"

extern const struct app app_followups;

static int64_t buyer;

static enum err fill(struct store *s, void *arg)
{
	struct customer_add_in in = page_customer("Buyer");
	struct customer_add row = { 0 };

	(void)arg;
	page_company(s, NULL);
	in.manager = page_person(s, "ann", "rep", page_team(s, "North"));
	one_customer_add(s, in, &row);
	buyer = row.id;
	return store_error(s);
}

/* The only open follow-up, as the data say. */
struct state {
	int64_t id, version;
	const char *due, *repeats, *subject;
};

static const char *field(struct page p, const char *name)
{
	const char *mark = page_text("\"%s\":\"", name);
	const char *at = strstr(p.body, mark);

	CHECK(at != NULL);
	at = at ? at + strlen(mark) : "";
	return arena_strndup(page_state.arena, at, strcspn(at, "\""));
}

static struct state open_one(void)
{
	struct page p = page_get("/followups.json", "ann");

	struct state s;

	CHECK_INT(page_times(p, "\"repeats\":"), 1);
	s = (struct state){ page_number(p, "\"id\":"), 0, field(p, "due"),
			    field(p, "repeats"), field(p, "subject") };
	p = page_get(page_text("/followups?id=%lld", (long long)s.id), "ann");
	s.version = page_number(p, "name=\"version\" value=\"");
	return s;
}

static void is(const char *due, const char *repeats, const char *subject)
{
	struct state s = open_one();

	CHECK_TEXT(s.due, due);
	CHECK_TEXT(s.repeats, repeats);
	CHECK_TEXT(s.subject, subject);
}

static const char *in_days(int64_t n)
{
	return period_text(page_state.arena, PAGE_TODAY + n);
}

static const char *in_months(int64_t n)
{
	return period_text(page_state.arena, period_add_months(PAGE_TODAY, n));
}

static struct page done(const char *fields)
{
	struct state s = open_one();

	return page_post("/followups/done", "ann",
			 page_text("id=%lld&version=%lld&%s", (long long)s.id,
				   (long long)s.version, fields));
}

static struct page quick(const char *outcome)
{
	struct state s = open_one();

	return page_post("/followups/quick", "ann",
			 page_text("id=%lld&version=%lld&outcome=%s",
				   (long long)s.id, (long long)s.version,
				   outcome));
}

static const char *plan(const char *more)
{
	return page_text("customer=Buyer&subject=Stock&kind=call&when=today%s",
			 more);
}

static void what_is_planned_says_how_often(void)
{
	struct page p = page_get("/followups/new", "ann");

	CHECK_PAGE(p, 200, "value=\"two_weeks\"");
	CHECK_INT(page_post("/followups/new", "ann", plan("&repeats=daily"))
			  .status,
		  422);
	CHECK_INT(page_post("/followups/new", "ann", plan("&repeats=quarter"))
			  .status,
		  303);
	is(in_days(0), "quarter", "Stock");
	p = page_get("/followups", "ann");
	CHECK_PAGE(p, 200, "every three months");
	p = page_get(page_text("/followups?id=%lld", (long long)open_one().id),
		     "ann");
	CHECK_PAGE(p, 200, "id=\"next\" value=\"again\" checked");
}

static void what_is_done_comes_again(void)
{
	CHECK_INT(done("outcome=neutral&next=again").status, 303);
	is(in_months(3), "quarter", "Stock");
}

static void one_press_keeps_the_rhythm(void)
{
	CHECK_INT(quick("happy").status, 303);
	is(in_months(3), "quarter", "Stock");
	/* who was not reached is called tomorrow; the rhythm stays */
	CHECK_INT(quick("no_answer").status, 303);
	is(in_days(1), "quarter", "Stock");
}

static void taking_back_leaves_one(void)
{
	int64_t before = open_one().id;
	struct page p;

	CHECK_INT(done("outcome=happy&next=again").status, 303);
	is(in_months(3), "quarter", "Stock");
	p = page_post("/followups/undo", "ann",
		      page_text("id=%lld&version=2", (long long)before));
	CHECK_INT(p.status, 303);
	is(in_days(1), "quarter", "Stock");
	CHECK_INT(open_one().id, before);
}

/* Another day moves it once; no day ends it. */
static void it_ends_when_nothing_is_planned(void)
{
	CHECK_INT(done("outcome=happy&next=week").status, 303);
	is(in_days(7), "quarter", "Stock");
	CHECK_INT(done("outcome=happy&next=none").status, 303);
	CHECK(!page_has(page_get("/followups.json", "ann"), "\"repeats\":"));
}

static void once_is_once(void)
{
	struct page p;

	CHECK_INT(page_post("/followups/new", "ann", plan("")).status, 303);
	is(in_days(0), "never", "Stock");
	p = page_get(page_text("/followups?id=%lld", (long long)open_one().id),
		     "ann");
	CHECK(!page_has(p, "value=\"again\""));
	CHECK_PAGE(p, 200, "id=\"next\" value=\"week\"");
	CHECK_INT(quick("happy").status, 303);
	is(in_months(1), "never", "Is everything still as it should be?");
}

int main(void)
{
	page_start(&app_followups);
	page_fill(fill, NULL);
	what_is_planned_says_how_often();
	what_is_done_comes_again();
	one_press_keeps_the_rhythm();
	taking_back_leaves_one();
	it_ends_when_nothing_is_planned();
	once_is_once();
	page_check_sums();
	page_stop();
	return check_done();
}
