/* Find free time: a query in the prompt, what is free in a list, and the booking dialog from it. */
#include "free.h"

#include <stdlib.h>

#include <frontdesk/desk_booking.h>
#include <frontdesk/desk_client.h>
#include <frontdesk/mem.h>
#include <frontdesk/text.h>

#include "app.h"
#include "booking.h"
#include "scroll.h"

enum { FIRST_ROW = 2, AROUND = 7 }; /* lines of the screen that are no rows of the list */

static const char prompt[] = "Free time:";

struct free_view {
	struct view view; /* first */
	char *words; /* owned; as asked; NULL = not yet */
	char *draft; /* owned; asked by halves: the prompt begins with it; NULL = with the words */
	struct free_query query;
	char *client; /* owned; the query's words for the client; "" = none */
	struct slot_list slots;
	struct scroll list;
	struct str widen; /* what to give up, when nothing is free */
};

static struct desk *
desk_of(const struct free_view *f)
{
	return f->view.app->desk;
}

/* Words that are no service are somebody, then. */
static enum err
known(const struct free_view *f, const char *client)
{
	int64_t id;
	size_t n;

	if (client[0] == '\0' || (desk_client_only(desk_of(f), client, &n, &id) == ERR_OK && n > 0))
		return ERR_OK;
	return err_set(ERR_NOT_FOUND, "no service or client \"%s\"", client);
}

/* Reads the words; where no service is named, the usual one is meant. */
static enum err
read_words(const struct free_view *f, const char *words, struct free_query *out, char **client)
{
	struct usual usual;
	enum err e = desk_free_read(desk_of(f), words, out, client);

	if (e != ERR_OK || out->service_id != 0)
		return e;
	e = known(f, *client);
	if (e != ERR_OK)
		return e;
	e = desk_usual(desk_of(f), out->client_id, 1, &usual);
	out->service_id = usual.service_id;
	if (out->minutes == 0)
		out->minutes = usual.minutes;
	return e;
}

static void
forget(struct free_view *f)
{
	free_query_release(&f->query);
	slot_list_release(&f->slots);
	str_clear(&f->widen);
	free(f->client);
	f->client = NULL;
}

static enum err
search(struct free_view *f)
{
	enum err e;

	forget(f);
	e = read_words(f, str_or_empty(f->words), &f->query, &f->client);
	if (e == ERR_OK)
		e = desk_free_search(desk_of(f), &f->query, &f->slots);
	if (e == ERR_OK && f->slots.n == 0)
		e = desk_free_widen(desk_of(f), &f->query, &f->widen);
	f->list.n = f->slots.n;
	scroll_fit(&f->list);
	return e;
}

/* What was asked by halves is gone on with, what was found makes way. */
static void
ask(struct free_view *f)
{
	if (f->draft != NULL)
		app_ask(f->view.app, CMD_FREE, prompt, f->draft);
	else
		app_ask_anew(f->view.app, CMD_FREE, prompt, str_or_empty(f->words));
}

/* The first time it asks at once; else it looks again, in the same row. */
static enum err
free_load(struct view *v)
{
	struct free_view *f = (struct free_view *)v;

	if (f->words != NULL)
		return search(f);
	if (!v->app->prompt.open)
		ask(f);
	return ERR_OK;
}

static unsigned
free_where(const struct view *v)
{
	(void)v;
	return IN_FREE;
}

/* "Deep tissue massage 60, female, … for Smith, Ada" */
static void
say_query(
    const struct free_view *f, const struct free_query *q, const char *client, struct str *out)
{
	struct desk *desk = desk_of(f);
	struct client_hit hit = {0};

	desk_free_echo(desk, q, out);
	if (q->client_id != 0 &&
	    store_client_hit(desk->store, q->client_id, desk_now(desk), &hit) == ERR_OK) {
		str_add(out, ", for ");
		client_name(out, hit.first, hit.last, &desk->practice.settings);
	} else if (client[0] != '\0') {
		str_addf(out, ", for \"%s\", chosen when booked", client);
	}
	client_hit_release(&hit);
}

static void
free_echo(struct view *v, enum cmd c, const char *words, struct lines *out)
{
	const struct free_view *f = (const struct free_view *)v;
	struct free_query q = {0};
	struct str s = {0};
	char *client = NULL;

	if (c != CMD_FREE)
		return;
	if (words[0] == '\0') {
		lines_add(out, ROLE_TEXT, "smith dt60 female >15:00 week");
	} else if (read_words(f, words, &q, &client) != ERR_OK) {
		lines_add(out, ROLE_CAUTION, "%s", err_message());
	} else {
		say_query(f, &q, client, &s);
		lines_add(out, ROLE_TEXT, "= %s", str_text(&s));
	}
	str_release(&s);
	free_query_release(&q);
	free(client);
}

/* "Fri 27 Nov 2026  14:30–15:30  Mia, Room 2" */
static void
say_slot(const struct free_view *f, const struct slot *s, struct str *out)
{
	const struct practice *p = &desk_of(f)->practice;
	const struct therapist *t = practice_therapist(p, s->therapist_id);
	const struct room *r = practice_room(p, s->room_id);
	char day[CIVIL_LONG_SIZE], from[CIVIL_HM_SIZE], until[CIVIL_HM_SIZE];

	str_addf(out, "%s  %s%s%s  %s%s%s%s", civil_long_day(civil_day_of(s->start), day),
	    settings_hm(&p->settings, s->start, from), glyph_text(GLYPH_DASH, f->view.app->ascii),
	    settings_hm(&p->settings, s->end, until), t != NULL ? t->name : "",
	    r != NULL ? ", " : "", r != NULL ? r->name : "",
	    s->orphan ? "  leaves a gap under 30 min" : "");
}

