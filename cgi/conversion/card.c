/* card.c - what each number means, what it is made of, and who is left out. */
#include "card.h"

#include <math.h>

#include "contacts.h"
#include "lib/app.h"
#include "lib/lang.h"
#include "losses.h"
#include "pace.h"

const struct word card_words[CARDS] = {
	{ "rate", CARD_RATE },       { "estimate", CARD_ESTIMATE },
	{ "leads", CARD_LEADS },     { "won", CARD_WON },
	{ "cost", CARD_COST },       { "revenue", CARD_REVENUE },
	{ "days", CARD_DAYS },       { "change", CARD_CHANGE },
	{ "against", CARD_AGAINST }, { "moved", CARD_MOVED },
	{ "even", CARD_EVEN },       { "closed", CARD_CLOSED },
	{ "reason", CARD_REASON },   { "forecast", CARD_FORECAST },
	{ "wait", CARD_WAIT },       { "step", CARD_STEP },
};

/* path: the page that shows it. */
static const struct meaning {
	const char *path, *name, *formula, *counted, *left_out, *source;
} meanings[CARDS] = {
	[CARD_RATE] = {
		"/conversion",
		N_("Conversion"),
		N_("won in time ÷ old enough"),
		N_("Leads that came in the period and have had the days to buy; of these, the ones that bought within these days. A person or firm counts once in a buying cycle, however often they ask."),
		N_("Leads too young to tell, invalid ones (spam, tests, duplicates), and customers who come back: they are no new leads."),
		N_("Interval: Wilson, J. Amer. Statist. Assoc. 22 (1927) 209. Below 10 old enough there is no percentage."),
	},
	[CARD_ESTIMATE] = {
		"/conversion",
		N_("Estimate with young leads"),
		N_("the chance of being won within the days to buy, lost ones being a competing end"),
		N_("All valid leads of the period; an open one counts as long as it has been open."),
		N_("Invalid leads. Where fewer than 10 are watched long enough there is no estimate."),
		N_("Aalen-Johansen; Putter, Fiocco, Geskus, Statist. Med. 26 (2007) 2389. Shown while fewer than four of five are old enough."),
	},
	[CARD_LEADS] = {
		"/conversion",
		N_("Leads"),
		N_("people and firms that asked in the period, each once in a buying cycle"),
		N_("The same e-mail or phone while a cycle is open is the same lead. A new cycle begins when the last one ended long enough ago."),
		N_("Invalid leads, and customers who come back."),
		"",
	},
	[CARD_WON] = {
		"/conversion",
		N_("Customers won"),
		N_("leads that are old enough and bought in time"),
		N_("The first purchase counts, by the day it was made."),
		N_("Later purchases, and wins that took longer than the days to buy."),
		"",
	},
	[CARD_COST] = {
		"/conversion",
		N_("Cost per customer"),
		N_("cost of the leads that are old enough ÷ won in time"),
		N_("The price of each lead, and its equal share of what its source and its campaign cost in the month it came."),
		N_("Cost of young and invalid leads; leads without any known cost count with nothing."),
		N_("Range: the cost of a lead divided by the limits of the conversion."),
	},
	[CARD_REVENUE] = {
		"/conversion",
		N_("Revenue won"),
		N_("sum of the first purchases of those won in time; per lead: ÷ old enough"),
		N_("First purchases in the company's currency at the rate of their day."),
		N_("Later purchases, and refunds: they count where customers are kept."),
		"",
	},
	[CARD_DAYS] = {
		"/conversion",
		N_("Time to win"),
		N_("the days within which half of those won in time bought"),
		N_("Only those who bought in time: slow ones are still open."),
		N_("Open, lost and late ones: this is no forecast for a new lead."),
		"",
	},
	[CARD_WAIT] = {
		"/conversion/funnel",
		N_("Time to the first contact"),
		N_("the hours after which half of the leads had been contacted (Kaplan-Meier)"),
		N_("All valid leads of the period, from the moment they came until somebody recorded a contact or a step. Who was never contacted counts for as long as the lead has been open."),
		N_("Invalid leads. Hours are hours of the clock, nights and weekends included."),
		N_("Kaplan, Meier, J. Amer. Statist. Assoc. 53 (1958) 457. Below 10 leads, or while fewer than half are contacted, there is no time."),
	},
	[CARD_STEP] = {
		"/conversion/funnel",
		N_("Steps"),
		N_("reached the step within the days to buy ÷ reached the one before"),
		N_("Leads old enough. Who reached a later step, or bought, has passed the earlier ones, whether somebody recorded them or not."),
		N_("Young and invalid leads, and what was recorded after a lead was won or lost."),
		N_("Interval: Wilson (1927); change: Newcombe (1998), Benjamini-Hochberg over the steps."),
	},
	[CARD_CHANGE] = {
		"/conversion",
		N_("Change"),
		N_("conversion of the period − conversion of the one before, in points"),
		N_("Both periods are equally long and both rates of leads that are old enough."),
		N_("Nobody beside those whom the rates leave out. An arrow stands only where the change is clear."),
		N_("Interval: Newcombe, Statist. Med. 17 (1998) 873; clear: mid-p at the level 0.05 after Benjamini-Hochberg over all changes of the page."),
	},
	[CARD_AGAINST] = {
		"/conversion",
		N_("Against the others"),
		N_("conversion of the row − conversion of all other rows together"),
		N_("“Better” and “worse” only where the interval leaves out zero and the test passes after correction; “perhaps” from a chance of 80%."),
		N_("Rows of fewer than 10 that are old enough are not judged."),
		N_("Newcombe (1998); mid-p: Lancaster (1961); Benjamini, Hochberg, J. R. Statist. Soc. B 57 (1995) 289. The order follows rates drawn towards the average (beta-binomial)."),
	},
	[CARD_MOVED] = {
		"/conversion",
		N_("What changed"),
		N_("change = Σ (other shares × mean rate) + Σ (other rates × mean share)"),
		N_("Leads that are old enough, of both periods, by what the page is grouped by. The two effects add up to the change exactly."),
		N_("Young and invalid leads."),
		N_("Kitagawa, J. Amer. Statist. Assoc. 50 (1955) 1168."),
	},
	[CARD_EVEN] = {
		"/conversion/fair",
		N_("Rate with the same kinds of leads"),
		N_("won ÷ what all together would have won of such leads × rate of all"),
		N_("Leads that are old enough, by their sources; for sources, by the teams that had them."),
		N_("Kinds of leads that nobody else has cannot be compared."),
		N_("Mantel, Haenszel (1959); interval: Sato, Biometrics 45 (1989) 1323; funnel: Spiegelhalter, Statist. Med. 24 (2005) 1185."),
	},
	[CARD_CLOSED] = {
		"/conversion/losses",
		N_("Won of those closed"),
		N_("won ÷ (won + lost), by the day they closed"),
		N_("Leads that were won or lost in the period, whenever they came."),
		N_("Open leads, however old: this share looks better the later losses are recorded."),
		N_("Interval: Wilson (1927)."),
	},
	[CARD_REASON] = {
		"/conversion/losses",
		N_("Reasons"),
		N_("lost for a reason ÷ all lost, by the day they closed"),
		N_("The reason that was said last. “No reason given” is a row of its own."),
		N_("Leads that were taken up again."),
		N_("Interval: Wilson (1927); change: Newcombe (1998), Benjamini-Hochberg over the rows."),
	},
	[CARD_FORECAST] = {
		"/conversion/pace",
		N_("Expected in all"),
		N_("won so far + Σ over open leads of the chance to be won by the end of the period"),
		N_("Open leads of the last 365 days; the chance is that of leads of the same source that were as old and still open."),
		N_("Leads that come from now on, and those open for longer than anybody was watched."),
		N_("Chances: Aalen-Johansen; band: 80%, from Σ p (1 − p), taking the chances as certain."),
	},
};

