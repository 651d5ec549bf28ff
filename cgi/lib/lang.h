/* lang.h - the door to the translations (gettext's libintl).
 *
 * Texts in C are written in English inside _("..."); whole sentences, with
 * printf's conversions for what varies.  A sentence that counts something is
 * lang_plural("%lld lead", "%lld leads", n).  Russian stands in
 * templates/lang/ru.po, and the build fails while one text has none.  A word
 * that is unclear alone gets a comment TRANSLATORS: ... above it.
 *
 * The language belongs to the process, which serves one request at a time. */
#ifndef LANG_H
#define LANG_H

#include "base.h"

/* The text in the language in use; lives as long as the process. */
#define _(text) lang_text(text)

/*
 * lang_start - finds the translations; English is in use afterwards.
 * dir: folder that holds ru/LC_MESSAGES/salesboard.mo.
 * A missing file ends the program with one line that names it.
 */
void lang_start(const char *dir);

/* Uses a language from now on: "en" or "ru", else it is a bug.  Costs nothing
 * when it is the one in use. */
void lang_use(const char *language);

/* What _() calls. */
const char *lang_text(const char *text) __attribute__((format_arg(1)));

/*
 * lang_plural - the form of a sentence for n things.
 * one, many: the English forms; n >= 0.
 * Returns the format; the number goes into it by the caller's printf.
 */
const char *lang_plural(const char *one, const char *many, int64_t n)
	__attribute__((format_arg(1), format_arg(2)));

/*
 * lang_choose - the language of a page: "en" or "ru".
 * header: Accept-Language, "" when absent; choice: the person's or company's
 * own, "" when there is none.
 * The choice wins; then the language of ours that the header wants most, the
 * one named first when two are wanted alike; else "en".  A header that cannot
 * be read counts as far as it can.
 */
const char *lang_choose(const char *header, const char *choice);

#endif
