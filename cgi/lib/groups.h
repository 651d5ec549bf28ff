/* groups.h - what became of the prospects of several groups (teams, sources),
 * and how the groups compare.
 *
 * The store counts prospects by group and age; from these few rows come
 * all numbers of the conversion page.  Names and formulas: the company's
 * definitions C1 to C8 and C13.  Pure: no store, no clock, no words. */
#ifndef GROUPS_H
#define GROUPS_H

#include "many.h"
#include "survival.h"

/* Some prospects of one group and one age. */
struct groups_row {
	int64_t group; /* id; 0: belongs to none */
	int64_t days;  /* from created to won or lost, or their age */
	bool matured;  /* have had the horizon's days to buy */
	int64_t won, lost, open, invalid; /* how many */
	int64_t cost;    /* their own prices, base minor units */
	int64_t revenue; /* of their first purchases, base minor units */
	int64_t waiting; /* of the open ones: nobody has contacted them */
};

/* What a price or a share of spend is known for. */
struct groups_spend {
	int64_t group;
	double all, matured; /* of all valid, of the matured prospects */
};

struct group {
	int64_t id;
	const char *name;

	/* prospects that came in the period */
	int64_t prospects; /* valid ones */
	int64_t excluded;  /* invalid ones, in no other number */
	int64_t matured;   /* C1's n */
	int64_t won;       /* C1's k: of the matured, within the horizon */
	int64_t won_any, lost, open; /* of all valid ones, so far */
	int64_t revenue;             /* of the k, base minor units */
	double cost; /* of the matured, base minor units; prices + spend */

	struct share conversion;           /* C1 */
	struct survival_estimate estimate; /* C2 at the horizon */
	bool young;                        /* matured < 80 %: show C2 */
	struct rate_per_win per_win;       /* matured prospects per win */
	struct rate_cost cost_per_win;     /* C6 */
	struct many_row against;           /* C5: the group against the rest */
	struct share shrunk;               /* C13 */
	struct survival_quantile time_to_win; /* C8: median of the k; known
					       * without limits */
	bool unrated; /* only_won, below: no rate, and nothing made of one, is
		       * known */
};

struct groups {
	struct group *group; /* [0..n) */
	size_t n;
	struct group all;          /* their sum */
	struct many_spread spread; /* whether they differ at all */
	struct many_prior prior;   /* what the order leans on */
	/* What they are grouped by is recorded of won prospects only: all that
	 * have it were won, MANY_FEW at least, and of the others not all.  So
	 * each would have a rate of 100 %, which says nothing. */
	bool only_won;
};

/* Whether a group has a rate that may be shown: enough are old enough. */
bool groups_rated(const struct group *t);

/*
 * groups_new - n groups without prospects, with these ids and names; group
 * 0, "nobody's", is added as soon as a row needs it, under `nobody`.
 */
struct groups *groups_new(struct arena *a, const int64_t *id,
			  const char *const *name, size_t n,
			  const char *nobody);

/* What is counted: row[0..n) and spend[0..m), in any order. */
struct groups_input {
	const struct groups_row *row;
	size_t n;
	const struct groups_spend *spend;
	size_t m;
	int64_t horizon; /* days allowed to buy */
};

/* groups_count - fills all numbers. */
void groups_count(struct arena *a, struct groups *g,
		  const struct groups_input *in);

/*
 * groups_order - the groups as they should be listed: by shrunken rate, so
 * that luck with few prospects cannot lead; those with fewer than MANY_FEW
 * matured after them, those without any last; equal ones by name.
 */
void groups_order(struct groups *g);

/* The group of an id, NULL when it has none. */
struct group *groups_find(const struct groups *g, int64_t id);

/* ---- the price of prospects ------------------------------------------------
 */

/* What a source, or one campaign of it (else 0), cost in a month. */
struct spend_item {
	int64_t month, source, campaign;
	int64_t amount;    /* base minor units */
	int64_t prospects; /* valid ones of the whole company that share it */
};

/* Prospects of one group by what their price is taken from. */
struct spend_count {
	int64_t group, month, source, campaign;
	int64_t matured, prospects;
};

/*
 * groups_share_spend - each prospect bears an equal part of what its source
 * and its campaign cost in the month it came.
 * Returns out[0..m) with one entry per count, in the arena.
 */
struct groups_spend *groups_share_spend(struct arena *a,
					const struct spend_item *item, size_t n,
					const struct spend_count *count,
					size_t m);

#endif
