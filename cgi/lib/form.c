/* form.c - declared inputs: what a page may be sent, and what each means. */
#include "form.h"

#include <inttypes.h>
#include <string.h>

#include "money.h"
#include "period.h"

/* ---- days as people write them ---- */

enum { YEARS_TO_LEAP_DAY = 8 }; /* at most, as around 1900 and 2100 */

/* Full names; the Russian ones also as they stand after a number. */
static const char *const months[][3] = {
	{ "january", "январь", "января" },
	{ "february", "февраль", "февраля" },
	{ "march", "март", "марта" },
	{ "april", "апрель", "апреля" },
	{ "may", "май", "мая" },
	{ "june", "июнь", "июня" },
	{ "july", "июль", "июля" },
	{ "august", "август", "августа" },
	{ "september", "сентябрь", "сентября" },
	{ "october", "октябрь", "октября" },
	{ "november", "ноябрь", "ноября" },
	{ "december", "декабрь", "декабря" },
};

static const struct word near_days[] = {
	{ "today", 0 },   { "tomorrow", 1 }, { "yesterday", -1 },
	{ "сегодня", 0 }, { "завтра", 1 },   { "вчера", -1 },
};

/* A piece of a written day: a number, or else the name of a month. */
struct token {
	int64_t number; /* of the month, 1 to 12, if it was a name */
	size_t digits;  /* 0: a name */
};

/* The month that a word of n bytes names or abbreviates; 0: none. */
static int64_t month_named(const char *word, size_t n)
{
	size_t letters = 0;

	for (size_t i = 0; i < n; i++)
		letters += (word[i] & 0xc0) != 0x80;
	if (letters < 3)
		return 0;
	for (size_t m = 0; m < COUNT(months); m++)
		for (size_t i = 0; i < COUNT(months[m]); i++)
			if (strncmp(months[m][i], word, n) == 0)
				return (int64_t)m + 1;
	return 0;
}

/* Reads one token and the punctuation after it; false when it is neither a
 * number of four digits at most nor a month. */
static bool next_token(const char **text, struct token *token)
{
	static const char digits[] = "0123456789", between[] = " ./,-";
	size_t n = strspn(*text, digits);

	*token = (struct token){ .digits = n };
	if (n == 0) {
		n = strcspn(*text, "0123456789 ./,-");
		token->number = month_named(*text, n);
		if (token->number == 0)
			return false;
	}
	if (token->digits > 4)
		return false;
	for (size_t i = 0; i < token->digits; i++)
		token->number = token->number * 10 + ((*text)[i] - '0');
	*text += n;
	*text += strspn(*text, between);
	return true;
}

/* Puts two or three tokens in the order day, month, year. */
static bool in_order(struct token *token, size_t n)
{
	struct token first = token[0];

	if (first.digits == 0) {
		token[0] = token[1];
		token[1] = first;
	}
	return token[0].digits >= 1 && token[0].digits <= 2 &&
	       token[1].digits <= 2 && (n < 3 || token[2].digits == 4);
}

/* The first such day of the year that is not before today. */
static bool next_such_day(int64_t of_month, int64_t month, int64_t today,
			  int64_t *day)
{
	int64_t year = period_date(today).year;

	for (int64_t y = year; y <= year + YEARS_TO_LEAP_DAY; y++) {
		if (!period_real(y, month, of_month))
			continue;
		*day = period_day(y, month, of_month);
		if (*day >= today)
			return true;
	}
	return false;
}

/* Reads what is neither YYYY-MM-DD nor a word for a near day. */
static bool written_day(const char *text, int64_t today, int64_t *day)
{
	struct token token[3] = { { 0 } };
	size_t n = 0;

	while (*text)
		if (n == COUNT(token) || !next_token(&text, &token[n++]))
			return false;
	if (n < 2 || !in_order(token, n))
		return false;
	if (n == 2)
		return next_such_day(token[0].number, token[1].number, today,
				     day);
	if (!period_real(token[2].number, token[1].number, token[0].number))
		return false;
	*day = period_day(token[2].number, token[1].number, token[0].number);
	return true;
}

