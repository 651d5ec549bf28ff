/* import_buyers.c - customers and their purchases into the store. */
#include <inttypes.h>
#include <string.h>

#include "import.h"
#include "lib/customer.h"
#include "lib/period.h"
#include "lib/str.h"
#include "lib/zone.h"
#include "queries.h"

/* ---- customers ---------------------------------------------------------- */

static enum err add_customer(struct store *s, struct import_job *job,
			     const struct import_row *row, const char *id,
			     int64_t manager)
{
	const union import_cell *cell = row->cell;
	int64_t created = cell[IN_CREATED].number;
	struct customer_new new = {
		.name = cell[IN_NAME].text,
		.contact = cell[IN_CONTACT].text,
		.email = cell[IN_EMAIL].text,
		.phone = cell[IN_PHONE].text,
		.segment = cell[IN_SEGMENT].text,
		.manager = manager,
		.contract_end_day = NONE,
		.created_at = created == NONE ? job->now : created,
		.origin = job->map->origin,
		.origin_id = id,
	};
	int64_t customer;

	job->added++;
	return customer_add(s, job->arena, &new, &customer);
}

static enum err correct_customer(struct store *s, struct import_job *job,
				 const struct import_row *row,
				 const struct customer_by_origin *known,
				 int64_t manager)
{
	struct arena *a = job->arena;
	struct customer_correct_in in = { .id = known->id };
	bool differs = false, handed_over = false;
	enum err e = OK;

	in.name = import_text(job, row, IN_NAME, known->name, &differs);
	in.contact =
		import_text(job, row, IN_CONTACT, known->contact, &differs);
	in.email = import_text(job, row, IN_EMAIL, known->email, &differs);
	in.phone = import_text(job, row, IN_PHONE, known->phone, &differs);
	in.segment =
		import_text(job, row, IN_SEGMENT, known->segment, &differs);
	in.name_key = str_fold(a, in.name);
	in.email_key = str_email_key(a, in.email);
	in.phone_key = str_phone_key(a, in.phone);
	import_number(job, IN_MANAGER, manager, known->manager_id,
		      &handed_over);
	job->changed += differs || handed_over;
	if (differs)
		e = run_customer_correct(s, in);
	if (e == OK && handed_over)
		e = customer_handed_over(s, known->id, manager, job->now);
	return e;
}

static enum err write_customer(struct store *s, struct import_job *job,
			       const struct import_row *row)
{
	const char *id = row->cell[IN_ID].text;
	struct customer_by_origin_in find = { .origin = job->map->origin };
	struct customer_by_origin known;
	struct import_name named = { IN_OWNER, row->cell[IN_MANAGER].text, 0 };
	int64_t manager;
	enum err e = import_name(s, job, named, &manager);

	if (e != OK)
		return e;
	find.origin_id = *id ? id : row->cell[IN_NAME].text;
	if (one_customer_by_origin(s, find, &known))
		return known.merged
			       ? OK
			       : correct_customer(s, job, row, &known, manager);
	if (store_error(s) != OK)
		return store_error(s);
	return add_customer(s, job, row, find.origin_id, manager);
}

enum err import_customers(struct store *s, struct import_job *job)
{
	return import_each(s, job, job->table.rows, write_customer);
}

/* ---- purchases ---------------------------------------------------------- */

/* A row of the table as it is to be recorded. */
struct sale {
	const struct import_row *row;
	const char *id;
	int64_t customer, product, refund_of;
};

/* What is paid back comes after what was bought. */
static struct import_key by_time(const struct import_row *row)
{
	return (struct import_key){ "", row->cell[IN_DATE].number,
				    row->cell[IN_AMOUNT].number < 0 };
}

static bool same_day(const struct import_row *row, const char *customer,
		     int64_t at)
{
	return row->cell[IN_DATE].number == at &&
	       strcmp(row->cell[IN_CUSTOMER].text, customer) == 0;
}

/* Rows without an id are told apart by customer, day and a running number, so
 * that the same file gives the same ids again.  They come by customer and day.
 */
void import_number_purchases(struct import_job *job)
{
	struct import_rows *read = job->table.rows;
	struct import_rows *rows = import_rows_new(IMPORT_PURCHASES);
	struct arena *a = arena_new();
	struct import_row row;
	const char *customer = "";
	int64_t at = NONE, running = 0;

	import_rows_first(read);
	while (import_rows_next(read, &row)) {
		union import_cell *cell = row.cell;

		running = same_day(&row, customer, at) ? running + 1 : 1;
		arena_reset(a);
		customer = arena_strdup(a, cell[IN_CUSTOMER].text);
		at = cell[IN_DATE].number;
		if (!*cell[IN_ID].text)
			cell[IN_ID].text =
				arena_printf(a, "%s %" PRId64 " %" PRId64,
					     customer, at, running);
		import_rows_add(rows, by_time(&row), &row);
	}
	arena_free(a);
	import_rows_free(read);
	job->table.rows = rows;
}

