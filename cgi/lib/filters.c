/* filters.c - which days a dashboard speaks of, and the bar that chooses them.
 */
#include "filters.h"

#include <string.h>

#include "lang.h"

enum { LONGEST = 3653 }; /* days */

const struct word filters_kinds[4] = { { "week", PERIOD_WEEK },
				       { "month", PERIOD_MONTH },
				       { "quarter", PERIOD_QUARTER },
				       { "year", PERIOD_YEAR } };

const struct word filters_versus[3] = { { "previous", VERSUS_PREVIOUS },
					{ "year", VERSUS_YEAR },
					{ "none", VERSUS_NONE } };

/* What stands before the period: one of its own kind, or as many days. */
static struct period compared(const struct span *span)
{
	switch (span->vs) {
	case VERSUS_NONE:
		return span->now;
	case VERSUS_YEAR:
		return period_year_before(span->now);
	case VERSUS_PREVIOUS:
		return span->custom ? period_before(span->now)
				    : period_step(span->kind, span->now, -1);
	}
	BUG_IF(true);
}

/* A period that is not over is compared with as many days as it has had. */
static void compare(struct span *span, int64_t today)
{
	int64_t passed = today + 1 - span->now.from;

	span->before = compared(span);
	span->running = span->now.to > today + 1 && passed > 0;
	if (span->running && passed < period_days(span->before))
		span->before.to = span->before.from + passed;
}

enum err filters_span(struct form_result *form, const struct filters *f,
		      int64_t today, struct span *span)
{
	*span = (struct span){ .kind = PERIOD_QUARTER,
			       .vs = (enum versus)f->vs };
	if (f->by != NONE)
		span->kind = (enum period_kind)f->by;
	span->custom = f->by == NONE && f->from != NONE && f->to != NONE;
	if (span->custom)
		span->now = (struct period){ f->from, f->to + 1 };
	else if (f->from != NONE)
		span->now = period_of(span->kind, f->from);
	else if (f->to != NONE)
		span->now = period_of(span->kind, f->to);
	else
		span->now = period_last_complete(span->kind, today);
	if (span->now.to <= span->now.from)
		form_refuse(form, "to",
			    N_("The last day must not lie before the first."));
	else if (period_days(span->now) > LONGEST)
		form_refuse(form, "to", N_("Choose ten years at the most."));
	else
		compare(span, today);
	return form->n_messages ? ERR_INPUT : OK;
}

/* "1 Jul – 30 Sep 2026", or with both years where they differ. */
static const char *days_name(struct req *r, struct period p)
{
	struct arena *a = r->arena;
	int64_t last = p.to - 1;
	bool one_year = period_date(p.from).year == period_date(last).year;

	return arena_printf(a, "%s \xe2\x80\x93 %s",
			    one_year ? format_day_short(a, r->language, p.from)
				     : format_day_long(a, r->language, p.from),
			    format_day_long(a, r->language, last));
}

const char *filters_name(struct req *r, const struct span *span,
			 struct period p)
{
	if (span->custom)
		return days_name(r, p);
	switch (span->kind) {
	case PERIOD_WEEK:
		return days_name(r, p);
	case PERIOD_MONTH:
		return format_month(r->arena, r->language,
				    period_month(p.from));
	case PERIOD_QUARTER:
		return format_quarter(r->arena, r->language,
				      period_month(p.from));
	case PERIOD_YEAR:
		return arena_printf(r->arena, "%d",
				    (int)period_date(p.from).year);
	}
	BUG_IF(true);
}

/* ---- addresses --------------------------------------------------------- */

static void add_day(struct buf *address, struct arena *a, const char *name,
		    int64_t day)
{
	url_add(address, name, period_text(a, day));
}

static void add_versus(struct buf *address, const struct span *span)
{
	if (span->vs != VERSUS_PREVIOUS)
		url_add(address, "vs",
			form_word(filters_versus, COUNT(filters_versus),
				  span->vs));
}

