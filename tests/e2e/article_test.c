/*
 * By keys, from an empty file: the client of the article the program began with — stiff neck and
 * upper back, low back pain from lifting, a herniated disc, wants deep tissue — is heard on the
 * phone, flagged, booked with a back-pain therapist at a capped pressure, acknowledged, seen, and
 * shows the trend after three visits. By commands: tests/cli/health.t.
 */
#include "demo.h"

static char folder[64];

struct step {
	const char *what, *now, *keys;
	const char *sees[3];
};

/* Each in a program of its own: what counts is what the file keeps. */
static const struct step steps[] = {
    {"first start", "2026-11-23T09:00", "Enter [Hill Massage] Ctrl-S", {"[Hill Massage] DAY"}},
    {"a therapist who knows backs", "2026-11-23T09:00",
	"S Down Enter n [mia] Tab [Mia] Tab [F] Tab Tab [deep-tissue, back-pain] Ctrl-S",
	{"Added therapist Mia.", "back-pain, deep-tissue"}},
    {"her hours", "2026-11-23T09:00", "S Down Enter h n [mon-fri 9-18] Ctrl-S",
	{"Mia's hours are changed."}},
    {"a room", "2026-11-23T09:00", "S Down Down Enter n [r1] Tab [Quiet room] Ctrl-S",
	{"Quiet room"}},
    {"heard on the phone, and flagged", "2026-11-23T09:01",
	"n [nora field] Ctrl-N [555 0200] Enter [disc lb7 +ub +nk cause=lift] Enter [dt60] Enter "
	"[mia] Enter Enter [fri 10:00] Enter Ctrl-S",
	{"Deep tissue massage needs pressure 4; herniated", "disc or sciatica caps at 3",
	    "1 Back massage 60 at pressure 3 (medium) at most with Mia"}},
    {"booked at a capped pressure", "2026-11-23T09:01",
	"n [nora field] Ctrl-N [555 0200] Enter [disc lb7 +ub +nk cause=lift] Enter [dt60] Enter "
	"[mia] Enter Enter [fri 10:00] Enter Ctrl-S 1 Ctrl-S 2",
	{"Booked: Friday 27 November, ten o'clock", "with Mia", "!C1"}},
    {"acknowledged", "2026-11-27T09:50", "g [10:00] Enter o Ctrl-S",
	{"Mia knows, by phone, noted by"}},
    {"arrived", "2026-11-27T09:55", "g [10:00] Enter a", {"Arrived 10:00 "}},
    {"consents are asked for", "2026-11-27T10:00", "g [10:00] Enter i",
	{"onsent to treatment and keeping health data is missing"}},
    {"in session", "2026-11-27T10:00", "g [10:00] Enter i Ctrl-L i", {"In session 10:00 "}},
    {"finished", "2026-11-27T11:00", "g [10:00] Enter f", {"Completed 10:00 "}},
    {"how it went", "2026-11-27T11:01", "g [10:00] Enter d [7/5] Enter [3] Enter [right] Ctrl-S",
	{"Noted the session of 10:00 "}},
    {"again in a week", "2026-11-27T11:02", "g [10:00] Enter b [1w] Enter",
	{"Booked: Friday 4 December, ten o'clock"}},
    {"the second visit", "2026-12-04T10:00", "g [10:00] Enter a i Ctrl-L i", {"In session 10:00 "}},
    {"noted", "2026-12-04T11:00", "g [10:00] Enter f d [6/4] Enter [3] Enter [deep] Ctrl-S",
	{"Noted the session of 10:00 "}},
    {"shows last time", "2026-12-04T11:02", "n [nora bk60 mia 2026-12-11 10:00] Enter",
	{"last: 3, too deep"}},
    {"the third is booked", "2026-12-04T11:02", "g [10:00] Enter b [1w] Enter",
	{"Booked: Friday 11 December, ten o'clock"}},
    {"the third visit", "2026-12-11T10:00", "g [10:00] Enter a i Ctrl-L i", {"In session 10:00 "}},
    {"noted, too", "2026-12-11T11:00", "g [10:00] Enter f d [4/1] Enter [3] Enter [right] Ctrl-S",
	{"Noted the session of 10:00 "}},
    {"the trend", "2026-12-11T11:05", "/ [nora] Enter Enter",
	{"7 -> 1 over 3 visits", "ADAPT herniated disc", "last: 3, right"}},
};

static void
take(const struct step *s)
{
	struct pty_how how = {.now = s->now, .state = folder, .file = fixture_path};
	struct pty p;

	ok(pty_start(&p, &how) && pty_settle(&p) && demo_keys(&p, s->keys), "%s: %s", s->what,
	    s->keys);
	for (size_t i = 0; i < sizeof(s->sees) / sizeof(s->sees[0]) && s->sees[i] != NULL; i++)
		demo_sees(&p, s->sees[i], s->what);
	kill(p.pid, SIGTERM);
	is_int(pty_wait(&p), 128 + SIGTERM, "and it ends");
	pty_release(&p);
}

int
main(void)
{
	(void)fixture_options("rita");
	fixture_remove();
	snprintf(folder, sizeof(folder), "/tmp/frontdesk-article-XXXXXX");
	if (mkdtemp(folder) == NULL)
		abort();
	for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++)
		take(&steps[i]);
	pty_remove_folder(folder);
	return done();
}
