#include "print_menu.h"

#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>

#include "day.h"
#include "scroll.h"

enum { FIRST_ROW = 3 };

static const struct {
	char key;
	enum print_day day;
	enum print_sheet sheet;
	const char *text;
} rows[] = {
#define X(key, day, sheet, text) {key, PRINT_DAY_##day, PRINT_SHEET_##sheet, text},
    PRINT_LIST(X)
#undef X
};

static const struct {
	const char *name, *file, *hint;
} sheets[] = {
#define X(id, name, file, hint) {name, file, hint},
    PRINT_SHEET_LIST(X)
#undef X
};

struct print_menu {
	struct view view; /* first */
	struct scroll list;
	int64_t appt_id; /* that was selected before; 0 = none */
};

/* --- What it is ------------------------------------------------------------------------------- */

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
		return day_shown(a);
	case PRINT_DAY_APPOINTMENT:
		break;
	}
	return CIVIL_DAY_NONE;
}

static struct print_what
what_of(const struct print_menu *m, size_t i)
{
	struct print_what what = {.sheet = rows[i].sheet, .day = day_of(m->view.app, i)};

	if (rows[i].day == PRINT_DAY_APPOINTMENT)
		what.appt_id = m->appt_id;
	return what;
}

void
print_name(struct str *out, const struct print_what *what)
{
	char day[CIVIL_LONG_SIZE];

	str_addf(out, "%s of ", sheets[what->sheet].name);
	if (what->day != CIVIL_DAY_NONE)
		str_add(out, civil_long_day(what->day, day));
	else
		str_addf(out, "#%lld", (long long)what->appt_id);
}

void
print_file(struct str *out, const struct app *a, const struct print_what *what)
{
	const struct therapist *t = practice_therapist(&a->desk->practice, what->therapist_id);
	char day[CIVIL_DAY_SIZE];

	str_addf(out, "%s-", sheets[what->sheet].file);
	if (t != NULL)
		str_addf(out, "%s-", t->code);
	if (what->day != CIVIL_DAY_NONE)
		str_add(out, civil_iso_day(what->day, day));
	else
		str_addf(out, "%lld", (long long)what->appt_id);
}

const char *
print_hint(enum print_sheet sheet)
{
	return sheets[sheet].hint;
}

enum err
print_shown(struct app *a, const struct print_what *w, struct sheet_list *out)
{
	struct desk *d = a->desk;

	switch (w->sheet) {
	case PRINT_SHEET_DESK:
		return desk_roster(d, w->day, ROSTER_DESK, w->therapist_id, out);
	case PRINT_SHEET_ROOM:
		return desk_roster(d, w->day, ROSTER_ROOM, w->therapist_id, out);
	case PRINT_SHEET_THERAPIST:
		return desk_roster(d, w->day, ROSTER_THERAPIST, w->therapist_id, out);
	case PRINT_SHEET_CARD:
		return desk_card(d, w->appt_id, out);
	case PRINT_SHEET_AFTERCARE:
		break;
	}
	return desk_aftercare(d, w->appt_id, out);
}

enum err
print_made(struct app *a, const struct print_what *what, struct sheet_list *out)
{
	const bool initials = a->desk->initials;
	enum err e;

	desk_initials(a->desk, false);
	e = print_shown(a, what, out);
	desk_initials(a->desk, initials);
	return e;
}

/* --- Printing --------------------------------------------------------------------------------- */

void
print_sheets(struct app *a, const struct sheet_list *made, const char *what)
{
	const struct printer printer = {.name = "",
	    .environment = a->environment,
	    .quiet = true,
	    .or_else = "Enter shows it, s there asks where to"};

	if (a->printing.pid != 0)
		app_say(a, ROLE_CAUTION, "The %s is still on its way to the printer.",
		    a->printing_what);
	else if (paper_print(&printer, made, &a->printing) != ERR_OK)
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
	const struct print_what what = what_of(m, i);
	struct sheet_list made = {0};
	struct str name = {0};

	print_name(&name, &what);
	if (print_made(a, &what, &made) != ERR_OK)
		app_say_error(a);
	else
		print_sheets(a, &made, str_text(&name));
	sheet_list_release(&made);
	str_release(&name);
}

/* --- The menu --------------------------------------------------------------------------------- */

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
	const struct print_menu *m = arg;
	const struct app *a = m->view.app;
	const civil_day day = day_of(a, i);
	const bool next = day != civil_day_of(a->now) + 1;
	char text[CIVIL_LONG_SIZE];

	str_addf(out, "%c  %-24s", rows[i].key, rows[i].text);
	if (day == CIVIL_DAY_NONE)
		str_addf(out, "the appointment #%lld", (long long)m->appt_id);
	else
		str_addf(out, "%s%s%s",
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
	    "On paper: its key prints, Enter shows it first");
	scroll_draw(&m->list, c, FIRST_ROW, 0, c->columns, draw_row, m);
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

	draw_row(m, m->list.at, out);
}

static void
menu_hint(const struct view *v, struct str *out)
{
	const struct print_menu *m = (const struct print_menu *)v;

	if (rows[m->list.at].sheet == PRINT_SHEET_THERAPIST)
		str_add(out, "These tell of health; the log says who printed them");
	else
		str_add(out, "No health stands on this");
	str_add(out, v->app->desk->initials ? "; on paper names are in full." : ".");
}

/* The row of the key that was pressed; the selected one for p. false: the row is not there. */
static bool
to_key(struct print_menu *m)
{
	const char key = m->view.app->typed[0];

	for (size_t i = 0; i < array_size(rows); i++) {
		if (rows[i].key != key)
			continue;
		if (i >= m->list.n)
			return false;
		m->list.at = i;
	}
	return true;
}

static void
menu_command(struct view *v, enum cmd c, const char *words)
{
	struct print_menu *m = (struct print_menu *)v;
	struct print_what what;

	(void)words;
	switch (c) {
	case CMD_PRINT_ROW:
		if (to_key(m))
			print_row(m, m->list.at);
		else
			app_say(v->app, ROLE_CAUTION, "Select an appointment on the day first.");
		break;
	case CMD_PREVIEW:
		what = what_of(m, m->list.at);
		app_push(v->app, preview_new(v->app, &what));
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
	if (a->subject.record != NULL && strcmp(a->subject.record, "appointment") == 0)
		m->appt_id = a->subject.id;
	for (size_t i = 0; i < array_size(rows); i++) /* those of an appointment stand last */
		m->list.n += rows[i].day != PRINT_DAY_APPOINTMENT || m->appt_id != 0;
	return &m->view;
}
