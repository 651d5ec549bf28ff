/* board.c - the retention page: the finding in words, the key figures, who has
 * been silent for too long. */
#include <math.h>

#include "kept.h"
#include "lib/lang.h"
#include "lib/period.h"

enum {
	QUIET_BELOW = 30, /* fewer cases have their percentage in grey */
};

enum { WITHIN_90 = 2, WITHIN_365 = 4 }; /* places in kept_ages[] */

/* ---- words --------------------------------------------------------------- */

/* Why somebody is on the list of the silent. */
static const char *reason(struct req *r, const struct buyer *b)
{
	int64_t usual = llround(b->usual.days);

	if (!b->usual.known)
		return arena_printf(
			r->arena, "%s; %s",
			arena_printf(r->arena,
				     lang_plural("bought once, %s day ago",
						 "bought once, %s days ago",
						 b->silent),
				     kept_count(r, b->silent)),
			arena_printf(r->arena,
				     lang_plural("who comes back mostly does "
						 "within %s day",
						 "who comes back mostly does "
						 "within %s days",
						 llround(b->threshold.days)),
				     kept_about(r, b->threshold.days)));
	return arena_printf(
		r->arena, "%s, %s",
		arena_printf(r->arena,
			     lang_plural("buys every %s day",
					 "buys every %s days", usual),
			     kept_count(r, usual)),
		arena_printf(r->arena,
			     lang_plural("silent for %s day",
					 "silent for %s days", b->silent),
			     kept_count(r, b->silent)));
}

static const char *plan_address(struct req *r, const struct buyer *b)
{
	return arena_printf(r->arena,
			    "/followups/new?customer=%lld&silent=%lld",
			    (long long)b->id, (long long)b->silent);
}

/* The finding, by the rule that few cases have no percentage. */
static const char *finding(struct req *r, const struct repeat *q)
{
	const struct tally t = q->tally;

	if (t.leads == 0)
		return _("It is too early to say how many customers buy "
			 "again.");
	if (t.leads < COUNTS_ONLY)
		return arena_printf(
			r->arena,
			_("%s customers have bought again within 90 days."),
			kept_of(r, t.won, t.leads));
	return arena_printf(
		r->arena, _("%s of customers buy again within 90 days (%s)."),
		format_rate(r->arena, r->language, q->share.rate, t.leads),
		kept_of(r, t.won, t.leads));
}

static const char *finding_more(struct req *r, const struct kept *n)
{
	const char *money = format_money_short(
		r->arena, r->language, n->silent_revenue, r->company.currency);
	int64_t silent = (int64_t)n->silents;

	if (silent == 0)
		return _("Nobody has been silent for longer than usual.");
	return arena_printf(
		r->arena,
		lang_plural("%s customer has been silent for longer than "
			    "usual; %s of the last 12 months' revenue came "
			    "from there.",
			    "%s customers have been silent for longer than "
			    "usual; %s of the last 12 months' revenue came "
			    "from them.",
			    silent),
		kept_count(r, silent), money);
}

/* ---- key figures --------------------------------------------------------- */

static void show_rate(struct view *v, struct tally t, struct share s)
{
	struct req *r = view_req(v);

	view_text(v, "COUNTS", kept_of(r, t.won, t.leads));
	view_if(v, "UNKNOWN", t.leads == 0);
	view_if(v, "FEW", t.leads > 0 && t.leads < COUNTS_ONLY);
	view_text(v, "QUIET", t.leads < QUIET_BELOW ? "mut" : "");
	if (t.leads < COUNTS_ONLY)
		return;
	v = view_row(v, "RATE");
	view_rate(v, "RATE_TEXT", s.rate, t.leads);
	view_range(v, "RANGE_TEXT", s.low, s.high);
}

static void show_repeat(struct view *v, const struct kept *n, size_t i)
{
	struct req *r = view_req(v);
	const struct repeat *q = &n->repeat[i];

	view_count(v, "DAYS", kept_ages[i]);
	view_count(v, "AGAIN", q->tally.won);
	view_count(v, "KNOWN", q->tally.leads);
	view_text(v, "AGAIN_URL",
		  kept_rows(r, n->form, "repeat", kept_ages[i]));
	view_text(v, "KNOWN_URL", kept_rows(r, n->form, "known", kept_ages[i]));
	show_rate(v, q->tally, q->share);
}

static void show_keys(struct view *page, const struct kept *n)
{
	struct req *r = view_req(page);
	const char *all = kept_address(r, n->form, "/retention/rows", "");

	show_repeat(view_row(page, "KEY_90"), n, WITHIN_90);
	show_repeat(view_row(page, "KEY_365"), n, WITHIN_365);
	view_count(page, "CUSTOMERS", n->customers);
	view_money_short(page, "REVENUE", n->revenue);
	view_count(page, "SILENT_COUNT", (int64_t)n->silents);
	view_money_short(page, "SILENT_REVENUE", n->silent_revenue);
	view_text(page, "ALL_URL", all);
	view_text(page, "SILENT_URL", kept_rows(r, n->form, "silent", 1));
}

/* ---- repeats and the silent ---------------------------------------------- */

