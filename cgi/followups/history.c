/* history.c - one thing that happened with a customer. */
#include "history.h"

#include <string.h>

#include "lib/lang.h"
#include "list.h"

static bool is(const struct customer_happened *h, const char *what)
{
	return strcmp(h->what, what) == 0;
}

static void show_icon(struct view *v, const struct customer_happened *h)
{
	bool talk = is(h, "talk");

	view_if(v, "H_CALL", talk && strcmp(h->kind, "call") == 0);
	view_if(v, "H_MAIL", talk && strcmp(h->kind, "mail") == 0);
	view_if(v, "H_VISIT", talk && strcmp(h->kind, "visit") == 0);
	view_if(v, "H_CART", is(h, "purchase"));
	view_if(v, "H_CHECK", is(h, "solved"));
	view_if(v, "H_WARN", is(h, "opened") || is(h, "reopened"));
	view_if(v, "H_STAR",
		is(h, "asked") || is(h, "promised") || is(h, "published"));
	view_if(v, "H_PEOPLE", is(h, "recommend") || is(h, "recommended"));
}

static const char *title(struct req *r, const struct customer_happened *h)
{
	static const struct label titles[] = {
		{ "opened", N_("Problem") },
		{ "solved", N_("Problem solved") },
		{ "reopened", N_("Problem again") },
		{ "asked", N_("Asked for a review") },
		{ "promised", N_("Promised a review") },
		{ "recommend", N_("Asked to recommend us") },
		{ "recommended", N_("Recommended us") },
	};

	if (is(h, "talk") && h->rating != NONE)
		return arena_printf(r->arena, _("%s, %lld of 10"),
				    LABEL(list_outcomes, h->outcome),
				    (long long)h->rating);
	if (is(h, "talk"))
		return LABEL(list_outcomes, h->outcome);
	if (is(h, "published") && h->rating != NONE)
		return arena_printf(r->arena, _("Review: %lld of 5 stars"),
				    (long long)h->rating);
	if (is(h, "published"))
		return _("Review published");
	if (!is(h, "purchase"))
		return LABEL(titles, h->what);
	if (h->amount < 0)
		return arena_printf(r->arena, _("Refund of %s"),
				    list_money(r, -h->amount));
	return arena_printf(r->arena, _("Purchase for %s"),
			    list_money(r, h->amount));
}

static const char *class_of(const struct customer_happened *h)
{
	static const struct label classes[] = {
		{ "opened", "bad" },       { "reopened", "bad" },
		{ "solved", "good" },      { "unhappy", "bad" },
		{ "happy", "good" },       { "more", "star" },
		{ "published", "star" },   { "asked", "star" },
		{ "promised", "star" },    { "recommend", "star" },
		{ "recommended", "good" },
	};
	const char *word = *h->outcome ? h->outcome : h->what;

	for (size_t i = 0; i < COUNT(classes); i++)
		if (strcmp(classes[i].word, word) == 0)
			return classes[i].text;
	return "";
}

void history_show(struct req *r, struct view *v,
		  const struct customer_happened *h)
{
	view_text(v, "H_CLASS", class_of(h));
	view_text(v, "H_TITLE", title(r, h));
	view_text(v, "H_DAY", list_day(r, h->day));
	view_text(v, "H_TEXT", h->note);
	view_text(v, "H_PERSON", h->person);
	show_icon(v, h);
}
