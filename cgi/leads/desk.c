/* desk.c - what the pages about one lead share. */
#include "desk.h"

#include <string.h>

#include "lib/lang.h"
#include "lib/view.h"

const struct word desk_acts[] = {
	{ "contacted", ACT_CONTACTED },
	{ "step", ACT_STEP },
	{ "won", ACT_WON },
	{ "lost", ACT_LOST },
	{ "invalid", ACT_INVALID },
	{ "reopened", ACT_REOPENED },
	{ "valid", ACT_VALID },
	{ "assigned", ACT_ASSIGNED },
};

bool desk_possible(const char *state, enum act act)
{
	switch (act) {
	case ACT_CONTACTED:
	case ACT_STEP:
	case ACT_WON:
	case ACT_LOST:
	case ACT_ASSIGNED:
		return strcmp(state, "open") == 0;
	case ACT_INVALID:
		return strcmp(state, "open") == 0 || strcmp(state, "lost") == 0;
	case ACT_REOPENED:
		return strcmp(state, "lost") == 0;
	case ACT_VALID:
		return strcmp(state, "invalid") == 0;
	}
	BUG_IF(true);
}

enum err desk_find(struct req *r, struct scope scope, int64_t id,
		   struct lead_one *lead)
{
	struct lead_one_in in = { .scope = scope, .as_of = r->today, .id = id };

	if (one_lead_one(r->store, in, lead))
		return OK;
	return store_error(r->store) == OK ? ERR_NOT_FOUND
					   : store_error(r->store);
}

const char *desk_id(struct req *r, int64_t id)
{
	return id == NONE ? "" : arena_printf(r->arena, "%lld", (long long)id);
}

/* ---- selects ---- */

void desk_option(const struct desk_choice *c, int64_t id, const char *name)
{
	struct view *row = view_row(c->view, c->row);
	struct req *r = view_req(c->view);
	const char *text = desk_id(r, id);

	view_text(row, arena_printf(r->arena, "%s_ID", c->row), text);
	view_text(row, arena_printf(r->arena, "%s_NAME", c->row), name);
	view_text(row, arena_printf(r->arena, "%s_HERE", c->row),
		  strcmp(text, c->chosen) == 0 ? "1" : "");
}

static void show_names(const struct desk_choice *c, struct answer *a)
{
	struct product_all row;

	while (next_product_all(a, &row))
		desk_option(c, row.id, row.name);
}

void desk_products(struct req *r, struct view *page, const char *chosen)
{
	show_names(&(struct desk_choice){ page, "PRODUCT", chosen },
		   ask_product_all(r->store));
}

void desk_segments(struct req *r, struct view *page, const char *chosen)
{
	show_names(&(struct desk_choice){ page, "SEGMENT", chosen },
		   ask_segment_all(r->store));
}

static struct answer *ask_owners(struct req *r)
{
	return ask_followup_owners(
		r->store,
		(struct followup_owners_in){ r->viewer.write, r->today });
}

void desk_owners(struct req *r, struct view *page, const char *chosen)
{
	struct desk_choice c = { page, "OWNER", chosen };
	struct answer *a = ask_owners(r);
	struct followup_owners row;

	while (next_followup_owners(a, &row))
		desk_option(&c, row.id,
			    row.id == r->viewer.id
				    ? arena_printf(r->arena, _("%s (you)"),
						   row.name)
				    : row.name);
}

bool desk_may_give(const struct req *r)
{
	return r->viewer.role >= LEAD;
}

bool desk_may_own(struct req *r, int64_t person)
{
	struct answer *a = ask_owners(r);
	struct followup_owners row;
	bool found = false;

	while (next_followup_owners(a, &row))
		found |= row.id == person;
	return found;
}

const char *desk_state(const char *state)
{
	switch (*state) {
	case 'w':
		return _("won");
	case 'l':
		return _("lost");
	case 'o':
		return _("open");
	default:
		return _("invalid");
	}
}

const char *desk_state_class(const char *state)
{
	return *state == 'w' ? "good" : *state == 'i' ? "warn" : "";
}
