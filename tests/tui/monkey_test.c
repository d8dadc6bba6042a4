/*
 * Random keys, pastes and sizes: nothing breaks, the file stays sound, and undo leads back to the
 * first book. The seed is pinned; FRONTDESK_MONKEY=N presses N keys instead of a few,
 * FRONTDESK_SEED=N others.
 */
#include <dirent.h>
#include <sqlite3.h>

#include "tui_fixture.h"

#include "../../src/store/undoable.h"

static uint64_t seed = 20261123;

static unsigned
any(unsigned below)
{
	seed = seed * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)(seed >> 33) % below;
}

static const char *const words[] = {"smith", "ada", "dt60", "sw60", "mia", "jon", "fri", "14:30",
    "+2w", "#1", "*", "!disc", "\"", "25:99", "31.2.", "zoe young", "4w", "90m", "r1",
    "costa + lima", "today", "undo", "go to", "12/3", "ü", "田中", "e\xCC\x81"};

/* What a person would do, from wherever we are. */
static const char *const deeds[] = {"n[kathe dt60] Ctrl-N Ctrl-S 1",
    "n[someone new sw60] Ctrl-N Ctrl-S 2", "n[jones] Enter Enter Ctrl-S 1",
    "n[jon] Ctrl-F Ctrl-T Tab Down", "n[costa + lima] Enter Ctrl-S",
    "e Ctrl-U [sw60] Tab Tab Tab Down Ctrl-S 3", "e Tab Tab Tab Tab [note] Ctrl-S", "Ctrl-S",
    "Ctrl-U", "F[dt60 female week] Enter Enter", "F[jones sw60 fri] Enter Down Enter Enter Ctrl-S",
    "m Down Down Enter 3", "m Space Enter 1", "m Left Down Enter 4", "x c", "x n", "x p", "a", "y",
    "i", "f", "b[1w] Enter 1", "u", "Ctrl-Y", "t Down Down Down", "t PgDn Right", "Right", "Left",
    "Down", "Up", "Esc Esc", "w", "Enter", "C /[mue] Down Enter", "C End PgUp r", "C Enter x c",
    "C Enter b[1w] Enter 1", "C Enter m Down Enter", "C v r u", "/[o'brien] Down Enter y a",
    "C Ctrl-N [Ada Lovelace] Tab [Byron] Ctrl-S 1", "C e Tab Tab Tab Tab [555] Ctrl-S",
    "C Enter Enter Esc", "H Down Enter", "H H /[smith] Enter End", "/[appt 2] Enter", "C n", "D",
    "S Down Enter n[zed] Enter [Zed] Ctrl-S", "S Down Enter h h [mon 9-12] Ctrl-S",
    "S Down Enter Down x", "S Down Enter o[fri] Enter Ctrl-S",
    "S Down Down Enter Enter Tab [Hall] Ctrl-S", "S Enter Down Enter [Elm] Enter", "U", "F12",
    "S End Enter n Ctrl-S", "v", "z", "j", ".", "c", "l[20] Enter", "k[lunch] Enter",
    "k[-15:30 x] Enter", "t Up Up k Enter 1 x Enter", "t Up Up l[15] Enter",
    "v m Down Down Enter 2", "C Enter t[told] Ctrl-S", "o Ctrl-S", "o Tab [1234] Ctrl-S",
    "d[6/2] Enter [3] Ctrl-S", "d Shift-Tab [yes] Ctrl-S", "d[later] Ctrl-S", "C Enter d[5] Esc",
    "n[someone heard dt60 !disc] Ctrl-N Ctrl-S 2", "n[jones] Enter [heart] Ctrl-S 3",
    "n[kathe dt60 !fever] Enter Ctrl-S 1 Ctrl-S 4", "C Enter t Down Enter Ctrl-U Ctrl-S", "h n",
    "h y Ctrl-S", "h [lifting] Tab [back] Ctrl-S",
    "C Enter h PgDn PgDn [3L7 +4B] Ctrl-B Down 5 B + - Ctrl-S",
    "h PgDn PgDn PgDn PgDn [disc] Enter [fev] Enter Ctrl-S", "h Ctrl-V Down Esc Esc",
    "Ctrl-P 1 1 L 6 7 3 1 Ctrl-S", "Ctrl-G Ctrl-S Ctrl-G Down Down Down Enter Ctrl-S",
    "Ctrl-O [surgery] Tab [Lee] Ctrl-S Ctrl-O [end surgery] Ctrl-S",
    "C Ctrl-R [y] Enter [n] Ctrl-S", "C Ctrl-P Enter 2 Backspace 0 * Esc Ctrl-S", "a h n",
    ":[split sw60] Enter 1", "C Tab Down y", "C Tab Enter Down x c", "Tab Tab", "Shift-Tab",
    "Enter Enter m Down Enter", "Enter Enter Enter Enter m", "Down x c"};

