/* windows.h - for how long a customer counts as active (definitions: R2).
 *
 * With a contract, until it ends.  Without, for as long after a purchase as
 * nine in ten of those who buy again take to do so, in the segment; for a year
 * while that is not known (rhythm_window in lib/rhythm.h). */
#ifndef WINDOWS_H
#define WINDOWS_H

#include "lib/req.h"

/* Asks for the windows of now. */
struct answer *windows_ask(struct req *r);

/* Them in words: of everybody, then of each segment with one of its own. */
const char *windows_text(struct req *r, struct answer *windows);

#endif
