/* rollup_parts.h - the parts of rollup: what a prospect and a customer count
 * for, the tables that hold the sums, and who changes them. */
#ifndef ROLLUP_PARTS_H
#define ROLLUP_PARTS_H

#include "queries.h"
#include "reach.h"
#include "rhythm.h"
#include "rollup.h"
#include "sums.h"

/* Tables of sums; the first part of a struct sum's key. */
enum rollup_table {
	PROSPECT_COUNT,
	PROSPECT_AGE,
	PROSPECT_END,
	PROSPECT_REACH,
	BUYER_FIRST,
	BUYER_AGAIN,
	BUYER_MONTH,
	BUYER_REVENUE,
	BUYER_SILENT,
	BUYER_RHYTHM,
	BUYER_GAP,
	BUYER_LAST,
	BUYER_UNLED,
	FOLLOWUP_COUNT,
	CARE_DAY,
	CARE_LIVE,
	PROBLEM_COUNT,
	PROBLEM_TIME,
	PROBLEM_KEPT,
};

/* Later than any day: everything that is recorded counts. */
enum { ROLLUP_EVER = 99999999 };

/* A reason of prospect_end: none, for they were won. */
enum { ROLLUP_WON = -1 };

/* Records that are read at a time when all are. */
enum { ROLLUP_CHUNK = 1000 };

/* Rows that differ are told one by one up to here. */
enum { ROLLUP_WRONG_LOGGED = 10 };

/* Sums that are gathered at most before the tables are changed by them. */
enum { ROLLUP_SUMS_MOST = 60000 };

/* ---- prospects, rollup_prospects.c ----------------------------------------
 */

/* Adds sign times what a prospect counts for, by what is kept of it. */
void rollup_prospect(struct sums *sums, const struct rollup_fates_kept *f,
		     int64_t sign);

/* A prospect as counted anew, as it is to be kept. */
struct rollup_fates_kept rollup_prospect_kept(const struct rollup_fates *f);
bool rollup_prospect_same(const struct rollup_fates *a,
			  const struct rollup_fates_kept *b);
enum err rollup_prospect_keep(struct store *s, const struct rollup_fates *f);

/* ---- prospects in columns, rollup_blocks.c --------------------------------
 */

struct rollup;

/* The block a prospect is in. */
int64_t rollup_block_of(int64_t prospect);

/* What is kept of the prospect has changed; or is gone. */
void rollup_block_note(struct rollup *k, int64_t prospect);

/* Writes all blocks that were noted. */
enum err rollup_blocks_keep(struct rollup *k, struct store *s);

/* Whether a block, or that there is none, agrees with what is kept of its
 * prospects. */
bool rollup_block_right(struct store *s, int64_t id);

/* ---- prospects, all of them -----------------------------------------------
 */

/* Asks for the prospects with ids in [first, last], counted anew. */
struct rollup_fates_in rollup_fates_between(int64_t first, int64_t last);

/* The company's steps, the first one first. */
struct rollup_gates {
	struct rollup_steps step[REACH_STEPS]; /* [0..n) */
	size_t n;
};

enum err rollup_gates_read(struct store *s, struct rollup_gates *g);

/* Prospects with ids in [first, last], counted anew. */
struct rollup_chunk {
	int64_t first, last;
	struct rollup_fates fate[ROLLUP_CHUNK + 1]; /* one to ask for the end */
	size_t n;
};

/* Reads those of [first, last], which are ROLLUP_CHUNK at the most. */
enum err rollup_chunk_read(struct store *s, int64_t first, int64_t last,
			   struct rollup_chunk *c);

/* The same, worked out from the records; what was read lies in the
 * transaction's arena.  rollup_fates.c */
enum err rollup_fates_read(struct store *s, int64_t first, int64_t last,
			   struct rollup_chunk *c);

/*
 * rollup_each_chunk - calls work for all prospects, chunk by chunk, until it
 * fails.  a: the transaction's arena, emptied before each.
 */
enum err rollup_each_chunk(struct store *s, struct arena *a,
			   enum err (*work)(void *arg, struct store *s,
					    const struct rollup_chunk *c),
			   void *arg);

/* ---- reading customers, rollup_people.c -----------------------------------
 */

/* A customer, with their money on the books by day, their follow-ups by owner,
 * the talks with them by day, and their problems. */
struct rollup_person {
	const struct rollup_customers *row;
	const struct rollup_money *money; /* [0..n) */
	size_t n;
	const struct rollup_followups *followup; /* [0..n_followups) */
	size_t n_followups;
	const struct rollup_talks *talk; /* [0..n_talks) */
	size_t n_talks;
	const struct rollup_problems *problem; /* [0..n_problems) */
	size_t n_problems;
};

/* Customers whose ids follow each other. */
struct rollup_people;
struct rollup_people *rollup_people_new(void);
void rollup_people_free(struct rollup_people *p);

/* Reads those with ids in [first, last]; what was read before is gone. */
enum err rollup_people_read(struct store *s, int64_t first, int64_t last,
			    struct rollup_people *p);

/* The next one that was read; false after the last. */
bool rollup_people_next(struct rollup_people *p, struct rollup_person *person);

/*
 * rollup_each_person - calls work for all customers, by rising id, until it
 * fails.  a: the transaction's arena, emptied now and then; NULL: left alone.
 */
