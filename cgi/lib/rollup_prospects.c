/* rollup_prospects.c - what a prospect counts for. */
#include <string.h>

#include "ages.h"
#include "blocks.h"
#include "rollup_parts.h"

/* One way to look at a prospect: by its source, campaign and team, or by all
 * of them together. */
struct level {
	int64_t source, campaign, team;
};

enum { LEVELS = 6 };

static size_t levels_of(const struct rollup_fates_kept *f,
			struct level level[LEVELS])
{
	enum { EVERY = ROLLUP_EVERY };
	size_t n = 0;

	level[n++] = (struct level){ EVERY, EVERY, EVERY };
	level[n++] = (struct level){ EVERY, EVERY, f->team_id };
	level[n++] = (struct level){ f->source_id, EVERY, EVERY };
	level[n++] = (struct level){ f->source_id, EVERY, f->team_id };
	if (f->campaign_id == 0)
		return n;
	level[n++] = (struct level){ f->source_id, f->campaign_id, EVERY };
	level[n++] = (struct level){ f->source_id, f->campaign_id, f->team_id };
	return n;
}

static void count(struct sums *sums, const struct rollup_fates_kept *f,
		  const struct level *l, enum block_unit unit, int64_t sign)
{
	bool valid = f->state[0] != 'i';
	struct sum sum = {
		.key = { PROSPECT_COUNT, unit, l->source, l->campaign, l->team,
			 block_of(unit, f->created_day) },
		.value = { valid, !valid, f->state[0] == 'w',
			   f->state[0] == 'l', f->cost, f->revenue,
			   f->state[0] == 'o' && !*f->reached },
	};

	sums_add(sums, &sum, sign);
}

static void count_age(struct sums *sums, const struct rollup_fates_kept *f,
		      const struct level *l, enum block_unit unit, int64_t sign)
{
	struct sum sum = {
		.key = { PROSPECT_AGE, unit, l->source, l->team,
			 block_of(unit, f->created_day),
			 f->days <= AGES_MOST ? f->days : AGES_MOST + 1 },
		.value = { f->state[0] == 'w', f->state[0] == 'l', f->revenue },
	};

	sums_add(sums, &sum, sign);
}

/* A step it reached; and when it was won or lost, on the clock of the step. */
static void count_step(struct sums *sums, const struct rollup_fates_kept *f,
		       const struct sum *row, const struct reach *reach,
		       int64_t sign)
{
	int64_t clock = reach->step == REACH_CONTACT ? 24 : 1;
	struct sum reached = *row, ended = *row;

	reached.key[5] = ended.key[5] = reach->step;
	reached.key[6] = reach->after;
	reached.value[0] = 1;
	sums_add(sums, &reached, sign);
	if (f->end_day == NONE)
		return;
	ended.key[6] = f->days * clock;
	ended.value[1] = f->state[0] == 'w';
	ended.value[2] = f->state[0] == 'l';
	sums_add(sums, &ended, sign);
}

static void count_reach(struct sums *sums, const struct rollup_fates_kept *f,
			const struct level *l, int64_t sign)
{
	static const enum block_unit units[] = { BLOCK_DAY, BLOCK_MONTH };

	for (size_t i = 0; i < COUNT(units); i++) {
		struct sum row = {
			.key = { PROSPECT_REACH, units[i], l->source, l->team,
				 block_of(units[i], f->created_day) },
		};
		const char *reached = f->reached;
		struct reach reach;

		while (reach_next(&reached, &reach))
			count_step(sums, f, &row, &reach, sign);
	}
}

/* By the day it closed; never by source and team at once. */
static void count_end(struct sums *sums, const struct rollup_fates_kept *f,
		      const struct level *l, int64_t sign)
{
	static const enum block_unit units[] = { BLOCK_DAY, BLOCK_MONTH };
	bool won = f->state[0] == 'w';

	if (l->campaign != ROLLUP_EVERY ||
	    (l->source != ROLLUP_EVERY && l->team != ROLLUP_EVERY))
		return;
	for (size_t i = 0; i < COUNT(units); i++) {
		struct sum sum = {
			.key = { PROSPECT_END, units[i], l->source, l->team,
				 block_of(units[i], f->end_day),
				 won ? ROLLUP_WON : f->reason_id },
			.value = { 1, f->revenue },
		};

		sums_add(sums, &sum, sign);
	}
}

void rollup_prospect(struct sums *sums, const struct rollup_fates_kept *f,
		     int64_t sign)
{
	struct level level[LEVELS];
	size_t n = levels_of(f, level);
	bool ended = f->state[0] == 'w' || f->state[0] == 'l';

	for (size_t i = 0; i < n; i++) {
		if (ended)
			count_end(sums, f, &level[i], sign);
		if (level[i].campaign == ROLLUP_EVERY)
			count_reach(sums, f, &level[i], sign);
		for (int unit = 0; unit < BLOCK_UNITS; unit++) {
			count(sums, f, &level[i], (enum block_unit)unit, sign);
			if (ended && level[i].campaign == ROLLUP_EVERY)
				count_age(sums, f, &level[i],
					  (enum block_unit)unit, sign);
		}
	}
}

