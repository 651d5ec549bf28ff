/* arena_test.c - memory of one request. */
#include <stdint.h>
#include <stdlib.h>

#include "../check.h"
#include "arena.h"

static int ended;

static void end(void *object)
{
	/* Last deferred, first ended. */
	CHECK_INT(*(int *)object, 3 - ended);
	ended++;
}

static void pieces_are_zeroed_aligned_and_apart(void)
{
	struct arena *a = arena_new();
	unsigned char *last = NULL;

	for (size_t size = 1; size < 3000; size += 7) {
		unsigned char *p = arena_zalloc(a, size);
		int sum = 0;

		CHECK((uintptr_t)p % 16 == 0);
		for (size_t i = 0; i < size; i++)
			sum += p[i];
		CHECK_INT(sum, 0);
		memset(p, 0xff, size);
		if (last)
			CHECK_INT(*last, 0xff);
		last = p;
	}
	arena_free(a);
}

static void large_pieces_fit(void)
{
	struct arena *a = arena_new();
	char *p = arena_zalloc(a, 1000000);

	p[999999] = 1;
	CHECK_INT(p[0], 0);
	arena_reset(a);
	/* The block kept is clean again. */
	p = arena_zalloc(a, 50000);
	CHECK_INT(p[49999], 0);
	arena_free(a);
}

static void lists_grow_and_keep_their_members(void)
{
	struct arena *a = arena_new();
	int *list = NULL;
	size_t n = 0;

	for (int i = 0; i < 1000; i++) {
		list = arena_more(a, list, n, sizeof(*list));
		list[n++] = i;
	}
	for (int i = 0; i < 1000; i++)
		CHECK_INT(list[i], i);
	arena_free(a);
}

static void texts_are_copied(void)
{
	struct arena *a = arena_new();
	char text[] = "abc";

	CHECK_TEXT(arena_strdup(a, text), "abc");
	CHECK_TEXT(arena_strndup(a, text, 2), "ab");
	CHECK_TEXT(arena_printf(a, "%s-%d", text, 5), "abc-5");
	arena_free(a);
}

static void the_deferred_runs_once_last_first(void)
{
	static int one = 1, two = 2, three = 3;
	struct arena *a = arena_new();

	arena_defer(a, end, &one);
	arena_defer(a, end, &two);
	arena_defer(a, end, &three);
	arena_reset(a);
	CHECK_INT(ended, 3);
	arena_free(a);
	CHECK_INT(ended, 3);
}

int main(void)
{
	pieces_are_zeroed_aligned_and_apart();
	large_pieces_fit();
	lists_grow_and_keep_their_members();
	texts_are_copied();
	the_deferred_runs_once_last_first();
	return check_done();
}
