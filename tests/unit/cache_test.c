/* cache_test.c - pages are found by their tag, and make room in order of use.
 */
#include "../../cgi/lib/cache.h"

#include "../check.h"

static void keep(struct cache *c, const char *tag, const char *body)
{
	struct cached answer = { "text/html", NULL, body, strlen(body) };

	cache_keep(c, tag, &answer);
}

static const char *body_of(struct cache *c, const char *tag)
{
	const struct cached *found = cache_find(c, tag);

	return found ? found->body : "nothing";
}

static void test_found(void)
{
	struct cache *c = cache_new(1000);
	struct cached file = { "text/csv", "a.csv", "1\0002", 3 };
	const struct cached *found;

	CHECK_TEXT(body_of(c, "a"), "nothing");
	CHECK_INT(cache_hits(c), 0);
	keep(c, "a", "page");
	cache_keep(c, "b", &file);
	CHECK_TEXT(body_of(c, "a"), "page");
	found = cache_find(c, "b");
	CHECK(found && memcmp(found->body, "1\0002", 3) == 0);
	CHECK_INT(found ? (long long)found->length : 0, 3);
	CHECK_TEXT(found ? found->filename : "", "a.csv");
	CHECK_TEXT(found ? found->type : "", "text/csv");
	CHECK_INT(cache_hits(c), 2);
	keep(c, "a", "the same tag is the same page");
	CHECK_TEXT(body_of(c, "a"), "page");
	cache_free(c);
	cache_free(NULL);
}

static void test_room(void)
{
	struct cache *c = cache_new(40);

	keep(c, "a", "0123456789");
	keep(c, "b", "0123456789");
	keep(c, "c", "0123456789");
	keep(c, "d", "0123456789");
	CHECK_TEXT(body_of(c, "a"), "0123456789"); /* b is the oldest now */
	keep(c, "e", "0123456789");
	CHECK_TEXT(body_of(c, "b"), "nothing");
	CHECK_TEXT(body_of(c, "a"), "0123456789");
	CHECK_TEXT(body_of(c, "e"), "0123456789");
	keep(c, "f", "more than a quarter of all room");
	CHECK_TEXT(body_of(c, "f"), "nothing");
	CHECK_TEXT(body_of(c, "e"), "0123456789");
	cache_free(c);
}

/* More pages than places: the newest ones stay. */
static void test_many(void)
{
	struct cache *c = cache_new(100000);
	char tag[20];

	for (int i = 0; i < 200; i++) {
		snprintf(tag, sizeof(tag), "%d", i);
		keep(c, tag, tag);
	}
	CHECK_TEXT(body_of(c, "199"), "199");
	CHECK_TEXT(body_of(c, "150"), "150");
	CHECK_TEXT(body_of(c, "0"), "nothing");
	cache_free(c);
}

int main(void)
{
	test_found();
	test_room();
	test_many();
	return check_done();
}
