/* worker.c - writes to a store, or reads it, for some seconds.
 *
 *	worker write URL SECONDS NAME    adds teams NAME-0, NAME-1 ...; prints
 *	                                 each that was acknowledged, at once
 *	worker read URL SECONDS          counts teams; prints "N reads, N
 *failed, N ms at the longest"
 *
 * After "nobody knows" a team is written again: when its name is taken, it was
 * saved the first time.  "gave up NAME" when that is not clear in the end. */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "lib/store.h"
#include "queries.h"

static int64_t now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static enum err add_team(struct store *s, void *name)
{
	struct team_add_in in = { .name = name,
				  .name_key = name,
				  .region = "" };
	struct team_add row;

	return one_team_add(s, in, &row) ? OK : store_error(s);
}

static enum err count_teams(struct store *s, void *arg)
{
	struct scope all = { .see = SEE_ALL };
	struct answer *a = ask_team_all(s, (struct team_all_in){ all });
	struct team_all row;

	(void)arg;
	while (next_team_all(a, &row))
		;
	return store_error(s);
}

static void write_team(struct store *s, struct arena *a, char *name)
{
	bool known = true;
	enum err e = ERR_BUSY;

	for (int i = 0; i < 5 && e != OK; i++) {
		e = store_write(s, a, add_team, name);
		if (e == ERR_CONFLICT && !known)
			e = OK;
		if (e == ERR_UNKNOWN)
			known = false;
	}
	printf("%s%s\n", e == OK ? "" : "gave up ", name);
	fflush(stdout);
}

static void write_teams(struct store *s, int64_t end, const char *name)
{
	struct arena *a = arena_new();

	for (int i = 0; now_ms() < end; i++) {
		write_team(s, a, arena_printf(a, "%s-%d", name, i));
		arena_reset(a);
	}
	arena_free(a);
}

static void read_teams(struct store *s, int64_t end)
{
	struct timespec pause = { 0, 20L * 1000 * 1000 };
	struct arena *a = arena_new();
	int64_t longest = 0;
	int reads = 0, failed = 0;

	while (now_ms() < end) {
		int64_t begun = now_ms();

		reads++;
		failed += store_read(s, a, count_teams, NULL) != OK;
		if (now_ms() - begun > longest)
			longest = now_ms() - begun;
		arena_reset(a);
		nanosleep(&pause, NULL);
	}
	printf("%d reads, %d failed, %lld ms at the longest\n", reads, failed,
	       (long long)longest);
	arena_free(a);
}

int main(int argc, char **argv)
{
	bool writes = argc == 5 && strcmp(argv[1], "write") == 0;
	struct store *s;
	int64_t end;

	if (argc < 4)
		return 2;
	if (store_open(argv[2], STORE_COMPANY,
		       writes ? STORE_READ_WRITE : STORE_READ_ONLY, &s) != OK)
		return 1;
	end = now_ms() + 1000 * strtoll(argv[3], NULL, 10);
	if (writes)
		write_teams(s, end, argv[4]);
	else
		read_teams(s, end);
	store_close(s);
	return 0;
}
