/* rule.c - rules that plan follow-ups. */
#include "rule.h"

#include <string.h>

#include "followup.h"
#include "period.h"
#include "queries.h"

static const char *const words[] = {
	[RULE_FIRST] = "first",       [RULE_PURCHASE] = "purchase",
	[RULE_CONTRACT] = "contract", [RULE_SILENT] = "silent",
	[RULE_PROBLEM] = "problem",   [RULE_SCORE] = "score",
};

/* The word of followup.cause. */
static const char *const reasons[] = {
	[RULE_FIRST] = "purchase",    [RULE_PURCHASE] = "purchase",
	[RULE_CONTRACT] = "contract", [RULE_SILENT] = "silent",
	[RULE_PROBLEM] = "problem",   [RULE_SCORE] = "score",
};

const char *rule_cause_word(enum rule_cause cause)
{
	return words[cause];
}

enum rule_cause rule_cause(const char *word)
{
	for (size_t i = 0; i < COUNT(words); i++)
		if (strcmp(words[i], word) == 0)
			return (enum rule_cause)i;
	BUG_IF(true); /* the schema allows these words only */
}

/* ---- days -----------------------------------------------------------------
 */

static int64_t working_day(int64_t day, int64_t step)
{
	while (period_weekday(day) >= 5)
		day += step;
	return day;
}

int64_t rule_due(enum rule_cause cause, int64_t days, int64_t day)
{
	return cause == RULE_CONTRACT ? working_day(day - days, -1)
				      : working_day(day + days, 1);
}

/* ---- what a rule finds ----------------------------------------------------
 */

struct answer *rule_ask(struct store *s, const struct rule_all *rule,
			int64_t today, int64_t most)
{
	static struct answer *(*const asks[])(struct store *,
					      struct rule_first_in) = {
		[RULE_FIRST] = ask_rule_first,
		[RULE_PURCHASE] = ask_rule_purchase,
		[RULE_CONTRACT] = ask_rule_contract,
		[RULE_SILENT] = ask_rule_silent,
		[RULE_PROBLEM] = ask_rule_problem,
		[RULE_SCORE] = ask_rule_score,
	};
	enum rule_cause cause = rule_cause(rule->cause);
	bool before = cause == RULE_CONTRACT;
	int64_t days = before ? -rule->days : rule->days;
	int64_t from = rule->from_day > today - RULE_BEHIND
			       ? rule->from_day
			       : today - RULE_BEHIND;
	int64_t to = today + RULE_AHEAD - days;
	struct rule_first_in in = {
		.rule = rule->id,
		.from = from - days,
		/* What lies ahead, but for an end of a contract, may not
		 * happen. */
		.to = before || to < today ? to : today,
		.product = rule->product_id,
		.segment = rule->segment,
		.most = most,
	};

	return asks[cause](s, in);
}

/* ---- planning -------------------------------------------------------------
 */

static enum err plan_one(struct store *s, const struct followup_act *act,
			 const struct rule_all *rule,
			 const struct rule_first *found)
{
	enum rule_cause cause = rule_cause(rule->cause);
	int64_t due = rule_due(cause, rule->days, found->day);
	struct followup_plan plan = {
		.customer = found->customer_id,
		.owner = found->owner_id,
		.kind = rule->kind,
		.cause = reasons[cause],
		.subject = rule->subject,
		.note = "",
		.due_day = due < act->today ? act->today : due,
	};
	int64_t id;
	enum err e = followup_add(s, act, &plan, &id);

	if (e != OK)
		return e;
	return run_rule_done_add(
		s, (struct rule_done_add_in){ rule->id, found->customer_id,
					      found->mark, id });
}

/* All is read before the first is planned: a statement must not meet what it
 * has just caused. */
static enum err plan_rule(struct store *s, struct arena *a,
			  const struct followup_act *act,
			  const struct rule_all *rule, int64_t most,
			  int64_t *made)
{
	struct answer *answer = rule_ask(s, rule, act->today, most);
	struct rule_first *found = NULL;
	enum err e = OK;
	size_t n = 0;

	for (struct rule_first row; next_rule_first(answer, &row); n++) {
		found = arena_more(a, found, n, sizeof(*found));
		found[n] = row;
	}
	for (size_t i = 0; e == OK && i < n; i++)
		e = plan_one(s, act, rule, &found[i]);
	*made += (int64_t)n;
	return e == OK ? store_error(s) : e;
}

enum err rule_plan(struct store *s, struct arena *a, int64_t now, int64_t today,
		   int64_t most, int64_t *made)
{
	struct followup_act act = { { .see = SEE_ALL }, now, today };
	struct answer *answer = ask_rule_all(s);
	struct rule_all *rule = NULL;
	enum err e = OK;
	size_t n = 0;

	*made = 0;
	for (struct rule_all row; next_rule_all(answer, &row); n++) {
		rule = arena_more(a, rule, n, sizeof(*rule));
		rule[n] = row;
	}
	for (size_t i = 0; e == OK && i < n && *made < most; i++)
		e = plan_rule(s, a, &act, &rule[i], most - *made, made);
	return e == OK ? store_error(s) : e;
}
