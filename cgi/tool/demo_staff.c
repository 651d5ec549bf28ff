/* demo_staff.c - teams and people of the made-up company. */
#include <string.h>

#include "demo.h"
#include "lib/str.h"
#include "queries.h"

const struct demo_sign_in demo_sign_ins[DEMO_SIGN_INS] = {
	{ "admin", "Ada Winter", "administrator", "en", "administrator" },
	{ "head", "Robert Hale", "head", "en", "head of sales, all teams" },
	{ "lead", "Emma Clarke", "lead", "en", "leads the London team" },
	{ "rep", "Daniel Marsh", "rep", "en", "account manager in London" },
	{ "viewer", "Ruth Keller", "viewer", "en",
	  "sees all, changes nothing" },
	{ "head.ru", "Ирина Соколова", "head", "ru", "руководитель продаж" },
	{ "rep.ru", "Павел Орлов", "rep", "ru", "менеджер, команда Москва" },
};

/* Teams differ as teams do: some clearly, most of them hardly. */
static const struct plan {
	const char *name, *region, *code;
	bool russian;
	size_t reps;
	double weight, skill, hours;
} plans[DEMO_TEAMS] = {
	{ "London", "Europe", "+44", false, 6, 1.4, 1.40, 3 },
	{ "Berlin", "Europe", "+49", false, 5, 0.9, 1.02, 5 },
	{ "Москва", "Россия", "+7", true, 6, 1.4, 1.10, 4 },
	{ "Санкт-Петербург", "Россия", "+7", true, 5, 1.0, 0.98, 6 },
	{ "Казань", "Россия", "+7", true, 4, 0.7, 0.94, 8 },
	{ "Новосибирск", "Россия", "+7", true, 4, 0.7, 0.66, 20 },
	{ "Online", "Online", "+44", false, 5, 1.3, 0.84, 1 },
};

static enum err add_person(struct demo *d, const struct demo_sign_in *who,
			   int64_t team, int64_t *id)
{
	struct house_person new = { .login = who->login,
				    .name = who->name,
				    .email = "",
				    .role = who->role,
				    .language = who->language,
				    .origin = "",
				    .origin_id = "",
				    .team = team,
				    .from_day = d->first_day - 400 };

	return house_person_add(d->store, d->arena, d->start[0], &new, id);
}

/* The reps who sign in are the first of the first team and of Moscow's. */
static const struct demo_sign_in *named_rep(size_t team, size_t place)
{
	if (place != DEMO_REP)
		return NULL;
	if (team == 0)
		return &demo_sign_ins[3];
	return team == 2 ? &demo_sign_ins[6] : NULL;
}

static enum err add_rep(struct demo *d, size_t team, size_t place)
{
	struct demo_team *t = &d->team[team];
	struct demo_rep *rep = &t->rep[place];
	const struct demo_sign_in *named = named_rep(team, place);
	struct demo_sign_in somebody = {
		.login = "",
		.name = demo_colleague(d->arena, &d->random,
				       plans[team].russian),
		.role = "rep",
		.language = "",
	};

	rep->team = t->id;
	rep->skill = 1 + 0.12 * demo_normal(&d->random);
	return add_person(d, named ? named : &somebody, t->id, &rep->id);
}

static enum err add_team(struct demo *d, size_t i)
{
	struct demo_team *t = &d->team[i];
	enum err e;

	t->name = plans[i].name;
	t->code = plans[i].code;
	t->weight = plans[i].weight;
	t->skill = plans[i].skill;
	t->hours = plans[i].hours;
	t->russian = plans[i].russian ? 0.98 : i == 0 || i == 1 ? 0.02 : 0.6;
	t->n = plans[i].reps;
	t->named = named_rep(i, DEMO_REP) != NULL;
	e = house_team(d->store, d->arena, t->name, plans[i].region, &t->id,
		       NULL);
	for (size_t k = 0; e == OK && k < t->n; k++)
		e = add_rep(d, i, k);
	return e;
}

/* Somebody moved from Berlin to London a year ago. */
static enum err move_one(struct demo *d)
{
	struct membership_set_in in = { .person = d->team[1].rep[4].id,
					.from_day = d->today - 365,
					.team = d->team[0].id };

	return run_membership_set(d->store, in);
}

static enum err add_steps(struct demo *d)
{
	static const char *const names[] = { "Meeting", "Offer", "Contract" };

	for (size_t i = 0; i < COUNT(names); i++) {
		struct step_add_in in = { .position = (int64_t)i + 1,
					  .name = names[i],
					  .name_key = str_fold(d->arena,
							       names[i]) };
		struct step_add row;

		if (!one_step_add(d->store, in, &row))
			return store_error(d->store);
		d->step[i] = row.id;
	}
	return OK;
}

/* All aim at 20 %, the best team at more. */
static enum err add_targets(struct demo *d)
{
	const struct target_set_in all = { 0, d->first_day, 20 };
	const struct target_set_in best = { d->team[0].id, d->first_day, 25 };
	enum err e = run_target_set(d->store, all);

	return e == OK ? run_target_set(d->store, best) : e;
}

/* What happens from today on is followed up. */
static enum err add_rules(struct demo *d)
{
	static const struct rule_add_in rules[] = {
		{ "first", 3, NONE, "", "call", "Did everything arrive?", 0 },
		{ "first", 30, NONE, "", "call", "Ask how they like it", 0 },
		{ "first", 90, NONE, "", "visit",
		  "Is everything still as it should be?", 0 },
		{ "silent", 0, NONE, "", "call",
		  "They have not bought for longer than usual", 0 },
		{ "problem", 7, NONE, "", "call", "Is it still solved?", 0 },
	};
	enum err e = OK;

	for (size_t i = 0; e == OK && i < COUNT(rules); i++) {
		struct rule_add_in in = rules[i];

		in.from_day = d->today;
		e = run_rule_add(d->store, in);
	}
	return e;
}

enum err demo_staff(struct demo *d)
{
	enum err e = OK;
	int64_t id;

	for (size_t i = 0; e == OK && i < DEMO_TEAMS; i++)
		e = add_team(d, i);
	for (size_t i = 0; e == OK && i < DEMO_SIGN_INS; i++) {
		const struct demo_sign_in *who = &demo_sign_ins[i];
		bool leads = strcmp(who->role, "lead") == 0;

		if (strcmp(who->role, "rep") == 0)
			continue;
		e = add_person(d, who, leads ? d->team[0].id : NONE, &id);
		if (leads)
			d->lead_person = id;
		if (i == 1)
			d->head = id;
	}
	if (e == OK)
		e = move_one(d);
	if (e == OK)
		e = add_targets(d);
	if (e == OK)
		e = add_rules(d);
	return e == OK ? add_steps(d) : e;
}
