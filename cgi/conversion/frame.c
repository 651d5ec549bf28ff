/* frame.c - what every page of the program has about it: addresses, views, the
 * filters, what the reader must know of the days. */
#include <string.h>

#include "lib/app.h"
#include "lib/lang.h"
#include "numbers.h"
#include "queries.h"

/* Of a select; who has more, groups and clicks. */
enum { NAMES_MOST = 60 };

/* ---- addresses --------------------------------------------------------- */

static void add_int(struct buf *b, struct arena *a, const char *name, int64_t x)
{
	url_add(b, name, arena_printf(a, "%lld", (long long)x));
}

/* The filters beside the days, as they are; group: an id to show alone, or
 * EVERY. */
static void add_filters(struct buf *b, struct req *r, const struct numbers *n,
			int64_t group)
{
	const struct form *f = n->form;

	for (int by = 0; by < BYS; by++) {
		int64_t only = f->only[by];

		if (by == (int)n->by && group != EVERY)
			only = group;
		if (only != EVERY)
			add_int(b, r->arena, numbers_by[by].name, only);
	}
	if (f->horizon)
		add_int(b, r->arena, "horizon", f->horizon);
	if (f->as_of != NONE)
		url_add(b, "as_of", period_text(r->arena, f->as_of));
}

/* The two that stand side by side. */
static void add_pair(struct buf *b, struct req *r, const struct form *f)
{
	if (f->a != EVERY)
		add_int(b, r->arena, "a", f->a);
	if (f->b != EVERY)
		add_int(b, r->arena, "b", f->b);
}

/* All but the days; bins: of the trend, or NONE. */
static void add_rest(struct buf *b, struct req *r, const struct numbers *n,
		     enum by by, int64_t group, int64_t bins)
{
	if (by != BY_TEAM)
		url_add(b, "group", numbers_by[by].name);
	add_filters(b, r, n, group);
	if (by == n->by && group == EVERY)
		add_pair(b, r, n->form);
	if (bins != NONE)
		url_add(b, "bins",
			form_word(numbers_bins, COUNT(numbers_bins), bins));
}

static const char *address(struct req *r, const struct numbers *n,
			   const char *path, enum by by, int64_t group,
			   int64_t bins)
{
	struct buf *b = buf_new(r->arena);

	buf_printf(b, "%s?", path);
	filters_add(b, r->arena, &n->span);
	add_rest(b, r, n, by, group, bins);
	return buf_text(b);
}

/* Where this page is saved. */
static const char *save_address(struct req *r, const struct numbers *n)
{
	struct buf *to = buf_new(r->arena), *b = buf_new(r->arena);

	buf_printf(to, "%s?", r->route);
	filters_add_moving(to, r->arena, &n->span, r->today);
	add_rest(to, r, n, n->by, EVERY, n->form->bins);
	buf_text_add(b, "/account/views?");
	url_add(b, "to", buf_text(to));
	return buf_text(b);
}

const char *page_address(struct req *r, const struct numbers *n,
			 const char *path, enum by by, int64_t group)
{
	return address(r, n, path, by, group, n->form->bins);
}

const char *page_trend(struct req *r, const struct numbers *n,
		       enum period_kind bins)
{
	return arena_printf(
		r->arena, "%s#trend",
		address(r, n, r->route, n->by, EVERY, (int64_t)bins));
}

/* Prospects in a state; kind: of the days, as the list begins their names. */
static const char *rows(struct req *r, const struct numbers *n,
			const char *kind, struct period days, int64_t group,
			const char *state)
{
	struct buf *b = buf_new(r->arena);

	buf_text_add(b, "/leads?");
	url_add(b, arena_printf(r->arena, "%sfrom", kind),
		period_text(r->arena, days.from));
	url_add(b, arena_printf(r->arena, "%sto", kind),
		period_text(r->arena, days.to - 1));
	url_add(b, "state", state);
	add_filters(b, r, n, group);
	return buf_text(b);
}

const char *page_rows(struct req *r, const struct numbers *n,
		      struct period days, int64_t group, const char *state)
{
	return rows(r, n, "", days, group, state);
}

const char *page_closed(struct req *r, const struct numbers *n,
			struct period days, const char *state)
{
	return rows(r, n, "closed_", days, EVERY, state);
}

/* ---- the filters ------------------------------------------------------- */

const char *page_id(struct req *r, int64_t id)
{
	return arena_printf(r->arena, "%lld", (long long)id);
}

/* The select of one filter: all, none of them, each; of very many only the
 * chosen one, so that a page does not grow with the company. */
static struct filters_choice choice_of(struct req *r, const struct numbers *n,
				       enum by by)
{
	const struct names *names = &n->name[by];
	int64_t only = n->form->only[by];
	struct filters_option *option =
		arena_array(r->arena, names->n + 2, sizeof(*option));
	size_t k = 0;

