/* daily.c - who gets the daily e-mail, and how it ends. */
#include "daily.h"

#include "lib/app.h"
#include "lib/crypt.h"
#include "lib/lang.h"
#include "lib/view.h"
#include "queries.h"

/* ---- one's own ------------------------------------------------------------
 */

static void show_state(struct view *page, const struct digest_of *daily)
{
	bool on = *daily->stop_key != '\0';

	view_if(page, "OFF", !on);
	view_text(page, "REFUSED", daily->refused);
	if (on) {
		struct view *v = view_row(page, "ON");

		view_text(v, "EMAIL", daily->email);
		view_form(v, DAILY_END);
	}
}

/* typed: an address that came back, or NULL. */
static enum err show_daily(struct req *r, const char *typed)
{
	struct digest_of_in in = { r->viewer.id };
	struct digest_of daily;
	struct view *page = view_page(r, "account/digest.tpl");

	if (!one_digest_of(r->store, in, &daily))
		return store_error(r->store) == OK ? ERR_NOT_FOUND
						   : store_error(r->store);
	view_text(page, "TITLE", _("Daily e-mail"));
	view_messages(page);
	view_form(page, DAILY_PATH);
	view_if(page, "OWN_DAY", r->viewer.role == REP);
	view_if(page, "WEEK", r->viewer.role != REP);
	view_text(page, "EMAIL_VALUE",
		  typed          ? typed
		  : *daily.email ? daily.email
				 : daily.known);
	show_state(page, &daily);
	return view_send(page);
}

enum err daily_show(struct req *r, const void *form)
{
	(void)form;
	return show_daily(r, NULL);
}

/* Few mail servers take an address in other letters. */
static bool is_ascii(const char *text)
{
	for (const char *c = text; *c; c++)
		if ((unsigned char)*c > '~')
			return false;
	return true;
}

enum err daily_set(struct req *r, const void *form)
{
	const struct daily *typed = form;
	struct digest_set_in in = {
		.person = r->viewer.id,
		.email = typed->email,
		.stop_key = crypt_random_128(r->arena),
	};
	enum err e;

	if (!is_ascii(typed->email)) {
		form_refuse(r->form, "email",
			    N_("Enter an address in Latin letters."));
		return ERR_INPUT;
	}
	e = run_digest_set(r->store, in);
	return e == OK ? req_redirect(r, DAILY_PATH) : e;
}

enum err daily_set_again(struct req *r)
{
	return show_daily(r, form_value(r->form, "email")->typed);
}

static enum err drop(struct req *r, int64_t person)
{
	return run_digest_drop(r->store, (struct digest_drop_in){ person });
}

enum err daily_end(struct req *r, const void *form)
{
	enum err e = drop(r, r->viewer.id);

	(void)form;
	return e == OK ? req_redirect(r, DAILY_PATH) : e;
}

/* ---- by the link in a message ---------------------------------------------
 */

/* In the language of the message. */
static void speak_as(struct req *r, const char *language)
{
	r->language =
		lang_choose("", *language ? language : r->company.language);
	lang_use(r->language);
}

/* email: whose end is asked about; NULL once it has ended. */
static enum err show_end(struct req *r, const char *key, const char *email)
{
	struct view *page = view_page(r, "account/digest-stop.tpl");

	view_text(page, "TITLE", _("Daily e-mail"));
	view_if(page, "ENDED", !email);
	if (email) {
		struct view *v = view_row(page, "ASK");

		view_text(v, "KEY", key);
		view_text(v, "EMAIL", email);
	}
	return view_send(page);
}

/* A link that was used before has nothing left to end. */
enum err daily_ask(struct req *r, const void *form)
{
	const struct daily_end *asked = form;
	struct digest_whose_in in = { asked->key };
	struct digest_whose whose;
	bool known = one_digest_whose(r->store, in, &whose);

	if (store_error(r->store) != OK)
		return store_error(r->store);
	if (!known)
		return show_end(r, "", NULL);
	speak_as(r, whose.language);
	return show_end(r, asked->key, whose.email);
}

enum err daily_stop(struct req *r, const void *form)
{
	const struct daily_end *asked = form;
	struct digest_whose_in in = { asked->key };
	struct digest_whose whose;
	enum err e = OK;

	if (one_digest_whose(r->store, in, &whose)) {
		speak_as(r, whose.language);
		e = drop(r, whose.person_id);
	}
	if (e == OK)
		e = store_error(r->store);
	return e == OK ? show_end(r, "", NULL) : e;
}
