/* The appointment card and the aftercare slip: they lie about (paper.md). */
#include <frontdesk/paper.h>
#include <frontdesk/text.h>

#include "../tap.h"
#include "../golden.h"
#include "fixture.h"

static struct practice practice;

static char *
text_of(struct sheet *s)
{
	const struct sheet_list l = {s, 1, 1};
	struct str out = {0};

	paper_text(&out, &l, PAPER_PAGE_LINES, false);
	sheet_release(s);
	return str_take(&out);
}

static char *
card_text(const struct appt *a, const char *event)
{
	const struct card_options o = {.appt = a, .event = event};
	struct sheet s = {0};

	paper_card(&s, &practice, &o);
	return text_of(&s);
}

static size_t
count(const char *text, const char *what)
{
	size_t n = 0;

	for (const char *s = text; (s = strstr(s, what)) != NULL; s++)
		n++;
	return n;
}

static void
test_card(struct appt *a)
{
	static const char event[] = "BEGIN:VEVENT\r\nSUMMARY:Elm Street Massage\r\n"
				    "DTSTART:20261127T133000Z\r\nDTEND:20261127T143000Z\r\n"
				    "END:VEVENT\r\n";
	char *text;

	text = card_text(a, NULL);
	is_golden(text, "tests/unit/golden/card.txt");
	free(text);
	text = card_text(a, event);
	is_int(count(text, "█▀▀▀▀▀█"), 3, "a code has three corners"); /* read in tests/cli */
	ok(strstr(text, "SECRET") == NULL && strstr(text, "eep") == NULL,
	    "no name, no treatment, no note");
	free(text);
	a->first_visit = true;
	xstrset(&practice.settings.value[SETTING_CLOCK], "12");
	xstrset(&practice.settings.value[SETTING_LATE_CANCEL], "1");
	xstrset(&practice.settings.value[SETTING_CARD_FOOTER], "See you soon.\nYour team");
	text = card_text(a, NULL);
	is_golden(text, "tests/unit/golden/card-first.txt");
	free(text);
	xstrset(&practice.settings.value[SETTING_LATE_CANCEL], "0");
	text = card_text(a, NULL);
	ok(strstr(text, "cancel") == NULL, "no rule, no word of it");
	free(text);
}

/* One that needs more than the paper has is left out, not cut. */
static void
test_large(const struct appt *a)
{
	char event[1500];
	char *text;
	int wide = 0;

	for (size_t i = 0; i < sizeof(event) - 1; i++)
		event[i] = (char)('a' + (int)(i % 26));
	event[sizeof(event) - 1] = '\0';
	text = card_text(a, event);
	ok(strstr(text, "█") == NULL && strstr(text, "camera") == NULL,
	    "a code too large is left out");
	free(text);
	event[300] = '\0';
	text = card_text(a, event);
	for (char *rest = text, *line; (line = strsep(&rest, "\n")) != NULL;)
		wide += text_width(line) > PAPER_COLUMNS;
	is_int(wide, 0, "one that fits stays within %d columns", PAPER_COLUMNS);
	free(text);
}

static void
test_aftercare(void)
{
	struct sheet s = {0};
	char *text;

	paper_aftercare(&s, &practice);
	text = text_of(&s);
	is_golden(text, "tests/unit/golden/aftercare.txt");
	free(text);
}

int
main(void)
{
	struct book b = {0};
	struct appt *a;

	fixture_practice(&practice);
	xstrset(&practice.therapists.v[0].name, "Asha SECRET");
	xstrset(&practice.settings.value[SETTING_NAME], "Elm Street Massage");
	xstrset(&practice.settings.value[SETTING_ADDRESS], "12 Elm Street, Springfield");
	xstrset(&practice.settings.value[SETTING_PHONE], "555-0199");
	a = fixture_appt(&b, ASHA, ROOM_1, 100, fixture_at(5, 14, 30), 60, 15);
	a->service_id = DEEP;
	xstrset(&a->client_first, "SECRET");
	xstrset(&a->client_last, "SECRET");
	xstrset(&a->desk_note, "SECRET");
	test_card(a);
	test_large(a);
	test_aftercare();
	book_release(&b);
	practice_release(&practice);
	return done();
}
