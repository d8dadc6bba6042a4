#include "dialog_draw.h"

#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>
#include <frontdesk/text.h>

#include "say.h"

enum {
	WIDTH = 68, /* of the box, where the screen has it */
	LABEL = 11, /* at least, with the blank behind it */
	CHOICES = 7, /* lines of them at once, where there is room */
	FEW_CHOICES = 3, /* and at least */
	INDENT = 4, /* of them */
	ABOVE = 2, /* lines of the screen above the body, and below it */
	BELOW = 3,
	EDGES = 2,
	SOME_ECHO = 5, /* lines of it that say enough */
	GIST = 4, /* and beside choices: what is understood, and the gravest finding */
	LEAST = 2, /* lines of fields beside a question, or choices */
};

/* The lines of the box, before it is known which of them there is room for. */
struct drawn {
	const struct dialog *dialog;
	struct drawn_line {
		const struct field *field; /* or */
		struct str text;
		enum role role;
		int indent;
	} * v;
	size_t n, cap;
	size_t cursor; /* the line of the field at the cursor */
	size_t choices; /* so many lines of them follow it */
	size_t echo; /* the first line below the fields */
	int label; /* columns of the labels */
};

/* The column in which the fields' texts begin. */
static int
label_width(const struct dialog *d)
{
	int width = LABEL;

	for (size_t i = 0; i < d->n; i++) {
		int label = text_width(d->fields[i].label) + 1;

		if (!d->fields[i].off && label > width)
			width = label;
	}
	return width;
}

static struct drawn_line *
add(struct drawn *s, enum role role, int indent)
{
	struct drawn_line *line = list_push(s);

	line->role = role;
	line->indent = indent;
	return line;
}

/* They leave the lines below the fields in sight. */
static size_t
choice_rows(const struct dialog *d, int most)
{
	const int left = most - LEAST - GIST;

	if (d->echo.n == 0 || left > CHOICES)
		return CHOICES;
	return left > FEW_CHOICES ? (size_t)left : FEW_CHOICES;
}

static void
add_choices(struct drawn *s, const struct dialog *d, size_t rows)
{
	const struct choices *l = &d->choices;
	const size_t shown = l->n > rows ? rows - 1 : rows;
	size_t top = d->marked < l->n && d->marked >= shown ? d->marked - shown + 1 : 0;

	for (size_t i = top; i < l->n && i < top + shown; i++) {
		bool marked = i == d->marked;
		struct drawn_line *line = add(s, marked ? ROLE_SELECTED : ROLE_TEXT, INDENT);

		str_addf(&line->text, "%s%s", marked ? "> " : "  ", l->v[i].text);
	}
	if (l->n > top + shown)
		str_addf(&add(s, ROLE_FREE, INDENT)->text, "  %zu more: Down, or keep typing",
		    l->n - top - shown);
	s->choices = s->n - s->cursor - 1;
}

static void
add_echo(struct drawn *s, const struct dialog *d, int columns)
{
	for (size_t i = 0; i < d->echo.n; i++) {
		const char *text = d->echo.v[i].text;

		do {
			size_t bytes = lines_break(text, columns);

			str_addn(&add(s, d->echo.v[i].role, 0)->text, text, bytes);
			text += bytes;
			text += text[0] == ' ';
		} while (text[0] != '\0');
	}
}

static void
lay_out(struct drawn *s, const struct dialog *d, int columns, size_t choices)
{
	if (d->ops->shut != NULL && d->ops->shut(d)) {
		str_add(&add(s, ROLE_CAUTION, 0)->text, DIALOG_SHUT);
		s->echo = s->n;
		return;
	}
	for (size_t i = 0; i < d->n; i++) {
		if (d->fields[i].off)
			continue;
		add(s, ROLE_INPUT, s->label)->field = &d->fields[i];
		if (i != d->at)
			continue;
		s->cursor = s->n - 1;
		add_choices(s, d, choices);
	}
	s->echo = s->n;
	add_echo(s, d, columns);
}

/* Its text from the cursor's window on, stars or what stands for it; returns the cursor's column.
 */
