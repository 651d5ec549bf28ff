/* words.c - what the numbers of the conversion page say, in sentences. */
#include <math.h>

#include "lib/lang.h"
#include "numbers.h"

const char *words_group(enum by by)
{
	static const char *const words[BYS] = {
		[BY_TEAM] = N_("Team"),       [BY_PERSON] = N_("Person"),
		[BY_SOURCE] = N_("Source"),   [BY_CAMPAIGN] = N_("Campaign"),
		[BY_PRODUCT] = N_("Product"), [BY_SEGMENT] = N_("Segment"),
	};

	return _(words[by]);
}

const char *words_groups(enum by by)
{
	static const char *const words[BYS] = {
		[BY_TEAM] = N_("Teams"),       [BY_PERSON] = N_("People"),
		[BY_SOURCE] = N_("Sources"),   [BY_CAMPAIGN] = N_("Campaigns"),
		[BY_PRODUCT] = N_("Products"), [BY_SEGMENT] = N_("Segments"),
	};

	return _(words[by]);
}

const char *words_all(enum by by)
{
	static const char *const words[BYS] = {
		[BY_TEAM] = N_("All teams"),
		[BY_PERSON] = N_("All people"),
		[BY_SOURCE] = N_("All sources"),
		[BY_CAMPAIGN] = N_("All campaigns"),
		[BY_PRODUCT] = N_("All products"),
		[BY_SEGMENT] = N_("All segments"),
	};

	return _(words[by]);
}

const char *words_nobody(enum by by)
{
	static const char *const words[BYS] = {
		[BY_TEAM] = N_("No team"),
		[BY_PERSON] = N_("Nobody’s"),
		[BY_SOURCE] = N_("Source not recorded"),
		[BY_CAMPAIGN] = N_("No campaign"),
		[BY_PRODUCT] = N_("Product not recorded"),
		[BY_SEGMENT] = N_("Segment not recorded"),
	};

	return _(words[by]);
}

const char *words_verdict(enum verdict v)
{
	static const char *const words[] = {
		[VERDICT_NO_DATA] = N_("Nothing to compare"),
		[VERDICT_FEW] = N_("Too few leads"),
		[VERDICT_BETTER] = N_("Better than the rest"),
		[VERDICT_WORSE] = N_("Worse than the rest"),
		[VERDICT_PERHAPS_BETTER] = N_("Perhaps better"),
		[VERDICT_PERHAPS_WORSE] = N_("Perhaps worse"),
		[VERDICT_NO_DIFFERENCE] = N_("No visible difference"),
	};

	return _(words[v]);
}

/* How often chance alone shows such a gap, of a hundred cases. */
static const char *by_chance(struct req *r, double p)
{
	int64_t cases = llround(100 * p);

	if (cases < 1)
		/* TRANSLATORS: "would show such a gap in %s cases" */
		return _("fewer than 1 of 100");
	/* TRANSLATORS: "would show such a gap in %s cases" */
	return arena_printf(r->arena, _("%s of 100"),
			    format_count(r->arena, r->language, cases));
}

/* Points without a plus sign. */
static const char *plain_points(struct req *r, double by)
{
	const char *text = format_points(r->arena, r->language, fabs(by));

	return *text == '+' ? text + 1 : text;
}

/* A gap in words, from whom it favours. */
struct gap {
	const char *first, *second, *by, *low, *high, *chance;
};

static struct gap gap_of(struct req *r, const struct pair *p)
{
	struct difference d = p->row.from_rest;
	bool ahead = d.by > 0;

	return (struct gap){
		ahead ? p->a->name : p->b->name,
		ahead ? p->b->name : p->a->name,
		plain_points(r, d.by),
		format_points(r->arena, r->language, ahead ? d.low : -d.high),
		format_points(r->arena, r->language, ahead ? d.high : -d.low),
		by_chance(r, p->row.p),
	};
}

const char *words_pair(struct req *r, const struct pair *p)
{
	enum verdict v = p->row.verdict;
	struct gap g;

	if (v == VERDICT_NO_DATA || v == VERDICT_FEW)
		return _("One of them has too few leads to compare.");
	if (fabs(p->row.from_rest.by) < 1e-9)
		return _("Both have the same rate.");
	g = gap_of(r, p);
	if (v == VERDICT_BETTER || v == VERDICT_WORSE)
		return arena_printf(
			r->arena,
			_("“%s” is ahead of “%s” by %s (95%% interval %s to %s). Chance alone would show such a gap in %s cases."),
			g.first, g.second, g.by, g.low, g.high, g.chance);
	if (v == VERDICT_NO_DIFFERENCE)
		return arena_printf(
			r->arena,
			_("No visible difference: “%s” is ahead of “%s” by %s (95%% interval %s to %s). Chance alone would show such a gap in %s cases."),
			g.first, g.second, g.by, g.low, g.high, g.chance);
	return arena_printf(
		r->arena,
		_("“%s” is ahead of “%s” by %s (95%% interval %s to %s). With so few leads this may be chance, which alone would show such a gap in %s cases."),
		g.first, g.second, g.by, g.low, g.high, g.chance);
}

