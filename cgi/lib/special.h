/* special.h - the door to the special functions of Boost.Math.
 *
 * Three functions, each accurate to about 1e-13 relative over all counts a
 * dashboard can meet (up to 1e7).  An argument outside the stated range, or an
 * answer that is no finite number, is a broken promise: one line is printed
 * and the program aborts.  So no NaN, infinity or exception comes back. */
#ifndef SPECIAL_H
#define SPECIAL_H

#ifdef __cplusplus
extern "C" {
#endif

/*
 * special_beta_cdf - the chance that a Beta(a, b) variable is below x: the
 * regularised incomplete beta function I_x(a, b).
 * a, b > 0, finite; 0 <= x <= 1.  Returns a chance in [0, 1].
 */
double special_beta_cdf(double a, double b, double x);

/*
 * special_beta_quantile - the x below which a Beta(a, b) variable falls with
 * the chance p: the inverse of special_beta_cdf.
 * a, b > 0, finite; 0 <= p <= 1.  Returns x in [0, 1].
 */
double special_beta_quantile(double a, double b, double p);

/*
 * special_chi2_upper - the chance that a chi-square variable with df degrees
 * of freedom exceeds chi2.
 * chi2 >= 0, df > 0, both finite.  Returns a chance in [0, 1].
 */
double special_chi2_upper(double chi2, double df);

#ifdef __cplusplus
}
#endif

#endif
