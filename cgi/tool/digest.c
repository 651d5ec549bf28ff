/* digest.c - salesboard digest: sends the daily e-mail to who has asked for it.
 *
 * A message is noted as sent after the mail server has taken it: a crash in
 * between can send one twice, but never lose one.  Two runs at once do not,
 * since each takes a person up first; a run that died gives way after a while.
 */
#include "digest.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "house.h"
#include "lib/app.h"
#include "lib/lang.h"
#include "lib/log.h"
#include "lib/zone.h"
#include "mail.h"
#include "queries.h"
#include "smtp.h"

enum {
	MORNING = 7 * 60,    /* not before this minute of the company's day */
	TAKEN_FOR = 30 * 60, /* seconds; longer than one message may take */
};

static int run(int argc, char **argv);

const struct command command_digest = {
	"digest",
	"send the daily e-mail to who has asked for it",
	"[--store URL] [--url ADDRESS] [--smtp HOST:PORT]\n"
	"       [--from ADDRESS] [--preview LOGIN]\n\n"
	"Sends each person their follow-ups of the day, or the last week's\n"
	"numbers to who leads, once a day from 7:00 on in the company's time\n"
	"zone; prints how many.  \"salesboard serve --smtp\" does so each hour;\n"
	"elsewhere a timer of the system has to.  Exits 1 when a message was\n"
	"not taken: one refused for now is tried again by the next run, one\n"
	"refused for good not before tomorrow.\n"
	"  --store    sqlite:PATH (default: $SALESBOARD_STORE)\n"
	"  --url      where people find Salesboard, https://sales.example;\n"
	"             without it messages have no links\n"
	"  --smtp     the mail server (default: 127.0.0.1:25); one on another\n"
	"             machine has to offer TLS\n"
	"  --from     the sender (default: salesboard@ this machine's name)\n"
	"  --preview  sends nothing; prints the message of this person\n",
	run,
};

struct job {
	struct tool tool;
	struct company company;
	struct digest_way way;
	const char *preview; /* whose message is printed, or NULL */
	int64_t today;
	struct smtp *smtp;
	int64_t sent, missed; /* messages that were taken, and that were not */
	int64_t failed;       /* those that the store did not let us make */
	bool away;            /* the server is not there for anybody */
};

/* One person's message on its way. */
struct letter {
	struct job *job;
	int64_t person;
	bool known; /* somebody who may still sign in */
	const char *name, *email, *stop_key, *refused;
	struct digest digest;
};

/* ---- one message ----------------------------------------------------------
 */

static struct req request(struct job *job, struct store *s)
{
	return (struct req){
		.arena = job->tool.arena,
		.store = s,
		.path = "/account/digest",
		.route = "/account/digest",
		.query = "",
		.token = "",
		.now = job->tool.now,
		.today = job->today,
		.company = job->company,
	};
}

static const char *stop_link(const struct letter *l)
{
	const struct job *job = l->job;

	return *job->way.url ? arena_printf(job->tool.arena,
					    "%s/account/digest/stop?key=%s",
					    job->way.url, l->stop_key)
			     : "";
}

/* Inside store_read, by the rights of its reader. */
static enum err write_letter(struct store *s, void *arg)
{
	struct letter *l = arg;
	struct req r = request(l->job, s);
	struct digest_links links = { l->job->way.url, stop_link(l) };
	enum err e = auth_viewer(s, l->person, r.today, &r.viewer);

	l->known = e == OK && r.viewer.known;
	if (!l->known)
		return e;
	l->name = r.viewer.name;
	r.language = lang_choose("", *r.viewer.language ? r.viewer.language
							: r.company.language);
	lang_use(r.language);
	return r.viewer.role == REP ? digest_day(&r, &links, &l->digest)
				    : digest_week(&r, &links, &l->digest);
}

static const char *message_of(const struct letter *l)
{
	const struct job *job = l->job;
	struct mail m = {
		.from = job->way.from,
		.from_name = job->company.name,
		.to = l->email,
		.to_name = l->name,
		.subject = l->digest.subject,
		.stop = stop_link(l),
		.text = l->digest.text,
		.html = l->digest.html,
		.now = job->tool.now,
	};

	return mail_message(job->tool.arena, &m);
}

/* ---- what the store remembers ---------------------------------------------
 */

/* Stays unknown where another run was faster.  A slow server makes a run long:
 * each person is taken up at a time of their own. */
