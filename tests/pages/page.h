/* page.h - asks a program for pages in-process, on a store of its own.
 *
 * page_start makes an empty company (USD, UTC, horizon 90 days) in a temporary
 * folder; page_fill runs a callback that writes the fixture; page_get and
 * page_post go the whole way of a request, signed in as somebody, at a fixed
 * time.  Everything lives until page_stop. */
#ifndef PAGE_H
#define PAGE_H

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../check.h"
#include "../test_store.h"
#include "lib/app.h"
#include "lib/crypt.h"
#include "lib/followup.h"
#include "lib/period.h"
#include "lib/rollup.h"
#include "queries.h"

/* 2026-11-25 12:00 UTC, a Wednesday. */
enum { PAGE_NOW = 1795608000, PAGE_TODAY = 20782 };

struct page {
	int status;
	const char *type, *location, *etag, *cookie;
	const char *body;
};

static struct {
	const struct app *app;
	struct arena *arena;
	struct store *store, *vault;
	struct cache *cache;
	const char *build;
	const char *folder, *url;
	int64_t now;
	const char *if_none_match;
} page_state;

static inline enum err page_company(struct store *s, void *arg)
{
	const struct company_add_in in = {
		.name = "Test company",
		.time_zone = "UTC",
		.currency = "USD",
		.language = "en",
		.horizon_days = 90,
		.new_cycle_days = 180,
		.contact_days = 14,
		.sales_since_day = NONE,
		.now = PAGE_NOW,
	};

	(void)arg;
	return run_company_add(s, in);
}

static inline const char *page_share(void)
{
	const char *share = getenv("SALESBOARD_SHARE");

	return share ? share : "build";
}

static inline void page_start(const struct app *app)
{
	static char folder[] = "/tmp/salesboard-page-XXXXXX";
	struct store_migrated done;

	page_state.app = app;
	page_state.build = "test";
	page_state.cache = cache_new(1000000);
	page_state.arena = arena_new();
	page_state.now = PAGE_NOW;
	page_state.folder = mkdtemp(folder);
	BUG_IF(!page_state.folder);
	page_state.url = test_store_url(page_state.arena, page_state.folder);
	BUG_IF(store_migrate(page_state.url, &done) != OK);
	app_load(page_share(), app->name);
	BUG_IF(app_start(app, page_state.url, &page_state.store,
			 &page_state.vault) != OK);
}

/* Writes a fixture, whatever rights the program itself has. */
static inline void page_fill(enum err (*work)(struct store *s, void *arg),
			     void *arg)
{
	struct store *s;

	BUG_IF(store_open(page_state.url, STORE_COMPANY, STORE_READ_WRITE,
			  &s) != OK);
	rollup_keep(s, ROLLUP_JUDGE_ALWAYS);
	BUG_IF(store_write(s, page_state.arena, work, arg) != OK);
	store_close(s);
}

static inline enum err page_audit(struct store *s, void *arg)
{
	int64_t wrong = 0;
	enum err e = rollup_audit(s, arg, &wrong);

	CHECK_INT(wrong, 0);
	return e;
}

/* A call planned by hand for a customer, with the note "Kept inside"; its id.
 */
static inline int64_t page_planned(struct store *s, int64_t customer,
				   int64_t owner, const char *subject,
				   int64_t due_day)
{
	struct followup_act act = { { .see = SEE_ALL }, PAGE_NOW, PAGE_TODAY };
	struct followup_plan plan = { .customer = customer,
				      .owner = owner,
				      .kind = "call",
				      .cause = "hand",
				      .subject = subject,
				      .note = "Kept inside",
				      .due_day = due_day };
	int64_t id = 0;

	followup_add(s, &act, &plan, &id);
	return id;
}

/* Whatever was written, the sums agree with the records. */
static inline void page_check_sums(void)
{
	struct arena *a = arena_new();

	CHECK_INT(store_read(page_state.store, a, page_audit, a), OK);
	arena_free(a);
}

static inline void page_stop(void)
{
	char *command =
		arena_printf(page_state.arena, "%s/test.db", page_state.folder);
	static const char *const endings[] = { "", "-wal", "-shm", ".lock" };

	page_check_sums();
	for (size_t i = 0; i < COUNT(endings); i++) {
		unlink(arena_printf(page_state.arena, "%s%s", command,
				    endings[i]));
		unlink(arena_printf(page_state.arena, "%s.vault%s", command,
				    endings[i]));
	}
	rmdir(page_state.folder);
	store_close(page_state.store);
	store_close(page_state.vault);
	cache_free(page_state.cache);
	arena_free(page_state.arena);
}

