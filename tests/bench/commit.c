/* commit.c - the floor under a form post: the rows that the form of a talk
 * writes, committed by themselves into an empty store.
 *
 *	commit STORE.db TIMES
 *
 * Prints the median of the milliseconds one commit takes. */
#include <sqlite3.h>
#include <stdio.h>
#include <time.h>

enum { TIMES_MOST = 1000 };

static const char rows[] =
	"BEGIN IMMEDIATE;"
	"INSERT INTO done_once VALUES (printf('%032x', random()), 1, '', 1);"
	"UPDATE followup SET state = 'done', version = version + 1"
	" WHERE id = (SELECT MAX(id) FROM followup);"
	"INSERT INTO followup_event (followup_id, kind, at, day, actor_id)"
	" VALUES (1, 'done', 1, 1, 1);"
	"INSERT INTO contact (customer_id, followup_id, person_id, kind,"
	" outcome, at, day) VALUES (1, 1, 1, 'call', 'no_answer', 1, 1);"
	"INSERT INTO followup (customer_id, owner_id, kind, cause, subject,"
	" due_day, first_due_day, state, created_at, created_day)"
	" VALUES (1, 1, 'call', 'hand', 'See how they are', 2, 2, 'open', 1, 1);"
	"INSERT INTO followup_event (followup_id, kind, at, day, actor_id,"
	" due_day, owner_id) VALUES (1, 'created', 1, 1, 1, 2, 1);"
	"UPDATE done_once SET place = '/followups?id=1' WHERE rowid ="
	" (SELECT MAX(rowid) FROM done_once);"
	"UPDATE change SET n = n + 1;"
	"COMMIT";

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

int main(int argc, char **argv)
{
	static double took[TIMES_MOST];
	long times = argc == 3 ? strtol(argv[2], NULL, 10) : 0;
	sqlite3 *db;

	if (times < 1 || times > TIMES_MOST ||
	    sqlite3_open_v2(argv[1], &db, SQLITE_OPEN_READWRITE, NULL))
		return 2;
	sqlite3_exec(db,
		     "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
		     "PRAGMA foreign_keys = OFF",
		     NULL, NULL, NULL);
	for (long i = 0; i < times; i++) {
		double began = now_ms();

		if (sqlite3_exec(db, rows, NULL, NULL, NULL) != SQLITE_OK) {
			fprintf(stderr, "commit: %s\n", sqlite3_errmsg(db));
			return 1;
		}
		took[i] = now_ms() - began;
	}
	qsort(took, (size_t)times, sizeof(took[0]), by_size);
	printf("%.3f\n", took[times / 2]);
	return sqlite3_close(db) == SQLITE_OK ? 0 : 1;
}
