#include "body_chart.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <frontdesk/body.h>
#include <frontdesk/mem.h>

#include "scroll.h"

enum {
	ABOVE = 2, /* lines of the screen above the box, and below it */
	BELOW = 3,
	EDGES = 2,
	COLUMN = 2, /* of the chart */
	BESIDE = COLUMN + BODY_COLUMNS + 3,
};

struct body_chart {
	struct view view; /* first */
	struct intake_form *form; /* the view below */
	char code[REGION_CODE_SIZE]; /* where we are */
	char side; /* 'L', 'R', 'B', 'M'; 0 = no side is said */
	char typed[REGION_CODE_SIZE]; /* letters of a code, so far */
};

/* --- Where we are ---------------------------------------------------------------------------- */

/* The spot of a place; of both sides the left one; body_spot_count: it has none. */
static size_t
spot_of(const char *code, char side)
{
	size_t any = body_spot_count;

	for (size_t i = 0; i < body_spot_count; i++) {
		const struct body_spot *s = &body_spots[i];

		if (strcmp(s->code, code) != 0)
			continue;
		if (s->side == side || (side == 'B' && s->side == 'L') ||
		    (side == 0 && s->side == 'M'))
			return i;
		any = any < i ? any : i;
	}
	return any;
}

static bool
has_sides(const char *code)
{
	const size_t i = spot_of(code, 'L');

	return i < body_spot_count && body_spots[i].side == 'L';
}

/* What has no sides on the chart is told without one. */
static void
stand(struct body_chart *b, size_t spot)
{
	memcpy(b->code, body_spots[spot].code, sizeof(b->code));
	b->side = body_spots[spot].side;
	if (b->side == 'M' && !has_sides(b->code))
		b->side = 0;
}

/* Whether something is told of where we are; what has no side stands in the middle. */
static bool
is_here(const struct body_chart *b, const struct region *r)
{
	const char here = b->side == 'M' ? 0 : b->side, there = r->side == 'M' ? 0 : r->side;

	return strcmp(r->code, b->code) == 0 && here == there;
}

static const struct vocabulary *
words_of(const struct body_chart *b)
{
	return &intake_form_desk(b->form)->practice.vocabulary;
}

/* On the chart, or as a list. */
static bool
is_list(const struct body_chart *b)
{
	return b->view.app->rows - ABOVE - BELOW - EDGES < BODY_ROWS ||
	    b->view.app->columns < BESIDE + BODY_COLUMNS / 2;
}

/* --- Marking --------------------------------------------------------------------------------- */

static void
take_out(struct region_list *l, size_t i)
{
	l->n--;
	memmove(&l->v[i], &l->v[i + 1], (l->n - i) * sizeof(l->v[0]));
}

static void
tell_form(struct body_chart *b, const struct region_list *l)
{
	struct str text = {0};

	for (size_t i = 0; i < l->n; i++) {
		region_write(&text, &l->v[i]);
		str_addc(&text, ' ');
	}
	dialog_typed(&b->form->dialog, FORM_PLACES, str_text(&text));
	str_release(&text);
}

/* A copy of what is marked, to be changed. */
static struct region_list
marked(const struct body_chart *b)
{
	struct region_list l = {0};

	for (size_t i = 0; i < b->form->now.regions.n; i++)
		*list_push(&l) = b->form->now.regions.v[i];
	return l;
}

/* The same again takes it back. */
static void
mark(struct body_chart *b, enum region_kind kind, int pain)
{
	struct region r = {.side = b->side, .kind = kind, .pain = pain};
	struct region_list l = marked(b);
	bool was = false;

	memcpy(r.code, b->code, sizeof(r.code));
	for (size_t i = l.n; i-- > 0;) {
		if (!is_here(b, &l.v[i]) || l.v[i].kind != kind)
			continue;
		was = was || l.v[i].pain == pain || kind != REGION_PAIN;
		r.pressure = l.v[i].pressure;
		take_out(&l, i);
	}
	if (!was)
		region_put(&l, &r);
	tell_form(b, &l);
	region_list_release(&l);
}

static void
clear_here(struct body_chart *b)
{
	struct region_list l = marked(b);

	for (size_t i = l.n; i-- > 0;) {
		if (is_here(b, &l.v[i]))
			take_out(&l, i);
	}
	tell_form(b, &l);
	region_list_release(&l);
}

