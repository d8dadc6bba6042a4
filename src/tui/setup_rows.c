/* The lists of the set-up, in words. */
#include "setup.h"

#include <stdlib.h>

#include <frontdesk/desk_person.h>
#include <frontdesk/mem.h>
#include <frontdesk/text.h>

enum { CODE = 10, NAME = 22, WORD = 14, LABEL = 34, KEY = 14, DAY = 18, YEAR_DAYS = 366 };

void
setup_rows_clear(struct setup *s)
{
	for (size_t i = 0; i < s->rows.n; i++) {
		free(s->rows.v[i].text);
		free(s->rows.v[i].focus);
	}
	s->rows.n = 0;
}

/* Takes both texts over. */
static struct setup_row *
add(struct setup *s, int64_t id, struct str *text, struct str *focus)
{
	struct setup_row *row = list_push(&s->rows);

	str_add(text, "");
	str_add(focus, "");
	*row = (struct setup_row){
	    .text = str_take(text), .focus = str_take(focus), .id = id, .day = CIVIL_DAY_NONE};
	return row;
}

static const struct practice *
practice_of(const struct setup *s)
{
	return &s->view.app->desk->practice;
}

static void
menu_rows(struct setup *s)
{
	for (enum setup_section i = 0; i < SETUP_SECTION_COUNT; i++) {
		const struct setup_section_row *r = &setup_sections[i];
		struct str text = {0}, focus = {0};

		if (r->menu[0] == '\0')
			continue;
		text_pad(&text, r->title, KEY, TEXT_LEFT);
		str_add(&text, r->menu);
		str_addf(&focus, "%s: %s", r->title, r->menu);
		add(s, i, &text, &focus);
	}
}

static void
setting_rows_of(struct setup *s)
{
	for (enum setting i = 0; i < SETTING_COUNT; i++) {
		const char *value = settings_text(&practice_of(s)->settings, i);
		struct str text = {0}, focus = {0};

		text_pad(&text, setting_rows[i].label, KEY, TEXT_LEFT);
		for (; *value != '\0'; value++)
			str_add(&text, *value == '\n' ? " | " : (const char[]){*value, '\0'});
		str_addf(&focus, "%s: %s", setting_rows[i].label, setting_rows[i].help);
		add(s, i, &text, &focus);
	}
}

/* "mia       Mia Berg              deep-tissue"; in words: "Mia Berg (mia), archived" */
static void
record_row(
    struct setup *s, int64_t id, const char *code, const char *name, const char *more, bool active)
{
	bool words = s->section == SETUP_KIND || s->section == SETUP_FLAGS;
	struct str text = {0}, focus = {0};

	text_pad(&text, code, words ? WORD : CODE, TEXT_LEFT);
	text_pad(&text, name, words ? LABEL : NAME, TEXT_LEFT);
	str_addf(&text, " %s%s", active ? "" : "archived  ", more);
	str_addf(&focus, "%s (%s)%s", name, code, active ? "" : ", archived: x takes back");
	add(s, id, &text, &focus)->off = !active;
}

static void
therapist_rows(struct setup *s)
{
	for (size_t i = 0; i < practice_of(s)->therapists.n; i++) {
		const struct therapist *t = &practice_of(s)->therapists.v[i];
		struct str more = {0};

		str_add(&more, t->shifts.n == 0 ? "no hours yet: h  " : "");
		for (size_t k = 0; k < t->skills.n; k++)
			str_addf(&more, "%s%s", k > 0 ? ", " : "", t->skills.v[k]);
		record_row(s, t->id, t->code, t->name, str_text(&more), t->active);
		str_release(&more);
	}
}

static void
room_rows(struct setup *s)
{
	for (size_t i = 0; i < practice_of(s)->rooms.n; i++) {
		const struct room *r = &practice_of(s)->rooms.v[i];
		struct str more = {0};

		str_addf(&more, "%s%s%s", r->capacity > 1 ? "for two and more  " : "",
		    r->step_free ? "without stairs  " : "", r->location);
		record_row(s, r->id, r->code, r->name, str_text(&more), r->active);
		str_release(&more);
	}
}

