/* base.c - the last words of a program that broke a promise. */
#include "base.h"

#include <stdio.h>

void bug(const char *file, int line, const char *promise)
{
	fprintf(stderr, "bug at=%s:%d promise=\"%s\"\n", file, line, promise);
	abort();
}
