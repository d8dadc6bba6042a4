/* The screens that golden_test.c and the places' own tests have at 80x24 only, in all sizes. */
#include "tui_fixture.h"

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
	X("parked", "n [novak sw60] Esc O", "x x D") \
	X("setup", "S", "Esc") \
	X("setup-practice", "S Enter", "Esc Esc") \
	X("setup-rooms", "S Down Down Enter", "Esc Esc") \
	X("setup-services", "S Down Down Down Enter", "Esc Esc") \
	X("setup-off", "S Down Down Down Down Enter", "Esc Esc") \
	X("setup-words", "S Down Down Down Down Down Enter", "Esc Esc") \
	X("setup-flags", "S End Up Enter", "Esc Esc") \
	X("setup-persons", "S End Enter", "Esc Esc") \
	X("privacy", "F12", "F12") \
	X("locked", "U", "Enter")

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

/* Each size from the start: what is under a prompt was made for the width it was typed at. */
static void
all_sizes(struct tui *t, const char *name, const char *there, const char *back)
{
	for (size_t i = 0; i < array_size(sizes); i++) {
		char golden[64];

		tui_resize(t, sizes[i].rows, sizes[i].columns);
		tui_keys(t, "D t Left Left Left Left Right Right Right g[10:30] Enter");
		tui_keys(t, there);
		snprintf(golden, sizeof(golden), "all-%s-%d", name, sizes[i].columns);
		tui_golden(t, golden);
		tui_keys(t, back);
	}
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
	for (size_t i = 0; i < array_size(screens); i++)
		all_sizes(&t, screens[i].name, screens[i].there, screens[i].back);
	tui_stop(&t);
	desk_close(&d);
	return done();
}
