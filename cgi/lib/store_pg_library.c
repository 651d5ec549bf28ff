/* store_pg_library.c - libpq, loaded when it is needed. */
#include "store_pg_library.h"

#include <dlfcn.h>
#include <string.h>

#include "log.h"

struct pq pq;

/* A function's address as an object's: POSIX says that they fit (dlsym). */
static bool find(void *library, const char *name, void *place)
{
	void *address = dlsym(library, name);

	memcpy(place, &address, sizeof(address));
	return address;
}

static bool find_all(void *library)
{
#define PQ_FIND(name) find(library, "PQ" #name, &pq.name) &&
	return PQ_FUNCTIONS(PQ_FIND) true;
}

enum err pg_load(void)
{
	void *library;

	if (pq.connectdbParams)
		return OK;
	library = dlopen("libpq.so.5", RTLD_NOW | RTLD_LOCAL);
	if (library && find_all(library))
		return OK;
	LOG_ERROR("library=libpq problem=\"%s\"", dlerror());
	memset(&pq, 0, sizeof(pq));
	return ERR_DB;
}
