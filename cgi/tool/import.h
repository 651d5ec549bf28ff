/* import.h - the parts of salesboard import.
 *
 *	import.c        the command: options, one transaction, the report
 *	import_map.c    the mapping file: what their columns and words mean
 *	import_table.c  their rows, read by the mapping, with what is wrong
 *	import_leads.c  import_buyers.c  import_people.c   rows into the store
 *
 * The whole file is read and checked before anything is written, and written
 * in one transaction: all rows or none. */
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

/* A whole file as text; NULL after an error was printed. */
const char *import_file(struct arena *a, const char *path, size_t *length);

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

struct import_table {
	struct import_row **row; /* row[0..n), in the file's order */
	size_t n;
	int64_t early; /* leads that were closed before they came */
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
	struct arena *keep;  /* what lives as long as the table */
	struct arena *arena; /* the transaction's; emptied before each row, so
			      * that the length of a table costs no memory */
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

/* Each writes all rows of its kind.  Returns ERR_INPUT when errors->n shows
 * that a row cannot be written. */
enum err import_people(struct store *s, struct import_job *job);
enum err import_leads(struct store *s, struct import_job *job);
enum err import_customers(struct store *s, struct import_job *job);
enum err import_purchases(struct store *s, struct import_job *job);
enum err import_spend(struct store *s, struct import_job *job);

/* A person by their id in the source system or by name; one who is unknown
 * becomes a rep who cannot sign in.  NONE for "". */
enum err import_person(struct store *s, const struct import_job *job,
		       const char *who, int64_t *id);

/* Whether a text or an id that the map speaks of is another one than the
 * stored; and the one that counts. */
const char *import_text(const struct import_job *job,
			const struct import_row *row, enum import_field field,
			const char *stored, bool *differs);
int64_t import_number(const struct import_job *job, enum import_field field,
		      int64_t wanted, int64_t stored, bool *differs);

#endif
