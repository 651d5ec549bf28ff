/* retention_test.c - who comes back and who is silent: against the numbers of
 * independent tools, by the rules for refunds and days, for each viewer. */
#include "page.h"

#include "../unit/oracle.h"
#include "lib/format.h"
#include "lib/money.h"

extern const struct app app_retention;

/* ---- reading JSON -------------------------------------------------------- */

/* The end of the value at text. */
static const char *skip(const char *text)
{
	int depth = 0;

	for (; *text; text++) {
		if (*text == '"')
			while (*++text != '"' && *text)
				text += *text == '\\';
		else if (*text == '{' || *text == '[')
			depth++;
		else if (depth == 0 && strchr(",]}", *text))
			return text;
		else if (*text == '}' || *text == ']')
			depth--;
	}
	return text;
}

/* Member n of the array at text, or NULL. */
static const char *element(const char *text, size_t n)
{
	for (text++; *text && *text != ']'; text += *text == ',') {
		if (n-- == 0)
			return text;
		text = skip(text);
	}
	return NULL;
}

static size_t elements(const char *text)
{
	size_t n = 0;

	for (text++; *text && *text != ']'; text += *text == ',', n++)
		text = skip(text);
	return n;
}

/* The value of a key of the object at text; a missing one fails. */
static const char *member(const char *text, const char *key)
{
	size_t n = strlen(key);

	for (text++; *text == '"'; text += *text == ',') {
		const char *name = text + 1;

		text = skip(text);
		/* skip passes the name and the colon, up to the comma. */
		if (strncmp(name, key, n) == 0 && name[n] == '"')
			return name + n + 2;
	}
	check_that(0, "json", 0, key);
	return "0";
}

static double number(const char *object, const char *key)
{
	const char *at = member(object, key);

	return strncmp(at, "null", 4) == 0 ? (double)NAN : strtod(at, NULL);
}

static int64_t integer(const char *object, const char *key)
{
	return strtoll(member(object, key), NULL, 10);
}

static bool yes(const char *object, const char *key)
{
	return strncmp(member(object, key), "true", 4) == 0;
}

/* The member of an array whose key has this value, as it is written. */
static const char *find(const char *array, const char *key, const char *value)
{
	for (size_t i = 0; element(array, i); i++) {
		const char *object = element(array, i);
		const char *at = member(object, key);

		if (strncmp(at, value, strlen(value)) == 0 &&
		    strchr(",}", at[strlen(value)]))
			return object;
	}
	return NULL;
}

static const char *get_json(const char *login, const char *address)
{
	struct page p = page_get(address, login);

	CHECK_INT(p.status, 200);
	if (!CHECK_TEXT(p.type, "application/json"))
		printf("%.800s\n", p.body);
	return p.body;
}

/* ---- the small company --------------------------------------------------- */

enum { T = PAGE_TODAY, CLIENTS = 15, RETURNED = 12 };

static int64_t buy(struct store *s, int64_t customer, int64_t day,
		   int64_t amount, int64_t refund_of)
{
	return page_purchase(s, customer, NONE, day, amount, refund_of);
}

static int64_t customer(struct store *s, const char *name, const char *segment,
			int64_t manager)
{
	struct customer_add_in in = page_customer(name);
	struct customer_add row = { 0 };

	in.segment = segment;
	in.manager = manager;
	if (strcmp(name, "Bound") == 0)
		in.contract_end_day = T;
	one_customer_add(s, in, &row);
	return row.id;
}

/* Refunds, days, and prices of nothing. */
static void fill_anna(struct store *s, int64_t anna)
{
	int64_t id = customer(s, "Regular <b>&\"", "", anna);
	int64_t sale;

	buy(s, id, T - 135, 1000, NONE);
	buy(s, id, T - 103, 1000, NONE);
	buy(s, id, T - 71, 1000, NONE);
	id = customer(s, "Twice a day", "", anna);
	buy(s, id, T - 100, 1000, NONE);
	buy(s, id, T - 100, 1000, NONE);
	buy(s, id, T - 50, 0, NONE);
	id = customer(s, "Refunded", "", anna);
	sale = buy(s, id, T - 200, 1000, NONE);
	buy(s, id, T - 190, -1000, sale);
	id = customer(s, "Partly", "", anna);
	sale = buy(s, id, T - 200, 1000, NONE);
	buy(s, id, T - 195, -999, sale);
	buy(s, id, T - 150, 1000, NONE);
	id = customer(s, "Undone return", "", anna);
	buy(s, id, T - 120, 1000, NONE);
	sale = buy(s, id, T - 90, 1000, NONE);
	buy(s, id, T - 80, -600, sale);
	buy(s, id, T - 80, -400, sale);
	id = customer(s, "Future", "", anna);
	buy(s, id, T + 5, 1000, NONE);
}