static void
service_rows(struct setup *s)
{
	enum { PRICES = 4 }; /* of SERVICE_FIELD_LIST */

	for (size_t i = 0; i < practice_of(s)->services.n; i++) {
		const struct service *v = &practice_of(s)->services.v[i];
		struct str more = {0};

		desk_service_say(s->view.app->desk, v->id, PRICES, &more);
		record_row(s, v->id, v->code, v->name, str_text(&more), v->active);
		str_release(&more);
	}
}

static void
person_rows(struct setup *s)
{
	for (size_t i = 0; i < practice_of(s)->persons.n; i++) {
		const struct person *p = &practice_of(s)->persons.v[i];
		struct str more = {0};

		str_addf(&more, "%s%s", person_role_word(p->role), p->has_pin ? "  has a PIN" : "");
		record_row(s, p->id, p->login, p->name, str_text(&more), p->active);
		str_release(&more);
	}
}

/* A kind of words, to be opened like a section of the menu. */
static void
kind_rows(struct setup *s)
{
	for (int k = 0; k < VOCABULARY_KIND_COUNT; k++) {
		const char *word = vocabulary_kind_word((enum vocabulary_kind)k);
		const char *lists = vocabulary_kind_lists((enum vocabulary_kind)k);
		struct str text = {0}, focus = {0};

		text_pad(&text, word, KEY, TEXT_LEFT);
		str_add(&text, lists);
		str_addf(&focus, "%s: %s", word, lists);
		add(s, k, &text, &focus);
	}
}

static void
word_rows(struct setup *s)
{
	const struct vocabulary *l = &practice_of(s)->vocabulary;

	for (size_t i = 0; i < l->n; i++)
		if (l->v[i].kind == s->kind)
			record_row(s, l->v[i].id, l->v[i].code, l->v[i].label, l->v[i].also,
			    l->v[i].active);
}

static void
flag_rows(struct setup *s)
{
	const struct flag_rules *l = &practice_of(s)->flag_rules;

	for (size_t i = 0; i < l->n; i++) {
		struct str more = {0};

		str_addf(&more, "%s", flag_level_word(l->v[i].level));
		if (l->v[i].cap > 0)
			str_addf(&more, "  at most %d", l->v[i].cap);
		record_row(
		    s, l->v[i].id, l->v[i].code, l->v[i].name, str_text(&more), l->v[i].active);
		str_release(&more);
	}
}

/* --- Hours ----------------------------------------------------------------------------------- */

static void
week_row(struct setup *s, const struct therapist *t, size_t i)
{
	const struct shift *first = &t->shifts.v[i];
	struct str text = {0}, focus = {0};
	char day[CIVIL_LONG_SIZE];
	struct hours h;

	therapist_week(t, i, &h);
	hours_text(&text, &h);
	if (first->cycle > 1)
		str_addf(&text, "  week %d/%d", first->week + 1, first->cycle);
	if (first->valid_from > civil_day_of(desk_now(s->view.app->desk)))
		str_addf(&text, "  from %s", civil_long_day(first->valid_from, day));
	if (first->valid_until != CIVIL_DAY_NONE)
		str_addf(&text, " until %s", civil_long_day(first->valid_until - 1, day));
	str_addf(&focus, "%s: %s", t->name, str_text(&text));
	add(s, 0, &text, &focus);
}

static void
day_row(struct setup *s, const struct therapist *t, civil_day on)
{
	struct span spans[HOURS_SPANS_A_DAY];
	size_t n = therapist_spans(t, on, spans, array_size(spans));
	struct str text = {0}, focus = {0};
	char day[CIVIL_LONG_SIZE];

	text_pad(&text, civil_long_day(on, day), DAY, TEXT_LEFT);
	str_add(&text, n == 0 ? "off" : "");
	for (size_t i = 0; i < n; i++)
		str_addf(&text, "%s%d:%02d-%d:%02d", i > 0 ? " " : "", spans[i].from / 60,
		    spans[i].from % 60, spans[i].until / 60, spans[i].until % 60);
	str_addf(&focus, "%s on %s", t->name, str_text(&text));
	add(s, 0, &text, &focus)->day = on;
}