/* More leads than so many times those counted will not come soon. */
enum { OUT_OF_REACH = 10 };

/* How many more leads it takes to know; "" where that says nothing, or is out
 * of reach of those who have so few. */
static const char *needed(struct req *r, const struct many_row *row,
			  int64_t matured)
{
	bool perhaps = row->verdict == VERDICT_PERHAPS_BETTER ||
		       row->verdict == VERDICT_PERHAPS_WORSE;

	if (row->needed == NONE || row->needed > OUT_OF_REACH * matured ||
	    !(perhaps || row->verdict == VERDICT_NO_DIFFERENCE))
		return "";
	return arena_printf(r->arena,
			    lang_plural("%s lead on each side would tell",
					"%s leads on each side would tell",
					row->needed),
			    format_count(r->arena, r->language, row->needed));
}

const char *words_needed(struct req *r, const struct group *t)
{
	return needed(r, &t->against, t->matured);
}

const char *words_pair_needed(struct req *r, const struct pair *p)
{
	return needed(r, &p->row,
		      p->a->matured < p->b->matured ? p->a->matured
						    : p->b->matured);
}

const char *words_finding(struct req *r, const struct numbers *n)
{
	const struct group *all = &n->now->all;
	const char *won = format_count(r->arena, r->language, all->won);
	const char *of = format_count(r->arena, r->language, all->matured);
	const char *days = format_count(r->arena, r->language, n->horizon);

	if (all->prospects == 0)
		return _("No leads came in this period.");
	if (all->matured == 0)
		return arena_printf(
			r->arena,
			_("None of these leads has had its %s days to buy yet; %s of %s have bought so far."),
			days, format_count(r->arena, r->language, all->won_any),
			format_count(r->arena, r->language, all->prospects));
	if (all->matured < MANY_FEW)
		return arena_printf(
			r->arena,
			_("%s of %s leads became customers within %s days."),
			won, of, days);
	return arena_printf(
		r->arena,
		_("%s of %s leads became customers within %s days: %s."), won,
		of, days,
		format_rate(r->arena, r->language, all->conversion.rate,
			    all->matured));
}

const char *words_change(struct req *r, const struct numbers *n)
{
	int clear;
	const char *points, *before;

	if (!n->before || !n->change.known ||
	    n->before->all.matured < MANY_FEW || n->now->all.matured < MANY_FEW)
		return "";
	clear = numbers_clear(n->change, n->change_q[n->now->n]);
	points = format_points(r->arena, r->language, n->change.by);
	before = filters_name(r, &n->span, n->span.before);
	if (clear == 0)
		return arena_printf(
			r->arena,
			_("Against %s that is %s; chance alone could explain it."),
			before, points);
	return arena_printf(
		r->arena,
		_("Against %s that is %s, more than chance would explain."),
		before, points);
}

/* Whether the groups differ at all: said before anybody reads their order. */
const char *words_spread(const struct numbers *n)
{
	static const char *const differ[BYS] = {
		[BY_TEAM] = N_(
			"The teams differ by more than chance would explain."),
		[BY_PERSON] = N_(
			"The people differ by more than chance would explain."),
		[BY_SOURCE] = N_(
			"The sources differ by more than chance would explain."),
		[BY_CAMPAIGN] = N_(
			"The campaigns differ by more than chance would explain."),
		[BY_PRODUCT] = N_(
			"The products differ by more than chance would explain."),
		[BY_SEGMENT] = N_(
			"The segments differ by more than chance would explain."),
	};
	static const char *const same[BYS] = {
		[BY_TEAM] = N_(
			"The teams do not differ by more than chance would explain."),
		[BY_PERSON] = N_(
			"The people do not differ by more than chance would explain."),
		[BY_SOURCE] = N_(
			"The sources do not differ by more than chance would explain."),
		[BY_CAMPAIGN] = N_(
			"The campaigns do not differ by more than chance would explain."),
		[BY_PRODUCT] = N_(
			"The products do not differ by more than chance would explain."),
		[BY_SEGMENT] = N_(
			"The segments do not differ by more than chance would explain."),
	};

	if (!n->now->spread.known)
		return "";
	return n->now->spread.p < 0.05 ? _(differ[n->by]) : _(same[n->by]);
}

/* Names that a sentence holds; the table has all. */
enum { NAMES_MOST = 5 };