static void fill_boris(struct store *s, int64_t boris)
{
	struct problem_add problem;
	struct followup_add followup;
	int64_t id = customer(s, "Weekly", "", boris);

	for (int64_t i = 0; i < 4; i++)
		buy(s, id, T - 40 + 7 * i, 500, NONE);
	one_problem_add(s,
			(struct problem_add_in){ .customer = id,
						 .owner = NONE,
						 .contact = NONE,
						 .what = "Broken",
						 .cause = "",
						 .due_day = NONE,
						 .state = "open" },
			&problem);
	one_followup_add(s,
			 (struct followup_add_in){ .customer = id,
						   .owner = boris,
						   .kind = "call",
						   .cause = "hand",
						   .subject = "Call",
						   .due_day = T + 2,
						   .now = PAGE_NOW,
						   .today = T },
			 &followup);
}

/* Clients of a segment too small for a rhythm of its own. */
static void fill_clara(struct store *s, int64_t clara)
{
	for (int64_t i = 0; i < CLIENTS; i++) {
		int64_t id = customer(s, page_text("Client %02d", (int)i),
				      "hotel", clara);

		buy(s, id, T - 300, 10000 + i, NONE);
		if (i < RETURNED)
			buy(s, id, T - 300 + 5 * (i + 1), 10000, NONE);
	}
	buy(s, customer(s, "Bound", "", clara), T - 300, 10000, NONE);
}

static enum err fill(struct store *s, void *arg)
{
	int64_t north = page_team(s, "north"), south = page_team(s, "south");
	int64_t ru;

	(void)arg;
	page_company(s, NULL);
	fill_anna(s, page_person(s, "anna", "rep", north));
	fill_boris(s, page_person(s, "boris", "rep", north));
	fill_clara(s, page_person(s, "clara", "rep", south));
	page_person(s, "lea", "lead", north);
	page_person(s, "head", "head", 0);
	page_person(s, "new", "rep", south);
	ru = page_person(s, "olga", "head", 0);
	run_person_language_set(s, (struct person_language_set_in){
					   .person = ru, .language = "ru" });
	return store_error(s);
}

/* The cell of a cohort so many months after it, or NULL. */
static const char *cell_of(const char *json, const char *cohort, size_t age)
{
	const char *row = find(member(json, "triangle"), "first",
			       page_text("\"%s\"", cohort));

	return row ? element(member(row, "cells"), age) : NULL;
}

static const char *repeat_of(const char *json, int64_t days)
{
	return find(member(json, "repeat"), "days",
		    page_text("%lld", (long long)days));
}

/* T - 200 is 9 May, T - 135 13 July, T - 100 17 August. */
static void test_what_counts(void)
{
	const char *j = get_json("anna", "/retention.json");

	CHECK_INT(integer(j, "customers"), 4);
	CHECK_INT(elements(member(j, "triangle")), 3);
	CHECK_INT(integer(cell_of(j, "2026-05", 0), "of"), 1);
	CHECK_INT(integer(cell_of(j, "2026-05", 1), "customers"), 1);
	CHECK_INT(integer(cell_of(j, "2026-07", 0), "customers"), 2);
	CHECK_INT(integer(cell_of(j, "2026-07", 1), "customers"), 1);
	CHECK_INT(integer(cell_of(j, "2026-07", 2), "customers"), 1);
	CHECK_INT(integer(cell_of(j, "2026-07", 3), "customers"), 0);
	CHECK(yes(cell_of(j, "2026-07", 3), "finished"));
	CHECK(!yes(cell_of(j, "2026-07", 4), "finished"));
	CHECK_INT(integer(cell_of(j, "2026-08", 0), "of"), 1);
	CHECK_INT(integer(repeat_of(j, 30), "again"), 0);
	CHECK_INT(integer(repeat_of(j, 30), "known"), 4);
	CHECK_INT(integer(repeat_of(j, 60), "again"), 2);
	CHECK_INT(integer(repeat_of(j, 365), "known"), 0);
	CHECK(isnan(number(repeat_of(j, 365), "share")));
	/* 3 regular, 2 on a day, 1001 cents partly, 1 of the undone. */
	CHECK_NEAR(number(j, "year_revenue"), 70.01, 1e-12);
}

