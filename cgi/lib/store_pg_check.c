/* store_pg_check.c - reading everything: every row, and whether what it refers
 * to is there.
 *
 * The server keeps references by itself, but for rows that were written while
 * its triggers were off, as a restored or repaired company's may have been, and
 * constraints that were never held against the rows of before. */
#include <stdio.h>
#include <string.h>

#include "log.h"
#include "store_pg.h"

enum err pg_each(PGconn *conn, const char *ask,
		 enum err (*work)(PGconn *conn, const char *first))
{
	PGresult *r = pq.exec(conn, ask);
	enum err e = pq.resultStatus(r) == PGRES_TUPLES_OK ? OK : ERR_DB;

	if (e != OK)
		LOG_ERROR("text=\"%s\"", pq.resultErrorMessage(r));
	for (int i = 0; i < pq.ntuples(r); i++)
		if (work(conn, pq.getvalue(r, i, 0)) != OK)
			e = ERR_DB;
	pq.clear(r);
	return e;
}

static enum err read_table(PGconn *conn, const char *table)
{
	char sql[200];
	int64_t rows;
	char *name = pq.escapeIdentifier(conn, table, strlen(table));

	BUG_IF(!name);
	/* A row as a text is every column read. */
	snprintf(sql, sizeof(sql),
		 "SELECT COUNT(*) FROM %s AS row WHERE row::text <> ''", name);
	pq.freemem(name);
	return pg_integer(conn, sql, 0, &rows);
}

static enum err not_held(PGconn *conn, const char *what)
{
	(void)conn;
	LOG_ERROR("constraint=%s problem=\"not valid, or switched off\"", what);
	return ERR_DB;
}

static enum err broken(PGconn *conn, const char *reference)
{
	(void)conn;
	LOG_ERROR("reference=%s problem=\"to a row that is not there\"",
		  reference);
	return ERR_DB;
}

/* Each answers the references that are broken. */
static enum err check_reference(PGconn *conn, const char *ask)
{
	return pg_each(conn, ask, broken);
}

static const char tables[] =
	"SELECT tablename FROM pg_tables WHERE schemaname = "
	"current_setting('search_path') ORDER BY 1";

static const char constraints_not_held[] =
	"SELECT conrelid::regclass || '.' || conname FROM pg_constraint "
	"WHERE connamespace = current_setting('search_path')::regnamespace "
	"AND (NOT convalidated OR EXISTS (SELECT 1 FROM pg_trigger WHERE "
	"tgconstraint = pg_constraint.oid AND tgenabled NOT IN ('O', 'A'))) "
	"ORDER BY 1";

/* Questions for the first row of each foreign key that refers to nothing; all
 * keys of the schema are of one column. */
static const char references[] =
	"SELECT format('SELECT %L || child.%I FROM %s AS child "
	"WHERE child.%I IS NOT NULL AND NOT EXISTS (SELECT 1 FROM %s AS parent "
	"WHERE parent.%I = child.%I) LIMIT 1', "
	"conrelid::regclass || '.' || child.attname || '=', child.attname, "
	"conrelid::regclass, child.attname, confrelid::regclass, "
	"parent.attname, child.attname) "
	"FROM pg_constraint "
	"JOIN pg_attribute AS child ON child.attrelid = conrelid "
	"AND child.attnum = conkey[1] "
	"JOIN pg_attribute AS parent ON parent.attrelid = confrelid "
	"AND parent.attnum = confkey[1] "
	"WHERE contype = 'f' "
	"AND connamespace = current_setting('search_path')::regnamespace "
	"ORDER BY conrelid::regclass::text, conname";

enum err pg_check_all(PGconn *conn)
{
	enum err read = pg_each(conn, tables, read_table);
	enum err held = pg_each(conn, constraints_not_held, not_held);
	enum err whole = pg_each(conn, references, check_reference);

	return read == OK && held == OK && whole == OK ? OK : ERR_DB;
}
