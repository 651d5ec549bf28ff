/* look.c - the language and the colours of one's pages. */
#include "look.h"

#include <string.h>

#include "lib/lang.h"
#include "lib/view.h"
#include "place.h"
#include "queries.h"

static const struct word languages[] = { { "en", 0 }, { "ru", 1 } };
static const struct word themes[] = { { "light", 0 },
				      { "dark", 1 },
				      { "", 2 } };

static bool is_one_of(const struct word *list, size_t n, const char *typed)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(list[i].name, typed) == 0)
			return true;
	return false;
}

/* Each language is called by its own name. */
static void show_languages(struct view *page)
{
	static const char *const names[] = { "English", "Русский" };

	for (size_t i = 0; i < COUNT(languages); i++) {
		const char *word = languages[i].name;
		struct view *v = view_row(page, "LANGUAGE");

		view_text(v, "LANGUAGE_WORD", word);
		view_text(v, "LANGUAGE_NAME", names[i]);
		view_text(v, "LANGUAGE_HERE",
			  strcmp(view_req(page)->language, word) == 0 ? "1"
								      : "");
	}
}

static void show_themes(struct view *page)
{
	static const char *const names[] = { N_("Light"), N_("Dark"),
					     N_("As on this device") };

	for (size_t i = 0; i < COUNT(themes); i++) {
		const char *word = themes[i].name;
		struct view *v = view_row(page, "COLOURS");

		view_text(v, "THEME_WORD", word);
		view_text(v, "THEME_NAME", _(names[i]));
		view_text(v, "THEME_HERE",
			  strcmp(view_req(page)->viewer.theme, word) == 0 ? "1"
									  : "");
	}
}

enum err look_show(struct req *r, const void *form)
{
	const struct look *look = form;
	struct view *page = view_page(r, "account/look.tpl");

	view_text(page, "TITLE", _("Language and colours"));
	view_text(page, "TO_VALUE", place_ours(look->to) ? look->to : "");
	view_form(view_row(page, "LANGUAGES"), LOOK_LANGUAGE);
	view_form(view_row(page, "THEMES"), LOOK_THEME);
	show_languages(page);
	show_themes(page);
	view_messages(page);
	return view_send(page);
}

enum err look_language(struct req *r, const void *form)
{
	const struct look *look = form;
	struct person_language_set_in in = { .language = look->language,
					     .person = r->viewer.id };

	if (!is_one_of(languages, COUNT(languages), look->language))
		return ERR_INPUT;
	run_person_language_set(r->store, in);
	return place_go(r, look->to);
}

enum err look_theme(struct req *r, const void *form)
{
	const struct look *look = form;
	struct person_theme_set_in in = { .theme = look->theme,
					  .person = r->viewer.id };

	if (!is_one_of(themes, COUNT(themes), look->theme))
		return ERR_INPUT;
	run_person_theme_set(r->store, in);
	return place_go(r, look->to);
}
