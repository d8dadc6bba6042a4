/* What a client tells, kept version by version; and who opened it. */
#include <frontdesk/desk_health.h>

#include <stdlib.h>
#include <string.h>

#include <frontdesk/desk_person.h>
#include <frontdesk/mem.h>

#include "health.h"
#include "side.h"

bool
desk_sees_private(const struct desk *d)
{
	const struct person *me = desk_me(d);

	return me != NULL ? me->role == PERSON_OWNER || me->role == PERSON_THERAPIST
			  : !desk_has_persons(d);
}

enum err
desk_may_see_private(const struct desk *d)
{
	if (desk_sees_private(d))
		return ERR_OK;
	return err_set(
	    ERR_REFUSED, "that is the therapists' and the owner's; you are %s", d->options.who);
}

enum err
health_label(struct desk *d, const char *verb, int64_t client_id, struct str *out)
{
	struct client c;
	enum err e;

	client_init(&c);
	e = store_client(d->store, client_id, &c);
	str_addf(out, "%s ", verb);
	if (e == ERR_OK)
		client_full_name(out, c.first,
		    client_shown_last(c.first, c.last, c.preferred, c.phone),
		    &d->practice.settings);
	client_release(&c);
	return e;
}

enum err
health_relabel(struct desk *d, const char *verb, int64_t client_id)
{
	struct str label = {0};
	enum err e = health_label(d, verb, client_id, &label);

	if (e == ERR_OK)
		store_relabel(d->store, str_text(&label), NULL);
	str_release(&label);
	return e;
}

/* --- Who opened it --------------------------------------------------------------------------- */

static const char opened[] = "Opened health";

struct opening {
	const char *who;
	bool found;
};

static bool
is_opening(void *arg, const struct audit *a)
{
	struct opening *o = arg;

	o->found = strcmp(a->action, opened) == 0 && strcmp(a->who, o->who) == 0;
	return !o->found;
}

/* Somebody who opens the same record all day long leaves one line. */
static enum err
was_opened(struct desk *d, int64_t client_id, bool *out)
{
	const int64_t now = desk_utc(d);
	struct opening o = {.who = d->options.who};
	const struct audit_query q = {.from = now - now % 86400,
	    .until = now + 1,
	    .record = "intake",
	    .record_id = client_id};
	enum err e = store_audit(d->store, &q, is_opening, &o);

	*out = o.found;
	return e;
}

enum err
health_opened_inside(struct desk *d, int64_t client_id)
{
	bool was = false;
	enum err e = was_opened(d, client_id, &was);

	return e != ERR_OK || was ? e : store_audit_add(d->store, "intake", client_id, opened);
}

/* One step for all that are new to this person today; none when there are none. */
static enum err
note_opened(struct desk *d, const struct ids *clients)
{
	struct store_step step = desk_note_step(d, opened);
	bool all = true;
	enum err e = ERR_OK;

	for (size_t i = 0; i < clients->n && all && e == ERR_OK; i++)
		e = was_opened(d, clients->v[i], &all);
	if (e != ERR_OK || all)
		return e;
	step.no_undo = true;
	e = store_begin(d->store, &step);
	if (e != ERR_OK)
		return e;
	for (size_t i = 0; i < clients->n && e == ERR_OK; i++)
		e = health_opened_inside(d, clients->v[i]);
	return desk_end(d, e, false);
}

/*
 * Where persons are set up, nobody else reads health. A file that cannot be written keeps no trace;
 * it is read all the same.
 */
enum err
health_opened_all(struct desk *d, const struct ids *clients)
{
	if (desk_has_persons(d) && desk_me(d) == NULL)
		return err_set(ERR_REFUSED, "health is for the persons set up here; %s is none",
		    d->options.who);
	return store_read_only(d->store) ? ERR_OK : note_opened(d, clients);
}

enum err
health_opened(struct desk *d, int64_t client_id)
{
	return health_opened_all(d, &(const struct ids){.v = &client_id, .n = 1});
}

/* --- Versions -------------------------------------------------------------------------------- */

/* What is not for these eyes is as if it were not told. */
static void
hide_private(const struct desk *d, struct intake *in)
{
	size_t kept = 0;

	if (desk_sees_private(d))
		return;
	for (size_t i = 0; i < in->items.n; i++) {
		struct intake_item *item = &in->items.v[i];

		if (intake_section_is_private(intake_field_rows[item->field].section)) {
			free(item->code);
			free(item->text);
		} else {
			in->items.v[kept++] = *item;
		}
	}
	in->items.n = kept;
	xstrset(&in->note, "");
}

