/* arena.c - memory that lives exactly as long as one request. */
#include "arena.h"

#include <malloc.h>
#include <stdio.h>
#include <string.h>

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/asan_interface.h>
#else
#define ASAN_POISON_MEMORY_REGION(start, size)   ((void)(start), (void)(size))
#define ASAN_UNPOISON_MEMORY_REGION(start, size) ((void)(start), (void)(size))
#endif

enum {
	BLOCK = 64 * 1024,
	ALIGN = 16,
	MUCH = 1024 * 1024, /* bytes; then the system gets them back at once */
};

struct block {
	struct block *older;
	size_t size, used; /* bytes of data[] */
	_Alignas(ALIGN) unsigned char data[];
};

struct deferred {
	struct deferred *older;
	void (*end)(void *object);
	void *object;
};

struct arena {
	struct block *newest; /* never NULL */
	struct deferred *deferred;
};

static struct block *block_new(size_t size, struct block *older)
{
	struct block *b = malloc(sizeof(*b) + size);

	if (!b) {
		fprintf(stderr, "out of memory bytes=%zu\n", size);
		abort();
	}
	*b = (struct block){ .older = older, .size = size };
	ASAN_POISON_MEMORY_REGION(b->data, size);
	return b;
}

static void block_free(struct block *b)
{
	ASAN_UNPOISON_MEMORY_REGION(b->data, b->size);
	free(b);
}

struct arena *arena_new(void)
{
	struct arena *a = malloc(sizeof(*a));

	BUG_IF(!a);
	*a = (struct arena){ .newest = block_new(BLOCK, NULL) };
	return a;
}

struct arena_mark arena_mark(const struct arena *a)
{
	return (struct arena_mark){ a->newest, a->deferred, a->newest->used };
}

void arena_release(struct arena *a, struct arena_mark mark)
{
	while (a->deferred != mark.deferred) {
		struct deferred *d = a->deferred;

		a->deferred = d->older;
		d->end(d->object);
	}
	while (a->newest != mark.block) {
		struct block *b = a->newest;

		a->newest = b->older;
		block_free(b);
	}
	a->newest->used = mark.used;
	ASAN_POISON_MEMORY_REGION(a->newest->data + mark.used,
				  a->newest->size - mark.used);
}

/* The library keeps what is freed between other pieces: a program that made
 * one large page would stay as large. */
void arena_reset(struct arena *a)
{
	const struct block *first = a->newest;
	size_t freed = 0;

	for (; first->older; first = first->older)
		freed += first->size;
	arena_release(a, (struct arena_mark){ first, NULL, 0 });
	if (freed > MUCH)
		malloc_trim(0);
}

void arena_free(struct arena *a)
{
	if (!a)
		return;
	arena_reset(a);
	block_free(a->newest);
	free(a);
}

/* Not zeroed. */
static void *piece_new(struct arena *a, size_t size)
{
	/* One more byte than asked for, so that a poisoned one follows. */
	size_t need = (size + ALIGN) / ALIGN * ALIGN;
	struct block *b = a->newest;
	void *piece;

	BUG_IF(size > SIZE_MAX / 2);
	if (b->size - b->used < need) {
		b = block_new(need > BLOCK ? need : BLOCK, b);
		a->newest = b;
	}
	piece = b->data + b->used;
	b->used += need;
	ASAN_UNPOISON_MEMORY_REGION(piece, size);
	return piece;
}

void *arena_zalloc(struct arena *a, size_t size)
{
	return memset(piece_new(a, size), 0, size);
}

void *arena_array(struct arena *a, size_t n, size_t size)
{
	size_t bytes;

	BUG_IF(__builtin_mul_overflow(n, size, &bytes));
	return arena_zalloc(a, bytes);
}

void *arena_more(struct arena *a, void *list, size_t n, size_t size)
{
	enum { FIRST = 8 };
	void *longer;

	/* The room follows from n: FIRST, then each power of two. */
	if (n != 0 && (n < FIRST || (n & (n - 1)) != 0))
		return list;
	longer = arena_array(a, n ? 2 * n : FIRST, size);
	if (n)
		memcpy(longer, list, n * size);
	return longer;
}

char *arena_strndup(struct arena *a, const char *text, size_t length)
{
	char *copy = piece_new(a, length + 1);

	memcpy(copy, text, length);
	copy[length] = '\0';
	return copy;
}

char *arena_strdup(struct arena *a, const char *text)
{
	return arena_strndup(a, text, strlen(text));
}

char *arena_vprintf(struct arena *a, const char *format, va_list args)
{
	va_list again;
	int length;
	char *text;

	va_copy(again, args);
	length = vsnprintf(NULL, 0, format, again);
	va_end(again);
	BUG_IF(length < 0);
	text = piece_new(a, (size_t)length + 1);
	vsnprintf(text, (size_t)length + 1, format, args);
	return text;
}

char *arena_printf(struct arena *a, const char *format, ...)
{
	va_list args;
	char *text;

	va_start(args, format);
	text = arena_vprintf(a, format, args);
	va_end(args);
	return text;
}

void arena_defer(struct arena *a, void (*end)(void *object), void *object)
{
	struct deferred *d = arena_zalloc(a, sizeof(*d));

	*d = (struct deferred){ a->deferred, end, object };
	a->deferred = d;
}
