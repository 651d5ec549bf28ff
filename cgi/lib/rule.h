/* rule.h - rules that plan follow-ups: so many days after something happened,
 * or before a contract ends.
 *
 * A rule plans a talk once the day for it is at most RULE_AHEAD days away, for
 * the account manager, on that day or the next working day (of a contract, the
 * one before).  What had to wait, for a problem to be solved, is planned for
 * today, or given up after RULE_BEHIND days.  It plans none that was due before
 * the rule was made, none
 * while a problem is open, none for who does not want to be contacted or has
 * no account manager, and never two for the same cause. */
#ifndef RULE_H
#define RULE_H

#include "store.h"

enum {
	RULE_AHEAD = 7,   /* days before a talk is due that it is planned */
	RULE_BEHIND = 60, /* days after that it is not planned any more */
	RULE_DAYS_MOST = 730,
};

/* What a rule answers, in the order of the page. */
enum rule_cause {
	RULE_FIRST,    /* a first purchase */
	RULE_PURCHASE, /* each day of purchases */
	RULE_CONTRACT, /* the end of a contract */
	RULE_SILENT,   /* a silence longer than usual, rhythm.h */
	RULE_PROBLEM,  /* a problem that was solved */
	RULE_SCORE,    /* an unhappy customer, or 6 of 10 and less */
	RULE_CAUSES,
};

/* The word of rule.cause, and back; another word is a bug. */
const char *rule_cause_word(enum rule_cause cause);
enum rule_cause rule_cause(const char *word);

/*
 * rule_due - the day a rule plans for: `days` after `day` of what happened,
 * before it for the end of a contract, moved to a working day (Monday to
 * Friday).
 */
int64_t rule_due(enum rule_cause cause, int64_t days, int64_t day);

struct rule_all;   /* queries.h: one rule */
struct rule_first; /* queries.h: one thing that happened */

/*
 * rule_ask - what a rule would plan today, at most so many, the oldest first:
 * read by next_rule_first.
 */
struct answer *rule_ask(struct store *s, const struct rule_all *rule,
			int64_t today, int64_t most);

/*
 * rule_plan - plans what all rules would, at most so many follow-ups; inside
 * store_write.
 * now: UTC seconds; today: the company's day.  *made: how many were planned;
 * fewer than `most`: nothing is left.
 */
enum err rule_plan(struct store *s, struct arena *a, int64_t now, int64_t today,
		   int64_t most, int64_t *made);

#endif
