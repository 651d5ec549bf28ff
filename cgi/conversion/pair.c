/* pair.c - two groups side by side, for who asks for two. */
#include <string.h>

#include "lib/app.h"
#include "lib/lang.h"
#include "numbers.h"

enum { OPTIONS_MOST = 60 };

static void keep(struct view *section, const char *name, const char *value)
{
	struct view *v = view_row(section, "PAIR_KEEP");

	view_text(v, "PAIR_KEEP_NAME", name);
	view_text(v, "PAIR_KEEP_VALUE", value);
}

/* The rest of the address goes with the form. */
static void keep_address(struct view *v, struct req *r, const struct numbers *n)
{
	struct filters_kept kept[PAGE_KEPT];
	size_t k = page_kept(r, n, kept);

	if (!n->span.custom)
		keep(v, "by", period_name(n->span.kind));
	keep(v, "from", period_text(r->arena, n->span.now.from));
	if (n->span.custom)
		keep(v, "to", period_text(r->arena, n->span.now.to - 1));
	if (n->span.vs != VERSUS_PREVIOUS)
		keep(v, "vs",
		     form_word(filters_versus, COUNT(filters_versus),
			       n->span.vs));
	for (size_t i = 0; i < k; i++)
		keep(v, kept[i].name, kept[i].value);
}

/* Of very many those at the top of the table, and the chosen one. */
static void show_options(struct view *v, struct req *r, const struct numbers *n,
			 const char *row, int64_t chosen)
{
	for (size_t i = 0; i < n->now->n; i++) {
		struct view *option;

		if (i >= OPTIONS_MOST && n->now->group[i].id != chosen)
			continue;
		option = view_row(v, row);

		view_text(option, "OPTION_VALUE",
			  page_id(r, n->now->group[i].id));
		view_text(option, "OPTION_NAME", n->now->group[i].name);
		view_if(option, "OPTION_HERE", n->now->group[i].id == chosen);
	}
}

static void show_one(struct view *result, struct req *r,
		     const struct numbers *n, const struct group *g)
{
	struct view *v = view_row(result, "PAIR_GROUP");
	bool rate = groups_rated(g);

	view_text(v, "PAIR_NAME", g->name);
	view_text(v, "PAIR_RATE",
		  rate ? format_rate(r->arena, r->language, g->conversion.rate,
				     g->matured)
		       : FORMAT_NOTHING);
	view_text(v, "PAIR_RANGE",
		  rate ? format_range(r->arena, r->language, g->conversion.low,
				      g->conversion.high)
		       : FORMAT_NOTHING);
	view_count(v, "PAIR_MATURED", g->matured);
	view_text(v, "PAIR_MATURED_URL",
		  page_rows(r, n, n->span.now, g->id, "matured"));
	view_count(v, "PAIR_WON", g->won);
	view_text(v, "PAIR_WON_URL",
		  page_rows(r, n, n->span.now, g->id, "won"));
	view_text(v, "PAIR_PER_WIN",
		  g->per_win.known ? format_decimal(r->arena, r->language,
						    g->per_win.leads, 1)
				   : FORMAT_NOTHING);
	view_text(v, "PAIR_COST",
		  n->spends && g->cost_per_win.known
			  ? format_money_short(r->arena, r->language,
					       g->cost_per_win.each,
					       r->company.currency)
			  : FORMAT_NOTHING);
}

/* Begins with the two on top of the table. */
static void show_link(struct view *page, struct req *r, const struct numbers *n)
{
	const struct group *g = n->now->group;
	const char *here = page_address(r, n, "/conversion", n->by, EVERY);

	view_text(view_row(page, "PAIR_LINK"), "PAIR_URL",
		  arena_printf(r->arena, "%s%ca=%s&b=%s#pair", here,
			       strchr(here, '?') ? '&' : '?',
			       page_id(r, g[0].id), page_id(r, g[1].id)));
}

void pair_show(struct view *page, struct req *r, const struct numbers *n)
{
	const struct pair *p = &n->pair;
	const struct form *f = n->form;
	struct view *v, *result;

	if (n->now->n < 2)
		return;
	if (f->a == EVERY && f->b == EVERY) {
		show_link(page, r, n);
		return;
	}
	v = view_row(page, "PAIR");
	keep_address(v, r, n);
	show_options(v, r, n, "PAIR_A", f->a);
	show_options(v, r, n, "PAIR_B", f->b);
	view_if(v, "PAIR_PROBLEM", !p->a || !p->b);
	if (!p->a || !p->b)
		return;
	result = view_row(v, "PAIR_RESULT");
	view_text(result, "PAIR_SENTENCE", words_pair(r, p));
	if (*words_pair_needed(r, p))
		view_text(view_row(result, "PAIR_NEEDED"), "PAIR_NEEDED_TEXT",
			  words_pair_needed(r, p));
	show_one(result, r, n, p->a);
	show_one(result, r, n, p->b);
}
