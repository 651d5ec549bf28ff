/* health.c - what is missing in the data: from the sums that are kept, in a
 * pass, or one by one. */
#include "health.h"

#include "counted.h"
#include "lib/app.h"
#include "lib/blocks.h"
#include "lib/lang.h"
#include "scan.h"
#include "slots.h"
#include "unled.h"

/* Answers about the blocks of some days. */
struct part {
	struct answer *answer[BLOCKS_MOST];
	size_t n;
};

/* The months of the longest period, each cut into a few blocks. */
enum { MONTHS_MOST = 124 };

struct health_questions {
	struct part all, old;            /* every one; those old enough */
	struct part unsourced, unteamed; /* by source, by team */
	struct part uncosted[MONTHS_MOST];
	size_t months;
	struct answer *early; /* of what is kept; NULL: not asked */
	struct answer *unled; /* likewise */
	struct pass *pass;    /* likewise */
	struct answer *records;
};

/* ---- from the sums that are kept ------------------------------------------
 */

/* by: one key is asked when its group is named. */
static struct part ask_counts(struct req *r, struct period days, enum by by,
			      int64_t team, int64_t source)
{
	struct blocks block[BLOCKS_MOST];
	struct part p = { .n = blocks_cover(days, BLOCKS_ALL, block) };

	for (size_t i = 0; i < p.n; i++)
		p.answer[i] = ask_conversion_counts(
			r->store,
			(struct conversion_counts_in){
				r->viewer.read, by, block[i].unit,
				block[i].from, block[i].to, team, source });
	return p;
}

static struct part ask_uncosted(struct req *r, const struct form *f,
				struct period days)
{
	struct blocks block[BLOCKS_MOST];
	struct part p = { .n = blocks_cover(days, BLOCKS_MONTHS, block) };

	for (size_t i = 0; i < p.n; i++)
		p.answer[i] = ask_conversion_uncosted(
			r->store,
			(struct conversion_uncosted_in){
				r->viewer.read, BY_SOURCE,
				period_month(days.from), block[i].unit,
				block[i].from, block[i].to, f->only[BY_TEAM],
				f->only[BY_SOURCE] });
	return p;
}

static bool asks_for(int64_t only, int64_t id)
{
	return only == EVERY || only == id;
}

static void ask_sums(struct req *r, const struct numbers *n,
		     struct health_questions *q)
{
	const struct form *f = n->form;
	int64_t team = f->only[BY_TEAM], source = f->only[BY_SOURCE];
	struct period left = n->span.now;

	if (left.to > n->as_of + 1)
		left.to = n->as_of + 1 > left.from ? n->as_of + 1 : left.from;
	q->all = ask_counts(r, left, BY_SOURCE, team, source);
	q->old = ask_counts(r, counted_matured(n, left), BY_SOURCE, team,
			    source);
	if (asks_for(source, 0))
		q->unsourced = ask_counts(r, left, BY_SOURCE, team, 0);
	if (asks_for(team, 0))
		q->unteamed = ask_counts(r, left, BY_TEAM, 0, source);
	while (left.from < left.to && q->months < MONTHS_MOST) {
		struct period month = period_first_month(left);

		q->uncosted[q->months++] = ask_uncosted(r, f, month);
		left.from = month.to;
	}
}

/* ---- one by one -----------------------------------------------------------
 */

static struct answer *ask_records(struct req *r, const struct numbers *n,
				  enum which which)
{
	static struct answer *(*const ask[])(
		struct store * s, struct conversion_by_fate_in in) = {
		[RECORDED] = ask_conversion_health,
		[OWN] = ask_conversion_health_mine,
	};

	return ask[which](r->store, counted_one_by_one(r, n, n->span.now));
}

/* ---- as they are kept -----------------------------------------------------
 */

static struct answer *ask_early(struct req *r, const struct numbers *n)
{
	struct conversion_by_fate_in all =
		counted_one_by_one(r, n, n->span.now);

	return ask_conversion_early(
		r->store,
		(struct conversion_early_in){
			all.scope, all.from, all.to, all.team, all.person,
			all.source, all.campaign, all.product, all.segment });
}

/* ---- in a pass ------------------------------------------------------------
 */

/* Valid prospects of a month and source, so that each price is looked for
 * once. */
struct pass {
	struct health found;
	struct arena *arena;
	struct slots *slots;
	int64_t *bought; /* [0..n), by slot */
	size_t n;
	struct scan *scan;
	struct answer *priceless;
};

/* Both are small: one integer holds them. */
static size_t slot_of(const struct pass *q, int64_t month, int64_t source)
{
	return slots_of(q->slots, month << 32 | source);
}

static void take_bought(struct pass *q, const struct scanned *one)
{
	size_t i = slot_of(q, one->month, one->prospect->source);

	if (i == q->n) {
		q->bought = arena_more(q->arena, q->bought, q->n,
				       sizeof(*q->bought));
		q->bought[q->n++] = 0;
	}
	q->bought[i]++;
}

static void take(void *arg, const struct scanned *one)
{
	struct pass *q = arg;
	const struct prospect *p = one->prospect;

	if (p->state == PROSPECT_INVALID) {
		q->found.invalid++;
		return;
	}
	q->found.unsourced += p->source == 0;
	q->found.unteamed += p->team == 0;
	q->found.stale += p->state == PROSPECT_OPEN && one->matured;
	q->found.early += p->end_day != NONE && p->end_day < p->created_day;
	take_bought(q, one);
}

static struct pass *ask_pass(struct req *r, const struct numbers *n)
{
	struct pass *q = arena_zalloc(r->arena, sizeof(*q));
	struct period days = n->span.now;

