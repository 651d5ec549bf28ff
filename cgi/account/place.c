/* place.c - addresses of this site that a visitor brought along. */
#include "place.h"

#include <string.h>

bool place_ours(const char *to)
{
	static const char plain[] = "abcdefghijklmnopqrstuvwxyz"
				    "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				    "0123456789-._~/?&=%+@,";

	return to[0] == '/' && to[1] != '/' && strspn(to, plain) == strlen(to);
}

enum err place_go(struct req *r, const char *to)
{
	if (place_ours(to))
		return req_redirect(r, "%s", to);
	return req_redirect(
		r, "%s", r->viewer.role == REP ? "/followups" : "/conversion");
}
