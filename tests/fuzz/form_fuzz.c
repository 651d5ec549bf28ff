/* form_fuzz.c - a form that can be used is the same when what it shows as typed
 * is sent again. */
#include "../../cgi/lib/form.h"
#include "../../cgi/lib/money.h"
#include "../../cgi/lib/period.h"

#define ALPHABET                                                               \
	"days=", "&", "9", "30", "sum=", "1+000", ".5", "due=", "tomorrow",    \
		"30+Nov", "note=", "name=", "a%0D%0Ab", "%D0%AF", "%FF",       \
		"mail=", "a@b.co", "phone=", "89123456789", "way=", "two",     \
		"done=", "on", "id=", "_x=", "other=1", "%09"
#include "fuzz_main.h"

enum way { ONE = 1, TWO };

struct form {
	int64_t days, sum, due, id;
	const char *text[4];
	enum way way;
	bool done;
};

static const struct word ways[] = { { "one", ONE }, { "two", TWO } };

static const struct field fields[] = {
	FIELD_INT(struct form, days, "days", 7, 3660, 91),
	FIELD_MONEY(struct form, sum, "sum", 0, MONEY_MOST, .flags = OPTIONAL),
	FIELD_DAY(struct form, due, "due", .flags = OPTIONAL | FROM_TODAY),
	FIELD_ID(struct form, id, "id", .flags = OPTIONAL),
	FIELD_TEXT(struct form, text[0], "note", 20,
		   .flags = OPTIONAL | MANY_LINES),
	FIELD_TEXT(struct form, text[1], "name", 5, .flags = OPTIONAL),
	FIELD_EMAIL(struct form, text[2], "mail", .flags = OPTIONAL),
	FIELD_PHONE(struct form, text[3], "phone", .flags = OPTIONAL),
	FIELD_CHOICE(struct form, way, "way", ways, ONE),
	FIELD_FLAG(struct form, done, "done"),
};

static struct form_result *read_form(struct arena *a, const char *body,
				     bool strict, struct form *form)
{
	struct form_input in = { .strict = strict,
				 .today = period_day(2026, 11, 25),
				 .currency = "EUR" };

	if (url_decode(a, body, strlen(body), &in.pair, &in.n_pairs) != OK)
		return NULL;
	return form_read(a, fields, COUNT(fields), &in, form);
}

static void check_members(const struct form *f)
{
	BUG_IF(f->days < 7 || f->days > 3660);
	BUG_IF(f->sum != NONE && (f->sum < 0 || f->sum > MONEY_MOST));
	BUG_IF(f->due != NONE && f->due < period_day(2026, 11, 25));
	BUG_IF(f->id != NONE && f->id < 1);
	BUG_IF(f->way != ONE && f->way != TWO);
	BUG_IF(str_points(f->text[0]) > 20 || str_points(f->text[1]) > 5);
	for (size_t i = 0; i < COUNT(f->text); i++)
		BUG_IF(!str_utf8(f->text[i], strlen(f->text[i])));
	BUG_IF(strpbrk(f->text[1], "\t\r\n") || strchr(f->text[0], '\r'));
}

static void check_again(struct arena *a, const struct form_result *r,
			const struct form *f)
{
	struct buf *b = buf_new(a);
	struct form_result *again;
	struct form g;

	for (size_t i = 0; i < r->n; i++)
		url_add(b, r->field[i].name, r->value[i].typed);
	again = read_form(a, buf_text(b), true, &g);
	BUG_IF(!again || again->error != OK || again->n_messages > 0);
	BUG_IF(f->days != g.days || f->sum != g.sum || f->due != g.due ||
	       f->id != g.id || f->way != g.way || f->done != g.done);
	for (size_t i = 0; i < COUNT(f->text); i++)
		BUG_IF(strcmp(f->text[i], g.text[i]) != 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = fuzz_arena();
	const char *body = fuzz_text(a, data, size);

	for (int strict = 0; strict < 2; strict++) {
		struct form form;
		struct form_result *r = read_form(a, body, strict, &form);
		size_t messages = 0;

		if (!r)
			return 0;
		check_members(&form);
		for (size_t i = 0; i < r->n; i++)
			messages += r->value[i].message != NULL;
		BUG_IF(messages != r->n_messages);
		if (r->error == OK && messages == 0)
			check_again(a, r, &form);
	}
	return 0;
}
