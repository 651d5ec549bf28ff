/* records.c - counts prospect by prospect. */
#include "counted.h"
#include "lib/app.h"

struct records records_ask(struct req *r, const struct numbers *n,
			   struct period p, enum which which)
{
	struct conversion_by_fate_in in = counted_one_by_one(r, n, p);
	struct store *s = r->store;

	switch (which) {
	case RECORDED:
		return (struct records){ ask_conversion_by_fate(s, in),
					 ask_conversion_by_spend(s, in),
					 ask_conversion_by_day(s, in) };
	case OWN:
		return (struct records){ ask_conversion_by_fate_mine(s, in),
					 ask_conversion_by_spend_mine(s, in),
					 ask_conversion_by_day_mine(s, in) };
	}
	BUG_IF(true);
}

/* The count of those in a state. */
static int64_t *count_of(struct groups_row *row, const char *state)
{
	switch (*state) {
	case 'w':
		return &row->won;
	case 'l':
		return &row->lost;
	case 'o':
		return &row->open;
	default:
		return &row->invalid;
	}
}

static void read_fates(struct req *r, const struct records *q,
		       struct counted *c)
{
	struct conversion_by_fate row;

	while (next_conversion_by_fate(q->fates, &row)) {
		struct groups_row *new = counted_row(r, c);

		*new = (struct groups_row){
			.group = row.group_id,
			.days = row.days,
			.matured = row.matured,
			.cost = row.cost,
			.revenue = row.revenue,
			.waiting = row.waiting,
		};
		*count_of(new, row.state) = row.prospects;
	}
}

static void read_spend(struct req *r, const struct records *q,
		       const struct prices *prices, struct counted *c)
{
	struct conversion_by_spend row;
	struct spend_count *list = NULL;
	struct groups_spend *shares;
	size_t n = 0;

	while (next_conversion_by_spend(q->counts, &row)) {
		list = arena_more(r->arena, list, n, sizeof(*list));
		list[n++] = (struct spend_count){
			.group = row.group_id,
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

static void read_days(struct req *r, const struct records *q, struct counted *c)
{
	struct conversion_by_day row;

	while (next_conversion_by_day(q->days, &row))
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
