/* Under the fields of the booking dialog: what is understood, what is in the way, what is free. */
#include "booking_dialog.h"

#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>

#include "day_strip.h"
#include "say.h"

enum { NEAREST = 3 };

static void
add_strips(const struct booking_dialog *b, const struct plan *p, struct lines *out)
{
	const int64_t ids[] = {p->therapist_id, p->therapist2_id};
	struct desk *desk = booking_desk(b);
	struct str s = {0};

	for (size_t i = 0; i < 2 && ids[i] != 0; i++) {
		str_clear(&s);
		if (day_strip(desk, ids[i], p->start, p->start + p->minutes, b->was.id, &s) !=
		    ERR_OK)
			lines_add(out, ROLE_PROBLEM, "%s", err_message());
		else
			lines_add(out, ROLE_TEXT, "%s", str_text(&s));
	}
	str_release(&s);
}

/* Who it is, or what is not clear about it; and where the service comes from. */
static void
add_client(const struct booking_dialog *b, const struct plan *p, struct lines *out)
{
	const int64_t ids[] = {p->client_id != 0 ? p->client_id : b->first, p->client2_id};
	char key[COMMAND_KEY_SIZE];

	if (b->problem != NULL)
		lines_add(out, ROLE_CAUTION, "%s", b->problem);
	if (b->is_new && command_key(CMD_NEW_CLIENT, 0, key))
		lines_add(out, ROLE_FREE, "A new client; %s again takes that back.", key);
	for (size_t i = 0; i < array_size(ids) && b->was.id == 0; i++)
		if (ids[i] != 0)
			say_client(b->d.view.app, ids[i], out);
	if (!b->typed[BOOKING_SERVICE] && b->usual.service_id != 0)
		lines_add(out, ROLE_FREE, "The service is %s.",
		    b->usual.own ? "the client's usual one" : "what is taken most here");
}

/* What "tomorrow" is, of a draft of another day. */
static void
add_typed(const struct booking_dialog *b, struct lines *out)
{
	static const enum booking_field fields[] = {BOOKING_CLIENT, BOOKING_WHEN, BOOKING_HOLD};
	const civil_day today = civil_day_of(desk_now(booking_desk(b)));
	char day[CIVIL_LONG_SIZE];

	for (size_t i = 0; i < array_size(fields); i++) {
		const struct field *f = &b->d.fields[fields[i]];

		if (f->off || f->typed == CIVIL_NONE || civil_day_of(f->typed) == today ||
		    (fields[i] == BOOKING_CLIENT && !b->has_line))
			continue;
		lines_add(out, ROLE_FREE, "%s: as it was typed on %s.", f->label,
		    civil_long_day(civil_day_of(f->typed), day));
	}
}

/* What was heard, in words. */
static void
add_heard(const struct booking_dialog *b, const struct plan *p, struct lines *out)
{
	struct str again = {0}, said = {0};

	if (p->heard != NULL && desk_heard(booking_desk(b), p->heard, &again, &said) == ERR_OK &&
	    said.n > 0)
		lines_add(out, ROLE_MESSAGE, "Heard: %s", str_text(&said));
	str_release(&again);
	str_release(&said);
}

static enum err
find_findings(const struct booking_dialog *b, struct plan *p, struct findings *out)
{
	struct move m;
	enum err e;

	if (b->was.id == 0)
		return desk_why(booking_desk(b), p, out);
	m = booking_move(b, p);
	e = desk_move_why(booking_desk(b), b->was.id, &m, out);
	p->room_id = m.room_id;
	return e;
}

/* What cannot wait is in sight on every screen, above what is understood. */
static void
add_stops(const struct findings *f, struct lines *out)
{
	for (size_t i = 0; i < f->n; i++) {
		const struct findings one = {&f->v[i], 1, 1};

		if (f->v[i].code != FINDING_FLAG_STOP)
			continue;
		lines_add_findings(out, &one);
		out->v[out->n - 1].role = ROLE_PROBLEM;
	}
}

/* The gravest one below it, if it is in the way. */
static void
add_findings(const struct findings *f, struct lines *first, struct lines *rest)
{
	bool gravest = findings_worst(f) > LEVEL_NOTICE && f->v[0].code != FINDING_FLAG_STOP;

	for (size_t i = 0; i < f->n; i++) {
		const struct findings one = {&f->v[i], 1, 1};

		if (f->v[i].code == FINDING_FLAG_STOP)
			continue;
		lines_add_findings(gravest ? first : rest, &one);
		gravest = false;
	}
}

static void
echo_plan(const struct booking_dialog *b, struct plan *p, struct lines *first, struct lines *rest)
{
	struct desk *desk = booking_desk(b);
	struct findings f = {0};
	struct str s = {0};
	const int64_t therapist = p->therapist_id, second = p->therapist2_id, room = p->room_id;

	if (find_findings(b, p, &f) != ERR_OK) {
		lines_add(first, ROLE_CAUTION, "%s", err_message());
	} else {
		add_stops(&f, first);
		desk_plan_echo(desk, p, &s);
		lines_add(first, ROLE_TEXT, "%s", str_text(&s));
		add_strips(b, p, rest);
		add_findings(&f, first, rest);
	}
	if (findings_worst(&f) > LEVEL_NOTICE) {
		p->therapist_id = therapist; /* as asked, not as chosen */
		p->therapist2_id = second;
		p->room_id = room;
		say_free(b->d.view.app, p, NEAREST, rest);
	}
	str_release(&s);
	findings_release(&f);
}

/* Of an appointment: what the therapist is told already, for whom that is. */
static void
add_note(const struct booking_dialog *b, struct lines *out)
{
	char *note = NULL, *end;

	if (b->was.id == 0)
		return;
	if (desk_therapist_note(booking_desk(b), b->was.id, &note) != ERR_OK)
		lines_add(out, ROLE_PROBLEM, "%s", err_message());
	else if (note == NULL)
		lines_add(out, ROLE_FREE, "There is a note for the therapist; a new one is added.");
	for (char *line = note; line != NULL && line[0] != '\0'; line = end) {
		end = line + strcspn(line, "\n");
		lines_add(out, ROLE_TEXT, "For the therapist: %.*s", (int)(end - line), line);
		end += end[0] == '\n';
	}
	free(note);
}

void
booking_echo(struct dialog *d, struct lines *out)
{
	const struct booking_dialog *b = (const struct booking_dialog *)d;
	struct lines rest = {0};
	enum booking_field field;
	struct plan p;
	const enum err e = booking_plan(b, &p, &field);
	char *why = e != ERR_OK ? xstrdup(err_message()) : NULL;

	add_heard(b, &p, &rest);
	if (e == ERR_OK)
		echo_plan(b, &p, out, &rest);
	else
		lines_add(out, ROLE_CAUTION, "%s", why);
	free(why);
	add_typed(b, &rest);
	if (b->here != CIVIL_NONE)
		xstrset(&d->title, p.walk_in ? "Walk-in" : BOOKING_TITLE);
	add_client(b, &p, &rest);
	add_note(b, &rest);
	lines_add_all(out, &rest);
	lines_release(&rest);
	plan_release(&p);
}
