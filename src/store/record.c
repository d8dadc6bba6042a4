/* What saving and reading any record has in common. */
#include <errno.h>
#include <string.h>
#include <sys/random.h>

#include "records.h"

civil_day
record_day(struct stmt *st, const char *column)
{
	return stmt_is_null(st, column) ? CIVIL_DAY_NONE : (civil_day)stmt_i64(st, column);
}

void
record_bind_day(struct stmt *st, const char *name, civil_day day)
{
	if (day == CIVIL_DAY_NONE)
		stmt_bind_null(st, name);
	else
		stmt_bind_i64(st, name, day);
}

civil_min
record_min(struct stmt *st, const char *column)
{
	return stmt_is_null(st, column) ? CIVIL_NONE : stmt_i64(st, column);
}

void
record_bind_min(struct stmt *st, const char *name, civil_min m)
{
	if (m == CIVIL_NONE)
		stmt_bind_null(st, name);
	else
		stmt_bind_i64(st, name, m);
}

void
record_bind_letter(struct stmt *st, const char *name, char c)
{
	stmt_bind_text(st, name, (char[]){c, '\0'});
}

enum err
record_uid(const struct store *s, unsigned char uid[static 16])
{
	ssize_t got = 16;

	if (s->step.uid != NULL)
		s->step.uid(s->step.uid_arg, uid);
	else
		do
			got = getrandom(uid, 16, 0);
		while (got < 0 && errno == EINTR);
	if (got != 16)
		return err_set(ERR_FAILED, "no random numbers: %s", strerror(errno));
	uid[6] = (unsigned char)((uid[6] & 0x0f) | 0x40);
	uid[8] = (unsigned char)((uid[8] & 0x3f) | 0x80);
	return ERR_OK;
}

void
record_bind(struct stmt *st, int64_t id, int rev)
{
	stmt_bind_text(st, ":who", st->store->step.who);
	stmt_bind_i64(st, ":at", st->store->step.at);
	if (id == 0)
		return;
	stmt_bind_i64(st, ":id", id);
	stmt_bind_i64(st, ":rev", rev);
}

void
record_age(struct str *out, int64_t seconds)
{
	if (seconds < 60)
		str_addf(out, "%d s", seconds < 0 ? 0 : (int)seconds);
	else if (seconds < 3600)
		str_addf(out, "%d min", (int)(seconds / 60));
	else if (seconds < 86400)
		str_addf(out, "%d h", (int)(seconds / 3600));
	else
		str_addf(out, "%lld d", (long long)(seconds / 86400));
}

enum err
store_stale(struct store *s, const char *what, const char *last_by, int64_t updated)
{
	struct str age = {0};

	record_age(&age, s->step.at - updated);
	err_set(ERR_BUSY, "%s changed this %s %s ago; look again, then change it",
	    *last_by != '\0' ? last_by : "someone", what, str_text(&age));
	str_release(&age);
	return ERR_BUSY;
}

enum err
record_code_free(struct stmt *st, const char *code, int64_t id)
{
	const char *what = st->id == STMT_PERSON_TAKEN ? "login" : "code";
	struct str name = {0};
	enum err e;

	stmt_bind_text(st, ":code", code);
	stmt_bind_i64(st, ":id", id);
	while (stmt_row(st))
		str_add(&name, stmt_peek(st, "name"));
	e = stmt_end(st);
	if (e == ERR_OK && name.n > 0)
		e = err_set(
		    ERR_REFUSED, "the %s \"%s\" is taken by %s", what, code, str_text(&name));
	str_release(&name);
	return e;
}

enum err
record_end(struct stmt *st, bool found, const char *what, int64_t id)
{
	enum err e = stmt_end(st);

	if (e == ERR_OK && !found)
		return err_set(ERR_NOT_FOUND, "no %s #%lld", what, (long long)id);
	return e;
}

enum err
record_stale(struct store *s, enum stmt_id changed, const char *what, int64_t id)
{
	struct stmt st = stmt_begin(s, changed);
	enum err stale = err_set(ERR_NOT_FOUND, "no %s #%lld", what, (long long)id);
	enum err e;

	stmt_bind_i64(&st, ":id", id);
	if (stmt_row(&st))
		stale = store_stale(s, what, stmt_peek(&st, "last_by"), stmt_i64(&st, "updated"));
	e = stmt_end(&st);
	return e == ERR_OK ? stale : e;
}

enum err
record_saved(struct stmt *st, enum stmt_id changed, const char *what, int64_t *id, int *rev)
{
	bool saved = false;
	int64_t was = *id;
	enum err e;

	while (stmt_row(st)) {
		saved = true;
		*id = stmt_i64(st, "id");
		*rev = (int)stmt_i64(st, "rev");
	}
	e = stmt_end(st);
	if (e != ERR_OK || saved)
		return e;
	return record_stale(st->store, changed, what, was);
}

enum err
record_run(struct store *s, enum stmt_id statement, int64_t id)
{
	struct stmt st = stmt_begin(s, statement);

	stmt_bind_i64(&st, ":id", id);
	return stmt_run(&st);
}
