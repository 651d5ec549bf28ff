/* form.h - declared inputs: what a page may be sent, and what each means.
 *
 * A program lists its fields once:
 *
 *	struct form {
 *		int64_t days, due;
 *		const char *note;
 *		enum outcome outcome;
 *	};
 *
 *	static const struct word outcomes[] = {
 *		{ "reached", REACHED }, { "no-answer", NO_ANSWER },
 *	};
 *
 *	static const struct field fields[] = {
 *		FIELD_INT(struct form, days, "days", 7, 3660, 91),
 *		FIELD_DAY(struct form, due, "due", .flags = FROM_TODAY),
 *		FIELD_TEXT(struct form, note, "note", 2000,
 *			   .flags = OPTIONAL | MANY_LINES),
 *		FIELD_CHOICE(struct form, outcome, "outcome", outcomes, NONE,
 *			     .missing = N_("Say how the call ended.")),
 *	};
 *
 * and form_read fills the struct.  What was typed is kept beside it, with a
 * message for each field that cannot be used, so that a page can show all of
 * it again and lose nothing.  Members of fields with a message hold what an
 * absent one would. */
#ifndef FORM_H
#define FORM_H

#include "url.h"

enum field_flag {
	OPTIONAL = 1,   /* may be absent: NONE, "" */
	MANY_LINES = 2, /* TEXT: tab and line ends are allowed */
	FROM_TODAY = 4, /* DAY: today or later */
	TO_TODAY = 8,   /* DAY: today or earlier */
	REPEATED = 16,  /* TEXT: may come several times, as the ticks of a list
			 * do; all of them, with a space between */
};

/* INT, MONEY: least and most are inclusive; the last argument is the value of
 * an absent field.  With NONE there it must be given, unless OPTIONAL. */
#define FIELD_INT(type, member, name, least, most, absent, ...)                \
	FIELD(FIELD_IS_INT, type, member, int64_t, name, least, most, absent,  \
	      __VA_ARGS__)

/* Minor units of form_input.currency. */
#define FIELD_MONEY(type, member, name, least, most, ...)                      \
	FIELD(FIELD_IS_MONEY, type, member, int64_t, name, least, most, NONE,  \
	      __VA_ARGS__)

/* A day in any form that form_day reads. */
#define FIELD_DAY(type, member, name, ...)                                     \
	FIELD(FIELD_IS_DAY, type, member, int64_t, name, INT64_MIN, INT64_MAX, \
	      NONE, __VA_ARGS__)

/* The id of a row: 1 or more. */
#define FIELD_ID(type, member, name, ...)                                      \
	FIELD(FIELD_IS_ID, type, member, int64_t, name, 1, INT64_MAX, NONE,    \
	      __VA_ARGS__)

/* A text of at most so many code points, cleaned as by str_clean. */
#define FIELD_TEXT(type, member, name, most, ...)                              \
	FIELD(FIELD_IS_TEXT, type, member, const char *, name, 1, most, NONE,  \
	      __VA_ARGS__)

/* A password: neither cleaned nor trimmed, and never shown again. */
#define FIELD_SECRET(type, member, name, most, ...)                            \
	FIELD(FIELD_IS_SECRET, type, member, const char *, name, 1, most,      \
	      NONE, __VA_ARGS__)

/* As typed; str_email_key and str_phone_key make them comparable. */
#define FIELD_EMAIL(type, member, name, ...)                                   \
	FIELD(FIELD_IS_EMAIL, type, member, const char *, name, 1, 254, NONE,  \
	      __VA_ARGS__)
#define FIELD_PHONE(type, member, name, ...)                                   \
	FIELD(FIELD_IS_PHONE, type, member, const char *, name, 1, 40, NONE,   \
	      __VA_ARGS__)

/* A tick: absent or "0" is false, "1", "on" or "yes" is true. */
#define FIELD_FLAG(type, member, name, ...)                                    \
	FIELD(FIELD_IS_FLAG, type, member, bool, name, 0, 1, 0, __VA_ARGS__)

/* One of a table of words; the member is an enum or int64_t.  absent: the
 * value of an absent field, or NONE; an enum cannot hold NONE, so one that is
 * OPTIONAL needs a value of its own here. */
