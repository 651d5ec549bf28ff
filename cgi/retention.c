/* retention.c - /retention: who comes back, and who has been silent too long.
 *
 * A customer is whoever has bought: a day counts when something with a price
 * was bought on it and not paid back in full.  Everything is as known on the
 * day as_of; what was not over by then is shown as such and left out of means.
 * Each number links to its customers, /retention/rows; both addresses also end
 * in .csv and .json. */
#include "lib/app.h"
#include "retention/kept.h"

static const struct field fields[] = {
	FIELD_DAY(struct form, as_of, "as_of", .flags = OPTIONAL | TO_TODAY),
	FIELD_CHOICE(struct form, mode, "mode", kept_modes, IN_MONTH),
};

static const struct field rows_fields[] = {
	FIELD_DAY(struct people_form, base.as_of, "as_of",
		  .flags = OPTIONAL | TO_TODAY),
	FIELD_CHOICE(struct people_form, base.mode, "mode", kept_modes,
		     IN_MONTH),
	FIELD_TEXT(struct people_form, first_text, "first", 7,
		   .flags = OPTIONAL),
	FIELD_TEXT(struct people_form, month_text, "month", 7,
		   .flags = OPTIONAL),
	FIELD_INT(struct people_form, age, "age", 0, 2400, NONE,
		  .flags = OPTIONAL),
	FIELD_INT(struct people_form, known, "known", 0, 99999, NONE,
		  .flags = OPTIONAL),
	FIELD_INT(struct people_form, repeat, "repeat", 1, 99999, NONE,
		  .flags = OPTIONAL),
	FIELD_INT(struct people_form, watched, "watched", 0, 99999, NONE,
		  .flags = OPTIONAL),
	FIELD_FLAG(struct people_form, silent, "silent"),
	FIELD_INT(struct people_form, after, "after", 0, INT64_MAX, 0,
		  .flags = OPTIONAL),
};

static enum err show(struct req *r, const void *form)
{
	struct kept n;
	size_t most = r->format == HTML ? SILENT_SHOWN : SILENT_LISTED;
	enum err e = kept_load(r, form, most, &n);

	if (e != OK)
		return e;
	switch (r->format) {
	case CSV:
		return export_csv(r, &n);
	case JSON:
		return export_json(r, &n);
	case HTML:
		return board_send(r, &n);
	}
	BUG_IF(true);
}

static enum err show_people(struct req *r, const void *form)
{
	return people_send(r, form);
}

static const struct route routes[] = {
	{ GET, "/retention", SIGNED_IN, FORM(struct form, fields), show, NULL,
	  WITH_DATA },
	{ GET, "/retention/rows", SIGNED_IN,
	  FORM(struct people_form, rows_fields), show_people, NULL, WITH_DATA },
};

const struct app app_retention = {
	.name = "retention",
	.routes = routes,
	.n = COUNT(routes),
};
