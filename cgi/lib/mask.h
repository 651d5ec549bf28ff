/* mask.h - texts that may hold the URL of a store, without its password. */
#ifndef MASK_H
#define MASK_H

#include "base.h"

/*
 * mask_passwords - copies a text with *** in place of every password: that of
 * "scheme://user:PASSWORD@host", and the value of "password=".  A password that
 * is written wrongly (spaces, @ and / as they are) is hidden too: in doubt more
 * is hidden, up to the last @ of the line, or the company's name.
 * out: of size bytes; what does not fit is left away.
 */
void mask_passwords(char *out, size_t size, const char *text);

#endif