/* --- Going ----------------------------------------------------------------------------------- */

/* The first place whose code begins so; NULL: there is none. */
static const struct vocabulary_word *
begins(const struct body_chart *b, const char *letters)
{
	const struct vocabulary *l = words_of(b);

	for (size_t i = 0; i < l->n; i++) {
		const struct vocabulary_word *w = &l->v[i];

		if (w->kind == VOCABULARY_REGION && w->active &&
		    strlen(w->code) < REGION_CODE_SIZE &&
		    strncmp(w->code, letters, strlen(letters)) == 0)
			return w;
	}
	return NULL;
}

/* As it is written, no side is said yet. */
static void
go_to(struct body_chart *b, const struct vocabulary_word *w)
{
	memcpy(b->code, w->code, strlen(w->code) + 1);
	b->side = 0;
}

/* A letter goes on with those before it, or begins anew. */
static void
letter(struct body_chart *b, char c)
{
	const size_t n = strlen(b->typed);
	const struct vocabulary_word *w = NULL;

	if (n + 1 < sizeof(b->typed)) {
		b->typed[n] = c;
		b->typed[n + 1] = '\0';
		w = begins(b, b->typed);
	}
	if (w == NULL) {
		b->typed[0] = c;
		b->typed[1] = '\0';
		w = begins(b, b->typed);
	}
	if (w != NULL)
		go_to(b, w);
	else
		app_say(b->view.app, ROLE_TEXT, "No place begins with \"%c\".", c);
}

/* Whether it is the next letter of a code, not a mark. */
static bool
goes_on(const struct body_chart *b, char c)
{
	char code[REGION_CODE_SIZE + 1];

	snprintf(code, sizeof(code), "%s%c", b->typed, c);
	return b->typed[0] != '\0' && begins(b, code) != NULL;
}

/* The list: the place before or after, in the order of the practice. */
static void
step(struct body_chart *b, int by)
{
	const struct vocabulary *l = words_of(b);
	const struct vocabulary_word *before = NULL, *last = NULL;

	for (size_t i = 0; i < l->n; i++) {
		const struct vocabulary_word *w = &l->v[i];

		if (w->kind != VOCABULARY_REGION || !w->active ||
		    strlen(w->code) >= REGION_CODE_SIZE)
			continue;
		if (by < 0 && strcmp(w->code, b->code) == 0)
			break;
		before = last;
		last = w;
		if (by > 0 && before != NULL && strcmp(before->code, b->code) == 0)
			break;
	}
	if (last != NULL && (by < 0 || (before != NULL && strcmp(before->code, b->code) == 0)))
		go_to(b, last);
}

/* The list: the sides, one after the other. */
static void
turn(struct body_chart *b, int by)
{
	static const char sides[] = {0, 'L', 'R', 'B', 'M'};
	size_t i = 0;

	while (sides[i] != b->side)
		i++;
	b->side = sides[(i + sizeof(sides) + (size_t)by) % sizeof(sides)];
}

static void
walk(struct body_chart *b, int rows, int columns)
{
	const size_t spot = spot_of(b->code, b->side);

	if (is_list(b) && rows != 0)
		step(b, rows);
	else if (is_list(b))
		turn(b, columns);
	else
		stand(b, spot < body_spot_count ? body_walk(spot, rows, columns) : 0);
}

/* --- Drawing --------------------------------------------------------------------------------- */

static void
say_place(const struct body_chart *b, const char *code, char side, struct str *out)
{
	struct region r = {.side = side, .pain = PAIN_NONE};

	snprintf(r.code, sizeof(r.code), "%s", code);
	region_say_place(out, words_of(b), &r);
}

/* "left low back: pain 7; left low back: focus", or that nothing is said. */
static void
body_focus(const struct view *v, struct str *out)
{
	const struct body_chart *b = (const struct body_chart *)v;
	const struct region_list *l = &b->form->now.regions;
	size_t n = 0;

	if (b->form->dialog.ops->shut(&b->form->dialog))
		return;
	for (size_t i = 0; i < l->n; i++) {
		if (!is_here(b, &l->v[i]))
			continue;
		str_add(out, n++ > 0 ? "; " : "");
		region_say(out, words_of(b), &l->v[i]);
	}
	if (n > 0)
		return;
	say_place(b, b->code, b->side, out);
	str_addf(out, " (%s): nothing is said of it", b->code);
}