static enum err take(struct store *s, void *arg)
{
	struct letter *l = arg;
	int64_t now = (int64_t)time(NULL);
	struct digest_take_in in = {
		.person = l->person,
		.today = l->job->today,
		.since = now - TAKEN_FOR,
		.now = now,
	};
	struct digest_take row;

	l->known = one_digest_take(s, in, &row);
	if (l->known) {
		l->email = row.email;
		l->stop_key = row.stop_key;
		l->refused = row.refused;
	}
	return store_error(s);
}

static enum err leave(struct store *s, void *arg)
{
	const struct letter *l = arg;

	return run_digest_leave(s, (struct digest_leave_in){ l->person });
}

static enum err finish(struct store *s, void *arg)
{
	const struct letter *l = arg;

	return run_digest_done(
		s, (struct digest_done_in){ l->person, l->job->today });
}

static enum err note(struct store *s, void *arg)
{
	const struct letter *l = arg;

	return run_digest_refused(
		s, (struct digest_refused_in){ l->person, l->refused });
}

/* refused: the answer of a server that will not have it, or "".  It is on its
 * reader's page, so it is written only when it is another one. */
static enum err finish_as(struct letter *l, const char *refused)
{
	struct tool *t = &l->job->tool;
	enum err e = store_write(t->store, t->arena, finish, l);

	if (e != OK || strcmp(l->refused, refused) == 0)
		return e;
	l->refused = refused;
	return store_write(t->store, t->arena, note, l);
}

/* ---- sending --------------------------------------------------------------
 */

static enum err refused(struct letter *l, const char *said)
{
	l->job->missed++;
	tool_fail(1, "%s will not get the e-mail of today: %s", l->email, said);
	return finish_as(
		l, arena_strndup(l->job->tool.arena, said, str_cut(said, 200)));
}

static enum err later(struct letter *l, const char *said)
{
	struct tool *t = &l->job->tool;

	l->job->missed++;
	tool_fail(1, "%s, to be tried again by the next run: %s", l->email,
		  said);
	return store_write(t->store, t->arena, leave, l);
}

/* The others would not get theirs either. */
static enum err away(struct letter *l, const char *said)
{
	struct tool *t = &l->job->tool;

	l->job->missed++;
	l->job->away = true;
	tool_fail(1,
		  "the mail server at %s does not answer, to be tried again by "
		  "the next run: %s",
		  l->job->way.server, said);
	return store_write(t->store, t->arena, leave, l);
}

static enum err hand_over(struct letter *l)
{
	struct job *job = l->job;
	const char *message, *said;

	if (!mail_address(l->email))
		return refused(l, "no address");
	message = message_of(l);
	switch (smtp_send(job->smtp, job->way.from, l->email, message,
			  strlen(message), &said)) {
	case SMTP_TAKEN:
		job->sent++;
		return finish_as(l, "");
	case SMTP_LATER:
		return later(l, said);
	case SMTP_REFUSED:
		return refused(l, said);
	case SMTP_AWAY:
		return away(l, said);
	}
	BUG_IF(true);
}

static enum err serve_one(struct job *job, int64_t person)
{
	struct tool *t = &job->tool;
	struct letter l = { .job = job, .person = person };
	enum err e = store_write(t->store, t->arena, take, &l);

	if (e != OK || !l.known)
		return e;
	e = store_read(t->store, t->arena, write_letter, &l);
	if (e != OK)
		return e;
	if (!l.known || l.digest.empty)
		return finish_as(&l, l.refused);
	return hand_over(&l);
}

struct list_of {
	struct job *job;
	int64_t *person; /* [0..n) */
	size_t n;
};

static enum err read_due(struct store *s, void *arg)
{
	struct list_of *due = arg;
	const struct job *job = due->job;
	struct digest_due_in in = { job->today, job->tool.now - TAKEN_FOR };
	struct answer *a = ask_digest_due(s, in);
	struct digest_due row;

	*due = (struct list_of){ .job = due->job }; /* it may run again */
	while (next_digest_due(a, &row)) {
		due->person = arena_more(job->tool.arena, due->person, due->n,
					 sizeof(*due->person));
		due->person[due->n++] = row.person_id;
	}
	return store_error(s);
}

static int end_of_all(const struct job *job)
{
	printf("%lld message%s sent\n", (long long)job->sent,
	       job->sent == 1 ? "" : "s");
	if (job->failed)
		return tool_fail(1, "the store failed for %lld of them",
				 (long long)job->failed);
	return job->missed ? 1 : 0;
}

