/* Proofs about the file: what SQLite can say of its pages, and what we know of our rows. */
#include <assert.h>
#include <string.h>

#include <frontdesk/appt.h>
#include <frontdesk/str.h>

#include "store_private.h"

enum { PROBLEMS_MAX = 100 }; /* of one kind: more say nothing new */
enum { PART = 250 }; /* appointments proved at once: in some milliseconds */

struct proof {
	struct store *store;
	void (*fn)(void *, const char *);
	void *arg;
	int bad;
};

static void
problem(struct proof *p, const char *sentence)
{
	p->bad++;
	p->fn(p->arg, sentence);
}

/* A page that cannot be read is a problem among others, not the end of the check. */
static enum err
go_on(struct proof *p, enum err e)
{
	if (e != ERR_DAMAGED)
		return e;
	problem(p, err_message());
	return ERR_OK;
}

static enum err
pages(struct proof *p, enum store_depth depth)
{
	struct stmt st =
	    stmt_begin(p->store, depth == CHECK_DEEP ? STMT_INTEGRITY_CHECK : STMT_QUICK_CHECK);
	const char *column = depth == CHECK_DEEP ? "integrity_check" : "quick_check";

	while (stmt_row(&st)) {
		if (strcmp(stmt_peek(&st, column), "ok") != 0)
			problem(p, stmt_peek(&st, column));
	}
	return go_on(p, stmt_end(&st));
}

static enum err
references(struct proof *p)
{
	struct stmt st = stmt_begin(p->store, STMT_FOREIGN_KEY_CHECK);
	int n = 0;

	while (n++ < PROBLEMS_MAX && stmt_row(&st)) {
		struct str said = {0};

		str_addf(&said, "a row of %s (%lld) refers to a %s that is not there",
		    stmt_peek(&st, "table"), (long long)stmt_i64(&st, "rowid"),
		    stmt_peek(&st, "parent"));
		problem(p, str_text(&said));
		str_release(&said);
	}
	return go_on(p, stmt_end(&st));
}

/* Two appointments that hold the same thing at once. */
static void
taken_twice(struct proof *p, struct stmt *st, const char *what)
{
	struct str said = {0};

	str_addf(&said, "appointments #%lld and #%lld take the same %s at once",
	    (long long)stmt_i64(st, "id"), (long long)stmt_i64(st, "other"), what);
	problem(p, str_text(&said));
	str_release(&said);
}

/* The statement names both. */
static enum err
overlaps(struct proof *p, enum stmt_id statement, const char *what)
{
	struct stmt st = stmt_begin(p->store, statement);
	int n = 0;

	while (n++ < PROBLEMS_MAX && stmt_row(&st))
		taken_twice(p, &st, what);
	return go_on(p, stmt_end(&st));
}

/*
 * A couple in a room that was given fewer places since: no damage, but someone should move them. It
 * is told, and fails nothing.
 */
static enum err
too_small(struct proof *p)
{
	struct stmt st = stmt_begin(p->store, STMT_OVERLAPS_PARTY);
	int n = 0;

	while (n++ < PROBLEMS_MAX && stmt_row(&st)) {
		struct str said = {0};

		str_addf(&said,
		    "appointments #%lld and #%lld share the room %s, too small for both",
		    (long long)stmt_i64(&st, "id"), (long long)stmt_i64(&st, "other"),
		    stmt_peek(&st, "room"));
		p->fn(p->arg, str_text(&said));
		str_release(&said);
	}
	return go_on(p, stmt_end(&st));
}

static enum err
search_keys(struct proof *p)
{
	struct stmt st = stmt_begin(p->store, STMT_CLIENTS_WITHOUT_KEYS);
	struct str said = {0};
	int64_t n = 0;
	enum err e = go_on(p, stmt_one(&st, "n", &n));

	if (n > 0) {
		str_addf(&said, "%lld client%s cannot be found by name", (long long)n,
		    n == 1 ? "" : "s");
		problem(p, str_text(&said));
	}
	str_release(&said);
	return e;
}

/* Every table, index and guard as a new file has them, by their text. */
static enum err
as_made(struct proof *p)
{
	struct store *fresh;
	struct str want = {0}, have = {0};
	struct store *both[2] = {p->store, NULL};
	struct str *texts[2] = {&have, &want};
	enum err e = store_open(&fresh, ":memory:", STORE_CREATE);

	if (e != ERR_OK)
		return e;
	both[1] = fresh;
	for (int i = 0; e == ERR_OK && i < 2; i++) {
		struct stmt st = stmt_begin(both[i], STMT_SCHEMA);

		while (stmt_row(&st))
			str_addf(texts[i], "%s\n", stmt_peek(&st, "sql"));
		e = stmt_end(&st);
	}
	e = go_on(p, e);
	if (strcmp(str_text(&want), str_text(&have)) != 0)
		problem(p, "its tables, indexes or guards are not as frontdesk made them");
	str_release(&want);
	str_release(&have);
	store_close(fresh);
	return e;
}

static enum err
nothing_overlaps(struct proof *p)
{
	enum err e = overlaps(p, STMT_OVERLAPS_THERAPIST, "therapist");

	if (e == ERR_OK)
		e = overlaps(p, STMT_OVERLAPS_CLIENT, "client");
	return e == ERR_OK ? overlaps(p, STMT_OVERLAPS_ROOM, "room") : e;
}

static enum err
all(struct proof *p, enum store_depth depth)
{
	enum err e = pages(p, depth);

	if (e == ERR_OK)
		e = references(p);
	if (e == ERR_OK)
		e = nothing_overlaps(p);
	if (e == ERR_OK)
		e = go_on(p, migrate_triggers_present(p->store));
	if (e == ERR_OK && depth == CHECK_DEEP)
		e = search_keys(p);
	if (e == ERR_OK && depth == CHECK_DEEP && p->store->schema == store_schema())
		e = as_made(p);
	/* The last: a copy that is refused names the first of the problems. */
	return e == ERR_OK ? too_small(p) : e;
}

enum err
check_proofs(
    struct store *s, enum store_depth depth, void (*fn)(void *, const char *), void *arg, int *bad)
{
	struct proof p = {.store = s, .fn = fn, .arg = arg};
	enum err e = all(&p, depth);

	*bad = p.bad;
	return e;
}

enum err
store_check(struct store *s, enum store_depth depth, void (*fn)(void *, const char *), void *arg)
{
	int bad = 0;
	enum err e;

	assert(!s->inside);
	e = check_proofs(s, depth, fn, arg, &bad);
	if (e == ERR_OK && bad > 0)
		e = err_set(
		    ERR_DAMAGED, "%d problem%s found in %s", bad, bad == 1 ? "" : "s", s->path);
	return e;
}

enum err
store_check_part(struct store *s, int64_t *after, void (*fn)(void *, const char *), void *arg)
{
	struct proof p = {.store = s, .fn = fn, .arg = arg};
	struct stmt st = stmt_begin(s, STMT_APPT_AFTER_SOME);
	int64_t until = 0;
	enum err e;

	stmt_bind_i64(&st, ":after", *after);
	stmt_bind_i64(&st, ":n", PART);
	e = stmt_one(&st, "id", &until);
	if (e == ERR_OK && until > 0) {
		st = stmt_begin(s, STMT_OVERLAPS_PART);
		stmt_bind_i64(&st, ":from", *after + 1);
		stmt_bind_i64(&st, ":until", until);
		while (p.bad < PROBLEMS_MAX && stmt_row(&st))
			taken_twice(&p, &st, stmt_peek(&st, "what"));
		e = stmt_end(&st);
	}
	*after = until;
	return e;
}
