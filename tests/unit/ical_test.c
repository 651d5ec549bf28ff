/* ical_test.c - calendars as RFC 5545 wants them: escaped, folded, CR LF. */
#include <string.h>

#include "../../cgi/lib/ical.h"
#include "../check.h"

static struct arena *a;

/* What a line becomes, between the head and the end of a calendar. */
static const char *line_of(const char *name, const char *text)
{
	struct buf *b = buf_new(a);
	struct ical *c = ical_new(a, b, "-//x//EN", "x");
	size_t head = buf_length(b);

	ical_text(c, name, text);
	return arena_strndup(a, buf_text(b) + head, buf_length(b) - head);
}

static void texts_are_escaped(void)
{
	CHECK_TEXT(line_of("SUMMARY", "a\\b; c, d"),
		   "SUMMARY:a\\\\b\\; c\\, d\r\n");
	CHECK_TEXT(line_of("SUMMARY", "one\ntwo\r\n"),
		   "SUMMARY:one\\ntwo\\n\r\n");
	CHECK_TEXT(line_of("SUMMARY", "END:VCALENDAR"),
		   "SUMMARY:END:VCALENDAR\r\n");
}

/* The longest line of a text, in bytes, without its end. */
static size_t longest(const char *text)
{
	size_t most = 0;

	while (*text) {
		size_t n = strcspn(text, "\r");

		most = n > most ? n : most;
		text += n + 2;
	}
	return most;
}

/* Unfolded, by taking out each line end with the space after it. */
static const char *unfolded(const char *text)
{
	struct buf *b = buf_new(a);

	while (*text) {
		if (strncmp(text, "\r\n ", 3) == 0)
			text += 3;
		else
			buf_char(b, *text++);
	}
	return buf_text(b);
}

static void lines_are_folded(void)
{
	static const char word[] = "слово слово слово слово слово слово "
				   "слово слово слово слово слово слово";
	const char *line = line_of("SUMMARY", word), *at;

	/* A letter of two bytes may leave one byte free. */
	CHECK(longest(line) == 74 || longest(line) == 75);
	CHECK_TEXT(unfolded(line), arena_printf(a, "SUMMARY:%s\r\n", word));
	/* Never inside a character. */
	for (at = line; (at = strstr(at, "\r\n ")); at += 3)
		CHECK((at[3] & 0xc0) != 0x80);
	CHECK_TEXT(line_of("X", "short"), "X:short\r\n");
}

static void days_and_instants(void)
{
	struct buf *b = buf_new(a);
	struct ical *c = ical_new(a, b, "-//x//EN", "x");

	ical_day(c, "DTSTART", 20784);
	ical_instant(c, "DTSTAMP", 1795748400 + 3661);
	ical_instant(c, "DTSTAMP", -1);
	ical_finish(c);
	CHECK(strstr(buf_text(b), "\r\nDTSTART;VALUE=DATE:20261127\r\n") !=
	      NULL);
	CHECK(strstr(buf_text(b), "\r\nDTSTAMP:20261127T040101Z\r\n") != NULL);
	CHECK(strstr(buf_text(b), "\r\nDTSTAMP:19691231T235959Z\r\n") != NULL);
	CHECK(strstr(buf_text(b), "\r\nEND:VCALENDAR\r\n") != NULL);
	CHECK(strncmp(buf_text(b), "BEGIN:VCALENDAR\r\n", 17) == 0);
}

int main(void)
{
	a = arena_new();
	texts_are_escaped();
	lines_are_folded();
	days_and_instants();
	arena_free(a);
	return check_done();
}