/* One whose message cannot be made keeps nobody else's back. */
static int send_all(struct job *job)
{
	struct tool *t = &job->tool;
	struct list_of due = { .job = job };
	enum err e = store_read(t->store, t->arena, read_due, &due);

	if (e != OK)
		return house_failed(e);
	for (size_t i = 0; !job->away && i < due.n; i++) {
		struct arena_mark mark = arena_mark(t->arena);

		job->failed += serve_one(job, due.person[i]) != OK;
		arena_release(t->arena, mark);
	}
	return end_of_all(job);
}

static int send_in_the_morning(struct job *job)
{
	int code;

	if (zone_minute(job->tool.now) < MORNING)
		return puts("0 messages sent: it is not 7:00 yet") < 0;
	job->smtp = smtp_open(job->tool.arena, job->way.server);
	if (!job->smtp)
		return tool_fail(1, "libcurl.so.4 cannot be loaded");
	code = send_all(job);
	smtp_close(job->smtp);
	return code;
}

/* ---- looking at one -------------------------------------------------------
 */

static enum err preview(struct store *s, void *arg)
{
	struct letter *l = arg;
	struct person_by_login_in who = { l->job->preview };
	struct person_by_login person;
	struct digest_of row;

	l->known = one_person_by_login(s, who, &person);
	if (!l->known)
		return store_error(s);
	l->person = person.id;
	l->known = one_digest_of(s, (struct digest_of_in){ person.id }, &row) &&
		   *row.stop_key;
	if (!l->known)
		return store_error(s);
	l->email = row.email;
	l->stop_key = row.stop_key;
	return write_letter(s, l);
}

static int show_one(struct job *job)
{
	struct tool *t = &job->tool;
	struct letter l = { .job = job };
	enum err e = store_read(t->store, t->arena, preview, &l);

	if (e != OK)
		return house_failed(e);
	if (!l.known)
		return tool_fail(1, "%s has not asked for the daily e-mail",
				 job->preview);
	if (!mail_address(l.email))
		return tool_fail(1, "no message can be sent to %s", l.email);
	if (l.digest.empty)
		return tool_fail(0, "there is nothing to tell %s today",
				 job->preview);
	return fputs(message_of(&l), stdout) < 0;
}

/* ---- the command ----------------------------------------------------------
 */

static int work(const char *url, struct job *job)
{
	int code = house_open(&job->tool, url, &job->company);

	if (code != 0)
		return code;
	app_load(tool_share(), "mail");
	job->today = zone_day(job->tool.now);
	store_patient(job->tool.store);
	code = job->preview ? show_one(job) : send_in_the_morning(job);
	tool_close(&job->tool);
	return code;
}

static const char *usual_sender(void)
{
	static char address[300];
	char host[256] = "";

	gethostname(host, sizeof(host) - 1);
	snprintf(address, sizeof(address), "salesboard@%s", host);
	return address;
}

/* The address may end with a slash, as a browser shows it. */
static const char *without_slash(char *url)
{
	size_t n = strlen(url);

	while (n > 0 && url[n - 1] == '/')
		url[--n] = '\0';
	return url;
}

int digest_check(const struct digest_way *way)
{
	if (*way->url && !mail_link(way->url))
		return tool_fail(2, "no address of web pages: %s", way->url);
	if (!smtp_server(way->server))
		return tool_fail(2, "no mail server: %s", way->server);
	if (*way->from && !mail_address(way->from))
		return tool_fail(2, "no e-mail address: %s", way->from);
	return 0;
}

static int run(int argc, char **argv)
{
	static const struct option names[] = {
		{ "store", required_argument, NULL, 's' },
		{ "url", required_argument, NULL, 'u' },
		{ "smtp", required_argument, NULL, 'm' },
		{ "from", required_argument, NULL, 'f' },
		{ "preview", required_argument, NULL, 'p' },
		{ NULL, 0, NULL, 0 },
	};
	struct job job = { .way = { "", "127.0.0.1:25", "" } };
	const char *url = NULL;
	int c;

	while ((c = getopt_long(argc, argv, "", names, NULL)) != -1) {
		if (c == 's')
			url = optarg;
		else if (c == 'u')
			job.way.url = without_slash(optarg);
		else if (c == 'm')
			job.way.server = optarg;
		else if (c == 'f')
			job.way.from = optarg;
		else if (c == 'p')
			job.preview = optarg;
		else
			return tool_usage(&command_digest, 2);
	}
	if (optind < argc)
		return tool_usage(&command_digest, 2);
	c = digest_check(&job.way);
	if (!*job.way.from)
		job.way.from = usual_sender();
	return c == 0 ? work(url, &job) : c;
}
