/* Clients as records: giving them back, checking them, and how they are called. */
#include <stdlib.h>
#include <string.h>

#include <frontdesk/client.h>
#include <frontdesk/mem.h>
#include <frontdesk/text.h>

static const char *const state_words[CLIENT_STATE_COUNT] = {
#define X(id, word) word,
    CLIENT_STATE_LIST(X)
#undef X
};

const char *
client_state_word(enum client_state s)
{
	return state_words[s];
}

enum err
client_state_parse(const char *word, enum client_state *out)
{
	struct str words = {0};

	for (enum client_state s = 0; s < CLIENT_STATE_COUNT; s++) {
		if (text_same(state_words[s], word)) {
			*out = s;
			return ERR_OK;
		}
	}
	for (enum client_state s = 0; s < CLIENT_STATE_COUNT; s++)
		str_addf(&words, " %s", state_words[s]);
	err_set(ERR_USAGE, "no state \"%s\" of a client; there are:%s", word, str_text(&words));
	str_release(&words);
	return ERR_USAGE;
}

void
client_init(struct client *c)
{
	*c = (struct client){.birth = CIVIL_DAY_NONE};
}

void
client_release(struct client *c)
{
#define X(member, label, help) free(c->member);
	CLIENT_TEXT_LIST(X)
#undef X
	free(c->guardian);
	free(c->guardian_phone);
	ids_release(&c->avoid);
	*c = (struct client){0};
}

static bool
told(const char *text)
{
	return text != NULL && text[0] != '\0';
}

static enum err
check_length(const char *field, const char *text)
{
	if (text == NULL || strlen(text) <= CLIENT_TEXT_MAX)
		return ERR_OK;
	return err_set(ERR_USAGE, "%s is %zu bytes long; at most %d are kept", field, strlen(text),
	    CLIENT_TEXT_MAX);
}

/* Something on either side of one @, and no blank: more cannot be known without writing to it. */
static bool
email_looks_right(const char *email)
{
	const char *at = strchr(email, '@');

	return at != NULL && at > email && at[1] != '\0' && strchr(at + 1, '@') == NULL &&
	    strchr(email, ' ') == NULL;
}

/* Less cannot be called, nor found. */
static bool
has_digits(const char *phone)
{
	int digits = 0;

	for (const char *s = str_or_empty(phone); *s != '\0'; s++)
		digits += *s >= '0' && *s <= '9';
	return digits >= 3;
}

enum err
client_check(const struct client *c)
{
	enum err err;

#define X(member, label, help) \
	err = check_length(#member, c->member); \
	if (err != ERR_OK) \
		return err;
	CLIENT_TEXT_LIST(X)
#undef X
	if ((err = check_length("guardian", c->guardian)) != ERR_OK ||
	    (err = check_length("guardian_phone", c->guardian_phone)) != ERR_OK)
		return err;
	if (c->guardian_id != 0 && c->guardian_id == c->id)
		return err_set(ERR_USAGE, "guardian #%lld is the client; name somebody else",
		    (long long)c->id);
	if (!told(c->first) && !told(c->last) && !told(c->preferred) && !has_digits(c->phone))
		return err_set(ERR_USAGE, "a client needs a name or a phone");
	if (told(c->email) && !email_looks_right(c->email))
		return err_set(ERR_USAGE, "email \"%s\" is not like name@place", c->email);
	return ERR_OK;
}

const char *
client_shown_last(const char *first, const char *last, const char *preferred, const char *phone)
{
	if (told(first) || told(last))
		return told(last) ? last : "";
	return told(preferred) ? preferred : told(phone) ? phone : "";
}

static void
add_initial(struct str *out, const char *name)
{
	if (!told(name) || strchr("+(0123456789", name[0]) != NULL)
		return;
	str_addn(out, name, text_next(name, 0));
	str_addc(out, '.');
}

void
client_initials(struct str *out, const char *first, const char *last)
{
	add_initial(out, first);
	add_initial(out, last);
}

static void
add_initials(struct str *out, const char *name)
{
	struct str first = {0}, last = {0};

	client_split_name(name, &first, &last);
	client_initials(out, str_text(&first), str_text(&last));
	str_release(&first);
	str_release(&last);
}

bool
client_veil(struct str *out, const char *field, const char *text)
{
	const bool email = strcmp(field, "email") == 0;
	const char *at = strrchr(text, '@');

	if (email && told(text))
		str_addf(out, "…%s", at != NULL ? at : "");
	else if (strcmp(field, "first") == 0 || strcmp(field, "last") == 0 ||
	    strcmp(field, "preferred") == 0)
		add_initial(out, text);
	else if (strcmp(field, "guardian") == 0 && text[0] != '#')
		add_initials(out, text);
	else
		return email;
	return true;
}

void
client_full_name(struct str *out, const char *first, const char *last, const struct settings *s)
{
	if (!told(first) || !told(last))
		str_add(out, told(last) ? last : told(first) ? first : "");
	else if (settings_is(s, SETTING_NAME_ORDER, "last"))
		str_addf(out, "%s, %s", last, first);
	else
		str_addf(out, "%s %s", first, last);
}

void
client_name(struct str *out, const char *first, const char *last, const struct settings *s)
{
	if (s->initials)
		client_initials(out, first, last);
	else
		client_full_name(out, first, last, s);
}

void
client_short_name(struct str *out, const char *first, const char *last, const struct settings *s)
{
	if (!told(first) && !told(last))
		str_addc(out, '?');
	else if (s->initials)
		client_initials(out, first, last);
	else
		str_add(out, told(last) ? last : first);
}
