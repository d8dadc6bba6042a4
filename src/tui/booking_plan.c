/* From the fields to a plan, and from what is known into the fields. */
#include "booking_dialog.h"

#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>
#include <frontdesk/text.h>

enum { ANY_LENGTH = 4 }; /* figures of a length in minutes */

/* --- Reading --------------------------------------------------------------------------------- */

/* Who does not know the codes knows the names. */
static enum err
find_service(const struct practice *p, const char *word, int64_t *id)
{
	const enum err e = practice_find_service(p, word, id);
	struct str names = {0};

	if (e == ERR_OK || !text_begins(err_message(), "no service"))
		return e;
	for (size_t i = 0; i < p->services.n; i++)
		if (p->services.v[i].active)
			str_addf(&names, "%s%s", names.n > 0 ? ", " : "", p->services.v[i].name);
	if (names.n > 0)
		(void)err_set(e, "no service \"%s\"; there are: %s", word, str_text(&names));
	str_release(&names);
	return e;
}

/* "dt60", "Deep tissue 60", "deep": the name, then perhaps minutes. */
static enum err
read_service(const struct practice *p, const char *text, struct plan *out)
{
	size_t n = strlen(text), name;
	char *head;
	enum err e;

	if (text[strspn(text, " ")] == '\0')
		return err_set(ERR_USAGE, "no service; write one, like dt60; Down lists them");
	if (practice_find_service(p, text, &out->service_id) == ERR_OK)
		return ERR_OK;
	for (name = n; name > 0 && text[name - 1] >= '0' && text[name - 1] <= '9';)
		name--;
	if (name == n || n - name > ANY_LENGTH)
		return find_service(p, text, &out->service_id);
	out->minutes = (int)strtol(text + name, NULL, 10);
	out->minutes_typed = true;
	while (name > 0 && text[name - 1] == ' ')
		name--;
	head = xstrndup(text, name);
	e = find_service(p, head, &out->service_id);
	free(head);
	return e;
}

bool
booking_is_any(const char *text)
{
	return text[0] == '\0' || strcmp(text, "*") == 0 || strcmp(text, "any") == 0;
}

/* "mia", "*", "anna + ben" */
static enum err
read_therapists(const struct practice *p, const char *text, struct plan *out)
{
	const char *plus = strstr(text, " + ");
	char *first;
	enum err e;

	if (booking_is_any(text))
		return ERR_OK;
	if (plus == NULL)
		return practice_find_therapist(p, text, &out->therapist_id);
	first = xstrndup(text, (size_t)(plus - text));
	e = practice_find_therapist(p, first, &out->therapist_id);
	free(first);
	if (e == ERR_OK)
		e = practice_find_therapist(p, plus + 3, &out->therapist2_id);
	if (e == ERR_OK && out->therapist_id == out->therapist2_id)
		e = err_set(ERR_USAGE, "a couple has two therapists");
	return e;
}

static enum err
read_time(const struct booking_dialog *b, enum booking_field field, struct when *out)
{
	const struct when_habits habits = dialog_habits(&b->d, field);
	const char *text = dialog_text(&b->d, field);

	*out = WHEN_EMPTY;
	if (text[strspn(text, " ")] == '\0')
		return err_set(ERR_USAGE, "no time; write one, like fri 14:30");
	return when_parse(text, &habits, out, NULL);
}

/* What the line names wins over the fields. */
static void
overlay(const struct booking_dialog *b, struct plan *p, struct when *when)
{
	const struct line *l = &b->line;

	if (!b->has_line)
		return;
	if (l->service_id != 0) {
		p->service_id = l->service_id;
		p->minutes = 0;
	}
	if (l->minutes > 0)
		p->minutes = l->minutes;
	p->minutes_typed = p->minutes > 0;
	if (l->therapist_id != 0 || l->therapist_any) {
		p->therapist_id = l->therapist_id;
		p->therapist2_id = l->therapist2_id;
		p->requested = l->therapist_id != 0;
	}
	if (l->room_id != 0)
		p->room_id = l->room_id;
	if (l->when.day != CIVIL_DAY_NONE) {
		when->day = l->when.day;
		when->weekday = l->when.weekday;
	}
	if (l->when.minute >= 0)
		when->minute = l->when.minute;
}

