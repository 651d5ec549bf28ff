/* many.c - many groups side by side: which of them differ, and what to order
 * them by. */
#include "many.h"

#include <float.h>
#include <math.h>

#include "special.h"

static const double LEVEL = 0.05, PERHAPS = 0.80;

/* ---- Which groups differ ---- */

struct ranked {
	double p;
	size_t at; /* place in the caller's order */
};

/* Largest first; equal values keep an order, so that output never varies. */
static int by_p_falling(const void *left, const void *right)
{
	const struct ranked *l = left, *r = right;

	if (l->p != r->p)
		return l->p < r->p ? 1 : -1;
	return (l->at < r->at) - (l->at > r->at);
}

void many_adjust(struct arena *a, const double *p, double *q, size_t n)
{
	struct ranked *rank = arena_array(a, n, sizeof(*rank));
	double least = 1;

	for (size_t i = 0; i < n; i++)
		rank[i] = (struct ranked){ p[i], i };
	qsort(rank, n, sizeof(*rank), by_p_falling);
	for (size_t i = 0; i < n; i++) {
		least = fmin(least, rank[i].p * (double)n / (double)(n - i));
		q[rank[i].at] = least;
	}
}

enum verdict many_verdict(struct tally group, struct tally rest,
			  const struct many_row *row)
{
	if (group.leads == 0 || rest.leads == 0)
		return VERDICT_NO_DATA;
	if (group.leads < MANY_FEW || rest.leads < MANY_FEW)
		return VERDICT_FEW;
	if (row->q <= LEVEL && row->from_rest.low > 0)
		return VERDICT_BETTER;
	if (row->q <= LEVEL && row->from_rest.high < 0)
		return VERDICT_WORSE;
	if (row->better >= PERHAPS)
		return VERDICT_PERHAPS_BETTER;
	if (row->better <= 1 - PERHAPS)
		return VERDICT_PERHAPS_WORSE;
	return VERDICT_NO_DIFFERENCE;
}

static struct tally sum(const struct tally *group, size_t n)
{
	struct tally all = { 0 };

	for (size_t i = 0; i < n; i++) {
		all.won += group[i].won;
		all.leads += group[i].leads;
	}
	return all;
}

static struct tally without(struct tally all, struct tally group)
{
	return (struct tally){ all.won - group.won, all.leads - group.leads };
}

static struct many_row against(struct tally group, struct tally rest)
{
	struct share s = rate_share(group.won, group.leads);
	struct share t = rate_share(rest.won, rest.leads);
	bool both = s.known && t.known;

	return (struct many_row){
		.from_rest = rate_difference(group, rest),
		.p = rate_p(group, rest),
		.q = 1,
		.better = both ? rate_chance_better(group, rest) : 0.5,
		.needed = both ? rate_needed(s.rate, t.rate) : NONE,
	};
}

void many_against_rest(struct arena *a, const struct tally *group,
		       struct many_row *row, size_t n)
{
	const struct tally all = sum(group, n);
	double *p = arena_array(a, n, sizeof(*p));
	double *q = arena_array(a, n, sizeof(*q));
	size_t tested = 0, used = 0;

	for (size_t i = 0; i < n; i++) {
		row[i] = against(group[i], without(all, group[i]));
		if (row[i].from_rest.known)
			p[tested++] = row[i].p;
	}
	many_adjust(a, p, q, tested);
	for (size_t i = 0; i < n; i++) {
		if (row[i].from_rest.known)
			row[i].q = q[used++];
		row[i].verdict =
			many_verdict(group[i], without(all, group[i]), &row[i]);
	}
}

static int64_t groups_with_leads(const struct tally *group, size_t n)
{
	int64_t groups = 0;

	for (size_t i = 0; i < n; i++)
		groups += group[i].leads > 0;
	return groups;
}

struct many_spread many_spread(const struct tally *group, size_t n)
{
	const struct tally all = sum(group, n);
	const int64_t groups = groups_with_leads(group, n);
	struct many_spread spread = { .p = 1 };

	if (groups < 2)
		return spread;
	spread.known = true;
	spread.df = groups - 1;
	if (all.won == 0 || all.won == all.leads)
		return spread;

	const double p = (double)all.won / (double)all.leads;

