/* rules.c - the rules that plan follow-ups. */
#include "rules.h"

#include <string.h>

#include "desk.h"
#include "lib/format.h"
#include "lib/lang.h"
#include "lib/rule.h"
#include "plan.h"

enum {
	SHOWN_MOST = 100, /* of what a rule would plan */
	RUN_MOST = 500,   /* follow-ups planned by one press */
};

const struct word rules_causes[] = {
	{ "first", RULE_FIRST },       { "purchase", RULE_PURCHASE },
	{ "contract", RULE_CONTRACT }, { "silent", RULE_SILENT },
	{ "problem", RULE_PROBLEM },   { "score", RULE_SCORE },
};

static const char *const cause_names[] = {
	[RULE_FIRST] = N_("after the first purchase"),
	[RULE_PURCHASE] = N_("after each purchase"),
	[RULE_CONTRACT] = N_("before the contract ends"),
	[RULE_SILENT] = N_("after falling silent for longer than usual"),
	[RULE_PROBLEM] = N_("after a problem was solved"),
	[RULE_SCORE] = N_("after an unhappy answer or a score of 6 or less"),
};

/* What is typed, as texts. */
struct draft {
	const char *cause, *days, *product, *segment, *kind, *subject;
};

static bool may_rule(const struct req *r)
{
	return r->viewer.role >= HEAD;
}

/* ---- one rule in words ----------------------------------------------------
 */

/* "30 days after the first purchase" */
static const char *when(struct req *r, const struct rule_all *rule)
{
	struct arena *a = r->arena;
	int64_t days = rule->days;
	const char *n = format_count(a, r->language, days);

	switch (rule_cause(rule->cause)) {
	case RULE_FIRST:
		return arena_printf(
			a,
			lang_plural("%s day after the first purchase",
				    "%s days after the first purchase", days),
			n);
	case RULE_PURCHASE:
		return arena_printf(a,
				    lang_plural("%s day after each purchase",
						"%s days after each purchase",
						days),
				    n);
	case RULE_CONTRACT:
		return arena_printf(
			a,
			lang_plural("%s day before the contract ends",
				    "%s days before the contract ends", days),
			n);
	case RULE_SILENT:
		if (days == 0)
			return _(
				"as soon as somebody is silent for longer than usual");
		return arena_printf(
			a,
			lang_plural(
				"%s day after falling silent for longer than usual",
				"%s days after falling silent for longer than usual",
				days),
			n);
	case RULE_PROBLEM:
		return arena_printf(
			a,
			lang_plural("%s day after a problem was solved",
				    "%s days after a problem was solved", days),
			n);
	case RULE_SCORE:
		return arena_printf(
			a,
			lang_plural(
				"%s day after an unhappy answer or a score of 6 or less",
				"%s days after an unhappy answer or a score of 6 or less",
				days),
			n);
	case RULE_CAUSES:
		break;
	}
	BUG_IF(true);
}

static void show_rule(struct view *v, const struct rule_all *rule)
{
	struct req *r = view_req(v);

	view_text(v, "WHEN", when(r, rule));
	view_text(v, "SUBJECT", rule->subject);
	view_text(v, "ONLY_PRODUCT", rule->product);
	view_text(v, "ONLY_SEGMENT", rule->segment);
	view_text(v, "SINCE", list_day(r, rule->from_day));
	desk_kind(v, rule->kind);
}

/* How many it would plan now, "100+" for more than are shown. */
static size_t count(struct answer *a)
{
	struct rule_first row;
	size_t n = 0;

	while (next_rule_first(a, &row))
		n++;
	return n;
}

static const char *would(struct req *r, size_t n)
{
	const char *number =
		format_count(r->arena, r->language,
			     n > SHOWN_MOST ? SHOWN_MOST : (int64_t)n);

	if (n == 0)
		return _("nothing to plan today");
	if (n > SHOWN_MOST)
		return arena_printf(r->arena, _("more than %s to plan today"),
				    number);
	return arena_printf(
		r->arena,
		lang_plural("%s to plan today", "%s to plan today", (int64_t)n),
		number);
}

/* ---- the list -------------------------------------------------------------
 */

struct rules {
	struct rule_all *rule; /* [0..n) */
	size_t n;
};

static struct rules read_rules(struct req *r, struct answer *a)
{
	struct rules rules = { .n = 0 };

