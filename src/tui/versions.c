#include "versions.h"

#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>

#include "scroll.h"

enum { ABOVE = 2, BELOW = 3, EDGES = 2 };

struct versions {
	struct view view; /* first */
	const struct intake_form *form; /* the view below */
	struct intake_list all; /* newest first, whole */
	struct lines lines; /* flags, then each version with what it changed */
	struct scroll list; /* over the lines, as they are broken */
	struct lines broken;
};

/* --- What is shown --------------------------------------------------------------------------- */

static void
add_changes(struct versions *s, const struct intake *before, const struct intake *in)
{
	struct str changes = {0};
	char *text;

	intake_changes(&changes, before, in, &intake_form_desk(s->form)->practice.vocabulary);
	text = str_take(&changes);
	for (char *at = text; at != NULL && *at != '\0';) {
		size_t n = strcspn(at, "\n");

		lines_add(&s->lines, ROLE_TEXT, "  %.*s", (int)n, at);
		at += n + (at[n] != '\0');
	}
	free(text);
}

static void
add_version(struct versions *s, size_t i)
{
	const struct intake *in = &s->all.v[i], *before = form_before(&s->all, i);
	struct str line = {0};
	struct intake nothing;

	form_say_version(intake_form_desk(s->form), in, &line);
	lines_add(&s->lines, ROLE_HEAD, "%s", str_text(&line));
	intake_init(&nothing);
	if (in->version != INTAKE_IS_NO_CHANGE)
		add_changes(s, before != NULL ? before : &nothing, in);
	intake_release(&nothing);
	str_release(&line);
}

/* Every version with its answers, once. */
static enum err
read_all(struct versions *s)
{
	struct desk *d = intake_form_desk(s->form);
	struct intake_list l = {0};
	enum err e = desk_intakes(d, s->form->client_id, &l);

	for (size_t i = 0; i < l.n && e == ERR_OK; i++)
		e = desk_intake_version(d, s->form->client_id, l.v[i].id, list_push(&s->all));
	intake_list_release(&l);
	return e;
}

static void
versions_resize(struct view *v, int rows, int columns)
{
	struct versions *s = (struct versions *)v;

	lines_clear(&s->broken);
	for (size_t i = 0; i < s->lines.n; i++) {
		const char *text = s->lines.v[i].text;

		do {
			size_t n = lines_break(text, columns - 6);

			lines_add(&s->broken, s->lines.v[i].role, "%.*s", (int)n, text);
			text += n;
			text += text[0] == ' ';
		} while (text[0] != '\0');
	}
	s->list.n = s->broken.n;
	s->list.rows = rows - ABOVE - BELOW - EDGES;
	scroll_fit(&s->list);
}

static enum err
versions_load(struct view *v)
{
	struct versions *s = (struct versions *)v;
	const struct intake_form *f = s->form;
	enum err e;

	intake_list_release(&s->all);
	s->all = (struct intake_list){0};
	lines_clear(&s->lines);
	e = read_all(s);
	for (size_t i = f->flag_at; i < f->flag_at + f->flag_n; i++)
		lines_add(&s->lines, f->told.v[i].role, "%s", f->told.v[i].text);
	for (size_t i = 0; i < s->all.n && e == ERR_OK; i++)
		add_version(s, i);
	if (s->all.n == 0)
		lines_add(&s->lines, ROLE_TEXT, "Nothing was told yet.");
	versions_resize(v, v->app->rows, v->app->columns);
	return e;
}

static enum role
draw_row(const void *arg, size_t i, struct str *out)
{
	const struct lines *l = arg;

	str_add(out, l->v[i].text);
	return l->v[i].role;
}

static void
versions_draw(const struct view *v, struct canvas *c)
{
	const struct versions *s = (const struct versions *)v;
	struct scroll list = s->list;
	struct str title = {0};

	str_add(&title, " Told before by ");
	intake_form_name(s->form, &title);
	str_addc(&title, ' ');
	list.rows -= app_covered(v->app);
	scroll_fit(&list);
	canvas_box(c, ABOVE, 0, list.rows + EDGES, c->columns, str_text(&title), "");
	if (!s->form->dialog.ops->shut(&s->form->dialog))
		scroll_draw(&list, c, ABOVE + 1, 2, c->columns - 4, draw_row, &s->broken);
	str_release(&title);
}

static void
versions_focus(const struct view *v, struct str *out)
{
	const struct versions *s = (const struct versions *)v;

	if (s->list.at < s->broken.n && !s->form->dialog.ops->shut(&s->form->dialog))
		str_add(out, s->broken.v[s->list.at].text);
}

static void
versions_hint(const struct view *v, struct str *out)
{
	(void)v;
	str_add(out, "Esc goes back to the form.");
}

static unsigned
versions_where(const struct view *v)
{
	(void)v;
	return IN_VERSIONS;
}

static void
versions_command(struct view *v, enum cmd c, const char *words)
{
	(void)words;
	scroll_command(&((struct versions *)v)->list, c);
}

static void
versions_release(struct view *v)
{
	struct versions *s = (struct versions *)v;

	intake_list_release(&s->all);
	lines_release(&s->lines);
	lines_release(&s->broken);
	free(s);
}

static const struct view_ops versions_ops = {
    .where = versions_where,
    .load = versions_load,
    .draw = versions_draw,
    .focus = versions_focus,
    .hint = versions_hint,
    .command = versions_command,
    .resize = versions_resize,
    .release = versions_release,
};

void
versions_push(const struct intake_form *f)
{
	struct versions *s = xcalloc(1, sizeof(*s));

	s->view = (struct view){.ops = &versions_ops, .app = f->dialog.view.app};
	s->form = f;
	app_push(f->dialog.view.app, &s->view);
}
