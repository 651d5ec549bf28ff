/* generate_names.c - who asks: names that nobody bears, in rising order. */
#include <ctype.h>

#include "generate.h"
#include "lib/str.h"

enum { SYLLABLES = 4, CONSONANTS = 14, VOWELS = 5, ONE = CONSONANTS * VOWELS };

static const int64_t words = (int64_t)ONE * ONE * ONE * ONE;

/* A word of four syllables that can be spoken; words rise with the number. */
static char *word(struct arena *a, int64_t number)
{
	static const char consonant[] = "bdfgklmnprstvz", vowel[] = "aeiou";
	char *text = arena_zalloc(a, 2 * SYLLABLES + 1);

	for (size_t i = SYLLABLES; i-- > 0; number /= ONE) {
		text[2 * i] = consonant[number % ONE / VOWELS];
		text[2 * i + 1] = vowel[number % VOWELS];
	}
	return text;
}

static const char *firm(const struct generate *g, struct demo_random *r,
			const char *text)
{
	static const char *const forms[] = { "Ltd",    "Group", "Trade",
					     "Studio", "Foods", "Logistics",
					     "& Sons", "Works" };

	return arena_printf(g->arena, "%c%s %s",
			    toupper((unsigned char)text[0]), text + 1,
			    forms[demo_between(r, 0, COUNT(forms) - 1)]);
}

void generate_name(const struct generate *g, struct generate_lead *l)
{
	struct demo_random *r = &l->random;
	struct arena *a = g->arena;
	long long n = (long long)l->number;
	const char *text = word(a, l->number * (words / g->leads));
	const char *person = demo_colleague(a, r, false);
	bool is_firm = demo_chance(r, 0.8);
	bool has_phone = demo_chance(r, 0.6);

	l->name = is_firm ? firm(g, r, text) : person;
	l->contact = is_firm ? person : "";
	l->email = demo_chance(r, 0.9) ? arena_printf(a, "%s@example.com", text)
				       : "";
	l->phone = has_phone ? arena_printf(a, "+44 000 %04lld %02lld %02lld",
					    n / 10000, n / 100 % 100, n % 100)
			     : "";
	l->name_key = str_fold(a, l->name);
	l->email_key = str_email_key(a, l->email);
	l->phone_key = str_phone_key(a, l->phone);
}
