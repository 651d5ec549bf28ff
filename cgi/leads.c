/* leads.c - /leads: the prospects, newest or oldest first, and what people do
 * with them.
 *
 * The numbers of the dashboards lead here: the same days, the same filters and
 * one state, so that the list has as many rows as the number says.  Without
 * days it shows the last year.  A lead is named by its first inquiry, whichever
 * of them an address names. */
#include "leads/desk.h"
#include "leads/total.h"
#include "lib/app.h"
#include "lib/lang.h"
#include "lib/money.h"

enum {
	PAGE = 50,        /* rows */
	EXPORT = 1000000, /* rows of a CSV or JSON */
	USUAL_DAYS = 365,
};

/* ---- the list ---- */

static const struct word states[] = {
	{ "all", ALL },           { "matured", MATURED },
	{ "won", WON },           { "any_won", ANY_WON },
	{ "lost", LOST },         { "open", OPEN },
	{ "invalid", INVALID },   { "closed", CLOSED },
	{ "uncosted", UNCOSTED }, { "waiting", WAITING },
	{ "early", EARLY },
};

static const struct word sorts[] = { { "newest", NEWEST },
				     { "oldest", OLDEST } };

#define ONLY(member, name)                                                     \
	FIELD_INT(struct form, member, name, 0, INT64_MAX, EVERY,              \
		  .flags = OPTIONAL)

static const struct field fields[] = {
	FIELD_DAY(struct form, from, "from", .flags = OPTIONAL),
	FIELD_DAY(struct form, to, "to", .flags = OPTIONAL),
	FIELD_CHOICE(struct form, state, "state", states, ALL),
	ONLY(team, "team"),
	ONLY(person, "person"),
	ONLY(source, "source"),
	ONLY(campaign, "campaign"),
	ONLY(product, "product"),
	ONLY(segment, "segment"),
	ONLY(reason, "reason"),
	ONLY(step, "step"),
	FIELD_DAY(struct form, closed_from, "closed_from", .flags = OPTIONAL),
	FIELD_DAY(struct form, closed_to, "closed_to", .flags = OPTIONAL),
	FIELD_INT(struct form, horizon, "horizon", 1, 730, 0,
		  .flags = OPTIONAL),
	FIELD_DAY(struct form, as_of, "as_of", .flags = OPTIONAL | TO_TODAY),
	FIELD_DAY(struct form, after_day, "after_day", .flags = OPTIONAL),
	FIELD_ID(struct form, after_id, "after_id", .flags = OPTIONAL),
	FIELD_INT(struct form, before, "before", 0, INT32_MAX, 0,
		  .flags = OPTIONAL),
	FIELD_CHOICE(struct form, sort, "sort", sorts, NEWEST,
		     .flags = OPTIONAL),
	FIELD_TEXT(struct form, q, "q", 200, .flags = OPTIONAL),
};

const char *leads_state(const struct form *f)
{
	return form_word(states, COUNT(states), f->state);
}

static enum from rows_from(const struct req *r, const struct list *l)
{
	if (r->company.newest_day > l->as_of)
		return RECORDS;
	return r->viewer.read.see == SEE_OWN ? OWN : KEPT;
}

/* The same question, the other way round. */
static struct answer *ask_oldest(struct req *r, enum from from,
				 const struct lead_list_in *q)
{
	struct lead_oldest_in in = {
		.scope = q->scope,
		.from = q->from,
		.to = q->to,
		.as_of = q->as_of,
		.horizon = q->horizon,
		.team = q->team,
		.person = q->person,
		.source = q->source,
		.campaign = q->campaign,
		.product = q->product,
		.segment = q->segment,
		.state = q->state,
		.reason = q->reason,
		.step = q->step,
		.after_day = q->after_day,
		.after_id = q->after_id,
		.most = q->most,
	};

	if (from == RECORDS)
		return ask_lead_oldest(r->store, in);
	return from == KEPT ? ask_lead_oldest_now(r->store, in)
			    : ask_lead_oldest_mine(r->store, in);
}