	for (struct rule_all row; next_rule_all(a, &row);) {
		rules.rule =
			arena_more(r->arena, rules.rule, rules.n, sizeof(row));
		rules.rule[rules.n++] = row;
	}
	return rules;
}

/* What each would plan is asked for all at once.  Returns how many in all. */
static size_t show_rules(struct view *page, const struct rules *rules)
{
	struct req *r = view_req(page);
	struct answer **plans =
		arena_array(r->arena, rules->n + 1, sizeof(struct answer *));
	size_t all = 0;

	for (size_t i = 0; i < rules->n; i++)
		plans[i] = rule_ask(r->store, &rules->rule[i], r->today,
				    SHOWN_MOST + 1);
	for (size_t i = 0; i < rules->n; i++) {
		struct view *v = view_row(page, "RULE");
		size_t n = count(plans[i]);

		show_rule(v, &rules->rule[i]);
		view_text(v, "WOULD", would(r, n));
		view_printf(v, "RULE_URL", RULES_ONE "?id=%lld",
			    (long long)rules->rule[i].id);
		view_form(v, RULES_STOP);
		view_text(v, "RULE_ID", list_id(r, rules->rule[i].id));
		all += n;
	}
	view_if(page, "NONE_YET", rules->n == 0);
	return all;
}

/* ---- the form -------------------------------------------------------------
 */

static void show_option(struct view *v, const char *value, const char *name,
			const char *chosen)
{
	view_text(v, "VALUE", value);
	view_text(v, "NAME", name);
	view_text(v, "HERE", desk_on(strcmp(value, chosen) == 0));
}

static void show_choices(struct view *page, const struct draft *d)
{
	static const char *const kinds[] = { N_("Call"), N_("Email"),
					     N_("Meeting") };

	for (size_t i = 0; i < COUNT(rules_causes); i++)
		show_option(view_row(page, "CAUSE"), rules_causes[i].name,
			    _(cause_names[rules_causes[i].value]), d->cause);
	for (size_t i = 0; i < COUNT(plan_kinds); i++)
		show_option(view_row(page, "KIND"), plan_kinds[i].name,
			    _(kinds[i]), d->kind);
}

static void show_form(struct view *page, const struct draft *d,
		      struct answer *products, struct answer *segments)
{
	struct req *r = view_req(page);
	struct product_all p;

	view_form(page, RULES_PATH);
	show_choices(page, d);
	while (next_product_all(products, &p))
		show_option(view_row(page, "PRODUCT"), list_id(r, p.id), p.name,
			    d->product);
	while (next_product_all(segments, &p))
		show_option(view_row(page, "SEGMENT"), p.name, p.name,
			    d->segment);
	view_text(page, "DAYS_VALUE", d->days);
	view_text(page, "SUBJECT_VALUE", d->subject);
}

static void show_made(struct view *page, int64_t made)
{
	struct req *r = view_req(page);

	if (made == NONE)
		return;
	view_printf(view_row(page, "MADE"), "MADE_TEXT",
		    lang_plural("%s follow-up was planned.",
				"%s follow-ups were planned.", made),
		    format_count(r->arena, r->language, made));
}

static enum err show(struct req *r, const struct draft *d, int64_t made)
{
	struct answer *all = ask_rule_all(r->store);
	struct answer *products = ask_product_all(r->store);
	struct answer *segments = ask_segment_all(r->store);
	struct view *page = view_page(r, "followups/rules.tpl");
	struct rules rules = read_rules(r, all);

	view_text(page, "TITLE", _("Rules"));
	view_messages(page);
	show_form(page, d, products, segments);
	show_made(page, made);
	if (show_rules(page, &rules) > 0)
		view_form(view_row(page, "RUN"), RULES_RUN);
	return store_error(r->store) == OK ? view_send(page)
					   : store_error(r->store);
}

enum err rules_show(struct req *r, const void *form)
{
	const struct rules_ask *q = form;
	const struct draft nothing = { "first", "", "", "", "call", "" };

	return may_rule(r) ? show(r, &nothing, q->made) : ERR_FORBIDDEN;
}

/* ---- one rule -------------------------------------------------------------
 */

