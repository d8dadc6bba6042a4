/* The words a client is found by, and the words typed to find one. */
#include <stdlib.h>
#include <string.h>

#include <frontdesk/client.h>
#include <frontdesk/mem.h>
#include <frontdesk/text.h>

enum { PHONE_PART_MIN = 3 };

static void
add_key(struct client_keys *out, enum client_key_kind kind, const char *text, size_t n)
{
	bool phone = kind == KEY_PHONE || kind == KEY_PHONE_END;
	struct client_key *k;

	if (n == 0)
		return;
	for (size_t i = 0; i < out->n; i++) {
		bool same_sort = phone ? out->v[i].kind == kind : out->v[i].kind <= kind;

		if (same_sort && strlen(out->v[i].key) == n && memcmp(out->v[i].key, text, n) == 0)
			return;
	}
	k = list_push(out);
	k->kind = kind;
	k->key = xstrndup(text, n);
}

/* The folded words of a text, each a key. */
static void
add_words(struct client_keys *out, enum client_key_kind kind, const char *text, enum text_fold how)
{
	struct str folded = {0};
	const char *p;

	text_fold(&folded, text, how);
	for (p = str_text(&folded); *p != '\0'; p += strcspn(p, " ")) {
		p += strspn(p, " ");
		add_key(out, kind, p, strcspn(p, " "));
	}
	str_release(&folded);
}

/* Smith-Jones is found as smithjones, as the fold has it, and as jones. */
static void
add_name(struct client_keys *out, enum client_key_kind kind, const char *name)
{
	char *apart;

	if (name == NULL)
		return;
	add_words(out, kind, name, TEXT_FOLD_PLAIN);
	add_words(out, kind, name, TEXT_FOLD_DIGRAPH);
	if (strchr(name, '-') == NULL)
		return;
	apart = xstrdup(name);
	for (char *p = strchr(apart, '-'); p != NULL; p = strchr(p, '-'))
		*p = ' ';
	add_words(out, kind, apart, TEXT_FOLD_PLAIN);
	add_words(out, kind, apart, TEXT_FOLD_DIGRAPH);
	free(apart);
}

/* An address as one word, whatever signs are in it: ada.smith@example.com -> adasmithexamplecom. */
static void
fold_address(struct str *out, const char *address)
{
	struct str folded = {0};

	text_fold(&folded, address, TEXT_FOLD_PLAIN);
	for (const char *p = str_text(&folded); *p != '\0'; p++)
		if (*p != ' ')
			str_addc(out, *p);
	str_release(&folded);
}

static void
add_email(struct client_keys *out, const char *email)
{
	struct str whole = {0};
	char *local;

	if (email == NULL)
		return;
	fold_address(&whole, email);
	add_key(out, KEY_OTHER, str_text(&whole), whole.n);
	local = xstrndup(email, strcspn(email, "@"));
	add_name(out, KEY_OTHER, local);
	free(local);
	str_release(&whole);
}

/* Without the country code, with it, and with the 0 dialled before it: however a caller says it. */
static void
add_phone(struct client_keys *out, const char *phone, int country)
{
	struct str digits = {0}, said = {0}, end = {0};

	if (phone != NULL)
		phone_digits(&digits, phone, country);
	if (digits.n > 0) {
		add_key(out, KEY_PHONE, str_text(&digits), digits.n);
		str_addf(&said, "%d%s", country, str_text(&digits));
		add_key(out, KEY_PHONE, str_text(&said), said.n);
		if (country != 1) {
			str_clear(&said);
			str_addf(&said, "0%s", str_text(&digits));
			add_key(out, KEY_PHONE, str_text(&said), said.n);
		}
		for (size_t i = digits.n; i > 0; i--)
			str_addc(&end, digits.v[i - 1]);
		add_key(out, KEY_PHONE_END, str_text(&end), end.n);
	}
	str_release(&digits);
	str_release(&said);
	str_release(&end);
}

void
client_keys(
    struct client_keys *out, const struct client *c, const struct words *former, int country)
{
	add_name(out, KEY_LAST, c->last);
	add_name(out, KEY_FIRST, c->first);
	add_name(out, KEY_OTHER, c->preferred);
	for (size_t i = 0; former != NULL && i < former->n; i++)
		add_name(out, KEY_OTHER, former->v[i]);
	add_email(out, c->email);
	add_phone(out, c->phone, country);
	add_phone(out, c->phone2, country);
}

