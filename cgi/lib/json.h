/* json.h - writing JSON (RFC 8259): machine numbers at full precision.
 *
 * A writer adds to a buf.  Inside an object every call needs a key, inside an
 * array it must be NULL; commas come by themselves.  Texts must be UTF-8. */
#ifndef JSON_H
#define JSON_H

#include "str.h"

struct json;

/* A writer that begins with an object. */
struct json *json_new(struct arena *a, struct buf *b);

void json_object(struct json *j, const char *key);
void json_array(struct json *j, const char *key);
void json_end(struct json *j); /* of the innermost object or array */

void json_text(struct json *j, const char *key, const char *text);
void json_int(struct json *j, const char *key, int64_t n); /* NONE: null */
void json_bool(struct json *j, const char *key, bool yes);
void json_null(struct json *j, const char *key);

/* The shortest text that reads back as x; null when x is not finite. */
void json_number(struct json *j, const char *key, double x);

/* A day number as "2026-11-25"; NONE: null. */
void json_day(struct json *j, const char *key, int64_t day);

/* A month number as "2026-11". */
void json_month(struct json *j, const char *key, int64_t month);

/* Minor units as a decimal number of units: 123456 -> 1234.56 */
void json_money(struct json *j, const char *key, int64_t minor, int exponent);

/* Ends the first object; everything else must have been ended. */
void json_finish(struct json *j);

#endif
