/* tpl_test.c - values, sections, escaping and refusals of templates. */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../../cgi/lib/tpl.h"
#include "../check.h"

#define PRAGMA "{{%AUTOESCAPE context=\"HTML\"}}"

static char folder[] = "/tmp/tpl_test.XXXXXX";

static const char *path_of(const char *language, const char *name)
{
	static char path[256];

	snprintf(path, sizeof(path), "%s/%s/%s", folder, language, name);
	return path;
}

static void write_one(const char *language, const char *name, const char *text)
{
	FILE *f = fopen(path_of(language, name), "w");

	CHECK(f && fputs(text, f) >= 0 && fclose(f) == 0);
}

static void write_both(const char *name, const char *text)
{
	write_one("en", name, text);
	write_one("ru", name, text);
}

static void remove_both(const char *name)
{
	unlink(path_of("en", name));
	unlink(path_of("ru", name));
}

static const char *rendered(struct tpl *t, const char *name)
{
	const char *text;
	size_t length;
	enum err e = tpl_render(t, "en", name, &text, &length);

	CHECK_INT(e, OK);
	CHECK_INT(strlen(text), length);
	return text;
}

static void rows_see_their_parents(struct arena *a)
{
	struct tpl *page = tpl_new(a);

	tpl_set(page, "TITLE", "Teams");
	for (int i = 0; i < 30; i++)
		tpl_set(page, arena_printf(a, "FILLER_%d", i), "x");
	for (int i = 1; i <= 3; i++) {
		struct tpl *row = tpl_section(page, "TEAM");

		tpl_set(row, "NAME", arena_printf(a, "T%d", i));
		if (i == 2)
			tpl_section(row, "BEST");
	}
	CHECK_TEXT(rendered(page, "rows.tpl"),
		   "Teams: T1 of Teams;T2 of Teams best;T3 of Teams;");
}

static void values_answer_as_questions(struct arena *a)
{
	struct tpl *page = tpl_new(a);
	struct tpl *row;

	tpl_set(page, "NOTE", "late");
	tpl_section(page, "ROW");
	row = tpl_section(page, "ROW");
	tpl_set(row, "NOTE", "");
	row = tpl_section(page, "ROW");
	tpl_set(row, "NOTE", "own");
	CHECK_TEXT(rendered(page, "notes.tpl"), "[(late)][][(own)]");
}

static void values_are_escaped_where_they_land(struct arena *a)
{
	struct tpl *page = tpl_new(a);
	const char *text;

	tpl_set(page, "NAME", "<b>\"O'Neil\" & Co</b>");
	tpl_set(page, "URL", "javascript:alert(1)");
	tpl_set(page, "WORD", "a&b=c d/\xd0\xb6");
	text = rendered(page, "escape.tpl");
	CHECK(strstr(text, "<p title=\"&lt;b&gt;&quot;O&#39;Neil&quot; &amp; "
			   "Co&lt;/b&gt;\">&lt;b&gt;") != NULL);
	CHECK(strstr(text, "<a href=\"#\">") != NULL);
	CHECK(strstr(text, "<a href=\"/x?q=a%26b%3Dc+d/%D0%B6\">") != NULL);
}

/* Plain text is as it was written; only its name makes it so. */
static void plain_text_is_not_escaped(struct arena *a)
{
	struct tpl *page = tpl_new(a);

	tpl_set(page, "NAME", "<b>\"O'Neil\" & Co</b>");
	CHECK_TEXT(rendered(page, "mail.txt.tpl"),
		   "Dear <b>\"O'Neil\" & Co</b>,\n\n  a");
}

static void unknown_names_are_errors(struct arena *a)
{
	struct tpl *page = tpl_new(a);
	const char *text;
	size_t length;

	tpl_set(page, "TITEL", "Teams");
	CHECK_INT(tpl_render(page, "en", "rows.tpl", &text, &length), ERR_BUG);
	CHECK_INT(tpl_render(tpl_new(a), "en", "absent.tpl", &text, &length),
		  ERR_BUG);
	CHECK_INT(tpl_render(tpl_new(a), "de", "hello.tpl", &text, &length),
		  ERR_BUG);
}

static void languages_are_apart(struct arena *a)
{
	const char *text;
	size_t length;

	CHECK_INT(tpl_render(tpl_new(a), "ru", "hello.tpl", &text, &length),
		  OK);
	CHECK_TEXT(text, "\xd0\x9f\xd1\x80\xd0\xb8\xd0\xb2\xd0\xb5\xd1\x82");
	CHECK_TEXT(rendered(tpl_new(a), "hello.tpl"), "Hello");
}

/* Longer than any buffer begins with, and the same again after a reset. */
static void long_pages_are_whole(struct arena *a)
{
	for (int round = 0; round < 3; round++) {
		struct tpl *page = tpl_new(a);

		for (int i = 0; i < 20000; i++)
			tpl_set(tpl_section(page, "ROW"), "NOTE", "abcdefgh");
		CHECK_INT(strlen(rendered(page, "notes.tpl")), 20000 * 12);
		arena_reset(a);
	}
}

static void set_twice(struct arena *a)
{
	struct tpl *page = tpl_new(a);

	tpl_set(page, "NAME", "a");
	tpl_set(page, "NAME", "b");
}

static void set_nothing(struct arena *a)
{
	tpl_set(tpl_new(a), "NAME", NULL);
}

static void load(struct arena *a)
{
	(void)a;
	tpl_load(folder, "");
}

