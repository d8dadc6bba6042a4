/* The list of clients: what is shown, and which command does what. */
#include "clients.h"

#include <stdlib.h>
#include <string.h>

#include <frontdesk/desk_client.h>
#include <frontdesk/mem.h>
#include <frontdesk/text.h>

#include "booking.h"
#include "client_card.h"
#include "client_form.h"
#include "day.h"

enum {
	FOUND_MAX = 100, /* nobody reads more: they type another letter */
	PAGE_MORE = 20, /* what is read beyond a page, so that not every key reads */
	STRETCH_PAGES = 5, /* of those longer ones a stretch keeps so many */
	VISITS = 40, /* beside the list */
};

const struct client_hit *
clients_selected(const struct clients *c)
{
	return c->list.at < c->hits.n ? &c->hits.v[c->list.at] : NULL;
}

static int64_t
selected_id(const struct clients *c)
{
	const struct client_hit *hit = clients_selected(c);

	return hit != NULL ? hit->id : 0;
}

static bool
filtered(const struct clients *c)
{
	return c->filter[strspn(c->filter, " ")] != '\0';
}

/* "appointment 12", "appt #12": its number; 0 = these are other words. */
static int64_t
appt_number(const char *words)
{
	static const char *const names[] = {"appointment", "appt"};

	for (size_t i = 0; i < array_size(names); i++) {
		const char *rest = words + strlen(names[i]);
		char *end;
		long long n;

		if (strncmp(words, names[i], strlen(names[i])) != 0 || rest[0] != ' ')
			continue;
		rest += strspn(rest, " #");
		n = strtoll(rest, &end, 10);
		if (end != rest && end[strspn(end, " ")] == '\0' && n > 0)
			return n;
	}
	return 0;
}

/* --- The stretch of all ---------------------------------------------------------------------- */

static size_t
page_size(const struct clients *c)
{
	return (size_t)c->list.rows + PAGE_MORE;
}

/* Puts the hits behind the others, or in front of them, nearest last. */
static void
join(struct clients *c, struct client_hits *more, bool back)
{
	struct client_hits all = {0}, old = c->hits;

	for (size_t i = more->n; back && i > 0; i--)
		*list_push(&all) = more->v[i - 1];
	for (size_t i = 0; i < old.n; i++)
		*list_push(&all) = old.v[i];
	for (size_t i = 0; !back && i < more->n; i++)
		*list_push(&all) = more->v[i];
	if (back) {
		c->list.at += more->n;
		c->list.top += more->n;
	}
	c->list.n = all.n;
	c->hits = all;
	free(old.v);
	free(more->v);
}

/* Lets go of what lies far behind the way we go. */
static void
shorten(struct clients *c, bool back)
{
	const size_t most = STRETCH_PAGES * page_size(c);
	const size_t many = c->hits.n > most ? c->hits.n - most : 0;
	const size_t from = back ? c->hits.n - many : 0;

	for (size_t i = from; i < from + many; i++)
		client_hit_release(&c->hits.v[i]);
	if (many == 0)
		return;
	memmove(c->hits.v + from, c->hits.v + from + many,
	    (c->hits.n - from - many) * sizeof(*c->hits.v));
	c->hits.n -= many;
	c->list.n = c->hits.n;
	if (back) {
		c->ends = false;
	} else {
		c->begins = false;
		c->list.at -= many;
		c->list.top -= many;
	}
}

/* Reads a page further on; from: the client beside whom it begins, 0 = the end of the list. */
static enum err
extend(struct clients *c, int64_t from, bool back)
{
	struct desk *d = c->view.app->desk;
	const struct client_page p = {
	    .beside = from, .back = back, .all = c->all, .limit = page_size(c)};
	struct client_hits more = {0};
	enum err e = store_client_page(d->store, &p, desk_now(d), &more);

	if (e != ERR_OK)
		return e;
	if (more.n < p.limit)
		*(back ? &c->begins : &c->ends) = true;
	join(c, &more, back);
	shorten(c, back);
	return ERR_OK;
}

static void
forget(struct clients *c)
{
	client_hits_release(&c->hits);
	c->begins = c->ends = false;
	c->list.n = c->list.at = c->list.top = 0;
}

/* From one end of the list of all. */
static enum err
read_end(struct clients *c, bool last)
{
	enum err e;

	forget(c);
	*(last ? &c->ends : &c->begins) = true;
	e = extend(c, 0, last);
	if (last && c->list.n > 0)
		c->list.at = c->list.n - 1;
	return e;
}

