/* rollup_test.c - sums follow every kind of change, and an audit sees when
 * they do not. */
#include "../../cgi/lib/rollup.h"

#include "../../cgi/lib/blocks.h"
#include "../../cgi/lib/lead.h"
#include "../../cgi/lib/period.h"
#include "../../cgi/lib/prospects.h"
#include "../../cgi/lib/reach.h"
#include "temp_store.h"

enum { EVER_QUIET = 180 };

static struct temp_store t;
static int64_t day0, ann, bob, red, blue, web, lead, other, meeting, offer;

static int64_t noon(int64_t n)
{
	return zone_start(day0 + n) + 12 * 3600;
}

static struct lead_fact at(int64_t which, int64_t day)
{
	return (struct lead_fact){ which, noon(day), NONE, "" };
}

static void change(enum err (*work)(struct store *s, void *arg))
{
	CHECK_INT(store_write(t.store, t.arena, work, NULL), OK);
	temp_store_check_sums(&t);
}

/* ---- what the sums say ----------------------------------------------------
 */

struct look {
	struct conversion_counts_in in;
	struct conversion_counts found;
};

static enum err look_up(struct store *s, void *arg)
{
	struct look *look = arg;

	one_conversion_counts(s, look->in, &look->found);
	return store_error(s);
}

/* Of a team and source, in the month of day 0. */
static struct conversion_counts counts(int64_t team, int64_t source)
{
	struct look look = {
		.in = { .scope = { .see = SEE_ALL },
			.unit = BLOCK_MONTH,
			.from = period_month(day0),
			.to = period_month(day0) + 1,
			.team = team,
			.source = source },
	};

	CHECK_INT(store_read(t.store, t.arena, look_up, &look), OK);
	return look.found;
}

struct way {
	struct rollup_reach_of_in in;
	const char *text;
};

static enum err look_up_way(struct store *s, void *arg)
{
	struct way *way = arg;
	struct rollup_reach_of row = { "" };

	one_rollup_reach_of(s, way->in, &row);
	way->text = arena_printf(t.arena, "%s", row.reached);
	return store_error(s);
}

/* Who has reached a step of all that came on day 0, as kept (packed.h). */
static const char *reached(int64_t step)
{
	struct way way = {
		.in = { .unit = BLOCK_DAY,
			.source = ROLLUP_EVERY,
			.team = ROLLUP_EVERY,
			.start = day0,
			.step = step },
	};

	CHECK_INT(store_read(t.store, t.arena, look_up_way, &way), OK);
	return way.text;
}

/* ---- the changes ----------------------------------------------------------
 */

static int64_t person(struct store *s, const char *name, int64_t team)
{
	struct person_add_in in = { "", name, name, "", "rep", "", "", "", 0 };
	struct person_add row = { 0 };

	one_person_add(s, in, &row);
	run_membership_set(s, (struct membership_set_in){ row.id, day0, team });
	return row.id;
}

static int64_t team(struct store *s, const char *name)
{
	struct team_add row = { 0 };

	one_team_add(s, (struct team_add_in){ name, name, "" }, &row);
	return row.id;
}

static int64_t add(struct store *s, const char *email, int64_t day)
{
	struct lead_new new = { .name = "Somebody",
				.email = email,
				.phone = "",
				.source = web,
				.campaign = NONE,
				.product = NONE,
				.segment = NONE,
				.customer = NONE,
				.owner = ann,
				.actor = NONE,
				.cost = 100,
				.created_at = noon(day),
				.origin = "",
				.origin_id = "" };
	struct lead_added added = { 0 };

	CHECK_INT(lead_add(s, t.arena, EVER_QUIET, &new, &added), OK);
	return added.id;
}

static enum err a_lead_comes(struct store *s, void *arg)
{
	(void)arg;
	red = team(s, "red");
	blue = team(s, "blue");
	ann = person(s, "ann", red);
	bob = person(s, "bob", blue);
	lead_source(s, t.arena, "Web", "other", &web);
	lead = add(s, "ann@example.com", 0);
	return store_error(s);
}

static enum err it_asks_again(struct store *s, void *arg)
{
	(void)arg;
	other = add(s, "ann@example.com", 3);
	return store_error(s);
}

static int64_t step(struct store *s, int64_t position, const char *name)
{
	struct step_add_in in = { position, name, name };
	struct step_add row = { 0 };

	one_step_add(s, in, &row);
	return row.id;
}

/* The later step has the smaller id. */
static enum err steps_are_known(struct store *s, void *arg)
{
	(void)arg;
	offer = step(s, 2, "offer");
	meeting = step(s, 1, "meeting");
	return store_error(s);
}