/* Before its refund the second purchase was one; later ones were not there. */
static void test_past(void)
{
	const char *j = get_json(
		"anna", page_text("/retention.json?as_of=%s",
				  period_text(page_state.arena, T - 85)));

	CHECK_INT(integer(repeat_of(j, 30), "again"), 1);
	CHECK_INT(integer(repeat_of(j, 30), "known"), 3);
	CHECK_INT(integer(j, "customers"), 4);
	CHECK(!yes(cell_of(j, "2026-07", 2), "finished"));
	CHECK(cell_of(j, "2026-07", 3) == NULL);
	j = get_json("anna", page_text("/retention.json?as_of=%s",
				       period_text(page_state.arena, T - 195)));
	CHECK_INT(integer(j, "customers"), 2);
	j = get_json("anna", page_text("/retention.json?as_of=%s",
				       period_text(page_state.arena, T - 190)));
	CHECK_INT(integer(j, "customers"), 1);
}

/* R7 anew, from the plain list of gaps. */
static void test_rhythm(void)
{
	const char *j = get_json("head", "/retention.json");
	const char *silent = member(j, "silent_customers"), *row;
	const double gaps[] = { 32, 32, 50, 7,  7,  7,  5,  10, 15,
				20, 25, 30, 35, 40, 45, 50, 55, 60 };
	double mean = 0, sd;

	for (size_t i = 0; i < COUNT(gaps); i++)
		mean += log(gaps[i]) / (double)COUNT(gaps);
	/* Each customer's gaps are equal: no spread about their means. */
	sd = 0;
	CHECK_INT(elements(member(j, "rhythm")), 1);
	row = element(member(j, "rhythm"), 0);
	CHECK_INT(integer(row, "gaps"), COUNT(gaps));
	CHECK_NEAR(number(row, "mean_ln_days"), mean, 1e-9);
	CHECK_NEAR(number(row, "sd_ln_days"), sd, 1e-9);
	row = find(silent, "name", "\"Regular <b>&\\\"\"");
	/* Drawn towards the shorter mean of all, but not below the own gap. */
	CHECK(exp((2 * log(32) + 4 * mean) / 6) < 32);
	CHECK_NEAR(number(row, "threshold_days"), 32, 1e-9);
	CHECK_INT(integer(row, "silent_days"), 71);
	/* No gap yet: the 90 % return time of all, reached at 60 days. */
	row = find(silent, "name", "\"Twice a day\"");
	CHECK_NEAR(number(row, "threshold_days"),
		   number(element(member(j, "rhythm"), 0), "return_by_days"),
		   1e-12);
	CHECK(isnan(number(row, "usual_days")));
	CHECK(find(silent, "name", "\"Bound\"") == NULL);
}

/* Open problems first, then silence over threshold times revenue. */
static void test_order(void)
{
	const char *j = get_json("head", "/retention.json");
	const char *silent = member(j, "silent_customers");
	double before = INFINITY;

	CHECK(strncmp(member(element(silent, 0), "name"), "\"Weekly\"", 8) ==
	      0);
	CHECK_INT(integer(j, "silent"), elements(silent));
	for (size_t i = 1; element(silent, i); i++) {
		const char *row = element(silent, i);
		double now = number(row, "silent_days") /
			     number(row, "threshold_days") *
			     number(row, "year_revenue");

		CHECK(!yes(row, "open_problem"));
		CHECK(number(row, "silent_days") >
		      number(row, "threshold_days"));
		CHECK(now <= before);
		before = now;
	}
	CHECK(isfinite(before));
}

