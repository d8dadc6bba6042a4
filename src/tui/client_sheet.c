#include "client_sheet.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include <frontdesk/desk_client.h>
#include <frontdesk/mem.h>
#include <frontdesk/text.h>

enum { LABEL = 12, NO_SHOWS = 2, FAR_DAYS = 335 };

const struct client_field client_fields[CLIENT_FIELDS] = {
#define X(field, label, help) {#field, label, help},
    CLIENT_TEXT_LIST(X) CLIENT_OTHER_LIST(X)
#undef X
};

void
client_sheet_release(struct client_sheet *s)
{
	client_release(&s->client);
	client_hit_release(&s->hit);
	words_release(&s->former);
	alert_list_release(&s->told);
	str_release(&s->usual);
	str_release(&s->guardian);
	appt_list_release(&s->visits);
	*s = (struct client_sheet){0};
}

enum err
client_sheet_load(struct client_sheet *s, struct desk *d, int64_t id, size_t visits)
{
	struct client_sheet now = {0};
	enum err e = store_client(d->store, id, &now.client);

	if (e == ERR_OK)
		e = store_client_hit(d->store, id, desk_now(d), &now.hit);
	if (e == ERR_OK)
		e = store_client_former(d->store, id, &now.former);
	if (e == ERR_OK)
		e = store_alerts(d->store, id, &now.told);
	if (e == ERR_OK)
		e = desk_client_usual(d, id, &now.usual);
	if (e == ERR_OK)
		e = desk_client_guardian(d, &now.client, &now.guardian);
	if (e == ERR_OK)
		e = store_client_appts(d->store, id, visits, &now.visits);
	if (e != ERR_OK) {
		client_sheet_release(&now);
		return e;
	}
	client_sheet_release(s);
	*s = now;
	return ERR_OK;
}

size_t
client_sheet_past(const struct client_sheet *s, civil_min now)
{
	size_t i = 0;

	while (i < s->visits.n && s->visits.v[i].start > now)
		i++;
	return i;
}

/* "14 Mar 1979" */
static void
say_day(civil_day day, struct str *out)
{
	char text[CIVIL_LONG_SIZE];

	civil_long_day(day, text);
	str_add(out, text + strcspn(text, " ") + 1);
}

static int
age(civil_day birth, civil_day today)
{
	int years = civil_year(today) - civil_year(birth);

	return civil_add_months(birth, 12 * years) > today ? years - 1 : years;
}

/* "  #12  born 14 Mar 1979 (47)"; short: "  born 1979 (47)" */
static void
say_born(const struct client *c, const struct desk *d, bool is_short, struct str *out)
{
	if (!is_short)
		str_addf(out, "  #%lld", (long long)c->id);
	if (c->birth == CIVIL_DAY_NONE)
		return;
	str_add(out, "  born ");
	if (is_short)
		str_addf(out, "%d", civil_year(c->birth));
	else
		say_day(c->birth, out);
	str_addf(out, " (%d)", age(c->birth, civil_day_of(desk_now(d))));
}

void
client_sheet_title(const struct client_sheet *s, const struct desk *d, int columns, struct str *out)
{
	struct str name = {0}, born = {0};
	int room;

	client_name(&name, s->client.first, s->client.last, &d->practice.settings);
	say_born(&s->client, d, false, &born);
	if (text_width(str_text(&name)) + text_width(str_text(&born)) > columns) {
		str_clear(&born);
		say_born(&s->client, d, true, &born);
	}
	room = columns - text_width(str_text(&born));
	if (text_width(str_text(&name)) > room)
		text_pad(out, str_text(&name), room, TEXT_LEFT);
	else
		str_add(out, str_text(&name));
	str_add(out, str_text(&born));
	str_release(&name);
	str_release(&born);
}

void
client_sheet_so_far(const struct client_sheet *s, struct str *out)
{
	const struct client_hit *h = &s->hit;

	str_addf(out, "Visits %d", h->visits);
	if (h->last_visit != CIVIL_NONE) {
		str_add(out, ", last ");
		say_day(civil_day_of(h->last_visit), out);
	}
	str_add(out, ", next ");
	if (h->next_visit != CIVIL_NONE)
		say_day(civil_day_of(h->next_visit), out);
	else
		str_add(out, "none");
	str_addf(out, ", no-shows %d in 12 months", h->no_shows);
}

static void
add_line(struct lines *out, const char *label, const char *text)
{
	lines_add(out, ROLE_TEXT, "%-*s%s", LABEL, label, text);
}

/* The title and the alerts tell the rest. */
static bool
is_detail(size_t field)
{
	return field != CLIENT_FIELD_first && field != CLIENT_FIELD_last &&
	    field != CLIENT_FIELD_birth && field != CLIENT_FIELD_gender &&
	    field != CLIENT_FIELD_avoid && field != CLIENT_FIELD_state;
}

static void
add_former(const struct client_sheet *s, const struct desk *d, struct lines *out)
{
	for (size_t i = 0; i < s->former.n; i++) {
		char *first = xstrdup(s->former.v[i]), *last = strchr(first, '\n');
		struct str name = {0};

		*last++ = '\0';
		client_name(&name, first, last, &d->practice.settings);
		add_line(out, "Formerly", str_text(&name));
		str_release(&name);
		free(first);
	}
}

