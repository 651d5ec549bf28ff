/* look.h - /account/look: the language and the colours of one's pages. */
#ifndef LOOK_H
#define LOOK_H

#include "lib/req.h"

#define LOOK_PATH     "/account/look"
#define LOOK_LANGUAGE "/account/language"
#define LOOK_THEME    "/account/theme"

/* What its forms bring, and the page that it was asked from. */
struct look {
	const char *language, *theme, *to;
};

/* The handlers of their routes; both forms lead back to that page. */
enum err look_show(struct req *r, const void *form);
enum err look_language(struct req *r, const void *form);
enum err look_theme(struct req *r, const void *form);

#endif