	q->arena = r->arena;
	q->slots = slots_new(r->arena);
	q->scan = scan_of(r, n, days);
	scan_join(q->scan, false, take, q);
	q->priceless = ask_conversion_priceless(
		r->store,
		(struct conversion_priceless_in){ period_month(days.from),
						  period_month(days.to - 1) });
	return q;
}

static void read_pass(struct pass *q, struct health *h)
{
	struct conversion_priceless row;

	scan_run(q->scan);
	while (next_conversion_priceless(q->priceless, &row)) {
		size_t i = slot_of(q, row.month, row.source_id);

		q->found.uncosted += i < q->n ? q->bought[i] : 0;
	}
	*h = q->found;
}

/* ---- all ------------------------------------------------------------------
 */

struct health_questions *health_ask(struct req *r, const struct numbers *n)
{
	struct health_questions *q = arena_zalloc(r->arena, sizeof(*q));
	struct counted_from from = counted_from(r, n);

	if (from.sums) {
		ask_sums(r, n, q);
		q->early = ask_early(r, n);
	}
	if (from.pass)
		q->pass = ask_pass(r, n);
	if (from.records)
		q->records = ask_records(r, n, from.which);
	if (from.kept && unled_fits(r, n))
		q->unled = unled_ask(r, n->span.now);
	return q;
}

/* What the counts of some blocks add up to. */
static struct conversion_counts sum_of(const struct part *p)
{
	struct conversion_counts sum = { 0 }, row;

	for (size_t i = 0; i < p->n; i++)
		while (next_conversion_counts(p->answer[i], &row)) {
			sum.valid += row.valid;
			sum.invalid += row.invalid;
			sum.won += row.won;
			sum.lost += row.lost;
		}
	return sum;
}

static int64_t uncosted_of(const struct part *p)
{
	struct conversion_uncosted row;
	int64_t n = 0;

	for (size_t i = 0; i < p->n; i++)
		while (next_conversion_uncosted(p->answer[i], &row))
			n += row.prospects;
	return n;
}

/* In the order of asking. */
struct health health_read(const struct health_questions *q)
{
	struct conversion_counts all = sum_of(&q->all);
	struct conversion_counts old = sum_of(&q->old);
	struct health h = { .invalid = all.invalid,
			    .stale = old.valid - old.won - old.lost };
	struct conversion_health row;
	struct conversion_early early;
	struct conversion_unled unled;

	h.unsourced = sum_of(&q->unsourced).valid;
	h.unteamed = sum_of(&q->unteamed).valid;
	for (size_t i = 0; i < q->months; i++)
		h.uncosted += uncosted_of(&q->uncosted[i]);
	while (q->early && next_conversion_early(q->early, &early))
		h.early = early.n;
	if (q->pass)
		read_pass(q->pass, &h);
	while (q->records && next_conversion_health(q->records, &row)) {
		h.unsourced += row.unsourced;
		h.unteamed += row.unteamed;
		h.uncosted += row.uncosted;
		h.stale += row.stale;
		h.early += q->early ? 0 : row.early;
		h.invalid += row.invalid;
	}
	while (q->unled && next_conversion_unled(q->unled, &unled))
		h.unled = unled.customers;
	return h;
}

/* ---- the section ----------------------------------------------------------
 */

static void show_item(struct view *section, int64_t n, const char *sentence,
		      const char *address)
{
	struct req *r = view_req(section);
	struct view *v;

	if (n == 0)
		return;
	v = view_row(section, "HEALTH_ITEM");
	view_text(v, "HEALTH_TEXT",
		  form_sentence(r->arena, sentence,
				format_count(r->arena, r->language, n)));
	view_text(v, "HEALTH_URL", address);
}

/* The rows that lack something the page can be filtered by. */
static const char *without(struct req *r, const struct numbers *n, enum by by)
{
	const char *all = page_rows(r, n, n->span.now, EVERY, "all");

	return n->form->only[by] == 0 ? all
				      : arena_printf(r->arena, "%s&%s=0", all,
						     numbers_by[by].name);
}

void health_show(struct view *page, const struct numbers *n,
		 const struct health *h)
{
	struct req *r = view_req(page);
	struct view *v = view_row(page, "HEALTH");
	struct period all = n->span.now, old = counted_matured(n, all);

	view_if(v, "HEALTHY",
		!h->unsourced && !h->unteamed && !h->uncosted && !h->stale &&
			!h->early && !h->invalid && !h->unled);
	show_item(v, h->unsourced,
		  lang_plural("{} lead without a source",
			      "{} leads without a source", h->unsourced),
		  without(r, n, BY_SOURCE));
	show_item(v, h->uncosted,
		  lang_plural("{} lead without any known cost",
			      "{} leads without any known cost", h->uncosted),
		  page_rows(r, n, all, EVERY, "uncosted"));
	show_item(v, h->unteamed,
		  lang_plural("{} lead without a team",
			      "{} leads without a team", h->unteamed),
		  without(r, n, BY_TEAM));
	show_item(v, h->stale,
		  lang_plural("{} lead open for longer than the time to buy",
			      "{} leads open for longer than the time to buy",
			      h->stale),
		  page_rows(r, n, old, EVERY, "open"));
	show_item(v, h->early,
		  lang_plural("{} lead closed before the day it came",
			      "{} leads closed before the day they came",
			      h->early),
		  page_rows(r, n, all, EVERY, "early"));
	show_item(v, h->invalid,
		  lang_plural("{} lead is excluded as invalid",
			      "{} leads are excluded as invalid", h->invalid),
		  page_rows(r, n, all, EVERY, "invalid"));
	show_item(v, h->unled,
		  lang_plural("{} customer first bought without having been a "
			      "lead, and counts in no rate",
			      "{} customers first bought without having been "
			      "leads, and count in no rate",
			      h->unled),
		  unled_url(r, all));
}