static enum err an_offer_is_made(struct store *s, void *arg)
{
	(void)arg;
	return lead_step(s, at(other, 4), offer);
}

/* Earlier than the offer, though told later. */
static enum err it_was_met(struct store *s, void *arg)
{
	(void)arg;
	return lead_step(s, at(lead, 3), meeting);
}

static enum err it_is_contacted(struct store *s, void *arg)
{
	struct lead_fact fact = at(lead, 0);

	(void)arg;
	fact.at += 5 * 3600;
	return lead_contacted(s, fact);
}

static enum err it_is_lost(struct store *s, void *arg)
{
	(void)arg;
	return lead_lost(s, at(lead, 5), NONE);
}

static enum err it_is_reopened(struct store *s, void *arg)
{
	(void)arg;
	return lead_reopened(s, at(lead, 6));
}

static enum err the_owner_moves(struct store *s, void *arg)
{
	(void)arg;
	return run_membership_set(
		s, (struct membership_set_in){ ann, day0 + 7, blue });
}

/* By its second inquiry. */
static enum err it_is_won(struct store *s, void *arg)
{
	(void)arg;
	return lead_won(s, at(other, 9), NONE);
}

static enum err it_was_a_test(struct store *s, void *arg)
{
	struct reason_add reason = { 0 };

	(void)arg;
	one_reason_add(s, (struct reason_add_in){ "invalid", "Test", "test" },
		       &reason);
	return lead_invalid(s, at(lead, 10), reason.id);
}

static enum err it_was_none(struct store *s, void *arg)
{
	(void)arg;
	return lead_valid(s, at(lead, 11));
}

static void test_one_life(void)
{
	change(a_lead_comes);
	CHECK_INT(counts(red, ROLLUP_EVERY).valid, 1);
	CHECK_INT(counts(red, ROLLUP_EVERY).cost, 100);
	CHECK_INT(counts(red, web).valid, 1);
	change(it_asks_again);
	CHECK_INT(counts(red, ROLLUP_EVERY).valid, 1);
	CHECK_INT(counts(red, ROLLUP_EVERY).waiting, 1);
	change(steps_are_known);
	change(an_offer_is_made); /* so it was met, and contacted */
	CHECK_INT(counts(red, ROLLUP_EVERY).waiting, 0);
	CHECK_TEXT(reached(offer), "4 1 0 0 ");
	CHECK_TEXT(reached(meeting), "4 1 0 0 ");
	CHECK_TEXT(reached(REACH_CONTACTED), "4 1 0 0 ");
	CHECK_TEXT(reached(REACH_CONTACT), "96 1 0 0 ");
	change(it_was_met);
	CHECK_TEXT(reached(offer), "4 1 0 0 ");
	CHECK_TEXT(reached(meeting), "3 1 0 0 ");
	change(it_is_contacted);
	CHECK_TEXT(reached(meeting), "3 1 0 0 ");
	CHECK_TEXT(reached(REACH_CONTACTED), "0 1 0 0 ");
	CHECK_TEXT(reached(REACH_CONTACT), "5 1 0 0 ");
	change(it_is_lost);
	CHECK_TEXT(reached(offer), "4 1 0 0 5 0 0 1 ");
	CHECK_TEXT(reached(REACH_CONTACT), "5 1 0 0 120 0 0 1 ");
	CHECK_INT(counts(red, ROLLUP_EVERY).lost, 1);
	change(it_is_reopened);
	CHECK_INT(counts(red, ROLLUP_EVERY).lost, 0);
	change(the_owner_moves);
	CHECK_INT(counts(red, ROLLUP_EVERY).valid, 0);
	CHECK_INT(counts(blue, ROLLUP_EVERY).valid, 1);
	change(it_is_won);
	CHECK_INT(counts(blue, web).won, 1);
	CHECK_TEXT(reached(offer), "4 1 0 0 9 0 1 0 ");
	change(it_was_a_test);
	CHECK_TEXT(reached(offer), "");
	CHECK_INT(counts(blue, web).valid, 0);
	CHECK_INT(counts(blue, web).invalid, 1);
	CHECK_INT(counts(blue, web).cost, 0);
	change(it_was_none);
	CHECK_INT(counts(blue, web).won, 1);
}

/* What changes nothing in the end was recorded all the same: a page of the
 * day before must not take it for known. */
static enum err it_is_lost_and_reopened(struct store *s, void *arg)
{
	(void)arg;
	lead_lost(s, at(lead, 40), NONE);
	return lead_reopened(s, at(lead, 41));
}

