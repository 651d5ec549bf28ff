/* rollup_prospects.c - what a prospect counts for. */
#include "blocks.h"
#include "rollup.h"
#include "rollup_tables.h"

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
			   f->state[0] == 'l', f->cost, f->revenue },
	};

	sums_add(sums, &sum, sign);
}

static void count_age(struct sums *sums, const struct rollup_fates_kept *f,
		      const struct level *l, enum block_unit unit, int64_t sign)
{
	struct sum sum = {
		.key = { PROSPECT_AGE, unit, l->source, l->team,
			 block_of(unit, f->created_day), f->days },
		.value = { f->state[0] == 'w', f->state[0] == 'l', f->revenue },
	};

	sums_add(sums, &sum, sign);
}

void rollup_prospect(struct sums *sums, const struct rollup_fates_kept *f,
		     int64_t sign)
{
	struct level level[LEVELS];
	size_t n = levels_of(f, level);
	bool ended = f->state[0] == 'w' || f->state[0] == 'l';

	for (size_t i = 0; i < n; i++)
		for (int unit = 0; unit < BLOCK_UNITS; unit++) {
			count(sums, f, &level[i], (enum block_unit)unit, sign);
			if (ended && level[i].campaign == ROLLUP_EVERY)
				count_age(sums, f, &level[i],
					  (enum block_unit)unit, sign);
		}
}
