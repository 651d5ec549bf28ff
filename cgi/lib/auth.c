/* auth.c - who asks, and what they may see and do. */
#include "auth.h"

#include <string.h>

#include "crypt.h"
#include "period.h"
#include "queries.h"

/* The one table of rights: which rows each role may see and change. */
static const struct right {
	const char *word;
	enum see read, write;
	bool writes;
} rights[] = {
	[VIEWER] = { "viewer", SEE_ALL, SEE_OWN, false },
	[REP] = { "rep", SEE_OWN, SEE_OWN, true },
	[LEAD] = { "lead", SEE_TEAM, SEE_TEAM, true },
	[HEAD] = { "head", SEE_ALL, SEE_ALL, true },
	[ADMINISTRATOR] = { "administrator", SEE_ALL, SEE_ALL, true },
};

enum role auth_role(const char *word)
{
	for (size_t i = 0; i < COUNT(rights); i++)
		if (strcmp(rights[i].word, word) == 0)
			return (enum role)i;
	BUG_IF(true); /* the schema allows these words only */
}

enum err auth_open(struct store *s, struct arena *a, const char *token,
		   int64_t now, struct session *session)
{
	struct session_open row;
	struct session_open_in in = {
		.token_hash = *token ? crypt_hash(a, token) : "",
		.seen_since = now - AUTH_IDLE,
		.created_since = now - AUTH_LONGEST,
	};

	if (!one_session_open(s, in, &row))
		return store_error(s) == OK ? ERR_DB : store_error(s);
	session->person = row.person_id;
	session->seen_at = row.seen_at;
	session->company = (struct company){
		.name = row.company,
		.time_zone = row.time_zone,
		.currency = row.currency,
		.language = row.company_language,
		.horizon_days = row.horizon_days,
		.new_cycle_days = row.new_cycle_days,
		.contact_days = row.contact_days,
		.sales_since_day = row.sales_since_day,
		.demo = row.demo,
		.change = row.change,
		.newest_day = row.newest_day,
	};
	return OK;
}

static struct scope scope_of(enum see see, const struct person_signed_in *row)
{
	return (struct scope){ .see = see,
			       .me = row->id,
			       .my_team = row->team_id };
}

enum err auth_viewer(struct store *s, int64_t person, int64_t today,
		     struct viewer *viewer)
{
	struct person_signed_in row;
	int64_t month = period_month(today);
	struct person_signed_in_in in = { .person = person,
					  .today = today,
					  .month = month,
					  .month_from =
						  period_month_start(month) };
	const struct right *right;

	*viewer = (struct viewer){ .seen_at = NONE };
	if (!one_person_signed_in(s, in, &row))
		return store_error(s);
	right = &rights[auth_role(row.role)];
	*viewer = (struct viewer){
		.known = true,
		.id = row.id,
		.login = row.login,
		.name = row.name,
		.language = row.language,
		.theme = row.theme,
		.role = auth_role(row.role),
		.read = scope_of(right->read, &row),
		.write = scope_of(right->write, &row),
		.writes = right->writes,
		.overdue = row.overdue,
		.seen_at = NONE,
	};
	return OK;
}

enum err auth_check(const struct viewer *viewer, enum need need)
{
	switch (need) {
	case ANYONE:
		return OK;
	case SIGNED_IN:
		return viewer->known ? OK : ERR_AUTH;
	case WRITER:
		if (!viewer->known)
			return ERR_AUTH;
		return viewer->writes ? OK : ERR_FORBIDDEN;
	}
	BUG_IF(true);
}

bool auth_same_origin(const char *fetch_site, const char *origin,
		      const char *own)
{
	if (*fetch_site)
		return strcmp(fetch_site, "same-origin") == 0;
	return *origin && strcmp(origin, own) == 0;
}

enum { HOUR = 60 * 60 };

static char *token_of(struct arena *a, const char *session_token,
		      const char *action, int64_t hour)
{
	return crypt_mac(
		a, session_token,
		arena_printf(a, "form %s %lld", action, (long long)hour));
}

char *auth_form_token(struct arena *a, const char *session_token,
		      const char *action, int64_t now)
{
	return token_of(a, session_token, action, now / HOUR);
}

bool auth_form_token_ok(struct arena *a, const char *session_token,
			const char *action, int64_t now, const char *token)
{
	bool ok = false;

	/* A form may be as old as its session, and a clock may step back. */
	for (int64_t age = -1; age <= AUTH_LONGEST / HOUR; age++) {
		const char *good =
			token_of(a, session_token, action, now / HOUR - age);

		ok |= crypt_equal(good, token);
	}
	return ok;
}
