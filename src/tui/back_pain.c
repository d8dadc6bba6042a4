#include "back_pain.h"

#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>

enum {
	ABOVE = 2, /* lines of the screen above the box, and below it */
	BELOW = 3,
	EDGES = 2,
	COLUMN = 3,
	SMALL = 20, /* rows of a screen on which the answers may take all there are */
	TOLD = 3, /* lines below the answers: what is picked so far */
};

struct back_pain {
	struct view view; /* first */
	struct dialog *below;
	struct intake_form *form; /* the same; NULL: it is heard */
	size_t heard; /* the field in which it is */
	enum back_pain_step step;
	char *before[STEP_COUNT]; /* owned; what the fields said when it began; heard: the first */
	char *picked[STEP_COUNT]; /* owned; value of the answer; of SIGNS all, comma separated */
	char side; /* of WHERE; 0 = not said */
	struct lines raised; /* flags */
	struct str so_far; /* what is picked, in words */
};

/* Whether an answer is picked; several stand with commas around. */
static bool
is_picked(const struct back_pain *b, enum back_pain_step s, const char *value)
{
	const size_t n = strlen(value);

	for (const char *at = str_or_empty(b->picked[s]); *at != '\0'; at += *at == ',') {
		if (strncmp(at, value, n) == 0 && (at[n] == ',' || at[n] == '\0'))
			return true;
		at += strcspn(at, ",");
	}
	return false;
}

/* --- Picking --------------------------------------------------------------------------------- */

/* "lbL7" */
static void
add_place(const struct back_pain *b, struct str *out)
{
	str_add(out, b->picked[STEP_WHERE]);
	if (b->side != 0)
		str_addc(out, b->side);
	str_add(out, str_or_empty(b->picked[STEP_PAIN]));
}

/* A field of the form: places and signs stand behind what it said. */
static void
tell_field(struct back_pain *b, enum back_pain_step s)
{
	const char *picked = str_or_empty(b->picked[s]);
	struct str text = {0};

	if (s == STEP_WHERE || s == STEP_SIGNS || picked[0] == '\0')
		str_add(&text, b->before[s]);
	if (s == STEP_WHERE && picked[0] != '\0') {
		add_place(b, &text);
		str_addc(&text, ' ');
	} else {
		str_add(&text, picked);
	}
	if (s == STEP_SIGNS && picked[0] != '\0')
		str_add(&text, ", ");
	dialog_typed(b->below, back_pain_field(s), str_text(&text));
	str_release(&text);
}

/* As a caller says it: "!cause=lift !onset=acute !lbL7 !pain=7 !conditions=+saddle". */
static void
tell_heard(struct back_pain *b)
{
	struct str text = {0};

	str_add(&text, b->before[0]);
	for (enum back_pain_step s = 0; s < STEP_COUNT; s++) {
		enum intake_field of = INTAKE_GOALS;

		if (str_or_empty(b->picked[s])[0] == '\0')
			continue;
		str_add(&text, text.n > 0 ? " !" : "!");
		if (form_intake_field(back_pain_field(s), &of))
			str_addf(&text, "%s=%s%s", intake_field_rows[of].word,
			    s == STEP_SIGNS ? "+" : "", b->picked[s]);
		else
			add_place(b, &text);
	}
	dialog_typed(b->below, b->heard, str_text(&text));
	str_release(&text);
}

/* "Cause: strain from lifting; Onset: acute", of what the form says by now. */
static void
say_form(struct back_pain *b)
{
	for (enum back_pain_step s = 0; s < STEP_COUNT; s++) {
		struct str words = {0};

		if (str_or_empty(b->picked[s])[0] != '\0')
			form_say(b->form, back_pain_field(s), &words);
		if (words.n > 0)
			str_addf(&b->so_far, "%s%s: %s", b->so_far.n > 0 ? "; " : "",
			    form_label(back_pain_field(s)), str_text(&words));
		str_release(&words);
	}
	lines_add_all(&b->raised, &b->form->raised);
}

static void
say_heard(struct back_pain *b)
{
	const struct desk *d = b->view.app->desk;
	const struct intake_habits habits = desk_intake_habits(d);
	const struct flag_list none = {0};
	struct str heard = {0};
	struct intake in;

	intake_init(&in);
	if (desk_heard(d, dialog_text(b->below, b->heard), &heard, &b->so_far) == ERR_OK &&
	    intake_hear(&in, &habits, str_text(&heard), NULL) == ERR_OK)
		form_raised(d, &in, &none, &b->raised);
	intake_release(&in);
	str_release(&heard);
}

static void
tell(struct back_pain *b, enum back_pain_step s)
{
	if (b->form == NULL)
		tell_heard(b);
	else
		tell_field(b, s);
	if (b->form != NULL && s == STEP_PAIN)
		tell_field(b, STEP_WHERE);
	str_clear(&b->so_far);
	lines_clear(&b->raised);
	if (b->form != NULL)
		say_form(b);
	else
		say_heard(b);
}

