/* followups_merge_test.c - a firm that was recorded twice becomes one customer,
 * and two again: sums, lists, refusals, and what comes back. */
#include "page.h"

extern const struct app app_followups;

static int64_t ann_id, amy_id, mill, twin, third, others, twin_lead;

/* ---- what there is --------------------------------------------------------
 */

static int64_t customer(struct store *s, const char *name, int64_t manager,
			const char *email)
{
	struct customer_add_in in = page_customer(name);
	struct customer_manager_add_in by = { .person = manager,
					      .at = (PAGE_TODAY - 90) * 86400,
					      .day = PAGE_TODAY - 90 };
	struct customer_add row = { 0 };

	in.email = in.email_key = email;
	in.manager = manager;
	in.segment = "hotels";
	in.origin = "crm";
	in.origin_id = name;
	one_customer_add(s, in, &row);
	by.customer = row.id;
	run_customer_manager_add(s, by);
	return row.id;
}

static void won(struct store *s, int64_t who, int64_t lead, int64_t day,
		int64_t amount)
{
	page_lead_event(s, lead, "won", day);
	run_lead_customer_set(s, (struct lead_customer_set_in){ lead, who });
	page_purchase(s, who, lead, day, amount, NONE);
}

/* A talk with somebody unhappy, and what was heard in it. */
static void talked(struct store *s, int64_t who)
{
	struct contact_add_in talk = { .customer = who,
				       .followup = NONE,
				       .person = amy_id,
				       .kind = "call",
				       .outcome = "unhappy",
				       .score = NONE,
				       .note = "Late again",
				       .at = (PAGE_TODAY - 3) * 86400,
				       .day = PAGE_TODAY - 3 };
	struct problem_add_in problem = { .customer = who,
					  .owner = amy_id,
					  .what = "Came late",
					  .cause = "",
					  .due_day = NONE,
					  .state = "open" };
	struct contact_add contact = { 0 };
	struct problem_add heard = { 0 };

	one_contact_add(s, talk, &contact);
	problem.contact = contact.id;
	one_problem_add(s, problem, &heard);
	run_problem_event_add(
		s, (struct problem_event_add_in){ heard.id, "opened", talk.at,
						  talk.day, amy_id, "" });
	run_review_add(s, (struct review_add_in){ who, contact.id, "", NONE,
						  talk.day, NONE, NONE });
}

/* Rules have seen to both for one cause, and to the twin for another one. */
static void ruled(struct store *s)
{
	int64_t of_mill, of_twin, again;

	run_rule_add(s, (struct rule_add_in){ "purchase", 7, NONE, "", "call",
					      "How was it?", PAGE_TODAY });
	of_mill = page_planned(s, mill, ann_id, "By a rule", PAGE_TODAY + 3);
	of_twin = page_planned(s, twin, amy_id, "By a rule", PAGE_TODAY + 3);
	again = page_planned(s, twin, amy_id, "By a rule", PAGE_TODAY + 5);
	run_rule_done_add(s, (struct rule_done_add_in){ 1, mill, 7, of_mill });
	run_rule_done_add(s, (struct rule_done_add_in){ 1, twin, 7, of_twin });
	run_rule_done_add(s, (struct rule_done_add_in){ 1, twin, 8, again });
}

static void recommended(struct store *s)
{
	struct referral_add_in in = { .customer = twin,
				      .at = (PAGE_TODAY - 9) * 86400,
				      .day = PAGE_TODAY - 9 };

	in.lead = page_lead(s, ann_id, NONE, PAGE_TODAY - 9, "A friend");
	run_referral_add(s, in);
}

static enum err fill(struct store *s, void *arg)
{
	int64_t north = page_team(s, "North"), south = page_team(s, "South");
	int64_t lead, bob;

