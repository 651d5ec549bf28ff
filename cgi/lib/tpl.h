/* tpl.h - the door to the template library (Google ctemplate).
 *
 * Templates are loaded once, when the program starts, and never reread.  Each
 * begins with {{%AUTOESCAPE context="HTML"}}, so every value is escaped for
 * the place it lands in; a file without that line is refused.  Only what is
 * called NAME.txt.tpl is plain text, has no such line, and shows values as they
 * are: never to be sent to a browser.  A page is a
 * tree of value sets (struct tpl): the page itself, and one child for each
 * time a section is shown.  Includes are resolved when the templates are built
 * (templates/build.awk), so they see the values of the set they stand in.
 *
 * Names are looked up in a set, then in its parents; the nearest set that
 * knows the name decides:
 *   {{NAME}}           the value; a name that nobody set is an error
 *   {{#NAME}}..        once for each tpl_section; without one, once if NAME is
 *   {{/NAME}}          a value that is not ""; otherwise it stays hidden
 * So a value works as its own question, {{#NOTE}}<p>{{NOTE}}</p>{{/NOTE}}, and
 * a row hides what its page shows by setting it to "".
 */
#ifndef TPL_H
#define TPL_H

#include "arena.h"

struct tpl;

/*
 * tpl_load - reads the templates of a program, once, in every language.
 * dir: folder of built templates, one folder per language: DIR/en, DIR/ru.
 * program: whose they are: those of DIR/en/PROGRAM, and those of DIR/en, which
 * belong to all; "": those of all programs.
 * A missing or broken file ends the program with one line that names it.
 */
void tpl_load(const char *dir, const char *program);

/* An empty set of values that lives as long as the arena. */
struct tpl *tpl_new(struct arena *a);

/*
 * Sets a value of this set.  key: lives as long as the set, so a literal.
 * value: UTF-8, never NULL, copied.  Setting twice is a bug.
 */
void tpl_set(struct tpl *t, const char *key, const char *value);

/* Shows section once more and returns the values of that showing.  section:
 * lives as long as the set. */
struct tpl *tpl_section(struct tpl *t, const char *section);

/*
 * tpl_render - the finished page as one text in the arena.
 * language: "en" or "ru"; name: of the file below the language's folder,
 * "followups/team.tpl".
 * length: of the text, in bytes.
 * Returns ERR_BUG, after logging which, when the template asks for a name
 * that neither the set nor its parents ever set: a misspelt key is an error.
 */
enum err tpl_render(struct tpl *t, const char *language, const char *name,
		    const char **text, size_t *length);

#endif
