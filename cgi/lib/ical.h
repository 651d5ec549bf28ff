/* ical.h - writing a calendar (iCalendar, RFC 5545).
 *
 * A calendar is a list of lines NAME:VALUE.  What is written here is whole in
 * every program that reads calendars: lines end with CR LF and are folded at 75
 * bytes, never inside a character; texts are escaped. */
#ifndef ICAL_H
#define ICAL_H

#include "str.h"

struct ical;

/* A writer that adds to b and begins a calendar; product names the program,
 * name the calendar. */
struct ical *ical_new(struct arena *a, struct buf *b, const char *product,
		      const char *name);
void ical_finish(struct ical *c);

/* One line whose value is a text: any UTF-8. */
void ical_text(struct ical *c, const char *name, const char *text);

/* One line as it is; value: a number, a word, an address. */
void ical_line(struct ical *c, const char *name, const char *value);

/* A day, as DTSTART;VALUE=DATE:20261127; name "DTSTART". */
void ical_day(struct ical *c, const char *name, int64_t day);

/* An instant (UTC, seconds), as DTSTAMP:20261127T161200Z. */
void ical_instant(struct ical *c, const char *name, int64_t at);

#endif
