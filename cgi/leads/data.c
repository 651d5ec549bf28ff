/* data.c - the list of leads as CSV and JSON. */
#include "lib/csv.h"
#include "lib/json.h"
#include "lib/money.h"
#include "lib/period.h"
#include "list.h"

static const char *day_or_nothing(struct req *r, int64_t day)
{
	return day == NONE ? "" : period_text(r->arena, day);
}

enum err leads_csv(struct req *r, const struct list *l)
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

enum err leads_json(struct req *r, const struct list *l)
{
	int exponent = money_exponent(r->company.currency);
	struct buf *b = buf_new(r->arena);
	struct json *j = json_new(r->arena, b);

	json_text(j, "page", "leads");
	json_text(j, "state", leads_state(l->form));
	json_day(j, "from", l->form->from);
	json_day(j, "to", l->form->to);
	json_day(j, "closed_from", l->form->closed_from);
	json_day(j, "closed_to", l->form->closed_to);
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
