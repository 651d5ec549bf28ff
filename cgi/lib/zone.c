/* zone.c - the door to the system's time zones. */
#include "zone.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "period.h"

enum { LONGEST = 64, DAY = 86400, REMEMBERED_BITS = 10 };

/* TZ belongs to the process, so does the zone in use. */
static char in_use[LONGEST];

/* Answers of zone_start and zone_day, which come again and again: of the day
 * or instant asked for last, among those that share a place. */
struct remembered {
	bool known;
	int64_t question, answer;
};

static struct remembered starts[1 << REMEMBERED_BITS],
	days[1 << REMEMBERED_BITS];

static struct remembered *place_of(struct remembered *list, int64_t question)
{
	uint64_t hash = (uint64_t)question * UINT64_C(0x9e3779b97f4a7c15);

	return &list[hash >> (64 - REMEMBERED_BITS)];
}

/* Whether a name can only point into the data base; those below right/ count
 * leap seconds, which UTC seconds here do not. */
static bool harmless(const char *name)
{
	size_t n = strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				"abcdefghijklmnopqrstuvwxyz0123456789/_+-");

	return n > 0 && n < LONGEST && !name[n] && name[0] != '/' &&
	       strncmp(name, "right/", 6) != 0;
}

/* Whether the data base holds the zone: the C library itself says nothing and
 * takes UTC instead. */
static bool on_file(const char *name)
{
	const char *folder = getenv("TZDIR");
	char path[4096], magic[4] = "";
	int n = snprintf(path, sizeof(path), "%s/%s",
			 folder && *folder ? folder : "/usr/share/zoneinfo",
			 name);
	bool found;
	FILE *f;

	if (n < 0 || (size_t)n >= sizeof(path))
		return false;
	f = fopen(path, "rbe");
	if (!f)
		return false;
	found = fread(magic, 1, sizeof(magic), f) == sizeof(magic) &&
		memcmp(magic, "TZif", sizeof(magic)) == 0;
	fclose(f);
	return found;
}

enum err zone_use(const char *name)
{
	char variable[LONGEST + 1];

	if (*in_use && strcmp(name, in_use) == 0)
		return OK;
	if (!harmless(name) || !on_file(name))
		return ERR_INPUT;
	snprintf(in_use, sizeof(in_use), "%s", name);
	snprintf(variable, sizeof(variable), ":%s", name);
	BUG_IF(setenv("TZ", variable, 1) != 0);
	tzset();
	memset(starts, 0, sizeof(starts));
	memset(days, 0, sizeof(days));
	return OK;
}

bool zone_known(void)
{
	return *in_use;
}

static struct tm local(int64_t at)
{
	time_t seconds = at;
	struct tm tm;

	BUG_IF(!*in_use);
	BUG_IF(!localtime_r(&seconds, &tm));
	return tm;
}

static int64_t day_of(int64_t at)
{
	struct tm tm = local(at);

	return period_day(tm.tm_year + INT64_C(1900), tm.tm_mon + 1,
			  tm.tm_mday);
}

int64_t zone_day(int64_t at)
{
	struct remembered *r = place_of(days, at);

	if (!r->known || r->question != at)
		*r = (struct remembered){ true, at, day_of(at) };
	return r->answer;
}

int64_t zone_minute(int64_t at)
{
	struct tm tm = local(at);

	return tm.tm_hour * 60 + tm.tm_min;
}

/* Searched, because midnight need not exist: clocks have gone forward at
 * midnight, and whole days were skipped.  No zone is a day away from UTC. */
static int64_t start_of(int64_t day)
{
	int64_t before = (day - 1) * DAY, after = (day + 1) * DAY;

	while (after - before > 1) {
		int64_t middle = before + (after - before) / 2;

		if (day_of(middle) < day)
			before = middle;
		else
			after = middle;
	}
	return after;
}

int64_t zone_start(int64_t day)
{
	struct remembered *r = place_of(starts, day);

	if (!r->known || r->question != day)
		*r = (struct remembered){ true, day, start_of(day) };
	return r->answer;
}
