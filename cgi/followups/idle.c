/* idle.c - customers without a next step: /followups/idle, and a few of them.
 */
#include "idle.h"

#include "customers.h"
#include "desk.h"
#include "lib/csv.h"
#include "lib/format.h"
#include "lib/json.h"
#include "lib/lang.h"
#include "lib/money.h"
#include "lib/period.h"
#include "windows.h"

enum { SHOWN = 50, DATA_MOST = 50000 };

static void show_one(struct view *v, const struct customer_idle *c)
{
	struct req *r = view_req(v);

	view_text(v, "NAME", c->name);
	view_text(v, "URL", customers_page(r, c->id));
	view_text(v, "LAST", list_day(r, c->last_day));
	view_text(v, "UNTIL", list_day(r, c->rank));
	view_text(v, "REVENUE", list_money(r, c->revenue));
	view_text(v, "PROBLEM", desk_on(c->problem));
	if (r->viewer.writes)
		view_printf(view_row(v, "PLAN"), "PLAN_URL",
			    DESK_NEW "?customer=%lld", (long long)c->id);
}

static int64_t person_of(const struct req *r, const struct idle_ask *q)
{
	return q->person == NONE ? r->viewer.id : q->person;
}

static struct answer *ask(struct req *r, const struct idle_ask *q, int64_t most)
{
	bool first = q->rank == NONE || q->after == NONE;
	struct customer_idle_in in = {
		.scope = r->viewer.read,
		.as_of = r->today,
		.person = person_of(r, q),
		.year_from = period_add_months(r->today, -12),
		.rank = first ? 0 : q->rank,
		.after = first ? 0 : q->after,
		.most = most,
	};

	return ask_customer_idle(r->store, in);
}

static void show_links(struct view *page, const struct idle_ask *q)
{
	long long id = (long long)person_of(view_req(page), q);

	view_printf(page, "CSV_URL", IDLE_PATH ".csv?person=%lld", id);
	view_printf(page, "JSON_URL", IDLE_PATH ".json?person=%lld", id);
}

/* The first rows, and the way to those after them. */
static void show_rows(struct view *page, const struct idle_ask *q,
		      struct answer *a)
{
	struct view *list = NULL;
	struct customer_idle c, last = { .id = 0 };
	size_t n = 0;

	for (; next_customer_idle(a, &c) && n < SHOWN; n++, last = c) {
		if (!list)
			list = view_row(page, "LIST");
		show_one(view_row(list, "CUSTOMER"), &c);
	}
	view_if(page, "EMPTY", n == 0);
	if (n == SHOWN && c.id != last.id)
		view_printf(view_row(page, "MORE"), "MORE_URL",
			    IDLE_PATH "?person=%lld&rank=%lld&after=%lld",
			    (long long)person_of(view_req(page), q),
			    (long long)last.rank, (long long)last.id);
}

static enum err send_page(struct req *r, const struct idle_ask *q)
{
	struct answer *a = ask(r, q, SHOWN + 1);
	struct answer *windows = windows_ask(r);
	struct view *page = view_page(r, "followups/idle.tpl");

	view_text(page, "TITLE", _("Customers without a next step"));
	show_links(page, q);
	show_rows(page, q, a);
	view_text(page, "WINDOWS", windows_text(r, windows));
	return store_error(r->store) == OK ? view_send(page)
					   : store_error(r->store);
}

/* ---- a few below the follow-ups -------------------------------------------
 */

struct idle_few idle_few_ask(struct req *r, int64_t person)
{
	struct idle_few few = { .person = person };
	struct idle_ask first = { person, NONE, NONE };
	int64_t month = period_month(r->today);
	struct person_live_in in = {
		.person = person,
		.as_of = r->today,
		.month_till = period_month_end(month),
		.month = month,
	};

	if (person == 0)
		return few;
	few.live = ask_person_live(r->store, in);
	few.rows = ask(r, &first, IDLE_FEW);
	return few;
}

void idle_few_read(struct idle_few *few)
{
	struct person_live live = { 0 };
	struct customer_idle row;

	if (!few->live)
		return;
	while (next_person_live(few->live, &live))
		few->n = live.idle;
	while (next_customer_idle(few->rows, &row))
		few->row[few->shown++] = row;
}

void idle_few_show(struct view *page, const struct idle_few *few)
{
	struct view *v, *more;
	int64_t hidden = few->n - (int64_t)few->shown;

	if (few->shown == 0)
		return;
	v = view_row(page, "IDLE");
	view_count(v, "IDLE_COUNT", few->n);
	for (size_t i = 0; i < few->shown; i++)
		show_one(view_row(v, "IDLE_ROW"), &few->row[i]);
	if (hidden <= 0)
		return;
	more = view_row(v, "IDLE_MORE");
	view_printf(more, "IDLE_URL", IDLE_PATH "?person=%lld",
		    (long long)few->person);
	view_printf(more, "IDLE_TEXT",
		    lang_plural("and %lld more", "and %lld more", hidden),
		    (long long)hidden);
}

/* ---- the list as a download -----------------------------------------------
 */

static enum err send_csv(struct req *r, struct answer *a)
{
	static const char *const heads[] = { "id",
					     "name",
					     "last_purchase",
					     "active_until",
					     "revenue_12_months",
					     "open_problem" };
	struct buf *b = buf_new(r->arena);
	struct csv_writer *w = csv_writer_new(r->arena, b, ',', false);
	struct customer_idle c;

	for (size_t i = 0; i < COUNT(heads); i++)
		csv_put_text(w, heads[i]);
	csv_end_row(w);
	while (next_customer_idle(a, &c)) {
		csv_put_int(w, c.id);
		csv_put_text(w, c.name);
		csv_put_text(w, period_text(r->arena, c.last_day));
		csv_put_text(w, period_text(r->arena, c.rank));
		csv_put_money(w, c.revenue,
			      money_exponent(r->company.currency));
		csv_put_int(w, c.problem);
		csv_end_row(w);
	}
	r->reply.filename = "no-next-step.csv";
	return req_send(r, "text/csv; charset=utf-8", buf_text(b),
			buf_length(b));
}

static enum err send_json(struct req *r, struct answer *a)
{
	struct buf *b = buf_new(r->arena);
	struct json *j = json_new(r->arena, b);
	struct customer_idle c;

	json_day(j, "as_of", r->today);
	json_text(j, "currency", r->company.currency);
	json_array(j, "customers");
	while (next_customer_idle(a, &c)) {
		json_object(j, NULL);
		json_int(j, "id", c.id);
		json_text(j, "name", c.name);
		json_day(j, "last_purchase", c.last_day);
		json_day(j, "active_until", c.rank);
		json_money(j, "revenue_12_months", c.revenue,
			   money_exponent(r->company.currency));
		json_bool(j, "open_problem", c.problem);
		json_end(j);
	}
	json_end(j);
	json_finish(j);
	return req_send(r, "application/json", buf_text(b), buf_length(b));
}

static enum err send_data(struct req *r, const struct idle_ask *q)
{
	struct answer *a = ask(r, q, DATA_MOST);
	enum err e = r->format == CSV ? send_csv(r, a) : send_json(r, a);

	return store_error(r->store) == OK ? e : store_error(r->store);
}

enum err idle_list(struct req *r, const void *form)
{
	return r->format == HTML ? send_page(r, form) : send_data(r, form);
}
