/* What stands beside the health form: its age, the flags, what changed and was told before. */
#include <stdlib.h>
#include <string.h>

#include "health_lines.h"
#include "intake_form.h"

/* "Wed 2 Sep 2026" of UTC seconds. */
static const char *
day_of(const struct desk *d, int64_t utc, char buf[static CIVIL_LONG_SIZE])
{
	return civil_long_day(civil_day_of(desk_civil(d, utc)), buf);
}

static void
say_ago(const struct desk *d, int64_t utc, struct str *out)
{
	const int days = (int)(civil_day_of(desk_now(d)) - civil_day_of(desk_civil(d, utc)));

	if (days == 0)
		str_add(out, "today");
	else
		str_addf(out, "%d day%s ago", days, days == 1 ? "" : "s");
}

void
form_say_version(const struct desk *d, const struct intake *in, struct str *out)
{
	char day[CIVIL_LONG_SIZE];

	str_addf(out, "%s, %s by %s (%s)", day_of(d, in->at, day), intake_version_word(in->version),
	    str_or_empty(in->who), intake_source_word(in->source));
}

void
form_say_age(const struct intake_form *f, struct lines *out)
{
	const struct desk *d = intake_form_desk(f);
	const struct intake *in = &f->seen;
	const int months = settings_number(&d->practice.settings, SETTING_INTAKE_MONTHS);
	struct str line = {0};
	char day[CIVIL_LONG_SIZE];
	bool old;

	if (in->id == 0) {
		lines_add(out, ROLE_TEXT, "Nothing was told yet.");
		return;
	}
	str_addf(&line, "Told %s, ", day_of(d, in->at, day));
	say_ago(d, in->at, &line);
	str_addf(&line, ", by %s (%s)", str_or_empty(in->who), intake_source_word(in->source));
	if (in->stamped_at > in->at) {
		str_addf(&line, "; no change until %s, ", day_of(d, in->stamped_at, day));
		say_ago(d, in->stamped_at, &line);
	}
	old = intake_is_old(
	    civil_day_of(desk_civil(d, in->stamped_at)), months, civil_day_of(desk_now(d)));
	if (old)
		str_addf(&line, "; over %d months old: ask anew", months);
	lines_add(out, old ? ROLE_CAUTION : ROLE_TEXT, "%s", str_text(&line));
	str_release(&line);
}

/* --- Flags ----------------------------------------------------------------------------------- */

static enum role
role_of(const struct flag *f)
{
	return f->level == FLAG_STOP || (f->level == FLAG_CLEAR && !f->cleared) ? ROLE_PROBLEM
										: ROLE_CAUTION;
}

static void
add_flags(struct intake_form *f)
{
	f->flag_at = f->told.n;
	for (size_t i = 0; i < f->flags.n; i++) {
		struct str line = {0};

		desk_flag_say(intake_form_desk(f), &f->flags.v[i], &line);
		lines_add(&f->told, role_of(&f->flags.v[i]), "%s", str_text(&line));
		str_release(&line);
	}
	f->flag_n = f->told.n - f->flag_at;
}

static bool
stands(const struct flag_list *l, int64_t rule_id)
{
	for (size_t i = 0; i < l->n; i++) {
		if (l->v[i].rule_id == rule_id)
			return true;
	}
	return false;
}

/* What to do is said of a STOP, which cannot wait until it is saved. */
static void
say_raised(const struct desk *d, const struct flag *f, struct str *out)
{
	const struct flag_rule *r = practice_flag_rule(&d->practice, f->rule_id);

	if (f->level == FLAG_STOP || !desk_sees_private(d))
		desk_flag_say(d, f, out);
	else
		str_addf(out, "%s %s", flag_level_word(f->level), r->name);
}

void
form_raised(
    const struct desk *d, const struct intake *in, const struct flag_list *stand, struct lines *out)
{
	const struct health h = {.intake = *in};
	struct flag_list now = {0};

	flags_derive(
	    &d->practice.flag_rules, &d->practice.vocabulary, &h, civil_day_of(desk_now(d)), &now);
	for (size_t i = 0; i < now.n; i++) {
		struct str line = {0};

		if (stands(stand, now.v[i].rule_id))
			continue;
		say_raised(d, &now.v[i], &line);
		lines_add(out, role_of(&now.v[i]), "Raises %s", str_text(&line));
		str_release(&line);
	}
	flag_list_release(&now);
}

/* --- Before ---------------------------------------------------------------------------------- */

static bool
has_answers(const struct intake *in)
{
	return in->version != INTAKE_IS_NO_CHANGE && in->source != INTAKE_FROM_IMPORT;
}

const struct intake *
form_before(const struct intake_list *l, size_t i)
{
	for (i++; i < l->n; i++) {
		if (has_answers(&l->v[i]))
			return &l->v[i];
	}
	return NULL;
}

static void
add_changes(struct intake_form *f, const struct intake *before)
{
	const struct vocabulary *l = &intake_form_desk(f)->practice.vocabulary;
	struct str changes = {0};
	char *text;

	intake_changes(&changes, before, &f->seen, l);
	text = str_take(&changes);
	lines_add(&f->told, ROLE_HEAD, "Changed then");
	for (char *s = text; s != NULL && *s != '\0';) {
		size_t n = strcspn(s, "\n");

		lines_add(&f->told, ROLE_TEXT, "%.*s", (int)n, s);
		s += n + (s[n] != '\0');
	}
	free(text);
}

/* What the version that is seen changed in the one before. */
static enum err
read_changes(struct intake_form *f, const struct intake_list *all)
{
	const struct intake *older = NULL;
	struct intake before;
	enum err e;

	for (size_t i = 0; i < all->n; i++) {
		if (all->v[i].id == f->seen.id)
			older = form_before(all, i);
	}
	if (older == NULL)
		return ERR_OK;
	e = desk_intake_version(intake_form_desk(f), f->client_id, older->id, &before);
	if (e == ERR_OK)
		add_changes(f, &before);
	intake_release(&before);
	return e;
}

enum err
form_read_told(struct intake_form *f)
{
	struct desk *d = intake_form_desk(f);
	struct intake_list all = {0};
	struct str note = {0};
	enum err e;

	lines_clear(&f->told);
	flag_list_release(&f->flags);
	f->flags = (struct flag_list){0};
	e = desk_flags(d, f->client_id, civil_day_of(desk_now(d)), &f->flags);
	form_say_age(f, &f->told);
	if (e == ERR_OK)
		e = note_waits(d, f->client_id, &note);
	if (note.n > 0)
		lines_add(&f->told, ROLE_CAUTION, "%s", str_text(&note));
	str_release(&note);
	add_flags(f);
	if (e == ERR_OK)
		e = desk_intakes(d, f->client_id, &all);
	if (e == ERR_OK && str_or_empty(f->seen.note)[0] != '\0')
		lines_add(&f->told, ROLE_TEXT, "Note: %s", f->seen.note);
	if (e == ERR_OK)
		e = read_changes(f, &all);
	if (all.n > 0)
		lines_add(&f->told, ROLE_HEAD, "Versions");
	for (size_t i = 0; i < all.n; i++) {
		struct str line = {0};

		form_say_version(d, &all.v[i], &line);
		lines_add(&f->told, ROLE_TEXT, "%s", str_text(&line));
		str_release(&line);
	}
	intake_list_release(&all);
	return e;
}
