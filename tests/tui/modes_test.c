/* Every mode of the screens, each reached by its keys: the help stays in the footer, by a key that
 * works there. */
#include <frontdesk/desk_person.h>

#include "health.h"

#include "../../src/tui/welcome.h"

/* An appointment of Mia's is selected; on her header. */
#define BOOKED "Right Right Right Right g[10:30] Enter "
#define HEAD "Right Right Right Right Up "

/* X(MODE, keys from the day on) */
#define WAYS(X) \
	X(DAY, "") \
	X(MOVE, BOOKED "m") \
	X(CANCEL, BOOKED "x") \
	X(REASON, BOOKED "m g[17:45] Enter Enter") \
	X(CARD, BOOKED "Enter") \
	X(DIALOG, "C Ctrl-N") \
	X(CLIENTS, "C") \
	X(CLIENT, "C Enter") \
	X(FREE, "F[sw60] Enter") \
	X(PRINT, "P") \
	X(PREVIEW, "P Enter") \
	X(HISTORY, "H") \
	X(PARKED, "O") \
	X(SETUP, "S") \
	X(WELCOME, "") \
	X(LOCKED, "U") \
	X(PROMPT, ":") \
	X(HELP, "?") \
	X(BOOKING, "n") \
	X(AFFECTED, HEAD "k Enter") \
	X(SETUP_LIST, "S Down Enter") \
	X(SETUP_THERAPIST, "S Down Enter") \
	X(SETUP_PERSON, "S End Enter") \
	X(EDIT, BOOKED "e") \
	X(NO_PIN, "U") \
	X(CHANGE, BOOKED "h") \
	X(INTAKE, "C Enter h") \
	X(BODY, "C Enter h Ctrl-B")

#define X(mode, keys) WAY_##mode,
enum { WAYS(X) WAY_COUNT };
#undef X
#define X(id, bit, title) +1
_Static_assert(WAY_COUNT == MODE_LIST(X), "a mode without a way to it");
#undef X

static const struct {
	const char *name, *keys;
	unsigned mode;
} ways[] = {
#define X(mode, keys) {#mode, keys, IN_##mode},
    WAYS(X)
#undef X
};

static bool
ends(const char *line, const char *end)
{
	size_t n = strlen(line), m = strlen(end);

	return n >= m && strcmp(line + n - m, end) == 0;
}

/* The footer says how help is had, and it is had so. */
static void
test_help(struct tui *t, const char *name)
{
	const bool by_text = ends(tui_line(t, -1), "F1 Help");
	char *before, *after;

	ok(by_text || ends(tui_line(t, -1), "? Help"), "%s, %d columns: %s", name, t->a.columns,
	    tui_line(t, -1));
	before = tui_screen(t);
	tui_keys(t, by_text ? "F1" : "?");
	after = tui_screen(t);
	ok(strcmp(before, after) != 0, "%s: and it helps", name);
	free(before);
	free(after);
}

static void
test_mode(size_t i, int rows, int columns)
{
	const struct desk_options o = fixture_options("rita");
	struct tui t;

	tui_start(&t, "rita", rows, columns);
	if (ways[i].mode == IN_WELCOME)
		app_push(&t.a, welcome_new(&t.a, &o, "Europe/Berlin"));
	if (ways[i].mode == IN_LOCKED)
		must(desk_person_pin(&t.d, desk_me(&t.d)->id, "1111"));
	tui_keys(&t, ways[i].keys);
	ok((app_where(&t.a) & ways[i].mode) != 0, "%s is reached", ways[i].name);
	test_help(&t, ways[i].name);
	if (ways[i].mode == IN_LOCKED)
		must(desk_person_pin(&t.d, desk_me(&t.d)->id, ""));
	tui_stop(&t);
}

int
main(void)
{
	struct desk d;
	int64_t rita = 0;

	fixture_open(&d);
	tui_monday(&d);
	must(desk_intake_words(
	    &d, health_client(&d, "o'brien"), INTAKE_NEWEST, WORDS("conditions=disc"), 1));
	must(desk_person_save(&d, &rita, WORDS("name=Rita"), 1));
	desk_close(&d);
	for (size_t i = 0; i < array_size(ways); i++) {
		test_mode(i, 24, 80);
		test_mode(i, 16, 60);
	}
	return done();
}
