/* auth_test.c - origin and token of forms; hashes; rights of roles. */
#include "../check.h"
#include "auth.h"
#include "crypt.h"

static void only_our_own_pages_may_post(void)
{
	const char *own = "http://localhost:8080";

	CHECK(auth_same_origin("same-origin", "", own));
	CHECK(auth_same_origin("", own, own));
	/* the browser's word counts more than the origin */
	CHECK(!auth_same_origin("cross-site", own, own));
	CHECK(!auth_same_origin("same-site", own, own));
	CHECK(!auth_same_origin("none", own, own));
	CHECK(!auth_same_origin("", "", own));
	CHECK(!auth_same_origin("", "null", own));
	CHECK(!auth_same_origin("", "http://localhost:8080.evil", own));
}

static void a_token_is_of_one_session_and_one_form(struct arena *a)
{
	int64_t now = 1795608000;
	const char *token = auth_form_token(a, "session", "/followups", now);

	CHECK_INT(strlen(token), 32);
	CHECK(auth_form_token_ok(a, "session", "/followups", now, token));
	CHECK(auth_form_token_ok(a, "session", "/followups", now + 11 * 3600,
				 token));
	/* a clock that steps back an hour does not lock anybody out */
	CHECK(auth_form_token_ok(a, "session", "/followups", now - 3600,
				 token));
	CHECK(!auth_form_token_ok(a, "session", "/followups", now + 14 * 3600,
				  token));
	CHECK(!auth_form_token_ok(a, "other", "/followups", now, token));
	CHECK(!auth_form_token_ok(a, "session", "/account/out", now, token));
	CHECK(!auth_form_token_ok(a, "session", "/followups", now, ""));
}

static void passwords(struct arena *a)
{
	const char *hash = crypt_password_hash(a, "correct horse battery");

	CHECK(hash && strncmp(hash, "$argon2id$", 10) == 0);
	CHECK(crypt_password_ok(hash, "correct horse battery"));
	CHECK(!crypt_password_ok(hash, "correct horse batterz"));
	CHECK(!crypt_password_ok("", "correct horse battery"));
	CHECK(!crypt_password_ok("", "nobody has this one"));
	CHECK(!crypt_password_old(hash));
	CHECK(crypt_password_old(
		"$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$"
		"l5dVw8ZKwXWpWYvqCNH4rUVPsSGY7f2NSqUfbDJnmGo"));
	/* the same password twice has two hashes: each has its own salt */
	CHECK(strcmp(hash, crypt_password_hash(a, "correct horse battery")));
}

static void hashes(struct arena *a)
{
	CHECK_TEXT(crypt_hash(a, "abc"),
		   "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61"
		   "f20015ad");
	CHECK(crypt_equal("abc", "abc"));
	CHECK(!crypt_equal("abc", "abd"));
	CHECK(!crypt_equal("abc", "ab"));
	CHECK_INT(strlen(crypt_random_256(a)), 64);
	CHECK(strcmp(crypt_random_128(a), crypt_random_128(a)));
}

static void needs(void)
{
	struct viewer nobody = { .known = false };
	struct viewer viewer = { .known = true, .writes = false };
	struct viewer rep = { .known = true, .writes = true };

	CHECK_INT(auth_check(&nobody, ANYONE), OK);
	CHECK_INT(auth_check(&nobody, SIGNED_IN), ERR_AUTH);
	CHECK_INT(auth_check(&nobody, WRITER), ERR_AUTH);
	CHECK_INT(auth_check(&viewer, SIGNED_IN), OK);
	CHECK_INT(auth_check(&viewer, WRITER), ERR_FORBIDDEN);
	CHECK_INT(auth_check(&rep, WRITER), OK);
	/* a route that forgets to say is closed to strangers */
	CHECK_INT((enum need){ 0 }, SIGNED_IN);
}

int main(void)
{
	struct arena *a = arena_new();

	crypt_start();
	only_our_own_pages_may_post();
	a_token_is_of_one_session_and_one_form(a);
	passwords(a);
	hashes(a);
	needs();
	arena_free(a);
	return check_done();
}
