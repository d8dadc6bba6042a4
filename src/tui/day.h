/*
 * The Day: one day of the practice, a column a therapist or a room, or a list of its lines. Split
 * over day.c (which command does what), day_stand.c (what is shown and where we stand), day_walk.c
 * (going along), day_draw.c, day_list.c and day_pane.c (drawing), day_say.c, day_taken.c and
 * day_focus.c (in words), day_state.c (states, cancelling), day_health.c (the health question),
 * day_book.c, day_echo.c and day_move.c (booking, moving, why), day_mark.c (late, message left,
 * what needs us next), day_flags.c (marks of flags), day_keep.c and day_affected.c (keeping time
 * free), day_goto.c, day_split.c (couples), card.c (the open one).
 */
#ifndef TUI_DAY_H
#define TUI_DAY_H

#include <frontdesk/desk_booking.h>
#include <frontdesk/desk_health.h>

#include "app.h"
#include "day_layout.h"
#include "health_lines.h"
#include "scroll.h"
#include "view.h"

enum day_as { DAY_THERAPISTS, DAY_ROOMS, DAY_LIST, DAY_AS_COUNT };

/* A line of the list: an appointment, a free stretch, or kept time. */
struct day_line {
	struct day_cell cell;
	int64_t therapist_id; /* 0: kept free by all, or a room */
	size_t order; /* among those that begin together */
	int from, until; /* minutes of the day */
};

/* What waits for the reason that a soft finding asks for. */
struct asking {
	enum cmd cmd; /* AGAIN, DROP or SPLIT_COUPLE; NONE = nothing asks */
	char *words; /* owned; for AGAIN and SPLIT_COUPLE */
};

/* The clients of time that was taken, gone through one by one. */
enum { AFFECTED_SLOTS = 3 };
struct affected {
	struct ids appts; /* none: it is over */
	int64_t absence_id; /* the time that was taken; given back, it is over, too */
	civil_day day;
	size_t at;
	int moved, cancelled;
	bool just_cancelled; /* by the last key: who cancelled is not asked here */
	struct slot_list slots; /* where the one at hand could go */
	char *why; /* owned; "Mia: sick" */
};

struct day {
	struct view view; /* first */
	civil_day day;
	struct book book; /* of that day */
	struct flag_marks marks; /* of its clients */
	struct day_source source; /* the book, as the columns are laid out from it */
	enum day_as as;
	struct ids therapists; /* the columns, in order */
	struct ids rooms; /* the same as rooms */
	struct day_cell *cells; /* owned; for each column its day_rows(step) rows */
	struct {
		struct day_line *v; /* owned */
		size_t n, cap;
	} lines; /* as a list: by time */
	struct scroll list; /* its rows */
	struct day_grid grid;
	int zoom; /* minutes a row, as asked for; 0 = what fits */
	int opens; /* the minute at which the day begins */
	int first_row; /* the first row on show */
	size_t column; /* the selected column */
	int64_t was_therapist_id, was_room_id; /* the columns last stood in, of either kind */
	int minute; /* the selected time, in the selected row: of arrows its first minute */
	bool head; /* the header of the column is selected, not its row */
	/* one of the row that has no line of its own is selected: the n-th, from 1; 0 = none is */
	int other;
	struct day_cell other_cell;
	/* turning the columns: where one began, and where that led, to know that it still counts */
	struct day_turn {
		civil_day day;
		size_t column, line;
		int minute;
		int64_t therapist_id, appt_id;
	} began, led;
	/* modes; at most one is on, but for the card, which may lie under who-cancelled */
	bool card;
	size_t card_top; /* its first line on show */
	struct client_hit client; /* of the open appointment; id 0 = none */
	struct str usual; /* what that client usually has */
	struct health_lines health; /* of that client */
	struct health_lines others_health; /* of the other one of a couple */
	bool cancelling;
	struct { /* any change in health? */
		int64_t client_id, appt_id; /* 0 = it is not asked */
		civil_day since;
	} change;
	int64_t again_id; /* the appointment for which AGAIN's prompt is open */
	struct appt moving; /* a copy of what is picked up; id 0 = nothing */
	struct move dropping; /* where it is being dropped */
	struct { /* for what LATE, KEEP_FREE or SPLIT_COUPLE is asked */
		int64_t appt_id, therapist_id, room_id;
		int rev;
		civil_min from, until;
		bool head;
	} aim;
	struct { /* the last harmless thing done: CONFIRMED, ARRIVED or DROP; NONE = nothing */
		enum cmd cmd;
		civil_min by; /* DROP: later by so many minutes */
	} last;
	struct affected affected;
	int64_t given_back; /* the absence that was, and is missing on the screen */
	struct asking asking;
	enum cmd force_key; /* an unlikely state is forced by pressing its key again */
	int64_t force_id;
	struct str force_asked; /* by these questions, and no others */
};

struct view *day_new(struct app *a);
/* The day that the app's Day screen shows. */
civil_day day_shown(const struct app *a);

