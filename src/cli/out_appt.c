/* Appointments as records and as lines for people. */
#include "out.h"
#include "out_appt.h"

#include <stdio.h>
#include <string.h>

#include <frontdesk/mem.h>
#include <frontdesk/text.h>

static const struct table_column columns[] = {
    {"id", NULL, TABLE_NUMBER},
    {"uid", NULL, TABLE_STRING},
    {"start", NULL, TABLE_STRING},
    {"end", NULL, TABLE_STRING},
    {"client_id", NULL, TABLE_NUMBER},
    {"client", NULL, TABLE_STRING},
    {"therapist", NULL, TABLE_STRING},
    {"service", NULL, TABLE_STRING},
    {"minutes", NULL, TABLE_NUMBER},
    {"turnover", NULL, TABLE_NUMBER},
    {"room", NULL, TABLE_STRING},
    {"state", NULL, TABLE_STRING},
    {"marks", NULL, TABLE_STRING},
    {"note", NULL, TABLE_STRING},
    {"series", NULL, TABLE_NUMBER},
    {"party", NULL, TABLE_NUMBER},
    {"price", NULL, TABLE_NUMBER},
    {"paid", NULL, TABLE_NUMBER},
    {"rev", NULL, TABLE_NUMBER},
    {"sequence", NULL, TABLE_NUMBER},
    {"updated", NULL, TABLE_STRING},
};
const struct fields fields_appt = {columns, array_size(columns)};

/* First visit, requested by name, message left. */
static void
add_marks(struct str *out, const struct appt *a)
{
	if (a->first_visit)
		str_addc(out, '1');
	if (a->requested)
		str_addc(out, 'R');
	if (a->message_left)
		str_addc(out, 'm');
}

void
add_client_name(struct str *out, const char *first, const char *last)
{
	str_add(out, str_or_empty(first));
	if (out->n > 0 && str_or_empty(last)[0] != '\0')
		str_addc(out, ' ');
	str_add(out, str_or_empty(last));
}

void
out_appt(struct table *t, const struct desk *d, const struct appt *a)
{
	const struct therapist *therapist = practice_therapist(&d->practice, a->therapist_id);
	const struct service *service = practice_service(&d->practice, a->service_id);
	const struct room *room = practice_room(&d->practice, a->room_id);
	char uid[APPT_UID_TEXT], updated[CIVIL_MIN_SIZE];
	struct str client = {0}, marks = {0};

	add_client_name(&client, a->client_first, a->client_last);
	add_marks(&marks, a);
	table_id(t, a->id);
	table_text(t, a->id == 0 ? "" : appt_uid_text(a->uid, uid));
	table_time(t, a->start);
	table_time(t, a->end);
	table_id(t, a->client_id);
	table_str(t, &client);
	table_text(t, therapist != NULL ? therapist->code : "");
	table_text(t, service != NULL ? service->code : "");
	table_number(t, a->end - a->start);
	table_number(t, a->held - a->end);
	table_text(t, room != NULL ? room->code : "");
	table_text(t, (char[]){appt_state_char(a->state), '\0'});
	table_str(t, &marks);
	table_text(t, a->desk_note);
	table_id(t, a->series_id);
	table_id(t, a->party_id);
	table_money(t, a->price);
	table_money(t, a->paid);
	table_number(t, a->rev);
	table_number(t, a->sequence);
	table_text(t, civil_iso_utc(a->updated, updated));
}

/* --- Lines ----------------------------------------------------------------------------------- */

static int
wider(int width, const char *text, int most)
{
	int n = text_width(text);

	return n > most ? most : n > width ? n : width;
}

/* Widths by what the practice has, so that lines can go out as they come. */
void
agenda_init(struct agenda *g, const struct request *r, enum agenda_days days)
{
	enum { GAPS = 14, NUMBER = 8, CLIENT_LEAST = 14, CLIENT_MOST = 26 };
	const struct practice *p = &r->desk.practice;
	struct str label = {0};

	*g = (struct agenda){.d = &r->desk, .days = days, .day = CIVIL_DAY_NONE};
	g->times = text_width(
	    settings_is(&p->settings, SETTING_CLOCK, "12") ? "12:00pm–12:00pm" : "12:00–12:00");
	for (size_t i = 0; i < p->therapists.n; i++)
		g->therapist = wider(g->therapist, p->therapists.v[i].name, 14);
	for (size_t i = 0; i < p->rooms.n; i++)
		g->room = wider(g->room, p->rooms.v[i].name, 12);
	for (size_t i = 0; i < p->services.n; i++) {
		str_clear(&label);
		service_label(&label, &p->services.v[i], 100);
		g->label = wider(g->label, str_text(&label), 18);
	}
	str_release(&label);
	g->client = r->cli->columns - g->times - GAPS - NUMBER - g->therapist - g->room - g->label;
	if (r->cli->columns == 0 || g->client > CLIENT_MOST)
		g->client = CLIENT_MOST;
	if (g->client < CLIENT_LEAST)
		g->client = CLIENT_LEAST;
	if (days == DAYS_IN_LINES)
		g->client = 0;
}

