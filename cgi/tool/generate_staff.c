/* generate_staff.c - teams, people, sources and reasons of a company of any
 * size.  The same people sign in as to the demo company. */
#include <string.h>

#include "generate.h"
#include "lib/lead.h"
#include "lib/str.h"
#include "queries.h"

static const char *const cities[GENERATE_TEAMS] = {
	"London",     "Berlin",      "Москва",
	"Paris",      "Madrid",      "Rome",
	"Vienna",     "Warsaw",      "Prague",
	"Budapest",   "Lisbon",      "Dublin",
	"Helsinki",   "Stockholm",   "Oslo",
	"Copenhagen", "Riga",        "Tallinn",
	"Vilnius",    "Athens",      "Санкт-Петербург",
	"Казань",     "Самара",      "Омск",
	"Пермь",      "Новосибирск", "Уфа",
	"Тула",       "Томск",       "Иркутск",
	"Hamburg",    "Munich",      "Lyon",
	"Milan",      "Porto",       "Leeds",
	"Glasgow",    "Rotterdam",   "Antwerp",
	"Geneva",
};

static const struct origin {
	const char *name, *class;
} origins[GENERATE_SOURCES] = {
	{ "Website", "other" },
	{ "Search ads", "other" },
	{ "Social networks", "other" },
	{ "Trade fairs", "other" },
	{ "Cold calls", "other" },
	{ "Partners", "other" },
	{ "Recommendations", "referral" },
	{ "Review sites", "review" },
	{ "Newsletter", "other" },
	{ "Webinars", "other" },
	{ "Price portals", "other" },
	{ "Old customers", "customer" },
};

static const char *const lost[GENERATE_LOST] = { "Price too high",
						 "Bought elsewhere",
						 "No budget", "Not reached",
						 "Needs changed" };
static const char *const invalid[GENERATE_INVALID] = { "Spam", "Test",
						       "Duplicate",
						       "Wrong contact" };

/* The first rep of the first team and of Moscow's sign in. */
static const struct demo_sign_in *named_rep(size_t team, size_t place)
{
	if (place != 0)
		return NULL;
	if (team == 0)
		return &demo_sign_ins[3];
	return team == 2 ? &demo_sign_ins[6] : NULL;
}

static enum err add_person(struct generate *g, const struct demo_sign_in *who,
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
				    .from_day = g->first_day };

	return house_person_add(g->store, g->arena, g->start[0], &new, id);
}

static enum err add_team(struct generate *g, struct demo_random *r, size_t i)
{
	bool russian = (unsigned char)cities[i][0] >= 0x80;
	int64_t team, lead;
	enum err e = house_team(g->store, g->arena, cities[i], "", &team, NULL);

	for (size_t k = 0; e == OK && k < GENERATE_REPS; k++) {
		const struct demo_sign_in *named = named_rep(i, k);
		struct demo_sign_in somebody = {
			.login = "",
			.name = demo_colleague(g->arena, r, russian),
			.role = "rep",
			.language = "",
		};

		e = add_person(g, named ? named : &somebody, team,
			       &g->rep[i][k]);
	}
	if (e == OK && i == 0) /* who leads the first team */
		e = add_person(g, &demo_sign_ins[2], team, &lead);
	return e;
}

static enum err add_names(struct generate *g)
{
	struct store *s = g->store;
	struct arena *a = g->arena;
	enum err e = OK;

	for (size_t i = 0; e == OK && i < GENERATE_SOURCES; i++)
		e = lead_source(s, a, origins[i].name, origins[i].class,
				&g->source[i]);
	for (size_t i = 0; e == OK && i < GENERATE_LOST; i++)
		e = lead_reason(s, a, "lost", lost[i], &g->lost[i]);
	for (size_t i = 0; e == OK && i < GENERATE_INVALID; i++)
		e = lead_reason(s, a, "invalid", invalid[i], &g->invalid[i]);
	return e;
}

/* Those of no team. */
static enum err add_others(struct generate *g)
{
	enum err e = OK;
	int64_t id;

	for (size_t i = 0; e == OK && i < DEMO_SIGN_INS; i++) {
		const struct demo_sign_in *who = &demo_sign_ins[i];

		if (strcmp(who->role, "rep") != 0 &&
		    strcmp(who->role, "lead") != 0)
			e = add_person(g, who, NONE, &id);
	}
	return e;
}

enum err generate_staff(struct generate *g)
{
	struct demo_random r = { (uint64_t)g->seed };
	enum err e = demo_add_company(g->store, g->start[0]);

	for (size_t i = 0; e == OK && i < GENERATE_TEAMS; i++)
		e = add_team(g, &r, i);
	if (e == OK)
		e = add_others(g);
	return e == OK ? add_names(g) : e;
}