/* --- Where we stand (day_stand.c) ------------------------------------------------------------ */

const struct desk *day_desk(const struct day *d);
/* The columns: of therapists, also while it is a list, or of rooms. */
size_t day_columns(const struct day *d);
/* The selected therapist or, as rooms, that of the selected appointment; NULL when there is none.
 */
const struct therapist *day_therapist(const struct day *d);
/* The selected room; NULL unless the columns are rooms. */
const struct room *day_room(const struct day *d);
const struct day_cell *day_cell_at(const struct day *d, size_t column, int row);
/* NULL: there is no column, or its header is selected. */
const struct day_cell *day_selected(const struct day *d);
/* The selected appointment, also one that left the plan; NULL on other time. */
const struct appt *day_selected_appt(const struct day *d);
/* The same for what is done to one; where there is none it says so. */
const struct appt *day_needs_appt(const struct day *d);
#define DAY_NO_THERAPISTS "No therapists yet: S adds them."
int day_row(const struct day *d);
/* The selected minute was typed or carried along: it is not merely that of its row. */
bool day_minute_stands(const struct day *d);
/* When something booked here begins: that minute; of a row, where its free part begins. */
civil_min day_start(const struct day *d);
/* The same for who is here now: never before now (day_book.c). */
civil_min day_begin(const struct day *d);
/* Gives every row of every column its line again; what is picked up has none. */
void day_lay_out(struct day *d);
/* Reads the day again (as in view.h). */
MUST_CHECK enum err day_load(struct view *v);
/* The screen or the rows changed their size, or what the columns are: nothing selected is lost. */
void day_lay_out_again(struct day *d, enum day_as as, int zoom);
/* The selection is in sight; of the list it is at our column and time. */
void day_scroll(struct day *d);
void day_stand(struct day *d);
/* Stands with a therapist at a minute; of rooms the column stays. */
void day_stand_with(struct day *d, int64_t therapist_id, int minute);
/* Keeps in mind in which column we stand, for when the columns are others. */
void day_remember_column(struct day *d);
/* A line of the list was stepped on: its column and its time are ours. */
void day_take_line(struct day *d);
/* Selects the n-th of the selected row that has no line of its own, 0 = who has the line; false:
 * there is no such. */
bool day_select_other(struct day *d, int n);
/* Goes along by UP, DOWN, NEXT_DAY …; other commands do nothing (day_walk.c). */
void day_walk(struct day *d, enum cmd c);
/* Shows a day and stands at a minute of it. */
void day_show(struct day *d, civil_day day, int minute);
/* Stands on an appointment of the shown day; false: it is not there. */
bool day_select(struct day *d, int64_t appt_id);
/* Goes to an appointment's day and stands on it; false: said why not. */
bool day_stand_on(struct day *d, const struct appt *a);
/* Closes what lies over the day and opens the appointment there. */
void day_open(struct app *a, int64_t appt_id);
/* Reads again after a change of ours, and stands on the appointment, on whatever day it is. */
void day_follow(struct day *d, const struct appt *a);

/* --- Flags (day_flags.c) -------------------------------------------------------------------- */

MUST_CHECK enum err day_flags_load(struct day *d);
/* "!S", "!C" or ""; and what that asks, in words. Static. */
const char *day_flag(const struct day *d, const struct appt *a);
const char *day_flag_words(const struct day *d, const struct appt *a);
/* Adds those of today that wait for a therapist's OK. */
void day_flags_waiting(const struct day *d, struct ids *out);

/* --- In words (day_say.c) -------------------------------------------------------------------- */

/* "10:30 O'Brien" */
void day_say_short(const struct day *d, struct str *out, const struct appt *a);
/* "17:00 Costa & Lima"; b: NULL or id 0 when it is no couple */
void day_say_pair(const struct day *d, struct str *out, const struct appt *a, const struct appt *b);
/* The other client of a couple; NULL when it is none, or not on this day. */
const struct appt *day_other(const struct day *d, const struct appt *a);
/* "10:30–12:00" */
void day_say_span(const struct day *d, struct str *out, civil_min from, civil_min until);
/* A time by the practice's clock: "14:30", "2:30pm". Returns buf. */
char *day_say_time(const struct day *d, civil_min m, char buf[static CIVIL_HM_SIZE]);
/* The same without am and pm, for the grid, where the rows tell which. */
char *day_say_row_time(const struct day *d, civil_min m, char buf[static CIVIL_HM_SIZE]);
/* When time that is not free begins and ends, not its row (day_taken.c). */
void day_say_taken(const struct day *d, struct str *out, const struct day_cell *cell);
/* As it is called on the grid: "O'Brien Seamus", for a couple "Costa & Lima". */
void day_say_name(const struct day *d, struct str *out, const struct appt *a, int columns);
/* "Massage 60 R2"; the room stays whole when it does not fit. */
void day_say_label(const struct day *d, struct str *out, const struct appt *a, int columns);
/* "Massage 60"; the minutes stay whole when it does not fit. */
void day_say_service(const struct day *d, struct str *out, const struct appt *a, int columns);
/* "Massage 60 Mia", for a column of a room. */
void day_say_label_who(const struct day *d, struct str *out, const struct appt *a, int columns);
/* "!C1®" and how many more begin in its row. */
void day_say_marks(const struct day *d, struct str *out, const struct day_cell *cell);
/* The name of a column: "Mia", "r1 Room 1". */
void day_say_column(const struct day *d, struct str *out, size_t column);
/* Minutes after its start for which it has been waited; 0 = it is not late. */
int day_late(const struct day *d, const struct appt *a);
/* It is over, and nobody came. */
bool day_missed(const struct day *d, const struct appt *a);
/* What stands around the grid (day_focus.c). */
void day_heading(const struct view *v, struct str *out);
void day_focus(const struct view *v, struct str *out);
void day_hint(const struct view *v, struct str *out);