	(void)arg;
	page_company(s, NULL);
	ann_id = page_person(s, "ann", "rep", north);
	amy_id = page_person(s, "amy", "rep", north);
	bob = page_person(s, "bob", "rep", south);
	page_person(s, "lea", "lead", north);
	page_person(s, "head", "head", 0);
	page_person(s, "vera", "viewer", 0);
	mill = customer(s, "Mill", ann_id, "a@mill.example");
	twin = customer(s, "Mill <Ltd>", amy_id, "a@mill.example");
	third = customer(s, "Millers", ann_id, "");
	others = customer(s, "Harbour", bob, "");
	lead = page_lead(s, ann_id, NONE, PAGE_TODAY - 310, "Mill");
	won(s, mill, lead, PAGE_TODAY - 300, 10000);
	twin_lead = page_lead(s, amy_id, NONE, PAGE_TODAY - 260, "Mill Ltd");
	won(s, twin, twin_lead, PAGE_TODAY - 250, 20000);
	page_purchase(s, others, NONE, PAGE_TODAY - 300, 5000, NONE);
	page_planned(s, twin, amy_id, "Of the twin", PAGE_TODAY - 2);
	talked(s, twin);
	ruled(s);
	recommended(s);
	return store_error(s);
}

/* ---- all tables -----------------------------------------------------------
 */

enum { TABLES_MOST = 100, ROWS_MOST = 1000 };

struct dump {
	uint64_t hash[TABLES_MOST]; /* by store_tables */
};

static uint64_t mix(uint64_t hash, const void *bytes, size_t n)
{
	const unsigned char *b = bytes;

	for (size_t i = 0; i < n; i++)
		hash = (hash ^ b[i]) * UINT64_C(0x100000001b3);
	return hash;
}

/* Everything of a row but its version, which only rises. */
static uint64_t mix_row(uint64_t hash, const struct store_query *q,
			const char *row)
{
	for (size_t i = 0; i < q->n_out; i++) {
		const struct store_field *f = &q->out[i];
		const char *text = NULL;

		if (strcmp(f->name, "version") == 0)
			continue;
		if (store_is_text(f->type))
			memcpy(&text, row + f->offset, sizeof(text));
		hash = store_is_text(f->type)
			       ? mix(hash, text ? text : "\1",
				     strlen(text ? text : "\1") + 1)
			       : mix(hash, row + f->offset, sizeof(int64_t));
	}
	return hash;
}

/* A question for all rows: from before the first key on. */
static void *whole_table(const struct store_query *q)
{
	char *in = arena_zalloc(page_state.arena, q->n_in * sizeof(int64_t));
	static const char *const none = "";

	for (size_t i = 0; i < q->n_in; i++) {
		int64_t n = i + 1 < q->n_in ? INT64_MIN : ROWS_MOST;

		if (store_is_text(q->in[i].type))
			memcpy(in + q->in[i].offset, &none, sizeof(none));
		else
			memcpy(in + q->in[i].offset, &n, sizeof(n));
	}
	return in;
}

static enum err dump_all(struct store *s, void *arg)
{
	struct dump *d = arg;

	BUG_IF(store_table_count > TABLES_MOST);
	for (size_t i = 0; i < store_table_count; i++) {
		const struct store_table *t = &store_tables[i];
		const struct store_query *q = &store_queries[t->read];
		char *row = arena_zalloc(page_state.arena, q->row);
		struct answer *a;

		if (t->house != STORE_COMPANY)
			continue;
		a = store_ask(s, t->read, whole_table(q));
		for (d->hash[i] = 1; store_next(a, t->read, row);)
			d->hash[i] = mix_row(d->hash[i], q, row);
	}
	return store_error(s);
}

static struct dump dump(void)
{
	struct dump d = { { 0 } };

	CHECK_INT(store_read(page_state.store, page_state.arena, dump_all, &d),
		  OK);
	return d;
}

/* Tables whose names begin with a word are the same; "": all of them, but for
 * what merging and asking for pages leave behind, and for sums of which a row
 * stays when they come to nothing: page_check_sums compares those. */
