/* The set-up: where we stand, and how it looks. */
#include "setup.h"

#include <stdlib.h>
#include <string.h>

#include <frontdesk/desk_person.h>
#include <frontdesk/mem.h>

enum { TITLE_ROW = 2, FIRST_ROW = 4, BELOW = 3 };

const struct setup_section_row setup_sections[SETUP_SECTION_COUNT] = {
#define X(id, title, menu, none) {title, menu, none},
    SETUP_SECTION_LIST(X)
#undef X
};

const struct setup_row *
setup_selected(const struct setup *s)
{
	return s->rows.n > 0 ? &s->rows.v[s->scroll.at] : NULL;
}

static void
fill(struct setup *s)
{
	setup_rows_clear(s);
	setup_rows_read(s);
	s->scroll.n = s->rows.n;
	scroll_fit(&s->scroll);
}

/* Each list is left where it was, and found there again. */
void
setup_enter(struct setup *s, enum setup_section section)
{
	s->at[s->section] = s->scroll.at;
	s->section = section;
	s->scroll.at = s->at[section];
	fill(s);
}

static unsigned
setup_where(const struct view *v)
{
	switch (((const struct setup *)v)->section) {
	case SETUP_MENU:
	case SETUP_PRACTICE:
	case SETUP_WORDS:
	case SETUP_WAY:
	case SETUP_SECTION_COUNT:
		break;
	case SETUP_ROOMS:
	case SETUP_SERVICES:
	case SETUP_ABSENCES:
	case SETUP_KIND:
	case SETUP_FLAGS:
		return IN_SETUP | IN_SETUP_LIST;
	case SETUP_THERAPISTS:
	case SETUP_HOURS:
		return IN_SETUP | IN_SETUP_LIST | IN_SETUP_THERAPIST;
	case SETUP_PERSONS:
		return IN_SETUP | IN_SETUP_LIST | IN_SETUP_PERSON;
	}
	return IN_SETUP;
}

static enum err
setup_load(struct view *v)
{
	struct setup *s = (struct setup *)v;

	/* Another desk may have taken the therapist back. */
	if (s->section == SETUP_HOURS &&
	    practice_therapist(&v->app->desk->practice, s->therapist_id) == NULL)
		setup_enter(s, SETUP_THERAPISTS);
	fill(s);
	return ERR_OK;
}

static enum role
line(const void *arg, size_t i, struct str *out)
{
	const struct setup *s = arg;

	str_add(out, s->rows.v[i].text);
	return s->rows.v[i].off ? ROLE_OFF : ROLE_TEXT;
}

static void
setup_draw(const struct view *v, struct canvas *c)
{
	const struct setup *s = (const struct setup *)v;
	struct scroll scroll = s->scroll;
	struct str title = {0};

	if (s->section == SETUP_HOURS)
		str_addf(&title, "%s of %s", setup_sections[s->section].title,
		    practice_therapist(&v->app->desk->practice, s->therapist_id)->name);
	else if (s->section == SETUP_KIND)
		str_add(&title, vocabulary_kind_lists(s->kind));
	else if (s->section == SETUP_WAY)
		str_addf(&title, "%zu booked there: move or cancel them on their day", s->way.n);
	else
		str_add(&title, setup_sections[s->section].title);
	canvas_text(c, TITLE_ROW, 0, c->columns, ROLE_HEAD, str_text(&title));
	str_release(&title);
	/* A message of several lines covers the last rows: the selected one stays in sight. */
	scroll.rows -= app_covered(v->app);
	scroll_fit(&scroll);
	scroll_draw(&scroll, c, FIRST_ROW, 0, c->columns, line, s);
	if (s->rows.n == 0) {
		canvas_text(
		    c, FIRST_ROW, 2, c->columns - 2, ROLE_TEXT, setup_sections[s->section].none);
		c->cursor_row = FIRST_ROW;
		c->cursor_column = 2;
	}
}

static void
setup_heading(const struct view *v, struct str *out)
{
	const struct setup *s = (const struct setup *)v;

	if (s->rows.n > 0)
		str_addf(out, "%zu of %zu", s->scroll.at + 1, s->rows.n);
}

