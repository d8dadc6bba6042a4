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
#include "intake_form.h"
#include "note_form.h"
#include "papers_form.h"

enum { PAGE = 5 }; /* visits by which PgDn goes */

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

static enum err
clients_load(struct view *v)
{
	struct clients *c = (struct clients *)v;

	c->marks.n = 0;
	return clients_show(c, clients_selected_id(c));
}

static void
set_filter(struct clients *c, const char *words)
{
	const int64_t before = clients_selected_id(c);

	if (strcmp(words, c->filter) == 0)
		return;
	xstrset(&c->filter, words);
	/* What was found stays selected when all are shown again; what is typed selects the best.
	 */
	if (clients_show(c, clients_filtered(c) ? 0 : before) != ERR_OK)
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

	for (size_t i = 0; i < c->hits.n + c->similar.n; i++) {
		if (clients_row(c, i)->id == client_id)
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

		if (!clients_is(a->views[i]) || clients_selected_id(c) == client_id)
			continue;
		if (!clients_shows_client(a->views[i], client_id))
			xstrset(&c->filter, "");
		if (clients_show(c, client_id) != ERR_OK)
			app_say_error(a);
	}
}

/* --- Doing ----------------------------------------------------------------------------------- */

static void
walk(struct clients *c, enum cmd cmd)
{
	const int64_t before = clients_selected_id(c);
	enum err e = ERR_OK;

	if (c->list.n == 0)
		return;
	if (!clients_filtered(c) && (cmd == CMD_TOP || cmd == CMD_BOTTOM))
		e = clients_read_end(c, cmd == CMD_BOTTOM);
	else if (!clients_filtered(c))
		e = clients_read_margins(c);
	if (e != ERR_OK)
		app_say_error(c->view.app);
	if (scroll_command(&c->list, cmd) && clients_selected_id(c) != before)
		clients_read_sheet(c);
	clients_read_marks(c);
}

/* What is done to the selected client. */
static void
act(struct clients *c, enum cmd cmd)
{
	struct app *a = c->view.app;
	const int64_t id = clients_selected_id(c);
	const struct booking_seed seed = {
	    .client_id = id,
	    .start = CIVIL_NONE,
	    .words = id == 0 ? c->filter : NULL,
	};

	if (cmd == CMD_BOOK_FOR)
		booking_push(a, &seed);
	else if (id == 0 && cmd == CMD_OPEN && c->list.n > 0)
		client_form_new(a, c->filter);
	else if (id == 0)
		app_say(a, ROLE_TEXT, "Nobody is selected; Ctrl-N adds a client.");
	else if (cmd == CMD_OPEN)
		client_card_push(a, id);
	else if (cmd == CMD_EDIT_CLIENT)
		client_form_edit(a, &c->visits.sheet.client);
	else if (cmd == CMD_HEALTH)
		intake_form_push(a, id);
	else if (cmd == CMD_SIGNED || cmd == CMD_CLEARED)
		papers_form_push(a, cmd, id);
	else if (cmd == CMD_READ_NOTE)
		note_form_push(a, id);
	else if (cmd == CMD_BACK_PAIN)
		intake_form_push_back_pain(a, id);
	else
		client_archive_turn(a, &c->visits.sheet.client);
}

static void
find(struct clients *c, const char *words)
{
	struct app *a = c->view.app;

	c->pane = false;
	if (words == NULL) {
		app_ask_anew(a, CMD_FIND, "Find:", c->filter);
	} else if (appt_number(words) != 0) {
		const int64_t id = appt_number(words);

		set_filter(c, "");
		day_open(a, id);
	} else {
		set_filter(c, words);
	}
}

/* To the visits beside the list, and back. */
static void
turn_pane(struct clients *c)
{
	struct app *a = c->view.app;

	if (!c->pane && !clients_has_pane(a->columns)) {
		app_say(a, ROLE_TEXT, "Enter opens the client; there is no room for more here.");
		return;
	}
	c->pane = !c->pane && clients_selected_id(c) != 0;
	client_visits_begin(&c->visits);
}

