/* req.c - one request and its reply, as every part of a page sees it. */
#include "req.h"

#include <stdarg.h>
#include <string.h>

/* Browsers keep a __Host- cookie to this host and to TLS; without TLS (on
 * loopback) they would not take one. */
static const char *cookie_name(const struct req *r)
{
	return r->tls ? "__Host-sid" : "sid";
}

const char *req_origin(const struct req *r)
{
	return arena_printf(r->arena, "%s://%s", r->tls ? "https" : "http",
			    r->host);
}

enum err req_redirect(struct req *r, const char *format, ...)
{
	va_list args;
	const char *place;

	va_start(args, format);
	place = arena_vprintf(r->arena, format, args);
	va_end(args);
	/* An address of ours begins with one slash: "//x" is another host. */
	BUG_IF(place[0] != '/' || place[1] == '/' || place[1] == '\\');
	r->reply.status = 303;
	r->reply.location = place;
	r->reply.type = "text/plain; charset=utf-8";
	r->reply.body = "";
	r->reply.length = 0;
	return OK;
}

enum err req_send(struct req *r, const char *type, const char *body,
		  size_t length)
{
	r->reply.status = 200;
	r->reply.type = type;
	r->reply.body = body;
	r->reply.length = length;
	return OK;
}

void req_session_cookie(struct req *r, const char *value)
{
	r->reply.cookie = arena_printf(
		r->arena, "%s=%s; Path=/; HttpOnly; SameSite=Lax%s%s",
		cookie_name(r), value, r->tls ? "; Secure" : "",
		*value ? "" : "; Max-Age=0");
}

enum err req_session_token(struct req *r, const char **token)
{
	return url_cookie(r->arena, r->cookies, cookie_name(r), token);
}
