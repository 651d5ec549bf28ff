/* check.h - the whole test framework: CHECK a condition, end with check_done.
 * A failed CHECK prints where and what, and the test goes on. */
#ifndef CHECK_H
#define CHECK_H

#include <math.h>
#include <stdio.h>
#include <string.h>

static int check_passed, check_failed;

#define CHECK(condition) check_that((condition), __FILE__, __LINE__, #condition)

/* got and want are texts; both are printed when they differ. */
#define CHECK_TEXT(got, want) check_text((got), (want), __FILE__, __LINE__)

/* got and want are integers; both are printed when they differ. */
#define CHECK_INT(got, want)                                                   \
	check_int((long long)(got), (long long)(want), __FILE__, __LINE__, #got)

/* |got - want| <= tolerance * max(1, |want|); NaN is never near. */
#define CHECK_NEAR(got, want, tolerance)                                       \
	check_near((got), (want), (tolerance), __FILE__, __LINE__, #got)

static inline int check_that(int ok, const char *file, int line,
			     const char *what)
{
	if (ok)
		check_passed++;
	else
		check_failed++;
	if (!ok)
		printf("%s:%d: FAILED %s\n", file, line, what);
	return ok;
}

static inline int check_text(const char *got, const char *want,
			     const char *file, int line)
{
	int ok = strcmp(got, want) == 0;

	check_that(ok, file, line, want);
	if (!ok)
		printf("\tgot  \"%s\"\n\twant \"%s\"\n", got, want);
	return ok;
}

static inline int check_int(long long got, long long want, const char *file,
			    int line, const char *what)
{
	check_that(got == want, file, line, what);
	if (got != want)
		printf("\tgot  %lld\n\twant %lld\n", got, want);
	return got == want;
}

static inline int check_near(double got, double want, double tolerance,
			     const char *file, int line, const char *what)
{
	double scale = fabs(want) > 1 ? fabs(want) : 1;
	int ok = fabs(got - want) <= tolerance * scale;

	check_that(ok, file, line, what);
	if (!ok)
		printf("\tgot  %.17g\n\twant %.17g\n", got, want);
	return ok;
}

/* Prints the count that tests/run.sh adds up; the exit code of main. */
static inline int check_done(void)
{
	printf("%d passed, %d failed\n", check_passed, check_failed);
	return check_failed != 0;
}

#endif