	for (size_t i = 0; i < n; i++) {
		const double leads = (double)group[i].leads;
		const double off = (double)group[i].won - leads * p;

		if (group[i].leads > 0)
			spread.chi2 += off * off / (leads * p * (1 - p));
	}
	spread.p = special_chi2_upper(spread.chi2, (double)spread.df);
	return spread;
}

/* ---- What to order them by ---- */

/*
 * The logarithm of a(a+1)...(a+k-1), that is lgamma(a + k) - lgamma(a), and
 * its first and second derivative in a.
 */
struct rise {
	double log, first, second;
};

/* Factors from..to, one by one; products of eight save logarithms. */
static void rise_by_factors(struct rise *r, double a, int64_t k)
{
	double product = 1;

	for (int64_t j = 0; j < k; j++) {
		const double x = a + (double)j;

		product *= x;
		r->first += 1 / x;
		r->second -= 1 / (x * x);
		if (j % 8 == 7) {
			r->log += log(product);
			product = 1;
		}
	}
	r->log += log(product);
}

/* Stirling's series for lgamma less its leading part, x >= 16. */
static double stirling_rest(double x)
{
	const double y = 1 / (x * x);

	return (1.0 / 12 - y * (1.0 / 360 - y * (1.0 / 1260 - y / 1680))) / x;
}

/* digamma(x) - log(x) and trigamma(x), x >= 16. */
static double digamma_rest(double x)
{
	const double y = 1 / (x * x);

	return -0.5 / x -
	       y * (1.0 / 12 - y * (1.0 / 120 - y * (1.0 / 252 - y / 240)));
}

static double trigamma(double x)
{
	const double y = 1 / (x * x);

	return (1 + 0.5 / x +
		y * (1.0 / 6 - y * (1.0 / 30 - y * (1.0 / 42 - y / 30)))) /
	       x;
}

/*
 * Differences of lgamma lose their digits when a is far larger than k, which
 * is where the boundary lies; here the large parts are subtracted on paper.
 */
static struct rise rise(double a, int64_t k)
{
	enum { SMALL = 16 };
	struct rise r = { 0 };
	const int64_t few =
		k <= (int64_t)2 * SMALL ? k : (a < SMALL ? SMALL : 0);

	rise_by_factors(&r, a, few);
	if (few == k)
		return r;

	const double from = a + (double)few, to = a + (double)k;
	const double by = (double)(k - few), growth = log1p(by / from);

	r.log += (from - 0.5) * growth + by * log(to) - by + stirling_rest(to) -
		 stirling_rest(from);
	r.first += growth + digamma_rest(to) - digamma_rest(from);
	r.second += trigamma(to) - trigamma(from);
	return r;
}

/* The log-likelihood of (mean, strength) and its slopes. */
struct slope {
	double log;
	double mean, mean2; /* first and second derivative in the mean */
	double strength;    /* derivative in the strength */
};

static struct slope slope_at(const struct tally *group, size_t n, double mean,
			     double strength)
{
	struct slope s = { 0 };

	for (size_t i = 0; i < n; i++) {
		const struct tally t = group[i];
		const struct rise w = rise(mean * strength, t.won);
		const struct rise l =
			rise((1 - mean) * strength, t.leads - t.won);
		const struct rise all = rise(strength, t.leads);

		s.log += w.log + l.log - all.log;
		s.mean += strength * (w.first - l.first);
		s.mean2 += strength * strength * (w.second + l.second);
		s.strength += mean * w.first + (1 - mean) * l.first - all.first;
	}
	return s;
}

/*
 * Moves *mean to where the likelihood at this strength is highest.  It is
 * concave in the mean, so Newton inside a shrinking bracket always arrives.
 */
static struct slope best_mean(const struct tally *group, size_t n,
			      double strength, double *mean)
{
	double low = 0, high = 1;
	struct slope s = slope_at(group, n, *mean, strength);

	for (int i = 0; i < 100; i++) {
		double next = *mean - s.mean / s.mean2;

		if (fabs(next - *mean) < 1e-14)
			break;
		if (s.mean > 0)
			low = *mean;
		else
			high = *mean;
		if (!(next > low && next < high))
			next = (low + high) / 2;
		*mean = next;
		s = slope_at(group, n, *mean, strength);
	}
	return s;
}