static void
turn_archived(struct clients *c)
{
	struct app *a = c->view.app;

	c->all = !c->all;
	if (clients_load(&c->view) != ERR_OK)
		app_say_error(a);
	else
		app_say(a, ROLE_TEXT, "Archived clients are %s.", c->all ? "shown" : "hidden");
}

static void
clients_command(struct view *v, enum cmd c, const char *words)
{
	struct clients *l = (struct clients *)v;

	if (l->pane && c != CMD_PANE && c != CMD_FIND) {
		if (!client_visits_command(&l->visits, c, words))
			scroll_command(&l->visits.list, c);
		return;
	}
	switch (c) {
	case CMD_PANE:
		turn_pane(l);
		break;
	case CMD_FIND:
		find(l, words);
		break;
	case CMD_ADD_CLIENT:
		client_form_new(v->app, words != NULL ? words : l->filter);
		break;
	case CMD_WITH_ARCHIVED:
		turn_archived(l);
		break;
	case CMD_OPEN:
	case CMD_BOOK_FOR:
	case CMD_EDIT_CLIENT:
	case CMD_ARCHIVE:
	case CMD_HEALTH:
	case CMD_BACK_PAIN:
	case CMD_SIGNED:
	case CMD_CLEARED:
	case CMD_READ_NOTE:
		act(l, c);
		break;
	default:
		walk(l, c);
	}
}

/* The list itself is the echo; of an appointment's number it is the appointment. */
static void
clients_echo(struct view *v, enum cmd cmd, const char *words, struct lines *out)
{
	struct clients *c = (struct clients *)v;
	struct appt a = {0};
	struct str line = {0};

	if (cmd != CMD_FIND) {
		client_visits_echo(&c->visits, cmd, words, out);
		return;
	}
	c->pane = false;
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
	bool was = clients_filtered(c);

	if (c->pane) {
		c->pane = client_visits_back(&c->visits);
		return true;
	}
	set_filter(c, "");
	return was;
}

static unsigned
clients_where(const struct view *v)
{
	const struct clients *c = (const struct clients *)v;

	return c->pane ? client_visits_where(&c->visits) : IN_CLIENTS;
}

static bool
clients_shows(const struct view *v, int64_t appt_id)
{
	const struct clients *c = (const struct clients *)v;

	return c->pane && client_visits_show(&c->visits, appt_id);
}

static bool
clients_subject(const struct view *v, struct subject *out)
{
	const struct clients *c = (const struct clients *)v;

	if (c->pane)
		return client_visits_subject(&c->visits, out);
	*out = (struct subject){"client", clients_selected_id(c)};
	return out->id != 0;
}

static uint64_t
clients_lacks(const struct view *v)
{
	const struct clients *c = (const struct clients *)v;

	if (clients_selected_id(c) == 0)
		return ON_ROW | ON_CLIENT;
	return c->pane ? client_visits_lack(&c->visits) : 0;
}

static void
clients_resize(struct view *v, int rows, int columns)
{
	struct clients *c = (struct clients *)v;

	if (c->pane && !clients_has_pane(columns))
		turn_pane(c);
	c->list.rows = clients_rows(rows);
	scroll_fit(&c->list);
	clients_read_marks(c);
}

static void
clients_release(struct view *v)
{
	struct clients *c = (struct clients *)v;

	client_hits_release(&c->hits);
	client_hits_release(&c->similar);
	client_visits_release(&c->visits);
	free(c->marks.v);
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
    .shows = clients_shows,
    .shows_client = clients_shows_client,
    .subject = clients_subject,
    .lacks = clients_lacks,
    .resize = clients_resize,
    .release = clients_release,
};

struct view *
clients_new(struct app *a)
{
	struct clients *c = xcalloc(1, sizeof(*c));

	c->view = (struct view){.ops = &clients_ops, .app = a};
	c->visits.app = a;
	c->visits.list.rows = PAGE;
	c->filter = xstrdup("");
	c->list.rows = clients_rows(a->rows);
	return &c->view;
}
