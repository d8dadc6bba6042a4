/*
 * Every step of frontdesk-tour(7), as it is printed: ".Dl Ic KEYS" is pressed in the real program,
 * and the text of ".D1 TEXT" is on the screen then. (\& hides a word that is a macro's name)
 */
#include "demo.h"

static const char keys[] = ".Dl Ic ", text[] = ".D1 ", page[] = "man/frontdesk-tour.7";

/* Whether the line has keys, which are pressed then. (Ctrl-Q is not answered) */
static bool
step(struct pty *p, char *line)
{
	bool presses = strncmp(line, keys, strlen(keys)) == 0;

	line[strcspn(line, "\n")] = '\0';
	if (presses)
		ok(demo_keys(p, line + strlen(keys)) || strstr(line, "Ctrl-Q") != NULL, "%s", line);
	else if (strncmp(line, text, strlen(text)) == 0)
		demo_sees(p, line + strlen(text) + (line[strlen(text)] == '\\' ? 2 : 0), "then");
	return presses;
}

int
main(void)
{
	char state[] = "/tmp/frontdesk-state-XXXXXX", line[512];
	struct pty_how how = {.state = mkdtemp(state)};
	FILE *f = fopen(page, "r");
	struct pty p = {0};
	int steps = 0;

	demo_make();
	how.file = fixture_path;
	ok(f != NULL && pty_start(&p, &how) && pty_settle(&p), "the page and the program open");
	while (f != NULL && fgets(line, sizeof(line), f) != NULL)
		steps += step(&p, line);
	is_int(pty_wait(&p), 0, "the last step leaves");
	if (f != NULL)
		fclose(f);
	ok(steps > 20, "there were steps: %d", steps);
	pty_release(&p);
	pty_remove_folder(state);
	return done();
}