/* Runs step in a child; how it ended, and what it wrote to standard error. */
static int run_apart(void (*step)(struct arena *), struct arena *a,
		     const char **said)
{
	static char text[4096];
	int ends[2], status = 0;
	ssize_t n;
	size_t length = 0;

	fflush(stdout);
	CHECK(pipe(ends) == 0);
	if (fork() == 0) {
		dup2(ends[1], STDERR_FILENO);
		step(a);
		_exit(0);
	}
	close(ends[1]);
	while ((n = read(ends[0], text + length, sizeof(text) - 1 - length)) >
	       0)
		length += (size_t)n;
	text[length] = 0;
	close(ends[0]);
	wait(&status);
	*said = text;
	return status;
}

static void promises_are_kept(struct arena *a)
{
	const char *said;

	CHECK(WIFSIGNALED(run_apart(set_twice, a, &said)));
	CHECK(WIFSIGNALED(run_apart(set_nothing, a, &said)));
}

static void refused(const char *name, const char *part)
{
	const char *said;
	int status = run_apart(load, NULL, &said);

	CHECK(WIFEXITED(status) && WEXITSTATUS(status) == EXIT_FAILURE);
	CHECK(strstr(said, name) && strstr(said, part));
	/* One line, not two. */
	CHECK(strchr(said, '\n') == strrchr(said, '\n'));
}

static void broken_files_are_refused(void)
{
	write_both("bad.tpl", "<p>{{NAME}}</p>");
	refused("bad.tpl", "AUTOESCAPE");
	write_both("bad.tpl", "\n" PRAGMA "\n<p>{{NAME}}</p>");
	refused("bad.tpl", "AUTOESCAPE");
	write_both("bad.tpl", "");
	refused("bad.tpl", "AUTOESCAPE");
	write_both("bad.tpl", PRAGMA "<p>{{#ROW}}</p>");
	refused("bad.tpl", "sections were closed");
	write_both("bad.tpl", PRAGMA "<p {{NAME}}=\"x\"></p>");
	refused("bad.tpl", "refused=");
	remove_both("bad.tpl");
	write_both("bad.txt.tpl", PRAGMA "{{NAME}}");
	refused("bad.txt.tpl", "plain text");
	remove_both("bad.txt.tpl");
	write_one("en", "alone.tpl", PRAGMA);
	refused("ru/alone.tpl", "missing");
	remove_both("alone.tpl");
}

/* A program has its own pages and those of all, not another program's. */
static void a_program_loads_its_own(struct arena *a)
{
	const char *text;
	size_t length;

	tpl_load(folder, "");
	CHECK_TEXT(rendered(tpl_new(a), "one/page.tpl"), "1");
	CHECK_TEXT(rendered(tpl_new(a), "only/page.tpl"), "2");
	tpl_load(folder, "one");
	CHECK_TEXT(rendered(tpl_new(a), "one/page.tpl"), "1");
	CHECK_TEXT(rendered(tpl_new(a), "hello.tpl"), "Hello");
	CHECK_INT(tpl_render(tpl_new(a), "en", "only/page.tpl", &text, &length),
		  ERR_BUG);
}

static void make_both(const char *name)
{
	CHECK(mkdir(path_of("en", name), 0700) == 0);
	CHECK(mkdir(path_of("ru", name), 0700) == 0);
}

static void write_all(void)
{
	CHECK(mkdtemp(folder) != NULL);
	make_both("");
	make_both("one");
	make_both("only");
	write_both("one/page.tpl", PRAGMA "1");
	write_both("only/page.tpl", PRAGMA "2");
	write_both("rows.tpl",
		   PRAGMA "{{TITLE}}: {{#TEAM}}{{NAME}} of {{TITLE}}"
			  "{{#BEST}} best{{/BEST}};{{/TEAM}}");
	write_both("notes.tpl",
		   PRAGMA "{{#ROW}}[{{#NOTE}}({{NOTE}}){{/NOTE}}]{{/ROW}}");
	write_both("escape.tpl", PRAGMA "<p title=\"{{NAME}}\">{{NAME}}</p>"
					"<a href=\"{{URL}}\">1</a>"
					"<a href=\"/x?q={{WORD:u}}\">2</a>");
	write_both("mail.txt.tpl", "Dear {{NAME}},\n\n  a");
	write_one("en", "hello.tpl", PRAGMA "Hello");
	write_one("ru", "hello.tpl",
		  PRAGMA "\xd0\x9f\xd1\x80\xd0\xb8\xd0\xb2\xd0\xb5\xd1\x82");
}

static void drop_both(const char *name)
{
	rmdir(path_of("en", name));
	rmdir(path_of("ru", name));
}

static void remove_all(void)
{
	remove_both("rows.tpl");
	remove_both("notes.tpl");
	remove_both("escape.tpl");
	remove_both("mail.txt.tpl");
	remove_both("hello.tpl");
	remove_both("one/page.tpl");
	remove_both("only/page.tpl");
	drop_both("one");
	drop_both("only");
	drop_both("");
	CHECK(rmdir(folder) == 0);
}

int main(void)
{
	struct arena *a = arena_new();

	write_all();
	broken_files_are_refused();
	a_program_loads_its_own(a);
	tpl_load(folder, "");
	rows_see_their_parents(a);
	values_answer_as_questions(a);
	values_are_escaped_where_they_land(a);
	plain_text_is_not_escaped(a);
	unknown_names_are_errors(a);
	languages_are_apart(a);
	promises_are_kept(a);
	long_pages_are_whole(a);
	remove_all();
	arena_free(a);
	return check_done();
}
