/*
 * Names one slip of the finger from a word: a letter too few, too many, another one, two exchanged.
 * The index is asked for each of them; a letter not typed is one that stands there, in whatever
 * alphabet. So it takes some hundred look-ups, however many clients there are.
 */
#include <string.h>

#include <frontdesk/text.h>

#include "records.h"

struct slips {
	struct store *s;
	enum client_key_kind kind;
	const char *word;
	struct str key; /* the last one read */
	struct words *out;
};

/* The first key at or after `from`; "" = none. */
static enum err
read_key(struct slips *w, const char *from)
{
	struct stmt st = stmt_begin(w->s, STMT_CLIENT_KEY_NEXT);

	str_clear(&w->key);
	stmt_bind_i64(&st, ":kind", w->kind);
	stmt_bind_text(&st, ":from", from);
	while (stmt_row(&st))
		str_add(&w->key, stmt_peek(&st, "key"));
	return stmt_end(&st);
}

/* The first `head` bytes of the word, another piece, and the word from `tail` on: if it is a key.
 */
static enum err
try_key(struct slips *w, size_t head, const char *piece, size_t n, size_t tail)
{
	struct str key = {0};
	enum err e;

	str_addn(&key, w->word, head);
	str_addn(&key, piece, n);
	str_add(&key, w->word + tail);
	e = read_key(w, str_text(&key));
	if (e == ERR_OK && key.n > 0 && strcmp(str_text(&w->key), str_text(&key)) == 0)
		words_add(w->out, str_text(&key));
	str_release(&key);
	return e;
}

/* Each letter that follows these first bytes in some key: before the word's own, or for it. */
static enum err
try_letters(struct slips *w, size_t head, size_t next)
{
	struct str from = {0};
	enum err e;

	str_addn(&from, w->word, head);
	e = read_key(w, str_text(&from));
	while (e == ERR_OK && w->key.n > 0 && strncmp(w->key.v, w->word, head) == 0) {
		uint32_t cp;
		size_t n = 0;

		if (w->key.n > head)
			n = text_decode(w->key.v + head, w->key.n - head, &cp);
		str_cut(&from, head);
		str_addn(&from, w->key.v + head, n);
		if (n > 0)
			e = try_key(w, head, from.v + head, n, head);
		if (e == ERR_OK && n > 0 && strncmp(from.v + head, w->word + head, n) != 0)
			e = try_key(w, head, from.v + head, n, next);
		/* Beyond all that go on with this letter; beyond the first bytes alone. */
		text_encode(&from, n > 0 ? 0x10ffff : 1);
		if (e == ERR_OK)
			e = read_key(w, str_text(&from));
	}
	str_release(&from);
	return e;
}

/* The slips at one letter, which ends before `next`. */
static enum err
try_place(struct slips *w, size_t at, size_t next)
{
	size_t after = next;
	uint32_t cp;
	enum err e;

	if (w->word[next] != '\0')
		after += text_decode(w->word + next, strlen(w->word + next), &cp);
	e = try_key(w, at, "", 0, next);
	if (e == ERR_OK && after > next) {
		struct str pair = {0};

		str_addn(&pair, w->word + next, after - next);
		str_addn(&pair, w->word + at, next - at);
		e = try_key(w, at, pair.v, pair.n, after);
		str_release(&pair);
	}
	return e == ERR_OK ? try_letters(w, at, next) : e;
}

enum err
client_near(struct store *s, enum client_key_kind kind, const char *word, struct words *out)
{
	struct slips w = {.s = s, .kind = kind, .word = word, .out = out};
	size_t n = strlen(word);
	enum err e = ERR_OK;

	if (text_letters(word) < CLIENT_SLIP_MIN)
		return ERR_OK;
	for (size_t at = 0, next; e == ERR_OK && at < n; at = next) {
		uint32_t cp;

		next = at + text_decode(word + at, n - at, &cp);
		e = try_place(&w, at, next);
	}
	if (e == ERR_OK)
		e = try_letters(&w, n, n);
	str_release(&w.key);
	return e;
}
