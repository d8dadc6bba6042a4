#include "history.h"

#include <stdlib.h>
#include <string.h>

#include <frontdesk/desk_booking.h>
#include <frontdesk/mem.h>

#include "client_card.h"
#include "client_sheet.h"
#include "clients.h"
#include "day.h"
#include "history_change.h"
#include "history_read.h"
#include "scroll.h"

enum {
	SUBJECT_ROW = 2,
	FIRST_ROW = 4,
	ROWS_BELOW = 3,
	CHANGES_OF = 3, /* one line in so many is for what was changed */
};

struct history {
	struct view view; /* first */
	struct subject subject; /* record NULL: all the practice */
	char *filter; /* owned; as typed */
	struct entries entries;
	struct scroll list;
};

static const struct entry *
selected(const struct history *h)
{
	return h->list.at < h->entries.n ? &h->entries.v[h->list.at] : NULL;
}

/* --- Reading --------------------------------------------------------------------------------- */

static enum err
read_more(struct history *h)
{
	enum err e = entries_more(&h->entries, h->view.app->desk, &h->subject, h->filter);

	h->list.n = h->entries.n;
	return e;
}

/* From the newest on, until the selected one is there again. */
static enum err
history_load(struct view *v)
{
	struct history *h = (struct history *)v;
	const int64_t id = selected(h) != NULL ? selected(h)->id : 0;
	enum err e;

	entries_clear(&h->entries);
	do {
		e = read_more(h);
	} while (e == ERR_OK && !h->entries.ended && id != 0 && h->entries.oldest > id);
	h->list.at = 0;
	for (size_t i = 0; i < h->entries.n; i++) {
		if (h->entries.v[i].id == id)
			h->list.at = i;
	}
	scroll_fit(&h->list);
	return e;
}

static const char *
history_filter(struct view *v, const char *words)
{
	struct history *h = (struct history *)v;

	if (words != NULL && strcmp(words, h->filter) != 0) {
		xstrset(&h->filter, words);
		if (history_load(v) != ERR_OK)
			app_say_error(v->app);
	}
	return h->filter;
}

/* --- Drawing --------------------------------------------------------------------------------- */

static enum role
draw_entry(const void *arg, size_t i, struct str *out)
{
	const struct history *h = arg;
	const struct entry *e = &h->entries.v[i];
	struct str action = {0};

	history_action(h->view.app->desk, e->action, e->record, e->record_id, &action);
	entry_say(h->view.app->desk, e->at, e->who, str_text(&action), out);
	str_release(&action);
	return ROLE_TEXT;
}

static void
say_subject(const struct history *h, struct str *out)
{
	struct desk *d = h->view.app->desk;
	struct client_hit hit = {0};
	struct appt a = {0};

	if (h->subject.record == NULL) {
		str_add(out, "All the practice");
	} else if (strcmp(h->subject.record, "client") == 0) {
		str_addf(out, "Client #%lld ", (long long)h->subject.id);
		if (store_client_hit(d->store, h->subject.id, desk_now(d), &hit) == ERR_OK)
			client_name(out, hit.first, hit.last, &d->practice.settings);
		str_add(out, ", with their appointments");
	} else {
		str_addf(out, "Appointment #%lld ", (long long)h->subject.id);
		if (store_appt(d->store, h->subject.id, &a) == ERR_OK)
			desk_appt_line(d, &a, out);
	}
	client_hit_release(&hit);
	appt_release(&a);
	if (h->filter[0] != '\0')
		str_addf(out, ", with: %s", h->filter);
}

/* "appointment #12, from pts/3. Why: client asked", and under it each column. */
static void
draw_change(const struct history *h, struct canvas *c, int row)
{
	const struct entry *e = selected(h);
	struct lines l = {0};
	struct str s = {0};

	str_add(&s, e->record);
	if (e->record_id != 0)
		str_addf(&s, " #%lld", (long long)e->record_id);
	if (e->desk[0] != '\0')
		str_addf(&s, "%sat %s", s.n > 0 ? ", " : "", e->desk);
	if (e->reason[0] != '\0')
		str_addf(&s, ". Why: %s", e->reason);
	client_draw_head(c, row++, 0, c->columns, str_text(&s));
	history_changes(h->view.app->desk, c->ascii ? "->" : "→", e->old, e->new_, &l);
	for (size_t i = 0; i < l.n && row < c->rows - ROWS_BELOW; i++) {
		bool more = row + 1 == c->rows - ROWS_BELOW && i + 1 < l.n;

		str_clear(&s);
		str_addf(&s, "%s%s", l.v[i].text, more ? "  …" : "");
		canvas_line(c, row++, 0, c->columns, l.v[i].role, str_text(&s));
	}
	lines_release(&l);
	str_release(&s);
}

static int
list_rows(int rows)
{
	return rows - FIRST_ROW - rows / CHANGES_OF - ROWS_BELOW;
}

