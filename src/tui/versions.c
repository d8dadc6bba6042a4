#include "versions.h"

#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>

#include "intake_form.h"

enum { MARK = 2 }; /* columns before a row */

void
versions_release(struct versions *s)
{
	lines_release(&s->lines);
	*s = (struct versions){0};
}

/* --- Reading --------------------------------------------------------------------------------- */

static void
add_changes(
    struct versions *s, const struct desk *d, const struct intake *before, const struct intake *in)
{
	struct str changes = {0};
	char *text;

	intake_changes(&changes, before, in, &d->practice.vocabulary);
	text = str_take(&changes);
	for (char *at = text; at != NULL && *at != '\0';) {
		size_t n = strcspn(at, "\n");

		lines_add(&s->lines, ROLE_TEXT, "  %.*s", (int)n, at);
		at += n + (at[n] != '\0');
	}
	free(text);
}

static void
add_version(
    struct versions *s, const struct desk *d, const struct intake *in, const struct intake *before)
{
	struct str line = {0};
	struct intake nothing;

	form_say_version(d, in, &line);
	lines_add(&s->lines, ROLE_HEAD, "%s", str_text(&line));
	intake_init(&nothing);
	if (in->version != INTAKE_IS_NO_CHANGE)
		add_changes(s, d, before != NULL ? before : &nothing, in);
	intake_release(&nothing);
	str_release(&line);
}

/* Every version with its answers, newest first. */
static enum err
read_all(struct desk *d, int64_t client_id, struct intake_list *out)
{
	struct intake_list l = {0};
	enum err e = desk_intakes(d, client_id, &l);

	for (size_t i = 0; i < l.n && e == ERR_OK; i++)
		e = desk_intake_version(d, client_id, l.v[i].id, list_push(out));
	intake_list_release(&l);
	return e;
}

enum err
versions_read(struct versions *s, struct desk *d, int64_t client_id)
{
	struct intake_list all = {0};
	enum err e = read_all(d, client_id, &all);

	for (size_t i = 0; i < all.n && e == ERR_OK; i++)
		add_version(s, d, &all.v[i], form_before(&all, i));
	if (all.n == 0)
		lines_add(&s->lines, ROLE_TEXT, "Nothing was told yet.");
	intake_list_release(&all);
	return e;
}

/* --- On the screen --------------------------------------------------------------------------- */

static void
break_lines(const struct lines *l, int columns, struct lines *out)
{
	for (size_t i = 0; i < l->n; i++) {
		const char *text = l->v[i].text;

		do {
			size_t n = lines_break(text, columns);

			lines_add(out, l->v[i].role, "%.*s", (int)n, text);
			text += n;
			text += text[0] == ' ';
		} while (text[0] != '\0');
	}
}

static void
fit(struct scroll *list, const struct lines *broken, int rows)
{
	list->n = broken->n;
	list->rows = rows;
	scroll_fit(list);
}

void
versions_scroll(struct versions *s, enum cmd c, int rows, int columns)
{
	struct lines broken = {0};

	break_lines(&s->lines, columns - MARK, &broken);
	fit(&s->list, &broken, rows);
	scroll_command(&s->list, c);
	lines_release(&broken);
}

void
versions_focus(const struct versions *s, int columns, struct str *out)
{
	struct lines broken = {0};

	break_lines(&s->lines, columns - MARK, &broken);
	if (s->list.at < broken.n)
		str_add(out, broken.v[s->list.at].text + strspn(broken.v[s->list.at].text, " "));
	lines_release(&broken);
}

static enum role
draw_row(const void *arg, size_t i, struct str *out)
{
	const struct lines *l = arg;

	str_add(out, l->v[i].text);
	return l->v[i].role;
}

void
versions_draw(
    const struct versions *s, struct canvas *c, int row, int column, int rows, int columns)
{
	struct scroll list = s->list;
	struct lines broken = {0};

	break_lines(&s->lines, columns - MARK, &broken);
	fit(&list, &broken, rows);
	scroll_draw(&list, c, row, column, columns, draw_row, &broken);
	lines_release(&broken);
}
