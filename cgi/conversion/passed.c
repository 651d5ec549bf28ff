/* passed.c - counts the prospects of a period in a pass over them. */
#include "counted.h"
#include "lib/app.h"
#include "lib/sums.h"
#include "scan.h"
#include "took.h"

struct passed {
	const struct numbers *numbers;
	struct scan *scan;
	struct tooks took;
	struct period days;
	struct day_count *day; /* one for each of days */
	struct sums *bought; /* {group, month, source, campaign}: {matured, all}
			      * of what a price is shared by; NULL: no price is
			      * known */
};

static void take_end(struct passed *q, struct took *t, const struct prospect *p)
{
	bool longer = p->days > q->took.horizon;
	struct groups_row *age =
		&t->age[longer ? q->took.horizon + 1 : p->days];

	age->won += p->state == PROSPECT_WON;
	age->lost += p->state == PROSPECT_LOST;
	age->revenue += longer ? 0 : p->revenue;
}

/* All of a group that are not old enough to be won have their own age. */
static void take_age(struct passed *q, const struct scanned *one)
{
	const struct prospect *p = one->prospect;
	struct took *t = took_of(&q->took, one->group, one->matured);
	struct groups_row *age =
		&t->age[one->matured ? q->took.horizon
				     : q->numbers->as_of - p->created_day];
	bool open = p->state == PROSPECT_OPEN;

	age->open += open;
	age->waiting += open && p->contact == NONE;
	age->invalid += p->state == PROSPECT_INVALID;
	age->cost += p->cost;
	if (p->end_day != NONE)
		take_end(q, t, p);
}

static void take_day(struct passed *q, const struct scanned *one)
{
	const struct prospect *p = one->prospect;
	struct day_count *day = &q->day[p->created_day - q->days.from];

	day->prospects++;
	day->matured += one->matured;
	day->won += one->matured && p->state == PROSPECT_WON &&
		    p->days <= q->took.horizon;
}

static void take_bought(struct passed *q, const struct scanned *one)
{
	const struct prospect *p = one->prospect;
	struct sum sum = { .key = { one->group, one->month, p->source,
				    p->campaign },
			   .value = { one->matured, 1 } };

	sums_add(q->bought, &sum, 1);
}

static void take(void *arg, const struct scanned *one)
{
	struct passed *q = arg;

	take_age(q, one);
	if (one->prospect->state == PROSPECT_INVALID)
		return;
	take_day(q, one);
	if (q->bought && one->prospect->source != 0)
		take_bought(q, one);
}

struct passed *passed_ask(struct req *r, const struct numbers *n,
			  struct period days)
{
	struct passed *q = arena_zalloc(r->arena, sizeof(*q));

	q->numbers = n;
	q->took = tooks_new(r->arena, n->horizon);
	q->days = days;
	q->day = arena_array(r->arena, (size_t)period_days(days) + 1,
			     sizeof(*q->day));
	q->scan = scan_of(r, n, days);
	scan_join(q->scan, false, take, q);
	return q;
}

static void read_days(struct req *r, const struct passed *q, struct counted *c)
{
	for (int64_t i = 0; i < period_days(q->days); i++) {
		if (!q->day[i].prospects)
			continue;
		*counted_day(r, c) = q->day[i];
		c->day[c->days - 1].day = q->days.from + i;
	}
}

static void read_bought(struct req *r, const struct passed *q,
			const struct prices *prices, struct counted *c)
{
	const struct sum *list;
	size_t n = sums_sorted(q->bought, &list);
	struct spend_count *count =
		arena_array(r->arena, n + 1, sizeof(*count));
	struct groups_spend *share;

	for (size_t i = 0; i < n; i++)
		count[i] = (struct spend_count){
			list[i].key[0], list[i].key[1],   list[i].key[2],
			list[i].key[3], list[i].value[0], list[i].value[1],
		};
	share = groups_share_spend(r->arena, prices->item, prices->n, count, n);
	for (size_t i = 0; i < n; i++)
		*counted_spend(r, c) = share[i];
}

void passed_read(struct req *r, struct passed *q, const struct prices *prices,
		 struct counted *c)
{
	BUG_IF(scan_has_run(q->scan)); /* without the prices */
	if (prices->n)
		q->bought = sums_new();
	scan_run(q->scan);
	tooks_rows(r, &q->took, c);
	read_days(r, q, c);
	if (!q->bought)
		return;
	read_bought(r, q, prices, c);
	sums_free(q->bought);
}