const char *card_name(enum card card)
{
	return _(meanings[card].name);
}

const char *card_address(struct req *r, const struct numbers *n, enum card card)
{
	return arena_printf(
		r->arena, "%s&of=%s",
		page_address(r, n, "/conversion/number", n->by, EVERY),
		form_word(card_words, CARDS, card));
}

void card_link(struct view *v, const char *key, const struct numbers *n,
	       enum card card)
{
	view_text(v, key, card_address(view_req(v), n, card));
}

/* ---- the value -------------------------------------------------------------
 */

struct value {
	const char *text, *range; /* "" where there is none */
};

static const char *money(struct req *r, int64_t minor)
{
	return format_money_short(r->arena, r->language, minor,
				  r->company.currency);
}

static struct value share_of(struct req *r, struct share s, int64_t n)
{
	if (n < MANY_FEW)
		return (struct value){ "", "" };
	return (struct value){ format_rate(r->arena, r->language, s.rate, n),
			       format_range(r->arena, r->language, s.low,
					    s.high) };
}

static const char *from_to(struct req *r, const char *low, const char *high)
{
	return arena_printf(r->arena, _("%s to %s"), low, high);
}

static struct value change_of(struct req *r, struct difference d)
{
	if (!d.known)
		return (struct value){ "", "" };
	return (struct value){
		format_points(r->arena, r->language, d.by),
		from_to(r, format_points(r->arena, r->language, d.low),
			format_points(r->arena, r->language, d.high)),
	};
}