enum err rollup_each_person(struct store *s, struct arena *a,
			    enum err (*work)(void *arg, struct store *s,
					     const struct rollup_person *p),
			    void *arg);

/* ---- what they buy, rollup_buyers.c and rollup_judge.c --------------------
 */

/* What is kept of a customer who has bought; days 0: of one who has not. */
struct rollup_buyer {
	int64_t id, segment; /* 0: none */
	int64_t first, last, days, second;
	struct rhythm_sums gaps;
	int64_t silent, stake, live; /* by rollup_judge; live 0: not yet */
	bool problem;
	int64_t manager; /* 0: nobody */
	int64_t idle;    /* 1: no follow-up is open; NONE: to be left alone */
	bool unled;      /* no lead came before the first purchase */
};

/* Gives a segment its id, if it has none yet. */
void rollup_segment_add(struct store *s, const char *name);

/* What is kept now; what should be, but for what rollup_judge fills. */
struct rollup_buyer rollup_buyer_kept(const struct rollup_person *person);
struct rollup_buyer rollup_buyer_of(struct store *s,
				    const struct rollup_person *person);

/* Adds sign times what a customer counts for. */
void rollup_buyer_count(struct sums *sums, const struct rollup_person *person,
			const struct rollup_buyer *b, int64_t sign);

/* The first day whose 12 months before it do not hold a day any more. */
int64_t rollup_expiry(int64_t day);

enum err rollup_buyer_keep(struct store *s, const struct rollup_buyer *b);

bool rollup_buyer_same(const struct rollup_buyer *a,
		       const struct rollup_buyer *b);

/* What silences are judged by. */
struct rollup_judge;
struct rollup_judge *rollup_judge_new(void);
void rollup_judge_free(struct rollup_judge *j);

/* Reads it as it was fixed last; or fixes it anew by the sums of now. */
enum err rollup_judge_read(struct rollup_judge *j, struct store *s);
enum err rollup_judge_fix(struct rollup_judge *j, struct store *s);

/* Fills silent, stake and live. */
void rollup_judge(const struct rollup_judge *j,
		  const struct rollup_person *person, struct rollup_buyer *b);

/* ---- what is done for them, rollup_care.c ---------------------------------
 */

/* Adds sign times what a customer's follow-ups, talks and problems count for.
 * b: what they have bought. */
void rollup_care_count(struct sums *sums, const struct rollup_person *person,
		       const struct rollup_buyer *b, int64_t sign);

/* The part of it that is about problems, rollup_problems.c. */
void rollup_problem_sums(struct sums *sums, const struct rollup_person *person,
			 const struct rollup_buyer *b, int64_t sign);

/* ---- their follow-ups, rollup_followups.c ---------------------------------
 */

/* Adds sign times what a customer's follow-ups count for. */
void rollup_followup_sums(struct sums *sums, const struct rollup_person *person,
			  int64_t sign);

/* Whether each is kept with the customer's account manager; sees to it. */
bool rollup_followups_right(const struct rollup_person *person);
void rollup_followups_mend(struct store *s, const struct rollup_person *person);

/* ---- rows -----------------------------------------------------------------
 */

/* Adds list[0..n), of rising keys, to their rows in the store. */
enum err rollup_add(struct rollup *k, struct store *s, const struct sum *list,
		    size_t n);

/* Empties all tables, fate too. */
enum err rollup_clear(struct store *s);

/* Adds sign times all rows of all tables. */
enum err rollup_read(struct store *s, struct sums *sums, int64_t sign);

/*
 * rollup_kept - takes what is kept in the row of a sum's key off its values.
 * Only tables in which a day has rows of its own know single rows; of the
 * others the values come to nothing.
 */
enum err rollup_kept(struct store *s, struct sum *sum);

/* Tells of a row that differs: by its values. */
void rollup_log_wrong(const struct sum *sum);

/* ---- on the way into the tables, rollup.c ---------------------------------
 */

struct rollup {
	enum rollup_judging judging;
	struct sums *touched;         /* {kind of record, id} */
	struct sums *prospects;       /* {0, id}: to be counted anew */
	size_t settled, grown;        /* records; how many are many more */
	struct sums *sums;            /* what the tables change by */
	struct sums *blocks;          /* {block} of prospects to be written */
	int64_t newest_day;           /* of anything counted */
	bool bought;                  /* gaps between purchases have changed */
	struct rollup_people *people; /* the one that is touched or settled */
	struct rollup_judge *judge;
	struct arena *arena; /* of the row that is written */
};

struct rollup *rollup_new(enum rollup_judging judging);
void rollup_free(void *state);

/* Something was recorded for a day. */
void rollup_know(struct rollup *k, int64_t day);

/* Keeps a prospect as counted anew and adds what it counts for. */
enum err rollup_put_prospect(struct rollup *k, struct store *s,
			     const struct rollup_fates *f);

/* Likewise a customer. */
enum err rollup_put_buyer(struct rollup *k, struct store *s,
			  const struct rollup_person *person,
			  const struct rollup_buyer *b);

/* Counts anew what was touched, rollup_settle.c. */
enum err rollup_settle(struct rollup *k, struct store *s);

/* Changes the tables by the sums, row by row in the order of their keys. */
enum err rollup_flush(struct rollup *k, struct store *s);

/* Judges the silences of all by what everybody has bought, rollup_all.c. */
enum err rollup_judge_everybody(struct rollup *k, struct store *s);

#endif