static enum err read_newest(struct store *s, void *arg)
{
	struct rollup_newest_day row;

	if (one_rollup_newest_day(s, &row))
		*(int64_t *)arg = row.day;
	return store_error(s);
}

static void test_the_newest_day(void)
{
	int64_t newest = 0;

	change(it_is_lost_and_reopened);
	CHECK_INT(store_read(t.store, t.arena, read_newest, &newest), OK);
	CHECK_INT(newest, day0 + 41);
}

/* ---- what goes wrong ------------------------------------------------------
 */

static enum err fails_after_writing(struct store *s, void *arg)
{
	(void)arg;
	add(s, "new@example.com", 1);
	return ERR_INPUT;
}

static void test_a_failed_write_counts_nothing(void)
{
	CHECK_INT(store_write(t.store, t.arena, fails_after_writing, NULL),
		  ERR_INPUT);
	temp_store_check_sums(&t);
	CHECK_INT(counts(red, ROLLUP_EVERY).valid, 0);
	change(it_is_reopened); /* nothing of the failed one comes along */
}

static enum err audit(struct store *s, void *arg)
{
	return rollup_audit(s, t.arena, arg);
}

static int64_t wrong(void)
{
	int64_t rows = -1;

	CHECK_INT(store_read(t.store, t.arena, audit, &rows), OK);
	return rows;
}

static enum err add_to_a_sum(struct store *s, void *arg)
{
	struct prospect_count_add_in in = { .unit = BLOCK_DAY,
					    .source = web,
					    .campaign = ROLLUP_EVERY,
					    .team = blue,
					    .start = day0,
					    .valid = 1 };

	(void)arg;
	return run_prospect_count_add(s, in);
}

static enum err drop_a_fate(struct store *s, void *arg)
{
	(void)arg;
	return run_fate_drop(s, (struct fate_drop_in){ lead });
}

static enum err drop_a_block(struct store *s, void *arg)
{
	(void)arg;
	return run_prospect_block_drop(
		s, (struct prospect_block_drop_in){ lead / PROSPECTS_MOST });
}

static enum err add_a_block(struct store *s, void *arg)
{
	(void)arg;
	return run_prospect_block_set(
		s, (struct prospect_block_set_in){ 9999, day0, day0, NONE, NONE,
						   "0 " });
}

/* As if a write had forgotten it. */
static enum err change_a_block(struct store *s, void *arg)
{
	(void)arg;
	return run_prospect_block_set(
		s, (struct prospect_block_set_in){ lead / PROSPECTS_MOST, day0,
						   day0, NONE, NONE, "0 " });
}

static enum err rebuild(struct store *s, void *arg)
{
	(void)arg;
	return rollup_rebuild(s, t.arena);
}

static void test_audit_sees(enum err (*damage)(struct store *s, void *arg),
			    int64_t rows)
{
	CHECK_INT(wrong(), 0);
	CHECK_INT(store_write(t.store, t.arena, damage, NULL), OK);
	CHECK_INT(wrong(), rows);
	change(rebuild);
	CHECK_INT(counts(blue, web).won, 1);
}

/* More than are counted at a time, and each a prospect of its own. */
static enum err add_many(struct store *s, void *arg)
{
	struct lead_new new = { .name = "Somebody",
				.email = "",
				.phone = "",
				.source = web,
				.campaign = NONE,
				.product = NONE,
				.segment = NONE,
				.customer = NONE,
				.owner = bob,
				.actor = NONE,
				.created_at = noon(1),
				.origin = "",
				.origin_id = "" };
	struct lead_added added;
	enum err e = OK;

	(void)arg;
	for (int i = 0; e == OK && i < 2500; i++)
		e = lead_add(s, t.arena, 0, &new, &added);
	return e;
}

static void test_many_are_counted_anew(void)
{
	int64_t before = counts(blue, web).valid;

	change(add_many);
	CHECK_INT(counts(blue, web).valid, before + 2500);
	change(rebuild);
	CHECK_INT(counts(blue, web).valid, before + 2500);
}

int main(void)
{
	temp_store_open(&t, "UTC");
	day0 = period_day(2026, 3, 2);
	test_one_life();
	test_the_newest_day();
	test_a_failed_write_counts_nothing();
	test_audit_sees(add_to_a_sum, 1);
	test_audit_sees(drop_a_fate, 2); /* its block, too */
	test_audit_sees(drop_a_block, 1);
	test_audit_sees(add_a_block, 1);
	test_audit_sees(change_a_block, 1);
	test_many_are_counted_anew();
	temp_store_close(&t);
	return check_done();
}
