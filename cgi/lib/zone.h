/* zone.h - the door to the system's time zones.
 *
 * An instant is UTC seconds since 1970; a day is the company's, as in
 * period.h.  A process speaks of one zone at a time: zone_use once per
 * request, then ask.  Nothing else may call tzset or set TZ. */
#ifndef ZONE_H
#define ZONE_H

#include "base.h"

/*
 * zone_use - chooses the zone of all further questions.
 * name: of the tz data base, "Europe/Moscow"; choosing the same again costs
 * nothing.
 * Returns ERR_INPUT, and keeps the zone chosen before, for a name that the
 * system does not know.
 */
enum err zone_use(const char *name);

/* Whether a zone is in use. */
bool zone_known(void);

/* The local day of an instant.  Asking before zone_use is a bug. */
int64_t zone_day(int64_t at);

/* The local time of an instant in minutes since midnight, 0 to 1439. */
int64_t zone_minute(int64_t at);

/*
 * zone_start - the first instant of a local day.  The day is all instants in
 * [zone_start(day), zone_start(day + 1)): 23, 24 or 25 hours, and none for a
 * day that was skipped (Samoa, 2011-12-30).
 */
int64_t zone_start(int64_t day);

#endif
