/* smtp.c - hands messages to a mail server, by libcurl. */
#include "smtp.h"

#include <curl/curl.h>
#include <dlfcn.h>
#include <string.h>

#include "lib/log.h"

/* Seconds: those that RFC 5321, 4.5.3.2, wants a sender to wait, at least. */
enum { CONNECT = 60, ANSWER = 5 * 60, MESSAGE = 15 * 60 };

/* ---- the library ----------------------------------------------------------
 */

#define CURL_FUNCTIONS(X)                                                      \
	X(easy_init)                                                           \
	X(easy_setopt)                                                         \
	X(easy_perform)                                                        \
	X(easy_getinfo)                                                        \
	X(easy_strerror)                                                       \
	X(easy_cleanup)                                                        \
	X(slist_append)                                                        \
	X(slist_free_all)

#define CURL_MEMBER(name) __typeof__(curl_##name) *(name);

/* Loaded when the first message is to be sent: it brings thirty libraries
 * along, which the program does without in all its other commands. */
static struct {
	CURL_FUNCTIONS(CURL_MEMBER)
} curl;

/* A function's address as an object's: POSIX says that they fit (dlsym). */
static bool find(void *library, const char *name, void *place)
{
	void *address = dlsym(library, name);

	memcpy(place, &address, sizeof(address));
	return address;
}

static bool load(void)
{
	void *library;

	if (curl.easy_init)
		return true;
	library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
#define CURL_FIND(name) find(library, "curl_" #name, &curl.name) &&
	if (library && CURL_FUNCTIONS(CURL_FIND) true)
		return true;
	LOG_ERROR("library=libcurl problem=\"%s\"", dlerror());
	memset(&curl, 0, sizeof(curl));
	return false;
}

/* ---- one server -----------------------------------------------------------
 */

struct smtp {
	struct arena *arena;
	CURL *handle;
	const char *said; /* its last answer, "" for none */
	const char *message;
	size_t left; /* bytes of message that are still to be sent */
};

static size_t give(char *buffer, size_t size, size_t n, void *arg)
{
	struct smtp *s = arg;
	size_t part = size * n < s->left ? size * n : s->left;

	memcpy(buffer, s->message, part);
	s->message += part;
	s->left -= part;
	return part;
}

/* A server may answer in letters of any kind, which go into logs and pages. */
static char *in_ascii(struct arena *a, const char *line, size_t length)
{
	char *text = arena_strndup(a, line, length);

	for (size_t i = 0; i < length; i++)
		if (text[i] < ' ' || text[i] > '~')
			text[i] = '?';
	return text;
}

/* Each line of an answer comes by itself.  What follows a refusal is but the
 * answer to our leave. */
static size_t hear(char *line, size_t size, size_t n, void *arg)
{
	struct smtp *s = arg;
	size_t length = size * n;

	while (length > 0 && strchr("\r\n", line[length - 1]))
		length--;
	if (*s->said != '4' && *s->said != '5')
		s->said = in_ascii(s->arena, line, length);
	return size * n;
}

bool smtp_server(const char *text)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz"
				      "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				      "0123456789.-:[]";

	return *text && strlen(text) < 256 &&
	       text[strspn(text, letters)] == '\0';
}

static bool on_this_machine(const char *server)
{
	return strncmp(server, "127.", 4) == 0 ||
	       strncmp(server, "[::1]", 5) == 0 ||
	       strcmp(server, "localhost") == 0 ||
	       strncmp(server, "localhost:", 10) == 0;
}

static void set_up(struct smtp *s, const char *server)
{
	CURL *h = s->handle;
	long tls = on_this_machine(server) ? CURLUSESSL_NONE : CURLUSESSL_ALL;

	curl.easy_setopt(h, CURLOPT_URL,
			 arena_printf(s->arena, "smtp://%s", server));
	curl.easy_setopt(h, CURLOPT_PROTOCOLS_STR, "smtp");
	curl.easy_setopt(h, CURLOPT_PROXY, "");
	curl.easy_setopt(h, CURLOPT_USE_SSL, tls);
	curl.easy_setopt(h, CURLOPT_NOSIGNAL, 1L);
	curl.easy_setopt(h, CURLOPT_CONNECTTIMEOUT, (long)CONNECT);
	curl.easy_setopt(h, CURLOPT_SERVER_RESPONSE_TIMEOUT, (long)ANSWER);
	curl.easy_setopt(h, CURLOPT_TIMEOUT, (long)MESSAGE);
	curl.easy_setopt(h, CURLOPT_UPLOAD, 1L);
	curl.easy_setopt(h, CURLOPT_READFUNCTION, give);
	curl.easy_setopt(h, CURLOPT_READDATA, (void *)s);
	curl.easy_setopt(h, CURLOPT_HEADERFUNCTION, hear);
	curl.easy_setopt(h, CURLOPT_HEADERDATA, (void *)s);
}

struct smtp *smtp_open(struct arena *a, const char *server)
{
	struct smtp *s = arena_zalloc(a, sizeof(*s));

	BUG_IF(!smtp_server(server));
	if (!load())
		return NULL;
	*s = (struct smtp){ .arena = a, .handle = curl.easy_init() };
	BUG_IF(!s->handle); /* no memory */
	set_up(s, server);
	return s;
}

/* What the answers were, by the number of the last one. */
static enum smtp_end end_of(struct smtp *s, CURLcode code, const char **said)
{
	long number = 0;

	curl.easy_getinfo(s->handle, CURLINFO_RESPONSE_CODE, &number);
	*said = *s->said ? s->said : curl.easy_strerror(code);
	if (code == CURLE_OK)
		return SMTP_TAKEN;
	if (number >= 400 && number < 500)
		return SMTP_LATER;
	if (number >= 500 && number < 600)
		return SMTP_REFUSED;
	*said = curl.easy_strerror(code);
	return SMTP_AWAY;
}

enum smtp_end smtp_send(struct smtp *s, const char *from, const char *to,
			const char *message, size_t length, const char **said)
{
	struct curl_slist *whom = curl.slist_append(NULL, to);
	enum smtp_end end;

	BUG_IF(!whom);
	s->said = "";
	s->message = message;
	s->left = length;
	curl.easy_setopt(s->handle, CURLOPT_MAIL_FROM, from);
	curl.easy_setopt(s->handle, CURLOPT_MAIL_RCPT, whom);
	curl.easy_setopt(s->handle, CURLOPT_INFILESIZE_LARGE,
			 (curl_off_t)length);
	end = end_of(s, curl.easy_perform(s->handle), said);
	curl.easy_setopt(s->handle, CURLOPT_MAIL_RCPT, NULL);
	curl.slist_free_all(whom);
	return end;
}

void smtp_close(struct smtp *s)
{
	curl.easy_cleanup(s->handle);
}
