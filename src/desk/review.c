/* Notes that came with an import are read once for words that name a flag (design: desk.md 6). */
#include <frontdesk/desk_health.h>

#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>

#include "health.h"
#include "side.h"

void
note_found_list_release(struct note_found_list *l)
{
	for (size_t i = 0; i < l->n; i++) {
		free((char *)l->v[i].note.record);
		free((char *)l->v[i].note.note);
		words_release(&l->v[i].codes);
	}
	free(l->v);
	*l = (struct note_found_list){0};
}

struct reading {
	struct vocabulary_keys keys;
	struct note_found_list *out;
};

/* "condition:disc": every word of the vocabulary that stands in the note. */
static void
find_words(const struct vocabulary_keys *keys, const char *note, struct words *out)
{
	struct str folded = {0};

	vocabulary_fold(&folded, note);
	for (size_t i = 0; i < keys->n; i++) {
		const struct vocabulary_word *w = keys->v[i].word;
		struct str code = {0};

		if (!vocabulary_key_in(&keys->v[i], str_text(&folded)))
			continue;
		str_addf(&code, "%s:%s", vocabulary_kind_word(w->kind), w->code);
		(void)words_add(out, str_text(&code));
		str_release(&code);
	}
	str_release(&folded);
}

static bool
read_note(void *arg, const struct note_seen *n)
{
	struct reading *r = arg;
	struct note_found found = {0};

	find_words(&r->keys, n->note, &found.codes);
	if (found.codes.n == 0)
		return true;
	found.note = *n;
	found.note.record = xstrdup(n->record);
	found.note.note = xstrdup(n->note);
	*list_push(r->out) = found;
	return true;
}

static enum err
read_notes(struct desk *d, int64_t client_id, struct note_found_list *out)
{
	struct reading r = {.out = out};
	enum err e;

	vocabulary_keys_add(&r.keys, &d->practice.vocabulary, VOCABULARY_CONDITION);
	vocabulary_keys_add(&r.keys, &d->practice.vocabulary, VOCABULARY_MEDICATION);
	e = store_notes_unreviewed(d->store, client_id, read_note, &r);
	vocabulary_keys_release(&r.keys);
	return e;
}

enum err
desk_notes_to_review(struct desk *d, int64_t client_id, struct note_found_list *out)
{
	struct ids clients = {0};
	enum err e = desk_may_see_private(d);

	if (e == ERR_OK)
		e = read_notes(d, client_id, out);
	for (size_t i = 0; i < out->n; i++)
		*list_push(&clients) = out->v[i].note.client_id;
	if (e == ERR_OK)
		e = health_opened_all(d, &clients);
	ids_release(&clients);
	return e;
}

static bool
is_one(void *arg, const struct note_seen *n)
{
	(void)n;
	*(bool *)arg = true;
	return false;
}

/* Most clients have none: the words are only looked for where there is one. */
enum err
desk_note_waits(struct desk *d, int64_t client_id, bool *out)
{
	struct note_found_list l = {0};
	enum err e;

	*out = false;
	e = store_notes_unreviewed(d->store, client_id, is_one, out);
	if (e == ERR_OK && *out) {
		e = read_notes(d, client_id, &l);
		*out = l.n > 0;
	}
	note_found_list_release(&l);
	return e;
}

/* Adds one word, "condition:disc", to what is told. */
static enum err
take_word(struct desk *d, struct intake *in, const char *word)
{
	const struct intake_habits habits = desk_intake_habits(d);
	const char *code = strchr(word, ':');
	struct str add = {0};
	enum intake_field field = INTAKE_CONDITIONS;
	enum err e;

	if (code != NULL && strncmp(word, "medication:", strlen("medication:")) == 0)
		field = INTAKE_MEDICATIONS;
	str_addf(&add, "+%s", code != NULL ? code + 1 : word);
	e = intake_set(in, &habits, field, str_text(&add));
	str_release(&add);
	return e;
}

static enum err
take_words(struct desk *d, int64_t client_id, char *const *codes, size_t n)
{
	struct intake in = {0};
	enum err e = store_intake(d->store, client_id, &in);

	in.client_id = client_id;
	in.source = INTAKE_FROM_PAPER;
	in.version = INTAKE_IS_UPDATE;
	xstrset(&in.note, "");
	for (size_t i = 0; i < n && e == ERR_OK; i++)
		e = take_word(d, &in, codes[i]);
	if (e == ERR_OK)
		e = store_intake_add(d->store, &in);
	intake_release(&in);
	return e;
}

/* Whose note it is, and that nobody has read it yet. */
static enum err
find_note(struct desk *d, const char *record, int64_t id, int64_t *client_id)
{
	struct note_found_list l = {0};
	enum err e = desk_may_see_private(d);

	*client_id = 0;
	if (e == ERR_OK)
		e = read_notes(d, 0, &l);
	for (size_t i = 0; i < l.n; i++)
		if (l.v[i].note.id == id && strcmp(l.v[i].note.record, record) == 0)
			*client_id = l.v[i].note.client_id;
	note_found_list_release(&l);
	if (e == ERR_OK && *client_id == 0)
		e = err_set(
		    ERR_NOT_FOUND, "no note %s #%lld waits to be read", record, (long long)id);
	return e;
}

enum err
desk_note_review(struct desk *d, const char *record, int64_t id, char *const *codes, size_t n)
{
	struct store_step step = desk_step(d, "Read a note");
	const bool none = n == 1 && strcmp(codes[0], "none") == 0;
	int64_t client_id;
	enum err e;

	if (n == 0)
		return err_set(
		    ERR_USAGE, "a note is read with the words of it that are right, or none");
	e = store_begin(d->store, &step);
	if (e != ERR_OK)
		return e;
	e = find_note(d, record, id, &client_id);
	if (e == ERR_OK)
		e = health_opened_inside(d, client_id);
	if (e == ERR_OK && !none)
		e = take_words(d, client_id, codes, n);
	if (e == ERR_OK)
		e = store_note_reviewed(d->store, record, id);
	if (e == ERR_OK)
		e = health_relabel(d, "Read a note of", client_id);
	return desk_end(d, e, false);
}
