/* changed.c - what changed between two periods: which groups the leads were of,
 * and how well each of them did. */
#include "card.h"
#include "lib/app.h"
#include "lib/lang.h"
#include "numbers.h"

enum { SHOWN = 60 }; /* rows; the JSON has all */

static double part_of(int64_t n, int64_t all)
{
	return all ? (double)n / (double)all : 0;
}

static const char *percent(struct req *r, struct tally t)
{
	return t.leads < MANY_FEW
		       ? FORMAT_NOTHING
		       : format_rate(r->arena, r->language,
				     part_of(t.won, t.leads), t.leads);
}

static const char *arrow(struct req *r, const char *before, const char *now)
{
	return arena_printf(r->arena, "%s \xe2\x86\x92 %s", before, now);
}

static const char *shares(struct req *r, const struct numbers *n,
			  const struct moved *m)
{
	const struct group *now = &n->now->all, *old = &n->before->all;

	return arrow(
		r,
		format_percent(r->arena, r->language,
			       part_of(m->counts.before.leads, old->matured),
			       0),
		format_percent(r->arena, r->language,
			       part_of(m->counts.now.leads, now->matured), 0));
}

static void show_group(struct view *section, struct req *r,
		       const struct numbers *n, const struct moved *m)
{
	struct view *v = view_row(section, "MOVED");

	view_text(v, "MOVED_NAME", m->name);
	view_text(v, "MOVED_SHARE", shares(r, n, m));
	view_text(v, "MOVED_RATE",
		  arrow(r, percent(r, m->counts.before),
			percent(r, m->counts.now)));
	view_points(v, "MOVED_BY_MIX", m->part.mix);
	view_points(v, "MOVED_BY_RATE", m->part.rate);
}

void changed_show(struct view *page, struct req *r, const struct numbers *n)
{
	struct view *v;

	if (!n->before || n->n_moved < 2 || n->now->all.matured < MANY_FEW ||
	    n->before->all.matured < MANY_FEW)
		return;
	v = view_row(page, "CHANGED");
	card_link(v, "MOVED_CARD", n, CARD_MOVED);
	view_printf(
		v, "CHANGED_SENTENCE",
		_("Against %s: %s, of which %s come from other shares of the leads and %s from other rates."),
		filters_name(r, &n->span, n->span.before),
		format_points(r->arena, r->language, n->change.by),
		format_points(r->arena, r->language, n->moved_all.mix),
		format_points(r->arena, r->language, n->moved_all.rate));
	for (size_t i = 0; i < n->n_moved && i < SHOWN; i++)
		show_group(v, r, n, &n->moved[i]);
	view_text(v, "MOVED_ALL_RATE",
		  arrow(r,
			percent(r, (struct tally){ n->before->all.won,
						   n->before->all.matured }),
			percent(r, (struct tally){ n->now->all.won,
						   n->now->all.matured })));
	view_points(v, "MOVED_ALL_MIX", n->moved_all.mix);
	view_points(v, "MOVED_ALL_BY_RATE", n->moved_all.rate);
}
