#include "place.h"

#include <string.h>

#include <frontdesk/mem.h>

#include "clients.h"
#include "day.h"
#include "free.h"
#include "history.h"
#include "parked.h"
#include "print_menu.h"
#include "setup.h"

static const struct {
	enum cmd cmd;
	struct view *(*make)(struct app *a);
} places[] = {
#define X(id, make) {CMD_##id, make},
    PLACE_LIST(X)
#undef X
};

enum cmd
place_at(size_t i)
{
	return i < array_size(places) ? places[i].cmd : CMD_NONE;
}

bool
place_is(enum cmd c)
{
	for (size_t i = 0; i < array_size(places); i++) {
		if (places[i].cmd == c)
			return true;
	}
	return false;
}

enum cmd
place_by_name(const char *name)
{
	for (size_t i = 0; i < array_size(places); i++) {
		if (strcmp(commands[places[i].cmd].name, name) == 0)
			return places[i].cmd;
	}
	return CMD_NONE;
}

void
place_names(struct str *out)
{
	for (size_t i = 0; i < array_size(places); i++)
		str_addf(out, "%s%s", i > 0 ? ", " : "", commands[places[i].cmd].name);
}

/*
 * The history lies over what it tells of, so that closing it leads back there; asked for again, it
 * is that of all the practice.
 */
static void
make_room(struct app *a, enum cmd place)
{
	const struct view *top = app_top(a);

	a->subject = (struct subject){0};
	if (top->ops->subject != NULL && !top->ops->subject(top, &a->subject))
		a->subject = (struct subject){0};
	if (place != CMD_HISTORY)
		app_to_day(a);
	else if (history_is(app_top(a)))
		app_close(a, app_top(a));
}

void
app_go(struct app *a, enum cmd place)
{
	make_room(a, place);
	if (place == CMD_DAY)
		a->views[0]->ops->command(a->views[0], place, NULL);
	for (size_t i = 0; i < array_size(places); i++) {
		if (places[i].cmd == place && place != CMD_DAY)
			app_push(a, places[i].make(a));
	}
}

void
app_find(struct app *a)
{
	if (!clients_is(app_top(a)))
		app_go(a, CMD_CLIENTS);
	app_top(a)->ops->command(app_top(a), CMD_FIND, NULL);
}