void filters_add(struct buf *address, struct arena *a, const struct span *span)
{
	if (span->custom) {
		add_day(address, a, "from", span->now.from);
		add_day(address, a, "to", span->now.to - 1);
	} else {
		url_add(address, "by", period_name(span->kind));
		add_day(address, a, "from", span->now.from);
	}
	add_versus(address, span);
}

void filters_add_moving(struct buf *address, struct arena *a,
			const struct span *span, int64_t today)
{
	struct period newest = period_last_complete(span->kind, today);

	if (span->custom || span->now.from != newest.from) {
		filters_add(address, a, span);
		return;
	}
	url_add(address, "by", period_name(span->kind));
	add_versus(address, span);
}

/* Adds what stays; without: a part that does not, or NULL. */
static void add_kept(struct buf *address, const struct filters_bar *bar,
		     const char *without)
{
	for (size_t i = 0; i < bar->n_kept; i++)
		if (!without || strcmp(bar->kept[i].name, without) != 0)
			url_add(address, bar->kept[i].name, bar->kept[i].value);
}

/* The address of this page for another kind and day (NONE: the newest). */
static const char *address(struct req *r, const struct filters_bar *bar,
			   enum period_kind kind, int64_t from)
{
	struct buf *b = buf_new(r->arena);

	buf_printf(b, "%s?", r->route);
	url_add(b, "by", period_name(kind));
	if (from != NONE)
		add_day(b, r->arena, "from", from);
	add_versus(b, bar->span);
	add_kept(b, bar, NULL);
	return buf_text(b);
}

/* The address of this page for days of the visitor's own. */
static const char *custom_address(struct req *r, const struct filters_bar *bar,
				  struct period days)
{
	struct span own = *bar->span;
	struct buf *b = buf_new(r->arena);

	own.custom = true;
	own.now = days;
	buf_printf(b, "%s?", r->route);
	filters_add(b, r->arena, &own);
	add_kept(b, bar, NULL);
	return buf_text(b);
}

/* ---- the bar ----------------------------------------------------------- */

static const char *const kind_names[] = {
	[PERIOD_WEEK] = N_("Week"),
	[PERIOD_MONTH] = N_("Month"),
	[PERIOD_QUARTER] = N_("Quarter"),
	[PERIOD_YEAR] = N_("Year"),
};

static void show_preset(struct view *page, const char *name, const char *url,
			bool here)
{
	struct view *row = view_row(page, "PRESET");

	view_text(row, "PRESET_NAME", name);
	view_text(row, "PRESET_URL", url);
	view_if(row, "PRESET_HERE", here);
}

static void show_presets(struct view *page, const struct filters_bar *bar)
{
	struct req *r = view_req(page);
	const struct span *span = bar->span;

	for (size_t i = 0; i < COUNT(kind_names); i++) {
		enum period_kind kind = (enum period_kind)i;

		show_preset(page, _(kind_names[i]), address(r, bar, kind, NONE),
			    !span->custom && span->kind == kind);
	}
	show_preset(page, _("Custom"), custom_address(r, bar, span->now),
		    span->custom);
}

static struct span stepped(const struct span *span, int64_t n)
{
	struct span there = *span;
	int64_t days = n * period_days(span->now);

	if (span->custom)
		there.now = (struct period){ span->now.from + days,
					     span->now.to + days };
	else
		there.now = period_step(span->kind, span->now, n);
	return there;
}

/* An arrow: one period back or forth, never beyond today. */
static void show_step(struct view *page, const struct filters_bar *bar,
		      int64_t n)
{
	struct req *r = view_req(page);
	struct span there = stepped(bar->span, n);
	const char *name = filters_name(r, &there, there.now);
	struct view *v;

	if (there.now.from > r->today)
		return;
	v = view_row(page, n < 0 ? "BEFORE" : "AFTER");
	view_text(v, "STEP_URL",
		  there.custom ? custom_address(r, bar, there.now)
			       : address(r, bar, there.kind, there.now.from));
	view_printf(v, "STEP_NAME",
		    n < 0 ? _("Period before: %s") : _("Period after: %s"),
		    name);
}