enum err form_day(struct arena *a, const char *text, int64_t today,
		  int64_t *day)
{
	const char *key = str_fold(a, text);
	int64_t found;

	if (period_parse(key, day) == OK)
		return OK;
	for (size_t i = 0; i < COUNT(near_days); i++)
		if (strcmp(key, near_days[i].name) == 0) {
			*day = today + near_days[i].value;
			return OK;
		}
	if (!written_day(key, today, &found) ||
	    found < period_day(1900, 1, 1) || found > period_day(2100, 12, 31))
		return ERR_INPUT;
	*day = found;
	return OK;
}

/* ---- one field ---- */

/* What is said when a program has no message of its own. */
struct usual {
	const char *missing, *wrong;
};

static const struct usual usual[] = {
	[FIELD_IS_INT] = { N_("Enter a number."),
			   N_("Enter a whole number in digits, like 12.") },
	[FIELD_IS_MONEY] = { N_("Enter an amount."),
			     N_("Enter an amount in digits, like {}.") },
	[FIELD_IS_DAY] = { N_("Enter a day."),
			   N_("Enter a day that exists, like 30.11.2026, "
			      "30 Nov or tomorrow.") },
	[FIELD_IS_ID] = { N_("Choose one."),
			  N_("Choose one of those on offer.") },
	[FIELD_IS_TEXT] = { N_("Fill in this field."),
			    N_("Remove the characters shown as �: they "
			       "cannot be stored.") },
	[FIELD_IS_SECRET] = { N_("Enter the password."),
			      N_("Enter a shorter password.") },
	[FIELD_IS_EMAIL] = { N_("Enter an e-mail address."),
			     N_("Enter a full e-mail address, like "
				"name@example.com.") },
	[FIELD_IS_PHONE] = { N_("Enter a phone number."),
			     N_("Enter a phone number with 5 to 15 digits, "
				"like +44 20 7946 0000.") },
	[FIELD_IS_FLAG] = { N_("Tick the box."),
			    N_("Tick the box or leave it empty.") },
	[FIELD_IS_CHOICE] = { N_("Choose one."),
			      N_("Choose one of those on offer.") },
};

/* One field on its way from text to member. */
struct reading {
	struct arena *arena;
	const struct form_input *in;
	const struct field *field;
	struct form_value *value;
	void *member;
	const char *text; /* as sent; cleaned unless it is a secret */
};

static void say(struct reading *r, const char *message, const char *detail)
{
	r->value->message = message;
	r->value->detail = detail;
}

static void say_missing(struct reading *r)
{
	const struct field *f = r->field;

	say(r, f->missing ? f->missing : usual[f->is].missing, "");
}

static void say_wrong(struct reading *r, const char *detail)
{
	const struct field *f = r->field;

	say(r, f->wrong ? f->wrong : usual[f->is].wrong, detail);
}

static bool holds_text(enum field_is is)
{
	return is == FIELD_IS_TEXT || is == FIELD_IS_SECRET ||
	       is == FIELD_IS_EMAIL || is == FIELD_IS_PHONE;
}

static void store_text(struct reading *r, const char *text)
{
	memcpy(r->member, &text, sizeof(text));
}

/* Members are int64_t, bool, or an enum, which cannot hold NONE. */
static void store(struct reading *r, int64_t value)
{
	int small = value == NONE ? 0 : (int)value;
	bool truth = value == 1;

	if (r->field->size == sizeof(value))
		memcpy(r->member, &value, sizeof(value));
	else if (r->field->is == FIELD_IS_FLAG)
		memcpy(r->member, &truth, sizeof(truth));
	else
		memcpy(r->member, &small, sizeof(small));
}

static void store_absent(struct reading *r)
{
	if (holds_text(r->field->is))
		store_text(r, "");
	else
		store(r, r->field->absent);
}