/* A row in a line, but for what the store keeps for itself: "client: id=7 first=Ada". */
static void
tell_row(sqlite3_stmt *row, const char *table, struct str *out)
{
	str_addf(out, "%s:", table);
	for (int i = 0; i < sqlite3_column_count(row); i++) {
		const char *value = (const char *)sqlite3_column_text(row, i);

		if (!undoable_bookkeeping(sqlite3_column_name(row, i)) &&
		    strcmp(sqlite3_column_name(row, i), "intake_id") != 0)
			str_addf(out, " %s=%s", sqlite3_column_name(row, i), str_or_empty(value));
	}
	str_addc(out, '\n');
}

/*
 * What a client told is never deleted: it is taken back by a version that tells what held before.
 * Of each client the newest counts, and the numbers of the versions do not.
 */
static void
add_query(enum undoable t, struct str *out)
{
	static const char newest[] =
	    "SELECT (SELECT client_id FROM intake WHERE id = intake_id) "
	    "AS client_id, * FROM %s WHERE intake_id IN "
	    "(SELECT max(id) FROM intake GROUP BY client_id) ORDER BY 1, 3, 4";

	if (t == UNDOABLE_intake)
		str_add(out, "SELECT 1 WHERE false");
	else if (t == UNDOABLE_intake_item || t == UNDOABLE_intake_region)
		str_addf(out, newest, undoable_rows[t].table);
	else
		str_addf(out, "SELECT * FROM %s ORDER BY 1, 2", undoable_rows[t].table);
}

static void
tell_table(sqlite3 *db, enum undoable t, struct str *out)
{
	const char *table = undoable_rows[t].table;
	struct str query = {0};
	sqlite3_stmt *rows = NULL;

	add_query(t, &query);
	if (sqlite3_prepare_v2(db, str_text(&query), -1, &rows, NULL) != SQLITE_OK)
		must(err_set(ERR_FAILED, "%s: %s", table, sqlite3_errmsg(db)));
	while (sqlite3_step(rows) == SQLITE_ROW)
		tell_row(rows, table, out);
	sqlite3_finalize(rows);
	str_release(&query);
}

