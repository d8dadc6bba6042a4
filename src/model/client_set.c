/* One field of a client from text. */
#include <stdlib.h>
#include <string.h>

#include <frontdesk/client.h>
#include <frontdesk/mem.h>
#include <frontdesk/text.h>

/* Births that can be meant: nobody on the books is older. */
enum { BIRTH_YEAR_MIN = 1880, BIRTH_YEAR_MAX = CIVIL_YEAR_MAX };

/* Three numbers with one mark between them, . / or -; returns the mark, 0 = not so. */
static char
three_numbers(const char *s, int n[static 3])
{
	char mark = 0;

	for (int i = 0; i < 3; i++) {
		int digits = 0;

		for (n[i] = 0; *s >= '0' && *s <= '9' && digits < 5; s++, digits++)
			n[i] = n[i] * 10 + (*s - '0');
		if (digits == 0 || digits == 5)
			return 0;
		if (i == 2)
			return *s == '\0' ? mark : '\0';
		if ((*s != '.' && *s != '/' && *s != '-') || (mark != 0 && *s != mark))
			return 0;
		mark = *s++;
	}
	return 0;
}

static bool
birth_is(int year, int month, int day, civil_day *out)
{
	if (year < BIRTH_YEAR_MIN || year > BIRTH_YEAR_MAX || !civil_ymd_valid(year, month, day))
		return false;
	*out = civil_from_ymd(year, month, day);
	return true;
}

/*
 * 1980-03-12, 12.3.1980 (always the day first), 12/3/1980 by the practice's date order, and in the
 * other order where only that makes a date: 3/14/2000.
 */
static bool
parse_birth(const char *text, bool month_first, civil_day *out)
{
	int n[3];
	char mark = three_numbers(text, n);

	if (mark == 0)
		return false;
	if (n[0] > 31)
		return mark == '-' && birth_is(n[0], n[1], n[2], out);
	if (mark == '.')
		return birth_is(n[2], n[1], n[0], out);
	if (month_first)
		return birth_is(n[2], n[0], n[1], out) || birth_is(n[2], n[1], n[0], out);
	return birth_is(n[2], n[1], n[0], out) || birth_is(n[2], n[0], n[1], out);
}

static enum err
set_birth(struct client *c, const struct practice *p, const char *value)
{
	bool month_first = settings_is(&p->settings, SETTING_DATE_ORDER, "mdy");

	if (value[0] == '\0') {
		c->birth = CIVIL_DAY_NONE;
		return ERR_OK;
	}
	if (parse_birth(value, month_first, &c->birth))
		return ERR_OK;
	return err_set(ERR_USAGE, "birth \"%s\" is not a date; write 1980-03-12 or %s", value,
	    month_first ? "3/12/1980" : "12.3.1980");
}

/* "#12"; 0: it is no number of a client. */
static int64_t
client_number(const char *value)
{
	int64_t id = 0;

	for (value++; *value >= '0' && *value <= '9' && id < INT32_MAX; value++)
		id = id * 10 + (*value - '0');
	return *value == '\0' ? id : 0;
}

static enum err
set_guardian(struct client *c, const struct practice *p, const char *value)
{
	int64_t id = value[0] == '#' ? client_number(value) : 0;

	(void)p;
	if (value[0] == '#' && id == 0)
		return err_set(ERR_USAGE,
		    "guardian \"%s\" is no number of a client; write #12, or a name", value);
	c->guardian_id = id;
	xstrset(&c->guardian, id != 0 ? "" : value);
	return ERR_OK;
}

/* Who cannot be called by it has no phone. */
static enum err
check_phone(const char *field, const char *value)
{
	if (value[0] == '\0' || strpbrk(value, "0123456789") != NULL)
		return ERR_OK;
	return err_set(ERR_USAGE, "%s \"%s\" has no figures", field, value);
}

static enum err
set_guardian_phone(struct client *c, const struct practice *p, const char *value)
{
	enum err err = check_phone("guardian_phone", value);

	(void)p;
	if (err == ERR_OK)
		xstrset(&c->guardian_phone, value);
	return err;
}

