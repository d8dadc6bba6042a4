/* The budgets of the design: what a receptionist does all day, by exactly these keys. */
#include <sys/stat.h>

#include "demo.h"

static const struct budget {
	const char *what;
	const char *now; /* NULL: nine o'clock */
	const char *there; /* what leads to where the budget begins */
	const char *keys;
	const char *sees[2];
} budgets[] = {
    {"find a caller", NULL, "", "/ [smit]",
	{"Smith, Lászlo, born 1967, last visit 31 Oct, next 25 Nov", "4 match"}},
    {"book a returning client", NULL, "g [17:00] Enter", "n [smit] Enter Enter Ctrl-S",
	{">-Smith Lászlo", "Booked: Monday 23 November, five o'clock"}},
    {"one more with a finding", NULL, "g [13:00] Enter", "n [smit] Enter Enter Ctrl-S 1",
	{">-Smith Lászlo", "Needs a reason: Asha has a break"}},
    {"one more with a flag", NULL, "g [17:00] Enter", "n [smith dt60 !disc] Enter Ctrl-S 2",
	{"!C", "a flag speaks against it (!C)"}},
    {"a therapist knows", NULL, "g [17:00] Enter n [smith dt60 !disc] Enter Ctrl-S 2", "o Ctrl-S",
	{">-Smith Lászlo", "Asha knows, by phone"}},
    {"a new client", NULL, "g [17:00] Enter", "n [Zora Young] Ctrl-N [555 0199] Enter Ctrl-S",
	{">-Young Zora   1<", "Booked: Monday 23 November, five o'clock"}},
    {"ask for free time", NULL, "", "F [smith dt60 female >15:00 week] Enter Enter",
	{"Client        smith", "= Mon 23 Nov 2026, 16:45–17:45 (today), Mia"}},
    {"check in", NULL, "g [10:15] Enter Right", "a", {">@:15Mulligan", "Arrived 10:15 Mulligan"}},
    {"start", NULL, "g [10:15] Enter Right a", "i", {">*:15Mulligan", "In session 10:15 Mulligan"}},
    {"finish", "2026-11-23T10:40", "g [10:15] Enter Right a i", "f",
	{">=:15Mulligan", "Completed 10:15 Mulligan"}},
    {"again in four weeks", NULL, "g [10:45] Enter", "b [4w] Enter",
	{"Booked: Monday 21 December, quarter to eleven", "Okafor Ana"}},
    {"move to a time in sight", NULL, "g [10:45] Enter", "m Down Down Enter",
	{"Moved 10:45 Okafor to Asha 11:30", ">+Okafor Ana"}},
    {"move a week on", NULL, "g [10:45] Enter", "m [+7] Enter",
	{"Moved 10:45 Okafor to Asha 10:45", "Mon 30 Nov 2026"}},
    {"cancel", NULL, "g [10:45] Enter", "x c", {"Cancelled late 10:45 Okafor", ":45Okafor"}},
    {"no-show", "2026-11-23T10:20", "g [10:15] Enter Right", "x n",
	{"No-show 10:15 Mulligan", ">?:15Mulligan"}},
    {"walk-in", "2026-11-23T12:20", "t", "n [Zora Young] Enter Ctrl-S",
	{">@:20Young Z", "Walk-in, arrived: Monday 23 November, 12:20"}},
    {"keep free", NULL, "g [17:00] Enter", "k [staff meeting] Enter",
	{">//staff meetin", "Kept free Asha 17:00–17:30: staff meeting."}},
    {"therapist sick", NULL, "Up", "k Enter Enter 1 x",
	{"Kept free Asha 09:00–24:00: sick.", "3 affected: 1 moved, 1 cancelled"}},
    {"no change in health", NULL, "g [10:15] Enter Right Ctrl-P 1 Ctrl-S a", "h n",
	{"No change in health, asked today: 10:15 Mulligan", ">@:15Mulligan"}},
    {"back pain", NULL, "g [10:15] Enter Right", "Ctrl-P 1 1 6 7 3 1 Ctrl-S",
	{"Health noted: Mulligan", "The therapist first: !S"}},
    {"confirmation call", NULL, "g [10:15] Enter Right", "y",
	{">+:15Mulligan", "Confirmed 10:15 Mulligan"}},
};

static char folder[64];

/* A file of the folder. */
static const char *
in_folder(const char *name)
{
	static char path[128];

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	return path;
}

static void
copy(const char *from, const char *to)
{
	char bytes[65536];
	FILE *in = fopen(from, "r"), *out = fopen(to, "w");
	size_t n;

	if (in == NULL || out == NULL)
		abort();
	while ((n = fread(bytes, 1, sizeof(bytes), in)) > 0)
		fwrite(bytes, 1, n, out);
	fclose(in);
	if (fclose(out) != 0)
		abort();
}

/* The practice as it was made, in a folder of its own, where also lp may be. */
static void
begin(struct pty *p, const char *now)
{
	struct pty_how how = {.now = now, .state = folder};

	snprintf(folder, sizeof(folder), "/tmp/frontdesk-budget-XXXXXX");
	if (mkdtemp(folder) == NULL || setenv("PATH", folder, 1) != 0)
		abort();
	how.file = in_folder("demo.db");
	copy(fixture_path, how.file);
	ok(pty_start(p, &how) && pty_settle(p), "it opens");
}

static void
end(struct pty *p)
{
	kill(p->pid, SIGTERM);
	is_int(pty_wait(p), 128 + SIGTERM, "and it ends");
	pty_release(p);
	pty_remove_folder(folder);
}

static void
test_budget(const struct budget *b)
{
	struct pty p;

	begin(&p, b->now);
	ok(demo_keys(&p, b->there) && demo_keys(&p, b->keys), "%s: %s", b->what, b->keys);
	for (size_t i = 0; i < sizeof(b->sees) / sizeof(b->sees[0]); i++)
		demo_sees(&p, b->sees[i], b->what);
	end(&p);
}

/* Whether the first line of what lp was given has the text. */
static bool
printed(const char *text)
{
	FILE *f = fopen(in_folder("sheet"), "r");
	char line[128] = "";
	bool has = f != NULL && fgets(line, sizeof(line), f) != NULL && strstr(line, text) != NULL;

	if (f != NULL)
		fclose(f);
	return has;
}

static void
test_roster(void)
{
	struct pty p;
	FILE *lp;

	begin(&p, NULL);
	lp = fopen(in_folder("lp"), "w");
	if (lp == NULL || fputs("#!/bin/sh\n/bin/cat > ${0%/*}/sheet\n", lp) == EOF ||
	    fclose(lp) != 0 || chmod(in_folder("lp"), 0700) != 0)
		abort();
	ok(demo_keys(&p, "P 1"), "tomorrow's rosters: P 1");
	ok(pty_until(&p, -1, "The printer has the roster of Tue 24 Nov 2026."), "it says so");
	ok(printed("Desk roster, Tue 24 Nov 2026"), "on paper");
	end(&p);
}

int
main(void)
{
	demo_make();
	for (size_t i = 0; i < sizeof(budgets) / sizeof(budgets[0]); i++)
		test_budget(&budgets[i]);
	test_roster();
	return done();
}
