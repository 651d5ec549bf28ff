/* followups_several_test.c - several follow-ups at once: moved, handed over,
 * cancelled, taken back; who was faster with one of them keeps it. */
#include "page.h"

extern const struct app app_followups;

enum { TALKS = 4 };

static int64_t ann_id, amy_id, talk[TALKS], bobs;

static int64_t planned(struct store *s, int64_t owner, const char *subject)
{
	struct customer_add_in in = page_customer(subject);
	struct customer_add whose = { 0 };

	in.manager = owner;
	one_customer_add(s, in, &whose);
	return page_planned(s, whose.id, owner, subject, PAGE_TODAY);
}

static enum err fill(struct store *s, void *arg)
{
	static const char *const subjects[TALKS] = { "One", "Two", "Three",
						     "<b>Four" };
	int64_t north = page_team(s, "North");

	(void)arg;
	page_company(s, NULL);
	ann_id = page_person(s, "ann", "rep", north);
	amy_id = page_person(s, "amy", "rep", north);
	page_person(s, "lea", "lead", north);
	page_person(s, "viewer", "viewer", 0);
	for (size_t i = 0; i < TALKS; i++)
		talk[i] = planned(s, ann_id, subjects[i]);
	bobs = planned(s, page_person(s, "bob", "rep", page_team(s, "South")),
		       "Of Bob");
	return store_error(s);
}

/* ---- asking and doing ---- */

struct state {
	int64_t id;
	struct followup_one now;
};

static enum err read_state(struct store *s, void *arg)
{
	struct state *state = arg;
	struct followup_one_in in = { { .see = SEE_ALL },
				      PAGE_TODAY,
				      state->id };

	one_followup_one(s, in, &state->now);
	return store_error(s);
}

/* A follow-up as it is now; its texts live as long as the test. */
static struct followup_one now(int64_t id)
{
	struct state state = { .id = id };

	CHECK_INT(store_read(page_state.store, page_state.arena, read_state,
			     &state),
		  OK);
	return state.now;
}

static const char *pick(int64_t id)
{
	return page_text("%lld.%lld", (long long)id,
			 (long long)now(id).version);
}

static struct page act(const char *login, const char *fields)
{
	page_state.now += 60;
	return page_post("/followups/several", login, fields);
}

/* The page after it, which tells what was done. */
static struct page after(struct page p, const char *login)
{
	CHECK_INT(p.status, 303);
	return page_get(p.location, login);
}

/* Takes back what the page just told of. */
static struct page take_back(struct page p, const char *login)
{
	static const char mark[] = "name=\"picks\" value=\"";
	const char *undo = strstr(p.body, "action=\"/followups/several/undo\"");
	const char *at = undo ? strstr(undo, mark) : NULL;
	const char *picks;

	if (!CHECK(at != NULL))
		return p;
	at += strlen(mark);
	picks = arena_strndup(page_state.arena, at, strcspn(at, "\""));
	page_state.now += 60;
	return page_post(
		"/followups/several/undo", login,
		page_text("picks=%s", url_encode(page_state.arena, picks)));
}

/* ---- the tests ---- */

static void ones_own_are_on_offer(void)
{
	struct page p = page_get("/followups/several", "ann");

	CHECK_PAGE(p, 200, pick(talk[0]));
	CHECK_PAGE(p, 200, "&lt;b&gt;Four");
	CHECK(!page_has(p, "Of Bob"));
	CHECK(!page_has(p, "checked"));
	CHECK_INT(page_times(page_get("/followups/several?ticked=1", "ann"),
			     " checked"),
		  TALKS);
	CHECK_PAGE(page_get("/followups", "ann"), 200, "/followups/several");
	CHECK_INT(page_get("/followups/several", "viewer").status, 403);
	CHECK_INT(act("viewer", "picks=1.1&what=cancel&why=x").status, 403);
}

static void what_is_missing_is_told(void)
{
	const char *one = pick(talk[0]);
	struct page p = act("ann", "what=snooze&on=tomorrow");

	CHECK_PAGE(p, 422, "Tick the ones you mean.");
	CHECK_PAGE(p, 422, "value=\"tomorrow\"");
	p = act("ann", page_text("picks=%s&what=snooze&on=&why=kept", one));
	CHECK_PAGE(p, 422, "id=\"on-e\"");
	CHECK_PAGE(p, 422, "value=\"kept\"");
	CHECK_PAGE(p, 422, page_text("value=\"%s\" checked", one));
	CHECK_PAGE(act("ann", page_text("picks=%s&what=cancel", one)), 422,
		   "id=\"why-e\"");
	CHECK_PAGE(act("ann", page_text("picks=%s&what=assign&to=999", one)),
		   422, "id=\"to-e\"");
	CHECK_PAGE(act("ann", page_text("picks=%s", one)), 422,
		   "id=\"what-e\"");
	CHECK_PAGE(act("ann", "picks=word&what=cancel&why=x"), 422,
		   "Choose one of");
	CHECK_INT(now(talk[0]).due_day, PAGE_TODAY);
}

