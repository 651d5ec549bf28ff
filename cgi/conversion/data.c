/* data.c - the conversion page as CSV and JSON. */
#include <math.h>

#include "contacts.h"
#include "lib/app.h"
#include "lib/csv.h"
#include "lib/json.h"
#include "lib/lang.h"
#include "lib/money.h"
#include "numbers.h"
#include "targets.h"

const char *data_verdict(enum verdict v)
{
	static const char *const words[] = {
		[VERDICT_NO_DATA] = "no data",
		[VERDICT_FEW] = "few",
		[VERDICT_BETTER] = "better",
		[VERDICT_WORSE] = "worse",
		[VERDICT_PERHAPS_BETTER] = "perhaps better",
		[VERDICT_PERHAPS_WORSE] = "perhaps worse",
		[VERDICT_NO_DIFFERENCE] = "no visible difference",
	};

	return words[v];
}

/* ---- CSV --------------------------------------------------------------- */

static void csv_share(struct csv_writer *w, struct share s)
{
	if (!s.known) {
		csv_put_text(w, "");
		csv_put_text(w, "");
		csv_put_text(w, "");
		return;
	}
	csv_put_number(w, s.rate, 6);
	csv_put_number(w, s.low, 6);
	csv_put_number(w, s.high, 6);
}

static void csv_group(struct csv_writer *w, const struct group *t,
		      const struct numbers *n, int exponent)
{
	csv_put_text(w, t->name);
	csv_put_int(w, t->prospects);
	csv_put_int(w, t->excluded);
	csv_put_int(w, t->matured);
	csv_put_int(w, t->won);
	csv_share(w, t->conversion);
	if (n->spends)
		csv_put_money(w, llround(t->cost), exponent);
	else
		csv_put_text(w, "");
	if (n->spends && t->cost_per_win.known)
		csv_put_money(w, t->cost_per_win.each, exponent);
	else
		csv_put_text(w, "");
	csv_put_money(w, t->revenue, exponent);
	csv_put_text(w,
		     t == &n->now->all ? "" : data_verdict(t->against.verdict));
	csv_end_row(w);
}

enum err data_csv(struct req *r, const struct numbers *n)
{
	static const char *const heads[] = {
		"prospects",    "excluded",       "matured",         "won",
		"conversion",   "conversion_low", "conversion_high", "spend",
		"cost_per_win", "revenue",        "verdict",
	};
	int exponent = money_exponent(r->company.currency);
	struct buf *b = buf_new(r->arena);
	struct csv_writer *w = csv_writer_new(r->arena, b, ',', false);

	csv_put_text(w, numbers_by[n->by].name);
	for (size_t i = 0; i < COUNT(heads); i++)
		csv_put_text(w, heads[i]);
	csv_end_row(w);
	for (size_t i = 0; i < n->now->n; i++)
		csv_group(w, &n->now->group[i], n, exponent);
	n->now->all.name = words_all(n->by);
	csv_group(w, &n->now->all, n, exponent);
	r->reply.filename = "conversion.csv";
	return req_send(r, "text/csv; charset=utf-8", buf_text(b),
			buf_length(b));
}

/* ---- JSON -------------------------------------------------------------- */

void data_number(struct json *j, const char *key, bool known, double x)
{
	if (known)
		json_number(j, key, x);
	else
		json_null(j, key);
}

static void json_cents(struct json *j, const char *key, bool known, int64_t x,
		       int exponent)
{
	if (known)
		json_money(j, key, x, exponent);
	else
		json_null(j, key);
}

static void json_counts(struct json *j, const struct group *t)
{
	json_int(j, "prospects", t->prospects);
	json_int(j, "excluded", t->excluded);
	json_int(j, "matured", t->matured);
	json_int(j, "won", t->won);
	json_int(j, "won_any", t->won_any);
	json_int(j, "lost", t->lost);
	json_int(j, "open", t->open);
	data_number(j, "conversion", t->conversion.known, t->conversion.rate);
	data_number(j, "conversion_low", t->conversion.known,
		    t->conversion.low);
	data_number(j, "conversion_high", t->conversion.known,
		    t->conversion.high);
	data_number(j, "estimate", t->estimate.estimable, t->estimate.rate);
	data_number(j, "estimate_low",
		    t->estimate.estimable && t->estimate.bounded,
		    t->estimate.low);
	data_number(j, "estimate_high",
		    t->estimate.estimable && t->estimate.bounded,
		    t->estimate.high);
	data_number(j, "leads_per_win", t->per_win.known, t->per_win.leads);
	data_number(j, "leads_per_win_low", t->per_win.known, t->per_win.low);
	data_number(j, "leads_per_win_high", t->per_win.known, t->per_win.high);
	json_int(j, "median_days_to_win",
		 t->time_to_win.known ? t->time_to_win.days : NONE);
}

