/* What a flag asks of a session: by itself, and by what the service and its therapist are. */
#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>
#include <frontdesk/practice.h>
#include <frontdesk/text.h>

bool
flag_is_known(const struct flag *f, int64_t service_id, int64_t therapist_id)
{
	for (size_t i = 0; i < f->acknowledged.n; i++)
		if (f->acknowledged.v[i] == service_id && f->acknowledged_by.v[i] == therapist_id)
			return true;
	return false;
}

int
flags_cap(const struct flag_list *l, const struct flag **which)
{
	const struct flag *least = NULL;

	for (size_t i = 0; i < l->n; i++)
		if (l->v[i].cap > 0 && (least == NULL || l->v[i].cap < least->cap))
			least = &l->v[i];
	if (which != NULL)
		*which = least;
	return least != NULL ? least->cap : 0;
}

bool
flag_blocks(const struct flag_rule *r, const char *service_code)
{
	const char *s = str_or_empty(r->blocks);
	bool blocks = false;

	while (!blocks && *s != '\0') {
		size_t n = strcspn(s, ",");
		char *code = xstrndup(s, n);

		blocks = strcmp(code, "*") == 0 || text_same(code, service_code);
		free(code);
		s += n + (s[n] == ',');
	}
	return blocks;
}

bool
flag_lacks_skill(
    const struct flag_rule *r, const struct service *service, const struct therapist *t)
{
	return r->skill[0] != '\0' && !words_has(&service->skills, r->skill) &&
	    !words_has(&t->skills, r->skill);
}

bool
flag_asks(const struct flag *f, const struct flag_rule *r)
{
	if (f->level == FLAG_CLEAR)
		return !f->cleared;
	return f->level == FLAG_STOP || r->acknowledge;
}

/* A leave on file answers the question of its level; it lifts no cap. */
static bool
is_against(const struct flag *f, const struct flag_rule *r, const struct service *service,
    const struct therapist *t)
{
	if (service == NULL)
		return false;
	return f->outdone || (f->cap != 0 && service->min_pressure > f->cap) ||
	    flag_blocks(r, service->code) || (t != NULL && flag_lacks_skill(r, service, t));
}

bool
flag_is_open(
    const struct practice *p, const struct flag *f, int64_t service_id, int64_t therapist_id)
{
	const struct flag_rule *r = practice_flag_rule(p, f->rule_id);

	return (flag_asks(f, r) ||
		   is_against(f, r, practice_service(p, service_id),
		       practice_therapist(p, therapist_id))) &&
	    !flag_is_known(f, service_id, therapist_id);
}

enum flag_level
flags_open(
    const struct practice *p, const struct flag_list *l, int64_t service_id, int64_t therapist_id)
{
	enum flag_level gravest = FLAG_LEVEL_COUNT;

	for (size_t i = 0; i < l->n; i++) {
		const struct flag *f = &l->v[i];
		const enum flag_level as = f->cleared ? FLAG_ADAPT : f->level;

		if (as < gravest && flag_is_open(p, f, service_id, therapist_id))
			gravest = as;
	}
	return gravest;
}

const char *
flags_mark(
    const struct practice *p, const struct flag_list *l, int64_t service_id, int64_t therapist_id)
{
	const char *mark = "";

	for (size_t i = 0; i < l->n; i++) {
		const struct flag *f = &l->v[i];

		if (f->level == FLAG_STOP)
			return "!S";
		if ((f->level == FLAG_CLEAR && !f->cleared) ||
		    flag_is_open(p, f, service_id, therapist_id))
			mark = "!C";
	}
	return mark;
}

void
flag_say_places(struct str *out, const struct vocabulary *l, const struct flag *f)
{
	for (size_t i = 0; i < f->places.n; i++) {
		struct str place = {0};

		region_say_place(&place, l, &f->places.v[i]);
		if (i == 0 && place.v[0] >= 'a' && place.v[0] <= 'z')
			place.v[0] = (char)(place.v[0] - 'a' + 'A');
		str_addf(out, "%s %s", i > 0 ? "," : "", str_text(&place));
		str_release(&place);
	}
	if (f->places.n > 0)
		str_addc(out, '.');
}
