/* fair_data.c - /conversion/fair as CSV and JSON. */
#include "fair.h"
#include "lib/app.h"
#include "lib/csv.h"
#include "lib/json.h"

static void csv_number(struct csv_writer *w, bool known, double x)
{
	if (known)
		csv_put_number(w, x, 6);
	else
		csv_put_text(w, "");
}

static void csv_group(struct csv_writer *w, const struct fair_group *g)
{
	const struct mix *m = &g->mix;
	struct difference d = m->against.from_rest;

	csv_put_text(w, g->name);
	csv_put_int(w, m->counts.leads);
	csv_put_int(w, m->counts.won);
	csv_number(w, true, m->expected);
	csv_number(w, m->rate_known, m->rate);
	csv_number(w, d.known, d.by);
	csv_number(w, d.known, d.low);
	csv_number(w, d.known, d.high);
	csv_number(w, d.known, m->against.p);
	csv_number(w, d.known, m->against.q);
	csv_put_text(w, data_verdict(m->against.verdict));
	csv_end_row(w);
}

enum err fair_csv(struct req *r, const struct fair *f)
{
	static const char *const heads[] = {
		"matured",         "won",        "expected_won",
		"even_conversion", "difference", "difference_low",
		"difference_high", "p",          "q",
		"verdict",
	};
	struct buf *b = buf_new(r->arena);
	struct csv_writer *w = csv_writer_new(r->arena, b, ',', false);

	csv_put_text(w, numbers_by[f->numbers.by].name);
	for (size_t i = 0; i < COUNT(heads); i++)
		csv_put_text(w, heads[i]);
	csv_end_row(w);
	for (size_t i = 0; i < f->n; i++)
		csv_group(w, &f->group[i]);
	r->reply.filename = "conversion-fair.csv";
	return req_send(r, "text/csv; charset=utf-8", buf_text(b),
			buf_length(b));
}

static void json_group(struct json *j, struct req *r,
		       const struct fair_group *g)
{
	const struct mix *m = &g->mix;

	json_object(j, NULL);
	json_int(j, "id", g->id ? g->id : NONE);
	json_text(j, "name", g->name);
	json_int(j, "matured", m->counts.leads);
	json_int(j, "won", m->counts.won);
	json_number(j, "expected_won", m->expected);
	data_number(j, "even_conversion", m->rate_known, m->rate);
	data_number(j, "weight", m->weight > 0, m->weight);
	data_difference(j, "difference", m->against.from_rest, r->arena);
	data_number(j, "p", m->against.from_rest.known, m->against.p);
	data_number(j, "q", m->against.from_rest.known, m->against.q);
	data_number(j, "probability_better", m->against.from_rest.known,
		    m->against.better);
	json_text(j, "verdict", data_verdict(m->against.verdict));
	json_end(j);
}

enum err fair_json(struct req *r, const struct fair *f)
{
	struct buf *b = buf_new(r->arena);
	struct json *j = json_new(r->arena, b);

	data_head(j, r, &f->numbers, "conversion/fair");
	json_text(j, "kinds", f->numbers.by == BY_SOURCE ? "team" : "source");
	json_int(j, "matured", f->all.leads);
	json_int(j, "won", f->all.won);
	json_array(j, "groups");
	for (size_t i = 0; i < f->n; i++)
		json_group(j, r, &f->group[i]);
	json_end(j);
	json_finish(j);
	return req_send(r, "application/json", buf_text(b), buf_length(b));
}
