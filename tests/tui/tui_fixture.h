/*
 * The screens over a small practice: four therapists, a lunch, a closed spell, and a Monday with
 * one appointment of every kind. Keys in, canvas out; a second lies between two keys.
 */
#ifndef TUI_FIXTURE_H
#define TUI_FIXTURE_H

#include "../desk/desk_fixture.h"
#include "../golden.h"

#include <frontdesk/desk_booking.h>
#include <frontdesk/mem.h>
#include <frontdesk/text.h>

#include "../../src/tui/app.h"
#include "../../src/tui/day.h"
#include "../../src/tui/dialog.h"

struct tui {
	struct desk d;
	struct app a;
	int64_t ms;
};

static inline void
must(enum err e)
{
	if (e != ERR_OK) {
		printf("Bail out! fixture: %s\n", err_message());
		exit(1);
	}
}

/* Books by one line and returns the appointment's id. */
static inline int64_t
tui_book(struct desk *d, const char *words)
{
	const struct consent yes = {.yes = "owner agreed"};
	struct plan plan = {0};
	struct booking b = {0};
	int64_t id;

	must(desk_plan(d, words, PLAN_CLIENT_EITHER, &plan));
	must(desk_book(d, &plan, &yes, &b));
	id = b.appt.id;
	booking_release(&b);
	plan_release(&plan);
	return id;
}

static inline void
tui_state(struct desk *d, int64_t id, enum appt_state to)
{
	struct booking b = {0};

	must(desk_status(d, id, 0, to, true, NULL, &b));
	booking_release(&b);
}

static inline void
tui_block(
    struct desk *d, const char *therapist, const char *from, const char *until, const char *why)
{
	struct absence a = {.reason = xstrdup(why)};
	struct appt_list way = {0};

	if (therapist != NULL)
		must(practice_find_therapist(&d->practice, therapist, &a.therapist_id));
	if (!civil_parse_iso_min(from, &a.start) || !civil_parse_iso_min(until, &a.end))
		abort();
	must(desk_block(d, &a, &way));
	appt_list_release(&way);
	free(a.reason);
}

/* Ben and Dev join Jon and Mia, and two rooms. */
static inline void
tui_people(struct desk *d)
{
	int64_t ben = 0, dev = 0, r3 = 0, r4 = 0;
	struct appt_list way = {0};

	must(desk_room_save(d, &r3, WORDS("code=r3", "name=Room 3"), 2));
	must(desk_room_save(d, &r4, WORDS("code=r4", "name=Room 4"), 2));
	must(desk_therapist_save(d, &ben, WORDS("code=ben", "name=Ben", "skills=deep-tissue"), 3));
	must(desk_therapist_save(d, &dev, WORDS("code=dev", "name=Dev", "skills=deep-tissue"), 3));
	must(desk_hours(d, ben, "mon-fri 9-18", CIVIL_DAY_NONE, 1, 0, &way));
	must(desk_hours(d, dev, "mon-fri 9:15-16", CIVIL_DAY_NONE, 1, 0, &way));
	appt_list_release(&way);
}

/* One of every kind: states, odd starts, a couple, one cancelled above what took its time, wide
 * names. */
static inline void
tui_monday(struct desk *d)
{
	int64_t id;

	tui_people(d);
	tui_block(d, "ben", "2026-11-23T12:30", "2026-11-23T13:15", "lunch");
	id = tui_book(d, "Kathe Müller sw60 mia 9:00");
	tui_state(d, id, APPT_COMPLETED);
	id = tui_book(d, "Seamus O'Brien dt90 mia 10:30");
	tui_state(d, id, APPT_ARRIVED);
	id = tui_book(d, "Tom Jones sw45 mia 14:15");
	tui_state(d, id, APPT_CONFIRMED);
	id = tui_book(d, "Raj Patel dt60 ben 11:00");
	tui_state(d, id, APPT_CANCELLED);
	tui_book(d, "Jan Novak dt60 ben 11:00");
	id = tui_book(d, "田中 花子 sw60 jon 10:15");
	tui_state(d, id, APPT_STARTED);
	tui_book(d, "Bartholomew-Maximilian Featherstonehaugh sw60 jon 13:00");
	id = tui_book(d, "Alex Smith sw60 dev 9:15");
	tui_state(d, id, APPT_NOSHOW);
}

/* The desk of `who` in front of the fixture's file, which fixture_open() has made. */
static inline void
tui_start(struct tui *t, const char *who, int rows, int columns)
{
	const struct desk_options o = fixture_options(who);

	*t = (struct tui){0};
	must(desk_open(&t->d, &o));
	must(app_init(&t->a, &t->d, false, rows, columns));
	app_push(&t->a, day_new(&t->a));
}

