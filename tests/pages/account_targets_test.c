/* account_targets_test.c - targets: who may set them, what they ask for. */
#include "page.h"

extern const struct app app_account;

#define PATH "/account/targets"

enum { NORTH = 1, SOUTH };

static enum err fill(struct store *s, void *arg)
{
	(void)arg;
	page_company(s, NULL);
	page_team(s, "North <b>");
	page_team(s, "South");
	page_person(s, "adam", "administrator", 0);
	page_person(s, "hank", "head", 0);
	page_person(s, "lea", "lead", NORTH);
	page_person(s, "ann", "rep", SOUTH);
	page_person(s, "vera", "viewer", 0);
	return store_error(s);
}

/* The target of a team as somebody sees it on a day; 0: none. */
struct look {
	struct target_now_in in;
	int64_t team, percent;
};

static enum err look(struct store *s, void *arg)
{
	struct look *l = arg;
	struct answer *a = ask_target_now(s, l->in);
	struct target_now row;

	l->percent = 0;
	while (next_target_now(a, &row))
		if (row.team_id == l->team)
			l->percent = row.percent;
	return store_error(s);
}

static int64_t target(int64_t team, int64_t day)
{
	struct look l = { { { .see = SEE_ALL }, day }, team, 0 };

	page_fill(look, &l);
	return l.percent;
}

/* Who sees only their own has no business with another team's target. */
static void others_targets_are_not_seen(void)
{
	struct look l = { { { SEE_OWN, 4, SOUTH }, PAGE_TODAY }, NORTH, 0 };

	page_fill(look, &l);
	CHECK_INT(l.percent, 0);
	l.team = 0;
	page_fill(look, &l);
	CHECK_INT(l.percent, 20);
	l = (struct look){ { { SEE_TEAM, 3, NORTH }, PAGE_TODAY }, NORTH, 0 };
	page_fill(look, &l);
	CHECK_INT(l.percent, 25);
}

static struct page set(const char *login, const char *fields)
{
	return page_post(PATH, login, fields);
}

static void heads_set_them(void)
{
	struct page p = page_get(PATH, "hank");

	CHECK_PAGE(p, 200, "No target is set yet.");
	CHECK_PAGE(p, 200, "North &lt;b&gt;</option>");
	p = set("hank", "team=0&percent=20&from=2026-01-01");
	CHECK_INT(p.status, 303);
	CHECK_TEXT(p.location, PATH);
	CHECK_INT(set("adam", "team=1&percent=25").status, 303);
	CHECK_INT(target(0, PAGE_TODAY), 20);
	CHECK_INT(target(NORTH, PAGE_TODAY), 25);
	CHECK_INT(target(NORTH, PAGE_TODAY - 1), 0);
	CHECK_INT(target(SOUTH, PAGE_TODAY), 0);
	p = page_get(PATH, "hank");
	CHECK_PAGE(p, 200, "<b>20%</b>");
	CHECK_PAGE(p, 200, "North &lt;b&gt;</bdi>");
}

static void the_newest_holds(void)
{
	CHECK_INT(set("hank", "team=0&percent=22&from=2026-06-01").status, 303);
	CHECK_INT(target(0, period_day(2026, 5, 31)), 20);
	CHECK_INT(target(0, period_day(2026, 6, 1)), 22);
	/* the same day again */
	CHECK_INT(set("hank", "team=0&percent=0&from=2026-06-01").status, 303);
	CHECK_INT(target(0, PAGE_TODAY), 0);
	CHECK_PAGE(page_get(PATH, "hank"), 200, "<b>none</b>");
	CHECK_INT(page_post(PATH "/remove", "hank", "team=0&from=2026-06-01")
			  .status,
		  303);
	CHECK_INT(target(0, PAGE_TODAY), 20);
}

static void nobody_else_may(void)
{
	static const char *const others[] = { "lea", "ann", "vera" };

	for (size_t i = 0; i < COUNT(others); i++) {
		CHECK_INT(page_get(PATH, others[i]).status, 403);
		CHECK_INT(set(others[i], "team=0&percent=99").status, 403);
		CHECK_INT(set(others[i], "team=0&percent=x").status, 403);
		CHECK_INT(page_post(PATH "/remove", others[i],
				    "team=0&from=2026-01-01")
				  .status,
			  403);
	}
	CHECK_INT(target(0, PAGE_TODAY), 20);
}

static void what_is_wrong_is_told(void)
{
	struct page p = set("hank", "team=2&percent=101&from=2026-02-30");

	CHECK_PAGE(p, 422, "value=\"101\"");
	CHECK_PAGE(p, 422, "value=\"2026-02-30\"");
	CHECK_PAGE(p, 422, "id=\"percent-e\"");
	CHECK_PAGE(p, 422, "id=\"from-e\"");
	CHECK_PAGE(p, 422, "value=\"2\" selected");
	CHECK_PAGE(set("hank", "team=0&percent="), 422, "id=\"percent-e\"");
	CHECK_PAGE(set("hank", "team=77&percent=5"), 422, "id=\"team-e\"");
	CHECK_INT(target(77, PAGE_TODAY), 0);
}

int main(void)
{
	page_start(&app_account);
	page_fill(fill, NULL);
	heads_set_them();
	others_targets_are_not_seen();
	the_newest_holds();
	nobody_else_may();
	what_is_wrong_is_told();
	page_stop();
	return check_done();
}
