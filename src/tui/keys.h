/*
 * Keys by the names that commands.def uses: a printable character as it is, else "Enter", "Esc",
 * "Ctrl-A", "F2" …. There is no other code for a key above terminal.c.
 */
#ifndef TUI_KEYS_H
#define TUI_KEYS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <frontdesk/command.h>
#include <frontdesk/str.h>

struct key {
	char name[COMMAND_KEY_SIZE];
};

/* The key of a code point as a terminal sends it (13 is Enter, 1 is Ctrl-A); false: it is none. */
bool key_from_codepoint(struct key *out, uint32_t cp);
/* By name; false: there is no such key. */
bool key_from_name(struct key *out, const char *name, size_t n);
/* What the key writes into a prompt; NULL: nothing. */
const char *key_text(const struct key *k);
/* A letter or figure with Alt ("Alt-n"), which no command is on. */
bool key_is_alt(const struct key *k);
/* The letter in its other case, for "Caps Lock?"; false: not a letter of ASCII. */
bool key_other_case(const struct key *k, struct key *out);

/*
 * The next item of the keys of `screen --keys`: a key, or "[text]", which types the text ("[" alone
 * is the key). *at moves behind it. The text is put into *text.
 */
enum keys_item { KEYS_END, KEYS_KEY, KEYS_TEXT, KEYS_BAD };
enum keys_item keys_next(const char **at, struct key *key, struct str *text);

#endif
