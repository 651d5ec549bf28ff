/* funnel_page.c - /conversion/funnel as HTML. */
#include "card.h"
#include "funnel.h"
#include "health.h"
#include "lib/app.h"
#include "lib/chart.h"
#include "lib/lang.h"

/* Rows of the table; its files have all. */
enum { GROUPS_SHOWN = 60 };

/* The prospects of a group, or of all (EVERY), that reached a bar. */
static const char *rows(struct req *r, const struct funnel *f,
			const struct bar *bar, int64_t group)
{
	const struct numbers *n = &f->numbers;
	bool step = bar->id != FUNNEL_CAME && bar->id != FUNNEL_WON;
	const char *address =
		page_rows(r, n, n->span.now, group,
			  bar->id == FUNNEL_WON ? "won" : "matured");

	return step ? arena_printf(r->arena, "%s&step=%lld", address,
				   (long long)bar->id)
		    : address;
}

/* ---- what is found --------------------------------------------------------
 */

static const char *finding(struct req *r, const struct funnel *f)
{
	const struct bar *least = funnel_narrowest(f);
	const struct bar *above;

	if (f->bar[0].reached == 0)
		return _("No leads are old enough in this period.");
	if (!least)
		return _("Too few leads are old enough for a rate.");
	above = least - 1;
	if (above == f->bar)
		return arena_printf(
			r->arena,
			_("The first step is the narrowest: %s come to “%s”."),
			format_rate(r->arena, r->language, least->rate.rate,
				    above->reached),
			least->name);
	return arena_printf(
		r->arena,
		_("The narrowest step is the one after “%s”: %s come to “%s”."),
		above->name,
		format_rate(r->arena, r->language, least->rate.rate,
			    above->reached),
		least->name);
}

/* ---- the figures ----------------------------------------------------------
 */

static struct view *show_kpi(struct view *page, const struct funnel *f,
			     enum card card, const char *name,
			     const char *value, const char *address)
{
	struct view *kpi = view_row(page, "KPI");

	card_link(kpi, "KPI_CARD", &f->numbers, card);
	view_text(kpi, "KPI_NAME", name);
	view_text(kpi, "KPI_VALUE", value);
	view_text(kpi, "KPI_URL", address);
	return kpi;
}

static const char *wait_of(struct req *r, const struct contact *c)
{
	return c->median.known && c->prospects >= MANY_FEW
		       ? words_hours(r, c->median.days)
		       : FORMAT_NOTHING;
}

static const char *wait_note(struct req *r, const struct contact *c)
{
	if (c->prospects < MANY_FEW)
		return _("too few leads");
	if (!c->median.known)
		return _("half of them are not contacted yet");
	return arena_printf(r->arena,
			    _("half of the leads were contacted by then; %s of "
			      "%s in time"),
			    format_count(r->arena, r->language, c->in_time),
			    format_count(r->arena, r->language, c->prospects));
}

static void show_kpis(struct view *page, struct req *r, const struct funnel *f)
{
	const struct numbers *n = &f->numbers;
	const struct contact *all = &n->contacts->all;
	const struct bar *won = &f->bar[f->bars - 1];
	bool rate = f->bar[0].reached >= MANY_FEW;
	struct view *kpi;

	kpi = show_kpi(page, f, CARD_RATE, _("Conversion"),
		       rate ? format_rate(r->arena, r->language,
					  won->of_all.rate, f->bar[0].reached)
			    : FORMAT_NOTHING,
		       rows(r, f, won, EVERY));
	view_printf(kpi, "KPI_NOTE", _("%s of %s old enough"),
		    format_count(r->arena, r->language, won->reached),
		    format_count(r->arena, r->language, f->bar[0].reached));
	kpi = show_kpi(page, f, CARD_WAIT, _("Time to the first contact"),
		       wait_of(r, all),
		       page_rows(r, n, n->span.now, EVERY, "all"));
	view_text(kpi, "KPI_NOTE", wait_note(r, all));
	kpi = show_kpi(page, f, CARD_WAIT, _("Waiting for a first contact"),
		       format_count(r->arena, r->language, all->waiting),
		       page_rows(r, n, n->span.now, EVERY, "waiting"));
	view_text(kpi, "KPI_NOTE", _("open, and nobody has contacted them"));
}

/* ---- the bars --------------------------------------------------------------
 */

static void show_change(struct view *row, const struct bar *bar,
			const struct bar *above)
{
	int clear = numbers_clear(bar->change, bar->q);

	if (above->before < MANY_FEW || above->reached < MANY_FEW)
		return;
	row = view_row(row, "CHANGE");
	view_points(row, "CHANGE_BY", bar->change.by);
	view_text(row, "CHANGE_WORDS",
		  clear ? _("clear change") : _("no clear change"));
	view_if(row, "CHANGE_UP", clear > 0);
	view_if(row, "CHANGE_DOWN", clear < 0);
}

