/* commit.c - the floor under a form post: the rows that the form of a talk
 * writes, committed by themselves, by prepared statements, into the same store.
 *
 *	commit STORE.db TIMES
 *
 * Each time it is another follow-up that is due; what was written is taken back
 * afterwards, which is not timed, so that the company stays as it was.
 * Prints the median of the milliseconds one commit takes. */
#include <sqlite3.h>
#include <stdio.h>
#include <time.h>

enum { TIMES_MOST = 1000, STATEMENTS_MOST = 14 };

/* Adds to sums of follow-ups, of some owner and of all. */
#define ADD(day, due, done)                                                    \
	"INSERT INTO followup_count (manager_id, owner_id, unit, start, due,"  \
	" done, stake) VALUES (-1, ?3, 0, " day ", " due ", " done ", 0),"     \
	" (-1, -1, 0, " day ", " due ", " done ", 0)"                          \
	" ON CONFLICT (manager_id, owner_id, unit, start) DO UPDATE"           \
	" SET due = due + excluded.due, done = done + excluded.done"

/* ?1: the follow-up, ?2: its customer, ?3: its owner, ?4: a text never used. */
static const char *const rows[] = {
	"BEGIN IMMEDIATE",
	"INSERT INTO done_once VALUES (?4, ?3, '', 1)",
	"UPDATE followup SET state = 'done', version = version + 1"
	" WHERE id = ?1",
	"INSERT INTO followup_event (followup_id, kind, at, day, actor_id)"
	" VALUES (?1, 'done', 1, 1, ?3)",
	"INSERT INTO contact (customer_id, followup_id, person_id, kind,"
	" outcome, at, day) VALUES (?2, ?1, ?3, 'call', 'no_answer', 1, 1)",
	"INSERT INTO followup (customer_id, manager_id, owner_id, kind, cause,"
	" subject, due_day, first_due_day, state, created_at, created_day)"
	" SELECT ?2, manager_id, ?3, 'call', 'hand', 'See how they are',"
	" due_day + 7, due_day + 7, 'open', 1, 1 FROM followup WHERE id = ?1",
	"INSERT INTO followup_event (followup_id, kind, at, day, actor_id,"
	" due_day, owner_id) VALUES (last_insert_rowid(), 'created', 1, 1, ?3,"
	" 2, ?3)",
	"UPDATE done_once SET place = '/followups?id=1' WHERE nonce = ?4",
	ADD("1", "-1", "1"),
	ADD("2", "1", "0"),
	"UPDATE change SET n = n + 1",
	"COMMIT",
	NULL
};

static const char *const back[] = {
	"BEGIN IMMEDIATE",
	"DELETE FROM done_once WHERE nonce = ?4",
	"DELETE FROM followup_count WHERE unit = 0 AND start IN (1, 2)",
	"DELETE FROM contact WHERE id = (SELECT MAX(id) FROM contact)",
	"DELETE FROM followup_event WHERE id >="
	" (SELECT MAX(id) - 1 FROM followup_event)",
	"DELETE FROM followup WHERE id = (SELECT MAX(id) FROM followup)",
	"UPDATE followup SET state = 'open', version = version - 1"
	" WHERE id = ?1",
	"COMMIT",
	NULL
};

static const char due[] =
	"SELECT id, customer_id, owner_id FROM followup WHERE state = 'open'"
	" ORDER BY due_day, id LIMIT 1 OFFSET ?1";

static sqlite3 *db;

static void fail(void)
{
	fprintf(stderr, "commit: %s\n", sqlite3_errmsg(db));
	exit(1);
}

static double now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static int by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static void prepare(const char *const *text, sqlite3_stmt **stmt)
{
	for (; *text; text++, stmt++)
		if (sqlite3_prepare_v2(db, *text, -1, stmt, NULL) != SQLITE_OK)
			fail();
	*stmt = NULL;
}

/* A follow-up, its customer, its owner; and the number of the try. */
struct talk {
	sqlite3_int64 part[3];
	long number;
};

static void run(sqlite3_stmt **stmt, const struct talk *t)
{
	char nonce[33];

	snprintf(nonce, sizeof(nonce), "%032lx", t->number);
	for (; *stmt; stmt++) {
		int n = sqlite3_bind_parameter_count(*stmt);

		for (int i = 0; i < n && i < 3; i++)
			sqlite3_bind_int64(*stmt, i + 1, t->part[i]);
		if (n == 4)
			sqlite3_bind_text(*stmt, 4, nonce, -1,
					  SQLITE_TRANSIENT);
		if (sqlite3_step(*stmt) != SQLITE_DONE)
			fail();
		sqlite3_reset(*stmt);
	}
}

static struct talk choose(sqlite3_stmt *stmt, long number)
{
	struct talk t = { .number = number };

	sqlite3_bind_int64(stmt, 1, number);
	if (sqlite3_step(stmt) != SQLITE_ROW)
		fail();
	for (int i = 0; i < 3; i++)
		t.part[i] = sqlite3_column_int64(stmt, i);
	sqlite3_reset(stmt);
	return t;
}

int main(int argc, char **argv)
{
	static double took[TIMES_MOST];
	static sqlite3_stmt *write[STATEMENTS_MOST], *undo[STATEMENTS_MOST],
		*pick[2];
	static const char *const picks[] = { due, NULL };
	long times = argc == 3 ? strtol(argv[2], NULL, 10) : 0;

	if (times < 1 || times > TIMES_MOST ||
	    sqlite3_open_v2(argv[1], &db, SQLITE_OPEN_READWRITE, NULL))
		return 2;
	sqlite3_busy_timeout(db, 5000);
	sqlite3_exec(db, "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON",
		     NULL, NULL, NULL);
	prepare(rows, write);
	prepare(back, undo);
	prepare(picks, pick);
	for (long i = 0; i < times; i++) {
		struct talk t = choose(pick[0], i);
		double began = now_ms();

		run(write, &t);
		took[i] = now_ms() - began;
		run(undo, &t);
	}
	qsort(took, (size_t)times, sizeof(took[0]), by_size);
	printf("%.3f\n", took[times / 2]);
	return 0;
}
