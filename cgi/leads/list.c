/* list.c - the rows of a list of leads, whichever statement they come from. */
#include "list.h"

void leads_read(struct req *r, struct answer *rows, size_t most, struct list *l)
{
	struct lead_list row;

	while (next_lead_list(rows, &row)) {
		if (l->n == most) {
			l->more = true;
			continue;
		}
		l->lead = arena_more(r->arena, l->lead, l->n, sizeof(row));
		l->lead[l->n++] = row;
	}
}
