/* numbers.h - what the conversion page shows, whatever the format. */
#ifndef NUMBERS_H
#define NUMBERS_H

#include "lib/control.h"
#include "lib/filters.h"
#include "lib/groups.h"
#include "lib/split.h"

struct json;
struct contacts;
struct scan;
struct targets;

/* No team, source ... is chosen. */
enum { SAVED_MOST = 30 }; /* views in the menu; all are on their own page */

enum { EVERY = -1 };

/* What prospects are grouped by, as with/picked.sql knows it. */
enum by {
	BY_TEAM,
	BY_PERSON,
	BY_SOURCE,
	BY_CAMPAIGN,
	BY_PRODUCT,
	BY_SEGMENT,
	BYS
};

extern const struct word numbers_by[BYS], numbers_bins[3];

struct form {
	struct filters days;
	int64_t by;
	int64_t only[BYS]; /* ids, 0: none recorded, or EVERY; by enum by */
	int64_t horizon;   /* days; 0: the company's */
	int64_t as_of;
	int64_t a, b; /* groups to be compared side by side, or EVERY */
	int64_t bins; /* of the trend: enum period_kind, or NONE: as fits */
	int64_t card; /* enum card; on its page only */
};

/* A piece of the trend: one week or month, as far as it lies in the period. */
struct bin {
	struct period days;
	bool part; /* the period cuts it short */
	int64_t prospects, matured, won;
	struct share share;
	struct control_limits limits; /* of chance, where control is known */
	enum control_mark mark;
};

/* What the change of a group's share and rate did to the rate of all. */
struct moved {
	int64_t id;
	const char *name;
	struct split_group counts;
	struct split part;
};

struct name {
	int64_t id;
	const char *name;
};

struct names {
	struct name *list; /* [0..n), by name */
	size_t n;
};

/* Two groups side by side: what a has beyond b. */
struct pair {
	const struct group *a, *b; /* NULL: none are chosen, or not there */
	struct many_row row;
};

/* What is missing in the data of the period: see health.h. */
struct health {
	int64_t unsourced, unteamed; /* source not recorded; no team */
	int64_t uncosted; /* no price is known for its source and month */
	int64_t stale;    /* open for longer than the horizon */
	int64_t early;    /* closed on a day before they came */
	int64_t invalid;  /* in no other number */
	int64_t unled;    /* customers who had not been leads */
};

/* Everything the page shows, whatever the format. */
struct numbers {
	const struct form *form;
	struct span span;
	int64_t horizon, as_of;
	bool comparable; /* the period before has had leads from its start */
	enum by by;
	struct groups *now, *before;
	struct difference change;   /* of the total, now - before */
	struct difference *changed; /* [0..now->n), same order */
	double *change_q;           /* [0..now->n], the total's last */
	enum period_kind bin_kind;
	struct bin *bin, *bin_before; /* [0..bins), [0..bins_before) */
	size_t bins, bins_before;
	struct control control; /* of the bins of both periods */
	struct moved *moved;    /* [0..n_moved), NULL: nothing to compare */
	size_t n_moved;
	struct split moved_all;
	struct pair pair;
	struct contacts *contacts; /* waiting for the first contact: C9 */
	struct targets *targets;   /* what the rates are measured by */
	struct names name[BYS];    /* by enum by */
	struct saved_all *saved;   /* [0..saves): views to go to */
	size_t saves;
	bool spends; /* some price of prospects is known */
	struct health health;
	struct scan **scans; /* the passes that were asked for: scan.h */
};

/* Reads and computes everything; ERR_INPUT, with messages, for bad days. */
enum err numbers_load(struct req *r, const struct form *f, struct numbers *n);

/* The parts of it that other pages need as well: form, by, span, horizon and
 * as_of, ERR_INPUT likewise; and the names of everything prospects are grouped
 * by, or filtered. */
enum err numbers_days(struct req *r, const struct form *f, struct numbers *n);

struct name_answers {
	struct answer *by[BYS], *saved;
};

struct name_answers numbers_ask_names(struct req *r);
void numbers_read_names(struct req *r, const struct name_answers *a,
			struct numbers *n);

