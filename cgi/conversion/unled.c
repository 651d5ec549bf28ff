/* unled.c - /conversion/unled: who became a customer without having been a
 * lead. */
#include "unled.h"

#include "counted.h"
#include "lib/csv.h"
#include "lib/format.h"
#include "lib/json.h"
#include "lib/lang.h"
#include "lib/money.h"
#include "lib/view.h"

enum { SHOWN = 50, DATA_MOST = 50000 };

bool unled_fits(const struct req *r, const struct numbers *n)
{
	bool filtered = false;

	for (size_t i = 0; i < COUNT(n->form->only); i++)
		filtered |= n->form->only[i] != EVERY;
	return r->viewer.read.see == SEE_ALL && !filtered;
}

struct answer *unled_ask(struct req *r, struct period days)
{
	return ask_conversion_unled(
		r->store, (struct conversion_unled_in){ r->viewer.read,
							days.from, days.to });
}

static const char *address(struct req *r, const char *ending,
			   struct period days)
{
	return arena_printf(r->arena, UNLED_PATH "%s?from=%s&to=%s", ending,
			    period_text(r->arena, days.from),
			    period_text(r->arena, days.to - 1));
}

const char *unled_url(struct req *r, struct period days)
{
	return address(r, "", days);
}

/* ---- the rows -------------------------------------------------------------
 */

static struct period days_of(const struct unled_form *f)
{
	return (struct period){ f->from, f->to + 1 };
}

static struct answer *ask_rows(struct req *r, const struct unled_form *f,
			       int64_t most)
{
	bool first = f->after_day == NONE || f->after == NONE;
	struct unled_list_in in = {
		.scope = r->viewer.read,
		.from = f->from,
		.to = f->to + 1,
		.after_day = first ? f->from : f->after_day,
		.after = first ? 0 : f->after,
		.most = most,
	};

	return ask_unled_list(r->store, in);
}

static void show_row(struct view *list, const struct unled_list *c)
{
	struct req *r = view_req(list);
	struct view *v = view_row(list, "ROW");

	view_text(v, "NAME", c->name);
	view_printf(v, "URL", "/followups/customer?id=%lld", (long long)c->id);
	view_text(v, "MANAGER", c->manager);
	view_day(v, "FIRST_DAY", c->first_day);
	view_text(v, "REVENUE",
		  format_money(r->arena, r->language, c->revenue,
			       r->company.currency));
}

/* The first rows, and the way to those after them. */
static void show_rows(struct view *page, const struct unled_form *f,
		      struct answer *a)
{
	struct req *r = view_req(page);
	struct view *list = NULL;
	struct unled_list c, last = { .id = 0 };
	size_t n = 0;

	for (; next_unled_list(a, &c); n++, last = c) {
		if (n == SHOWN) {
			view_printf(view_row(page, "NEXT"), "NEXT_URL",
				    "%s&after_day=%s&after=%lld",
				    unled_url(r, days_of(f)),
				    period_text(r->arena, last.first_day),
				    (long long)last.id);
			break;
		}
		if (!list)
			list = view_row(page, "LIST");
		show_row(list, &c);
	}
	view_if(page, "EMPTY", n == 0);
}

static void show_total(struct view *page, const struct conversion_unled *all)
{
	struct req *r = view_req(page);

	view_printf(page, "TOTAL",
		    lang_plural("%s customer", "%s customers", all->customers),
		    format_count(r->arena, r->language, all->customers));
	view_text(page, "REVENUE_ALL",
		  format_money(r->arena, r->language, all->revenue,
			       r->company.currency));
}

static enum err send_page(struct req *r, const struct unled_form *f)
{
	struct answer *total = unled_ask(r, days_of(f));
	struct answer *rows = ask_rows(r, f, SHOWN + 1);
	struct view *page = view_page(r, "conversion/unled.tpl");
	struct conversion_unled all = { 0, 0 };

	next_conversion_unled(total, &all);
	view_text(page, "TITLE", _("Customers without a lead"));
	view_day(page, "FROM", f->from);
	view_day(page, "TO", f->to);
	show_total(page, &all);
	view_text(page, "CSV_URL", address(r, ".csv", days_of(f)));
	view_text(page, "JSON_URL", address(r, ".json", days_of(f)));
	show_rows(page, f, rows);
	return store_error(r->store) == OK ? view_send(page)
					   : store_error(r->store);
}

/* ---- as data --------------------------------------------------------------
 */

static enum err send_csv(struct req *r, struct answer *rows)
{
	static const char *const heads[] = { "id", "name", "manager",
					     "first_purchase", "revenue" };
	struct buf *b = buf_new(r->arena);
	struct csv_writer *w = csv_writer_new(r->arena, b, ',', false);
	struct unled_list c;

	for (size_t i = 0; i < COUNT(heads); i++)
		csv_put_text(w, heads[i]);
	csv_end_row(w);
	while (next_unled_list(rows, &c)) {
		csv_put_int(w, c.id);
		csv_put_text(w, c.name);
		csv_put_text(w, c.manager);
		csv_put_text(w, period_text(r->arena, c.first_day));
		csv_put_money(w, c.revenue,
			      money_exponent(r->company.currency));
		csv_end_row(w);
	}
	r->reply.filename = "customers-without-a-lead.csv";
	return req_send(r, "text/csv; charset=utf-8", buf_text(b),
			buf_length(b));
}

static enum err send_json(struct req *r, struct answer *rows)
{
	struct buf *b = buf_new(r->arena);
	struct json *j = json_new(r->arena, b);
	struct unled_list c;

	json_text(j, "currency", r->company.currency);
	json_array(j, "customers");
	while (next_unled_list(rows, &c)) {
		json_object(j, NULL);
		json_int(j, "id", c.id);
		json_text(j, "name", c.name);
		json_text(j, "manager", c.manager);
		json_day(j, "first_purchase", c.first_day);
		json_money(j, "revenue", c.revenue,
			   money_exponent(r->company.currency));
		json_end(j);
	}
	json_end(j);
	json_finish(j);
	return req_send(r, "application/json", buf_text(b), buf_length(b));
}

static enum err send_data(struct req *r, const struct unled_form *f)
{
	struct answer *rows = ask_rows(r, f, DATA_MOST);
	enum err e = r->format == CSV ? send_csv(r, rows) : send_json(r, rows);

	return store_error(r->store) == OK ? e : store_error(r->store);
}

enum err unled_send(struct req *r, const struct unled_form *form)
{
	if (r->viewer.read.see != SEE_ALL)
		return ERR_FORBIDDEN;
	return r->format == HTML ? send_page(r, form) : send_data(r, form);
}
