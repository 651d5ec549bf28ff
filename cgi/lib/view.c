/* view.c - a page as a tree of named values, written the reader's way. */
#include "view.h"

#include <stdarg.h>
#include <string.h>

#include "chart.h"
#include "crypt.h"
#include "json.h"
#include "lang.h"
#include "money.h"
#include "tpl.h"
#include "zone.h"

struct view {
	struct req *r;
	struct tpl *tpl;
	const char *template; /* NULL for rows */
};

static struct view *wrap(struct req *r, struct tpl *tpl, const char *template)
{
	struct view *v = arena_zalloc(r->arena, sizeof(*v));

	*v = (struct view){ r, tpl, template };
	return v;
}

struct req *view_req(const struct view *v)
{
	return v->r;
}

struct view *view_row(struct view *v, const char *section)
{
	return wrap(v->r, tpl_section(v->tpl, section), NULL);
}

void view_if(struct view *v, const char *section, bool shown)
{
	if (shown)
		tpl_section(v->tpl, section);
}

/* ---- values ------------------------------------------------------------ */

void view_text(struct view *v, const char *key, const char *text)
{
	tpl_set(v->tpl, key, text);
}

void view_printf(struct view *v, const char *key, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	tpl_set(v->tpl, key, arena_vprintf(v->r->arena, format, args));
	va_end(args);
}

void view_count(struct view *v, const char *key, int64_t n)
{
	tpl_set(v->tpl, key, format_count(v->r->arena, v->r->language, n));
}

void view_money(struct view *v, const char *key, int64_t minor)
{
	tpl_set(v->tpl, key,
		format_money_whole(v->r->arena, v->r->language, minor,
				   v->r->company.currency));
}

void view_money_short(struct view *v, const char *key, int64_t minor)
{
	tpl_set(v->tpl, key,
		format_money_short(v->r->arena, v->r->language, minor,
				   v->r->company.currency));
}

void view_rate(struct view *v, const char *key, double share, int64_t n)
{
	tpl_set(v->tpl, key,
		format_rate(v->r->arena, v->r->language, share, n));
}

void view_range(struct view *v, const char *key, double low, double high)
{
	tpl_set(v->tpl, key,
		format_range(v->r->arena, v->r->language, low, high));
}

void view_points(struct view *v, const char *key, double difference)
{
	tpl_set(v->tpl, key,
		format_points(v->r->arena, v->r->language, difference));
}

void view_day(struct view *v, const char *key, int64_t day)
{
	tpl_set(v->tpl, key, format_day(v->r->arena, v->r->language, day));
}

void view_day_words(struct view *v, const char *key, int64_t day)
{
	tpl_set(v->tpl, key,
		format_day_words(v->r->arena, v->r->language, day));
}

void view_month(struct view *v, const char *key, int64_t month)
{
	tpl_set(v->tpl, key, format_month(v->r->arena, v->r->language, month));
}

void view_place(struct view *v, const char *key, double percent)
{
	tpl_set(v->tpl, key,
		arena_printf(v->r->arena, "%s%%",
			     chart_number(v->r->arena, percent)));
}

/* ---- forms ------------------------------------------------------------- */

void view_form(struct view *v, const char *action)
{
	struct req *r = v->r;

	view_text(v, "ACTION", action);
	view_text(v, "TOKEN",
		  auth_form_token(r->arena, r->token, action, r->now));
	view_text(v, "ONCE", crypt_random_128(r->arena));
}

static char *key_of(struct req *r, const char *name, const char *suffix)
{
	char *key = arena_printf(r->arena, "%s_%s", name, suffix);

	for (char *c = key; *c; c++)
		if (*c >= 'a' && *c <= 'z')
			*c = (char)(*c - 'a' + 'A');
	return key;
}

static void show_message(struct view *v, struct view *errors,
			 const struct field *field,
			 const struct form_value *value)
{
	struct req *r = v->r;
	const char *message = form_sentence(r->arena, lang_text(value->message),
					    value->detail);
	struct view *row = view_row(errors, "ERROR");

	view_text(row, "FIELD", field->name);
	view_text(row, "MESSAGE", message);
	row = view_row(v, key_of(r, field->name, "BAD"));
	view_text(row, "MESSAGE", message);
}

void view_messages(struct view *v)
{
	const struct form_result *form = v->r->form;
	struct view *errors;

	if (!form || !form->n_messages)
		return;
	errors = view_row(v, "ERRORS");
	for (size_t i = 0; i < form->n; i++)
		if (form->value[i].message)
			show_message(v, errors, &form->field[i],
				     &form->value[i]);
}

void view_fields(struct view *v)
{
	const struct form_result *form = v->r->form;

	BUG_IF(!form);
	for (size_t i = 0; i < form->n; i++)
		view_text(v, key_of(v->r, form->field[i].name, "VALUE"),
			  form->value[i].typed);
	view_messages(v);
}

/* ---- pages ------------------------------------------------------------- */

/* The current section of the navigation, by the first word of the route. */
static void mark_section(struct view *page)
{
	static const char *const sections[] = { "conversion", "leads",
						"followups", "retention" };

	for (size_t i = 0; i < COUNT(sections); i++) {
		size_t n = strlen(sections[i]);
		const char *route = page->r->route;
		bool inside = strncmp(route + 1, sections[i], n) == 0 &&
			      (route[n + 1] == '\0' || route[n + 1] == '/');

		view_if(page, key_of(page->r, sections[i], "HERE"), inside);
	}
}