static void moved_and_taken_back(void)
{
	const char *picks =
		page_text("picks=%s&picks=%s&picks=%s", pick(talk[0]),
			  pick(talk[1]), pick(talk[2]));
	struct page p = after(
		act("ann", page_text("%s&what=snooze&on=tomorrow", picks)),
		"ann");

	CHECK_PAGE(p, 200, "3 follow-ups changed.");
	for (size_t i = 0; i < 3; i++)
		CHECK_INT(now(talk[i]).due_day, PAGE_TODAY + 1);
	CHECK_INT(now(talk[3]).due_day, PAGE_TODAY);
	p = after(take_back(p, "ann"), "ann");
	CHECK_PAGE(p, 200, "3 follow-ups are as they were before.");
	CHECK(!page_has(p, "/followups/several/undo"));
	for (size_t i = 0; i < 3; i++)
		CHECK_INT(now(talk[i]).due_day, PAGE_TODAY);
}

static void who_was_faster_keeps_it(void)
{
	const char *picks =
		page_text("picks=%s&picks=%s", pick(talk[0]), pick(talk[1]));
	struct page p;

	act("lea",
	    page_text("picks=%s&what=snooze&on=tomorrow", pick(talk[1])));
	p = after(act("ann", page_text("%s&what=cancel&why=No+need", picks)),
		  "ann");
	CHECK_PAGE(p, 200, "1 follow-up changed.");
	CHECK_PAGE(p, 200, "1 was changed by somebody else");
	CHECK_TEXT(now(talk[0]).state, "cancelled");
	CHECK_TEXT(now(talk[1]).state, "open");
	CHECK_INT(now(talk[1]).due_day, PAGE_TODAY + 1);
	after(take_back(p, "ann"), "ann");
	CHECK_TEXT(now(talk[0]).state, "open");
}

static void handed_over(void)
{
	const char *to = page_text("to=%lld", (long long)amy_id);
	struct page p =
		after(act("lea", page_text("picks=%s&picks=%s&what=assign&%s",
					   pick(talk[2]), pick(talk[3]), to)),
		      "lea");

	CHECK_PAGE(p, 200, "2 follow-ups changed.");
	CHECK_INT(now(talk[2]).owner_id, amy_id);
	CHECK_INT(now(talk[3]).owner_id, amy_id);
	after(take_back(p, "lea"), "lea");
	CHECK_INT(now(talk[2]).owner_id, ann_id);
}

/* Nothing of it happens when one of them is out of sight. */
static void others_are_not_touched(void)
{
	const char *fields = page_text("picks=%s&picks=%s&what=cancel&why=x",
				       pick(talk[2]), pick(bobs));

	CHECK_INT(act("ann", fields).status, 404);
	CHECK_TEXT(now(talk[2]).state, "open");
	CHECK_TEXT(now(bobs).state, "open");
	CHECK_INT(page_post("/followups/several/undo", "ann",
			    page_text("picks=%s", pick(bobs)))
			  .status,
		  404);
}

static void not_too_many(void)
{
	struct buf *b = buf_new(page_state.arena);

	for (int i = 1; i <= 151; i++)
		buf_printf(b, "picks=%d.1&", i);
	buf_text_add(b, "what=cancel&why=x");
	CHECK_PAGE(act("ann", buf_text(b)), 422, "Choose at most 150.");
}

static enum err speak_russian(struct store *s, void *arg)
{
	(void)arg;
	return run_person_language_set(
		s, (struct person_language_set_in){ "ru", ann_id });
}

static void in_russian(void)
{
	struct page p;

	page_fill(speak_russian, NULL);
	p = after(act("ann", page_text("picks=%s&what=snooze&on=завтра",
				       pick(talk[2]))),
		  "ann");
	CHECK_PAGE(p, 200, "Изменена 1 задача.");
	CHECK_PAGE(p, 200, "Несколько задач сразу");
}

int main(void)
{
	page_start(&app_followups);
	page_fill(fill, NULL);
	ones_own_are_on_offer();
	what_is_missing_is_told();
	moved_and_taken_back();
	who_was_faster_keeps_it();
	handed_over();
	others_are_not_touched();
	not_too_many();
	in_russian();
	page_stop();
	return check_done();
}
