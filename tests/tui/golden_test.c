/* Whole screens, compared with the golden texts: at 80x24, 120x40 and 60x16. */
#include "tui_fixture.h"

/* The selected cell is between > and <, and the cursor stands in it: seen without colour. */
static void
test_selection(struct tui *t)
{
	char *screen = tui_screen(t), *row = screen, *cursor = strstr(screen, "cursor ");
	int line = (int)strtol(cursor + 7, NULL, 10);

	for (int i = 0; i < line; i++)
		row += strcspn(row, "\n") + 1;
	row[strcspn(row, "\n")] = '\0';
	ok(strchr(row, '>') != NULL && strchr(row, '<') != NULL, "the cursor is on the selection");
	free(screen);
}

static void
test_80(struct tui *t)
{
	tui_golden(t, "day-empty-80");
	tui_monday(&t->d);
	app_changed(&t->a);
	tui_keys(t, "Left Left Left Left");
	tui_golden(t, "day-80");
	test_selection(t);
	tui_keys(t, "Right Right Right g[10:30] Enter");
	tui_golden(t, "day-80-selected");
	test_selection(t);
	tui_keys(t, "Enter");
	tui_golden(t, "card-80");
	tui_keys(t, "Esc b[fri 17:00]");
	tui_golden(t, "again-80");
	tui_keys(t, "Esc x");
	tui_golden(t, "cancel-80");
	tui_keys(t, "Esc m Down Left");
	tui_golden(t, "move-80");
	test_selection(t);
	tui_keys(t, "g[18:00] Enter Enter");
	tui_golden(t, "reason-80");
	test_selection(t);
	tui_keys(t, "Esc Esc g[10:30] Enter g[mon 16:30]");
	tui_golden(t, "goto-80");
	tui_keys(t, "Esc ?");
	tui_golden(t, "help-80");
	tui_keys(t, "?");
	tui_golden(t, "help-all-80");
	tui_keys(t, "/ [undo]");
	tui_golden(t, "help-filter-80");
	tui_keys(t, "Esc Esc :");
	tui_golden(t, "palette-80");
	tui_keys(t, "Esc");
}

int
main(void)
{
	struct tui t;
	struct desk d = {0};

	fixture_open(&d);
	tui_start(&t, "rita", 24, 80);
	test_80(&t);
	tui_resize(&t, 40, 120);
	tui_golden(&t, "day-120");
	test_selection(&t);
	t.a.ascii = true;
	tui_golden(&t, "day-120-ascii");
	t.a.ascii = false;
	tui_resize(&t, 16, 60);
	tui_golden(&t, "day-60");
	test_selection(&t);
	tui_keys(&t, ":");
	tui_golden(&t, "palette-60");
	tui_keys(&t, "Esc");
	must(desk_set(&t.d, "clock", "12", NULL));
	app_changed(&t.a);
	tui_resize(&t, 40, 120);
	tui_golden(&t, "day-120-12");
	tui_resize(&t, 24, 80);
	tui_keys(&t, "b[1pm]");
	tui_golden(&t, "again-80-12");
	tui_keys(&t, "Enter");
	tui_golden(&t, "refused-80-12");
	tui_keys(&t, "Esc");
	tui_resize(&t, 20, 59);
	tui_golden(&t, "too-small");
	tui_stop(&t);
	desk_close(&d);
	return done();
}
