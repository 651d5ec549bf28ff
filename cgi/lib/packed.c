/* packed.c - counts under rising numbers, as one text. */
#include "packed.h"

/* Pages read many of them; the digits were written by packed_add_number.  Of a
 * spoilt text any number may come, so they are added without a sign. */
int64_t packed_number(const char **text)
{
	const char *at = *text;
	bool negative = *at == '-';
	uint64_t n = 0;

	for (at += negative; *at >= '0' && *at <= '9'; at++)
		n = 10 * n + (uint64_t)(*at - '0');
	*text = at + (*at != '\0');
	return (int64_t)(negative ? 0 - n : n);
}

bool packed_next(const char **text, struct packed *entry)
{
	if (!**text)
		return false;
	entry->at = packed_number(text);
	for (size_t i = 0; i < PACKED_COUNTS; i++)
		entry->count[i] = packed_number(text);
	return true;
}

/* An import writes millions of them. */
void packed_add_number(struct buf *b, int64_t n)
{
	char text[24], *at = text + sizeof(text);
	uint64_t rest = n < 0 ? -(uint64_t)n : (uint64_t)n;

	*--at = ' ';
	do {
		*--at = (char)('0' + rest % 10);
		rest /= 10;
	} while (rest);
	if (n < 0)
		*--at = '-';
	buf_add(b, at, (size_t)(text + sizeof(text) - at));
}

static void add(struct buf *b, const struct packed *p)
{
	if (!p->count[0] && !p->count[1] && !p->count[2])
		return;
	packed_add_number(b, p->at);
	for (size_t i = 0; i < PACKED_COUNTS; i++)
		packed_add_number(b, p->count[i]);
}

static struct packed sum(const struct packed *a, const struct packed *b)
{
	return (struct packed){ a->at,
				{ a->count[0] + b->count[0],
				  a->count[1] + b->count[1],
				  a->count[2] + b->count[2] } };
}

const char *packed_changed(struct arena *a, const char *text,
			   const struct packed *list, size_t n)
{
	struct buf *b = buf_new(a);
	struct packed old;
	bool more = packed_next(&text, &old);

	for (size_t i = 0; i < n; i++) {
		struct packed new = list[i];

		for (; more && old.at < new.at; more = packed_next(&text, &old))
			add(b, &old);
		if (more && old.at == new.at) {
			new = sum(&old, &new);
			more = packed_next(&text, &old);
		}
		add(b, &new);
	}
	if (more)
		add(b, &old);
	buf_text_add(b, text);
	return buf_text(b);
}
