/* buyers.c - customers by the days on which they bought. */
#include "buyers.h"

#include <math.h>
#include <string.h>

#include "period.h"

struct buyers buyers_new(struct arena *arena, int64_t as_of)
{
	return (struct buyers){ .arena = arena,
				.as_of = as_of,
				.seek_month = NONE,
				.seek_age = NONE };
}

/* The counts of the cohort that began so many months before as_of's. */
static int64_t *counts_of(struct buyers *b, size_t ago)
{
	while (b->n_months <= ago) {
		b->months = arena_more(b->arena, b->months, b->n_months,
				       sizeof(int64_t *));
		b->last = arena_more(b->arena, b->last, b->n_months,
				     sizeof(int64_t *));
		b->last[b->n_months] = NULL;
		b->months[b->n_months++] = NULL;
	}
	if (!b->months[ago])
		b->months[ago] =
			arena_array(b->arena, ago + 1, sizeof(int64_t));
	return b->months[ago];
}

void buyers_month(struct buyers *b, int64_t first, int64_t month,
		  int64_t bought, int64_t last)
{
	int64_t ago = period_month(b->as_of) - first;

	BUG_IF(month < first || month - first > ago);
	counts_of(b, (size_t)ago)[month - first] += bought;
	if (!b->last[ago])
		b->last[ago] =
			arena_array(b->arena, (size_t)ago + 1, sizeof(int64_t));
	b->last[ago][month - first] += last;
}

/* Once for each month in which a buyer bought. */
static void count_month(struct buyers *b, struct buyer *buyer, int64_t month)
{
	int64_t first = period_month(buyer->first_on);
	int64_t ago = period_month(b->as_of) - first;

	BUG_IF(month < first || month - first > ago);
	counts_of(b, (size_t)ago)[month - first]++;
	if (b->seek_month != NONE)
		buyer->sought |= month == b->seek_month;
	else if (b->seek_age != NONE)
		buyer->sought |= month == first + b->seek_age;
}

static struct buyer *add_buyer(struct buyers *b, int64_t customer, int64_t day)
{
	b->buyer = arena_more(b->arena, b->buyer, b->n, sizeof(*b->buyer));
	b->buyer[b->n] = (struct buyer){
		.id = customer,
		.first_on = day,
		.last_on = day,
		.days = 1,
		.second = NONE,
		.name = "",
		.segment = "",
		.manager = "",
		.next_due = NONE,
		.contract_end = NONE,
	};
	return &b->buyer[b->n++];
}

void buyers_day(struct buyers *b, int64_t customer, int64_t day)
{
	struct buyer *last = b->n ? &b->buyer[b->n - 1] : NULL;
	int64_t month = period_month(day);
	bool same_month;

	if (!last || last->id != customer) {
		BUG_IF(last && last->id > customer);
		count_month(b, add_buyer(b, customer, day), month);
		return;
	}
	same_month = month == period_month(last->last_on);
	rhythm_add_gap(&last->gaps, day - last->last_on);
	if (last->days++ == 1)
		last->second = day - last->first_on;
	last->last_on = day;
	if (!same_month)
		count_month(b, last, month);
}

static int by_id(const void *key, const void *member)
{
	int64_t id = *(const int64_t *)key;
	const struct buyer *buyer = member;

	return (id > buyer->id) - (id < buyer->id);
}

struct buyer *buyers_find(const struct buyers *b, int64_t id)
{
	return b->n ? bsearch(&id, b->buyer, b->n, sizeof(*b->buyer), by_id)
		    : NULL;
}

/* ---- months -------------------------------------------------------------- */

/* Who was last seen in a month bought "then or later" in all before it. */
static void count_later(const struct buyers *b, int64_t **later)
{
	int64_t now = period_month(b->as_of);

	for (size_t i = 0; i < b->n; i++) {
		int64_t first = period_month(b->buyer[i].first_on);
		int64_t last = period_month(b->buyer[i].last_on);
		int64_t *count = later[now - first];

		count[last - first]++;
	}
	for (size_t ago = 0; ago < b->n_months; ago++)
		for (size_t k = 0; b->last[ago] && k <= ago; k++)
			later[ago][k] += b->last[ago][k];
	for (size_t ago = 0; ago < b->n_months; ago++)
		for (size_t k = ago; later[ago] && k > 0; k--)
			later[ago][k - 1] += later[ago][k];
}

static int64_t **later_months(const struct buyers *b)
{
	int64_t **later =
		arena_array(b->arena, b->n_months + 1, sizeof(int64_t *));

	for (size_t ago = 0; ago < b->n_months; ago++)
		if (b->months[ago])
			later[ago] =
				arena_array(b->arena, ago + 1, sizeof(int64_t));
	count_later(b, later);
	return later;
}

