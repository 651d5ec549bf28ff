/* people.c - the customers behind a number of the retention page. */
#include "people.h"

#include "lib/lang.h"
#include "lib/money.h"
#include "lib/period.h"

enum {
	ROWS_PAGE = 50,
	ROWS_MOST = 50000, /* in a file */
};

static int64_t read_month(struct req *r, const char *name, const char *text)
{
	int64_t day;

	if (!*text)
		return NONE;
	if (period_parse(arena_printf(r->arena, "%s-01", text), &day) == OK)
		return period_month(day);
	form_refuse(r->form, name,
		    N_("Give a month as year and month, for instance "
		       "2026-01."));
	return NONE;
}

bool people_share(const struct people_form *f)
{
	return (f->first != NONE && f->month != NONE) || f->age != NONE ||
	       f->repeat != NONE;
}

/* So many months after the month of a cohort is a month. */
static void settle_month(struct people_form *f)
{
	if (f->first == NONE || f->age == NONE)
		return;
	f->month = f->first + f->age;
	f->age = NONE;
}

static enum err load_rows(struct req *r, const struct people_form *f,
			  struct people *rows)
{
	size_t most = r->format == HTML ? ROWS_PAGE : ROWS_MOST;

	*rows = (struct people){ .form = *f, .of = NONE };
	rows->form.first = read_month(r, "first", f->first_text);
	rows->form.month = read_month(r, "month", f->month_text);
	if (r->form->n_messages)
		return ERR_INPUT;
	settle_month(&rows->form);
	rows->as_of = kept_day(r, f->base.as_of);
	rows->whole = kept_whole(r, rows->as_of, f->base.mode);
	return kept_summed(r, rows->as_of) ? people_kept(r, rows, most)
					   : people_counted(r, rows, most);
}

static const char *title_of_month(struct req *r, const struct people_form *f)
{
	const char *first, *month;
	bool later = f->base.mode == OR_LATER;

	if (f->month == NONE)
		return arena_printf(
			r->arena, _("Customers who first bought in %s"),
			format_month(r->arena, r->language, f->first));
	month = format_month(r->arena, r->language, f->month);
	if (f->first == NONE)
		return arena_printf(r->arena,
				    later ? _("Customers who bought in %s or "
					      "later")
					  : _("Customers who bought in %s"),
				    month);
	first = format_month(r->arena, r->language, f->first);
	return arena_printf(
		r->arena,
		later ? _("Customers who first bought in %s and again in %s "
			  "or later")
		      : _("Customers who first bought in %s and again in %s"),
		first, month);
}

static const char *title_of_age(struct req *r, const struct people_form *f)
{
	const char *age = kept_count(r, f->age);

	if (f->base.mode == OR_LATER)
		return arena_printf(
			r->arena,
			lang_plural("Customers who bought %s month after the "
				    "first purchase or later",
				    "Customers who bought %s months after the "
				    "first purchase or later",
				    f->age),
			age);
	return arena_printf(
		r->arena,
		lang_plural("Customers who bought %s month after the first "
			    "purchase",
			    "Customers who bought %s months after the first "
			    "purchase",
			    f->age),
		age);
}

static const char *title_of_days(struct req *r, const struct people_form *f)
{
	if (f->repeat != NONE)
		return arena_printf(
			r->arena,
			lang_plural("Customers who bought again within %s day",
				    "Customers who bought again within %s days",
				    f->repeat),
			kept_count(r, f->repeat));
	if (f->watched != NONE)
		return arena_printf(
			r->arena,
			lang_plural("Customers followed for %s day who had "
				    "not bought again before",
				    "Customers followed for %s days who had "
				    "not bought again before",
				    f->watched),
			kept_count(r, f->watched));
	return arena_printf(
		r->arena,
		lang_plural("Customers who first bought %s day ago or earlier",
			    "Customers who first bought %s days ago or earlier",
			    f->known),
		kept_count(r, f->known));
}

static const char *rows_title(struct req *r, const struct people_form *f)
{
	if (f->silent)
		return _("Customers silent for longer than usual");
	if (f->first != NONE || f->month != NONE)
		return title_of_month(r, f);
	if (f->age != NONE)
		return title_of_age(r, f);
	if (f->repeat != NONE || f->watched != NONE || f->known != NONE)
		return title_of_days(r, f);
	return _("All customers");
}

/* This list in another place or format; after: an id, 0 from the start. */
static const char *rows_here(struct req *r, const struct people_form *f,
			     const char *path, int64_t after)
{
	const struct {
		const char *name;
		int64_t value;
	} numbers[] = { { "age", f->age },
			{ "known", f->known },
			{ "repeat", f->repeat },
			{ "watched", f->watched },
			{ "silent", f->silent ? 1 : NONE },
			{ "after", after ? after : NONE } };
	struct buf *b = buf_new(r->arena);

	if (f->first != NONE)
		url_add(b, "first", kept_month(r, f->first));
	if (f->month != NONE)
		url_add(b, "month", kept_month(r, f->month));
	for (size_t i = 0; i < COUNT(numbers); i++)
		if (numbers[i].value != NONE)
			url_add(b, numbers[i].name,
				arena_printf(r->arena, "%lld",
					     (long long)numbers[i].value));
	return kept_address(r, &f->base, path, buf_text(b));
}

static int64_t next_after(const struct people *rows)
{
	if (!rows->more)
		return NONE;
	return rows->form.silent ? rows->before + (int64_t)rows->n
				 : rows->list[rows->n - 1]->id;
}