void
client_keys_release(struct client_keys *k)
{
	for (size_t i = 0; i < k->n; i++)
		free(k->v[i].key);
	free(k->v);
	*k = (struct client_keys){0};
}

static void
push_word(struct client_query *out, const char *text, size_t n, bool digits)
{
	struct client_query_word *w;

	if (n == 0)
		return;
	w = list_push(out);
	w->text = xstrndup(text, n);
	w->digits = digits;
}

/* Numbers that follow each other are one number; it is a part of a phone from three digits on. */
static void
end_number(struct client_query *out, struct str *number)
{
	const char *digits = str_text(number);
	size_t n = number->n;

	if (n >= 7 && strncmp(digits, "00", 2) == 0) {
		digits += 2;
		n -= 2;
	}
	push_word(out, digits, n, n >= PHONE_PART_MIN);
	str_clear(number);
}

static bool
is_number(const char *word, size_t n)
{
	return strspn(word, "0123456789+-./()") >= n && strcspn(word, "0123456789") < n;
}

static void
add_typed(struct client_query *out, const char *word, size_t n)
{
	struct str folded = {0};
	char *typed = xstrndup(word, n);
	const char *p;

	if (strchr(typed, '@') != NULL)
		fold_address(&folded, typed);
	else
		text_fold(&folded, typed, TEXT_FOLD_PLAIN);
	for (p = str_text(&folded); *p != '\0'; p += strcspn(p, " ")) {
		p += strspn(p, " ");
		push_word(out, p, strcspn(p, " "), false);
	}
	free(typed);
	str_release(&folded);
}

/* "#231"; false: not a number of a client. */
static bool
parse_id(const char *words, int64_t *id)
{
	int64_t n = 0;
	size_t digits, begin = strspn(words, " \t");

	if (words[begin] != '#')
		return false;
	words += begin + 1;
	digits = strspn(words, "0123456789");
	if (digits == 0 || digits > 18 || words[digits + strspn(words + digits, " \t")] != '\0')
		return false;
	for (size_t i = 0; i < digits; i++)
		n = n * 10 + (words[i] - '0');
	*id = n;
	return n > 0;
}

enum err
client_query_parse(const char *words, struct client_query *out)
{
	static const char blanks[] = " \t\r\n";
	struct str number = {0};
	size_t n;

	*out = (struct client_query){0};
	if (parse_id(words, &out->id))
		return ERR_OK;
	for (words += strspn(words, blanks); *words != '\0'; words += strspn(words, blanks)) {
		n = strcspn(words, blanks);
		if (is_number(words, n)) {
			for (size_t i = 0; i < n; i++)
				if (words[i] >= '0' && words[i] <= '9')
					str_addc(&number, words[i]);
		} else {
			end_number(out, &number);
			add_typed(out, words, n);
		}
		words += n;
	}
	end_number(out, &number);
	str_release(&number);
	if (out->n == 0)
		return err_set(ERR_USAGE,
		    "nothing to look for; type the beginning of a name or three digits of a phone");
	return ERR_OK;
}

void
client_query_release(struct client_query *q)
{
	for (size_t i = 0; i < q->n; i++)
		free(q->v[i].text);
	free(q->v);
	*q = (struct client_query){0};
}

static bool
ends_backwards(const char *reversed, const char *text)
{
	size_t n = strlen(text);

	for (size_t i = 0; i < n; i++)
		if (reversed[i] == '\0' || reversed[i] != text[n - 1 - i])
			return false;
	return true;
}

bool
client_word_fits(const struct client_query_word *w, const struct client_key *k)
{
	if (k->kind == KEY_PHONE_END)
		return w->digits && ends_backwards(k->key, w->text);
	if (w->digits != (k->kind == KEY_PHONE))
		return false;
	return strncmp(k->key, w->text, strlen(w->text)) == 0;
}

bool
client_word_near(const struct client_query_word *w, const struct client_key *k)
{
	return !w->digits && k->kind <= KEY_OTHER && text_distance(k->key, w->text, 1) <= 1 &&
	    text_letters(w->text) >= CLIENT_SLIP_MIN;
}