#define FIELD_CHOICE(type, member, name_, table, absent_, ...)                 \
	{                                                                      \
		.is = FIELD_IS_CHOICE, .name = (name_),                        \
		.at = offsetof(type, member),                                  \
		.size = sizeof(((type *)0)->member), .absent = (absent_),      \
		.words = (table), .n_words = COUNT(table), __VA_ARGS__         \
	}

/* The common part; naming the member's type refuses any other. */
#define FIELD(is_, type, member, of, name_, least_, most_, absent_, ...)       \
	{                                                                      \
		.is = (is_), .name = (name_),                                  \
		.at = _Generic(((type *)0)->member, of                         \
			       : offsetof(type, member)),                      \
		.size = sizeof(of), .least = (least_), .most = (most_),        \
		.absent = (absent_), __VA_ARGS__                               \
	}

enum field_is {
	FIELD_IS_INT,
	FIELD_IS_MONEY,
	FIELD_IS_DAY,
	FIELD_IS_ID,
	FIELD_IS_TEXT,
	FIELD_IS_SECRET,
	FIELD_IS_EMAIL,
	FIELD_IS_PHONE,
	FIELD_IS_FLAG,
	FIELD_IS_CHOICE,
};

/* A word of an address or form, and what it stands for. */
struct word {
	const char *name;
	int64_t value;
};

/* One declared field; made by the FIELD_ macros. */
struct field {
	enum field_is is;
	const char
		*name; /* not beginning with "_": those are the framework's */
	unsigned int flags;  /* of enum field_flag */
	size_t at, size;     /* of the member, in bytes */
	int64_t least, most; /* of the value, or of the text's length */
	int64_t absent;      /* value of an absent field; NONE: none */
	const struct word *words;
	size_t n_words;
	const char *missing, *wrong; /* messages, or NULL for the usual ones */
};

/* What was sent, and what it has to be understood with. */
struct form_input {
	const struct url_pair *pair; /* pair[0..n_pairs), as url_decode makes */
	size_t n_pairs;
	bool strict;          /* a POST: see form_read */
	int64_t today;        /* the company's day */
	const char *currency; /* of amounts: "EUR" */
};

/* One field as it came. */
struct form_value {
	const char *typed;   /* as sent, "" when absent or a SECRET */
	const char *message; /* NULL, or an English sentence to translate */
	const char *detail;  /* what goes into the message at "{}" */
};

struct form_result {
	enum err error;    /* OK, or ERR_INPUT: no form of ours was sent */
	size_t n_messages; /* 0: everything can be used */
	size_t n;          /* fields */
	const struct field *field; /* field[0..n), as declared */
	struct form_value *value;  /* value[0..n), same order */
};

/*
 * form_read - reads what was sent into a struct.
 * field[0..n): declared inputs; into: the struct whose members they name.
 * Empty means absent.  Names that begin with "_" are skipped.  Strict (POST):
 * any other name, or a name given twice that is not REPEATED, is refused with
 * result->error ERR_INPUT, for which the answer is 400.  Not strict (GET):
 * other names are ignored, of several values the first counts.  A value that is
 * not UTF-8 is ERR_INPUT in both. Returns the result, in the arena; never NULL.
 */
struct form_result *form_read(struct arena *a, const struct field *field,
			      size_t n, const struct form_input *in,
			      void *into);

/* The value of a field of that name; an undeclared name is a bug. */
const struct form_value *form_value(const struct form_result *r,
				    const char *name);

/* Adds a message that only the program can know ("This name is taken.");
 * one that is there already stays.  message: marked with N_. */
void form_refuse(struct form_result *r, const char *name, const char *message);

/* The translated message with its detail put in at "{}". */
const char *form_sentence(struct arena *a, const char *translated,
			  const char *detail);

/* The word for a value in a table; "" when it is not there. */
const char *form_word(const struct word *words, size_t n, int64_t value);

/*
 * form_day - a day as people write it: 2026-11-30, 30.11.2026, 30/11/2026,
 * 30-11-2026, 30 11 2026, 30 Nov 2026, Nov 30, 2026; without the year, the
 * next such day; today, tomorrow, yesterday.  Names in English and Russian, in
 * any case; months may be cut to three letters or more.  1900 to 2100.
 * today: the company's day.
 * Returns ERR_INPUT for anything else and leaves *day alone.
 */
enum err form_day(struct arena *a, const char *text, int64_t today,
		  int64_t *day);

#endif