static struct answer *ask_rows(struct req *r, const struct form *f,
			       enum from from, const struct list *l,
			       size_t most)
{
	struct lead_list_in in = {
		.scope = r->viewer.read,
		.from = f->from,
		.to = f->to + 1,
		.as_of = l->as_of,
		.horizon = l->horizon,
		.team = f->team,
		.person = f->person,
		.source = f->source,
		.campaign = f->campaign,
		.product = f->product,
		.segment = f->segment,
		.state = leads_state(f),
		.reason = f->reason,
		.step = f->step,
		.after_day = f->after_day,
		.after_id = f->after_id,
		.most = (int64_t)most + 1,
	};

	if (f->sort == OLDEST)
		return ask_oldest(r, from, &in);
	if (from == RECORDS)
		return ask_lead_list(r->store, in);
	return from == KEPT ? ask_lead_list_now(r->store, in)
			    : ask_lead_list_mine(r->store, in);
}

/* What the step is called that the list is of. */
static const char *step_name(struct req *r, int64_t step)
{
	const char *name = step == EVERY ? NULL : _("Contacted");
	struct answer *a;
	struct step_all row;

	if (step <= 0)
		return name;
	name = "";
	for (a = ask_step_all(r->store); next_step_all(a, &row);)
		if (row.id == step)
			name = row.name;
	return name;
}

static enum err load_days(struct req *r, size_t most, struct list *l)
{
	const struct form *f = l->form;
	struct answer *rows;
	struct total *total;

	total = total_ask(r, l);
	/* Of a rare state or product many are looked at to find none: not
	 * before it is known that there is one. */
	if (total_may_be_rare(l)) {
		l->total = total_read(total);
		if (l->total == 0)
			return store_error(r->store);
		rows = ask_rows(r, f, l->from, l, most);
	} else {
		rows = ask_rows(r, f, l->from, l, most);
		l->total = total_read(total);
	}
	leads_read(r, rows, most, l);
	return store_error(r->store);
}

static bool of_closed(const struct form *f)
{
	return f->closed_from != NONE || f->closed_to != NONE;
}

/* The days of an address that names none. */
static void usual_days(struct form *f, int64_t today)
{
	if (of_closed(f) && f->closed_to == NONE)
		f->closed_to = f->closed_from <= today ? today : f->closed_from;
	if (of_closed(f) && f->closed_from == NONE)
		f->closed_from = f->closed_to - USUAL_DAYS + 1;
	if (f->to == NONE)
		f->to = f->from == NONE || f->from <= today ? today : f->from;
	if (f->from == NONE)
		f->from = f->to - USUAL_DAYS + 1;
}

static enum err load(struct req *r, struct form *f, struct list *l)
{
	size_t most = r->format == HTML ? PAGE : EXPORT;

	usual_days(f, r->today);
	*l = (struct list){
		.form = f,
		.horizon = f->horizon ? f->horizon : r->company.horizon_days,
		.as_of = f->as_of == NONE ? r->today : f->as_of,
	};
	l->from = rows_from(r, l);
	l->step = step_name(r, f->step);
	if (l->step && !*l->step)
		return ERR_NOT_FOUND; /* no such step */
	if (*f->q)
		return leads_search(r, most, l);
	return of_closed(f) ? leads_closed(r, most, l) : load_days(r, most, l);
}

static enum err leads(struct req *r, const void *form)
{
	struct form f = *(const struct form *)form;
	struct list l;
	enum err e = load(r, &f, &l);

	if (e != OK)
		return e;
	switch (r->format) {
	case HTML:
		return leads_page(r, &l);
	case CSV:
		return leads_csv(r, &l);
	case JSON:
		return leads_json(r, &l);
	}
	BUG_IF(true);
}

/* ---- one lead ---- */

static const struct field one_fields[] = {
	FIELD_ID(struct one, id, "id"),
	FIELD_CHOICE(struct one, did, "did", one_did, DID_NOTHING,
		     .flags = OPTIONAL),
};

