/* solved.h - what is said above the solved problems: how long they took (F6),
 * and whether customers stay after one (F7). */
#ifndef SOLVED_H
#define SOLVED_H

#include "lib/view.h"

struct solved_answers {
	struct answer *times, *kept;
};

/* owner: who sees to them; 0: whoever, in sight of the viewer. */
struct solved_answers solved_ask(struct req *r, int64_t owner);

/* Fills FINDING, DETAILS, KPIS and KEPT of followups/problems.tpl. */
void solved_show(struct view *page, const struct solved_answers *a);

#endif
