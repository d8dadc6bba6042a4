#include "welcome.h"

#include <stdlib.h>
#include <string.h>

#include <frontdesk/desk_file.h>
#include <frontdesk/desk_person.h>
#include <frontdesk/mem.h>
#include <frontdesk/text.h>

#include "dialog.h"
#include "lock.h"
#include "scroll.h"

enum { FIRST_ROW = 6, TITLE = 16, MARGIN = 2 };

/* X(ID, title, what it is) */
#define WAY_LIST(X) \
	X(NEW, "New practice", "its name and zone; the usual services are offered") \
	X(LISTS, "From lists", "a new practice, with your client list or diary (CSV)") \
	X(DEMO, "Demonstration", "an invented practice, to try everything in") \
	X(BACKUP, "Backup", "open a copy that frontdesk backup has made")
enum way {
#define X(id, title, text) WAY_##id,
	WAY_LIST(X)
#undef X
	    WAY_COUNT
};
static const struct {
	const char *title, *text;
} ways[WAY_COUNT] = {
#define X(id, title, text) {title, text},
    WAY_LIST(X)
#undef X
};

/* The fields of the dialogs. */
enum { NEW_NAME, NEW_ZONE, NEW_SERVICES, NEW_CLIENTS, NEW_DIARY, NEW_FIELDS };
enum { BACKUP_FILE, BACKUP_FIELDS };

struct welcome {
	struct view view; /* first */
	/* owned; as typed, while the welcome is there: no practice yet they could be parked in */
	char *new[NEW_FIELDS], *backup[BACKUP_FIELDS];
	struct desk_options where;
	const char *zone;
	struct scroll scroll;
	bool asked; /* whether the demonstration is to be made */
};

enum err
welcome_desk(struct desk *d, const struct desk_options *o, const char *zone)
{
	if (desk_in_memory(d, o, "frontdesk", zone) == ERR_OK)
		return ERR_OK;
	return desk_in_memory(d, o, "frontdesk", NULL); /* a zone this system does not have */
}

/* The file is made: the desk is opened on it, and what lies above the day may go. */
static bool
open_made(struct app *a, const struct desk_options *o, const char *what)
{
	struct desk made;

	if (desk_open(&made, o) != ERR_OK)
		return false;
	desk_close(a->desk);
	*a->desk = made;
	a->drafts.practice = store_path(made.store);
	app_changed(a);
	a->views[0]->ops->command(a->views[0], CMD_TODAY, NULL); /* by the clock of its zone */
	app_say(a, ROLE_MESSAGE, "%s: %s.  S sets up, ? helps", o->path, what);
	lock_at_start(a);
	return true;
}

/* --- Dialogs --------------------------------------------------------------------------------- */

struct making {
	struct dialog dialog; /* first */
	struct welcome *welcome; /* lies right below */
	char **kept; /* there; one of each field */
};

/* Nothing to park: the welcome keeps it. */
static void
keep(struct dialog *d, size_t field)
{
	xstrset(&((struct making *)d)->kept[field], dialog_text(d, field));
	d->dirty = false;
}

/* What was typed before, else what is offered. */
static void
fill(struct making *m, size_t field, const char *offer)
{
	const char *kept = m->kept[field];

	dialog_set(&m->dialog, field, kept != NULL ? kept : offer, 0);
	m->dialog.fields[field].touched = kept != NULL;
}

/* The welcome below the dialog goes; the dialog is closed by whoever called save. */
static bool
made(struct dialog *d, const char *what)
{
	struct welcome *w = ((struct making *)d)->welcome;

	if (!open_made(d->view.app, &w->where, what)) {
		dialog_fail(d, 0);
		return false;
	}
	app_drop(d->view.app, &w->view);
	return true;
}

