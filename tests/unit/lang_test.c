/* lang_test.c - the language chosen, and texts and plurals in it. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../../cgi/lib/base.h"
#include "../../cgi/lib/lang.h"
#include "../check.h"

/* A catalogue as msgfmt would write it: sorted, NUL between plural forms. */
struct text {
	const char *id;
	size_t id_length;
	const char *translation;
	size_t length;
};

#define TEXT(id, translation)                                                  \
	{                                                                      \
		id, sizeof(id) - 1, translation, sizeof(translation) - 1       \
	}

static const struct text catalogue[] = {
	TEXT("", "Content-Type: text/plain; charset=UTF-8\n"
		 "Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : "
		 "n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\n"),
	TEXT("%lld lead\0%lld leads", "%lld обращение\0%lld обращения\0%lld "
				      "обращений"),
	TEXT("Team", "Команда"),
};

static char folder[] = "/tmp/lang_test.XXXXXX";

static void put(FILE *f, size_t number)
{
	uint32_t word = (uint32_t)number;

	CHECK(fwrite(&word, sizeof(word), 1, f) == 1);
}

/* Source: the gettext manual, "The Format of GNU MO Files". */
static void write_catalogue(const char *path)
{
	FILE *f = fopen(path, "wb");
	size_t at = 28 + 16 * COUNT(catalogue);

	CHECK(f != NULL);
	if (!f)
		return;
	put(f, 0x950412de);
	put(f, 0);
	put(f, COUNT(catalogue));
	put(f, 28);
	put(f, 28 + 8 * COUNT(catalogue));
	put(f, 0);
	put(f, 0);
	for (size_t i = 0; i < COUNT(catalogue); i++) {
		put(f, catalogue[i].id_length);
		put(f, at);
		at += catalogue[i].id_length + 1;
	}
	for (size_t i = 0; i < COUNT(catalogue); i++) {
		put(f, catalogue[i].length);
		put(f, at);
		at += catalogue[i].length + 1;
	}
	for (size_t i = 0; i < COUNT(catalogue); i++)
		fwrite(catalogue[i].id, catalogue[i].id_length + 1, 1, f);
	for (size_t i = 0; i < COUNT(catalogue); i++)
		fwrite(catalogue[i].translation, catalogue[i].length + 1, 1, f);
	CHECK(fclose(f) == 0);
}

static const char *leads(int64_t n)
{
	static char text[64];

	snprintf(text, sizeof(text), lang_plural("%lld lead", "%lld leads", n),
		 (long long)n);
	return text;
}

static void texts_follow_the_language(void)
{
	static const char *const name = N_("Team");

	for (int round = 0; round < 3; round++) {
		lang_use("ru");
		CHECK_TEXT(_("Team"), "Команда");
		CHECK_TEXT(_(name), "Команда");
		CHECK_TEXT(_("Unknown"), "Unknown");
		CHECK_TEXT(_(""), "");
		lang_use("en");
		CHECK_TEXT(_("Team"), "Team");
	}
}

static void plurals_follow_the_language(void)
{
	lang_use("en");
	CHECK_TEXT(leads(0), "0 leads");
	CHECK_TEXT(leads(1), "1 lead");
	CHECK_TEXT(leads(21), "21 leads");
	lang_use("ru");
	CHECK_TEXT(leads(0), "0 обращений");
	CHECK_TEXT(leads(1), "1 обращение");
	CHECK_TEXT(leads(3), "3 обращения");
	CHECK_TEXT(leads(11), "11 обращений");
	CHECK_TEXT(leads(12), "12 обращений");
	CHECK_TEXT(leads(22), "22 обращения");
	CHECK_TEXT(leads(111), "111 обращений");
	CHECK_TEXT(leads(1001), "1001 обращение");
}

static void languages_are_chosen(void)
{
	static const struct {
		const char *header, *choice, *want;
	} cases[] = {
		{ "", "", "en" },
		{ "", "ru", "ru" },
		{ "ru", "en", "en" },
		{ "ru", "", "ru" },
		{ "RU-ru", "", "ru" },
		{ "rue, fr", "", "en" },
		{ "ru-RU,ru;q=0.9,en-US;q=0.8,en;q=0.7", "", "ru" },
		{ "en-GB,en;q=0.9,ru;q=0.8", "", "en" },
		{ "de, en;q=0.3 , ru;q=0.31", "", "ru" },
		{ "en;q=0, ru;q=0.001", "", "ru" },
		{ "ru;q=0", "", "en" },
		{ "ru, en", "", "ru" },
		{ "en, ru", "", "en" },
		{ "ru;q=1.0,en;q=0.999", "", "ru" },
		{ ",,;;q=,ru;q=x,;", "", "en" },
		{ "ru", "de", "ru" },
		{ "*", "", "en" },
		{ "ru;level=1;q=0.5, en;q=0.4", "", "ru" },
		{ "ru;q=99999999999999999999", "", "ru" },
	};

	for (size_t i = 0; i < COUNT(cases); i++)
		CHECK_TEXT(lang_choose(cases[i].header, cases[i].choice),
			   cases[i].want);
}

/* Whether lang_start ends the program when the catalogue is not there. */
static void absence_is_refused(void)
{
	int status = 0;

	fflush(stdout);
	if (fork() == 0) {
		lang_start("/nonexistent");
		_exit(0);
	}
	wait(&status);
	CHECK(WIFEXITED(status) && WEXITSTATUS(status) == EXIT_FAILURE);
}

int main(void)
{
	char ru[64], messages[80], file[100];

	CHECK(mkdtemp(folder) != NULL);
	snprintf(ru, sizeof(ru), "%s/ru", folder);
	snprintf(messages, sizeof(messages), "%s/LC_MESSAGES", ru);
	snprintf(file, sizeof(file), "%s/salesboard.mo", messages);
	CHECK(mkdir(ru, 0700) == 0 && mkdir(messages, 0700) == 0);
	write_catalogue(file);
	absence_is_refused();
	lang_start(folder);
	texts_follow_the_language();
	plurals_follow_the_language();
	languages_are_chosen();
	CHECK(unlink(file) == 0 && rmdir(messages) == 0 && rmdir(ru) == 0);
	CHECK(rmdir(folder) == 0);
	return check_done();
}
