/* list.c - the follow-ups in sight, group by group, and their address. */
#include "list.h"

#include <string.h>

#include "lib/format.h"
#include "lib/lang.h"
#include "lib/period.h"

/* Before and after all days that a form takes. */
enum { FIRST_DAY = -40000, LAST_DAY = 80000, LOOKED_AT = 100 };

const struct word list_who[] = {
	{ "mine", MINE },
	{ "team", TEAM },
	{ "all", EVERYBODY },
};

const struct word list_groups[] = {
	{ "overdue", OVERDUE },
	{ "today", TODAY },
	{ "next_7_days", WEEK },
	{ "later", LATER },
};

const struct show show_usual = { USUAL, NONE, NONE, NONE, NONE };

/* ---- words and numbers ---- */

const struct label list_outcomes[] = {
	{ "happy", N_("Happy") },
	{ "neutral", N_("Neutral") },
	{ "unhappy", N_("Problem") },
	{ "more", N_("Wants to buy more") },
	{ "no_answer", N_("No answer") },
	{ "wrong_contact", N_("Wrong contact") },
	{ "do_not_contact", N_("Do not contact again") },
};

const struct label list_causes[] = {
	{ "hand", N_("Planned by hand") },
	{ "purchase", N_("After a purchase") },
	{ "silent", N_("Silent for longer than usual") },
	{ "problem", N_("Because of a problem") },
	{ "score", N_("After a low score") },
	{ "contract", N_("The contract ends") },
};

const char *list_label(const struct label *labels, size_t n, const char *word)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(labels[i].word, word) == 0)
			return lang_text(labels[i].text);
	return word;
}

const char *list_day(struct req *r, int64_t day)
{
	return day == NONE ? FORMAT_NOTHING
			   : format_day(r->arena, r->language, day);
}

const char *list_day_words(struct req *r, int64_t day)
{
	return format_day_words(r->arena, r->language, day);
}

const char *list_money(struct req *r, int64_t minor)
{
	return format_money_whole(r->arena, r->language, minor,
				  r->company.currency);
}

/* ---- whose follow-ups ---- */

const char *list_id(struct req *r, int64_t id)
{
	return arena_printf(r->arena, "%lld", (long long)id);
}

const char *list_id_or_nothing(struct req *r, int64_t id)
{
	return id == NONE ? "" : list_id(r, id);
}

static void add_id(struct req *r, struct buf *b, const char *name, int64_t id)
{
	if (id != NONE)
		url_add(b, name, list_id(r, id));
}

const char *list_address(struct req *r, const char *path,
			 const struct show *show)
{
	struct buf *b = buf_new(r->arena);

	if (show->who != USUAL)
		url_add(b, "who",
			form_word(list_who, COUNT(list_who), show->who));
	add_id(r, b, "owner", show->owner);
	if (show->all != NONE)
		url_add(b, "all",
			form_word(list_groups, COUNT(list_groups), show->all));
	add_id(r, b, "id", show->id);
	add_id(r, b, "did", show->did);
	return buf_length(b)
		       ? arena_printf(r->arena, "%s?%s", path, buf_text(b))
		       : path;
}

struct show list_typed(const struct form_result *form)
{
	struct show show = show_usual;
	const char *who = form_value(form, "who")->typed;
	const char *all = form_value(form, "all")->typed;

	for (size_t i = 0; i < COUNT(list_who); i++)
		if (strcmp(who, list_who[i].name) == 0)
			show.who = (enum who)list_who[i].value;
	for (size_t i = 0; i < COUNT(list_groups); i++)
		if (strcmp(all, list_groups[i].name) == 0)
			show.all = list_groups[i].value;
	(void)str_int(form_value(form, "owner")->typed, &show.owner);
	return show;
}

/* Who says nothing sees what they work on. */
static enum who usual(const struct viewer *v)
{
	switch (v->read.see) {
	case SEE_OWN:
		return MINE;
	case SEE_TEAM:
		return TEAM;
	default:
		return EVERYBODY;
	}
}
/* ---- groups ---- */

static struct list list_for(struct req *r, const struct show *show)
{
	int64_t today = r->today;
	struct list l = {
		.show = *show,
		.scope = r->viewer.read,
		.group = {
			[OVERDUE] = { "overdue", FIRST_DAY, today - 1, 0, NULL,
				      0 },
			[TODAY] = { "today", today, today, 0, NULL, 0 },
			[WEEK] = { "next_7_days", today + 1, today + 7, 0, NULL,
				   0 },
			[LATER] = { "later", today + 8, LAST_DAY, 0, NULL, 0 },
		},
	};

