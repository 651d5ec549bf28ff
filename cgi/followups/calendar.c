/* calendar.c - somebody's open follow-ups for the calendar on their phone. */
#include "calendar.h"

#include "lib/app.h"
#include "lib/crypt.h"
#include "lib/ical.h"
#include "lib/lang.h"
#include "queries.h"

enum { EVENTS_MOST = 1000 };

static const char PRODUCT[] = "-//Salesboard//Follow-ups//EN";

/* The address as the calendar reached it: it leads back to the same place. */
static const char *page_of(const struct req *r, int64_t id)
{
	return arena_printf(r->arena, "%s/followups?id=%lld", req_origin(r),
			    (long long)id);
}

static const char *whom(const struct req *r, const struct calendar_talks *t)
{
	if (*t->contact && *t->phone)
		return arena_printf(r->arena, "%s, %s", t->contact, t->phone);
	return *t->contact ? t->contact : t->phone;
}

/* A day is no time of a day: nothing else is kept from being planned. */
static void add_event(const struct req *r, struct ical *c,
		      const struct calendar_talks *t)
{
	ical_line(c, "BEGIN", "VEVENT");
	ical_text(c, "UID",
		  arena_printf(r->arena, "followup-%lld@salesboard",
			       (long long)t->id));
	ical_instant(c, "DTSTAMP", r->now);
	ical_instant(c, "CREATED", t->created_at);
	ical_line(c, "SEQUENCE",
		  arena_printf(r->arena, "%lld", (long long)t->version));
	ical_day(c, "DTSTART", t->due_day);
	ical_day(c, "DTEND", t->due_day + 1);
	ical_text(c, "SUMMARY",
		  arena_printf(r->arena, "%s: %s", t->customer, t->subject));
	ical_text(c, "DESCRIPTION", whom(r, t));
	ical_line(c, "URL", page_of(r, t->id));
	ical_line(c, "TRANSP", "TRANSPARENT");
	ical_line(c, "END", "VEVENT");
}

static void use_language(struct req *r, const char *language)
{
	r->language =
		lang_choose("", *language ? language : r->company.language);
	lang_use(r->language);
}

enum err calendar_send(struct req *r, const void *form)
{
	const struct calendar_ask *q = form;
	struct calendar_feed_whose_in in = { crypt_hash(r->arena, q->key) };
	struct calendar_feed_whose who;
	struct calendar_talks talk;
	struct buf *b = buf_new(r->arena);
	struct answer *a;
	struct ical *c;

	if (!one_calendar_feed_whose(r->store, in, &who))
		return store_error(r->store) == OK ? ERR_NOT_FOUND
						   : store_error(r->store);
	use_language(r, who.language);
	a = ask_calendar_talks(r->store, (struct calendar_talks_in){
						 who.person_id, EVENTS_MOST });
	c = ical_new(r->arena, b, PRODUCT,
		     arena_printf(r->arena, _("Follow-ups of %s"), who.name));
	while (next_calendar_talks(a, &talk))
		add_event(r, c, &talk);
	ical_finish(c);
	return store_error(r->store) == OK
		       ? req_send(r, "text/calendar; charset=utf-8",
				  buf_text(b), buf_length(b))
		       : store_error(r->store);
}
