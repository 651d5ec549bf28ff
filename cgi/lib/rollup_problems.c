/* rollup_problems.c - what a customer's problems count for. */
#include "blocks.h"
#include "rollup_parts.h"
#include "times.h"

/* How a customer stands with their problems, as in problem_kept. */
enum trouble { NO_PROBLEM, ALL_SOLVED, ONE_OPEN };

/* Whose customer's problem and who sees to it, or whoever. */
struct whose {
	int64_t manager, owner;
};

static void add_open(struct sums *sums, struct whose whose, int64_t due,
		     int64_t sign)
{
	struct sum sum = { .key = { PROBLEM_COUNT, whose.manager, whose.owner,
				    BLOCK_MONTH, ROLLUP_EVER },
			   .value = { 1 } };

	if (due != NONE) {
		sum.key[3] = BLOCK_DAY;
		sum.key[4] = due;
		sums_add(sums, &sum, sign);
		sum.key[3] = BLOCK_MONTH;
		sum.key[4] = block_of(BLOCK_MONTH, due);
	}
	sums_add(sums, &sum, sign);
}

static void add_time(struct sums *sums, struct whose whose,
		     const struct rollup_problems *p, int64_t sign)
{
	struct sum sum = { .key = { PROBLEM_TIME, whose.manager, whose.owner,
				    BLOCK_DAY, p->opened_day },
			   .value = { 1, p->once, p->again } };

	sum.key[5] = p->solved_day == NONE
			     ? times_open(p->opened_day)
			     : times_solved(p->solved_day - p->opened_day);
	sums_add(sums, &sum, sign);
	sum.key[3] = BLOCK_MONTH;
	sum.key[4] = block_of(BLOCK_MONTH, p->opened_day);
	sums_add(sums, &sum, sign);
}

static void add_problem(struct sums *sums, const struct rollup_problems *p,
			int64_t manager, int64_t sign)
{
	const struct whose whose[] = { { ROLLUP_EVERY, ROLLUP_EVERY },
				       { ROLLUP_EVERY, p->owner_id },
				       { manager, ROLLUP_EVERY },
				       { manager, p->owner_id } };

	for (size_t i = 0; i < COUNT(whose); i++) {
		add_time(sums, whose[i], p, sign);
		if (p->solved_day == NONE)
			add_open(sums, whose[i], p->due_day, sign);
	}
}

static enum trouble trouble_of(const struct rollup_person *person)
{
	enum trouble trouble = NO_PROBLEM;

	for (size_t i = 0; i < person->n_problems; i++) {
		if (person->problem[i].solved_day == NONE)
			return ONE_OPEN;
		trouble = ALL_SOLVED;
	}
	return trouble;
}

static void add_kept(struct sums *sums, const struct rollup_buyer *b,
		     enum trouble trouble, int64_t sign)
{
	struct sum sum = { .key = { PROBLEM_KEPT, b->first, trouble },
			   .value = { 1,
				      b->second != NONE && b->second <= 365 } };

	if (b->days)
		sums_add(sums, &sum, sign);
}

void rollup_problem_sums(struct sums *sums, const struct rollup_person *person,
			 const struct rollup_buyer *b, int64_t sign)
{
	for (size_t i = 0; i < person->n_problems; i++)
		add_problem(sums, &person->problem[i], person->row->manager_id,
			    sign);
	add_kept(sums, b, trouble_of(person), sign);
}
