/* rollup_followups.c - what a customer's follow-ups count for. */
#include "blocks.h"
#include "rollup_parts.h"

/* Whose follow-ups: of one account manager's customers and one owner, or of
 * whomever. */
struct whose {
	int64_t manager, owner;
};

/* Adds to the day and the month. */
static void add(struct sums *sums, struct whose whose, int64_t day, int64_t due,
		int64_t stake, int64_t sign)
{
	struct sum sum = {
		.key = { FOLLOWUP_COUNT, whose.manager, whose.owner, BLOCK_DAY,
			 day },
		.value = { due, 0, stake },
	};

	sums_add(sums, &sum, sign);
	sum.key[3] = BLOCK_MONTH;
	sum.key[4] = block_of(BLOCK_MONTH, day);
	sums_add(sums, &sum, sign);
}

static void add_done(struct sums *sums, struct whose whose, int64_t day,
		     int64_t sign)
{
	struct sum sum = {
		.key = { FOLLOWUP_COUNT, whose.manager, whose.owner, BLOCK_DAY,
			 day },
		.value = { 0, 1 },
	};

	sums_add(sums, &sum, sign);
}

/* From the day one is overdue, money counts until it is a year old. */
static void add_stake(struct sums *sums, struct whose whose, int64_t overdue,
		      const struct rollup_person *person, int64_t sign)
{
	for (size_t i = 0; i < person->n; i++) {
		int64_t paid = person->money[i].day;
		int64_t amount = person->money[i].amount;
		int64_t expired = rollup_expiry(paid);

		if (expired <= overdue)
			continue;
		add(sums, whose, paid > overdue ? paid : overdue, 0, amount,
		    sign);
		add(sums, whose, expired, 0, -amount, sign);
	}
}

/* Of follow-up[0..n), as one of those who look at them sees them. */
static void add_all(struct sums *sums, struct whose whose,
		    const struct rollup_person *person,
		    const struct rollup_followups *followup, size_t n,
		    int64_t sign)
{
	int64_t first_due = INT64_MAX;

	for (size_t i = 0; i < n; i++) {
		if (followup[i].done_day != NONE) {
			add_done(sums, whose, followup[i].done_day, sign);
			continue;
		}
		add(sums, whose, followup[i].due_day, 1, 0, sign);
		if (followup[i].due_day < first_due)
			first_due = followup[i].due_day;
	}
	if (first_due != INT64_MAX)
		add_stake(sums, whose, first_due + 1, person, sign);
}

/* Those of one owner follow each other. */
static size_t of_one(const struct rollup_followups *followup, size_t n)
{
	size_t same = 0;

	while (same < n && followup[same].owner_id == followup[0].owner_id)
		same++;
	return same;
}

void rollup_followup_sums(struct sums *sums, const struct rollup_person *person,
			  int64_t sign)
{
	enum { EVERY = ROLLUP_EVERY };
	const struct rollup_followups *f = person->followup;
	int64_t manager = person->row->manager_id;
	size_t n;

	add_all(sums, (struct whose){ EVERY, EVERY }, person, f,
		person->n_followups, sign);
	add_all(sums, (struct whose){ manager, EVERY }, person, f,
		person->n_followups, sign);
	for (size_t i = 0; i < person->n_followups; i += n) {
		int64_t owner = f[i].owner_id;

		n = of_one(f + i, person->n_followups - i);
		add_all(sums, (struct whose){ EVERY, owner }, person, f + i, n,
			sign);
		add_all(sums, (struct whose){ manager, owner }, person, f + i,
			n, sign);
	}
}

/* ---- who looks after the customer -----------------------------------------
 */

bool rollup_followups_right(const struct rollup_person *person)
{
	for (size_t i = 0; i < person->n_followups; i++)
		if (person->followup[i].manager_id != person->row->manager_id)
			return false;
	return true;
}

void rollup_followups_mend(struct store *s, const struct rollup_person *person)
{
	struct followup_manager_set_in in = {
		.customer = person->row->id,
		.person = person->row->manager_id ? person->row->manager_id
						  : NONE,
	};

	if (!rollup_followups_right(person))
		run_followup_manager_set(s, in);
}
