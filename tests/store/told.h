/* Intakes for tests of the store, and all that is known of a client's health as text. */
#ifndef TOLD_H
#define TOLD_H

#include <frontdesk/str.h>
#include <frontdesk/store_health.h>

#include "little.h"

static inline void
told_item(
    struct intake *in, enum intake_field field, const char *code, const char *text, int number)
{
	*list_push(&in->items) = (struct intake_item){.field = field,
	    .code = xstrdup(code),
	    .text = xstrdup(text),
	    .number = number,
	    .day = CIVIL_DAY_NONE};
}

static inline void
told_region(struct region_list *l, const char *code, char side, enum region_kind kind, int pain)
{
	struct region r = {.side = side, .kind = kind, .pain = pain};

	snprintf(r.code, sizeof(r.code), "%s", code);
	*list_push(l) = r;
}

static inline void
told_intake(const struct intake *in, struct str *out)
{
	str_addf(out, "intake %s %s at %lld note %s\n", in->id == 0 ? "none" : "told",
	    intake_source_word(in->source), (long long)in->stamped_at, in->note);
	for (size_t i = 0; i < in->items.n; i++) {
		const struct intake_item *t = &in->items.v[i];

		str_addf(out, " %s %s %s %d %d %d\n", intake_field_rows[t->field].word, t->code,
		    t->text, t->number, (int)t->day, t->past);
	}
	for (size_t i = 0; i < in->regions.n; i++) {
		const struct region *r = &in->regions.v[i];

		str_addf(out, " %s %d %s %d %d\n", r->code, r->side, region_kind_word(r->kind),
		    r->pain, r->pressure);
	}
}

/* What flags are derived from; of a version not its number nor where it was told. */
static inline void
told_health(const struct health *h, struct str *out)
{
	struct intake in = h->intake;

	in.source = INTAKE_FROM_DESK;
	told_intake(&in, out);
	for (size_t i = 0; i < h->clearances.n; i++) {
		const struct clearance *c = &h->clearances.v[i];

		str_addf(out, "clearance #%lld %s %s %s %d %d %d\n", (long long)c->id, c->flag,
		    c->given_by, c->note, (int)c->day, (int)c->until, c->ended);
	}
	for (size_t i = 0; i < h->acknowledgements.n; i++) {
		const struct acknowledgement *a = &h->acknowledgements.v[i];

		str_addf(out, "known %s %lld %lld %lld %lld %d %s\n", a->flag,
		    (long long)a->service_id, (long long)a->intake_id, (long long)a->appt_id,
		    (long long)a->therapist_id, a->by_phone, a->noted_by);
	}
}

#endif
