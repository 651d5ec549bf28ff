/* main.c - the main of every FastCGI program: the loop in which each of its
 * workers serves requests.
 *
 * libfcgi reads the protocol; accepting and answering are ours, because its
 * own loop drops requests when it is told to stop, and answers half as fast:
 * the whole answer leaves in one write, and only after the body was read to
 * its end, so that nginx never sees half a page. */
#include <errno.h>
#include <fcgiapp.h>
#include <getopt.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

#include "app.h"
#include "build.h"
#include "crypt.h"
#include "lang.h"
#include "log.h"
#include "tpl.h"
#include "workers.h"

/* Each program is built with -DAPP=app_NAME. */
extern const struct app APP;

enum {
	BACKLOG = 1024,
	REQUESTS_MOST = 10000, /* then a worker makes room for a new one */
	CACHE = 1024 * 1024,   /* bytes of finished pages in a worker */
	RECORD = 65535,        /* bytes of content in a FastCGI record */
	STDOUT_RECORD = 6,
	END_RECORD = 3,
};

struct options {
	const char *listen, *store, *share;
	int workers;
	int listener; /* descriptor of the socket at listen */
};

static volatile sig_atomic_t stopping;

/* A signal between the test of the flag and accept would be lost: the timer
 * sends it again. */
static void on_stop(int signal_number)
{
	static const struct itimerval again = { { 0, 50000 }, { 0, 50000 } };

	(void)signal_number;
	stopping = 1;
	setitimer(ITIMER_REAL, &again, NULL);
}

static void on_timer(int signal_number)
{
	(void)signal_number;
}

static void handle_signals(void)
{
	struct sigaction stop = { .sa_handler = on_stop };
	struct sigaction timer = { .sa_handler = on_timer };
	struct sigaction ignore = { .sa_handler = SIG_IGN };

	sigaction(SIGTERM, &stop, NULL);
	sigaction(SIGINT, &stop, NULL);
	sigaction(SIGALRM, &timer, NULL);
	sigaction(SIGPIPE, &ignore, NULL);
	sigaction(SIGXFSZ, &ignore, NULL);
	sigaction(SIGUSR1, &ignore, NULL);
}

static void block_stop(int how)
{
	sigset_t set;

	sigemptyset(&set);
	sigaddset(&set, SIGTERM);
	sigaddset(&set, SIGINT);
	sigaddset(&set, SIGALRM);
	sigprocmask(how, &set, NULL);
}

/* ---- one request ------------------------------------------------------------
 */

static const char *header(const FCGX_Request *f, const char *name)
{
	const char *value = FCGX_GetParam(name, f->envp);

	return value ? value : "";
}

/* nginx passes a header that came twice as two parameters. */
static bool cookie_twice(const FCGX_Request *f)
{
	int n = 0;

	for (char **p = f->envp; *p; p++)
		n += strncmp(*p, "HTTP_COOKIE=", strlen("HTTP_COOKIE=")) == 0;
	return n > 1;
}

/* The announced length of the body; -1 when it is not a small number. */
static int64_t content_length(const char *text)
{
	int64_t length = 0;

	if (strlen(text) > 9)
		return -1;
	for (; *text; text++) {
		if (*text < '0' || *text > '9')
			return -1;
		length = length * 10 + (*text - '0');
	}
	return length;
}

/* Reads the body to its end, whatever was announced: an unread rest makes
 * the kernel reset the connection, and nginx drop the answer. */
static enum err read_body(struct req *r, FCGX_Request *f)
{
	int64_t announced = content_length(header(f, "CONTENT_LENGTH"));
	char *body, rest[4096];
	int n;

	if (announced < 0 || announced > APP_BODY_MOST)
		announced = 0, r->twice = true;
	body = arena_zalloc(r->arena, (size_t)announced + 1);
	n = FCGX_GetStr(body, (int)announced, f->in);
	r->body = body;
	r->length = n > 0 ? (size_t)n : 0;
	while (FCGX_GetStr(rest, sizeof(rest), f->in) > 0)
		r->twice = true; /* more than announced */
	return r->length == (size_t)announced ? OK : ERR_INPUT;
}

