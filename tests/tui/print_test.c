/* Paper from the screens: the menu, the preview, files, and an lp of our own. */
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>

#include "tui_fixture.h"

static char folder[] = "/tmp/frontdesk-print-XXXXXX";

static void
write_file(const char *name, const char *text, mode_t mode)
{
	char path[128];
	FILE *f;

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	f = fopen(path, "w");
	if (f == NULL || fputs(text, f) == EOF || fclose(f) != 0 || chmod(path, mode) != 0)
		abort();
}

/* What stands in a file of the folder, owned by the caller. */
static char *
read_back(const char *name)
{
	char path[128], bytes[4096] = "";
	FILE *f;

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	f = fopen(path, "r");
	if (f != NULL) {
		bytes[fread(bytes, 1, sizeof(bytes) - 1, f)] = '\0';
		fclose(f);
	}
	return xstrdup(bytes);
}

static bool
holds(const char *name, const char *text)
{
	char *bytes = read_back(name);
	bool holds = strstr(bytes, text) != NULL;

	free(bytes);
	return holds;
}

/* Until lp is done: what waits for it is a tick, which need not come late. No time passes, lest the
 * screen lock. */
static void
wait_for_lp(struct tui *t)
{
	while (t->a.printing.pid != 0) {
		t->ms -= 1000;
		tui_event(t, (struct event){.kind = EVENT_TICK});
	}
}

static void
test_lp(struct tui *t)
{
	static char *none[] = {NULL};
	sigset_t ours;

	t->a.environment = none;
	setenv("PATH", folder, 1);
	tui_keys(t, "P 1");
	wait_for_lp(t); /* it may have been told only then */
	ok(strstr(tui_message(t), "there is no lp here") != NULL, "without an lp it says so");
	write_file("lp",
	    "#!/bin/sh\necho \"$@\" > ${0%/*}/args\n/bin/cat > ${0%/*}/sheet\necho loud\n", 0700);
	tui_keys(t, "1");
	wait_for_lp(t);
	is_str(tui_message(t), "The printer has the roster of Tue 24 Nov 2026.", "tomorrow's");
	ok(holds("sheet", "Desk roster, Tue 24 Nov 2026"), "lp has the sheet");
	ok(holds("args", "-t frontdesk\n"), "and is told nothing of the practice");
	tui_keys(t, "Down p");
	wait_for_lp(t);
	ok(holds("sheet", "Desk roster, Mon 23 Nov 2026"), "p prints the selected one");
	tui_keys(t, "4");
	wait_for_lp(t);
	ok(holds("sheet", "Room 1"), "the rooms' sheets");
	tui_keys(t, "F12 2");
	wait_for_lp(t);
	ok(strncmp(tui_message(t), "The printer has", 15) == 0,
	    "while names are kept back on the screen");
	ok(holds("sheet", "O'Brien"), "they are on paper");
	tui_keys(t, "4");
	wait_for_lp(t);
	tui_keys(t, "Up Up Enter");
	ok(!tui_shows(t, "O'Brien"), "not in the preview");
	tui_keys(t, "p");
	wait_for_lp(t);
	ok(holds("sheet", "O'Brien"), "but on the paper of it");
	tui_keys(t, "Esc Down");
	ok(tui_shows(t, "on paper names are in full"), "and the menu says so");
	tui_keys(t, "F12 Down");
	write_file("lp", "#!/bin/sh\n/bin/grep SigBlk /proc/self/status > ${0%/*}/mask\n", 0700);
	(void)sigemptyset(&ours);
	(void)sigaddset(&ours, SIGTERM);
	(void)sigprocmask(SIG_BLOCK, &ours, NULL);
	tui_keys(t, "1");
	(void)sigprocmask(SIG_UNBLOCK, &ours, NULL);
	wait_for_lp(t);
	ok(holds("mask", "SigBlk:\t0000000000000000\n"), "what we block can end lp");
	write_file("lp", "#!/bin/sh\nexit 3\n", 0700);
	tui_keys(t, "1");
	wait_for_lp(t);
	is_str(tui_message(t),
	    "Not printed: lp ended with status 3; see lpstat -p for the printers", "it failed");
	tui_keys(t, "c");
	is_str(tui_message(t), "Select an appointment on the day first.", "no card of nothing");
	tui_keys(t, "Esc");
	is_int(app_where(&t->a), IN_DAY, "Esc goes back to the day");
}

