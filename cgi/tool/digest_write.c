/* digest_write.c - the daily e-mail from its two templates. */
#include "digest.h"

#include <stdarg.h>

static enum err write_one(struct req *r, const struct digest_form *form,
			  const char *ending, const char *title,
			  const char **text)
{
	const char *file =
		arena_printf(r->arena, "mail/%s%s", form->name, ending);
	struct view *page = view_page(r, file);
	size_t length;

	view_text(page, "TITLE", title);
	view_text(page, "STOP_URL", form->links->stop);
	form->fill(page, form->facts);
	return view_render(page, text, &length);
}

enum err digest_write(struct req *r, const struct digest_form *form,
		      struct digest *d)
{
	enum err e = write_one(r, form, ".tpl", d->subject, &d->html);

	return e == OK ? write_one(r, form, ".txt.tpl", d->subject, &d->text)
		       : e;
}

const char *digest_link(struct req *r, const char *base, const char *format,
			...)
{
	va_list args;
	const char *path;

	if (!*base)
		return "";
	va_start(args, format);
	path = arena_vprintf(r->arena, format, args);
	va_end(args);
	return arena_printf(r->arena, "%s%s", base, path);
}
