/* problems.h - the queue of problems, and one of them on its own page.
 *
 * Time to solve (F6): Kaplan-Meier over the days from being opened first to
 * being solved for good; those still open count as long as they have been.  Of
 * those opened in the last 12 months. */
#ifndef PROBLEMS_H
#define PROBLEMS_H

#include "lib/problem.h"
#include "lib/req.h"
#include "queries.h"

#define PROBLEMS_LIST   "/followups/problems"
#define PROBLEMS_ONE    "/followups/problem"
#define PROBLEMS_CHANGE "/followups/problem/change"
#define PROBLEMS_SOLVED "/followups/problem/solved"
#define PROBLEMS_AGAIN  "/followups/problem/again"

enum { PROBLEMS_OPEN, PROBLEMS_DONE };
extern const struct word problems_states[2];

/* Which of them, and where the page begins. */
struct problems_ask {
	int64_t state; /* one of the above */
	bool mine;     /* only those the viewer sees to */
	int64_t rank,
		after; /* of the last one before it; NONE: the first page */
};

struct problems_one_ask {
	int64_t id;
};

/* What is known of one. */
struct problem_change_form {
	int64_t id, version, due, owner; /* due, owner: NONE for none */
	int64_t cost;                    /* NONE: nothing */
	const char *what, *cause;
};

/* One that is solved, or is not after all. */
struct problem_end_form {
	int64_t id, version;
	int64_t customer; /* on whose page the form stood; NONE: on its own */
	const char *note;
};

/* What a list of problems shows. */
struct problems {
	const struct problems_ask *ask;
	struct problem_open *row; /* [0..n) */
	size_t n;
	struct problem_counts counts; /* of open ones */
};

/* The list as a download. */
enum err problems_csv(struct req *r, const struct problems *p);
enum err problems_json(struct req *r, const struct problems *p);

/* How the viewer acts on problems now. */
struct problem_act problems_act(const struct req *r);

/* What it is called: how what was heard begins. */
const char *problems_title(struct req *r, const char *what);

/* The address of one. */
const char *problems_page(struct req *r, int64_t id);

/* The handlers of their routes. */
enum err problems_list(struct req *r, const void *form);
enum err problems_one(struct req *r, const void *form);
enum err problems_change(struct req *r, const void *form);
enum err problems_solved(struct req *r, const void *form);
enum err problems_again(struct req *r, const void *form);

/* The page under a form that came back. */
enum err problems_refused(struct req *r);

#endif
