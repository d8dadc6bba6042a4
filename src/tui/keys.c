/* Names of keys. */
#include "keys.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include <frontdesk/mem.h>
#include <frontdesk/text.h>

static const char *const named[] = {"Enter", "Esc", "Tab", "Shift-Tab", "Space", "Backspace",
    "Delete", "Insert", "Up", "Down", "Left", "Right", "PgUp", "PgDn", "Home", "End", "F1", "F2",
    "F3", "F4", "F5", "F6", "F7", "F8", "F9", "F10", "F11", "F12"};

/* Control characters that have a key of their own; the others are Ctrl and a letter. */
static const struct {
	uint32_t cp;
	const char *name;
} controls[] = {{'\r', "Enter"}, {'\n', "Enter"}, {'\033', "Esc"}, {'\t', "Tab"}, {' ', "Space"},
    {'\b', "Backspace"}, {0x7F, "Backspace"}};

bool
key_from_codepoint(struct key *out, uint32_t cp)
{
	struct str s = {0};

	for (size_t i = 0; i < array_size(controls); i++) {
		if (controls[i].cp == cp) {
			snprintf(out->name, sizeof(out->name), "%s", controls[i].name);
			return true;
		}
	}
	if (cp >= 1 && cp <= 26) {
		snprintf(out->name, sizeof(out->name), "Ctrl-%c", (char)('A' + cp - 1));
		return true;
	}
	if (codepoint_width(cp) < 0)
		return false;
	text_encode(&s, cp);
	snprintf(out->name, sizeof(out->name), "%s", str_text(&s));
	str_release(&s);
	return true;
}

bool
key_from_name(struct key *out, const char *name, size_t n)
{
	uint32_t cp;

	if (n == 0 || n >= sizeof(out->name))
		return false;
	if (text_decode(name, n, &cp) == n)
		return cp > ' ' && key_from_codepoint(out, cp);
	memcpy(out->name, name, n);
	out->name[n] = '\0';
	for (size_t i = 0; i < array_size(named); i++) {
		if (strcmp(named[i], out->name) == 0)
			return true;
	}
	if (key_is_alt(out))
		return n == 5 && isalnum((unsigned char)name[4]);
	return n == 6 && strncmp(name, "Ctrl-", 5) == 0 && name[5] >= 'A' && name[5] <= 'Z';
}

bool
key_is_alt(const struct key *k)
{
	return strncmp(k->name, "Alt-", 4) == 0;
}

const char *
key_text(const struct key *k)
{
	uint32_t cp;
	size_t n = strlen(k->name);

	if (strcmp(k->name, "Space") == 0)
		return " ";
	return n > 0 && text_decode(k->name, n, &cp) == n ? k->name : NULL;
}

bool
key_other_case(const struct key *k, struct key *out)
{
	unsigned char c = (unsigned char)k->name[0];

	if (!isalpha(c) || k->name[1] != '\0')
		return false;
	*out = (struct key){{(char)(islower(c) ? toupper(c) : tolower(c))}};
	return true;
}

enum keys_item
keys_next(const char **at, struct key *key, struct str *text)
{
	const char *s = *at + strspn(*at, " ");
	size_t n;

	*at = s;
	if (*s == '\0')
		return KEYS_END;
	if (s[0] == '[' && s[1] != ' ' && s[1] != '\0') {
		const char *end = strchr(s, ']');

		if (end == NULL)
			return KEYS_BAD;
		str_clear(text);
		str_addn(text, s + 1, (size_t)(end - s - 1));
		*at = end + 1;
		return KEYS_TEXT;
	}
	n = 1 + strcspn(s + 1, " [");
	if (!key_from_name(key, s, n))
		return KEYS_BAD;
	*at = s + n;
	return KEYS_KEY;
}
