/* rollup_blocks.c - prospects in columns, kept in step with what is kept of
 * each prospect: a block is written from the rows of fate it repeats. */
#include <string.h>

#include "prospects.h"
#include "rollup_parts.h"

struct made {
	int64_t first_day, last_day;
	int64_t first_end, last_end; /* NONE: nobody was won or lost */
	const char *text;            /* NULL: there are no prospects */
};

int64_t rollup_block_of(int64_t prospect)
{
	return prospect / PROSPECTS_MOST;
}

void rollup_block_note(struct rollup *k, int64_t prospect)
{
	struct sum sum = { .key = { rollup_block_of(prospect) },
			   .value = { 1 } };

	sums_add(k->blocks, &sum, 1);
}

/* ---- from the rows of fate ------------------------------------------------
 */

static enum prospect_state state_of(const char *word)
{
	switch (*word) {
	case 'w':
		return PROSPECT_WON;
	case 'l':
		return PROSPECT_LOST;
	case 'o':
		return PROSPECT_OPEN;
	default:
		return PROSPECT_INVALID;
	}
}

static struct prospect prospect_of(const struct rollup_fates_kept *f)
{
	enum prospect_state state = state_of(f->state);
	bool ended = state == PROSPECT_WON || state == PROSPECT_LOST;

	return (struct prospect){
		.created_day = f->created_day,
		.end_day = ended ? f->end_day : NONE,
		.days = f->days,
		.state = state,
		.source = f->source_id,
		.campaign = f->campaign_id,
		.product = f->product_id,
		.segment = f->segment_id,
		.owner = f->owner_id,
		.team = f->team_id,
		.reason = f->reason_id,
		.cost = f->cost,
		.revenue = f->revenue,
	};
}

static void widen(int64_t *first, int64_t *last, int64_t day)
{
	if (day == NONE)
		return;
	if (*first == NONE || day < *first)
		*first = day;
	if (day > *last)
		*last = day;
}

static enum err make(struct store *s, int64_t id, struct made *m)
{
	struct rollup_fates_kept_in in = { id * PROSPECTS_MOST,
					   (id + 1) * PROSPECTS_MOST - 1 };
	struct answer *a = ask_rollup_fates_kept(s, in);
	struct prospects *p = arena_zalloc(store_arena(s), sizeof(*p));
	struct buf *b = buf_new(store_arena(s));
	struct rollup_fates_kept row;

	*m = (struct made){ NONE, NONE, NONE, NONE, NULL };
	while (next_rollup_fates_kept(a, &row)) {
		struct prospect one = prospect_of(&row);

		prospects_add(p, &one, row.reached);
		widen(&m->first_day, &m->last_day, one.created_day);
		widen(&m->first_end, &m->last_end, one.end_day);
	}
	prospects_write(b, p);
	if (p->n)
		m->text = buf_text(b);
	return store_error(s);
}

/* ---- keeping --------------------------------------------------------------
 */

static enum err keep(struct store *s, int64_t id)
{
	struct made m;
	enum err e = make(s, id, &m);

	if (e != OK)
		return e;
	if (!m.text)
		return run_prospect_block_drop(
			s, (struct prospect_block_drop_in){ id });
	return run_prospect_block_set(
		s, (struct prospect_block_set_in){ id, m.first_day, m.last_day,
						   m.first_end, m.last_end,
						   m.text });
}

enum err rollup_blocks_keep(struct rollup *k, struct store *s)
{
	const struct sum *list;
	size_t n = sums_sorted(k->blocks, &list);
	enum err e = OK;

	for (size_t i = 0; e == OK && i < n; i++) {
		struct arena_mark mark = arena_mark(store_arena(s));

		e = keep(s, list[i].key[0]);
		arena_release(store_arena(s), mark);
	}
	sums_clear(k->blocks);
	return e;
}

/* ---- comparing ------------------------------------------------------------
 */

static bool same(const struct made *m, const struct rollup_block *kept)
{
	return m->first_day == kept->first_day &&
	       m->last_day == kept->last_day &&
	       m->first_end == kept->first_end &&
	       m->last_end == kept->last_end &&
	       strcmp(m->text, kept->prospects) == 0;
}

bool rollup_block_right(struct store *s, int64_t id)
{
	struct rollup_block kept;
	struct made m;
	bool is = one_rollup_block(s, (struct rollup_block_in){ id }, &kept);

	make(s, id, &m);
	return m.text ? is && same(&m, &kept) : !is;
}