static struct value cost_of(struct req *r, const struct numbers *n)
{
	const struct rate_cost *c = &n->now->all.cost_per_win;

	if (!n->spends || !c->known)
		return (struct value){ "", "" };
	return (struct value){ money(r, c->each), from_to(r, money(r, c->low),
							  money(r, c->high)) };
}

static struct value days_of(struct req *r, const struct group *all)
{
	if (!all->time_to_win.known || all->matured < MANY_FEW)
		return (struct value){ "", "" };
	return (struct value){
		arena_printf(
			r->arena,
			lang_plural("%s day", "%s days", all->time_to_win.days),
			format_count(r->arena, r->language,
				     all->time_to_win.days)),
		"",
	};
}

static struct value wait_of(struct req *r, const struct contact *c)
{
	const struct survival_quantile *m = &c->median;

	if (!m->known || c->prospects < MANY_FEW)
		return (struct value){ "", "" };
	return (struct value){
		words_hours(r, m->days),
		m->low_known && m->high_known
			? from_to(r, words_hours(r, m->low),
				  words_hours(r, m->high))
			: "",
	};
}

static struct value counted(struct req *r, int64_t n)
{
	return (struct value){ format_count(r->arena, r->language, n), "" };
}

/* Of the pages that count by the day a lead came. */
static struct value value_of(struct req *r, const struct numbers *n,
			     enum card card)
{
	const struct group *all = &n->now->all;
	const struct survival_estimate *e = &all->estimate;

	switch (card) {
	case CARD_RATE:
		return share_of(r, all->conversion, all->matured);
	case CARD_ESTIMATE:
		return share_of(
			r, (struct share){ true, e->rate, e->low, e->high },
			e->estimable ? all->prospects : 0);
	case CARD_LEADS:
		return counted(r, all->prospects);
	case CARD_WON:
		return counted(r, all->won);
	case CARD_COST:
		return cost_of(r, n);
	case CARD_REVENUE:
		return (struct value){ money(r, all->revenue), "" };
	case CARD_DAYS:
		return days_of(r, all);
	case CARD_WAIT:
		return wait_of(r, &n->contacts->all);
	case CARD_CHANGE:
		return change_of(r, n->change);
	default: /* it differs from row to row */
		return (struct value){ "", "" };
	}
}

/* ---- what it is made of ----------------------------------------------------
 */

static void show_part(struct view *page, const char *name, int64_t n,
		      const char *address)
{
	struct view *v = view_row(page, "PART");

	view_text(v, "PART_NAME", name);
	view_count(v, "PART_VALUE", n);
	view_text(v, "PART_URL", address);
}

static void show_came(struct view *page, struct req *r, const struct numbers *n)
{
	const struct group *all = &n->now->all;
	struct period now = n->span.now;

	show_part(page, _("Leads"), all->prospects,
		  page_rows(r, n, now, EVERY, "all"));
	show_part(page, _("Old enough"), all->matured,
		  page_rows(r, n, now, EVERY, "matured"));
	show_part(page, _("Won in time"), all->won,
		  page_rows(r, n, now, EVERY, "won"));
	show_part(page, _("Won at any time"), all->won_any,
		  page_rows(r, n, now, EVERY, "any_won"));
	show_part(page, _("Lost"), all->lost,
		  page_rows(r, n, now, EVERY, "lost"));
	show_part(page, _("Open"), all->open,
		  page_rows(r, n, now, EVERY, "open"));
	show_part(page, _("Left out as invalid"), all->excluded,
		  page_rows(r, n, now, EVERY, "invalid"));
}

