/* otherwise.h - /followups/otherwise: a follow-up that is not done, but
 * cancelled, or handed over to somebody else. */
#ifndef OTHERWISE_H
#define OTHERWISE_H

#include "lib/followup.h"
#include "list.h"

#define OTHERWISE_PATH "/followups/otherwise"

/* What the page is asked for, and the list to go back to. */
struct otherwise_ask {
	int64_t id;
	int64_t then; /* the one that comes after it in the list, or NONE */
	enum who who;
	int64_t owner, all;
};

enum { OTHERWISE_CANCEL, OTHERWISE_ASSIGN };
extern const struct word otherwise_whats[2];

/* What its form brings. */
struct otherwise {
	int64_t id, version;
	int64_t what; /* one of the above */
	int64_t to;   /* person who gets it, or NONE */
	const char *why;
	int64_t then;
	enum who who;
	int64_t owner, all;
};

/* The page about a follow-up of a list. */
const char *otherwise_address(struct req *r, const struct list *l, int64_t id);

enum err otherwise_show(struct req *r, const void *form);
enum err otherwise_again(struct req *r);

/* Checks what was sent and carries it out; ERR_INPUT with messages. */
enum err otherwise_end(struct req *r, const struct followup_act *act,
		       const struct otherwise *o);

#endif
