/* sorter.c - sorts in memory, and merges what memory did not hold. */
#include "sorter.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
	ROOM = 2 * 1024 * 1024, /* bytes of records in memory */
	READ = 32 * 1024,       /* of a run at a time */
};

/* A record as it lies in memory and in the file. */
struct entry {
	size_t length; /* of the entry, with what keeps the next one aligned */
	unsigned char record[];
};

/* Sorted entries in the file; some of them are in memory. */
struct run {
	off_t start, end, at;  /* [at..end) is not in memory yet */
	unsigned char *buffer; /* [next..filled) is to come */
	size_t next, filled;
};

struct sorter {
	int (*compare)(const void *a, const void *b);
	unsigned char *room; /* entries as they came */
	size_t used;         /* bytes of it */
	const struct entry **list;
	size_t n, most, next; /* entries in memory; which one comes next */
	FILE *file;           /* NULL while everything fits into memory */
	struct run *run;
	size_t runs;
	struct run **heap; /* [0..in_heap), that of the least record first */
	size_t in_heap;
	bool given; /* the first one's record was */
	const char *problem;
};

struct sorter *sorter_new(int (*compare)(const void *a, const void *b))
{
	struct sorter *s = calloc(1, sizeof(*s));

	BUG_IF(!s);
	s->compare = compare;
	s->room = malloc(ROOM);
	BUG_IF(!s->room);
	return s;
}

void sorter_free(struct sorter *s)
{
	if (!s)
		return;
	if (s->file)
		fclose(s->file);
	for (size_t i = 0; i < s->runs; i++)
		free(s->run[i].buffer);
	free(s->run);
	free(s->heap);
	free(s->list);
	free(s->room);
	free(s);
}

const char *sorter_problem(const struct sorter *s)
{
	return s->problem;
}

static void fail(struct sorter *s)
{
	if (!s->problem)
		s->problem = strerror(errno);
}

/* Room for one more at list[n]. */
static void *more(void *list, size_t n, size_t *most, size_t size)
{
	if (n < *most)
		return list;
	*most = *most ? 2 * *most : 16;
	list = reallocarray(list, *most, size);
	BUG_IF(!list);
	return list;
}

/* ---- filling --------------------------------------------------------------
 */

static int by_record(const void *a, const void *b, void *sorter)
{
	const struct entry *const *x = a, *const *y = b;
	const struct sorter *s = sorter;

	return s->compare((*x)->record, (*y)->record);
}

static void sort(struct sorter *s)
{
	if (s->n)
		qsort_r(s->list, s->n, sizeof(struct entry *), by_record, s);
}

/* Makes what is in memory one more run of the file. */
static void spill(struct sorter *s)
{
	off_t start = s->runs ? s->run[s->runs - 1].end : 0;

	if (!s->file)
		s->file = tmpfile();
	if (!s->file)
		fail(s);
	sort(s);
	for (size_t i = 0; !s->problem && i < s->n; i++)
		if (fwrite(s->list[i], s->list[i]->length, 1, s->file) != 1)
			fail(s);
	s->run = reallocarray(s->run, s->runs + 1, sizeof(*s->run));
	BUG_IF(!s->run);
	s->run[s->runs++] =
		(struct run){ .start = start, .end = start + (off_t)s->used };
	s->n = s->used = 0;
}

void sorter_add(struct sorter *s, const void *record, size_t size)
{
	size_t length = (sizeof(struct entry) + size + 7) / 8 * 8;
	struct entry *e;

	BUG_IF(size > SORTER_LARGEST);
	if (s->used + length > ROOM)
		spill(s);
	s->list = more(s->list, s->n, &s->most, sizeof(struct entry *));
	e = (struct entry *)(s->room + s->used);
	e->length = length;
	memcpy(e->record, record, size);
	s->list[s->n++] = e;
	s->used += length;
}

/* ---- merging --------------------------------------------------------------
 */

/* Sees to it that the next entry of a run is in memory; false at its end. */
static bool read_on(struct sorter *s, struct run *r)
{
	size_t left = r->filled - r->next;
	off_t rest = r->end - r->at;
	ssize_t got;

	if (left >= sizeof(struct entry) + SORTER_LARGEST || rest == 0)
		return left > 0;
	memmove(r->buffer, r->buffer + r->next, left);
	r->next = 0;
	r->filled = left;
	got = pread(fileno(s->file), r->buffer + left,
		    rest < READ - (off_t)left ? (size_t)rest : READ - left,
		    r->at);
	if (got <= 0) {
		fail(s);
		return false;
	}
	r->filled += (size_t)got;
	r->at += got;
	return true;
}

static const struct entry *entry_of(const struct run *r)
{
	return (const struct entry *)(r->buffer + r->next);
}

static bool less(const struct sorter *s, size_t a, size_t b)
{
	return s->compare(entry_of(s->heap[a])->record,
			  entry_of(s->heap[b])->record) < 0;
}

static void swap(struct sorter *s, size_t a, size_t b)
{
	struct run *r = s->heap[a];

	s->heap[a] = s->heap[b];
	s->heap[b] = r;
}

/* Lets the run at a place sink below those whose records come before. */
static void sink(struct sorter *s, size_t at)
{
	for (size_t child; (child = 2 * at + 1) < s->in_heap; at = child) {
		if (child + 1 < s->in_heap && less(s, child + 1, child))
			child++;
		if (!less(s, child, at))
			return;
		swap(s, at, child);
	}
}

static void begin_run(struct sorter *s, struct run *r)
{
	if (!r->buffer)
		r->buffer = malloc(READ);
	BUG_IF(!r->buffer);
	r->at = r->start;
	r->next = r->filled = 0;
	if (read_on(s, r))
		s->heap[s->in_heap++] = r;
}

static void begin_merge(struct sorter *s)
{
	if (s->n)
		spill(s);
	if (s->file && fflush(s->file) != 0)
		fail(s);
	free(s->room);
	free(s->list);
	s->room = NULL;
	s->list = NULL;
	if (!s->heap)
		s->heap = calloc(s->runs, sizeof(struct run *));
	BUG_IF(!s->heap);
	s->in_heap = 0;
	for (size_t i = 0; !s->problem && i < s->runs; i++)
		begin_run(s, &s->run[i]);
	for (size_t i = s->in_heap / 2; i-- > 0;)
		sink(s, i);
	s->given = false;
}

void sorter_first(struct sorter *s)
{
	s->next = 0;
	if (s->runs)
		begin_merge(s);
	else
		sort(s);
}

/* Leaves the record that was given. */
static void leave(struct sorter *s)
{
	struct run *r = s->heap[0];

	r->next += entry_of(r)->length;
	if (!read_on(s, r))
		s->heap[0] = s->heap[--s->in_heap];
	sink(s, 0);
}

const void *sorter_next(struct sorter *s)
{
	if (s->problem)
		return NULL;
	if (!s->runs)
		return s->next < s->n ? s->list[s->next++]->record : NULL;
	if (s->given)
		leave(s);
	s->given = s->in_heap > 0 && !s->problem;
	return s->given ? entry_of(s->heap[0])->record : NULL;
}
