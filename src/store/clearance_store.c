/* Leaves of clinicians, who knows of a flag, and what a client agreed to. */
#include <frontdesk/mem.h>

#include "health.h"

enum err
store_clearance_save(struct store *s, struct clearance *c)
{
	struct stmt st = stmt_begin(s, c->id == 0 ? STMT_CLEARANCE_INSERT : STMT_CLEARANCE_UPDATE);

	if (c->id == 0)
		stmt_bind_i64(&st, ":client", c->client_id);
	record_bind(&st, c->id, c->rev);
	stmt_bind_text(&st, ":flag", c->flag);
	stmt_bind_text(&st, ":given_by", c->given_by);
	record_bind_day(&st, ":day", c->day);
	record_bind_day(&st, ":until", c->until);
	stmt_bind_text(&st, ":note", c->note);
	stmt_bind_i64(&st, ":ended", c->ended);
	return record_saved(&st, STMT_CLEARANCE_CHANGED, "clearance", &c->id, &c->rev);
}

enum err
store_acknowledge(struct store *s, struct acknowledgement *a)
{
	struct stmt st = stmt_begin(s, STMT_ACKNOWLEDGEMENT_ADD);

	stmt_bind_i64(&st, ":client", a->client_id);
	stmt_bind_text(&st, ":flag", a->flag);
	stmt_bind_i64(&st, ":service", a->service_id);
	stmt_bind_i64(&st, ":intake", a->intake_id);
	stmt_bind_i64(&st, ":appt", a->appt_id);
	stmt_bind_i64(&st, ":therapist", a->therapist_id);
	stmt_bind_i64(&st, ":by_phone", a->by_phone);
	stmt_bind_text(&st, ":noted_by", a->noted_by);
	stmt_bind_i64(&st, ":at", s->step.at);
	a->at = s->step.at;
	return stmt_one(&st, "id", &a->id);
}

static const char *
kind_word(size_t i)
{
	return consent_kind_word((enum consent_kind)i);
}

static void
read_consent(struct stmt *st, struct consent_given *c)
{
	*c = (struct consent_given){
	    .id = stmt_i64(st, "id"),
	    .client_id = stmt_i64(st, "client_id"),
	    .rev = (int)stmt_i64(st, "rev"),
	    .kind = (enum consent_kind)health_word(st, "kind", kind_word, CONSENT_KIND_COUNT),
	    .version = stmt_text(st, "version"),
	    .day = record_day(st, "day"),
	    .given_by = stmt_text(st, "given_by"),
	    .ended = record_day(st, "ended_day"),
	};
}

enum err
store_consents(struct store *s, int64_t client_id, struct consent_list *out)
{
	struct stmt st = stmt_begin(s, STMT_CONSENTS);
	struct consent_list found = {0};
	enum err e;

	stmt_bind_i64(&st, ":client", client_id);
	while (stmt_row(&st))
		read_consent(&st, list_push(&found));
	e = stmt_end(&st);
	if (e == ERR_OK)
		*out = found;
	else
		consent_list_release(&found);
	return e;
}

enum err
store_consent_save(struct store *s, struct consent_given *c)
{
	struct stmt st = stmt_begin(s, c->id == 0 ? STMT_CONSENT_INSERT : STMT_CONSENT_UPDATE);

	if (c->id == 0)
		stmt_bind_i64(&st, ":client", c->client_id);
	record_bind(&st, c->id, c->rev);
	stmt_bind_text(&st, ":kind", kind_word(c->kind));
	stmt_bind_text(&st, ":version", c->version);
	record_bind_day(&st, ":day", c->day);
	stmt_bind_text(&st, ":given_by", c->given_by);
	record_bind_day(&st, ":ended", c->ended);
	return record_saved(&st, STMT_CONSENT_CHANGED, "consent", &c->id, &c->rev);
}
