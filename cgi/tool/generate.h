/* generate.h - the parts of salesboard generate: a company of any size.
 *
 *	generate.c           the command, the order of things
 *	generate_progress.c  how far it is
 *	generate_staff.c     teams, people, sources, reasons
 *	generate_names.c     who asks
 *	generate_leads.c     inquiries and what became of them
 *	generate_buyers.c    what customers buy
 *	generate_care.c      how they are looked after
 *
 * Every lead has chance of its own, made of the seed and its number, so that
 * any part of the company can be made again alike.  Time ends with the first
 * second of today: what happens today is known by its day only, and two runs
 * of one day make the same company. */
#ifndef GENERATE_H
#define GENERATE_H

#include "demo.h"

enum {
	GENERATE_TEAMS = 40,
	GENERATE_REPS = 10, /* of each team */
	GENERATE_SOURCES = 12,
	GENERATE_LOST = 5, /* reasons */
	GENERATE_INVALID = 4,
	GENERATE_MONTHS = 24,
	GENERATE_DAYS_MOST = 732,
};

#define GENERATE_LEADS_MOST INT64_C(20000000)

/* The ids used last: the store was empty, and rows are written whole, in the
 * order of their ids. */
struct generate_ids {
	int64_t lead, customer, followup, contact, problem;
};

struct generate {
	struct store *store;
	struct arena *arena; /* emptied with every lead */
	int64_t leads, seed;
	int64_t today, first_day, days;
	int64_t start[GENERATE_DAYS_MOST + 1]; /* of days, from first_day */
	int64_t rep[GENERATE_TEAMS][GENERATE_REPS];
	int64_t source[GENERATE_SOURCES];
	int64_t lost[GENERATE_LOST], invalid[GENERATE_INVALID];
	struct generate_ids ids;
};

/* A lead on its way. */
struct generate_lead {
	struct demo_random random;
	int64_t number; /* 0 is the oldest */
	int64_t id, day, at;
	size_t team;
	int64_t rep;                       /* person who works on it */
	int64_t customer, won_day, won_at; /* NONE: not won, or not yet */
	size_t segment;                    /* of the customer */
	const char *name, *name_key;
	const char *email, *email_key;
	const char *phone, *phone_key;
	const char *contact; /* whom to ask for; "" for a private person */
};

/* Whether a day has come; an instant of one that has, today its first. */
bool generate_past(const struct generate *g, int64_t day);
int64_t generate_at(const struct generate *g, struct demo_random *r,
		    int64_t day);

/* Days from now on that a lognormal time lasts, one at least. */
int64_t generate_lag(struct demo_random *r, double median, double sigma);

/* ---- inside a store_write ---- */

enum err generate_staff(struct generate *g);

/* Name, e-mail and phone.  In the order of numbers their keys rise: the
 * indexes then grow at their ends, in step with time. */
void generate_name(const struct generate *g, struct generate_lead *l);

/* The lead of a number, with all that follows from it. */
enum err generate_lead(struct generate *g, int64_t number);

/* Something that happens to a lead; reason: of its end, or NONE. */
enum err generate_event(struct generate *g, const struct generate_lead *l,
			const char *kind, int64_t at, int64_t day,
			int64_t reason);

/* The customer of a lead that is won: written before it; and when both are
 * there, the win, what they buy and how they are looked after. */
enum err generate_customer(struct generate *g, struct generate_lead *l);
enum err generate_buyer(struct generate *g, struct generate_lead *l);

/* Two talks with a customer, and with one in ten the problem that is heard in
 * the first. */
enum err generate_care(struct generate *g, struct generate_lead *l);

/* ---- progress ---- */

struct generate_progress {
	int64_t done, all;
	int64_t began;  /* monotonic ms */
	int64_t tenths; /* told so far */
	bool terminal;
};

struct generate_progress generate_progress(int64_t all);

/* Tells it on standard error: on a terminal one line that changes, else a
 * line for every tenth. */
void generate_progress_tell(struct generate_progress *p, int64_t done);

#endif