static void read_int(struct reading *r)
{
	const struct field *f = r->field;
	int64_t value;

	if (str_int(r->text, &value) != OK)
		say_wrong(r, "");
	else if (value < f->least)
		say(r, f->wrong ? f->wrong : N_("Enter {} or more."),
		    arena_printf(r->arena, "%" PRId64, f->least));
	else if (value > f->most)
		say(r, f->wrong ? f->wrong : N_("Enter {} or less."),
		    arena_printf(r->arena, "%" PRId64, f->most));
	else
		store(r, value);
}

static void read_money(struct reading *r)
{
	const struct field *f = r->field;
	int exponent = money_exponent(r->in->currency);
	int64_t value;

	if (money_parse(r->text, exponent, &value) != OK)
		say_wrong(r, exponent ? "1250.50" : "1250");
	else if (value < f->least)
		say(r, f->wrong ? f->wrong : N_("Enter {} or more."),
		    money_text(r->arena, f->least, exponent));
	else if (value > f->most)
		say(r, f->wrong ? f->wrong : N_("Enter {} or less."),
		    money_text(r->arena, f->most, exponent));
	else
		store(r, value);
}

static void read_day(struct reading *r)
{
	const struct field *f = r->field;
	int64_t day;

	if (form_day(r->arena, r->text, r->in->today, &day) != OK)
		say_wrong(r, "");
	else if ((f->flags & FROM_TODAY) && day < r->in->today)
		say(r, f->wrong ? f->wrong : N_("Enter today or a later day."),
		    "");
	else if ((f->flags & TO_TODAY) && day > r->in->today)
		say(r,
		    f->wrong ? f->wrong : N_("Enter today or an earlier day."),
		    "");
	else
		store(r, day);
}

static void read_id(struct reading *r)
{
	int64_t id;

	if (str_int(r->text, &id) != OK || id < 1)
		say_wrong(r, "");
	else
		store(r, id);
}

/* Length is asked last: a text that is no address is not merely too long. */
static void read_text(struct reading *r)
{
	const struct field *f = r->field;
	bool odd =
		(f->is == FIELD_IS_EMAIL &&
		 !*str_email_key(r->arena, r->text)) ||
		(f->is == FIELD_IS_PHONE && !*str_phone_key(r->arena, r->text));

	if (odd)
		say_wrong(r, "");
	else if ((int64_t)str_points(r->text) > f->most)
		say(r, N_("Shorten this to {} characters."),
		    arena_printf(r->arena, "%" PRId64, f->most));
	else
		store_text(r, r->text);
}

static void read_flag(struct reading *r)
{
	static const struct word words[] = {
		{ "0", 0 }, { "1", 1 }, { "on", 1 }, { "yes", 1 }
	};

	for (size_t i = 0; i < COUNT(words); i++)
		if (strcmp(r->text, words[i].name) == 0) {
			store(r, words[i].value);
			return;
		}
	say_wrong(r, "");
}

static void read_choice(struct reading *r)
{
	const struct field *f = r->field;

	for (size_t i = 0; i < f->n_words; i++)
		if (strcmp(r->text, f->words[i].name) == 0) {
			store(r, f->words[i].value);
			return;
		}
	say_wrong(r, "");
}

static void read_given(struct reading *r)
{
	switch (r->field->is) {
	case FIELD_IS_INT:
		read_int(r);
		break;
	case FIELD_IS_MONEY:
		read_money(r);
		break;
	case FIELD_IS_DAY:
		read_day(r);
		break;
	case FIELD_IS_ID:
		read_id(r);
		break;
	case FIELD_IS_TEXT:
	case FIELD_IS_SECRET:
	case FIELD_IS_EMAIL:
	case FIELD_IS_PHONE:
		read_text(r);
		break;
	case FIELD_IS_FLAG:
		read_flag(r);
		break;
	case FIELD_IS_CHOICE:
		read_choice(r);
		break;
	}
}

/* Text as typed becomes text as it may be stored and shown again. */
static bool clean(struct reading *r)
{
	bool many_lines = r->field->flags & MANY_LINES;
	enum err e;

	if (r->field->is == FIELD_IS_SECRET)
		return true;
	e = str_clean(r->arena, r->text, many_lines, &r->text);
	r->value->typed = r->text;
	return e == OK;
}

