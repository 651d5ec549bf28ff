/* serve.c - salesboard serve: nginx and all programs on this machine, kept
 * alive until Ctrl-C.  An installed system lets systemd do the same. */
#include "tool.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <limits.h>
#include <netinet/in.h>
#include <pwd.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "apps.h"
#include "demo.h"
#include "digest.h"
#include "lib/app.h"
#include "lib/str.h"

enum {
	CHILDREN_MOST = 32,
	RESTART_PAUSE_MS = 200,
	STOP_TENTHS = 80,
	HOUR = 60 * 60, /* seconds */
};

struct serve {
	struct arena *arena;
	const char *url, *run; /* store; folder of sockets and configuration */
	const char *port, *share;
	struct digest_way mail; /* server "": nobody gets any */
	const char *log;        /* file for what the children say, or NULL */
	bool demo;    /* a company may be made up when there is none */
	bool made_up; /* this one was */
};

struct child {
	char **argv;
	pid_t pid; /* -1: not running */
};

static volatile sig_atomic_t stopping, hour_over;

static void on_stop(int signal_number)
{
	(void)signal_number;
	stopping = 1;
}

static void on_hour(int signal_number)
{
	(void)signal_number;
	hour_over = 1;
}

static void pause_ms(long ms)
{
	struct timespec t = { ms / 1000, ms % 1000 * 1000000 };

	nanosleep(&t, NULL);
}

/* ---- files for nginx --------------------------------------------------------
 */

static FILE *create(const struct serve *s, const char *name)
{
	const char *path = arena_printf(s->arena, "%s/%s", s->run, name);
	FILE *f = fopen(path, "w");

	if (!f)
		tool_fail(1, "cannot write %s: %s", path, strerror(errno));
	return f;
}

static int write_site(const struct serve *s)
{
	FILE *f = create(s, "site.conf");

	if (!f)
		return 1;
	fprintf(f,
		"listen 127.0.0.1:%s;\nserver_name localhost 127.0.0.1;\n"
		"root %s/public;\n",
		s->port, s->share);
	return fclose(f) == 0 ? 0 : 1;
}

/* The same socket twice: nginx tries again when a worker died under it. */
static void write_upstream(FILE *f, const struct serve *s, const char *name)
{
	fprintf(f,
		"upstream salesboard_%s {\n"
		"  server unix:%s/%s.sock max_fails=0;\n"
		"  server unix:%s/%s.sock max_fails=0;\n}\n",
		name, s->run, name, s->run, name);
}

static int write_programs(const struct serve *s)
{
	FILE *upstreams = create(s, "upstreams.conf");
	FILE *locations = create(s, "programs.conf");

	if (!upstreams || !locations)
		return 1;
	for (size_t i = 0; i < COUNT(apps); i++) {
		const char *name = apps[i]->name;

		write_upstream(upstreams, s, name);
		fprintf(locations,
			"location ~ ^/%s([/.].*)?$ {\n"
			"  fastcgi_pass salesboard_%s;\n}\n",
			name, name);
	}
	if (fclose(upstreams) != 0 || fclose(locations) != 0)
		return tool_fail(1, "cannot write below %s", s->run);
	return 0;
}

static int copy_conf(const struct serve *s, const char *name)
{
	const char *from = arena_printf(s->arena, "%s/%s", s->share, name);
	FILE *in = fopen(from, "r");
	FILE *out = create(s, name);
	char part[4096];
	size_t n;

	if (!in || !out)
		return tool_fail(1, "cannot copy %s", from);
	while ((n = fread(part, 1, sizeof(part), in)) > 0)
		fwrite(part, 1, n, out);
	fclose(in);
	return fclose(out) == 0 ? 0 : 1;
}

static int write_files(const struct serve *s)
{
	int code;

	mkdir(s->run, 0755);
	mkdir(arena_printf(s->arena, "%s/tmp", s->run), 0700);
	code = copy_conf(s, "nginx.conf");
	if (code == 0)
		code = write_site(s);
	return code == 0 ? write_programs(s) : code;
}

/* ---- the children ------------------------------------------------------ */

