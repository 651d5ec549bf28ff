/* followup.h - the rules of a follow-up: planned, moved, done, taken back.
 *
 * A follow-up is the next talk with a customer.  Every call writes the row,
 * its event and whatever else belongs to it (the talk, a problem, the next
 * follow-up) and must run inside store_write, so that all of it is kept or
 * none.  What somebody may not see is ERR_NOT_FOUND; a row that has changed
 * since they saw it is ERR_CONFLICT, and nothing was written. */
#ifndef FOLLOWUP_H
#define FOLLOWUP_H

#include "store.h"

/* How a talk ended; the order is that of the page. */
enum outcome {
	HAPPY,
	NEUTRAL,
	UNHAPPY,
	WANTS_MORE,
	NO_ANSWER,
	WRONG_CONTACT,
	DO_NOT_CONTACT,
};

/* The word of contact.outcome, and back; another word is a bug. */
const char *followup_outcome_word(enum outcome outcome);
enum outcome followup_outcome(const char *word);

/* Whether a talk comes again: followup.repeats of the schema. */
enum repeats {
	REPEATS_NEVER,
	REPEATS_WEEKLY,
	REPEATS_FORTNIGHTLY,
	REPEATS_MONTHLY,
	REPEATS_QUARTERLY,
	REPEATS_HALF_YEARLY,
	REPEATS_YEARLY,
};

/* When a talk of today comes again; NONE: never. */
int64_t followup_again(enum repeats repeats, int64_t today);

/* Who acts, with what rights, and when. */
struct followup_act {
	struct scope scope; /* rows to change; scope.me acts, 0: the program */
	int64_t now;        /* UTC, seconds */
	int64_t today;      /* the company's day */
};

/* A follow-up as somebody saw it. */
struct followup_seen {
	int64_t id, version;
};

/* A follow-up to come.  kind and cause: words of the schema. */
struct followup_plan {
	int64_t customer, owner;
	const char *kind, *cause;
	const char *subject; /* 1 to 500 code points */
	const char *note;    /* "" for none */
	int64_t due_day;
	enum repeats repeats;
};

/* How a follow-up ended. */
struct followup_result {
	enum outcome outcome;
	int64_t score;    /* 0 to 10, as the customer said; NONE: not asked */
	const char *note; /* "" for none */
	const char *problem; /* UNHAPPY: what it is; "": see followup_done */
	int64_t next_day;    /* when to talk again; NONE: not planned */
	const char *subject; /* of that talk; "": the same again */
	bool review;         /* they were asked for one */
	bool recommend;      /* they were asked to recommend us */
};

/*
 * followup_next_day - when to talk again if nobody says otherwise: tomorrow
 * after no answer, in a week after a problem, a wish or a wrong contact, else
 * when the talk comes again, or in a month.  NONE for who does not want to be
 * contacted.
 */
int64_t followup_next_day(enum outcome outcome, enum repeats repeats,
			  int64_t today);

/*
 * followup_add - plans a talk with a customer in sight.
 * *id: of the new follow-up.
 */
enum err followup_add(struct store *s, const struct followup_act *act,
		      const struct followup_plan *plan, int64_t *id);

/*
 * followup_done - records how an open follow-up ended and plans the next one,
 * by the same person in the same way, which comes again like this one.
 * UNHAPPY opens a problem: what was told, or, when nothing was and none is
 * open yet, the subject of the follow-up.  DO_NOT_CONTACT marks the customer,
 * and nothing is planned.
 * *next: id of the next follow-up, NONE when none was planned.
 */
enum err followup_done(struct store *s, const struct followup_act *act,
		       struct followup_seen seen,
		       const struct followup_result *result, int64_t *next);

/* Moves an open follow-up to another day; the first day stays known. */
enum err followup_snooze(struct store *s, const struct followup_act *act,
			 struct followup_seen seen, int64_t due_day);

/* Cancels an open follow-up; note: why, 1 to 2000 code points. */
enum err followup_cancel(struct store *s, const struct followup_act *act,
			 struct followup_seen seen, const char *note);

/* Hands an open follow-up over to a person who may have it; note: "" for none.
 * ERR_CONFLICT also when it is theirs already. */
enum err followup_assign(struct store *s, const struct followup_act *act,
			 struct followup_seen seen, int64_t owner,
			 const char *note);

/*
 * followup_undo - takes back the latest event: what was done is open again and
 * the follow-up planned with it cancelled, unless that one has ended by now;
 * what was moved is due as before, what was cancelled open again, what was
 * handed over given back; what was planned is cancelled.  The talk
 * keeps its row, but no longer counts (schema/queries/with/talk.sql); a
 * problem heard in it is closed, a customer marked by it is unmarked, a review
 * asked for in it forgotten.
 * ERR_CONFLICT also when the latest event is none of these.
 */
enum err followup_undo(struct store *s, const struct followup_act *act,
		       struct followup_seen seen);

#endif