static enum role
slot_row(const void *arg, size_t i, struct str *out)
{
	const struct free_view *f = arg;

	say_slot(f, &f->slots.v[i], out);
	return f->slots.v[i].orphan ? ROLE_FREE : ROLE_TEXT;
}

static void
free_draw(const struct view *v, struct canvas *c)
{
	const struct free_view *f = (const struct free_view *)v;
	struct scroll list = f->list;
	struct str s = {0}, head = {0};

	if (f->client != NULL)
		say_query(f, &f->query, f->client, &s);
	text_pad(&head, str_text(&s), c->columns, TEXT_LEFT);
	canvas_text(c, FIRST_ROW, 0, c->columns, ROLE_HEAD, str_text(&head));
	str_release(&head);
	c->cursor_row = FIRST_ROW;
	list.rows -= app_covered(v->app);
	scroll_fit(&list);
	scroll_draw(&list, c, FIRST_ROW + 1, 0, c->columns, slot_row, f);
	str_release(&s);
}

static void
free_heading(const struct view *v, struct str *out)
{
	const struct free_view *f = (const struct free_view *)v;

	if (f->slots.n > 0)
		str_addf(out, "%zu of %zu", f->list.at + 1, f->slots.n);
}

static bool
has_therapists(const struct desk *d)
{
	for (size_t i = 0; i < d->practice.therapists.n; i++)
		if (d->practice.therapists.v[i].active)
			return true;
	return false;
}

static void
free_focus(const struct view *v, struct str *out)
{
	const struct free_view *f = (const struct free_view *)v;

	if (f->slots.n > 0)
		say_slot(f, &f->slots.v[f->list.at], out);
	else if (f->client == NULL)
		str_add(out, "Free time: for whom, what, when?");
	else if (!has_therapists(desk_of(f)))
		str_add(out, "Nothing free: no therapists yet. S, Therapists, n adds one.");
	else if (f->widen.n > 0)
		str_addf(out, "Nothing free as asked, but %s.", str_text(&f->widen));
	else
		str_add(out, "Nothing free, and no single wish is in the way: ask for less.");
}

static void
free_hint(const struct view *v, struct str *out)
{
	const struct free_view *f = (const struct free_view *)v;

	str_add(out,
	    f->slots.n > 0 ? "The best first. Enter books, / asks again"
			   : "Nothing to book here: / asks again");
}

static void
book(struct free_view *f)
{
	const struct slot *s;
	struct booking_seed seed;

	if (f->slots.n == 0) {
		app_say(f->view.app, ROLE_TEXT, "Nothing to book here: / asks again.");
		return;
	}
	s = &f->slots.v[f->list.at];
	seed = (struct booking_seed){
	    .client_id = f->query.client_id,
	    .service_id = f->query.service_id,
	    .therapist_id = s->therapist_id,
	    .requested = f->query.therapist_id != 0,
	    .room_id = f->query.room_id,
	    .minutes = (int)(s->end - s->start),
	    .start = s->start,
	    .words = f->query.client_id == 0 ? f->client : NULL,
	};
	booking_push(f->view.app, &seed);
}

/* What cannot be read stays in the prompt to be mended: its echo says why. */
static void
search_words(struct free_view *f, const char *words)
{
	xstrset(&f->words, words);
	xstrset(&f->draft, NULL);
	f->list.at = 0;
	if (search(f) != ERR_OK)
		app_ask(f->view.app, CMD_FREE, prompt, words);
}

/* Nothing was asked: there is nothing to stay for. */
static void
free_park(struct view *v, enum cmd c, const char *words)
{
	struct free_view *f = (struct free_view *)v;

	if (c != CMD_FREE)
		return;
	if (f->words == NULL && words[0] == '\0')
		app_close(v->app, v);
	else
		xstrset(&f->draft, words);
}

static void
free_command(struct view *v, enum cmd c, const char *words)
{
	struct free_view *f = (struct free_view *)v;

	switch (c) {
	case CMD_FREE:
		search_words(f, words);
		break;
	case CMD_QUERY:
		ask(f);
		break;
	case CMD_BOOK_SLOT:
		book(f);
		break;
	default:
		scroll_command(&f->list, c);
	}
}

static uint64_t
free_lacks(const struct view *v)
{
	return ((const struct free_view *)v)->slots.n == 0 ? ON_ROW : 0;
}

static void
free_resize(struct view *v, int rows, int columns)
{
	struct free_view *f = (struct free_view *)v;

	(void)columns;
	f->list.rows = rows - AROUND;
	scroll_fit(&f->list);
}

static void
free_release(struct view *v)
{
	struct free_view *f = (struct free_view *)v;

	forget(f);
	free(f->words);
	free(f->draft);
	str_release(&f->widen);
	free(f);
}

static const struct view_ops free_ops = {
    .title = "FREE",
    .where = free_where,
    .load = free_load,
    .draw = free_draw,
    .heading = free_heading,
    .focus = free_focus,
    .hint = free_hint,
    .command = free_command,
    .echo = free_echo,
    .park = free_park,
    .lacks = free_lacks,
    .resize = free_resize,
    .release = free_release,
};

struct view *
free_new(struct app *a)
{
	struct free_view *f = xcalloc(1, sizeof(*f));

	f->view = (struct view){.ops = &free_ops, .app = a};
	return &f->view;
}
