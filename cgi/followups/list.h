/* list.h - which follow-ups somebody looks at, and their words. */
#ifndef LIST_H
#define LIST_H

#include "idle.h"
#include "lib/view.h"
#include "queries.h"

enum group { OVERDUE, TODAY, WEEK, LATER };
enum who { USUAL, MINE, TEAM, EVERYBODY };

enum {
	DESK_MOST = 25, /* rows of one group on the page; of later ones fewer */
	GROUP_MOST = 1000, /* of a group that is shown in full */
};

/* What the list shows, as its address says it. */
struct show {
	enum who who;
	int64_t owner; /* only this person's; NONE: as who says */
	int64_t id;    /* the one that is open beside the list */
	int64_t did;   /* the one that something was just done to */
	int64_t all;   /* enum group that is shown in full, or NONE */
};

/* The usual ones, none of them chosen. */
extern const struct show show_usual;

extern const struct word list_who[3];
extern const struct word list_groups[4]; /* by enum group */

/* The fields of a form that goes back to its list. */
#define SHOW_FIELDS(type)                                                      \
	FIELD_CHOICE(type, who, "who", list_who, USUAL, .flags = OPTIONAL),    \
		FIELD_ID(type, owner, "owner", .flags = OPTIONAL),             \
		FIELD_CHOICE(type, all, "all", list_groups, NONE,              \
			     .flags = OPTIONAL)

/* The list that a form with these fields came from, whatever was typed. */
struct show list_typed(const struct form_result *form);

/* One group: its days, how many there are, and the first of them. */
struct group_rows {
	const char *word;    /* in downloads */
	int64_t from, until; /* days, both inclusive */
	int64_t count;
	struct followup_list *row; /* row[0..n), the most urgent first */
	size_t n;
};

struct list {
	struct show show; /* who is never USUAL */
	struct scope scope;
	int64_t owner; /* 0: everybody's in sight */
	int64_t stake; /* 12 months' revenue of customers with an overdue one */
	int64_t done_today;
	struct group_rows group[LATER + 1];
	struct idle_few idle; /* of one person's customers; not in a file */
};

/* Reads the counts and the first rows of each group, as many as a page holds,
 * of the one that is shown in full up to GROUP_MOST; or all rows, for a file,
 * up to a limit in each group. */
enum err list_load(struct req *r, const struct show *show, struct list *l);
enum err list_load_all(struct req *r, const struct show *show, int64_t most,
		       struct list *l);

/* The first row, or NULL when there is none. */
const struct followup_list *list_first(const struct list *l);

/* Whether id is among the rows that were read. */
bool list_has(const struct list *l, int64_t id);

/* Of the rows that were read, the one after id, from the top again after the
 * last; NONE when there is no other. */
int64_t list_after(const struct list *l, int64_t id);

/* The address of a list: path is "/followups" or one that ends in .csv. */
const char *list_address(struct req *r, const char *path,
			 const struct show *show);

/* Days past the due day, 0 or more. */
int64_t list_days_late(const struct req *r, int64_t due_day);

struct csv_writer;

/* A day as a field of a download; NONE: an empty one. */
void list_csv_day(struct req *r, struct csv_writer *w, int64_t day);

/* The list as a download. */
enum err list_csv(struct req *r, const struct list *l);
enum err list_json(struct req *r, const struct list *l);

/* ---- words and numbers ---- */

/* A word of the store or of a form, and how the page says it. */
struct label {
	const char *word, *text;
};

/* In the order of the page, which is that of enum outcome. */
extern const struct label list_outcomes[7];
extern const struct label list_causes[6];

/* The text of a word; the word itself when it is none of them. */
const char *list_label(const struct label *labels, size_t n, const char *word);

#define LABEL(labels, word) list_label((labels), COUNT(labels), (word))

/* A plain number for addresses and forms, "" for NONE where there may be none;
 * money in whole units. */
const char *list_id(struct req *r, int64_t id);
const char *list_id_or_nothing(struct req *r, int64_t id);
const char *list_money(struct req *r, int64_t minor);

/* A day in a table, and in a sentence. */
const char *list_day(struct req *r, int64_t day); /* NONE: a dash */
const char *list_day_words(struct req *r, int64_t day);

#endif
