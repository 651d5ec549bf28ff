/* rate.c - shares won/leads of one and of two groups, and how sure they are. */
#include "rate.h"

#include <math.h>

/* 80 % of a normal variable lie below this. */
static const double Z80 = 0.8416212335729143;

static double ratio(int64_t k, int64_t n)
{
	return (double)k / (double)n;
}

static double clamp(double x, double low, double high)
{
	return fmin(fmax(x, low), high);
}

struct share rate_share(int64_t k, int64_t n)
{
	BUG_IF(k < 0 || k > n);
	if (n == 0)
		return (struct share){ .high = 1 };

	const double z = RATE_Z95, size = (double)n, p = ratio(k, n);
	const double scale = 1 + z * z / size;
	const double middle = (p + z * z / (2 * size)) / scale;
	const double half =
		z / scale *
		sqrt(p * (1 - p) / size + z * z / (4 * size * size));

	/* At the ends rounding would leave +-1e-17 beside 0 and 1; so that
	 * the limits are exact there, p bounds them. */
	return (struct share){
		.known = true,
		.rate = p,
		.low = clamp(middle - half, 0, p),
		.high = clamp(middle + half, p, 1),
	};
}

struct rate_per_win rate_per_win(int64_t k, int64_t n)
{
	struct share s = rate_share(k, n);

	if (k == 0)
		return (struct rate_per_win){ .low = 1 / s.high };
	return (struct rate_per_win){
		.known = true,
		.leads = ratio(n, k),
		.low = 1 / s.high,
		.high = 1 / s.low,
	};
}

/* The nearest whole unit of an amount >= 0 that may be too large for one. */
static int64_t whole_units(double amount)
{
	return amount < 0x1p63 ? (int64_t)llround(amount) : INT64_MAX;
}

struct rate_cost rate_cost(int64_t spend, int64_t k, int64_t n)
{
	struct share s = rate_share(k, n);

	BUG_IF(spend < 0);
	if (n == 0)
		return (struct rate_cost){ .known = false };

	const double per_lead = ratio(spend, n);
	struct rate_cost cost = { .low = whole_units(per_lead / s.high) };

	if (k == 0)
		return cost;
	cost.known = true;
	/* Sums of money stay exact: no double between spend and its share. */
	cost.each = spend / k + (spend % k >= k - spend % k);
	cost.high = whole_units(per_lead / s.low);
	return cost;
}

struct difference rate_difference(struct tally a, struct tally b)
{
	struct share p = rate_share(a.won, a.leads);
	struct share q = rate_share(b.won, b.leads);

	if (!p.known || !q.known)
		return (struct difference){ .low = -1, .high = 1 };

	const double by = p.rate - q.rate;

	return (struct difference){
		.known = true,
		.by = by,
		.low = by - hypot(p.rate - p.low, q.high - q.rate),
		.high = by + hypot(p.high - p.rate, q.rate - q.low),
	};
}

/*
 * Where a draw of `drawn` out of an urn with `red` and `blue` ones falls: the
 * chances that it holds fewer than, exactly, and more than `at` red ones.
 */
struct tails {
	double below, at, above;
};

static void tails_add(struct tails *t, double weight, int64_t j, int64_t at)
{
	if (j < at)
		t->below += weight;
	else if (j > at)
		t->above += weight;
	else
		t->at += weight;
}

/*
 * Factorials overflow and differences of lgamma lose digits, so the weights
 * start as 1 at the mode and go outwards by their exact ratios until they are
 * too small to be told from 0: about forty standard deviations on each side.
 */
static struct tails hypergeometric(int64_t red, int64_t blue, int64_t drawn,
				   int64_t at)
{
	const double r = (double)red, b = (double)blue, d = (double)drawn;
	const int64_t first = drawn > blue ? drawn - blue : 0;
	const int64_t last = drawn < red ? drawn : red;
	const int64_t peak = (int64_t)((r + 1) * (d + 1) / (r + b + 2));
	const int64_t mode = peak < first ? first : (peak > last ? last : peak);
	struct tails t = { 0 };
	double weight = 1;

	tails_add(&t, weight, mode, at);
	for (int64_t j = mode; j < last && weight > 1e-300; j++) {
		const double x = (double)j;

		weight *= (r - x) * (d - x) / ((x + 1) * (b - d + x + 1));
		tails_add(&t, weight, j + 1, at);
	}
	weight = 1;
	for (int64_t j = mode; j > first && weight > 1e-300; j--) {
		const double x = (double)j;

		weight *= x * (b - d + x) / ((r - x + 1) * (d - x + 1));
		tails_add(&t, weight, j - 1, at);
	}

	const double all = t.below + t.at + t.above;

	return (struct tails){ t.below / all, t.at / all, t.above / all };
}

static void check_tally(struct tally t)
{
	BUG_IF(t.won < 0 || t.won > t.leads);
}

double rate_p_midp(struct tally a, struct tally b)
{
	check_tally(a);
	check_tally(b);

	struct tails t = hypergeometric(a.leads, b.leads, a.won + b.won, a.won);

	return fmin(1, 2 * (fmin(t.below, t.above) + t.at / 2));
}

double rate_p_pooled(struct tally a, struct tally b)
{
	check_tally(a);
	check_tally(b);
	if (a.leads == 0 || b.leads == 0)
		return 1;

	const double n = (double)a.leads, m = (double)b.leads;
	const double pooled = (double)(a.won + b.won) / (n + m);
	const double variance = pooled * (1 - pooled) * (1 / n + 1 / m);

	if (variance <= 0)
		return 1;

	const double by = ratio(a.won, a.leads) - ratio(b.won, b.leads);

	return erfc(fabs(by) / sqrt(variance) / sqrt(2.0));
}

double rate_p(struct tally a, struct tally b)
{
	return a.leads + b.leads < RATE_LARGE ? rate_p_midp(a, b)
					      : rate_p_pooled(a, b);
}

/*
 * Beta(won + 1, leads - won + 1) is the (won + 1)-th smallest of leads + 1
 * uniform numbers.  Throw the numbers of both groups together: the one of a is
 * the larger exactly when at most a.won of the smallest a.won + b.won + 1
 * belong to a, and which ones belong to a is a draw without replacement.
 */
double rate_chance_better(struct tally a, struct tally b)
{
	check_tally(a);
	check_tally(b);

	struct tails t = hypergeometric(a.leads + 1, b.leads + 1,
					a.won + b.won + 1, a.won);

	return fmin(t.below + t.at, 1);
}

int64_t rate_needed(double p, double q)
{
	BUG_IF(!(p >= 0 && p <= 1 && q >= 0 && q <= 1));
	if (fabs(p - q) < 1e-7)
		return NONE;

	const double middle = (p + q) / 2;
	const double equal = RATE_Z95 * sqrt(2 * middle * (1 - middle));
	const double apart = Z80 * sqrt(p * (1 - p) + q * (1 - q));
	const double root = (equal + apart) / (p - q);

	return root * root < 1e12 ? (int64_t)ceil(root * root) : NONE;
}
