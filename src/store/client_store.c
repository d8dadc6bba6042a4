/* Clients: one record, its former names, what the rules want to know of it. */
#include <string.h>

#include <frontdesk/mem.h>

#include "records.h"

/* States are kept by their word; one we do not know can only come from a damaged file. */
enum client_state
client_read_state(struct stmt *st)
{
	const char *word = stmt_peek(st, "state");

	for (enum client_state state = 0; state < CLIENT_STATE_COUNT; state++)
		if (strcmp(word, client_state_word(state)) == 0)
			return state;
	st->err = err_set(ERR_DAMAGED, "a client is in no state we know");
	return CLIENT_ACTIVE;
}

static void
read_client(struct stmt *st, struct client *c)
{
	const void *uid;

	c->id = stmt_i64(st, "id");
	if (stmt_blob(st, "uid", &uid) == sizeof(c->uid))
		memcpy(c->uid, uid, sizeof(c->uid));
	c->rev = (int)stmt_i64(st, "rev");
	c->updated = stmt_i64(st, "updated");
#define X(member, label, help) c->member = stmt_text(st, #member);
	CLIENT_TEXT_LIST(X)
#undef X
	c->birth = record_day(st, "birth_day");
	c->guardian_id = stmt_i64(st, "guardian_id");
	c->guardian = stmt_text(st, "guardian");
	c->guardian_phone = stmt_text(st, "guardian_phone");
	c->message_ok = stmt_i64(st, "message_ok") != 0;
	c->gender_preference = stmt_peek(st, "gender_preference")[0];
	c->preferred_therapist_id = stmt_i64(st, "preferred_therapist_id");
	c->state = client_read_state(st);
	c->merged_into = stmt_i64(st, "merged_into");
}

static enum err
read_avoid(struct store *s, int64_t id, struct ids *out)
{
	struct stmt st = stmt_begin(s, STMT_CLIENT_AVOID);

	stmt_bind_i64(&st, ":id", id);
	while (stmt_row(&st))
		*list_push(out) = stmt_i64(&st, "therapist_id");
	return stmt_end(&st);
}

enum err
store_client(struct store *s, int64_t id, struct client *out)
{
	struct stmt st = stmt_begin(s, STMT_CLIENT);
	struct client c = {0};
	enum err e;

	stmt_bind_i64(&st, ":id", id);
	while (stmt_row(&st))
		read_client(&st, &c);
	e = record_end(&st, c.id != 0, "client", id);
	if (e == ERR_OK)
		e = read_avoid(s, id, &c.avoid);
	if (e == ERR_OK)
		*out = c;
	else
		client_release(&c);
	return e;
}

enum err
store_client_former(struct store *s, int64_t id, struct words *out)
{
	struct stmt st = stmt_begin(s, STMT_CLIENT_FORMER);
	struct words names = {0};
	enum err e;

	stmt_bind_i64(&st, ":id", id);
	while (stmt_row(&st))
		words_add(&names, stmt_peek(&st, "name"));
	e = stmt_end(&st);
	if (e == ERR_OK)
		*out = names;
	else
		words_release(&names);
	return e;
}

static enum err
keep_former(struct store *s, const struct client *c)
{
	struct stmt st = stmt_begin(s, STMT_CLIENT_FORMER_ADD);

	stmt_bind_i64(&st, ":id", c->id);
	stmt_bind_i64(&st, ":rev", c->rev);
	stmt_bind_i64(&st, ":at", s->step.at);
	stmt_bind_text(&st, ":first", c->first);
	stmt_bind_text(&st, ":last", c->last);
	return stmt_run(&st);
}

