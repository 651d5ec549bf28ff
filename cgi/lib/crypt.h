/* crypt.h - the one door to libsodium: randomness, hashes, passwords,
 * base64. */
#ifndef CRYPT_H
#define CRYPT_H

#include "arena.h"

/* Must run once before the other calls; ends the program on failure. */
void crypt_start(void);

/* 128 or 256 random bits as lower-case hexadecimal text. */
char *crypt_random_128(struct arena *a);
char *crypt_random_256(struct arena *a);

/* So many bytes in base64, in one line. */
char *crypt_base64(struct arena *a, const char *bytes, size_t n);

/* SHA-256 of text, as 64 hexadecimal digits. */
char *crypt_hash(struct arena *a, const char *text);

/* The first 128 bits of HMAC-SHA-512/256 of text under key, as 32 digits. */
char *crypt_mac(struct arena *a, const char *key, const char *text);

/* Whether two texts are equal, in a time that depends on the lengths only. */
bool crypt_equal(const char *a, const char *b);

/*
 * crypt_password_hash - argon2id (46 MiB, one pass) with a salt of its own;
 * the result holds its parameters.  Takes tens of milliseconds: never inside
 * a transaction.  NULL when the memory for it is not to be had.
 */
char *crypt_password_hash(struct arena *a, const char *password);

/* Whether password made hash.  hash "" costs the same time and is never ok. */
bool crypt_password_ok(const char *hash, const char *password);

/* Whether hash was made with other parameters than today's. */
bool crypt_password_old(const char *hash);

#endif