/* Around a client, who stays on the same line of the screen; they may have gone meanwhile. */
static enum err
read_around(struct clients *c, int64_t id)
{
	struct desk *d = c->view.app->desk;
	const size_t line = c->list.at - c->list.top;
	struct client_hit hit = {0};
	enum err e = id == 0 ? ERR_NOT_FOUND : store_client_hit(d->store, id, desk_now(d), &hit);

	if (e == ERR_NOT_FOUND || (e == ERR_OK && hit.state == CLIENT_MERGED)) {
		client_hit_release(&hit);
		return read_end(c, false);
	}
	if (e != ERR_OK)
		return e;
	forget(c);
	*list_push(&c->hits) = hit;
	c->list.n = 1;
	e = extend(c, id, true);
	if (e == ERR_OK)
		e = extend(c, id, false);
	c->list.top = c->list.at > line ? c->list.at - line : 0;
	return e;
}

/* Before it is scrolled there is a page on either side of the selected one, or the end. */
static enum err
read_margins(struct clients *c)
{
	const size_t margin = (size_t)c->list.rows;
	enum err e = ERR_OK;

	if (!c->begins && c->list.at < margin)
		e = extend(c, c->hits.v[0].id, true);
	if (e == ERR_OK && !c->ends && c->list.at + margin >= c->hits.n)
		e = extend(c, c->hits.v[c->hits.n - 1].id, false);
	return e;
}

/* --- What is shown --------------------------------------------------------------------------- */

/* Archived ones are left out unless asked for; the selected one stays. Returns how many went. */
static size_t
hide_archived(const struct clients *c, struct client_hits *found, int64_t selected)
{
	const size_t all = found->n;
	size_t kept = 0;

	for (size_t i = 0; i < found->n; i++) {
		struct client_hit *h = &found->v[i];

		if (c->all || h->state == CLIENT_ACTIVE || h->state == CLIENT_BARRED ||
		    h->id == selected)
			found->v[kept++] = *h;
		else
			client_hit_release(h);
	}
	found->n = kept;
	return all - kept;
}

static enum err
read_found(struct clients *c, int64_t selected)
{
	struct client_hits found = {0};
	enum err e = desk_client_find(c->view.app->desk, c->filter, FOUND_MAX, &found);

	/* Words without a letter or figure find nobody. */
	if (e != ERR_OK && e != ERR_USAGE)
		return e;
	c->hidden = hide_archived(c, &found, selected);
	forget(c);
	c->hits = found;
	c->list.n = found.n;
	for (size_t i = 0; i < found.n; i++) {
		if (found.v[i].id == selected)
			c->list.at = i;
	}
	return ERR_OK;
}

/* The details of the selected one. */
static void
read_sheet(struct clients *c)
{
	const int64_t id = selected_id(c);

	if (id == 0)
		client_sheet_release(&c->sheet);
	else if (client_sheet_load(&c->sheet, c->view.app->desk, id, VISITS) != ERR_OK)
		app_say_error(c->view.app);
}

static enum err
show(struct clients *c, int64_t selected)
{
	enum err e = filtered(c) ? read_found(c, selected) : read_around(c, selected);

	scroll_fit(&c->list);
	read_sheet(c);
	return e;
}

static enum err
clients_load(struct view *v)
{
	struct clients *c = (struct clients *)v;

	return show(c, selected_id(c));
}

static void
set_filter(struct clients *c, const char *words)
{
	const int64_t before = selected_id(c);

	if (strcmp(words, c->filter) == 0)
		return;
	xstrset(&c->filter, words);
	/* What was found stays selected when all are shown again; what is typed selects the best. */
	if (show(c, filtered(c) ? 0 : before) != ERR_OK)
		app_say_error(c->view.app);
}

bool
clients_is(const struct view *v)
{
	return v->ops->load == clients_load;
}

static bool
clients_shows_client(const struct view *v, int64_t client_id)
{
	const struct clients *c = (const struct clients *)v;

	for (size_t i = 0; i < c->hits.n; i++) {
		if (c->hits.v[i].id == client_id)
			return true;
	}
	return false;
}

/* A filter that would hide them goes. */
void
clients_select(struct app *a, int64_t client_id)
{
	for (size_t i = 0; i < a->n; i++) {
		struct clients *c = (struct clients *)a->views[i];

		if (!clients_is(a->views[i]) || selected_id(c) == client_id)
			continue;
		if (!clients_shows_client(a->views[i], client_id))
			xstrset(&c->filter, "");
		if (show(c, client_id) != ERR_OK)
			app_say_error(a);
	}
}

/* --- Doing ----------------------------------------------------------------------------------- */

static void
walk(struct clients *c, enum cmd cmd)
{
	const int64_t before = selected_id(c);
	enum err e = ERR_OK;

	if (c->hits.n == 0)
		return;
	if (!filtered(c) && (cmd == CMD_TOP || cmd == CMD_BOTTOM))
		e = read_end(c, cmd == CMD_BOTTOM);
	else if (!filtered(c))
		e = read_margins(c);
	if (e != ERR_OK)
		app_say_error(c->view.app);
	if (scroll_command(&c->list, cmd) && selected_id(c) != before)
		read_sheet(c);
}

