/* Whether two clients are one person, before a new one is saved (design: desk.md 7, Duplicates). */
#include <stdio.h>
#include <string.h>

#include <frontdesk/client.h>
#include <frontdesk/text.h>

enum {
	PHONE_WHOLE_MIN = 5, /* digits */
	BEGINNING_MIN = 3, /* letters */
};

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

/* How alike one part of two names is, the more the later. */
enum likeness {
	UNLIKE,
	SHORT_SLIP, /* a slip in three letters: tells something only beside a same word */
	LIKE,
	SAME,
};

/* Equal but for a slip of the finger: one, in a long word two. Families have no nicknames. */
static enum likeness
compare_last(const char *a, const char *b, const char *nicknames)
{
	int slips = text_distance(a, b, 2);
	size_t la, lb, shorter;

	(void)nicknames;
	if (slips == 0 || slips > 2)
		return slips == 0 ? SAME : UNLIKE;
	la = text_letters(a);
	lb = text_letters(b);
	shorter = la < lb ? la : lb;
	if (shorter < CLIENT_SLIP_MIN || (slips == 2 && shorter < CLIENT_SLIP_TWO))
		return UNLIKE;
	return shorter == CLIENT_SLIP_MIN ? SHORT_SLIP : LIKE;
}

static bool
begins(const char *word, const char *beginning)
{
	return text_letters(beginning) >= BEGINNING_MIN &&
	    strncmp(word, beginning, strlen(beginning)) == 0;
}

void
client_nicknames(struct str *out, const struct vocabulary *l)
{
	for (size_t i = 0; i < l->n; i++) {
		const struct vocabulary_word *w = &l->v[i];
		struct str names = {0}, keys = {0};

		if (w->kind != VOCABULARY_NICKNAME || !w->active)
			continue;
		str_addf(&names, "%s %s", w->label, w->also);
		text_fold(&keys, str_text(&names), TEXT_FOLD_PLAIN);
		str_addf(out, " %s \n", str_text(&keys));
		str_release(&keys);
		str_release(&names);
	}
}

/* Whether a line has both names. */
static bool
nickname_of(const char *lines, const char *a, const char *b)
{
	char one[32], other[32];
	const char *line, *found;

	/* What is not in the lines whole is not in them cut. */
	snprintf(one, sizeof(one), " %s ", a);
	snprintf(other, sizeof(other), " %s ", b);
	for (const char *p = strstr(lines, one); p != NULL; p = strstr(p + 1, one)) {
		for (line = p; line > lines && line[-1] != '\n';)
			line--;
		found = strstr(line, other);
		if (found != NULL && found < strchr(line, '\n'))
			return true;
	}
	return false;
}

/* Tom is Thomas, and so is Tho. */
static enum likeness
compare_first(const char *a, const char *b, const char *nicknames)
{
	enum likeness l = compare_last(a, b, nicknames);

	return l < LIKE && (begins(a, b) || begins(b, a) || nickname_of(nicknames, a, b)) ? LIKE
											  : l;
}

bool
client_first_alike(const char *a, const char *b, const char *nicknames)
{
	return compare_first(a, b, nicknames) != UNLIKE;
}

static enum likeness
more(enum likeness a, enum likeness b)
{
	return a > b ? a : b;
}

/* Müller is Muller and Mueller, and a slip from Muler and Nueller. */
static enum likeness
compare(enum likeness (*keys)(const char *, const char *, const char *), const char *a,
    const char *b, const char *nicknames)
{
	struct str pa = {0}, pb = {0}, da = {0}, db = {0};
	enum likeness l;

	if (!told(a) || !told(b))
		return UNLIKE;
	text_fold(&pa, a, TEXT_FOLD_PLAIN);
	text_fold(&pb, b, TEXT_FOLD_PLAIN);
	text_fold(&da, a, TEXT_FOLD_DIGRAPH);
	text_fold(&db, b, TEXT_FOLD_DIGRAPH);
	l = more(keys(pa.v, pb.v, nicknames),
	    more(keys(da.v, pb.v, nicknames), keys(pa.v, db.v, nicknames)));
	str_release(&pa);
	str_release(&pb);
	str_release(&da);
	str_release(&db);
	return l;
}

static enum likeness
first_likeness(const struct client *a, const struct client *b, const char *nicknames)
{
	return more(compare(compare_first, a->first, b->first, nicknames),
	    more(compare(compare_first, a->preferred, b->first, nicknames),
		compare(compare_first, a->first, b->preferred, nicknames)));
}

static bool
same_word(const char *a, const char *b)
{
	if (!told(a) || !told(b))
		return !told(a) && !told(b);
	return compare(compare_last, a, b, "") == SAME;
}

static bool
same_name(const struct client *a, const struct client *b)
{
	return (told(a->first) || told(a->last)) && same_word(a->first, b->first) &&
	    same_word(a->last, b->last);
}

static bool
exchanged(const struct client *a, const struct client *b)
{
	return told(a->first) && told(a->last) && same_word(a->first, b->last) &&
	    same_word(a->last, b->first);
}

enum client_alike
client_alike(const struct client *a, const struct client *b, int country, const char *nicknames,
    const char **why)
{
	bool phone = share_phone(a, b, country);
	bool email = told(a->email) && told(b->email) && text_same(a->email, b->email);
	bool birth = a->birth != CIVIL_DAY_NONE && a->birth == b->birth;
	enum likeness first = first_likeness(a, b, nicknames);
	enum likeness last = compare(compare_last, a->last, b->last, "");
	bool same = same_name(a, b);
	bool similar = same || exchanged(a, b) || (first >= LIKE && last >= LIKE) ||
	    (first == SAME && last != UNLIKE) || (last == SAME && first != UNLIKE);
	/* One part may change by marriage, or be another of several first names. */
	bool born = birth && (first == SAME || last == SAME);

	if (same && (phone || email || birth)) {
		*why = phone ? "same name and phone"
		    : email  ? "same name and e-mail"
			     : "same name and birth date";
		return ALIKE_SURELY;
	}
	if (!phone && !email && !similar && !born)
		return ALIKE_NOT;
	*why = phone ? "same phone"
	    : email  ? "same e-mail"
	    : same   ? "same name"
	    : birth  ? "similar name, same birth date"
		     : "similar name";
	return ALIKE_MAYBE;
}