static void test_scopes(void)
{
	CHECK_INT(integer(get_json("anna", "/retention.json"), "customers"), 4);
	CHECK_INT(integer(get_json("lea", "/retention.json"), "customers"), 5);
	CHECK_INT(integer(get_json("head", "/retention.json"), "customers"),
		  6 + CLIENTS);
	CHECK_INT(integer(get_json("anna", "/retention/rows.json"), "total"),
		  4);
	CHECK_INT(integer(get_json("lea", "/retention/rows.json"), "total"), 5);
	CHECK_INT(integer(get_json("head", "/retention/rows.json"), "total"),
		  6 + CLIENTS);
	CHECK(!page_has(page_get("/retention", "anna"), "Weekly"));
	CHECK(page_has(page_get("/retention", "lea"), "Weekly"));
	CHECK(!page_has(page_get("/retention/rows", "lea"), "Client 01"));
	CHECK(!page_has(page_get("/retention/rows?silent=1", "anna"),
			"Weekly"));
	CHECK(page_has(page_get("/retention/rows?silent=1", "lea"), "Weekly"));
	CHECK_INT(page_get("/retention", "").status, 303);
}

/* The list behind an address is as long as the number says. */
static void check_rows(const char *login, const char *question, int64_t n)
{
	const char *j =
		get_json(login, page_text("/retention/rows.json?%s", question));

	if (!CHECK_INT(integer(j, "total"), n) ||
	    !CHECK_INT(elements(member(j, "customers")), n))
		printf("\t%s\n", question);
}

static void check_cells(const char *login, const char *more)
{
	const char *j = get_json(login, page_text("/retention.json?%s", more));
	const char *rows = member(j, "triangle");

	for (size_t i = 0; element(rows, i); i++) {
		const char *row = element(rows, i);
		const char *first = arena_strndup(page_state.arena,
						  member(row, "first") + 1, 7);
		const char *cells = member(row, "cells");

		check_rows(login, page_text("first=%s&%s", first, more),
			   integer(row, "size"));
		for (size_t k = 1; element(cells, k); k++) {
			int64_t day, month;

			period_parse(page_text("%s-01", first), &day);
			month = period_month(day) + (int64_t)k;
			check_rows(login,
				   page_text("first=%s&month=%04d-%02d&%s",
					     first, (int)(month / 12),
					     (int)(month % 12) + 1, more),
				   integer(element(cells, k), "customers"));
		}
	}
	for (size_t k = 1; element(member(j, "mean"), k); k++) {
		const char *mean = element(member(j, "mean"), k);
		const char *which = page_text("age=%zu&%s", k, more);

		check_rows(login, which, integer(mean, "customers"));
		CHECK_INT(integer(get_json(login,
					   page_text("/retention/rows.json?%s",
						     which)),
				  "of"),
			  integer(mean, "of"));
	}
}

static void test_rows(void)
{
	const char *j = get_json("head", "/retention.json");
	const char *repeat = member(j, "repeat");

	check_cells("head", "mode=month");
	check_cells("head", "mode=later");
	check_cells("lea", "mode=later&as_of=2026-08-31");
	for (size_t i = 0; element(repeat, i); i++) {
		const char *row = element(repeat, i);
		int days = (int)integer(row, "days");

		check_rows("head", page_text("repeat=%d", days),
			   integer(row, "again"));
		check_rows("head", page_text("known=%d", days),
			   integer(row, "known"));
	}
	for (size_t i = 0; element(member(j, "curve"), i); i++) {
		const char *row = element(member(j, "curve"), i);

		check_rows("head",
			   page_text("watched=%d", (int)integer(row, "days")),
			   integer(row, "at_risk"));
	}
	check_rows("head", "silent=1", integer(j, "silent"));
	check_rows("head", "", integer(j, "customers"));
}

