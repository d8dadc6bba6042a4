#include "body_chart.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <frontdesk/body.h>
#include <frontdesk/mem.h>

/* --- Where we are ---------------------------------------------------------------------------- */

/* The spot of a place; of both sides the left one; body_spot_count: it has none. */
size_t
body_chart_spot(const char *code, char side)
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
	const size_t i = body_chart_spot(code, 'L');

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
bool
body_chart_is_here(const struct body_chart *b, const struct region *r)
{
	const char here = b->side == 'M' ? 0 : b->side, there = r->side == 'M' ? 0 : r->side;

	return strcmp(r->code, b->code) == 0 && here == there;
}

const struct vocabulary *
body_chart_words(const struct body_chart *b)
{
	return &intake_form_desk(b->form)->practice.vocabulary;
}

/* On the chart, or as a list. */
bool
body_chart_is_list(const struct body_chart *b)
{
	return b->view.app->rows - BODY_CHART_ABOVE - BODY_CHART_BELOW - BODY_CHART_EDGES <
	    BODY_ROWS ||
	    b->view.app->columns < BODY_CHART_BESIDE + BODY_COLUMNS / 2;
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
		if (!body_chart_is_here(b, &l.v[i]) || l.v[i].kind != kind)
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
		if (body_chart_is_here(b, &l.v[i]))
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
	const struct vocabulary *l = body_chart_words(b);

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
	const struct vocabulary *l = body_chart_words(b);
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
	const size_t spot = body_chart_spot(b->code, b->side);

	if (body_chart_is_list(b) && rows != 0)
		step(b, rows);
	else if (body_chart_is_list(b))
		turn(b, columns);
	else
		stand(b, spot < body_spot_count ? body_walk(spot, rows, columns) : 0);
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
	const bool shut = intake_form_is_shut(b->form);
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
    .draw = body_chart_draw,
    .focus = body_chart_focus,
    .hint = body_chart_hint,
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