static enum err
save_row(struct store *s, struct client *c)
{
	struct stmt st = stmt_begin(s, c->id == 0 ? STMT_CLIENT_INSERT : STMT_CLIENT_UPDATE);
	enum err e;

	if (c->id == 0)
		stmt_bind_blob(&st, ":uid", c->uid, sizeof(c->uid));
	record_bind(&st, c->id, c->rev);
#define X(member, label, help) stmt_bind_text(&st, ":" #member, c->member);
	CLIENT_TEXT_LIST(X)
#undef X
	record_bind_day(&st, ":birth_day", c->birth);
	stmt_bind_id(&st, ":guardian_id", c->guardian_id);
	stmt_bind_text(&st, ":guardian", c->guardian);
	stmt_bind_text(&st, ":guardian_phone", c->guardian_phone);
	stmt_bind_i64(&st, ":message_ok", c->message_ok);
	record_bind_letter(&st, ":gender_preference", c->gender_preference);
	stmt_bind_id(&st, ":preferred_therapist_id", c->preferred_therapist_id);
	stmt_bind_text(&st, ":state", client_state_word(c->state));
	stmt_bind_id(&st, ":merged_into", c->merged_into);
	e = record_saved(&st, STMT_CLIENT_CHANGED, "client", &c->id, &c->rev);
	if (e == ERR_OK)
		c->updated = s->step.at;
	return e;
}

static enum err
save_avoid(struct store *s, const struct client *c)
{
	enum err e = record_run(s, STMT_CLIENT_AVOID_CLEAR, c->id);

	for (size_t i = 0; e == ERR_OK && i < c->avoid.n; i++) {
		struct stmt st = stmt_begin(s, STMT_CLIENT_AVOID_ADD);

		stmt_bind_i64(&st, ":id", c->id);
		stmt_bind_i64(&st, ":therapist", c->avoid.v[i]);
		e = stmt_run(&st);
	}
	return e;
}

static enum err
guardian_exists(struct store *s, int64_t id)
{
	struct stmt st = stmt_begin(s, STMT_CLIENT_CHANGED);
	bool found = id == 0;

	stmt_bind_i64(&st, ":id", id);
	while (stmt_row(&st))
		found = true;
	return record_end(&st, found, "client", id);
}

enum err
store_client_save(struct store *s, struct client *c, int country)
{
	enum err e = guardian_exists(s, c->guardian_id);

	if (e == ERR_OK)
		e = c->id == 0 ? record_uid(s, c->uid) : keep_former(s, c);
	if (e == ERR_OK)
		e = save_row(s, c);
	if (e == ERR_OK)
		e = save_avoid(s, c);
	if (e == ERR_OK)
		e = client_index(s, c, country);
	return e;
}

enum err
store_intake_note(struct store *s, int64_t client_id, const char *source, const char *note)
{
	struct stmt st = stmt_begin(s, STMT_INTAKE_ADD);

	record_bind(&st, 0, 0);
	stmt_bind_i64(&st, ":client", client_id);
	stmt_bind_text(&st, ":source", source);
	stmt_bind_text(&st, ":note", note);
	return stmt_run(&st);
}

enum err
store_intake_last(struct store *s, int64_t client_id, const char *source, char **note)
{
	struct stmt st = stmt_begin(s, STMT_INTAKE_LAST);
	struct str last = {0};
	enum err e;

	stmt_bind_i64(&st, ":client", client_id);
	stmt_bind_text(&st, ":source", source);
	while (stmt_row(&st))
		str_add(&last, stmt_peek(&st, "note"));
	e = stmt_end(&st);
	if (e == ERR_OK)
		*note = xstrdup(str_text(&last));
	str_release(&last);
	return e;
}

enum err
store_client_facts(struct store *s, int64_t id, civil_min now, struct client_facts *out)
{
	struct stmt st = stmt_begin(s, STMT_CLIENT_FACTS);
	struct client_facts f = {0};
	bool found = false;
	enum err e;

	stmt_bind_i64(&st, ":id", id);
	stmt_bind_i64(&st, ":year_ago", record_year_ago(now));
	while (stmt_row(&st)) {
		found = true;
		f.state = client_read_state(&st);
		f.gender_preference = stmt_peek(&st, "gender_preference")[0];
		f.preferred_therapist_id = stmt_i64(&st, "preferred_therapist_id");
		f.has_phone = stmt_i64(&st, "has_phone") != 0;
		f.visits = (int)stmt_i64(&st, "visits");
		f.no_shows = (int)stmt_i64(&st, "no_shows");
	}
	e = record_end(&st, found, "client", id);
	if (e == ERR_OK)
		e = read_avoid(s, id, &f.avoid);
	if (e == ERR_OK)
		*out = f;
	else
		client_facts_release(&f);
	return e;
}
