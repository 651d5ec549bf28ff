/* place.h - addresses of this site that a visitor brought along. */
#ifndef PLACE_H
#define PLACE_H

#include "lib/req.h"

/* Whether an address leads to this site: one slash, then plain characters. */
bool place_ours(const char *to);

/* Sends the visitor there, or, when it is not ours, to where they begin. */
enum err place_go(struct req *r, const char *to);

#endif
