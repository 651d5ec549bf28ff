/* place.h - addresses of this site that a visitor brought along. */
#ifndef PLACE_H
#define PLACE_H

#include <stdbool.h>

/* Whether an address leads to this site: one slash, then plain characters. */
bool place_ours(const char *to);

#endif
