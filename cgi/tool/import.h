/* import.h - the parts of salesboard import.
 *
 *	import.c        the command: options, one transaction, the report
 *	import_map.c    the mapping file: what their columns and words mean
 *	import_table.c  their rows, read by the mapping, with what is wrong
 *	import_rows.c   keeps rows, in the order they are written in
 *	import_names.c  ids of the names that rows repeat
 *	import_leads.c  import_buyers.c  import_people.c   rows into the store
 *
 * The whole file is read and checked before anything is written, and written
 * in one transaction: all rows or none.  Memory does not grow with the rows:
 * they wait in a temporary file. */
#ifndef IMPORT_H
#define IMPORT_H

#include "house.h"

enum import_kind {
	IMPORT_PEOPLE,
	IMPORT_LEADS,
	IMPORT_CUSTOMERS,
	IMPORT_PURCHASES,
	IMPORT_SPEND,
	IMPORT_KINDS,
};

enum import_field {
	IN_ID,
	IN_NAME,
	IN_COMPANY,
	IN_CONTACT,
	IN_EMAIL,
	IN_PHONE,
	IN_TEAM,
	IN_REGION,
	IN_ROLE,
	IN_SOURCE,
	IN_CAMPAIGN,
	IN_PRODUCT,
	IN_OWNER,
	IN_MANAGER,
	IN_CUSTOMER,
	IN_SEGMENT,
	IN_STAGE,
	IN_CREATED,
	IN_CLOSED,
	IN_VALUE,
	IN_REASON,
	IN_COST,
	IN_DATE,
	IN_MONTH,
	IN_AMOUNT,
	IN_REFUND_OF,
	IMPORT_FIELDS,
};

/* What a cell holds. */
enum import_type { AS_TEXT, AS_TIME, AS_MONTH, AS_MONEY, AS_STAGE, AS_ROLE };

enum import_stage { STAGE_OPEN, STAGE_WON, STAGE_LOST, STAGE_INVALID };

/* What the words of a kind and of a field are: "leads", "closed". */
const char *import_kind_word(enum import_kind kind);
const char *import_field_word(enum import_field field);
enum import_type import_field_type(enum import_field field);

/* Whether a file of this kind has the field, and must. */
bool import_has(enum import_kind kind, enum import_field field);
bool import_needs(enum import_kind kind, enum import_field field);

/* ---- the mapping file ---- */

struct import_word {
	const char *key;  /* their word, folded */
	const char *ours; /* what it stands for */
	const struct import_word *next;
};

struct import_map {
	enum import_kind kind;
	const char *origin;   /* the source's name: ids are unique within it */
	const char *dates;    /* pattern: YYYY-MM-DD, DD.MM.YYYY hh:mm ... */
	const char *currency; /* of amounts; "" for the company's */
	char delimiter;       /* 0: by the first line */
	bool cp1251;
	/* by field; NULL where the map says nothing */
	const char *column[IMPORT_FIELDS]; /* their header */
	const char *empty[IMPORT_FIELDS];  /* value of an empty cell */
	const struct import_word *words[IMPORT_FIELDS];
};

/* Whether the map speaks of a field at all; what it does not speak of, an
 * import leaves as it is. */
bool import_maps(const struct import_map *map, enum import_field field);

/*
 * import_map_read - reads a mapping file for a kind of table.
 * Returns the exit code, after an error that names the line was printed.
 */
int import_map_read(struct arena *a, const char *path, enum import_kind kind,
		    struct import_map *map);

/* ---- rows ---- */

/* Which member counts goes by the field: amounts in minor units, instants in
 * UTC seconds, months and stages are numbers; absent ones are NONE, "". */
union import_cell {
	const char *text;
	int64_t number;
};

struct import_row {
	int64_t number; /* as a spreadsheet counts, the names being row 1 */
	union import_cell cell[IMPORT_FIELDS];
};

