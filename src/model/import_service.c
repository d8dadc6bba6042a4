/* Services and therapists of other products: which of ours they are, or what they become here. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <frontdesk/mem.h>
#include <frontdesk/text.h>

#include "import_parts.h"

enum {
	NAME_MINUTES_MIN = 10, /* "Level 2" is not two minutes long */
	THERAPIST_CODE_MAX = 8,
};

/* --- Which of ours --------------------------------------------------------------------------- */

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* The length without the marks at its end. */
static size_t
without(const char *s, size_t n, const char *marks)
{
	while (n > 0 && strchr(marks, s[n - 1]) != NULL)
		n--;
	return n;
}

int
import_cut_minutes(struct str *name)
{
	const char *s = str_text(name);
	size_t end = without(s, name->n, " ).'"), unit = end, digits;
	int minutes;

	while (unit > 0 && is_letter(s[unit - 1]))
		unit--;
	if (strncasecmp(s + unit, "minutes", end - unit) != 0 &&
	    strncasecmp(s + unit, "mins", end - unit) != 0)
		return 0;
	end = without(s, unit, " -");
	for (digits = end; digits > 0 && is_digit(s[digits - 1]); digits--)
		;
	if (digits == 0 || digits == end || end - digits > 3)
		return 0;
	minutes = (int)strtol(s + digits, NULL, 10);
	if (minutes < NAME_MINUTES_MIN || minutes > APPT_HELD_MAX)
		return 0;
	end = without(s, digits, " -,(");
	if (end == 0)
		return 0;
	str_cut(name, end);
	return minutes;
}

/* The search key without the words that some write and some do not. */
static void
service_key(struct str *out, const char *name)
{
	struct str folded = {0};
	const char *s;

	text_fold(&folded, name, TEXT_FOLD_PLAIN);
	str_add(out, "");
	for (s = str_text(&folded); *s != '\0'; s += strspn(s, " ")) {
		size_t n = strcspn(s, " ");

		if (!(n == 7 && memcmp(s, "massage", n) == 0) &&
		    !(n == 3 && memcmp(s, "and", n) == 0)) {
			str_add(out, out->n > 0 ? " " : "");
			str_addn(out, s, n);
		}
		s += n;
	}
	str_release(&folded);
}

static bool
same_service(const char *a, const char *b)
{
	struct str ka = {0}, kb = {0};
	bool same;

	service_key(&ka, a);
	service_key(&kb, b);
	same = ka.n > 0 && strcmp(str_text(&ka), str_text(&kb)) == 0;
	str_release(&ka);
	str_release(&kb);
	return same;
}

/* The one that `same` finds by its code or its name; all it finds are added to hits. */
static int64_t
only_service(const struct practice *p, const char *written,
    bool (*same)(const char *, const char *), struct str *hits)
{
	int64_t id = 0;

	for (size_t i = 0; i < p->services.n; i++) {
		const struct service *s = &p->services.v[i];

		if (!same(s->code, written) && !same(s->name, written))
			continue;
		str_addf(hits, "%s%s (%s)", id != 0 ? " or " : "", s->name, s->code);
		id = id == 0 ? s->id : IMPORT_SEVERAL;
	}
	return id;
}

static int64_t
only_one(int64_t id, const char *written, struct str *hits)
{
	if (id == IMPORT_SEVERAL)
		err_record("\"%s\" could be %s", written, str_text(hits));
	str_release(hits);
	return id;
}

int64_t
import_find_service(const struct practice *p, const char *written)
{
	struct str name = {0}, hits = {0};
	int64_t id = only_service(p, written, text_same, &hits);

	str_add(&name, written);
	(void)import_cut_minutes(&name);
	if (id == 0)
		id = only_service(p, str_text(&name), text_same, &hits);
	if (id == 0)
		id = only_service(p, str_text(&name), same_service, &hits);
	str_release(&name);
	return only_one(id, written, &hits);
}

