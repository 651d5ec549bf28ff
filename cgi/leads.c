/* leads.c - /leads: the prospects behind a number, newest first.
 *
 * The addresses come from the numbers of the dashboards: the same days, the
 * same filters and one state, so that the list has as many rows as the number
 * says. */
#include <string.h>

#include "leads/total.h"
#include "lib/app.h"
#include "lib/csv.h"
#include "lib/json.h"
#include "lib/lang.h"
#include "lib/money.h"
#include "lib/period.h"
#include "lib/view.h"

enum {
	PAGE = 50,        /* rows */
	EXPORT = 1000000, /* rows of a CSV or JSON */
};

static const struct word states[] = {
	{ "all", ALL },         { "matured", MATURED }, { "won", WON },
	{ "any_won", ANY_WON }, { "lost", LOST },       { "open", OPEN },
	{ "invalid", INVALID },
};

#define ONLY(member, name)                                                     \
	FIELD_INT(struct form, member, name, 0, INT64_MAX, EVERY,              \
		  .flags = OPTIONAL)

static const struct field fields[] = {
	FIELD_DAY(struct form, from, "from"),
	FIELD_DAY(struct form, to, "to"),
	FIELD_CHOICE(struct form, state, "state", states, ALL),
	ONLY(team, "team"),
	ONLY(person, "person"),
	ONLY(source, "source"),
	ONLY(campaign, "campaign"),
	ONLY(product, "product"),
	FIELD_INT(struct form, horizon, "horizon", 1, 730, 0,
		  .flags = OPTIONAL),
	FIELD_DAY(struct form, as_of, "as_of", .flags = OPTIONAL | TO_TODAY),
	FIELD_DAY(struct form, after_day, "after_day", .flags = OPTIONAL),
	FIELD_ID(struct form, after_id, "after_id", .flags = OPTIONAL),
	FIELD_INT(struct form, before, "before", 0, INT32_MAX, 0,
		  .flags = OPTIONAL),
};

const char *list_state(const struct form *f)
{
	return form_word(states, COUNT(states), f->state);
}

static enum from rows_from(const struct req *r, const struct list *l)
{
	if (r->company.newest_day > l->as_of)
		return RECORDS;
	return r->viewer.read.see == SEE_OWN ? OWN : KEPT;
}

static struct answer *ask_rows(struct req *r, const struct form *f,
			       enum from from, const struct list *l,
			       size_t most)
{
	struct lead_list_in in = {
		.scope = r->viewer.read,
		.from = f->from,
		.to = f->to + 1,
		.as_of = l->as_of,
		.horizon = l->horizon,
		.team = f->team,
		.person = f->person,
		.source = f->source,
		.campaign = f->campaign,
		.product = f->product,
		.state = list_state(f),
		.after_day = f->after_day,
		.after_id = f->after_id,
		.most = (int64_t)most + 1,
	};

	if (from == RECORDS)
		return ask_lead_list(r->store, in);
	return from == KEPT ? ask_lead_list_now(r->store, in)
			    : ask_lead_list_mine(r->store, in);
}

static bool next_row(struct answer *a, enum from from, struct lead_list *row)
{
	if (from == RECORDS)
		return next_lead_list(a, row);
	return from == KEPT ? next_lead_list_now(a, row)
			    : next_lead_list_mine(a, row);
}

static enum err load(struct req *r, const struct form *f, struct list *l)
{
	size_t most = r->format == HTML ? PAGE : EXPORT;
	struct lead_list row;
	struct answer *rows;
	struct total *total;

	*l = (struct list){
		.form = f,
		.horizon = f->horizon ? f->horizon : r->company.horizon_days,
		.as_of = f->as_of == NONE ? r->today : f->as_of,
	};
	l->from = rows_from(r, l);
	total = total_ask(r, l);
	rows = ask_rows(r, f, l->from, l, most);
	l->total = total_read(total);
	while (next_row(rows, l->from, &row)) {
		if (l->n == most) {
			l->more = true;
			continue;
		}
		l->lead = arena_more(r->arena, l->lead, l->n, sizeof(row));
		l->lead[l->n++] = row;
	}
	return store_error(r->store);
}

/* ---- the page ---- */

