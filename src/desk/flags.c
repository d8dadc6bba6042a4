/* Flags at the desk: what stands, the marks over the counter, and who knows of it. */
#include <frontdesk/desk_health.h>

#include <stdlib.h>
#include <string.h>

#include <frontdesk/desk_person.h>
#include <frontdesk/mem.h>

#include "health.h"
#include "side.h"

enum err
desk_flags(struct desk *d, int64_t client_id, civil_day day, struct flag_list *out)
{
	struct client_facts facts = {0};
	enum err e = health_opened(d, client_id);

	if (e == ERR_OK)
		e = facts_read(d, client_id, NULL, day, &facts);
	*out = facts.flags;
	facts.flags = (struct flag_list){0};
	client_facts_release(&facts);
	return e;
}

/* " (dt, hs)": the services that one therapist knows of it for. */
static void
say_services(const struct desk *d, const struct flag *f, int64_t therapist_id, struct str *out)
{
	const char *before = " (";

	for (size_t i = 0; i < f->acknowledged.n; i++) {
		const struct service *s = practice_service(&d->practice, f->acknowledged.v[i]);

		if (f->acknowledged_by.v[i] != therapist_id || s == NULL)
			continue;
		str_addf(out, "%s%s", before, s->code);
		before = ", ";
	}
	str_add(out, before[0] == ',' ? ")" : "");
}

/* " Known to Mia (dt), Ben (bk, hs)." */
static void
say_known(const struct desk *d, const struct flag *f, struct str *out)
{
	for (size_t i = 0; i < f->therapists.n; i++) {
		const int64_t id = f->therapists.v[i];
		const struct therapist *t = practice_therapist(&d->practice, id);

		str_addf(out, "%s%s", i > 0 ? ", " : " Known to ", t != NULL ? t->name : "?");
		say_services(d, f, id, out);
	}
	str_addc(out, '.');
}

void
desk_flag_say(const struct desk *d, const struct flag *f, struct str *out)
{
	const struct flag_rule *r = practice_flag_rule(&d->practice, f->rule_id);
	char day[CIVIL_LONG_SIZE];

	str_addf(out, "%s%s%s: %s", flag_level_word(f->level), desk_sees_private(d) ? " " : "",
	    desk_sees_private(d) ? r->name : "", r->prompt);
	flag_say_places(out, &d->practice.vocabulary, f);
	if (f->cap != 0)
		str_addf(out, " Pressure at most %d.", f->cap);
	if (f->until != CIVIL_DAY_NONE)
		str_addf(out, " Until %s.", civil_long_day(f->until, day));
	if (f->cleared)
		str_add(out, " Cleared.");
	if (f->therapists.n > 0)
		say_known(d, f, out);
}

/* --- Over the counter ------------------------------------------------------------------------- */

void
flag_marks_release(struct flag_marks *l)
{
	for (size_t i = 0; i < l->n; i++)
		flag_list_release(&l->v[i].flags);
	free(l->v);
	*l = (struct flag_marks){0};
}

struct marking {
	const struct desk *d;
	civil_day day;
	struct flag_marks *out;
};

static bool
mark_client(void *arg, struct health *h)
{
	struct marking *m = arg;
	struct flag_mark mark = {.client_id = h->intake.client_id};

	health_set_days(m->d, h);
	flags_derive(
	    &m->d->practice.flag_rules, &m->d->practice.vocabulary, h, m->day, &mark.flags);
	if (mark.flags.n > 0)
		*list_push(m->out) = mark;
	return true;
}

static int
by_client(const void *va, const void *vb)
{
	const struct flag_mark *a = va, *b = vb;

	return (a->client_id > b->client_id) - (a->client_id < b->client_id);
}

enum err
desk_flag_marks(struct desk *d, civil_min from, civil_min until, struct flag_marks *out)
{
	struct marking m = {.d = d, .day = civil_day_of(from), .out = out};
	enum err e = store_health_between(d->store, from, until, mark_client, &m);

	if (e == ERR_OK && out->n > 0)
		qsort(out->v, out->n, sizeof(out->v[0]), by_client);
	return e;
}

