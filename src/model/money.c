#include <frontdesk/money.h>

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { MAX_DIGITS = 12, CENTS = 100 };

char *
money_text(money_cents amount, char buf[static MONEY_SIZE])
{
	uint64_t size = amount < 0 ? -(uint64_t)amount : (uint64_t)amount;

	snprintf(buf, MONEY_SIZE, "%s%" PRIu64 ".%02u", amount < 0 ? "-" : "", size / CENTS,
	    (unsigned)(size % CENTS));
	return buf;
}

static void
skip_blanks(const char **s)
{
	while (**s == ' ' || **s == '\t')
		(*s)++;
}

/* Goes past the sign of a currency and blanks after it. */
static bool
skip_sign(const char **s)
{
	static const char *const signs[] = {"$", "€", "£", "¥"};

	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++) {
		size_t n = strlen(signs[i]);

		if (strncmp(*s, signs[i], n) == 0) {
			*s += n;
			skip_blanks(s);
			return true;
		}
	}
	return false;
}

static bool
skip_minus(const char **s)
{
	if (**s != '-')
		return false;
	(*s)++;
	return true;
}

/* Reads up to `most` digits; returns how many there are. */
static int
digits(const char **s, int most, int64_t *value)
{
	int n = 0;

	for (*value = 0; n < most && **s >= '0' && **s <= '9'; n++, (*s)++)
		*value = *value * 10 + (**s - '0');
	return n;
}

bool
money_parse(const char *s, money_cents *out)
{
	int64_t whole, cents = 0;
	bool minus, sign;
	int n = 2;

	skip_blanks(&s);
	minus = skip_minus(&s);
	sign = skip_sign(&s);
	minus = minus || skip_minus(&s);
	if (digits(&s, MAX_DIGITS, &whole) == 0)
		return false;
	if (*s == '.' || *s == ',') {
		s++;
		n = digits(&s, 2, &cents);
	}
	skip_blanks(&s);
	if (!sign)
		skip_sign(&s);
	if (n == 0 || *s != '\0')
		return false;
	whole = whole * CENTS + (n == 1 ? cents * 10 : cents);
	*out = minus ? -whole : whole;
	return true;
}
