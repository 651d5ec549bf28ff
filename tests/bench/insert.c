/* insert.c - the floor under an import: the rows of some tables, inserted by
 * prepared statements into the same tables of an empty store, and nothing else.
 *
 *	insert FROM.db TO.db TABLE ...
 *
 * Prints the seconds that took, without those of reading the rows. */
#include <sqlite3.h>
#include <stdio.h>
#include <time.h>

static sqlite3 *from, *to;

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static int fail(sqlite3 *db)
{
	fprintf(stderr, "insert: %s\n", sqlite3_errmsg(db));
	exit(1);
}

static void execute(sqlite3 *db, const char *sql)
{
	if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
		fail(db);
}

static sqlite3_stmt *prepare(sqlite3 *db, char *sql)
{
	sqlite3_stmt *stmt;

	if (!sql || sqlite3_prepare_v2(db, sql, -1, &stmt, NULL) != SQLITE_OK)
		fail(db);
	sqlite3_free(sql);
	return stmt;
}

static sqlite3_stmt *insertion(const char *table, int columns)
{
	char *sql = sqlite3_mprintf("INSERT INTO \"%w\" VALUES (?", table);

	for (int i = 1; i < columns; i++)
		sql = sqlite3_mprintf("%z, ?", sql);
	return prepare(to, sqlite3_mprintf("%z)", sql));
}

/* One pass over a table; rows are inserted or, without insert, only read. */
static void pass(sqlite3_stmt *select, sqlite3_stmt *insert, int columns)
{
	while (sqlite3_step(select) == SQLITE_ROW) {
		for (int i = 0; i < columns; i++) {
			const sqlite3_value *v =
				sqlite3_column_value(select, i);

			if (insert)
				sqlite3_bind_value(insert, i + 1, v);
		}
		if (!insert)
			continue;
		if (sqlite3_step(insert) != SQLITE_DONE)
			fail(to);
		sqlite3_reset(insert);
	}
	sqlite3_reset(select);
}

/* Reads once for the cache, once for the time, and once to insert. */
static double copy(const char *table)
{
	sqlite3_stmt *select =
		prepare(from, sqlite3_mprintf("SELECT * FROM \"%w\"", table));
	int columns = sqlite3_column_count(select);
	sqlite3_stmt *insert = insertion(table, columns);
	double began, read;

	pass(select, NULL, columns);
	began = now();
	pass(select, NULL, columns);
	read = now() - began;
	began = now();
	pass(select, insert, columns);
	sqlite3_finalize(select);
	sqlite3_finalize(insert);
	return now() - began - read;
}

int main(int argc, char **argv)
{
	double spent = 0, began;

	if (argc < 4)
		return 2;
	if (sqlite3_open_v2(argv[1], &from, SQLITE_OPEN_READONLY, NULL) ||
	    sqlite3_open_v2(argv[2], &to, SQLITE_OPEN_READWRITE, NULL))
		return 1;
	execute(to, "PRAGMA journal_mode = WAL");
	execute(to, "PRAGMA synchronous = FULL");
	execute(to, "PRAGMA foreign_keys = OFF");
	execute(to, "BEGIN IMMEDIATE");
	for (int i = 3; i < argc; i++)
		spent += copy(argv[i]);
	began = now();
	execute(to, "COMMIT");
	execute(to, "PRAGMA wal_checkpoint(TRUNCATE)");
	printf("%.3f\n", spent + now() - began);
	sqlite3_close(from);
	sqlite3_close(to);
	return 0;
}