/* The first teams of one verdict: "London, Berlin and 3 more"; "" for none. */
static const char *names_of(struct req *r, const struct groups *g,
			    enum verdict verdict)
{
	struct buf *b = buf_new(r->arena);
	int64_t n = 0;

	for (size_t i = 0; i < g->n; i++)
		if (g->group[i].against.verdict == verdict && ++n <= NAMES_MOST)
			buf_printf(b, "%s%s", n > 1 ? ", " : "",
				   g->group[i].name);
	if (n <= NAMES_MOST)
		return buf_text(b);
	/* TRANSLATORS: names, and how many more there are */
	return arena_printf(
		r->arena, _("%s and %s more"), buf_text(b),
		format_count(r->arena, r->language, n - NAMES_MOST));
}

/* The answer to the title: who is better and who is worse beyond chance; else
 * who is ahead, and that it may be luck. */
const char *words_leader(struct req *r, const struct groups *g)
{
	const char *better = names_of(r, g, VERDICT_BETTER);
	const char *worse = names_of(r, g, VERDICT_WORSE);

	if (*better && *worse)
		return arena_printf(
			r->arena,
			_("Better than the rest, more than chance would explain: %s. Worse: %s."),
			better, worse);
	if (*better)
		return arena_printf(
			r->arena,
			_("Better than the rest, more than chance would explain: %s."),
			better);
	if (*worse)
		return arena_printf(
			r->arena,
			_("Worse than the rest, more than chance would explain: %s."),
			worse);
	if (g->n == 0 || g->group[0].against.verdict != VERDICT_PERHAPS_BETTER)
		return "";
	return arena_printf(
		r->arena,
		_("“%s” is ahead; with so few leads the difference may be chance."),
		g->group[0].name);
}

/* The question of the page; with one team it is another one. */
const char *words_question(struct req *r, const struct numbers *n)
{
	static const char *const which[BYS] = {
		[BY_TEAM] = N_("Which team turns leads into customers best?"),
		[BY_PERSON] = N_("Who turns leads into customers best?"),
		[BY_SOURCE] =
			N_("Which source brings leads that become customers?"),
		[BY_CAMPAIGN] = N_(
			"Which campaign brings leads that become customers?"),
		[BY_PRODUCT] =
			N_("Which product turns leads into customers best?"),
		[BY_SEGMENT] = N_("Which segment turns into customers best?"),
	};

	if (n->now->n != 1)
		return _(which[n->by]);
	return arena_printf(r->arena,
			    _("How well does “%s” turn leads into customers?"),
			    n->now->group[0].name);
}

const char *words_young(struct req *r, const struct numbers *n)
{
	int64_t young = n->now->all.prospects - n->now->all.matured;

	if (young == 0)
		return arena_printf(
			r->arena, _("all have had their %s days to buy"),
			format_count(r->arena, r->language, n->horizon));
	return arena_printf(r->arena,
			    lang_plural("%s is too young to count",
					"%s are too young to count", young),
			    format_count(r->arena, r->language, young));
}

/* Waits are told in hours up to two days. */
enum { HOURS_SAID = 48, HOURS_OF_DAY = 24 };

/* A wait of so many hours, as people say it. */
const char *words_hours(struct req *r, int64_t hours)
{
	int64_t days = hours / HOURS_OF_DAY;

	if (hours < 1)
		return _("less than an hour");
	if (hours < HOURS_SAID)
		return arena_printf(r->arena,
				    lang_plural("%s hour", "%s hours", hours),
				    format_count(r->arena, r->language, hours));
	return arena_printf(r->arena, lang_plural("%s day", "%s days", days),
			    format_count(r->arena, r->language, days));
}

/* The same where there is little room. */
const char *words_hours_short(struct req *r, int64_t hours)
{
	if (hours < 1)
		return _("<1 h");
	return arena_printf(
		r->arena, hours < HOURS_SAID ? _("%s h") : _("%s d"),
		format_count(r->arena, r->language,
			     hours < HOURS_SAID ? hours
						: hours / HOURS_OF_DAY));
}

/* Wins count for those old enough; the rest of them is told beside. */
const char *words_won(struct req *r, const struct numbers *n)
{
	const struct group *all = &n->now->all;
	const char *days = format_count(r->arena, r->language, n->horizon);

	if (all->matured == all->prospects)
		return arena_printf(r->arena, _("within %s days"), days);
	if (all->matured == 0)
		return arena_printf(
			r->arena, _("%s of all have bought so far"),
			format_count(r->arena, r->language, all->won_any));
	return arena_printf(
		r->arena,
		_("of the %s old enough; %s of all have bought so far"),
		format_count(r->arena, r->language, all->matured),
		format_count(r->arena, r->language, all->won_any));
}