static void test_words(void)
{
	struct page p = page_get("/retention/rows?silent=1", "head");

	CHECK_PAGE(p, 200, "Regular &lt;b&gt;&amp;&quot;");
	CHECK(!page_has(p, "Regular <b>"));
	CHECK_PAGE(p, 200, "buys every 32 days, silent for 71 days");
	CHECK_PAGE(p, 200, "Open problem");
	CHECK_PAGE(p, 200, "planned for 27 Nov 2026");
	CHECK_PAGE(p, 200, "/followups/new?customer=1&amp;silent=71\"");
	CHECK_PAGE(page_get("/retention", "head"), 200, "0/1");
	CHECK_PAGE(page_get("/retention/rows.csv", "head"), 200,
		   "\"Regular <b>&\"\"\"");
	CHECK_PAGE(page_get("/retention.csv", "anna"), 200,
		   "2026-07,2,1,2026-08,1,0.5");
	/* Other lists do not judge. */
	p = page_get("/retention/rows?first=2026-07", "head");
	CHECK_PAGE(p, 200, "Undone return");
	CHECK(!page_has(p, "silent 71"));
	/* Few cases are counted, and nobody is no rate of 0. */
	p = page_get("/retention", "anna");
	CHECK_PAGE(p, 200, "2 of 4 customers have bought again");
	CHECK_PAGE(p, 200, "nobody is known so long");
	CHECK_PAGE(p, 200, "fewer than 10 customers have been followed");
	CHECK(!page_has(p, "<td class=\"h"));
}

static void test_russian(void)
{
	struct page p = page_get("/retention", "olga");

	CHECK_PAGE(p, 200, "lang=\"ru\"");
	CHECK_PAGE(p, 200, "Кто молчит слишком долго?");
	CHECK(!page_has(p, "customers"));
	p = page_get("/retention/rows?silent=1", "olga");
	CHECK_PAGE(p, 200, "покупает раз в 32 дня, молчит 71 день");
	CHECK_PAGE(p, 200, "27.11.2026");
	CHECK_PAGE(page_get("/retention/rows?repeat=90", "olga"), 200,
		   "Клиенты, купившие снова за 90 дней");
	CHECK_PAGE(page_get("/retention?mode=later", "olga"), 200, "или позже");
}

static void test_addresses(void)
{
	static const char *const bad[] = {
		"/retention?as_of=yesterdayish", "/retention?as_of=2026-02-30",
		"/retention?as_of=2026-11-26",   "/retention?mode=weekly",
		"/retention/rows?first=2026-13", "/retention/rows?month=july",
		"/retention/rows?repeat=0",      "/retention/rows?after=-1",
	};

	for (size_t i = 0; i < COUNT(bad); i++)
		if (!CHECK_INT(page_get(bad[i], "head").status, 422))
			printf("\t%s\n", bad[i]);
	CHECK_INT(page_get("/retention.json?as_of=x", "head").status, 422);
	CHECK_INT(page_get("/retention?unknown=1", "head").status, 200);
	CHECK_PAGE(page_get("/retention", "new"), 200, "Nobody has bought yet");
	CHECK_PAGE(page_get("/retention?as_of=1950-01-01", "head"), 200,
		   "Nobody has bought yet");
	CHECK_INT(integer(get_json("new", "/retention.json"), "customers"), 0);
	CHECK_PAGE(page_get("/retention/rows?silent=1", "new"), 200,
		   "Nobody here");
}

/* ---- the record shop ----------------------------------------------------- */

/* The tools took records given away for purchases; a cent makes them ones. */
static enum err fill_cdnow(struct store *s, void *arg)
{
	struct oracle o;
	int64_t last = 0, id = 0;

	(void)arg;
	if (!oracle_open(&o, "cdnow-sample/cdnowElog.csv"))
		return OK;
	while (oracle_next(&o)) {
		int64_t amount = 0;

		CHECK(money_parse(oracle_text(&o, "sales"), 2, &amount) == OK);
		if (oracle_int(&o, "sampleid") != last) {
			last = oracle_int(&o, "sampleid");
			id = customer(s, page_text("Customer %d", (int)last),
				      "records", NONE);
		}
		buy(s, id, oracle_day(oracle_text(&o, "date")),
		    amount ? amount : 1, NONE);
	}
	return store_error(s);
}

