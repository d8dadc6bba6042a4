/*
 * The parts of the booking dialog: booking.c (opening, commands, drafts), booking_save.c,
 * booking_ways.c (what to do
 * about a flag), booking_client.c (who it is for), booking_plan.c (between the fields and a plan),
 * booking_choices.c (what may be chosen), booking_echo.c and day_strip.c (what is under the
 * fields).
 */
#ifndef TUI_BOOKING_DIALOG_H
#define TUI_BOOKING_DIALOG_H

#include <frontdesk/desk_booking.h>
#include <frontdesk/desk_client.h>
#include <frontdesk/desk_health.h>
#include <frontdesk/line.h>

#include "booking.h"
#include "dialog.h"

/* X(FIELD, label, hint) */
#define BOOKING_FIELD_LIST(X) \
	X(CLIENT, "Client", \
	    "Name, phone or #number; costa + lima; or all in a line: smith dt60 mia fri 3p") \
	X(PHONE, "Phone", "Phone of the new client; without one it is noted") \
	X(HEARD, "Heard", "What the caller says: preg 12.2. disc lb7; kept as intake by phone") \
	X(SERVICE, "Service", "Service and minutes: dt60. ? reads aloud what it is") \
	X(THERAPIST, "Therapist", "Name or code; * any; anna + ben for a couple") \
	X(ROOM, "Room", "Left empty, one that fits is chosen") \
	X(WHEN, "When", "fri 14:30; Up and Down go by the grid, Ctrl-F to the next free time") \
	X(HOLD, "Hold until", "Held, not booked, until then; Ctrl-T again books") \
	X(DESK_NOTE, "Desk note", "Seen by all at the desk; no health") \
	X(NOTE, "For therapist", "Read by the therapist alone; health goes here")

enum booking_field {
#define X(id, label, hint) BOOKING_##id,
	BOOKING_FIELD_LIST(X)
#undef X
	    BOOKING_FIELDS
};

enum { BOOKING_NEW_CLIENT = -1 /* the choice that is no client yet */ };

struct booking_dialog {
	struct dialog d; /* first */
	struct appt was; /* edited: as it was when it was opened; id 0 = a new one */
	int64_t client2; /* the second of a couple, chosen with the first; 0 = none */
	bool is_new; /* what is typed names a new client */
	bool typed[BOOKING_FIELDS]; /* by the person: nothing is filled in over it */
	struct usual usual; /* what was filled in as service, when none was typed */
	struct ways ways; /* while it is asked how to go on */
	struct dialog_ways offered; /* the same, as digits */
	civil_min here; /* what begins then is for who is here now; CIVIL_NONE: nobody is */
	/* what the client's field says while nobody is chosen */
	struct client_hits hits; /* who fits; when nobody does: */
	struct client_hits similar; /* whom a slip of the finger hides */
	char *words; /* owned; the client's, as looked up; "" = none */
	int64_t first; /* of a couple, when that one is certain: the hits are for the second */
	bool has_line; /* other fields are named in it, too */
	struct line line;
	char *problem; /* owned; why it cannot be read; NULL = it can */
};

#define BOOKING_TITLE "New booking"
extern const struct dialog_ops booking_ops;
/* Who is chosen; the first of a couple; 0 = nobody yet. */
int64_t booking_client(const struct booking_dialog *b);
struct desk *booking_desk(const struct booking_dialog *b);

/* --- Who (booking_client.c) ------------------------------------------------------------------ */

/* Reads the client's field as typed. */
void booking_look_up(struct booking_dialog *b);
void booking_forget(struct booking_dialog *b);
/* The client is chosen: what else the line says goes to its fields. */
void booking_take_client(struct booking_dialog *b, int64_t id);
/* What is typed names a new client, whose phone is asked for. */
void booking_take_new(struct booking_dialog *b);
/* The chosen client's name into the field, in full; and what is shown of it (struct dialog_ops). */
void booking_show_client(struct booking_dialog *b, int64_t id);
bool booking_veil(const struct dialog *d, size_t field, struct str *out);
/* "Smith, Ada", of a couple "Smith, Ada + Jones, Tom"; full: whatever the screen shows of names. */
void booking_say_clients(const struct booking_dialog *b, int64_t id, bool full, struct str *out);
/* For saving: exactly one client, or a new one. */
MUST_CHECK enum err booking_settle_client(struct booking_dialog *b);
/* Fills the service in that is usual, unless one was typed. */
void booking_fill_usual(struct booking_dialog *b);

/* --- Fields and plan (booking_plan.c) -------------------------------------------------------- */

/* ERR_USAGE, ERR_NOT_FOUND: *field is at fault. Release the plan in any case. */
MUST_CHECK enum err booking_plan(
    const struct booking_dialog *b, struct plan *out, enum booking_field *field);
/* What of an edited appointment is to change; the plan is of booking_plan(). */
struct move booking_move(const struct booking_dialog *b, const struct plan *p);
/* What the line names goes to its fields. */
void booking_apply_line(struct booking_dialog *b);
/* Whether a therapist's or room's text leaves it open: "", "*" or "any". */
bool booking_is_any(const char *text);
/* Write a field. */
void booking_set_service(struct booking_dialog *b, int64_t service_id, int minutes);
void booking_set_therapists(struct booking_dialog *b, int64_t id, int64_t id2);
void booking_set_room(struct booking_dialog *b, int64_t room_id);
void booking_set_time(struct booking_dialog *b, enum booking_field field, civil_min m);

/* Books, or changes the appointment (booking_save.c); as save of struct dialog_ops. */
bool booking_save(struct dialog *d, const char *yes);
/* Turns holding the time on, until when the practice says; or off (booking.c). */
void booking_hold(struct booking_dialog *b);

/* --- The ways on (booking_ways.c) ------------------------------------------------------------- */

/* A flag stands in the way of the plan: asks which way to go; false: no flag does. */
bool booking_ask_ways(struct booking_dialog *b, const struct plan *p, const struct findings *found);
/* As way of struct dialog_ops. */
void booking_way(struct dialog *d, int way);

/* --- Choices and echo ------------------------------------------------------------------------ */

void booking_choices(struct dialog *d, struct choices *out);
void booking_echo(struct dialog *d, struct lines *out);

#endif