static void
add_cell(struct str *line, const char *text, int width)
{
	if (width == 0)
		return;
	text_pad(line, text, width, TEXT_LEFT);
	str_add(line, "  ");
}

/* "09:00–10:00", "9:00am–10:00am" with blanks up to its column */
static void
add_times(struct str *line, const struct agenda *g, const struct appt *a)
{
	const struct settings *s = &g->d->practice.settings;
	char from[CIVIL_HM_SIZE], until[CIVIL_HM_SIZE];
	struct str times = {0};

	str_addf(&times, "%s–%s", settings_hm(s, a->start, from), settings_hm(s, a->end, until));
	text_pad(line, str_text(&times), g->times, TEXT_LEFT);
	str_release(&times);
}

static void
add_heading(struct agenda *g, civil_day day)
{
	char text[CIVIL_LONG_SIZE];

	if (g->days != DAYS_AS_HEADINGS || day == g->day)
		return;
	if (g->day != CIVIL_DAY_NONE)
		out_line("%s", "");
	out_line("%s", civil_long_day(day, text));
	g->day = day;
}

void
agenda_line(struct agenda *g, const struct appt *a)
{
	const struct practice *p = &g->d->practice;
	const struct therapist *therapist = practice_therapist(p, a->therapist_id);
	const struct service *service = practice_service(p, a->service_id);
	const struct room *room = practice_room(p, a->room_id);
	char day[CIVIL_DAY_SIZE];
	struct str line = {0}, name = {0}, label = {0}, marks = {0};

	add_heading(g, civil_day_of(a->start));
	client_name(&name, a->client_first, a->client_last, &p->settings);
	if (service != NULL)
		service_label(&label, service, appt_minutes(a));
	add_marks(&marks, a);
	if (g->days == DAYS_IN_LINES)
		str_addf(&line, "%s  ", civil_iso_day(civil_day_of(a->start), day));
	add_times(&line, g, a);
	str_addf(&line, "  %c ", appt_state_char(a->state));
	add_cell(&line, str_text(&name), g->client);
	add_cell(&line, str_text(&label), g->label);
	add_cell(&line, therapist != NULL ? therapist->name : "", g->therapist);
	add_cell(&line, room != NULL ? room->name : "", g->room);
	str_addf(&line, "#%lld %s", (long long)a->id, str_text(&marks));
	out_line("%s", str_text(&line));
	/* What the clock says of it, under it: a line of its own is never cut. */
	str_clear(&line);
	appt_remark(&line, "", a, desk_now(g->d), &g->d->practice.settings);
	if (line.n > 0)
		out_line("%*s%s", g->times + 4, "", str_text(&line));
	str_release(&name);
	str_release(&label);
	str_release(&marks);
	str_release(&line);
}

enum err
out_appts(const struct request *r, const struct appt_list *l)
{
	struct table *t;

	if (r->format == TABLE_TEXT) {
		struct agenda g;

		agenda_init(&g, r, DAYS_AS_HEADINGS);
		for (size_t i = 0; i < l->n; i++)
			agenda_line(&g, &l->v[i]);
		return ERR_OK;
	}
	t = out_table(r, columns, array_size(columns));
	for (size_t i = 0; i < l->n; i++)
		out_appt(t, &r->desk, &l->v[i]);
	return table_end(t);
}

void
add_short_day(struct str *out, const struct desk *d, civil_day day)
{
	int year, month, mday;

	civil_to_ymd(day, &year, &month, &mday);
	str_addf(
	    out, "%s %d %s", civil_weekday_name(civil_weekday(day)), mday, civil_month_name(month));
	if (year != civil_year(civil_day_of(desk_now(d))))
		str_addf(out, " %d", year);
}

/* "Fri 27 Nov 2026, 14:30–15:30" */
void
add_span(struct str *out, const struct desk *d, civil_min from, civil_min until)
{
	const struct settings *s = &d->practice.settings;
	char day[CIVIL_LONG_SIZE], a[CIVIL_HM_SIZE], b[CIVIL_HM_SIZE];

	str_addf(out, "%s, %s–%s", civil_long_day(civil_day_of(from), day), settings_hm(s, from, a),
	    settings_hm(s, until, b));
}

void
add_slots(struct str *out, const struct desk *d, const struct slot_list *slots, civil_day day)
{
	for (size_t i = 0; i < slots->n; i++) {
		const struct slot *s = &slots->v[i];
		const struct therapist *t = practice_therapist(&d->practice, s->therapist_id);
		char hm[CIVIL_HM_SIZE];

		str_add(out, i > 0 ? ", " : " ");
		if (civil_day_of(s->start) != day) {
			add_short_day(out, d, civil_day_of(s->start));
			str_add(out, " ");
		}
		str_addf(out, "%s %s", settings_hm(&d->practice.settings, s->start, hm),
		    t != NULL ? t->name : "");
	}
}

