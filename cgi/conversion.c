/* conversion.c - /conversion: which team, or person, source, campaign or
 * product turns prospects into customers best; /conversion/fair: the same with
 * the same kinds of leads; /conversion/losses: why the others were lost;
 * /conversion/pace: how many it will be by the end of the period;
 * /conversion/funnel: how far they get on the way.
 * /conversion/number: what a number of these means; /conversion/unled: who
 * became a customer without having been a lead.
 *
 * The rate is of prospects old enough to have had the horizon's days to buy,
 * so that a busy last week cannot make a team look worse than it is.  Invalid
 * ones (spam, tests, duplicates) are left out and counted beside.  Each number
 * links to its rows; the same address ends in .csv and .json. */
#include "conversion/card.h"
#include "conversion/fair.h"
#include "conversion/funnel.h"
#include "conversion/losses.h"
#include "conversion/numbers.h"
#include "conversion/pace.h"
#include "conversion/unled.h"
#include "lib/app.h"

#define ONLY(by, name)                                                         \
	FIELD_INT(struct form, only[by], name, 0, INT64_MAX, EVERY,            \
		  .flags = OPTIONAL)

#define FILTERS                                                                \
	FILTERS_FIELDS(struct form, days),                                     \
		FIELD_CHOICE(struct form, by, "group", numbers_by, BY_TEAM),   \
		ONLY(BY_TEAM, "team"), ONLY(BY_PERSON, "person"),              \
		ONLY(BY_SOURCE, "source"), ONLY(BY_CAMPAIGN, "campaign"),      \
		ONLY(BY_PRODUCT, "product"), ONLY(BY_SEGMENT, "segment"),      \
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

static const struct field unled_fields[] = {
	FIELD_DAY(struct unled_form, from, "from"),
	FIELD_DAY(struct unled_form, to, "to"),
	FIELD_DAY(struct unled_form, after_day, "after_day", .flags = OPTIONAL),
	FIELD_ID(struct unled_form, after, "after", .flags = OPTIONAL),
};

/* PAGE(name, struct, load, html, csv, json): a page that is read into a struct
 * and sent in the format that is asked for. */
#define PAGE(name, type, load, html, csv, json)                                \
	static enum err name(struct req *r, const void *form)                  \
	{                                                                      \
		type page;                                                     \
		enum err e = load(r, form, &page);                             \
                                                                               \
		if (e == ERR_INPUT)                                            \
			return view_refusal(r);                                \
		if (e != OK)                                                   \
			return e;                                              \
		return r->format == CSV    ? csv(r, &page)                     \
		       : r->format == JSON ? json(r, &page)                    \
					   : html(r, &page);                   \
	}

PAGE(conversion, struct numbers, numbers_load, page_send, data_csv, data_json)
PAGE(fair, struct fair, fair_load, fair_send, fair_csv, fair_json)
PAGE(funnel, struct funnel, funnel_load, funnel_send, funnel_csv, funnel_json)
PAGE(losses, struct losses, losses_load, losses_send, losses_csv, losses_json)
PAGE(pace, struct pace, pace_load, pace_send, pace_csv, pace_json)

static enum err number(struct req *r, const void *form)
{
	enum err e = card_send(r, form);

	return e == ERR_INPUT ? view_refusal(r) : e;
}

static enum err unled(struct req *r, const void *form)
{
	return unled_send(r, form);
}

static const struct route routes[] = {
	{ GET, "/conversion", SIGNED_IN, FORM(struct form, fields), conversion,
	  NULL, WITH_DATA },
	{ GET, "/conversion/fair", SIGNED_IN, FORM(struct form, fields), fair,
	  NULL, WITH_DATA },
	{ GET, "/conversion/funnel", SIGNED_IN, FORM(struct form, fields),
	  funnel, NULL, WITH_DATA },
	{ GET, "/conversion/losses", SIGNED_IN, FORM(struct form, fields),
	  losses, NULL, WITH_DATA },
	{ GET, "/conversion/number", SIGNED_IN, FORM(struct form, card_fields),
	  number, NULL, 0 },
	{ GET, UNLED_PATH, SIGNED_IN, FORM(struct unled_form, unled_fields),
	  unled, NULL, WITH_DATA },
	{ GET, "/conversion/pace", SIGNED_IN, FORM(struct form, fields), pace,
	  NULL, WITH_DATA },
};

const struct app app_conversion = { "conversion", routes, COUNT(routes),
				    .writes = false };
