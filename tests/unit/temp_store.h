/* temp_store.h - an empty store for one test, below /tmp, gone afterwards. */
#ifndef TEMP_STORE_H
#define TEMP_STORE_H

#include "../../cgi/lib/rollup.h"
#include "../../cgi/lib/store.h"
#include "../../cgi/lib/zone.h"
#include "../check.h"
#include "../test_store.h"
#include "queries.h"

struct temp_store {
	char folder[64];
	const char *url;
	struct arena *arena;
	struct store *store;
};

static inline void temp_store_open(struct temp_store *t, const char *zone)
{
	struct store_migrated steps;

	*t = (struct temp_store){ .folder = "/tmp/salesboard-test-XXXXXX",
				  .arena = arena_new() };
	BUG_IF(!mkdtemp(t->folder));
	t->url = test_store_url(t->arena, t->folder);
	BUG_IF(store_migrate(t->url, &steps) != OK);
	BUG_IF(store_open(t->url, STORE_COMPANY, STORE_READ_WRITE, &t->store) !=
	       OK);
	rollup_keep(t->store, ROLLUP_JUDGE_ALWAYS);
	BUG_IF(zone_use(zone) != OK);
}

static inline enum err temp_store_audit(struct store *s, void *arena)
{
	int64_t wrong = 0;
	enum err e = rollup_audit(s, arena, &wrong);

	CHECK_INT(wrong, 0);
	return e;
}

/* Whatever was written, the sums agree with the records. */
static inline void temp_store_check_sums(struct temp_store *t)
{
	struct arena *a = arena_new();

	CHECK_INT(store_read(t->store, a, temp_store_audit, a), OK);
	arena_free(a);
}

static inline void temp_store_close(struct temp_store *t)
{
	static const char *const files[] = {
		"",       "-wal",       "-shm",       ".lock",
		".vault", ".vault-wal", ".vault-shm", ".vault.lock",
	};

	temp_store_check_sums(t);
	store_close(t->store);
	for (size_t i = 0; i < COUNT(files); i++)
		unlink(arena_printf(t->arena, "%s/test.db%s", t->folder,
				    files[i]));
	rmdir(t->folder);
	arena_free(t->arena);
}

/* Runs one test in a store of its own, in one transaction. */
static inline void temp_store_test(const char *zone,
				   enum err (*test)(struct store *s, void *a))
{
	struct temp_store t;

	temp_store_open(&t, zone);
	CHECK_INT(store_write(t.store, t.arena, test, t.arena), OK);
	temp_store_close(&t);
}

#endif
