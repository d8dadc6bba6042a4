/* The real program on the demonstration practice of Monday 23 November 2026, worked by the keys of
 * `screen --keys`. */
#ifndef DEMO_H
#define DEMO_H

#include "pty.h"

#include "../desk/desk_fixture.h"

#include <frontdesk/desk_file.h>

#include "../../src/tui/keys.h"

/* Makes it at fixture_path. */
static inline void
demo_make(void)
{
	const struct desk_options o = fixture_options("rita");
	const struct demo usual = DEMO_DEFAULT;

	fixture_remove();
	if (desk_demo(&o, &usual) != ERR_OK) {
		printf("Bail out! demo: %s\n", err_message());
		exit(1);
	}
}

/* What a terminal sends for a key. */
static inline void
demo_bytes(const struct key *k, struct str *out)
{
	static const struct {
		const char *name, *bytes;
	} keys[] = {
	    {"Enter", "\r"},
	    {"Esc", "\033"},
	    {"Tab", "\t"},
	    {"Space", " "},
	    {"Backspace", "\177"},
	    {"Up", "\033OA"},
	    {"Down", "\033OB"},
	    {"Right", "\033OC"},
	    {"Left", "\033OD"},
	};

	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		if (strcmp(k->name, keys[i].name) == 0) {
			str_add(out, keys[i].bytes);
			return;
		}
	}
	if (strncmp(k->name, "Ctrl-", 5) == 0)
		str_addc(out, (char)(k->name[5] & 0x1F));
	else
		str_add(out, k->name);
}

/* Presses the keys; false: the program does not answer, or there is no such key. */
static inline bool
demo_keys(struct pty *p, const char *keys)
{
	struct str text = {0}, bytes = {0};
	bool good = true;
	enum keys_item item;
	struct key k;

	while (good && (item = keys_next(&keys, &k, &text)) != KEYS_END) {
		str_clear(&bytes);
		if (item == KEYS_KEY)
			demo_bytes(&k, &bytes);
		good = item == KEYS_TEXT ? pty_type(p, str_text(&text))
		    : item == KEYS_KEY   ? pty_send(p, str_text(&bytes), 1)
					 : false;
	}
	str_release(&text);
	str_release(&bytes);
	return good;
}

static inline void
demo_show(struct pty *p)
{
	struct str s = {0};

	for (int row = 0; row < p->rows; row++) {
		str_add(&s, "# ");
		pty_row(p, row, &s);
	}
	printf("%s", str_text(&s));
	str_release(&s);
}

/* The text stands on the screen; all of it is shown when not. */
static inline void
demo_sees(struct pty *p, const char *text, const char *what)
{
	bool sees = pty_shows(p, text);

	ok(sees, "%s: %s", what, text);
	if (!sees)
		demo_show(p);
}

#endif
