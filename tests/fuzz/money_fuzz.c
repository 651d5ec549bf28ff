/* money_fuzz.c - an amount that was read is read again from its own text. */
#include "../../cgi/lib/money.h"

#define ALPHABET                                                               \
	"0", "1", "29", "123", "456", " ", "\xc2\xa0", "\xe2\x80\xaf", ".",    \
		",", "-", "\xe2\x88\x92", "e", "9000000000000000", "\t"
#include "fuzz_main.h"

static void check_back(struct arena *a, int64_t amount, int exponent)
{
	int64_t again;

	BUG_IF(money_parse(money_text(a, amount, exponent), exponent, &again) !=
	       OK);
	BUG_IF(again != amount);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = fuzz_arena();
	const char *text = fuzz_text(a, data, size);
	int64_t amount = 0;

	for (int exponent = 0; exponent <= 4; exponent++) {
		if (money_parse(text, exponent, &amount) != OK)
			continue;
		BUG_IF(amount > MONEY_MOST || amount < -MONEY_MOST);
		check_back(a, amount, exponent);
	}
	if (size < sizeof(amount))
		return 0;
	memcpy(&amount, data, sizeof(amount));
	check_back(a, amount % (MONEY_MOST + 1), data[0] % 5);
	return 0;
}
