/* The open appointment: an overlay with its lines, which scroll; what is to be known of health
 * among them. */
#include "day.h"

#include <stdlib.h>

#include <frontdesk/desk_client.h>
#include <frontdesk/mem.h>
#include <frontdesk/text.h>

enum {
	CARD_WIDTH = 56,
	NAME_WIDTH = 12,
	TEXT_WIDTH = CARD_WIDTH - 4 - NAME_WIDTH,
	FIRST_ROW = 2,
	LINES_BELOW = 3,
};

/* Its lines, before it is known which of them there is room for. */
struct card {
	struct card_line {
		const char *name; /* static; NULL: the text has the whole width */
		struct str text;
		enum role role;
	} * v;
	size_t n, cap;
};

/* "Therapist   Anna"; what is long goes on in further lines. */
static void
line(struct card *k, const char *name, const char *text)
{
	do {
		const size_t bytes = lines_break(text, TEXT_WIDTH);
		struct card_line *l = list_push(k);

		l->name = name;
		l->role = ROLE_TEXT;
		str_addn(&l->text, text, bytes);
		text += bytes;
		text += text[0] == ' ';
		name = "";
	} while (text[0] != '\0');
}

/* The same, but only when there is a text. */
static void
line_if(struct card *k, const char *name, const char *text)
{
	if (text[0] != '\0')
		line(k, name, text);
}

/* Lines over the whole width. */
static void
wide_lines(struct card *k, const struct lines *from)
{
	for (size_t i = 0; i < from->n; i++) {
		struct card_line *l = list_push(k);

		l->role = from->v[i].role;
		str_add(&l->text, from->v[i].text);
	}
}

static void
state_line(const struct day *d, struct card *k, const struct appt *a)
{
	struct str s = {0};

	day_say_state(d, &s, a);
	line(k, "State", str_text(&s));
	str_clear(&s);
	appt_remark(&s, "", a, d->view.app->now, &day_desk(d)->practice.settings);
	line_if(k, "", str_text(&s));
	str_release(&s);
}

static void
time_line(const struct day *d, struct card *k, const struct appt *a)
{
	struct str s = {0};
	char day[CIVIL_LONG_SIZE];

	str_addf(&s, "%s ", civil_long_day(civil_day_of(a->start), day));
	day_say_span(d, &s, a->start, a->end);
	line(k, "When", str_text(&s));
	str_release(&s);
}

/* Of a couple both. */
static void
therapist_line(const struct day *d, struct card *k, const struct appt *a)
{
	const struct practice *p = &day_desk(d)->practice;
	const struct appt *other = day_other(d, a);
	const struct therapist *t = practice_therapist(p, a->therapist_id);
	struct str s = {0};

	str_add(&s, t != NULL ? t->name : "");
	t = other != NULL ? practice_therapist(p, other->therapist_id) : NULL;
	if (t != NULL)
		str_addf(&s, " & %s", t->name);
	line(k, "Therapist", str_text(&s));
	str_release(&s);
}

static void
service_line(const struct day *d, struct card *k, const struct appt *a)
{
	const struct practice *p = &day_desk(d)->practice;
	const struct service *service = practice_service(p, a->service_id);
	struct str s = {0};
	char amount[MONEY_SIZE];

	if (service != NULL)
		service_label(&s, service, appt_minutes(a));
	str_addf(&s, ", %s %s", money_text(a->price, amount),
	    settings_text(&p->settings, SETTING_CURRENCY));
	line(k, "Service", str_text(&s));
	str_release(&s);
}

/* Whose the lines under it are, when there are two. */
static void
whose_line(const struct day *d, struct card *k, const struct appt *a)
{
	struct card_line *l = list_push(k);

	l->role = ROLE_TITLE;
	client_name(&l->text, a->client_first, a->client_last, &day_desk(d)->practice.settings);
}

/* Of a couple both, each under the name. */
static void
health_lines(const struct day *d, struct card *k, const struct appt *a)
{
	const struct appt *other = day_other(d, a);

	if (other != NULL)
		whose_line(d, k, a);
	wide_lines(k, &d->health.says);
	if (other == NULL)
		return;
	whose_line(d, k, other);
	wide_lines(k, &d->others_health.says);
}

static void
trend_lines(const struct day *d, struct card *k, const struct appt *a)
{
	const struct appt *other = day_other(d, a);

	if (other != NULL && d->health.trend.n > 0)
		whose_line(d, k, a);
	wide_lines(k, &d->health.trend);
	if (other != NULL && d->others_health.trend.n > 0)
		whose_line(d, k, other);
	wide_lines(k, &d->others_health.trend);
}

static void
client_lines(const struct day *d, struct card *k, const struct appt *a)
{
	const struct client_hit *hit = &d->client;
	const struct appt *other = day_other(d, a);
	struct str s = {0};
	char day[CIVIL_LONG_SIZE];

	client_name(&s, a->client_first, a->client_last, &day_desk(d)->practice.settings);
	if (other != NULL) {
		str_add(&s, " & ");
		client_name(
		    &s, other->client_first, other->client_last, &day_desk(d)->practice.settings);
	}
	str_addf(&s, "  #%lld", (long long)a->client_id);
	line(k, "Client", str_text(&s));
	line(k, "Phone", str_or_empty(hit->phone));
	health_lines(d, k, a);
	str_clear(&s);
	str_addf(&s, "visits %d, no-shows in 12 months %d", hit->visits, hit->no_shows);
	line(k, "So far", str_text(&s));
	line(k, "Last visit",
	    hit->last_visit == CIVIL_NONE ? "none"
					  : civil_long_day(civil_day_of(hit->last_visit), day));
	line(k, "Next visit",
	    hit->next_visit == CIVIL_NONE ? "none"
					  : civil_long_day(civil_day_of(hit->next_visit), day));
	line_if(k, "Usual", str_text(&d->usual));
	str_release(&s);
}