/* A person who can sign in; team 0 for none.  Returns person.id.  Inside
 * page_fill only. */
static inline int64_t page_person(struct store *s, const char *login,
				  const char *role, int64_t team)
{
	struct person_add_in in = { .login = login,
				    .name = login,
				    .name_key = login,
				    .email = "",
				    .role = role,
				    .language = "",
				    .origin = "",
				    .origin_id = "",
				    .now = PAGE_NOW };
	struct person_add row = { 0 };
	struct membership_set_in member = { .from_day = 0, .team = team };

	one_person_add(s, in, &row);
	member.person = row.id;
	if (team)
		run_membership_set(s, member);
	return row.id;
}

static inline int64_t page_team(struct store *s, const char *name)
{
	struct team_add_in in = { .name = name,
				  .name_key = name,
				  .region = "" };
	struct team_add row = { 0 };

	one_team_add(s, in, &row);
	return row.id;
}

/* A lead of a day, assigned to owner at once; source may be NONE.  Returns
 * lead.id.  Inside page_fill only. */
static inline int64_t page_lead(struct store *s, int64_t owner, int64_t source,
				int64_t day, const char *name)
{
	struct lead_add_in in = {
		.name = name,
		.name_key = name,
		.email = "",
		.email_key = "",
		.phone = "",
		.phone_key = "",
		.source = source,
		.campaign = NONE,
		.product = NONE,
		.segment = NONE,
		.customer = NONE,
		.created_at = day * 86400,
		.created_day = day,
		.origin = "",
		.origin_id = "",
		.created_month = period_month(day),
	};
	struct lead_event_add_in assigned = {
		.kind = "assigned",
		.at = day * 86400,
		.day = day,
		.actor = NONE,
		.owner = owner,
		.step = NONE,
		.reason = NONE,
		.note = "",
	};

	store_new_id(s, "lead", &in.id);
	in.prospect = assigned.lead = in.id;
	run_lead_add(s, in);
	run_lead_event_add(s, assigned);
	return in.id;
}

/* Something that happens to a lead, a minute into the day. */
static inline void page_lead_event(struct store *s, int64_t lead,
				   const char *kind, int64_t day)
{
	struct lead_event_add_in in = {
		.lead = lead,
		.kind = kind,
		.at = day * 86400 + 60,
		.day = day,
		.actor = NONE,
		.owner = NONE,
		.step = NONE,
		.reason = NONE,
		.note = "",
	};

	run_lead_event_add(s, in);
}

/* A customer of whom only the name is known, to be added by one_customer_add
 * after the test has said more. */
static inline struct customer_add_in page_customer(const char *name)
{
	return (struct customer_add_in){
		.name = name,
		.name_key = str_fold(page_state.arena, name),
		.contact = "",
		.email = "",
		.email_key = "",
		.phone = "",
		.phone_key = "",
		.segment = "",
		.manager = NONE,
		.contract_end_day = NONE,
		.origin = "",
		.origin_id = "",
		.now = PAGE_NOW,
		.today = PAGE_TODAY,
	};
}

/* One of that name; manager: a person, or NONE.  Returns customer.id.  Inside
 * page_fill only. */
static inline int64_t page_customer_of(struct store *s, const char *name,
				       int64_t manager)
{
	struct customer_add_in in = page_customer(name);
	struct customer_add row = { 0 };

	in.manager = manager;
	one_customer_add(s, in, &row);
	return row.id;
}

/* A purchase of a day, or of a negative amount the refund of one; lead and
 * refund_of may be NONE.  Returns purchase.id.  Inside page_fill only. */
static inline int64_t page_purchase(struct store *s, int64_t customer,
				    int64_t lead, int64_t day, int64_t amount,
				    int64_t refund_of)
{
	struct purchase_add_in in = {
		.customer = customer,
		.lead = lead,
		.product = NONE,
		.refund_of = refund_of,
		.at = day * 86400,
		.day = day,
		.month = period_month(day),
		.amount = amount,
		.currency = "USD",
		.base_amount = amount,
		.origin = "",
		.origin_id = "",
	};
	struct purchase_add row = { 0 };

	one_purchase_add(s, in, &row);
	if (lead != NONE)
		run_lead_customer_set(
			s, (struct lead_customer_set_in){ lead, customer });
	return row.id;
}

/* ---- asking ----------------------------------------------------------------
 */

struct page_session {
	const char *login, *token;
};

