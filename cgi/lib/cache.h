/* cache.h - finished pages, kept in the memory of one worker.
 *
 * A page is kept under its tag, which names everything it depends on (see
 * app.c): the same tag, the same bytes.  So nothing is ever taken out because
 * it became wrong; the least recently used ones make room. */
#ifndef CACHE_H
#define CACHE_H

#include "base.h"

/* A finished answer. */
struct cached {
	const char *type, *filename; /* filename: of a download, or NULL */
	const char *body;
	size_t length; /* of body, in bytes */
};

struct cache;

/* An empty one that holds at most so many bytes of bodies. */
struct cache *cache_new(size_t most);
void cache_free(struct cache *c);

/* The answer with a tag, valid until the next cache_keep; or NULL. */
const struct cached *cache_find(struct cache *c, const char *tag);

/* Keeps a copy; one that would fill a quarter of all room is not kept. */
void cache_keep(struct cache *c, const char *tag, const struct cached *answer);

/* How often cache_find has found something. */
int64_t cache_hits(const struct cache *c);

#endif
