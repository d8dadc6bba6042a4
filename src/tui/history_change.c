#include "history_change.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include <frontdesk/desk_booking.h>
#include <frontdesk/desk_client.h>
#include <frontdesk/mem.h>

/* One "column=value" or, of health, "column(length)". */
struct pair {
	struct str name, value;
};

static void
pair_release(struct pair *p)
{
	str_release(&p->name);
	str_release(&p->value);
}

/* Reads a quoted value; returns what follows. */
static const char *
read_quoted(const char *s, struct str *out)
{
	for (s++; *s != '\0' && *s != '"'; s++) {
		if (*s == '\\' && s[1] != '\0')
			str_addc(out, strchr("nrt", *++s) != NULL ? ' ' : *s);
		else
			str_addc(out, *s);
	}
	return s + (*s == '"');
}

/* The next pair; false: there are no more. */
static bool
next_pair(const char **at, struct pair *out)
{
	const char *s = *at + strspn(*at, " ");
	size_t n = strcspn(s, "=( ");

	if (*s == '\0')
		return false;
	*out = (struct pair){0};
	str_addn(&out->name, s, n);
	s += n;
	if (*s == '=' && s[1] == '"') {
		s = read_quoted(s + 1, &out->value);
	} else if (*s == '=') {
		str_addn(&out->value, s + 1, strcspn(s + 1, " "));
	} else if (*s == '(') {
		str_addn(&out->value, s + 1, strcspn(s + 1, ")"));
		str_add(&out->value, " characters");
	}
	s += strcspn(s, " ");
	*at = s;
	return true;
}

/* The value of a column; false: it is not there. */
static bool
find_value(const char *pairs, const char *name, struct str *out)
{
	struct pair p;
	bool found = false;

	while (!found && next_pair(&pairs, &p)) {
		found = strcmp(str_text(&p.name), name) == 0;
		if (found)
			str_add(out, str_text(&p.value));
		pair_release(&p);
	}
	return found;
}

static bool
ends(const char *name, const char *end)
{
	size_t n = strlen(name), m = strlen(end);

	return n >= m && strcmp(name + n - m, end) == 0;
}

/* "start_m" is called "Start", "from_minute" "From", "room_id" "Room". */
static void
say_name(const char *column, struct str *out)
{
	static const char *const tails[] = {"_minute", "_m", "_day", "_at", "_id", "_cents"};
	size_t n = strlen(column);

	for (size_t i = 0; i < sizeof(tails) / sizeof(tails[0]); i++) {
		if (ends(column, tails[i]))
			n = strlen(column) - strlen(tails[i]);
	}
	for (size_t i = 0; i < n; i++) {
		char c = column[i] == '_' ? ' ' : column[i];

		str_addc(out, i == 0 ? (char)toupper((unsigned char)c) : c);
	}
}

static void
say_moment(const struct desk *d, civil_min m, struct str *out)
{
	char day[CIVIL_LONG_SIZE], hm[CIVIL_HM_SIZE];

	str_addf(out, "%s %s", civil_long_day(civil_day_of(m), day),
	    settings_hm(&d->practice.settings, m, hm));
}

/* A number that stands for a record of the practice; false: it is none. */
static bool
say_record(const struct desk *d, const char *column, const char *value, struct str *out)
{
	const int64_t id = strtoll(value, NULL, 10);
	const struct therapist *t = practice_therapist(&d->practice, id);
	const struct room *r = practice_room(&d->practice, id);
	const struct service *s = practice_service(&d->practice, id);
	const char *name = NULL;

	if (ends(column, "therapist_id") && t != NULL)
		name = t->name;
	else if (ends(column, "room_id") && r != NULL)
		name = r->name;
	else if (ends(column, "service_id") && s != NULL)
		name = s->desk_label;
	if (name != NULL)
		str_add(out, name);
	else if (ends(column, "_id"))
		str_addf(out, "#%s", value);
	return name != NULL || ends(column, "_id");
}

static void
say_value(const struct desk *d, const char *column, const char *value, struct str *out)
{
	char start[CIVIL_MIN_SIZE], amount[MONEY_SIZE], day[CIVIL_LONG_SIZE];
	const int64_t number = strtoll(value, NULL, 10);
	enum appt_state state;
	civil_min m;
	civil_day on;

	if (d->initials && client_veil(out, column, value))
		return;
	strncpy(start, value, sizeof("2026-11-23T09:00") - 1);
	start[sizeof("2026-11-23T09:00") - 1] = '\0'; /* of a moment in UTC the minutes */
	if (value[0] == '\0' || (ends(column, "_at") && strcmp(value, "0") == 0))
		str_add(out, "nothing");
	else if (ends(column, "_m") && civil_parse_iso_min(value, &m))
		say_moment(d, m, out);
	else if (ends(column, "_at") && civil_parse_iso_min(start, &m))
		say_moment(d, desk_civil(d, m * 60), out);
	else if (ends(column, "_day") && civil_parse_iso_day(value, &on))
		str_add(out, civil_long_day(on, day));
	else if (ends(column, "_cents"))
		str_add(out, money_text(number, amount));
	else if (ends(column, "_minute"))
		str_add(out, settings_hm(&d->practice.settings, number, start));
	else if (strcmp(column, "weekday") == 0 && number >= 1 && number <= 7)
		str_add(out, civil_weekday_name((int)number));
	else if (strcmp(column, "state") == 0 && value[1] == '\0' &&
	    appt_state_from_char(value[0], &state))
		str_add(out, appt_state_title(state));
	else if (!say_record(d, column, value, out))
		str_add(out, value);
}