static char **arguments(struct arena *a, size_t n, const char *const *words)
{
	char **argv = arena_array(a, n + 1, sizeof(*argv));

	for (size_t i = 0; i < n; i++)
		argv[i] = arena_strdup(a, words[i]);
	return argv;
}

static struct child program_child(const struct serve *s, const char *name)
{
	const char *words[] = {
		arena_printf(s->arena, "%s/bin/%s", s->share, name),
		"--listen",
		arena_printf(s->arena, "%s/%s.sock", s->run, name),
		"--store",
		s->url,
		"--share",
		s->share,
	};

	return (struct child){ arguments(s->arena, COUNT(words), words), -1 };
}

/* Says what it planned where the others log. */
static struct child rules_child(const struct serve *s)
{
	const char *words[] = {
		arena_printf(s->arena, "%s/bin/salesboard", s->share),
		"rules",
		"--store",
		s->url,
	};

	return (struct child){ arguments(s->arena, COUNT(words), words), -1 };
}

static struct child digest_child(const struct serve *s)
{
	const char *words[] = {
		arena_printf(s->arena, "%s/bin/salesboard", s->share),
		"digest",
		"--store",
		s->url,
		"--smtp",
		s->mail.server,
		"--url",
		s->mail.url,
		"--from",
		s->mail.from,
	};

	return (struct child){ arguments(s->arena, COUNT(words), words), -1 };
}

/* As root, nginx would give its workers to a user who may not open ours. */
static struct child nginx_child(const struct serve *s)
{
	const struct passwd *me = getpwuid(geteuid());
	const char *user =
		geteuid() == 0 && me
			? arena_printf(s->arena, " user %s;", me->pw_name)
			: "";
	const char *words[] = {
		"nginx",
		"-p",
		s->run,
		"-c",
		"nginx.conf",
		"-e",
		"stderr",
		"-g",
		arena_printf(s->arena, "daemon off;%s", user),
	};

	return (struct child){ arguments(s->arena, COUNT(words), words), -1 };
}

/* A log of its own keeps the terminal free for the address. */
static void redirect(const char *log)
{
	int fd = log ? open(log, O_WRONLY | O_CREAT | O_APPEND, 0640) : -1;

	if (fd < 0)
		return;
	dup2(fd, STDERR_FILENO);
	close(fd);
}

static void start(struct child *c, const char *log)
{
	char path[] = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:"
		      "/sbin:/bin";
	char *environment[] = { path, NULL };

	c->pid = fork();
	if (c->pid < 0)
		tool_fail(1, "cannot start %s: %s", c->argv[0],
			  strerror(errno));
	if (c->pid > 0)
		setpgid(c->pid, c->pid);
	if (c->pid != 0)
		return;
	setpgid(0, 0);
	prctl(PR_SET_PDEATHSIG, SIGTERM);
	redirect(log);
	execvpe(c->argv[0], c->argv, environment);
	tool_fail(1, "cannot start %s: %s", c->argv[0], strerror(errno));
	_exit(127);
}

/* A child that ends by itself with an error at the start will not do better
 * a second time; one that was killed will.  What it leaves behind goes first:
 * a worker of nginx would keep the address. */
static int restart(struct child *c, pid_t gone, int status, const char *log)
{
	if (WIFEXITED(status) && WEXITSTATUS(status) != 0) {
		tool_fail(1, "%s ended with code %d", c->argv[0],
			  WEXITSTATUS(status));
		return 1;
	}
	kill(-gone, SIGKILL);
	pause_ms(RESTART_PAUSE_MS);
	start(c, log);
	return 0;
}

/* What runs once an hour ends by itself; a run that takes longer is not joined
 * by another. */
struct hourly {
	struct child child[2];
	size_t n;
};

/* Nobody gets mail from a company that is only looked at. */
static struct hourly hourly_children(const struct serve *s)
{
	struct hourly h = { .child = { rules_child(s) }, .n = 1 };

	if (*s->mail.server)
		h.child[h.n++] = digest_child(s);
	return h;
}

static void run_hourly(struct hourly *h, pid_t gone, const char *log)
{
	bool due = hour_over;

	hour_over = 0;
	for (size_t i = 0; i < h->n; i++) {
		if (gone > 0 && gone == h->child[i].pid)
			h->child[i].pid = -1;
		if (due && h->child[i].pid < 0)
			start(&h->child[i], log);
	}
}

