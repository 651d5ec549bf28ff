/* slots.h - numbers ids from 0 on in the order they are met, so that what is
 * counted for them can lie in an array. */
#ifndef SLOTS_H
#define SLOTS_H

#include "lib/arena.h"

struct slots;

struct slots *slots_new(struct arena *a);

/* The number of an id; one that was not met before gets the next. */
size_t slots_of(struct slots *s, int64_t id);

#endif