struct cohort_triangle buyers_triangle(const struct buyers *b, bool or_later,
				       int64_t whole)
{
	struct cohort_as_of as_of = { period_month(b->as_of), whole };
	int64_t **months = or_later ? later_months(b) : b->months;
	struct cohort_size *size = NULL;
	struct cohort_count *count = NULL;
	size_t sizes = 0, n = 0;

	for (size_t ago = b->n_months; ago-- > 0;) {
		int64_t first = as_of.month - (int64_t)ago;

		if (!months[ago])
			continue;
		size = arena_more(b->arena, size, sizes, sizeof(*size));
		size[sizes++] = (struct cohort_size){ first, months[ago][0] };
		for (size_t k = 0; k <= ago; k++) {
			count = arena_more(b->arena, count, n, sizeof(*count));
			count[n++] = (struct cohort_count){ first,
							    first + (int64_t)k,
							    months[ago][k] };
		}
	}
	return cohort_triangle(b->arena, size, sizes, count, n, as_of);
}

/* ---- the first return ---------------------------------------------------- */

struct buyers_returns buyers_returns_new(struct arena *arena, int64_t as_of)
{
	return (struct buyers_returns){ .arena = arena, .as_of = as_of };
}

static struct survival_row *returns_row(struct buyers_returns *r, int64_t days)
{
	BUG_IF(days < 0);
	while (r->n <= (size_t)days) {
		r->row = arena_more(r->arena, r->row, r->n, sizeof(*r->row));
		r->row[r->n] = (struct survival_row){ .days = (int64_t)r->n };
		r->n++;
	}
	return &r->row[days];
}

void buyers_returns_open(struct buyers_returns *r, int64_t day,
			 int64_t customers)
{
	if (customers)
		returns_row(r, r->as_of - day)->open += customers;
}

void buyers_returns_won(struct buyers_returns *r, int64_t days,
			int64_t customers)
{
	returns_row(r, days)->won += customers;
}

struct survival_curve buyers_returns_curve(const struct buyers_returns *r)
{
	struct survival_row *row =
		arena_array(r->arena, r->n + 1, sizeof(*row));
	size_t rows = 0;

	for (size_t i = 0; i < r->n; i++)
		if (r->row[i].won + r->row[i].open)
			row[rows++] = r->row[i];
	return survival_curve(
		row, rows,
		arena_array(r->arena, rows + 1, sizeof(struct survival_point)));
}

static struct survival_curve
curve_of(struct arena *a, struct buyer *const *list, size_t n, int64_t as_of)
{
	struct buyers_returns r = buyers_returns_new(a, as_of);

	for (size_t i = 0; i < n; i++)
		if (list[i]->second != NONE)
			buyers_returns_won(&r, list[i]->second, 1);
		else
			buyers_returns_open(&r, list[i]->first_on, 1);
	return buyers_returns_curve(&r);
}

/* All buyers as a list that can be put into another order. */
static struct buyer **list_of(const struct buyers *b)
{
	struct buyer **list =
		arena_array(b->arena, b->n + 1, sizeof(struct buyer *));

	for (size_t i = 0; i < b->n; i++)
		list[i] = &b->buyer[i];
	return list;
}

struct survival_curve buyers_curve(const struct buyers *b)
{
	return curve_of(b->arena, list_of(b), b->n, b->as_of);
}

struct tally buyers_repeat(const struct buyers *b, int64_t days)
{
	struct tally all = { 0 };

	for (size_t i = 0; i < b->n; i++) {
		const struct buyer *buyer = &b->buyer[i];
		const struct cohort_gap gap = { buyer->first_on, buyer->second,
						1 };
		struct tally one = cohort_repeat(&gap, 1, b->as_of, days);

		all.won += one.won;
		all.leads += one.leads;
	}
	return all;
}

/* ---- rhythms ------------------------------------------------------------- */

static struct buyers_rhythm rhythm_of(struct arena *a, const char *segment,
				      struct buyer *const *list, size_t n,
				      int64_t as_of)
{
	struct survival_curve curve = curve_of(a, list, n, as_of);
	struct buyers_rhythm rhythm = { .segment = segment,
					.customers = (int64_t)n,
					.returns = rhythm_return_by(&curve) };
	struct rhythm_pool *pool = &rhythm.pool;

	for (size_t i = 0; i < n; i++)
		rhythm_add(pool, list[i]->gaps);
	rhythm.mean = rhythm_mean(pool);
	rhythm.sd = rhythm_sd(pool);
	return rhythm;
}

