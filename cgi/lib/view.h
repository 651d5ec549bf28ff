/* view.h - a page as a tree of named values, written the reader's way.
 *
 * A program gives plain numbers; view writes them in the viewer's language by
 * the rules of the product: a rate never without its count, whole percents
 * under 1,000 cases, "—" for what is not known.  HTML stands in templates
 * only.  view_page sets the values that every page needs (see _top.tpl). */
#ifndef VIEW_H
#define VIEW_H

#include "format.h"
#include "req.h"

struct view;

/* A page from a template below templates/. */
struct view *view_page(struct req *r, const char *template);

/* The request a page or row belongs to. */
struct req *view_req(const struct view *v);

/* Shows a section once more; its values are set on what is returned. */
struct view *view_row(struct view *v, const char *section);

/* Shows a section once, or not at all, without values of its own. */
void view_if(struct view *v, const char *section, bool shown);

/* A value as it is: names, notes, addresses, classes. */
void view_text(struct view *v, const char *key, const char *text);

/* A value made as by printf: coordinates, addresses, sentences. */
void view_printf(struct view *v, const char *key, const char *format, ...)
	__attribute__((format(printf, 3, 4), nonnull(3)));

/* Numbers; see format.h for how they are written. */
void view_count(struct view *v, const char *key, int64_t n);
void view_money(struct view *v, const char *key, int64_t minor);
void view_money_short(struct view *v, const char *key, int64_t minor);
void view_rate(struct view *v, const char *key, double share, int64_t n);
void view_range(struct view *v, const char *key, double low, double high);
void view_points(struct view *v, const char *key, double difference);
void view_day(struct view *v, const char *key, int64_t day);
void view_day_words(struct view *v, const char *key, int64_t day);
void view_month(struct view *v, const char *key, int64_t month);

/* A coordinate of a drawing, in percent of its width or height. */
void view_place(struct view *v, const char *key, double percent);

/*
 * view_form - makes v (a page or a row) a form to action: sets ACTION, TOKEN
 * and ONCE, which the template puts into the form's fields.
 */
void view_form(struct view *v, const char *action);

/*
 * view_messages - shows what is wrong with a form that came back: ERRORS with
 * one ERROR (FIELD, MESSAGE) for each bad field, and NAME_BAD (with MESSAGE)
 * beside it, NAME being the field's name in capitals.  Nothing when all is
 * well.
 */
void view_messages(struct view *v);

/* view_messages, and NAME_VALUE for every field as it was typed. */
void view_fields(struct view *v);

/* Renders the page as the reply, status 200; OK, or ERR_BUG.  A plain text
 * (tpl.h) is no page. */
enum err view_send(struct view *page);

/* Renders the page, or plain text, as a text of so many bytes in the request's
 * arena; OK, or ERR_BUG. */
enum err view_render(struct view *page, const char **text, size_t *length);

/* Answers with the error page of a status, in the format of the request. */
enum err view_error(struct req *r, int status);

/* Answers 422 with what was wrong in an address. */
enum err view_refusal(struct req *r);

#endif