static const char *rate_text(struct req *r, struct share s, int64_t of)
{
	return of < MANY_FEW ? FORMAT_NOTHING
			     : format_rate(r->arena, r->language, s.rate, of);
}

static const char *rate_range(struct req *r, struct share s, int64_t of)
{
	return of < MANY_FEW
		       ? ""
		       : format_range(r->arena, r->language, s.low, s.high);
}

static void show_bar(struct view *page, struct req *r, const struct funnel *f,
		     size_t i)
{
	const struct bar *bar = &f->bar[i], *above = &f->bar[i ? i - 1 : 0];
	struct view *row = view_row(page, "BAR");
	int64_t all = f->bar[0].reached;

	view_text(row, "BAR_NAME", bar->name);
	view_count(row, "BAR_COUNT", bar->reached);
	view_text(row, "BAR_URL", rows(r, f, bar, EVERY));
	view_text(row, "BAR_SHARE", rate_text(r, bar->of_all, all));
	view_place(row, "BAR_WIDTH", all ? 100 * bar->of_all.rate : 0);
	if (f->came_before >= MANY_FEW)
		view_place(view_row(row, "BEFORE_DOT"), "BEFORE_X",
			   100 * (double)bar->before / (double)f->came_before);
	view_text(row, "BAR_RATE",
		  i ? rate_text(r, bar->rate, above->reached) : "");
	view_text(row, "BAR_RANGE",
		  i ? rate_range(r, bar->rate, above->reached) : "");
	if (i)
		show_change(row, bar, above);
}

/* ---- the groups -------------------------------------------------------------
 */

static void show_cell(struct view *row, struct req *r, const struct funnel *f,
		      const struct funnel_row *g, size_t i)
{
	struct view *cell = view_row(row, "CELL");
	int64_t above = g->reached[i ? i - 1 : 0];
	struct share share = rate_share(g->reached[i], above);

	view_count(cell, "CELL_COUNT", g->reached[i]);
	view_text(cell, "CELL_URL", rows(r, f, &f->bar[i], g->group->id));
	view_text(cell, "CELL_RATE",
		  i && above >= MANY_FEW ? format_rate(r->arena, r->language,
						       share.rate, above)
					 : "");
}

static void show_group(struct view *page, struct req *r, const struct funnel *f,
		       const struct funnel_row *g)
{
	const struct numbers *n = &f->numbers;
	struct view *row = view_row(page, "GROUP_ROW");

	view_text(row, "GROUP_NAME", g->group->name);
	view_text(
		row, "GROUP_URL",
		page_address(r, n, "/conversion/funnel", n->by, g->group->id));
	for (size_t i = 0; i < f->bars; i++)
		show_cell(row, r, f, g, i);
	view_text(row, "GROUP_WAIT", wait_of(r, &g->contact));
	view_count(row, "GROUP_WAITING", g->contact.waiting);
	view_text(row, "GROUP_WAITING_URL",
		  page_rows(r, n, n->span.now, g->group->id, "waiting"));
}

static void show_groups(struct view *page, struct req *r,
			const struct funnel *f)
{
	for (size_t i = 0; i < f->bars; i++)
		view_text(view_row(page, "HEAD"), "HEAD_NAME", f->bar[i].name);
	for (size_t i = 0; i < f->n && i < GROUPS_SHOWN; i++)
		show_group(page, r, f, &f->row[i]);
	if (f->n > GROUPS_SHOWN)
		view_count(view_row(page, "MORE_GROUPS"), "MORE_GROUPS_COUNT",
			   (int64_t)(f->n - GROUPS_SHOWN));
}

enum err funnel_send(struct req *r, const struct funnel *f)
{
	const struct numbers *n = &f->numbers;
	struct view *page = view_page(r, "conversion/funnel.tpl");

	view_printf(page, "TITLE", "%s \xc2\xb7 %s", _("Funnel"),
		    filters_name(r, &n->span, n->span.now));
	view_text(page, "FINDING", finding(r, f));
	view_text(page, "CSV_URL",
		  page_address(r, n, "/conversion/funnel.csv", n->by, EVERY));
	view_text(page, "JSON_URL",
		  page_address(r, n, "/conversion/funnel.json", n->by, EVERY));
	view_count(page, "HORIZON", n->horizon);
	view_text(page, "GROUP", words_group(n->by));
	view_text(page, "GROUPS", words_groups(n->by));
	card_link(page, "STEP_CARD", n, CARD_STEP);
	card_link(page, "WAIT_CARD", n, CARD_WAIT);
	page_views(page, r, n);
	page_groupings(page, r, n);
	page_filters(page, r, n);
	page_notes(page, r, n);
	page_running(page, n);
	show_kpis(page, r, f);
	for (size_t i = 0; i < f->bars; i++)
		show_bar(page, r, f, i);
	show_groups(page, r, f);
	health_show(page, n, &n->health);
	return view_send(page);
}
