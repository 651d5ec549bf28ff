/* names.c - customers found by the beginning of any word of their name. */
#include "names.h"

#include <string.h>

#include "lib/store.h"
#include "lib/str.h"

static const char *const forms[] = {
	"ооо", "оао",  "ао", "зао", "пао", "нао", "тд",  "пкф", "нпо", "нпп",
	"гк",  "тк",   "ип", "чп",  "ltd", "llc", "llp", "inc", "co",  "corp",
	"plc", "gmbh", "ag", "kg",  "sa",  "srl", "bv",  "the",
};

/* Marks of several bytes that part words. */
static const char *const marks[] = { "«", "»", "“", "”", "„",
				     "‘", "’", "–", "—", "№" };

/* The bytes of the mark or space at text, 0 for a letter or digit. */
static size_t mark_at(const char *text)
{
	if (strchr(" \"'`.,;:!?()[]{}<>/\\|-_+*=&#@%", *text))
		return 1;
	for (size_t i = 0; i < COUNT(marks); i++)
		if (strncmp(text, marks[i], strlen(marks[i])) == 0)
			return strlen(marks[i]);
	return 0;
}

static bool is_form(const char *word)
{
	for (size_t i = 0; i < COUNT(forms); i++)
		if (strcmp(word, forms[i]) == 0)
			return true;
	return false;
}

/* The next word, or NULL at the end; *key is moved behind it. */
static const char *next_word(struct arena *a, const char **key)
{
	const char *from;

	while (**key && mark_at(*key))
		*key += mark_at(*key);
	from = *key;
	while (**key && !mark_at(*key))
		(*key)++;
	return *key > from ? arena_strndup(a, from, (size_t)(*key - from))
			   : NULL;
}

static struct names words_of(struct arena *a, const char *key, bool all)
{
	struct names w = { NULL, 0 };
	const char *word;

	while ((word = next_word(a, &key))) {
		if (!all && is_form(word))
			continue;
		w.word = arena_more(a, w.word, w.n, sizeof(*w.word));
		w.word[w.n++] = word;
	}
	return w;
}

struct names names_of(struct arena *a, const char *key)
{
	struct names w = words_of(a, key, false);

	return w.n ? w : words_of(a, key, true);
}

static bool begins_one(const char *word, const struct names *name)
{
	for (size_t i = 0; i < name->n; i++)
		if (strncmp(name->word[i], word, strlen(word)) == 0)
			return true;
	return false;
}

bool names_match(struct arena *a, const struct names *typed, const char *key)
{
	struct names name = words_of(a, key, true);

	for (size_t i = 0; i < typed->n; i++)
		if (!begins_one(typed->word[i], &name))
			return false;
	return typed->n > 0;
}

/* Marks part words, so that no word needs an escape. */
const char *names_pattern(struct arena *a, const struct names *typed)
{
	const char *longest = "";

	for (size_t i = 0; i < typed->n; i++)
		if (strlen(typed->word[i]) > strlen(longest))
			longest = typed->word[i];
	return arena_printf(a, "%%%.*s%%",
			    (int)str_cut(longest, STORE_PATTERN - 2), longest);
}
