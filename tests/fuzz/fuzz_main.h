/* fuzz_main.h - what every fuzz target shares.
 *
 * A target defines LLVMFuzzerTestOneInput and ALPHABET, the pieces that its
 * inputs are made of.  Built by clang with -fsanitize=fuzzer it is guided by
 * coverage; built with -DFUZZ_MAIN it is a plain test that runs a fixed number
 * of pseudo-random inputs, always the same.  A broken property aborts. */
#ifndef FUZZ_MAIN_H
#define FUZZ_MAIN_H

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "../../cgi/lib/arena.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* An empty arena, the same one for every input. */
static inline struct arena *fuzz_arena(void)
{
	static struct arena *a;

	if (!a)
		a = arena_new();
	arena_reset(a);
	return a;
}

/* The input as a text, which ends at its first NUL. */
static inline char *fuzz_text(struct arena *a, const uint8_t *data, size_t size)
{
	return arena_strndup(a, (const char *)data, size);
}

#ifdef FUZZ_MAIN

enum { FUZZ_INPUTS = 100000, FUZZ_LONGEST = 400 };

/* Xorshift (Marsaglia 2003): the same numbers on every machine. */
static uint64_t fuzz_random(void)
{
	static uint64_t x = UINT64_C(88172645463325252);

	x ^= x << 13;
	x ^= x >> 7;
	x ^= x << 17;
	return x;
}

/* A few pieces of the alphabet and, now and then, any byte at all. */
static size_t fuzz_input(uint8_t *data, const char *const *piece, size_t n)
{
	size_t pieces = fuzz_random() % 24, size = 0;

	while (pieces-- > 0) {
		const char *text = piece[fuzz_random() % n];
		size_t length = strlen(text);

		if (fuzz_random() % 16 == 0) {
			data[size++] = (uint8_t)fuzz_random();
			continue;
		}
		if (size + length >= FUZZ_LONGEST)
			break;
		memcpy(data + size, text, length);
		size += length;
	}
	return size;
}

int main(void)
{
	static const char *const piece[] = { ALPHABET };
	uint8_t data[FUZZ_LONGEST + 32];

	for (int i = 0; i < FUZZ_INPUTS; i++)
		LLVMFuzzerTestOneInput(data,
				       fuzz_input(data, piece, COUNT(piece)));
	printf("%d inputs\n1 passed, 0 failed\n", FUZZ_INPUTS);
	arena_free(fuzz_arena());
	return 0;
}

#endif
#endif