static void show_choice(struct view *page, const struct filters_choice *c)
{
	struct view *choice = view_row(page, "CHOICE");

	view_text(choice, "CHOICE_NAME", c->name);
	view_text(choice, "CHOICE_LABEL", c->label);
	for (size_t i = 0; i < c->n; i++) {
		struct view *row = view_row(choice, "OPTION");

		view_text(row, "OPTION_VALUE", c->option[i].value);
		view_text(row, "OPTION_NAME", c->option[i].name);
		view_if(row, "OPTION_HERE",
			strcmp(c->option[i].value, c->chosen) == 0);
	}
}

static const char *chosen_name(const struct filters_choice *c)
{
	for (size_t i = 0; i < c->n; i++)
		if (strcmp(c->option[i].value, c->chosen) == 0)
			return c->option[i].name;
	return c->chosen;
}

/* A filter in use, and the page without it. */
static void show_chip(struct view *page, const struct filters_bar *bar,
		      const struct filters_choice *c)
{
	struct req *r = view_req(page);
	struct buf *b = buf_new(r->arena);
	struct view *chip;

	if (!*c->chosen)
		return;
	buf_printf(b, "%s?", r->route);
	filters_add(b, r->arena, bar->span);
	add_kept(b, bar, c->name);
	chip = view_row(page, "CHIP");
	view_text(chip, "CHIP_NAME", chosen_name(c));
	view_text(chip, "CHIP_URL", buf_text(b));
}

static void show_versus(struct view *page, const struct span *span)
{
	struct filters_option options[] = {
		{ "previous", _("with the period before") },
		{ "year", _("with the year before") },
		{ "none", _("no comparison") },
	};
	const struct filters_choice choice = {
		"vs", _("Compare"), options, COUNT(options),
		form_word(filters_versus, COUNT(filters_versus), span->vs)
	};

	show_choice(page, &choice);
}

static void show_kept(struct view *page, const char *name, const char *value)
{
	struct view *row = view_row(page, "KEEP");

	view_text(row, "KEEP_NAME", name);
	view_text(row, "KEEP_VALUE", value);
}

/* Whether one of the selects asks for a part of the address itself. */
static bool asked(const struct filters_bar *bar, const char *name)
{
	for (size_t i = 0; i < bar->n; i++)
		if (strcmp(bar->choice[i].name, name) == 0)
			return true;
	return false;
}

/* The days: as fields when they are the visitor's own, else kept. */
static void show_days(struct view *page, const struct span *span)
{
	struct arena *a = view_req(page)->arena;
	const char *from = period_text(a, span->now.from);
	struct view *custom;

	if (!span->custom) {
		show_kept(page, "by", period_name(span->kind));
		show_kept(page, "from", from);
		return;
	}
	custom = view_row(page, "CUSTOM");
	view_day(custom, "FROM_VALUE", span->now.from);
	view_day(custom, "TO_VALUE", span->now.to - 1);
}

void filters_show(struct view *page, const struct filters_bar *bar)
{
	struct req *r = view_req(page);
	const struct span *span = bar->span;
	bool plain = span->custom || span->kind == PERIOD_WEEK;

	view_text(page, "FILTER_ACTION", r->route);
	view_text(page, "PERIOD_NAME", filters_name(r, span, span->now));
	view_text(page, "PERIOD_DAYS", plain ? "" : days_name(r, span->now));
	show_presets(page, bar);
	show_step(page, bar, -1);
	show_step(page, bar, 1);
	show_versus(page, span);
	for (size_t i = 0; i < bar->n; i++) {
		show_choice(page, &bar->choice[i]);
		show_chip(page, bar, &bar->choice[i]);
	}
	show_days(page, span);
	for (size_t i = 0; i < bar->n_kept; i++)
		if (!asked(bar, bar->kept[i].name))
			show_kept(page, bar->kept[i].name, bar->kept[i].value);
}
