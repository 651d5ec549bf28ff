/* mix.c - groups compared as if all of them had the same kinds of leads. */
#include "mix.h"

#include <math.h>

#include "special.h"

/* What the kinds of one group add up to. */
struct evened {
	double expected, variance; /* of its wins, by the rate of each kind */
	double weight;             /* n1 n0 / N */
	double difference;         /* (a n0 - b n1) / N */
	double p, q;               /* Sato's P and Q */
	double excess, chance;     /* a - E(a), its hypergeometric variance */
};

/* One kind: the group's leads and those of all others. */
static void add_kind(struct evened *s, struct tally group, struct tally all)
{
	double n1 = (double)group.leads, n0 = (double)(all.leads - group.leads);
	double a = (double)group.won, b = (double)(all.won - group.won);
	double n = n1 + n0, won = a + b;

	if (n1 <= 0)
		return;
	s->expected += n1 * won / n;
	s->variance += n1 * won / n * (1 - won / n);
	if (n0 <= 0)
		return;
	s->weight += n1 * n0 / n;
	s->difference += (a * n0 - b * n1) / n;
	s->p += (n1 * n1 * b - n0 * n0 * a + n1 * n0 * (n0 - n1) / 2) / (n * n);
	s->q += (a * (n0 - b) + b * (n1 - a)) / (2 * n);
	s->excess += a - n1 * won / n;
	s->chance += n1 * n0 * won * (n - won) / (n * n * (n - 1));
}

static double clip(double x)
{
	return fmin(1, fmax(-1, x));
}

static struct many_row against(const struct evened *s)
{
	struct many_row row = { .from_rest = { .low = -1, .high = 1 },
				.p = 1,
				.q = 1,
				.better = 0.5,
				.needed = NONE };
	double by, sd;

	if (s->weight <= 0)
		return row;
	by = s->difference / s->weight;
	sd = sqrt(fmax(0, by * s->p + s->q)) / s->weight;
	row.from_rest =
		(struct difference){ true, clip(by), clip(by - RATE_Z95 * sd),
				     clip(by + RATE_Z95 * sd) };
	if (s->chance > 0)
		row.p = special_chi2_upper(s->excess * s->excess / s->chance,
					   1);
	if (sd > 0)
		row.better = erfc(-by / sd / sqrt(2)) / 2;
	return row;
}

static struct mix compare(const struct tally *cell, const struct tally *all,
			  size_t kinds, struct tally total)
{
	struct mix m = { .weight = 0 };
	struct evened s = { .weight = 0 };
	double rate = total.leads ? (double)total.won / (double)total.leads : 0;

	for (size_t k = 0; k < kinds; k++) {
		m.counts.won += cell[k].won;
		m.counts.leads += cell[k].leads;
		add_kind(&s, cell[k], all[k]);
	}
	m.expected = s.expected;
	m.rate_known = s.expected > 0;
	if (m.rate_known)
		m.rate = fmin(1, (double)m.counts.won / s.expected * rate);
	if (s.variance > 0)
		m.weight = (1 - rate) / rate * s.expected * s.expected /
			   s.variance;
	m.against = against(&s);
	return m;
}

/* q values of those that can be compared, and the verdicts. */
static void judge(struct arena *a, struct mix *m, size_t groups,
		  struct tally total)
{
	double *p = arena_array(a, groups + 1, sizeof(*p));
	double *q = arena_array(a, groups + 1, sizeof(*q));
	size_t tested = 0, used = 0;

	for (size_t g = 0; g < groups; g++)
		if (m[g].against.from_rest.known)
			p[tested++] = m[g].against.p;
	many_adjust(a, p, q, tested);
	for (size_t g = 0; g < groups; g++) {
		struct tally rest = { total.won - m[g].counts.won,
				      total.leads - m[g].counts.leads };

		if (m[g].against.from_rest.known)
			m[g].against.q = q[used++];
		else
			rest.leads = 0;
		m[g].against.verdict =
			many_verdict(m[g].counts, rest, &m[g].against);
	}
}

void mix_compare(struct arena *a, const struct tally *cell, size_t groups,
		 size_t kinds, struct mix *out)
{
	struct tally *all = arena_array(a, kinds + 1, sizeof(*all));
	struct tally total = { 0, 0 };

	for (size_t g = 0; g < groups; g++)
		for (size_t k = 0; k < kinds; k++) {
			all[k].won += cell[g * kinds + k].won;
			all[k].leads += cell[g * kinds + k].leads;
		}
	for (size_t k = 0; k < kinds; k++) {
		total.won += all[k].won;
		total.leads += all[k].leads;
	}
	for (size_t g = 0; g < groups; g++)
		out[g] = compare(&cell[g * kinds], all, kinds, total);
	judge(a, out, groups, total);
}

struct mix_limits mix_limits(double rate, double weight, double z)
{
	double sd = sqrt(rate * (1 - rate) / weight);

	return (struct mix_limits){ fmax(0, rate - z * sd),
				    fmin(1, rate + z * sd) };
}
