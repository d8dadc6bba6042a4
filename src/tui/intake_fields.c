/* The fields of the health form: what they say, how they are read, what is to be told of them. */
#include <stdlib.h>
#include <string.h>

#include <frontdesk/body.h>
#include <frontdesk/mem.h>

#include "intake_form.h"

bool
form_intake_field(size_t field, enum intake_field *out)
{
	if (field == FORM_PLACES || field >= FORM_NOTE)
		return false;
	*out = (enum intake_field)(field - (field > FORM_PLACES));
	return true;
}

size_t
form_field_of(enum intake_field f)
{
	return (size_t)f + (f >= INTAKE_PRESSURE);
}

/* Those that are no field of an intake. */
static const struct {
	const char *label, *hint, *section;
} others[] = {
    {"Where", "+trB focus, lbL7 pain, -ab avoid; 1 to 8 pick, Down shows; Ctrl-B the chart", NULL},
    {"Note", "For the therapist, of what is told now", "This time"},
    {"Told by", "Where it was told: desk when left empty", NULL},
    {"It is", "new, annual or update; update when left empty", NULL},
};

static size_t
other(size_t field)
{
	return field == FORM_PLACES ? 0 : field - FORM_NOTE + 1;
}

static const char *
kind_hint(enum intake_kind kind)
{
	switch (kind) {
	case INTAKE_MANY:
		return "Type, or Down shows what there is; Enter takes it";
	case INTAKE_ONE:
	case INTAKE_CHOICE:
	case INTAKE_CHOICES:
		return "Type, or Down shows what there is";
	case INTAKE_SCALE:
		return "0 to 10";
	case INTAKE_IS_PRESSURE:
		return "1 very light to 5 deep, or varies";
	case INTAKE_DATE:
		return "12.2., 12 feb or 2027-02-12";
	case INTAKE_WORDS:
		break;
	}
	return "In their words";
}

const char *
form_label(size_t field)
{
	enum intake_field f;

	return form_intake_field(field, &f) ? intake_field_rows[f].label
					    : others[other(field)].label;
}

const char *
form_hint(size_t field)
{
	enum intake_field f;

	if (form_intake_field(field, &f) && f == INTAKE_CONDITIONS)
		return "Type or Down, Enter takes; disc:L5/S1, surgery@2 sep, disc@past";
	if (form_intake_field(field, &f) && (f == INTAKE_SURGERIES || f == INTAKE_INJURIES))
		return "In their words, and when: hip 10 nov, knee 2019; or none";
	return form_intake_field(field, &f) ? kind_hint(intake_field_rows[f].kind)
					    : others[other(field)].hint;
}

const char *
form_section(size_t field)
{
	enum intake_field f, before;

	if (field == FORM_PLACES)
		return intake_section_title(INTAKE_SECTION_REGIONS);
	if (!form_intake_field(field, &f))
		return others[other(field)].section;
	if (field > 0 && form_intake_field(field - 1, &before) &&
	    intake_field_rows[f].section == intake_field_rows[before].section)
		return NULL;
	return intake_section_title(intake_field_rows[f].section);
}

bool
form_takes_several(size_t field)
{
	enum intake_field f;

	if (!form_intake_field(field, &f))
		return field == FORM_PLACES;
	return intake_field_rows[f].kind == INTAKE_MANY ||
	    intake_field_rows[f].kind == INTAKE_CHOICES;
}

bool
form_hidden(const struct intake_form *f, size_t field)
{
	enum intake_field of;

	return !f->open && form_intake_field(field, &of) &&
	    intake_section_is_private(intake_field_rows[of].section);
}

static void
write_places(const struct region_list *l, struct str *out)
{
	for (size_t i = 0; i < l->n; i++) {
		region_write(out, &l->v[i]);
		str_addc(out, ' ');
	}
}

void
form_write(const struct intake *in, size_t field, struct str *out)
{
	enum intake_field f;

	if (field == FORM_PLACES)
		write_places(&in->regions, out);
	if (!form_intake_field(field, &f))
		return;
	intake_write(out, in, f);
	if (out->n > 0 && form_takes_several(field))
		str_add(out, ", ");
}

