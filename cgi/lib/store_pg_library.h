/* store_pg_library.h - libpq, loaded when the first store on PostgreSQL is
 * opened.
 *
 * It brings more than twenty libraries along, whose tables cost every program
 * more than a megabyte.  A company on SQLite does without. */
#ifndef STORE_PG_LIBRARY_H
#define STORE_PG_LIBRARY_H

#include <libpq-fe.h>

#include "base.h"

/* What is used of it: PQclear and so on. */
#define PQ_FUNCTIONS(X)                                                        \
	X(clear)                                                               \
	X(cmdStatus)                                                           \
	X(connectdbParams)                                                     \
	X(db)                                                                  \
	X(enterPipelineMode)                                                   \
	X(errorMessage)                                                        \
	X(escapeIdentifier)                                                    \
	X(escapeLiteral)                                                       \
	X(exec)                                                                \
	X(execParams)                                                          \
	X(finish)                                                              \
	X(flush)                                                               \
	X(fname)                                                               \
	X(freemem)                                                             \
	X(getResult)                                                           \
	X(getisnull)                                                           \
	X(getlength)                                                           \
	X(getvalue)                                                            \
	X(nfields)                                                             \
	X(ntuples)                                                             \
	X(pipelineSync)                                                        \
	X(resultErrorField)                                                    \
	X(resultErrorMessage)                                                  \
	X(resultStatus)                                                        \
	X(sendDescribePrepared)                                                \
	X(sendPrepare)                                                         \
	X(sendQueryParams)                                                     \
	X(sendQueryPrepared)                                                   \
	X(setNoticeReceiver)                                                   \
	X(status)

#define PQ_MEMBER(name) __typeof__(PQ##name) *name;

/* Its functions, as libpq's manual has them, once pg_load has been OK. */
extern struct pq {
	PQ_FUNCTIONS(PQ_MEMBER)
} pq;

/* Does nothing where it is loaded; ERR_DB after logging why it cannot be. */
enum err pg_load(void);

#endif
