/* race_test.c - a rule that two people could break together, and two companies
 * in one process: the same on every kind of store. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "temp_store.h"

enum { RIVALS = 2, ROUNDS = 40 };

static struct temp_store temp;

/* ---- the last head of sales --------------------------------------------- */

struct rival {
	int64_t id, heads;
	const char *role; /* to be had */
};

static enum err set_role(struct store *s, void *arg)
{
	const struct rival *r = arg;
	struct person_correct_in in = { .id = r->id,
					.name = "X",
					.name_key = "x",
					.email = "",
					.role = r->role,
					.origin = "",
					.origin_id = "" };

	return run_person_correct(s, in);
}

static enum err count_heads(struct store *s, void *arg)
{
	struct rival *r = arg;
	struct person_all row;
	struct answer *a = ask_person_all(s, (struct person_all_in){ 0 });

	r->heads = 0;
	while (next_person_all(a, &row))
		r->heads += strcmp(row.role, "head") == 0;
	return store_error(s);
}

/* Steps down, unless nobody would be left. */
static enum err step_down(struct store *s, void *arg)
{
	struct rival *r = arg;
	enum err e = count_heads(s, r);

	return e == OK && r->heads > 1 ? set_role(s, r) : e;
}

/* A process that steps down at each word, and says so. */
static void rival(int line, int64_t id)
{
	struct rival r = { .id = id, .role = "viewer" };
	struct arena *a = arena_new();
	struct store *s;
	char word;

	if (store_open(temp.url, STORE_COMPANY, STORE_READ_WRITE, &s) != OK)
		_exit(1);
	while (read(line, &word, 1) == 1) {
		if (store_write(s, a, step_down, &r) != OK)
			_exit(2);
		if (write(line, &word, 1) != 1)
			_exit(3);
		arena_reset(a);
	}
	store_close(s);
	arena_free(a);
	_exit(0);
}

static enum err add_person(struct store *s, void *arg)
{
	struct rival *r = arg;
	struct person_add row;
	struct person_add_in in = { .login = r->role,
				    .name = "X",
				    .name_key = "x",
				    .email = "",
				    .role = "head",
				    .language = "",
				    .origin = "",
				    .origin_id = "" };

	if (one_person_add(s, in, &row))
		r->id = row.id;
	return store_error(s);
}

static void write_in(enum err (*work)(struct store *s, void *arg), void *arg)
{
	CHECK_INT(store_write(temp.store, temp.arena, work, arg), OK);
}

static void play(struct rival *r, const int *line)
{
	char word = 'x';

	for (int i = 0; i < RIVALS; i++)
		write_in(set_role, &(struct rival){ r[i].id, 0, "head" });
	for (int i = 0; i < RIVALS; i++)
		CHECK_INT(write(line[i], &word, 1), 1);
	for (int i = 0; i < RIVALS; i++)
		CHECK_INT(read(line[i], &word, 1), 1);
	CHECK_INT(store_read(temp.store, temp.arena, count_heads, &r[0]), OK);
	CHECK_INT(r[0].heads, 1);
}

static void the_last_one_stays(void)
{
	struct rival r[RIVALS] = { { .role = "one" }, { .role = "two" } };
	int line[RIVALS], pair[2], status;

	fflush(stdout);
	for (int i = 0; i < RIVALS; i++) {
		write_in(add_person, &r[i]);
		CHECK_INT(socketpair(AF_UNIX, SOCK_STREAM, 0, pair), 0);
		line[i] = pair[0];
		if (fork() == 0) {
			for (int k = 0; k <= i; k++)
				close(line[k]);
			rival(pair[1], r[i].id);
		}
		close(pair[1]);
	}
	for (int i = 0; i < ROUNDS; i++)
		play(r, line);
	for (int i = 0; i < RIVALS; i++)
		close(line[i]);
	while (wait(&status) > 0)
		CHECK_INT(status, 0);
}

/* ---- two companies in one process ------------------------------------------
 */

static enum err add_team(struct store *s, void *name)
{
	struct team_add_in in = { .name = name,
				  .name_key = name,
				  .region = "" };
	struct team_add row;

	return one_team_add(s, in, &row) ? OK : store_error(s);
}

struct seen {
	int64_t mine, others;
	char first; /* letter of the company's teams */
};

static enum err look(struct store *s, void *arg)
{
	struct seen *seen = arg;
	struct scope all = { .see = SEE_ALL };
	struct answer *a = ask_team_all(s, (struct team_all_in){ all });
	struct team_all row;

	while (next_team_all(a, &row))
		if (row.name[0] == seen->first)
			seen->mine++;
		else
			seen->others++;
	return store_error(s);
}

struct pair {
	struct store *other;
	struct seen *seen;
};

/* The other company's records are read in the middle of a change of this. */
static enum err add_and_look(struct store *s, void *arg)
{
	struct pair *p = arg;
	char name[] = "A again";
	enum err e = add_team(s, name);

	return e == OK ? store_read(p->other, temp.arena, look, p->seen) : e;
}

static void two_companies_never_mix(void)
{
	struct temp_store b;
	struct seen in_a = { .first = 'A' }, in_b = { .first = 'B' };
	struct pair p = { .seen = &in_b };
	char name[16];

	temp_store_open(&b, "UTC");
	for (int i = 0; i < 20; i++) {
		snprintf(name, sizeof(name), "A%d", i);
		write_in(add_team, name);
		name[0] = 'B';
		CHECK_INT(store_write(b.store, b.arena, add_team, name), OK);
	}
	p.other = b.store;
	write_in(add_and_look, &p);
	CHECK_INT(store_read(temp.store, temp.arena, look, &in_a), OK);
	CHECK_INT(in_a.mine, 21);
	CHECK_INT(in_a.others, 0);
	CHECK_INT(in_b.mine, 20);
	CHECK_INT(in_b.others, 0);
	temp_store_close(&b);
}

int main(void)
{
	temp_store_open(&temp, "UTC");
	the_last_one_stays();
	two_companies_never_mix();
	temp_store_close(&temp);
	return check_done();
}