/* The address of this page, for links that come back to it. */
static const char *here(struct req *r)
{
	/* A form has no page of its own: its part of the site has. */
	if (r->method != GET)
		return arena_strndup(r->arena, r->route,
				     1 + strcspn(r->route + 1, "/"));
	if (!*r->query)
		return r->route;
	return arena_printf(r->arena, "%s?%s", r->route, r->query);
}

static void show_viewer(struct view *page)
{
	struct req *r = page->r;
	struct view *v;

	if (!r->viewer.known)
		return;
	v = view_row(page, "VIEWER");
	view_text(v, "VIEWER_NAME", r->viewer.name);
	view_text(v, "VIEWER_INITIALS", str_initials(r->arena, r->viewer.name));
	view_form(v, "/account/out");
	if (r->viewer.overdue)
		view_count(view_row(v, "OVERDUE"), "OVERDUE_COUNT",
			   r->viewer.overdue);
}

struct view *view_page(struct req *r, const char *template)
{
	struct view *page = wrap(r, tpl_new(r->arena), template);

	view_text(page, "THEME", r->viewer.known ? r->viewer.theme : "");
	view_text(page, "HERE", here(r));
	view_text(page, "COMPANY", r->company.name ? r->company.name : "");
	mark_section(page);
	show_viewer(page);
	if (r->company.name) {
		struct view *data = view_row(page, "DATA");

		view_day(data, "DATA_DAY", r->today);
		view_text(data, "DATA_TIME",
			  format_time(r->arena, zone_minute(r->now)));
		view_text(data, "DATA_ZONE", r->company.time_zone);
	}
	view_if(page, "DEMO", r->company.demo);
	return page;
}

enum err view_render(struct view *page, const char **text, size_t *length)
{
	return tpl_render(page->tpl, page->r->language, page->template, text,
			  length);
}

/* What is not escaped must not reach a browser as HTML. */
enum err view_send(struct view *page)
{
	const char *text;
	size_t length;
	enum err e;

	BUG_IF(strstr(page->template, ".txt."));
	e = view_render(page, &text, &length);
	if (e != OK)
		return e;
	return req_send(page->r, "text/html; charset=utf-8", text, length);
}

/* ---- errors ------------------------------------------------------------ */

static const struct fault {
	int status;
	const char *title, *sentence;
} faults[] = {
	{ 400, N_("This request cannot be used"),
	  N_("Part of what was sent is damaged. Go back and try again.") },
	{ 401, N_("Please sign in"),
	  N_("Your session has ended. What you typed was not saved, but your browser keeps notes: sign in and send them again.") },
	{ 403, N_("Not allowed"),
	  N_("You may not do this, or the page was open for too long. Reload it and try again.") },
	{ 404, N_("Page not found"),
	  N_("There is nothing at this address, or it is not for you to see.") },
	{ 405, N_("This cannot be done here"),
	  N_("The address exists, but it does not take this kind of request.") },
	{ 409, N_("Somebody else was faster"),
	  N_("This record has changed since you opened it. Reload the page to see it as it is now.") },
	{ 422, N_("The address holds something that cannot be used"), "" },
	{ 429, N_("Too many tries"), N_("Wait a minute and try again.") },
	{ 500, N_("Something went wrong"),
	  N_("The fault is ours and has been recorded. Try again in a minute.") },
	{ 503, N_("Not available at the moment"),
	  N_("Nothing was saved. Try again in a minute.") },
};

static const struct fault *fault_of(int status)
{
	for (size_t i = 0; i < COUNT(faults); i++)
		if (faults[i].status == status)
			return &faults[i];
	return fault_of(500);
}

/* What a program gets instead of a page: the same words as plain data. */
static enum err send_fault_data(struct req *r, const struct fault *f,
				const char *sentence)
{
	struct buf *b = buf_new(r->arena);
	struct json *j;

	if (r->format == CSV) {
		buf_printf(b, "%s\r\n", sentence);
		return req_send(r, "text/plain; charset=utf-8", buf_text(b),
				buf_length(b));
	}
	j = json_new(r->arena, b);
	json_int(j, "status", f->status);
	json_text(j, "title", _(f->title));
	json_text(j, "detail", sentence);
	json_text(j, "request", r->number);
	json_finish(j);
	return req_send(r, "application/problem+json", buf_text(b),
			buf_length(b));
}

static enum err send_fault(struct req *r, const struct fault *f,
			   const char *sentence)
{
	enum err e;

	if (r->format != HTML) {
		e = send_fault_data(r, f, sentence);
	} else {
		struct view *page = view_page(r, "error.tpl");

		view_printf(page, "STATUS", "%d", f->status);
		view_text(page, "TITLE", _(f->title));
		view_text(page, "SENTENCE", sentence);
		view_text(page, "REQUEST", r->number);
		if (f->status == 401)
			view_printf(view_row(page, "SIGN_IN"), "SIGN_IN_URL",
				    "/account?to=%s",
				    url_encode(r->arena, here(r)));
		e = view_send(page);
	}
	r->reply.status = f->status;
	r->reply.etag = NULL;
	return e;
}

enum err view_error(struct req *r, int status)
{
	const struct fault *f = fault_of(status);

	return send_fault(r, f, *f->sentence ? _(f->sentence) : "");
}

enum err view_refusal(struct req *r)
{
	const struct form_result *form = r->form;

	for (size_t i = 0; i < form->n; i++) {
		const struct form_value *value = &form->value[i];
		const char *sentence;

		if (!value->message)
			continue;
		sentence = form_sentence(r->arena, lang_text(value->message),
					 value->detail);
		return send_fault(r, fault_of(422),
				  arena_printf(r->arena, "%s: %s",
					       form->field[i].name, sentence));
	}
	return ERR_BUG;
}
