/* pace_data.c - /conversion/pace as CSV and JSON. */
#include "lib/app.h"
#include "lib/csv.h"
#include "lib/json.h"
#include "pace.h"

static bool compared(const struct pace *p)
{
	return period_days(p->before) > 0;
}

enum err pace_csv(struct req *r, const struct pace *p)
{
	static const char *const heads[] = { "day",           "won",
					     "expected",      "expected_low",
					     "expected_high", "previous_won" };
	struct buf *b = buf_new(r->arena);
	struct csv_writer *w = csv_writer_new(r->arena, b, ',', false);

	for (size_t i = 0; i < COUNT(heads); i++)
		csv_put_text(w, heads[i]);
	csv_end_row(w);
	for (int64_t day = 1; day <= p->days; day++) {
		double won = (double)p->won[p->passed];
		const struct forecast *f =
			day > p->passed ? &p->ahead[day - p->passed] : NULL;

		csv_put_text(w, period_text(r->arena, p->numbers.span.now.from +
							      day - 1));
		if (f) {
			csv_put_text(w, "");
			csv_put_number(w, won + f->more, 2);
			csv_put_number(w, won + f->low, 2);
			csv_put_number(w, won + f->high, 2);
		} else {
			csv_put_int(w, p->won[day]);
			for (int i = 0; i < 3; i++)
				csv_put_text(w, "");
		}
		if (compared(p))
			csv_put_int(w, p->won_before[day]);
		else
			csv_put_text(w, "");
		csv_end_row(w);
	}
	r->reply.filename = "conversion-pace.csv";
	return req_send(r, "text/csv; charset=utf-8", buf_text(b),
			buf_length(b));
}

static void json_ahead(struct json *j, const struct pace *p)
{
	const struct forecast *f;
	double won = (double)p->won[p->passed];

	if (p->passed == p->days) {
		json_null(j, "forecast");
		return;
	}
	f = &p->ahead[p->days - p->passed];
	json_object(j, "forecast");
	json_number(j, "won", won + f->more);
	json_number(j, "low", won + f->low);
	json_number(j, "high", won + f->high);
	json_int(j, "open", p->open);
	json_int(j, "beyond", p->beyond);
	json_end(j);
}

static void json_days(struct json *j, const struct pace *p)
{
	json_array(j, "days");
	for (int64_t day = 1; day <= p->days; day++) {
		json_object(j, NULL);
		json_day(j, "day", p->numbers.span.now.from + day - 1);
		json_int(j, "won", day > p->passed ? NONE : p->won[day]);
		json_int(j, "previous_won",
			 compared(p) ? p->won_before[day] : NONE);
		json_end(j);
	}
	json_end(j);
}

enum err pace_json(struct req *r, const struct pace *p)
{
	struct buf *b = buf_new(r->arena);
	struct json *j = json_new(r->arena, b);

	data_head(j, r, &p->numbers, "conversion/pace");
	json_int(j, "days_in_all", p->days);
	json_int(j, "days_passed", p->passed);
	json_int(j, "won", p->won[p->passed]);
	json_ahead(j, p);
	json_int(j, "previous_won",
		 compared(p) ? p->won_before[p->days] : NONE);
	json_int(j, "previous_won_by_then",
		 compared(p) ? p->won_before[p->passed] : NONE);
	json_days(j, p);
	json_finish(j);
	return req_send(r, "application/json", buf_text(b), buf_length(b));
}
