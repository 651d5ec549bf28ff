/* page.c - the list of leads on the page. */
#include <string.h>

#include "desk.h"
#include "lib/format.h"
#include "lib/lang.h"
#include "lib/period.h"
#include "lib/view.h"
#include "list.h"

static const char *which(enum state state)
{
	switch (state) {
	case ALL:
		return _("All valid leads of the period.");
	case MATURED:
		return _("Leads old enough to have had their time to buy.");
	case WON:
		return _("Leads old enough that became customers in time.");
	case ANY_WON:
		return _("Leads that became customers, whenever.");
	case LOST:
		return _("Leads that were lost.");
	case OPEN:
		return _("Leads that are still open.");
	case INVALID:
		return _("Leads marked as invalid: they count nowhere else.");
	case UNCOSTED:
		return _(
			"Leads of sources and months for which no cost is recorded.");
	case CLOSED:
		return _("Leads that were won or lost.");
	case WAITING:
		return _("Open leads that nobody has contacted yet.");
	case EARLY:
		return _(
			"Leads recorded as closed before the day they came: one of the days is wrong.");
	}
	BUG_IF(true);
}

static const char *what(struct req *r, const struct list *l)
{
	if (*l->form->q)
		return "";
	if (!l->step)
		return which((enum state)l->form->state);
	return arena_printf(
		r->arena,
		_("Leads old enough that came to “%s” in time, or further."),
		l->step);
}

/* Adds what was typed into some fields. */
static void add_typed(struct buf *b, struct req *r, const char *const *name,
		      size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const char *typed = form_value(r->form, name[i])->typed;

		if (*typed)
			url_add(b, name[i], typed);
	}
}

/* Whether the list is of what closed in some days. */
static bool of_closed(const struct req *r)
{
	return *form_value(r->form, "closed_from")->typed ||
	       *form_value(r->form, "closed_to")->typed;
}

/* The fields that the numbers of the dashboard are filtered by, too. */
static const char *const filtered[] = { "from",    "to",      "team",
					"person",  "source",  "campaign",
					"product", "segment", "horizon",
					"as_of" };
static const char *const of_list[] = { "state",       "reason",    "step",
				       "closed_from", "closed_to", "q" };
static const char *const order[] = { "sort" };

/* The same list: path, and where it goes on after how many (NULL: at its
 * beginning). */
static const char *address(struct req *r, const char *path,
			   const struct lead_list *last, int64_t before)
{
	struct buf *b = buf_new(r->arena);

	buf_printf(b, "%s?", path);
	add_typed(b, r, filtered, COUNT(filtered));
	add_typed(b, r, of_list, COUNT(of_list));
	add_typed(b, r, order, COUNT(order));
	if (last) {
		url_add(b, "after_day",
			period_text(r->arena, of_closed(r)
						      ? last->end_day
						      : last->created_day));
		url_add(b, "after_id",
			arena_printf(r->arena, "%lld", (long long)last->id));
		url_add(b, "before",
			arena_printf(r->arena, "%lld", (long long)before));
	}
	return buf_text(b);
}

static const char *back_address(struct req *r, const struct form *f)
{
	struct buf *b = buf_new(r->arena);

	if (of_closed(r))
		buf_text_add(b, "/conversion/losses?");
	else if (f->step != EVERY || f->state == WAITING)
		buf_text_add(b, "/conversion/funnel?");
	else
		buf_text_add(b, "/conversion?");
	if (of_closed(r)) {
		url_add(b, "from", period_text(r->arena, f->closed_from));
		url_add(b, "to", period_text(r->arena, f->closed_to));
	}
	add_typed(b, r, filtered, COUNT(filtered));
	return buf_text(b);
}

static void show_lead(struct view *list, struct req *r,
		      const struct lead_list *lead)
{
	struct view *row = view_row(list, "LEAD");
	bool closed = lead->end_day != NONE;

	view_text(row, "NAME", lead->name);
	view_printf(row, "LEAD_URL", DESK_LEAD "?id=%lld", (long long)lead->id);
	view_text(row, "CAME_ISO", period_text(r->arena, lead->created_day));
	view_day(row, "CAME", lead->created_day);
	view_text(row, "STATE", desk_state(lead->state));
	view_text(row, "STATE_CLASS", desk_state_class(lead->state));
	view_text(row, "CLOSED",
		  closed ? format_day(r->arena, r->language, lead->end_day)
			 : "");
	view_text(row, "DAYS",
		  closed ? format_count(r->arena, r->language,
					lead->end_day - lead->created_day)
			 : "");
	view_text(row, "OWNER", lead->owner);
	view_text(row, "TEAM", lead->team);
	view_text(row, "SOURCE", lead->source);
	view_text(row, "AMOUNT",
		  lead->amount ? format_money_whole(r->arena, r->language,
						    lead->amount,
						    r->company.currency)
			       : "");
}

/* ---- which of them ---- */

/* The same days and filters in another state. */
static const char *state_address(struct req *r, const char *state)
{
	struct buf *b = buf_new(r->arena);

	buf_text_add(b, DESK_LIST "?");
	add_typed(b, r, filtered, COUNT(filtered));
	url_add(b, "state", state);
	add_typed(b, r, order, COUNT(order));
	return buf_text(b);
}

/* The same list in an order. */
static const char *order_address(struct req *r, enum sort sort)
{
	struct buf *b = buf_new(r->arena);

	buf_text_add(b, DESK_LIST "?");
	add_typed(b, r, filtered, COUNT(filtered));
	add_typed(b, r, of_list, COUNT(of_list));
	if (sort == OLDEST)
		url_add(b, "sort", "oldest");
	return buf_text(b);
}