/* "51–100 of 155", "" for none. */
static const char *place_of(struct req *r, int64_t before, size_t n,
			    int64_t total)
{
	if (n == 0)
		return "";
	return arena_printf(
		r->arena, _("%s–%s of %s"), kept_count(r, before + 1),
		kept_count(r, before + (int64_t)n), kept_count(r, total));
}

/* "21.3% of 7,061 (95% interval 20.4–22.3%)". */
static void show_share(struct view *page, const struct people *rows)
{
	struct req *r = view_req(page);
	const char *rate, *range;
	struct share share;

	if (rows->of == NONE || rows->of < COUNTS_ONLY)
		return;
	share = rate_share(rows->total, rows->of);
	rate = format_rate(r->arena, r->language, share.rate, rows->of);
	range = format_range(r->arena, r->language, share.low, share.high);
	view_text(view_row(page, "SHARE"), "SHARE_TEXT",
		  arena_printf(r->arena, _("%s of %s (95%% interval %s)"), rate,
			       kept_count(r, rows->of), range));
}

static enum err send_rows_page(struct req *r, const struct people *rows)
{
	struct view *page = view_page(r, "retention/people.tpl");
	const struct people_form *f = &rows->form;
	const char *path = "/retention/rows";
	struct view *list;

	view_text(page, "TITLE", rows_title(r, f));
	view_text(page, "TOTAL",
		  arena_printf(r->arena,
			       lang_plural("%s customer", "%s customers",
					   rows->total),
			       kept_count(r, rows->total)));
	show_share(page, rows);
	view_day(page, "AS_OF", rows->as_of);
	view_text(page, "BACK_URL",
		  kept_address(r, &f->base, "/retention", ""));
	view_text(page, "CSV_URL", rows_here(r, f, "/retention/rows.csv", 0));
	view_text(page, "JSON_URL", rows_here(r, f, "/retention/rows.json", 0));
	view_if(page, "EMPTY", rows->n == 0);
	list = rows->n ? view_row(page, "LIST") : NULL;
	for (size_t i = 0; i < rows->n; i++)
		board_buyer(view_row(list, "ROW"), rows->list[i]);
	view_text(page, "PLACE",
		  place_of(r, rows->before, rows->n, rows->total));
	if (f->after)
		view_text(view_row(page, "FROM_START"), "START_URL",
			  rows_here(r, f, path, 0));
	if (rows->more)
		view_text(view_row(page, "NEXT"), "NEXT_URL",
			  rows_here(r, f, path, next_after(rows)));
	return view_send(page);
}

static enum err send_rows_json(struct req *r, const struct people *rows)
{
	struct buf *b = buf_new(r->arena);
	struct json *j = json_new(r->arena, b);

	json_day(j, "as_of", rows->as_of);
	json_text(j, "currency", r->company.currency);
	json_int(j, "total", rows->total);
	json_int(j, "of", rows->of);
	json_array(j, "customers");
	for (size_t i = 0; i < rows->n; i++)
		export_buyer(r, j, rows->list[i]);
	json_end(j);
	json_int(j, "next_after", next_after(rows));
	json_finish(j);
	return export_send(r, "retention-customers", "json", b);
}

static void put_csv_days(struct csv_writer *w, struct rhythm_days d)
{
	if (d.known)
		csv_put_number(w, d.days, 1);
	else
		csv_put_int(w, NONE);
}

static void put_csv_day(struct req *r, struct csv_writer *w, int64_t day)
{
	csv_put_text(w, day == NONE ? "" : period_text(r->arena, day));
}

static enum err send_rows_csv(struct req *r, const struct people *rows)
{
	static const char *const titles[] = {
		"id",
		"name",
		"manager",
		"first_purchase",
		"last_purchase",
		"purchase_days",
		"year_revenue",
		"silent_days",
		"usual_days",
		"threshold_days",
		"open_problem",
		"next_follow_up",
	};
	struct buf *b = buf_new(r->arena);
	struct csv_writer *w = export_table(r, b, titles, COUNT(titles));

	for (size_t i = 0; i < rows->n; i++) {
		const struct buyer *buyer = rows->list[i];

		csv_put_int(w, buyer->id);
		csv_put_text(w, buyer->name);
		csv_put_text(w, buyer->manager);
		put_csv_day(r, w, buyer->first_on);
		put_csv_day(r, w, buyer->last_on);
		csv_put_int(w, buyer->days);
		csv_put_money(w, buyer->year_revenue,
			      money_exponent(r->company.currency));
		csv_put_int(w, buyer->silent);
		put_csv_days(w, buyer->usual);
		put_csv_days(w, buyer->threshold);
		csv_put_int(w, buyer->problem);
		put_csv_day(r, w, buyer->next_due);
		csv_end_row(w);
	}
	if (rows->more) {
		csv_put_text(w, arena_printf(r->arena,
					     _("There are more: add after=%lld "
					       "to the address."),
					     (long long)next_after(rows)));
		csv_end_row(w);
	}
	return export_send(r, "retention-customers", "csv", b);
}

enum err people_send(struct req *r, const struct people_form *form)
{
	struct people rows;
	enum err e = load_rows(r, form, &rows);

	if (e == ERR_INPUT)
		return view_refusal(r);
	if (e != OK)
		return e;
	switch (r->format) {
	case CSV:
		return send_rows_csv(r, &rows);
	case JSON:
		return send_rows_json(r, &rows);
	case HTML:
		return send_rows_page(r, &rows);
	}
	BUG_IF(true);
}