/* --- Drawing --------------------------------------------------------------------------------- */

void day_draw(const struct view *v, struct canvas *c);
void day_list_build(struct day *d);
void day_list_draw(const struct day *d, struct canvas *c);
void day_draw_pane(const struct day *d, struct canvas *c);
void card_load(struct day *d);
/* Goes through the lines of the open one; false: another command. */
bool card_scroll(struct day *d, enum cmd c);
void card_draw(const struct day *d, struct canvas *c);
enum role day_role(const struct day *d, const struct appt *a);

/* --- Doing ----------------------------------------------------------------------------------- */

/* The status commands, CANCEL_MENU and who cancelled (day_state.c). */
void day_status(struct day *d, enum cmd c);
void day_cancel(struct day *d, enum cmd who);
void day_not_cancelled(struct day *d); /* the question was closed */
/* HEALTH and BACK_PAIN; the question, and its answer: NO_CHANGE, CHANGED, or another, which closes
 * it (day_health.c). */
void day_health(struct day *d);
void day_back_pain(struct day *d);
void day_say_change(const struct day *d, struct str *out);
void day_say_age(const struct day *d, struct str *out); /* of what was told, for the focus */
void day_change(struct day *d, enum cmd answer);
/* The booking dialog, into the selected time or over its appointment (day_book.c). */
void day_book(struct day *d);
void day_edit(struct day *d);
/* What has words or findings (day_book.c, day_move.c); words NULL: they are asked for. */
void day_again(struct day *d, const char *words);
void day_why(struct day *d);
void day_pick_up(struct day *d);
/* Does the last harmless thing here, too. */
void day_repeat(struct day *d);
/* What the desk hears (day_mark.c): late with its words, a message left, the next that needs us. */
void day_late_by(struct day *d, const char *words);
void day_late_echo(const struct day *d, const char *words, struct lines *out);
void day_message_left(struct day *d);
void day_next_need(struct day *d);
/* Keeps the selected time free, or gives it back; on a header the rest of the day (day_keep.c). */
void day_keep_free(struct day *d, const char *words);
void day_keep_echo(const struct day *d, const char *words, struct lines *out);
/* Goes through the clients of time that was taken (day_affected.c). */
void day_affected_begin(
    struct day *d, int64_t absence_id, const struct appt_list *l, const char *why);
/* The same for who is off already; false: nothing is in the way of it. */
bool day_affected_again(struct day *d);
void day_affected_show(struct day *d);
void day_affected_next(struct day *d); /* also after the one at hand was moved */
void day_affected_command(struct day *d, enum cmd c);
void day_affected_end(struct day *d);
/* The day was read again: perhaps the time is no longer taken. */
void day_affected_follow(struct day *d);
/* Splits the selected couple, by the service each takes (day_split.c). */
void day_split(struct day *d, const char *words);
/* Why to go on; NULL: it is asked again what each takes. */
void day_split_reason(struct day *d, const char *words, const char *reason);
void day_split_echo(const struct day *d, const char *words, struct lines *out);
/* Says how to end it, after a key that does nothing meanwhile. */
void day_still_moving(struct day *d);
void day_drop(struct day *d, const char *yes);
/* Where that would drop it: a column is a therapist or a room, the other is kept. */
struct move day_move_here(const struct day *d);
/* Says what speaks against that. */
void day_weigh(struct day *d);
/* Moves the selected appointment later by so many minutes. */
void day_move_by(struct day *d, civil_min by);
void day_put_back(struct day *d);
/* A soft finding asks why to go on with the command; its words wait (NULL = it has none). */
void day_ask_reason(struct day *d, enum cmd c, const char *words, const struct findings *f);
/* A soft finding was met with a reason; NULL: it was not, go back to where it was asked. */
void day_reason(struct day *d, const char *reason);
/* What is under the prompt (day_echo.c). */
void day_echo(struct view *v, enum cmd c, const char *words, struct lines *out);
/* Goes to a day or time as typed (day_goto.c). */
void day_go_to(struct day *d, const char *words);
void day_go_to_echo(const struct day *d, const char *words, struct lines *out);

#endif