/* "2026-11-23..2027-05-12" */
static void
add_iso_days(struct str *out, const struct appt_list *l)
{
	char first[CIVIL_DAY_SIZE], last[CIVIL_DAY_SIZE];

	str_addf(out, "%s..%s", civil_iso_day(civil_day_of(l->v[0].start), first),
	    civil_iso_day(civil_day_of(l->v[l->n - 1].start), last));
}

/* The phone of a client, and where the appointment could go. */
static enum err
look_around(struct request *r, const struct appt *a, struct str *phone, struct slot_list *slots)
{
	enum { MOST = 3 };
	struct client c;
	enum err e;

	client_init(&c);
	e = store_client(r->desk.store, a->client_id, &c);
	str_clear(phone);
	str_add(phone, str_or_empty(c.phone));
	client_release(&c);
	slots->n = 0;
	return e == ERR_OK ? desk_free_instead(&r->desk, a, MOST, slots) : e;
}

/* "    555 0100 · free: 11:15 Jon, 14:00 Jon" */
static void
way_line(
    const struct request *r, const struct appt *a, const char *phone, const struct slot_list *slots)
{
	struct str line = {0};

	str_addf(&line, "    %s · ", phone[0] != '\0' ? phone : "no phone");
	str_add(&line, slots->n > 0 ? "free:" : "nothing free in 14 days");
	add_slots(&line, &r->desk, slots, civil_day_of(a->start));
	out_line("%s", str_text(&line));
	str_release(&line);
}

static enum err
way_lines(struct request *r, const struct appt_list *l, size_t most)
{
	struct slot_list slots = {0};
	struct str phone = {0};
	struct agenda g;
	enum err e = ERR_OK;

	agenda_init(&g, r, DAYS_AS_HEADINGS);
	for (size_t i = 0; i < l->n && i < most && e == ERR_OK; i++) {
		agenda_line(&g, &l->v[i]);
		e = look_around(r, &l->v[i], &phone, &slots);
		if (e == ERR_OK)
			way_line(r, &l->v[i], str_text(&phone), &slots);
	}
	str_release(&phone);
	slot_list_release(&slots);
	return e;
}

/* "2026-11-27T11:15 jon, 2026-11-27T14:00 jon" */
static void
table_slots(struct table *t, const struct desk *d, const struct slot_list *slots)
{
	struct str text = {0};
	char iso[CIVIL_MIN_SIZE];

	for (size_t i = 0; i < slots->n; i++) {
		const struct slot *s = &slots->v[i];

		str_addf(&text, "%s%s %s", i > 0 ? ", " : "", civil_iso_min(s->start, iso),
		    practice_therapist(&d->practice, s->therapist_id)->code);
	}
	table_str(t, &text);
}

static enum err
way_records(struct request *r, const struct appt_list *l)
{
	enum { MORE = 2 };
	struct table_column with_more[array_size(columns) + MORE];
	struct slot_list slots = {0};
	struct str phone = {0};
	struct table *t;
	enum err e = ERR_OK, ended;

	memcpy(with_more, columns, sizeof(columns));
	with_more[array_size(columns)] = (struct table_column){"phone", NULL, TABLE_STRING};
	with_more[array_size(columns) + 1] = (struct table_column){"free", NULL, TABLE_STRING};
	t = out_table(r, with_more, array_size(with_more));
	for (size_t i = 0; i < l->n && e == ERR_OK; i++) {
		e = look_around(r, &l->v[i], &phone, &slots);
		if (e != ERR_OK)
			break;
		out_appt(t, &r->desk, &l->v[i]);
		table_text(t, str_text(&phone));
		table_slots(t, &r->desk, &slots);
	}
	str_release(&phone);
	slot_list_release(&slots);
	ended = table_end(t);
	return e != ERR_OK ? e : ended;
}

enum err
out_in_the_way(struct request *r, const struct appt_list *l, const char *filter)
{
	enum { MOST = 20 };
	struct str days = {0};
	enum err e;

	if (r->format != TABLE_TEXT)
		return way_records(r, l);
	if (l->n == 0)
		return ERR_OK;
	out_line("%zu booking%s in the way; nothing was moved:", l->n, l->n == 1 ? "" : "s");
	e = way_lines(r, l, MOST);
	if (e == ERR_OK && l->n > MOST) {
		add_iso_days(&days, l);
		out_line("… and %zu more: frontdesk agenda %s%s%s", l->n - MOST, str_text(&days),
		    filter[0] != '\0' ? " " : "", filter);
	}
	str_release(&days);
	return e;
}
