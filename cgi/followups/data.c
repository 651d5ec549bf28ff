/* data.c - the list of follow-ups as CSV and JSON. */
#include "lib/csv.h"
#include "lib/json.h"
#include "lib/money.h"
#include "lib/period.h"
#include "list.h"
#include "plan.h"

int64_t list_days_late(const struct req *r, int64_t due_day)
{
	return due_day < r->today ? r->today - due_day : 0;
}

void list_csv_day(struct req *r, struct csv_writer *w, int64_t day)
{
	csv_put_text(w, day == NONE ? "" : period_text(r->arena, day));
}

static const char *repeats_word(const struct followup_list *f)
{
	return form_word(plan_repeats, COUNT(plan_repeats), f->repeats);
}

static void csv_row_of(struct req *r, struct csv_writer *w, const char *group,
		       const struct followup_list *f)
{
	csv_put_int(w, f->id);
	csv_put_text(w, group);
	list_csv_day(r, w, f->due_day);
	list_csv_day(r, w, f->first_due_day);
	csv_put_int(w, list_days_late(r, f->due_day));
	csv_put_int(w, f->snoozes);
	csv_put_text(w, repeats_word(f));
	csv_put_text(w, f->customer);
	csv_put_int(w, f->customer_id);
	csv_put_text(w, f->owner);
	csv_put_int(w, f->owner_id);
	csv_put_text(w, f->kind);
	csv_put_text(w, f->cause);
	csv_put_text(w, f->subject);
	csv_put_money(w, f->year_revenue, money_exponent(r->company.currency));
	csv_put_int(w, f->purchases);
	list_csv_day(r, w, f->first_purchase);
	list_csv_day(r, w, f->last_purchase);
	list_csv_day(r, w, f->last_contact);
	csv_put_text(w, f->last_outcome);
	csv_put_int(w, f->problem);
	csv_put_int(w, f->do_not_contact);
	csv_end_row(w);
}

enum err list_csv(struct req *r, const struct list *l)
{
	static const char *const heads[] = {
		"id",
		"group",
		"due",
		"first_due",
		"days_late",
		"snoozes",
		"repeats",
		"customer",
		"customer_id",
		"owner",
		"owner_id",
		"kind",
		"cause",
		"subject",
		"revenue_12_months",
		"purchases",
		"first_purchase",
		"last_purchase",
		"last_contact",
		"last_outcome",
		"open_problem",
		"do_not_contact",
	};
	struct buf *b = buf_new(r->arena);
	struct csv_writer *w = csv_writer_new(r->arena, b, ',', false);

	for (size_t i = 0; i < COUNT(heads); i++)
		csv_put_text(w, heads[i]);
	csv_end_row(w);
	for (size_t i = 0; i < COUNT(l->group); i++)
		for (size_t k = 0; k < l->group[i].n; k++)
			csv_row_of(r, w, l->group[i].word, &l->group[i].row[k]);
	r->reply.filename = "followups.csv";
	return req_send(r, "text/csv; charset=utf-8", buf_text(b),
			buf_length(b));
}

static void json_row_of(struct req *r, struct json *j, const char *group,
			const struct followup_list *f)
{
	json_object(j, NULL);
	json_int(j, "id", f->id);
	json_text(j, "group", group);
	json_day(j, "due", f->due_day);
	json_day(j, "first_due", f->first_due_day);
	json_int(j, "days_late", list_days_late(r, f->due_day));
	json_int(j, "snoozes", f->snoozes);
	json_text(j, "repeats", repeats_word(f));
	json_text(j, "customer", f->customer);
	json_int(j, "customer_id", f->customer_id);
	json_text(j, "owner", f->owner);
	json_int(j, "owner_id", f->owner_id);
	json_text(j, "kind", f->kind);
	json_text(j, "cause", f->cause);
	json_text(j, "subject", f->subject);
	json_money(j, "revenue_12_months", f->year_revenue,
		   money_exponent(r->company.currency));
	json_int(j, "purchases", f->purchases);
	json_day(j, "first_purchase", f->first_purchase);
	json_day(j, "last_purchase", f->last_purchase);
	json_day(j, "last_contact", f->last_contact);
	json_text(j, "last_outcome", f->last_outcome);
	json_bool(j, "open_problem", f->problem);
	json_bool(j, "do_not_contact", f->do_not_contact);
	json_end(j);
}

enum err list_json(struct req *r, const struct list *l)
{
	struct buf *b = buf_new(r->arena);
	struct json *j = json_new(r->arena, b);

	json_day(j, "as_of", r->today);
	json_text(j, "who", form_word(list_who, COUNT(list_who), l->show.who));
	json_text(j, "currency", r->company.currency);
	json_int(j, "overdue", l->group[OVERDUE].count);
	json_int(j, "today", l->group[TODAY].count);
	json_int(j, "next_7_days", l->group[WEEK].count);
	json_int(j, "later", l->group[LATER].count);
	json_money(j, "stake", l->stake, money_exponent(r->company.currency));
	json_int(j, "done_today", l->done_today);
	json_array(j, "followups");
	for (size_t i = 0; i < COUNT(l->group); i++)
		for (size_t k = 0; k < l->group[i].n; k++)
			json_row_of(r, j, l->group[i].word,
				    &l->group[i].row[k]);
	json_end(j);
	json_finish(j);
	return req_send(r, "application/json", buf_text(b), buf_length(b));
}
