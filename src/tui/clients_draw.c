/* How the list of clients looks: the list, and the selected one beside it. */
#include <stdio.h>

#include <frontdesk/text.h>

#include "clients.h"
#include "day.h"

/* Lines of the screen: filter, rule, names of the columns, and from there on the list. */
enum { FILTER_ROW = 2, RULE_ROW, HEAD_ROW, FIRST_ROW, ROWS_BELOW = 3, VISITS_MIN = 5 };

/* Columns of the list; what is 0 wide is not there. */
struct form {
	int width; /* of the list, with "> " */
	int name, phone;
	int pane; /* where the details begin; 0 = not at all */
};
enum {
	BORN = 4,
	DAY = 6,
	PHONE_END = 4,
	FROM_PANE = 80,
	FROM_WIDE = 110,
	FIXED = 2 + BORN + 2 * DAY
};

static struct form
fit(int columns)
{
	struct form f = {.phone = columns >= FROM_WIDE ? 15 : columns < FROM_PANE ? 13 : PHONE_END};

	f.width = columns >= FROM_WIDE ? 62 : columns < FROM_PANE ? columns : 43;
	f.name = f.width - FIXED - f.phone - 4; /* a blank between two */
	f.pane = columns >= FROM_PANE ? f.width + 2 : 0;
	return f;
}

int
clients_rows(int rows)
{
	return rows - FIRST_ROW - ROWS_BELOW;
}

bool
clients_has_pane(int columns)
{
	return fit(columns).pane > 0;
}

struct drawing {
	const struct clients *c;
	struct form form;
};

static void
pad(struct str *out, const char *text, int columns)
{
	text_pad(out, text, columns, TEXT_LEFT);
	str_addc(out, ' ');
}

static void
pad_day(struct str *out, civil_min m, civil_min now)
{
	struct str day = {0};

	if (m != CIVIL_NONE)
		client_say_day(m, now, &day);
	else
		str_addc(&day, '-');
	text_pad(out, str_text(&day), DAY, TEXT_RIGHT);
	str_release(&day);
}

/* Of one that is too long the end, by which it is known. */
static void
add_phone(const char *phone, int columns, struct str *out)
{
	const int width = text_width(phone);
	size_t from = 0;

	while (width > columns && text_width(phone + from) > columns - 1)
		from = text_next(phone, from);
	str_addf(out, "%s%s", from > 0 ? "…" : "", phone + from);
}

/* The name, and the mark of a flag at the end of its column. */
static void
add_name(const struct drawing *g, const struct client_hit *h, struct str *out)
{
	const char *mark = clients_mark(g->c, h->id);
	struct str name = {0};

	client_name(&name, h->first, h->last, &g->c->view.app->desk->practice.settings);
	pad(out, name.n > 0 ? str_text(&name) : h->preferred,
	    g->form.name - (mark[0] != '\0' ? text_width(mark) + 1 : 0));
	if (mark[0] != '\0')
		str_addf(out, "%s ", mark);
	str_release(&name);
}

/* "Muller, Kathe  !C 1979 ..42  23 Nov  7 Dec" */
static enum role
draw_hit(const void *arg, size_t i, struct str *out)
{
	const struct drawing *g = arg;
	const struct desk *d = g->c->view.app->desk;
	const struct client_hit *h = clients_row(g->c, i);
	struct str phone = {0};
	char year[8] = "";

	if (h == NULL) {
		str_addf(out, "+ New client \"%s\"", g->c->filter);
		return ROLE_TEXT;
	}
	add_name(g, h, out);
	if (h->birth != CIVIL_DAY_NONE)
		snprintf(year, sizeof(year), "%d", civil_year(h->birth));
	pad(out, year, BORN);
	if (g->form.phone == PHONE_END)
		client_say_phone(h->phone, &phone);
	else
		add_phone(str_or_empty(h->phone), g->form.phone, &phone);
	pad(out, str_text(&phone), g->form.phone);
	if (h->state == CLIENT_ACTIVE) {
		pad_day(out, h->last_visit, desk_now(d));
		str_addc(out, ' ');
		pad_day(out, h->next_visit, desk_now(d));
	} else {
		text_pad(out, client_state_word(h->state), 2 * DAY + 1, TEXT_RIGHT);
	}
	str_release(&phone);
	return h->state == CLIENT_ACTIVE ? ROLE_TEXT : ROLE_OFF;
}