/* What follows from another column by itself, or is the file's own. */
static bool
is_twin(const char *column)
{
	return strcmp(column, "id") == 0 || strcmp(column, "holds") == 0 ||
	    strcmp(column, "state_before") == 0 || strcmp(column, "held_m") == 0;
}

/* The pair of one side with its other side, if that has one. */
static void
add_pair(const struct desk *d, const char *arrow, const struct pair *p, const char *before,
    bool gone, struct lines *out)
{
	const char *column = str_text(&p->name);
	struct str line = {0};

	say_name(column, &line);
	str_add(&line, ": ");
	if (before != NULL) {
		say_value(d, column, before, &line);
		str_addf(&line, " %s ", arrow);
	}
	say_value(d, column, str_text(&p->value), &line);
	str_add(&line, gone ? ", gone" : "");
	lines_add(out, ROLE_TEXT, "%s", str_text(&line));
	str_release(&line);
}

void
history_changes(
    const struct desk *d, const char *arrow, const char *old, const char *new_, struct lines *out)
{
	const char *at = new_;
	struct pair p;

	while (next_pair(&at, &p)) {
		struct str before = {0};
		bool was = find_value(old, str_text(&p.name), &before);

		if (!is_twin(str_text(&p.name)) &&
		    !(was && strcmp(str_text(&before), str_text(&p.value)) == 0))
			add_pair(d, arrow, &p, was ? str_text(&before) : NULL, false, out);
		str_release(&before);
		pair_release(&p);
	}
	for (at = old; next_pair(&at, &p); pair_release(&p)) {
		struct str after = {0};

		if (!find_value(new_, str_text(&p.name), &after) && !is_twin(str_text(&p.name)))
			add_pair(d, arrow, &p, NULL, true, out);
		str_release(&after);
	}
}

/* --- While names are kept back --------------------------------------------------------------- */

static bool
is_weekday(const char *word)
{
	for (int i = 1; i <= 7; i++)
		if (strncmp(word, civil_weekday_name(i), 3) == 0 && word[3] == ' ')
			return true;
	return false;
}

/* The bytes before what names someone, the day or "client #12", else with "of" or "for"; of a label
 * of another kind its first word. */
static size_t
verb_bytes(const char *action, bool of_client)
{
	for (const char *s = action; *s != '\0'; s += *s == ' ') {
		if (of_client ? strncmp(s, "client ", strlen("client ")) == 0 : is_weekday(s))
			return (size_t)(s - action);
		s += strcspn(s, " ");
	}
	for (const char *s = action; *s != '\0'; s += *s == ' ') {
		const size_t n = strcspn(s, " ");

		if ((n == 2 && strncmp(s, "of", n) == 0) || (n == 3 && strncmp(s, "for", n) == 0))
			return (size_t)(s + n - action);
		s += n;
	}
	return strcspn(action, " ");
}

static void
say_whom(const struct desk *d, bool of_client, int64_t id, struct str *out)
{
	struct client_hit hit = {0};
	struct appt a = {0};

	if (!of_client && store_appt(d->store, id, &a) == ERR_OK)
		desk_appt_line(d, &a, out);
	else
		str_addf(out, "%s #%lld ", of_client ? "client" : "appointment", (long long)id);
	if (of_client && store_client_hit(d->store, id, desk_now(d), &hit) == ERR_OK)
		client_name(out, hit.first, hit.last, &d->practice.settings);
	client_hit_release(&hit);
	appt_release(&a);
}

void
history_action(
    const struct desk *d, const char *action, const char *record, int64_t id, struct str *out)
{
	static const char *const of_someone[] = {"appointment", "visit", "client", "intake"};
	size_t kind = 0, verb;

	while (kind < array_size(of_someone) && strcmp(record, of_someone[kind]) != 0)
		kind++;
	if (!d->initials || kind == array_size(of_someone)) {
		str_add(out, action);
		return;
	}
	verb = verb_bytes(action, kind >= 2);
	str_addn(out, action, verb);
	if (verb > 0 && action[verb - 1] != ' ')
		str_addc(out, ' ');
	say_whom(d, kind >= 2, id, out);
}
