/* test_store.h - where a test's own store is.
 *
 * A file below the test's folder, or, with SALESBOARD_TEST_STORE set to the
 * URL of a PostgreSQL database (tests/postgresql.sh), a company of its own
 * there. */
#ifndef TEST_STORE_H
#define TEST_STORE_H

#include <stdlib.h>
#include <unistd.h>

#include "../cgi/lib/arena.h"

static inline const char *test_store_server(void)
{
	const char *server = getenv("SALESBOARD_TEST_STORE");

	return server && *server ? server : NULL;
}

static inline const char *test_store_url(struct arena *a, const char *folder)
{
	static int companies;

	if (!test_store_server())
		return arena_printf(a, "sqlite:%s/test.db", folder);
	return arena_printf(a, "%s#test_%d_%d", test_store_server(),
			    (int)getpid(), ++companies);
}

#endif
