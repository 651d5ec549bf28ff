/* import_people.c - people and teams, and what sources cost, into the store.
 */
#include <string.h>

#include "import.h"
#include "lib/lead.h"
#include "lib/str.h"
#include "lib/zone.h"
#include "queries.h"

/* ---- people ------------------------------------------------------------- */

/* What is known of the person in a row; differs: something of it is to change
 * whatever the row says, for instance that it lacks the source system's id. */
struct known {
	int64_t id, team;
	const char *name, *email, *role;
	bool differs;
};

static bool find(struct store *s, const struct import_job *job,
		 const struct import_row *row, const char *id,
		 struct known *known)
{
	struct person_by_origin_in in = { .origin = job->map->origin,
					  .origin_id = id,
					  .day = zone_day(job->now) };
	struct person_find_in by_name = {
		.name_key = str_fold(job->arena, row->cell[IN_NAME].text),
		.day = in.day,
	};
	struct person_by_origin p;
	struct person_find named;

	if (one_person_by_origin(s, in, &p)) {
		*known = (struct known){ p.id,    p.team_id, p.name,
					 p.email, p.role,    false };
		return true;
	}
	if (!one_person_find(s, by_name, &named) || *named.origin_id)
		return false;
	*known = (struct known){ named.id,    named.team_id, named.name,
				 named.email, named.role,    true };
	return true;
}

static enum err add_person(struct store *s, struct import_job *job,
			   const struct import_row *row, const char *id,
			   int64_t team)
{
	const char *role = row->cell[IN_ROLE].text;
	struct house_person new = { .login = "",
				    .name = row->cell[IN_NAME].text,
				    .email = row->cell[IN_EMAIL].text,
				    .role = *role ? role : "rep",
				    .language = "",
				    .origin = job->map->origin,
				    .origin_id = id,
				    .team = team };
	int64_t person;

	/* Members since day 0: where else should their past be counted? */
	job->added++;
	return house_person_add(s, job->arena, job->now, &new, &person);
}

static enum err move(struct store *s, const struct import_job *job,
		     const struct known *known, int64_t team)
{
	struct membership_set_in in = {
		.person = known->id,
		.from_day = known->team == NONE ? 0 : zone_day(job->now),
		.team = team,
	};

	return run_membership_set(s, in);
}

static enum err correct(struct store *s, struct import_job *job,
			const struct import_row *row, const char *id,
			const struct known *known, int64_t team)
{
	struct person_correct_in in = { .id = known->id,
					.origin = job->map->origin,
					.origin_id = id,
					.role = known->role };
	bool moved = false, differs = known->differs;
	enum err e = OK;

	in.name = import_text(job, row, IN_NAME, known->name, &differs);
	in.email = import_text(job, row, IN_EMAIL, known->email, &differs);
	if (*row->cell[IN_ROLE].text)
		in.role = import_text(job, row, IN_ROLE, known->role, &differs);
	in.name_key = str_fold(job->arena, in.name);
	import_number(job, IN_TEAM, team, known->team, &moved);
	if (moved)
		e = move(s, job, known, team);
	if (!differs && !moved)
		return e;
	job->changed++;
	return e == OK ? run_person_correct(s, in) : e;
}

static enum err write_person(struct store *s, struct import_job *job,
			     const struct import_row *row)
{
	const char *id = row->cell[IN_ID].text;
	struct known known;
	bool moved = false;
	int64_t team;
	enum err e = house_team(s, job->arena, row->cell[IN_TEAM].text,
				row->cell[IN_REGION].text, &team, &moved);

	if (e != OK)
		return e;
	if (!*id)
		id = row->cell[IN_NAME].text;
	if (!find(s, job, row, id, &known))
		return store_error(s) == OK ? add_person(s, job, row, id, team)
					    : store_error(s);
	known.differs |= moved;
	return correct(s, job, row, id, &known, team);
}

enum err import_people(struct store *s, struct import_job *job)
{
	return import_each(s, job, job->table.rows, write_person);
}

/* ---- spend -------------------------------------------------------------- */

/* What one row says that a source or campaign cost. */
struct cost {
	int64_t source, campaign, month, amount;
};

static int compare(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

static int by_key(const void *a, const void *b)
{
	const struct cost *x = a, *y = b;
	int order = compare(x->source, y->source);

	if (order == 0)
		order = compare(x->campaign, y->campaign);
	return order ? order : compare(x->month, y->month);
}

static enum err read_cost(struct store *s, struct import_job *job,
			  const struct import_row *row, struct cost *cost)
{
	const union import_cell *cell = row->cell;
	struct import_name source = { IN_SOURCE, cell[IN_SOURCE].text, 0 };
	struct import_name campaign = { IN_CAMPAIGN, cell[IN_CAMPAIGN].text,
					0 };
	enum err e = import_name(s, job, source, &cost->source);

	cost->month = cell[IN_MONTH].number;
	cost->amount = cell[IN_AMOUNT].number;
	if (e != OK)
		return e;
	campaign.within = cost->source;
	return import_name(s, job, campaign, &cost->campaign);
}

/* The rows of one source, campaign and month are one sum. */
static enum err write_sum(struct store *s, struct import_job *job,
			  const struct cost *cost, size_t n)
{
	struct spend_set_in in = { cost->source, cost->campaign, cost->month,
				   0 };
	struct spend_find_in in_month = { cost->source, cost->campaign,
					  cost->month };
	struct spend_find known;

	for (size_t i = 0; i < n; i++)
		in.amount += cost[i].amount;
	if (!one_spend_find(s, in_month, &known))
		job->added += (int64_t)n;
	else if (known.amount != in.amount)
		job->changed += (int64_t)n;
	else
		return OK;
	return store_error(s) == OK ? run_spend_set(s, in) : store_error(s);
}

static enum err read_costs(struct store *s, struct import_job *job,
			   struct cost *cost)
{
	struct import_row row;
	enum err e = OK;

	import_rows_first(job->table.rows);
	for (; e == OK && import_rows_next(job->table.rows, &row); cost++) {
		arena_reset(job->arena);
		e = read_cost(s, job, &row, cost);
	}
	return e == OK ? import_rows_end(job->table.rows) : e;
}

/* A row a month of each source and campaign: never so many that they would not
 * all fit into memory. */
enum err import_spend(struct store *s, struct import_job *job)
{
	size_t n = (size_t)job->table.n, end;
	struct cost *cost = arena_array(job->keep, n, sizeof(*cost));
	enum err e = read_costs(s, job, cost);

	qsort(cost, n, sizeof(*cost), by_key);
	for (size_t i = 0; e == OK && i < n; i = end) {
		for (end = i + 1; end < n && by_key(&cost[i], &cost[end]) == 0;)
			end++;
		e = write_sum(s, job, cost + i, end - i);
	}
	return e;
}
