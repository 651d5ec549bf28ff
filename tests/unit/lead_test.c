/* lead_test.c - who is a prospect, and whose credit it is. */
#include "../../cgi/lib/lead.h"

#include "../../cgi/lib/customer.h"
#include "../../cgi/lib/period.h"
#include "temp_store.h"

enum { QUIET = 180, HORIZON = 90 };

static int64_t day0; /* 2026-01-10, a day every test begins with */

/* Noon of the nth day. */
static int64_t noon(int64_t n)
{
	return zone_start(day0 + n) + 12 * 3600;
}

static struct lead_added add(struct store *s, void *a, const char *email,
			     const char *phone, int64_t day, int64_t owner)
{
	struct lead_new new = { .name = "Ann",
				.email = email,
				.phone = phone,
				.source = NONE,
				.campaign = NONE,
				.product = NONE,
				.segment = NONE,
				.customer = NONE,
				.owner = owner,
				.actor = NONE,
				.created_at = noon(day),
				.origin = "",
				.origin_id = "" };
	struct lead_added added = { 0 };

	CHECK_INT(lead_add(s, a, QUIET, &new, &added), OK);
	return added;
}

static struct lead_fact at(int64_t lead, int64_t day)
{
	return (struct lead_fact){ lead, noon(day), NONE, "" };
}

static int64_t person(struct store *s, const char *name)
{
	struct person_add_in in = { "", name, name, "", "rep", "", "", "", 0 };
	struct person_add row = { 0 };

	one_person_add(s, in, &row);
	return row.id;
}

static int64_t team(struct store *s, const char *name)
{
	struct team_add_in in = { name, name, "" };
	struct team_add row = { 0 };

	one_team_add(s, in, &row);
	return row.id;
}

static void join(struct store *s, int64_t who, int64_t day, int64_t where)
{
	struct membership_set_in in = { who, day0 + day, where };

	CHECK_INT(run_membership_set(s, in), OK);
}

/* Prospects and won ones as a report of day as_of tells them; of one owner or
 * team, or of all with NULL. */
struct tally {
	int64_t prospects, won, lost;
};

static struct tally count(struct store *s, const char *owner,
			  const char *team_name, int64_t as_of)
{
	struct lead_list_in in = {
		.scope = { .see = SEE_ALL },
		.from = day0 - 1000,
		.to = day0 + 1000,
		.as_of = day0 + as_of,
		.horizon = HORIZON,
		.team = -1,
		.person = -1,
		.source = -1,
		.campaign = -1,
		.product = -1,
		.segment = -1,
		.step = -1,
		.state = "all",
		.reason = -1,
		.after_day = NONE,
		.after_id = NONE,
		.most = 1000,
	};
	struct answer *rows = ask_lead_list(s, in);
	struct lead_list row;
	struct tally tally = { 0 };

	while (next_lead_list(rows, &row)) {
		if ((owner && strcmp(row.owner, owner) != 0) ||
		    (team_name && strcmp(row.team, team_name) != 0))
			continue;
		tally.prospects++;
		tally.won += strcmp(row.state, "won") == 0;
		tally.lost += strcmp(row.state, "lost") == 0;
	}
	return tally;
}

#define CHECK_TALLY(tally_, won_, prospects_)                                  \
	do {                                                                   \
		struct tally got_ = (tally_);                                  \
		CHECK_INT(got_.won, won_);                                     \
		CHECK_INT(got_.prospects, prospects_);                         \
	} while (0)

/* ---- prospects ---------------------------------------------------------- */

static enum err test_17_inquiries(struct store *s, void *a)
{
	struct lead_added first = { 0 }, again, phoned;

	for (int i = 0; i < 15; i++) {
		const char *email = arena_printf(a, "p%d@example.com", i);
		const char *phone = arena_printf(a, "+7 900 123-45-%02d", i);
		struct lead_added added = add(s, a, email, phone, i, NONE);

		CHECK_INT(added.prospect, added.id);
		if (i == 0)
			first = added;
	}
	again = add(s, a, " P0@Example.COM", "", 20, NONE);
	phoned = add(s, a, "", "8 (900) 123-45-00", 21, NONE);
	CHECK(again.id != first.id && phoned.id != first.id);
	CHECK_INT(again.prospect, first.id);
	CHECK_INT(phoned.prospect, first.id);
	CHECK(!again.repeat && !phoned.repeat);
	CHECK_TALLY(count(s, NULL, NULL, 30), 0, 15);

