/* crypt.c - the one door to libsodium: randomness, hashes, passwords. */
#include "crypt.h"

#include <sodium.h>
#include <string.h>

#include "log.h"

enum { PASSES = 1, MEMORY = 46 * 1024 * 1024 };

/* What a wrong name is compared with, so that it takes as long as a wrong
 * password; made by the first use, with today's parameters. */
static char nobody[crypto_pwhash_STRBYTES];

static bool hash_into(char *hash, const char *password)
{
	return crypto_pwhash_str_alg(hash, password, strlen(password), PASSES,
				     MEMORY, crypto_pwhash_ALG_ARGON2ID13) == 0;
}

void crypt_start(void)
{
	if (sodium_init() < 0) {
		LOG_ERROR("libsodium=\"cannot start\"");
		exit(1);
	}
}

static char *hex(struct arena *a, const unsigned char *bytes, size_t n)
{
	char *text = arena_zalloc(a, 2 * n + 1);

	return sodium_bin2hex(text, 2 * n + 1, bytes, n);
}

char *crypt_random_128(struct arena *a)
{
	unsigned char bytes[16];

	randombytes_buf(bytes, sizeof(bytes));
	return hex(a, bytes, sizeof(bytes));
}

char *crypt_random_256(struct arena *a)
{
	unsigned char bytes[32];

	randombytes_buf(bytes, sizeof(bytes));
	return hex(a, bytes, sizeof(bytes));
}

char *crypt_base64(struct arena *a, const char *bytes, size_t n)
{
	size_t size =
		sodium_base64_encoded_len(n, sodium_base64_VARIANT_ORIGINAL);

	return sodium_bin2base64(arena_zalloc(a, size), size,
				 (const unsigned char *)bytes, n,
				 sodium_base64_VARIANT_ORIGINAL);
}

char *crypt_hash(struct arena *a, const char *text)
{
	unsigned char hash[crypto_hash_sha256_BYTES];

	crypto_hash_sha256(hash, (const unsigned char *)text, strlen(text));
	return hex(a, hash, sizeof(hash));
}

char *crypt_mac(struct arena *a, const char *key, const char *text)
{
	unsigned char mac[crypto_auth_hmacsha512256_BYTES];
	crypto_auth_hmacsha512256_state state;

	crypto_auth_hmacsha512256_init(&state, (const unsigned char *)key,
				       strlen(key));
	crypto_auth_hmacsha512256_update(&state, (const unsigned char *)text,
					 strlen(text));
	crypto_auth_hmacsha512256_final(&state, mac);
	return hex(a, mac, 16);
}

bool crypt_equal(const char *a, const char *b)
{
	size_t n = strlen(a);

	return n == strlen(b) && sodium_memcmp(a, b, n) == 0;
}

char *crypt_password_hash(struct arena *a, const char *password)
{
	char *hash = arena_zalloc(a, crypto_pwhash_STRBYTES);

	return hash_into(hash, password) ? hash : NULL;
}

bool crypt_password_ok(const char *hash, const char *password)
{
	bool known = *hash != '\0';

	if (!known && !*nobody && !hash_into(nobody, "nobody has this one"))
		return false;
	return crypto_pwhash_str_verify(known ? hash : nobody, password,
					strlen(password)) == 0 &&
	       known;
}

bool crypt_password_old(const char *hash)
{
	return crypto_pwhash_str_needs_rehash(hash, PASSES, MEMORY) != 0;
}
