/* several.h - /followups/several: one thing done to several follow-ups of a
 * list: moved to a day, handed over, cancelled; and all of it taken back at
 * once. */
#ifndef SEVERAL_H
#define SEVERAL_H

#include "list.h"

#define SEVERAL_PATH "/followups/several"
#define SEVERAL_UNDO "/followups/several/undo"

enum {
	SEVERAL_MOST = 150,      /* at once; url.h takes few more fields */
	SEVERAL_TEXT = 150 * 40, /* code points of so many picks */
};

/* Which list, and what was just done to some of it. */
struct several_ask {
	enum who who;
	int64_t owner, all;
	bool ticked;       /* all boxes, to begin with */
	const char *picks; /* changed just now, as they are to be undone */
	int64_t done;      /* how many: NONE: nothing was done */
	int64_t late;      /* somebody else was faster with so many more */
	bool undone;       /* it was a taking back */
};

enum { SEVERAL_SNOOZE, SEVERAL_ASSIGN, SEVERAL_CANCEL };
extern const struct word several_whats[3];

/* What the form brings.  picks: "ID.VERSION" of each, with spaces between. */
struct several {
	const char *picks, *why;
	int64_t what; /* one of the above */
	int64_t day, to;
	enum who who;
	int64_t owner, all;
};

struct several_undo {
	const char *picks;
	enum who who;
	int64_t owner, all;
};

/* The handlers of their routes. */
enum err several_show(struct req *r, const void *form);
enum err several_save(struct req *r, const void *form);
enum err several_again(struct req *r);
enum err several_take_back(struct req *r, const void *form);

#endif
