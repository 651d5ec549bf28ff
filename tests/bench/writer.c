/* writer.c - somebody at work: one real change a second, until it is ended.
 *
 *	writer STORE-URL LEADS
 *
 * Each records that a lead was contacted, as a program of the site would; all
 * over the leads, and with them over teams, sources and months. */
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "lib/lead.h"
#include "lib/rollup.h"
#include "lib/str.h"
#include "lib/zone.h"

static enum err contact(struct store *s, void *arg)
{
	const struct lead_fact *fact = arg;

	return lead_contacted(s, *fact);
}

int main(int argc, char **argv)
{
	struct arena *a = arena_new();
	struct store *s;
	int64_t leads;

	if (argc != 3 || str_int(argv[2], &leads) != OK || leads < 1 ||
	    zone_use("Europe/Moscow") != OK ||
	    store_open(argv[1], STORE_COMPANY, STORE_READ_WRITE, &s) != OK)
		return 2;
	rollup_keep(s, ROLLUP_JUDGE_FEW);
	for (int64_t i = 1;; i++) {
		struct lead_fact fact = { 1 + i * 7919 % leads,
					  (int64_t)time(NULL), NONE, "" };

		if (store_write(s, a, contact, &fact) != OK)
			fputs("writer: a change was not saved\n", stderr);
		arena_reset(a);
		sleep(1);
	}
}
