/* generate_progress.c - how far salesboard generate is. */
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "generate.h"

enum { BAR = 30 };

static int64_t monotonic_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

struct generate_progress generate_progress(int64_t all)
{
	return (struct generate_progress){
		.all = all,
		.began = monotonic_ms(),
		.terminal = isatty(STDERR_FILENO),
	};
}

static void tell_bar(const struct generate_progress *p, long long rate,
		     long long left)
{
	int full = (int)(p->done * BAR / p->all);

	fprintf(stderr, "\r[");
	for (int i = 0; i < BAR; i++)
		fputc(i < full ? '#' : '.', stderr);
	fprintf(stderr, "] %3lld %%  %lld leads/s  %lld:%02lld left    ",
		(long long)(p->done * 100 / p->all), rate, left / 60,
		left % 60);
	if (p->done == p->all)
		fputc('\n', stderr);
}

void generate_progress_tell(struct generate_progress *p, int64_t done)
{
	int64_t ms = monotonic_ms() - p->began + 1;
	int64_t rate, left;

	p->done = done;
	rate = done * 1000 / ms;
	left = done ? (p->all - done) * ms / done / 1000 : 0;
	if (p->terminal) {
		tell_bar(p, (long long)rate, (long long)left);
		return;
	}
	if (done * 10 / p->all == p->tenths)
		return;
	p->tenths = done * 10 / p->all;
	fprintf(stderr, "%lld of %lld leads, %lld a second, %lld s left\n",
		(long long)done, (long long)p->all, (long long)rate,
		(long long)left);
}