static void
history_draw(const struct view *v, struct canvas *c)
{
	const struct history *h = (const struct history *)v;
	struct str s = {0};

	say_subject(h, &s);
	canvas_text(c, SUBJECT_ROW, 0, c->columns, ROLE_TITLE, str_text(&s));
	canvas_fill(c, SUBJECT_ROW + 1, 0, c->columns, ROLE_RULE, GLYPH_EDGE);
	c->cursor_row = FIRST_ROW;
	scroll_draw(&h->list, c, FIRST_ROW, 0, c->columns, draw_entry, h);
	if (selected(h) != NULL)
		draw_change(h, c, FIRST_ROW + h->list.rows);
	else
		canvas_text(c, FIRST_ROW, 2, c->columns - 2, ROLE_FREE,
		    h->filter[0] != '\0' ? "Nothing with these words."
					 : "Nothing was done here yet.");
	str_release(&s);
}

static void
history_heading(const struct view *v, struct str *out)
{
	(void)v;
	(void)out;
}

static void
history_focus(const struct view *v, struct str *out)
{
	const struct entry *e = selected((const struct history *)v);

	if (e == NULL) {
		str_add(out, "Nothing was done.");
		return;
	}
	str_addf(out, "%s: ", e->who);
	history_action(v->app->desk, e->action, e->record, e->record_id, out);
}

static void
history_hint(const struct view *v, struct str *out)
{
	const struct history *h = (const struct history *)v;

	if (h->filter[0] != '\0' && !h->entries.ended)
		str_addf(out, "%zu fit in what was read; End reads further back", h->entries.n);
	else if (h->subject.record != NULL)
		str_add(out, "H again: all the practice");
}

/* --- Doing ----------------------------------------------------------------------------------- */

/* Goes to the record; this view is closed by that. */
static void
open_record(struct app *a, const char *record, int64_t id)
{
	if (strcmp(record, "appointment") == 0 || strcmp(record, "visit") == 0) {
		day_open(a, id);
	} else if (strcmp(record, "client") == 0 || strcmp(record, "intake") == 0) {
		app_go(a, CMD_CLIENTS);
		clients_select(a, id);
		client_card_push(a, id);
	} else {
		app_say(a, ROLE_TEXT, "There is nothing to open for that.");
	}
}

static void
walk(struct history *h, enum cmd c)
{
	bool further = c == CMD_BOTTOM || c == CMD_DOWN || c == CMD_LATER;

	if (further && !h->entries.ended &&
	    (c == CMD_BOTTOM || h->list.at + (size_t)h->list.rows >= h->entries.n) &&
	    read_more(h) != ERR_OK)
		app_say_error(h->view.app);
	scroll_command(&h->list, c);
}

static void
history_command(struct view *v, enum cmd c, const char *words)
{
	struct history *h = (struct history *)v;
	const struct entry *e = selected(h);

	(void)words;
	switch (c) {
	case CMD_OPEN:
		if (e != NULL) {
			char *record = xstrdup(e->record);

			open_record(v->app, record, e->record_id);
			free(record);
		}
		break;
	default:
		walk(h, c);
	}
}

static bool
history_back(struct view *v)
{
	struct history *h = (struct history *)v;
	bool was = h->filter[0] != '\0';

	(void)history_filter(v, "");
	return was;
}

static bool
history_shows_record(const struct view *v, const char *record, int64_t id)
{
	const struct history *h = (const struct history *)v;
	const size_t end = h->list.top + (size_t)h->list.rows;

	for (size_t i = h->list.top; i < h->entries.n && i < end; i++)
		if (h->entries.v[i].record_id == id && strcmp(h->entries.v[i].record, record) == 0)
			return true;
	return false;
}

static unsigned
history_where(const struct view *v)
{
	(void)v;
	return IN_HISTORY;
}

static uint64_t
history_lacks(const struct view *v)
{
	return selected((const struct history *)v) == NULL ? ON_ROW : 0;
}

static void
history_resize(struct view *v, int rows, int columns)
{
	struct history *h = (struct history *)v;

	(void)columns;
	h->list.rows = list_rows(rows);
	scroll_fit(&h->list);
}

static void
history_release(struct view *v)
{
	struct history *h = (struct history *)v;

	entries_release(&h->entries);
	free(h->filter);
	free(h);
}

static const struct view_ops history_ops = {
    .title = "HISTORY",
    .where = history_where,
    .load = history_load,
    .draw = history_draw,
    .heading = history_heading,
    .focus = history_focus,
    .hint = history_hint,
    .command = history_command,
    .back = history_back,
    .filter = history_filter,
    .lacks = history_lacks,
    .shows_record = history_shows_record,
    .resize = history_resize,
    .release = history_release,
};

bool
history_is(const struct view *v)
{
	return v->ops == &history_ops;
}

struct view *
history_new(struct app *a)
{
	struct history *h = xcalloc(1, sizeof(*h));

	h->view = (struct view){.ops = &history_ops, .app = a};
	h->subject = a->subject;
	h->filter = xstrdup("");
	h->list.rows = list_rows(a->rows);
	return &h->view;
}
