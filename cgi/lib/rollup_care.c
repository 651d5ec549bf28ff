/* rollup_care.c - what is done for a customer counts for those who do it. */
#include "rollup_parts.h"

/* The values of a day of a person's work. */
enum { DUE, ON_TIME, NEW, MET, TRIES, REACHED, UNHAPPY };

static struct sum day_of(int64_t person, int64_t day)
{
	return (struct sum){ .key = { CARE_DAY, person, day } };
}

static void count_due(struct sums *sums, const struct rollup_person *person,
		      int64_t sign)
{
	for (size_t i = 0; i < person->n_followups; i++) {
		const struct rollup_followups *f = &person->followup[i];
		struct sum sum = day_of(f->owner_id, f->first_due_day);

		sum.value[DUE] = 1;
		sum.value[ON_TIME] =
			f->done_day != NONE && f->done_day <= f->first_due_day;
		sums_add(sums, &sum, sign);
	}
}

static void count_talks(struct sums *sums, const struct rollup_person *person,
			int64_t sign)
{
	for (size_t i = 0; i < person->n_talks; i++) {
		const struct rollup_talks *t = &person->talk[i];
		struct sum sum = day_of(t->person_id, t->day);

		if (t->person_id == 0)
			continue;
		sum.value[TRIES] = 1;
		sum.value[REACHED] = t->reached;
		sum.value[UNHAPPY] = t->unhappy;
		sums_add(sums, &sum, sign);
	}
}

static bool reached_within(const struct rollup_person *person, int64_t from,
			   int64_t to)
{
	for (size_t i = 0; i < person->n_talks; i++)
		if (person->talk[i].reached && person->talk[i].day >= from &&
		    person->talk[i].day <= to)
			return true;
	return false;
}

static void count_first(struct sums *sums, const struct rollup_person *person,
			const struct rollup_buyer *b, int64_t sign)
{
	struct sum sum = day_of(person->row->manager_id, b->first);

	if (b->days == 0 || person->row->manager_id == 0)
		return;
	sum.value[NEW] = 1;
	sum.value[MET] = reached_within(person, b->first,
					b->first + person->row->contact_days);
	sums_add(sums, &sum, sign);
}

void rollup_care_count(struct sums *sums, const struct rollup_person *person,
		       const struct rollup_buyer *b, int64_t sign)
{
	count_due(sums, person, sign);
	count_talks(sums, person, sign);
	count_first(sums, person, b, sign);
	rollup_followup_sums(sums, person, sign);
	rollup_problem_sums(sums, person, b, sign);
}
