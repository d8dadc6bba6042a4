/* The open appointment: an overlay with its lines, and what is to be known of health. */
#include "day.h"

#include <frontdesk/desk_client.h>
#include <frontdesk/text.h>

enum {
	CARD_WIDTH = 56,
	CARD_LINES = 10,
	NAME_WIDTH = 12,
	FIRST_ROW = 2,
	LINES_BELOW = 3,
	SO_FAR_LINES = 3,
	HEALTH_LEAST = 3, /* lines of it that stand on the smallest screen */
};

struct card {
	struct canvas *c;
	int row, column;
	int end; /* the row of the frame below */
};

/* "Therapist   Anna" */
static void
line(struct card *k, const char *name, const char *text)
{
	int inner = CARD_WIDTH - 4;

	if (k->row == k->end)
		return;
	canvas_text(k->c, k->row, k->column + 2, NAME_WIDTH, ROLE_TEXT, name);
	canvas_text(k->c, k->row, k->column + 2 + NAME_WIDTH, inner - NAME_WIDTH, ROLE_TEXT, text);
	k->row++;
}

static void
state_line(const struct day *d, struct card *k, const struct appt *a)
{
	const struct {
		enum appt_state state;
		int64_t utc;
	} when[] = {{APPT_BOOKED, a->booked_at}, {APPT_CONFIRMED, a->confirmed_at},
	    {APPT_ARRIVED, a->arrived_at}, {APPT_STARTED, a->started_at},
	    {APPT_COMPLETED, a->completed_at}};
	int64_t utc = appt_state_holds(a->state) ? 0 : a->ended_at;
	struct str s = {0};
	char hm[CIVIL_HM_SIZE];

	for (size_t i = 0; i < sizeof(when) / sizeof(when[0]); i++) {
		if (when[i].state == a->state)
			utc = when[i].utc;
	}
	str_addf(&s, "%c %s", appt_state_char(a->state), appt_state_title(a->state));
	if (utc != 0)
		str_addf(&s, " %s", day_say_time(d, desk_civil(day_desk(d), utc), hm));
	line(k, "State", str_text(&s));
	str_clear(&s);
	appt_remark(&s, "", a, d->view.app->now, &day_desk(d)->practice.settings);
	if (s.n > 0)
		line(k, "", str_text(&s));
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

/* So many lines over the whole width. */
static void
wide_lines(struct card *k, const struct lines *l, int most)
{
	for (size_t i = 0; i < l->n && (int)i < most && k->row < k->end; i++)
		canvas_text(
		    k->c, k->row++, k->column + 2, CARD_WIDTH - 4, l->v[i].role, l->v[i].text);
}

static void
client_lines(const struct day *d, struct card *k, const struct appt *a, int health)
{
	const struct client_hit *hit = &d->client;
	const struct appt *other = day_other(d, a);
	struct str s = {0};

	client_name(&s, a->client_first, a->client_last, &day_desk(d)->practice.settings);
	if (other != NULL) {
		str_add(&s, " & ");
		client_name(
		    &s, other->client_first, other->client_last, &day_desk(d)->practice.settings);
	}
	str_addf(&s, "  #%lld", (long long)a->client_id);
	line(k, "Client", str_text(&s));
	line(k, "Phone", str_or_empty(hit->phone));
	wide_lines(k, &d->health.says, health);
	str_release(&s);
}

static void
so_far_lines(const struct day *d, struct card *k)
{
	const struct client_hit *hit = &d->client;
	struct str s = {0};
	char day[CIVIL_LONG_SIZE];

	str_addf(&s, "visits %d, no-shows in 12 months %d", hit->visits, hit->no_shows);
	line(k, "So far", str_text(&s));
	line(k, "Last visit",
	    hit->last_visit == CIVIL_NONE ? "none"
					  : civil_long_day(civil_day_of(hit->last_visit), day));
	line(k, "Next visit",
	    hit->next_visit == CIVIL_NONE ? "none"
					  : civil_long_day(civil_day_of(hit->next_visit), day));
	if (d->usual.n > 0)
		line(k, "Usual", str_text(&d->usual));
	str_release(&s);
}

void
card_load(struct day *d)
{
	struct desk *desk = d->view.app->desk;
	const struct appt *a = day_selected_appt(d);

	client_hit_release(&d->client);
	d->client = (struct client_hit){.last_visit = CIVIL_NONE, .next_visit = CIVIL_NONE};
	str_clear(&d->usual);
	lines_clear(&d->health.says);
	lines_clear(&d->health.trend);
	if (d->card && a != NULL)
		health_lines_load(&d->health, desk, a->client_id, CARD_WIDTH - 4, 0);
	if (d->card && a != NULL &&
	    (store_client_hit(desk->store, a->client_id, desk_now(desk), &d->client) != ERR_OK ||
		desk_client_usual(desk, a->client_id, &d->usual) != ERR_OK))
		app_say_error(d->view.app);
}

/* Lines of the appointment and the client, without those of health. */
static int
plain_rows(const struct day *d, const struct appt *a)
{
	struct str remark = {0};
	int rows = CARD_LINES + (d->usual.n > 0);

	appt_remark(&remark, "", a, d->view.app->now, &day_desk(d)->practice.settings);
	rows += remark.n > 0;
	rows += str_or_empty(a->desk_note)[0] != '\0';
	rows += str_or_empty(a->reason)[0] != '\0';
	str_release(&remark);
	return rows;
}

/* The frame, as high as there is room and need for so many lines. */
static void
frame(const struct appt *a, struct card *k, int rows, int fit)
{
	struct str title = {0}, more = {0};

	str_addf(&title, " Appointment #%lld ", (long long)a->id);
	if (rows > fit)
		str_addf(&more, " %d more lines: a taller window has them ", rows - fit);
	else
		fit = rows;
	k->end = FIRST_ROW + 1 + fit;
	canvas_box(
	    k->c, FIRST_ROW, k->column, fit + 2, CARD_WIDTH, str_text(&title), str_text(&more));
	str_release(&title);
	str_release(&more);
}

void
card_draw(const struct day *d, struct canvas *c)
{
	const struct appt *a = day_selected_appt(d);
	const int fit = c->rows - LINES_BELOW - FIRST_ROW - 2;
	const int so_far = SO_FAR_LINES + (d->usual.n > 0), says = (int)d->health.says.n;
	struct card k = {.c = c, .row = FIRST_ROW + 1, .column = (c->columns - CARD_WIDTH) / 2};
	const struct room *r;
	int rows, health;
	bool tight;

	if (a == NULL)
		return;
	/* Where not all fits, health goes before how often they came. */
	rows = plain_rows(d, a);
	tight = rows + says > fit;
	health = fit - rows + (tight ? so_far : 0);
	frame(a, &k, rows + says + (int)d->health.trend.n, fit);
	client_lines(d, &k, a, health > HEALTH_LEAST ? health : HEALTH_LEAST);
	if (!tight)
		so_far_lines(d, &k);
	r = practice_room(&day_desk(d)->practice, a->room_id);
	time_line(d, &k, a);
	therapist_line(d, &k, a);
	line(&k, "Room", r != NULL ? r->name : "none");
	service_line(d, &k, a);
	state_line(d, &k, a);
	if (str_or_empty(a->desk_note)[0] != '\0')
		line(&k, "Note", a->desk_note);
	if (str_or_empty(a->reason)[0] != '\0')
		line(&k, "Reason", a->reason);
	wide_lines(&k, &d->health.trend, CARD_LINES);
	c->cursor_row = 3;
	c->cursor_column = k.column + 2;
}
