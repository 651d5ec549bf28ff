/* split.c - what a change of a rate comes from. */
#include "split.h"

static double rate_of(struct tally t, struct tally other)
{
	if (t.leads == 0)
		t = other;
	return t.leads ? (double)t.won / (double)t.leads : 0;
}

bool split_change(const struct split_group *group, size_t n, struct split *out,
		  struct split *all)
{
	double before = 0, now = 0;

	for (size_t i = 0; i < n; i++) {
		before += (double)group[i].before.leads;
		now += (double)group[i].now.leads;
	}
	if (before <= 0 || now <= 0)
		return false;
	*all = (struct split){ 0, 0 };
	for (size_t i = 0; i < n; i++) {
		const struct split_group *g = &group[i];
		double w0 = (double)g->before.leads / before;
		double w1 = (double)g->now.leads / now;
		double p0 = rate_of(g->before, g->now);
		double p1 = rate_of(g->now, g->before);

		out[i].mix = (w1 - w0) * (p1 + p0) / 2;
		out[i].rate = (p1 - p0) * (w1 + w0) / 2;
		all->mix += out[i].mix;
		all->rate += out[i].rate;
	}
	return true;
}
