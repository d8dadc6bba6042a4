/* The therapist's sheet: what is to be known before each session, and lines to write on. */
#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>
#include <frontdesk/text.h>

#include "health.h"

/* Lines of one field: a session stays on one page. Columns of the name, and of what a field is. */
enum { LINES_MOST = 3, NAME = 28, LABEL = 11 };

void
session_list_release(struct session_list *l)
{
	for (size_t i = 0; i < l->n; i++) {
		free(l->v[i].name);
		intake_release(&l->v[i].intake);
		flag_list_release(&l->v[i].flags);
		visit_release(&l->v[i].last);
	}
	free(l->v);
	*l = (struct session_list){0};
}

/* What the sheet of one therapist is made with. */
struct making {
	struct sheet *s;
	const struct practice *p;
	bool in_full;
};

static void
add_field(struct making *m, const char *label, struct str *text)
{
	const struct sheet_field f = {.column = LABEL, .most = LINES_MOST, .label = label};

	sheet_block_field(m->s, &f, str_text(text));
	str_release(text);
}

/* "09:00-10:00  Ada, first visit        Deep tissue 60, room 2" */
static void
add_first(struct making *m, const struct session *x)
{
	const struct service *service = practice_service(m->p, x->appt->service_id);
	const struct room *room = practice_room(m->p, x->appt->room_id);
	char times[PAPER_TIMES_SIZE];
	struct str line = {0}, name = {0}, what = {0};
	char *clean;

	str_addf(&line, "%s  ", paper_times(m->p, x->appt->start, x->appt->end, times));
	str_addf(&name, "%s%s", x->name, x->appt->first_visit ? ", first visit" : "");
	clean = paper_clean(&name);
	text_pad(&line, clean, NAME, TEXT_LEFT);
	free(clean);
	str_addf(
	    &what, "%s %d", service != NULL ? service->name : "Appointment", appt_minutes(x->appt));
	if (room != NULL)
		str_addf(&what, ", %s", room->name);
	str_addc(&line, ' ');
	clean = paper_clean(&what);
	text_pad(&line, clean, PAPER_COLUMNS - text_width(str_text(&line)), TEXT_LEFT);
	free(clean);
	sheet_block(m->s, true, &line);
}

/* "4 firm (strong pressure: deep muscle, …)" */
static void
say_level(struct str *out, int level)
{
	if (level <= PRESSURE_MOST)
		str_addf(out, "%d ", level);
	str_addf(out, "%s (%s)", pressure_word(level), pressure_wording(level));
}

/* What is liked, and what the flags leave of it. */
static void
add_pressure(struct making *m, const struct session *x)
{
	const struct intake_item *liked = intake_item(&x->intake, INTAKE_PRESSURE);
	const int cap = flags_cap(&x->flags, NULL);
	struct str text = {0};

	if (liked != NULL)
		say_level(&text, liked->number);
	else
		str_add(&text, "not told");
	add_field(m, "Pressure", &text);
	if (cap != 0) {
		say_level(&text, cap);
		add_field(m, "AT MOST", &text);
	}
}

static void
add_last(struct making *m, const struct session *x)
{
	struct str pressure = {0}, text = {0};

	visit_say(&pressure, &x->last, &m->p->vocabulary, VISIT_PRESSURE);
	str_add(&text, str_text(&pressure));
	if (pressure.n > 0 && x->last.feedback != FEEDBACK_NONE)
		str_add(&text, ", ");
	str_add(&text, feedback_says(x->last.feedback));
	add_field(m, "Last time", &text);
	str_release(&pressure);
	str_add(&text, str_or_empty(x->last.soap[VISIT_P - VISIT_S]));
	add_field(m, "Last plan", &text);
}

/* "fracture: keep away. Left forearm. Pressure at most 3. Known to Mia." before this session. */
static void
add_flag(struct making *m, const struct appt *a, const struct flag *f)
{
	const struct flag_rule *r = practice_flag_rule(m->p, f->rule_id);
	struct str text = {0};

	if (r == NULL)
		return;
	if (m->in_full)
		str_addf(&text, "%s: ", r->name);
	str_add(&text, r->prompt);
	flag_say_places(&text, &m->p->vocabulary, f);
	if (f->cap != 0)
		str_addf(&text, " Pressure at most %d.", f->cap);
	if (f->cleared)
		str_add(&text, " Cleared.");
	if (flag_is_known(f, a->service_id, a->therapist_id))
		str_addf(&text, " Known to %s.", practice_therapist(m->p, a->therapist_id)->name);
	else if (flag_is_open(m->p, f, a->service_id, a->therapist_id))
		str_add(&text, " To be acknowledged.");
	add_field(m, flag_level_word(f->level), &text);
}

/* "Fri 12 Feb 2027, week 28, third trimester" on the day of the session. */
static void
add_due(struct making *m, const struct session *x)
{
	struct str text = {0};

	intake_say(&text, &x->intake, &m->p->vocabulary, INTAKE_DUE);
	pregnancy_say(&text, &x->intake, civil_day_of(x->appt->start));
	add_field(m, "Due", &text);
}

