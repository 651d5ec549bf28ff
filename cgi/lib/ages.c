/* ages.c - how long prospects took, in one text. */
#include "ages.h"

bool ages_next(const char **text, struct age *age)
{
	struct packed p;

	if (!packed_next(text, &p))
		return false;
	*age = (struct age){ p.at, p.count[0], p.count[1], p.count[2] };
	return true;
}

int64_t ages_won_within(const char *text, int64_t days)
{
	struct age age;
	int64_t won = 0;

	while (ages_next(&text, &age) && age.days <= days)
		won += age.won;
	return won;
}
