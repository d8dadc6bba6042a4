/* What a client takes home: the card of an appointment, the aftercare slip. */
#include <stdlib.h>
#include <string.h>

#include "layout.h"
#include "qr.h"

enum { EARLY = 15 }; /* minutes, at a first visit */

static void
add_head(struct sheet *s, const struct practice *p)
{
	const char *where = settings_text(&p->settings, SETTING_ADDRESS);
	struct str name = {0}, address = {0};

	str_add(&name, settings_text(&p->settings, SETTING_NAME));
	s->title = paper_clean(&name);
	if (where[0] != '\0') {
		str_add(&address, where);
		s->subtitle = paper_clean(&address);
	}
	sheet_blocks(s);
}

static void
add_text(struct sheet *s, struct str *text)
{
	sheet_text(s, 0, str_text(text));
	str_release(text);
}

/* "Friday 27 November 2026, 14:30 to 15:30, with Mia" */
static void
add_when(struct sheet *s, const struct practice *p, const struct appt *a)
{
	const struct therapist *t = practice_therapist(p, a->therapist_id);
	char from[CIVIL_HM_SIZE], until[CIVIL_HM_SIZE];
	struct str text = {0};

	sheet_text(s, 0, "Your appointment:");
	str_add(&text, "    ");
	paper_day(&text, civil_day_of(a->start));
	sheet_block(s, true, &text);
	str_addf(&text, "    %s to %s", settings_hm(&p->settings, a->start, from),
	    settings_hm(&p->settings, a->end, until));
	if (t != NULL)
		str_addf(&text, ", with %.*s", (int)strcspn(t->name, " "), t->name);
	sheet_block(s, false, &text);
	(void)sheet_line(s, PAPER_BLANK);
}

static void
add_rules(struct sheet *s, const struct practice *p, const struct appt *a)
{
	const int hours = settings_number(&p->settings, SETTING_LATE_CANCEL);
	const char *phone = settings_text(&p->settings, SETTING_PHONE);
	struct str text = {0};

	if (a->first_visit) {
		str_addf(&text, "It is your first visit: please come %d minutes earlier.", EARLY);
		add_text(s, &text);
	}
	str_add(&text, "If you cannot come, or will be late, call us");
	if (phone[0] != '\0')
		str_addf(&text, ": %s", phone);
	str_addc(&text, '.');
	add_text(s, &text);
	if (hours > 0) {
		str_addf(&text,
		    "Please cancel %d hour%s before at the latest; after that it counts as late.",
		    hours, hours == 1 ? "" : "s");
		add_text(s, &text);
	}
}

static void
add_code(struct sheet *s, const char *event)
{
	struct str code = {0}, line = {0};
	bool first = true;

	qr_add(&code, event, PAPER_COLUMNS);
	for (const char *row = str_text(&code); *row != '\0'; row += strcspn(row, "\n") + 1) {
		str_addn(&line, row, strcspn(row, "\n"));
		sheet_block(s, first, &line);
		first = false;
	}
	if (code.n > 0)
		sheet_text(s, 0, "A phone's camera puts it into the phone's calendar.");
	str_release(&code);
}

void
paper_card(struct sheet *out, const struct practice *p, const struct card_options *o)
{
	const char *foot = settings_text(&p->settings, SETTING_CARD_FOOTER);

	add_head(out, p);
	add_when(out, p, o->appt);
	add_rules(out, p, o->appt);
	if (foot[0] != '\0') {
		(void)sheet_line(out, PAPER_BLANK);
		sheet_text(out, 0, foot);
	}
	if (o->event != NULL)
		add_code(out, o->event);
}

void
paper_aftercare(struct sheet *out, const struct practice *p)
{
	const char *phone = settings_text(&p->settings, SETTING_PHONE);
	struct str text = {0};

	add_head(out, p);
	sheet_text(out, 0, "After your session");
	(void)sheet_line(out, PAPER_BLANK);
	sheet_text(out, 0, settings_text(&p->settings, SETTING_AFTERCARE));
	if (phone[0] == '\0')
		return;
	(void)sheet_line(out, PAPER_BLANK);
	str_addf(&text, "Our phone: %s", phone);
	add_text(out, &text);
}