	option[k++] = (struct filters_option){ "", words_all(by) };
	option[k++] = (struct filters_option){ "0", words_nobody(by) };
	for (size_t i = 0; i < names->n; i++) {
		const struct name *name = &names->list[i];

		if (names->n <= NAMES_MOST || name->id == only)
			option[k++] =
				(struct filters_option){ page_id(r, name->id),
							 name->name };
	}
	return (struct filters_choice){ numbers_by[by].name, words_group(by),
					option, k,
					only == EVERY ? "" : page_id(r, only) };
}

size_t page_kept(struct req *r, const struct numbers *n,
		 struct filters_kept kept[PAGE_KEPT])
{
	const struct form *f = n->form;
	size_t k = 0;

	for (int by = 0; by < BYS; by++)
		if (f->only[by] != EVERY)
			kept[k++] = (struct filters_kept){
				numbers_by[by].name, page_id(r, f->only[by])
			};
	if (n->by != BY_TEAM)
		kept[k++] = (struct filters_kept){ "group",
						   numbers_by[n->by].name };
	if (f->horizon)
		kept[k++] = (struct filters_kept){ "horizon",
						   page_id(r, f->horizon) };
	if (f->bins != NONE)
		kept[k++] = (struct filters_kept){
			"bins",
			form_word(numbers_bins, COUNT(numbers_bins), f->bins)
		};
	if (f->as_of != NONE)
		kept[k++] =
			(struct filters_kept){ "as_of", period_text(r->arena,
								    f->as_of) };
	return k;
}

void page_filters(struct view *page, struct req *r, const struct numbers *n)
{
	const struct form *f = n->form;
	struct filters_choice choice[BYS];
	struct filters_kept kept[PAGE_KEPT + 2];
	size_t k = page_kept(r, n, kept);

	for (int by = 0; by < BYS; by++)
		choice[by] = choice_of(r, n, (enum by)by);
	if (f->a != EVERY)
		kept[k++] = (struct filters_kept){ "a", page_id(r, f->a) };
	if (f->b != EVERY)
		kept[k++] = (struct filters_kept){ "b", page_id(r, f->b) };
	filters_show(page, &(struct filters_bar){ &n->span, choice,
						  COUNT(choice), kept, k });
}

/* ---- above the numbers ------------------------------------------------- */

static void show_saved(struct view *page, const struct saved_all *saved)
{
	struct view *v = view_row(page, "SAVED");

	view_text(v, "SAVED_URL", saved->address);
	view_text(v, "SAVED_NAME", saved->name);
	view_text(v, "SAVED_OWNER", saved->mine ? "" : saved->owner);
}

void page_views(struct view *page, struct req *r, const struct numbers *n)
{
	static const struct {
		const char *path, *name;
	} views[] = {
		{ "/conversion", N_("Rates") },
		{ "/conversion/fair", N_("Same kinds of leads") },
		{ "/conversion/funnel", N_("Funnel") },
		{ "/conversion/losses", N_("Losses") },
		{ "/conversion/pace", N_("Pace") },
	};

	for (size_t i = 0; i < COUNT(views); i++) {
		struct view *v = view_row(page, "LOOK");

		view_text(v, "LOOK_NAME", _(views[i].name));
		view_text(v, "LOOK_URL",
			  page_address(r, n, views[i].path, n->by, EVERY));
		view_if(v, "LOOK_HERE", strcmp(r->route, views[i].path) == 0);
	}
	for (size_t i = 0; i < n->saves && i < SAVED_MOST; i++)
		show_saved(page, &n->saved[i]);
	view_if(page, "SAVED_MORE", n->saves > SAVED_MOST);
	view_text(page, "SAVE_URL", save_address(r, n));
}

void page_groupings(struct view *page, struct req *r, const struct numbers *n)
{
	for (int by = 0; by < BYS; by++) {
		struct view *v = view_row(page, "GROUPING");

		view_text(v, "GROUPING_NAME", words_groups((enum by)by));
		view_text(v, "GROUPING_URL",
			  page_address(r, n, r->route, (enum by)by, EVERY));
		view_if(v, "GROUPING_HERE", by == (int)n->by);
	}
}

void page_running(struct view *page, const struct numbers *n)
{
	view_if(page, "RUNNING", n->span.running);
}

/* What the reader must know of the days before reading any number. */
void page_notes(struct view *page, struct req *r, const struct numbers *n)
{
	int64_t since = r->company.sales_since_day;

	if (n->form->as_of != NONE)
		view_day(view_row(page, "AS_OF"), "AS_OF_DAY", n->as_of);
	if (since != NONE && n->span.now.from < since)
		view_day(view_row(page, "TOO_EARLY"), "SINCE_DAY", since);
}
