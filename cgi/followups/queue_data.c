/* queue_data.c - the queue of problems as CSV and JSON. */
#include "lib/csv.h"
#include "lib/json.h"
#include "list.h"
#include "problems.h"

static void csv_row_of(struct req *r, struct csv_writer *w,
		       const struct problem_open *p)
{
	csv_put_int(w, p->id);
	csv_put_text(w, p->what);
	csv_put_text(w, p->customer);
	csv_put_int(w, p->customer_id);
	csv_put_text(w, p->owner);
	csv_put_text(w, p->cause);
	list_csv_day(r, w, p->from_day);
	list_csv_day(r, w, p->due_day);
	list_csv_day(r, w, p->till_day);
	csv_end_row(w);
}

enum err problems_csv(struct req *r, const struct problems *p)
{
	static const char *const heads[] = {
		"id",    "problem", "customer", "customer_id", "owner",
		"cause", "opened",  "due",      "solved",
	};
	struct buf *b = buf_new(r->arena);
	struct csv_writer *w = csv_writer_new(r->arena, b, ',', false);

	for (size_t i = 0; i < COUNT(heads); i++)
		csv_put_text(w, heads[i]);
	csv_end_row(w);
	for (size_t i = 0; i < p->n; i++)
		csv_row_of(r, w, &p->row[i]);
	r->reply.filename = "problems.csv";
	return req_send(r, "text/csv; charset=utf-8", buf_text(b),
			buf_length(b));
}

static void json_row_of(struct json *j, const struct problem_open *p)
{
	json_object(j, NULL);
	json_int(j, "id", p->id);
	json_text(j, "problem", p->what);
	json_text(j, "customer", p->customer);
	json_int(j, "customer_id", p->customer_id);
	json_text(j, "owner", p->owner);
	json_text(j, "cause", p->cause);
	json_day(j, "opened", p->from_day);
	json_day(j, "due", p->due_day);
	json_day(j, "solved", p->till_day);
	json_end(j);
}

enum err problems_json(struct req *r, const struct problems *p)
{
	struct buf *b = buf_new(r->arena);
	struct json *j = json_new(r->arena, b);

	json_day(j, "as_of", r->today);
	json_text(j, "state",
		  form_word(problems_states, COUNT(problems_states),
			    p->ask->state));
	json_int(j, "open", p->counts.n);
	json_int(j, "late", p->counts.late);
	json_array(j, "problems");
	for (size_t i = 0; i < p->n; i++)
		json_row_of(j, &p->row[i]);
	json_end(j);
	json_finish(j);
	return req_send(r, "application/json", buf_text(b), buf_length(b));
}
