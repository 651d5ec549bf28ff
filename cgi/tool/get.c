/* get.c - salesboard get: what the server would answer, without a server. */
#include <getopt.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "apps.h"
#include "lib/app.h"
#include "tool.h"

static int run(int argc, char **argv);

const struct command command_get = {
	"get",
	"print what the server would answer",
	"ADDRESS --as LOGIN [--store URL]\n\n"
	"Prints the page or data at an address as the person of this login\n"
	"sees it, for instance /conversion.csv?horizon=90.  Exits 0 for status\n"
	"200; for any other prints one line on standard error and exits 1.\n"
	"  --as     whose rights apply\n"
	"  --store  sqlite:PATH (default: $SALESBOARD_STORE)\n",
	run,
};

static const struct app *app_of(const char *path)
{
	for (size_t i = 0; i < COUNT(apps); i++)
		if (app_answers(apps[i], path))
			return apps[i];
	return NULL;
}

static struct req request(struct arena *a, const char *address, const char *as)
{
	size_t path = strcspn(address, "?");

	return (struct req){
		.arena = a,
		.method = GET,
		.path = arena_strndup(a, address, path),
		.query = address[path] ? address + path + 1 : "",
		.content_type = "",
		.body = "",
		.cookies = "",
		.origin = "",
		.fetch_site = "",
		.accept_language = "",
		.if_none_match = "",
		.agent = "salesboard get",
		.host = "localhost",
		.now = (int64_t)time(NULL),
		.as = as,
	};
}

static int answer(const struct req *r, const char *address)
{
	const struct reply *reply = &r->reply;

	if (reply->status == 303 && !r->viewer.known)
		return tool_fail(1, "nobody signs in as %s", r->as);
	if (reply->status == 303)
		return tool_fail(1, "%s: status 303, to %s", address,
				 reply->location);
	if (reply->status != 200)
		return tool_fail(1, "%s: status %d", address, reply->status);
	if (fwrite(reply->body, 1, reply->length, stdout) != reply->length ||
	    fflush(stdout) != 0)
		return tool_fail(1, "cannot write the answer");
	return 0;
}

static enum err open_app(const struct app *app, const char *url, struct req *r)
{
	app_load(tool_share(), app->name);
	return app_start(app, url, &r->store, &r->vault);
}

static int get(const char *url, const char *address, const char *as)
{
	struct arena *a = arena_new();
	struct req r = request(a, address, as);
	const struct app *app = app_of(r.path);
	int code;

	if (!app)
		code = tool_fail(1, "%s: status 404", address);
	else if (open_app(app, url, &r) != OK)
		code = tool_fail(1, "cannot open %s", url);
	else {
		app_handle(app, &r);
		code = answer(&r, address);
	}
	store_close(r.store);
	store_close(r.vault);
	arena_free(a);
	return code;
}

static int run(int argc, char **argv)
{
	static const struct option names[] = {
		{ "store", required_argument, NULL, 's' },
		{ "as", required_argument, NULL, 'a' },
		{ NULL, 0, NULL, 0 },
	};
	const char *url = NULL, *as = NULL;
	int c;

	while ((c = getopt_long(argc, argv, "", names, NULL)) != -1) {
		if (c == 's')
			url = optarg;
		else if (c == 'a')
			as = optarg;
		else
			return tool_usage(&command_get, 2);
	}
	if (optind + 1 != argc || !as || argv[optind][0] != '/')
		return tool_usage(&command_get, 2);
	url = tool_url(url);
	if (!url)
		return 2;
	if (!store_exists(url))
		return tool_fail(
			1, "there is no store at %s; run: salesboard init",
			url);
	return get(url, argv[optind], as);
}