static void check_same(const struct dump *a, const struct dump *b,
		       const char *begin)
{
	static const char beside[] =
		" change done_once session customer_merge customer_merge_row"
		" buyer_again buyer_month buyer_gap followup_count care_live"
		" problem_count problem_time problem_kept ";

	for (size_t i = 0; i < store_table_count; i++) {
		const char *name = store_tables[i].name;

		if (strncmp(name, begin, strlen(begin)) != 0 ||
		    strstr(beside, page_text(" %s ", name)))
			continue;
		check_that(a->hash[i] == b->hash[i], __FILE__, __LINE__, name);
	}
}

/* ---- asking ---------------------------------------------------------------
 */

struct sides {
	struct merge_side keep, merge;
	struct merge_shell shell;
	struct customer_by_key by_key;
	struct customer_by_origin by_origin;
	struct customer_bought bought;
	int64_t firsts, again; /* who bought first 300 days ago; again at all */
	int64_t revenue;
};

static enum err look(struct store *s, void *arg)
{
	struct sides *f = arg;
	struct scope all = { .see = SEE_ALL };
	struct retention_first day;
	struct retention_revenue revenue = { 0 };
	struct answer *a =
		ask_retention_first(s, (struct retention_first_in){ all });

	while (next_retention_first(a, &day)) {
		f->firsts += day.customers;
		f->again += day.again;
	}
	one_retention_revenue(
		s, (struct retention_revenue_in){ all, 0, PAGE_TODAY },
		&revenue);
	f->revenue = revenue.revenue;
	one_merge_side(s, (struct merge_side_in){ all, PAGE_TODAY, mill },
		       &f->keep);
	one_merge_side(s, (struct merge_side_in){ all, PAGE_TODAY, twin },
		       &f->merge);
	one_merge_shell(s, (struct merge_shell_in){ all, PAGE_TODAY, twin },
			&f->shell);
	one_customer_by_key(s,
			    (struct customer_by_key_in){ "a@mill.example", "" },
			    &f->by_key);
	one_customer_by_origin(
		s, (struct customer_by_origin_in){ "crm", "Mill <Ltd>" },
		&f->by_origin);
	one_customer_bought(
		s,
		(struct customer_bought_in){ "a@mill.example", "", PAGE_NOW },
		&f->bought);
	return store_error(s);
}

static struct sides now(void)
{
	struct sides f = { .firsts = 0 };

	CHECK_INT(store_read(page_state.store, page_state.arena, look, &f), OK);
	return f;
}

static struct page pair(const char *login, int64_t keep, int64_t merge)
{
	return page_get(page_text("/followups/merge?keep=%lld&merge=%lld",
				  (long long)keep, (long long)merge),
			login);
}

static struct page choice(const char *login, int64_t id, const char *q)
{
	return page_get(page_text("/followups/merge?customer=%lld&q=%s",
				  (long long)id, q),
			login);
}

static struct page one(const char *login, int64_t id)
{
	return page_get(page_text("/followups/customer?id=%lld", (long long)id),
			login);
}

static const char *fields(int64_t keep, int64_t keep_version, int64_t merge,
			  int64_t merge_version, const char *why)
{
	return page_text("keep=%lld&keep_version=%lld&merge=%lld"
			 "&merge_version=%lld&why=%s",
			 (long long)keep, (long long)keep_version,
			 (long long)merge, (long long)merge_version, why);
}

static struct page send(const char *login, const char *form)
{
	page_state.now += 60;
	return page_post("/followups/merge", login, form);
}

/* Of the mill and its twin, as they are now. */
static struct page merge(const char *login, const char *why)
{
	struct sides f = now();

	return send(login,
		    fields(mill, f.keep.version, twin, f.merge.version, why));
}

static struct page take_back(const char *login, int64_t older)
{
	struct merge_shell s = now().shell;

