/* steps.c - put before a program with LD_PRELOAD, writes to the file $STEPS how
 * many steps of the engine each statement on SQLite took: a line "STEPS SQL"
 * for each time it ran.  Steps are exact: the same on every machine, at any
 * load. */
#include <dlfcn.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

static void tell(sqlite3_stmt *stmt)
{
	static FILE *out;
	int steps =
		stmt ? sqlite3_stmt_status(stmt, SQLITE_STMTSTATUS_VM_STEP, 1)
		     : 0;

	if (!out && getenv("STEPS"))
		out = fopen(getenv("STEPS"), "a");
	if (!out || !steps)
		return;
	fprintf(out, "%d ", steps);
	for (const char *c = sqlite3_sql(stmt); c && *c; c++)
		putc(*c == '\n' ? ' ' : *c, out);
	putc('\n', out);
	fflush(out);
}

/* Every statement of the store is reset when it was read. */
int sqlite3_reset(sqlite3_stmt *stmt)
{
	int (*next)(sqlite3_stmt *);

	*(void **)&next = dlsym(RTLD_NEXT, "sqlite3_reset");
	tell(stmt);
	return next(stmt);
}
