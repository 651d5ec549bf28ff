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

static struct scope scope_of(enum see see, const struct person_signed_in *row)
{
	return (struct scope){ .see = see,
			       .me = row->id,
			       .my_team = row->team_id };
}

static void fill_viewer(const struct person_signed_in *row,
			struct viewer *viewer)
{
	const struct right *right = &rights[auth_role(row->role)];

	*viewer = (struct viewer){
		.known = true,
		.id = row->id,
		.login = row->login,
		.name = row->name,
		.language = row->language,
		.theme = row->theme,
		.role = auth_role(row->role),
		.read = scope_of(right->read, row),
		.write = scope_of(right->write, row),
		.writes = right->writes,
		.overdue = row->overdue,
		.seen_at = NONE,
	};
}

/* person NONE: by the session's token. */
static struct answer *ask_viewer(struct store *s, int64_t person,
				 const struct session_open_in *session,
				 int64_t today)
{
	int64_t month = period_month(today);

	return ask_person_signed_in(
		s, (struct person_signed_in_in){
			   .person = person == NONE ? 0 : person,
			   .token_hash = session->token_hash,
			   .seen_since = session->seen_since,
			   .created_since = session->created_since,
			   .today = today,
			   .month = month,
			   .month_from = period_month_start(month) });
}

static void read_viewer(struct answer *a, struct viewer *viewer)
{
	struct person_signed_in row;

	*viewer = (struct viewer){ .seen_at = NONE };
	while (next_person_signed_in(a, &row))
		fill_viewer(&row, viewer);
}

static void fill_company(const struct session_open *row,
			 struct company *company)
{
	*company = (struct company){
		.name = row->company,
		.time_zone = row->time_zone,
		.currency = row->currency,
		.language = row->company_language,
		.horizon_days = row->horizon_days,
		.new_cycle_days = row->new_cycle_days,
		.contact_days = row->contact_days,
		.sales_since_day = row->sales_since_day,
		.demo = row->demo,
		.change = row->change,
		.newest_day = row->newest_day,
	};
}

enum err auth_open(struct store *s, struct arena *a, const char *token,
		   int64_t now, int64_t today, struct session *session)
{
	struct session_open_in in = {
		.token_hash = *token ? crypt_hash(a, token) : "",
		.seen_since = now - AUTH_IDLE,
		.created_since = now - AUTH_LONGEST,
	};
	struct answer *opened = ask_session_open(s, in);
	struct answer *viewer =
		today == NONE ? NULL : ask_viewer(s, NONE, &in, today);
	struct session_open row;
	bool found = false;

	*session = (struct session){ .person = NONE, .seen_at = NONE };
	while (next_session_open(opened, &row)) {
		found = true;
		session->person = row.person_id;
		session->seen_at = row.seen_at;
		fill_company(&row, &session->company);
	}
	if (viewer)
		read_viewer(viewer, &session->viewer);
	if (store_error(s) != OK)
		return store_error(s);
	return found ? OK : ERR_DB;
}

enum err auth_viewer(struct store *s, int64_t person, int64_t today,
		     struct viewer *viewer)
{
	struct session_open_in nobody = { .token_hash = "" };

	read_viewer(ask_viewer(s, person, &nobody, today), viewer);
	return store_error(s);
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
