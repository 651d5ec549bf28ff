/* log.h - one line per event on standard error, as key=value pairs. */
#ifndef LOG_H
#define LOG_H

#include "base.h"

/*
 * log_line - writes "LEVEL at=FILE:LINE KEY=VALUE ..." as one line.
 * The format makes the pairs; control characters and line ends in what it
 * makes are written as \xNN, so that no value can forge a line, and
 * passwords of store URLs as ***.  Never put
 * passwords, tokens, form values or query strings of visitors into it.
 */
void log_line(const char *file, int line, const char *level, const char *format,
	      ...) __attribute__((format(printf, 4, 5)));

#define LOG_INFO(...)  log_line(__FILE__, __LINE__, "info", __VA_ARGS__)
#define LOG_ERROR(...) log_line(__FILE__, __LINE__, "error", __VA_ARGS__)

#endif
