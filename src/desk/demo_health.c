/* What the invented clients told, and how their sessions went. */
#include "demo.h"

#include <stdlib.h>

#include <frontdesk/desk_health.h>
#include <frontdesk/mem.h>

enum {
	SOMETHING = 30, /* of 100 clients so many have a condition */
	STEPS = 12, /* told over so many stretches of the last year */
	STRETCH = 25 * 86400, /* seconds */
};

/* What they came with, in the words of the notation; the first is the most common. */
static const char *const complaints[] = {
    "!repetitive !+tr !nk4",
    "!spasm !+lb !lb5",
    "!posture !+ub !+nk",
    "!lift !lb6 !+gl",
    "!cause=stress !+sh",
    "!overuse !+fa !el3",
};
static const struct {
	const char *heard, *flag; /* the flag a therapist is to know of; NULL: none */
} conditions[] = {
    {"!disc", "disc"},
    {"!arthritis", NULL},
    {"!diabetes", NULL},
    {"!osteo", "osteo"},
    {"!varicose", NULL},
    {"!fragrance", NULL},
    {"!epilepsy", NULL},
    {"!heart", "heart"},
    {"!bloodthinner", "bleeding"},
};

/* Heard on the day on which it is told. */
static enum err
hear(const struct desk *d, int64_t at, struct intake *in, const char *words)
{
	struct intake_habits habits = desk_intake_habits(d);

	habits.today = civil_day_of(desk_civil(d, at));
	return intake_hear(in, &habits, words, NULL);
}

static enum err
add_intake(struct desk *d, uint64_t *random, int64_t at, int64_t client_id, struct demo_flag *flag)
{
	static const char *const pressures[] = {"!p3", "!p3", "!p2", "!p4", "!p4", "!p5"};
	struct intake in;
	enum err e;

	intake_init(&in);
	in.client_id = client_id;
	in.source = INTAKE_FROM_PAPER;
	e = hear(d, at, &in, pressures[demo_below(random, (int)array_size(pressures))]);
	if (e == ERR_OK)
		e = hear(d, at, &in, complaints[demo_below(random, (int)array_size(complaints))]);
	if (e == ERR_OK && demo_below(random, 100) < SOMETHING) {
		int n = demo_below(random, (int)array_size(conditions));

		e = hear(d, at, &in, conditions[n].heard);
		flag->code = conditions[n].flag;
	}
	if (e == ERR_OK)
		e = store_intake_add(d->store, &in);
	flag->intake_id = in.id;
	intake_release(&in);
	return e;
}

static enum err
add_consents(struct desk *d, int64_t client_id)
{
	enum err e = ERR_OK;

	for (enum consent_kind k = CONSENT_TREATMENT; k <= CONSENT_DATA && e == ERR_OK; k++) {
		struct consent_given c = {.client_id = client_id,
		    .kind = k,
		    .version = xstrdup("1"),
		    .given_by = xstrdup(""),
		    .day = civil_day_of(desk_now(d)) - STRETCH / 86400,
		    .ended = CIVIL_DAY_NONE};

		e = store_consent_save(d->store, &c);
		consent_given_release(&c);
	}
	return e;
}

enum err
demo_told(struct desk *d, const struct demo *w, const int64_t *clients, struct demo_flag *flags)
{
	struct store_step step = desk_step(d, "Demonstration practice");
	const int64_t now = step.at;
	const int a_step = (w->clients + STEPS - 1) / STEPS;
	uint64_t random = w->seed ^ 0x4ea17;
	enum err e = ERR_OK;

	step.bulk = true;
	for (int i = 0; i < w->clients && e == ERR_OK;) {
		step.at = now - (int64_t)(i / a_step) * STRETCH;
		e = store_begin(d->store, &step);
		do {
			if (e == ERR_OK)
				e = add_intake(d, &random, step.at, clients[i], &flags[i]);
			if (e == ERR_OK)
				e = add_consents(d, clients[i]);
		} while (e == ERR_OK && ++i < w->clients && i % a_step != 0);
		if (e == ERR_OK)
			e = store_commit(d->store);
	}
	store_rollback(d->store);
	return e;
}

enum err
demo_visit(struct desk *d, uint64_t *random, const struct appt *a)
{
	struct visit v;
	enum err e;

	visit_init(&v);
	v.appt_id = a->id;
	v.pain_before = 3 + demo_below(random, 5);
	v.pain_after = v.pain_before - demo_below(random, 4);
	v.pressure = 2 + demo_below(random, 3);
	v.feedback = demo_below(random, 5) > 0 ? FEEDBACK_RIGHT
	    : demo_below(random, 2) > 0        ? FEEDBACK_DEEP
					       : FEEDBACK_LIGHT;
	v.aftercare = true;
	e = store_visit_save(d->store, &v);
	visit_release(&v);
	return e;
}

enum err
demo_known(struct desk *d, uint64_t *random, const struct appt *a, struct demo_flag *f)
{
	enum { MOSTLY = 85 }; /* of 100 */
	struct acknowledgement k = {
	    .client_id = a->client_id,
	    .service_id = a->service_id,
	    .intake_id = f->intake_id,
	    .appt_id = a->id,
	    .therapist_id = a->therapist_id,
	    .noted_by = (char *)d->options.who,
	    .flag = (char *)f->code,
	    .by_phone = true,
	};
	const uint64_t bit = UINT64_C(1) << (a->service_id % 64);

	if (f->code == NULL || (f->services & bit) != 0)
		return ERR_OK;
	f->services |= bit;
	return demo_below(random, 100) < MOSTLY ? store_acknowledge(d->store, &k) : ERR_OK;
}
