/* A sheet as it will be printed, page by page; printed, written to a file, or by therapist. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <frontdesk/mem.h>
#include <frontdesk/safe_file.h>

#include "print_menu.h"

enum { FIRST_ROW = 2, ROWS_BELOW = 3, EDGES = 2 };

struct preview {
	struct view view; /* first */
	struct print_what what;
	size_t therapist; /* place of the therapist in the practice + 1; 0 = all */
	struct sheet_list sheets; /* for paper; the text is as the screen may show it */
	char **lines; /* of the text; owned, as is what they point into */
	char *text;
	char *overwrite; /* owned; the file of which it was asked whether it may be written over */
	size_t n, top;
	int rows, columns; /* of the box's inside */
};

static const struct therapist *
therapist(const struct preview *p)
{
	const struct practice *all = &p->view.app->desk->practice;

	return p->therapist > 0 && p->therapist <= all->therapists.n
	    ? &all->therapists.v[p->therapist - 1]
	    : NULL;
}

static bool
by_therapist(const struct preview *p)
{
	return p->what.sheet == PRINT_SHEET_DESK || p->what.sheet == PRINT_SHEET_THERAPIST;
}

static void
cut_lines(struct preview *p)
{
	size_t n = 0;

	for (const char *s = p->text; *s != '\0'; s++)
		n += *s == '\n';
	free(p->lines);
	p->lines = xcalloc(n + 1, sizeof(*p->lines));
	p->n = 0;
	for (char *s = p->text; *s != '\0'; s++) {
		p->lines[p->n++] = s;
		s += strcspn(s, "\n");
		if (*s == '\0')
			break;
		*s = '\0';
	}
}

static void
scroll_to(struct preview *p, size_t top)
{
	size_t rows = p->rows > 0 ? (size_t)p->rows : 1;
	size_t last = p->n > rows ? p->n - rows : 0;

	p->top = top < last ? top : last;
}

static enum err
preview_load(struct view *v)
{
	struct preview *p = (struct preview *)v;
	struct sheet_list paper = {0}, screen = {0};
	struct str text = {0};
	enum err e = print_made(v->app, &p->what, &paper);

	if (e == ERR_OK && v->app->desk->initials) /* else they are the same */
		e = print_shown(v->app, &p->what, &screen);
	if (e != ERR_OK) {
		sheet_list_release(&paper);
		sheet_list_release(&screen);
		return e;
	}
	sheet_list_release(&p->sheets);
	p->sheets = paper;
	paper_text(&text, screen.n > 0 ? &screen : &p->sheets, PAPER_PAGE_LINES, false);
	sheet_list_release(&screen);
	free(p->text);
	p->text = str_take(&text);
	cut_lines(p);
	scroll_to(p, p->top);
	return ERR_OK;
}

static unsigned
preview_where(const struct view *v)
{
	(void)v;
	return IN_PREVIEW;
}

static void
add_name(const struct preview *p, struct str *out)
{
	const struct therapist *t = therapist(p);

	print_name(out, &p->what);
	if (t != NULL)
		str_addf(out, " for %s", t->name);
}

/* In a frame where the screen is wider than the paper. */
static void
preview_draw(const struct view *v, struct canvas *c)
{
	const struct preview *p = (const struct preview *)v;
	const bool framed = c->columns >= PAPER_COLUMNS + 4;
	const int width = framed ? PAPER_COLUMNS : c->columns;
	const int column = (c->columns - width) / 2;

	if (framed)
		canvas_box(c, FIRST_ROW, column - 2, p->rows + EDGES, width + 4, "", "");
	for (int i = 0; i < p->rows && p->top + (size_t)i < p->n; i++)
		canvas_line(
		    c, FIRST_ROW + 1 + i, column, width, ROLE_TEXT, p->lines[p->top + (size_t)i]);
	c->cursor_row = FIRST_ROW + 1;
	c->cursor_column = column;
}

static void
preview_heading(const struct view *v, struct str *out)
{
	const struct preview *p = (const struct preview *)v;
	char day[CIVIL_LONG_SIZE];

	if (p->what.day != CIVIL_DAY_NONE)
		str_add(out, civil_long_day(p->what.day, day));
}

static void
preview_focus(const struct view *v, struct str *out)
{
	const struct preview *p = (const struct preview *)v;

	add_name(p, out);
	str_addf(out, "%s%s",
	    v->app->desk->initials && by_therapist(p) ? "; on paper names are in full"
						      : ", as it will be printed",
	    p->top + (size_t)p->rows < p->n ? "; PgDn shows more" : "");
}

static void
preview_hint(const struct view *v, struct str *out)
{
	const struct preview *p = (const struct preview *)v;

	str_add(out, print_hint(p->what.sheet));
}

static void
print(struct preview *p)
{
	struct str what = {0};

	add_name(p, &what);
	print_sheets(p->view.app, &p->sheets, str_text(&what));
	str_release(&what);
}

static void
ask_file(struct preview *p, enum cmd c)
{
	struct str name = {0};

	print_file(&name, p->view.app, &p->what);
	str_add(&name, c == CMD_SAVE_TEXT ? ".txt" : ".ics");
	app_ask(p->view.app, c, "Write to the file:", str_text(&name));
	str_release(&name);
}