static void
test_preview(struct tui *t)
{
	char keys[128];

	tui_golden(t, "print-80");
	tui_keys(t, "Down Enter");
	tui_golden(t, "preview-80");
	tui_keys(t, "Tab Tab Tab");
	ok(tui_shows(t, "for Jon, as it will be printed"), "Tab: of one therapist");
	ok(!tui_shows(t, "O'Brien"), "and nobody else");
	tui_keys(t, "Space");
	ok(tui_shows(t, "roster of Tue 24 Nov 2026 for Jon"), "Space: of the next day");
	tui_keys(t, "Backspace");
	snprintf(keys, sizeof(keys), "s Ctrl-U [%s/./roster.txt] Enter", folder);
	tui_keys(t, keys);
	snprintf(keys, sizeof(keys), "Written to %s/roster.txt.", folder);
	is_str(tui_message(t), keys, "where it went");
	ok(holds("roster.txt", "Desk roster, Mon 23 Nov 2026"), "s writes it to a file");
	write_file("mine.txt", "mine\n", 0600);
	snprintf(keys, sizeof(keys), "s Ctrl-U [%s/mine.txt] Enter", folder);
	tui_keys(t, keys);
	ok(tui_shows(t, "Enter again writes over it") && holds("mine.txt", "mine\n"),
	    "what is there is not written over");
	tui_keys(t, "Esc s");
	is_str(str_text(&t->a.prompt.line.text), "roster-jon-2026-11-23.txt", "it is Jon's");
	tui_keys(t, strchr(keys, 'C'));
	ok(holds("mine.txt", "mine\n"), "asked anew each time");
	tui_keys(t, "Enter");
	ok(holds("mine.txt", "Desk roster"), "Enter again writes over it");
	snprintf(keys, sizeof(keys), "x Ctrl-U [%s/day.ics] Enter", folder);
	tui_keys(t, keys);
	ok(holds("day.ics", "BEGIN:VEVENT") && !holds("day.ics", "Featherstone"),
	    "x the day as a calendar, without names");
	tui_keys(t, "x Ctrl-U [/dev/null/x.ics] Enter");
	ok(strstr(tui_message(t), "/dev/null/x.ics could not be written") != NULL,
	    "what cannot be written is named");
	tui_keys(t, "Tab Tab");
	ok(tui_shows(t, "O'Brien"), "around to all");
	tui_keys(t, "F12");
	ok(tui_shows(t, " S.O. ") && !tui_shows(t, "O'Brien"),
	    "with F12 the screen shows initials");
	ok(tui_shows(t, "on paper names are in full"), "and says what paper has");
	snprintf(keys, sizeof(keys), "s Ctrl-U [%s/private.txt] Enter", folder);
	tui_keys(t, keys);
	ok(holds("private.txt", "O'Brien"), "which is so in a file");
	tui_keys(t, "F12 Up");
	tui_resize(t, 40, 120);
	tui_golden(t, "preview-120");
	tui_resize(t, 16, 60);
	tui_keys(t, "PgDn Down End PgUp Up Home");
	tui_golden(t, "preview-60");
	tui_resize(t, 24, 80);
	tui_keys(t, "Esc Esc");
}

/* What is of the appointment one came from, and the sheets that hold health. */
static void
test_health(struct tui *t)
{
	char keys[128];

	write_file("lp", "#!/bin/sh\n/bin/cat > ${0%/*}/sheet\n", 0700);
	tui_keys(t, "/ [appointment 1] Enter P");
	tui_golden(t, "print-appointment-80");
	tui_keys(t, "c");
	wait_for_lp(t);
	is_str(tui_message(t), "The printer has the appointment card of #1.", "the card");
	ok(holds("sheet", "Your appointment:") && !holds("sheet", "O'Brien"), "names nobody");
	tui_keys(t, "a");
	wait_for_lp(t);
	ok(holds("sheet", "Drink water"), "the aftercare slip");
	tui_keys(t, "8");
	wait_for_lp(t);
	is_str(tui_message(t), "The printer has the therapists' sheets of Mon 23 Nov 2026.",
	    "the sheets of today");
	ok(holds("sheet", "Therapist's sheet, Mon 23 Nov 2026, Mia"), "of each therapist");
	tui_keys(t, "Up Enter");
	ok(tui_shows(t, "it tells of health"), "shown, it says what it tells of");
	tui_keys(t, "Tab Tab Tab s");
	is_str(
	    str_text(&t->a.prompt.line.text), "sheets-jon-2026-11-24.txt", "nothing of a client");
	snprintf(keys, sizeof(keys), "Ctrl-U [%s/sheets.txt] Enter", folder);
	tui_keys(t, keys);
	ok(holds("sheets.txt", "Therapist's sheet"), "in a file");
	tui_keys(t, "Esc End Up Enter s");
	is_str(str_text(&t->a.prompt.line.text), "card-1.txt", "a card's file");
	tui_keys(t, "Esc Esc Esc Esc");
}

int
main(void)
{
	struct tui t;
	struct desk d = {0};

	if (mkdtemp(folder) == NULL)
		return 1;
	fixture_open(&d);
	tui_monday(&d);
	desk_close(&d);
	tui_start(&t, "rita", 24, 80);
	tui_keys(&t, "P");
	test_preview(&t);
	test_lp(&t);
	test_health(&t);
	tui_stop(&t);
	return done();
}
