/* names.h - customers found by the beginning of any word of their name. */
#ifndef NAMES_H
#define NAMES_H

#include "lib/arena.h"

/* What was typed, understood. */
struct names {
	const char **word; /* [0..n), without quotes and legal forms */
	size_t n;
};

/*
 * names_of - the words of a key (str_fold of a name).  Quotes, brackets and
 * other marks part words and belong to none; legal forms (OOO, Ltd, GmbH ...)
 * are left out unless there is nothing else.
 */
struct names names_of(struct arena *a, const char *key);

/* Whether each word begins some word of the name with this key. */
bool names_match(struct arena *a, const struct names *typed, const char *key);

/* A pattern for LIKE that no matching key fails: how the longest word begins;
 * every key when there is no word. */
const char *names_pattern(struct arena *a, const struct names *typed);

#endif
