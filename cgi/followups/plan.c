/* plan.c - a follow-up planned by hand: the form, and looking for customers.
 */
#include "plan.h"

#include <string.h>

#include "desk.h"
#include "lib/followup.h"
#include "lib/format.h"
#include "lib/lang.h"
#include "lib/period.h"
#include "names.h"

enum { CHOICES_MOST = 10 }; /* customers to choose from */

const struct word plan_kinds[] = { { "call", 0 },
				   { "mail", 1 },
				   { "visit", 2 } };

const struct word plan_repeats[] = {
	{ "never", REPEATS_NEVER },
	{ "week", REPEATS_WEEKLY },
	{ "two_weeks", REPEATS_FORTNIGHTLY },
	{ "month", REPEATS_MONTHLY },
	{ "quarter", REPEATS_QUARTERLY },
	{ "half_year", REPEATS_HALF_YEARLY },
	{ "year", REPEATS_YEARLY },
};

const struct word plan_whens[] = { { "today", PLAN_TODAY },
				   { "tomorrow", PLAN_TOMORROW },
				   { "week", PLAN_WEEK },
				   { "month", PLAN_MONTH },
				   { "day", PLAN_DAY } };

/* What the form shows, as typed; "" for what is empty. */
struct draft {
	const char *customer, *chosen, *subject, *kind, *when, *due, *repeats,
		*owner, *note;
};

/* The customers a typed name can mean. */
struct search {
	const char *message; /* why there is not the one, or NULL */
	struct followup_customer_one customer; /* the one */
	struct followup_customer_find choice[CHOICES_MOST];
	size_t n;  /* choice[0..n), when several are possible */
	bool more; /* there are others */
};

/* Takes a customer in sight whose name the words can mean. */
static bool take(struct req *r, struct search *s, const struct names *words,
		 int64_t id)
{
	struct followup_customer_one_in in = { .scope = r->viewer.write,
					       .as_of = r->today,
					       .id = id };

	if (!one_followup_customer_one(r->store, in, &s->customer) ||
	    !names_match(r->arena, words, s->customer.name_key))
		return false;
	s->n = 0;
	s->message = NULL;
	if (s->customer.do_not_contact)
		s->message = N_("This customer does not want to be contacted.");
	return true;
}

/* Fills the choices; returns the id of the only one, or of the only one with
 * exactly this name. */
static int64_t find_choices(struct req *r, struct search *s, const char *key,
			    const struct names *words)
{
	struct followup_customer_find_in in = {
		.scope = r->viewer.write,
		.as_of = r->today,
		.like = names_pattern(r->arena, words),
	};
	struct answer *a =
		in.scope.see == SEE_ALL
			? ask_followup_customer_find(r->store, in)
			: ask_followup_customer_find_some(r->store, in);
	struct followup_customer_find row;
	int64_t only = NONE;
	size_t same = 0;

	while (next_followup_customer_find(a, &row)) {
		if (!names_match(r->arena, words, row.name_key))
			continue;
		if (strcmp(row.name_key, key) == 0 && same++ == 0)
			only = row.id;
		if (s->n < CHOICES_MOST)
			s->choice[s->n++] = row;
		else
			s->more = true;
	}
	if (s->n == 1)
		return s->choice[0].id;
	return same == 1 ? only : NONE;
}

/* The customer that was typed, or chosen from those with such a name. */
static struct search *search(struct req *r, const char *typed,
			     const char *chosen)
{
	struct search *s = arena_zalloc(r->arena, sizeof(*s));
	const char *key = str_fold(r->arena, typed);
	struct names words = names_of(r->arena, key);
	int64_t id;

	if (!*key)
		return s; /* the form has said so */
	if (str_int(chosen, &id) == OK && take(r, s, &words, id))
		return s;
	id = find_choices(r, s, key, &words);
	if (id != NONE && take(r, s, &words, id))
		return s;
	if (s->n == 0)
		s->message = N_("You have no customer with such a name.");
	else if (s->more)
		s->message = N_(
			"Many customers have such a name: choose one of the first below, or type more of the name.");
	else
		s->message = N_(
			"Several customers have such a name: choose one below.");
	return s;
}

static bool may_choose_owner(const struct req *r)
{
	return r->viewer.role >= LEAD;
}

static struct answer *ask_owners(struct req *r)
{
	return ask_followup_owners(
		r->store,
		(struct followup_owners_in){ r->viewer.write, r->today });
}

bool plan_may_own(struct req *r, int64_t id)
{
	struct answer *a = ask_owners(r);
	struct followup_owners row;
	bool found = false;

	while (next_followup_owners(a, &row))
		found |= row.id == id;
	return found;
}

