/*
 * The loop without the terminal: events in, a canvas out. It owns the stack of views, the prompt,
 * the message line, the footer and the help overlay. The time comes in with the events and from the
 * desk's clock; nothing here reads another.
 */
#ifndef TUI_APP_H
#define TUI_APP_H

#include <stdbool.h>
#include <stdint.h>

#include <frontdesk/desk.h>
#include <frontdesk/desk_file.h>

#include "canvas.h"
#include "draft.h"
#include "keys.h"
#include "line_edit.h"
#include "lines.h"
#include "view.h"

enum { APP_ROWS_MIN = 16, APP_COLUMNS_MIN = 60, APP_VIEWS = 6 };

struct event {
	enum event_kind {
		EVENT_KEY,
		EVENT_PASTE,
		EVENT_RESIZE,
		EVENT_TICK, /* nothing happened for APP_TICK_MS */
	} kind;
	int64_t ms; /* of any clock that does not go back */
	struct key key;
	const char *text; /* PASTE; UTF-8, as it came */
	int rows, columns; /* RESIZE */
};
/* APP_REST_MS: nobody is at the desk, so that something that takes a second may be done. */
enum { APP_TICK_MS = 500, APP_REST_MS = 60 * 1000 };

/* Several views, each owned. */
struct views {
	struct view **v;
	size_t n, cap;
};
void views_add(struct views *l, struct view *v);

struct prompt {
	bool open;
	enum cmd cmd; /* what the words are for */
	const char *label; /* static */
	struct line_edit line;
	bool old; /* its words were asked before: what is typed replaces them */
	struct lines echo;
	char *last[CMD_COUNT]; /* owned; of each command what was typed last; NULL = nothing */
};

/* The locked screen (lock.c). */
struct lock {
	bool on;
	bool at_name; /* the cursor: at the name, else at the PIN */
	struct line_edit name, pin;
	bool kept; /* the PIN came too soon: Enter tries it, the first key typed replaces it */
	int wrong, wait; /* wrong PINs in a row; ticks until another is tried */
	const char *says; /* static */
};

struct app {
	struct desk *desk; /* the caller's */
	char *const *environment; /* handed on to lp; NULL: an empty one */
	struct print_job printing; /* what lp has not taken yet */
	char *printing_what; /* owned */
	struct draft_place drafts; /* where half-typed dialogs are kept; none at first */
	bool ascii;
	int rows, columns;
	/* Owned; the last one is on top. The first is the day, the next may be another place or a
	 * second one opened from it, the rest lie over them. */
	struct view *views[APP_VIEWS];
	size_t n;
	struct views parked; /* dialogs half filled in, the newest last */
	struct prompt prompt;
	struct lock lock;
	struct lines message;
	bool stale; /* the message is from before the event under way, and goes with it */
	civil_min now; /* as the title says; it stands still while someone types */
	struct subject subject; /* what was selected when one went to the place that is shown */
	/* the event under way */
	enum cmd doing; /* the command, or the last one */
	int64_t ms;
	const char *typed; /* the text of the key that gave the command; "" = it has none, or it
			      came by name */
	/* what only counts until the next key */
	char *undo_asked; /* owned; the step that a second `u` takes back; NULL = none */
	bool quit_asked;
	bool wrong_case; /* the last key was a command in its other case */
	char once[COMMAND_KEY_SIZE]; /* a key that was counted, and when: see app_count_once() */
	int64_t once_ms;
	int64_t touched_ms; /* the last event that was no tick */
	civil_day checked; /* when the daily check was last asked for */
	int64_t audit_seen; /* the last audit row that was there when we looked */
	bool repaint; /* the terminal is to be painted from scratch; terminal.c clears it */
	bool suspend, leave; /* the terminal is to do that; it clears the first */
};