/* ---- counted anew ---------------------------------------------------------
 */

bool rollup_prospect_same(const struct rollup_fates *a,
			  const struct rollup_fates_kept *b)
{
	return a->created_day == b->created_day &&
	       a->source_id == b->source_id &&
	       a->campaign_id == b->campaign_id &&
	       a->product_id == b->product_id &&
	       a->segment_id == b->segment_id && a->owner_id == b->owner_id &&
	       a->team_id == b->team_id && strcmp(a->state, b->state) == 0 &&
	       a->end_day == b->end_day && a->days == b->days &&
	       a->reason_id == b->reason_id && a->cost == b->cost &&
	       a->revenue == b->revenue && strcmp(a->reached, b->reached) == 0;
}

struct rollup_fates_kept rollup_prospect_kept(const struct rollup_fates *f)
{
	return (struct rollup_fates_kept){
		.id = f->id,
		.created_day = f->created_day,
		.created_month = f->created_month,
		.source_id = f->source_id,
		.campaign_id = f->campaign_id,
		.product_id = f->product_id,
		.segment_id = f->segment_id,
		.owner_id = f->owner_id,
		.team_id = f->team_id,
		.state = f->state,
		.end_day = f->end_day,
		.days = f->days,
		.reason_id = f->reason_id,
		.cost = f->cost,
		.revenue = f->revenue,
		.reached = f->reached,
	};
}

enum err rollup_prospect_keep(struct store *s, const struct rollup_fates *f)
{
	struct fate_set_in in = {
		.lead = f->id,
		.created_day = f->created_day,
		.created_month = f->created_month,
		.source = f->source_id,
		.campaign = f->campaign_id,
		.product = f->product_id,
		.segment = f->segment_id,
		.owner = f->owner_id,
		.team = f->team_id,
		.state = f->state,
		.end_day = f->end_day,
		.days = f->days,
		.reason = f->reason_id,
		.cost = f->cost,
		.revenue = f->revenue,
		.reached = f->reached,
	};

	return run_fate_set(s, in);
}

struct rollup_fates_in rollup_fates_between(int64_t first, int64_t last)
{
	return (struct rollup_fates_in){ .scope = { .see = SEE_ALL },
					 .as_of = ROLLUP_EVER,
					 .first_id = first,
					 .last_id = last };
}

enum err rollup_gates_read(struct store *s, struct rollup_gates *g)
{
	struct answer *a = ask_rollup_steps(s);

	g->n = 0;
	while (next_rollup_steps(a, &g->step[g->n])) {
		g->n++;
		BUG_IF(g->n == REACH_STEPS);
	}
	return store_error(s);
}

/* The rows are in the order of the prospects. */
static void read_reached(struct store *s, struct answer *a,
			 struct rollup_chunk *c)
{
	struct rollup_reached row;
	struct buf *b = NULL;
	size_t i = 0;

	while (next_rollup_reached(a, &row)) {
		while (i < c->n && c->fate[i].id < row.prospect_id) {
			i++;
			b = NULL;
		}
		BUG_IF(i == c->n || c->fate[i].id != row.prospect_id);
		if (!b)
			b = buf_new(store_arena(s));
		reach_add(b, &(struct reach){ row.step_id,
					      row.step_id == REACH_CONTACT
						      ? reach_hours(row.after)
						      : row.after });
		c->fate[i].reached = buf_text(b);
	}
}

enum err rollup_chunk_read(struct store *s, int64_t first, int64_t last,
			   struct rollup_chunk *c)
{
	struct rollup_fates_in in = rollup_fates_between(first, last);
	struct answer *a = ask_rollup_fates(s, in);
	struct answer *reached = ask_rollup_reached(
		s, (struct rollup_reached_in){ .scope = in.scope,
					       .as_of = in.as_of,
					       .first_id = first,
					       .last_id = last });

	BUG_IF(last - first >= ROLLUP_CHUNK);
	c->first = first;
	c->last = last;
	c->n = 0;
	while (next_rollup_fates(a, &c->fate[c->n])) {
		c->n++;
		BUG_IF(c->n > ROLLUP_CHUNK);
	}
	read_reached(s, reached, c);
	return store_error(s);
}

enum err rollup_each_chunk(struct store *s, struct arena *a,
			   enum err (*work)(void *arg, struct store *s,
					    const struct rollup_chunk *c),
			   void *arg)
{
	struct rollup_chunk *c = calloc(1, sizeof(*c));
	struct rollup_ids ids = { 1, 0 };
	enum err e = OK;

	BUG_IF(!c);
	one_rollup_ids(s, &ids);
	for (int64_t id = ids.first_id; e == OK && id <= ids.last_id;
	     id += ROLLUP_CHUNK) {
		arena_reset(a);
		e = rollup_chunk_read(s, id, id + ROLLUP_CHUNK - 1, c);
		if (e == OK)
			e = work(arg, s, c);
	}
	free(c);
	return e;
}
