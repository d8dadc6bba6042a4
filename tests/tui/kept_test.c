/* Every kind of form, half typed, from one list: it is a file, and comes back as it was. */
#include "health.h"

#include <dirent.h>
#include <sys/stat.h>

#include "../../src/tui/booking_dialog.h"
#include "../../src/tui/dialog_draft.h"
#include "../../src/tui/parked.h"

enum { TITLE = 128, FIELDS_MOST = 64 };
static char folder[] = "/tmp/frontdesk-kept-XXXXXX";

/* What is typed is "half" wherever there is something to look for. */
static const struct {
	const char *kind, *what, *keys;
} forms[] = {
    {"booking", "a booking", "n[half sw60 mia]"},
    {"booking", "an appointment", OBRIEN "e Tab Tab Tab Tab [half]"},
    {"booking", "the time taken out of an appointment", OBRIEN "e Tab Tab Tab Ctrl-U"},
    {"client", "a new client", "C Ctrl-N [half]"},
    {"client", "a client", "C Enter e Ctrl-U [half]"},
    {"client", "the name taken out of a client", "C Enter e Ctrl-U"},
    {"alert", "an alert", "C Enter t [half]"},
    {"health", "the health form", OBRIEN "h y [half]"},
    {"session", "a session", OBRIEN "d [6/2]"},
    {"addendum", "an addendum", OBRIEN "g[9:00] Enter d [half]"},
    {"therapist's OK", "a therapist's OK", OBRIEN "o Shift-Tab Ctrl-U [half] Tab [1234]"},
    {"papers", "a consent", OBRIEN "Ctrl-G Ctrl-U [half]"},
    {"papers", "a clearance", OBRIEN "Ctrl-O [half]"},
    {"note", "an imported note", "C /[jones] Enter Enter Ctrl-R [ye]"},
    {"setting", "a setting", "S Enter Enter Ctrl-U [half]"},
    {"setting", "a setting taken away", "S Enter Enter Ctrl-U"},
    {"record", "a new therapist", "S Down Enter n [half]"},
    {"record", "a therapist", "S Down Enter Enter Tab Ctrl-U [half]"},
    {"record", "a room", "S Down Down Enter n [half]"},
    {"record", "a service", "S Down Down Down Enter Enter Tab Ctrl-U [half]"},
    {"record", "a word", "S Down Down Down Down Down Enter Down Enter n [half]"},
    {"record", "a flag", "S Down Down Down Down Down Down Enter Enter Tab Ctrl-U [half]"},
    {"record", "a person", "S End Enter n [half]"},
    {"hours", "weekly hours", "S Down Enter Down h n Ctrl-U [half]"},
    {"day", "hours of a day", "S Down Enter Down d [fri] Tab [half]"},
    {"off", "time off", "S Down Enter Down o [half]"},
};

/* How many drafts there are; they are for nobody else, and their names tell nothing. */
static int
drafts(void)
{
	const struct dirent *e;
	DIR *dir = opendir(folder);
	int n = 0;

	while (dir != NULL && (e = readdir(dir)) != NULL) {
		char path[320];
		struct stat st;

		snprintf(path, sizeof(path), "%s/%s", folder, e->d_name);
		if (stat(path, &st) != 0 || !S_ISREG(st.st_mode))
			continue;
		n++;
		if ((st.st_mode & 0777) != 0600 || strlen(e->d_name) != 6)
			n = 1000;
	}
	if (dir != NULL)
		closedir(dir);
	return n;
}

/* All that is typed and was there, and where one is: "Code: half (was )". */
static char *
tell(const struct dialog *d)
{
	struct str s = {0};

	dialog_title(d, &s);
	str_addf(&s, "\nat %zu\n", d->at);
	for (size_t i = 0; i < d->n; i++) {
		const struct field *f = &d->fields[i];
		const bool whole = !f->secret;

		str_addf(&s, "%s: %s (was %s) %lld%s\n", f->label, whole ? dialog_text(d, i) : "*",
		    whole ? str_or_empty(f->was) : "*", (long long)f->id, f->off ? " off" : "");
	}
	return str_take(&s);
}

/* A desk of the same login, which finds what is left there. */
static void
start(struct tui *t)
{
	tui_start(t, "rita", 24, 80);
	t->a.drafts = (struct draft_place){folder, fixture_path};
	parked_find(&t->a);
}

