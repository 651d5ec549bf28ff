/* rules.h - /followups/rules: the rules that plan follow-ups, for heads of
 * sales. */
#ifndef RULES_H
#define RULES_H

#include "lib/req.h"

#define RULES_PATH "/followups/rules"
#define RULES_ONE  "/followups/rule"
#define RULES_STOP "/followups/rules/stop"
#define RULES_RUN  "/followups/rules/run"

extern const struct word rules_causes[6];

struct rules_ask {
	int64_t made; /* follow-ups just planned by hand, or NONE */
};

/* A rule to be made. */
struct rules_new {
	int64_t cause;                 /* enum rule_cause */
	int64_t days, product;         /* product: NONE for any */
	int64_t kind;                  /* a value of plan_kinds */
	const char *segment, *subject; /* segment: "" for any */
};

struct rules_one_ask {
	int64_t id;
};

/* The handlers of their routes. */
enum err rules_show(struct req *r, const void *form);
enum err rules_add(struct req *r, const void *form);
enum err rules_add_again(struct req *r);
enum err rules_one(struct req *r, const void *form);
enum err rules_stop(struct req *r, const void *form);
enum err rules_run(struct req *r, const void *form);

#endif