static void
add_told(struct making *m, const struct session *x, const char *label, enum intake_field field)
{
	struct str text = {0};

	intake_say(&text, &x->intake, &m->p->vocabulary, field);
	add_field(m, label, &text);
}

/* "Focus: both upper trapezius (pressure 4), neck" */
static void
say_regions(struct str *out, const struct making *m, const struct session *x, enum region_kind kind)
{
	const char *between = ": ";

	for (size_t i = 0; i < x->intake.regions.n; i++) {
		const struct region *r = &x->intake.regions.v[i];

		if (r->kind != kind)
			continue;
		if (between[0] == ':') {
			const char *word = region_kind_word(kind);

			str_addf(out, "%c%s", word[0] - 'a' + 'A', word + 1);
		}
		str_add(out, between);
		region_say_place(out, &m->p->vocabulary, r);
		if (r->pain != PAIN_NONE)
			str_addf(out, " %d", r->pain);
		if (r->pressure != 0)
			str_addf(out, " (pressure %d)", r->pressure);
		between = ", ";
	}
	if (between[0] == ',')
		str_addc(out, '\n');
}

static void
add_chart(struct making *m, const struct session *x)
{
	static const enum region_kind order[] = {
	    REGION_FOCUS, REGION_AVOID, REGION_PAIN, REGION_NUMB, REGION_SCAR, REGION_BRUISE};
	struct str beside = {0};

	for (size_t i = 0; i < array_size(order); i++)
		say_regions(&beside, m, x, order[i]);
	if (beside.n == 0)
		str_add(&beside, x->intake.id == 0 ? "No intake on file.\n" : "No places told.\n");
	str_addc(&beside, '\n');
	chart_legend(&beside);
	sheet_chart(m->s, &x->intake.regions, str_text(&beside));
	str_release(&beside);
}

/* In a session: comfort 0 to 10, to stay at 7 or below. */
static void
add_lines(struct making *m)
{
	static const char *const lines[] = {
	    "",
	    "Pain before ____ after ____ (0-10)   Comfort, to stay at 7 or below ____ (0-10)",
	    "Pressure used  1  2  3  4  5         It was  too light   right   too deep",
	    "Worked on ______________________________________________________________________",
	    "Notes     ______________________________________________________________________",
	    "          ______________________________________________________________________",
	};
	struct str line = {0};

	for (size_t i = 0; i < array_size(lines); i++) {
		str_add(&line, lines[i]);
		sheet_block(m->s, false, &line);
	}
}

static void
add_session(struct making *m, const struct session *x)
{
	struct str unread = {0};

	add_first(m, x);
	for (size_t i = 0; i < x->flags.n; i++)
		add_flag(m, x->appt, &x->flags.v[i]);
	if (x->note_waits) {
		str_add(&unread, "an imported note waits to be read");
		add_field(m, "Unread", &unread);
	}
	add_pressure(m, x);
	add_last(m, x);
	add_due(m, x);
	add_told(m, x, "Goals", INTAKE_GOALS);
	add_told(m, x, "Position", INTAKE_POSITION);
	add_told(m, x, "Not touch", INTAKE_UNTOUCHED);
	add_told(m, x, "Oil", INTAKE_OIL);
	add_chart(m, x);
	add_lines(m);
	(void)sheet_line(m->s, PAPER_BLANK);
}

static void
add_sheet(struct sheet *s, const struct practice *p, const struct session_list *l,
    const struct roster_options *o, int64_t therapist_id, bool in_full)
{
	const struct therapist *t = practice_therapist(p, therapist_id);
	struct making m = {.s = s, .p = p, .in_full = in_full};
	char day[CIVIL_LONG_SIZE];
	struct str title = {0};
	size_t n = 0;

	str_addf(&title, "Therapist's sheet, %s", civil_long_day(o->day, day));
	if (t != NULL)
		str_addf(&title, ", %s", t->name);
	s->title = paper_clean(&title);
	sheet_subtitle(s, p, o);
	sheet_blocks(s);
	sheet_text(
	    s, 0, "It tells of health: for the therapist's eyes, and shredded after the day.");
	(void)sheet_line(s, PAPER_BLANK);
	for (size_t i = 0; i < l->n; i++)
		if (l->v[i].appt->therapist_id == therapist_id) {
			add_session(&m, &l->v[i]);
			n++;
		}
	if (n == 0)
		sheet_text(s, 0, "Nothing is booked.");
}

static bool
has_session(const struct session_list *l, int64_t therapist_id)
{
	for (size_t i = 0; i < l->n; i++)
		if (l->v[i].appt->therapist_id == therapist_id)
			return true;
	return false;
}

void
paper_therapist_sheets(struct sheet_list *out, const struct practice *p,
    const struct session_list *l, const struct roster_options *o, bool in_full)
{
	for (size_t i = 0; i < p->therapists.n && o->therapist_id == 0; i++)
		if (has_session(l, p->therapists.v[i].id))
			add_sheet(list_push(out), p, l, o, p->therapists.v[i].id, in_full);
	if (out->n == 0)
		add_sheet(list_push(out), p, l, o, o->therapist_id, in_full);
}
