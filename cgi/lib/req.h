/* req.h - one request and its reply, as every part of a page sees it. */
#ifndef REQ_H
#define REQ_H

#include "arena.h"
#include "auth.h"
#include "cache.h"
#include "form.h"
#include "store.h"
#include "url.h"

enum method { GET, POST, OTHER_METHOD };
enum format { HTML, CSV, JSON };

struct reply {
	int status;           /* 0 until somebody answers */
	const char *type;     /* Content-Type */
	const char *location; /* 303: where to go */
	const char *cookie;   /* Set-Cookie, or NULL */
	const char *etag;     /* or NULL */
	const char *filename; /* of a download, or NULL */
	bool forget;          /* the browser is to drop what it has kept */
	const char *body;
	size_t length; /* of body, in bytes */
};

/*
 * What came in, who asks, and what goes out.  Texts are never NULL (absent is
 * ""), and all of it lives until the reply is sent.
 */
struct req {
	struct arena *arena;
	struct store *store;
	struct store *vault; /* NULL but in the program that signs people in */
	struct cache *cache; /* of finished pages; NULL for none */
	const char *build;   /* of the program: an older one's pages are old */
	const char *number; /* of this request; on error pages and in the log */

	/* as sent */
	enum method method;
	const char *path;  /* "/conversion.csv", decoded, without the query */
	const char *query; /* "from=2026-01-01&team=3", not decoded */
	const char *content_type, *body;
	size_t length; /* of body, in bytes */
	const char *cookies, *origin, *fetch_site, *accept_language;
	const char *if_none_match, *agent, *host;
	bool tls;
	bool twice; /* a header came twice that may not */

	/* as understood */
	const char *route;        /* "/conversion" */
	enum format format;       /* by the ending of the path */
	struct form_result *form; /* what was typed, and the messages */

	/* one reading of the clock */
	int64_t now;   /* UTC, seconds */
	int64_t today; /* the company's day */

	struct company company;
	struct viewer viewer;
	const char *token;    /* of the session, "" without one */
	const char *language; /* "en" or "ru" */
	const char *as;       /* NULL, or the login the tool asks for */

	struct reply reply;
};

/* Where the visitor reached us: "https://crm.example". */
const char *req_origin(const struct req *r);

/* Answers 303 to an address of ours, made as by printf. */
enum err req_redirect(struct req *r, const char *format, ...)
	__attribute__((format(printf, 2, 3), nonnull(2)));

/* Answers 200 with a body of this type. */
enum err req_send(struct req *r, const char *type, const char *body,
		  size_t length);

/* Sets or, with value "", removes the session's cookie. */
void req_session_cookie(struct req *r, const char *value);

/* The session's token in the cookies: "" when there is none.
 * Returns ERR_INPUT when it is there twice. */
enum err req_session_token(struct req *r, const char **token);

#endif
