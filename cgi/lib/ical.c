/* ical.c - writing a calendar (iCalendar, RFC 5545). */
#include "ical.h"

#include <string.h>

#include "period.h"

enum { LINE_MOST = 75, DAY_SECONDS = 24 * 60 * 60 };

struct ical {
	struct arena *arena;
	struct buf *out;
};

/* The bytes of the character that begins here. */
static size_t character(const char *at)
{
	size_t n = 1;

	while ((at[n] & 0xc0) == 0x80)
		n++;
	return n;
}

/* One line, folded: what follows a line end and a space goes on. */
static void fold(struct ical *c, const char *line)
{
	size_t used = 0;

	while (*line) {
		size_t n = character(line);

		if (used + n > LINE_MOST) {
			buf_text_add(c->out, "\r\n ");
			used = 1;
		}
		buf_add(c->out, line, n);
		used += n;
		line += n;
	}
	buf_text_add(c->out, "\r\n");
}

void ical_line(struct ical *c, const char *name, const char *value)
{
	struct buf *line = buf_new(c->arena);

	buf_printf(line, "%s:%s", name, value);
	fold(c, buf_text(line));
}

void ical_text(struct ical *c, const char *name, const char *text)
{
	struct buf *line = buf_new(c->arena);

	buf_printf(line, "%s:", name);
	for (; *text; text++) {
		if (*text == '\n') {
			buf_text_add(line, "\\n");
			continue;
		}
		if ((unsigned char)*text < 0x20)
			continue;
		if (strchr("\\;,", *text))
			buf_char(line, '\\');
		buf_char(line, *text);
	}
	fold(c, buf_text(line));
}

static const char *day_text(const struct ical *c, int64_t day)
{
	struct date d = period_date(day);

	return arena_printf(c->arena, "%04lld%02lld%02lld", (long long)d.year,
			    (long long)d.month, (long long)d.day);
}

void ical_day(struct ical *c, const char *name, int64_t day)
{
	ical_line(c, arena_printf(c->arena, "%s;VALUE=DATE", name),
		  day_text(c, day));
}

void ical_instant(struct ical *c, const char *name, int64_t at)
{
	int64_t day = at / DAY_SECONDS - (at % DAY_SECONDS < 0);
	int64_t second = at - day * DAY_SECONDS;

	ical_line(c, name,
		  arena_printf(c->arena, "%sT%02lld%02lld%02lldZ",
			       day_text(c, day), (long long)(second / 3600),
			       (long long)(second / 60 % 60),
			       (long long)(second % 60)));
}

struct ical *ical_new(struct arena *a, struct buf *b, const char *product,
		      const char *name)
{
	struct ical *c = arena_zalloc(a, sizeof(*c));

	*c = (struct ical){ a, b };
	ical_line(c, "BEGIN", "VCALENDAR");
	ical_line(c, "VERSION", "2.0");
	ical_text(c, "PRODID", product);
	ical_line(c, "CALSCALE", "GREGORIAN");
	ical_line(c, "METHOD", "PUBLISH");
	ical_text(c, "X-WR-CALNAME", name);
	ical_line(c, "REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
	return c;
}

void ical_finish(struct ical *c)
{
	ical_line(c, "END", "VCALENDAR");
}
