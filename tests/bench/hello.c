/* hello.c - the floor under every answer of a program behind nginx: a FastCGI
 * responder that looks at nothing and always answers "not modified".
 *
 *	hello SOCKET PROCESSES
 *
 * What an answer of ours costs beyond it is what we do. */
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

enum { RECORD_HEAD = 8, STDIN_RECORD = 5, PROCESSES_MOST = 16 };

static int listen_at(const char *path)
{
	struct sockaddr_un address = { .sun_family = AF_UNIX };
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);

	if (strlen(path) >= sizeof(address.sun_path))
		return -1;
	memcpy(address.sun_path, path, strlen(path));
	unlink(path);
	if (fd < 0 || bind(fd, (struct sockaddr *)&address, sizeof(address)) ||
	    listen(fd, 1024))
		return -1;
	return fd;
}

/* A request ends with an empty record of its body. */
static int ended(const unsigned char *text, size_t n)
{
	size_t at = 0;

	while (at + RECORD_HEAD <= n) {
		size_t length = 256 * (size_t)text[at + 4] + text[at + 5];

		if (text[at + 1] == STDIN_RECORD && length == 0)
			return 1;
		at += RECORD_HEAD + length + text[at + 6];
	}
	return 0;
}

static void read_request(int fd)
{
	unsigned char text[65536];
	size_t n = 0;

	while (n < sizeof(text) && !ended(text, n)) {
		ssize_t more = read(fd, text + n, sizeof(text) - n);

		if (more <= 0)
			return;
		n += (size_t)more;
	}
}

static void answer(int fd)
{
	static const char head[] = "Status: 304 Not Modified\r\n"
				   "ETag: \"0123456789abcdef0123456789\"\r\n"
				   "Cache-Control: private, no-cache\r\n"
				   "Vary: Cookie\r\n\r\n";
	unsigned char out[512] = { 1, 6, 0, 1, 0, sizeof(head) - 1 };
	size_t n = RECORD_HEAD + sizeof(head) - 1;

	memcpy(out + RECORD_HEAD, head, sizeof(head) - 1);
	memcpy(out + n, "\1\6\0\1\0\0\0\0\1\3\0\1\0\10\0\0\0\0\0\0\0\0\0\0",
	       24);
	send(fd, out, n + 24, MSG_NOSIGNAL);
}

static void serve(int listener)
{
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	for (;;) {
		int fd = accept(listener, NULL, NULL);

		if (fd < 0)
			continue;
		read_request(fd);
		answer(fd);
		close(fd);
	}
}

int main(int argc, char **argv)
{
	long n = argc == 3 ? strtol(argv[2], NULL, 10) : 0;
	int listener = n > 0 && n <= PROCESSES_MOST ? listen_at(argv[1]) : -1;

	if (listener < 0)
		return 2;
	for (long i = 0; i < n; i++)
		if (fork() == 0)
			serve(listener);
	pause();
	return 0;
}