static const char *which(enum state state)
{
	switch (state) {
	case ALL:
		return _("All valid leads of the period.");
	case MATURED:
		return _("Leads old enough to have had their time to buy.");
	case WON:
		return _("Leads old enough that became customers in time.");
	case ANY_WON:
		return _("Leads that became customers, whenever.");
	case LOST:
		return _("Leads that were lost.");
	case OPEN:
		return _("Leads that are still open.");
	case INVALID:
		return _("Leads marked as invalid: they count nowhere else.");
	}
	BUG_IF(true);
}

static const char *state_name(const char *state)
{
	switch (*state) {
	case 'w':
		return _("won");
	case 'l':
		return _("lost");
	case 'o':
		return _("open");
	default:
		return _("invalid");
	}
}

/* Adds what was typed into some fields. */
static void add_typed(struct buf *b, struct req *r, const char *const *name,
		      size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const char *typed = form_value(r->form, name[i])->typed;

		if (*typed)
			url_add(b, name[i], typed);
	}
}

/* The fields that the numbers of the dashboard are filtered by, too. */
static const char *const filtered[] = { "from",    "to",      "team",
					"person",  "source",  "campaign",
					"product", "horizon", "as_of" };
static const char *const of_list[] = { "state" };

/* The same list: path, and where it goes on after how many (NULL: at its
 * beginning). */
static const char *address(struct req *r, const char *path,
			   const struct lead_list *last, int64_t before)
{
	struct buf *b = buf_new(r->arena);

	buf_printf(b, "%s?", path);
	add_typed(b, r, filtered, COUNT(filtered));
	add_typed(b, r, of_list, COUNT(of_list));
	if (last) {
		url_add(b, "after_day",
			period_text(r->arena, last->created_day));
		url_add(b, "after_id",
			arena_printf(r->arena, "%lld", (long long)last->id));
		url_add(b, "before",
			arena_printf(r->arena, "%lld", (long long)before));
	}
	return buf_text(b);
}

static const char *back_address(struct req *r)
{
	struct buf *b = buf_new(r->arena);

	buf_text_add(b, "/conversion?");
	add_typed(b, r, filtered, COUNT(filtered));
	return buf_text(b);
}

static void show_lead(struct view *list, struct req *r,
		      const struct lead_list *lead)
{
	struct view *row = view_row(list, "LEAD");
	bool closed = lead->end_day != NONE;

	view_text(row, "NAME", lead->name);
	view_text(row, "CAME_ISO", period_text(r->arena, lead->created_day));
	view_day(row, "CAME", lead->created_day);
	view_text(row, "STATE", state_name(lead->state));
	view_text(row, "STATE_CLASS",
		  strcmp(lead->state, "won") == 0       ? "good"
		  : strcmp(lead->state, "invalid") == 0 ? "warn"
							: "");
	view_text(row, "CLOSED",
		  closed ? format_day(r->arena, r->language, lead->end_day)
			 : "");
	view_text(row, "DAYS",
		  closed ? format_count(r->arena, r->language,
					lead->end_day - lead->created_day)
			 : "");
	view_text(row, "OWNER", lead->owner);
	view_text(row, "TEAM", lead->team);
	view_text(row, "SOURCE", lead->source);
	view_text(row, "AMOUNT",
		  lead->amount ? format_money_whole(r->arena, r->language,
						    lead->amount,
						    r->company.currency)
			       : "");
}

/* "51–100 of 155", "" for none. */
static const char *place_of(struct req *r, const struct list *l)
{
	int64_t before = l->form->before;

	if (l->n == 0)
		return "";
	return arena_printf(
		r->arena, _("%s–%s of %s"),
		format_count(r->arena, r->language, before + 1),
		format_count(r->arena, r->language, before + (int64_t)l->n),
		format_count(r->arena, r->language, l->total));
}

static enum err show_page(struct req *r, const struct list *l)
{
	const struct form *f = l->form;
	struct view *page = view_page(r, "leads.tpl");
	struct view *list = NULL;

