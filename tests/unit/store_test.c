/* store_test.c - transactions, retries, and several processes at once. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lib/log.h"
#include "temp_store.h"

static struct temp_store temp;
static const char *url;

static struct store *open_again(enum store_mode mode)
{
	struct store *s = NULL;

	CHECK_INT(store_open(url, STORE_COMPANY, mode, &s), OK);
	return s;
}

/* ---- one process ------------------------------------------------------------
 */

static enum err add_team(struct store *s, void *name)
{
	struct team_add_in in = { .name = name,
				  .name_key = name,
				  .region = "" };
	struct team_add row;

	return one_team_add(s, in, &row) ? OK : store_error(s);
}

static enum err write_team(struct store *s, struct arena *a, const char *name)
{
	return store_write(s, a, add_team, arena_strdup(a, name));
}

static enum err add_team_then_fail(struct store *s, void *name)
{
	add_team(s, name);
	return ERR_INPUT;
}

static enum err count_teams(struct store *s, void *arg)
{
	int64_t *n = arg;
	struct scope all = { .see = SEE_ALL };
	struct team_all row;
	struct answer *a = ask_team_all(s, (struct team_all_in){ all });

	*n = 0;
	while (next_team_all(a, &row))
		++*n;
	return store_error(s);
}

static int64_t teams(struct store *s)
{
	int64_t n = -1;

	CHECK_INT(store_read(s, temp.arena, count_teams, &n), OK);
	return n;
}

static enum err read_change(struct store *s, void *arg)
{
	struct change_now row;

	if (one_change_now(s, &row))
		*(int64_t *)arg = row.n;
	return store_error(s);
}

static int64_t change_now(struct store *s, struct arena *a)
{
	int64_t n = -1;

	CHECK_INT(store_read(s, a, read_change, &n), OK);
	return n;
}

static void a_write_is_all_or_nothing(void)
{
	int64_t before = change_now(temp.store, temp.arena);

	CHECK_INT(write_team(temp.store, temp.arena, "One"), OK);
	CHECK_INT(teams(temp.store), 1);
	CHECK_INT(change_now(temp.store, temp.arena), before + 1);
	CHECK_INT(store_write(temp.store, temp.arena, add_team_then_fail,
			      arena_strdup(temp.arena, "Two")),
		  ERR_INPUT);
	CHECK_INT(teams(temp.store), 1);
	CHECK_INT(change_now(temp.store, temp.arena), before + 1);
	/* the same key again: the store refuses, nothing is kept */
	CHECK_INT(write_team(temp.store, temp.arena, "One"), ERR_CONFLICT);
	CHECK_INT(teams(temp.store), 1);
	/* and the next one works again, in a store prepared for very many */
	CHECK_INT(store_bulk(temp.store), OK);
	CHECK_INT(write_team(temp.store, temp.arena, "Three"), OK);
	CHECK_INT(teams(temp.store), 2);
}

/* Two questions asked before the first answer is read. */
static enum err ask_both(struct store *s, void *arg)
{
	struct scope all = { .see = SEE_ALL };
	struct answer *a = ask_team_all(s, (struct team_all_in){ all });
	struct answer *b = ask_team_all(s, (struct team_all_in){ all });
	struct team_all row;
	int *n = arg;

	while (next_team_all(a, &row))
		n[0]++;
	/* dropped in the middle: the snapshot must not stay open */
	if (next_team_all(b, &row))
		n[1]++;
	return store_error(s);
}

static void questions_come_before_answers(void)
{
	int n[2] = { 0, 0 };

	CHECK_INT(store_read(temp.store, temp.arena, ask_both, n), OK);
	CHECK_INT(n[0], 2);
	CHECK_INT(n[1], 1);
	CHECK_INT(write_team(temp.store, temp.arena, "Four"), OK);
}

static void a_reader_sees_one_snapshot_and_cannot_write(void)
{
	struct store *reader = open_again(STORE_READ_ONLY);

	CHECK_INT(teams(reader), 3);
	CHECK_INT(write_team(temp.store, temp.arena, "Five"), OK);
	CHECK_INT(teams(reader), 4);
	store_close(reader);
}

static void what_does_not_fit_is_refused(void)
{
	struct store *s;

	CHECK_INT(store_open("mysql:x", STORE_COMPANY, STORE_READ_ONLY, &s),
		  ERR_DB);
	CHECK_INT(store_open("sqlite:/nonexistent/x.db", STORE_COMPANY,
			     STORE_READ_ONLY, &s),
		  ERR_DB);
	CHECK(!store_exists("sqlite:/nonexistent/x.db"));
	CHECK(store_exists(url));
	CHECK_INT(store_check(temp.store), OK);
}

/* Records and passwords are no business of other users of the machine. */
static void only_owner_and_group_may_read(void)
{
	static const char *const files[] = { "", "-wal", ".vault",
					     ".vault-wal" };

	for (size_t i = 0; i < COUNT(files); i++) {
		struct stat st;
		const char *path = arena_printf(temp.arena, "%s/test.db%s",
						temp.folder, files[i]);

		CHECK_INT(stat(path, &st), 0);
		CHECK_INT(st.st_mode & 0007, 0);
	}
}

