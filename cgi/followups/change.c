/* change.c - what is done to a follow-up, and where the list goes on. */
#include "change.h"

#include <string.h>

#include "lib/lang.h"
#include "otherwise.h"

/* ---- where it goes on ---- */

/* The list of a form that came back with messages. */
static struct show show_of_form(const struct form_result *form)
{
	struct show show = list_typed(form);

	(void)str_int(form_value(form, "id")->typed, &show.id);
	return show;
}

static struct followup_act act_of(const struct req *r)
{
	return (struct followup_act){ r->viewer.write, r->now, r->today };
}

/* Where the list goes on after a change, at a place of that page ("" or with
 * its #), or the page for who was too late. */
static enum err finish(struct req *r, enum err e, const struct show *to,
		       const char *place, const struct show *from,
		       const struct sent *sent)
{
	if (e == OK)
		return req_redirect(r, "%s%s", list_address(r, DESK_LIST, to),
				    place);
	if (e != ERR_CONFLICT || desk_page(r, from, sent) != OK)
		return e;
	r->reply.status = 409;
	return e;
}

/* The page after the change: what was done, and the one open that the list
 * had after it. */
static struct show go_on(const struct show *from, int64_t then)
{
	struct show to = *from;

	to.did = from->id;
	to.id = then;
	return to;
}

/* Whether a follow-up comes again. */
static enum repeats repeats_of(struct req *r, int64_t id)
{
	struct followup_one_in in = { .scope = r->viewer.write,
				      .as_of = r->today,
				      .id = id };
	struct followup_one row = { .repeats = REPEATS_NEVER };

	one_followup_one(r->store, in, &row);
	return (enum repeats)row.repeats;
}

/* What the next talk is about; "": the same again. */
static const char *next_subject(enum outcome outcome, enum repeats repeats)
{
	switch (outcome) {
	case HAPPY:
	case NEUTRAL:
		return repeats ? "" : _("Is everything still as it should be?");
	case UNHAPPY:
		return _("Is the problem solved?");
	case WANTS_MORE:
		return _("What do they want to buy next?");
	case NO_ANSWER:
	case WRONG_CONTACT:
	case DO_NOT_CONTACT:
		return "";
	}
	BUG_IF(true);
}

/* ---- one press ---- */

static enum err quick_done(struct req *r, const struct quick *q)
{
	struct followup_act act = act_of(r);
	enum outcome outcome = (enum outcome)q->outcome;
	enum repeats repeats = repeats_of(r, q->id);
	struct followup_result result = {
		.outcome = outcome,
		.score = NONE,
		.note = "",
		.problem = "",
		.next_day = followup_next_day(outcome, repeats, r->today),
		.subject = next_subject(outcome, repeats),
	};
	int64_t next;

	return followup_done(r->store, &act,
			     (struct followup_seen){ q->id, q->version },
			     &result, &next);
}

enum err change_press(struct req *r, const void *form)
{
	const struct quick *q = form;
	struct followup_act act = act_of(r);
	struct show from = { q->who, q->owner, q->id, NONE, q->all };
	struct show to = go_on(&from, q->then);
	struct sent sent = sent_nothing;
	enum err e;

	if ((q->outcome == NONE) == (q->snooze == NONE)) {
		form_refuse(r->form, "outcome",
			    N_("Choose an outcome, or a day to snooze to."));
		return ERR_INPUT;
	}
	sent.conflict = true;
	sent.outcome = form_value(r->form, "outcome")->typed;
	sent.snooze = q->snooze == NONE ? "" : list_day(r, q->snooze);
	e = q->snooze == NONE ? quick_done(r, q)
			      : followup_snooze(r->store, &act,
						(struct followup_seen){
							q->id, q->version },
						q->snooze);
	return finish(r, e, &to, "", &from, &sent);
}

/* ---- the whole form ---- */

