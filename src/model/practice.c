/* The practice's records: their lists, by id, and giving them back. */
#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>
#include <frontdesk/practice.h>
#include <frontdesk/text.h>

bool
words_has(const struct words *w, const char *word)
{
	for (size_t i = 0; i < w->n; i++)
		if (text_same(w->v[i], word))
			return true;
	return false;
}

bool
words_add(struct words *w, const char *word)
{
	if (words_has(w, word))
		return false;
	*list_push(w) = xstrdup(word);
	return true;
}

void
words_release(struct words *w)
{
	for (size_t i = 0; i < w->n; i++)
		free(w->v[i]);
	free(w->v);
	*w = (struct words){0};
}

bool
ids_has(const struct ids *l, int64_t id)
{
	for (size_t i = 0; i < l->n; i++)
		if (l->v[i] == id)
			return true;
	return false;
}

void
ids_release(struct ids *l)
{
	free(l->v);
	*l = (struct ids){0};
}

void
therapist_release(struct therapist *t)
{
	free(t->code);
	free(t->name);
	free(t->colour);
	words_release(&t->skills);
	free(t->shifts.v);
	free(t->exceptions.v);
	free(t->services.v);
}

void
room_release(struct room *r)
{
	free(r->code);
	free(r->name);
	free(r->location);
}

void
service_release(struct service *s)
{
	free(s->code);
	free(s->name);
	free(s->description);
	free(s->desk_label);
	words_release(&s->skills);
	ids_release(&s->rooms);
	free(s->durations.v);
}

void
practice_release(struct practice *p)
{
	for (size_t i = 0; i < p->therapists.n; i++)
		therapist_release(&p->therapists.v[i]);
	for (size_t i = 0; i < p->rooms.n; i++)
		room_release(&p->rooms.v[i]);
	for (size_t i = 0; i < p->services.n; i++)
		service_release(&p->services.v[i]);
	free(p->therapists.v);
	free(p->rooms.v);
	for (size_t i = 0; i < p->persons.n; i++)
		person_release(&p->persons.v[i]);
	free(p->services.v);
	free(p->persons.v);
	vocabulary_release(&p->vocabulary);
	flag_rules_release(&p->flag_rules);
	settings_release(&p->settings);
	*p = (struct practice){0};
}

/* The lists are in the order of codes, and short: a look through them is quick enough. */
#define FIND_BY_ID(list, wanted) \
	do { \
		for (size_t i = 0; i < (list).n; i++) \
			if ((list).v[i].id == (wanted)) \
				return &(list).v[i]; \
		return NULL; \
	} while (0)

const struct therapist *
practice_therapist(const struct practice *p, int64_t id)
{
	FIND_BY_ID(p->therapists, id);
}

const struct room *
practice_room(const struct practice *p, int64_t id)
{
	FIND_BY_ID(p->rooms, id);
}

const struct service *
practice_service(const struct practice *p, int64_t id)
{
	FIND_BY_ID(p->services, id);
}

const struct person *
practice_person(const struct practice *p, int64_t id)
{
	FIND_BY_ID(p->persons, id);
}

const struct vocabulary_word *
practice_word(const struct practice *p, int64_t id)
{
	FIND_BY_ID(p->vocabulary, id);
}

const struct flag_rule *
practice_flag_rule(const struct practice *p, int64_t id)
{
	FIND_BY_ID(p->flag_rules, id);
}

const struct person *
practice_person_of(const struct practice *p, const char *login)
{
	for (size_t i = 0; i < p->persons.n; i++)
		if (p->persons.v[i].active && strcmp(p->persons.v[i].login, login) == 0)
			return &p->persons.v[i];
	return NULL;
}
