/* conversion.c - /conversion: which team, or person, source, campaign or
 * product turns prospects into customers best; /conversion/fair: the same with
 * the same kinds of leads; /conversion/losses: why the others were lost;
 * /conversion/pace: how many it will be by the end of the period.
 * /conversion/number: what a number of these means.
 *
 * The rate is of prospects old enough to have had the horizon's days to buy,
 * so that a busy last week cannot make a team look worse than it is.  Invalid
 * ones (spam, tests, duplicates) are left out and counted beside.  Each number
 * links to its rows; the same address ends in .csv and .json. */
#include "conversion/card.h"
#include "conversion/fair.h"
#include "conversion/losses.h"
#include "conversion/numbers.h"
#include "conversion/pace.h"
#include "lib/app.h"

#define ONLY(by, name)                                                         \
	FIELD_INT(struct form, only[by], name, 0, INT64_MAX, EVERY,            \
		  .flags = OPTIONAL)

#define FILTERS                                                                \
	FILTERS_FIELDS(struct form, days),                                     \
		FIELD_CHOICE(struct form, by, "group", numbers_by, BY_TEAM),   \
		ONLY(BY_TEAM, "team"), ONLY(BY_PERSON, "person"),              \
		ONLY(BY_SOURCE, "source"), ONLY(BY_CAMPAIGN, "campaign"),      \
		ONLY(BY_PRODUCT, "product"),                                   \
		FIELD_INT(struct form, horizon, "horizon", 1, 730, 0,          \
			  .flags = OPTIONAL),                                  \
		FIELD_CHOICE(struct form, bins, "bins", numbers_bins, NONE,    \
			     .flags = OPTIONAL),                               \
		FIELD_INT(struct form, a, "a", 0, INT64_MAX, EVERY,            \
			  .flags = OPTIONAL),                                  \
		FIELD_INT(struct form, b, "b", 0, INT64_MAX, EVERY,            \
			  .flags = OPTIONAL),                                  \
		FIELD_DAY(struct form, as_of, "as_of",                         \
			  .flags = OPTIONAL | TO_TODAY)

static const struct field fields[] = { FILTERS };

static const struct field card_fields[] = {
	FILTERS,
	FIELD_CHOICE(struct form, card, "of", card_words, CARD_RATE),
};

static enum err conversion(struct req *r, const void *form)
{
	struct numbers n;
	enum err e = numbers_load(r, form, &n);

	if (e == ERR_INPUT)
		return view_refusal(r);
	if (e != OK)
		return e;
	switch (r->format) {
	case HTML:
		return page_send(r, &n);
	case CSV:
		return data_csv(r, &n);
	case JSON:
		return data_json(r, &n);
	}
	BUG_IF(true);
}

static enum err fair(struct req *r, const void *form)
{
	struct fair f;
	enum err e = fair_load(r, form, &f);

	if (e == ERR_INPUT)
		return view_refusal(r);
	if (e != OK)
		return e;
	switch (r->format) {
	case HTML:
		return fair_send(r, &f);
	case CSV:
		return fair_csv(r, &f);
	case JSON:
		return fair_json(r, &f);
	}
	BUG_IF(true);
}

static enum err losses(struct req *r, const void *form)
{
	struct losses l;
	enum err e = losses_load(r, form, &l);

	if (e == ERR_INPUT)
		return view_refusal(r);
	if (e != OK)
		return e;
	switch (r->format) {
	case HTML:
		return losses_send(r, &l);
	case CSV:
		return losses_csv(r, &l);
	case JSON:
		return losses_json(r, &l);
	}
	BUG_IF(true);
}

static enum err pace(struct req *r, const void *form)
{
	struct pace p;
	enum err e = pace_load(r, form, &p);

	if (e == ERR_INPUT)
		return view_refusal(r);
	if (e != OK)
		return e;
	switch (r->format) {
	case HTML:
		return pace_send(r, &p);
	case CSV:
		return pace_csv(r, &p);
	case JSON:
		return pace_json(r, &p);
	}
	BUG_IF(true);
}

static enum err number(struct req *r, const void *form)
{
	enum err e = card_send(r, form);

	return e == ERR_INPUT ? view_refusal(r) : e;
}

static const struct route routes[] = {
	{ GET, "/conversion", SIGNED_IN, FORM(struct form, fields), conversion,
	  NULL, WITH_DATA },
	{ GET, "/conversion/fair", SIGNED_IN, FORM(struct form, fields), fair,
	  NULL, WITH_DATA },
	{ GET, "/conversion/losses", SIGNED_IN, FORM(struct form, fields),
	  losses, NULL, WITH_DATA },
	{ GET, "/conversion/number", SIGNED_IN, FORM(struct form, card_fields),
	  number, NULL, 0 },
	{ GET, "/conversion/pace", SIGNED_IN, FORM(struct form, fields), pace,
	  NULL, WITH_DATA },
};

const struct app app_conversion = { "conversion", routes, COUNT(routes),
				    .writes = false };
