/* losses_data.c - /conversion/losses as CSV and JSON. */
#include "lib/app.h"
#include "lib/csv.h"
#include "lib/json.h"
#include "losses.h"

enum err losses_csv(struct req *r, const struct losses *l)
{
	static const char *const heads[] = { "reason",     "lost",
					     "share",      "share_low",
					     "share_high", "previous_lost" };
	struct buf *b = buf_new(r->arena);
	struct csv_writer *w = csv_writer_new(r->arena, b, ',', false);

	for (size_t i = 0; i < COUNT(heads); i++)
		csv_put_text(w, heads[i]);
	csv_end_row(w);
	for (size_t i = 0; i < l->n; i++) {
		const struct loss *a = &l->loss[i];

		csv_put_text(w, a->reason ? a->name : "");
		csv_put_int(w, a->lost);
		csv_put_number(w, a->share.rate, 6);
		csv_put_number(w, a->share.low, 6);
		csv_put_number(w, a->share.high, 6);
		csv_put_int(w, a->before);
		csv_end_row(w);
	}
	r->reply.filename = "conversion-losses.csv";
	return req_send(r, "text/csv; charset=utf-8", buf_text(b),
			buf_length(b));
}

static void json_loss(struct json *j, struct req *r, const struct loss *a)
{
	json_object(j, NULL);
	json_int(j, "id", a->reason ? a->reason : NONE);
	json_text(j, "reason", a->reason ? a->name : "");
	json_int(j, "lost", a->lost);
	data_number(j, "share", a->share.known, a->share.rate);
	data_number(j, "share_low", a->share.known, a->share.low);
	data_number(j, "share_high", a->share.known, a->share.high);
	json_int(j, "previous_lost", a->before);
	data_difference(j, "change", a->change, r->arena);
	data_number(j, "q", a->change.known, a->q);
	json_end(j);
}

enum err losses_json(struct req *r, const struct losses *l)
{
	struct buf *b = buf_new(r->arena);
	struct json *j = json_new(r->arena, b);

	data_head(j, r, &l->numbers, "conversion/losses");
	json_int(j, "lost", l->lost);
	json_int(j, "won", l->won);
	data_number(j, "win_rate", l->win_rate.known, l->win_rate.rate);
	data_number(j, "win_rate_low", l->win_rate.known, l->win_rate.low);
	data_number(j, "win_rate_high", l->win_rate.known, l->win_rate.high);
	data_difference(j, "change", l->rate_change, r->arena);
	json_int(j, "previous_lost", l->lost_before);
	json_int(j, "previous_won", l->won_before);
	json_int(j, "matured", l->matured);
	json_array(j, "reasons");
	for (size_t i = 0; i < l->n; i++)
		json_loss(j, r, &l->loss[i]);
	json_end(j);
	json_finish(j);
	return req_send(r, "application/json", buf_text(b), buf_length(b));
}