/* The services, people and places; *field as far as it came. */
static enum err
read_what(
    const struct booking_dialog *b, struct plan *p, struct when *when, enum booking_field *field)
{
	const struct desk *desk = booking_desk(b);
	const struct dialog *d = &b->d;
	const char *room = dialog_text(d, BOOKING_ROOM);
	enum err e = ERR_OK;

	*field = BOOKING_SERVICE;
	if (!b->has_line || b->line.service_id == 0)
		e = read_service(&desk->practice, dialog_text(d, *field), p);
	if (e != ERR_OK)
		return e;
	*field = BOOKING_THERAPIST;
	e = read_therapists(&desk->practice, dialog_text(d, *field), p);
	p->requested = b->typed[BOOKING_THERAPIST] && p->therapist_id != 0;
	if (e != ERR_OK)
		return e;
	*field = BOOKING_ROOM;
	if (!booking_is_any(room))
		e = practice_find_room(&desk->practice, room, &p->room_id);
	if (e != ERR_OK)
		return e;
	*field = BOOKING_WHEN;
	if (b->has_line && b->line.when.minute >= 0 && dialog_text(d, *field)[0] == '\0')
		return ERR_OK;
	return read_time(b, *field, when);
}

/* Day and length, once all is read. */
static enum err
settle_time(const struct booking_dialog *b, struct plan *p, const struct when *when)
{
	const bool of_line =
	    b->has_line && (b->line.when.day != CIVIL_DAY_NONE || b->line.when.minute >= 0);
	const struct when_habits habits =
	    dialog_habits(&b->d, of_line ? BOOKING_CLIENT : BOOKING_WHEN);
	struct desk *desk = booking_desk(b);
	const struct service *s = practice_service(&desk->practice, p->service_id);

	if (when->minute < 0)
		return err_set(ERR_USAGE, "no time of day; write one, like fri 14:30");
	p->start = when_start(when, &habits);
	if (when->minutes > 0) {
		p->minutes = when->minutes;
		p->minutes_typed = true;
	}
	if (p->minutes <= 0)
		p->minutes = service_default_minutes(s, civil_day_of(p->start));
	return desk_span_exists(desk, p->start, p->start + p->minutes);
}

static enum err
read_hold(const struct booking_dialog *b, struct plan *p)
{
	const struct when_habits habits = dialog_habits(&b->d, BOOKING_HOLD);
	struct when until;
	enum err e;

	p->held = !b->d.fields[BOOKING_HOLD].off;
	if (!p->held || dialog_text(&b->d, BOOKING_HOLD)[0] == '\0')
		return ERR_OK;
	e = read_time(b, BOOKING_HOLD, &until);
	if (e == ERR_OK && until.minute < 0)
		e = err_set(ERR_USAGE, "no time of day; write one, like fri 14:30");
	if (e == ERR_OK)
		p->hold_until = when_start(&until, &habits);
	if (e == ERR_OK && p->hold_until <= desk_now(booking_desk(b)))
		e = err_set(ERR_USAGE, "that has passed; hold until a time to come");
	return e;
}

/* What the line has heard wins, as all of it does. */
static enum err
read_heard(const struct booking_dialog *b, struct plan *p)
{
	const char *line = b->has_line ? str_or_empty(b->line.heard) : "";
	const char *text = line[0] != '\0' ? line : dialog_text(&b->d, BOOKING_HEARD);
	struct str heard = {0};
	enum err e = desk_heard(booking_desk(b), text, &heard, NULL);

	p->heard = str_take(&heard);
	return e;
}

static void
read_client(const struct booking_dialog *b, struct plan *p)
{
	p->client_id = booking_client(b);
	p->client2_id = b->client2;
	if (b->is_new) {
		p->new_name = xstrdup(dialog_text(&b->d, BOOKING_CLIENT));
		p->new_phone = xstrdup(dialog_text(&b->d, BOOKING_PHONE));
	} else if (p->client_id == 0 && b->hits.total == 1 && b->first == 0) {
		p->client_id = b->hits.v[0].id; /* as good as chosen */
	}
}

enum err
booking_plan(const struct booking_dialog *b, struct plan *out, enum booking_field *field)
{
	struct when when = WHEN_EMPTY;
	enum err e;

	*out = (struct plan){.start = CIVIL_NONE, .hold_until = CIVIL_NONE, .moving_id = b->was.id};
	read_client(b, out);
	e = read_what(b, out, &when, field);
	if (e != ERR_OK)
		return e;
	overlay(b, out, &when);
	e = settle_time(b, out, &when);
	if (e != ERR_OK)
		return e;
	e = read_heard(b, out);
	if (e != ERR_OK) {
		*field = BOOKING_HEARD;
		return e;
	}
	*field = BOOKING_HOLD;
	out->desk_note = xstrdup(dialog_text(&b->d, BOOKING_DESK_NOTE));
	out->therapist_note = xstrdup(dialog_text(&b->d, BOOKING_NOTE));
	e = read_hold(b, out);
	out->walk_in = b->here != CIVIL_NONE && out->start == b->here && !out->held;
	return e;
}

