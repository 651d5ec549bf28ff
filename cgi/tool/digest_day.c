/* digest_day.c - the daily e-mail of who works on follow-ups: their day. */
#include "digest.h"
#include "followups/list.h"
#include "lib/lang.h"

enum { SHOWN = 10 }; /* of each group; the page has the rest */

struct day {
	const char *base;
	struct list list;
};

static void show_task(struct view *group, const char *base,
		      const struct followup_list *task)
{
	struct req *r = view_req(group);
	struct view *v = view_row(group, "TASK");

	view_text(v, "TASK_CUSTOMER", task->customer);
	view_text(v, "TASK_SUBJECT", task->subject);
	view_text(v, "TASK_CAUSE", LABEL(list_causes, task->cause));
	view_day_words(v, "TASK_DUE", task->due_day);
	view_text(v, "TASK_URL",
		  digest_link(r, base, "/followups?id=%lld",
			      (long long)task->id));
}

static void show_group(struct view *page, const struct day *day,
		       const char *name, enum group which)
{
	const struct group_rows *rows = &day->list.group[which];
	struct view *v;

	if (rows->count == 0)
		return;
	v = view_row(page, "GROUP");
	view_text(v, "GROUP_NAME", name);
	view_count(v, "GROUP_COUNT", rows->count);
	for (size_t i = 0; i < rows->n; i++)
		show_task(v, day->base, &rows->row[i]);
	if (rows->count > (int64_t)rows->n)
		view_count(view_row(v, "MORE"), "MORE_COUNT",
			   rows->count - (int64_t)rows->n);
}

static void fill(struct view *page, const void *facts)
{
	const struct day *day = facts;
	struct req *r = view_req(page);

	show_group(page, day, _("Overdue"), OVERDUE);
	show_group(page, day, _("Today"), TODAY);
	view_text(page, "LIST_URL", digest_link(r, day->base, "/followups"));
	view_text(page, "IDLE_URL",
		  digest_link(r, day->base, "/followups/idle"));
	if (day->list.idle.n)
		view_printf(
			view_row(page, "IDLE"), "IDLE_TEXT",
			lang_plural("%s customer has no next step.",
				    "%s customers have no next step.",
				    day->list.idle.n),
			format_count(r->arena, r->language, day->list.idle.n));
}

enum err digest_day(struct req *r, const struct digest_links *links,
		    struct digest *d)
{
	struct day day = { .base = links->base };
	struct show show = { MINE, NONE, NONE, NONE, NONE };
	struct digest_form form = { "day", fill, &day, links };
	const struct group_rows *group = day.list.group;
	enum err e = list_load_all(r, &show, SHOWN, &day.list);

	if (e != OK)
		return e;
	d->empty = group[OVERDUE].count == 0 && group[TODAY].count == 0;
	if (d->empty)
		return OK;
	d->subject = arena_printf(
		r->arena, _("Follow-ups: %s today, %s overdue"),
		format_count(r->arena, r->language, group[TODAY].count),
		format_count(r->arena, r->language, group[OVERDUE].count));
	return digest_write(r, &form, d);
}
