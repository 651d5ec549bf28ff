/* customer.h - writing customers: who they are, who looks after them, money.
 *
 * Everything here runs inside a store_write, after zone_use: instants are UTC
 * seconds, and each is stored with its day in the company's zone.  Ids that
 * are absent are NONE, texts "".  Except where told, calls return what
 * store_error does. */
#ifndef CUSTOMER_H
#define CUSTOMER_H

#include "store.h"

/* A customer to be recorded. */
struct customer_new {
	const char *name;    /* 1 to 200 code points */
	const char *contact; /* whom to ask for */
	const char *email, *phone, *segment;
	int64_t manager;          /* person who looks after them */
	int64_t contract_end_day; /* NONE: buys without a contract */
	int64_t created_at;
	const char *origin, *origin_id;
};

/*
 * customer_add - records a customer, and the first account manager in the
 * history of them.
 * Returns ERR_INPUT when the name is empty or too long.
 */
enum err customer_add(struct store *s, struct arena *a,
		      const struct customer_new *new, int64_t *id);

/* Hands a customer over to a person, or with NONE to nobody, from at on. */
enum err customer_handed_over(struct store *s, int64_t customer, int64_t person,
			      int64_t at);

/* The customer with one of these, as typed; NONE when there is none. */
enum err customer_find(struct store *s, struct arena *a, const char *email,
		       const char *phone, int64_t *id);

/* A purchase, or what is paid back of one. */
struct customer_sale {
	int64_t customer;
	int64_t lead; /* the one that was won by it */
	int64_t product;
	int64_t refund_of; /* refunds: the purchase, when it is known */
	int64_t at;
	int64_t amount; /* >= 0, minor units of currency; also for refunds */
	const char *currency; /* ISO 4217 */
	int64_t base_amount;  /* amount in the company's currency, at the rate
			       * of the day */
	const char *origin, *origin_id;
};

/*
 * customer_bought - records a purchase.
 * Returns ERR_INPUT for a negative amount, an amount above MONEY_MOST, or a
 * currency that is no code.
 */
enum err customer_bought(struct store *s, const struct customer_sale *sale,
			 int64_t *id);

/*
 * customer_refunded - records a refund, on its own day, as a negative amount.
 * Customer, lead, product and currency are the purchase's when that is known.
 * Returns ERR_INPUT as customer_bought does, and when more would be paid back
 * than was paid; ERR_NOT_FOUND when there is no such purchase.
 */
enum err customer_refunded(struct store *s, const struct customer_sale *refund,
			   int64_t *id);

#endif