	page_state.now += 60;
	return page_post("/followups/merge/undo", login,
			 page_text("id=%lld&merge=%lld&version=%lld"
				   "&into_version=%lld",
				   (long long)twin, (long long)s.merge_id,
				   (long long)s.version,
				   (long long)(s.into_version - older)));
}

/* ---- who may, and what is offered -----------------------------------------
 */

static void twins_are_offered(void)
{
	struct page p = choice("lea", mill, "");

	CHECK_PAGE(
		one("lea", mill), 200,
		page_text("/followups/merge?customer=%lld", (long long)mill));
	CHECK_PAGE(p, 200, "With the same e-mail or phone");
	CHECK_PAGE(p, 200, "<bdi>Mill &lt;Ltd&gt;</bdi>");
	CHECK(!page_has(p, "Millers"));
	p = choice("lea", mill, "Mill");
	CHECK_PAGE(p, 200, "<bdi>Millers</bdi>");
	CHECK(page_before(p, "With the same", "<bdi>Millers</bdi>"));
	CHECK(!page_has(p, page_text("merge=%lld\"", (long long)mill)));
	CHECK_PAGE(choice("lea", mill, "Harbour"), 200,
		   "You have no such customer.");
	CHECK(!page_has(choice("ann", mill, ""), "With the same"));
}

static void who_may(void)
{
	struct page p = pair("lea", mill, twin);

	CHECK_PAGE(p, 200, "<td><bdi>$100</bdi></td><td><bdi>$200</bdi></td>");
	CHECK_PAGE(p, 200,
		   page_text("/followups/merge?keep=%lld&amp;merge=%lld",
			     (long long)twin, (long long)mill));
	CHECK_PAGE(p, 200, "keeps its own name");
	CHECK_INT(pair("ann", mill, twin).status, 404);
	CHECK_INT(pair("lea", mill, others).status, 404);
	CHECK_INT(pair("lea", others, mill).status, 404);
	CHECK_INT(pair("vera", mill, twin).status, 403);
	CHECK_INT(choice("bob", mill, "").status, 404);
	CHECK_INT(page_get("/followups/merge", "lea").status, 404);
	CHECK_INT(merge("ann", "x").status, 404);
	CHECK_INT(merge("vera", "x").status, 403);
	CHECK(!page_has(one("vera", mill), "Same as another customer"));
}

static enum err leave_alone(struct store *s, void *arg)
{
	const int64_t *yes = arg;

	return run_followup_no_contact_set(
		s, (struct followup_no_contact_set_in){ twin, *yes });
}

static void what_is_wrong_is_told(void)
{
	int64_t yes = 1, no = 0;
	struct sides f = now();

	CHECK_PAGE(pair("lea", mill, mill), 200, "id=\"merge-e\"");
	CHECK_PAGE(send("lea", fields(mill, 1, mill, 1, "kept")), 422,
		   "This is one customer");
	CHECK_PAGE(merge("lea", ""), 422, "id=\"why-e\"");
	CHECK_INT(send("lea", page_text("keep=%lld&merge=%lld&why=x",
					(long long)mill, (long long)twin))
			  .status,
		  422);
	CHECK_PAGE(send("lea", fields(mill, f.keep.version + 1, twin,
				      f.merge.version, "kept")),
		   409, "value=\"kept\"");
	CHECK_PAGE(send("lea", fields(mill, f.keep.version, twin,
				      f.merge.version + 1, "kept")),
		   409, "Somebody has changed one of them");
	page_fill(leave_alone, &yes);
	CHECK_PAGE(merge("lea", "kept"), 422, "asked to be left alone");
	page_fill(leave_alone, &no);
	CHECK_INT(now().keep.purchases, 1);
}

/* ---- one of two -----------------------------------------------------------
 */

