#include "place.h"

#include <string.h>

#include <frontdesk/mem.h>

#include "day.h"
#include "free.h"
#include "parked.h"
#include "print_menu.h"

static const struct {
	enum cmd cmd;
	struct view *(*make)(struct app *a);
} places[] = {
#define X(id, make) {CMD_##id, make},
    PLACE_LIST(X)
#undef X
};

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

void
app_go(struct app *a, enum cmd place)
{
	app_to_day(a);
	if (place == CMD_DAY)
		a->views[0]->ops->command(a->views[0], place, NULL);
	for (size_t i = 0; i < array_size(places); i++) {
		if (places[i].cmd == place && place != CMD_DAY)
			app_push(a, places[i].make(a));
	}
}