static void
setup_focus(const struct view *v, struct str *out)
{
	const struct setup *s = (const struct setup *)v;
	const struct setup_row *row = setup_selected(s);

	if (row != NULL)
		str_add(out, row->focus);
	else
		str_addf(out, "%s: nothing yet", setup_sections[s->section].title);
}

/* What the keys' own words at the foot do not tell of this list. */
static void
setup_hint(const struct view *v, struct str *out)
{
	const struct setup *s = (const struct setup *)v;

	if (s->section == SETUP_ABSENCES)
		str_add(out, "x gives the time back.");
	else if (s->section == SETUP_HOURS)
		str_add(out, "x gives the day its usual hours back.");
}

static bool
setup_back(struct view *v)
{
	struct setup *s = (struct setup *)v;

	switch (s->section) {
	case SETUP_MENU:
		return false;
	case SETUP_WAY:
		setup_enter(s, s->before);
		break;
	case SETUP_HOURS:
		setup_enter(s, SETUP_THERAPISTS);
		break;
	case SETUP_KIND:
		setup_enter(s, SETUP_WORDS);
		break;
	case SETUP_WORDS:
	case SETUP_FLAGS:
	case SETUP_PRACTICE:
	case SETUP_THERAPISTS:
	case SETUP_ROOMS:
	case SETUP_SERVICES:
	case SETUP_ABSENCES:
	case SETUP_PERSONS:
	case SETUP_SECTION_COUNT:
		setup_enter(s, SETUP_MENU);
	}
	return true;
}

static void
setup_standing(const struct view *v, struct standing *out)
{
	const struct setup *s = (const struct setup *)v;
	const enum setup_section section = s->section == SETUP_WAY ? s->before : s->section;

	*out = (struct standing){CMD_SETUP, (int)section,
	    section == SETUP_HOURS ? s->therapist_id : (int64_t)s->kind,
	    section == s->section ? s->scroll.at : s->at[section]};
}

static void
setup_stand(struct view *v, const struct standing *to)
{
	struct setup *s = (struct setup *)v;

	s->section = (enum setup_section)to->list;
	if (s->section == SETUP_HOURS)
		s->therapist_id = to->of;
	else
		s->kind = (enum vocabulary_kind)to->of;
	s->scroll.at = to->row;
	(void)setup_load(v);
}

static uint64_t
setup_lacks(const struct view *v)
{
	const struct setup *s = (const struct setup *)v;

	return setup_selected(s) == NULL && setup_therapist(s) == NULL ? ON_ROW : 0;
}

static void
setup_resize(struct view *v, int rows, int columns)
{
	struct setup *s = (struct setup *)v;

	(void)columns;
	s->scroll.rows = rows - FIRST_ROW - BELOW;
	scroll_fit(&s->scroll);
}

static void
setup_release(struct view *v)
{
	struct setup *s = (struct setup *)v;

	setup_rows_clear(s);
	free(s->rows.v);
	appt_list_release(&s->way);
	free(s);
}

static const struct view_ops setup_ops = {
    .title = "SETUP",
    .where = setup_where,
    .load = setup_load,
    .draw = setup_draw,
    .heading = setup_heading,
    .focus = setup_focus,
    .hint = setup_hint,
    .command = setup_command,
    .back = setup_back,
    .standing = setup_standing,
    .stand = setup_stand,
    .lacks = setup_lacks,
    .resize = setup_resize,
    .release = setup_release,
};

struct view *
setup_new(struct app *a)
{
	struct setup *s = xcalloc(1, sizeof(*s));

	s->view = (struct view){.ops = &setup_ops, .app = a};
	return &s->view;
}

void
setup_show_way(struct app *a, struct appt_list *way)
{
	for (size_t i = 0; i < a->n && way->n > 0; i++) {
		struct setup *s = (struct setup *)a->views[i];

		if (a->views[i]->ops != &setup_ops)
			continue;
		appt_list_release(&s->way);
		s->way = *way;
		*way = (struct appt_list){0};
		if (s->section != SETUP_WAY)
			s->before = s->section;
		s->at[SETUP_WAY] = 0;
		setup_enter(s, SETUP_WAY);
	}
}
