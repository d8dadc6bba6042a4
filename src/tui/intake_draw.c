/* How the health form looks: what stands, the fields by sections, what is typed in words. */
#include <stdlib.h>

#include <frontdesk/mem.h>
#include <frontdesk/text.h>

#include "client_sheet.h"
#include "intake_form.h"

enum {
	ABOVE = 2, /* lines of the screen above the box, and below it */
	BELOW = 3,
	EDGES = 2,
	COLUMN = 2,
	PANE_FROM = 110, /* columns of a screen with a pane */
	PANE = 44,
	GAP = 2,
	LABEL = 19,
	INDENT = 4,
	CHOICES = 6, /* on show at once */
	FLAGS = 4, /* lines of them above the fields */
	ECHO = 5, /* lines below the fields */
	SMALL = 12, /* rows of a box in which both are two */
	LEAST = 6, /* in fewer there are fields alone */
};

/* A line between head and echo: a title, a field, or something to choose. */
struct row {
	const char *title; /* or */
	size_t field; /* or FORM_FIELDS: */
	size_t choice;
};
struct rows {
	struct row *v;
	size_t n, cap;
	size_t cursor, last; /* the field at the cursor, and the last of its choices */
};

struct leaf {
	const struct intake_form *f;
	struct canvas *c;
	int column, width; /* of the fields */
	int row, end; /* the next line; the one behind the last */
	char key[COMMAND_KEY_SIZE]; /* what shows all of it; "" = nothing does */
};

static void
text(struct leaf *s, int column, int width, enum role role, const char *line)
{
	if (s->row < s->end)
		canvas_text(s->c, s->row, column, width, role, line);
}

static void
say_more(const struct leaf *s, size_t n, struct str *out)
{
	str_addf(out, "… %zu more", n);
	if (s->key[0] != '\0')
		str_addf(out, ": %s", s->key);
}

/* At most so many lines, wrapped; the last one says how many more there are. */
static void
draw_lines(
    struct leaf *s, const struct lines *l, size_t from, size_t n, int column, int width, int most)
{
	int row = s->row;

	for (size_t i = from; i < from + n; i++) {
		const char *t = l->v[i].text;

		do {
			size_t bytes = lines_break(t, width);
			struct str line = {0};

			if (s->row == s->end || s->row - row == most)
				return;
			str_addn(&line, t, bytes);
			if (most > 1 && s->row - row == most - 1 &&
			    (t[bytes] != '\0' || i + 1 < from + n)) {
				str_clear(&line);
				say_more(s, from + n - i, &line);
			}
			text(s, column, width, l->v[i].role, str_text(&line));
			str_release(&line);
			s->row++;
			t += bytes;
			t += t[0] == ' ';
		} while (t[0] != '\0');
	}
}

/* --- The fields ------------------------------------------------------------------------------ */

static void
lay_out(const struct dialog *d, struct rows *out)
{
	for (size_t i = 0; i < d->n; i++) {
		const char *title = form_section(i);
		const size_t top =
		    d->marked < d->choices.n && d->marked >= CHOICES ? d->marked - CHOICES + 1 : 0;

		if (title != NULL)
			*list_push(out) = (struct row){.title = title};
		*list_push(out) = (struct row){.field = i};
		if (i != d->at)
			continue;
		out->cursor = out->n - 1;
		for (size_t k = top; k < d->choices.n && k < top + CHOICES; k++)
			*list_push(out) = (struct row){.field = FORM_FIELDS, .choice = k};
		out->last = out->n - 1;
	}
}

/* The first row on show: the field at the cursor and its choices are, with what is around it. */
static size_t
first_row(const struct rows *l, size_t fit)
{
	size_t top = l->cursor > fit / 2 ? l->cursor - fit / 2 : 0;

	if (l->last >= top + fit)
		top = l->last - fit + 1;
	if (top + fit > l->n)
		top = l->n > fit ? l->n - fit : 0;
	return top < l->cursor ? top : l->cursor;
}

/* In words, unless it is at the cursor or not understood. */
static void
field_text(const struct intake_form *f, size_t field, struct str *out)
{
	if (f->bad[field])
		str_add(out, dialog_text(&f->dialog, field));
	else if (!form_hidden(f, field) || form_differs(f, field))
		form_say(f, field, out);
}

static void
draw_field(struct leaf *s, size_t field)
{
	const struct dialog *d = &s->f->dialog;
	const int column = s->column + LABEL, width = s->width - LABEL;
	const bool here = field == d->at;
	struct str shown = {0};
	int at = 0;

	text(s, s->column, LABEL - 1, here ? ROLE_HEAD : ROLE_TEXT, d->fields[field].label);
	if (here) {
		const struct line_edit *line = &d->fields[field].text;

		str_add(&shown, str_text(&line->text) + line_edit_window(line, width, &at));
		s->c->cursor_row = s->row;
		s->c->cursor_column = column + at;
	} else {
		field_text(s->f, field, &shown);
	}
	if (shown.n == 0 && form_hidden(s->f, field))
		text(s, column, width, ROLE_FREE, "kept for the therapist");
	else
		text(s, column, width, s->f->bad[field] && !here ? ROLE_CAUTION : ROLE_INPUT,
		    str_text(&shown));
	str_release(&shown);
}

static void
draw_choice(struct leaf *s, size_t i)
{
	const struct dialog *d = &s->f->dialog;
	const bool marked = i == d->marked;
	struct str line = {0};

	str_addf(&line, "%s%s", marked ? "> " : "  ", d->choices.v[i].text);
	text(s, s->column + INDENT, s->width - INDENT, marked ? ROLE_SELECTED : ROLE_TEXT,
	    str_text(&line));
	str_release(&line);
}