static void
draw_names(struct canvas *c, const struct form *f)
{
	struct str s = {0};

	pad(&s, "Name", f->name);
	pad(&s, "Born", BORN);
	pad(&s, f->phone == PHONE_END ? "Tel" : "Phone", f->phone);
	text_pad(&s, "Last", DAY, TEXT_RIGHT);
	str_addc(&s, ' ');
	text_pad(&s, "Next", DAY, TEXT_RIGHT);
	canvas_text(c, HEAD_ROW, 2, f->width - 2, ROLE_HEAD, str_text(&s));
	str_release(&s);
}

/* --- The selected one ------------------------------------------------------------------------ */

struct pane {
	struct canvas *c;
	int row, last; /* the next line, the last one */
	int column, width;
};

static void
draw_text(struct pane *p, enum role role, const char *text)
{
	if (p->row <= p->last)
		canvas_line(p->c, p->row++, p->column, p->width, role, text);
}

static void
draw_some(struct pane *p, const struct lines *l, size_t most)
{
	for (size_t i = 0; i < l->n && i < most; i++)
		draw_text(p, l->v[i].role, l->v[i].text);
}

static void
draw_pane_head(struct pane *p, const char *text)
{
	if (p->row <= p->last)
		client_draw_head(p->c, p->row++, p->column, p->width, text);
}

/* Those to come that are nearest, and those that were last. */
static void
draw_visits(const struct clients *c, struct pane *p)
{
	const struct client_sheet *s = &c->visits.sheet;
	const struct desk *d = c->view.app->desk;
	const size_t past = client_sheet_past(s, desk_now(d));
	struct scroll l = {.n = s->visits.n, .rows = p->last + 1 - p->row};
	const size_t half = (size_t)l.rows / 2;

	l.top = past - (past < half ? past : half);
	l.at = c->pane ? c->visits.list.at : l.top;
	scroll_fit(&l);
	for (size_t i = l.top; i < l.n && p->row <= p->last; i++) {
		struct str line = {0};
		enum role role = client_visit_line(d, &s->visits.v[i], p->width, &line);

		if (c->pane && i == l.at) {
			role = ROLE_SELECTED;
			canvas_text(p->c, p->row, p->column - 1, 1, role, ">");
			p->c->cursor_row = p->row;
			p->c->cursor_column = p->column - 1;
		}
		draw_text(p, role, str_text(&line));
		str_release(&line);
	}
}

static void
draw_pane(const struct clients *c, struct canvas *canvas, int column, int last)
{
	const struct client_sheet *s = &c->visits.sheet;
	const struct desk *d = c->view.app->desk;
	struct pane p = {canvas, HEAD_ROW, last, column, canvas->columns - column};
	struct lines details = {0}, alerts = {0};
	const char *mark = clients_mark(c, s->client.id);
	struct str text = {0};
	int room;

	client_sheet_details(s, d, &details);
	client_sheet_alerts(s, d, p.width, &alerts);
	client_sheet_title(s, d, p.width - (mark[0] != '\0' ? text_width(mark) + 1 : 0), &text);
	if (mark[0] != '\0')
		str_addf(&text, " %s", mark);
	draw_text(&p, ROLE_TITLE, str_text(&text));
	room = p.last - p.row - VISITS_MIN - (alerts.n > 0 ? (int)alerts.n + 1 : 0);
	draw_some(&p, &details, room > 2 ? (size_t)room : 2);
	if (alerts.n > 0)
		draw_pane_head(&p, "Alerts");
	draw_some(&p, &alerts, alerts.n);
	str_clear(&text);
	str_addf(&text, "Visits (%d, no-shows %d)", s->hit.visits, s->hit.no_shows);
	draw_pane_head(&p, str_text(&text));
	draw_visits(c, &p);
	lines_release(&details);
	lines_release(&alerts);
	str_release(&text);
}