/* Whether the reader may choose: what is found, or closed in some days, has an
 * order of its own. */
static bool has_orders(struct req *r, const struct list *l)
{
	return !*l->form->q && !of_closed(r);
}

static void show_orders(struct view *page, const struct list *l)
{
	static const struct {
		enum sort sort;
		const char *name;
	} orders[] = { { NEWEST, N_("Newest first") },
		       { OLDEST, N_("Oldest first") } };
	struct req *r = view_req(page);
	struct view *v;

	if (!has_orders(r, l))
		return;
	v = view_row(page, "ORDERS");
	for (size_t i = 0; i < COUNT(orders); i++) {
		struct view *row = view_row(v, "ORDER");

		view_text(row, "ORDER_NAME", _(orders[i].name));
		view_text(row, "ORDER_URL", order_address(r, orders[i].sort));
		view_text(row, "ORDER_HERE",
			  l->form->sort == orders[i].sort ? "1" : "");
	}
}

static const char *sort_of(struct req *r, const struct list *l)
{
	if (!has_orders(r, l))
		return "";
	return l->form->sort == OLDEST ? "ascending" : "descending";
}

static void show_states(struct view *page, const struct list *l)
{
	static const struct {
		const char *state, *name;
	} tabs[] = {
		{ "all", N_("All") },
		{ "open", N_("Open") },
		{ "waiting", N_("No contact yet") },
		{ "any_won", N_("Won") },
		{ "lost", N_("Lost") },
		{ "invalid", N_("Invalid") },
	};
	struct view *states;

	if (*l->form->q || of_closed(view_req(page)))
		return;
	states = view_row(page, "STATES");
	for (size_t i = 0; i < COUNT(tabs); i++) {
		struct view *tab = view_row(states, "STATE_TAB");

		view_text(tab, "TAB_NAME", _(tabs[i].name));
		view_text(tab, "TAB_URL",
			  state_address(view_req(page), tabs[i].state));
		view_text(tab, "TAB_HERE",
			  strcmp(leads_state(l->form), tabs[i].state) == 0
				  ? "1"
				  : "");
	}
}

/* "51–100 of 155", "" for none. */
static const char *place_of(struct req *r, const struct list *l)
{
	int64_t before = l->form->before;

	if (l->n == 0)
		return "";
	if (*l->form->q)
		return l->more ? _("More are like this: type more of it.") : "";
	return arena_printf(
		r->arena, _("%s–%s of %s"),
		format_count(r->arena, r->language, before + 1),
		format_count(r->arena, r->language, before + (int64_t)l->n),
		format_count(r->arena, r->language, l->total));
}

/* Whether a number of a dashboard led here: it says its days. */
static bool of_number(const struct req *r)
{
	return *form_value(r->form, "from")->typed || of_closed(r);
}

static void show_head(struct view *page, const struct list *l)
{
	struct req *r = view_req(page);
	const struct form *f = l->form;

	if (*f->q)
		view_printf(page, "HEADLINE", _("Leads like “%s”"), f->q);
	else if (of_closed(r))
		view_printf(page, "HEADLINE", _("Leads closed from %s to %s"),
			    format_day(r->arena, r->language, f->closed_from),
			    format_day(r->arena, r->language, f->closed_to));
	else
		view_printf(page, "HEADLINE", _("Leads from %s to %s"),
			    format_day(r->arena, r->language, f->from),
			    format_day(r->arena, r->language, f->to));
	view_printf(page, "FINDING",
		    *f->q && l->more
			    ? _("The first %s leads.")
			    : lang_plural("%s lead.", "%s leads.", l->total),
		    format_count(r->arena, r->language, l->total));
	view_text(page, "WHICH", what(r, l));
	if (of_number(r))
		view_text(view_row(page, "BACK"), "BACK_URL",
			  back_address(r, f));
	if (r->viewer.writes)
		view_text(view_row(page, "NEW"), "NEW_URL", DESK_NEW);
	view_text(page, "CSV_URL", address(r, "/leads.csv", NULL, 0));
	view_text(page, "JSON_URL", address(r, "/leads.json", NULL, 0));
	view_text(page, "Q_VALUE", f->q);
}

static void show_next(struct view *page, const struct list *l)
{
	struct req *r = view_req(page);
	struct view *more = view_row(page, "MORE");
	bool newer = l->form->sort == OLDEST && has_orders(r, l);

	view_text(more, "MORE_NAME",
		  newer ? _("Newer leads") : _("Older leads"));
	view_text(more, "MORE_URL",
		  address(r, "/leads", &l->lead[l->n - 1],
			  l->form->before + (int64_t)l->n));
}

enum err leads_page(struct req *r, const struct list *l)
{
	const struct form *f = l->form;
	struct view *page = view_page(r, "leads/page.tpl");
	struct view *list = NULL;

	view_text(page, "TITLE", _("Leads"));
	show_head(page, l);
	show_states(page, l);
	show_orders(page, l);
	view_if(page, "EMPTY", l->n == 0);
	if (l->n) {
		list = view_row(page, "LIST");
		view_text(list, "SORT", sort_of(r, l));
	}
	for (size_t i = 0; i < l->n; i++)
		show_lead(list, r, &l->lead[i]);
	view_text(page, "PLACE", place_of(r, l));
	if (l->more && !*f->q)
		show_next(page, l);
	return view_send(page);
}
