/* Phone numbers as digits for search. */
#include <stdbool.h>
#include <string.h>

#include <frontdesk/client.h>

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* How many bytes come before the extension: "x12", "ext. 4". */
static size_t
without_extension(const char *typed)
{
	size_t i = strcspn(typed, "0123456789");

	while (typed[i] != '\0' && typed[i] != 'x' && typed[i] != 'X' && typed[i] != 'e' &&
	    typed[i] != 'E')
		i++;
	if ((typed[i] == 'e' || typed[i] == 'E') && (typed[i + 1] | 0x20) != 'x')
		return strlen(typed);
	return i;
}

/*
 * A number of the own country loses its country code, the 0 dialled before it ("+44 (0)20 …") and,
 * in country 1, the 1; a foreign one keeps its digits.
 */
void
phone_digits(struct str *out, const char *typed, int country)
{
	struct str digits = {0}, code = {0};
	size_t n = without_extension(typed);
	const char *rest;
	bool abroad = memchr(typed, '+', strcspn(typed, "0123456789")) != NULL;

	for (size_t i = 0; i < n; i++)
		if (is_digit(typed[i]))
			str_addc(&digits, typed[i]);
	str_addf(&code, "%d", country);
	rest = str_text(&digits);
	if (!abroad && strncmp(rest, "00", 2) == 0) {
		abroad = true;
		rest += 2;
	}
	if (abroad && strncmp(rest, str_text(&code), code.n) == 0) {
		abroad = false;
		rest += code.n;
	} else if (country == 1 && strlen(rest) == 11 && rest[0] == '1') {
		rest++;
	}
	if (!abroad && rest[0] == '0')
		rest++;
	str_add(out, rest);
	str_release(&digits);
	str_release(&code);
}