void
clients_draw(const struct view *v, struct canvas *canvas)
{
	const struct clients *c = (const struct clients *)v;
	const struct drawing g = {c, fit(canvas->columns)};
	const int last = canvas->rows - ROWS_BELOW - 1 - app_covered(v->app);
	struct scroll list = c->list;
	struct str filter = {0};

	if (c->filter[0] != '\0')
		str_addf(&filter, "Found by: %s%s", c->filter,
		    c->similar.n > 0 ? "   nobody; similar, perhaps meant:" : "");
	else
		str_add(&filter, c->all ? "All by name, with archived ones" : "All by name");
	canvas_text(canvas, FILTER_ROW, 0, canvas->columns, ROLE_TEXT, str_text(&filter));
	canvas_fill(canvas, RULE_ROW, 0, canvas->columns, ROLE_RULE, GLYPH_EDGE);
	draw_names(canvas, &g.form);
	canvas->cursor_row = FIRST_ROW;
	list.rows = last - FIRST_ROW + 1; /* a message may lie over the rest */
	scroll_fit(&list);
	scroll_draw(&list, canvas, FIRST_ROW, 0, g.form.width, draw_hit, &g);
	for (int row = HEAD_ROW; g.form.pane > 0 && row <= last; row++)
		canvas_text(
		    canvas, row, g.form.width, 1, ROLE_RULE, canvas_glyph(canvas, GLYPH_VERTICAL));
	if (g.form.pane > 0 && c->visits.sheet.client.id != 0)
		draw_pane(c, canvas, g.form.pane, last);
	if (c->pane)
		client_visits_draw_open(&c->visits, canvas);
	str_release(&filter);
}

/* --- In words -------------------------------------------------------------------------------- */

void
clients_heading(const struct view *v, struct str *out)
{
	(void)v;
	(void)out;
}

static void
say_visit(const char *label, civil_min m, civil_min now, struct str *out)
{
	if (m == CIVIL_NONE)
		return;
	str_addf(out, ", %s ", label);
	client_say_day(m, now, out);
}

/* "Muller, Kathe, born 1979, tel ..42, last visit today, next 7 Dec" */
void
clients_focus(const struct view *v, struct str *out)
{
	const struct clients *c = (const struct clients *)v;
	const struct client_hit *h = clients_selected(c);
	const struct desk *d = v->app->desk;

	if (h == NULL) {
		str_add(out, c->list.n > 0 ? "A new client of what is typed: Enter" : "Nobody.");
		return;
	}
	if (c->pane) {
		client_visits_focus(&c->visits, out);
		return;
	}
	client_name(out, h->first, h->last, &d->practice.settings);
	if (h->birth != CIVIL_DAY_NONE)
		str_addf(out, ", born %d", civil_year(h->birth));
	if (h->phone[0] != '\0') {
		str_add(out, ", tel ");
		client_say_phone(h->phone, out);
	}
	say_visit("last visit", h->last_visit, desk_now(d), out);
	say_visit("next", h->next_visit, desk_now(d), out);
	if (h->state != CLIENT_ACTIVE)
		str_addf(out, ", %s", client_state_word(h->state));
	if (clients_mark(c, h->id)[0] != '\0')
		str_addf(out, "  %s: Enter, h", clients_mark(c, h->id));
}

void
clients_hint(const struct view *v, struct str *out)
{
	const struct clients *c = (const struct clients *)v;

	if (c->pane) {
		if (client_visits_ask(&c->visits))
			day_hint(v->app->views[0], out);
		else
			str_add(out,
			    "e edits the client; Enter e the visit; Tab goes back to the list");
		return;
	}
	if (c->filter[0] == '\0') {
		if (c->hits.n == 0)
			str_add(out, "No clients yet. Ctrl-N adds the first one");
		else if (clients_has_pane(v->app->columns))
			str_add(out, "Tab goes to the visits");
		return;
	}
	if (c->hits.n == 0)
		str_addf(out, "Nobody is found by \"%s\". Ctrl-N adds them", c->filter);
	else if (c->hits.total > c->hits.n + c->hidden)
		str_addf(out, "%zu of %zu match; type more of the name", c->hits.n, c->hits.total);
	else
		str_addf(out, "%zu match%s", c->hits.n, c->hits.n == 1 ? "es" : "");
	if (c->hidden > 0)
		str_addf(out, ", %zu archived: v shows them", c->hidden);
	str_add(out, ". Esc shows all");
}
