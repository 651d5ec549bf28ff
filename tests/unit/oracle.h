/* oracle.h - reads the reference data that independent tools have computed.
 *
 * The data belong to others and lie outside the repository, in the folder
 * that SALESBOARD_DATA names, by default ../shared/data.  A test asks
 * oracle_present first and leaves its comparisons out when that says no.
 * A file or column that is missing in a folder that is there is a failure. */
#ifndef ORACLE_H
#define ORACLE_H

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

#include "../check.h"

/* A comma-separated file with a header and without quotes, row by row. */
struct oracle {
	FILE *file;
	const char *name;
	int row; /* 1 is the first below the header */
	int columns;
	char head[4096], line[4096]; /* cut into fields[] at the commas */
	char *titles[64], *fields[64];
};

static inline const char *oracle_folder(void)
{
	const char *folder = getenv("SALESBOARD_DATA");

	return folder ? folder : "../shared/data";
}

static inline FILE *oracle_file(const char *name)
{
	char path[1024];

	snprintf(path, sizeof(path), "%s/%s", oracle_folder(), name);
	return fopen(path, "r");
}

/* Whether there are reference data at all; says so if not. */
static inline bool oracle_present(void)
{
	FILE *file = oracle_file("README.md");

	if (!file) {
		printf("skipped: no %s\n", oracle_folder());
		return false;
	}
	fclose(file);
	return true;
}

static inline int oracle_split(char *text, char **fields)
{
	int n = 0;

	text[strcspn(text, "\r\n")] = '\0';
	while (n < 64) {
		fields[n++] = text;
		text = strchr(text, ',');
		if (!text)
			break;
		*text++ = '\0';
	}
	return n;
}

static inline bool oracle_open(struct oracle *o, const char *name)
{
	FILE *file;

	memset(o, 0, sizeof(*o));
	o->name = name;
	file = oracle_file(name);
	if (!check_that(file != NULL, name, 0, "file is there"))
		return false;
	if (!fgets(o->head, sizeof(o->head), file)) {
		fclose(file);
		return check_that(0, name, 0, "file has a header");
	}
	o->file = file;
	o->columns = oracle_split(o->head, o->titles);
	return true;
}

/* Moves to the next row; at the end closes the file and returns false. */
static inline bool oracle_next(struct oracle *o)
{
	if (!o->file)
		return false;
	if (!fgets(o->line, sizeof(o->line), o->file)) {
		check_that(o->row > 0, o->name, 0, "file has rows");
		fclose(o->file);
		o->file = NULL;
		return false;
	}
	o->row++;
	check_that(oracle_split(o->line, o->fields) == o->columns, o->name,
		   o->row + 1, "row has all fields");
	return true;
}

/* The text in a column of this row. */
static inline const char *oracle_text(const struct oracle *o,
				      const char *column)
{
	for (int i = 0; i < o->columns; i++)
		if (strcmp(o->titles[i], column) == 0)
			return o->fields[i];
	check_that(0, o->name, o->row + 1, column);
	return "";
}

static inline bool oracle_is(const struct oracle *o, const char *column,
			     const char *text)
{
	return strcmp(oracle_text(o, column), text) == 0;
}

/* Empty means: there is no such value. */
static inline bool oracle_has(const struct oracle *o, const char *column)
{
	return *oracle_text(o, column) != '\0';
}

static inline int64_t oracle_int(const struct oracle *o, const char *column)
{
	return strtoll(oracle_text(o, column), NULL, 10);
}

static inline double oracle_number(const struct oracle *o, const char *column)
{
	return strtod(oracle_text(o, column), NULL);
}

/* The day number of a date 2017-03-01 or 20170301, from 1970-01-01. */
static inline int64_t oracle_day(const char *text)
{
	int64_t y = strtoll(text, NULL, 10), m, d;

	if (y > 9999) {
		d = y % 100;
		m = y / 100 % 100;
		y /= 10000;
	} else {
		m = strtoll(text + 5, NULL, 10);
		d = strtoll(text + 8, NULL, 10);
	}
	/* March is the first month, so that the leap day is the last. */
	y -= m <= 2;
	m = (m + 9) % 12;
	return y * 365 + y / 4 - y / 100 + y / 400 + (m * 153 + 2) / 5 + d -
	       719469;
}

/*
 * Compares with a column: the relative tolerance counts for values of any
 * size.  An empty column must have a value that is not known.
 */

static inline void oracle_near(double got, bool known, const struct oracle *o,
			       const char *column, double tolerance)
{
	bool has = oracle_has(o, column);
	double want = oracle_number(o, column);

	check_that(known == has, o->name, o->row + 1, column);
	if (!has || !known)
		return;
	if (!check_that(fabs(got - want) <=
				(want == 0 ? 1e-15 : tolerance * fabs(want)),
			o->name, o->row + 1, column))
		printf("\tgot  %.17g\n\twant %.17g\n", got, want);
}

/* The number behind "key" behind "section" in a JSON file. */
static inline double oracle_json(const char *name, const char *section,
				 const char *key)
{
	static char text[16384];
	char quoted[64];
	const char *at = text;
	FILE *file = oracle_file(name);

	if (!check_that(file != NULL, name, 0, "file is there"))
		return 0;
	text[fread(text, 1, sizeof(text) - 1, file)] = '\0';
	fclose(file);
	snprintf(quoted, sizeof(quoted), "\"%s\":", section);
	at = *section ? strstr(at, quoted) : at;
	snprintf(quoted, sizeof(quoted), "\"%s\":", key);
	at = at ? strstr(at, quoted) : NULL;
	if (!check_that(at != NULL, name, 0, key))
		return 0;
	return strtod(at + strlen(quoted), NULL);
}

#endif
