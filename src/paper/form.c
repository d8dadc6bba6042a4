/* The intake form for the clipboard: blank, or with what was told before. */
#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>
#include <frontdesk/text.h>

#include "health.h"

enum { INDENT = 2, LABEL = 24, LINES_MOST = 9 };

struct form {
	struct sheet *s;
	const struct practice *p;
	const struct intake *intake; /* NULL: nothing was told */
	civil_day day; /* on which it is printed */
	bool titled; /* a title was said: what follows stays with it */
};

/* Whether what is said now may stand on another page than what was said before. */
static bool
begins(struct form *f)
{
	const bool begin = !f->titled;

	f->titled = false;
	return begin;
}

/* Fills up with a line to write on. */
static void
add_rule(struct str *line)
{
	for (int used = text_width(str_text(line)); used < PAPER_COLUMNS; used++)
		str_addc(line, '_');
}

/* "Name  Smith, Ada", or a line to write on. */
static void
add_value(struct form *f, const char *name, const char *value)
{
	struct str label = {0};

	str_addf(&label, "%*s%-*s ", INDENT, "", LABEL, name);
	if (value[0] == '\0') {
		add_rule(&label);
		sheet_block(f->s, begins(f), &label);
	} else {
		const struct sheet_field field = {.first = begins(f),
		    .column = INDENT + LABEL + 1,
		    .most = LINES_MOST,
		    .label = str_text(&label)};

		sheet_block_field(f->s, &field, value);
		str_release(&label);
	}
}

/* --- Boxes ----------------------------------------------------------------------------------- */

/* Boxes one behind the other from a column on, as many in a line as fit, beside their label. */
struct boxes {
	struct form *f;
	int column, n; /* boxes in the line */
	struct str line;
};

static void
end_boxes(struct boxes *b)
{
	sheet_block(b->f->s, begins(b->f), &b->line);
	b->f->titled = true; /* the next line of boxes stays here */
	b->n = 0;
}

/* Few of them stand behind the label, many below it. */
static void
begin_boxes(struct boxes *b, enum intake_field field, bool below)
{
	b->column = below ? 2 * INDENT : INDENT + LABEL + 1;
	str_addf(&b->line, "%*s%s", INDENT, "", intake_field_rows[field].label);
	if (below)
		end_boxes(b);
}

static void
add_box(struct boxes *b, bool ticked, const char *label)
{
	struct str box = {0};
	int used;

	str_addf(&box, "[%c] ", ticked ? 'x' : ' ');
	(void)text_clean(&box, label, strlen(label), TEXT_LINE);
	used = text_width(str_text(&b->line)) + 2 + text_width(str_text(&box));
	if (b->n > 0 && used > PAPER_COLUMNS)
		end_boxes(b);
	if (b->n++ == 0)
		str_addf(&b->line, "%*s", b->column - text_width(str_text(&b->line)), "");
	else
		str_add(&b->line, "  ");
	str_add(&b->line, str_text(&box));
	str_release(&box);
}

static const struct intake_item *
told(struct form *f, enum intake_field field, const char *code)
{
	for (size_t i = 0; f->intake != NULL && i < f->intake->items.n; i++) {
		const struct intake_item *item = &f->intake->items.v[i];

		if (item->field == field && strcmp(item->code, code) == 0)
			return item;
	}
	return NULL;
}

static void
add_vocabulary(struct form *f, enum intake_field field)
{
	const struct vocabulary *l = &f->p->vocabulary;
	struct boxes b = {.f = f};
	enum vocabulary_kind kind;

	if (vocabulary_kind_find(intake_field_rows[field].choices, &kind) != ERR_OK)
		return;
	begin_boxes(&b, field, true);
	for (size_t i = 0; i < l->n; i++) {
		const struct vocabulary_word *w = &l->v[i];
		const struct intake_item *item = told(f, field, w->code);
		struct str label = {0};

		if (w->kind != kind || !w->active)
			continue;
		str_add(&label, w->label);
		if (item != NULL && item->text[0] != '\0')
			str_addf(&label, ": %s", item->text);
		if (item != NULL && item->past)
			str_add(&label, " (past)");
		add_box(&b, item != NULL, str_text(&label));
		str_release(&label);
	}
	end_boxes(&b);
	f->titled = false;
}

/* "no-prone" as "no prone". */
static void
add_choices(struct form *f, enum intake_field field)
{
	struct boxes b = {.f = f};

	begin_boxes(&b, field, false);
	for (const char *s = intake_field_rows[field].choices; *s != '\0'; s += strspn(s, " ")) {
		size_t n = strcspn(s, " ");
		char *word = xstrndup(s, n);
		bool ticked = told(f, field, word) != NULL;

		for (char *c = word; *c != '\0'; c++)
			if (*c == '-')
				*c = ' ';
		add_box(&b, ticked, word);
		free(word);
		s += n;
	}
	end_boxes(&b);
	f->titled = false;
}