static void json_wait(struct json *j, struct contact c)
{
	json_int(j, "waiting_for_contact", c.waiting);
	json_int(j, "median_hours_to_contact",
		 c.median.known ? c.median.days : NONE);
}

static void json_target(struct json *j, double target)
{
	data_number(j, "target", target > 0, target);
}

static void json_costs(struct json *j, const struct group *t, bool spends,
		       int exponent)
{
	bool known = spends && t->cost_per_win.known;

	json_cents(j, "spend", spends, llround(t->cost), exponent);
	json_cents(j, "cost_per_prospect", spends && t->matured,
		   t->matured ? llround(t->cost / (double)t->matured) : 0,
		   exponent);
	json_cents(j, "cost_per_win", known, t->cost_per_win.each, exponent);
	json_cents(j, "cost_per_win_low", known, t->cost_per_win.low, exponent);
	json_cents(j, "cost_per_win_high", known, t->cost_per_win.high,
		   exponent);
	json_money(j, "revenue", t->revenue, exponent);
	json_cents(j, "revenue_per_prospect", t->matured > 0,
		   t->matured ? llround((double)t->revenue / (double)t->matured)
			      : 0,
		   exponent);
}

void data_difference(struct json *j, const char *name, struct difference d,
		     struct arena *a)
{
	data_number(j, name, d.known, d.by);
	data_number(j, arena_printf(a, "%s_low", name), d.known, d.low);
	data_number(j, arena_printf(a, "%s_high", name), d.known, d.high);
}

static void json_against(struct json *j, struct req *r, const struct group *t)
{
	const struct many_row *a = &t->against;

	data_difference(j, "difference", a->from_rest, r->arena);
	data_number(j, "p", a->from_rest.known, a->p);
	data_number(j, "q", a->from_rest.known, a->q);
	data_number(j, "probability_better", a->from_rest.known, a->better);
	json_int(j, "needed", a->needed);
	json_text(j, "verdict", data_verdict(a->verdict));
	data_number(j, "shrunk", t->shrunk.known, t->shrunk.rate);
	data_number(j, "shrunk_low", t->shrunk.known, t->shrunk.low);
	data_number(j, "shrunk_high", t->shrunk.known, t->shrunk.high);
}

static void json_before(struct json *j, const struct group *old)
{
	if (!old) {
		json_null(j, "previous");
		return;
	}
	json_object(j, "previous");
	json_counts(j, old);
	json_end(j);
}

static void json_team(struct json *j, struct req *r, const struct numbers *n,
		      size_t i, int exponent)
{
	const struct group *t = &n->now->group[i];

	json_object(j, NULL);
	json_int(j, "id", t->id ? t->id : NONE);
	json_text(j, "name", t->name);
	json_counts(j, t);
	json_wait(j, contacts_of(n->contacts, t->id));
	json_target(j, targets_of(n, t->id));
	json_costs(j, t, n->spends, exponent);
	json_against(j, r, t);
	if (n->before) {
		json_before(j, groups_find(n->before, t->id));
		data_difference(j, "change", n->changed[i], r->arena);
		json_bool(j, "change_clear",
			  numbers_clear(n->changed[i], n->change_q[i]) != 0);
	}
	json_end(j);
}

static const char *mark_word(enum control_mark mark)
{
	static const char *const words[] = {
		[CONTROL_FINE] = "",
		[CONTROL_BEYOND] = "beyond",
		[CONTROL_IN_A_ROW] = "in a row",
	};

	return words[mark];
}

/* limits: those of chance are known. */
static void json_bins(struct json *j, const char *key, const struct bin *bin,
		      size_t bins, bool limits)
{
	json_array(j, key);
	for (size_t i = 0; i < bins; i++) {
		const struct bin *b = &bin[i];

		json_object(j, NULL);
		json_day(j, "from", b->days.from);
		json_day(j, "to", b->days.to - 1);
		json_bool(j, "part", b->part);
		json_int(j, "prospects", b->prospects);
		json_int(j, "matured", b->matured);
		json_int(j, "won", b->won);
		data_number(j, "conversion", b->share.known, b->share.rate);
		data_number(j, "conversion_low", b->share.known, b->share.low);
		data_number(j, "conversion_high", b->share.known,
			    b->share.high);
		data_number(j, "limit_low", limits && b->matured,
			    b->limits.low);
		data_number(j, "limit_high", limits && b->matured,
			    b->limits.high);
		json_text(j, "mark", mark_word(b->mark));
		json_end(j);
	}
	json_end(j);
}

