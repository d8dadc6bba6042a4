#include "health_lines.h"

#include <string.h>

#include <frontdesk/command.h>
#include <frontdesk/mem.h>

enum { VISITS = 5, DAYS_A_MONTH = 30 };

void
health_lines_release(struct health_lines *h)
{
	lines_release(&h->says);
	lines_release(&h->trend);
}

/* As wide as there is room; what goes on is indented. */
static void
add(struct lines *out, enum role role, int columns, const char *text)
{
	int indent = 0;

	for (; *text != '\0'; text += *text == ' ') {
		size_t n = lines_break(text, columns - indent);

		lines_add(out, role, "%*s%.*s", indent, "", (int)n, text);
		text += n;
		indent = 2;
	}
}

static enum role
flag_role(const struct flag *f)
{
	switch (f->level) {
	case FLAG_STOP:
		return ROLE_PROBLEM;
	case FLAG_CLEAR:
		return f->cleared ? ROLE_TEXT : ROLE_CAUTION;
	case FLAG_LOCAL:
	case FLAG_ADAPT:
	case FLAG_INFO:
	case FLAG_LEVEL_COUNT:
		break;
	}
	return ROLE_TEXT;
}

static enum err
add_flags(struct desk *d, int64_t client_id, int columns, struct lines *out)
{
	struct flag_list flags = {0};
	enum err e = desk_flags(d, client_id, civil_day_of(desk_now(d)), &flags);

	for (size_t i = 0; i < flags.n && e == ERR_OK; i++) {
		struct str s = {0};

		desk_flag_say(d, &flags.v[i], &s);
		add(out, flag_role(&flags.v[i]), columns, str_text(&s));
		str_release(&s);
	}
	flag_list_release(&flags);
	return e;
}

/* "No consent to treatment, keeping health data" */
static enum err
add_consents(struct desk *d, int64_t client_id, int columns, struct lines *out)
{
	struct consent_list given = {0};
	struct str s = {0};
	struct client c;
	unsigned missing = 0;
	enum err e = desk_consents(d, client_id, &given);

	client_init(&c);
	if (e == ERR_OK)
		e = store_client(d->store, client_id, &c);
	if (e == ERR_OK)
		missing = consents_missing(&given, c.birth, civil_day_of(desk_now(d)));
	for (enum consent_kind k = 0; k < CONSENT_KIND_COUNT; k++)
		if ((missing & 1u << k) != 0)
			str_addf(
			    &s, "%s%s", s.n == 0 ? "No consent to " : ", ", consent_kind_says(k));
	add(out, ROLE_CAUTION, columns, str_text(&s));
	str_release(&s);
	client_release(&c);
	consent_list_release(&given);
	return e;
}

enum err
note_waits(struct desk *d, int64_t client_id, struct str *out)
{
	char key[COMMAND_KEY_SIZE];
	bool waits = false;
	enum err e = desk_note_waits(d, client_id, &waits);

	if (e != ERR_OK || !waits)
		return e;
	str_add(out, "An imported note waits to be read.");
	if (desk_sees_private(d) && command_key(CMD_READ_NOTE, 0, key))
		str_addf(out, " %s on the card opens it.", key);
	return ERR_OK;
}

static enum err
add_unread(struct desk *d, int64_t client_id, int columns, struct lines *out)
{
	struct str s = {0};
	enum err e = note_waits(d, client_id, &s);

	add(out, ROLE_CAUTION, columns, str_text(&s));
	str_release(&s);
	return e;
}

/* "Intake 3 months old, by phone": by the newest stamp. */
static void
add_age(const struct desk *d, const struct intake *in, int columns, struct lines *out)
{
	const civil_day today = civil_day_of(desk_now(d));
	const civil_day stamped = civil_day_of(desk_civil(d, in->stamped_at));
	const int months = settings_number(&d->practice.settings, SETTING_INTAKE_MONTHS);
	const bool old = intake_is_old(stamped, months, today);
	struct str s = {0};

	if (in->id == 0) {
		add(out, ROLE_CAUTION, columns, "No intake yet");
		return;
	}
	if (stamped >= today)
		str_add(&s, "Intake of today");
	else if (today - stamped < DAYS_A_MONTH)
		str_addf(&s, "Intake %d day%s old", (int)(today - stamped),
		    today - stamped == 1 ? "" : "s");
	else
		str_addf(&s, "Intake %d month%s old", (int)(today - stamped) / DAYS_A_MONTH,
		    (today - stamped) / DAYS_A_MONTH == 1 ? "" : "s");
	str_addf(&s, ", by %s", intake_source_word(in->source));
	add(out, old ? ROLE_CAUTION : ROLE_TEXT, columns, str_text(&s));
	str_release(&s);
}

/* "Likes pressure 3 medium; last: 4, too deep" */
static void
add_pressure(const struct desk *d, const struct intake *in, const struct visit_list *visits,
    int columns, struct lines *out)
{
	struct str s = {0}, likes = {0}, last = {0};

	intake_say(&likes, in, &d->practice.vocabulary, INTAKE_PRESSURE);
	if (visits->n > 0)
		visit_last(&last, &visits->v[visits->n - 1]);
	if (likes.n > 0)
		str_addf(&s, "Likes pressure %s%s", str_text(&likes), last.n > 0 ? "; " : "");
	str_add(&s, str_text(&last));
	add(out, ROLE_TEXT, columns, str_text(&s));
	str_release(&s);
	str_release(&likes);
	str_release(&last);
}

static void
add_regions(const struct desk *d, const struct intake *in, int columns, struct lines *out)
{
	struct str s = {0};

	for (size_t i = 0; i < in->regions.n; i++) {
		str_add(&s, i > 0 ? "; " : "");
		region_say(&s, &d->practice.vocabulary, &in->regions.v[i]);
	}
	add(out, ROLE_TEXT, columns, str_text(&s));
	str_release(&s);
}

/* visit_trend() ends every line. */
static void
add_trend(const struct visit_list *visits, int columns, struct lines *out)
{
	struct str s = {0};

	visit_trend(&s, visits, columns, VISITS);
	for (const char *line = str_text(&s), *end; (end = strchr(line, '\n')) != NULL;
	     line = end + 1)
		lines_add(out, end > line && end[-1] == '*' ? ROLE_MESSAGE : ROLE_TEXT, "%.*s",
		    (int)(end - line), line);
	str_release(&s);
}

void
health_lines_load(
    struct health_lines *h, struct desk *d, int64_t client_id, int columns, int beside)
{
	struct visit_list visits = {0};
	struct intake in = {0};
	enum err e = desk_visits(d, client_id, VISITS, &visits);

	lines_clear(&h->says);
	lines_clear(&h->trend);
	if (e == ERR_OK)
		add_trend(&visits, beside > 0 ? beside : columns, &h->trend);
	if (h->trend.n > 0 && beside > 0)
		columns -= beside + 2;
	if (e == ERR_OK)
		e = add_flags(d, client_id, columns, &h->says);
	if (e == ERR_OK)
		e = desk_intake(d, client_id, &in);
	if (e == ERR_OK)
		add_pressure(d, &in, &visits, columns, &h->says);
	if (e == ERR_OK)
		e = add_unread(d, client_id, columns, &h->says);
	if (e == ERR_OK)
		e = add_consents(d, client_id, columns, &h->says);
	if (e == ERR_OK) {
		add_regions(d, &in, columns, &h->says);
		add_age(d, &in, columns, &h->says);
	} else {
		lines_add(&h->says, ROLE_PROBLEM, "%s", err_message());
	}
	visit_list_release(&visits);
	intake_release(&in);
}