static int keep_alive(struct child *children, size_t n, struct hourly *hourly,
		      const char *log)
{
	int status, code = 0;

	while (!stopping && code == 0) {
		pid_t gone = waitpid(-1, &status, 0);

		run_hourly(hourly, gone, log);

		for (size_t i = 0; gone > 0 && !stopping && i < n; i++)
			if (children[i].pid == gone) {
				children[i].pid = -1;
				code = restart(&children[i], gone, status, log);
			}
	}
	return code;
}

static void stop_all(struct child *children, size_t n)
{
	int status;

	for (size_t i = 0; i < n; i++)
		if (children[i].pid > 0)
			kill(children[i].pid, SIGTERM);
	for (int tenth = 0; tenth < STOP_TENTHS; tenth++) {
		pid_t gone;

		while ((gone = waitpid(-1, &status, WNOHANG)) > 0)
			for (size_t i = 0; i < n; i++)
				if (children[i].pid == gone)
					children[i].pid = -1;
		if (gone < 0)
			return; /* none is left */
		pause_ms(100);
	}
	for (size_t i = 0; i < n; i++)
		if (children[i].pid > 0)
			kill(children[i].pid, SIGKILL);
}

/* The programs first, and nginx when their sockets are there. */
static void wait_for_sockets(const struct serve *s)
{
	for (size_t i = 0; i < COUNT(apps); i++) {
		const char *path = arena_printf(s->arena, "%s/%s.sock", s->run,
						apps[i]->name);

		for (int tenth = 0; tenth < 50 && access(path, F_OK); tenth++)
			pause_ms(100);
	}
}

/* No SA_RESTART: the signal has to end the wait for children.  One that comes
 * before the wait is made good an hour later. */
static void start_clock(void)
{
	static const struct itimerval hourly = { { HOUR, 0 }, { HOUR, 0 } };
	struct sigaction alarm_action = { .sa_handler = on_hour };

	sigaction(SIGALRM, &alarm_action, NULL);
	setitimer(ITIMER_REAL, &hourly, NULL);
}

static int serve(const struct serve *s)
{
	struct child children[CHILDREN_MOST];
	struct hourly hourly = hourly_children(s);
	size_t n = 0;
	int code;

	BUG_IF(COUNT(apps) + 1 + COUNT(hourly.child) > CHILDREN_MOST);
	for (size_t i = 0; i < COUNT(apps); i++)
		children[n++] = program_child(s, apps[i]->name);
	for (size_t i = 0; i < n; i++)
		start(&children[i], s->log);
	wait_for_sockets(s);
	children[n] = nginx_child(s);
	start(&children[n++], s->log);
	printf("Salesboard is at http://127.0.0.1:%s\n", s->port);
	if (s->made_up)
		demo_print_sign_ins();
	printf("Ctrl-C stops it.\n");
	fflush(stdout);
	start_clock();
	code = keep_alive(children, n, &hourly, s->log);
	for (size_t i = 0; i < hourly.n; i++)
		children[n++] = hourly.child[i];
	stop_all(children, n);
	return code;
}

static int run(int argc, char **argv);

const struct command command_serve = {
	"serve",
	"run nginx and all programs on this machine until Ctrl-C",
	"[--store URL] [--port N] [--run DIR] [--log FILE]\n"
	"       [--demo] [--smtp HOST:PORT [--url ADDRESS] [--from ADDRESS]]\n\n"
	"Serves on 127.0.0.1 only.\n"
	"  --store  sqlite:PATH (default: $SALESBOARD_STORE)\n"
	"  --port   default 8080\n"
	"  --run    folder for sockets and the configuration of nginx\n"
	"  --log    file for what the programs log; default: standard error\n"
	"  --demo   makes the demo company when there is none\n"
	"  --smtp   a mail server: sends the daily e-mail, too; --url and\n"
	"           --from as of \"salesboard digest\"\n",
	run,
};

static const char *absolute_url(struct arena *a, const char *url)
{
	static const char scheme[] = "sqlite:";
	char folder[PATH_MAX];
	const char *path = url + strlen(scheme);

	if (strncmp(url, scheme, strlen(scheme)) != 0 || *path == '/' ||
	    !getcwd(folder, sizeof(folder)))
		return url;
	return arena_printf(a, "%s%s/%s", scheme, folder, path);
}