/* What is done to the selected client. */
static void
act(struct clients *c, enum cmd cmd)
{
	struct app *a = c->view.app;
	const int64_t id = selected_id(c);

	if (id == 0) {
		app_say(a, ROLE_TEXT, "Nobody is selected; Ctrl-N adds a client.");
		return;
	}
	if (cmd == CMD_OPEN)
		client_card_push(a, id);
	else if (cmd == CMD_NEW)
		booking_push(a, &(struct booking_seed){.client_id = id, .start = CIVIL_NONE});
	else if (cmd == CMD_EDIT_CLIENT)
		client_form_edit(a, &c->sheet.client);
	else
		client_archive_turn(a, &c->sheet.client);
}

static void
find(struct clients *c, const char *words)
{
	struct app *a = c->view.app;

	if (words == NULL) {
		app_ask(a, CMD_FIND, "Find:", c->filter);
	} else if (appt_number(words) != 0) {
		const int64_t id = appt_number(words);

		set_filter(c, "");
		day_open(a, id);
	} else {
		set_filter(c, words);
	}
}

static void
clients_command(struct view *v, enum cmd cmd, const char *words)
{
	struct clients *c = (struct clients *)v;

	switch (cmd) {
	case CMD_FIND:
		find(c, words);
		break;
	case CMD_NEW_CLIENT:
		client_form_new(v->app, words != NULL ? words : c->filter);
		break;
	case CMD_WITH_ARCHIVED:
		c->all = !c->all;
		if (clients_load(v) != ERR_OK)
			app_say_error(v->app);
		app_say(v->app, ROLE_TEXT,
		    c->all ? "Archived clients are shown." : "Archived clients are hidden.");
		break;
	case CMD_OPEN:
	case CMD_NEW:
	case CMD_EDIT_CLIENT:
	case CMD_ARCHIVE:
		act(c, cmd);
		break;
	default:
		walk(c, cmd);
	}
}

/* The list itself is the echo; of an appointment's number it is the appointment. */
static void
clients_echo(struct view *v, enum cmd cmd, const char *words, struct lines *out)
{
	struct clients *c = (struct clients *)v;
	struct appt a = {0};
	struct str line = {0};

	if (cmd != CMD_FIND)
		return;
	if (appt_number(words) == 0) {
		set_filter(c, words);
		clients_hint(v, &line);
		lines_add(out, ROLE_FREE, "%s", str_text(&line));
		str_release(&line);
		return;
	}
	if (store_appt(v->app->desk->store, appt_number(words), &a) != ERR_OK) {
		lines_add(out, ROLE_CAUTION, "%s", err_message());
		return;
	}
	desk_appt_line(v->app->desk, &a, &line);
	lines_add(out, ROLE_TEXT, "Enter goes to it: %s", str_text(&line));
	str_release(&line);
	appt_release(&a);
}

/* Esc in the filter shows everybody again. */
static void
clients_park(struct view *v, enum cmd cmd, const char *words)
{
	(void)words;
	if (cmd == CMD_FIND)
		set_filter((struct clients *)v, "");
}

static bool
clients_back(struct view *v)
{
	struct clients *c = (struct clients *)v;
	bool was = filtered(c);

	set_filter(c, "");
	return was;
}

static unsigned
clients_where(const struct view *v)
{
	(void)v;
	return IN_CLIENTS;
}

static bool
clients_subject(const struct view *v, struct subject *out)
{
	*out = (struct subject){"client", selected_id((const struct clients *)v)};
	return out->id != 0;
}

static void
clients_resize(struct view *v, int rows, int columns)
{
	struct clients *c = (struct clients *)v;

	(void)columns;
	c->list.rows = clients_rows(rows);
	scroll_fit(&c->list);
}

static void
clients_release(struct view *v)
{
	struct clients *c = (struct clients *)v;

	client_hits_release(&c->hits);
	client_sheet_release(&c->sheet);
	free(c->filter);
	free(c);
}

static const struct view_ops clients_ops = {
    .title = "CLIENTS",
    .where = clients_where,
    .load = clients_load,
    .draw = clients_draw,
    .heading = clients_heading,
    .focus = clients_focus,
    .hint = clients_hint,
    .command = clients_command,
    .back = clients_back,
    .echo = clients_echo,
    .park = clients_park,
    .shows_client = clients_shows_client,
    .subject = clients_subject,
    .resize = clients_resize,
    .release = clients_release,
};

struct view *
clients_new(struct app *a)
{
	struct clients *c = xcalloc(1, sizeof(*c));

	c->view = (struct view){.ops = &clients_ops, .app = a};
	c->filter = xstrdup("");
	c->list.rows = clients_rows(a->rows);
	return &c->view;
}
