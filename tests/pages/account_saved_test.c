/* account_saved_test.c - views: kept under a name, shared by managers. */
#include "page.h"

extern const struct app app_account;

#define PATH "/account/views"

static enum err fill(struct store *s, void *arg)
{
	int64_t team = page_team(s, "North");

	(void)arg;
	page_company(s, NULL);
	page_person(s, "hank", "head", 0);
	page_person(s, "lea", "lead", team);
	page_person(s, "ann", "rep", team);
	page_person(s, "vera", "viewer", 0);
	return store_error(s);
}

static struct page save(const char *login, const char *fields)
{
	return page_post(PATH, login, fields);
}

/* What a person finds, and whose. */
struct found {
	int64_t person, n, id; /* id: of the last of their own */
	const char *names;
};

static enum err look(struct store *s, void *arg)
{
	struct found *f = arg;
	struct saved_all_in in = { f->person, 1000 };
	struct answer *a = ask_saved_all(s, in);
	struct saved_all row;

	f->names = "";
	while (next_saved_all(a, &row)) {
		f->n++;
		if (row.mine)
			f->id = row.id;
		f->names = page_text("%s%s%s;", f->names, row.name,
				     row.mine ? "" : " of another");
	}
	return store_error(s);
}

static struct found found(int64_t person)
{
	struct found f = { .person = person };

	page_fill(look, &f);
	return f;
}

enum { HANK = 1, LEA, ANN, VERA };

static void a_view_is_saved(void)
{
	static const char to[] = "/conversion?period=quarter&group=source";
	struct page p = page_get(PATH "?to=/conversion%3Fperiod%3Dquarter"
				      "%26group%3Dsource",
				 "ann");

	CHECK_PAGE(p, 200,
		   "name=\"to\" value=\"/conversion?period=quarter&amp;"
		   "group=source\"");
	CHECK(page_has(p, "No view is saved yet."));
	CHECK(!page_has(p, "name=\"shared\""));
	p = save("ann", "name=By+source&to=/conversion%3Fperiod%3Dquarter"
			"%26group%3Dsource");
	CHECK_INT(p.status, 303);
	CHECK_TEXT(p.location, to);
	p = page_get(PATH, "ann");
	CHECK_PAGE(p, 200,
		   "<a href=\"/conversion?period=quarter&amp;group=source\">"
		   "<bdi>By source</bdi></a>");
	CHECK(!page_has(p, "Save a view"));
	CHECK_TEXT(found(ANN).names, "By source;");
	CHECK_TEXT(found(LEA).names, "");
}

static void one_of_the_same_name_gives_way(void)
{
	CHECK_INT(save("ann", "name=BY+SOURCE&to=/leads").status, 303);
	CHECK_TEXT(found(ANN).names, "BY SOURCE;");
	CHECK(page_has(page_get(PATH, "ann"),
		       "<a href=\"/leads\"><bdi>BY SOURCE"));
	CHECK_INT(save("vera", "name=By+source&to=/leads").status, 303);
	CHECK_TEXT(found(ANN).names, "BY SOURCE;");
}

static void managers_share(void)
{
	struct page p = page_get(PATH "?to=/retention", "lea");

	CHECK(page_has(p, "name=\"shared\""));
	CHECK_INT(save("lea", "name=%3Cb%3E&to=/retention&shared=1").status,
		  303);
	CHECK_INT(save("hank", "name=Losses&to=/conversion/losses").status,
		  303);
	CHECK_TEXT(found(ANN).names, "BY SOURCE;<b> of another;");
	p = page_get(PATH, "ann");
	CHECK_PAGE(p, 200, "&lt;b&gt;</bdi></a>");
	CHECK(page_has(p, "<bdi>lea</bdi>"));
	CHECK(!page_has(p, "Remove “&lt;b&gt;”"));
	CHECK(page_has(page_get(PATH, "lea"), "Remove “&lt;b&gt;”"));
	CHECK_INT(save("ann", "name=Mine&to=/leads&shared=1").status, 403);
	CHECK_INT(save("vera", "name=Mine&to=/leads&shared=1").status, 403);
	CHECK_INT(found(ANN).n, 2);
}