static void show_customer_choices(struct view *page, const struct search *s)
{
	struct view *v;

	if (!s || s->n == 0)
		return;
	v = view_row(page, "CHOICES");
	for (size_t i = 0; i < s->n; i++) {
		const struct followup_customer_find *c = &s->choice[i];
		struct view *row = view_row(v, "CHOICE");

		view_printf(row, "CHOICE_ID", "%lld", (long long)c->id);
		view_printf(row, "CHOICE_HTML_ID", "chosen-%lld",
			    (long long)c->id);
		view_text(row, "CHOICE_NAME", c->name);
		view_printf(row, "CHOICE_ABOUT", "%s%s%s", c->segment,
			    *c->segment && *c->manager ? " · " : "",
			    c->manager);
		view_text(row, "CHOICE_HERE", "");
	}
}

static void show_kinds(struct view *page, const char *typed)
{
	for (size_t i = 0; i < COUNT(plan_kinds); i++) {
		const char *word = plan_kinds[i].name;
		struct view *v = view_row(page, "KIND");

		view_text(v, "KIND_WORD", word);
		view_text(v, "KIND_HERE", desk_on(strcmp(typed, word) == 0));
		if (i == 0)
			view_text(v, "KIND_ID", "kind");
		else
			view_printf(v, "KIND_ID", "kind-%s", word);
		desk_kind(v, word);
	}
}

int64_t plan_day(int64_t when, int64_t today)
{
	switch (when) {
	case PLAN_TODAY:
		return today;
	case PLAN_TOMORROW:
		return today + 1;
	case PLAN_WEEK:
		return today + 7;
	case PLAN_MONTH:
		return period_add_months(today, 1);
	default:
		return NONE;
	}
}

static void show_days(struct req *r, struct view *page, const char *typed)
{
	static const char *const names[] = { N_("Today"), N_("Tomorrow"),
					     N_("In a week"), N_("In a month"),
					     N_("Another day") };

	for (size_t i = 0; i < COUNT(plan_whens); i++) {
		const char *word = plan_whens[i].name;
		int64_t day = plan_day(plan_whens[i].value, r->today);
		struct view *v = view_row(page, "DAY");

		view_text(v, "DAY_WORD", word);
		view_printf(v, "DAY_ID", "when-%s", word);
		view_text(v, "DAY_NAME", _(names[i]));
		view_text(v, "DAY_HERE", desk_on(strcmp(typed, word) == 0));
		view_text(v, "DAY_TEXT",
			  day == NONE ? ""
				      : format_day_short(r->arena, r->language,
							 day));
	}
}

static void show_repeats(struct view *page, const char *typed)
{
	for (size_t i = 0; i < COUNT(plan_repeats); i++) {
		const char *word = plan_repeats[i].name;
		struct view *v = view_row(page, "REPEATS");

		view_text(v, "REPEATS_WORD", word);
		view_text(v, "REPEATS_NAME",
			  i ? desk_repeats((enum repeats)plan_repeats[i].value)
			    : _("only once"));
		view_text(v, "REPEATS_HERE", desk_on(strcmp(typed, word) == 0));
	}
}

static void show_owners(struct req *r, struct view *page, const char *typed)
{
	struct followup_owners owner;
	struct answer *a;
	struct view *v;

	if (!may_choose_owner(r))
		return;
	v = view_row(page, "OWNERS");
	a = ask_owners(r);
	while (next_followup_owners(a, &owner)) {
		struct view *row = view_row(v, "OWNER");
		const char *id = list_id(r, owner.id);

		view_text(row, "OWNER_ID", id);
		view_text(row, "OWNER_HERE", desk_on(strcmp(typed, id) == 0));
		if (owner.id == r->viewer.id)
			/* TRANSLATORS: %s is the visitor's own name */
			view_printf(row, "OWNER_NAME", _("%s (you)"),
				    owner.name);
		else
			view_text(row, "OWNER_NAME", owner.name);
	}
}

static enum err show_form(struct req *r, const struct draft *draft,
			  const struct search *found)
{
	struct view *page = view_page(r, "followups/form.tpl");

	view_text(page, "TITLE", _("New follow-up"));
	view_form(page, DESK_NEW);
	view_text(page, "LIST_URL", DESK_LIST);
	view_text(page, "CUSTOMER_VALUE", draft->customer);
	view_text(page, "CHOSEN_VALUE", found && found->n ? "" : draft->chosen);
	view_text(page, "SUBJECT_VALUE", draft->subject);
	view_text(page, "DUE_VALUE", draft->due);
	view_text(page, "NOTE_VALUE", draft->note);
	show_customer_choices(page, found);
	show_kinds(page, draft->kind);
	show_days(r, page, draft->when);
	show_repeats(page, draft->repeats);
	show_owners(r, page, draft->owner);
	view_messages(page);
	if (store_error(r->store) != OK)
		return store_error(r->store);
	return view_send(page);
}