static struct sent sent_result(const struct form_result *form)
{
	return (struct sent){
		.outcome = form_value(form, "outcome")->typed,
		.note = form_value(form, "note")->typed,
		.score = form_value(form, "score")->typed,
		.review = form_value(form, "review")->typed,
		.recommend = form_value(form, "recommend")->typed,
		.problem = form_value(form, "problem")->typed,
		.next = form_value(form, "next")->typed,
		.next_day = form_value(form, "next_day")->typed,
		.snooze = "",
		.why = "",
	};
}

/* Whether a problem of the customer is known already. */
static bool has_problem(struct req *r, int64_t id)
{
	struct followup_customer_in in = { .scope = r->viewer.write,
					   .as_of = r->today,
					   .year_from = r->today,
					   .id = id };
	struct followup_customer c;

	return one_followup_customer(r->store, in, &c) && *c.problem;
}

/* What only both fields together can tell. */
static enum err check_done(struct req *r, const struct done *d)
{
	if (d->outcome == UNHAPPY && !*d->problem && !has_problem(r, d->id))
		form_refuse(r->form, "problem", N_("Say what the problem is."));
	if (d->next == NEXT_DAY && d->next_day == NONE)
		form_refuse(r->form, "next_day",
			    N_("Say on which day, or choose another time."));
	return r->form->n_messages ? ERR_INPUT : OK;
}

enum err change_save(struct req *r, const void *form)
{
	const struct done *d = form;
	struct followup_act act = act_of(r);
	struct show from = { d->who, d->owner, d->id, NONE, d->all };
	struct show to = go_on(&from, d->then);
	struct sent sent = sent_result(r->form);
	enum repeats repeats = repeats_of(r, d->id);
	struct followup_result result = {
		.outcome = d->outcome,
		.score = d->score,
		.review = d->review,
		.recommend = d->recommend,
		.note = d->note,
		.problem = d->problem,
		.next_day = d->next == NEXT_DAY
				    ? d->next_day
				    : desk_day(d->next, repeats, r->today),
		.subject = next_subject(d->outcome, repeats),
	};
	int64_t next;
	enum err e = check_done(r, d);

	sent.conflict = true;
	if (e == OK)
		e = followup_done(r->store, &act,
				  (struct followup_seen){ d->id, d->version },
				  &result, &next);
	return finish(r, e, &to, to.id == NONE ? "" : "#detail", &from, &sent);
}

enum err change_save_again(struct req *r)
{
	struct show show = show_of_form(r->form);
	struct sent sent = sent_result(r->form);

	if (show.id == NONE)
		return ERR_INPUT;
	return desk_page(r, &show, &sent);
}

/* ---- not done, but ended or handed over ---- */

enum err change_otherwise(struct req *r, const void *form)
{
	const struct otherwise *o = form;
	struct followup_act act = act_of(r);
	struct show from = { o->who, o->owner, o->id, NONE, o->all };
	struct show to = go_on(&from, o->then);
	struct sent sent = sent_nothing;

	sent.conflict = true;
	sent.why = o->why;
	return finish(r, otherwise_end(r, &act, o), &to, "", &from, &sent);
}

/* ---- taking back ---- */

enum err change_undo(struct req *r, const void *form)
{
	const struct undo *u = form;
	struct followup_act act = act_of(r);
	struct show from = { u->who, u->owner, u->id, NONE, u->all };
	struct show to = { u->who, u->owner, u->id, u->id, u->all };
	struct sent sent = sent_nothing;
	struct followup_one_in in = { .scope = r->viewer.read,
				      .as_of = r->today,
				      .id = u->id };
	struct followup_one f;
	enum err e = followup_undo(r->store, &act,
				   (struct followup_seen){ u->id, u->version });

	sent.conflict = sent.undo = true;
	if (e == OK && one_followup_one(r->store, in, &f) &&
	    strcmp(f.state, "open") != 0)
		to.id = NONE;
	return finish(r, e, &to, "", &from, &sent);
}
