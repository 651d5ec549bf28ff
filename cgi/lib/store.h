/* store.h - the company's records: one interface, whatever engine is below.
 *
 * A store is opened by URL.  Statements are the closed list of .sql files of
 * schema/queries; C cannot make up another.  For each one build/queries.h
 * holds typed calls, so that a misspelt parameter or column does not compile:
 *
 *	struct answer *a = ask_conversion_by_team(s, in);  asks
 *	while (next_conversion_by_team(a, &row)) ...       reads row by row
 *	if (one_person_by_login(s, in, &row)) ...          asks, reads one row
 *	run_session_end(s, in);                            changes, no rows
 *
 * A page asks all its statements first and reads the answers in the order of
 * the questions: an engine across a network then needs one round trip.
 *
 * Failures are remembered: after the first one every call of the same
 * transaction does nothing, and store_read or store_write reports it.  What
 * rows point to lives in the arena that was given with the transaction. */
#ifndef STORE_H
#define STORE_H

#include "arena.h"

/* Which rows a viewer may see; bound as :see, :me and :my_team. */
enum see { SEE_OWN, SEE_TEAM, SEE_ALL };

struct scope {
	int64_t see;     /* enum see */
	int64_t me;      /* person.id of the viewer */
	int64_t my_team; /* team.id, 0 when in none */
};

/* The two databases of a company: its records, and the sign-in secrets. */
enum store_house { STORE_COMPANY, STORE_VAULT };

enum store_mode { STORE_READ_ONLY, STORE_READ_WRITE };

/* A pattern for LIKE has so many bytes at most; a longer one is an error. */
enum { STORE_PATTERN = 50 };

struct store;
struct answer;

/*
 * store_open - opens a store and prepares every statement of its house, so
 * that a program that does not fit its schema refuses to start.
 * url: "sqlite:PATH", or "postgresql://..." as libpq takes it with "#name" of
 * the company's schema behind it; the vault of a company lies beside it.
 * Returns OK, or ERR_DB after logging one line that says what is wrong.
 */
enum err store_open(const char *url, enum store_house house,
		    enum store_mode mode, struct store **out);
void store_close(struct store *s);

/* What a migration did: how many steps were missing, and whether sums must be
 * counted anew, since a step has made them or what they are made of. */
struct store_migrated {
	int64_t steps;
	bool sums;
};

/*
 * store_migrate - brings a store to the schema this program was built with,
 * creating it when it does not exist; each step in one transaction.
 * ERR_DB when the store is newer than the program, or a step failed; the store
 * is then as before it.
 */
enum err store_migrate(const char *url, struct store_migrated *done);

/* True when there is a store at url, of whatever version. */
bool store_exists(const char *url);

/*
 * store_read - runs work inside one snapshot: its numbers agree.  work may run
 * twice, when the connection to the store was lost meanwhile.
 * Returns what work returned, or the failure of the store: ERR_BUSY, ERR_DB.
 */
enum err store_read(struct store *s, struct arena *a,
		    enum err (*work)(struct store *s, void *arg), void *arg);

/*
 * store_write - runs work inside one transaction and commits it when it
 * returns OK; anything else rolls back.  work MAY RUN MORE THAN ONCE: it
 * touches nothing but the store and arg.  Raises the change counter, unless
 * nothing changed that a page shows.
 * Returns what work returned, ERR_BUSY when the budget of time ended,
 * ERR_CONFLICT when a row of the same key was there already, ERR_UNKNOWN when
 * the commit was sent but not answered, ERR_DB.
 */
enum err store_write(struct store *s, struct arena *a,
		     enum err (*work)(struct store *s, void *arg), void *arg);

/*
 * store_renumber - lets new rows of all tables get ids that are not taken,
 * after rows were written with ids of their own.
 */
enum err store_renumber(struct store *s);

/*
 * store_new_id - an id for a row of a table that is about to be written with
 * it, by whom nobody else's row will get it; inside store_write.  For rows that
 * name themselves: others get their ids when they are written.
 * Returns store_error.
 */