static void
add_pressure(struct form *f)
{
	const struct intake_item *item =
	    f->intake != NULL ? intake_item(f->intake, INTAKE_PRESSURE) : NULL;
	struct boxes b = {.f = f};

	begin_boxes(&b, INTAKE_PRESSURE, false);
	for (int level = 1; level <= PRESSURE_VARIES; level++) {
		struct str label = {0};

		if (level <= PRESSURE_MOST)
			str_addf(&label, "%d ", level);
		str_add(&label, pressure_word(level));
		add_box(&b, item != NULL && item->number == level, str_text(&label));
		str_release(&label);
	}
	end_boxes(&b);
	f->titled = false;
}

/* --- Fields ---------------------------------------------------------------------------------- */

static void
add_written(struct form *f, enum intake_field field)
{
	struct str value = {0};

	if (f->intake != NULL)
		intake_say(&value, f->intake, &f->p->vocabulary, field);
	if (f->intake != NULL && field == INTAKE_DUE)
		pregnancy_say(&value, f->intake, f->day);
	add_value(f, intake_field_rows[field].label, str_text(&value));
	str_release(&value);
}

static void
add_field(struct form *f, enum intake_field field)
{
	switch (intake_field_rows[field].kind) {
	case INTAKE_MANY:
	case INTAKE_ONE:
		add_vocabulary(f, field);
		break;
	case INTAKE_CHOICE:
	case INTAKE_CHOICES:
		add_choices(f, field);
		break;
	case INTAKE_IS_PRESSURE:
		add_pressure(f);
		break;
	case INTAKE_SCALE:
	case INTAKE_DATE:
	case INTAKE_WORDS:
		add_written(f, field);
		break;
	}
}

/* The body to mark, on one page. */
static void
add_places(struct form *f)
{
	static const struct region_list none;
	struct str first = {0}, beside = {0};

	str_addf(&first, "%*sPlease mark on the body, R right and L left:", INDENT, "");
	sheet_block(f->s, begins(f), &first);
	chart_legend(&beside);
	sheet_chart(f->s, f->intake != NULL ? &f->intake->regions : &none, str_text(&beside));
	str_release(&beside);
}

static void
add_title(struct form *f, const char *title)
{
	struct str line = {0};

	(void)sheet_line(f->s, PAPER_BLANK);
	str_add(&line, title);
	sheet_block(f->s, true, &line);
	f->titled = true;
}

static void
add_section(struct form *f, enum intake_section section)
{
	add_title(f, intake_section_title(section));
	if (section == INTAKE_SECTION_REGIONS)
		add_places(f);
	for (size_t i = 0; i < INTAKE_FIELD_COUNT; i++)
		if (intake_field_rows[i].section == section)
			add_field(f, (enum intake_field)i);
}

/* --- The whole -------------------------------------------------------------------------------- */

static void
add_client(struct form *f, const struct client *c)
{
	char birth[CIVIL_DAY_SIZE];
	struct str name = {0};

	if (c != NULL)
		client_full_name(&name, c->first,
		    client_shown_last(c->first, c->last, c->preferred, c->phone), &f->p->settings);
	add_value(f, "Name", str_text(&name));
	add_value(f, "Likes to be called", c != NULL ? str_or_empty(c->preferred) : "");
	add_value(f, "Born",
	    c != NULL && c->birth != CIVIL_DAY_NONE ? civil_iso_day(c->birth, birth) : "");
	add_value(f, "Phone", c != NULL ? str_or_empty(c->phone) : "");
	str_release(&name);
}

/* "[ ] I agree to treatment.", each with a day and a name to sign; none is apart from its line. */
static void
add_consents(struct form *f)
{
	struct str line = {0};

	add_title(f, "I agree to");
	for (size_t i = 0; i < CONSENT_KIND_COUNT; i++) {
		str_addf(&line, "%*s[ ] %s", INDENT, "", consent_kind_says((enum consent_kind)i));
		sheet_block(f->s, begins(f), &line);
		str_addf(&line, "%*sDay ______________  Signed ", INDENT + 4, "");
		add_rule(&line);
		sheet_block(f->s, false, &line);
	}
}

void
paper_intake_form(struct sheet *out, const struct practice *p, const struct intake_form *form)
{
	struct form f = {
	    .s = out, .p = p, .intake = form->intake, .day = civil_day_of(form->printed)};
	const struct roster_options o = {.printed = form->printed};
	struct str title = {0};

	str_add(&title, "Intake form");
	out->title = paper_clean(&title);
	sheet_subtitle(out, p, &o);
	sheet_blocks(out);
	add_client(&f, form->client);
	for (size_t i = 0; i < INTAKE_SECTION_COUNT; i++)
		add_section(&f, (enum intake_section)i);
	add_consents(&f);
}
