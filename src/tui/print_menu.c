#include "print_menu.h"

#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>

#include "day.h"
#include "scroll.h"

enum { FIRST_ROW = 3 };

static const struct {
	enum print_day day;
	enum roster_for whom;
	const char *text;
} rows[] = {
#define X(id, day, whom, text) {PRINT_DAY_##day, ROSTER_##whom, text},
    PRINT_LIST(X)
#undef X
};

struct print_menu {
	struct view view; /* first */
	struct scroll list;
};

static civil_day
day_of(const struct app *a, size_t i)
{
	const civil_day today = civil_day_of(a->now);

	switch (rows[i].day) {
	case PRINT_DAY_NEXT:
		return desk_next_open(a->desk, today + 1);
	case PRINT_DAY_TODAY:
		return today;
	case PRINT_DAY_SHOWN:
		break;
	}
	return day_shown(a);
}

void
print_name(struct str *out, civil_day day, enum roster_for whom)
{
	char text[CIVIL_LONG_SIZE];

	str_addf(out, "%s of %s", whom == ROSTER_DESK ? "roster" : "room sheets",
	    civil_long_day(day, text));
}

enum err
print_roster(struct app *a, civil_day day, enum roster_for whom, int64_t therapist_id,
    struct sheet_list *out)
{
	const bool initials = a->desk->initials;
	enum err e;

	desk_initials(a->desk, false);
	e = desk_roster(a->desk, day, whom, therapist_id, out);
	desk_initials(a->desk, initials);
	return e;
}

void
print_sheets(struct app *a, const struct sheet_list *sheets, const char *what)
{
	const struct printer printer = {.name = "", .environment = a->environment, .quiet = true};

	if (a->printing.pid != 0)
		app_say(a, ROLE_CAUTION, "The %s is still on its way to the printer.",
		    a->printing_what);
	else if (paper_print(&printer, sheets, &a->printing) != ERR_OK)
		app_say_error(a);
	else {
		xstrset(&a->printing_what, what);
		app_say(a, ROLE_MESSAGE, "Printing the %s.", what);
		print_follow(a);
	}
}

void
print_follow(struct app *a)
{
	bool done = false;
	enum err e;

	if (a->printing.pid == 0)
		return;
	e = paper_printed(&a->printing, false, &done);
	if (done && e != ERR_OK)
		app_say_error(a);
	else if (done)
		app_say(a, ROLE_MESSAGE, "The printer has the %s.", a->printing_what);
}

static void
print_row(struct print_menu *m, size_t i)
{
	struct app *a = m->view.app;
	struct sheet_list sheets = {0};
	struct str what = {0};

	print_name(&what, day_of(a, i), rows[i].whom);
	if (print_roster(a, day_of(a, i), rows[i].whom, 0, &sheets) != ERR_OK)
		app_say_error(a);
	else
		print_sheets(a, &sheets, str_text(&what));
	sheet_list_release(&sheets);
	str_release(&what);
}

static unsigned
menu_where(const struct view *v)
{
	(void)v;
	return IN_PRINT;
}

/* "1  Roster for the desk     tomorrow, Tue 24 Nov 2026" */
static enum role
draw_row(const void *arg, size_t i, struct str *out)
{
	static const char *const days[] = {"tomorrow, ", "today, ", "the day shown, "};
	const struct app *a = arg;
	const civil_day day = day_of(a, i);
	const bool next = day != civil_day_of(a->now) + 1;
	char text[CIVIL_LONG_SIZE];

	str_addf(out, "%zu  %-24s%s%s%s", i + 1, rows[i].text,
	    rows[i].day == PRINT_DAY_NEXT && next ? "next open day, " : days[rows[i].day],
	    civil_long_day(day, text),
	    rows[i].day == PRINT_DAY_SHOWN && day == civil_day_of(a->now) ? ", today" : "");
	return ROLE_TEXT;
}

static void
menu_draw(const struct view *v, struct canvas *c)
{
	const struct print_menu *m = (const struct print_menu *)v;

	canvas_text(c, FIRST_ROW - 1, 0, c->columns, ROLE_HEAD,
	    "On paper: a digit prints, Enter shows it first");
	scroll_draw(&m->list, c, FIRST_ROW, 0, c->columns, draw_row, v->app);
}

static void
menu_heading(const struct view *v, struct str *out)
{
	(void)v;
	(void)out;
}

static void
menu_focus(const struct view *v, struct str *out)
{
	const struct print_menu *m = (const struct print_menu *)v;

	draw_row(v->app, m->list.at, out);
}

static void
menu_hint(const struct view *v, struct str *out)
{
	str_addf(out, "No health stands on any of these%s.",
	    v->app->desk->initials ? "; on paper names are in full" : "");
}

static void
menu_command(struct view *v, enum cmd c, const char *words)
{
	struct print_menu *m = (struct print_menu *)v;
	size_t digit = (size_t)(v->app->typed[0] - '1');

	(void)words;
	switch (c) {
	case CMD_PRINT_ROW:
		if (digit < m->list.n)
			m->list.at = digit;
		print_row(m, m->list.at);
		break;
	case CMD_PREVIEW:
		app_push(
		    v->app, preview_new(v->app, day_of(v->app, m->list.at), rows[m->list.at].whom));
		break;
	default:
		scroll_command(&m->list, c);
	}
}

static void
menu_resize(struct view *v, int rows_now, int columns)
{
	struct print_menu *m = (struct print_menu *)v;

	(void)columns;
	m->list.rows = rows_now - FIRST_ROW - 3;
	scroll_fit(&m->list);
}

static void
menu_release(struct view *v)
{
	free(v);
}

static const struct view_ops menu_ops = {
    .title = "PRINT",
    .where = menu_where,
    .draw = menu_draw,
    .heading = menu_heading,
    .focus = menu_focus,
    .hint = menu_hint,
    .command = menu_command,
    .resize = menu_resize,
    .release = menu_release,
};

struct view *
print_menu_new(struct app *a)
{
	struct print_menu *m = xcalloc(1, sizeof(*m));

	m->view = (struct view){.ops = &menu_ops, .app = a};
	m->list.n = array_size(rows);
	return &m->view;
}
