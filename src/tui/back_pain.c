#include "back_pain.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>
#include <frontdesk/text.h>

enum {
	ABOVE = 2, /* lines of the screen above the box, and below it */
	BELOW = 3,
	EDGES = 2,
	COLUMN = 3,
	ANSWERS = 11, /* "1" to "9", "0", "*" */
	SMALL = 20, /* rows of a screen on which the answers may take all there are */
	TOLD = 3, /* lines below the answers: what is picked so far */
};

/* X(ID, field of the form, question) */
#define STEP_LIST(X) \
	X(CAUSE, form_field_of(INTAKE_CAUSE), "What is it from?") \
	X(ONSET, form_field_of(INTAKE_ONSET), "Since when?") \
	X(WHERE, FORM_PLACES, "Where is it worst?") \
	X(PAIN, form_field_of(INTAKE_PAIN), "How bad is it now, 0 to 10?") \
	X(PRESSURE, form_field_of(INTAKE_PRESSURE), "Which pressure is liked?") \
	X(SIGNS, form_field_of(INTAKE_CONDITIONS), "Any of these? All that are right")
enum step {
#define X(id, field, question) STEP_##id,
	STEP_LIST(X)
#undef X
	    STEP_COUNT
};

struct answer {
	char key;
	char *value, *text; /* owned; as the field takes it, and in words */
};
struct answers {
	struct answer v[ANSWERS];
	size_t n;
};

struct back_pain {
	struct view view; /* first */
	struct dialog *below;
	struct intake_form *form; /* the same; NULL: it is heard */
	size_t heard; /* the field in which it is */
	enum step step;
	char *before[STEP_COUNT]; /* owned; what the fields said when it began; heard: the first */
	char *picked[STEP_COUNT]; /* owned; value of the answer; of SIGNS all, comma separated */
	char side; /* of WHERE; 0 = not said */
	struct lines raised; /* flags */
	struct str so_far; /* what is picked, in words */
};

static size_t
field_of(enum step s)
{
	switch (s) {
#define X(id, field, question) \
	case STEP_##id: \
		return field;
		STEP_LIST(X)
#undef X
	case STEP_COUNT:
		break;
	}
	return 0;
}

static const char *const questions[] = {
#define X(id, field, question) question,
    STEP_LIST(X)
#undef X
};

/* --- The answers ----------------------------------------------------------------------------- */

static void
add(struct answers *l, char key, const char *value, const char *text)
{
	if (l->n < ANSWERS)
		l->v[l->n++] = (struct answer){key, xstrdup(value), xstrdup(text)};
}

/* The first ten words of a kind, of a section when it is said. */
static void
add_words(
    struct answers *l, const struct vocabulary *all, enum vocabulary_kind kind, const char *section)
{
	static const char keys[] = "1234567890";

	for (size_t i = 0; i < all->n && keys[l->n] != '\0'; i++) {
		const struct vocabulary_word *w = &all->v[i];

		if (w->kind == kind && w->active &&
		    (section == NULL || strcmp(w->section, section) == 0))
			add(l, keys[l->n], w->code, w->label);
	}
}

static void
add_levels(struct answers *l)
{
	for (int i = 1; i <= PRESSURE_MOST; i++)
		add(l, (char)('0' + i), (const char[]){(char)('0' + i), '\0'}, pressure_word(i));
	add(l, '6', pressure_word(PRESSURE_VARIES), pressure_word(PRESSURE_VARIES));
}

static void
add_pains(struct answers *l)
{
	for (char c = '0'; c <= '9'; c++)
		add(l, c, (const char[]){c, '\0'},
		    c == '0'      ? "none"
			: c < '4' ? "mild"
			: c < '7' ? "moderate"
				  : "severe");
	add(l, '*', "10", "10, the worst there is");
}

static struct answers
answers_of(const struct back_pain *b, enum step s)
{
	const struct vocabulary *all = &b->view.app->desk->practice.vocabulary;
	struct answers l = {0};

	switch (s) {
	case STEP_CAUSE:
		add_words(&l, all, VOCABULARY_CAUSE, NULL);
		break;
	case STEP_ONSET:
		add(&l, '1', "acute", "acute, less than 6 weeks");
		add(&l, '2', "subacute", "subacute");
		add(&l, '3', "chronic", "chronic, 12 weeks or more");
		break;
	case STEP_WHERE:
		add_words(&l, all, VOCABULARY_REGION, "back");
		break;
	case STEP_PAIN:
		add_pains(&l);
		break;
	case STEP_PRESSURE:
		add_levels(&l);
		break;
	case STEP_SIGNS:
		add_words(&l, all, VOCABULARY_CONDITION, "back");
		break;
	case STEP_COUNT:
		break;
	}
	return l;
}

static void
answers_release(struct answers *l)
{
	for (size_t i = 0; i < l->n; i++) {
		free(l->v[i].value);
		free(l->v[i].text);
	}
	l->n = 0;
}

/* Whether an answer is picked; several stand with commas around. */
static bool
is_picked(const struct back_pain *b, enum step s, const char *value)
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
tell_field(struct back_pain *b, enum step s)
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
	dialog_typed(b->below, field_of(s), str_text(&text));
	str_release(&text);
}

/* As a caller says it: "!cause=lift !onset=acute !lbL7 !pain=7 !conditions=+saddle". */
static void
tell_heard(struct back_pain *b)
{
	struct str text = {0};

	str_add(&text, b->before[0]);
	for (enum step s = 0; s < STEP_COUNT; s++) {
		enum intake_field of = INTAKE_GOALS;

		if (str_or_empty(b->picked[s])[0] == '\0')
			continue;
		str_add(&text, text.n > 0 ? " !" : "!");
		if (form_intake_field(field_of(s), &of))
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
	for (enum step s = 0; s < STEP_COUNT; s++) {
		struct str words = {0};

		if (str_or_empty(b->picked[s])[0] != '\0')
			form_say(b->form, field_of(s), &words);
		if (words.n > 0)
			str_addf(&b->so_far, "%s%s: %s", b->so_far.n > 0 ? "; " : "",
			    form_label(field_of(s)), str_text(&words));
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
tell(struct back_pain *b, enum step s)
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
	struct answers l = answers_of(b, b->step);
	const enum step s = b->step;

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
	return b->form != NULL && b->below->ops->shut(b->below);
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
	struct answers l = answers_of(b, b->step);
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
	str_addf(out, "%d of %d  %s", (int)b->step + 1, (int)STEP_COUNT, questions[b->step]);
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

static void
back_pain_command(struct view *v, enum cmd c, const char *words)
{
	struct back_pain *b = (struct back_pain *)v;
	const char key = v->app->typed[0];

	(void)words;
	if (is_shut(b))
		return;
	switch (c) {
	case CMD_PATH_PICK:
		pick(b, key);
		break;
	case CMD_PATH_SIDE:
		b->side = b->side == key ? 0 : key;
		tell(b, STEP_WHERE);
		break;
	case CMD_PATH_NEXT:
		if (b->step + 1 < STEP_COUNT)
			b->step++;
		else
			to_dialog(b);
		break;
	case CMD_PATH_BACK:
		b->step -= b->step > 0;
		break;
	case CMD_SAVE:
		intake_form_save_from(v->app, v);
		break;
	default:
		break;
	}
}

static unsigned
back_pain_where(const struct view *v)
{
	(void)v;
	return IN_PATH;
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

	for (enum step s = 0; s < STEP_COUNT; s++) {
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
	for (enum step s = 0; s < STEP_COUNT; s++)
		b->before[s] = xstrdup(dialog_text(&f->dialog, field_of(s)));
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
