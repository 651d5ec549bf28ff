/* demo_random.c - chance, the same in every run. */
#include <math.h>

#include "demo.h"

/* Source: G. L. Steele, D. Lea, C. H. Flood, OOPSLA 2014, splitmix64. */
uint64_t demo_bits(struct demo_random *r)
{
	uint64_t z = r->state += UINT64_C(0x9e3779b97f4a7c15);

	z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
	return z ^ (z >> 31);
}

double demo_unit(struct demo_random *r)
{
	return (double)(demo_bits(r) >> 11) * 0x1p-53;
}

bool demo_chance(struct demo_random *r, double share)
{
	return demo_unit(r) < share;
}

int64_t demo_between(struct demo_random *r, int64_t least, int64_t most)
{
	return least + (int64_t)(demo_unit(r) * (double)(most - least + 1));
}

/* Source: Box and Muller 1958, Ann. Math. Stat. 29:610. */
double demo_normal(struct demo_random *r)
{
	double radius = sqrt(-2 * log(1 - demo_unit(r)));

	return radius * cos(2 * M_PI * demo_unit(r));
}

double demo_lognormal(struct demo_random *r, double median, double sigma)
{
	return median * exp(sigma * demo_normal(r));
}

/* Source: Knuth, Seminumerical Algorithms, 3.4.1; for small means. */
int64_t demo_poisson(struct demo_random *r, double mean)
{
	double limit = exp(-mean), product = demo_unit(r);
	int64_t n = 0;

	for (; product > limit; n++)
		product *= demo_unit(r);
	return n;
}

size_t demo_pick(struct demo_random *r, const double *weight, size_t n)
{
	double sum = 0, left;
	size_t i = 0;

	for (size_t k = 0; k < n; k++)
		sum += weight[k];
	left = demo_unit(r) * sum;
	while (i + 1 < n && left >= weight[i])
		left -= weight[i++];
	return i;
}
