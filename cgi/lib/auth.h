/* auth.h - who asks, and what they may see and do.
 *
 * A session is a random token in a cookie; the store keeps its hash only.  It
 * ends after an hour without use and after twelve hours in any case.  A form
 * is carried out only when the browser says that it comes from our own page
 * and when it carries a token made from the session. */
#ifndef AUTH_H
#define AUTH_H

#include "store.h"

enum role { VIEWER, REP, LEAD, HEAD, ADMINISTRATOR };

/* What a route asks of its visitor.  The zero value is the strict one:
 * a route that forgets to say is closed to strangers. */
enum need {
	SIGNED_IN,
	ANYONE, /* also who is not signed in */
	WRITER, /* may change records */
};

enum { AUTH_IDLE = 60 * 60, AUTH_LONGEST = 12 * 60 * 60 }; /* seconds */

/* The company whose pages these are, as every page needs it. */
struct company {
	const char *name, *time_zone, *currency, *language;
	int64_t horizon_days, new_cycle_days, contact_days;
	int64_t sales_since_day; /* NONE when sales were always recorded */
	bool demo;
	int64_t change;     /* newest change: the same number, the same pages */
	int64_t newest_day; /* of anything recorded; sums speak of no earlier */
};

struct viewer {
	bool known; /* false: nobody is signed in; the rest is empty */
	int64_t id;
	const char *login, *name, *language, *theme; /* "" where not chosen */
	enum role role;
	struct scope read, write; /* rows to see, rows to change */
	bool writes;              /* may change anything at all */
	int64_t overdue;          /* own follow-ups past their day */
	int64_t seen_at;          /* of the session; NONE without one */
};

/* What a token opens. */
struct session {
	struct company company;
	int64_t person;  /* person.id, NONE when the token is no valid one */
	int64_t seen_at; /* when it was last in use, NONE likewise */
	struct viewer viewer; /* known to be nobody where no day was given */
};

/*
 * auth_open - reads the company, the session of a token and who it belongs to,
 * all asked at once.
 * token: as in the cookie, "" for none; now: UTC seconds; today: the day the
 * viewer is read for, which only the company's time zone tells for sure: NONE
 * reads no viewer.
 * Returns ERR_DB when the store holds no company yet.
 */
enum err auth_open(struct store *s, struct arena *a, const char *token,
		   int64_t now, int64_t today, struct session *session);

/* Fills viewer for a person on a day; viewer->known says whether they may
 * sign in at all. */
enum err auth_viewer(struct store *s, int64_t person, int64_t today,
		     struct viewer *viewer);

/* Whether the viewer meets a route's need: OK, ERR_AUTH or ERR_FORBIDDEN. */
enum err auth_check(const struct viewer *viewer, enum need need);

/* The role a word of person.role names. */
enum role auth_role(const char *word);

/*
 * auth_same_origin - whether a browser sent this form from our own page.
 * fetch_site, origin: the headers, "" when absent; own: "http://host".
 */
bool auth_same_origin(const char *fetch_site, const char *origin,
		      const char *own);

/* The token a form to action carries, and whether a token is one. */
char *auth_form_token(struct arena *a, const char *session_token,
		      const char *action, int64_t now);
bool auth_form_token_ok(struct arena *a, const char *session_token,
			const char *action, int64_t now, const char *token);

#endif