	/* Whichever inquiry is won, the prospect is, once. */
	CHECK_INT(lead_won(s, at(phoned.id, 25), NONE), OK);
	CHECK_INT(lead_won(s, at(again.id, 26), NONE), OK);
	CHECK_TALLY(count(s, NULL, NULL, 30), 1, 15);
	return OK;
}

static enum err test_no_key(struct store *s, void *a)
{
	struct lead_added one = add(s, a, "", "", 0, NONE);
	struct lead_added two = add(s, a, "no address", "12", 0, NONE);

	CHECK_INT(one.prospect, one.id);
	CHECK_INT(two.prospect, two.id);
	return OK;
}

static enum err test_quiet_time(struct store *s, void *a)
{
	struct lead_added first = add(s, a, "q@example.com", "", 0, NONE);
	struct lead_added next;

	CHECK_INT(lead_lost(s, at(first.id, 10), NONE), OK);
	next = add(s, a, "q@example.com", "", 10 + QUIET - 1, NONE);
	CHECK_INT(next.prospect, first.id);
	next = add(s, a, "q@example.com", "", 10 + QUIET, NONE);
	CHECK_INT(next.prospect, next.id);
	CHECK_TALLY(count(s, NULL, NULL, 300), 0, 2);
	return OK;
}

static enum err test_long_cycle(struct store *s, void *a)
{
	struct lead_added first = add(s, a, "l@example.com", "", 0, NONE);
	struct lead_added next = add(s, a, "l@example.com", "", 500, NONE);

	CHECK_INT(next.prospect, first.id);
	CHECK_INT(lead_lost(s, at(first.id, 510), NONE), OK);
	CHECK_INT(lead_reopened(s, at(first.id, 511)), OK);
	next = add(s, a, "l@example.com", "", 800, NONE);
	CHECK_INT(next.prospect, first.id);
	return OK;
}

static enum err test_invalid_cycle(struct store *s, void *a)
{
	struct lead_added spam = add(s, a, "s@example.com", "", 0, NONE);
	struct lead_added next;
	int64_t reason;

	CHECK_INT(lead_reason(s, a, "invalid", "Spam", &reason), OK);
	CHECK_INT(lead_invalid(s, at(spam.id, 1), NONE), ERR_INPUT);
	CHECK_INT(lead_invalid(s, at(spam.id, 1), reason), OK);
	next = add(s, a, "s@example.com", "", 2, NONE);
	CHECK_INT(next.prospect, next.id);
	CHECK_TALLY(count(s, NULL, NULL, 5), 0, 1);
	CHECK_INT(lead_valid(s, at(spam.id, 3)), OK);
	CHECK_TALLY(count(s, NULL, NULL, 5), 0, 2);
	return OK;
}

static enum err test_repeat_deal(struct store *s, void *a)
{
	struct customer_new firm = { .name = "Firm",
				     .contact = "",
				     .email = "firm@example.com",
				     .phone = "",
				     .segment = "",
				     .manager = NONE,
				     .contract_end_day = NONE,
				     .created_at = noon(0),
				     .origin = "",
				     .origin_id = "" };
	struct customer_sale sale = { .lead = NONE,
				      .product = NONE,
				      .refund_of = NONE,
				      .at = noon(10),
				      .amount = 100,
				      .currency = "RUB",
				      .base_amount = 100,
				      .origin = "",
				      .origin_id = "" };
	struct lead_added lead;
	int64_t id;

	CHECK_INT(customer_add(s, a, &firm, &sale.customer), OK);
	CHECK_INT(customer_bought(s, &sale, &id), OK);
	lead = add(s, a, "firm@example.com", "", 9, NONE);
	CHECK(!lead.repeat);
	lead = add(s, a, "FIRM@example.com", "", 10, NONE);
	CHECK(lead.repeat);
	CHECK_INT(lead.prospect, lead.id);
	CHECK_TALLY(count(s, NULL, NULL, 30), 0, 1);
	return OK;
}

/* Who was won is a buyer, even without a customer record. */
static enum err test_won_cycle(struct store *s, void *a)
{
	struct lead_added first = add(s, a, "w@example.com", "", 0, NONE);

