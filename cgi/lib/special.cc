/* special.cc - the door to the special functions of Boost.Math. */
#include "special.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>

#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/gamma.hpp>

namespace
{

namespace policies = boost::math::policies;

/* Every error becomes a return value, which chance() below then refuses. */
using quiet = policies::policy<
	policies::domain_error<policies::ignore_error>,
	policies::pole_error<policies::ignore_error>,
	policies::overflow_error<policies::ignore_error>,
	policies::underflow_error<policies::ignore_error>,
	policies::evaluation_error<policies::ignore_error>,
	policies::rounding_error<policies::ignore_error>,
	policies::indeterminate_result_error<policies::ignore_error>>;

/*
 * Calls f(first, second, third) and returns its answer, a chance.  The library
 * may still throw (it allocates nothing, but its policies do not cover all it
 * calls); nothing of that may unwind through C.
 */
template <typename F>
double chance(const char *name, F f, double first, double second,
	      double third) noexcept
{
	double answer = NAN;

	try {
		answer = f();
	} catch (...) {
		answer = NAN;
	}
	if (answer >= 0 && answer <= 1)
		return answer;
	std::fprintf(stderr, "level=bug at=%s call=%s(%.17g,%.17g,%.17g)\n",
		     __FILE__, name, first, second, third);
	std::abort();
}

} // namespace

double special_beta_cdf(double a, double b, double x)
{
	return chance(
		"beta_cdf",
		[=] { return boost::math::ibeta(a, b, x, quiet()); }, a, b, x);
}

double special_beta_quantile(double a, double b, double p)
{
	return chance(
		"beta_quantile",
		[=] { return boost::math::ibeta_inv(a, b, p, quiet()); }, a, b,
		p);
}

double special_chi2_upper(double chi2, double df)
{
	return chance(
		"chi2_upper",
		[=] { return boost::math::gamma_q(df / 2, chi2 / 2, quiet()); },
		chi2, df, 0);
}