struct move
booking_move(const struct booking_dialog *b, const struct plan *p)
{
	const struct appt *was = &b->was;
	struct move m = {.start = CIVIL_NONE, .rev = was->rev};

	if (p->start != was->start)
		m.start = p->start;
	if (p->service_id != was->service_id)
		m.service_id = p->service_id;
	if (p->minutes != appt_minutes(was)) {
		m.minutes = p->minutes;
		m.minutes_typed = p->minutes_typed;
	}
	if (p->therapist_id != was->therapist_id)
		m.therapist_id = p->therapist_id;
	if (p->room_id != was->room_id)
		m.room_id = p->room_id;
	if (strcmp(str_or_empty(p->desk_note), str_or_empty(was->desk_note)) != 0)
		m.desk_note = p->desk_note;
	if (str_or_empty(p->therapist_note)[0] != '\0')
		m.therapist_note = p->therapist_note;
	return m;
}

/* --- Writing --------------------------------------------------------------------------------- */

void
booking_set_service(struct booking_dialog *b, int64_t service_id, int minutes)
{
	const struct service *s = practice_service(&booking_desk(b)->practice, service_id);
	struct str text = {0};

	if (s != NULL)
		str_add(&text, s->name);
	if (s != NULL && minutes > 0)
		str_addf(&text, " %d", minutes);
	dialog_set(&b->d, BOOKING_SERVICE, str_text(&text), service_id);
	str_release(&text);
}

void
booking_set_therapists(struct booking_dialog *b, int64_t id, int64_t id2)
{
	const struct practice *p = &booking_desk(b)->practice;
	const struct therapist *t = practice_therapist(p, id), *t2 = practice_therapist(p, id2);
	struct str text = {0};

	str_add(&text, t != NULL ? t->name : "*");
	if (t2 != NULL)
		str_addf(&text, " + %s", t2->name);
	dialog_set(&b->d, BOOKING_THERAPIST, str_text(&text), id);
	str_release(&text);
}

void
booking_set_room(struct booking_dialog *b, int64_t room_id)
{
	const struct room *r = practice_room(&booking_desk(b)->practice, room_id);

	dialog_set(&b->d, BOOKING_ROOM, r != NULL ? r->code : "", room_id);
}

/* "Fri 27 Nov 2026 14:30": as people say it, and as it can be read again. */
void
booking_set_time(struct booking_dialog *b, enum booking_field field, civil_min m)
{
	struct str text = {0};
	char day[CIVIL_LONG_SIZE], hm[CIVIL_HM_SIZE];

	if (m != CIVIL_NONE)
		str_addf(&text, "%s %s", civil_long_day(civil_day_of(m), day),
		    settings_hm(&booking_desk(b)->practice.settings, m, hm));
	dialog_set(&b->d, field, str_text(&text), 0);
	str_release(&text);
}

/* The day and time of the line, together with what the field said. */
static void
apply_time(struct booking_dialog *b)
{
	const struct when *w = &b->line.when;
	enum booking_field field;
	char day[CIVIL_LONG_SIZE];
	struct plan p;

	if (w->day == CIVIL_DAY_NONE && w->minute < 0)
		return;
	/* What cannot be read yet stays as it is: saving names it. */
	if (booking_plan(b, &p, &field) == ERR_OK || p.start != CIVIL_NONE)
		booking_set_time(b, BOOKING_WHEN, p.start);
	else if (w->day != CIVIL_DAY_NONE)
		dialog_set(&b->d, BOOKING_WHEN, civil_long_day(w->day, day), 0);
	plan_release(&p);
}

void
booking_apply_line(struct booking_dialog *b)
{
	const struct line *l = &b->line;

	if (!b->has_line)
		return;
	apply_time(b);
	if (l->heard != NULL && l->heard[0] != '\0')
		dialog_set(&b->d, BOOKING_HEARD, l->heard, 0);
	if (l->service_id != 0) {
		booking_set_service(b, l->service_id, l->minutes);
		b->typed[BOOKING_SERVICE] = true;
	}
	if (l->therapist_id != 0 || l->therapist_any) {
		booking_set_therapists(b, l->therapist_id, l->therapist2_id);
		b->typed[BOOKING_THERAPIST] = true;
	}
	if (l->room_id != 0)
		booking_set_room(b, l->room_id);
}
