/* What ships in data/, read for tests of the rules: words, flag rules, services. */
#ifndef TESTS_SHIPPED_H
#define TESTS_SHIPPED_H

#include <stdlib.h>
#include <string.h>

#include <frontdesk/embedded.h>
#include <frontdesk/mem.h>
#include <frontdesk/practice.h>

enum { SHIPPED_CELLS = 12 };
struct shipped_row {
	char *v[SHIPPED_CELLS]; /* "" where there is none */
};

/* Calls fn for every row below the header, in the order of the file. */
static inline void
shipped_rows(const char *name, void (*fn)(void *, const struct shipped_row *, int place), void *arg)
{
	const char *s = "";
	int place = -1; /* the header */

	for (size_t i = 0; i < embedded_seed_count; i++)
		if (strcmp(embedded_seeds[i].name, name) == 0)
			s = embedded_seeds[i].text;
	while (*s != '\0') {
		struct shipped_row row;
		size_t n = strcspn(s, "\n");
		char *line = xstrndup(s, n), *cell = line;

		s += n + (s[n] == '\n');
		for (size_t i = 0; i < SHIPPED_CELLS; i++) {
			size_t size = strcspn(cell, "\t");

			row.v[i] = cell;
			cell += size;
			if (*cell != '\0')
				*cell++ = '\0';
		}
		if (line[0] != '#' && line[0] != '\0' && ++place > 0)
			fn(arg, &row, place);
		free(line);
	}
}

struct shipped_list {
	struct vocabulary *words;
	enum vocabulary_kind kind;
};

static inline void
shipped_word(void *arg, const struct shipped_row *row, int place)
{
	const struct shipped_list *l = arg;
	struct vocabulary_word *w = list_push(l->words);

	*w = (struct vocabulary_word){
	    .id = (int64_t)l->words->n, .kind = l->kind, .place = place, .active = true};
	w->code = xstrdup(row->v[0]);
	w->label = xstrdup(row->v[1]);
	w->also = xstrdup(row->v[2]);
	w->section = xstrdup(row->v[3]);
}

/* Every kind but nicknames. */
static inline void
shipped_vocabulary(struct vocabulary *out)
{
	static const struct {
		const char *file;
		enum vocabulary_kind kind;
	} files[] = {{"regions.tsv", VOCABULARY_REGION}, {"goals.tsv", VOCABULARY_GOAL},
	    {"causes.tsv", VOCABULARY_CAUSE}, {"qualities.tsv", VOCABULARY_QUALITY},
	    {"conditions.tsv", VOCABULARY_CONDITION}, {"medications.tsv", VOCABULARY_MEDICATION},
	    {"techniques.tsv", VOCABULARY_TECHNIQUE}};

	*out = (struct vocabulary){0};
	for (size_t i = 0; i < array_size(files); i++) {
		struct shipped_list l = {out, files[i].kind};

		shipped_rows(files[i].file, shipped_word, &l);
	}
}

/* code name level when prompt cap blocks skill expires acknowledge place */
static inline void
shipped_rule(void *arg, const struct shipped_row *row, int place)
{
	struct flag_rules *l = arg;
	struct flag_rule *r = list_push(l);

	*r = (struct flag_rule){.id = place, .place = place, .active = true};
	if (flag_level_find(row->v[2], &r->level) != ERR_OK)
		abort();
	r->code = xstrdup(row->v[0]);
	r->name = xstrdup(row->v[1]);
	r->raised_by = xstrdup(row->v[3]);
	r->prompt = xstrdup(row->v[4]);
	r->cap = (int)strtol(row->v[5], NULL, 10);
	r->blocks = xstrdup(row->v[6]);
	r->skill = xstrdup(row->v[7]);
	r->expires_days = (int)strtol(row->v[8], NULL, 10);
	r->acknowledge = strcmp(row->v[9], "yes") == 0;
}

static inline void
shipped_rules(struct flag_rules *out)
{
	*out = (struct flag_rules){0};
	shipped_rows("flags.tsv", shipped_rule, out);
}

/* code name label prices turnover pressure skills people description */
static inline void
shipped_service(void *arg, const struct shipped_row *row, int place)
{
	struct practice *p = arg;
	struct service *s = list_push(&p->services);

	*s = (struct service){.id = place, .turnover = 15, .people = 1, .active = true};
	s->code = xstrdup(row->v[0]);
	s->name = xstrdup(row->v[1]);
	s->min_pressure = (int)strtol(row->v[5], NULL, 10);
	if (row->v[6][0] != '\0')
		words_add(&s->skills, row->v[6]);
	*list_push(&s->durations) = (struct service_duration){.minutes = 60, .price = 100};
}

#endif