static void check_triangle(void)
{
	const char *classic =
		get_json("head", "/retention.json?as_of=1998-06-30");
	const char *rolling =
		get_json("head", "/retention.json?as_of=1998-06-30&mode=later");
	size_t rows = 0, cells = 0;
	struct oracle o;

	if (!oracle_open(&o, "cdnow-sample/expected/cohort_triangle.csv"))
		return;
	for (; oracle_next(&o); rows++) {
		size_t age = (size_t)oracle_int(&o, "month");
		const char *cohort = oracle_text(&o, "cohort");
		const char *cell = cell_of(classic, cohort, age);
		const char *later = cell_of(rolling, cohort, age);

		if (!CHECK(cell && later))
			continue;
		CHECK_INT(integer(cell, "customers"), oracle_int(&o, "active"));
		CHECK_INT(integer(cell, "of"), oracle_int(&o, "size"));
		oracle_near(number(cell, "share"), true, &o, "classic_rate",
			    1e-9);
		oracle_near(number(cell, "low"), true, &o, "classic_lo", 1e-9);
		oracle_near(number(cell, "high"), true, &o, "classic_hi", 1e-9);
		CHECK(yes(cell, "finished"));
		CHECK_INT(integer(later, "customers"),
			  oracle_int(&o, "rolling"));
		oracle_near(number(later, "share"), true, &o, "rolling_rate",
			    1e-9);
	}
	for (size_t i = 0; element(member(classic, "triangle"), i); i++)
		cells += elements(member(
			element(member(classic, "triangle"), i), "cells"));
	CHECK_INT(cells, rows);
}

static void check_repeats(void)
{
	const char *j = get_json("head", "/retention.json?as_of=1998-06-30");
	struct oracle o;

	if (!oracle_open(&o, "cdnow-sample/expected/repeat_rates.csv"))
		return;
	while (oracle_next(&o)) {
		const char *row =
			oracle_has(&o, "window_days")
				? repeat_of(j, oracle_int(&o, "window_days"))
				: NULL;

		if (!row)
			continue;
		CHECK_INT(integer(row, "again"), oracle_int(&o, "x"));
		CHECK_INT(integer(row, "known"), oracle_int(&o, "n"));
		oracle_near(number(row, "share"), true, &o, "rate", 1e-9);
		oracle_near(number(row, "low"), true, &o, "wilson_lo", 1e-9);
		oracle_near(number(row, "high"), true, &o, "wilson_hi", 1e-9);
	}
	CHECK(o.row >= 5);
}

static void check_curve(void)
{
	const char *j = get_json("head", "/retention.json?as_of=1998-06-30");
	const char *curve = member(j, "curve");
	size_t points = 0;
	struct oracle o;

	if (!oracle_open(
		    &o, "cdnow-sample/expected/km_time_to_second_purchase.csv"))
		return;
	for (; oracle_next(&o); points++) {
		const char *p = find(curve, "days", oracle_text(&o, "time"));

		if (!CHECK(p != NULL))
			continue;
		CHECK_INT(integer(p, "at_risk"), oracle_int(&o, "n_risk"));
		CHECK_NEAR(1 - number(p, "share"), oracle_number(&o, "surv"),
			   1e-9);
		CHECK_NEAR(number(p, "se"), oracle_number(&o, "greenwood_se"),
			   1e-9);
		CHECK_NEAR(1 - number(p, "high"), oracle_number(&o, "lo"),
			   1e-9);
		CHECK_NEAR(1 - number(p, "low"), oracle_number(&o, "hi"), 1e-9);
		CHECK(yes(p, "shown") == (oracle_int(&o, "n_risk") >= 10));
	}
	CHECK_INT(elements(curve), points);
}

/* The list of a cell's customers tells the cell again, and how sure it is. */
static void check_share_of_cell(const char *cell, size_t k)
{
	const char *address = page_text(
		"/retention/rows?as_of=1998-06-30&first=1997-01&age=%zu", k);
	struct page p = page_get(address, "head");
	struct arena *a = page_state.arena;
	int64_t of = integer(cell, "of");

	CHECK_PAGE(p, 200,
		   page_text("customers</b>: %s of %s (95%% interval %s), as",
			     format_rate(a, "en", number(cell, "share"), of),
			     format_count(a, "en", of),
			     format_range(a, "en", number(cell, "low"),
					  number(cell, "high"))));
}

