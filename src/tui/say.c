#include "say.h"

#include <string.h>

#include <frontdesk/mem.h>
#include <frontdesk/text.h>

char *
say_reason(struct app *a, int ways)
{
	const struct vocabulary_word *w = vocabulary_at(
	    &a->desk->practice.vocabulary, VOCABULARY_REASON, a->typed[0] - '0' - ways);

	if (w == NULL)
		app_say(a, ROLE_CAUTION, "No reason has this digit; 0 takes one in your words.");
	return w != NULL ? xstrdup(w->label) : NULL;
}

/* Those that a digit picks, behind that of the ways. */
static bool
is_offered(const struct vocabulary_word *w, int ways)
{
	return w->kind == VOCABULARY_REASON && w->active && w->place > 0 && w->place + ways <= 9;
}

/* Columns of all of them, a label being at most so long. */
static int
reasons_width(const struct vocabulary *l, int ways, int most)
{
	int columns = 0;

	for (size_t i = 0; i < l->n; i++) {
		const int label = text_width(l->v[i].label);

		if (is_offered(&l->v[i], ways))
			columns +=
			    (int)strlen("1 ") + (label < most ? label : most) + (int)strlen("  ");
	}
	return columns;
}

bool
say_reasons_fit(const struct app *a, int ways, int columns)
{
	return reasons_width(&a->desk->practice.vocabulary, ways, columns) <= columns;
}

void
say_reasons(const struct app *a, int ways, int columns, struct str *out)
{
	const struct vocabulary *l = &a->desk->practice.vocabulary;
	int most = columns;

	while (most > 1 && reasons_width(l, ways, most) > columns)
		most--;
	for (size_t i = 0; i < l->n; i++) {
		const struct vocabulary_word *w = &l->v[i];
		const int label = text_width(w->label);

		if (!is_offered(w, ways))
			continue;
		str_addf(out, "%d ", w->place + ways);
		text_pad(out, w->label, label < most ? label : most, TEXT_LEFT);
		str_add(out, "  ");
	}
}

/* That papers are missing is no secret; what a flag is of is. */
bool
say_tells_health(enum finding_code c)
{
	return finding_is_health(c) && c != FINDING_INTAKE_MISSING && c != FINDING_INTAKE_OLD &&
	    c != FINDING_NOTE_UNREAD && c != FINDING_CONSENT_MISSING &&
	    c != FINDING_GUARDIAN_MISSING;
}

void
say_veil(const struct findings *f, struct findings *out)
{
	bool against = false, stop = false, known = false;

	for (size_t i = 0; i < f->n; i++) {
		const struct finding *one = &f->v[i];

		if (!say_tells_health(one->code))
			findings_add(out, one->level, one->code, one->appt_id, "%s", one->text);
		against = against || (say_tells_health(one->code) && one->level > LEVEL_NOTICE);
		stop = stop || one->code == FINDING_FLAG_STOP;
		known = known || one->code == FINDING_FLAG_KNOWN;
	}
	if (against)
		findings_add(out, LEVEL_SOFT, FINDING_FLAG_OPEN, 0, SAY_FLAG, stop ? 'S' : 'C');
	else if (known)
		findings_add(out, LEVEL_NOTICE, FINDING_FLAG_KNOWN, 0,
		    "there is a flag to be known: Enter opens the card");
}

void
say_findings(const struct findings *f, struct lines *out)
{
	struct findings rest = {0};

	say_veil(f, &rest);
	lines_add_findings(out, &rest);
	findings_release(&rest);
}

void
say_client(const struct app *a, int64_t client_id, struct lines *out)
{
	const struct desk *desk = a->desk;
	struct client_hit hit = {0};
	struct str s = {0};
	char day[CIVIL_LONG_SIZE];

	if (store_client_hit(desk->store, client_id, desk_now(desk), &hit) != ERR_OK)
		return;
	client_name(&s, hit.first, hit.last, &desk->practice.settings);
	str_addf(&s, " #%lld", (long long)hit.id);
	if (hit.birth != CIVIL_DAY_NONE)
		str_addf(&s, ", born %d", civil_year(hit.birth));
	if (hit.last_visit != CIVIL_NONE)
		str_addf(&s, ", last visit %s", civil_long_day(civil_day_of(hit.last_visit), day));
	lines_add(out, ROLE_TEXT, "%s", str_text(&s));
	str_release(&s);
	client_hit_release(&hit);
}

void
say_free(const struct app *a, const struct plan *p, size_t most, struct lines *out)
{
	struct desk *desk = a->desk;
	struct slot_list slots = {0};
	struct str s = {0};

	if (desk_free_near(desk, p, most, &slots) != ERR_OK) {
		lines_add(out, ROLE_PROBLEM, "%s", err_message());
		return;
	}
	for (size_t i = 0; i < slots.n; i++) {
		const struct slot *slot = &slots.v[i];
		const struct therapist *t = practice_therapist(&desk->practice, slot->therapist_id);
		char hm[CIVIL_HM_SIZE];

		str_addf(&s, "  %s", settings_hm(&desk->practice.settings, slot->start, hm));
		if (slot->therapist_id != p->therapist_id)
			str_addf(&s, " %s", t->name);
	}
	if (slots.n > 0)
		lines_add(out, ROLE_MESSAGE, "Free:%s", str_text(&s));
	else
		lines_add(out, ROLE_MESSAGE, "%s for that on this day.",
		    p->therapist2_id != 0 ? "Those two are not free together" : "Nobody is free");
	str_release(&s);
	slot_list_release(&slots);
}