/* A form that is sent twice. */
static void click_twice(const char *form)
{
	const char *token = page_token("lea");
	const char *body =
		page_text("%s&_token=%s&_once=%s", form,
			  auth_form_token(page_state.arena, token,
					  "/followups/merge", page_state.now),
			  crypt_random_128(page_state.arena));

	for (int i = 0; i < 2; i++) {
		struct req r = { .method = POST,
				 .content_type =
					 "application/x-www-form-urlencoded",
				 .body = body,
				 .length = strlen(body) };
		struct page p = page_ask(&r, "/followups/merge", token);

		CHECK_INT(p.status, 303);
		CHECK_TEXT(p.location, page_text("/followups/customer?id=%lld",
						 (long long)mill));
	}
}

static void two_become_one(void)
{
	struct dump before = dump(), after;
	struct sides two = now(), f;

	CHECK_INT(two.firsts, 3);
	CHECK_INT(two.again, 0);
	CHECK_INT(two.by_origin.merged, 0);
	click_twice(fields(mill, two.keep.version, twin, two.merge.version,
			   "One+firm"));
	page_check_sums();
	after = dump();
	f = now();
	CHECK_INT(f.firsts, 2);
	CHECK_INT(f.again, 1);
	CHECK_INT(f.revenue, two.revenue);
	CHECK_INT(f.keep.first_purchase, PAGE_TODAY - 300);
	CHECK_INT(f.keep.purchases, 2);
	CHECK_INT(f.keep.revenue, 30000);
	CHECK_INT(f.keep.problems, 1);
	CHECK_INT(f.keep.shells, 1);
	CHECK_TEXT(f.keep.name, "Mill");
	CHECK_TEXT(f.keep.manager, "ann");
	check_same(&before, &after, "prospect_");
	check_same(&before, &after, "fate");
	check_same(&before, &after, "buyer_revenue");
	check_same(&before, &after, "lead_event");
}

static void all_is_found_on_one(void)
{
	struct page p = one("lea", mill);
	struct sides f = now();

	CHECK_PAGE(p, 200, "Purchase for $200");
	CHECK_PAGE(p, 200, "Late again");
	CHECK_PAGE(p, 200, "Came late");
	CHECK_PAGE(p, 200, "Of the twin");
	CHECK_PAGE(p, 200, "A friend");
	CHECK_INT(f.by_key.id, mill);
	CHECK_INT(f.bought.id, mill);
	CHECK_INT(f.by_origin.id, mill);
	CHECK_INT(f.by_origin.merged, 1);
	/* Of Ann's customer now; Amy has still to do it. */
	CHECK_PAGE(page_get("/followups.csv?who=all", "ann"), 200,
		   "Of the twin");
	CHECK_PAGE(page_get("/followups.csv", "amy"), 200, "Of the twin");
}

static void a_shell_is_in_no_list(void)
{
	struct page p = page_get("/followups/customers?q=Mill", "head");

	CHECK_PAGE(p, 200, "<bdi>Millers</bdi>");
	CHECK(!page_has(p, "Ltd"));
	p = page_get("/followups/customers?q=Mill", "amy");
	CHECK(!page_has(p, "Ltd"));
	p = page_get("/followups/customers?q=a@mill.example", "head");
	CHECK(!page_has(p, "Ltd"));
	CHECK(!page_has(choice("lea", third, "Mill"), "Ltd"));
	CHECK_PAGE(choice("lea", mill, ""), 200, "Merged into this one");
	CHECK_PAGE(choice("lea", mill, ""), 200, "<bdi>Mill &lt;Ltd&gt;</bdi>");
	CHECK_INT(choice("lea", twin, "").status, 404);
	CHECK_INT(page_get(page_text("/followups/new?customer=%lld",
				     (long long)twin),
			   "lea")
			  .status,
		  404);
}

