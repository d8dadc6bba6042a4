/*
 * The set-up: a menu, and under it the lists of what a practice is made of, each with dialogs.
 * Split over setup.c (where we stand), setup_act.c (the commands), setup_rows.c (the lists in
 * words), setup_record.c (dialogs of therapists, rooms, services, persons, words, flags),
 * setup_hours.c (hours, time off) and setup_value.c (settings, PINs).
 */
#ifndef TUI_SETUP_H
#define TUI_SETUP_H

#include <frontdesk/appt.h>
#include <frontdesk/desk_practice.h>

#include "app.h"
#include "scroll.h"
#include "view.h"

/*
 * X(ID, title, what the menu says; "" = not in it, what to press while there is nothing)
 */
#define SETUP_SECTION_LIST(X) \
	X(MENU, "Set-up", "", "") \
	X(PRACTICE, "Practice", "name, address, opening hours, clock, currency and more", "") \
	X(THERAPISTS, "Therapists", "who works here; under each the hours", \
	    "No therapists yet: n adds one, h then says the hours.") \
	X(ROOMS, "Rooms", "where massages are given", "No rooms yet: n adds one.") \
	X(SERVICES, "Services", "what is offered, how long and for how much", \
	    "No services yet: n adds one.") \
	X(ABSENCES, "Time off", "of therapists and rooms, and days on which all is closed", \
	    "Nothing is kept free in the coming year: n does.") \
	X(WORDS, "Words", "of the body, of health, of findings: what may be chosen", "") \
	X(FLAGS, "Flags", "what must be known before hands are laid on", \
	    "No flags yet: n adds one.") \
	X(PERSONS, "Persons", "who uses this program, and may do what", \
	    "Everybody may do everything. n adds you, as the owner; then the others.") \
	X(KIND, "Words", "", "No words yet: n adds one.") \
	X(HOURS, "Hours", "", "No hours yet: h says the weekly ones, d those of one day.") \
	X(WAY, "In the way", "", "")
enum setup_section {
#define X(id, title, menu, none) SETUP_##id,
	SETUP_SECTION_LIST(X)
#undef X
	    SETUP_SECTION_COUNT
};
struct setup_section_row {
	const char *title, *menu, *none;
};
extern const struct setup_section_row setup_sections[SETUP_SECTION_COUNT];

struct setup_row {
	char *text, *focus; /* owned; the line, and it in words */
	int64_t id; /* of the record; of the menu the section, of the practice the
		     * setting, of the words their kind */
	civil_day day; /* of hours of one day; else CIVIL_DAY_NONE */
	bool off; /* archived */
};

struct setup {
	struct view view; /* first */
	enum setup_section section, before; /* before: what WAY lies over */
	struct scroll scroll;
	size_t at[SETUP_SECTION_COUNT]; /* where we stood */
	int64_t therapist_id; /* of HOURS */
	enum vocabulary_kind kind; /* of KIND */
	struct {
		struct setup_row *v;
		size_t n, cap;
	} rows;
	struct appt_list way; /* bookings that new hours or time off are in conflict with */
};

struct view *setup_new(struct app *a);
/*
 * Bookings in the way of what was just set up: the set-up lists them, when it is open. It takes
 * them over.
 */
void setup_show_way(struct app *a, struct appt_list *way);

const struct setup_row *setup_selected(const struct setup *s); /* NULL: there is none */
void setup_enter(struct setup *s, enum setup_section section);
/* Obeys (as in view.h; setup_act.c). */
void setup_command(struct view *v, enum cmd c, const char *words);
/* The therapist of the list, or whose hours are shown; NULL: none. */
const struct therapist *setup_therapist(const struct setup *s);

void setup_rows_read(struct setup *s);
void setup_rows_clear(struct setup *s);

/* --- Dialogs --------------------------------------------------------------------------------- */

extern const struct dialog_ops setup_record_ops; /* of which there are drafts */
/* A record of the list that is shown; id 0: a new one. */
void setup_record_push(const struct setup *s, int64_t id);
void setup_record_archive(const struct setup *s, int64_t id, bool archived);
/* Weekly hours from a day on; hours of one day (CIVIL_DAY_NONE: not known yet); time off. */
void setup_hours_push(struct app *a, int64_t therapist_id);
void setup_day_push(struct app *a, int64_t therapist_id, civil_day day);
void setup_off_push(struct app *a, const char *who);
void setup_setting_push(struct app *a, enum setting id);
void setup_pin_push(struct app *a, int64_t person_id);

#endif
