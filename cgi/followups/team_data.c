/* team_data.c - the work of a team as CSV and JSON: counts, not shares. */
#include "lib/csv.h"
#include "lib/json.h"
#include "lib/period.h"
#include "team.h"

enum { NUMBERS = 11 };

static const char *const heads[NUMBERS] = {
	"open",          "overdue",     "due",          "on_time",
	"new_customers", "met_in_time", "tries",        "reached",
	"unhappy",       "customers",   "no_next_step",
};

/* In the order of heads. */
static void numbers_of(const struct work *w, int64_t number[NUMBERS])
{
	const int64_t all[NUMBERS] = {
		w->due.open,       w->due.overdue,    w->done.due,
		w->done.on_time,   w->done.new,       w->done.met,
		w->done.tries,     w->done.reached,   w->done.unhappy,
		w->customers.live, w->customers.idle,
	};

	for (size_t i = 0; i < NUMBERS; i++)
		number[i] = all[i];
}

enum err team_csv(struct req *r, const struct all_work *w)
{
	struct buf *b = buf_new(r->arena);
	struct csv_writer *csv = csv_writer_new(r->arena, b, ',', false);
	int64_t number[NUMBERS];

	csv_put_text(csv, "id");
	csv_put_text(csv, "name");
	for (size_t i = 0; i < NUMBERS; i++)
		csv_put_text(csv, heads[i]);
	csv_end_row(csv);
	for (size_t k = 0; k < w->n; k++) {
		numbers_of(&w->person[k], number);
		csv_put_int(csv, w->person[k].due.id);
		csv_put_text(csv, w->person[k].due.name);
		for (size_t i = 0; i < NUMBERS; i++)
			csv_put_int(csv, number[i]);
		csv_end_row(csv);
	}
	r->reply.filename = "team.csv";
	return req_send(r, "text/csv; charset=utf-8", buf_text(b),
			buf_length(b));
}

static void json_numbers(struct json *j, const struct work *w)
{
	int64_t number[NUMBERS];

	numbers_of(w, number);
	for (size_t i = 0; i < NUMBERS; i++)
		json_int(j, heads[i], number[i]);
}

enum err team_json(struct req *r, const struct all_work *w)
{
	struct buf *b = buf_new(r->arena);
	struct json *j = json_new(r->arena, b);

	json_day(j, "from", r->today - w->days);
	json_day(j, "to", r->today - 1);
	json_int(j, "team", w->team);
	json_numbers(j, &w->all);
	json_array(j, "people");
	for (size_t i = 0; i < w->n; i++) {
		json_object(j, NULL);
		json_int(j, "id", w->person[i].due.id);
		json_text(j, "name", w->person[i].due.name);
		json_numbers(j, &w->person[i]);
		json_end(j);
	}
	json_end(j);
	json_finish(j);
	return req_send(r, "application/json", buf_text(b), buf_length(b));
}