	view_text(page, "TITLE", _("Leads"));
	view_printf(page, "HEADLINE", _("Leads from %s to %s"),
		    format_day(r->arena, r->language, f->from),
		    format_day(r->arena, r->language, f->to));
	view_printf(page, "FINDING",
		    lang_plural("%s lead.", "%s leads.", l->total),
		    format_count(r->arena, r->language, l->total));
	view_text(page, "WHICH", which((enum state)f->state));
	view_text(page, "BACK_URL", back_address(r));
	view_text(page, "CSV_URL", address(r, "/leads.csv", NULL, 0));
	view_text(page, "JSON_URL", address(r, "/leads.json", NULL, 0));
	view_if(page, "EMPTY", l->n == 0);
	if (l->n)
		list = view_row(page, "LIST");
	for (size_t i = 0; i < l->n; i++)
		show_lead(list, r, &l->lead[i]);
	view_text(page, "PLACE", place_of(r, l));
	if (l->more)
		view_text(view_row(page, "MORE"), "MORE_URL",
			  address(r, "/leads", &l->lead[l->n - 1],
				  f->before + (int64_t)l->n));
	return view_send(page);
}

/* ---- data ---- */

static const char *day_or_nothing(struct req *r, int64_t day)
{
	return day == NONE ? "" : period_text(r->arena, day);
}

static enum err send_csv(struct req *r, const struct list *l)
{
	static const char *const heads[] = {
		"id",    "name", "created", "state",         "closed",
		"owner", "team", "source",  "first_purchase"
	};
	int exponent = money_exponent(r->company.currency);
	struct buf *b = buf_new(r->arena);
	struct csv_writer *w = csv_writer_new(r->arena, b, ',', false);

	for (size_t i = 0; i < COUNT(heads); i++)
		csv_put_text(w, heads[i]);
	csv_end_row(w);
	for (size_t i = 0; i < l->n; i++) {
		const struct lead_list *lead = &l->lead[i];

		csv_put_int(w, lead->id);
		csv_put_text(w, lead->name);
		csv_put_text(w, period_text(r->arena, lead->created_day));
		csv_put_text(w, lead->state);
		csv_put_text(w, day_or_nothing(r, lead->end_day));
		csv_put_text(w, lead->owner);
		csv_put_text(w, lead->team);
		csv_put_text(w, lead->source);
		csv_put_money(w, lead->amount, exponent);
		csv_end_row(w);
	}
	r->reply.filename = "leads.csv";
	return req_send(r, "text/csv; charset=utf-8", buf_text(b),
			buf_length(b));
}

static enum err send_json(struct req *r, const struct list *l)
{
	int exponent = money_exponent(r->company.currency);
	struct buf *b = buf_new(r->arena);
	struct json *j = json_new(r->arena, b);

	json_text(j, "page", "leads");
	json_text(j, "state", list_state(l->form));
	json_day(j, "from", l->form->from);
	json_day(j, "to", l->form->to);
	json_day(j, "as_of", l->as_of);
	json_int(j, "horizon_days", l->horizon);
	json_text(j, "currency", r->company.currency);
	json_int(j, "total", l->total);
	json_bool(j, "cut", l->more);
	json_array(j, "leads");
	for (size_t i = 0; i < l->n; i++) {
		const struct lead_list *lead = &l->lead[i];

		json_object(j, NULL);
		json_int(j, "id", lead->id);
		json_text(j, "name", lead->name);
		json_day(j, "created", lead->created_day);
		json_text(j, "state", lead->state);
		json_day(j, "closed", lead->end_day);
		json_text(j, "owner", lead->owner);
		json_text(j, "team", lead->team);
		json_text(j, "source", lead->source);
		json_money(j, "first_purchase", lead->amount, exponent);
		json_end(j);
	}
	json_end(j);
	json_finish(j);
	return req_send(r, "application/json", buf_text(b), buf_length(b));
}

static enum err leads(struct req *r, const void *form)
{
	struct list l;
	enum err e = load(r, form, &l);

	if (e != OK)
		return e;
	switch (r->format) {
	case HTML:
		return show_page(r, &l);
	case CSV:
		return send_csv(r, &l);
	case JSON:
		return send_json(r, &l);
	}
	BUG_IF(true);
}

static const struct route routes[] = {
	{ GET, "/leads", SIGNED_IN, FORM(struct form, fields), leads, NULL,
	  WITH_DATA },
};

const struct app app_leads = { "leads", routes, COUNT(routes),
			       .writes = false };