/* What is said of a customer must be true of this one alone, so it is not
 * drawn towards the segment as the threshold is. */
static struct rhythm_days own_gap(const struct rhythm_sums *gaps)
{
	if (gaps->gaps == 0)
		return (struct rhythm_days){ .known = false };
	return (struct rhythm_days){ true, rhythm_own(*gaps) };
}

struct rhythm_days buyers_threshold(struct rhythm_sums gaps,
				    const struct rhythm_pool *pool,
				    struct rhythm_days returns)
{
	struct rhythm_days own = own_gap(&gaps);
	struct rhythm_days days = rhythm_threshold(pool, gaps, returns);

	if (own.known && days.known)
		days.days = fmax(days.days, own.days);
	return days;
}

void buyers_judge_one(struct buyer *buyer, const struct buyers_rhythm *rhythm,
		      int64_t as_of)
{
	bool bound =
		buyer->contract_end != NONE && buyer->contract_end >= as_of;

	buyer->silent = as_of - buyer->last_on;
	buyer->usual = own_gap(&buyer->gaps);
	buyer->threshold =
		buyers_threshold(buyer->gaps, &rhythm->pool, rhythm->returns);
	buyer->alert = !bound && buyer->threshold.known &&
		       (double)buyer->silent > buyer->threshold.days;
	buyer->lost = buyer->alert && buyer->silent > BUYERS_LOST;
}

static int by_segment(const void *left, const void *right)
{
	const struct buyer *a = *(struct buyer *const *)left;
	const struct buyer *b = *(struct buyer *const *)right;
	int order = strcmp(a->segment, b->segment);

	return order ? order : (a->id > b->id) - (a->id < b->id);
}

/* The end of the run of one segment that begins at from. */
static size_t run_end(struct buyer *const *list, size_t n, size_t from)
{
	size_t to = from;

	while (to < n && strcmp(list[to]->segment, list[from]->segment) == 0)
		to++;
	return to;
}

size_t buyers_judge(struct buyers *b, struct buyers_rhythm **rhythm)
{
	struct buyer **list = list_of(b);
	struct buyers_rhythm *all = arena_more(b->arena, NULL, 0, sizeof(*all));
	size_t n = 1;

	qsort(list, b->n, sizeof(struct buyer *), by_segment);
	all[0] = rhythm_of(b->arena, "", list, b->n, b->as_of);
	for (size_t from = 0, to; from < b->n; from = to) {
		const char *segment = list[from]->segment;
		size_t own = 0;

		to = run_end(list, b->n, from);
		if (*segment && to - from >= BUYERS_SEGMENT) {
			all = arena_more(b->arena, all, n, sizeof(*all));
			all[n] = rhythm_of(b->arena, segment, list + from,
					   to - from, b->as_of);
			own = n++;
		}
		for (size_t i = from; i < to; i++)
			buyers_judge_one(list[i], &all[own], b->as_of);
	}
	*rhythm = all;
	return n;
}

/* ---- the silent ones ----------------------------------------------------- */

static double overdue(const struct buyer *b)
{
	return (double)b->silent / b->threshold.days;
}

/* What may be lost; money already paid back is none to lose. */
double buyers_urgency(const struct buyer *b)
{
	return overdue(b) * fmax((double)b->year_revenue, 0);
}

static int falling(double a, double b)
{
	return (a < b) - (a > b);
}

static int by_urgency(const void *left, const void *right)
{
	const struct buyer *a = *(struct buyer *const *)left;
	const struct buyer *b = *(struct buyer *const *)right;
	int order = falling(b->lost, a->lost);

	if (order == 0)
		order = falling(a->problem, b->problem);
	if (order == 0)
		order = falling(buyers_urgency(a), buyers_urgency(b));
	if (order == 0)
		order = falling(overdue(a), overdue(b));
	return order ? order : (a->id > b->id) - (a->id < b->id);
}

struct buyer **buyers_by_urgency(struct arena *a, struct buyer *buyer, size_t n)
{
	struct buyer **list = arena_array(a, n + 1, sizeof(struct buyer *));

	for (size_t i = 0; i < n; i++)
		list[i] = &buyer[i];
	if (n)
		qsort(list, n, sizeof(struct buyer *), by_urgency);
	return list;
}

size_t buyers_silent(const struct buyers *b, struct buyer ***list)
{
	size_t n = 0;

	*list = arena_array(b->arena, b->n + 1, sizeof(struct buyer *));
	for (size_t i = 0; i < b->n; i++)
		if (b->buyer[i].alert)
			(*list)[n++] = &b->buyer[i];
	qsort(*list, n, sizeof(struct buyer *), by_urgency);
	return n;
}
