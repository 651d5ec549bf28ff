/* ages.c - how long prospects took, as one text. */
#include "ages.h"

/* Pages read many of them; the digits were written by ages_add. */
static int64_t number(const char **text)
{
	const char *at = *text;
	bool negative = *at == '-';
	int64_t n = 0;

	for (at += negative; *at >= '0' && *at <= '9'; at++)
		n = 10 * n + (*at - '0');
	*text = at + (*at != '\0');
	return negative ? -n : n;
}

bool ages_next(const char **text, struct age *age)
{
	if (!**text)
		return false;
	age->days = number(text);
	age->won = number(text);
	age->lost = number(text);
	age->revenue = number(text);
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

void ages_add(struct buf *b, const struct age *age)
{
	if (age->won || age->lost || age->revenue)
		buf_printf(b, "%lld %lld %lld %lld ", (long long)age->days,
			   (long long)age->won, (long long)age->lost,
			   (long long)age->revenue);
}

static struct age sum(const struct age *a, const struct age *b)
{
	return (struct age){ a->days, a->won + b->won, a->lost + b->lost,
			     a->revenue + b->revenue };
}

const char *ages_changed(struct arena *a, const char *text,
			 const struct age *list, size_t n)
{
	struct buf *b = buf_new(a);
	struct age old;
	bool more = ages_next(&text, &old);

	for (size_t i = 0; i < n; i++) {
		struct age new = list[i];

		for (; more && old.days < new.days;
		     more = ages_next(&text, &old))
			ages_add(b, &old);
		if (more && old.days == new.days) {
			new = sum(&old, &new);
			more = ages_next(&text, &old);
		}
		ages_add(b, &new);
	}
	if (more)
		ages_add(b, &old);
	buf_text_add(b, text);
	return buf_text(b);
}