static int
show_text(const struct dialog *d, const struct field *f, bool here, int width, struct str *out)
{
	size_t from = 0;
	int at = 0;

	if (dialog_veiled(d, (size_t)(f - d->fields), out))
		return text_width(str_text(out));
	if (here)
		from = line_edit_window(&f->text, width, &at);
	if (f->secret) {
		for (size_t i = 0; i < f->text.text.n; i = text_next(str_text(&f->text.text), i))
			str_addc(out, '*');
	} else {
		str_add(out, str_text(&f->text.text) + from);
	}
	return at;
}

static void
draw_field(struct canvas *c, const struct drawn *s, const struct field *f, bool here, int row,
    int column, int columns)
{
	const int label = s->label, width = columns - label;
	struct str text = {0}, shown = {0};
	int at;

	canvas_text(c, row, column, label - 1, here ? ROLE_HEAD : ROLE_TEXT, f->label);
	at = show_text(s->dialog, f, here, width, &text);
	if (here) /* the line editor shows the part at the cursor */
		str_add(&shown, str_text(&text));
	else
		text_pad(&shown, str_text(&text), width, TEXT_LEFT);
	canvas_text(c, row, column + label, width, ROLE_INPUT, str_text(&shown));
	if (here) {
		c->cursor_row = row;
		c->cursor_column = column + label + at;
	}
	str_release(&text);
	str_release(&shown);
}

static void
draw_lines(
    const struct drawn *s, struct canvas *c, size_t top, int rows, int row, int column, int columns)
{
	for (size_t i = top; i < s->n && i < top + (size_t)rows; i++, row++) {
		const struct drawn_line *line = &s->v[i];

		if (line->field != NULL)
			draw_field(c, s, line->field, i == s->cursor, row, column, columns);
		else
			canvas_line(c, row, column + line->indent, columns - line->indent,
			    line->role, str_text(&line->text));
	}
}

/*
 * The line after which those in the middle begin: the first one, who is booked, always stands above
 * them. What is below the fields is cut at its end before a field is, where there is room for some.
 */
static size_t
first_line(const struct drawn *s, int rows, int below)
{
	const bool room = s->echo + SOME_ECHO <= (size_t)rows;
	const size_t last = below > 0 ? s->echo : room ? (size_t)rows : s->n;
	size_t top = last > (size_t)rows ? last - (size_t)rows : 0;

	if (s->cursor > 0 && top > s->cursor - 1)
		top = s->cursor - 1;
	return s->cursor > 0 ? top : 0;
}

/* Why it was not saved, or what is asked, is in sight whatever else is: so many lines. Beside what
 * may be chosen so is what is understood so far. */
static int
echo_rows(const struct drawn *s, const struct dialog *d, int rows)
{
	const int all = (int)(s->n - s->echo), left = rows - (int)s->echo;
	const int beside = rows - (s->cursor > 0 ? LEAST : 1) - (int)s->choices;
	const bool problem = d->echo.n > 0 && d->echo.v[0].role == ROLE_PROBLEM;
	int most;

	if (d->asking) /* which needs its answers: who it is for, and the field, are enough */
		most = rows - LEAST;
	else if (s->choices > 0)
		most = beside < GIST ? beside : GIST;
	else
		most = problem ? rows / 2 : 0;
	if (most > all)
		most = all;
	if (s->n <= (size_t)rows || most <= 0 ||
	    (s->choices > 0 && (int)first_line(s, rows, 0) + left >= most))
		return 0;
	return most > left ? most : left;
}

static void
draw_frame(
    const struct dialog *d, struct canvas *c, int column, int rows, int width, const char *more)
{
	struct str title = {0};

	str_addc(&title, ' ');
	dialog_title(d, &title);
	str_addc(&title, ' ');
	canvas_box(c, ABOVE, column, rows, width, str_text(&title), more);
	str_release(&title);
}

static void
release(struct drawn *s)
{
	for (size_t i = 0; i < s->n; i++)
		str_release(&s->v[i].text);
	free(s->v);
}

/* What of the lines the box shows: those from top on, and at its end those below the fields. */
struct box {
	int column, width, rows, below;
	size_t top, skip; /* skip: lines below the fields that were gone down beside a question */
	size_t most; /* so far it can be gone down */
};

