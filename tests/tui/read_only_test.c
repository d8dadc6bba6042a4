/* A practice that may only be read: the title says so, and a key that would write says why not. */
#include <sys/stat.h>
#include <sys/wait.h>

#include "tui_fixture.h"

/* As a person who may not write; root may everywhere. */
static int
looks(void)
{
	struct tui t;
	int bad = 0;

	if (geteuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0))
		return 99;
	tui_start(&t, "rita", 24, 80);
	bad += strstr(tui_line(&t, 0), " READ ONLY ") == NULL ? 1 : 0;
	bad += !tui_shows(&t, "Müller Kathe") ? 2 : 0;
	tui_keys(&t, "n[kathe dt60] Ctrl-S");
	bad += !tui_shows(&t, "Not saved: /tmp/") ? 4 : 0;
	tui_resize(&t, 16, 60);
	bad += strstr(tui_line(&t, 0), " READ ONLY ") == NULL ? 8 : 0;
	if (bad != 0)
		printf("# %s\n", tui_line(&t, 0));
	fflush(stdout);
	tui_stop(&t);
	return bad;
}

int
main(void)
{
	struct desk d = {0};
	struct tui t;
	char name[80];
	int status = 0;
	pid_t child;

	fixture_open(&d);
	tui_monday(&d);
	desk_close(&d);
	tui_start(&t, "rita", 24, 80);
	ok(strstr(tui_line(&t, 0), "READ ONLY") == NULL, "who may write is told nothing");
	tui_stop(&t);
	/* Nobody has it open: no log, nothing shared. */
	for (int i = 0; i < 2; i++) {
		snprintf(name, sizeof(name), "%s%s", fixture_path, i == 0 ? "-wal" : "-shm");
		(void)unlink(name);
	}
	is_int(chmod(fixture_path, 0444), 0, "nobody may write");
	fflush(stdout);
	if ((child = fork()) == 0)
		_exit(looks());
	(void)waitpid(child, &status, 0);
	is_int(WIFEXITED(status) ? WEXITSTATUS(status) : 98, 0,
	    "who may read alone is told so in the title, at every size");
	return done();
}
