/* reach.c - the steps a prospect has reached, as text. */
#include "reach.h"

#include "packed.h"

bool reach_next(const char **text, struct reach *reach)
{
	if (!**text)
		return false;
	reach->step = packed_number(text);
	reach->after = packed_number(text);
	return true;
}

void reach_add(struct buf *b, const struct reach *reach)
{
	buf_printf(b, "%lld %lld ", (long long)reach->step,
		   (long long)reach->after);
}

int64_t reach_hours(int64_t seconds)
{
	int64_t hours = seconds > 0 ? seconds / 3600 : 0;

	return hours < REACH_EXACT ? hours : hours / 24 * 24;
}

bool reach_sum_next(const char **text, struct reached *reached)
{
	struct packed p;

	if (!packed_next(text, &p))
		return false;
	*reached = (struct reached){ p.at, p.count[0], p.count[1], p.count[2] };
	return true;
}