static enum err
set_message(struct client *c, const struct practice *p, const char *value)
{
	(void)p;
	if (!text_same(value, "yes") && !text_same(value, "no"))
		return err_set(ERR_USAGE, "message \"%s\" is neither yes nor no", value);
	c->message_ok = text_same(value, "yes");
	return ERR_OK;
}

static enum err
set_gender(struct client *c, const struct practice *p, const char *value)
{
	(void)p;
	if (value[0] == '\0' || text_same(value, "any"))
		c->gender_preference = 0;
	else if (text_same(value, "f") || text_same(value, "female"))
		c->gender_preference = 'F';
	else if (text_same(value, "m") || text_same(value, "male"))
		c->gender_preference = 'M';
	else
		return err_set(ERR_USAGE, "gender \"%s\" is none of: any F M", value);
	return ERR_OK;
}

static enum err
set_prefers(struct client *c, const struct practice *p, const char *value)
{
	if (value[0] == '\0') {
		c->preferred_therapist_id = 0;
		return ERR_OK;
	}
	return practice_find_therapist(p, value, &c->preferred_therapist_id);
}

/* One of the names between commas. */
static enum err
add_avoided(struct ids *avoid, const struct practice *p, const char *name, size_t n)
{
	struct str word = {0};
	int64_t id;
	enum err err;

	text_clean(&word, name, n, TEXT_LINE);
	err = practice_find_therapist(p, str_text(&word), &id);
	if (err == ERR_OK && !ids_has(avoid, id))
		*list_push(avoid) = id;
	str_release(&word);
	return err;
}

static enum err
set_avoid(struct client *c, const struct practice *p, const char *value)
{
	struct ids avoid = {0};
	enum err err = ERR_OK;

	while (err == ERR_OK && *value != '\0') {
		size_t n = strcspn(value, ",");

		err = add_avoided(&avoid, p, value, n);
		value += n + (value[n] == ',');
	}
	if (err != ERR_OK) {
		ids_release(&avoid);
		return err;
	}
	ids_release(&c->avoid);
	c->avoid = avoid;
	return ERR_OK;
}

static enum err
set_state(struct client *c, const struct practice *p, const char *value)
{
	enum client_state state;
	enum err err = client_state_parse(value, &state);

	(void)p;
	if (err != ERR_OK)
		return err;
	if (state == CLIENT_MERGED)
		return err_set(ERR_USAGE, "state merged comes from merging two clients only");
	c->state = state;
	return ERR_OK;
}

/* The fields that are not plain text. */
static const struct {
	const char *field;
	enum err (*set)(struct client *c, const struct practice *p, const char *value);
} setters[] = {
#define X(field, label, help) {#field, set_##field},
    CLIENT_OTHER_LIST(X)
#undef X
};

static char **
text_field(struct client *c, const char *field)
{
#define X(member, label, help) \
	if (strcmp(field, #member) == 0) \
		return &c->member;
	CLIENT_TEXT_LIST(X)
#undef X
	return NULL;
}

static enum err
no_field(const char *field)
{
	struct str fields = {0};

#define X(member, label, help) str_add(&fields, " " #member);
	CLIENT_TEXT_LIST(X)
#undef X
	for (size_t i = 0; i < array_size(setters); i++)
		str_addf(&fields, " %s", setters[i].field);
	err_set(ERR_USAGE, "no field \"%s\" of a client; there are:%s", field, str_text(&fields));
	str_release(&fields);
	return ERR_USAGE;
}

static enum err
set_other(struct client *c, const struct practice *p, const char *field, const char *value)
{
	for (size_t i = 0; i < array_size(setters); i++)
		if (strcmp(field, setters[i].field) == 0)
			return setters[i].set(c, p, value);
	return no_field(field);
}

enum err
client_set(struct client *c, const struct practice *p, const char *field, const char *value)
{
	char **text = text_field(c, field);
	struct str clean = {0};
	enum err err = ERR_OK;

	text_clean(&clean, value, strlen(value), TEXT_LINE);
	if (text == NULL)
		err = set_other(c, p, field, str_text(&clean));
	else if (text == &c->phone)
		err = check_phone(field, str_text(&clean));
	if (err == ERR_OK && text != NULL)
		xstrset(text, str_text(&clean));
	str_release(&clean);
	return err;
}
