/* export.c - the retention page as JSON and CSV. */
#include <string.h>

#include "kept.h"
#include "lib/money.h"

static void put_known(struct json *j, const char *key, bool known, double x)
{
	if (known)
		json_number(j, key, x);
	else
		json_null(j, key);
}

static void put_share(struct json *j, struct share s)
{
	put_known(j, "share", s.known, s.rate);
	put_known(j, "low", s.known, s.low);
	put_known(j, "high", s.known, s.high);
}

static void put_cells(struct json *j, const char *key,
		      const struct cohort_cell *cell, size_t months)
{
	json_array(j, key);
	for (size_t k = 0; k < months && cell[k].begun; k++) {
		json_object(j, NULL);
		json_int(j, "age", (int64_t)k);
		json_int(j, "customers", cell[k].people);
		json_int(j, "of", cell[k].of);
		put_share(j, cell[k].share);
		json_bool(j, "finished", cell[k].finished);
		json_end(j);
	}
	json_end(j);
}

static void put_triangle(struct json *j, const struct cohort_triangle *t)
{
	json_array(j, "triangle");
	for (size_t i = 0; i < t->rows; i++) {
		json_object(j, NULL);
		json_month(j, "first", t->row[i].first);
		json_int(j, "size", t->row[i].size);
		put_cells(j, "cells", t->row[i].cell, t->months);
		json_end(j);
	}
	json_end(j);
	put_cells(j, "mean", t->mean, t->months);
}

static void put_repeats(struct json *j, const struct kept *n)
{
	json_array(j, "repeat");
	for (size_t i = 0; i < COUNT(kept_ages); i++) {
		json_object(j, NULL);
		json_int(j, "days", kept_ages[i]);
		json_int(j, "again", n->repeat[i].tally.won);
		json_int(j, "known", n->repeat[i].tally.leads);
		put_share(j, n->repeat[i].share);
		json_end(j);
	}
	json_end(j);
}

static void put_curve(struct json *j, const struct survival_curve *c)
{
	json_array(j, "curve");
	for (size_t i = 0; i < c->n; i++) {
		const struct survival_point *p = &c->point[i];

		json_object(j, NULL);
		json_int(j, "days", p->days);
		json_int(j, "at_risk", p->at_risk);
		json_number(j, "share", p->won);
		put_known(j, "low", p->bounded, p->low);
		put_known(j, "high", p->bounded, p->high);
		json_number(j, "se", p->se);
		json_bool(j, "shown", i < c->shown);
		json_end(j);
	}
	json_end(j);
}

static void put_rhythms(struct json *j, const struct kept *n)
{
	json_array(j, "rhythm");
	for (size_t i = 0; i < n->rhythms; i++) {
		const struct buyers_rhythm *p = &n->rhythm[i];

		json_object(j, NULL);
		json_text(j, "segment", p->segment);
		json_int(j, "customers", p->customers);
		json_int(j, "gaps", p->pool.gaps);
		put_known(j, "mean_ln_days", p->pool.gaps > 0, p->mean);
		put_known(j, "sd_ln_days", p->pool.spare > 0, p->sd);
		put_known(j, "return_by_days", p->returns.known,
			  p->returns.days);
		json_end(j);
	}
	json_end(j);
}

void export_buyer(struct req *r, struct json *j, const struct buyer *b)
{
	json_object(j, NULL);
	json_int(j, "id", b->id);
	json_text(j, "name", b->name);
	json_text(j, "manager", b->manager);
	json_day(j, "first_purchase", b->first_on);
	json_day(j, "last_purchase", b->last_on);
	json_int(j, "purchase_days", b->days);
	json_money(j, "year_revenue", b->year_revenue,
		   money_exponent(r->company.currency));
	json_int(j, "silent_days", b->silent);
	put_known(j, "usual_days", b->usual.known, b->usual.days);
	put_known(j, "threshold_days", b->threshold.known, b->threshold.days);
	json_bool(j, "lost", b->lost);
	json_bool(j, "open_problem", b->problem);
	json_day(j, "next_follow_up", b->next_due);
	json_end(j);
}

enum err export_send(struct req *r, const char *name, const char *ending,
		     const struct buf *b)
{
	const char *type = strcmp(ending, "csv") == 0
				   ? "text/csv; charset=utf-8"
				   : "application/json";

	r->reply.filename = arena_printf(r->arena, "%s.%s", name, ending);
	return req_send(r, type, buf_text(b), buf_length(b));
}

enum err export_json(struct req *r, const struct kept *n)
{
	struct buf *b = buf_new(r->arena);
	struct json *j = json_new(r->arena, b);
	int exponent = money_exponent(r->company.currency);

	json_day(j, "as_of", n->as_of);
	json_text(j, "mode", n->form->mode == OR_LATER ? "later" : "month");
	json_text(j, "currency", r->company.currency);
	json_int(j, "customers", n->customers);
	json_money(j, "year_revenue", n->revenue, exponent);
	json_int(j, "silent", (int64_t)n->silents);
	json_money(j, "silent_year_revenue", n->silent_revenue, exponent);
	put_triangle(j, &n->triangle);
	put_repeats(j, n);
	put_curve(j, &n->curve);
	put_rhythms(j, n);
	json_array(j, "silent_customers");
	for (size_t i = 0; i < n->listed; i++)
		export_buyer(r, j, n->silent[i]);
	json_end(j);
	json_finish(j);
	return export_send(r, "retention", "json", b);
}

struct csv_writer *export_table(struct req *r, struct buf *b,
				const char *const *title, size_t titles)
{
	struct csv_writer *w = csv_writer_new(r->arena, b, ',', false);

	for (size_t i = 0; i < titles; i++)
		csv_put_text(w, title[i]);
	csv_end_row(w);
	return w;
}

enum err export_csv(struct req *r, const struct kept *n)
{
	static const char *const titles[] = {
		"first", "size", "age",  "month",   "customers",
		"share", "low",  "high", "finished"
	};
	const struct cohort_triangle *t = &n->triangle;
	struct buf *b = buf_new(r->arena);
	struct csv_writer *w = export_table(r, b, titles, COUNT(titles));

	for (size_t i = 0; i < t->rows; i++)
		for (size_t k = 0; k < t->months && t->row[i].cell[k].begun;
		     k++) {
			const struct cohort_cell *cell = &t->row[i].cell[k];
			int64_t month = t->row[i].first + (int64_t)k;

			csv_put_text(w, kept_month(r, t->row[i].first));
			csv_put_int(w, t->row[i].size);
			csv_put_int(w, (int64_t)k);
			csv_put_text(w, kept_month(r, month));
			csv_put_int(w, cell->people);
			csv_put_number(w, cell->share.rate, 6);
			csv_put_number(w, cell->share.low, 6);
			csv_put_number(w, cell->share.high, 6);
			csv_put_int(w, cell->finished);
			csv_end_row(w);
		}
	return export_send(r, "retention", "csv", b);
}
