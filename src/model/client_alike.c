/* Whether two clients are one person, before a new one is saved (design: desk.md 7, Duplicates). */
#include <string.h>

#include <frontdesk/client.h>
#include <frontdesk/text.h>

#include "nickname.h"

enum { PHONE_WHOLE_MIN = 5 };

static bool
told(const char *text)
{
	return text != NULL && text[0] != '\0';
}

static bool
same_phone(const char *a, const char *b, int country)
{
	struct str da = {0}, db = {0};
	bool same;

	if (!told(a) || !told(b))
		return false;
	phone_digits(&da, a, country);
	phone_digits(&db, b, country);
	same = da.n >= PHONE_WHOLE_MIN && strcmp(str_text(&da), str_text(&db)) == 0;
	str_release(&da);
	str_release(&db);
	return same;
}

static bool
share_phone(const struct client *a, const struct client *b, int country)
{
	return same_phone(a->phone, b->phone, country) ||
	    same_phone(a->phone, b->phone2, country) || same_phone(a->phone2, b->phone, country) ||
	    same_phone(a->phone2, b->phone2, country);
}

static bool
same_key(const char *a, enum text_fold how_a, const char *b, enum text_fold how_b)
{
	struct str fa = {0}, fb = {0};
	bool same;

	text_fold(&fa, a, how_a);
	text_fold(&fb, b, how_b);
	same = strcmp(str_text(&fa), str_text(&fb)) == 0;
	str_release(&fa);
	str_release(&fb);
	return same;
}

/* Müller is Muller and Mueller. */
static bool
same_word(const char *a, const char *b)
{
	if (!told(a) || !told(b))
		return !told(a) && !told(b);
	return text_same(a, b) || same_key(a, TEXT_FOLD_DIGRAPH, b, TEXT_FOLD_PLAIN) ||
	    same_key(a, TEXT_FOLD_PLAIN, b, TEXT_FOLD_DIGRAPH);
}

/* Equal but for a slip of the finger: one, in a long word two. */
static bool
nearly(const char *a, const char *b)
{
	size_t la = strlen(a), lb = strlen(b), shorter = la < lb ? la : lb;

	if (shorter < 4)
		return false;
	return text_distance(a, b, 2) <= (shorter < 8 ? 1 : 2);
}

static bool
alike_keys(const char *a, const char *b)
{
	size_t la = strlen(a), lb = strlen(b);

	return nearly(a, b) || nickname_of(a, b) ||
	    (la >= 3 && lb >= 3 && strncmp(a, b, la < lb ? la : lb) == 0);
}

static bool
alike_first(const char *a, const char *b)
{
	struct str fa = {0}, fb = {0};
	bool alike;

	if (!told(a) || !told(b))
		return false;
	text_fold(&fa, a, TEXT_FOLD_PLAIN);
	text_fold(&fb, b, TEXT_FOLD_PLAIN);
	alike = same_word(a, b) || alike_keys(str_text(&fa), str_text(&fb));
	str_release(&fa);
	str_release(&fb);
	return alike;
}

static bool
alike_last(const char *a, const char *b)
{
	struct str fa = {0}, fb = {0};
	bool alike;

	if (!told(a) || !told(b))
		return false;
	text_fold(&fa, a, TEXT_FOLD_PLAIN);
	text_fold(&fb, b, TEXT_FOLD_PLAIN);
	alike = same_word(a, b) || nearly(str_text(&fa), str_text(&fb));
	str_release(&fa);
	str_release(&fb);
	return alike;
}

static bool
same_name(const struct client *a, const struct client *b)
{
	return (told(a->first) || told(a->last)) && same_word(a->first, b->first) &&
	    same_word(a->last, b->last);
}

static bool
similar_name(const struct client *a, const struct client *b)
{
	bool swapped = told(a->first) && told(a->last) && same_word(a->first, b->last) &&
	    same_word(a->last, b->first);

	return swapped ||
	    (alike_last(a->last, b->last) &&
		(alike_first(a->first, b->first) || alike_first(a->preferred, b->first) ||
		    alike_first(a->first, b->preferred)));
}

enum client_alike
client_alike(const struct client *a, const struct client *b, int country, const char **why)
{
	bool phone = share_phone(a, b, country);
	bool email = told(a->email) && told(b->email) && text_same(a->email, b->email);
	bool birth = a->birth != CIVIL_DAY_NONE && a->birth == b->birth;
	bool same = same_name(a, b), similar = same || similar_name(a, b);

	if (same && (phone || email || birth)) {
		*why = phone ? "same name and phone"
		    : email  ? "same name and e-mail"
			     : "same name and birth date";
		return ALIKE_SURELY;
	}
	if (!phone && !email && !similar)
		return ALIKE_NOT;
	*why = phone ? "same phone"
	    : email  ? "same e-mail"
	    : same   ? "same name"
	    : birth  ? "similar name, same birth date"
		     : "similar name";
	return ALIKE_MAYBE;
}
