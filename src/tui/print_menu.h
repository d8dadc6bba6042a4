/* Paper from the screens: the menu of what is printed (`P`), and the preview of a sheet. */
#ifndef TUI_PRINT_MENU_H
#define TUI_PRINT_MENU_H

#include "app.h"

/* What can be printed: X(ID, which day, for whom, text). One list: the menu, its digits. */
#define PRINT_LIST(X) \
	X(TOMORROW, NEXT, DESK, "Roster for the desk") \
	X(TODAY, TODAY, DESK, "Roster for the desk") \
	X(SHOWN, SHOWN, DESK, "Roster for the desk") \
	X(ROOMS_TOMORROW, NEXT, ROOM, "Room sheets, no names") \
	X(ROOMS_TODAY, TODAY, ROOM, "Room sheets, no names") \
	X(ROOMS_SHOWN, SHOWN, ROOM, "Room sheets, no names")

enum print_day { PRINT_DAY_NEXT, PRINT_DAY_TODAY, PRINT_DAY_SHOWN };

struct view *print_menu_new(struct app *a);
/* The sheets of a day, laid out, to look at; `p` there prints. */
struct view *preview_new(struct app *a, civil_day day, enum roster_for whom);

/* The sheets as they go to paper: privacy is of the screen, names are in full. */
MUST_CHECK enum err print_roster(struct app *a, civil_day day, enum roster_for whom,
    int64_t therapist_id, struct sheet_list *out);
/* Prints the sheets with lp, and says so once lp has them. `what`: "roster of Tue 24 Nov 2026". */
void print_sheets(struct app *a, const struct sheet_list *sheets, const char *what);
/* Looks whether lp is done. */
void print_follow(struct app *a);
/* "roster of Tue 24 Nov 2026", "room sheets of …" */
void print_name(struct str *out, civil_day day, enum roster_for whom);

#endif