static void
draw_fields(struct leaf *s)
{
	const size_t fit = (size_t)(s->end - s->row);
	struct rows l = {0};

	lay_out(&s->f->dialog, &l);
	for (size_t i = first_row(&l, fit); i < l.n && s->row < s->end; i++, s->row++) {
		if (l.v[i].title != NULL)
			client_draw_head(s->c, s->row, s->column, s->width, l.v[i].title);
		else if (l.v[i].field < FORM_FIELDS)
			draw_field(s, l.v[i].field);
		else
			draw_choice(s, l.v[i].choice);
	}
	free(l.v);
}

/* --- Around them ----------------------------------------------------------------------------- */

/* Lines that an echo or the flags take, wrapped, at most so many. */
static int
height(const struct lines *l, size_t from, size_t n, int width, int most)
{
	int rows = 0;

	for (size_t i = from; i < from + n; i++) {
		const char *t = l->v[i].text;

		do {
			t += lines_break(t, width);
			t += t[0] == ' ';
			rows++;
		} while (t[0] != '\0' && rows < most);
	}
	return rows < most ? rows : most;
}

static void
draw_pane(const struct leaf *around, int column)
{
	struct leaf s = *around;
	const struct lines *told = &s.f->told;

	command_key(CMD_VERSIONS, 0, s.key);
	draw_lines(&s, told, 0, told->n, column, PANE, s.end - s.row);
}

/* A line each, where there is room for few. */
static void
draw_flags_cut(struct leaf *s, int most)
{
	const struct intake_form *f = s->f;

	for (int i = 0; i < most && i < (int)f->flag_n; i++, s->row++) {
		const struct said *flag = &f->told.v[f->flag_at + (size_t)i];
		const bool last = i + 1 == most && (int)f->flag_n > most;
		struct str line = {0};

		if (last)
			say_more(s, f->flag_n - (size_t)i, &line);
		else
			text_pad(&line, flag->text, s->width, TEXT_LEFT);
		text(s, s->column, s->width, last ? ROLE_CAUTION : flag->role, str_text(&line));
		str_release(&line);
	}
}

/* Age and flags, where there is no pane for them. */
static void
draw_head(struct leaf *s, int most)
{
	const struct intake_form *f = s->f;

	command_key(CMD_VERSIONS, 0, s->key);
	draw_lines(s, &f->told, 0, f->flag_at, s->column, s->width, most > 2 ? 3 : 1);
	if (most > 2)
		draw_lines(s, &f->told, f->flag_at, f->flag_n, s->column, s->width, most);
	else
		draw_flags_cut(s, most);
	s->key[0] = '\0';
}

static void
draw_shut(struct leaf *s)
{
	struct lines l = {0};

	lines_add(&l, ROLE_CAUTION,
	    "Begun by %s, with what is the therapists' and the owner's; Esc parks it again.",
	    s->f->who);
	draw_lines(s, &l, 0, 1, s->column, s->width, 2);
	s->c->cursor_row = s->row;
	s->c->cursor_column = s->column;
	lines_release(&l);
}

static void
draw_open(struct leaf *s, const struct dialog *d, bool pane)
{
	const int most = s->end - s->row < SMALL ? 2 : ECHO, end = s->end;
	const int echo = height(&d->echo, 0, d->echo.n, s->width, most);

	if (pane)
		draw_pane(s, s->column + s->width + GAP);
	else if (s->end - s->row >= LEAST) /* a message may lie over the rest */
		draw_head(s, most < FLAGS ? most : FLAGS);
	s->end = end - echo;
	draw_fields(s);
	s->row = s->end;
	s->end = end;
	draw_lines(s, &d->echo, 0, d->echo.n, s->column, s->width, echo);
}

int
form_rows(const struct app *a)
{
	return a->rows - ABOVE - BELOW - EDGES - app_covered(a);
}

int
form_columns(const struct app *a)
{
	return a->columns - 2 * COLUMN;
}

static void
draw_box(const struct intake_form *f, struct canvas *c)
{
	struct str title = {0};

	if (f->reading) {
		str_add(&title, " Told before by ");
		intake_form_name(f, &title);
	} else {
		str_addc(&title, ' ');
		dialog_title(&f->dialog, &title);
	}
	str_addc(&title, ' ');
	canvas_box(c, ABOVE, 0, form_rows(f->dialog.view.app) + EDGES, c->columns, str_text(&title),
	    f->reading ? " Up Down PgUp PgDn; Esc: the form " : "");
	str_release(&title);
}

void
form_draw(const struct dialog *d, struct canvas *c)
{
	const struct app *a = d->view.app;
	const struct intake_form *f = (const struct intake_form *)d;
	const bool pane = c->columns >= PANE_FROM;
	struct leaf s = {
	    .f = f,
	    .c = c,
	    .column = COLUMN,
	    .width = form_columns(a) - (pane ? PANE + GAP : 0),
	    .row = ABOVE + 1,
	    .end = ABOVE + 1 + form_rows(a),
	};

	draw_box(f, c);
	if (intake_form_is_shut(f))
		draw_shut(&s);
	else if (f->reading)
		versions_draw(&f->versions, c, ABOVE + 1, COLUMN, form_rows(a), form_columns(a));
	else
		draw_open(&s, d, pane);
}
