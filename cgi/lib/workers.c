/* workers.c - a parent that keeps a number of worker processes alive. */
#include "workers.h"

#include <errno.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "log.h"

enum {
	RESTART_PAUSE_MS = 100, /* after a worker died */
	RETRY_PAUSE_MS = 1000,  /* after one that could not begin */
	STOP_SECONDS = 5,       /* then workers are killed */
	START_SECONDS = 3,      /* a worker that ends so soon never worked */
};

static void pause_ms(long ms)
{
	struct timespec t = { ms / 1000, ms % 1000 * 1000000 };

	nanosleep(&t, NULL);
}

static time_t seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec;
}

static pid_t start(const struct workers *w)
{
	pid_t pid = fork();

	if (pid == 0)
		_exit(w->work(w->arg));
	if (pid < 0)
		LOG_ERROR("fork=\"%s\"", strerror(errno));
	return pid;
}

/* Whether a worker that ended so has shown that none can begin. */
static bool hopeless(int status, time_t begun)
{
	return WIFEXITED(status) && WEXITSTATUS(status) == 1 &&
	       seconds() - begun < START_SECONDS;
}

/* A store that is away for a moment must not end the whole program. */
static void pause_after(int status)
{
	if (WIFSIGNALED(status))
		pause_ms(RESTART_PAUSE_MS);
	else if (WEXITSTATUS(status) != 0)
		pause_ms(RETRY_PAUSE_MS);
}

static void forget(pid_t *pid, int n, pid_t gone)
{
	for (int i = 0; i < n; i++)
		if (pid[i] == gone)
			pid[i] = -1;
}

static void signal_all(const pid_t *pid, int n, int signal_number)
{
	for (int i = 0; i < n; i++)
		if (pid[i] > 0)
			kill(pid[i], signal_number);
}

static void stop_all(pid_t *pid, int n)
{
	signal_all(pid, n, SIGTERM);
	for (int tenth = 0; tenth < STOP_SECONDS * 10; tenth++) {
		pid_t gone;

		while ((gone = waitpid(-1, NULL, WNOHANG)) > 0)
			forget(pid, n, gone);
		if (gone < 0)
			return; /* none is left */
		pause_ms(100);
	}
	signal_all(pid, n, SIGKILL);
}

int workers_keep(const struct workers *w)
{
	pid_t pid[WORKERS_MOST];
	time_t begun = seconds();
	int code = 0;

	BUG_IF(w->n < 1 || w->n > WORKERS_MOST);
	for (int i = 0; i < w->n; i++)
		pid[i] = start(w);
	while (!*w->stop && code == 0) {
		int status;
		pid_t gone = wait(&status);

		for (int i = 0; gone > 0 && i < w->n; i++) {
			if (pid[i] != gone)
				continue;
			code = hopeless(status, begun) ? 1 : 0;
			pause_after(status);
			pid[i] = code == 0 ? start(w) : -1;
		}
	}
	stop_all(pid, w->n);
	return code;
}