static inline enum err page_sign_in(struct store *s, void *arg)
{
	const struct page_session *session = arg;
	struct person_by_login_in find = { .login = session->login };
	struct person_by_login person;
	struct session_add_in in = {
		.token_hash = crypt_hash(page_state.arena, session->token),
		.now = page_state.now,
		.agent = "test",
	};

	if (!one_person_by_login(s, find, &person))
		return ERR_NOT_FOUND;
	in.person = person.id;
	return run_session_add(s, in);
}

/* A session of a person: the token of its cookie. */
static inline const char *page_token(const char *login)
{
	struct page_session session = { login,
					crypt_random_256(page_state.arena) };

	page_fill(page_sign_in, &session);
	return session.token;
}

static inline struct page page_ask(struct req *r, const char *address,
				   const char *token)
{
	const char *question = strchr(address, '?');
	size_t n = question ? (size_t)(question - address) : strlen(address);

	r->arena = page_state.arena;
	r->store = page_state.store;
	r->vault = page_state.vault;
	r->cache = page_state.cache;
	r->build = page_state.build;
	r->path = arena_strndup(r->arena, address, n);
	r->query = question ? question + 1 : "";
	r->cookies = *token ? arena_printf(r->arena, "sid=%s", token) : "";
	r->fetch_site = "same-origin";
	r->origin = "";
	r->accept_language = "";
	r->if_none_match =
		page_state.if_none_match ? page_state.if_none_match : "";
	r->agent = "test";
	r->host = "localhost";
	r->now = page_state.now;
	app_handle(page_state.app, r);
	return (struct page){ r->reply.status,   r->reply.type,
			      r->reply.location, r->reply.etag,
			      r->reply.cookie,   r->reply.body };
}

/* In a session; token "" asks without one. */
static inline struct page page_get_in(const char *address, const char *token)
{
	struct req r = { .method = GET, .content_type = "", .body = "" };

	return page_ask(&r, address, token);
}

/* In a new session; login "" asks without one. */
static inline struct page page_get(const char *address, const char *login)
{
	return page_get_in(address, *login ? page_token(login) : "");
}

/* Sends a form with a good token and a new id, as its page would. */
static inline struct page page_post_in(const char *address, const char *token,
				       const char *fields)
{
	struct req r = {
		.method = POST,
		.content_type = "application/x-www-form-urlencoded",
	};

	r.body = arena_printf(page_state.arena, "%s%s_token=%s&_once=%s",
			      fields, *fields ? "&" : "",
			      auth_form_token(page_state.arena, token, address,
					      page_state.now),
			      crypt_random_128(page_state.arena));
	r.length = strlen(r.body);
	return page_ask(&r, address, token);
}

static inline struct page page_post(const char *address, const char *login,
				    const char *fields)
{
	return page_post_in(address, page_token(login), fields);
}

/* Whether a page holds a text. */
/* A text made as by printf; it lives until page_stop. */
static inline const char *page_text(const char *format, ...)
	__attribute__((format(printf, 1, 2)));

static inline const char *page_text(const char *format, ...)
{
	va_list args;
	const char *made;

	va_start(args, format);
	made = arena_vprintf(page_state.arena, format, args);
	va_end(args);
	return made;
}

static inline bool page_has(struct page p, const char *text)
{
	return p.body && strstr(p.body, text);
}

/* CHECKs the status and that the text stands in the page, telling which. */
#define CHECK_PAGE(got_page, wanted_status, text)                              \
	do {                                                                   \
		struct page checked_ = (got_page);                             \
		if (!CHECK_INT(checked_.status, wanted_status) ||              \
		    !check_that(page_has(checked_, text), __FILE__, __LINE__,  \
				text))                                         \
			printf("%.3000s\n", checked_.body);                    \
	} while (0)

/* Both are on the page, and one comes first. */
static inline bool page_before(struct page p, const char *first,
			       const char *second)
{
	const char *a = strstr(p.body, first), *b = strstr(p.body, second);

	return a && b && a < b;
}

/* How often a text is on a page. */
static inline int64_t page_times(struct page p, const char *text)
{
	int64_t n = 0;

	for (const char *c = p.body; (c = strstr(c, text)); c++)
		n++;
	return n;
}

/* The number behind a mark of a page; 0, and a failure, without the mark. */
static inline int64_t page_number(struct page p, const char *mark)
{
	const char *at = strstr(p.body, mark);

	CHECK(at != NULL);
	return at ? strtoll(at + strlen(mark), NULL, 10) : 0;
}

#endif
