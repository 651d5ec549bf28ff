/* import_names.c - the names that rows repeat, and what a row leaves as it is.
 */
#include <stdlib.h>
#include <string.h>

#include "import.h"
#include "lib/lead.h"
#include "lib/str.h"
#include "queries.h"

enum { PLACES_BITS = 12, LONGEST = 100 /* bytes of a name that is kept */ };

/* The name that was looked up last among those that share a place: so a file
 * may hold any number of names. */
struct import_names {
	struct place {
		enum import_field field;
		int64_t within, id;
		char text[LONGEST]; /* "": free */
	} place[1 << PLACES_BITS];
};

struct import_names *import_names_new(void)
{
	struct import_names *names = calloc(1, sizeof(*names));

	BUG_IF(!names);
	return names;
}

void import_names_free(struct import_names *names)
{
	free(names);
}

void import_names_forget(struct import_names *names)
{
	memset(names, 0, sizeof(*names));
}

static bool holds(const struct place *place, const struct import_name *name)
{
	return place->field == name->field && place->within == name->within &&
	       strcmp(place->text, name->text) == 0;
}

/* Where a name is, or is to be: of two places, the free one if there is. */
static struct place *place_of(struct import_names *names,
			      const struct import_name *name)
{
	uint64_t hash = (uint64_t)name->field << 32 ^ (uint64_t)name->within;
	struct place *first, *second;

	for (const char *c = name->text; *c; c++)
		hash = (hash ^ (unsigned char)*c) *
		       UINT64_C(0x9e3779b97f4a7c15);
	first = &names->place[hash >> (64 - PLACES_BITS)];
	second = &names->place[hash >> (64 - PLACES_BITS) ^ 1];
	if (holds(first, name) || !*first->text)
		return first;
	return holds(second, name) || !*second->text ? second : first;
}

static enum err person(struct store *s, const struct import_job *job,
		       const char *who, int64_t *id)
{
	struct person_by_origin_in in = { .origin = job->map->origin,
					  .origin_id = who };
	struct person_find_in by_name = { .day = 0 };
	struct person_by_origin known;
	struct person_find named;
	struct house_person new = { .login = "",
				    .name = who,
				    .email = "",
				    .role = "rep",
				    .language = "",
				    .origin = "",
				    .origin_id = "",
				    .team = NONE };

	by_name.name_key = str_fold(job->arena, who);
	if (one_person_by_origin(s, in, &known))
		*id = known.id;
	else if (one_person_find(s, by_name, &named))
		*id = named.id;
	else
		return house_person_add(s, job->arena, job->now, &new, id);
	return store_error(s);
}

static enum err look_up(struct store *s, struct import_job *job,
			const struct import_name *name, int64_t *id)
{
	struct arena *a = job->arena;

	switch (name->field) {
	case IN_SOURCE:
		return lead_source(s, a, name->text, "other", id);
	case IN_CAMPAIGN:
		return lead_campaign(s, a, name->within, name->text, id);
	case IN_PRODUCT:
		return lead_product(s, a, name->text, id);
	case IN_SEGMENT:
		return lead_segment(s, name->text, id);
	case IN_REASON:
		return lead_reason(s, a,
				   name->within == STAGE_INVALID ? "invalid"
								 : "lost",
				   name->text, id);
	case IN_OWNER:
		return person(s, job, name->text, id);
	default:
		BUG_IF(true);
	}
}

enum err import_name(struct store *s, struct import_job *job,
		     struct import_name name, int64_t *id)
{
	struct place *place = place_of(job->names, &name);
	enum err e;

	*id = NONE;
	if (!*name.text)
		return OK;
	if (holds(place, &name)) {
		*id = place->id;
		return OK;
	}
	e = look_up(s, job, &name, id);
	if (e != OK || strlen(name.text) >= LONGEST)
		return e;
	*place = (struct place){ name.field, name.within, *id, "" };
	memcpy(place->text, name.text, strlen(name.text) + 1);
	return OK;
}

/* ---- what differs ------------------------------------------------------- */

const char *import_text(const struct import_job *job,
			const struct import_row *row, enum import_field field,
			const char *stored, bool *differs)
{
	const char *wanted = row->cell[field].text;

	if (!import_maps(job->map, field) || strcmp(wanted, stored) == 0)
		return stored;
	*differs = true;
	return wanted;
}

int64_t import_number(const struct import_job *job, enum import_field field,
		      int64_t wanted, int64_t stored, bool *differs)
{
	if (!import_maps(job->map, field) || wanted == stored)
		return stored;
	*differs = true;
	return wanted;
}
