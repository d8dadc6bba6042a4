/* The screens that golden_test.c and the places' own tests have at 80x24 only, in all sizes. */
#include "tui_fixture.h"

static void
resize(struct tui *t, int rows, int columns)
{
	tui_event(t, (struct event){.kind = EVENT_RESIZE, .rows = rows, .columns = columns});
}

/* X(NAME, the keys that lead there from the day, those that lead back) */
#define SCREEN_LIST(X) \
	X("card", "Enter", "Esc") \
	X("move", "m Down Left", "Esc") \
	X("cancel", "x", "Esc") \
	X("goto", "g[mon 16:30]", "Esc") \
	X("reason", "m g[18:00] Enter Enter", "Esc Esc g[10:30] Enter") \
	X("help", "?", "Esc") \
	X("help-all", "? ?", "Esc") \
	X("palette", ":[b]", "Ctrl-U Esc") \
	X("palette-book", ":[book smith sw60 mia fri 3p]", "Ctrl-U Esc") \
	X("print", "P", "D") \
	X("parked", "n [novak sw60] Esc O", "x D") \
	X("setup", "S", "Esc") \
	X("setup-practice", "S Enter", "Esc Esc") \
	X("setup-rooms", "S Down Down Enter", "Esc Esc") \
	X("setup-services", "S Down Down Down Enter", "Esc Esc") \
	X("setup-off", "S Down Down Down Down Enter", "Esc Esc") \
	X("setup-words", "S Down Down Down Down Down Enter", "Esc Esc") \
	X("setup-flags", "S End Up Enter", "Esc Esc") \
	X("setup-persons", "S End Enter", "Esc Esc") \
	X("privacy", "F12", "F12")

static const struct {
	const char *name, *there, *back;
} screens[] = {
#define X(name, there, back) {name, there, back},
    SCREEN_LIST(X)
#undef X
};

static const struct {
	int rows, columns;
} sizes[] = {{24, 80}, {40, 120}, {16, 60}};

static void
all_sizes(struct tui *t, const char *name)
{
	for (size_t i = 0; i < array_size(sizes); i++) {
		char golden[64];

		resize(t, sizes[i].rows, sizes[i].columns);
		snprintf(golden, sizeof(golden), "all-%s-%d", name, sizes[i].columns);
		tui_golden(t, golden);
	}
	resize(t, 24, 80);
}

int
main(void)
{
	struct desk d = {0};
	struct tui t;

	fixture_open(&d);
	tui_start(&t, "rita", 24, 80);
	tui_monday(&t.d);
	app_changed(&t.a);
	for (size_t i = 0; i < array_size(screens); i++) {
		tui_keys(&t, "D t Left Left Left Left Right Right Right g[10:30] Enter");
		tui_keys(&t, screens[i].there);
		all_sizes(&t, screens[i].name);
		tui_keys(&t, screens[i].back);
	}
	tui_keys(&t, "U");
	all_sizes(&t, "locked");
	tui_stop(&t);
	desk_close(&d);
	return done();
}
