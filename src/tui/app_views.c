/* The stack of views: places and what lies over them; what is parked. */
#include "app.h"

#include <assert.h>
#include <stdlib.h>

#include <frontdesk/desk_person.h>
#include <frontdesk/mem.h>

struct view *
app_top(const struct app *a)
{
	return a->views[a->n - 1];
}

unsigned
app_where(const struct app *a)
{
	const struct view *v = app_top(a);

	if (a->lock.on)
		return desk_has_pins(a->desk) ? IN_LOCKED : IN_NO_PIN;
	return a->prompt.open ? IN_PROMPT : v->ops->where(v);
}

static void
load(struct app *a, struct view *v)
{
	if (v->ops->load != NULL && v->ops->load(v) != ERR_OK)
		app_say_error(a);
}

void
app_push(struct app *a, struct view *v)
{
	if (a->n == APP_VIEWS) {
		v->ops->release(v);
		return;
	}
	a->views[a->n++] = v;
	load(a, v);
	v->ops->resize(v, a->rows, a->columns);
}

void
app_close(struct app *a, struct view *v)
{
	assert(v == app_top(a) && a->n > 1);
	a->n--;
	v->ops->release(v);
}

void
app_drop(struct app *a, struct view *v)
{
	size_t at = 1;

	while (a->views[at] != v)
		at++;
	for (a->n--; at < a->n; at++)
		a->views[at] = a->views[at + 1];
	v->ops->release(v);
}

void
views_add(struct views *l, struct view *v)
{
	/* NOLINTNEXTLINE(bugprone-sizeof-expression): a list of pointers */
	*list_push(l) = v;
}

void
app_park(struct app *a, struct view *v)
{
	const struct view *place;

	assert(v == app_top(a) && a->n > 1);
	if (v->ops->keep == NULL || !v->ops->keep(v)) {
		app_close(a, v);
		return;
	}
	a->n--;
	place = app_place(a);
	v->over = (struct standing){0};
	if (place->ops->standing != NULL)
		place->ops->standing(place, &v->over);
	views_add(&a->parked, v);
	app_say(a, ROLE_TEXT, "Parked; O lists what is, %zu in all.", app_parked_count(a));
}

static bool
is_mine(const struct view *v)
{
	return v->ops->mine == NULL || v->ops->mine(v);
}

size_t
app_parked_count(const struct app *a)
{
	size_t n = 0;

	for (size_t i = 0; i < a->parked.n; i++)
		n += is_mine(a->parked.v[i]);
	return n;
}

size_t
app_parked_at(const struct app *a, size_t at)
{
	size_t i = 0;

	while (!is_mine(a->parked.v[i]) || at-- > 0)
		i++;
	return i;
}

void
app_park_others(struct app *a)
{
	for (size_t i = 1; i < a->n; i++)
		while (i < a->n && !is_mine(a->views[i]))
			app_park(a, app_top(a));
}

void
app_unpark(struct app *a, size_t i)
{
	struct view *v = a->parked.v[i];

	a->parked.n--;
	for (; i < a->parked.n; i++)
		a->parked.v[i] = a->parked.v[i + 1];
	if (v->over.place != CMD_NONE) {
		app_go(a, v->over.place);
		app_top(a)->ops->stand(app_top(a), &v->over);
	}
	app_push(a, v);
}

void
app_to_day(struct app *a)
{
	while (a->n > 1)
		app_park(a, app_top(a));
}

struct view *
app_place(const struct app *a)
{
	size_t i = a->n - 1;

	while (i > 0 && a->views[i]->ops->title == NULL)
		i--;
	return a->views[i];
}

void
app_changed(struct app *a)
{
	if (desk_reload(a->desk) != ERR_OK || app_seen(a) != ERR_OK)
		app_say_error(a);
	a->now = desk_now(a->desk);
	for (size_t i = 0; i < a->n; i++)
		load(a, a->views[i]);
}