static void
body_hint(const struct view *v, struct str *out)
{
	(void)v;
	str_add(out, "As it is written: lbL7, tr B +; Enter goes back to the form");
}

static void
draw_chart(const struct body_chart *b, struct canvas *c)
{
	const size_t spot = spot_of(b->code, b->side);
	struct str chart = {0};
	char *text;
	int row = ABOVE + 1;

	body_chart(&chart, &b->form->now.regions);
	text = str_take(&chart);
	for (char *s = text; *s != '\0'; row++) {
		size_t n = strcspn(s, "\n");

		s[n] = '\0';
		canvas_text(c, row, COLUMN, BODY_COLUMNS, ROLE_TEXT, s);
		s += n + 1;
	}
	free(text);
	if (spot == body_spot_count)
		return;
	c->cursor_row = ABOVE + 1 + body_spots[spot].row;
	c->cursor_column = COLUMN + body_spots[spot].column;
}

/* Down to the end of the chart; returns the next row. */
static int
draw_wrapped(struct canvas *c, int row, int column, int width, const char *text)
{
	for (int indent = 0; text[0] != '\0' && row < ABOVE + 1 + BODY_ROWS; row++, indent = 2) {
		const size_t n = lines_break(text, width - indent);
		struct str line = {0};

		str_addn(&line, text, n);
		canvas_text(c, row, column + indent, width - indent, ROLE_TEXT, str_text(&line));
		str_release(&line);
		text += n;
		text += text[0] == ' ';
	}
	return row;
}

/* Where we are, and all that is marked. */
static void
draw_beside(const struct body_chart *b, struct canvas *c)
{
	const struct region_list *l = &b->form->now.regions;
	const int width = c->columns - BESIDE - 2;
	int row = ABOVE + 1;
	struct str line = {0};

	str_add(&line, "> ");
	say_place(b, b->code, b->side, &line);
	canvas_text(c, row, BESIDE, width, ROLE_SELECTED, str_text(&line));
	c->cursor_row = row;
	c->cursor_column = BESIDE;
	row += 2;
	for (size_t i = 0; i < l->n; i++) {
		str_clear(&line);
		region_say(&line, words_of(b), &l->v[i]);
		row = draw_wrapped(c, row, BESIDE, width, str_text(&line));
	}
	str_release(&line);
}

/* "lb  low back   7 focus" */
static enum role
list_row(const struct body_chart *b, const struct vocabulary_word *w, struct str *out)
{
	const struct region_list *l = &b->form->now.regions;
	const bool here = strcmp(w->code, b->code) == 0;
	bool said = false;

	str_addf(out, "%s%-3s ", here ? "> " : "  ", w->code);
	say_place(b, w->code, here ? b->side : 0, out);
	for (size_t i = 0; i < l->n; i++) {
		if (strcmp(l->v[i].code, w->code) != 0)
			continue;
		str_add(out, said ? " " : "   ");
		region_write(out, &l->v[i]);
		said = true;
	}
	return here ? ROLE_SELECTED : said ? ROLE_MESSAGE : ROLE_TEXT;
}

static void
draw_list(const struct body_chart *b, struct canvas *c, int rows)
{
	const struct vocabulary *l = words_of(b);
	const struct vocabulary_word *shown[64];
	struct scroll s = {.rows = rows};

	for (size_t i = 0; i < l->n && s.n < array_size(shown); i++) {
		if (l->v[i].kind != VOCABULARY_REGION || !l->v[i].active)
			continue;
		if (strcmp(l->v[i].code, b->code) == 0)
			s.at = s.n;
		shown[s.n++] = &l->v[i];
	}
	scroll_fit(&s);
	for (int i = 0; i < rows && s.top + (size_t)i < s.n; i++) {
		struct str line = {0};
		enum role role = list_row(b, shown[s.top + (size_t)i], &line);

		canvas_text(
		    c, ABOVE + 1 + i, COLUMN, c->columns - 2 * COLUMN, role, str_text(&line));
		str_release(&line);
	}
	c->cursor_row = ABOVE + 1 + (int)(s.at - s.top);
	c->cursor_column = COLUMN;
}