	CHECK_INT(lead_won(s, at(first.id, 5), NONE), OK);
	CHECK(!add(s, a, "w@example.com", "", 4, NONE).repeat);
	CHECK(add(s, a, "w@example.com", "", 6, NONE).repeat);
	return OK;
}

static enum err test_name(struct store *s, void *a)
{
	char longest[202] = "";
	struct lead_new new = { .name = "",
				.email = "",
				.phone = "",
				.owner = NONE,
				.origin = "",
				.origin_id = "" };
	struct lead_added added;

	CHECK_INT(lead_add(s, a, QUIET, &new, &added), ERR_INPUT);
	memset(longest, 'x', 201);
	new.name = longest;
	CHECK_INT(lead_add(s, a, QUIET, &new, &added), ERR_INPUT);
	return OK;
}

/* ---- credit ------------------------------------------------------------- */

static void add_many(struct store *s, void *a, int64_t owner, int n, int won)
{
	for (int i = 0; i < n; i++) {
		struct lead_added lead = add(s, a, "", "", 0, owner);

		if (i < won)
			CHECK_INT(lead_won(s, at(lead.id, 5), NONE), OK);
	}
}

/* Two leads of a1 go to b1, one before it is won and one after; the whole
 * team history is b's as soon as it is b's. */
static enum err test_reassigned(struct store *s, void *a)
{
	int64_t a1 = person(s, "a1"), a2 = person(s, "a2"),
		b1 = person(s, "b1");
	int64_t team_a = team(s, "A"), team_b = team(s, "B");
	struct lead_added before, after;

	join(s, a1, -500, team_a);
	join(s, a2, -500, team_a);
	join(s, b1, -500, team_b);
	add_many(s, a, a1, 5, 2);
	add_many(s, a, a2, 3, 2);
	add_many(s, a, b1, 6, 2);
	add_many(s, a, NONE, 1, 0);
	before = add(s, a, "", "", 0, a1);
	CHECK_INT(lead_assigned(s, at(before.id, 3), b1), OK);
	CHECK_INT(lead_won(s, at(before.id, 5), NONE), OK);
	after = add(s, a, "", "", 0, a1);
	CHECK_INT(lead_won(s, at(after.id, 5), NONE), OK);
	CHECK_INT(lead_assigned(s, at(after.id, 6), b1), OK);

	CHECK_TALLY(count(s, "a1", NULL, 10), 3, 6);
	CHECK_TALLY(count(s, "a2", NULL, 10), 2, 3);
	CHECK_TALLY(count(s, "b1", NULL, 10), 3, 7);
	CHECK_TALLY(count(s, "", NULL, 10), 0, 1);
	CHECK_TALLY(count(s, NULL, NULL, 10), 8, 17);
	/* On the second day it still was a1's, and nothing was won. */
	CHECK_TALLY(count(s, "a1", NULL, 2), 0, 7);
	CHECK_TALLY(count(s, "b1", NULL, 2), 0, 6);
	return OK;
}

static enum err test_rep_changes_team(struct store *s, void *a)
{
	int64_t a1 = person(s, "a1"), a2 = person(s, "a2"),
		b1 = person(s, "b1");
	int64_t team_a = team(s, "A"), team_b = team(s, "B");
	struct lead_added late;

	join(s, a1, -500, team_a);
	join(s, a2, -500, team_a);
	join(s, a2, 7, team_b);
	join(s, b1, -500, team_b);
	add_many(s, a, a1, 6, 3);
	add_many(s, a, a2, 1, 1); /* closed before the move */
	late = add(s, a, "", "", 0, a2);
	CHECK_INT(lead_won(s, at(late.id, 8), NONE), OK);
	add_many(s, a, a2, 1, 0); /* open: follows its owner */
	add_many(s, a, b1, 7, 3);
	add_many(s, a, NONE, 1, 0);

	CHECK_TALLY(count(s, NULL, "A", 20), 4, 7);
	CHECK_TALLY(count(s, NULL, "B", 20), 4, 9);
	CHECK_TALLY(count(s, NULL, "", 20), 0, 1);
	CHECK_TALLY(count(s, NULL, "A", 6), 4, 9);
	CHECK_TALLY(count(s, NULL, "B", 6), 3, 7);
	return OK;
}