/* Whether b is the first word or words of a. */
static bool
begins_with_words(const char *a, const char *b)
{
	struct str ka = {0}, kb = {0};
	bool begins;

	text_fold(&ka, a, TEXT_FOLD_PLAIN);
	text_fold(&kb, b, TEXT_FOLD_PLAIN);
	begins = kb.n > 0 && ka.n > kb.n && memcmp(ka.v, kb.v, kb.n) == 0 && ka.v[kb.n] == ' ';
	str_release(&ka);
	str_release(&kb);
	return begins;
}

static int64_t
only_therapist(const struct practice *p, const char *written,
    bool (*same)(const char *, const char *), struct str *hits)
{
	int64_t id = 0;

	for (size_t i = 0; i < p->therapists.n; i++) {
		const struct therapist *t = &p->therapists.v[i];

		if (!same(t->code, written) && !same(t->name, written))
			continue;
		str_addf(hits, "%s%s (%s)", id != 0 ? " or " : "", t->name, t->code);
		id = id == 0 ? t->id : IMPORT_SEVERAL;
	}
	return id;
}

int64_t
import_find_therapist(const struct practice *p, const char *written)
{
	struct str hits = {0};
	int64_t id = only_therapist(p, written, text_same, &hits);

	if (id == 0)
		id = only_therapist(p, written, begins_with_words, &hits);
	return only_one(id, written, &hits);
}

/* --- What they become here ------------------------------------------------------------------- */

/* The first plain letters of a key, at most so many; never none. */
static void
plain_letters(struct str *out, const char *key, size_t most)
{
	for (; *key != '\0' && out->n < most; key++) {
		if (is_letter(*key))
			str_addc(out, *key);
	}
	if (out->n == 0)
		str_addc(out, 'x');
}

/* `code` when it is free, else with letters behind it: a digit would be read as minutes. */
static char *
free_code(const struct practice *p, const char *code, enum code_kind kind)
{
	struct str made = {0};

	str_add(&made, code);
	while (practice_code_free(p, str_text(&made), kind, 0) != ERR_OK) {
		if (made.n > strlen(code) && made.v[made.n - 1] < 'z')
			made.v[made.n - 1]++;
		else
			str_addc(&made, 'b');
	}
	return str_take(&made);
}

/* "dt" for deep tissue, "pr" for prenatal. */
static void
service_code(struct str *out, const char *name)
{
	struct str key = {0}, initials = {0};

	service_key(&key, name);
	if (key.n == 0)
		text_fold(&key, name, TEXT_FOLD_PLAIN);
	for (size_t i = 0; i < key.n; i++) {
		if (i == 0 || key.v[i - 1] == ' ')
			str_addc(&initials, key.v[i]);
	}
	plain_letters(out, initials.n > 1 ? str_text(&initials) : str_text(&key),
	    initials.n > 1 ? initials.n : 2);
	str_release(&key);
	str_release(&initials);
}

void
import_new_service(const struct practice *p, const char *written, int minutes, money_cents price,
    civil_day from, struct service *out)
{
	struct str name = {0}, code = {0};

	str_add(&name, written);
	(void)import_cut_minutes(&name);
	service_code(&code, str_text(&name));
	*out = (struct service){.people = 1, .turnover = SERVICE_TURNOVER, .active = true};
	out->code = free_code(p, str_text(&code), CODE_SERVICE);
	out->name = str_take(&name);
	out->description = xstrdup("");
	out->desk_label = xstrdup("Massage"); /* says nothing over the counter */
	*list_push(&out->durations) = (struct service_duration){minutes, from, price};
	str_release(&code);
}

void
import_new_therapist(const struct practice *p, const char *written, struct therapist *out)
{
	struct str key = {0}, code = {0};

	text_fold(&key, written, TEXT_FOLD_PLAIN);
	str_cut(&key, strcspn(str_text(&key), " "));
	plain_letters(&code, str_text(&key), THERAPIST_CODE_MAX);
	*out = (struct therapist){.licence_until = CIVIL_DAY_NONE, .active = true};
	out->code = free_code(p, str_text(&code), CODE_THERAPIST);
	out->name = xstrdup(written);
	out->colour = xstrdup("");
	str_release(&key);
	str_release(&code);
}