static void show_closed(struct view *page, struct req *r,
			const struct numbers *n, int64_t won, int64_t lost)
{
	show_part(page, _("Won"), won,
		  page_closed(r, n, n->span.now, "any_won"));
	show_part(page, _("Lost"), lost,
		  page_closed(r, n, n->span.now, "lost"));
}

/* ---- the page --------------------------------------------------------------
 */

static void show_value(struct view *page, struct value value)
{
	struct view *v;

	if (!*value.text)
		return;
	v = view_row(page, "VALUE");
	view_text(v, "VALUE_TEXT", value.text);
	view_text(v, "VALUE_RANGE", value.range);
}

static struct view *begin(struct req *r, const struct numbers *n,
			  enum card card)
{
	const struct meaning *m = &meanings[card];
	struct view *page = view_page(r, "conversion/card.tpl");

	view_text(page, "TITLE", _(m->name));
	view_text(page, "BACK_URL", page_address(r, n, m->path, n->by, EVERY));
	view_text(page, "PERIOD", filters_name(r, &n->span, n->span.now));
	view_text(page, "FORMULA", _(m->formula));
	view_text(page, "COUNTED", _(m->counted));
	view_text(page, "LEFT_OUT", _(m->left_out));
	if (*m->source)
		view_text(view_row(page, "SOURCE"), "SOURCE_TEXT",
			  _(m->source));
	view_count(page, "HORIZON", n->horizon);
	view_text(page, "CSV_URL",
		  page_address(r, n, arena_printf(r->arena, "%s.csv", m->path),
			       n->by, EVERY));
	view_text(page, "JSON_URL",
		  page_address(r, n, arena_printf(r->arena, "%s.json", m->path),
			       n->by, EVERY));
	return page;
}

static enum err send_came(struct req *r, const struct form *form)
{
	struct numbers n;
	struct view *page;
	enum err e = numbers_load(r, form, &n);

	if (e != OK)
		return e;
	page = begin(r, &n, (enum card)form->card);
	show_value(page, value_of(r, &n, (enum card)form->card));
	show_came(page, r, &n);
	return view_send(page);
}

static enum err send_closed(struct req *r, const struct form *form)
{
	struct losses l;
	struct view *page;
	enum err e = losses_load(r, form, &l);

	if (e != OK)
		return e;
	page = begin(r, &l.numbers, (enum card)form->card);
	if (form->card == CARD_CLOSED)
		show_value(page, share_of(r, l.win_rate, l.won + l.lost));
	show_closed(page, r, &l.numbers, l.won, l.lost);
	return view_send(page);
}

static struct value forecast_of(struct req *r, const struct pace *p)
{
	const struct forecast *f;
	double won = (double)p->won[p->passed];

	if (p->passed == p->days)
		return (struct value){ "", "" };
	f = &p->ahead[p->days - p->passed];
	return (struct value){
		counted(r, llround(won + f->more)).text,
		from_to(r, counted(r, llround(won + f->low)).text,
			counted(r, llround(won + f->high)).text),
	};
}

static enum err send_forecast(struct req *r, const struct form *form)
{
	struct pace p;
	struct view *page;
	enum err e = pace_load(r, form, &p);

	if (e != OK)
		return e;
	page = begin(r, &p.numbers, CARD_FORECAST);
	show_value(page, forecast_of(r, &p));
	show_part(page, _("Won so far"), p.won[p.passed],
		  page_closed(r, &p.numbers, p.numbers.span.now, "any_won"));
	return view_send(page);
}

enum err card_send(struct req *r, const struct form *form)
{
	switch (form->card) {
	case CARD_CLOSED:
	case CARD_REASON:
		return send_closed(r, form);
	case CARD_FORECAST:
		return send_forecast(r, form);
	default:
		return send_came(r, form);
	}
}