void
card_load(struct day *d)
{
	struct desk *desk = d->view.app->desk;
	const struct appt *a = day_selected_appt(d);
	const struct appt *other = a != NULL ? day_other(d, a) : NULL;

	client_hit_release(&d->client); /* read again: the file may have changed */
	d->client.id = 0;
	day_client_load(d);
	str_clear(&d->usual);
	lines_clear(&d->health.says);
	lines_clear(&d->health.trend);
	lines_clear(&d->others_health.says);
	lines_clear(&d->others_health.trend);
	if (!d->card || a == NULL)
		return;
	health_lines_load(&d->health, desk, a->client_id, CARD_WIDTH - 4, 0);
	if (other != NULL)
		health_lines_load(&d->others_health, desk, other->client_id, CARD_WIDTH - 4, 0);
	if (desk_client_usual(desk, a->client_id, &d->usual) != ERR_OK)
		app_say_error(d->view.app);
}

static struct card
card_lines(const struct day *d)
{
	const struct appt *a = day_selected_appt(d);
	struct card k = {0};
	const struct room *r;

	if (a == NULL)
		return k;
	r = practice_room(&day_desk(d)->practice, a->room_id);
	client_lines(d, &k, a);
	time_line(d, &k, a);
	therapist_line(d, &k, a);
	line(&k, "Room", r != NULL ? r->name : "none");
	service_line(d, &k, a);
	state_line(d, &k, a);
	line_if(&k, "Note", str_or_empty(a->desk_note));
	line_if(&k, "Reason", str_or_empty(a->reason));
	trend_lines(d, &k, a);
	return k;
}

static void
card_release(struct card *k)
{
	for (size_t i = 0; i < k->n; i++)
		str_release(&k->v[i].text);
	free(k->v);
}

/* The first line on show, and how many are. */
static struct scroll
card_window(const struct day *d, const struct card *k)
{
	const struct app *a = d->view.app;
	const int room = a->rows - FIRST_ROW - 2 - LINES_BELOW - app_covered(a);
	struct scroll s = {.n = k->n, .rows = room < (int)k->n ? room : (int)k->n};
	const size_t last = k->n - (size_t)s.rows;

	s.top = d->card_top < last ? d->card_top : last;
	return s;
}

bool
card_scroll(struct day *d, enum cmd c)
{
	struct card k = card_lines(d);
	struct scroll s = card_window(d, &k);
	bool known;

	/* There is no selected line: it is the last one on show that goes down, the first up. */
	s.at = c == CMD_DOWN || c == CMD_LATER ? s.top + (size_t)s.rows - 1 : s.top;
	known = k.n > 0 && scroll_command(&s, c);
	if (known)
		d->card_top = s.top;
	card_release(&k);
	return known;
}

/* " 3 lines more: PgDn ", " 2 lines above, 1 below: PgUp PgDn " */
static void
say_more(const struct scroll *s, struct str *out)
{
	const size_t above = s->top, below = s->n - s->top - (size_t)s->rows;

	if (above > 0)
		str_addf(out, " %zu line%s above", above, above == 1 ? "" : "s");
	if (above > 0 && below > 0)
		str_addf(out, ", %zu below", below);
	else if (below > 0)
		str_addf(out, " %zu line%s more", below, below == 1 ? "" : "s");
	if (out->n > 0)
		str_addf(out, ":%s%s ", above > 0 ? " PgUp" : "", below > 0 ? " PgDn" : "");
}

void
card_draw(const struct day *d, struct canvas *c)
{
	const struct appt *a = day_selected_appt(d);
	const int column = (c->columns - CARD_WIDTH) / 2;
	struct str title = {0}, more = {0};
	struct card k = card_lines(d);
	struct scroll s;

	if (a == NULL)
		return;
	s = card_window(d, &k);
	str_addf(&title, " Appointment #%lld ", (long long)a->id);
	say_more(&s, &more);
	canvas_box(c, FIRST_ROW, column, s.rows + 2, CARD_WIDTH, str_text(&title), str_text(&more));
	for (int i = 0; i < s.rows; i++) {
		const struct card_line *l = &k.v[s.top + (size_t)i];

		const int indent = l->name != NULL ? NAME_WIDTH : 0;

		if (l->name != NULL)
			canvas_text(
			    c, FIRST_ROW + 1 + i, column + 2, NAME_WIDTH, ROLE_TEXT, l->name);
		canvas_text(c, FIRST_ROW + 1 + i, column + 2 + indent, CARD_WIDTH - 4 - indent,
		    l->role, str_text(&l->text));
	}
	c->cursor_row = FIRST_ROW + 1;
	c->cursor_column = column + 2;
	card_release(&k);
	str_release(&title);
	str_release(&more);
}