/* What a person reads is what the data say, rounded. */
static void check_page_equals_data(void)
{
	const char *j = get_json("head", "/retention.json?as_of=1998-06-30");
	struct page p = page_get("/retention?as_of=1998-06-30", "head");
	struct arena *a = page_state.arena;
	const char *repeat = member(j, "repeat");

	for (size_t i = 0; element(repeat, i); i++) {
		const char *row = element(repeat, i);

		CHECK_PAGE(p, 200,
			   format_rate(a, "en", number(row, "share"),
				       integer(row, "known")));
		CHECK_PAGE(p, 200,
			   format_range(a, "en", number(row, "low"),
					number(row, "high")));
		CHECK_PAGE(p, 200,
			   page_text(">%s</a>",
				     format_count(a, "en",
						  integer(row, "again"))));
	}
	for (size_t k = 1; k < 16; k++) {
		const char *cell = cell_of(j, "1997-01", k);
		const char *rate = format_rate(a, "en", number(cell, "share"),
					       integer(cell, "of"));

		CHECK_PAGE(
			p, 200,
			page_text("<a href=\"/retention/rows?first=1997-01"
				  "&amp;age=%zu&amp;as_of=1998-06-30\">%.*s"
				  "<span class=\"vh\">%%, %s of %s</span>",
				  k, (int)strcspn(rate, "%"), rate,
				  format_count(a, "en",
					       integer(cell, "customers")),
				  format_count(a, "en", integer(cell, "of"))));
		check_share_of_cell(cell, k);
	}
	CHECK_PAGE(p, 200,
		   page_text(">%s</a>",
			     format_count(a, "en", integer(j, "silent"))));
}

static size_t times(const char *body, const char *part)
{
	size_t n = 0;

	for (; (body = strstr(body, part)) != NULL; body++)
		n++;
	return n;
}

/* 781 customers on 16 pages, each once. */
static void check_pages(void)
{
	const char *address = "/retention/rows?first=1997-01&as_of=1998-06-30";
	const char *link = "href=\"/retention/rows?first=1997-01&amp;after=";
	size_t rows = 0, pages = 0;

	while (address && pages < 20) {
		struct page p = page_get(address, "head");
		const char *next = strstr(p.body, link);

		CHECK_PAGE(p, 200, "<b>781 customers</b>");
		CHECK(times(p.body, "<tr role=\"row\"><th scope=\"row\"") <=
		      50);
		rows += times(p.body, "<tr role=\"row\"><th scope=\"row\"");
		pages++;
		address =
			next ? page_text("/retention/rows?first=1997-01&after="
					 "%lld&as_of=1998-06-30",
					 strtoll(next + strlen(link), NULL, 10))
			     : NULL;
	}
	CHECK_INT(rows, 781);
	CHECK_INT(pages, 16);
	check_rows("head", "repeat=90&as_of=1998-06-30",
		   integer(repeat_of(get_json("head", "/retention.json?as_of="
						      "1998-06-30"),
				     90),
			   "again"));
	check_rows("head", "silent=1&as_of=1998-06-30",
		   integer(get_json("head", "/retention.json?as_of=1998-06-30"),
			   "silent"));
}

/* A dozen are shown, and the rest is a link away. */
static void check_silent_more(void)
{
	const char *j = get_json("head", "/retention.json?as_of=1998-06-30");
	struct page p = page_get("/retention?as_of=1998-06-30", "head");

	CHECK(integer(j, "silent") > 1000);
	CHECK_INT(times(p.body, "class=\"r-n\""), 12);
	CHECK_PAGE(
		p, 200,
		page_text("%s more", format_count(page_state.arena, "en",
						  integer(j, "silent") - 12)));
	/* A segment of thousands has a rhythm of its own. */
	CHECK_INT(elements(member(j, "rhythm")), 2);
}

int main(void)
{
	page_start(&app_retention);
	page_fill(fill, NULL);
	test_what_counts();
	test_past();
	test_rhythm();
	test_order();
	test_scopes();
	test_rows();
	test_words();
	test_russian();
	test_addresses();
	if (oracle_present()) {
		page_fill(fill_cdnow, NULL);
		check_triangle();
		check_repeats();
		check_curve();
		check_page_equals_data();
		check_pages();
		check_silent_more();
	}
	page_stop();
	return check_done();
}