static void
body_draw(const struct view *v, struct canvas *c)
{
	const struct body_chart *b = (const struct body_chart *)v;
	const int rows = c->rows - ABOVE - BELOW - app_covered(v->app);
	struct str title = {0};

	str_add(&title, " Places of ");
	intake_form_name(b->form, &title);
	str_addc(&title, ' ');
	canvas_box(c, ABOVE, 0, rows, c->columns, str_text(&title), "");
	str_release(&title);
	c->cursor_row = ABOVE + 1;
	c->cursor_column = COLUMN;
	if (b->form->dialog.ops->shut(&b->form->dialog))
		return;
	if (is_list(b)) {
		draw_list(b, c, rows - EDGES);
	} else {
		draw_beside(b, c);
		draw_chart(b, c);
	}
}

/* --- Commands -------------------------------------------------------------------------------- */

static void
say_of_it(struct body_chart *b, enum cmd c, const char *typed)
{
	switch (c) {
	case CMD_BODY_PAIN:
		mark(b, REGION_PAIN, typed[0] == '*' ? PAIN_MOST : typed[0] - '0');
		break;
	case CMD_BODY_FOCUS:
		mark(b, REGION_FOCUS, PAIN_NONE);
		break;
	case CMD_BODY_AVOID:
		mark(b, REGION_AVOID, PAIN_NONE);
		break;
	case CMD_BODY_NUMB:
		mark(b, REGION_NUMB, PAIN_NONE);
		break;
	case CMD_BODY_SCAR:
		mark(b, REGION_SCAR, PAIN_NONE);
		break;
	case CMD_BODY_BRUISE:
		mark(b, REGION_BRUISE, PAIN_NONE);
		break;
	case CMD_BODY_CLEAR:
		clear_here(b);
		break;
	default:
		break;
	}
}

static void
obey(struct body_chart *b, enum cmd c)
{
	const char *typed = b->view.app->typed;

	switch (c) {
	case CMD_UP:
	case CMD_DOWN:
		walk(b, c == CMD_UP ? -1 : 1, 0);
		break;
	case CMD_LEFT:
	case CMD_RIGHT:
		walk(b, 0, c == CMD_LEFT ? -1 : 1);
		break;
	case CMD_BODY_SIDE:
		b->side = typed[0];
		break;
	case CMD_BODY_DONE:
		app_close(b->view.app, &b->view);
		break;
	case CMD_SAVE:
		intake_form_save_from(b->view.app, &b->view);
		break;
	default:
		if (typed[0] != '\0' || c == CMD_BODY_CLEAR)
			say_of_it(b, c, typed);
	}
}

static void
body_command(struct view *v, enum cmd c, const char *words)
{
	struct body_chart *b = (struct body_chart *)v;
	const bool shut = b->form->dialog.ops->shut(&b->form->dialog);
	const char *typed = v->app->typed;

	(void)words;
	if (c == CMD_NONE || (shut && c != CMD_BODY_DONE))
		return;
	if (typed[0] != '\0' && (c == CMD_BODY_CODE || goes_on(b, typed[0]))) {
		letter(b, typed[0]);
		return;
	}
	b->typed[0] = '\0';
	obey(b, c);
}

static unsigned
body_where(const struct view *v)
{
	(void)v;
	return IN_BODY;
}

static void
body_resize(struct view *v, int rows, int columns)
{
	(void)v;
	(void)rows;
	(void)columns;
}

static void
body_release(struct view *v)
{
	free(v);
}

static const struct view_ops body_ops = {
    .where = body_where,
    .draw = body_draw,
    .focus = body_focus,
    .hint = body_hint,
    .command = body_command,
    .resize = body_resize,
    .release = body_release,
};

/* At the first place that is marked, else on the low back. */
void
body_chart_push(struct intake_form *f)
{
	struct app *a = f->dialog.view.app;
	const struct region_list *l = &f->now.regions;
	struct body_chart *b;

	if (f->bad[FORM_PLACES]) {
		dialog_go(&f->dialog, FORM_PLACES);
		dialog_refresh(&f->dialog);
		return;
	}
	b = xcalloc(1, sizeof(*b));
	b->view = (struct view){.ops = &body_ops, .app = a};
	b->form = f;
	if (l->n > 0) {
		memcpy(b->code, l->v[0].code, sizeof(b->code));
		b->side = l->v[0].side;
	} else {
		snprintf(b->code, sizeof(b->code), "lb");
	}
	app_push(a, &b->view);
}
