/* Amounts in the smallest unit of the practice's one currency (cents). No arithmetic in floats. */
#ifndef FRONTDESK_MONEY_H
#define FRONTDESK_MONEY_H

#include <stdbool.h>
#include <stdint.h>

typedef int64_t money_cents;

enum { MONEY_SIZE = 32 };
char *money_text(money_cents amount, char buf[static MONEY_SIZE]); /* "95.00", "-3.50" */
/*
 * "95", "95.5", "95,50", "-3.50", "$95.00", "€ 95", "95 €": up to 12 digits, one decimal
 * mark, one sign of a currency; false: not an amount, *out untouched.
 */
bool money_parse(const char *s, money_cents *out);

/* The currency to begin with in a zone ("America/Chicago": "USD"); "EUR" where we know no other. */
const char *money_currency(const char *zone);

#endif