static enum err find_customer(struct store *s, struct import_job *job,
			      const struct import_row *row, int64_t *id)
{
	const char *name = row->cell[IN_CUSTOMER].text;
	struct customer_by_origin_in in = { .origin = job->map->origin,
					    .origin_id = name };
	struct customer_new new = { .name = name,
				    .contact = "",
				    .email = "",
				    .phone = "",
				    .segment = "",
				    .manager = NONE,
				    .contract_end_day = NONE,
				    .created_at = row->cell[IN_DATE].number,
				    .origin = in.origin,
				    .origin_id = in.origin_id };
	struct customer_by_origin known;

	if (one_customer_by_origin(s, in, &known)) {
		*id = known.id;
		return OK;
	}
	if (store_error(s) != OK)
		return store_error(s);
	job->customers++;
	return customer_add(s, job->arena, &new, id);
}

/* The purchase a refund belongs to; *id NONE when the row names none. */
static enum err find_refunded(struct store *s, struct import_job *job,
			      const struct import_row *row, int64_t *id)
{
	struct purchase_by_origin_in in = {
		.origin = job->map->origin,
		.origin_id = row->cell[IN_REFUND_OF].text,
	};
	struct purchase_by_origin known;

	*id = NONE;
	if (!*in.origin_id)
		return OK;
	if (row->cell[IN_AMOUNT].number >= 0)
		import_wrong(job->errors, row, IN_AMOUNT,
			     "a refund is less than nothing");
	else if (one_purchase_by_origin(s, in, &known))
		*id = known.id;
	else
		import_wrong(job->errors, row, IN_REFUND_OF,
			     "there is no purchase %s", in.origin_id);
	return store_error(s);
}

static enum err add_purchase(struct store *s, struct import_job *job,
			     const struct sale *sale)
{
	int64_t amount = sale->row->cell[IN_AMOUNT].number, id;
	struct customer_sale new = {
		.customer = sale->customer,
		.lead = NONE,
		.product = sale->product,
		.refund_of = sale->refund_of,
		.at = sale->row->cell[IN_DATE].number,
		.amount = amount < 0 ? -amount : amount,
		.currency = job->company->currency,
		.base_amount = amount < 0 ? -amount : amount,
		.origin = job->map->origin,
		.origin_id = sale->id,
	};
	enum err e;

	job->added++;
	if (amount >= 0)
		return customer_bought(s, &new, &id);
	e = customer_refunded(s, &new, &id);
	if (e == ERR_INPUT) {
		import_wrong(job->errors, sale->row, IN_AMOUNT,
			     "more is paid back than was paid");
		e = OK;
	}
	return e;
}

static enum err correct_purchase(struct store *s, struct import_job *job,
				 const struct sale *sale,
				 const struct purchase_by_origin *known)
{
	const union import_cell *cell = sale->row->cell;
	int64_t day = zone_day(cell[IN_DATE].number);
	bool differs = false;
	struct purchase_correct_in in = {
		.id = known->id,
		.customer = sale->customer,
		.refund_of = sale->refund_of,
		.at = cell[IN_DATE].number,
		.day = day,
		.month = period_month(day),
		.amount = cell[IN_AMOUNT].number,
		.currency = job->company->currency,
		.base_amount = cell[IN_AMOUNT].number,
	};

	/* What is paid back is of the product that was bought. */
	in.product = sale->refund_of != NONE
			     ? known->product_id
			     : import_number(job, IN_PRODUCT, sale->product,
					     known->product_id, &differs);
	in.refund_of = import_number(job, IN_REFUND_OF, sale->refund_of,
				     known->refund_of, &differs);
	differs |= in.customer != known->customer_id || in.at != known->at ||
		   in.amount != known->amount;
	job->changed += differs;
	return differs ? run_purchase_correct(s, in) : OK;
}

static enum err write_purchase(struct store *s, struct import_job *job,
			       const struct import_row *row)
{
	struct sale sale = { .row = row, .id = row->cell[IN_ID].text };
	struct purchase_by_origin_in find = { .origin = job->map->origin,
					      .origin_id = sale.id };
	struct import_name product = { IN_PRODUCT, row->cell[IN_PRODUCT].text,
				       0 };
	struct purchase_by_origin known;
	enum err e = find_customer(s, job, row, &sale.customer);

	if (e == OK)
		e = import_name(s, job, product, &sale.product);
	if (e == OK)
		e = find_refunded(s, job, row, &sale.refund_of);
	if (e != OK)
		return e;
	if (one_purchase_by_origin(s, find, &known))
		return correct_purchase(s, job, &sale, &known);
	return store_error(s) == OK ? add_purchase(s, job, &sale)
				    : store_error(s);
}

enum err import_purchases(struct store *s, struct import_job *job)
{
	return import_each(s, job, job->table.rows, write_purchase);
}
