/* demo.h - the parts of salesboard demo: a made-up company, ending today.
 *
 *	demo.c          the command, the company, the order of things
 *	demo_random.c   chance, the same in every run
 *	demo_names.c    people, firms, what people say; English and Russian
 *	demo_staff.c    teams and people
 *	demo_leads.c    inquiries and what became of them; spend
 *	demo_buyers.c   what customers buy, from the first purchase on
 *	demo_talks.c    how they are looked after: talks, troubles, scores
 *	demo_care.c     what is planned for today and the days to come
 *
 * Chance is seeded and time ends with the last full hour: two runs within an
 * hour make the same company. */
#ifndef DEMO_H
#define DEMO_H

#include "house.h"

/*
 * demo_create - makes the store when there is none, and the company in it.
 * Returns the exit code: 0, or 1 after an error was printed; refuses a store
 * that holds a company.
 */
int demo_create(const char *url);

/* Prints who can sign in to the demo company, and how. */
void demo_print_sign_ins(void);

/* The company as such, since an instant; and the passwords of demo_sign_ins,
 * who must be there.  demo_set_passwords returns the exit code. */
enum err demo_add_company(struct store *s, int64_t now);
int demo_set_passwords(const struct tool *t);

/* ---- chance ---- */

struct demo_random {
	uint64_t state;
};

uint64_t demo_bits(struct demo_random *r); /* all 64 of them */
double demo_unit(struct demo_random *r);   /* [0, 1) */
bool demo_chance(struct demo_random *r, double share);
int64_t demo_between(struct demo_random *r, int64_t least, int64_t most);
double demo_normal(struct demo_random *r); /* mean 0, deviation 1 */
double demo_lognormal(struct demo_random *r, double median, double sigma);
int64_t demo_poisson(struct demo_random *r, double mean);

/* An index of weight[0..n), each as likely as its weight. */
size_t demo_pick(struct demo_random *r, const double *weight, size_t n);

/* ---- names ---- */

/* Somebody who asks: all texts in the arena, keys never used before. */
struct demo_contact {
	const char *name; /* of the person */
	const char *firm; /* "" for a private person */
	const char *email, *phone;
	bool russian;
};

/* number: how many came before; names of firms differ by it.
 * code: of the country, for the phone, "+44". */
struct demo_contact demo_contact(struct arena *a, struct demo_random *r,
				 int64_t number, bool russian,
				 const char *code);

/* A name for one of our own people. */
const char *demo_colleague(struct arena *a, struct demo_random *r,
			   bool russian);

enum demo_words {
	DEMO_HAPPY,
	DEMO_NEUTRAL,
	DEMO_UNHAPPY,
	DEMO_MORE,
	DEMO_PROBLEM,
	DEMO_CAUSE,
	DEMO_ANY, /* from here: what a talk is about, by its cause */
	DEMO_BOUGHT,
	DEMO_SILENT,
	DEMO_TROUBLE,
	DEMO_CONTRACT,
	DEMO_SOLVED,
	DEMO_KINDS
};

/* Something people say or write, in one of the languages. */
const char *demo_words(struct demo_random *r, enum demo_words kind,
		       bool russian);

/* ---- the company ---- */

/* Seconds. */
#define DEMO_HOUR INT64_C(3600)
#define DEMO_DAY  (24 * DEMO_HOUR)

enum {
	DEMO_DAYS = 730, /* the past that is made up, today included */
	DEMO_TEAMS = 7,
	DEMO_REPS_MOST = 6, /* of a team */
	DEMO_SOURCES = 8,
	DEMO_REP = 0, /* place of the reps who sign in, in their teams */
};

struct demo_rep {
	int64_t id, team;
	double skill; /* wins in relation to others with the same leads */
};

struct demo_team {
	int64_t id;
	const char *name, *code; /* code: of their country's phones */
	double weight;           /* share of leads */
	double russian;          /* share of them that speak Russian */
	double skill;
	double hours; /* until the first contact, median */
	struct demo_rep rep[DEMO_REPS_MOST];
	size_t n;
	bool named; /* rep[DEMO_REP] is one who signs in */
};

/* A customer as far as it matters for others. */
struct demo_customer {
	int64_t id, first_at;
	const struct demo_rep *rep;
	bool russian;
};

struct demo {
	struct store *store;
	struct arena *arena;
	struct demo_random random;
	int64_t now; /* the last full hour */
	int64_t today;
	int64_t first_day;
	int64_t start[DEMO_DAYS + 1]; /* instants days begin, from first_day */
	int64_t lead_person, head;    /* who signs in as lead, as head */
	struct demo_team team[DEMO_TEAMS];
	int64_t step[3];
	struct demo_customer *customer; /* [0..n_customers), by rising id */
	size_t n_customers, room;
	int64_t (*leads)[DEMO_SOURCES][2]; /* by month, source and campaign */
	int64_t extra;                     /* product of later purchases */
};

/* The day, or one of the working days after a weekend; a working time of it. */
int64_t demo_workday(struct demo *d, int64_t day);
int64_t demo_at(struct demo *d, int64_t day);

enum err demo_staff(struct demo *d);
enum err demo_leads(struct demo *d);

/* What sizes of firms there are: share of leads, how much likelier than the
 * average they are to buy, and what they buy. */
enum { DEMO_SEGMENTS = 3 };
struct demo_segment {
	const char *name;
	double weight, wins;
	double amount; /* median of a purchase, rubles */
	double gap;    /* median of days between two */
};
extern const struct demo_segment demo_segments[DEMO_SEGMENTS];

/* A lead that is won at an instant becomes a customer, with all that follows
 * until now. */
struct demo_win {
	const struct demo_contact *contact;
	int64_t lead, product, at;
	const struct demo_rep *rep;
	const struct demo_team *team;
	const struct demo_segment *segment;
};

enum err demo_buyer(struct demo *d, const struct demo_win *win);

/* demo_care.c: plans talks with half of those who are silent, and brings each
 * rep who signs in to a day of work: four talks overdue, six for today. */
enum err demo_care(struct demo *d);

/* The people who sign in; the first DEMO_SIGN_INS of them are printed. */
struct demo_sign_in {
	const char *login, *name, *role, *language, *what;
};

enum { DEMO_SIGN_INS = 7 };
extern const struct demo_sign_in demo_sign_ins[DEMO_SIGN_INS];

#endif