static const char *begun_subject(struct req *r, const struct start *begun)
{
	if (*begun->subject || begun->silent == NONE)
		return begun->subject;
	return arena_printf(r->arena,
			    lang_plural("No purchase for %s day",
					"No purchase for %s days",
					begun->silent),
			    format_count(r->arena, r->language, begun->silent));
}

enum err plan_begin(struct req *r, const void *form)
{
	const struct start *begun = form;
	struct draft draft = {
		.customer = "",
		.chosen = "",
		.subject = begun_subject(r, begun),
		.kind = "",
		.when = "",
		.due = begun->due == NONE ? "" : list_day(r, begun->due),
		.repeats = "",
		.owner = "",
		.note = "",
	};
	struct followup_customer_one_in in = { .scope = r->viewer.write,
					       .as_of = r->today,
					       .id = begun->customer };
	struct followup_customer_one customer;

	if (begun->customer == NONE)
		return show_form(r, &draft, NULL);
	if (!one_followup_customer_one(r->store, in, &customer))
		return store_error(r->store) == OK ? ERR_NOT_FOUND
						   : store_error(r->store);
	draft.customer = customer.name;
	draft.chosen = list_id(r, customer.id);
	if (customer.manager_id != NONE)
		draft.owner = list_id(r, customer.manager_id);
	return show_form(r, &draft, NULL);
}

static struct draft draft_of(const struct form_result *form)
{
	return (struct draft){
		.customer = form_value(form, "customer")->typed,
		.chosen = form_value(form, "chosen")->typed,
		.subject = form_value(form, "subject")->typed,
		.kind = form_value(form, "kind")->typed,
		.when = form_value(form, "when")->typed,
		.due = form_value(form, "due")->typed,
		.repeats = form_value(form, "repeats")->typed,
		.owner = form_value(form, "owner")->typed,
		.note = form_value(form, "note")->typed,
	};
}

/* Looks up what was typed and says what cannot be used, also when other
 * fields are bad: all of it is told at once. */
static struct search *check_plan(struct req *r, const struct draft *draft)
{
	struct search *s = search(r, draft->customer, draft->chosen);
	int64_t owner;

	if (s->message)
		form_refuse(r->form, "customer", s->message);
	if (!*draft->due && (!*draft->when || strcmp(draft->when, "day") == 0))
		form_refuse(r->form, "due", N_("Say on which day."));
	if (may_choose_owner(r) && *draft->owner &&
	    (str_int(draft->owner, &owner) != OK || !plan_may_own(r, owner)))
		form_refuse(r->form, "owner",
			    N_("Choose one of those on offer."));
	return s;
}

/* A rep sees to it in person; else who was chosen, or who looks after the
 * customer, or who plans it. */
static int64_t owner_of(const struct req *r, const struct plan *plan,
			const struct search *s)
{
	if (!may_choose_owner(r))
		return r->viewer.id;
	if (plan->owner != NONE)
		return plan->owner;
	return s->customer.manager_id != NONE ? s->customer.manager_id
					      : r->viewer.id;
}

enum err plan_add(struct req *r, const void *form)
{
	const struct plan *typed = form;
	struct followup_act act = { r->viewer.write, r->now, r->today };
	struct draft draft = draft_of(r->form);
	const struct search *s = check_plan(r, &draft);
	struct followup_plan plan = {
		.customer = s->customer.id,
		.kind = form_word(plan_kinds, COUNT(plan_kinds), typed->kind),
		.cause = "hand",
		.subject = typed->subject,
		.note = typed->note,
		.due_day = typed->when == NONE || typed->when == PLAN_DAY
				   ? typed->due
				   : plan_day(typed->when, r->today),
		.repeats = (enum repeats)typed->repeats,
	};
	struct show to = show_usual;
	enum err e;

	if (r->form->n_messages)
		return ERR_INPUT;
	plan.owner = owner_of(r, typed, s);
	e = followup_add(r->store, &act, &plan, &to.id);
	to.did = to.id;
	return e == OK ? req_redirect(r, "%s", list_address(r, DESK_LIST, &to))
		       : e;
}

enum err plan_add_again(struct req *r)
{
	struct draft draft = draft_of(r->form);

	return show_form(r, &draft, check_plan(r, &draft));
}
