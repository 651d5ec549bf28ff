/* targets.c - what the rates of the conversion page are measured by. */
#include "targets.h"

#include "lib/app.h"
#include "queries.h"

enum { ALL_TOGETHER = 0 };

struct answer *targets_ask(struct req *r, const struct numbers *n)
{
	int64_t last = n->span.now.to - 1;

	return ask_target_now(
		r->store,
		(struct target_now_in){ r->viewer.read,
					last < n->as_of ? last : n->as_of });
}

struct targets targets_read(struct req *r, struct answer *a)
{
	struct targets t = { .n = 0 };
	struct target_now row;

	while (next_target_now(a, &row)) {
		t.target =
			arena_more(r->arena, t.target, t.n, sizeof(*t.target));
		t.target[t.n++] = (struct target){ row.team_id,
						   (double)row.percent / 100 };
	}
	return t;
}

static double of_team(const struct targets *t, int64_t team)
{
	double all = 0;

	for (size_t i = 0; i < t->n; i++) {
		if (t->target[i].team == team)
			return t->target[i].rate;
		if (t->target[i].team == ALL_TOGETHER)
			all = t->target[i].rate;
	}
	return all;
}

double targets_of(const struct numbers *n, int64_t group)
{
	int64_t team = n->form->only[BY_TEAM];

	if (n->by == BY_TEAM && group != EVERY)
		team = group;
	return of_team(n->targets, team > 0 ? team : ALL_TOGETHER);
}