static enum err test_events(struct store *s, void *a)
{
	int64_t rep = person(s, "rep");
	struct lead_added twice = add(s, a, "", "", 0, rep);
	struct lead_added back = add(s, a, "", "", 0, rep);
	struct lead_added gone = add(s, a, "", "", 0, rep);

	CHECK_INT(lead_won(s, at(twice.id, 5), NONE), OK);
	CHECK_INT(lead_won(s, at(twice.id, 9), NONE), OK);
	CHECK_INT(lead_lost(s, at(back.id, 4), NONE), OK);
	CHECK_INT(lead_reopened(s, at(back.id, 6)), OK);
	CHECK_INT(lead_won(s, at(back.id, 8), NONE), OK);
	CHECK_INT(lead_lost(s, at(gone.id, 4), NONE), OK);
	CHECK_INT(lead_contacted(s, at(gone.id, 2)), OK);

	CHECK_TALLY(count(s, "rep", NULL, 20), 2, 3);
	CHECK_INT(count(s, NULL, NULL, 20).lost, 1);
	/* As it was on earlier days. */
	CHECK_INT(count(s, NULL, NULL, 4).lost, 2);
	CHECK_INT(count(s, NULL, NULL, 6).lost, 1);
	CHECK_TALLY(count(s, NULL, NULL, 4), 0, 3);
	CHECK_TALLY(count(s, NULL, NULL, 5), 1, 3);
	return OK;
}

static enum err test_won_before_created(struct store *s, void *a)
{
	int64_t rep = person(s, "rep");
	struct lead_added lead = add(s, a, "", "", 10, rep);
	struct conversion_by_fate_in in = {
		.scope = { .see = SEE_ALL },
		.from = day0,
		.to = day0 + 50,
		.as_of = day0 + 20,
		.horizon = 5,
		.team = -1,
		.person = -1,
		.source = -1,
		.campaign = -1,
		.product = -1,
		.segment = -1,
	};
	struct conversion_by_fate row = { 0 };

	CHECK_INT(lead_won(s, at(lead.id, 8), NONE), OK);
	CHECK_TALLY(count(s, "rep", NULL, 20), 1, 1);
	CHECK(one_conversion_by_fate(s, in, &row));
	CHECK_TEXT(row.state, "won");
	CHECK_INT(row.days, 0);
	return OK;
}

/* ---- names -------------------------------------------------------------- */

static enum err test_names(struct store *s, void *a)
{
	int64_t one, two, none, unknown, mail;

	CHECK_INT(lead_source(s, a, "Web", "other", &one), OK);
	CHECK_INT(lead_source(s, a, "  WEB ", "other", &two), OK);
	CHECK_INT(lead_source(s, a, " ", "other", &none), OK);
	CHECK_INT(lead_source(s, a, "unknown", "other", &unknown), OK);
	CHECK_INT(one, two);
	CHECK_INT(none, NONE);
	CHECK(unknown != one && unknown != NONE);
	CHECK_INT(lead_campaign(s, a, one, "Spring", &mail), OK);
	CHECK_INT(lead_campaign(s, a, unknown, "spring", &two), OK);
	CHECK(mail != two);
	CHECK_INT(lead_campaign(s, a, NONE, "Spring", &two), OK);
	CHECK_INT(two, NONE);
	CHECK_INT(lead_reason(s, a, "lost", "Price", &one), OK);
	CHECK_INT(lead_reason(s, a, "invalid", "Price", &two), OK);
	CHECK(one != two);
	CHECK_INT(lead_product(s, a, "GTX Pro", &one), OK);
	CHECK_INT(lead_product(s, a, "gtx  pro", &two), OK);
	CHECK_INT(one, two);
	return OK;
}

int main(void)
{
	static enum err (*const tests[])(struct store * s, void *a) = {
		test_17_inquiries,  test_no_key,
		test_quiet_time,    test_long_cycle,
		test_invalid_cycle, test_repeat_deal,
		test_won_cycle,     test_name,
		test_reassigned,    test_rep_changes_team,
		test_events,        test_won_before_created,
		test_names,
	};

	day0 = period_day(2026, 1, 10);
	for (size_t i = 0; i < COUNT(tests); i++)
		temp_store_test("Europe/Moscow", tests[i]);
	return check_done();
}