/* Told before anything starts, and in words: nginx would only end. */
static int check_port(const struct serve *s)
{
	struct sockaddr_in address = {
		.sin_family = AF_INET,
		.sin_addr = { htonl(INADDR_LOOPBACK) },
	};
	int64_t port;
	int on = 1, fd, code = 0;

	if (str_int(s->port, &port) != OK || port < 1 || port > 65535)
		return tool_fail(2, "no such port: %s", s->port);
	address.sin_port = htons((uint16_t)port);
	fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on));
	if (bind(fd, (struct sockaddr *)&address, sizeof(address)) != 0)
		code = tool_fail(1, "port %s: %s; choose another one", s->port,
				 strerror(errno));
	close(fd);
	return code;
}

/* Whether the store holds a company, and a made-up one.  Says what is wrong
 * with it once, not once for each program. */
static int look_at_store(const char *url, bool *has, bool *made_up)
{
	struct company company = { .demo = false };
	struct tool t;
	int code = tool_open(&t, url);
	enum err e;

	if (code != 0)
		return code;
	e = house_company(&t, &company);
	*has = e == OK;
	*made_up = company.demo;
	if (e != OK && e != ERR_NOT_FOUND)
		code = house_failed(e);
	tool_close(&t);
	return code;
}

static int prepare(struct serve *s)
{
	bool has = false;
	int64_t steps;
	int code = check_port(s);

	if (code == 0 && *s->mail.server)
		code = digest_check(&s->mail);
	if (code == 0 && s->demo && store_exists(s->url))
		code = house_migrate(s->url, &steps);
	if (code == 0 && (store_exists(s->url) || !s->demo))
		code = look_at_store(s->url, &has, &s->made_up);
	if (code == 0 && !has && s->demo) {
		code = demo_create(s->url);
		s->made_up = true;
	} else if (code == 0 && !has) {
		code = tool_fail(1, "the store has no company; run: "
				    "salesboard init");
	}
	return code == 0 ? write_files(s) : code;
}

/* False where an option is not one of ours. */
static bool read_options(int argc, char **argv, struct serve *s)
{
	static const struct option names[] = {
		{ "store", required_argument, NULL, 's' },
		{ "port", required_argument, NULL, 'p' },
		{ "run", required_argument, NULL, 'r' },
		{ "log", required_argument, NULL, 'l' },
		{ "demo", no_argument, NULL, 'd' },
		{ "smtp", required_argument, NULL, 'm' },
		{ "url", required_argument, NULL, 'u' },
		{ "from", required_argument, NULL, 'f' },
		{ NULL, 0, NULL, 0 },
	};
	int c;

	while ((c = getopt_long(argc, argv, "", names, NULL)) != -1) {
		switch (c) {
		case 's':
			s->url = optarg;
			break;
		case 'p':
			s->port = optarg;
			break;
		case 'r':
			s->run = optarg;
			break;
		case 'l':
			s->log = optarg;
			break;
		case 'd':
			s->demo = true;
			break;
		case 'm':
			s->mail.server = optarg;
			break;
		case 'u':
			s->mail.url = optarg;
			break;
		case 'f':
			s->mail.from = optarg;
			break;
		default:
			return false;
		}
	}
	return true;
}

static int run(int argc, char **argv)
{
	struct serve s = { .arena = arena_new(),
			   .port = "8080",
			   .mail = { "", "", "" },
			   .share = tool_share() };
	struct sigaction stop = { .sa_handler = on_stop };
	int code;

	if (!read_options(argc, argv, &s))
		return tool_usage(&command_serve, 2);
	s.url = tool_url(s.url);
	if (!s.url)
		return 2;
	s.url = absolute_url(s.arena, s.url);
	if (!s.run)
		s.run = arena_printf(s.arena, "%s/run-%s", s.share, s.port);
	sigaction(SIGTERM, &stop, NULL);
	sigaction(SIGINT, &stop, NULL);
	code = prepare(&s);
	if (code == 0)
		code = serve(&s);
	arena_free(s.arena);
	return code;
}
