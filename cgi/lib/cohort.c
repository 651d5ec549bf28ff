/* cohort.c - triangles: how many of those who came in one month did something
 * in each month after. */
#include "cohort.h"

int64_t cohort_month(int64_t year, int64_t month)
{
	return year * 12 + month - 1;
}

static int64_t days_in_month(int64_t year, int64_t month)
{
	static const int8_t days[] = { 31, 28, 31, 30, 31, 30,
				       31, 31, 30, 31, 30, 31 };
	bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

	return days[month - 1] + (month == 2 && leap);
}

struct cohort_as_of cohort_as_of(int64_t year, int64_t month, int64_t day)
{
	BUG_IF(month < 1 || month > 12);

	int64_t number = cohort_month(year, month);
	bool over = day >= days_in_month(year, month);

	return (struct cohort_as_of){ number, over ? number : number - 1 };
}

static void cell_finish(struct cohort_cell *cell)
{
	cell->share = rate_share(cell->people, cell->of);
}

static void finish(struct cohort_triangle *t)
{
	for (size_t k = 0; k < t->months; k++) {
		struct cohort_cell sum = { .begun = true, .finished = true };

		for (size_t i = 0; i < t->rows; i++) {
			struct cohort_cell *cell = &t->row[i].cell[k];

			cell_finish(cell);
			if (!cell->finished)
				continue;
			sum.people += cell->people;
			sum.of += cell->of;
		}
		cell_finish(&sum);
		t->mean[k] = sum;
	}
}

static struct cohort_row row_new(struct arena *a, struct cohort_size size,
				 size_t months, struct cohort_as_of as_of)
{
	struct cohort_row row = {
		.first = size.first,
		.size = size.people,
		.cell = arena_array(a, months, sizeof(*row.cell)),
	};

	for (size_t k = 0; k < months; k++) {
		int64_t month = size.first + (int64_t)k;

		row.cell[k].begun = month <= as_of.month;
		row.cell[k].finished = month <= as_of.whole;
		row.cell[k].of = row.cell[k].begun ? size.people : 0;
	}
	return row;
}

static int by_first(const void *key, const void *member)
{
	int64_t first = *(const int64_t *)key;
	const struct cohort_row *row = member;

	return (first > row->first) - (first < row->first);
}

static void add(struct cohort_triangle *t, const struct cohort_count *count)
{
	struct cohort_row *row = bsearch(&count->first, t->row, t->rows,
					 sizeof(*t->row), by_first);
	int64_t k =
		count->month > count->first ? count->month - count->first : 0;

	BUG_IF(!row);
	row->cell[k].people += count->people;
}

struct cohort_triangle cohort_triangle(struct arena *a,
				       const struct cohort_size *size, size_t n,
				       const struct cohort_count *count,
				       size_t m, struct cohort_as_of as_of)
{
	struct cohort_triangle t = { 0 };

	while (t.rows < n && size[t.rows].first <= as_of.month)
		t.rows++;
	if (t.rows == 0)
		return t;
	t.months = (size_t)(as_of.month - size[0].first + 1);
	t.row = arena_array(a, t.rows, sizeof(*t.row));
	t.mean = arena_array(a, t.months, sizeof(*t.mean));
	for (size_t i = 0; i < t.rows; i++) {
		BUG_IF(i > 0 && size[i].first <= size[i - 1].first);
		t.row[i] = row_new(a, size[i], t.months, as_of);
	}
	for (size_t i = 0; i < m; i++)
		if (count[i].first <= as_of.month &&
		    count[i].month <= as_of.month)
			add(&t, &count[i]);
	finish(&t);
	return t;
}

void cohort_accumulate(struct cohort_triangle *t)
{
	for (size_t i = 0; i < t->rows; i++) {
		struct cohort_cell *cell = t->row[i].cell;

		for (size_t k = 1; k < t->months && cell[k].begun; k++)
			cell[k].people += cell[k - 1].people;
	}
	finish(t);
}

struct tally cohort_repeat(const struct cohort_gap *row, size_t n,
			   int64_t as_of, int64_t days)
{
	struct tally repeat = { 0 };

	for (size_t i = 0; i < n; i++) {
		if (as_of - row[i].first_on < days)
			continue;
		repeat.leads += row[i].people;
		if (row[i].gap != NONE && row[i].gap <= days)
			repeat.won += row[i].people;
	}
	return repeat;
}
