/* workers.h - a parent that keeps a number of worker processes alive. */
#ifndef WORKERS_H
#define WORKERS_H

#include <signal.h>

#include "base.h"

enum { WORKERS_MOST = 64 };

struct workers {
	int n; /* processes, 1 to WORKERS_MOST */
	/* What a worker does; its return value is its exit code, 1 when it
	 * could not even begin. */
	int (*work)(void *arg);
	void *arg;
	/* Set by the signal handlers when it is time to stop.  They must also
	 * interrupt wait, again and again. */
	const volatile sig_atomic_t *stop;
};

/*
 * workers_keep - forks the workers and puts a new one in the place of each
 * that ends, until *stop; then they get TERM, and KILL after five seconds.
 * A worker that cannot begin right at the start ends all: a second try would
 * not do better.  One that cannot later is tried again every second.
 * Returns the exit code of the program.
 */
int workers_keep(const struct workers *w);

#endif