static void no_chains(void)
{
	struct page p = pair("lea", third, twin);

	CHECK_PAGE(p, 200, "That customer was merged already");
	CHECK_PAGE(p, 200, "<bdi>Millers</bdi>");
	CHECK_PAGE(pair("lea", twin, third), 200,
		   "That customer was merged already");
	CHECK_PAGE(send("lea", fields(third, 1, twin, 1, "x")), 409,
		   "That customer was merged already");
	CHECK_PAGE(send("lea", fields(twin, 1, third, 1, "x")), 409,
		   "That customer was merged already");
	CHECK_PAGE(send("lea", fields(third, 1, mill, now().keep.version, "x")),
		   422, "Others were merged into this customer");
}

static void a_shell_says_where_all_is(void)
{
	struct page p = one("lea", twin);

	CHECK_PAGE(p, 200, "Take the merge back");
	CHECK_PAGE(p, 200,
		   page_text("<a href=\"/followups/customer?id=%lld\"><bdi>"
			     "Mill</bdi></a>",
			     (long long)mill));
	CHECK_PAGE(p, 200, "One firm");
	p = one("vera", twin);
	CHECK_PAGE(p, 200, "One firm");
	CHECK(!page_has(p, "Take the merge back"));
	CHECK_INT(one("bob", twin).status, 404);
	CHECK_INT(take_back("bob", 0).status, 404);
	CHECK_INT(take_back("vera", 0).status, 403);
	CHECK_PAGE(take_back("lea", 1), 409, "Somebody has changed one");
}

/* ---- and two again --------------------------------------------------------
 */

static void everything_comes_back(const struct dump *before)
{
	struct dump after;
	struct page p = take_back("lea", 0);

	CHECK_INT(p.status, 303);
	CHECK_TEXT(p.location,
		   page_text("/followups/customer?id=%lld", (long long)twin));
	page_check_sums();
	after = dump();
	check_same(before, &after, "");
	CHECK_PAGE(one("amy", twin), 200, "Purchase for $200");
	CHECK(!page_has(choice("lea", mill, ""), "Merged into this one"));
	CHECK_INT(page_post("/followups/merge/undo", "lea",
			    page_text("id=%lld&merge=1&version=3&"
				      "into_version=3",
				      (long long)twin))
			  .status,
		  404);
}

static enum err bought_later(struct store *s, void *arg)
{
	(void)arg;
	page_purchase(s, mill, NONE, PAGE_TODAY - 1, 700, NONE);
	page_planned(s, mill, ann_id, "Later on", PAGE_TODAY + 9);
	return store_error(s);
}

static void what_came_later_stays(void)
{
	struct sides f;

	CHECK_INT(merge("head", "Again").status, 303);
	page_fill(bought_later, NULL);
	CHECK_INT(now().keep.purchases, 3);
	CHECK_INT(take_back("head", 0).status, 303);
	page_check_sums();
	f = now();
	CHECK_INT(f.keep.purchases, 2);
	CHECK_INT(f.keep.revenue, 10700);
	CHECK_INT(f.merge.purchases, 1);
	CHECK_INT(f.firsts, 3);
	CHECK_PAGE(one("ann", mill), 200, "Later on");
	CHECK(!page_has(one("amy", twin), "Later on"));
}

/* The other way round. */
static void the_twin_may_stay(void)
{
	struct sides f = now();
	struct page p = send("lea", fields(twin, f.merge.version, mill,
					   f.keep.version, "Swapped"));

	CHECK_INT(p.status, 303);
	f = now();
	CHECK_INT(f.merge.purchases, 3);
	CHECK_INT(f.merge.first_purchase, PAGE_TODAY - 300);
	CHECK_TEXT(f.merge.manager, "amy");
	CHECK_INT(one("ann", mill).status, 404);
}

int main(void)
{
	struct dump before;

	page_start(&app_followups);
	page_fill(fill, NULL);
	twins_are_offered();
	who_may();
	what_is_wrong_is_told();
	before = dump();
	two_become_one();
	all_is_found_on_one();
	a_shell_is_in_no_list();
	no_chains();
	a_shell_says_where_all_is();
	everything_comes_back(&before);
	what_came_later_stays();
	the_twin_may_stay();
	page_stop();
	return check_done();
}
