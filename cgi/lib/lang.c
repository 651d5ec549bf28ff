/* lang.c - the door to the translations (gettext's libintl). */
#include "lang.h"

#include <libintl.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base.h"
#include "log.h"

static const char DOMAIN[] = "salesboard";
static const char *const LANGUAGES[] = { "en", "ru" };

static const char *in_use = "";

/* libintl caches what it found; raising its counter makes it look again. */
extern int _nl_msg_cat_cntr; // NOLINT: libintl gave it this name

/* The language of ours that the first length bytes of tag name, or NULL:
 * "ru", "RU" and "ru-RU" are Russian, "rue" is not. */
static const char *known(const char *tag, size_t length)
{
	size_t main = strcspn(tag, "-");

	if (main > length)
		main = length;
	for (size_t i = 0; i < COUNT(LANGUAGES); i++)
		if (main == strlen(LANGUAGES[i]) &&
		    strncasecmp(tag, LANGUAGES[i], main) == 0)
			return LANGUAGES[i];
	return NULL;
}

void lang_start(const char *dir)
{
	char path[4096];

	snprintf(path, sizeof(path), "%s/ru/LC_MESSAGES/%s.mo", dir, DOMAIN);
	/* The locale C never translates, and no other may be installed. */
	if (access(path, R_OK) != 0 || !setlocale(LC_ALL, "C.UTF-8") ||
	    !bindtextdomain(DOMAIN, dir) ||
	    !bind_textdomain_codeset(DOMAIN, "UTF-8") || !textdomain(DOMAIN)) {
		LOG_ERROR("translation=%s cannot be used", path);
		exit(EXIT_FAILURE);
	}
	in_use = "";
	lang_use("en");
}

void lang_use(const char *language)
{
	const char *name = known(language, strlen(language));

	BUG_IF(!name);
	if (name == in_use)
		return;
	BUG_IF(setenv("LANGUAGE", name, 1) != 0);
	++_nl_msg_cat_cntr;
	in_use = name;
}

/* The empty text would be answered with the head of the catalogue. */
const char *lang_text(const char *text)
{
	return *text ? gettext(text) : text;
}

const char *lang_plural(const char *one, const char *many, int64_t n)
{
	BUG_IF(n < 0);
	return ngettext(one, many, (unsigned long)n);
}

/* How much the rest of a range, ";q=0.8", wants it: 0 to 1000; 1000 without
 * one.  Source: RFC 9110, 12.4.2. */
static int weight(const char *rest, const char *end)
{
	const char *q = memchr(rest, '=', (size_t)(end - rest));
	int thousandths = 0, digit = 1000;

	if (!q)
		return 1000;
	for (q++; q < end && digit > 0; q++) {
		if (*q == '.' || *q == ' ')
			continue;
		if (*q < '0' || *q > '9')
			break;
		thousandths += (*q - '0') * digit;
		digit /= 10;
	}
	return thousandths < 1000 ? thousandths : 1000;
}

const char *lang_choose(const char *header, const char *choice)
{
	const char *best = known(choice, strlen(choice));
	int most = 0;

	if (best)
		return best;
	while (*header) {
		const char *tag = header + strspn(header, " \t");
		size_t length = strcspn(tag, " \t;,");
		const char *end = tag + strcspn(tag, ",");
		const char *name = known(tag, length);
		int wanted = weight(tag + length, end);

		if (name && wanted > most) {
			best = name;
			most = wanted;
		}
		header = *end ? end + 1 : end;
	}
	return best ? best : "en";
}