void
client_sheet_details(const struct client_sheet *s, const struct desk *d, struct lines *out)
{
	for (size_t n = 0; n < CLIENT_FIELDS; n++) {
		const size_t i =
		    (n + CLIENT_FIELD_phone) % CLIENT_FIELDS; /* how to reach them first */
		struct str text = {0}, veiled = {0};

		if (i == CLIENT_FIELD_guardian)
			str_add(&text, str_text(&s->guardian));
		else
			client_tell(&s->client, &d->practice, client_fields[i].name, &text);
		if (d->initials && client_veil(&veiled, client_fields[i].name, str_text(&text))) {
			str_release(&text);
			text = veiled;
		}
		if (is_detail(i) && text.n > 0 && strcmp(str_text(&text), "no") != 0)
			add_line(out, client_fields[i].label, str_text(&text));
		if (i == CLIENT_FIELD_email && s->usual.n > 0)
			add_line(out, "Usually", str_text(&s->usual));
		if (i == CLIENT_FIELD_email)
			add_former(s, d, out);
		str_release(&text);
	}
}

static void
add_avoided(const struct client_sheet *s, const struct desk *d, struct lines *out)
{
	struct str names = {0};

	for (size_t i = 0; i < s->client.avoid.n; i++) {
		const struct therapist *t = practice_therapist(&d->practice, s->client.avoid.v[i]);

		str_addf(&names, "%s%s", i > 0 ? ", " : "", t != NULL ? t->name : "?");
	}
	if (names.n > 0)
		lines_add(out, ROLE_CAUTION, "Not with %s", str_text(&names));
	str_release(&names);
}

/* A line that goes on is indented. */
static void
add_told(const struct alert *a, int columns, struct lines *out)
{
	struct str line = {0};
	const char *text;
	int indent = 0;

	alert_line(a, &line);
	for (text = str_text(&line); *text != '\0'; text += strspn(text, " ")) {
		size_t n = lines_break(text, columns - indent);

		lines_add(out, ROLE_CAUTION, "%*s%.*s", indent, "", (int)n, text);
		text += n;
		indent = 2;
	}
	str_release(&line);
}

void
client_sheet_alerts(
    const struct client_sheet *s, const struct desk *d, int columns, struct lines *out)
{
	const struct client *c = &s->client;

	if (c->state != CLIENT_ACTIVE) {
		const char *word = client_state_word(c->state);

		lines_add(out, ROLE_PROBLEM, "%c%s: not to be booked",
		    toupper((unsigned char)word[0]), word + 1);
	}
	for (size_t i = 0; i < s->told.n; i++) {
		if (!alert_is_over(&s->told.v[i], civil_day_of(desk_now(d))))
			add_told(&s->told.v[i], columns, out);
	}
	add_avoided(s, d, out);
	if (c->gender_preference != 0)
		lines_add(out, ROLE_CAUTION, "Wants a %s therapist",
		    c->gender_preference == 'F' ? "female" : "male");
	if (s->hit.no_shows >= NO_SHOWS)
		lines_add(out, ROLE_CAUTION, "%d no-shows in 12 months", s->hit.no_shows);
	if (str_or_empty(c->phone)[0] == '\0' && str_or_empty(c->phone2)[0] == '\0')
		lines_add(out, ROLE_CAUTION, "No phone");
}

/*
 * "- 7 Dec 26 09:00 Massage 60 Mia"; where there is room the whole date, and the state in words.
 */
enum role
client_visit_line(const struct desk *d, const struct appt *a, int columns, struct str *out)
{
	enum { WIDE = 57, MARKS = 18, NAME = 8, LABEL_MIN = 10, LABEL_MAX = 16, DATE = 15 };
	const struct practice *p = &d->practice;
	const struct service *service = practice_service(p, a->service_id);
	const struct therapist *t = practice_therapist(p, a->therapist_id);
	const bool wide = columns >= WIDE;
	int label = columns - MARKS - 1 - NAME;
	struct str name = {0};
	char day[CIVIL_LONG_SIZE], hm[CIVIL_HM_SIZE];
	int y, m, mday;

	label = label > LABEL_MAX ? LABEL_MAX : label < LABEL_MIN ? LABEL_MIN : label;
	civil_to_ymd(civil_day_of(a->start), &y, &m, &mday);
	str_addf(out, "%c ", appt_state_char(a->state));
	if (wide)
		text_pad(out, civil_long_day(civil_day_of(a->start), day), DATE, TEXT_LEFT);
	else
		str_addf(out, "%2d %s %02d", mday, civil_month_name(m), y % 100);
	str_addf(out, " %s ", settings_hm(&p->settings, a->start, hm));
	if (service != NULL)
		service_label(&name, service, appt_minutes(a));
	text_pad(out, str_text(&name), label, TEXT_LEFT);
	str_addc(out, ' ');
	text_pad(out, t != NULL ? t->name : "", NAME, TEXT_LEFT);
	if (wide)
		str_addf(out, " %s", appt_state_title(a->state));
	str_release(&name);
	return appt_state_holds(a->state) ? ROLE_TEXT : ROLE_GONE;
}

void
client_say_day(civil_min m, civil_min now, struct str *out)
{
	const civil_day day = civil_day_of(m), today = civil_day_of(now);
	int y, month, mday;

	civil_to_ymd(day, &y, &month, &mday);
	if (day == today)
		str_add(out, "today");
	else if (day < today - FAR_DAYS || day > today + FAR_DAYS)
		str_addf(out, "%d", y);
	else
		str_addf(out, "%d %s", mday, civil_month_name(month));
}

void
client_say_phone(const char *phone, struct str *out)
{
	size_t n = strlen(str_or_empty(phone));

	if (n >= 2)
		str_addf(out, "..%s", phone + n - 2);
}

void
client_draw_head(struct canvas *c, int row, int column, int width, const char *text)
{
	int used;

	canvas_fill(c, row, column, width, ROLE_RULE, GLYPH_EDGE);
	used = text_width(text);
	canvas_text(c, row, column + 2, used + 2, ROLE_HEAD, "");
	canvas_text(c, row, column + 3, used, ROLE_HEAD, text);
}