void
form_say(const struct intake_form *f, size_t field, struct str *out)
{
	const struct vocabulary *l = &intake_form_desk(f)->practice.vocabulary;
	enum intake_field of;

	if (form_intake_field(field, &of)) {
		intake_say(out, &f->now, l, of);
		return;
	}
	for (size_t i = 0; field == FORM_PLACES && i < f->now.regions.n; i++) {
		str_add(out, i > 0 ? "; " : "");
		region_say(out, l, &f->now.regions.v[i]);
	}
	if (field != FORM_PLACES)
		str_add(out, dialog_text(&f->dialog, field));
}

void
form_was(const struct intake_form *f, size_t field, struct str *out)
{
	if (!form_hidden(f, field))
		form_write(&f->seen, field, out);
}

bool
form_differs(const struct intake_form *f, size_t field)
{
	struct str was = {0};
	bool differs;

	form_was(f, field, &was);
	differs = strcmp(str_text(&was), dialog_text(&f->dialog, field)) != 0;
	str_release(&was);
	return differs;
}

/* --- Reading --------------------------------------------------------------------------------- */

static enum err
read_places(const struct vocabulary *l, const char *text, struct region_list *out)
{
	struct region_list read = {0};
	enum err e = ERR_OK;

	for (const char *s = text; e == ERR_OK && s[strspn(s, " ")] != '\0';) {
		size_t n;
		struct region r;
		char *word;

		s += strspn(s, " ");
		n = strcspn(s, " ");
		word = xstrndup(s, n);
		e = region_parse(l, word, &r);
		if (e == ERR_OK)
			region_put(&read, &r);
		free(word);
		s += n;
	}
	if (e == ERR_OK) {
		struct region_list was = *out;

		*out = read;
		read = was;
	}
	region_list_release(&read);
	return e;
}

/* To what is kept back something is added, never taken away. */
static enum err
add_hidden(
    const struct intake_habits *h, enum intake_field field, const char *text, struct intake *in)
{
	struct str more = {0};
	enum err e;

	text += strspn(text, " ");
	if (text[0] == '-')
		return err_set(ERR_REFUSED,
		    "what was told is kept for the therapist; here something is added: +disc");
	str_addf(&more, "%s%s", text[0] == '+' || text[0] == '\0' ? "" : "+", text);
	e = intake_set(in, h, field, str_text(&more));
	str_release(&more);
	return e;
}

enum err
form_read_field(const struct intake_form *f, size_t field, struct intake *in)
{
	struct intake_habits h = desk_intake_habits(intake_form_desk(f));
	const char *text = dialog_text(&f->dialog, field);
	enum intake_field of;

	h.when = dialog_habits(&f->dialog, field);
	h.today = civil_day_of(h.when.now);
	if (form_intake_field(field, &of))
		return form_hidden(f, field) && form_takes_several(field)
		    ? add_hidden(&h, of, text, in)
		    : intake_set(in, &h, of, text);
	if (field == FORM_PLACES)
		return read_places(h.words, text, &in->regions);
	if (field == FORM_SOURCE && text[0] != '\0')
		return intake_source_find(text, &in->source);
	if (field == FORM_VERSION && text[0] != '\0')
		return intake_version_find(text, &in->version);
	if (field == FORM_NOTE)
		xstrset(&in->note, text);
	return ERR_OK;
}

enum err
form_read(struct intake_form *f)
{
	enum err first = ERR_OK;
	char *why = NULL;

	intake_release(&f->now);
	intake_copy(&f->now, &f->seen);
	xstrset(&f->now.note, "");
	for (size_t i = 0; i < FORM_FIELDS; i++) {
		enum err e = form_differs(f, i) ? form_read_field(f, i, &f->now) : ERR_OK;

		f->bad[i] = e != ERR_OK;
		if (e == ERR_OK || first != ERR_OK)
			continue;
		first = e;
		why = xstrdup(err_message());
	}
	if (first != ERR_OK)
		err_set(first, "%s", why);
	free(why);
	return first;
}

/* --- Telling --------------------------------------------------------------------------------- */

/* A list of words keeps each once, by its search key: "+lb" and "lb" would be one. */
static void
push(struct words *out, struct str *word)
{
	*list_push(out) = str_take(word);
}

static void
add_word(struct words *out, const char *name, const char *value)
{
	struct str word = {0};

	str_addf(&word, "%s=%s", name, value);
	push(out, &word);
}

