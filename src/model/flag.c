/* Flags as records: their levels, copying them and giving them back. */
#include <frontdesk/flag.h>

#include <stdlib.h>

#include <frontdesk/mem.h>

#include "phrase.h"

static const char *const level_words[] = {
#define X(id, word, asks) word,
    FLAG_LEVEL_LIST(X)
#undef X
};

const char *
flag_level_word(enum flag_level l)
{
	return level_words[l];
}

const char *
flag_level_asks(enum flag_level l)
{
	static const char *const asks[] = {
#define X(id, word, asks) asks,
		FLAG_LEVEL_LIST(X)
#undef X
	};

	return asks[l];
}

enum err
flag_level_find(const char *word, enum flag_level *out)
{
	size_t i;
	enum err err = word_pick(word, level_words, array_size(level_words), &i);

	if (err == ERR_OK)
		*out = (enum flag_level)i;
	return err;
}

void
flag_rule_release(struct flag_rule *r)
{
	free(r->code);
	free(r->name);
	free(r->raised_by);
	free(r->prompt);
	free(r->blocks);
	free(r->skill);
	*r = (struct flag_rule){0};
}

void
flag_rules_release(struct flag_rules *l)
{
	for (size_t i = 0; i < l->n; i++)
		flag_rule_release(&l->v[i]);
	free(l->v);
	*l = (struct flag_rules){0};
}

void
clearance_release(struct clearance *c)
{
	free(c->flag);
	free(c->given_by);
	free(c->note);
	*c = (struct clearance){0};
}

void
clearance_list_release(struct clearance_list *l)
{
	for (size_t i = 0; i < l->n; i++)
		clearance_release(&l->v[i]);
	free(l->v);
	*l = (struct clearance_list){0};
}

void
acknowledgement_list_release(struct acknowledgement_list *l)
{
	for (size_t i = 0; i < l->n; i++) {
		free(l->v[i].flag);
		free(l->v[i].noted_by);
	}
	free(l->v);
	*l = (struct acknowledgement_list){0};
}

void
health_release(struct health *h)
{
	intake_release(&h->intake);
	clearance_list_release(&h->clearances);
	acknowledgement_list_release(&h->acknowledgements);
}

void
flag_list_release(struct flag_list *l)
{
	for (size_t i = 0; i < l->n; i++) {
		ids_release(&l->v[i].acknowledged);
		ids_release(&l->v[i].acknowledged_by);
		ids_release(&l->v[i].therapists);
		region_list_release(&l->v[i].places);
	}
	free(l->v);
	*l = (struct flag_list){0};
}

static struct ids
copy_ids(const struct ids *from)
{
	struct ids to = {0};

	for (size_t i = 0; i < from->n; i++)
		*list_push(&to) = from->v[i];
	return to;
}

void
flag_list_copy(struct flag_list *to, const struct flag_list *from)
{
	struct flag_list l = {0};

	for (size_t i = 0; i < from->n; i++) {
		struct flag *f = list_push(&l);

		*f = from->v[i];
		f->acknowledged = copy_ids(&from->v[i].acknowledged);
		f->acknowledged_by = copy_ids(&from->v[i].acknowledged_by);
		f->therapists = copy_ids(&from->v[i].therapists);
		f->places = (struct region_list){0};
		for (size_t k = 0; k < from->v[i].places.n; k++)
			*list_push(&f->places) = from->v[i].places.v[k];
	}
	*to = l;
}