/* *field: the first that is at fault. */
static enum err
read_first(const struct dialog *d, struct first *out, size_t *field)
{
	const char *services = dialog_text(d, NEW_SERVICES);
	struct zone *zone = NULL;
	enum err e;

	*out = (struct first){
	    .name = dialog_text(d, NEW_NAME),
	    .zone = dialog_text(d, NEW_ZONE),
	    .services = text_same(services, "yes"),
	    .clients = dialog_text(d, NEW_CLIENTS),
	    .diary = dialog_text(d, NEW_DIARY),
	};
	if (out->name[strspn(out->name, " ")] == '\0') {
		(void)err_set(ERR_USAGE, "no name; write what stands on the door");
		*field = NEW_NAME;
		return ERR_USAGE;
	}
	*field = NEW_ZONE;
	e = zone_open(&zone, out->zone);
	zone_close(zone);
	if (e != ERR_OK)
		return e;
	*field = NEW_SERVICES;
	if (out->services || text_same(services, "no"))
		return ERR_OK;
	return err_set(ERR_USAGE, "\"%s\" is neither yes nor no", services);
}

/* The field that the sentence is about: a list by its path. */
static size_t
at_fault(const struct dialog *d, const struct first *f)
{
	const char *why = err_message();

	if (f->clients[0] != '\0' && text_begins(why, f->clients))
		return NEW_CLIENTS;
	if (f->diary[0] != '\0' && text_begins(why, f->diary))
		return NEW_DIARY;
	return d->at;
}

static bool
new_save(struct dialog *d, const char *yes)
{
	const struct welcome *w = ((struct making *)d)->welcome;
	struct str told = {0};
	size_t field;
	struct first f;
	bool good = false;

	(void)yes;
	if (read_first(d, &f, &field) != ERR_OK)
		dialog_fail(d, field);
	else if (desk_first(&w->where, &f, &told) != ERR_OK)
		dialog_fail(d, at_fault(d, &f));
	else
		good = made(d, told.n > 0 ? str_text(&told) : "made");
	str_release(&told);
	return good;
}

static bool
backup_save(struct dialog *d, const char *yes)
{
	const struct welcome *w = ((struct making *)d)->welcome;
	struct str told = {0};
	struct backup b;
	bool good = false;

	(void)yes;
	if (desk_adopt(&w->where, dialog_text(d, BACKUP_FILE), &b) != ERR_OK) {
		dialog_fail(d, BACKUP_FILE);
		return false;
	}
	str_addf(&told, "a copy with %lld clients and %lld appointments", (long long)b.clients,
	    (long long)b.appointments);
	good = made(d, str_text(&told));
	str_release(&told);
	return good;
}

static const struct dialog_ops new_ops = {.kind = "first start", .changed = keep, .save = new_save};
static const struct dialog_ops backup_ops = {
    .kind = "open a backup", .changed = keep, .save = backup_save};

static void
push_new(struct welcome *w, bool lists)
{
	static const char *const labels[] = {"Name", "Time zone", "Services", "Clients", "Diary"};
	struct making *m = dialog_new(w->view.app, sizeof(*m), &new_ops,
	    ways[lists ? WAY_LISTS : WAY_NEW].title, labels, NEW_FIELDS);
	struct field *f = m->dialog.fields;

	m->welcome = w;
	m->kept = w->new;
	f[NEW_NAME].hint = "As it stands on the door; S changes it later";
	f[NEW_ZONE].hint = "The time zone of the practice, like Europe/Berlin";
	f[NEW_SERVICES].hint = "yes: the usual services with prices, to be changed; or no";
	f[NEW_CLIENTS].hint = "Path of your client list (CSV); or nothing";
	f[NEW_DIARY].hint = "Path of your diary (CSV); or nothing";
	f[NEW_CLIENTS].off = f[NEW_DIARY].off = !lists;
	fill(m, NEW_NAME, "");
	fill(m, NEW_ZONE, str_or_empty(w->zone));
	fill(m, NEW_SERVICES, "yes");
	fill(m, NEW_CLIENTS, "");
	fill(m, NEW_DIARY, "");
	dialog_push(&m->dialog);
}

static void
push_backup(struct welcome *w)
{
	static const char *const labels[] = {"File"};
	struct making *m = dialog_new(
	    w->view.app, sizeof(*m), &backup_ops, ways[WAY_BACKUP].title, labels, BACKUP_FIELDS);

	m->welcome = w;
	m->kept = w->backup;
	fill(m, BACKUP_FILE, "");
	m->dialog.fields[BACKUP_FILE].hint = "Path of the copy; it stays as it is";
	dialog_push(&m->dialog);
}

