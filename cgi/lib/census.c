/* census.c - goes through all prospects of a period, one by one. */
#include "census.h"

#include "queries.h"

struct census {
	struct store *store;
	struct scope scope;
	struct period days;
	struct census_only only;
	bool ended, steps;
	struct answer *answer;
	size_t next; /* of the block */
	struct prospects block;
};

static struct census *census_new(struct store *s, struct scope scope,
				 struct period days, struct census_only only)
{
	struct census *c = arena_zalloc(store_arena(s), sizeof(*c));

	c->store = s;
	c->scope = scope;
	c->days = days;
	c->only = only;
	return c;
}

struct census *census_came(struct store *s, struct scope scope,
			   struct period days, struct census_only only)
{
	struct census *c = census_new(s, scope, days, only);

	c->answer = ask_census_came(
		s, (struct census_came_in){ days.from, days.to });
	return c;
}

struct census *census_ended(struct store *s, struct scope scope,
			    struct period days, struct census_only only)
{
	struct census *c = census_new(s, scope, days, only);

	c->ended = true;
	c->answer = ask_census_ended(
		s, (struct census_ended_in){ days.from, days.to });
	return c;
}

void census_steps(struct census *c)
{
	c->steps = true;
}

/* As with/outcome_now.sql has it. */
static bool is_seen(const struct scope *scope, const struct prospect *p)
{
	switch ((enum see)scope->see) {
	case SEE_ALL:
		return true;
	case SEE_TEAM:
		if (scope->my_team != 0 && p->team == scope->my_team)
			return true;
		break;
	case SEE_OWN:
		break;
	}
	return p->owner == scope->me;
}

static bool is(int64_t only, int64_t id)
{
	return only == CENSUS_EVERY || only == id;
}

/* As with/picked.sql has it. */
static bool is_picked(const struct census_only *o, const struct prospect *p)
{
	return is(o->team, p->team) && is(o->person, p->owner) &&
	       is(o->source, p->source) && is(o->campaign, p->campaign) &&
	       is(o->product, p->product) && is(o->segment, p->segment);
}

static bool is_asked(const struct census *c, const struct prospect *p)
{
	int64_t day = c->ended ? p->end_day : p->created_day;

	return day >= c->days.from && day < c->days.to &&
	       is_picked(&c->only, p) && is_seen(&c->scope, p);
}

static bool next_text(struct census *c, const char **text)
{
	struct census_came came;
	struct census_ended ended;

	if (c->ended ? !next_census_ended(c->answer, &ended)
		     : !next_census_came(c->answer, &came))
		return false;
	*text = c->ended ? ended.prospects : came.prospects;
	return true;
}

/* A text is forgotten as soon as it is read: all of them are megabytes. */
static bool next_block(struct census *c)
{
	struct arena_mark mark = arena_mark(store_arena(c->store));
	const char *text;

	if (!next_text(c, &text))
		return false;
	prospects_read(text, c->steps, &c->block);
	arena_release(store_arena(c->store), mark);
	c->next = 0;
	return true;
}

const struct prospect *census_next(struct census *c)
{
	do {
		while (c->next < c->block.n) {
			const struct prospect *p = &c->block.row[c->next++];

			if (is_asked(c, p))
				return p;
		}
	} while (next_block(c));
	return NULL;
}

bool census_reached(const struct census *c, int64_t step, int64_t days)
{
	return prospects_reached(&c->block, c->next - 1, step, days);
}