static void
test_form(const char *kind, const char *what, const char *keys)
{
	struct tui t;
	struct dialog *d;
	char *before, *after, title[TITLE];
	const char *place;

	start(&t);
	tui_keys(&t, "D t");
	tui_keys(&t, keys);
	d = (struct dialog *)app_top(&t.a);
	place = app_place(&t.a)->ops->title;
	if ((app_where(&t.a) & IN_TYPING) == 0 || strcmp(d->ops->kind, kind) != 0) {
		ok(false, "%s: no form of kind %s: %s", what, kind, tui_message(&t));
		tui_stop(&t);
		return;
	}
	before = tell(d);
	snprintf(title, sizeof(title), "%s", place);
	is_int(drafts(), 1, "%s is a file", what);
	tui_stop(&t); /* as kill -9: nothing is done for it any more */
	start(&t);
	is_int((long long)t.a.parked.n, 1, "%s: it is offered", what);
	tui_keys(&t, "O Enter");
	after = tell((struct dialog *)app_top(&t.a));
	is_str(after, before, "%s: and is as it was", what);
	if (strcmp(title, "SETUP") == 0)
		is_str(app_place(&t.a)->ops->title, title, "%s: where it was", what);
	is_int(drafts(), 1, "%s: opened, it still is a file", what);
	tui_keys(&t, "Esc Ctrl-Q");
	ok(strstr(tui_message(&t), "1 parked and not saved, for the next start") != NULL,
	    "%s: leaving says so", what);
	tui_keys(&t, "O x x");
	is_int(drafts(), 0, "%s: thrown away", what);
	tui_stop(&t);
	free(before);
	free(after);
}

static void
test_all_kinds(void)
{
	for (size_t i = 0; i < array_size(forms); i++)
		test_form(forms[i].kind, forms[i].what, forms[i].keys);
	for (size_t k = 0; dialog_kinds[k] != NULL; k++) {
		bool tried = false;

		for (size_t i = 0; i < array_size(forms); i++)
			tried = tried || strcmp(forms[i].kind, dialog_kinds[k]->kind) == 0;
		ok(tried, "%s was tried", dialog_kinds[k]->kind);
		ok(dialog_kinds[k]->reopen != NULL, "%s can come back", dialog_kinds[k]->kind);
	}
}

/* A PIN is in no file, and not kept in the form of it either: nothing says that it is. */
static void
test_pin(void)
{
	struct tui t;

	start(&t);
	tui_keys(&t, "S End Enter p [12345]");
	ok((app_where(&t.a) & IN_TYPING) != 0, "a PIN");
	is_int(drafts(), 0, "is in no file");
	tui_keys(&t, "Esc");
	is_int((long long)t.a.parked.n, 0, "nor parked");
	is_str(tui_message(&t), "PIN is not kept.", "which it says");
	tui_keys(&t, OBRIEN "o [12345] Shift-Tab Ctrl-U [half] Esc");
	is_int((long long)t.a.parked.n, 1, "a form that asks for one, too");
	is_int(drafts(), 1, "is kept");
	tui_keys(&t, "O Enter");
	ok(!tui_shows(&t, "*****") && tui_shows(&t, "half"), "but not the PIN");
	tui_keys(&t, "Esc O x x");
	tui_stop(&t);
}

/* Where nothing can be kept, leaving promises nothing. */
static void
test_nowhere(void)
{
	struct tui t;

	tui_start(&t, "rita", 24, 80);
	tui_keys(&t, "n[half] Esc Ctrl-Q");
	is_str(tui_message(&t),
	    "1 parked and not saved, 1 of them nowhere kept: Ctrl-Q again loses it",
	    "it is not said to be kept");
	tui_stop(&t);
}

int
main(void)
{
	struct desk d = {0};
	int64_t rita = 0;

	if (mkdtemp(folder) == NULL)
		return 1;
	health_practice();
	{
		const struct desk_options o = fixture_options("rita");

		must(desk_open(&d, &o));
	}
	must(desk_visit_words(&d, 1, 0, WORDS("pain=6/2"), 1));
	must(desk_visit_sign(&d, 1));
	must(desk_visit_words(&d, 2, 0, WORDS("s=in two\nlines"), 1));
	must(desk_intake_words(&d, health_client(&d, "jones"), INTAKE_NEWEST,
	    WORDS("source=import", "note=slipped disc in 2019"), 2));
	must(desk_person_save(&d, &rita, WORDS("login=rita", "name=Rita", "role=owner"), 3));
	desk_close(&d);
	test_all_kinds();
	test_pin();
	test_nowhere();
	is_int(rmdir(folder), 0, "no draft is left");
	return done();
}