/* Whether most prospects of a bin have had their time, and are no few. */
bool numbers_ripe(const struct bin *b);

/* A change of a rate: 1 clearly up, -1 clearly down, 0 not clear.
 * q: its p value, adjusted for the number of changes on the page. */
int numbers_clear(struct difference d, double q);

/* The three forms of the page. */
enum err page_send(struct req *r, const struct numbers *n);
enum err data_csv(struct req *r, const struct numbers *n);
enum err data_json(struct req *r, const struct numbers *n);

/* Parts of the data that several pages of the program have; see data.c.  A
 * number that is not known is null; a difference has _low and _high. */
const char *data_verdict(enum verdict v);
void data_number(struct json *j, const char *key, bool known, double x);
void data_difference(struct json *j, const char *name, struct difference d,
		     struct arena *a);
void data_head(struct json *j, struct req *r, const struct numbers *n,
	       const char *page);

/* Weeks, unless they would be too many for a period. */
bool numbers_weekly(const struct form *f, struct period p);

/* What the numbers say, in the reader's language; see words.c.  One of what
 * prospects are grouped by, several, and those that belong to none. */
const char *words_group(enum by by);
const char *words_groups(enum by by);
const char *words_all(enum by by);
const char *words_nobody(enum by by);
const char *words_question(struct req *r, const struct numbers *n);
const char *words_finding(struct req *r, const struct numbers *n);
const char *words_change(struct req *r, const struct numbers *n);
const char *words_leader(struct req *r, const struct groups *g);
const char *words_spread(const struct numbers *n);
const char *words_verdict(enum verdict v);
const char *words_pair(struct req *r, const struct pair *p);
const char *words_pair_needed(struct req *r, const struct pair *p);
const char *words_needed(struct req *r, const struct group *t);
const char *words_young(struct req *r, const struct numbers *n);
const char *words_won(struct req *r, const struct numbers *n);
const char *words_hours(struct req *r, int64_t hours);
const char *words_hours_short(struct req *r, int64_t hours);

/* The chart of the trend, a section of the page; see trend.c. */
void trend_show(struct view *page, struct req *r, const struct numbers *n);

/* What changed, a section of the page; see changed.c. */
void changed_show(struct view *page, struct req *r, const struct numbers *n);

/* The parts of the address beside the days and the two side by side, so that no
 * form loses them; returns how many.  A number as it stands in an address. */
enum { PAGE_KEPT = BYS + 4 };
size_t page_kept(struct req *r, const struct numbers *n,
		 struct filters_kept kept[PAGE_KEPT]);
const char *page_id(struct req *r, int64_t id);

/* Two groups side by side, a section of the page; see pair.c. */
void pair_show(struct view *page, struct req *r, const struct numbers *n);

/* The filters, and the notes on the days: what every page of the program has.
 */
void page_filters(struct view *page, struct req *r, const struct numbers *n);
void page_notes(struct view *page, struct req *r, const struct numbers *n);

/* That a period which is not over is compared with as many days. */
void page_running(struct view *page, const struct numbers *n);

/* A page of the program with these filters: its path and ending (".csv"); by
 * what it is grouped, and one group (its id) or all (EVERY). */
const char *page_address(struct req *r, const struct numbers *n,
			 const char *path, enum by by, int64_t group);

/* The same page with another trend. */
const char *page_trend(struct req *r, const struct numbers *n,
		       enum period_kind bins);

/* The views of the same leads: rates, the same kinds of leads, pace. */
void page_views(struct view *page, struct req *r, const struct numbers *n);

/* The choice of what the page is grouped by. */
void page_groupings(struct view *page, struct req *r, const struct numbers *n);

/* The address of the rows behind a number: the prospects that came on some
 * days, of one group (its id) or all that are shown (EVERY), in a state as
 * /leads knows them. */
const char *page_rows(struct req *r, const struct numbers *n,
		      struct period days, int64_t group, const char *state);

/* Likewise of the prospects that closed on some days, whenever they came:
 * "any_won", "lost" or "closed". */
const char *page_closed(struct req *r, const struct numbers *n,
			struct period days, const char *state);

#endif