static bool
same_region(const struct region *a, const struct region *b)
{
	return strcmp(a->code, b->code) == 0 && a->side == b->side && a->kind == b->kind &&
	    a->pain == b->pain && a->pressure == b->pressure;
}

static bool
has_region(const struct region_list *l, const struct region *r)
{
	for (size_t i = 0; i < l->n; i++) {
		if (same_region(&l->v[i], r))
			return true;
	}
	return false;
}

/* Whether something that was said of the place is not any more, or is said otherwise. */
static bool
place_changed(const struct intake_form *f, const struct region *r)
{
	for (size_t i = 0; i < f->seen.regions.n; i++) {
		const struct region *was = &f->seen.regions.v[i];

		if (strcmp(was->code, r->code) == 0 && was->side == r->side &&
		    !has_region(&f->now.regions, was))
			return true;
	}
	return false;
}

/* "lbL=": the place has nothing said of it any more. */
static void
take_out(const struct region *r, struct words *out)
{
	struct region place = {.side = r->side, .pain = PAIN_NONE};
	struct str word = {0};

	memcpy(place.code, r->code, sizeof(place.code));
	region_write(&word, &place);
	str_addc(&word, '=');
	push(out, &word);
}

/* Of a place that changed all that is said now is said anew, after it was taken out. */
static void
add_places(const struct intake_form *f, struct words *out)
{
	for (size_t i = 0; i < f->seen.regions.n; i++) {
		if (place_changed(f, &f->seen.regions.v[i]))
			take_out(&f->seen.regions.v[i], out);
	}
	for (size_t i = 0; i < f->now.regions.n; i++) {
		const struct region *is = &f->now.regions.v[i];
		struct str word = {0};

		if (has_region(&f->seen.regions, is) && !place_changed(f, is))
			continue;
		region_write(&word, is);
		push(out, &word);
	}
}

/* A field as it is understood; to what is kept back it is added. */
static void
add_field(const struct intake_form *f, size_t field, enum intake_field of, struct words *out)
{
	const bool hidden = form_hidden(f, field);
	struct str value = {0};

	if (hidden && form_takes_several(field))
		str_addc(&value, '+');
	intake_write(&value, &f->now, of);
	if (!hidden || value.n > form_takes_several(field))
		add_word(out, intake_field_rows[of].word, str_text(&value));
	str_release(&value);
}

void
form_words(const struct intake_form *f, struct words *out)
{
	const char *note = dialog_text(&f->dialog, FORM_NOTE);
	const char *source = dialog_text(&f->dialog, FORM_SOURCE);
	const char *version = dialog_text(&f->dialog, FORM_VERSION);

	add_places(f, out);
	for (size_t i = 0; i < FORM_FIELDS; i++) {
		enum intake_field of;

		if (form_intake_field(i, &of) && form_differs(f, i))
			add_field(f, i, of, out);
	}
	if (note[0] != '\0')
		add_word(out, "note", note);
	if (out->n > 0 && source[0] != '\0')
		add_word(out, "source", source);
	if (out->n > 0 && version[0] != '\0')
		add_word(out, "version", version);
}

/* --- Typing ---------------------------------------------------------------------------------- */

size_t
form_last_value(const char *text, size_t field)
{
	const char *stop = strrchr(text, field == FORM_PLACES ? ' ' : ',');
	size_t at = stop != NULL ? (size_t)(stop - text) + 1 : 0;

	return at + strspn(text + at, " ");
}

void
form_expand_picks(struct intake_form *f)
{
	struct line_edit *line = &f->dialog.fields[FORM_PLACES].text;
	const char *text = str_text(&line->text);
	struct str out = {0};
	size_t at = line->at;

	for (size_t i = 0; text[i] != '\0'; i++) {
		const char before = i > 0 ? text[i - 1] : ' ';
		const bool first = before == ' ' ||
		    ((before == '+' || before == '-') && (i == 1 || text[i - 2] == ' '));
		const char *code = NULL;

		if (first && text[i] >= '1' && text[i] < '1' + BODY_PICKS)
			code = body_picks[text[i] - '1'].code;
		if (code == NULL)
			str_addc(&out, text[i]);
		else
			str_add(&out, code);
		if (code != NULL && i < line->at)
			at += strlen(code) - 1;
	}
	if (out.n != line->text.n) {
		line_edit_set(line, str_text(&out));
		line->at = at;
	}
	str_release(&out);
}
