/* The fields of an intake as they are typed, and in words. */
#include <string.h>

#include "intake_parts.h"

/* "disc@past:L5/S1"; in quotes when a comma would end it. */
static void
write_item(struct str *out, const struct intake_item *item)
{
	const char *quote = strchr(item->text, ',') != NULL ? "\"" : "";
	char day[CIVIL_DAY_SIZE];

	str_addf(out, "%s%s", quote, item->code);
	if (item->day != CIVIL_DAY_NONE)
		str_addf(out, "@%s", civil_iso_day(item->day, day));
	if (item->past)
		str_add(out, "@past");
	if (item->text[0] != '\0')
		str_add(out, ":");
	/* A quote of its own would not come back. */
	for (const char *s = item->text; *s != '\0'; s++)
		str_addc(out, *s == '"' ? '\'' : *s);
	str_add(out, quote);
}

static void
write_one(struct str *out, const struct intake_item *item)
{
	char day[CIVIL_DAY_SIZE];

	switch (intake_field_rows[item->field].kind) {
	case INTAKE_MANY:
	case INTAKE_ONE:
		write_item(out, item);
		break;
	case INTAKE_CHOICE:
	case INTAKE_CHOICES:
		str_add(out, item->code);
		break;
	case INTAKE_IS_PRESSURE:
		if (item->number == PRESSURE_VARIES) {
			str_add(out, pressure_word(item->number));
			break;
		}
		/* fall through */
	case INTAKE_SCALE:
		str_addf(out, "%d", item->number);
		break;
	case INTAKE_DATE:
		str_add(out, civil_iso_day(item->day, day));
		break;
	case INTAKE_WORDS:
		str_add(out, item->text);
		break;
	}
}

void
intake_write(struct str *out, const struct intake *in, enum intake_field field)
{
	const char *between = "";

	for (size_t i = 0; i < in->items.n; i++) {
		if (in->items.v[i].field != field)
			continue;
		str_add(out, between);
		write_one(out, &in->items.v[i]);
		between = ", ";
	}
}

/* "herniated disc: L5/S1 (past, 20 Oct 2026)" */
static void
say_item(struct str *out, const struct vocabulary *l, const struct intake_item *item)
{
	bool dated = item->day != CIVIL_DAY_NONE;
	char day[CIVIL_LONG_SIZE];

	str_add(out, vocabulary_label(l, intake_vocabulary(item->field), item->code));
	if (item->text[0] != '\0')
		str_addf(out, ": %s", item->text);
	if (item->past || dated)
		str_addf(out, " (%s%s%s)", item->past ? "past" : "",
		    item->past && dated ? ", " : "",
		    dated ? civil_long_day(item->day, day) + sizeof("Mon") : "");
}

static void
say_one(struct str *out, const struct vocabulary *l, const struct intake_item *item)
{
	char day[CIVIL_LONG_SIZE];

	switch (intake_field_rows[item->field].kind) {
	case INTAKE_MANY:
	case INTAKE_ONE:
		say_item(out, l, item);
		break;
	case INTAKE_CHOICE:
	case INTAKE_CHOICES:
		for (const char *s = item->code; *s != '\0'; s++)
			str_addc(out, *s == '-' ? ' ' : *s);
		break;
	case INTAKE_IS_PRESSURE:
		if (item->number != PRESSURE_VARIES)
			str_addf(out, "%d ", item->number);
		str_add(out, pressure_word(item->number));
		break;
	case INTAKE_DATE:
		str_add(out, civil_long_day(item->day, day));
		break;
	case INTAKE_SCALE:
	case INTAKE_WORDS:
		write_one(out, item);
		break;
	}
}

void
intake_say_code(struct str *out, const struct intake *in, const struct vocabulary *l,
    enum intake_field field, const char *code)
{
	const char *between = "";

	for (size_t i = 0; i < in->items.n; i++) {
		const struct intake_item *item = &in->items.v[i];

		if (item->field != field || (code != NULL && strcmp(item->code, code) != 0))
			continue;
		str_add(out, between);
		say_one(out, l, item);
		between = "; ";
	}
}

void
intake_say(
    struct str *out, const struct intake *in, const struct vocabulary *l, enum intake_field field)
{
	intake_say_code(out, in, l, field, NULL);
}