/* The second Enter is the yes. */
static void
demonstrate(struct welcome *w, bool asked)
{
	const struct demo demo = DEMO_DEFAULT;
	struct app *a = w->view.app;

	if (!asked) {
		w->asked = true;
		app_say(a, ROLE_CAUTION, "Makes %s with invented people: Enter again makes it.",
		    w->where.path);
	} else if (desk_demo(&w->where, &demo) != ERR_OK ||
	    !open_made(a, &w->where, "the demonstration, with invented people")) {
		app_say_error(a);
	} else {
		app_drop(a, &w->view);
	}
}

/* --- The view -------------------------------------------------------------------------------- */

static unsigned
welcome_where(const struct view *v)
{
	(void)v;
	return IN_WELCOME;
}

static enum role
line(const void *arg, size_t i, struct str *out)
{
	(void)arg;
	text_pad(out, ways[i].title, TITLE, TEXT_LEFT);
	str_add(out, ways[i].text);
	return ROLE_TEXT;
}

static void
welcome_draw(const struct view *v, struct canvas *c)
{
	const struct welcome *w = (const struct welcome *)v;
	struct str path = {0};

	str_addf(&path, "There is no practice here yet: %s", w->where.path);
	canvas_text(c, 2, MARGIN, c->columns - MARGIN, ROLE_HEAD, "Welcome to the front desk.");
	canvas_line(c, 3, MARGIN, c->columns - MARGIN, ROLE_TEXT, str_text(&path));
	canvas_text(c, 4, MARGIN, c->columns - MARGIN, ROLE_TEXT,
	    "Nothing is made before you say so. What is it to be?");
	scroll_draw(&w->scroll, c, FIRST_ROW, 0, c->columns, line, w);
	str_release(&path);
}

static void
welcome_heading(const struct view *v, struct str *out)
{
	(void)v;
	str_add(out, "first start");
}

static void
welcome_focus(const struct view *v, struct str *out)
{
	size_t at = ((const struct welcome *)v)->scroll.at;

	str_addf(out, "%s: %s", ways[at].title, ways[at].text);
}

static void
welcome_hint(const struct view *v, struct str *out)
{
	(void)v;
	str_add(out, "Up and Down choose, Enter goes on, Esc leaves.");
}

static void
welcome_command(struct view *v, enum cmd c, const char *words)
{
	struct welcome *w = (struct welcome *)v;
	bool asked = w->asked;

	(void)words;
	w->asked = false;
	if (scroll_command(&w->scroll, c) || c != CMD_WELCOME)
		return;
	switch ((enum way)w->scroll.at) {
	case WAY_NEW:
	case WAY_LISTS:
		push_new(w, w->scroll.at == WAY_LISTS);
		break;
	case WAY_DEMO:
		demonstrate(w, asked);
		break;
	case WAY_BACKUP:
		push_backup(w);
		break;
	case WAY_COUNT:
		break;
	}
}

/* There is nothing below it. */
static bool
welcome_back(struct view *v)
{
	struct welcome *w = (struct welcome *)v;

	if (w->asked)
		app_say(v->app, ROLE_TEXT, "Nothing was made.");
	else
		v->app->leave = true;
	w->asked = false;
	return true;
}

static void
welcome_resize(struct view *v, int rows, int columns)
{
	struct welcome *w = (struct welcome *)v;

	(void)rows;
	(void)columns;
	w->scroll.n = WAY_COUNT;
	w->scroll.rows = WAY_COUNT;
	scroll_fit(&w->scroll);
}

static void
welcome_release(struct view *v)
{
	struct welcome *w = (struct welcome *)v;

	for (size_t i = 0; i < NEW_FIELDS; i++)
		free(w->new[i]);
	for (size_t i = 0; i < BACKUP_FIELDS; i++)
		free(w->backup[i]);
	free(w);
}

static const struct view_ops welcome_ops = {
    .title = "WELCOME",
    .where = welcome_where,
    .draw = welcome_draw,
    .heading = welcome_heading,
    .focus = welcome_focus,
    .hint = welcome_hint,
    .command = welcome_command,
    .back = welcome_back,
    .resize = welcome_resize,
    .release = welcome_release,
};

struct view *
welcome_new(struct app *a, const struct desk_options *o, const char *zone)
{
	struct welcome *w = xcalloc(1, sizeof(*w));

	w->view = (struct view){.ops = &welcome_ops, .app = a};
	w->where = *o;
	w->zone = zone;
	return &w->view;
}
