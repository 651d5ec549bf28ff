/* same_rows_test.c - every statement that reads answers the same rows on two
 * stores of the same company.
 *
 *   same_rows_test URL URL
 *
 * Parameters are filled by their names, several ways, so that most statements
 * find something. */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "../check.h"
#include "lib/store.h"
#include "queries.h"

enum { WAYS = 4, LEAST_FOUND = 60 };

/* One statement, filled one way, and what came out. */
struct trial {
	unsigned query;
	int way;
	struct arena *arena;
	int64_t rows;
	uint64_t hash;
};

static bool is(const char *name, const char *names)
{
	size_t n = strlen(name);

	for (const char *at = names; (at = strstr(at, name)); at += n)
		if ((at == names || at[-1] == ' ') &&
		    (at[n] == ' ' || at[n] == '\0'))
			return true;
	return false;
}

/* Something that finds rows: all days, all teams, an id that exists. */
static int64_t number_for(const char *name, int way)
{
	if (is(name, "see"))
		return way == 3 ? 1 : 2;
	if (is(name, "from year_from first_id after lost_before from_month "
		     "seen_since created_since"))
		return 0;
	if (is(name, "to until last_id most week_until as_of to_month"))
		return 99999999;
	if (is(name, "team source segment"))
		return way == 0 ? -1 : way;
	if (is(name, "horizon"))
		return 90;
	if (is(name, "unit"))
		return way;
	if (is(name, "owner lost problem"))
		return way == 0 ? 0 : way == 1;
	if (is(name, "month"))
		return 2026 * 12 + way;
	if (is(name, "at now"))
		return INT64_C(99999999999);
	return way + 1;
}

static const char *text_for(const char *name, int way)
{
	static const char *const states[WAYS] = { "all", "won", "open",
						  "invalid" };
	static const char *const logins[WAYS] = { "head", "rep", "lead", "" };
	static const char *const keys[WAYS] = { "web", "price", "small",
						"london" };

	if (is(name, "state"))
		return states[way];
	if (is(name, "login"))
		return logins[way];
	if (is(name, "kind"))
		return way % 2 ? "lost" : "invalid";
	if (is(name, "like"))
		return "%a%";
	return keys[way];
}

static void fill(char *in, const struct store_query *q, int way)
{
	for (size_t i = 0; i < q->n_in; i++) {
		void *place = in + q->in[i].offset;

		if (q->in[i].type == STORE_TEXT)
			*(const char **)place = text_for(q->in[i].name, way);
		else if (q->in[i].type == STORE_OPTION)
			*(int64_t *)place = NONE;
		else
			*(int64_t *)place = number_for(q->in[i].name, way);
	}
}

static void add(struct trial *t, const void *bytes, size_t n)
{
	const unsigned char *b = bytes;

	for (size_t i = 0; i < n; i++)
		t->hash = (t->hash ^ b[i]) * UINT64_C(0x100000001b3);
}

/* Rows without an order may come in any. */
static void add_row(struct trial *t, const struct store_query *q,
		    const char *row)
{
	uint64_t before = t->hash;
	bool ordered = strstr(q->text, "ORDER BY") != NULL;

	t->rows++;
	t->hash = ordered ? before : 0;
	for (size_t i = 0; i < q->n_out; i++) {
		const void *place = row + q->out[i].offset;

		if (q->out[i].type == STORE_TEXT) {
			const char *text = *(const char *const *)place;

			add(t, text, strlen(text) + 1);
		} else {
			add(t, place, sizeof(int64_t));
		}
	}
	if (!ordered)
		t->hash += before;
}

static enum err ask(struct store *s, void *arg)
{
	struct trial *t = arg;
	const struct store_query *q = &store_queries[t->query];
	char *in = arena_zalloc(t->arena, 1024);
	char *row = arena_zalloc(t->arena, q->row + 1);
	struct answer *a;

	BUG_IF(q->n_in * sizeof(int64_t) > 1024);
	fill(in, q, t->way);
	a = store_ask(s, t->query, in);
	while (store_next(a, q->row_of, row))
		add_row(t, q, row);
	return store_error(s);
}

static struct trial attempt(struct store *s, struct arena *a, unsigned query,
			    int way)
{
	struct trial t = { .query = query, .way = way, .arena = a };

	arena_reset(a);
	if (!CHECK_INT(store_read(s, a, ask, &t), OK))
		printf("\t%s\n", store_queries[query].name);
	return t;
}

/* True when a statement found something in one of the ways. */
static bool compare(struct store *one, struct store *two, struct arena *a,
		    unsigned query)
{
	bool found = false;

	for (int way = 0; way < WAYS; way++) {
		struct trial x = attempt(one, a, query, way);
		struct trial y = attempt(two, a, query, way);

		if (!CHECK(x.rows == y.rows && x.hash == y.hash))
			printf("\t%s, way %d: %lld and %lld rows\n",
			       store_queries[query].name, way,
			       (long long)x.rows, (long long)y.rows);
		found |= x.rows > 0;
	}
	return found;
}

static bool readable(const struct store_query *q)
{
	return q->house == STORE_COMPANY && !q->writes && !q->lazy;
}

int main(int argc, char **argv)
{
	struct arena *a = arena_new();
	struct store *one, *two;
	int found = 0;

	if (argc != 3)
		return 2;
	BUG_IF(store_open(argv[1], STORE_COMPANY, STORE_READ_ONLY, &one) != OK);
	BUG_IF(store_open(argv[2], STORE_COMPANY, STORE_READ_ONLY, &two) != OK);
	store_patient(one);
	store_patient(two);
	for (unsigned i = 0; i < store_query_count; i++)
		if (readable(&store_queries[i]))
			found += compare(one, two, a, i);
	CHECK(found >= LEAST_FOUND);
	printf("%d statements found rows\n", found);
	store_close(one);
	store_close(two);
	arena_free(a);
	return check_done();
}