static void json_moved(struct json *j, const struct moved *m)
{
	json_object(j, NULL);
	json_int(j, "id", m->id ? m->id : NONE);
	json_text(j, "name", m->name);
	json_int(j, "matured_before", m->counts.before.leads);
	json_int(j, "won_before", m->counts.before.won);
	json_int(j, "matured", m->counts.now.leads);
	json_int(j, "won", m->counts.now.won);
	json_number(j, "mix", m->part.mix);
	json_number(j, "rate", m->part.rate);
	json_end(j);
}

/* The two groups that were asked for. */
static void json_pair(struct json *j, struct req *r, const struct pair *p)
{
	if (!p->a || !p->b) {
		json_null(j, "pair");
		return;
	}
	json_object(j, "pair");
	json_text(j, "a", p->a->name);
	json_text(j, "b", p->b->name);
	data_difference(j, "difference", p->row.from_rest, r->arena);
	data_number(j, "p", p->row.from_rest.known, p->row.p);
	json_int(j, "needed", p->row.needed);
	json_text(j, "verdict", data_verdict(p->row.verdict));
	json_end(j);
}

/* What the change of the total comes from. */
static void json_split(struct json *j, const struct numbers *n)
{
	if (n->n_moved == 0) {
		json_null(j, "split");
		return;
	}
	json_object(j, "split");
	json_number(j, "mix", n->moved_all.mix);
	json_number(j, "rate", n->moved_all.rate);
	json_array(j, "groups");
	for (size_t i = 0; i < n->n_moved; i++)
		json_moved(j, &n->moved[i]);
	json_end(j);
	json_end(j);
}

void data_head(struct json *j, struct req *r, const struct numbers *n,
	       const char *page)
{
	json_text(j, "page", page);
	json_text(j, "company", r->company.name);
	json_day(j, "from", n->span.now.from);
	json_day(j, "to", n->span.now.to - 1);
	json_day(j, "as_of", n->as_of);
	json_int(j, "horizon_days", n->horizon);
	json_day(j, "sales_since", r->company.sales_since_day);
	json_text(j, "currency", r->company.currency);
	json_text(j, "group", numbers_by[n->by].name);
}

enum err data_json(struct req *r, const struct numbers *n)
{
	static const char *const lists[BYS] = {
		[BY_TEAM] = "teams",       [BY_PERSON] = "people",
		[BY_SOURCE] = "sources",   [BY_CAMPAIGN] = "campaigns",
		[BY_PRODUCT] = "products", [BY_SEGMENT] = "segments",
	};
	int exponent = money_exponent(r->company.currency);
	struct buf *b = buf_new(r->arena);
	struct json *j = json_new(r->arena, b);

	data_head(j, r, n, "conversion");
	json_text(j, "bins", period_name(n->bin_kind));
	json_day(j, "previous_from", n->before ? n->span.before.from : NONE);
	json_day(j, "previous_to", n->before ? n->span.before.to - 1 : NONE);
	json_object(j, "total");
	json_counts(j, &n->now->all);
	json_wait(j, n->contacts->all);
	json_target(j, targets_of(n, EVERY));
	json_costs(j, &n->now->all, n->spends, exponent);
	if (n->before) {
		json_before(j, &n->before->all);
		data_difference(j, "change", n->change, r->arena);
		json_bool(j, "change_clear",
			  numbers_clear(n->change, n->change_q[n->now->n]) !=
				  0);
	}
	json_end(j);
	json_object(j, "spread");
	data_number(j, "chi2", n->now->spread.known, n->now->spread.chi2);
	json_int(j, "df", n->now->spread.df);
	data_number(j, "p", n->now->spread.known, n->now->spread.p);
	json_end(j);
	json_array(j, lists[n->by]);
	for (size_t i = 0; i < n->now->n; i++)
		json_team(j, r, n, i, exponent);
	json_end(j);
	json_pair(j, r, &n->pair);
	json_split(j, n);
	json_bins(j, "trend", n->bin, n->bins, n->control.known);
	json_bins(j, "previous_trend", n->bin_before, n->bins_before, false);
	json_finish(j);
	return req_send(r, "application/json", buf_text(b), buf_length(b));
}