static void read_field(struct reading *r)
{
	const struct field *f = r->field;

	store_absent(r);
	if (!clean(r))
		say(r, f->wrong ? f->wrong : usual[FIELD_IS_TEXT].wrong, "");
	else if (*r->text)
		read_given(r);
	else if (f->absent == NONE && !(f->flags & OPTIONAL))
		say_missing(r);
}

/* ---- the whole form ---- */

static size_t field_named(const struct field *field, size_t n, const char *name)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(field[i].name, name) == 0)
			return i;
	return n;
}

/* A declaration that could not be kept is found at the first request. */
static void check_declared(const struct field *f)
{
	bool in_enum = f->is == FIELD_IS_CHOICE && f->size == sizeof(int);

	BUG_IF(f->name[0] == '_' || f->name[0] == '\0');
	BUG_IF((f->flags & REPEATED) && f->is != FIELD_IS_TEXT);
	BUG_IF(f->is == FIELD_IS_CHOICE && !in_enum &&
	       f->size != sizeof(int64_t));
	BUG_IF(in_enum && f->absent == NONE && (f->flags & OPTIONAL));
}

/* A value goes to its field; *text: NULL before the first one. */
static enum err take_value(struct arena *a, const struct field *field,
			   const struct form_input *in, const char *value,
			   const char **text)
{
	bool repeated = field->flags & REPEATED;

	if (*text && in->strict && !repeated)
		return ERR_INPUT;
	if (!str_utf8(value, strlen(value)))
		return ERR_INPUT;
	if (!*text)
		*text = value;
	else if (repeated)
		*text = arena_printf(a, "%s %s", *text, value);
	return OK;
}

/* Finds each field's text among the pairs; NULL where none was sent. */
static enum err distribute(struct arena *a, const struct field *field, size_t n,
			   const struct form_input *in, const char **text)
{
	enum err e = OK;

	for (size_t i = 0; e == OK && i < in->n_pairs; i++) {
		const struct url_pair *pair = &in->pair[i];
		size_t at = field_named(field, n, pair->name);

		if (pair->name[0] == '_')
			continue;
		if (at < n)
			e = take_value(a, &field[at], in, pair->value,
				       &text[at]);
		else if (in->strict)
			e = ERR_INPUT;
	}
	return e;
}

struct form_result *form_read(struct arena *a, const struct field *field,
			      size_t n, const struct form_input *in, void *into)
{
	const char **text = arena_array(a, n, sizeof(*text));
	struct form_result *result = arena_zalloc(a, sizeof(*result));

	*result = (struct form_result){ .n = n, .field = field };
	result->value = arena_array(a, n, sizeof(*result->value));
	result->error = distribute(a, field, n, in, text);
	for (size_t i = 0; i < n; i++) {
		bool use = result->error == OK && text[i];
		struct reading r = { a,
				     in,
				     &field[i],
				     &result->value[i],
				     (char *)into + field[i].at,
				     use ? text[i] : "" };

		check_declared(&field[i]);
		*r.value = (struct form_value){ "", NULL, "" };
		read_field(&r);
		result->n_messages += r.value->message != NULL;
	}
	return result;
}

static struct form_value *value_named(const struct form_result *r,
				      const char *name)
{
	size_t i = field_named(r->field, r->n, name);

	BUG_IF(i == r->n);
	return &r->value[i];
}

const struct form_value *form_value(const struct form_result *r,
				    const char *name)
{
	return value_named(r, name);
}

void form_refuse(struct form_result *r, const char *name, const char *message)
{
	struct form_value *value = value_named(r, name);

	if (value->message)
		return;
	value->message = message;
	r->n_messages++;
}

const char *form_sentence(struct arena *a, const char *translated,
			  const char *detail)
{
	const char *place = strstr(translated, "{}");

	if (!place)
		return translated;
	return arena_printf(a, "%.*s%s%s", (int)(place - translated),
			    translated, detail, place + 2);
}

const char *form_word(const struct word *words, size_t n, int64_t value)
{
	for (size_t i = 0; i < n; i++)
		if (words[i].value == value)
			return words[i].name;
	return "";
}