/* With one rate for all: the likelihood that any spread has to beat. */
static double log_common(struct tally all)
{
	const double won = (double)all.won,
		     lost = (double)(all.leads - all.won);
	const double p = won / (double)all.leads;

	return won * log(p) + lost * log1p(-p);
}

static struct many_prior common_rate(struct tally all)
{
	return (struct many_prior){
		.known = true,
		.boundary = true,
		.mean = (double)all.won / (double)all.leads,
		.strength = MANY_MOST_STRENGTH,
		.alpha = (double)all.won + 0.5,
		.beta = (double)(all.leads - all.won) + 0.5,
	};
}

static struct many_prior prior_of(double mean, double strength)
{
	return (struct many_prior){
		.known = true,
		.mean = mean,
		.strength = strength,
		.alpha = mean * strength,
		.beta = (1 - mean) * strength,
		.sd = sqrt(mean * (1 - mean) / (strength + 1)),
	};
}

/* The coarse walk: forty strides, each by this factor, pass the most. */
static const double STRIDE = 1.7, LEAST_STRENGTH = 1e-3;
enum { STRIDES = 40 };

/* The strength on the coarse walk where the likelihood is highest. */
static double best_stride(const struct tally *group, size_t n, double *mean)
{
	double best = LEAST_STRENGTH, highest = -DBL_MAX;

	for (int i = 0; i <= STRIDES; i++) {
		const double strength = fmin(LEAST_STRENGTH * pow(STRIDE, i),
					     MANY_MOST_STRENGTH);
		const double height = best_mean(group, n, strength, mean).log;

		if (height > highest) {
			highest = height;
			best = strength;
		}
	}
	return best;
}

/*
 * The likelihood may have its peak anywhere between "every group is all or
 * nothing" and "one rate for all": a coarse walk over the strength finds the
 * highest stride, and halving on the sign of the slope finishes.
 */
struct many_prior many_prior(const struct tally *group, size_t n)
{
	const struct tally all = sum(group, n);

	if (groups_with_leads(group, n) < MANY_LEAST_GROUPS)
		return (struct many_prior){ .known = false };
	if (all.won == 0 || all.won == all.leads)
		return common_rate(all);

	double mean = (double)all.won / (double)all.leads;
	const double best = best_stride(group, n, &mean);
	double low = best / STRIDE;
	double high = fmin(best * STRIDE, MANY_MOST_STRENGTH);

	for (int i = 0; i < 50; i++) {
		const double middle = sqrt(low * high);

		if (best_mean(group, n, middle, &mean).strength > 0)
			low = middle;
		else
			high = middle;
	}
	/* Below a millionth the gain is rounding, not spread. */
	if (high >= MANY_MOST_STRENGTH ||
	    best_mean(group, n, high, &mean).log < log_common(all) + 1e-6)
		return common_rate(all);
	return prior_of(mean, high);
}

struct share many_shrunk(const struct many_prior *prior, struct tally group)
{
	double a = prior->alpha, b = prior->beta;

	BUG_IF(group.won < 0 || group.won > group.leads);
	if (!prior->known)
		return (struct share){ .high = 1 };
	if (!prior->boundary) {
		a += (double)group.won;
		b += (double)(group.leads - group.won);
	}

	const double rate = prior->boundary ? prior->mean : a / (a + b);
	struct share s = { true, rate, 0, 1 };

	/* Without any win, or with nothing but wins, the limit on that side is
	 * exact, as in Jeffreys' interval.  The mean of a very skew beta
	 * distribution lies outside its limits, which then reach out to it. */
	if (prior->mean > 0)
		s.low = fmin(special_beta_quantile(a, b, .025), rate);
	if (prior->mean < 1)
		s.high = fmax(special_beta_quantile(a, b, .975), rate);
	return s;
}

double many_chance_above(const struct many_prior *prior, struct tally group)
{
	BUG_IF(group.won < 0 || group.won > group.leads);
	if (!prior->known || prior->boundary)
		return 0.5;
	return special_beta_cdf(prior->beta + (double)(group.leads - group.won),
				prior->alpha + (double)group.won,
				1 - prior->mean);
}
