/* The desk's roster: it lies on the counter, so it holds no health (paper.md). */
#include <string.h>

#include <frontdesk/client.h>
#include <frontdesk/mem.h>
#include <frontdesk/money.h>
#include <frontdesk/text.h>

#include "layout.h"

enum { TIME, CLIENT, SERVICE, THERAPIST, ROOM, STATE, DUE, COLUMNS };
enum { STATE_WIDTH = 10 };

static const struct paper_column columns[COLUMNS] = {
    {11, false}, {18, false}, {15, false}, {8, false}, {5, false}, {STATE_WIDTH, false}, {7, true}};
static const char *const names[COLUMNS] = {
    "Time", "Client", "Service", "With", "Room", "State", "Due"};

/* What the foot of the roster says. */
struct totals {
	int rows, held, minutes, cancelled, no_show, left;
	money_cents due;
};

static money_cents
due(const struct appt *a)
{
	return appt_state_holds(a->state) && a->price > a->paid ? a->price - a->paid : 0;
}

static void
count(struct totals *t, const struct appt *a)
{
	t->rows++;
	switch (a->state) {
	case APPT_HELD:
	case APPT_BOOKED:
	case APPT_CONFIRMED:
	case APPT_ARRIVED:
	case APPT_STARTED:
	case APPT_COMPLETED:
		t->held++;
		t->minutes += appt_minutes(a);
		t->due += due(a);
		break;
	case APPT_CANCELLED:
	case APPT_LATE:
	case APPT_PRACTICE:
		t->cancelled++;
		break;
	case APPT_NOSHOW:
		t->no_show++;
		break;
	case APPT_LEFT:
		t->left++;
		break;
	case APPT_VOID:
	case APPT_STATE_COUNT:
		break;
	}
}

/* "! Smith, Ada": that there is something to know of, never what. */
static void
add_client(struct paper_line *l, const struct practice *p, const struct appt *a,
    const struct roster_options *o)
{
	struct str name = {0};

	if (o->flagged != NULL && ids_has(o->flagged, a->id))
		str_add(&name, "! ");
	client_name(&name, a->client_first, a->client_last, &p->settings);
	sheet_cell(l, CLIENT, name.n > 0 ? str_text(&name) : "(no name)");
	str_release(&name);
}

static void
add_remark(struct str *out, const char *text)
{
	str_addf(out, "%s%s", out->n > 0 ? "; " : "", text);
}

/* What the desk is to be told of the client, each on a line of its own. */
static void
add_alerts(struct sheet *s, int64_t client_id, const struct alert_list *l)
{
	for (size_t i = 0; i < l->n; i++) {
		struct str text = {0};

		str_addf(&text, "Alert: %s", l->v[i].text);
		if (l->v[i].client_id == client_id)
			sheet_more(s, CLIENT, str_text(&text));
		str_release(&text);
	}
}

/* Below the row: what has no column, and a state longer than its column. */
static void
add_remarks(struct sheet *s, const struct appt *a, const struct roster_options *o)
{
	bool on = appt_state_holds(a->state);
	struct str text = {0};

	if (text_width(appt_state_title(a->state)) > STATE_WIDTH)
		add_remark(&text, appt_state_title(a->state));
	if (on && a->first_visit)
		add_remark(&text, "first visit");
	if (on && o->without_phone != NULL && ids_has(o->without_phone, a->client_id))
		add_remark(&text, "ask for phone");
	if (text.n > 0)
		sheet_more(s, CLIENT, str_text(&text));
	if (on && o->alerts != NULL)
		add_alerts(s, a->client_id, o->alerts);
	str_release(&text);
}

static void
add_row(
    struct sheet *s, const struct practice *p, const struct appt *a, const struct roster_options *o)
{
	const struct therapist *t = practice_therapist(p, a->therapist_id);
	const struct room *r = practice_room(p, a->room_id);
	struct paper_line *l = sheet_line(s, PAPER_ROW);
	char times[PAPER_TIMES_SIZE], amount[MONEY_SIZE];
	struct str label = {0};

