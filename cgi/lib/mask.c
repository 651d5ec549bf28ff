/* mask.c - texts that may hold the URL of a store, without its password. */
#include "mask.h"

#include <string.h>

static const char hidden[] = "***";

/* If a password is announced here: the length of that, and of the password. */
static size_t in_user(const char *text, size_t *length)
{
	size_t line = strcspn(text, "\n");
	const char *colon, *at;

	if (strncmp(text, "://", 3) != 0)
		return 0;
	colon = memchr(text + 3, ':', line - 3);
	at = memrchr(text, '@', line);
	if (!colon || !at || at < colon)
		return 0;
	*length = (size_t)(at - colon) - 1;
	return (size_t)(colon - text) + 1;
}

static size_t in_parameter(const char *text, size_t *length)
{
	static const char name[] = "password=";
	const char *value = text + sizeof(name) - 1;

	if (strncmp(text, name, sizeof(name) - 1) != 0)
		return 0;
	*length = strcspn(value, "& \n");
	/* The quotes of a line of the log. */
	if (*length && value[*length] != '&' && value[*length - 1] == '"')
		--*length;
	return sizeof(name) - 1;
}

static size_t add(char *out, size_t size, size_t n, const char *text,
		  size_t length)
{
	size_t room = size - 1 - n;

	if (length > room)
		length = room;
	memcpy(out + n, text, length);
	return n + length;
}

void mask_passwords(char *out, size_t size, const char *text)
{
	size_t n = 0;

	while (*text) {
		size_t length = 0;
		size_t before = in_user(text, &length);

		if (!before)
			before = in_parameter(text, &length);
		n = add(out, size, n, text, before ? before : 1);
		if (before)
			n = add(out, size, n, hidden, sizeof(hidden) - 1);
		text += before ? before + length : 1;
	}
	out[n] = '\0';
}
