/* times.c - how long problems took to be solved, in one text. */
#include "times.h"

/* Open ones stand under their day and this: no problem takes so many days. */
enum { OPEN = 1000000 };

int64_t times_solved(int64_t days)
{
	BUG_IF(days >= OPEN);
	return days > 0 ? days : 0;
}

int64_t times_open(int64_t day)
{
	BUG_IF(day < 0);
	return OPEN + day;
}

bool times_next(const char **text, struct times *t)
{
	struct packed p;

	if (!packed_next(text, &p))
		return false;
	*t = (struct times){
		.open = p.at >= OPEN,
		.days = p.at >= OPEN ? p.at - OPEN : p.at,
		.problems = p.count[0],
		.once = p.count[1],
		.again = p.count[2],
	};
	return true;
}
