/* store_steps.c - which steps of the schema a store has had, whatever engine is
 * below. */
#include "log.h"
#include "store_engine.h"

static int64_t newest(enum store_house house)
{
	int64_t number = 0;

	for (size_t i = 0; i < store_step_count; i++)
		if (store_steps[i].house == house &&
		    store_steps[i].number > number)
			number = store_steps[i].number;
	return number;
}

enum err store_check_version(int64_t version, enum store_house house)
{
	int64_t needed = newest(house);

	if (version == needed)
		return OK;
	LOG_ERROR("schema=%lld needed=%lld problem=\"%s\"", (long long)version,
		  (long long)needed,
		  version > needed ? "newer than this program"
				   : "run: salesboard migrate");
	return ERR_DB;
}

enum err store_apply_steps(int64_t version, enum store_house house,
			   enum err (*apply)(void *arg,
					     const struct store_step *step),
			   void *arg, struct store_migrated *done)
{
	enum err e = OK;

	if (version > newest(house))
		return store_check_version(version, house);
	for (size_t i = 0; e == OK && i < store_step_count; i++) {
		const struct store_step *step = &store_steps[i];

		if (step->house != house || step->number <= version)
			continue;
		e = apply(arg, step);
		if (e != OK) {
			LOG_ERROR("step=%s problem=\"not applied\"",
				  step->name);
			break;
		}
		done->steps++;
		done->sums |= step->sums;
	}
	return e;
}