static enum method method_of(const char *word)
{
	if (strcmp(word, "POST") == 0)
		return POST;
	/* nginx leaves the body of an answer to HEAD away. */
	if (strcmp(word, "GET") == 0 || strcmp(word, "HEAD") == 0)
		return GET;
	return OTHER_METHOD;
}

static void read_request(struct req *r, FCGX_Request *f)
{
	const char *method = header(f, "REQUEST_METHOD");

	r->method = method_of(method);
	r->path = header(f, "DOCUMENT_URI");
	r->query = header(f, "QUERY_STRING");
	r->content_type = header(f, "CONTENT_TYPE");
	r->cookies = header(f, "HTTP_COOKIE");
	r->origin = header(f, "HTTP_ORIGIN");
	r->fetch_site = header(f, "HTTP_SEC_FETCH_SITE");
	r->accept_language = header(f, "HTTP_ACCEPT_LANGUAGE");
	r->if_none_match = header(f, "HTTP_IF_NONE_MATCH");
	r->agent = header(f, "HTTP_USER_AGENT");
	r->host = header(f, "HTTP_HOST");
	r->tls = strcmp(header(f, "HTTPS"), "on") == 0;
	r->twice = cookie_twice(f);
	r->now = (int64_t)time(NULL);
	if (read_body(r, f) != OK)
		r->twice = true;
}

/* ---- the answer -------------------------------------------------------- */

static void add_header(char *out, size_t size, const char *name,
		       const char *value)
{
	size_t n = strlen(out);

	if (!value)
		return;
	/* A line end in a value would start a header of the visitor's own. */
	for (const char *c = value; *c; c++)
		BUG_IF((unsigned char)*c < 0x20 || *c == 0x7f);
	snprintf(out + n, size - n, "%s: %s\r\n", name, value);
}

static const char *reason_of(int status)
{
	static const struct reason {
		int status;
		const char *words;
	} reasons[] = {
		{ 200, "OK" },
		{ 303, "See Other" },
		{ 304, "Not Modified" },
		{ 400, "Bad Request" },
		{ 401, "Unauthorized" },
		{ 403, "Forbidden" },
		{ 404, "Not Found" },
		{ 405, "Method Not Allowed" },
		{ 409, "Conflict" },
		{ 422, "Unprocessable Content" },
		{ 429, "Too Many Requests" },
		{ 503, "Service Unavailable" },
	};

	for (size_t i = 0; i < COUNT(reasons); i++)
		if (reasons[i].status == status)
			return reasons[i].words;
	return "Internal Server Error";
}

static char *reply_head(struct req *r)
{
	const struct reply *reply = &r->reply;
	size_t size = 4096 + (reply->location ? strlen(reply->location) : 0);
	char *out = arena_zalloc(r->arena, size);
	const char *disposition = NULL;

	if (reply->filename)
		disposition =
			arena_printf(r->arena, "attachment; filename=\"%s\"",
				     reply->filename);
	snprintf(out, size, "Status: %d %s\r\n", reply->status,
		 reason_of(reply->status));
	add_header(out, size, "Content-Type", reply->type);
	add_header(out, size, "Location", reply->location);
	add_header(out, size, "Set-Cookie", reply->cookie);
	add_header(out, size, "ETag", reply->etag);
	add_header(out, size, "Cache-Control",
		   reply->etag ? "private, no-cache" : "no-store");
	add_header(out, size, "Vary", reply->etag ? "Cookie" : NULL);
	add_header(out, size, "Content-Disposition", disposition);
	add_header(out, size, "Clear-Site-Data",
		   reply->forget ? "\"cache\"" : NULL);
	if (reply->status != 304)
		add_header(out, size, "Content-Length",
			   arena_printf(r->arena, "%zu", reply->length));
	BUG_IF(strlen(out) + 3 > size);
	snprintf(out + strlen(out), 3, "\r\n");
	return out;
}