	sheet_cell(l, TIME, paper_times(p, a->start, a->end, times));
	add_client(l, p, a, o);
	paper_label(&label, p, a);
	sheet_cell(l, SERVICE, str_text(&label));
	sheet_cell(l, THERAPIST, t != NULL ? t->name : "");
	sheet_cell(l, ROOM, r != NULL ? r->code : "");
	sheet_cell(l, STATE, appt_state_title(a->state));
	sheet_cell(l, DUE, due(a) > 0 ? money_text(due(a), amount) : "");
	str_release(&label);
}

/* Whole or half hours and the like: 10, 10.5, 0.75. */
static void
add_hours(struct str *out, int minutes)
{
	int hundredths = (minutes * 100 + 30) / 60;

	str_addf(out, "%d", hundredths / 100);
	if (hundredths % 10 != 0)
		str_addf(out, ".%02d", hundredths % 100);
	else if (hundredths % 100 != 0)
		str_addf(out, ".%d", hundredths % 100 / 10);
	str_add(out, " h");
}

/* "12 appointments, 10.5 h, 285.00 EUR due; 2 cancelled, 1 no-show" */
static void
add_totals(struct sheet *s, const struct practice *p, const struct totals *t)
{
	const struct {
		int n;
		const char *what;
	} apart[] = {{t->cancelled, "cancelled"},
	    {t->no_show, t->no_show == 1 ? "no-show" : "no-shows"},
	    {t->left, "left without service"}};
	const char *between = "; ";
	char amount[MONEY_SIZE];
	struct str text = {0};

	str_addf(&text, "%d appointment%s, ", t->held, t->held == 1 ? "" : "s");
	add_hours(&text, t->minutes);
	if (t->due > 0)
		str_addf(&text, ", %s %s due", money_text(t->due, amount),
		    settings_text(&p->settings, SETTING_CURRENCY));
	for (size_t i = 0; i < array_size(apart); i++) {
		if (apart[i].n == 0)
			continue;
		str_addf(&text, "%s%d %s", between, apart[i].n, apart[i].what);
		between = ", ";
	}
	sheet_text(s, 0, str_text(&text));
	str_release(&text);
}

static void
add_head(struct sheet *s, const struct practice *p, const struct roster_options *o)
{
	const struct therapist *t = practice_therapist(p, o->therapist_id);
	char day[CIVIL_LONG_SIZE];
	struct str text = {0};

	str_addf(&text, "Desk roster, %s", civil_long_day(o->day, day));
	if (t != NULL)
		str_addf(&text, ", %s", t->name);
	s->title = paper_clean(&text);
	sheet_subtitle(s, p, o);
	if (o->day_note == NULL || o->day_note[0] == '\0')
		return;
	str_addf(&text, "Note: %s", o->day_note);
	sheet_text(s, 6, str_text(&text));
	(void)sheet_line(s, PAPER_BLANK);
	str_release(&text);
}

/* Times of a clock of 12 hours are wider: the client's name gives way. */
static void
add_table(struct sheet *s, const struct practice *p)
{
	int more = paper_times_width(p) - columns[TIME].width;

	sheet_table(s, columns, names, COLUMNS);
	s->column[TIME].width += more;
	s->column[CLIENT].width -= more;
}

void
paper_desk_roster(struct sheet *out, const struct practice *p, const struct book *b,
    const struct roster_options *o)
{
	struct totals t = {0};
	size_t first, end;

	add_head(out, p, o);
	roster_day(b, o->day, &first, &end);
	for (size_t i = first; i < end; i++) {
		const struct appt *a = &b->appts.v[i];

		if (a->state == APPT_VOID ||
		    (o->therapist_id != 0 && a->therapist_id != o->therapist_id))
			continue;
		if (t.rows == 0)
			add_table(out, p);
		add_row(out, p, a, o);
		add_remarks(out, a, o);
		count(&t, a);
	}
	if (t.rows == 0)
		sheet_text(out, 0, "Nothing is booked.");
	(void)sheet_line(out, PAPER_BLANK);
	if (t.rows > 0) {
		add_totals(out, p, &t);
		(void)sheet_line(out, PAPER_BLANK);
	}
	roster_free(out, p, b, o);
}
