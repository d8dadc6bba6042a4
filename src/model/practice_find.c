/* Therapists, rooms, services and persons by what a person typed. */
#include <stdlib.h>

#include <frontdesk/mem.h>
#include <frontdesk/practice.h>
#include <frontdesk/text.h>

/* What the four kinds of record have in common. */
struct named {
	int64_t id;
	const char *code, *name;
	bool active;
};
struct named_list {
	struct named *v;
	size_t n, cap;
};

/* How a word may fit a record, the best first. */
typedef bool fits(const struct named *, const char *word);

static bool
fits_code(const struct named *r, const char *word)
{
	return text_same(r->code, word);
}

static bool
fits_name(const struct named *r, const char *word)
{
	return text_same(r->name, word);
}

static bool
begins(const struct named *r, const char *word)
{
	return r->active && (text_begins(r->code, word) || text_begins(r->name, word));
}

/* The active ones that fit; when there are none, the archived ones. */
static void
fitting(const struct named_list *all, fits *fit, const char *word, struct named_list *out)
{
	for (int active = 1; active >= 0 && out->n == 0; active--)
		for (size_t i = 0; i < all->n; i++)
			if (all->v[i].active == active && fit(&all->v[i], word))
				*list_push(out) = all->v[i];
}

static void
list_codes(struct str *out, const struct named_list *l)
{
	for (size_t i = 0; i < l->n; i++)
		if (l->v[i].active)
			str_addf(out, "%s%s", out->n > 0 ? ", " : "", l->v[i].code);
}

static enum err
not_found(const struct named_list *all, const char *kind, const char *word)
{
	struct str codes = {0};

	list_codes(&codes, all);
	if (codes.n > 0)
		err_set(ERR_NOT_FOUND, "no %s \"%s\"; there are: %s", kind, word, str_text(&codes));
	else
		err_set(ERR_NOT_FOUND, "no %s \"%s\"; there are none yet", kind, word);
	str_release(&codes);
	return ERR_NOT_FOUND;
}

static enum err
ambiguous(const struct named_list *hits, const char *kind, const char *word)
{
	struct str codes = {0};

	for (size_t i = 0; i < hits->n; i++)
		str_addf(&codes, "%s%s (%s)", i > 0 ? ", " : "", hits->v[i].code, hits->v[i].name);
	err_set(ERR_NOT_FOUND, "%s \"%s\" could be: %s", kind, word, str_text(&codes));
	str_release(&codes);
	return ERR_NOT_FOUND;
}

static enum err
find(const struct named_list *all, const char *kind, const char *word, int64_t *id)
{
	static fits *const ways[] = {fits_code, fits_name, begins};
	struct named_list hits = {0};
	enum err err;

	for (size_t i = 0; i < array_size(ways) && hits.n == 0; i++)
		fitting(all, ways[i], word, &hits);
	if (hits.n == 1) {
		*id = hits.v[0].id;
		err = ERR_OK;
	} else {
		err = hits.n == 0 ? not_found(all, kind, word) : ambiguous(&hits, kind, word);
	}
	free(hits.v);
	return err;
}

#define FIND(list, short, kind, word, id) \
	do { \
		struct named_list all = {0}; \
		enum err err; \
\
		for (size_t i = 0; i < (list).n; i++) \
			*list_push(&all) = (struct named){(list).v[i].id, (list).v[i].short, \
			    (list).v[i].name, (list).v[i].active}; \
		err = find(&all, kind, word, id); \
		free(all.v); \
		return err; \
	} while (0)

enum err
practice_find_therapist(const struct practice *p, const char *word, int64_t *id)
{
	FIND(p->therapists, code, "therapist", word, id);
}

enum err
practice_find_room(const struct practice *p, const char *word, int64_t *id)
{
	FIND(p->rooms, code, "room", word, id);
}

enum err
practice_find_service(const struct practice *p, const char *word, int64_t *id)
{
	FIND(p->services, code, "service", word, id);
}

enum err
practice_find_person(const struct practice *p, const char *word, int64_t *id)
{
	FIND(p->persons, login, "person", word, id);
}
