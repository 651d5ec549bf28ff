/* sums.c - a table of sums, hashed with open addressing. */
#include "sums.h"

#include <stdlib.h>
#include <string.h>

enum { FIRST_PLACES = 256 }; /* a power of two */

struct sums {
	struct sum *sum; /* [0..n) in the order they came */
	uint32_t *place; /* [0..places): 1 + index into sum, 0 when free */
	size_t n, room, places;
};

struct sums *sums_new(void)
{
	struct sums *s = calloc(1, sizeof(*s));

	BUG_IF(!s);
	return s;
}

void sums_free(struct sums *s)
{
	if (!s)
		return;
	free(s->sum);
	free(s->place);
	free(s);
}

void sums_clear(struct sums *s)
{
	s->n = 0;
	if (s->places)
		memset(s->place, 0, s->places * sizeof(*s->place));
}

size_t sums_count(const struct sums *s)
{
	return s->n;
}

static uint64_t hash(const int64_t *key)
{
	uint64_t h = 0;

	for (size_t i = 0; i < SUMS_KEY; i++) {
		h = (h ^ (uint64_t)key[i]) * UINT64_C(0x9e3779b97f4a7c15);
		h ^= h >> 29;
	}
	return h;
}

/* Where a key is, or would be. */
static uint32_t *place_of(const struct sums *s, const int64_t *key)
{
	size_t i = (size_t)hash(key) & (s->places - 1);

	while (s->place[i] && memcmp(s->sum[s->place[i] - 1].key, key,
				     SUMS_KEY * sizeof(*key)) != 0)
		i = (i + 1) & (s->places - 1);
	return &s->place[i];
}

/* Twice the room; at most half of the places are taken. */
static void grow(struct sums *s)
{
	s->places = s->places ? 2 * s->places : FIRST_PLACES;
	s->room = s->places / 2;
	BUG_IF(s->room > UINT32_MAX / 2);
	free(s->place);
	s->place = calloc(s->places, sizeof(*s->place));
	s->sum = realloc(s->sum, s->room * sizeof(*s->sum));
	BUG_IF(!s->place || !s->sum);
	for (size_t i = 0; i < s->n; i++)
		*place_of(s, s->sum[i].key) = (uint32_t)i + 1;
}

bool sums_add(struct sums *s, const struct sum *sum, int64_t sign)
{
	uint32_t *place;
	struct sum *here;
	bool is_new;

	if (s->n == s->room)
		grow(s);
	place = place_of(s, sum->key);
	is_new = *place == 0;
	if (is_new) {
		s->sum[s->n] = (struct sum){ 0 };
		memcpy(s->sum[s->n].key, sum->key, sizeof(sum->key));
		*place = (uint32_t)++s->n;
	}
	here = &s->sum[*place - 1];
	for (size_t i = 0; i < SUMS_VALUES; i++)
		here->value[i] += sign * sum->value[i];
	return is_new;
}

static int by_key(const void *left, const void *right)
{
	const struct sum *a = left, *b = right;

	for (size_t i = 0; i < SUMS_KEY; i++)
		if (a->key[i] != b->key[i])
			return a->key[i] < b->key[i] ? -1 : 1;
	return 0;
}

static bool nothing(const struct sum *sum)
{
	for (size_t i = 0; i < SUMS_VALUES; i++)
		if (sum->value[i])
			return false;
	return true;
}

size_t sums_sorted(struct sums *s, const struct sum **list)
{
	size_t n = 0;

	for (size_t i = 0; i < s->n; i++)
		if (!nothing(&s->sum[i]))
			s->sum[n++] = s->sum[i];
	s->n = n;
	if (n)
		qsort(s->sum, n, sizeof(*s->sum), by_key);
	*list = s->sum;
	return n;
}
