/* kept.h - what the retention page shows, whatever the format, and its parts.
 */
#ifndef KEPT_H
#define KEPT_H

#include "lib/buyers.h"
#include "lib/csv.h"
#include "lib/json.h"
#include "lib/view.h"

/* Fewer cases have counts, and no percentage. */
enum { COUNTS_ONLY = 10 };

/* The most urgent of the silent ones: on the page, in its files. */
enum { SILENT_SHOWN = 12, SILENT_LISTED = 1000 };

/* Days after the first purchase that tables speak of. */
enum { KEPT_AGES = 5 };
extern const int64_t kept_ages[KEPT_AGES];

/* Whether a month counts who bought in it, or in it or later. */
enum mode { IN_MONTH, OR_LATER };
extern const struct word kept_modes[2];

struct form {
	int64_t as_of; /* NONE: today */
	enum mode mode;
};

/* Who bought again within so many days, of those known for so long. */
struct repeat {
	struct tally tally;
	struct share share;
};

/* Everything the page shows. */
struct kept {
	const struct form *form;
	int64_t as_of, whole; /* day; the last month counted as over */
	struct cohort_triangle triangle;
	int64_t customers; /* who have bought */
	int64_t revenue;   /* of all of them, 12 months, minor units */
	struct repeat repeat[KEPT_AGES]; /* by kept_ages[] */
	struct survival_curve curve;
	struct buyers_rhythm *rhythm; /* [0..rhythms) */
	size_t rhythms;
	size_t silents;        /* how many are silent for longer than usual */
	struct buyer **silent; /* the most urgent of them, [0..listed) */
	size_t listed;
	int64_t silent_revenue;
};

/* Reads and computes it all, with at most so many of the silent ones; what
 * store_error says. */
enum err kept_load(struct req *r, const struct form *f, size_t most,
		   struct kept *n);

/* Whether the sums that are kept say what a viewer asks for. */
bool kept_summed(const struct req *r, int64_t as_of);

/* summed.c: from the sums. */
enum err summed_load(struct req *r, struct kept *n, size_t most);

/* urgent.c: the first candidates, asked with everything else; *list: the most
 * urgent, at most so many of them; returns how many. */
enum { URGENT_RANKS = 4 };
struct urgent {
	struct answer *rank[URGENT_RANKS];
};
struct urgent urgent_ask(struct req *r, const struct kept *n);
size_t urgent_list(struct req *r, const struct kept *n, const struct urgent *u,
		   size_t most, struct buyer ***list);

/* The last day counted; the last month counted as over. */
int64_t kept_day(const struct req *r, int64_t as_of);
int64_t kept_whole(const struct req *r, int64_t as_of, enum mode mode);

/* Adds all buyers the viewer may see, as of b->as_of. */
void kept_days(struct req *r, struct buyers *b);

/* Names, revenue and plans of the buyers with ids from first to last. */
void kept_values(struct req *r, struct buyers *b, int64_t first, int64_t last);

/* The same day and mode at another path; condition: "first=2026-01" or "". */
const char *kept_address(struct req *r, const struct form *f, const char *path,
			 const char *condition);

/* The list of customers of one condition, name=value. */
const char *kept_rows(struct req *r, const struct form *f, const char *name,
		      int64_t value);

/* A month as in addresses, "2026-01". */
const char *kept_month(struct req *r, int64_t month);

/* Words: "2,357"; the same for days, rounded; "410 of 2,357". */
const char *kept_count(struct req *r, int64_t n);
const char *kept_about(struct req *r, double days);
const char *kept_of(struct req *r, int64_t k, int64_t n);

/* ---- the page, board.c, triangle.c, curve.c ------------------------------ */

enum err board_send(struct req *r, const struct kept *n);

/* One customer as a row; says why, if it is one with an alert. */
void board_buyer(struct view *v, const struct buyer *b);

void triangle_show(struct view *page, const struct kept *n);
void curve_show(struct view *page, const struct kept *n);

/* ---- data, export.c ------------------------------------------------------ */

enum err export_json(struct req *r, const struct kept *n);
enum err export_csv(struct req *r, const struct kept *n);

/* One customer as an object of an array. */
void export_buyer(struct req *r, struct json *j, const struct buyer *b);

/* Begins a table with its titles, as the viewer's spreadsheet expects it. */
struct csv_writer *export_table(struct req *r, struct buf *b,
				const char *const *title, size_t titles);

/* Answers with a file; ending: "csv" or "json". */
enum err export_send(struct req *r, const char *name, const char *ending,
		     const struct buf *b);

/* ---- the customers behind a number, people.c ----------------------------- */

/* Which ones: a condition that was not asked for lets everybody pass. */
struct people_form {
	struct form base;
	const char *first_text, *month_text; /* "2026-01" */
	int64_t first, month;                /* understood; NONE */
	int64_t age;     /* months after the first purchase, bought then */
	int64_t known;   /* days since the first purchase, at least */
	int64_t repeat;  /* days within which they bought again */
	int64_t watched; /* days, and had not bought again before */
	bool silent;     /* for longer than usual */
	int64_t after;   /* the page before ended with this id; of the silent
			  * ones, who have an order of their own: this place */
};

/* Answers with a page of the list, or all of it as a file. */
enum err people_send(struct req *r, const struct people_form *form);

#endif
