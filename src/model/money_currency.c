/* Which currency a new practice begins with; a setting from then on. */
#include <stddef.h>
#include <string.h>

#include <frontdesk/mem.h>
#include <frontdesk/money.h>

/* By the zone's whole name, or, ending in a slash, by its beginning; the first that fits. */
static const struct {
	const char *zone, *currency;
} currencies[] = {
    {"America/Toronto", "CAD"},
    {"America/Montreal", "CAD"},
    {"America/Halifax", "CAD"},
    {"America/St_Johns", "CAD"},
    {"America/Winnipeg", "CAD"},
    {"America/Regina", "CAD"},
    {"America/Edmonton", "CAD"},
    {"America/Vancouver", "CAD"},
    {"Canada/", "CAD"},
    {"America/Mexico_City", "MXN"},
    {"America/Sao_Paulo", "BRL"},
    {"America/", "USD"},
    {"US/", "USD"},
    {"Pacific/Honolulu", "USD"},
    {"Europe/London", "GBP"},
    {"Europe/Zurich", "CHF"},
    {"Europe/Copenhagen", "DKK"},
    {"Europe/Oslo", "NOK"},
    {"Europe/Stockholm", "SEK"},
    {"Europe/Warsaw", "PLN"},
    {"Europe/Prague", "CZK"},
    {"Australia/", "AUD"},
    {"Pacific/Auckland", "NZD"},
};

const char *
money_currency(const char *zone)
{
	for (size_t i = 0; i < array_size(currencies); i++) {
		const char *key = currencies[i].zone;
		size_t n = strlen(key);

		if (strncmp(zone, key, n) == 0 && (key[n - 1] == '/' || zone[n] == '\0'))
			return currencies[i].currency;
	}
	return "EUR";
}