static const struct flag_mark *
mark_of(const struct flag_marks *l, const struct appt *a)
{
	const struct flag_mark key = {.client_id = a->client_id};

	return l->n > 0 ? bsearch(&key, l->v, l->n, sizeof(l->v[0]), by_client) : NULL;
}

bool
desk_flag_waits(const struct desk *d, const struct flag_marks *l, const struct appt *a)
{
	const struct flag_mark *m = mark_of(l, a);

	return m != NULL &&
	    flags_open(&d->practice, &m->flags, a->service_id, a->therapist_id) != FLAG_LEVEL_COUNT;
}

const char *
desk_flag_mark(const struct desk *d, const struct flag_marks *l, const struct appt *a)
{
	const struct flag_mark *m = mark_of(l, a);

	return m != NULL ? flags_mark(&d->practice, &m->flags, a->service_id, a->therapist_id) : "";
}

/* Of a client no service is asked for: what somebody knows for one is known. */
static bool
is_unknown(const struct desk *d, const struct flag *f)
{
	const bool known = f->acknowledged.n > 0;
	const int64_t service = known ? f->acknowledged.v[0] : 0;
	const int64_t therapist = known ? f->acknowledged_by.v[0] : 0;

	return (f->level == FLAG_CLEAR && !f->cleared) ||
	    flag_is_open(&d->practice, f, service, therapist);
}

enum err
desk_client_mark(struct desk *d, int64_t client_id, const char **mark)
{
	struct flag_list flags = {0};
	struct health h = {0};
	enum err e = store_health(d->store, client_id, &h);

	*mark = "";
	if (e != ERR_OK)
		return e;
	health_set_days(d, &h);
	flags_derive(&d->practice.flag_rules, &d->practice.vocabulary, &h,
	    civil_day_of(desk_now(d)), &flags);
	for (size_t i = flags.n; i > 0; i--)
		if (flags.v[i - 1].level == FLAG_STOP)
			*mark = "!S";
		else if (is_unknown(d, &flags.v[i - 1]))
			*mark = "!C";
	flag_list_release(&flags);
	health_release(&h);
	return ERR_OK;
}

/* --- Acknowledging ---------------------------------------------------------------------------- */

/* The person of a therapist whose PIN it is; a wrong one is audited, as at the locked screen. */
static enum err
check_pin(struct desk *d, int64_t therapist_id, const char *pin)
{
	const struct therapist *t = practice_therapist(&d->practice, therapist_id);
	int64_t person_id = 0;
	char *hash = NULL;
	bool right;
	enum err e = ERR_OK;

	for (size_t i = 0; i < d->practice.persons.n && hash == NULL && e == ERR_OK; i++) {
		const struct person *p = &d->practice.persons.v[i];

		if (p->active && p->therapist_id == therapist_id && p->has_pin) {
			person_id = p->id;
			e = store_person_pin(d->store, person_id, &hash);
		}
	}
	if (e == ERR_OK && hash == NULL)
		e = err_set(ERR_REFUSED, "%s has no PIN here; it can be noted by phone", t->name);
	right = e == ERR_OK && pin_matches(pin, hash);
	free(hash);
	if (e == ERR_OK && !right)
		e = pin_was_wrong(d, person_id);
	return e != ERR_OK || right ? e
				    : err_set(ERR_REFUSED, "that is not the PIN of %s", t->name);
}

struct knowing {
	struct desk *d;
	const struct appt *appt;
	const char *flag; /* "" = all that are open */
	const struct ids *shown; /* rules of those that were seen; NULL: whichever */
	int64_t therapist_id;
	bool by_phone;
	int64_t intake_id;
};

static enum err
acknowledge_one(const struct knowing *k, const struct flag_rule *r)
{
	struct acknowledgement a = {
	    .client_id = k->appt->client_id,
	    .service_id = k->appt->service_id,
	    .intake_id = k->intake_id,
	    .appt_id = k->appt->id,
	    .therapist_id = k->therapist_id,
	    .flag = r->code,
	    .noted_by = (char *)k->d->options.who,
	    .by_phone = k->by_phone,
	};

	return store_acknowledge(k->d->store, &a);
}

