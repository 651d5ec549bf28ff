/* change.h - what is done to a follow-up of the list.
 *
 * Every change goes through lib/followup.h, can be taken back by one press, and
 * names the version it saw: who is too late is shown what was typed beside what
 * has happened. */
#ifndef CHANGE_H
#define CHANGE_H

#include "desk.h"
#include "lib/followup.h"

/* One press beside a row. */
struct quick {
	int64_t id, version;
	int64_t outcome; /* enum outcome, or NONE */
	int64_t snooze;  /* day, or NONE */
	int64_t then;    /* the one that comes after it in the list, or NONE */
	enum who who;
	int64_t owner, all;
};

/* The whole form of an outcome. */
struct done {
	int64_t id, version;
	enum outcome outcome;
	const char *problem, *note;
	int64_t score;    /* 0 to 10, or NONE */
	bool review;      /* they were asked for one */
	bool recommend;   /* they were asked to recommend us */
	int64_t next;     /* one of NEXT_WEEK to NEXT_NONE */
	int64_t next_day; /* for NEXT_DAY */
	int64_t then;     /* the one that comes after it in the list, or NONE */
	enum who who;
	int64_t owner, all;
};

/* Taking the latest of it back. */
struct undo {
	int64_t id, version;
	enum who who;
	int64_t owner, all;
};

/* The handlers of their routes. */
enum err change_press(struct req *r, const void *form);
enum err change_save(struct req *r, const void *form);
enum err change_save_again(struct req *r);
enum err change_otherwise(struct req *r, const void *form); /* otherwise.h */
enum err change_undo(struct req *r, const void *form);

#endif
