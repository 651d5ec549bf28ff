/* import_memory_test.c - an import of many rows needs no more memory than one
 * of few. */
#include <fcntl.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../check.h"
#include "base.h"

/* Few of them already fill the pages that an import keeps in memory. */
enum { FEW = 40000, MANY = 120000 };

extern char **environ;

static char folder[] = "/tmp/import_memory_XXXXXX";
static char program[4096]; /* salesboard, beside the folder of the tests */

static const char *path(const char *name)
{
	static char paths[4][80];
	static size_t next;
	char *text = paths[next++ % 4];

	snprintf(text, sizeof(paths[0]), "%s/%s", folder, name);
	return text;
}

static FILE *create(const char *name)
{
	FILE *f = fopen(path(name), "w");

	CHECK(f != NULL);
	return f;
}

/* Runs salesboard; its peak of memory in kB, or 0 when it failed. */
static long run(const char *const argument[])
{
	struct rusage used;
	posix_spawn_file_actions_t to;
	int status = 1;
	pid_t pid;

	posix_spawn_file_actions_init(&to);
	posix_spawn_file_actions_addopen(&to, STDOUT_FILENO, "/dev/null",
					 O_WRONLY, 0);
	CHECK_INT(posix_spawn(&pid, program, &to, NULL, (char *const *)argument,
			      environ),
		  0);
	posix_spawn_file_actions_destroy(&to);
	CHECK(wait4(pid, &status, 0, &used) == pid);
	CHECK_INT(status, 0);
	return status == 0 ? used.ru_maxrss : 0;
}

static void write_leads(int n)
{
	FILE *f = create("rows.csv");

	fprintf(f, "id,created,name,email,owner,stage,closed,value,customer\n");
	for (int i = 0; i < n; i++)
		fprintf(f,
			"L%d,2024-%02d-%02d,Person %d,p%d@example.com,"
			"Rep %d,%s,%d,%s%d\n",
			i, i % 12 + 1, i % 28 + 1, i, i, i % 50,
			i % 3 ? "open," : "won,2025-01-15", i,
			i % 2 ? "" : "Firm ", i);
	fclose(f);
	f = create("map");
	fprintf(f, "[file]\nsystem = test\ndelimiter = comma\n[columns]\n"
		   "id = id\ncreated = created\nname = name\nemail = email\n"
		   "owner = owner\nstage = stage\nclosed = closed\n"
		   "value = value\ncustomer = customer\n");
	fclose(f);
}

static void write_purchases(int n)
{
	FILE *f = create("rows.csv");

	fprintf(f, "customer,date,amount\n");
	for (int i = 0; i < n; i++)
		fprintf(f, "Customer %d,2024-%02d-%02d,%d\n", i * 7919 % n / 3,
			i % 12 + 1, i % 28 + 1, i);
	fclose(f);
	f = create("map");
	fprintf(f, "[file]\nsystem = test\ndelimiter = comma\n[columns]\n"
		   "customer = customer\ndate = date\namount = amount\n");
	fclose(f);
}

static void empty_folder(void)
{
	static const char *const names[] = {
		"db",       "db-wal",       "db-shm",       "db.lock",
		"db.vault", "db.vault-wal", "db.vault-shm", "db.vault.lock",
		"rows.csv", "map",
	};

	for (size_t i = 0; i < COUNT(names); i++)
		unlink(path(names[i]));
}

static long peak(const char *kind, void (*write)(int n), int n)
{
	const char *const init[] = { program,       "init",
				     "--name",      "Test",
				     "--time-zone", "Europe/Moscow",
				     "--currency",  "RUB",
				     "--language",  "en",
				     NULL };
	const char *const import[] = { program, "import",
				       kind,    path("rows.csv"),
				       "--map", path("map"),
				       NULL };
	long kb;

	run(init);
	write(n);
	kb = run(import);
	empty_folder();
	return kb;
}

/* Without sanitizers, which keep what was freed. */
static void memory_is_the_same(const char *kind, void (*write)(int n))
{
	long few = peak(kind, write, FEW), many = peak(kind, write, MANY);

	printf("%s: %d rows %ld kB, %d rows %ld kB\n", kind, FEW, few, MANY,
	       many);
#if !defined(__SANITIZE_ADDRESS__)
	CHECK(many < few + few / 5);
#endif
}

int main(int argc, char **argv)
{
	char url[80];
	const char *end = strstr(argv[0], "tests/unit/");

	CHECK_INT(argc, 1);
	CHECK(end != NULL && mkdtemp(folder) != NULL);
	if (!end)
		return check_done();
	snprintf(program, sizeof(program), "%.*sbin/salesboard",
		 (int)(end - argv[0]), argv[0]);
	snprintf(url, sizeof(url), "sqlite:%s", path("db"));
	setenv("SALESBOARD_STORE", url, 1);
	memory_is_the_same("leads", write_leads);
	memory_is_the_same("purchases", write_purchases);
	rmdir(folder);
	return check_done();
}
