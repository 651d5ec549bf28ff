/* base.h - what every file may rely on: results, counts, broken promises. */
#ifndef BASE_H
#define BASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

/*
 * enum err - how a function that can fail ended.  Closed: app.c maps each
 * value to one status and one page, and switches over it have no default.
 */
enum err {
	OK,
	ERR_INPUT,     /* the visitor sent something that cannot be used */
	ERR_AUTH,      /* nobody is signed in */
	ERR_FORBIDDEN, /* signed in, but not allowed */
	ERR_NOT_FOUND, /* no such thing, or not for this person's eyes */
	ERR_METHOD,    /* the address exists, but not for this method */
	ERR_CONFLICT,  /* somebody else changed the row first */
	ERR_TOO_MANY,  /* too many tries; later it works again */
	ERR_BUSY,      /* the store did not answer in time; try again */
	ERR_UNKNOWN,   /* the commit was sent, but no answer came */
	ERR_DB,        /* the store failed */
	ERR_BUG,       /* a promise inside our own code was broken */
};

/* An optional integer that is absent; stored and bound as SQL's NULL. */
#define NONE INT64_MIN

/* Marks a text of a constant table for translation; lang.h's _() translates
 * it where it is shown. */
#define N_(text) text

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* Stops the program when our own code broke a promise; always compiled in. */
#define BUG_IF(condition)                                                      \
	do {                                                                   \
		if (condition)                                                 \
			bug(__FILE__, __LINE__, #condition);                   \
	} while (0)

void bug(const char *file, int line, const char *promise)
	__attribute__((noreturn));

#endif
