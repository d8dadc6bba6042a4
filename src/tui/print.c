/* A screen as text, after some keys: `frontdesk screen`. */
#include <frontdesk/tui.h>

#include <string.h>

#include <frontdesk/text.h>

#include "app.h"
#include "day.h"
#include "place.h"
#include "welcome.h"

enum { COLUMNS_MAX = 400, ROWS_MAX = 200, KEY_MS = 1000 };

/* Each key comes a second after the one before: nobody pressed it twice by mistake. */
static void
press(struct app *a, const struct key *k)
{
	struct event e = {.kind = EVENT_KEY, .ms = a->ms + KEY_MS, .key = *k};

	app_handle(a, &e);
}

static void
type(struct app *a, const char *text)
{
	size_t left = strlen(text);

	while (left > 0) {
		uint32_t cp;
		size_t n = text_decode(text, left, &cp);
		struct key k;

		if (key_from_codepoint(&k, cp))
			press(a, &k);
		text += n;
		left -= n;
	}
}

static enum err
press_all(struct app *a, const char *keys)
{
	struct str text = {0};
	struct key k;
	enum keys_item item;

	while ((item = keys_next(&keys, &k, &text)) != KEYS_END && item != KEYS_BAD && !a->leave) {
		if (item == KEYS_KEY)
			press(a, &k);
		else
			type(a, str_text(&text));
	}
	str_release(&text);
	if (item == KEYS_BAD)
		return err_set(ERR_USAGE,
		    "no key \"%s\"; keys are a character, Enter, Esc, Down, Ctrl-Z ..., or [text]",
		    keys);
	return ERR_OK;
}

static void
print(const struct app *a, FILE *out)
{
	struct canvas c;
	struct str s = {0};

	canvas_init(&c, a->rows, a->columns, a->ascii);
	app_draw(a, &c);
	canvas_dump(&c, &s);
	fputs(str_text(&s), out);
	str_release(&s);
	canvas_release(&c);
}

enum err
tui_print(const struct tui_options *o, const char *name, int columns, int rows, const char *keys,
    FILE *out)
{
	struct desk d = {0};
	struct app a = {0};
	enum cmd place = place_by_name(name);
	bool first = strcmp(name, "welcome") == 0;
	enum err e;

	if (place == CMD_NONE && !first) {
		struct str names = {0};

		place_names(&names);
		str_add(&names, ", welcome");
		e = err_set(ERR_USAGE, "no screen \"%s\"; there are: %s", name, str_text(&names));
		str_release(&names);
		return e;
	}
	if (columns < APP_COLUMNS_MIN || columns > COLUMNS_MAX || rows < APP_ROWS_MIN ||
	    rows > ROWS_MAX)
		return err_set(ERR_USAGE, "size %dx%d is not between %dx%d and %dx%d", columns,
		    rows, APP_COLUMNS_MIN, APP_ROWS_MIN, COLUMNS_MAX, ROWS_MAX);
	e = first ? welcome_desk(&d, &o->desk, o->zone) : desk_open(&d, &o->desk);
	if (e == ERR_OK)
		e = app_init(&a, &d, o->ascii || !o->utf8, rows, columns);
	if (e == ERR_OK) {
		app_push(&a, day_new(&a));
		if (first)
			app_push(&a, welcome_new(&a, &o->desk, o->zone));
		else
			app_go(&a, place);
		e = press_all(&a, keys);
	}
	if (e == ERR_OK)
		print(&a, out);
	app_release(&a);
	desk_close(&d);
	return e;
}