static size_t put_record(unsigned char *out, int type, int id,
			 const void *content, size_t length)
{
	unsigned char head[8] = { 1,
				  (unsigned char)type,
				  (unsigned char)(id >> 8),
				  (unsigned char)id,
				  (unsigned char)(length >> 8),
				  (unsigned char)length,
				  0,
				  0 };

	memcpy(out, head, sizeof(head));
	if (length)
		memcpy(out + sizeof(head), content, length);
	return sizeof(head) + length;
}

/* Head and body as FastCGI records, ready for one write. */
static unsigned char *packed(struct req *r, int id, size_t *size)
{
	static const unsigned char done[8];
	struct buf *answer = buf_new(r->arena);
	unsigned char *out;
	size_t total, n = 0;

	buf_text_add(answer, reply_head(r));
	buf_add(answer, r->reply.body, r->reply.length);
	total = buf_length(answer);
	out = arena_zalloc(r->arena, total + (total / RECORD + 4) * 8);
	for (size_t at = 0; at < total; at += RECORD)
		n += put_record(out + n, STDOUT_RECORD, id,
				buf_text(answer) + at,
				total - at < RECORD ? total - at : RECORD);
	n += put_record(out + n, STDOUT_RECORD, id, NULL, 0);
	n += put_record(out + n, END_RECORD, id, done, sizeof(done));
	*size = n;
	return out;
}

static void send_reply(struct req *r, const FCGX_Request *f)
{
	size_t size, sent = 0;
	const unsigned char *out = packed(r, f->requestId, &size);

	while (sent < size) {
		ssize_t n =
			send(f->ipcFd, out + sent, size - sent, MSG_NOSIGNAL);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return; /* the visitor has left */
		sent += (size_t)n;
	}
}

/* What a worker keeps from one request to the next. */
struct worker {
	struct arena *arena;
	struct store *store, *vault;
	struct cache *cache;
};

static void serve(const struct worker *w, FCGX_Request *f)
{
	struct req r = { .build = BUILD_ID,
			 .arena = w->arena,
			 .store = w->store,
			 .vault = w->vault,
			 .cache = w->cache };
	struct timespec begin, end;
	int64_t ms;

	clock_gettime(CLOCK_MONOTONIC, &begin);
	read_request(&r, f);
	app_handle(&APP, &r);
	send_reply(&r, f);
	clock_gettime(CLOCK_MONOTONIC, &end);
	ms = (end.tv_sec - begin.tv_sec) * 1000 +
	     (end.tv_nsec - begin.tv_nsec) / 1000000;
	log_line(APP.name, 0, "request",
		 "number=%s person=%lld method=%s status=%d ms=%lld "
		 "path=\"%.200s\"",
		 r.number, (long long)r.viewer.id,
		 r.method == POST ? "POST" : "GET", r.reply.status,
		 (long long)ms, r.path);
	arena_reset(w->arena);
}

/* ---- a worker ---------------------------------------------------------- */

/* The next connection, or -1 when it is time to stop. */
static int next_connection(int listener)
{
	static const struct timeval patience = { 2, 0 };

	while (!stopping) {
		int fd;

		block_stop(SIG_UNBLOCK);
		fd = accept4(listener, NULL, NULL, SOCK_CLOEXEC);
		block_stop(SIG_BLOCK);
		if (fd >= 0) {
			/* Who connects and says nothing must not hold it. */
			setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience,
				   sizeof(patience));
			return fd;
		}
		if (errno != EINTR && errno != ECONNABORTED &&
		    errno != EAGAIN) {
			LOG_ERROR("accept=\"%s\"", strerror(errno));
			return -1;
		}
	}
	return -1;
}

static void loop(int listener, const struct worker *w)
{
	FCGX_Request f;

	/* No listening socket for the library: it must not accept by itself. */
	FCGX_Init();
	FCGX_InitRequest(&f, -1, FCGI_FAIL_ACCEPT_ON_INTR);
	for (int n = 0; n < REQUESTS_MOST; n++) {
		int fd = next_connection(listener);

		if (fd < 0)
			break;
		f.ipcFd = fd;
		f.keepConnection =
			1; /* or accept would close what it is given */
		if (FCGX_Accept_r(&f) != 0) {
			f.ipcFd = -1;
			continue;
		}
		serve(w, &f);
		FCGX_Detach(&f);
		FCGX_Free(&f, 1);
	}
}