/* Of the signs one is put in or taken out. */
static void
turn_sign(struct back_pain *b, const char *value)
{
	const bool was = is_picked(b, STEP_SIGNS, value);
	struct str now = {0};

	for (const char *at = str_or_empty(b->picked[STEP_SIGNS]); *at != '\0'; at += *at == ',') {
		const size_t n = strcspn(at, ",");

		if (n != strlen(value) || strncmp(at, value, n) != 0) {
			str_add(&now, now.n > 0 ? "," : "");
			str_addn(&now, at, n);
		}
		at += n;
	}
	if (!was)
		str_addf(&now, "%s%s", now.n > 0 ? "," : "", value);
	xstrset(&b->picked[STEP_SIGNS], str_text(&now));
	str_release(&now);
}

static void
pick(struct back_pain *b, char key)
{
	struct answers l = back_pain_answers(&b->view.app->desk->practice.vocabulary, b->step);
	const enum back_pain_step s = b->step;

	for (size_t i = 0; i < l.n; i++) {
		if (l.v[i].key != key)
			continue;
		if (s == STEP_SIGNS)
			turn_sign(b, l.v[i].value);
		else
			xstrset(&b->picked[s], l.v[i].value);
		tell(b, s);
		if (s != STEP_SIGNS)
			b->step++;
		break;
	}
	answers_release(&l);
}

/* To the form, where the rest is said in words; or to what is heard. */
static void
to_dialog(struct back_pain *b)
{
	struct dialog *d = b->below;
	const size_t field = b->form != NULL ? form_field_of(INTAKE_REASON) : b->heard;

	app_close(b->view.app, &b->view);
	dialog_go(d, field);
	dialog_refresh(d);
}

/* --- Drawing --------------------------------------------------------------------------------- */

static bool
is_shut(const struct back_pain *b)
{
	return b->form != NULL && intake_form_is_shut(b->form);
}

static void
say_answer(const struct back_pain *b, const struct answer *a, struct str *out)
{
	const bool picked = is_picked(b, b->step, a->value);

	if (b->step == STEP_SIGNS)
		str_addf(out, "%c %s %s", a->key, picked ? "[x]" : "[ ]", a->text);
	else
		str_addf(out, "%c%s %s", a->key, picked ? "*" : "", a->text);
}

/* At most so many lines; returns how many. */
static int
draw_text(struct canvas *c, int row, int rows, enum role role, const char *text)
{
	const int width = c->columns - 2 * COLUMN;
	int i = 0;

	for (; i < rows && text[0] != '\0'; i++) {
		const size_t n = lines_break(text, width);
		struct str line = {0};

		str_addn(&line, text, n);
		canvas_text(c, row + i, COLUMN, width, role, str_text(&line));
		str_release(&line);
		text += n;
		text += strspn(text, " ");
	}
	return i;
}

/* One under the other; where there is no room one behind the other. Returns the rows they take. */
static int
draw_answers(const struct back_pain *b, struct canvas *c, int row, int rows)
{
	struct answers l = back_pain_answers(&b->view.app->desk->practice.vocabulary, b->step);
	const bool flow = (int)l.n > rows - TOLD;
	struct str text = {0};
	int taken = (int)l.n;

	for (size_t i = 0; i < l.n; i++) {
		say_answer(b, &l.v[i], &text);
		if (flow) {
			str_add(&text, "  ");
			continue;
		}
		canvas_text(c, row + (int)i, COLUMN, c->columns - 2 * COLUMN,
		    is_picked(b, b->step, l.v[i].value) ? ROLE_SELECTED : ROLE_TEXT,
		    str_text(&text));
		str_clear(&text);
	}
	if (flow)
		taken = draw_text(c, row, rows, ROLE_TEXT, str_text(&text));
	str_release(&text);
	answers_release(&l);
	return taken;
}

/* What it raises is said before anything else. */
static void
draw_so_far(const struct back_pain *b, struct canvas *c, int row, int rows)
{
	const struct lines *raised = &b->raised;
	struct str all = {0};

	for (size_t i = 0; i < raised->n; i++)
		str_addf(&all, "%s%s", i > 0 ? "  " : "", raised->v[i].text);
	if (raised->n == 0)
		str_add(&all, str_text(&b->so_far));
	draw_text(c, row, rows, raised->n > 0 ? raised->v[0].role : ROLE_FREE, str_text(&all));
	str_release(&all);
}

static void
say_question(const struct back_pain *b, struct str *out)
{
	str_addf(
	    out, "%d of %d  %s", (int)b->step + 1, (int)STEP_COUNT, back_pain_question(b->step));
	if (b->step == STEP_WHERE && b->side != 0)
		str_addf(out, "  (%c)", b->side);
}