static void bad_ones_lose_nothing(void)
{
	struct page p = save("lea", "name=&to=/leads%3Fq%3Dx&shared=1");

	CHECK_PAGE(p, 422, "Give the view a name.");
	CHECK(page_has(p, "name=\"to\" value=\"/leads?q=x\""));
	CHECK(page_has(p, "value=\"1\" checked"));
	p = save("ann", "name=Evil&to=//evil.example/");
	CHECK_PAGE(p, 422, "This is no page that can be saved.");
	CHECK(!page_has(p, "evil.example"));
	CHECK_PAGE(save("ann", "name=Evil&to=javascript%3Aalert(1)"), 422,
		   "This is no page that can be saved.");
	CHECK(!page_has(page_get(PATH "?to=//evil.example/", "ann"),
			"Save a view"));
	CHECK_INT(found(ANN).n, 2);
}

/* A typed space comes as a plus. */
static void what_can_be_saved(void)
{
	struct page p =
		page_get(PATH "?to=/leads%3Fq%3Danna%2Ba%40b.c,d", "ann");

	CHECK_PAGE(p, 200, "name=\"to\" value=\"/leads?q=anna+a@b.c,d\"");
	CHECK(page_has(p, "Its days move on with the calendar."));
	p = page_get(PATH "?to=/leads%3Ffrom%3D2026-01-01", "ann");
	CHECK_PAGE(p, 200, "Its days stay.");
	CHECK(!page_has(p, "Its days move on"));
	p = page_get(PATH "?to=//evil.example/", "ann");
	CHECK_PAGE(p, 200, "The page you come from cannot be saved.");
	CHECK(!page_has(page_get(PATH "?to=/account/views", "ann"),
			"Save a view"));
	CHECK_INT(save("ann", "name=Out&to=/account/out").status, 422);
}

static const char *id_of(int64_t id)
{
	return page_text("id=%lld", (long long)id);
}

static void what_is_removed_can_be_saved_again(void)
{
	int64_t hers = found(VERA).id;
	struct page p = page_post(PATH "/remove", "ann", id_of(hers));

	CHECK_INT(p.status, 404);
	CHECK_TEXT(found(VERA).names, "By source;<b> of another;");
	p = page_post(PATH "/remove", "vera", id_of(hers));
	CHECK_INT(p.status, 303);
	CHECK_TEXT(found(VERA).names, "<b> of another;");
	p = page_get(p.location, "vera");
	CHECK_PAGE(p, 200,
		   "name=\"name\" type=\"text\" autocomplete=\"off\" "
		   "value=\"By source\"");
	CHECK(page_has(p, "name=\"to\" value=\"/leads\""));
	CHECK_INT(page_post(PATH "/remove", "vera", id_of(hers)).status, 404);
}

static enum err fill_many(struct store *s, void *arg)
{
	(void)arg;
	for (int i = 0; i < 99; i++) {
		const char *name = page_text("view %d", i);

		run_saved_set(s,
			      (struct saved_set_in){ ANN, name, name, "/leads",
						     0, PAGE_NOW });
	}
	return store_error(s);
}

static void there_is_an_end(void)
{
	page_fill(fill_many, NULL);
	CHECK_PAGE(save("ann", "name=One+more&to=/leads"), 422,
		   "You have saved 100 views.");
	CHECK_INT(save("ann", "name=View+7&to=/retention").status, 303);
}

int main(void)
{
	page_start(&app_account);
	page_fill(fill, NULL);
	a_view_is_saved();
	one_of_the_same_name_gives_way();
	managers_share();
	bad_ones_lose_nothing();
	what_can_be_saved();
	what_is_removed_can_be_saved_again();
	there_is_an_end();
	page_stop();
	return check_done();
}