/* All that can be taken back, as it lies in the file. */
static char *
whole_file(void)
{
	struct str s = {0};
	sqlite3 *db = NULL;

	if (sqlite3_open_v2(fixture_path, &db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK)
		must(err_set(ERR_FAILED, "the file cannot be read"));
	for (size_t i = 0; i < UNDOABLE_COUNT; i++)
		tell_table(db, (enum undoable)i, &s);
	sqlite3_close(db);
	return str_take(&s);
}

/* What differs, a line each: as it was with -, as it is with +. */
static bool
is_as_before(const char *before, const char *after)
{
	bool same = true;

	for (int pass = 0; pass < 2; pass++) {
		const char *from = pass == 0 ? before : after, *in = pass == 0 ? after : before;

		for (const char *end; (end = strchr(from, '\n')) != NULL; from = end + 1) {
			char *line = xstrndup(from, (size_t)(end + 1 - from));

			if (strstr(in, line) == NULL)
				printf("# %c %s", pass == 0 ? '-' : '+', line);
			same = same && strstr(in, line) != NULL;
			free(line);
		}
	}
	return same && strlen(before) == strlen(after);
}

static bool
is_whole(const struct canvas *c, int row, int column)
{
	const struct cell *at = canvas_cell(c, row, column);

	if (at->cp[0] == 0) /* the second half: the first is before it */
		return column > 0 && codepoint_width(canvas_cell(c, row, column - 1)->cp[0]) == 2;
	if (codepoint_width(at->cp[0]) == 2)
		return column + 1 < c->columns && canvas_cell(c, row, column + 1)->cp[0] == 0;
	return codepoint_width(at->cp[0]) == 1;
}

/* Drawn, with the cursor on it, no character half over an edge, and nothing drawn beside it. */
static bool
on_screen(struct tui *t)
{
	struct canvas c;
	struct str said = {0};
	bool in, whole = true;

	canvas_init(&c, t->a.rows, t->a.columns, t->a.ascii);
	app_draw(&t->a, &c);
	in = c.cursor_row >= 0 && c.cursor_row < c.rows && c.cursor_column >= 0 &&
	    c.cursor_column < c.columns;
	for (int row = 0; row < c.rows; row++)
		for (int column = 0; column < c.columns; column++)
			whole = whole && is_whole(&c, row, column);
	if (!in || !whole || c.missed > 0) {
		canvas_dump(&c, &said);
		printf("# cursor %d,%d, %s, %d beside it, %dx%d\n# %s\n", c.cursor_row,
		    c.cursor_column, whole ? "whole" : "half", c.missed, c.rows, c.columns,
		    app_place(&t->a)->ops->title);
	}
	in = in && whole && c.missed == 0;
	str_release(&said);
	canvas_release(&c);
	return in;
}

static void
press_any(struct tui *t)
{
	static const enum cmd never = CMD_QUIT;
	struct event e = {.kind = EVENT_KEY, .ms = t->ms += any(900)};
	enum cmd c = (enum cmd)(1 + any(CMD_COUNT - 1));
	char name[COMMAND_KEY_SIZE];

	switch (any(16)) {
	case 0:
		e.kind = any(2) == 0 ? EVENT_TICK : EVENT_PASTE;
		e.text = words[any(array_size(words))];
		break;
	case 1:
		e.kind = EVENT_RESIZE;
		e.rows = any(3) == 0 ? (int)any(60) + 1 : 24;
		e.columns = any(3) == 0 ? (int)any(200) + 1 : 80;
		break;
	case 2:
	case 3:
		tui_keys(t, "Space");
		for (const char *w = words[any(array_size(words))]; t->a.prompt.open && *w != '\0';
		     w++)
			line_edit_insert(&t->a.prompt.line, (const char[]){*w, '\0'});
		return;
	case 5:
	case 6:
	case 7:
	case 8:
		tui_keys(t, deeds[any(array_size(deeds))]);
		return;
	case 4:
		snprintf(e.key.name, sizeof(e.key.name), "Enter");
		break;
	default:
		if (c == never || !command_key(c, any(3), name))
			return;
		snprintf(e.key.name, sizeof(e.key.name), "%s", name);
	}
	app_handle(&t->a, &e);
}

/* Sheets are kept under any name in the folder we are in: not in the source. And none is printed.
 */
static void
enter(char *folder)
{
	if (mkdtemp(folder) == NULL || chdir(folder) != 0 || setenv("PATH", "/nonexistent", 1) != 0)
		must(err_set(ERR_FAILED, "no folder of our own"));
}

static void
leave(const char *folder)
{
	DIR *dir = opendir(".");
	const struct dirent *file;

	while (dir != NULL && (file = readdir(dir)) != NULL)
		(void)unlink(file->d_name);
	if (dir != NULL)
		closedir(dir);
	is_int(rmdir(folder), 0, "nothing else is left behind");
}

static void
sentence(void *arg, const char *what)
{
	(void)arg;
	printf("# %s\n", what);
}

int
main(void)
{
	const char *many = getenv("FRONTDESK_MONKEY"), *other = getenv("FRONTDESK_SEED");
	long keys = many != NULL ? strtol(many, NULL, 10) : 4000;
	struct tui t;
	struct desk d = {0};
	char *before, *after, *label = NULL;
	struct record_list rows = {0};
	int undone = 0, off = 0;
	char folder[] = "/tmp/frontdesk-monkey-XXXXXX";

	seed = other != NULL ? strtoull(other, NULL, 10) : seed;
	enter(folder);
	fixture_open(&d);
	tui_monday(&d);
	desk_close(&d);
	tui_start(&t, "monkey", 24, 80);
	before = whole_file();
	for (long i = 0; i < keys; i++) {
		press_any(&t);
		off += !on_screen(&t);
		t.a.leave = false;
	}
	ok(true, "%ld keys", keys);
	is_int(off, 0, "neither the cursor nor what is drawn ever leaves the screen");
	is_int(store_check(t.d.store, CHECK_DEEP, sentence, NULL), ERR_OK, "the file is sound");
	/* One that is refused is refused again: no endless loop. */
	while (undone < 2 * keys && store_undo_peek(t.d.store, "monkey", &label, &rows) == ERR_OK) {
		record_list_release(&rows);
		free(label);
		app_undo(&t.a);
		undone++;
	}
	after = whole_file();
	ok(undone > 0, "%d steps undone", undone);
	ok(is_as_before(before, after), "everything is as it was");
	free(before);
	free(after);
	tui_stop(&t);
	leave(folder);
	return done();
}