enum err
desk_intake(struct desk *d, int64_t client_id, struct intake *out)
{
	enum err e = health_opened(d, client_id);

	*out = (struct intake){0};
	if (e == ERR_OK)
		e = store_intake(d->store, client_id, out);
	out->client_id = client_id;
	hide_private(d, out);
	return e;
}

enum err
desk_intake_version(struct desk *d, int64_t client_id, int64_t id, struct intake *out)
{
	enum err e = health_opened(d, client_id);

	*out = (struct intake){0};
	if (e == ERR_OK)
		e = store_intake_version(d->store, id, out);
	if (e == ERR_OK && out->client_id != client_id)
		e = err_set(ERR_NOT_FOUND, "this client has no intake #%lld", (long long)id);
	hide_private(d, out);
	return e;
}

enum err
desk_intakes(struct desk *d, int64_t client_id, struct intake_list *out)
{
	enum err e = health_opened(d, client_id);

	if (e == ERR_OK)
		e = store_intakes(d->store, client_id, out);
	for (size_t i = 0; i < out->n; i++)
		hide_private(d, &out->v[i]);
	return e;
}

enum err
desk_intake_stamp(struct desk *d, int64_t client_id, int64_t *out)
{
	struct intake in = {0};
	enum err e = store_intake(d->store, client_id, &in);

	*out = in.id != 0 ? in.stamped_at : 0;
	intake_release(&in);
	return e;
}

/* --- Telling --------------------------------------------------------------------------------- */

/* "lbL7" puts a place, "lbL=" takes all out that is said of it. */
static enum err
set_place(struct intake *in, const struct vocabulary *l, const char *word)
{
	const size_t n = strlen(word);
	struct region region;
	char *place = xstrndup(word, word[n - 1] == '=' ? n - 1 : n);
	enum err e = region_parse(l, place, &region);

	free(place);
	if (e == ERR_OK && word[n - 1] == '=')
		region_drop(&in->regions, region.code, region.side);
	else if (e == ERR_OK)
		region_put(&in->regions, &region);
	return e;
}

static enum err
set_field(struct intake *in, const struct intake_habits *h, const char *name, const char *value)
{
	enum intake_field field;
	enum err e;

	if (strcmp(name, "source") == 0)
		return intake_source_find(value, &in->source);
	if (strcmp(name, "version") == 0)
		return intake_version_find(value, &in->version);
	if (strcmp(name, "note") == 0) {
		xstrset(&in->note, value);
		return ERR_OK;
	}
	e = intake_field_find(name, &field);
	return e == ERR_OK ? intake_set(in, h, field, value) : e;
}

/* One word: a place of the body, or FIELD=VALUE. */
static enum err
set_word(struct intake *in, const struct intake_habits *h, const char *word)
{
	const char *is = strchr(word, '=');
	char *name;
	enum err e;

	if (region_looks_like(h->words, word))
		return set_place(in, h->words, word);
	if (is == NULL)
		return err_set(ERR_USAGE,
		    "\"%s\" is neither a place of the body (lbL7) nor FIELD=VALUE", word);
	if (*word == '+' || *word == '-')
		return err_set(ERR_USAGE,
		    "\"%s\": the sign stands behind the \"=\", as in %.*s=%c%s", word,
		    (int)(is - word) - 1, word + 1, *word, is + 1);
	name = xstrndup(word, (size_t)(is - word));
	e = set_field(in, h, name, is + 1);
	free(name);
	return e;
}

/* What a word tells, by itself: nothing of what was told before. As typed when it takes away. */
static void
say_word(const struct intake_habits *h, const char *word, struct str *out)
{
	struct intake alone;
	struct str one = {0};

	str_add(out, out->n > 0 ? "; " : "");
	intake_init(&alone);
	if (set_word(&alone, h, word) == ERR_OK) {
		for (enum intake_field f = 0; f < INTAKE_FIELD_COUNT; f++)
			if (intake_item(&alone, f) != NULL) {
				str_addf(&one, "%s: ", intake_field_rows[f].label);
				intake_say(&one, &alone, h->words, f);
			}
		if (alone.regions.n > 0)
			region_say(&one, h->words, &alone.regions.v[0]);
	}
	str_add(out, one.n > 0 ? str_text(&one) : word);
	str_release(&one);
	intake_release(&alone);
}

/* The newest version, to be told on; base_id INTAKE_NEWEST: whichever that is. */
static enum err
read_base(struct desk *d, int64_t client_id, int64_t base_id, struct intake *out)
{
	enum err e = store_intake(d->store, client_id, out);

	if (e == ERR_OK && base_id != INTAKE_NEWEST && out->id != base_id)
		e = err_set(ERR_BUSY, "%s told something new of this client meanwhile; look again",
		    str_or_empty(out->who));
	out->client_id = client_id;
	return e;
}

