#include "parked.h"

#include <stdlib.h>

#include <frontdesk/mem.h>

#include "dialog.h"
#include "scroll.h"

enum { FIRST_ROW = 3, ROWS_BELOW = 3 };

struct parked {
	struct view view; /* first */
	struct scroll list;
	bool asked; /* whether to throw the selected one away */
};

static unsigned
parked_where(const struct view *v)
{
	(void)v;
	return IN_PARKED;
}

static enum err
parked_load(struct view *v)
{
	struct parked *p = (struct parked *)v;

	p->list.n = app_parked_count(v->app);
	scroll_fit(&p->list);
	return ERR_OK;
}

static enum role
draw_row(const void *arg, size_t i, struct str *out)
{
	const struct app *a = arg;
	const struct view *v = a->parked.v[app_parked_at(a, i)];

	v->ops->label(v, out);
	return ROLE_TEXT;
}

static void
parked_draw(const struct view *v, struct canvas *c)
{
	const struct parked *p = (const struct parked *)v;

	canvas_text(c, FIRST_ROW - 1, 0, c->columns, ROLE_HEAD,
	    p->list.n > 0 ? "Half typed" : "Nothing is parked.");
	scroll_draw(&p->list, c, FIRST_ROW, 0, c->columns, draw_row, v->app);
	if (p->list.n == 0)
		c->cursor_row = FIRST_ROW - 1;
}

static void
parked_heading(const struct view *v, struct str *out)
{
	(void)v;
	(void)out; /* how many there are says the title */
}

static void
parked_focus(const struct view *v, struct str *out)
{
	const struct parked *p = (const struct parked *)v;

	if (p->list.n == 0)
		str_add(out, "Nothing is parked.");
	else
		draw_row(v->app, p->list.at, out);
}

static void
parked_hint(const struct view *v, struct str *out)
{
	(void)v;
	str_add(out, "Esc in a dialog parks what is typed in it.");
}

static void
discard(struct parked *p)
{
	struct app *a = p->view.app;
	size_t at = app_parked_at(a, p->list.at);
	struct view *v = a->parked.v[at];

	if (!p->asked) {
		p->asked = true;
		app_say(a, ROLE_CAUTION, "x again throws it away for good.");
		return;
	}
	p->asked = false;
	for (size_t i = at + 1; i < a->parked.n; i++)
		a->parked.v[i - 1] = a->parked.v[i];
	a->parked.n--;
	v->ops->discard(v);
	app_say(a, ROLE_MESSAGE, "Thrown away.");
	(void)parked_load(&p->view);
}

static void
parked_command(struct view *v, enum cmd c, const char *words)
{
	struct parked *p = (struct parked *)v;

	(void)words;
	if (c == CMD_DISCARD && p->list.n > 0) {
		discard(p);
		return;
	}
	p->asked = false;
	if (c == CMD_GO_ON && p->list.n > 0) {
		struct app *a = v->app;
		size_t i = app_parked_at(a, p->list.at);

		app_close(a, v);
		app_unpark(a, i);
	} else {
		scroll_command(&p->list, c);
	}
}

static uint64_t
parked_lacks(const struct view *v)
{
	return ((const struct parked *)v)->list.n == 0 ? ON_ROW : 0;
}

static void
parked_resize(struct view *v, int rows, int columns)
{
	struct parked *p = (struct parked *)v;

	(void)columns;
	p->list.rows = rows - FIRST_ROW - ROWS_BELOW;
	scroll_fit(&p->list);
}

static void
parked_release(struct view *v)
{
	free(v);
}

static const struct view_ops parked_ops = {
    .title = "PARKED",
    .where = parked_where,
    .load = parked_load,
    .draw = parked_draw,
    .heading = parked_heading,
    .focus = parked_focus,
    .hint = parked_hint,
    .command = parked_command,
    .lacks = parked_lacks,
    .resize = parked_resize,
    .release = parked_release,
};

struct view *
parked_new(struct app *a)
{
	struct parked *p = xcalloc(1, sizeof(*p));

	p->view = (struct view){.ops = &parked_ops, .app = a};
	return &p->view;
}

static void
take_over(void *arg, struct draft *taken)
{
	struct app *a = arg;
	struct dialog *d = dialog_reopen(a, taken);

	if (d != NULL)
		views_add(&a->parked, &d->view);
	draft_close(taken);
}

/* A file is as old as the computer's clock says: --now in another year must not remove it. */
static int64_t
real_time(const struct desk *d)
{
	const struct desk_options *o = &d->options;

	return o->clock != NULL ? o->clock(o->clock_arg) : desk_utc(d);
}

void
parked_find(struct app *a)
{
	size_t before = app_parked_count(a);

	drafts_find(&a->drafts, real_time(a->desk), take_over, a);
	if (app_parked_count(a) > before)
		app_say(a, ROLE_CAUTION, "%zu half typed from last time; O lists them.",
		    app_parked_count(a) - before);
}