/* What counts today or will. */
static void
hours_rows(struct setup *s)
{
	const struct therapist *t = practice_therapist(practice_of(s), s->therapist_id);
	civil_day today = civil_day_of(desk_now(s->view.app->desk)), last = CIVIL_DAY_NONE;

	if (t == NULL)
		return;
	for (size_t i = 0; i < t->shifts.n; i++) {
		civil_day until = t->shifts.v[i].valid_until;

		if (therapist_week_begins(t, i) && (until == CIVIL_DAY_NONE || until > today))
			week_row(s, t, i);
	}
	for (size_t i = 0; i < t->exceptions.n; i++) {
		civil_day day = t->exceptions.v[i].day;

		if (day >= today && day != last)
			day_row(s, t, day);
		last = day;
	}
}

static void
add_moment(const struct setup *s, struct str *out, civil_min m)
{
	char day[CIVIL_LONG_SIZE], hm[CIVIL_HM_SIZE];

	str_addf(out, "%s %s", civil_long_day(civil_day_of(m), day),
	    settings_hm(&practice_of(s)->settings, m, hm));
}

static void
absence_row(struct setup *s, const struct absence *a)
{
	const struct therapist *t = practice_therapist(practice_of(s), a->therapist_id);
	const struct room *r = practice_room(practice_of(s), a->room_id);
	struct str text = {0}, focus = {0};

	text_pad(&text, t != NULL ? t->code : r != NULL ? r->code : "all", CODE, TEXT_LEFT);
	add_moment(s, &text, a->start);
	str_add(&text, " to ");
	add_moment(s, &text, a->end);
	str_addf(&text, "%s  %s", a->weekly ? ", every week" : "", str_or_empty(a->reason));
	str_addf(&focus, "%s kept free", t != NULL ? t->name : r != NULL ? r->name : "All");
	if (str_or_empty(a->reason)[0] != '\0')
		str_addf(&focus, ": %s", a->reason);
	add(s, a->id, &text, &focus);
}

static void
absence_rows(struct setup *s)
{
	const struct desk *d = s->view.app->desk;
	civil_min from = civil_at(civil_day_of(desk_now(d)), 0);
	struct absence_list l = {0};

	if (store_absences(d->store, from, from + YEAR_DAYS * CIVIL_DAY_MINUTES, &l) != ERR_OK)
		app_say_error(s->view.app);
	for (size_t i = 0; i < l.n; i++)
		absence_row(s, &l.v[i]);
	absence_list_release(&l);
}

static void
way_rows(struct setup *s)
{
	for (size_t i = 0; i < s->way.n; i++) {
		const struct appt *a = &s->way.v[i];
		const struct therapist *t = practice_therapist(practice_of(s), a->therapist_id);
		struct str text = {0}, focus = {0};

		add_moment(s, &text, a->start);
		str_add(&text, "  ");
		client_name(&text, a->client_first, a->client_last, &practice_of(s)->settings);
		str_addf(&text, "  %s", t != NULL ? t->name : "");
		str_add(&focus, str_text(&text));
		add(s, a->id, &text, &focus);
	}
}

void
setup_rows_read(struct setup *s)
{
	static void (*const rows[SETUP_SECTION_COUNT])(struct setup *) = {
	    [SETUP_MENU] = menu_rows,
	    [SETUP_PRACTICE] = setting_rows_of,
	    [SETUP_THERAPISTS] = therapist_rows,
	    [SETUP_ROOMS] = room_rows,
	    [SETUP_SERVICES] = service_rows,
	    [SETUP_ABSENCES] = absence_rows,
	    [SETUP_PERSONS] = person_rows,
	    [SETUP_WORDS] = kind_rows,
	    [SETUP_KIND] = word_rows,
	    [SETUP_FLAGS] = flag_rows,
	    [SETUP_HOURS] = hours_rows,
	    [SETUP_WAY] = way_rows,
	};

	rows[s->section](s);
}