/* desk is open and outlives the app. The first view is pushed by the caller. */
MUST_CHECK enum err app_init(struct app *a, struct desk *d, bool ascii, int rows, int columns);
void app_release(struct app *a);
/* Takes the view over, loads and shows it. */
void app_push(struct app *a, struct view *v);
/* Closes the view on top, and gives it back. */
void app_close(struct app *a, struct view *v);
/* Gives back a view that need not be on top, but is not the first. */
void app_drop(struct app *a, struct view *v);
/* Takes the view on top off the screen; what was typed in it is kept, else it is given back. */
void app_park(struct app *a, struct view *v);
/* Of what is parked, how many there are for who is here; and of these the one at a place. */
size_t app_parked_count(const struct app *a);
size_t app_parked_at(const struct app *a, size_t at);
/* Shows a parked view again; of all there are, the one at i. */
void app_unpark(struct app *a, size_t i);
/* Another person is here: what one half typed, or is asked, another does not finish. */
void app_hand_over(struct app *a);
/* Closes what lies over the day; what is half typed is parked. */
void app_to_day(struct app *a);
/* Goes to the place of a command (place.c). */
void app_go(struct app *a, enum cmd place);
/* Goes to the clients and asks whom to find. */
void app_find(struct app *a);
/* The place that is shown: the highest view with a title. */
struct view *app_place(const struct app *a);
/* One event; a->leave says when the person has left. */
void app_handle(struct app *a, const struct event *e);
/* The whole screen onto a canvas of the app's size. */
void app_draw(const struct app *a, struct canvas *c);

/* --- For views ------------------------------------------------------------------------------- */

/* Replaces the message. */
void app_say(struct app *a, enum role role, const char *fmt, ...) PRINTF_LIKE(3, 4);
/* The sentence of the error: err_message(). */
void app_say_error(struct app *a);
/* Replaces the message by findings, or adds them to it; none of them tells of health. */
void app_say_findings(struct app *a, const struct findings *f);
/* The message stays, though nothing new was said. */
void app_keep_message(struct app *a);
/* The key under way changes something: pressed again within 400 ms it is not obeyed. */
void app_count_once(struct app *a);
/* Asks for the words of a command; the view gets them by command() or park(). */
void app_ask(struct app *a, enum cmd c, const char *label, const char *text);
/* The same with words that were asked before: the first key typed replaces them. */
void app_ask_anew(struct app *a, enum cmd c, const char *label, const char *old);
/* The same for words that an error refused: they come back to be mended, with why. */
void app_ask_again(struct app *a, enum cmd c, const char *label, const char *text);
/* How many lines of the body the prompt or the message covers, from below. */
int app_covered(const struct app *a);
/* Something was written by us: what is shown is read again. */
void app_changed(struct app *a);
/* The view on top, and its mode; the locked screen and the prompt lie over it. */
struct view *app_top(const struct app *a);
unsigned app_where(const struct app *a);
/* Whether letters are text for the view on top. */
bool app_typing(const struct app *a);

/* --- Between the files of the loop ----------------------------------------------------------- */

/* Parks what is not for who is here, and what lies over it (app_views.c). */
void app_park_others(struct app *a);
/* Obeys a command by key or name (app.c). */
void app_command(struct app *a, enum cmd c, const char *words);
/* Keys and pastes while the prompt is open (app_prompt.c). */
void app_prompt_key(struct app *a, const struct key *k);
void app_prompt_paste(struct app *a, const char *text);
void app_prompt_echo(struct app *a);
void app_prompt_accept(struct app *a);
void app_prompt_park(struct app *a);
/* What was typed into prompts may name someone: it is not brought back any more. */
void app_prompt_forget(struct app *a);
/* Undo and redo; what another desk did; what is done while nobody works (app_desk.c). */
void app_undo(struct app *a);
/* What was asked to be pressed again is asked anew. */
void app_forget_asked(struct app *a);
void app_redo(struct app *a);
void app_follow(struct app *a);
void app_rest(struct app *a);
MUST_CHECK enum err app_seen(struct app *a);

#endif
