/* followups_leaving_test.c - somebody leaves: their customers, open follow-ups
 * and open leads go to a colleague, what they won stays theirs. */
#include "page.h"

extern const struct app app_followups;

static int64_t ann_id, amy_id, bob_id, open_lead, won_lead, firm, theirs;

static enum err fill(struct store *s, void *arg)
{
	int64_t north = page_team(s, "North"), south = page_team(s, "South");

	(void)arg;
	page_company(s, NULL);
	ann_id = page_person(s, "ann", "rep", north);
	amy_id = page_person(s, "amy", "rep", north);
	bob_id = page_person(s, "bob", "rep", south);
	page_person(s, "lea", "lead", north);
	page_person(s, "head", "head", 0);
	firm = page_customer_of(s, "Harbour", ann_id);
	theirs = page_customer_of(s, "Mill", amy_id);
	page_planned(s, firm, ann_id, "A talk", PAGE_TODAY);
	page_planned(s, theirs, ann_id, "A talk", PAGE_TODAY);
	page_planned(s, theirs, amy_id, "A talk", PAGE_TODAY);
	open_lead = page_lead(s, ann_id, NONE, PAGE_TODAY - 9, "Open one");
	won_lead = page_lead(s, ann_id, NONE, PAGE_TODAY - 9, "Won one");
	page_lead_event(s, won_lead, "won", PAGE_TODAY - 5);
	page_lead(s, amy_id, NONE, PAGE_TODAY - 9, "Of Amy");
	return store_error(s);
}

static struct page ask(const char *login, int64_t person)
{
	return page_get(
		page_text("/followups/leaving?person=%lld", (long long)person),
		login);
}

static struct page hand_over(const char *login, int64_t person, int64_t to,
			     const char *why)
{
	page_state.now += 60;
	return page_post("/followups/leaving", login,
			 page_text("person=%lld&to=%lld&why=%s",
				   (long long)person, (long long)to, why));
}

static void who_may(void)
{
	struct page p = ask("lea", ann_id);

	CHECK_PAGE(p, 200, "Hand over the work of ann");
	/* A customer and a lead; two follow-ups. */
	CHECK_INT(page_times(p, "<dd class=\"v\">1</dd>"), 2);
	CHECK_INT(page_times(p, "<dd class=\"v\">2</dd>"), 1);
	CHECK(page_has(p, ">amy</option>"));
	CHECK(!page_has(p, ">ann</option>"));
	CHECK(!page_has(p, ">bob</option>"));
	CHECK_PAGE(ask("head", ann_id), 200, ">bob</option>");
	CHECK_INT(ask("lea", bob_id).status, 404);
	CHECK_INT(ask("ann", ann_id).status, 403);
	CHECK_INT(hand_over("ann", ann_id, amy_id, "x").status, 403);
	CHECK_INT(hand_over("lea", bob_id, amy_id, "x").status, 404);
	CHECK_PAGE(page_get("/followups/team", "lea"), 200,
		   "/followups/leaving?person=");
}

static void what_is_wrong_is_told(void)
{
	struct page p = hand_over("lea", ann_id, bob_id, "kept");

	CHECK_PAGE(p, 422, "id=\"to-e\"");
	CHECK_PAGE(p, 422, "value=\"kept\"");
	CHECK_PAGE(hand_over("lea", ann_id, ann_id, "x"), 422, "id=\"to-e\"");
	p = page_post("/followups/leaving", "lea",
		      page_text("person=%lld&to=&why=", (long long)ann_id));
	CHECK_PAGE(p, 422, "id=\"to-e\"");
	CHECK_PAGE(p, 422, "id=\"why-e\"");
	CHECK_INT(page_times(ask("lea", ann_id), "<dd class=\"v\">1</dd>"), 2);
}

/* Whose something is: asked of the records themselves. */
struct found {
	struct lead_one open, won;
	struct followup_customer_one firm;
};

static enum err look(struct store *s, void *arg)
{
	struct found *f = arg;
	struct scope all = { .see = SEE_ALL };

	one_lead_one(s, (struct lead_one_in){ all, PAGE_TODAY, open_lead },
		     &f->open);
	one_lead_one(s, (struct lead_one_in){ all, PAGE_TODAY, won_lead },
		     &f->won);
	one_followup_customer_one(
		s, (struct followup_customer_one_in){ all, PAGE_TODAY, firm },
		&f->firm);
	return store_error(s);
}

static void all_of_it_changes_hands(void)
{
	struct found f = { 0 };
	struct page p = hand_over("lea", ann_id, amy_id, "She+leaves");

	CHECK_INT(p.status, 303);
	page_state.now += 60;
	CHECK_PAGE(page_get(p.location, "lea"), 200,
		   "There is nothing left to hand over.");
	CHECK_INT(store_read(page_state.store, page_state.arena, look, &f), OK);
	CHECK_INT(f.open.owner_id, amy_id);
	CHECK_INT(f.won.owner_id, ann_id);
	CHECK_INT(f.firm.manager_id, amy_id);
	p = page_get("/followups.csv", "amy");
	CHECK_INT(page_times(p, "A talk"), 3);
	CHECK_INT(page_times(page_get("/followups.csv", "ann"), "A talk"), 0);
}

int main(void)
{
	page_start(&app_followups);
	page_fill(fill, NULL);
	who_may();
	what_is_wrong_is_told();
	all_of_it_changes_hands();
	page_stop();
	return check_done();
}