	if (show->who == USUAL)
		l.show.who =
			show->owner != NONE ? EVERYBODY : usual(&r->viewer);
	if (l.show.who == TEAM && l.scope.see == SEE_ALL)
		l.scope.see = SEE_TEAM;
	if (show->owner != NONE)
		l.owner = show->owner;
	else if (l.show.who == MINE)
		l.owner = r->viewer.id;
	return l;
}

/* ---- what is asked in one go, and answered in the same order ---- */

static struct answer *ask_counts(struct req *r, const struct list *l)
{
	int64_t month = period_month(r->today);
	struct followup_counts_in in = {
		.scope = l->scope,
		.as_of = r->today,
		.month = month,
		.month_from = period_month_start(month),
		.week_until = l->group[WEEK].until,
		.owner = l->owner,
	};

	return ask_followup_counts(r->store, in);
}

static void read_counts(struct answer *a, struct list *l)
{
	struct followup_counts c = { 0 };

	while (next_followup_counts(a, &c)) {
	}
	l->group[OVERDUE].count = c.overdue;
	l->group[TODAY].count = c.today;
	l->group[WEEK].count = c.week;
	l->group[LATER].count = c.later;
	l->stake = c.stake;
	l->done_today = c.done;
}

/* Of everybody's only so many are ordered by what their customers paid. */
static int64_t looked_at(int64_t most)
{
	return most > LOOKED_AT ? most : LOOKED_AT;
}

static struct answer *ask_group(struct req *r, const struct list *l,
				const struct group_rows *g, int64_t most)
{
	struct followup_list_in in = {
		.scope = l->scope,
		.as_of = r->today,
		.year_from = period_add_months(r->today, -12),
		.owner = l->owner,
		.from = g->from,
		.until = g->until,
		.most = most,
		.looked_at = looked_at(most),
	};

	if (l->owner)
		return ask_followup_list(r->store, in);
	return l->scope.see == SEE_ALL ? ask_followup_list_all(r->store, in)
				       : ask_followup_list_seen(r->store, in);
}

static void read_group(struct req *r, struct answer *a, struct group_rows *g)
{
	struct followup_list row;

	while (next_followup_list(a, &row)) {
		g->row = arena_more(r->arena, g->row, g->n, sizeof(*g->row));
		g->row[g->n++] = row;
	}
}

const struct followup_list *list_first(const struct list *l)
{
	for (size_t i = 0; i < COUNT(l->group); i++)
		if (l->group[i].n)
			return &l->group[i].row[0];
	return NULL;
}

/* A page is to be read today: what is due in days is only begun. */
static int64_t rows_on_page(const struct list *l, size_t group)
{
	static const int64_t most[] = { [OVERDUE] = DESK_MOST,
					[TODAY] = DESK_MOST,
					[WEEK] = 15,
					[LATER] = 10 };

	return l->show.all == (int64_t)group ? GROUP_MOST : most[group];
}

static enum err load(struct req *r, struct list *l, const int64_t most[])
{
	struct answer *counts = ask_counts(r, l), *rows[LATER + 1];

	for (size_t i = 0; i < COUNT(rows); i++)
		rows[i] = ask_group(r, l, &l->group[i], most[i]);
	if (r->format == HTML)
		l->idle = idle_few_ask(r, l->owner);
	read_counts(counts, l);
	for (size_t i = 0; i < COUNT(rows); i++)
		read_group(r, rows[i], &l->group[i]);
	idle_few_read(&l->idle);
	return store_error(r->store);
}

enum err list_load(struct req *r, const struct show *show, struct list *l)
{
	int64_t most[LATER + 1];

	*l = list_for(r, show);
	for (size_t i = 0; i < COUNT(most); i++)
		most[i] = rows_on_page(l, i);
	return load(r, l, most);
}

enum err list_load_all(struct req *r, const struct show *show, int64_t most,
		       struct list *l)
{
	const int64_t all[LATER + 1] = { most, most, most, most };

	*l = list_for(r, show);
	return load(r, l, all);
}

/* ---- what comes next ---- */

bool list_has(const struct list *l, int64_t id)
{
	for (size_t i = 0; i < COUNT(l->group); i++)
		for (size_t k = 0; k < l->group[i].n; k++)
			if (l->group[i].row[k].id == id)
				return true;
	return false;
}

int64_t list_after(const struct list *l, int64_t id)
{
	int64_t first = NONE;
	bool passed = false;

	for (size_t i = 0; i < COUNT(l->group); i++) {
		for (size_t k = 0; k < l->group[i].n; k++) {
			int64_t here = l->group[i].row[k].id;

			if (passed)
				return here;
			passed = here == id;
			if (first == NONE && !passed)
				first = here;
		}
	}
	return first;
}