/* Rows of one kind, by rising key, or as they came where keys are alike. */
struct import_rows;

/* What comes first counts first. */
struct import_key {
	const char *text;
	int64_t first, second;
};

struct import_rows *import_rows_new(enum import_kind kind);
void import_rows_free(struct import_rows *rows); /* NULL is allowed */
void import_rows_add(struct import_rows *rows, struct import_key key,
		     const struct import_row *row);

/* Goes to the first row, as often as one likes; none can be added any more. */
void import_rows_first(struct import_rows *rows);

/* The next row, whose texts are good until the next call; false after the
 * last. */
bool import_rows_next(struct import_rows *rows, struct import_row *row);

/* ERR_DB, after logging, when rows could not be kept or read again. */
enum err import_rows_end(const struct import_rows *rows);

struct import_table {
	struct import_rows *rows;  /* in the order they are written in */
	struct import_rows *named; /* won leads that name their customer, by
				    * the time they closed */
	int64_t n;                 /* rows */
	int64_t early;             /* leads that were closed before they came */
};

/* What was found wrong; the first ones are printed. */
struct import_errors {
	const char *file;
	const struct import_map *map;
	int64_t n;
};

enum { IMPORT_ERRORS_SHOWN = 20 };

/* Prints "FILE: row N, column NAME: what is wrong". */
void import_wrong(struct import_errors *errors, const struct import_row *row,
		  enum import_field field, const char *format, ...)
	__attribute__((format(printf, 4, 5)));

/* ---- writing ---- */

struct import_job {
	struct arena *keep;  /* of the job */
	struct arena *arena; /* the transaction's; emptied before each row */
	struct import_names *names;
	const struct company *company;
	const struct import_map *map;
	struct import_table table;
	struct import_errors *errors;
	int64_t now;
	int64_t added, changed; /* rows; the others were as they are */
	int64_t customers;      /* added because a purchase named them */
};

/*
 * import_table_read - reads job->table by the job's map; job->errors->n counts
 * what is wrong with it.
 * Returns the exit code, after an error was printed.
 */
int import_table_read(struct import_job *job, const char *path);

/* Gives purchases without an id one, and puts them in the order of time. */
void import_number_purchases(struct import_job *job);

/* Calls write for row after row, until it fails; job->arena is emptied before
 * each. */
enum err import_each(struct store *s, struct import_job *job,
		     struct import_rows *rows,
		     enum err (*write)(struct store *s, struct import_job *job,
				       const struct import_row *row));

/* Each writes all rows of its kind.  Returns ERR_INPUT when errors->n shows
 * that a row cannot be written. */
enum err import_people(struct store *s, struct import_job *job);
enum err import_leads(struct store *s, struct import_job *job);
enum err import_customers(struct store *s, struct import_job *job);
enum err import_purchases(struct store *s, struct import_job *job);
enum err import_spend(struct store *s, struct import_job *job);

/* A name of a source, campaign, product, reason or, as IN_OWNER, person. */
struct import_name {
	enum import_field field;
	const char *text;
	int64_t within; /* a campaign's source, a reason's stage; else 0 */
};

/*
 * import_name - the id of a name, which is added when it is new.  A person is
 * named by their id in the source system or by name; one who is unknown
 * becomes a rep who cannot sign in.
 * *id: NONE for "".
 */
enum err import_name(struct store *s, struct import_job *job,
		     struct import_name name, int64_t *id);

/* Names that were looked up not long ago. */
struct import_names *import_names_new(void);
void import_names_free(struct import_names *names);
void import_names_forget(struct import_names *names);

/* Whether a text or an id that the map speaks of is another one than the
 * stored; and the one that counts. */
const char *import_text(const struct import_job *job,
			const struct import_row *row, enum import_field field,
			const char *stored, bool *differs);
int64_t import_number(const struct import_job *job, enum import_field field,
		      int64_t wanted, int64_t stored, bool *differs);

#endif
