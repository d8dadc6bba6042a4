/* Paper from the screens: the menu of what is printed (`P`), and the preview of a sheet. */
#ifndef TUI_PRINT_MENU_H
#define TUI_PRINT_MENU_H

#include "app.h"

/*
 * X(ID, name, file, hint): the sheets. Those of an APPOINTMENT are of the one that was selected;
 * the others are of a day.
 */
#define PRINT_SHEET_LIST(X) \
	X(DESK, "roster", "roster", \
	    "Tab goes from therapist to therapist; no health stands on it.") \
	X(ROOM, "room sheets", "rooms", "No names and no health stand on it.") \
	X(THERAPIST, "therapists' sheets", "sheets", \
	    "Tab goes from therapist to therapist; it tells of health, as the log says.") \
	X(CARD, "appointment card", "card", "No name, no treatment, no health stand on it.") \
	X(AFTERCARE, "aftercare slip", "aftercare", "No name and no health stand on it.")
enum print_sheet {
#define X(id, name, file, hint) PRINT_SHEET_##id,
	PRINT_SHEET_LIST(X)
#undef X
};

/* What can be printed: X(key, which day, sheet, text). One list: the menu, its keys. */
#define PRINT_LIST(X) \
	X('1', NEXT, DESK, "Roster for the desk") \
	X('2', TODAY, DESK, "Roster for the desk") \
	X('3', SHOWN, DESK, "Roster for the desk") \
	X('4', NEXT, ROOM, "Room sheets, no names") \
	X('5', TODAY, ROOM, "Room sheets, no names") \
	X('6', SHOWN, ROOM, "Room sheets, no names") \
	X('7', NEXT, THERAPIST, "Therapists' sheets") \
	X('8', TODAY, THERAPIST, "Therapists' sheets") \
	X('9', SHOWN, THERAPIST, "Therapists' sheets") \
	X('c', APPOINTMENT, CARD, "Appointment card") \
	X('a', APPOINTMENT, AFTERCARE, "Aftercare slip")

enum print_day { PRINT_DAY_NEXT, PRINT_DAY_TODAY, PRINT_DAY_SHOWN, PRINT_DAY_APPOINTMENT };

struct print_what {
	enum print_sheet sheet;
	civil_day day; /* of a day; CIVIL_DAY_NONE: of the appointment */
	int64_t appt_id, therapist_id; /* 0: all */
};

struct view *print_menu_new(struct app *a);
/* The sheets, laid out, to look at; `p` there prints. */
struct view *preview_new(struct app *a, const struct print_what *what);

/* The sheets as they are shown; as they go to paper: privacy is of the screen, names are in full.
 */
MUST_CHECK enum err print_shown(
    struct app *a, const struct print_what *what, struct sheet_list *out);
MUST_CHECK enum err print_made(
    struct app *a, const struct print_what *what, struct sheet_list *out);
/* Prints the sheets with lp, and says so once lp has them. `what`: "roster of Tue 24 Nov 2026". */
void print_sheets(struct app *a, const struct sheet_list *sheets, const char *what);
/* Looks whether lp is done. */
void print_follow(struct app *a);
/* "roster of Tue 24 Nov 2026", "appointment card of #12" */
void print_name(struct str *out, const struct print_what *what);
/* "roster-mia-2026-11-24": what a file of it is offered to be called; nothing of a client. */
void print_file(struct str *out, const struct app *a, const struct print_what *what);
/* Who may read it, and what stands on it. */
const char *print_hint(enum print_sheet sheet);

#endif