/* Of one flag by its code, or of all that are open. */
static enum err
acknowledge_all(const struct knowing *k, const struct flag_list *flags)
{
	size_t n = 0;
	bool stands = false;
	enum err e = ERR_OK;

	for (size_t i = 0; i < flags->n && e == ERR_OK; i++) {
		const struct flag *f = &flags->v[i];
		const struct flag_rule *r = practice_flag_rule(&k->d->practice, f->rule_id);

		if (k->flag[0] != '\0' && strcmp(r->code, k->flag) != 0)
			continue;
		if (k->shown != NULL && !ids_has(k->shown, r->id))
			return err_set(
			    ERR_BUSY, "something new is to be known of this client; look again");
		stands = true;
		if (flag_is_known(f, k->appt->service_id, k->therapist_id) ||
		    (k->flag[0] == '\0' && f->cap == 0 &&
			!flag_is_open(&k->d->practice, f, k->appt->service_id, k->therapist_id)))
			continue;
		e = acknowledge_one(k, r);
		n++;
	}
	if (e != ERR_OK || n > 0)
		return e;
	if (k->flag[0] != '\0' && !stands)
		return err_set(ERR_REFUSED, "no flag \"%s\" stands on that day", k->flag);
	return err_set(ERR_REFUSED, "there is nothing left to acknowledge");
}

/* Whoever lays hands on is who must know. */
static enum err
check_whose(const struct knowing *k)
{
	const struct practice *p = &k->d->practice;

	if (k->therapist_id == k->appt->therapist_id)
		return ERR_OK;
	return err_set(ERR_REFUSED, "the session is with %s, not with %s, and %s is to know of it",
	    practice_therapist(p, k->appt->therapist_id)->name,
	    practice_therapist(p, k->therapist_id)->name,
	    practice_therapist(p, k->appt->therapist_id)->name);
}

static enum err
acknowledge_inside(struct knowing *k, int64_t appt_id)
{
	struct desk *d = k->d;
	struct client_facts facts = {0};
	struct intake in = {0};
	struct appt a = {0};
	enum err e = desk_reload(d);

	if (e == ERR_OK)
		e = store_appt(d->store, appt_id, &a);
	if (e == ERR_OK)
		e = store_intake(d->store, a.client_id, &in);
	if (e == ERR_OK)
		e = facts_read(d, a.client_id, NULL, civil_day_of(a.start), &facts);
	k->appt = &a;
	k->intake_id = in.id;
	if (e == ERR_OK)
		e = check_whose(k);
	if (e == ERR_OK)
		e = health_opened_inside(d, a.client_id);
	if (e == ERR_OK)
		e = acknowledge_all(k, &facts.flags);
	if (e == ERR_OK)
		e = health_relabel(
		    d, k->by_phone ? "Acknowledged by phone for" : "Acknowledged for", a.client_id);
	k->appt = NULL;
	client_facts_release(&facts);
	intake_release(&in);
	appt_release(&a);
	return e;
}

enum err
desk_acknowledge(struct desk *d, int64_t appt_id, const char *flag, const struct ids *shown,
    int64_t therapist_id, const char *pin)
{
	struct store_step step = desk_step(d, "Acknowledged");
	char *code = xstrdup(flag); /* it may be of a rule that is read again meanwhile */
	struct knowing k = {.d = d,
	    .flag = code,
	    .shown = shown,
	    .therapist_id = therapist_id,
	    .by_phone = pin == NULL};
	enum err e = ERR_OK;

	if (pin != NULL)
		e = check_pin(d, therapist_id, pin);
	if (e == ERR_OK)
		e = store_begin(d->store, &step);
	if (e == ERR_OK)
		e = desk_end(d, acknowledge_inside(&k, appt_id), false);
	free(code);
	return e;
}