static enum err
write_calendar(struct preview *p, const char *path)
{
	const bool of_day = p->what.day != CIVIL_DAY_NONE;
	const struct export_query q = {
	    .from = of_day ? civil_at(p->what.day, 0) : 0,
	    .until = of_day ? civil_at(p->what.day + 1, 0) : 0,
	    .therapist_id = p->what.therapist_id,
	    .appt_id = p->what.appt_id,
	    .detail = of_day ? ICS_SERVICE : ICS_BUSY,
	};
	struct safe_file file = {0};
	int64_t bytes = 0, events = 0;
	enum err e = safe_file_open(&file, path);

	if (e != ERR_OK)
		return e;
	e = desk_export(p->view.app->desk, &q, file.f, &bytes, &events);
	if (e != ERR_OK) {
		safe_file_abandon(&file);
		return e;
	}
	return safe_file_commit(&file);
}

/* Whether there is such a file, and it was not asked yet if it may go: then it is asked. */
static bool
asks_to_overwrite(struct preview *p, enum cmd c, const char *path)
{
	struct lines *echo = &p->view.app->prompt.echo;

	if (access(path, F_OK) != 0 || strcmp(path, p->overwrite) == 0)
		return false;
	xstrset(&p->overwrite, path);
	app_ask(p->view.app, c, "Write to the file:", path);
	lines_clear(echo);
	lines_add(echo, ROLE_CAUTION,
	    "There is a file of this name: Enter again writes over it, or name another.");
	return true;
}

/* With its folder, which nobody who began elsewhere would guess. */
static void
say_written(struct app *a, const char *path)
{
	char *whole = realpath(path, NULL);

	app_say(a, ROLE_MESSAGE, "Written to %s.", whole != NULL ? whole : path);
	free(whole);
}

static void
write_file(struct preview *p, enum cmd c, const char *path)
{
	struct app *a = p->view.app;
	enum err e;

	if (path == NULL) {
		xstrset(&p->overwrite, "");
		ask_file(p, c);
		return;
	}
	if (path[0] == '\0' || asks_to_overwrite(p, c, path))
		return;
	e = c == CMD_SAVE_TEXT ? desk_roster_file(&p->sheets, path) : write_calendar(p, path);
	if (e == ERR_OK)
		say_written(a, path);
	else
		app_say_error(a);
}

/* All therapists, then each one at work, and around. */
static void
next_therapist(struct preview *p)
{
	const struct practice *all = &p->view.app->desk->practice;

	if (!by_therapist(p))
		return;
	do {
		p->therapist = (p->therapist + 1) % (all->therapists.n + 1);
	} while (p->therapist > 0 && !all->therapists.v[p->therapist - 1].active);
	p->what.therapist_id = p->therapist > 0 ? all->therapists.v[p->therapist - 1].id : 0;
	p->top = 0;
	if (preview_load(&p->view) != ERR_OK)
		app_say_error(p->view.app);
}

static void
step_day(struct preview *p, int by)
{
	if (p->what.day == CIVIL_DAY_NONE)
		return;
	p->what.day += by;
	p->top = 0;
	if (preview_load(&p->view) != ERR_OK)
		app_say_error(p->view.app);
}

static void
walk(struct preview *p, enum cmd c)
{
	size_t page = p->rows > 1 ? (size_t)p->rows - 1 : 1;

	switch (c) {
	case CMD_UP:
		scroll_to(p, p->top > 0 ? p->top - 1 : 0);
		break;
	case CMD_DOWN:
		scroll_to(p, p->top + 1);
		break;
	case CMD_EARLIER:
		scroll_to(p, p->top > page ? p->top - page : 0);
		break;
	case CMD_LATER:
		scroll_to(p, p->top + page);
		break;
	case CMD_TOP:
		scroll_to(p, 0);
		break;
	case CMD_BOTTOM:
		scroll_to(p, p->n);
		break;
	default:
		break;
	}
}

static void
preview_command(struct view *v, enum cmd c, const char *words)
{
	struct preview *p = (struct preview *)v;

	switch (c) {
	case CMD_PRINT_SHEET:
		print(p);
		break;
	case CMD_SAVE_TEXT:
	case CMD_SAVE_CALENDAR:
		write_file(p, c, words);
		break;
	case CMD_NEXT_THERAPIST:
		next_therapist(p);
		break;
	case CMD_NEXT_DAY:
	case CMD_PREVIOUS_DAY:
		step_day(p, c == CMD_NEXT_DAY ? 1 : -1);
		break;
	default:
		walk(p, c);
	}
}

static void
preview_resize(struct view *v, int rows, int columns)
{
	struct preview *p = (struct preview *)v;

	p->rows = rows - FIRST_ROW - ROWS_BELOW - EDGES;
	p->columns = columns;
	scroll_to(p, p->top);
}

static void
preview_release(struct view *v)
{
	struct preview *p = (struct preview *)v;

	sheet_list_release(&p->sheets);
	free(p->lines);
	free(p->text);
	free(p->overwrite);
	free(p);
}

static const struct view_ops preview_ops = {
    .title = "SHEET",
    .where = preview_where,
    .load = preview_load,
    .draw = preview_draw,
    .heading = preview_heading,
    .focus = preview_focus,
    .hint = preview_hint,
    .command = preview_command,
    .resize = preview_resize,
    .release = preview_release,
};

struct view *
preview_new(struct app *a, const struct print_what *what)
{
	struct preview *p = xcalloc(1, sizeof(*p));

	p->view = (struct view){.ops = &preview_ops, .app = a};
	p->what = *what;
	p->text = xstrdup("");
	p->overwrite = xstrdup("");
	return &p->view;
}
