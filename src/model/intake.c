/* An intake as a record: its fields, its words, copying it and giving it back. */
#include <frontdesk/intake.h>

#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>

#include "phrase.h"

/* A kind of the list in the header; PRESSURE is a field, too. */
#define KIND_MANY INTAKE_MANY
#define KIND_ONE INTAKE_ONE
#define KIND_CHOICE INTAKE_CHOICE
#define KIND_CHOICES INTAKE_CHOICES
#define KIND_SCALE INTAKE_SCALE
#define KIND_PRESSURE INTAKE_IS_PRESSURE
#define KIND_DATE INTAKE_DATE
#define KIND_WORDS INTAKE_WORDS

const struct intake_field_row intake_field_rows[INTAKE_FIELD_COUNT] = {
#define X(id, word, kind, choices, section, label) \
	{word, choices, label, KIND_##kind, INTAKE_SECTION_##section},
    INTAKE_FIELD_LIST(X)
#undef X
};

static const char *const field_words[] = {
#define X(id, word, kind, choices, section, label) word,
    INTAKE_FIELD_LIST(X)
#undef X
};

enum err
intake_field_find(const char *word, enum intake_field *out)
{
	size_t i;
	enum err err = word_pick(word, field_words, array_size(field_words), &i);

	if (err == ERR_OK)
		*out = (enum intake_field)i;
	return err;
}

const char *
intake_section_title(enum intake_section s)
{
	static const char *const titles[] = {
#define X(id, title, private) title,
		INTAKE_SECTION_LIST(X)
#undef X
	};

	return titles[s];
}

bool
intake_section_is_private(enum intake_section s)
{
	static const bool is_private[] = {
#define X(id, title, private) private,
		INTAKE_SECTION_LIST(X)
#undef X
	};

	return is_private[s];
}

static const char *const source_words[] = {
#define X(id, word) word,
    INTAKE_SOURCE_LIST(X)
#undef X
};

const char *
intake_source_word(enum intake_source s)
{
	return source_words[s];
}

enum err
intake_source_find(const char *word, enum intake_source *out)
{
	size_t i;
	enum err err = word_pick(word, source_words, array_size(source_words), &i);

	if (err == ERR_OK)
		*out = (enum intake_source)i;
	return err;
}

static const char *const version_words[] = {
#define X(id, word) word,
    INTAKE_VERSION_LIST(X)
#undef X
};

const char *
intake_version_word(enum intake_version v)
{
	return version_words[v];
}

enum err
intake_version_find(const char *word, enum intake_version *out)
{
	size_t i;
	/* "no change" is not told along with answers. */
	enum err err = word_pick(word, version_words, INTAKE_IS_NO_CHANGE, &i);

	if (err == ERR_OK)
		*out = (enum intake_version)i;
	return err;
}

void
intake_init(struct intake *in)
{
	*in = (struct intake){.who = xstrdup(""), .note = xstrdup("")};
}

void
intake_release(struct intake *in)
{
	free(in->who);
	free(in->note);
	for (size_t i = 0; i < in->items.n; i++) {
		free(in->items.v[i].code);
		free(in->items.v[i].text);
	}
	free(in->items.v);
	region_list_release(&in->regions);
	*in = (struct intake){0};
}

void
intake_list_release(struct intake_list *l)
{
	for (size_t i = 0; i < l->n; i++)
		intake_release(&l->v[i]);
	free(l->v);
	*l = (struct intake_list){0};
}

void
intake_copy(struct intake *to, const struct intake *from)
{
	struct intake in = *from;

	in.who = xstrdup(str_or_empty(from->who));
	in.note = xstrdup(str_or_empty(from->note));
	memset(&in.items, 0, sizeof(in.items));
	for (size_t i = 0; i < from->items.n; i++) {
		struct intake_item *item = list_push(&in.items);

		*item = from->items.v[i];
		item->code = xstrdup(str_or_empty(item->code));
		item->text = xstrdup(str_or_empty(item->text));
	}
	in.regions = (struct region_list){0};
	for (size_t i = 0; i < from->regions.n; i++)
		*list_push(&in.regions) = from->regions.v[i];
	*to = in;
}

bool
intake_empty(const struct intake *in)
{
	return in->items.n == 0 && in->regions.n == 0 && str_or_empty(in->note)[0] == '\0';
}

const struct intake_item *
intake_item(const struct intake *in, enum intake_field field)
{
	for (size_t i = 0; i < in->items.n; i++)
		if (in->items.v[i].field == field)
			return &in->items.v[i];
	return NULL;
}