static enum err
tells_something(const struct desk *d, const struct intake *was, const struct intake *now)
{
	struct str changes = {0};
	enum err e = ERR_OK;

	intake_changes(&changes, was, now, &d->practice.vocabulary);
	if (changes.n == 0)
		e = err_set(ERR_REFUSED,
		    was->id != 0 ? "that tells nothing new; \"no change\" is for that"
				 : "nothing is told yet");
	str_release(&changes);
	return e;
}

static enum err
words_inside(struct desk *d, int64_t client_id, int64_t base_id, char *const *words, size_t n,
    struct str *said)
{
	const struct intake_habits habits = desk_intake_habits(d);
	struct intake was = {0}, now = {0};
	enum err e = read_base(d, client_id, base_id, &was);

	if (e == ERR_OK)
		intake_copy(&now, &was);
	now.source = INTAKE_FROM_DESK;
	now.version = INTAKE_IS_UPDATE;
	/* A note is of its version; that it has none is nothing new. */
	xstrset(&was.note, "");
	xstrset(&now.note, "");
	for (size_t i = 0; i < n && e == ERR_OK; i++)
		e = set_word(&now, &habits, words[i]);
	if (e == ERR_OK)
		e = tells_something(d, &was, &now);
	if (e == ERR_OK)
		e = store_intake_add(d->store, &now);
	if (e == ERR_OK)
		e = health_relabel(d, "Intake of", client_id);
	for (size_t i = 0; i < n && e == ERR_OK && said != NULL; i++)
		say_word(&habits, words[i], said);
	intake_release(&was);
	intake_release(&now);
	return e;
}

enum err
desk_intake_tell(struct desk *d, int64_t client_id, int64_t base_id, char *const *words, size_t n,
    struct str *said)
{
	struct store_step step = desk_step(d, "Intake");
	enum err e = store_begin(d->store, &step);

	if (e != ERR_OK)
		return e;
	return desk_end(d, words_inside(d, client_id, base_id, words, n, said), false);
}

enum err
desk_intake_words(struct desk *d, int64_t client_id, int64_t base_id, char *const *words, size_t n)
{
	return desk_intake_tell(d, client_id, base_id, words, n, NULL);
}

enum err
desk_intake_named(struct desk *d, int64_t client_id, char *const *words, size_t n, struct str *out)
{
	const struct intake_habits habits = desk_intake_habits(d);
	const bool all = desk_sees_private(d);
	struct intake alone, now = {0};
	enum err e = all ? store_intake(d->store, client_id, &now) : ERR_OK;

	intake_init(&alone);
	for (size_t i = 0; i < n && e == ERR_OK; i++)
		(void)(set_word(&alone, &habits, words[i]) == ERR_OK); /* "-disc" of nothing */
	if (e == ERR_OK)
		intake_say_named(out, &alone, all ? &now : &alone, &d->practice.vocabulary);
	intake_release(&alone);
	intake_release(&now);
	return e;
}

static enum err
no_change_inside(struct desk *d, int64_t client_id)
{
	struct intake was = {0}, stamp;
	enum err e = store_intake(d->store, client_id, &was);

	intake_init(&stamp);
	if (e == ERR_OK && was.id == 0)
		e = err_set(ERR_REFUSED, "nothing was told of this client yet");
	stamp.client_id = client_id;
	stamp.source = INTAKE_FROM_DESK;
	stamp.version = INTAKE_IS_NO_CHANGE;
	if (e == ERR_OK)
		e = store_intake_add(d->store, &stamp);
	if (e == ERR_OK)
		e = health_relabel(d, "No change in health of", client_id);
	intake_release(&was);
	intake_release(&stamp);
	return e;
}

enum err
desk_no_change(struct desk *d, int64_t client_id)
{
	struct store_step step = desk_step(d, "No change in health");
	enum err e = store_begin(d->store, &step);

	return e == ERR_OK ? desk_end(d, no_change_inside(d, client_id), false) : e;
}

enum err
desk_hear_inside(struct desk *d, int64_t client_id, const char *heard)
{
	struct intake in = {0};
	enum err e = store_intake(d->store, client_id, &in);

	if (e == ERR_OK)
		e = facts_heard(d, heard, &in);
	in.client_id = client_id;
	in.source = INTAKE_FROM_PHONE;
	in.version = INTAKE_IS_UPDATE;
	xstrset(&in.note, "");
	if (e == ERR_OK && in.id == 0) /* else all of it was told before */
		e = store_intake_add(d->store, &in);
	intake_release(&in);
	return e;
}