static void confine(void)
{
	struct rlimit none = { 0, 0 };

	setrlimit(RLIMIT_CORE, &none);
	prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

static int work(void *arg)
{
	const struct options *o = arg;
	struct worker w;

	prctl(PR_SET_PDEATHSIG, SIGKILL);
	block_stop(SIG_BLOCK);
	if (app_start(&APP, o->store, &w.store, &w.vault) != OK)
		return 1;
	confine();
	w.arena = arena_new();
	w.cache = cache_new(CACHE);
	loop(o->listener, &w);
	cache_free(w.cache);
	arena_free(w.arena);
	store_close(w.store);
	store_close(w.vault);
	return 0;
}

/* ---- the parent -------------------------------------------------------- */

static int open_listener(const char *path)
{
	struct sockaddr_un address = { .sun_family = AF_UNIX };
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);

	if (fd < 0 || strlen(path) >= sizeof(address.sun_path))
		return -1;
	memcpy(address.sun_path, path, strlen(path));
	unlink(path);
	umask(0117); /* the socket: owner and group only */
	if (bind(fd, (struct sockaddr *)&address, sizeof(address)) != 0 ||
	    listen(fd, BACKLOG) != 0)
		return -1;
	umask(0007);
	return fd;
}

/* The folder above the one the program lies in: build, or /usr. */
static const char *own_share(void)
{
	static char path[4096];
	ssize_t n = readlink("/proc/self/exe", path, sizeof(path) - 1);

	if (n < 0)
		return ".";
	path[n] = '\0';
	for (int i = 0; i < 2; i++) {
		char *slash = strrchr(path, '/');

		if (slash)
			*slash = '\0';
	}
	return path;
}

static int usage(FILE *out, int code)
{
	fprintf(out,
		"usage: %s --listen SOCKET [--store URL] [--workers N] "
		"[--share DIR]\n"
		"Serves its part of Salesboard as FastCGI on a unix socket.\n"
		"  --store    sqlite:PATH (default: $SALESBOARD_STORE)\n"
		"  --workers  processes (default 2)\n"
		"  --share    folder of templates and languages\n",
		APP.name);
	return code;
}

int main(int argc, char **argv)
{
	static const struct option names[] = {
		{ "listen", required_argument, NULL, 'l' },
		{ "store", required_argument, NULL, 's' },
		{ "workers", required_argument, NULL, 'w' },
		{ "share", required_argument, NULL, 'd' },
		{ "help", no_argument, NULL, 'h' },
		{ NULL, 0, NULL, 0 },
	};
	struct options o = { .store = getenv("SALESBOARD_STORE"),
			     .share = own_share(),
			     .workers = 2 };
	struct workers workers = { .work = work, .stop = &stopping };
	int c, code;

	while ((c = getopt_long(argc, argv, "h", names, NULL)) != -1) {
		switch (c) {
		case 'l':
			o.listen = optarg;
			break;
		case 's':
			o.store = optarg;
			break;
		case 'w':
			o.workers = (int)strtol(optarg, NULL, 10);
			break;
		case 'd':
			o.share = optarg;
			break;
		case 'h':
			return usage(stdout, 0);
		default:
			return usage(stderr, 2);
		}
	}
	if (!o.listen || !o.store || o.workers < 1 || o.workers > WORKERS_MOST)
		return usage(stderr, 2);
	handle_signals();
	o.listener = open_listener(o.listen);
	if (o.listener < 0) {
		LOG_ERROR("listen=\"%s\" problem=\"%s\"", o.listen,
			  strerror(errno));
		return 1;
	}
	app_load(o.share, APP.name);
	workers.n = o.workers;
	workers.arg = &o;
	code = workers_keep(&workers);
	unlink(o.listen);
	return code;
}
