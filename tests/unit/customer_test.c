/* customer_test.c - customers, their managers, purchases and refunds. */
#include "../../cgi/lib/customer.h"

#include "../../cgi/lib/money.h"
#include "../../cgi/lib/period.h"
#include "temp_store.h"

static int64_t noon(int64_t month, int64_t day)
{
	return zone_start(period_day(2026, month, day)) + 12 * 3600;
}

static struct customer_new firm(int64_t manager)
{
	return (struct customer_new){ .name = "Firm",
				      .contact = "Ann",
				      .email = "Ann@Firm.example",
				      .phone = "8 900 1234567",
				      .segment = "small",
				      .manager = manager,
				      .contract_end_day = NONE,
				      .created_at = noon(1, 10),
				      .origin = "crm",
				      .origin_id = "17" };
}

static struct customer_sale sale(int64_t customer, int64_t at, int64_t amount)
{
	return (struct customer_sale){ .customer = customer,
				       .lead = NONE,
				       .product = NONE,
				       .refund_of = NONE,
				       .at = at,
				       .amount = amount,
				       .currency = "RUB",
				       .base_amount = amount,
				       .origin = "",
				       .origin_id = "" };
}

static int64_t person(struct store *s, const char *name)
{
	struct person_add_in in = { "", name, name, "", "rep", "", "", "", 0 };
	struct person_add row = { 0 };

	one_person_add(s, in, &row);
	return row.id;
}

static struct customer_by_origin known(struct store *s)
{
	struct customer_by_origin_in in = { "crm", "17" };
	struct customer_by_origin row = { 0 };

	CHECK(one_customer_by_origin(s, in, &row));
	return row;
}

/* Customers that a rep sees as of a day: those they look after. */
static int64_t seen(struct store *s, int64_t me)
{
	struct customer_values_in in = {
		.scope = { .see = SEE_OWN, .me = me },
		.as_of = period_day(2026, 12, 1),
		.year_from = period_day(2026, 1, 1),
		.last_id = INT64_MAX,
	};
	struct answer *rows = ask_customer_values(s, in);
	struct customer_values row;
	int64_t n = 0;

	while (next_customer_values(rows, &row))
		n++;
	return n;
}

static enum err test_manager(struct store *s, void *a)
{
	int64_t ann = person(s, "Ann"), bob = person(s, "Bob"), id, bought;
	struct customer_new new = firm(ann);
	struct customer_sale first;

	CHECK_INT(customer_add(s, a, &new, &id), OK);
	first = sale(id, noon(2, 1), 1000);
	CHECK_INT(customer_bought(s, &first, &bought), OK);
	CHECK_INT(known(s).manager_id, ann);
	CHECK_INT(seen(s, ann), 1);
	CHECK_INT(customer_handed_over(s, id, bob, noon(3, 1)), OK);
	CHECK_INT(known(s).manager_id, bob);
	CHECK_INT(seen(s, ann), 0);
	CHECK_INT(seen(s, bob), 1);
	CHECK_INT(customer_handed_over(s, id, NONE, noon(4, 1)), OK);
	CHECK_INT(known(s).manager_id, NONE);
	CHECK_INT(seen(s, bob), 0);
	return OK;
}

static enum err test_find(struct store *s, void *a)
{
	struct customer_new new = firm(NONE);
	int64_t id, found;

	CHECK_INT(customer_add(s, a, &new, &id), OK);
	CHECK_INT(customer_find(s, a, "ann@firm.EXAMPLE ", "", &found), OK);
	CHECK_INT(found, id);
	CHECK_INT(customer_find(s, a, "", "+7 (900) 123-45-67", &found), OK);
	CHECK_INT(found, id);
	CHECK_INT(customer_find(s, a, "", "", &found), OK);
	CHECK_INT(found, NONE);
	new.name = "";
	CHECK_INT(customer_add(s, a, &new, &id), ERR_INPUT);
	return OK;
}

static struct purchase_one look(struct store *s, int64_t id)
{
	struct purchase_one_in in = { id };
	struct purchase_one row = { 0 };

	CHECK(one_purchase_one(s, in, &row));
	return row;
}

static enum err test_refund(struct store *s, void *a)
{
	struct customer_new new = firm(NONE);
	struct customer_sale paid, back;
	int64_t id, purchase, refund;

	CHECK_INT(customer_add(s, a, &new, &id), OK);
	paid = sale(id, noon(2, 1), 1000);
	CHECK_INT(customer_bought(s, &paid, &purchase), OK);
	back = sale(NONE, noon(3, 1), 600);
	back.refund_of = purchase;
	CHECK_INT(customer_refunded(s, &back, &refund), OK);
	CHECK_INT(look(s, refund).amount, -600);
	CHECK_INT(look(s, refund).customer_id, id);
	CHECK_INT(look(s, purchase).refunded, -600);
	CHECK_INT(look(s, purchase).amount, 1000);

	/* Not more than was paid. */
	back.amount = back.base_amount = 401;
	CHECK_INT(customer_refunded(s, &back, &refund), ERR_INPUT);
	back.amount = back.base_amount = 400;
	CHECK_INT(customer_refunded(s, &back, &refund), OK);
	back.amount = back.base_amount = 1;
	CHECK_INT(customer_refunded(s, &back, &refund), ERR_INPUT);
	back.refund_of = 4711;
	CHECK_INT(customer_refunded(s, &back, &refund), ERR_NOT_FOUND);

	/* Money back of which nobody knows what it was for. */
	back = sale(id, noon(4, 1), 5000);
	CHECK_INT(customer_refunded(s, &back, &refund), OK);
	CHECK_INT(look(s, refund).base_amount, -5000);
	return OK;
}

static enum err test_amounts(struct store *s, void *a)
{
	struct customer_new new = firm(NONE);
	struct customer_sale paid;
	int64_t id, purchase;

	CHECK_INT(customer_add(s, a, &new, &id), OK);
	paid = sale(id, noon(2, 1), -1);
	CHECK_INT(customer_bought(s, &paid, &purchase), ERR_INPUT);
	paid = sale(id, noon(2, 1), MONEY_MOST + 1);
	CHECK_INT(customer_bought(s, &paid, &purchase), ERR_INPUT);
	paid = sale(id, noon(2, 1), 1);
	paid.currency = "rub";
	CHECK_INT(customer_bought(s, &paid, &purchase), ERR_INPUT);
	paid = sale(id, noon(2, 1), 0);
	CHECK_INT(customer_bought(s, &paid, &purchase), OK);
	CHECK_INT(look(s, purchase).amount, 0);
	return OK;
}

/* 1 March, 00:30 in Moscow is still February in UTC. */
static enum err test_month_edge(struct store *s, void *a)
{
	struct customer_new new = firm(NONE);
	int64_t day = period_day(2026, 3, 1);
	struct customer_days_in in = {
		.scope = { .see = SEE_ALL },
		.as_of = day,
	};
	struct customer_days row = { 0 };
	struct customer_sale paid;
	int64_t id, purchase;

	CHECK_INT(customer_add(s, a, &new, &id), OK);
	paid = sale(id, zone_start(day) + 1800, 700);
	CHECK_INT(customer_bought(s, &paid, &purchase), OK);
	CHECK(one_customer_days(s, in, &row));
	CHECK_INT(row.day, day);
	return OK;
}

int main(void)
{
	static enum err (*const tests[])(struct store * s, void *a) = {
		test_manager, test_find,       test_refund,
		test_amounts, test_month_edge,
	};

	for (size_t i = 0; i < COUNT(tests); i++)
		temp_store_test("Europe/Moscow", tests[i]);
	return check_done();
}