static void show_repeats(struct view *page, const struct kept *n)
{
	for (size_t i = 0; i < COUNT(kept_ages); i++) {
		struct view *v = view_row(page, "REPEAT");
		const struct share s = n->repeat[i].share;

		show_repeat(v, n, i);
		if (n->repeat[i].tally.leads == 0)
			continue;
		v = view_row(v, "BAR");
		view_place(v, "BAR_FROM", 2 + 96 * s.low);
		view_place(v, "BAR_TO", 2 + 96 * s.high);
		view_place(v, "BAR_DOT", 2 + 96 * s.rate);
	}
}

/* One customer; the list of the silent also says why. */
void board_buyer(struct view *v, const struct buyer *b)
{
	struct req *r = view_req(v);

	view_text(v, "NAME", b->name);
	view_printf(v, "CUSTOMER_URL", "/followups/customer?id=%lld",
		    (long long)b->id);
	view_text(v, "MANAGER", b->manager);
	view_text(v, "REASON", b->alert ? reason(r, b) : "");
	view_if(v, "PROBLEM", b->problem);
	view_if(v, "LOST", b->lost);
	view_day(v, "FIRST_DAY", b->first_on);
	view_day(v, "LAST_DAY", b->last_on);
	view_count(v, "PURCHASE_DAYS", b->days);
	view_money(v, "YEAR_REVENUE", b->year_revenue);
	view_if(v, "DO_NOT_CONTACT", b->do_not_contact);
	if (b->next_due != NONE)
		view_day(view_row(v, "PLANNED"), "DUE_DAY", b->next_due);
	else if (!b->do_not_contact)
		view_text(view_row(v, "PLAN"), "PLAN_URL", plan_address(r, b));
}

static void show_silent(struct view *page, const struct kept *n)
{
	struct req *r = view_req(page);
	int64_t more = (int64_t)(n->silents - n->listed);

	view_if(page, "NO_SILENT", n->silents == 0);
	if (n->silents == 0)
		return;
	page = view_row(page, "SILENT_LIST");
	for (size_t i = 0; i < n->listed; i++)
		board_buyer(view_row(page, "SILENT"), n->silent[i]);
	if (more > 0)
		view_text(view_row(page, "MORE"), "MORE_TEXT",
			  arena_printf(r->arena,
				       lang_plural("%s more", "%s more", more),
				       kept_count(r, more)));
}

/* ---- the page ------------------------------------------------------------ */

static void show_modes(struct view *page, const struct form *f)
{
	static const char *const names[] = { N_("In that month"),
					     N_("In that month or later") };
	struct req *r = view_req(page);

	for (size_t i = 0; i < COUNT(names); i++) {
		struct form other = { f->as_of, (enum mode)i };
		struct view *v = view_row(page, "MODE");

		view_text(v, "MODE_NAME", _(names[i]));
		view_text(v, "MODE_URL",
			  kept_address(r, &other, "/retention", ""));
		view_if(v, "MODE_HERE", f->mode == other.mode);
	}
	view_if(page, "LATER", f->mode == OR_LATER);
	view_if(page, "IN_MONTH", f->mode == IN_MONTH);
}

/* A step to the end of another month, today at the latest. */
static void show_step(struct view *page, const struct form *f,
		      const char *section, int64_t day)
{
	struct req *r = view_req(page);
	struct form other = { day >= r->today ? NONE : day, f->mode };
	struct view *v = view_row(page, section);

	if (day > r->today)
		day = r->today;
	view_text(v, "STEP_URL", kept_address(r, &other, "/retention", ""));
	view_text(v, "STEP_NAME",
		  arena_printf(r->arena, _("Up to %s"),
			       format_day(r->arena, r->language, day)));
}

static void show_filters(struct view *page, const struct kept *n)
{
	struct req *r = view_req(page);
	int64_t month = period_month(n->as_of);
	int64_t last = period_month_start(month + 1) - 1;

	show_modes(page, n->form);
	show_step(page, n->form, "BEFORE", period_month_start(month) - 1);
	if (n->as_of == last)
		last = period_month_start(month + 2) - 1;
	if (n->as_of < r->today)
		show_step(page, n->form, "AFTER", last);
	view_day(page, "AS_OF", n->as_of);
	view_text(page, "AS_OF_VALUE", period_text(r->arena, n->as_of));
}

enum err board_send(struct req *r, const struct kept *n)
{
	struct view *page = view_page(r, "retention/board.tpl");
	struct view *v;

	view_printf(page, "TITLE", _("Retention up to %s"),
		    format_day(r->arena, r->language, n->as_of));
	show_filters(page, n);
	view_if(page, "EMPTY", n->customers == 0);
	if (n->customers == 0)
		return view_send(page);
	v = view_row(page, "FULL");
	view_text(v, "FINDING", finding(r, &n->repeat[WITHIN_90]));
	view_text(v, "FINDING_MORE", finding_more(r, n));
	show_keys(v, n);
	triangle_show(v, n);
	curve_show(v, n);
	show_repeats(v, n);
	show_silent(v, n);
	return view_send(page);
}
