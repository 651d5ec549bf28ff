/* arena.h - memory that lives exactly as long as one request.
 *
 * Everything a handler makes is cut from one arena and given back in one
 * piece after the reply; nothing is freed by hand.  Running out of memory
 * prints one line and aborts, so no call here ever returns NULL.  Under
 * AddressSanitizer the unused part of each block is poisoned and every piece
 * is followed by at least one poisoned byte. */
#ifndef ARENA_H
#define ARENA_H

#include "base.h"

#include <stdarg.h>

struct arena;

/* A new, empty arena; owned by the caller until arena_free. */
struct arena *arena_new(void);

/* Runs what was deferred, last first, and keeps one block for the next
 * request; the system gets back what a large one has used.  Every pointer cut
 * from the arena is dead afterwards. */
void arena_reset(struct arena *a);

/* How far an arena is filled. */
struct arena_mark {
	const void *block, *deferred;
	size_t used;
};

/*
 * arena_mark, arena_release - gives back what was cut since the mark, as
 * arena_reset does with everything: for work that goes on and on within one
 * request.  Marks are released last first.
 */
struct arena_mark arena_mark(const struct arena *a);
void arena_release(struct arena *a, struct arena_mark mark);

/* arena_reset, and gives the memory back.  NULL is allowed. */
void arena_free(struct arena *a);

/* size bytes of zeroes, aligned for any type. */
void *arena_zalloc(struct arena *a, size_t size);

/* n members of size bytes each, zeroed; aborts when the product overflows. */
void *arena_array(struct arena *a, size_t n, size_t size);

/*
 * arena_more - room for one more member behind list[0..n): the same list, or
 * a copy twice as long.  Only for lists that began as NULL with n = 0:
 *	list = arena_more(a, list, n, sizeof(*list));
 *	list[n++] = row;
 */
void *arena_more(struct arena *a, void *list, size_t n, size_t size);

/* A copy of text; a copy of its first length bytes, NUL-terminated. */
char *arena_strdup(struct arena *a, const char *text);
char *arena_strndup(struct arena *a, const char *text, size_t length);

/* The formatted text. */
char *arena_printf(struct arena *a, const char *format, ...)
	__attribute__((format(printf, 2, 3), nonnull(2)));
char *arena_vprintf(struct arena *a, const char *format, va_list args)
	__attribute__((format(printf, 2, 0), nonnull(2)));

/* Calls end(object) at the next reset: for objects of foreign libraries. */
void arena_defer(struct arena *a, void (*end)(void *object), void *object);

#endif
