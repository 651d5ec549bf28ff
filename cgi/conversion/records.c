/* records.c - counts prospect by prospect: all of a past day from what was
 * recorded until then, or the viewer's own as they are kept. */
#include "counted.h"
#include "lib/app.h"
#include "queries.h"

struct records records_ask(struct req *r, const struct numbers *n,
			   struct period p, bool mine)
{
	const struct form *f = n->form;
	struct store *s = r->store;
	struct conversion_by_fate_in fate = {
		r->viewer.read, p.from,  p.to,      n->as_of,
		n->horizon,     f->team, f->source,
	};
	struct conversion_by_spend_in count = {
		r->viewer.read, p.from,  p.to,      n->as_of,
		n->horizon,     f->team, f->source,
	};
	struct conversion_by_day_in day = {
		r->viewer.read, p.from,  p.to,      n->as_of,
		n->horizon,     f->team, f->source,
	};
	struct records q = { .mine = mine };

	q.fates = mine ? ask_conversion_by_fate_mine(s, fate)
		       : ask_conversion_by_fate(s, fate);
	q.counts = mine ? ask_conversion_by_spend_mine(s, count)
			: ask_conversion_by_spend(s, count);
	q.days = mine ? ask_conversion_by_day_mine(s, day)
		      : ask_conversion_by_day(s, day);
	return q;
}

static enum fate fate_of(const char *state)
{
	switch (*state) {
	case 'w':
		return FATE_WON;
	case 'l':
		return FATE_LOST;
	case 'o':
		return FATE_OPEN;
	default:
		return FATE_INVALID;
	}
}

static bool next_fate(const struct records *q, struct conversion_by_fate *row)
{
	return q->mine ? next_conversion_by_fate_mine(q->fates, row)
		       : next_conversion_by_fate(q->fates, row);
}

static void read_fates(struct req *r, const struct records *q,
		       struct counted *c)
{
	struct conversion_by_fate row;

	while (next_fate(q, &row))
		*counted_row(r, c) = (struct groups_row){
			.group = row.team_id,
			.fate = fate_of(row.state),
			.matured = row.matured,
			.days = row.days,
			.n = row.prospects,
			.cost = row.cost,
			.revenue = row.revenue,
		};
}

static bool next_count(const struct records *q, struct conversion_by_spend *row)
{
	return q->mine ? next_conversion_by_spend_mine(q->counts, row)
		       : next_conversion_by_spend(q->counts, row);
}

static void read_spend(struct req *r, const struct records *q,
		       const struct prices *prices, struct counted *c)
{
	struct conversion_by_spend row;
	struct spend_count *list = NULL;
	struct groups_spend *shares;
	size_t n = 0;

	while (next_count(q, &row)) {
		list = arena_more(r->arena, list, n, sizeof(*list));
		list[n++] = (struct spend_count){
			.group = row.team_id,
			.month = row.month,
			.source = row.source_id,
			.campaign = row.campaign_id,
			.matured = row.matured,
			.prospects = row.prospects,
		};
	}
	shares = groups_share_spend(r->arena, prices->item, prices->n, list, n);
	for (size_t i = 0; i < n; i++)
		*counted_spend(r, c) = shares[i];
}

static bool next_day(const struct records *q, struct conversion_by_day *row)
{
	return q->mine ? next_conversion_by_day_mine(q->days, row)
		       : next_conversion_by_day(q->days, row);
}

static void read_days(struct req *r, const struct records *q, struct counted *c)
{
	struct conversion_by_day row;

	while (next_day(q, &row))
		*counted_day(r, c) = (struct day_count){ row.day, row.prospects,
							 row.matured, row.won };
}

void records_read(struct req *r, const struct records *q,
		  const struct prices *prices, struct counted *c)
{
	read_fates(r, q, c);
	read_spend(r, q, prices, c);
	read_days(r, q, c);
}
