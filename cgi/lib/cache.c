/* cache.c - finished pages, kept in the memory of one worker. */
#include "cache.h"

#include <stdlib.h>
#include <string.h>

enum { PLACES = 64 };

struct place {
	char *tag; /* NULL: free */
	char *type, *filename, *body;
	struct cached answer;
	uint64_t used; /* the larger, the later */
};

struct cache {
	struct place place[PLACES];
	size_t most, held; /* bytes of bodies */
	uint64_t clock;
	int64_t hits;
};

struct cache *cache_new(size_t most)
{
	struct cache *c = calloc(1, sizeof(*c));

	BUG_IF(!c);
	c->most = most;
	return c;
}

static void drop(struct cache *c, struct place *p)
{
	c->held -= p->answer.length;
	free(p->tag);
	free(p->type);
	free(p->filename);
	free(p->body);
	*p = (struct place){ .tag = NULL };
}

void cache_free(struct cache *c)
{
	if (!c)
		return;
	for (size_t i = 0; i < PLACES; i++)
		if (c->place[i].tag)
			drop(c, &c->place[i]);
	free(c);
}

static struct place *find(struct cache *c, const char *tag)
{
	for (size_t i = 0; i < PLACES; i++)
		if (c->place[i].tag && strcmp(c->place[i].tag, tag) == 0)
			return &c->place[i];
	return NULL;
}

const struct cached *cache_find(struct cache *c, const char *tag)
{
	struct place *p = find(c, tag);

	if (!p)
		return NULL;
	p->used = ++c->clock;
	c->hits++;
	return &p->answer;
}

/* A free place, or the one that was used longest ago. */
static struct place *oldest(struct cache *c)
{
	struct place *old = &c->place[0];

	for (size_t i = 0; i < PLACES; i++)
		if (c->place[i].used < old->used)
			old = &c->place[i];
	return old;
}

/* The place used longest ago of those that are taken. */
static struct place *oldest_taken(struct cache *c)
{
	struct place *old = NULL;

	for (size_t i = 0; i < PLACES; i++)
		if (c->place[i].tag && (!old || c->place[i].used < old->used))
			old = &c->place[i];
	return old;
}

static char *copy(const char *bytes, size_t length)
{
	char *to = malloc(length + 1);

	BUG_IF(!to);
	memcpy(to, bytes, length);
	to[length] = '\0';
	return to;
}

void cache_keep(struct cache *c, const char *tag, const struct cached *answer)
{
	struct place *p;

	if (answer->length > c->most / 4 || find(c, tag))
		return;
	while (c->held + answer->length > c->most)
		drop(c, oldest_taken(c));
	p = oldest(c);
	if (p->tag)
		drop(c, p);
	p->tag = copy(tag, strlen(tag));
	p->type = copy(answer->type, strlen(answer->type));
	if (answer->filename)
		p->filename = copy(answer->filename, strlen(answer->filename));
	p->body = copy(answer->body, answer->length);
	p->answer = (struct cached){ p->type, p->filename, p->body,
				     answer->length };
	p->used = ++c->clock;
	c->held += answer->length;
}

int64_t cache_hits(const struct cache *c)
{
	return c->hits;
}