static void show_plan(struct view *page, const struct rule_all *rule,
		      struct answer *a)
{
	struct req *r = view_req(page);
	enum rule_cause cause = rule_cause(rule->cause);
	struct rule_first found;
	size_t n = 0;

	for (; next_rule_first(a, &found); n++) {
		int64_t due = rule_due(cause, rule->days, found.day);
		struct view *v;

		if (n == SHOWN_MOST)
			continue;
		v = view_row(page, "PLAN");
		view_text(v, "CUSTOMER", found.customer);
		view_printf(v, "CUSTOMER_URL", "/followups/customer?id=%lld",
			    (long long)found.customer_id);
		view_text(v, "DAY", list_day(r, found.day));
		view_text(v, "DUE",
			  list_day(r, due < r->today ? r->today : due));
	}
	view_text(page, "WOULD", would(r, n));
	view_if(page, "LIST", n > 0);
}

static const struct rule_all *find(const struct rules *rules, int64_t id)
{
	for (size_t i = 0; i < rules->n; i++)
		if (rules->rule[i].id == id)
			return &rules->rule[i];
	return NULL;
}

enum err rules_one(struct req *r, const void *form)
{
	const struct rules_one_ask *q = form;
	const struct rule_all *rule;
	struct rules rules;
	struct view *page;

	if (!may_rule(r))
		return ERR_FORBIDDEN;
	rules = read_rules(r, ask_rule_all(r->store));
	rule = find(&rules, q->id);
	if (!rule)
		return store_error(r->store) == OK ? ERR_NOT_FOUND
						   : store_error(r->store);
	page = view_page(r, "followups/rule.tpl");
	view_text(page, "TITLE", when(r, rule));
	show_rule(page, rule);
	show_plan(page, rule,
		  rule_ask(r->store, rule, r->today, SHOWN_MOST + 1));
	return store_error(r->store) == OK ? view_send(page)
					   : store_error(r->store);
}

/* ---- changes --------------------------------------------------------------
 */

static enum err check(struct req *r, const struct rules_new *new)
{
	const char *message = N_("Choose one of those on offer.");

	if (new->product != NONE &&
	    !desk_offers(ask_product_all(r->store), new->product, NULL))
		form_refuse(r->form, "product", message);
	if (*new->segment &&
	    !desk_offers(ask_segment_all(r->store), NONE, new->segment))
		form_refuse(r->form, "segment", message);
	return r->form->n_messages ? ERR_INPUT : store_error(r->store);
}

enum err rules_add(struct req *r, const void *form)
{
	const struct rules_new *new = form;
	struct rule_add_in in = {
		.cause = rule_cause_word((enum rule_cause) new->cause),
		.days = new->days,
		.product = new->product,
		.segment = new->segment,
		.kind = form_word(plan_kinds, COUNT(plan_kinds), new->kind),
		.subject = new->subject,
		.from_day = r->today,
	};
	enum err e;

	if (!may_rule(r))
		return ERR_FORBIDDEN;
	e = check(r, new);
	if (e == OK)
		e = run_rule_add(r->store, in);
	return e == OK ? req_redirect(r, RULES_PATH) : e;
}

static const char *typed(const struct req *r, const char *name)
{
	return form_value(r->form, name)->typed;
}

enum err rules_add_again(struct req *r)
{
	const struct draft d = {
		.cause = typed(r, "cause"),
		.days = typed(r, "days"),
		.product = typed(r, "product"),
		.segment = typed(r, "segment"),
		.kind = typed(r, "kind"),
		.subject = typed(r, "subject"),
	};

	return may_rule(r) ? show(r, &d, NONE) : ERR_FORBIDDEN;
}

enum err rules_stop(struct req *r, const void *form)
{
	const struct rules_one_ask *q = form;
	enum err e;

	if (!may_rule(r))
		return ERR_FORBIDDEN;
	e = run_rule_stop(r->store, (struct rule_stop_in){ q->id });
	return e == OK ? req_redirect(r, RULES_PATH) : e;
}

enum err rules_run(struct req *r, const void *form)
{
	int64_t made;
	enum err e;

	(void)form;
	if (!may_rule(r))
		return ERR_FORBIDDEN;
	e = rule_plan(r->store, r->arena, r->now, r->today, RUN_MOST, &made);
	return e == OK ? req_redirect(r, RULES_PATH "?made=%lld",
				      (long long)made)
		       : e;
}