static void
measure(struct drawn *s, const struct dialog *d, int rows, int columns, struct box *b)
{
	const int most = rows - ABOVE - BELOW - EDGES - app_covered(d->view.app);

	*b = (struct box){.width = columns < WIDTH + 4 ? columns - 4 : WIDTH};
	b->column = (columns - b->width) / 2;
	*s = (struct drawn){.dialog = d, .label = label_width(d)};
	lay_out(s, d, b->width - 4, choice_rows(d, most));
	b->rows = s->n < (size_t)most ? (int)s->n : most;
	b->below = echo_rows(s, d, b->rows);
	b->most =
	    d->asking && b->below > 0 ? s->n - s->echo - (size_t)b->below : s->n - (size_t)b->rows;
	if (d->asking)
		b->skip = d->scrolled < b->most ? d->scrolled : b->most;
	else if (d->scrolled > 0)
		b->below = 0;
	b->rows -= b->below;
	b->top = d->asking || d->scrolled == 0 ? first_line(s, b->rows, b->below)
	    : d->scrolled < b->most            ? d->scrolled
					       : b->most;
}

size_t
dialog_hidden(const struct dialog *d)
{
	struct drawn s;
	struct box b;

	measure(&s, d, d->view.app->rows, d->view.app->columns, &b);
	release(&s);
	return b.most;
}

void
dialog_draw(const struct view *v, struct canvas *c)
{
	const struct dialog *d = (const struct dialog *)v;
	struct drawn s;
	struct box b;
	int column, width;
	bool more;

	if (d->ops->draw != NULL) {
		d->ops->draw(d, c);
		return;
	}
	measure(&s, d, c->rows, c->columns, &b);
	more = d->asking ? b.skip < b.most : b.top + (size_t)(b.rows + b.below) < s.n;
	draw_frame(d, c, b.column, b.rows + b.below + EDGES, b.width, more ? " More: PgDn " : "");
	column = b.column + 2;
	width = b.width - 4;
	c->cursor_row = ABOVE + 1;
	c->cursor_column = column;
	draw_lines(&s, c, 0, 1, ABOVE + 1, column, width);
	draw_lines(&s, c, b.top + 1, b.rows - 1, ABOVE + 2, column, width);
	draw_lines(&s, c, s.echo + b.skip, b.below, ABOVE + 1 + b.rows, column, width);
	release(&s);
}

/* A row without the blanks between its columns. */
static void
add_words(struct str *out, const char *row)
{
	for (; row[0] != '\0'; row += strspn(row, " ")) {
		const size_t n = strcspn(row, " ");

		str_addf(out, " %.*s", (int)n, row);
		row += n;
	}
}

/* "New booking, field 1 of 5: Client. 7 to choose from, marked: Müller, Käthe …" */
void
dialog_focus(const struct view *v, struct str *out)
{
	const struct dialog *d = (const struct dialog *)v;
	size_t shown = 0, at = 0;

	if (d->ops->focus != NULL && d->ops->focus(d, out))
		return;
	for (size_t i = 0; i < d->n; i++) {
		shown += !d->fields[i].off;
		if (i == d->at)
			at = shown;
	}
	dialog_title(d, out);
	if (d->asking) {
		str_addf(out, ": %s", d->question);
		return;
	}
	if (shown == 0)
		return;
	str_addf(out, ", field %zu of %zu: %s.", at, shown, d->fields[d->at].label);
	if (d->choices.n > 0)
		str_addf(out, " %zu to choose from", d->choices.n);
	if (d->marked < d->choices.n) {
		str_add(out, ", marked:");
		add_words(out, d->choices.v[d->marked].text);
	}
}

void
dialog_hint(const struct view *v, struct str *out)
{
	const struct dialog *d = (const struct dialog *)v;
	const struct field *f = &d->fields[d->at];

	const int ways = d->ways != NULL ? d->ways->n : 0;

	if (d->asking &&
	    (ways > 0 || !say_reasons_fit(v->app, ways, v->app->columns - ANSWERS_LEAVE)))
		/* Nothing stands behind the last one, nor the blanks that part it from that. */
		say_reasons(v->app, ways, v->app->columns + (int)sizeof("  ") - 1, out);
	else if (d->asking)
		str_add(out, d->question);
	else if (d->choices.n > 0)
		str_add(out, "Down and Up choose, Enter takes the marked one");
	else if (dialog_only_read(d))
		str_add(out, DIALOG_LOOK);
	else if (f->hint != NULL)
		str_add(out, f->hint);
}