static inline void
tui_stop(struct tui *t)
{
	app_release(&t->a);
	desk_close(&t->d);
}

static inline void
tui_event(struct tui *t, struct event e)
{
	t->ms += 1000;
	e.ms = t->ms;
	app_handle(&t->a, &e);
}

static inline void
tui_resize(struct tui *t, int rows, int columns)
{
	tui_event(t, (struct event){.kind = EVENT_RESIZE, .rows = rows, .columns = columns});
}

/* A practice of its own with that Monday, which rita's desk has seen come. */
static inline void
tui_start_monday(struct tui *t)
{
	fixture_open(&t->d);
	desk_close(&t->d);
	tui_start(t, "rita", 24, 80);
	tui_monday(&t->d);
	app_changed(&t->a);
}

static inline struct day *
tui_day(struct tui *t)
{
	return (struct day *)t->a.views[0];
}

/* Keys as in `screen --keys`. */
static inline void
tui_keys(struct tui *t, const char *keys)
{
	struct str text = {0};
	struct key k;
	enum keys_item item;

	while ((item = keys_next(&keys, &k, &text)) != KEYS_END) {
		const char *s = str_text(&text);
		size_t left = text.n;

		if (item == KEYS_BAD)
			abort();
		if (item == KEYS_KEY)
			tui_event(t, (struct event){.kind = EVENT_KEY, .key = k});
		while (item == KEYS_TEXT && left > 0) {
			uint32_t cp;
			size_t n = text_decode(s, left, &cp);

			key_from_codepoint(&k, cp);
			tui_event(t, (struct event){.kind = EVENT_KEY, .key = k});
			s += n;
			left -= n;
		}
	}
	str_release(&text);
}

/* The canvas as text, the cursor in a last line; owned by the caller. */
static inline char *
tui_screen(struct tui *t)
{
	struct canvas c;
	struct str s = {0};

	canvas_init(&c, t->a.rows, t->a.columns, t->a.ascii);
	app_draw(&t->a, &c);
	canvas_dump(&c, &s);
	str_addf(&s, "cursor %d,%d\n", c.cursor_row, c.cursor_column);
	canvas_release(&c);
	return str_take(&s);
}

/* One line of the screen (from the end when negative; the cursor's line is none of them). */
static inline const char *
tui_line(struct tui *t, int line)
{
	static char buf[2048];
	char *screen = tui_screen(t), *s = screen;
	size_t n;

	for (line = line < 0 ? t->a.rows + line : line; line > 0; line--)
		s += strcspn(s, "\n") + 1;
	n = strcspn(s, "\n");
	snprintf(buf, sizeof(buf), "%.*s", (int)n, s);
	free(screen);
	return buf;
}

/* Whether the selected thing is told in words that begin so. */
static inline bool
tui_focus_begins(struct tui *t, const char *words)
{
	const char *focus = tui_line(t, -3);
	bool begins = strncmp(focus, words, strlen(words)) == 0;

	if (!begins)
		printf("# focus: %s\n", focus);
	return begins;
}

/* What stands in a field of the dialog on top. */
static inline const char *
tui_field(struct tui *t, size_t field)
{
	return dialog_text((struct dialog *)app_top(&t->a), field);
}

/* The message: the first line of it. */
static inline const char *
tui_message(const struct tui *t)
{
	return t->a.message.n > 0 ? t->a.message.v[0].text : "";
}

static inline bool
tui_shows(struct tui *t, const char *text)
{
	char *screen = tui_screen(t);
	bool shows = strstr(screen, text) != NULL;

	free(screen);
	return shows;
}

/* The cursor is on the selected row of a list, which is seen without attributes. */
static inline void
tui_selection(struct tui *t)
{
	char *screen = tui_screen(t);
	int row = (int)strtol(strstr(screen, "cursor ") + strlen("cursor "), NULL, 10);

	ok(strncmp(tui_line(t, row), "> ", 2) == 0, "the cursor is on the selection");
	free(screen);
}

/* The screen is as in tests/tui/golden/NAME.screen. */
static inline void
tui_golden(struct tui *t, const char *name)
{
	char path[128], *screen = tui_screen(t);

	snprintf(path, sizeof(path), "tests/tui/golden/%s.screen", name);
	is_golden(screen, path);
	free(screen);
}

/* The sizes every screen is looked at in; a golden text of each is called NAME-COLUMNS. */
static const struct {
	int rows, columns;
} tui_sizes[] = {{24, 80}, {40, 120}, {16, 60}};

static inline void
tui_golden_sized(struct tui *t, const char *name)
{
	char sized[64];

	snprintf(sized, sizeof(sized), "%s-%d", name, t->a.columns);
	tui_golden(t, sized);
}

#endif
