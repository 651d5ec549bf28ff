/* kept.c - reads what the retention page shows, and makes its addresses. */
#include "kept.h"

#include <math.h>
#include <string.h>

#include "lib/format.h"
#include "lib/lang.h"
#include "lib/period.h"
#include "queries.h"

/* Months after which "or later" has had its time. */
enum { LATER_EDGE = 2 };

const struct word kept_modes[2] = { { "month", IN_MONTH },
				    { "later", OR_LATER } };

const int64_t kept_ages[KEPT_AGES] = { 30, 60, 90, 180, 365 };

/* ---- reading ------------------------------------------------------------- */

int64_t kept_day(const struct req *r, int64_t as_of)
{
	return as_of == NONE ? r->today : as_of;
}

/* The last month that is over, for today is not; "or later" waits longer. */
int64_t kept_whole(const struct req *r, int64_t as_of, enum mode mode)
{
	int64_t over = as_of < r->today ? as_of : r->today - 1;
	int64_t month = period_month(over + 1) - 1;

	return mode == OR_LATER ? month - LATER_EDGE : month;
}

static bool sees_all(const struct req *r)
{
	return r->viewer.read.see == SEE_ALL;
}

void kept_days(struct req *r, struct buyers *b)
{
	struct customer_days_in in = { r->viewer.read, b->as_of };
	struct answer *a = sees_all(r) ? ask_customer_days(r->store, in)
				       : ask_customer_days_some(r->store, in);
	struct customer_days row;

	while (next_customer_days(a, &row))
		buyers_day(b, row.customer_id, row.day);
}

static void read_value(struct buyers *b, const struct customer_values *row)
{
	struct buyer *buyer = buyers_find(b, row->id);

	if (!buyer)
		return; /* everything was paid back */
	buyer->name = row->name;
	buyer->segment = row->segment;
	buyer->manager = row->manager;
	buyer->contract_end = row->contract_end_day;
	buyer->year_revenue = row->year_revenue;
	buyer->next_due = row->next_due;
	buyer->problem = row->problem;
	buyer->do_not_contact = row->do_not_contact;
}

/* What buyers with ids from first to last are worth, and what is planned. */
void kept_values(struct req *r, struct buyers *b, int64_t first, int64_t last)
{
	struct customer_values_in in = {
		.scope = r->viewer.read,
		.as_of = b->as_of,
		.year_from = period_add_months(b->as_of, -12),
		.first_id = first,
		.last_id = last,
	};
	struct answer *a = sees_all(r) ? ask_customer_values(r->store, in)
				       : ask_customer_values_some(r->store, in);
	struct customer_values row;

	while (next_customer_values(a, &row))
		read_value(b, &row);
}

static void find_silent(struct kept *n, struct buyers *b, size_t most)
{
	n->rhythms = buyers_judge(b, &n->rhythm);
	n->silents = buyers_silent(b, &n->silent);
	n->listed = n->silents < most ? n->silents : most;
	for (size_t i = 0; i < n->silents; i++)
		n->silent_revenue += n->silent[i]->year_revenue;
}

/* From the purchase days of every customer in sight. */
static enum err load_days(struct req *r, struct kept *n, size_t most)
{
	struct buyers b = buyers_new(r->arena, n->as_of);

	kept_days(r, &b);
	kept_values(r, &b, 0, INT64_MAX);
	n->customers = (int64_t)b.n;
	for (size_t i = 0; i < b.n; i++)
		n->revenue += b.buyer[i].year_revenue;
	n->triangle = buyers_triangle(&b, n->form->mode == OR_LATER, n->whole);
	for (size_t i = 0; i < COUNT(kept_ages); i++) {
		struct tally t = buyers_repeat(&b, kept_ages[i]);

		n->repeat[i] = (struct repeat){ t, rate_share(t.won, t.leads) };
	}
	n->curve = buyers_curve(&b);
	find_silent(n, &b, most);
	return store_error(r->store);
}

bool kept_summed(const struct req *r, int64_t as_of)
{
	return r->viewer.read.see == SEE_ALL && r->company.newest_day <= as_of;
}

enum err kept_load(struct req *r, const struct form *f, size_t most,
		   struct kept *n)
{
	*n = (struct kept){ .form = f };
	n->as_of = kept_day(r, f->as_of);
	n->whole = kept_whole(r, n->as_of, f->mode);
	if (kept_summed(r, n->as_of))
		return summed_load(r, n, most);
	return load_days(r, n, most);
}

/* ---- addresses ----------------------------------------------------------- */

/* The same day and way of counting, on another page. */
const char *kept_address(struct req *r, const struct form *f, const char *path,
			 const char *condition)
{
	struct buf *b = buf_new(r->arena);

	buf_printf(b, "%s?%s", path, condition);
	if (f->as_of != NONE)
		url_add(b, "as_of", period_text(r->arena, f->as_of));
	if (f->mode == OR_LATER)
		url_add(b, "mode", "later");
	/* No question mark stays without a question. */
	return arena_strndup(r->arena, buf_text(b),
			     buf_length(b) -
				     (buf_text(b)[buf_length(b) - 1] == '?'));
}

const char *kept_month(struct req *r, int64_t month)
{
	const char *day = period_text(r->arena, period_month_start(month));

	return arena_strndup(r->arena, day, strlen("2026-01"));
}

const char *kept_rows(struct req *r, const struct form *f, const char *name,
		      int64_t value)
{
	return kept_address(
		r, f, "/retention/rows",
		arena_printf(r->arena, "%s=%lld", name, (long long)value));
}

/* ---- words --------------------------------------------------------------- */

const char *kept_count(struct req *r, int64_t n)
{
	return format_count(r->arena, r->language, n);
}

const char *kept_about(struct req *r, double days)
{
	return kept_count(r, llround(days));
}

/* "410 of 2,357" */
const char *kept_of(struct req *r, int64_t k, int64_t n)
{
	return arena_printf(r->arena, _("%s of %s"), kept_count(r, k),
			    kept_count(r, n));
}