static void
back_pain_draw(const struct view *v, struct canvas *c)
{
	const struct back_pain *b = (const struct back_pain *)v;
	const int rows = c->rows - ABOVE - BELOW - app_covered(v->app);
	struct str line = {0};
	int left;

	str_add(&line, " Back pain ");
	if (b->form != NULL) {
		str_add(&line, "of ");
		intake_form_name(b->form, &line);
		str_addc(&line, ' ');
	}
	canvas_box(c, ABOVE, 0, rows, c->columns, str_text(&line), "");
	str_clear(&line);
	c->cursor_row = ABOVE + 1;
	c->cursor_column = COLUMN;
	if (!is_shut(b)) {
		say_question(b, &line);
		canvas_text(
		    c, ABOVE + 1, COLUMN, c->columns - 2 * COLUMN, ROLE_HEAD, str_text(&line));
		left = rows - EDGES - 1;
		left -= draw_answers(b, c, ABOVE + 2, left);
		left = left < TOLD ? left : TOLD;
		draw_so_far(b, c, ABOVE + rows - 1 - left, left);
	}
	str_release(&line);
}

static void
back_pain_focus(const struct view *v, struct str *out)
{
	const struct back_pain *b = (const struct back_pain *)v;

	str_add(out, "Back pain, question ");
	say_question(b, out);
}

static void
back_pain_hint(const struct view *v, struct str *out)
{
	const struct back_pain *b = (const struct back_pain *)v;
	const struct lines *raised = &b->raised;

	if (v->app->rows < SMALL && raised->n > 0 && !is_shut(b))
		str_add(out, raised->v[0].text); /* above it there may be no room */
	else if (b->step == STEP_WHERE)
		str_add(out, "L R B M say the side of it; a digit picks, Enter skips");
	else if (b->step == STEP_SIGNS)
		str_add(out, "Digits, again takes back; Ctrl-S saves, Enter goes back");
	else
		str_add(out, "A digit picks, Enter skips; Ctrl-S saves, Esc goes back");
}

/* --- Commands -------------------------------------------------------------------------------- */

/* A key of an answer, or the side of a place; a pasted text is no answer. */
static void
back_pain_type(struct view *v, const char *text)
{
	struct back_pain *b = (struct back_pain *)v;

	if (is_shut(b) || text[0] == '\0' || text[1] != '\0')
		return;
	if (b->step == STEP_WHERE && strchr("LRBM", text[0]) != NULL) {
		b->side = b->side == text[0] ? 0 : text[0];
		tell(b, STEP_WHERE);
	} else {
		pick(b, text[0]);
	}
}

static void
back_pain_command(struct view *v, enum cmd c, const char *words)
{
	struct back_pain *b = (struct back_pain *)v;

	(void)words;
	if (c == CMD_DIALOG_BACK) {
		app_close(v->app, v);
		return;
	}
	if (is_shut(b))
		return;
	if (c == CMD_SAVE)
		intake_form_save_from(v->app, v);
	else if ((c == CMD_FIELD_DONE || c == CMD_FIELD_NEXT) && b->step + 1 < STEP_COUNT)
		b->step++;
	else if (c == CMD_FIELD_DONE)
		to_dialog(b);
	else if (c == CMD_FIELD_BACK || c == CMD_EDIT_RUBOUT)
		b->step -= b->step > 0;
}

/* As in a dialog: what answers is typed. */
static unsigned
back_pain_where(const struct view *v)
{
	(void)v;
	return IN_DIALOG;
}

static void
back_pain_resize(struct view *v, int rows, int columns)
{
	(void)v;
	(void)rows;
	(void)columns;
}

static void
back_pain_release(struct view *v)
{
	struct back_pain *b = (struct back_pain *)v;

	for (enum back_pain_step s = 0; s < STEP_COUNT; s++) {
		free(b->before[s]);
		free(b->picked[s]);
	}
	lines_release(&b->raised);
	str_release(&b->so_far);
	free(b);
}

static const struct view_ops back_pain_ops = {
    .where = back_pain_where,
    .draw = back_pain_draw,
    .focus = back_pain_focus,
    .hint = back_pain_hint,
    .command = back_pain_command,
    .type = back_pain_type,
    .resize = back_pain_resize,
    .release = back_pain_release,
};

static struct back_pain *
make(struct dialog *below)
{
	struct back_pain *b = xcalloc(1, sizeof(*b));

	b->view = (struct view){.ops = &back_pain_ops, .app = below->view.app};
	b->below = below;
	return b;
}

void
back_pain_push(struct intake_form *f)
{
	struct back_pain *b = make(&f->dialog);

	b->form = f;
	for (enum back_pain_step s = 0; s < STEP_COUNT; s++)
		b->before[s] = xstrdup(dialog_text(&f->dialog, back_pain_field(s)));
	app_push(b->view.app, &b->view);
}

void
back_pain_push_heard(struct dialog *d, size_t field)
{
	struct back_pain *b = make(d);

	b->heard = field;
	b->before[0] = xstrdup(dialog_text(d, field));
	app_push(b->view.app, &b->view);
}