static const struct field deed_fields[] = {
	FIELD_ID(struct deed, id, "id"),
	FIELD_INT(struct deed, version, "version", 1, INT64_MAX, NONE),
	FIELD_CHOICE(struct deed, act, "act", desk_acts, NONE,
		     .missing = N_("Choose what happened.")),
	FIELD_ID(struct deed, step, "step", .flags = OPTIONAL),
	FIELD_MONEY(struct deed, amount, "amount", 0, MONEY_MOST,
		    .flags = OPTIONAL),
	FIELD_ID(struct deed, product, "product", .flags = OPTIONAL),
	FIELD_TEXT(struct deed, reason, "reason", 200, .flags = OPTIONAL),
	FIELD_INT(struct deed, owner, "owner", 0, INT64_MAX, NONE,
		  .flags = OPTIONAL),
	FIELD_DAY(struct deed, day, "day", .flags = OPTIONAL | TO_TODAY),
	FIELD_TEXT(struct deed, note, "note", 2000,
		   .flags = OPTIONAL | MANY_LINES),
};

/* ---- entering one ---- */

#define KNOWN_FIELDS                                                           \
	FIELD_TEXT(struct entry, name, "name", 200,                            \
		   .missing = N_("Say who asks.")),                            \
		FIELD_EMAIL(struct entry, email, "email", .flags = OPTIONAL),  \
		FIELD_PHONE(struct entry, phone, "phone", .flags = OPTIONAL),  \
		FIELD_ID(struct entry, source, "source", .flags = OPTIONAL),   \
		FIELD_ID(struct entry, campaign, "campaign",                   \
			 .flags = OPTIONAL),                                   \
		FIELD_ID(struct entry, product, "product", .flags = OPTIONAL), \
		FIELD_ID(struct entry, segment, "segment", .flags = OPTIONAL), \
		FIELD_MONEY(struct entry, cost, "cost", 0, MONEY_MOST,         \
			    .flags = OPTIONAL)

static const struct field start_fields[] = {
	FIELD_TEXT(struct entry_start, name, "name", 200, .flags = OPTIONAL),
	FIELD_TEXT(struct entry_start, email, "email", 254, .flags = OPTIONAL),
	FIELD_TEXT(struct entry_start, phone, "phone", 40, .flags = OPTIONAL),
	FIELD_ID(struct entry_start, source, "source", .flags = OPTIONAL),
	FIELD_ID(struct entry_start, by, "by", .flags = OPTIONAL),
};

static const struct field new_fields[] = {
	KNOWN_FIELDS,
	FIELD_INT(struct entry, owner, "owner", 0, INT64_MAX, 0,
		  .flags = OPTIONAL),
	FIELD_DAY(struct entry, day, "day", .flags = OPTIONAL | TO_TODAY),
	FIELD_FLAG(struct entry, known, "known"),
	FIELD_ID(struct entry, by, "by", .flags = OPTIONAL),
};

static const struct field edit_fields[] = {
	KNOWN_FIELDS,
	FIELD_ID(struct entry, id, "id"),
	FIELD_INT(struct entry, version, "version", 1, INT64_MAX, NONE),
};

static const struct route routes[] = {
	{ GET, DESK_LIST, SIGNED_IN, FORM(struct form, fields), leads, NULL,
	  WITH_DATA },
	{ GET, DESK_LEAD, SIGNED_IN, FORM(struct one, one_fields), one_show,
	  NULL, 0 },
	{ POST, DESK_ACT, WRITER, FORM(struct deed, deed_fields), act_save,
	  act_again, 0 },
	{ GET, DESK_NEW, WRITER, FORM(struct entry_start, start_fields),
	  entry_begin, NULL, 0 },
	{ POST, DESK_NEW, WRITER, FORM(struct entry, new_fields), entry_add,
	  entry_again, 0 },
	{ GET, DESK_EDIT, WRITER, FORM(struct one, one_fields), entry_edit,
	  NULL, 0 },
	{ POST, DESK_EDIT, WRITER, FORM(struct entry, edit_fields), entry_save,
	  entry_again, 0 },
};

const struct app app_leads = { "leads", routes, COUNT(routes), .writes = true };
