/* prospects.c - what has become of prospects, many in one text. */
#include "prospects.h"

#include "columns.h"
#include "packed.h"

/* Where nothing is, in a column of what is never negative. */
enum { NOT = -1 };

enum column {
	CREATED,
	TOOK, /* from created to the end, of who was won or lost */
	STATE,
	SOURCE,
	CAMPAIGN,
	PRODUCT,
	SEGMENT,
	OWNER,
	TEAM,
	REASON,
	COST,
	REVENUE,
	CONTACT,
	COLUMNS
};

struct raw {
	int64_t column[COLUMNS][PROSPECTS_MOST];
};

/* ---- steps ----------------------------------------------------------------
 */

static int64_t *days_of(struct prospects *p, int64_t step)
{
	size_t k = 0;

	while (k < p->steps && p->step[k] != step)
		k++;
	BUG_IF(k == PROSPECTS_STEPS);
	if (k < p->steps)
		return p->after[k];
	p->step[p->steps++] = step;
	for (size_t i = 0; i < PROSPECTS_MOST; i++)
		p->after[k][i] = NONE;
	return p->after[k];
}

void prospects_add(struct prospects *p, const struct prospect *row,
		   const char *reached)
{
	struct reach reach;

	BUG_IF(p->n == PROSPECTS_MOST);
	p->row[p->n] = *row;
	p->row[p->n].contact = NONE;
	while (reach_next(&reached, &reach))
		if (reach.step == REACH_CONTACT)
			p->row[p->n].contact = reach.after;
		else
			days_of(p, reach.step)[p->n] = reach.after;
	p->n++;
}

bool prospects_reached(const struct prospects *p, size_t i, int64_t step,
		       int64_t days)
{
	for (size_t k = 0; k < p->steps; k++)
		if (p->step[k] == step)
			return p->after[k][i] != NONE && p->after[k][i] <= days;
	return false;
}

/* ---- writing --------------------------------------------------------------
 */

static int64_t or_not(int64_t n)
{
	return n == NONE ? NOT : n;
}

static void to_raw(const struct prospect *p, struct raw *raw, size_t i)
{
	bool ended = p->end_day != NONE;
	const int64_t value[COLUMNS] = {
		[CREATED] = p->created_day,
		[TOOK] = ended ? p->end_day - p->created_day : 0,
		[STATE] = p->state,
		[SOURCE] = p->source,
		[CAMPAIGN] = p->campaign,
		[PRODUCT] = p->product,
		[SEGMENT] = p->segment,
		[OWNER] = p->owner,
		[TEAM] = p->team,
		[REASON] = p->reason,
		[COST] = p->cost,
		[REVENUE] = p->revenue,
		[CONTACT] = or_not(p->contact),
	};

	for (size_t c = 0; c < COLUMNS; c++)
		raw->column[c][i] = value[c];
}

static void write_step(struct buf *b, const struct prospects *p, size_t k)
{
	int64_t days[PROSPECTS_MOST];

	for (size_t i = 0; i < p->n; i++)
		days[i] = or_not(p->after[k][i]);
	packed_add_number(b, p->step[k]);
	columns_add(b, days, p->n);
}

void prospects_write(struct buf *b, const struct prospects *p)
{
	struct raw raw = { { { 0 } } };

	for (size_t i = 0; i < p->n; i++)
		to_raw(&p->row[i], &raw, i);
	packed_add_number(b, (int64_t)p->n);
	for (size_t c = 0; c < COLUMNS; c++)
		columns_add(b, raw.column[c], p->n);
	for (size_t k = 0; k < p->steps; k++)
		write_step(b, p, k);
}

/* ---- reading --------------------------------------------------------------
 */

static bool has_ended(int64_t state)
{
	return state == PROSPECT_WON || state == PROSPECT_LOST;
}

static void from_raw(const struct raw *raw, size_t i, struct prospect *p)
{
	int64_t took = raw->column[TOOK][i], contact = raw->column[CONTACT][i];
	int64_t state = raw->column[STATE][i];

	*p = (struct prospect){
		.created_day = raw->column[CREATED][i],
		.end_day = has_ended(state) ? raw->column[CREATED][i] + took
					    : NONE,
		.days = has_ended(state) && took > 0 ? took : 0,
		.state = state,
		.source = raw->column[SOURCE][i],
		.campaign = raw->column[CAMPAIGN][i],
		.product = raw->column[PRODUCT][i],
		.segment = raw->column[SEGMENT][i],
		.owner = raw->column[OWNER][i],
		.team = raw->column[TEAM][i],
		.reason = raw->column[REASON][i],
		.cost = raw->column[COST][i],
		.revenue = raw->column[REVENUE][i],
		.contact = contact == NOT ? NONE : contact,
	};
}

static void read_steps(const char *text, struct prospects *p)
{
	for (; *text && p->steps < PROSPECTS_STEPS; p->steps++) {
		int64_t *days = p->after[p->steps];

		p->step[p->steps] = packed_number(&text);
		columns_next(&text, days, p->n);
		for (size_t i = 0; i < p->n; i++)
			days[i] = days[i] == NOT ? NONE : days[i];
	}
}

void prospects_read(const char *text, bool steps, struct prospects *p)
{
	struct raw raw = { { { 0 } } };

	p->n = (size_t)packed_number(&text);
	p->steps = 0;
	if (p->n > PROSPECTS_MOST)
		p->n = 0;
	for (size_t c = 0; c < COLUMNS; c++)
		columns_next(&text, raw.column[c], p->n);
	for (size_t i = 0; i < p->n; i++)
		from_raw(&raw, i, &p->row[i]);
	if (steps)
		read_steps(text, p);
}
