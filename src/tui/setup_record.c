/*
 * The dialog of a therapist, room, service, person, word or flag: its fields are the list in the
 * desk's header.
 */
#include "setup.h"

#include <stdlib.h>
#include <string.h>

#include <frontdesk/desk_health.h>
#include <frontdesk/desk_person.h>
#include <frontdesk/mem.h>

#include "dialog.h"

/* What they have in common. */
struct kind {
	const char *what;
	const char *const *names, *const *labels, *const *help;
	size_t n;
	enum err (*save)(struct desk *d, int64_t *id, char *const *fields, size_t n);
	enum err (*archive)(struct desk *d, int64_t id, bool archived);
	void (*say)(const struct desk *d, int64_t id, size_t field, struct str *out);
};

#define FIELD(field, label, help) #field,
#define LABEL(field, label, help) label,
#define HELP(field, label, help) help,
#define FIELDS(name, LIST) \
	static const char *const name##_names[] = {LIST(FIELD)}; \
	static const char *const name##_labels[] = {LIST(LABEL)}; \
	static const char *const name##_help[] = {LIST(HELP)};
#define KIND(name, what, LIST) \
	FIELDS(name, LIST) \
	static const struct kind name##_kind = {what, name##_names, name##_labels, name##_help, \
	    array_size(name##_labels), desk_##name##_save, desk_##name##_archive, \
	    desk_##name##_say};
KIND(therapist, "therapist", THERAPIST_FIELD_LIST)
KIND(room, "room", ROOM_FIELD_LIST)
KIND(service, "service", SERVICE_FIELD_LIST)
KIND(person, "person", PERSON_FIELD_LIST)
KIND(flag_rule, "flag", FLAG_FIELD_LIST)
FIELDS(word, VOCABULARY_FIELD_LIST)
#undef KIND
#undef FIELDS
#undef HELP
#undef LABEL
#undef FIELD

#define X(kind, word, help) \
	static enum err save_##kind(struct desk *d, int64_t *id, char *const *fields, size_t n) \
	{ \
		return desk_vocabulary_save(d, VOCABULARY_##kind, id, fields, n); \
	}
VOCABULARY_LIST(X)
#undef X
static const struct kind word_kinds[] = {
#define X(kind, what, help) \
	{what, word_names, word_labels, word_help, array_size(word_labels), save_##kind, \
	    desk_vocabulary_archive, desk_vocabulary_say},
    VOCABULARY_LIST(X)
#undef X
};

/* What a section lists; NULL: no records, or there is no such section. words: of KIND. */
static const struct kind *
kind_at(long long section, long long words)
{
	static const struct kind *const kinds[SETUP_SECTION_COUNT] = {
	    [SETUP_THERAPISTS] = &therapist_kind,
	    [SETUP_ROOMS] = &room_kind,
	    [SETUP_SERVICES] = &service_kind,
	    [SETUP_PERSONS] = &person_kind,
	    [SETUP_FLAGS] = &flag_rule_kind,
	};

	if (section < 0 || section >= SETUP_SECTION_COUNT || words < 0 ||
	    words >= (long long)array_size(word_kinds))
		return NULL;
	return section == SETUP_KIND ? &word_kinds[words] : kinds[section];
}

static const struct kind *
kind_of(const struct setup *s)
{
	return kind_at(s->section, s->kind);
}

struct record {
	struct dialog dialog; /* first */
	struct standing list; /* where it stands */
	const struct kind *kind;
	int64_t id;
	char **before; /* owned; what each field said when the dialog was opened */
};

static const char *
name_of(const struct app *a, const struct kind *k, int64_t id, struct str *out)
{
	enum { NAME = 1 }; /* of every list */

	k->say(a->desk, id, NAME, out);
	return str_text(out);
}

/* The field that the sentence names: "name: …", "… needs a code: code=mia", "the code …". */
static size_t
at_fault(const struct record *r, const char *sentence)
{
	for (size_t i = 0; i < r->kind->n; i++) {
		size_t n = strlen(r->kind->names[i]);

		if (strncmp(sentence, r->kind->names[i], n) == 0 && sentence[n] == ':')
			return i;
	}
	for (size_t i = 0; i < r->kind->n; i++) {
		struct str word = {0};
		bool named;

		str_addf(&word, " %s", r->kind->names[i]);
		named = strstr(sentence, str_text(&word)) != NULL;
		str_release(&word);
		if (named)
			return i;
	}
	return r->dialog.at;
}

/* What was changed, as FIELD=VALUE; of a new one what is there. */
static void
changed_fields(const struct record *r, struct words *out)
{
	for (size_t i = 0; i < r->dialog.n; i++) {
		struct str word = {0};

		if (strcmp(dialog_text(&r->dialog, i), r->before[i]) == 0)
			continue;
		str_addf(&word, "%s=%s", r->kind->names[i], dialog_text(&r->dialog, i));
		*list_push(out) = str_take(&word);
	}
}

static bool
record_save(struct dialog *d, const char *yes)
{
	struct record *r = (struct record *)d;
	struct app *a = d->view.app;
	struct words fields = {0};
	struct str name = {0};
	bool is_new = r->id == 0;
	enum err e = ERR_OK;

	(void)yes;
	changed_fields(r, &fields);
	if (fields.n > 0 || is_new)
		e = r->kind->save(a->desk, &r->id, fields.v, fields.n);
	if (e != ERR_OK) {
		dialog_fail(d, at_fault(r, err_message()));
	} else if (fields.n > 0 || is_new) {
		app_changed(a);
		app_say(a, ROLE_MESSAGE, "%s %s %s.  u Undo", is_new ? "Added" : "Changed",
		    r->kind->what, name_of(a, r->kind, r->id, &name));
	}
	str_release(&name);
	words_release(&fields);
	return e == ERR_OK;
}

static void
record_release(struct dialog *d)
{
	struct record *r = (struct record *)d;

	for (size_t i = 0; i < d->n; i++)
		free(r->before[i]);
	free(r->before);
}

/* Its fields still empty. */
static struct record *
make(struct app *a, const struct standing *list, int64_t id)
{
	const struct kind *k = kind_at(list->list, list->of);
	struct str title = {0}, name = {0};
	struct record *r;

	if (id == 0)
		str_addf(&title, "New %s", k->what);
	else
		str_addf(&title, "Change %s %s", k->what, name_of(a, k, id, &name));
	r = dialog_new(a, sizeof(*r), &setup_record_ops, str_text(&title), k->labels, k->n);
	r->list = *list;
	r->kind = k;
	r->id = id;
	r->before = xcalloc(k->n, sizeof(*r->before));
	for (size_t i = 0; i < k->n; i++) {
		struct str value = {0};

		if (id != 0)
			k->say(a->desk, id, i, &value);
		r->dialog.fields[i].hint = k->help[i];
		r->before[i] = xstrdup(str_text(&value));
		str_release(&value);
	}
	str_release(&title);
	str_release(&name);
	return r;
}

/* What a draft keeps beside the fields: three numbers. */
static void
record_context(const struct dialog *d, struct str *out)
{
	const struct record *r = (const struct record *)d;

	str_addf(out, "%d %lld %lld", r->list.list, (long long)r->list.of, (long long)r->id);
}

static struct dialog *
record_reopen(struct app *a, const char *text)
{
	long long k[3];
	struct record *r;
	char *end = NULL;

	for (size_t i = 0; i < array_size(k); i++, text = end) {
		k[i] = strtoll(text, &end, 10);
		if (end == text)
			return NULL;
	}
	if (kind_at(k[0], k[1]) == NULL)
		return NULL;
	r = make(a, &(struct standing){CMD_SETUP, (int)k[0], k[1], 0}, k[2]);
	r->dialog.view.over = r->list;
	return &r->dialog;
}

const struct dialog_ops setup_record_ops = {
    .kind = "record",
    .save = record_save,
    .release = record_release,
    .context = record_context,
    .reopen = record_reopen,
};

void
setup_record_push(const struct setup *s, int64_t id)
{
	struct record *r = make(s->view.app,
	    &(struct standing){CMD_SETUP, (int)s->section, (int64_t)s->kind, s->scroll.at}, id);

	for (size_t i = 0; i < r->dialog.n; i++)
		dialog_set(&r->dialog, i, r->before[i], 0);
	dialog_push(&r->dialog);
}

/* --- Archiving ------------------------------------------------------------------------------- */

static bool
collect(void *arg, const struct appt *appt)
{
	appt_copy(list_push((struct appt_list *)arg), appt);
	return true;
}

/* Who or what is archived keeps its bookings: somebody must see to them. */
static enum err
to_come(struct app *a, enum setup_section section, int64_t id, struct appt_list *out)
{
	struct appt_query q = {.from = desk_now(a->desk), .until = INT64_MAX, .holds_only = true};

	if (section == SETUP_THERAPISTS)
		q.therapist_id = id;
	else if (section == SETUP_ROOMS)
		q.room_id = id;
	else
		return ERR_OK;
	return store_appts(a->desk->store, &q, collect, out);
}

void
setup_record_archive(const struct setup *s, int64_t id, bool archived)
{
	const struct kind *k = kind_of(s);
	struct app *a = s->view.app;
	struct appt_list way = {0};
	struct str name = {0};
	enum err e = k->archive(a->desk, id, archived);

	if (e == ERR_OK && archived)
		e = to_come(a, s->section, id, &way);
	if (e != ERR_OK) {
		app_say_error(a);
	} else {
		app_changed(a);
		app_say(a, ROLE_MESSAGE, "%s %s.%s  u Undo", archived ? "Archived" : "Took back",
		    name_of(a, k, id, &name), way.n > 0 ? " What is booked stays booked." : "");
		setup_show_way(a, &way);
	}
	str_release(&name);
	appt_list_release(&way);
}