enum err store_new_id(struct store *s, const char *table, int64_t *id);

/* Lets reads take as long as they need: for a tool, never for a page. */
void store_patient(struct store *s);

/* Tells the engine that much was written, so that it looks at the tables again
 * before it chooses its ways; inside store_write. */
enum err store_grown(struct store *s);

/*
 * store_bulk - prepares a store for very many writes, until it is closed: an
 * engine without a server takes 8 MB for pages instead of 1.
 */
enum err store_bulk(struct store *s);

/* The running transaction's arena. */
struct arena *store_arena(const struct store *s);

/* The first failure of the running transaction; OK when there is none. */
enum err store_error(const struct store *s);

/*
 * store_check - reads the whole store for damage: pages, indexes, references.
 * Returns ERR_DB after logging what is wrong.
 */
enum err store_check(struct store *s);

/* ---- what follows from what is written ------------------------------------
 */

/* Records that sums are kept of.  A statement that changes one names it in its
 * file, so that no caller can forget to. */
enum touch {
	TOUCH_LEAD,
	TOUCH_CUSTOMER,
	TOUCH_PERSON, /* whose team it is */
	TOUCH_PURCHASE,
	TOUCH_PROBLEM,
	TOUCH_FOLLOWUP,
};

/*
 * Who keeps the sums in step: told of each record before it is changed for the
 * first time in a statement (of a new one, afterwards, is_new), and once more
 * before the transaction commits.  The calls may read and write through s.
 */
struct store_keeper {
	void *state;
	void (*begin)(void *state); /* a new transaction, or the same again */
	void (*touch)(void *state, struct store *s, enum touch what, int64_t id,
		      bool is_new);
	enum err (*settle)(void *state, struct store *s);
	void (*free)(void *state);
};

/* Gives a store that is written to its keeper, which it frees when it is
 * closed.  A write that touches something needs one. */
void store_keep(struct store *s, struct store_keeper keeper);

/* ---- what the typed calls of queries.h are made of ---------------------- */

/* An option is NONE, or NULL, where there is no value. */
enum store_type { STORE_INT, STORE_OPTION, STORE_TEXT, STORE_TEXT_OPTION };

static inline bool store_is_text(enum store_type type)
{
	return type == STORE_TEXT || type == STORE_TEXT_OPTION;
}

static inline bool store_is_option(enum store_type type)
{
	return type == STORE_OPTION || type == STORE_TEXT_OPTION;
}

struct store_field {
	const char *name;
	enum store_type type;
	size_t offset; /* in the struct of parameters, or of the row */
};

/* A record that a statement changes. */
struct store_touch {
	enum touch what;
	bool is_new;   /* its id comes out of the statement */
	size_t offset; /* of its id, in the parameters or the row */
};

struct store_query {
	const char *name, *text;
	enum store_house house;
	bool writes;
	bool quiet; /* changes nothing that a page shows */
	bool lazy;  /* prepared when it is asked for the first time */
	const struct store_field *in, *out;
	size_t n_in, n_out;
	size_t row;      /* size of one row's struct, in bytes */
	unsigned row_of; /* the statement the struct is named after */
	const struct store_touch *touch;
	size_t n_touch;
};

struct store_step {
	int64_t number;
	enum store_house house;
	const char *name, *text;
	bool sums; /* they must be counted anew after it */
};

/* A table, and the statements that copy it: read takes the key of the last row
 * that was read and how many rows at most, put a row as read answers it. */
struct store_table {
	const char *name;
	enum store_house house;
	unsigned read, put;
};

extern const struct store_table store_tables[];
extern const size_t store_table_count;

extern const struct store_query store_queries[];
extern const size_t store_query_count;
extern const struct store_step store_steps[];
extern const size_t store_step_count;

struct answer *store_ask(struct store *s, unsigned query, const void *in);
bool store_next(struct answer *a, unsigned query, void *row);
bool store_one(struct store *s, unsigned query, const void *in, void *row);
enum err store_run(struct store *s, unsigned query, const void *in);

#endif
