/* banned.h - calls that are never right here; forced into every C file.
 * The system headers come first, so that only our own uses are refused. */
#ifndef BANNED_H
#define BANNED_H

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#pragma GCC poison strcpy strcat strncpy strncat sprintf vsprintf
#pragma GCC poison strtok strtok_r atoi atol atoll atof gets system popen
#pragma GCC poison localtime gmtime ctime asctime putenv

#endif
