/*
 * What a client tells of their health, as a form: sections and fields of the lists in intake.h, the
 * places in their notation, and beside it what stands: age, flags, what was told before. HEALTH: it
 * is on the screen while the form is open, nowhere else. Split over intake_form.c (opening, saving,
 * drafts), intake_fields.c (a field as it is typed and read), intake_choices.c, intake_told.c (what
 * stands), versions.c (what was told before) and intake_draw.c; the chart (body_chart.h) and the
 * back-pain path (back_pain.h) lie over it.
 */
#ifndef TUI_INTAKE_FORM_H
#define TUI_INTAKE_FORM_H

#include <frontdesk/desk_health.h>

#include "dialog.h"
#include "versions.h"

/* Of a client; it says why when it cannot be opened. */
void intake_form_push(struct app *a, int64_t client_id);
/* The same with the back-pain path over it. */
void intake_form_push_back_pain(struct app *a, int64_t client_id);

/* --- Between its files ----------------------------------------------------------------------- */

/* The fields of an intake in their order, the places before the pressure, and of the version. */
enum {
	FORM_PLACES = INTAKE_PRESSURE,
	FORM_NOTE = INTAKE_FIELD_COUNT + 1,
	FORM_SOURCE,
	FORM_VERSION,
	FORM_FIELDS
};

struct intake_form {
	struct dialog dialog; /* first */
	int64_t client_id;
	char *first, *last; /* owned */
	bool open; /* the private answers were seen by who opened it */
	char *who; /* owned; that person */
	struct intake seen; /* the version it was made from, as it may be seen */
	struct intake now; /* with what is typed, as far as that is understood */
	bool bad[FORM_FIELDS]; /* what is not */
	struct flag_list flags; /* those that stand today */
	struct lines told; /* what stands, for the pane */
	size_t flag_at, flag_n; /* the lines of it that are flags */
	struct lines raised; /* flags that what is typed would raise */
	bool reading; /* what was told before lies over the fields */
	struct versions versions;
};

extern const struct dialog_ops intake_form_ops;
/* What a therapist has open or parked is not for who comes to the desk after them. */
bool intake_form_is_shut(const struct intake_form *f);
struct desk *intake_form_desk(const struct intake_form *f);
/* "Smith, Ada", by initials while names are kept back. */
void intake_form_name(const struct intake_form *f, struct str *out);
/* What is typed is saved from what lies over the form, which is closed. */
void intake_form_save_from(struct app *a, struct view *over);

/* --- A field (intake_fields.c) --------------------------------------------------------------- */

/* Which field of the intake it is; false: the places, or of the version. And back. */
bool form_intake_field(size_t field, enum intake_field *out);
size_t form_field_of(enum intake_field f);
const char *form_label(size_t field);
const char *form_hint(size_t field);
/* The title of the section it begins; NULL: it begins none. */
const char *form_section(size_t field);
/* Several values stand in it, one after the other. */
bool form_takes_several(size_t field);
/* What was told of it is not for these eyes. */
bool form_hidden(const struct intake_form *f, size_t field);
/* As it is typed, of an intake; ends so that one may type on. */
void form_write(const struct intake *in, size_t field, struct str *out);
/* In words, of what is typed. */
void form_say(const struct intake_form *f, size_t field, struct str *out);
/* Whether it was typed in: it says something else than it did. */
bool form_differs(const struct intake_form *f, size_t field);
/*
 * Reads what is typed over what was seen, into f->now; f->bad is what is not understood, and the
 * sentence that of the first such field.
 */
MUST_CHECK enum err form_read(struct intake_form *f);
/* What a field said before anything was typed; nothing of what is kept back. */
void form_was(const struct intake_form *f, size_t field, struct str *out);
/* Reads one field into an intake. */
MUST_CHECK enum err form_read_field(const struct intake_form *f, size_t field, struct intake *in);
/* What is to be told, as desk_intake_words() takes it, from f->now. */
void form_words(const struct intake_form *f, struct words *out);
/* "3L7" of the quick picks becomes "lbL7" as it is typed. */
void form_expand_picks(struct intake_form *f);
/* Where the last of several values begins: behind the comma, of places the blank. */
size_t form_last_value(const char *text, size_t field);

/* What may be chosen (intake_choices.c). */
void form_choices(struct dialog *d, struct choices *out);

/* --- What stands (intake_told.c) ------------------------------------------------------------- */

/* Reads flags and what was told before into f->told. */
MUST_CHECK enum err form_read_told(struct intake_form *f);
/* "Told Wed 2 Sep 2026, 82 days ago, by anna (phone)", and whether that is too old: one line. */
void form_say_age(const struct intake_form *f, struct lines *out);
/* A version in a line: "Wed 2 Sep 2026, update by anna (phone)". */
void form_say_version(const struct desk *d, const struct intake *in, struct str *out);
/* The next older of the list with answers; NULL: there is none. */
const struct intake *form_before(const struct intake_list *l, size_t i);
/* The flags that an intake raises, but for those that stand. */
void form_raised(const struct desk *d, const struct intake *in, const struct flag_list *stand,
    struct lines *out);

/* --- How it looks (intake_draw.c) ------------------------------------------------------------ */

void form_draw(const struct dialog *d, struct canvas *c);
/* Rows and columns inside its box. */
int form_rows(const struct app *a);
int form_columns(const struct app *a);

#endif
