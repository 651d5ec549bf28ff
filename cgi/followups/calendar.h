/* calendar.h - /followups/calendar: somebody's open follow-ups for the calendar
 * on their phone, at an address whose secret is the only key to it. */
#ifndef CALENDAR_H
#define CALENDAR_H

#include "lib/req.h"

#define CALENDAR_PATH "/followups/calendar"

enum { CALENDAR_KEY = 64 }; /* code points at most */

struct calendar_ask {
	const char *key; /* the secret */
};

/* Answers with a calendar, an event of a whole day for each follow-up; 404
 * when the secret is none, or its owner has left. */
enum err calendar_send(struct req *r, const void *form);

#endif
