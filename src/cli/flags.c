/* flags, ack. HEALTH. */
#include "health.h"
#include "out_appt.h"
#include "verbs.h"

#include <stdlib.h>
#include <string.h>

#include <frontdesk/desk_health.h>
#include <frontdesk/desk_person.h>
#include <frontdesk/mem.h>

#include "secret.h"

static const struct table_column flag_columns[] = {
    {"level", "Level", TABLE_WHOLE},
    {"flag", "Flag", TABLE_WHOLE},
    {"name", "What", TABLE_STRING},
    {"cap", "Cap", TABLE_NUMBER},
    {"prompt", "To do", TABLE_STRING},
    {"until", "Until", TABLE_WHOLE},
    {"cleared", "Cleared", TABLE_WHOLE},
    {"known_to", "Known to", TABLE_STRING},
    {"places", "Where", TABLE_LIST},
};
const struct fields fields_flag = {flag_columns, array_size(flag_columns)};

static void
table_flag(struct table *t, const struct desk *d, const struct flag *f)
{
	const struct flag_rule *rule = practice_flag_rule(&d->practice, f->rule_id);
	struct str known = {0}, where = {0};

	for (size_t i = 0; i < f->places.n; i++) {
		str_add(&where, i > 0 ? ", " : "");
		region_say_place(&where, &d->practice.vocabulary, &f->places.v[i]);
	}
	for (size_t i = 0; i < f->therapists.n; i++) {
		const struct therapist *who = practice_therapist(&d->practice, f->therapists.v[i]);

		str_addf(&known, "%s%s", i > 0 ? ", " : "", who != NULL ? who->code : "?");
	}
	table_text(t, flag_level_word(f->level));
	table_text(t, desk_sees_private(d) ? rule->code : "");
	table_text(t, desk_sees_private(d) ? rule->name : "");
	table_id(t, f->cap);
	table_text(t, rule->prompt);
	table_day(t, f->until);
	table_text(t, f->cleared ? "yes" : "");
	table_str(t, &known);
	table_str(t, &where);
}

enum err
verb_flags(struct request *r)
{
	civil_day day = civil_day_of(desk_now(&r->desk));
	struct flag_list flags = {0};
	struct table *t;
	int64_t id = 0;
	enum err e = health_client(r, r->args.n, "flags", &id), ended;

	if (e == ERR_OK && r->options[OPTION_ON] != NULL)
		e = request_day(r, r->options[OPTION_ON], &day);
	if (e == ERR_OK)
		e = desk_flags(&r->desk, id, day, &flags);
	if (e != ERR_OK)
		return e;
	if (flags.n == 0 && r->format == TABLE_TEXT)
		out_line("No flag stands.");
	t = out_table(r, flag_columns, array_size(flag_columns));
	for (size_t i = 0; i < flags.n; i++)
		table_flag(t, &r->desk, &flags.v[i]);
	ended = table_end(t);
	flag_list_release(&flags);
	return ended;
}

/* Each with the level that waits; records are the appointments alone. */
static enum err
out_awaiting(struct request *r, const struct awaited_list *l)
{
	struct appt_list appts = {0};
	struct agenda g;
	enum err e = ERR_OK;

	if (r->format != TABLE_TEXT) {
		for (size_t i = 0; i < l->n; i++)
			*list_push(&appts) = l->v[i].appt;
		e = out_appts(r, &appts);
		free(appts.v); /* what is in them is the list's */
		return e;
	}
	if (l->n == 0)
		out_line("Nothing waits for a therapist's OK.");
	agenda_init(&g, r, DAYS_AS_HEADINGS);
	for (size_t i = 0; i < l->n; i++) {
		agenda_line(&g, &l->v[i].appt);
		out_line("    #%lld waits: %s", (long long)l->v[i].appt.id,
		    flag_level_word(l->v[i].level));
	}
	return ERR_OK;
}

/* Appointments that stand subject to a therapist's OK: to a therapist, her own. */
static enum err
list_awaiting(struct request *r)
{
	const struct person *me = desk_me(&r->desk);
	struct awaited_list l = {0};
	int64_t therapist_id = me != NULL && me->role == PERSON_THERAPIST ? me->therapist_id : 0;
	enum err e = ERR_OK;

	if (r->options[OPTION_BY] != NULL)
		e = practice_find_therapist(
		    &r->desk.practice, r->options[OPTION_BY], &therapist_id);
	if (e == ERR_OK)
		e = desk_awaiting(&r->desk, therapist_id, &l);
	if (e == ERR_OK)
		e = out_awaiting(r, &l);
	awaited_list_release(&l);
	return e;
}

enum err
verb_ack(struct request *r)
{
	const struct practice *p = &r->desk.practice;
	const struct flag_rule *rule = NULL;
	char pin[PIN_MOST + 2] = "";
	int64_t appt_id = 0, therapist_id = 0;
	enum err e;

	if (r->args.n == 0)
		return list_awaiting(r);
	e = request_appt(r->args.v[0], &appt_id);
	if (e == ERR_OK && r->options[OPTION_BY] == NULL)
		e = err_set(ERR_USAGE, "ack needs --by: the therapist who knows of it");
	if (e == ERR_OK)
		e = practice_find_therapist(p, r->options[OPTION_BY], &therapist_id);
	if (e == ERR_OK && r->args.n > 1)
		e = flag_rule_find(&p->flag_rules, r->args.v[1], &rule);
	if (e == ERR_OK && !request_has(r, OPTION_PHONE))
		e = secret_read("PIN of the therapist: ", pin, sizeof(pin));
	if (e == ERR_OK)
		e = desk_acknowledge(&r->desk, appt_id, rule != NULL ? rule->code : "", NULL,
		    therapist_id, request_has(r, OPTION_PHONE) ? NULL : pin);
	explicit_bzero(pin, sizeof(pin));
	if (e == ERR_OK && r->format == TABLE_TEXT)
		out_line("Acknowledged%s.", request_has(r, OPTION_PHONE) ? " by phone, noted" : "");
	return e;
}
