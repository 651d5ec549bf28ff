/* slots.c - numbers ids in the order they are met. */
#include "slots.h"

struct slot {
	int64_t id;
	size_t number; /* 0: free; else one more */
};

struct slots {
	struct arena *arena;
	struct slot *slot; /* [0..room), at most half of them taken */
	size_t n, room;
};

enum { FIRST_ROOM = 64 };

struct slots *slots_new(struct arena *a)
{
	struct slots *s = arena_zalloc(a, sizeof(*s));

	s->arena = a;
	s->room = FIRST_ROOM;
	s->slot = arena_array(a, s->room, sizeof(*s->slot));
	return s;
}

/* Spreads ids that differ in a few digits only.  Source: D. Knuth, The Art of
 * Computer Programming 3, 6.4: multiplication by the golden section. */
static size_t hash(int64_t id)
{
	return (size_t)(((uint64_t)id * UINT64_C(0x9e3779b97f4a7c15)) >> 32);
}

/* Where an id is, or would be. */
static struct slot *place_of(const struct slots *s, int64_t id)
{
	size_t i = hash(id) & (s->room - 1);

	while (s->slot[i].number && s->slot[i].id != id)
		i = (i + 1) & (s->room - 1);
	return &s->slot[i];
}

static void grow(struct slots *s)
{
	struct slot *old = s->slot;
	size_t room = s->room;

	s->room = 2 * room;
	s->slot = arena_array(s->arena, s->room, sizeof(*s->slot));
	for (size_t i = 0; i < room; i++)
		if (old[i].number)
			*place_of(s, old[i].id) = old[i];
}

size_t slots_of(struct slots *s, int64_t id)
{
	struct slot *slot = place_of(s, id);

	if (slot->number)
		return slot->number - 1;
	if (2 * (s->n + 1) > s->room) {
		grow(s);
		slot = place_of(s, id);
	}
	*slot = (struct slot){ id, ++s->n };
	return s->n - 1;
}
