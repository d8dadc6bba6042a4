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
	const char *heard, *flag; /* NULL: none that a therapist is ever asked about */
} conditions[] = {
    {"!disc", "disc"},
    {"!arthritis", "arthritis"},
    {"!diabetes", "diabetes"},
    {"!osteo", "osteo"},
    {"!varicose", NULL},
    {"!fragrance", "fragrance"},
    {"!epilepsy", "epilepsy"},
    {"!heart", "heart"},
    {"!bloodthinner", "bleeding"},
};

static const char *const pressures[] = {"!p3", "!p3", "!p2", "!p4", "!p4", "!p5"};
enum {
	PRESSURES = array_size(pressures),
	COMPLAINTS = array_size(complaints),
	CONDITIONS = array_size(conditions)
};

/* What may be told, each read once: words are slow. The last condition is none. */
struct stories {
	struct intake v[PRESSURES][COMPLAINTS][CONDITIONS + 1]; /* who == NULL: not read yet */
	civil_day day; /* on which it is told now */
};

static void
stories_release(struct stories *s)
{
	for (int p = 0; p < PRESSURES; p++)
		for (int c = 0; c < COMPLAINTS; c++)
			for (int n = 0; n <= CONDITIONS; n++)
				intake_release(&s->v[p][c][n]);
}

static enum err
story(const struct desk *d, struct stories *s, int p, int c, int n, struct intake **out)
{
	const struct intake_habits habits = desk_intake_habits(d);
	struct intake *in = *out = &s->v[p][c][n];
	enum err e;

	if (in->who != NULL)
		return ERR_OK;
	intake_init(in);
	in->source = INTAKE_FROM_PAPER;
	e = intake_hear(in, &habits, pressures[p], NULL);
	if (e == ERR_OK)
		e = intake_hear(in, &habits, complaints[c], NULL);
	if (e == ERR_OK && n < CONDITIONS)
		e = intake_hear(in, &habits, conditions[n].heard, NULL);
	return e;
}

static enum err
add_intake(
    struct desk *d, uint64_t *random, struct stories *s, int64_t client_id, struct demo_flag *flag)
{
	const int p = demo_below(random, PRESSURES), c = demo_below(random, COMPLAINTS);
	const int n =
	    demo_below(random, 100) < SOMETHING ? demo_below(random, CONDITIONS) : CONDITIONS;
	struct intake *in;
	enum err e = story(d, s, p, c, n, &in);

	in->client_id = client_id;
	for (size_t i = 0; i < in->items.n; i++)
		if (in->items.v[i].day != CIVIL_DAY_NONE)
			in->items.v[i].day = s->day;
	if (e == ERR_OK)
		e = store_intake_add(d->store, in);
	flag->intake_id = in->id;
	flag->code = n < CONDITIONS ? conditions[n].flag : NULL;
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
	struct stories *stories = xcalloc(1, sizeof(*stories));
	enum err e = ERR_OK;

	step.bulk = true;
	for (int i = 0; i < w->clients && e == ERR_OK;) {
		step.at = now - (int64_t)(i / a_step) * STRETCH;
		stories->day = civil_day_of(desk_civil(d, step.at));
		e = store_begin(d->store, &step);
		do {
			if (e == ERR_OK)
				e = add_intake(d, &random, stories, clients[i], &flags[i]);
			if (e == ERR_OK)
				e = add_consents(d, clients[i]);
		} while (e == ERR_OK && ++i < w->clients && i % a_step != 0);
		if (e == ERR_OK)
			e = store_commit(d->store);
	}
	stories_release(stories);
	free(stories);
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
	const uint64_t bit = UINT64_C(1) << (a->service_id * 8 + a->therapist_id) % 64;

	if (f->code == NULL || (f->known & bit) != 0 || a->state >= APPT_COMPLETED)
		return ERR_OK;
	if (a->state < APPT_STARTED && demo_below(random, 100) >= MOSTLY)
		return ERR_OK;
	f->known |= bit;
	return store_acknowledge(d->store, &k);
}
