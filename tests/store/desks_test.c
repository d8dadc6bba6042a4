/* Two desks on one file: who comes second is told so, in both kinds of conflict. */
#include <sqlite3.h>
#include <unistd.h>

#include "../../src/store/store_private.h"
#include "little.h"

static char folder[] = "/tmp/frontdesk-desks-XXXXXX", path[100];

/* The little practice again, in a file that both desks have open. */
static void
open_desks(struct store **one, struct store **two)
{
	struct service v = {.code = xstrdup("dt"),
	    .name = xstrdup("Deep tissue"),
	    .desk_label = xstrdup("Massage"),
	    .people = 1,
	    .active = true};

	if (mkdtemp(folder) == NULL)
		skip_all("no temporary folder");
	snprintf(path, sizeof(path), "%s/practice.db", folder);
	must(store_open(one, path, STORE_CREATE), "create");
	little_begin(*one, "ann", LITTLE_AT);
	little_mia = little_therapist(*one, "mia", "Mia Chen");
	little_blue = little_room(*one, "blue", 1);
	must(store_service_save(*one, &v), "service");
	little_service = v.id;
	free(v.code);
	free(v.name);
	free(v.desk_label);
	must(store_commit(*one), "commit");
	must(store_open(two, path, STORE_OPEN), "open");
}

static void
remove_file(void)
{
	static const char *const ends[] = {"", "-wal", "-shm"};
	char name[120];

	for (size_t i = 0; i < array_size(ends); i++) {
		snprintf(name, sizeof(name), "%s%s", path, ends[i]);
		unlink(name);
	}
	rmdir(folder);
}

static void
test_stale(struct store *one, struct store *two, int64_t client)
{
	struct appt a = little_appt(client, 10, 0), theirs;

	little_begin(one, "mia", LITTLE_AT);
	must(store_appt_insert(one, &a), "insert");
	must(store_commit(one), "commit");
	must(store_appt(two, a.id, &theirs), "the second desk reads");
	little_begin(one, "mia", LITTLE_AT + 60);
	a.state = APPT_CONFIRMED;
	must(store_appt_update(one, &a), "the first changes");
	must(store_commit(one), "commit");
	little_begin(two, "jon", LITTLE_AT + 64);
	theirs.state = APPT_CANCELLED;
	is_int(store_appt_update(two, &theirs), ERR_BUSY, "the second is refused");
	is_str(err_message(), "mia changed this appointment 4 s ago; look again, then change it",
	    "and told who and when");
	store_rollback(two);
	appt_release(&theirs);
	must(store_appt(two, a.id, &theirs), "the second looks again");
	is_int(theirs.state, APPT_CONFIRMED, "and sees the change");
	appt_release(&theirs);
	free(a.last_by);
}

static void
test_same_time(struct store *one, struct store *two, int64_t client, int64_t other)
{
	struct appt a = little_appt(client, 14, 0), b = little_appt(other, 14, 30);

	little_begin(one, "mia", LITTLE_AT);
	must(store_appt_insert(one, &a), "the first books it");
	must(store_commit(one), "commit");
	little_begin(two, "jon", LITTLE_AT);
	is_int(store_appt_insert(two, &b), ERR_REFUSED, "the second is refused");
	store_rollback(two);
	free(a.last_by);
}

static struct store *meddler;

/* Between two reads of the first desk, the second adds a room and gives Mia a skill. */
static int
meddle(unsigned kind, void *arg, void *statement, void *sql)
{
	(void)kind;
	(void)arg;
	(void)sql;
	if (meddler != NULL && strstr(sqlite3_sql(statement), "FROM therapist_skill") != NULL) {
		struct store *s = meddler;
		struct practice p = {0};

		meddler = NULL;
		must(store_practice(s, &p), "practice");
		little_begin(s, "jon", LITTLE_AT + 100);
		(void)little_room(s, "attic", 1);
		words_add(&p.therapists.v[0].skills, "lymph");
		must(store_therapist_save(s, &p.therapists.v[0]), "skill");
		must(store_commit(s), "commit");
		practice_release(&p);
	}
	return 0;
}

static void
test_snapshot(struct store *one, struct store *two)
{
	struct practice p = {0};

	meddler = two;
	(void)sqlite3_trace_v2(one->db, SQLITE_TRACE_STMT, meddle, NULL);
	must(store_practice(one, &p), "practice");
	(void)sqlite3_trace_v2(one->db, 0, NULL, NULL);
	ok(meddler == NULL, "another desk changes the practice while it is read");
	ok(p.rooms.n == 1 && p.therapists.v[0].skills.n == 0, "all of it is as it was before");
	practice_release(&p);
	must(store_practice(one, &p), "practice");
	ok(p.rooms.n == 2 && p.therapists.v[0].skills.n == 1, "and then all as it is now");
	practice_release(&p);
}

static bool
keep_at(void *arg, const struct audit *a)
{
	*(int64_t *)arg = a->at;
	return true;
}

static int64_t
note_at(struct store *s, int64_t at)
{
	struct audit_query q = {0};

	little_begin(s, "mia", at);
	must(store_audit_add(s, "client", 1, "Looked"), "audit");
	must(store_commit(s), "commit");
	must(store_audit_last(s, &q.after_id), "last");
	q.after_id--;
	must(store_audit(s, &q, keep_at, &at), "audit");
	return at;
}

/* A desk that waited for the lock knew the time before another one wrote. */
static void
test_in_order(struct store *one, struct store *two)
{
	is_int(note_at(one, LITTLE_AT + 200), LITTLE_AT + 200, "a step at its time");
	is_int(note_at(two, LITTLE_AT + 191), LITTLE_AT + 200,
	    "one that waited 9 s for it is not told as earlier");
	is_int(note_at(two, LITTLE_AT + 201), LITTLE_AT + 201, "the next at its time again");
	is_int(note_at(one, LITTLE_AT - 3600), LITTLE_AT - 3600,
	    "a clock set back is believed: it may have been wrong before");
}

int
main(void)
{
	struct store *one = NULL, *two = NULL;
	int64_t ada, bob;

	open_desks(&one, &two);
	little_begin(one, "ann", LITTLE_AT);
	ada = little_client(one, "Ada", "Smith", "");
	bob = little_client(one, "Bob", "Jones", "");
	must(store_commit(one), "commit");
	test_stale(one, two, ada);
	test_same_time(one, two, ada, bob);
	test_snapshot(one, two);
	test_in_order(one, two);
	store_close(two);
	store_close(one);
	remove_file();
	return done();
}
