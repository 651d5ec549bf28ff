/* log.c - one line per event on standard error, as key=value pairs. */
#include "log.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "mask.h"

enum { LINE = 2048 };

/* Copies text with its control characters made visible, those of C1 too:
 * a terminal obeys them. */
static size_t visible(char *out, size_t size, const char *text)
{
	size_t n = 0;

	for (; *text && n + 5 < size; text++) {
		unsigned char c = (unsigned char)*text;

		if (c < 0x20 || c == 0x7f || c >= 0x80)
			n += (size_t)snprintf(out + n, size - n, "\\x%02x", c);
		else
			out[n++] = (char)c;
	}
	return n;
}

void log_line(const char *file, int line, const char *level, const char *format,
	      ...)
{
	char pairs[LINE], shown[LINE], out[2 * LINE];
	const char *base = strrchr(file, '/');
	va_list args;
	size_t n;

	va_start(args, format);
	vsnprintf(pairs, sizeof(pairs), format, args);
	va_end(args);
	mask_passwords(shown, sizeof(shown), pairs);
	n = (size_t)snprintf(out, sizeof(out), "%s at=%s:%d ", level,
			     base ? base + 1 : file, line);
	n += visible(out + n, sizeof(out) - n - 1, shown);
	out[n++] = '\n';
	/* One write, so that lines of several processes do not mix. */
	if (write(STDERR_FILENO, out, n) < 0)
		return;
}