static void migrating_again_changes_nothing(void)
{
	struct store_migrated done = { -1, true };

	CHECK_INT(store_migrate(url, &done), OK);
	CHECK_INT(done.steps, 0);
	CHECK(!done.sums);
	CHECK_INT(teams(temp.store), 4);
}

/* ---- several processes ------------------------------------------------- */

/* Reads a number and writes it back one higher: lost updates would show. */
static enum err raise_horizon(struct store *s, void *arg)
{
	struct company_settings row;

	(void)arg;
	if (!one_company_settings(s, &row))
		return store_error(s) == OK ? ERR_NOT_FOUND : store_error(s);
	return run_company_horizon_set(
		s, (struct company_horizon_set_in){ row.horizon_days + 1 });
}

static void child(int times)
{
	struct store *s;
	struct arena *a = arena_new();

	if (store_open(url, STORE_COMPANY, STORE_READ_WRITE, &s) != OK)
		_exit(1);
	for (int i = 0; i < times; i++) {
		if (store_write(s, a, raise_horizon, NULL) != OK)
			_exit(2);
		arena_reset(a);
	}
	store_close(s);
	_exit(0);
}

static enum err add_company(struct store *s, void *arg)
{
	(void)arg;
	return run_company_add(s, (struct company_add_in){
					  .name = "X",
					  .time_zone = "UTC",
					  .currency = "USD",
					  .language = "en",
					  .horizon_days = 1,
					  .new_cycle_days = 180,
					  .contact_days = 14,
					  .sales_since_day = NONE,
				  });
}

static enum err read_horizon(struct store *s, void *arg)
{
	struct company_settings row;

	if (one_company_settings(s, &row))
		*(int64_t *)arg = row.horizon_days;
	return store_error(s);
}

static void four_processes_lose_no_update(void)
{
	enum { PROCESSES = 4, TIMES = 100 };
	pid_t pid[PROCESSES];
	int64_t horizon = 0;

	CHECK_INT(store_write(temp.store, temp.arena, add_company, NULL), OK);
	fflush(stdout);
	for (int i = 0; i < PROCESSES; i++)
		if ((pid[i] = fork()) == 0)
			child(TIMES);
	for (int i = 0; i < PROCESSES; i++) {
		int status = -1;

		waitpid(pid[i], &status, 0);
		CHECK_INT(status, 0);
	}
	CHECK_INT(store_read(temp.store, temp.arena, read_horizon, &horizon),
		  OK);
	CHECK_INT(horizon, 1 + PROCESSES * TIMES);
	CHECK_INT(store_check(temp.store), OK);
}

/* ---- a process that dies ----------------------------------------------- */

/* Adds teams and tells of each through a pipe after it was acknowledged. */
static void writer(int pipe_end, int id)
{
	struct store *s;
	struct arena *a = arena_new();

	if (store_open(url, STORE_COMPANY, STORE_READ_WRITE, &s) != OK)
		_exit(1);
	for (int i = 0;; i++) {
		char name[64];

		snprintf(name, sizeof(name), "w%d-%d", id, i);
		if (store_write(s, a, add_team, name) != OK)
			_exit(2);
		if (write(pipe_end, "x", 1) != 1)
			_exit(3);
		arena_reset(a);
	}
}

static void killed_writers_lose_nothing_acknowledged(void)
{
	int64_t acknowledged = teams(temp.store);
	int pipes[2];

	for (int round = 0; round < 20; round++) {
		char told[4096];
		ssize_t n;
		pid_t pid;

		CHECK_INT(pipe(pipes), 0);
		fflush(stdout);
		if ((pid = fork()) == 0) {
			close(pipes[0]);
			writer(pipes[1], round);
		}
		close(pipes[1]);
		/* It is in full swing once the first one is told of. */
		CHECK_INT(read(pipes[0], told, 1), 1);
		acknowledged++;
		usleep(15000 + (useconds_t)round * 1700);
		kill(pid, SIGKILL);
		waitpid(pid, NULL, 0);
		while ((n = read(pipes[0], told, sizeof(told))) > 0)
			acknowledged += n;
		close(pipes[0]);
	}
	/* At most one more per kill: committed, but not told any more. */
	CHECK(teams(temp.store) >= acknowledged);
	CHECK(teams(temp.store) <= acknowledged + 20);
	CHECK(acknowledged > 20);
	CHECK_INT(store_check(temp.store), OK);
}

int main(void)
{
	temp_store_open(&temp, "UTC");
	url = temp.url;
	a_write_is_all_or_nothing();
	questions_come_before_answers();
	a_reader_sees_one_snapshot_and_cannot_write();
	what_does_not_fit_is_refused();
	if (!test_store_server())
		only_owner_and_group_may_read();
	migrating_again_changes_nothing();
	four_processes_lose_no_update();
	killed_writers_lose_nothing_acknowledged();
	temp_store_close(&temp);
	return check_done();
}
