/* funnel_data.c - /conversion/funnel as CSV and JSON. */
#include "funnel.h"
#include "lib/app.h"
#include "lib/csv.h"
#include "lib/json.h"

enum err funnel_csv(struct req *r, const struct funnel *f)
{
	struct buf *b = buf_new(r->arena);
	struct csv_writer *w = csv_writer_new(r->arena, b, ',', false);

	csv_put_text(w, numbers_by[f->numbers.by].name);
	for (size_t k = 0; k < f->bars; k++)
		csv_put_text(w, f->bar[k].name);
	csv_put_text(w, "contacted");
	csv_put_text(w, "median_hours_to_contact");
	csv_put_text(w, "waiting");
	csv_end_row(w);
	for (size_t i = 0; i < f->n; i++) {
		const struct funnel_row *row = &f->row[i];

		csv_put_text(w, row->group->name);
		for (size_t k = 0; k < f->bars; k++)
			csv_put_int(w, row->reached[k]);
		csv_put_int(w, row->contact.in_time);
		if (row->contact.median.known)
			csv_put_int(w, row->contact.median.days);
		else
			csv_put_text(w, "");
		csv_put_int(w, row->contact.waiting);
		csv_end_row(w);
	}
	r->reply.filename = "conversion-funnel.csv";
	return req_send(r, "text/csv; charset=utf-8", buf_text(b),
			buf_length(b));
}

static void json_bar(struct json *j, struct req *r, const struct bar *bar)
{
	json_object(j, NULL);
	json_int(j, "id", bar->id > 0 ? bar->id : NONE);
	json_text(j, "name", bar->name);
	json_int(j, "reached", bar->reached);
	data_number(j, "of_all", bar->of_all.known, bar->of_all.rate);
	data_number(j, "of_all_low", bar->of_all.known, bar->of_all.low);
	data_number(j, "of_all_high", bar->of_all.known, bar->of_all.high);
	data_number(j, "rate", bar->rate.known, bar->rate.rate);
	data_number(j, "rate_low", bar->rate.known, bar->rate.low);
	data_number(j, "rate_high", bar->rate.known, bar->rate.high);
	json_int(j, "previous_reached", bar->before);
	data_difference(j, "change", bar->change, r->arena);
	data_number(j, "q", bar->change.known, bar->q);
	json_end(j);
}

static void json_contact(struct json *j, const struct contact *c)
{
	json_int(j, "prospects", c->prospects);
	json_int(j, "contacted", c->in_time);
	json_int(j, "waiting", c->waiting);
	json_int(j, "median_hours_to_contact",
		 c->median.known ? c->median.days : NONE);
	json_int(j, "median_hours_low",
		 c->median.low_known ? c->median.low : NONE);
	json_int(j, "median_hours_high",
		 c->median.high_known ? c->median.high : NONE);
}

static void json_row(struct json *j, const struct funnel *f,
		     const struct funnel_row *row)
{
	json_object(j, NULL);
	json_int(j, "id", row->group->id ? row->group->id : NONE);
	json_text(j, "name", row->group->name);
	json_array(j, "reached");
	for (size_t k = 0; k < f->bars; k++)
		json_int(j, NULL, row->reached[k]);
	json_end(j);
	json_contact(j, &row->contact);
	json_end(j);
}

enum err funnel_json(struct req *r, const struct funnel *f)
{
	struct buf *b = buf_new(r->arena);
	struct json *j = json_new(r->arena, b);

	data_head(j, r, &f->numbers, "conversion/funnel");
	json_contact(j, &f->numbers.contacts->all);
	json_array(j, "steps");
	for (size_t i = 0; i < f->bars; i++)
		json_bar(j, r, &f->bar[i]);
	json_end(j);
	json_array(j, "groups");
	for (size_t i = 0; i < f->n; i++)
		json_row(j, f, &f->row[i]);
	json_end(j);
	json_finish(j);
	return req_send(r, "application/json", buf_text(b), buf_length(b));
}
