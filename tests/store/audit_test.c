/* What the audit says of a step: every changed column, and of health its length alone. */
#include <sqlite3.h>

#include "../../src/store/store_private.h"
#include "little.h"

static int64_t now = LITTLE_AT;

struct last {
	int n;
	char action[200], record[40], old[1000], new_[1000], reason[100], who[40];
	int64_t record_id, id;
};

static bool
keep(void *arg, const struct audit *a)
{
	struct last *l = arg;

	l->n++;
	snprintf(l->action, sizeof(l->action), "%s", a->action);
	snprintf(l->record, sizeof(l->record), "%s", a->record);
	snprintf(l->old, sizeof(l->old), "%s", a->old);
	snprintf(l->new_, sizeof(l->new_), "%s", a->new_);
	snprintf(l->reason, sizeof(l->reason), "%s", a->reason);
	snprintf(l->who, sizeof(l->who), "%s", a->who);
	l->record_id = a->record_id;
	l->id = a->id;
	return true;
}

/* The rows written since the last call. */
static struct last
since(struct store *s)
{
	static int64_t seen;
	struct last l = {0};
	struct audit_query q = {.after_id = seen};

	must(store_audit(s, &q, keep, &l), "audit");
	must(store_audit_last(s, &seen), "last");
	return l;
}

static void
begin(struct store *s, const char *label, const char *reason)
{
	struct store_step step = {
	    .who = "mia", .desk = "front", .at = ++now, .label = label, .reason = reason};

	must(store_begin(s, &step), label);
}

static int64_t
number(struct store *s, const char *sql)
{
	sqlite3_stmt *q = NULL;
	int64_t v = -1;

	if (sqlite3_prepare_v2(s->db, sql, -1, &q, NULL) == SQLITE_OK &&
	    sqlite3_step(q) == SQLITE_ROW)
		v = sqlite3_column_int64(q, 0);
	(void)sqlite3_finalize(q);
	return v;
}

static void
test_appointment(struct store *s, int64_t client)
{
	struct appt a = little_appt(client, 9, 0);
	struct last l;
	int64_t id;

	begin(s, "Booked 09:00", "asked for");
	must(store_appt_insert(s, &a), "insert");
	must(store_commit(s), "commit");
	l = since(s);
	is_int(l.n, 1, "a booking is one row");
	is_str(l.action, "Booked 09:00", "its label");
	is_str(l.who, "mia", "who");
	is_str(l.reason, "asked for", "why");
	is_int(l.record_id, a.id, "of that appointment");
	is_str(l.old, "", "nothing before");
	is_str(l.new_,
	    "client_id=1 therapist_id=1 room_id=1 service_id=1 start_m=2026-11-23T09:00 "
	    "end_m=2026-11-23T10:00 held_m=2026-11-23T10:15 state=- state_before=- holds=1 "
	    "booked_at=2026-11-23T08:00:00Z",
	    "what is not empty");
	begin(s, "Noted", NULL);
	xstrset(&a.reason, "has a dog, \"Rex\"\nbig");
	xstrset(&a.desk_note, "stiff");
	must(store_appt_update(s, &a), "update");
	must(store_commit(s), "commit");
	l = since(s);
	is_int(l.n, 1, "an update is one row");
	is_str(l.old, "desk_note(0) reason(0)", "before");
	is_str(l.new_, "desk_note(5) reason(20)", "after: a note and a reason are only counted");
	is_int(number(s,
		   "SELECT count(*) FROM appointment_past WHERE desk_note = '' AND "
		   "start_m = 29923740 AND rev = 1"),
	    1, "the row before is kept whole");
	is_int(number(s, "SELECT by_audit FROM appointment_past"), l.id, "with the audit row");
	id = a.id;
	appt_release(&a);
	must(store_read_begin(s), "read");
	must(store_appt(s, id, &a), "read");
	store_read_end(s);
	begin(s, "Saved as it was", NULL);
	must(store_appt_update(s, &a), "update");
	must(store_commit(s), "commit");
	is_int(since(s).n, 0, "of bookkeeping alone nothing is said");
	appt_release(&a);
}

static void
test_health(struct store *s, int64_t client)
{
	struct appt a = little_appt(client, 12, 0);
	struct last l;

	begin(s, "Booked 12:00", NULL);
	must(store_appt_insert(s, &a), "insert");
	must(store_commit(s), "commit");
	(void)since(s);
	begin(s, "Wrote a note", NULL);
	must(store_therapist_note_set(s, a.id, "knee hurts"), "note");
	must(store_commit(s), "commit");
	l = since(s);
	is_str(l.record, "visit", "a therapist's note");
	is_str(l.new_, "note(10)", "its length alone");
	begin(s, "Changed a note", NULL);
	must(store_therapist_note_set(s, a.id, "knee is f\xc3\xadne"), "note");
	must(store_commit(s), "commit");
	l = since(s);
	is_str(l.old, "note(10)", "before");
	is_str(l.new_, "note(12)", "after, in characters");
	begin(s, "Intake", NULL);
	must(store_intake_note(s, client, "phone", "pregnant"), "intake");
	must(store_commit(s), "commit");
	l = since(s);
	is_str(l.record, "intake", "an intake");
	is_int(l.record_id, client, "of the client");
	ok(strstr(l.new_, "note(8)") != NULL && strstr(l.new_, "pregnant") == NULL,
	    "without what it says: %s", l.new_);
	is_int(number(s,
		   "SELECT count(*) FROM audit WHERE old || new || action || reason LIKE "
		   "'%knee%' OR old || new || action || reason LIKE '%pregnant%'"),
	    0, "no health in the audit");
	appt_release(&a);
}

static void
test_other(struct store *s, int64_t client)
{
	struct audit_query q = {.client_id = client};
	struct store_step step = {.who = "mia", .at = ++now, .label = "Filled", .bulk = true};
	struct appt a = little_appt(client, 16, 0);
	struct absence off = {.therapist_id = a.therapist_id,
	    .start = a.start,
	    .end = a.end,
	    .reason = (char[]){"sick: migraine"}};
	struct last l = {0};

	begin(s, "Set the name", NULL);
	must(store_setting_set(s, SETTING_NAME, "Kneipp & Co"), "set");
	must(store_commit(s), "commit");
	l = since(s);
	is_str(l.record, "setting", "a setting");
	is_str(l.new_, "key=name value=\"Kneipp & Co\"", "with its key");
	begin(s, "Kept free", NULL);
	must(store_absence_add(s, &off), "time off");
	must(store_commit(s), "commit");
	l = since(s);
	is_str(l.record, "absence", "time off");
	ok(strstr(l.new_, "reason(14)") != NULL && strstr(l.new_, "sick") == NULL,
	    "without why: %s", l.new_);
	begin(s, "Set the name", NULL);
	must(store_setting_set(s, SETTING_NAME, "Kneipp \"&\"\nCo"), "set");
	must(store_commit(s), "commit");
	is_str(since(s).new_, "key=name value=\"Kneipp \\\"&\\\"\\nCo\"", "blanks are quoted");
	begin(s, "Set the name", NULL);
	must(store_setting_set(s, SETTING_NAME, "Kneipp & Co"), "set");
	must(store_commit(s), "commit");
	(void)since(s);
	begin(s, "Set the name", NULL);
	must(store_setting_set(s, SETTING_NAME, "Kneipp"), "set");
	must(store_commit(s), "commit");
	l = since(s);
	is_str(l.old, "key=name value=\"Kneipp & Co\"", "changed: before");
	is_str(l.new_, "key=name value=Kneipp", "and after");
	begin(s, "Printed the roster", NULL);
	must(store_audit_add(s, "client", client, "Exported"), "add");
	must(store_commit(s), "commit");
	is_str(since(s).action, "Exported", "a row of its own");
	must(store_begin(s, &step), "bulk");
	must(store_appt_insert(s, &a), "insert");
	must(store_commit(s), "bulk");
	l = since(s);
	ok(l.n == 1 && strcmp(l.action, "Filled") == 0 && l.record[0] == '\0',
	    "a filling is one row for the whole");
	l = (struct last){0};
	must(store_audit(s, &q, keep, &l), "client");
	is_int(l.n, 8, "the client, their intake, appointments and visits");
	q = (struct audit_query){.record = "appointment"};
	l = (struct last){0};
	must(store_audit(s, &q, keep, &l), "record");
	is_int(l.n, 3, "all appointments");
	q = (struct audit_query){.from = LITTLE_AT + 1, .until = LITTLE_AT + 3};
	l = (struct last){0};
	must(store_audit(s, &q, keep, &l), "range");
	is_int(l.n, 2, "a range of time, its end not included");
	appt_release(&a);
}

/* The bound in the triggers is the longest appointment (appt.h): 480 alone, in every guard. */
static void
test_bound(struct store *s)
{
	char sql[200];

	snprintf(sql, sizeof(sql),
	    "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND "
	    "name LIKE 'appointment_%%ert' AND sql LIKE '%%NEW.start_m - %d %%'",
	    APPT_HELD_MAX);
	is_int(number(s, sql), 3, "guards on insert have the bound %d", APPT_HELD_MAX);
	snprintf(sql, sizeof(sql),
	    "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND "
	    "name LIKE 'appointment_%%update' AND sql LIKE '%%NEW.start_m - %d %%'",
	    APPT_HELD_MAX);
	is_int(number(s, sql), 3, "and on update");
	snprintf(sql, sizeof(sql),
	    "SELECT count(*) FROM sqlite_schema WHERE name = 'appointment' "
	    "AND sql LIKE '%%CHECK (held_m - start_m <= %d)%%'",
	    APPT_HELD_MAX);
	is_int(number(s, sql), 1, "and so has the table");
}

int
main(void)
{
	struct store *s = little_open();
	int64_t client = little_client(s, "Ada", "Smith", "020 7946 0001");

	must(store_commit(s), "practice");
	(void)since(s);
	test_appointment(s, client);
	test_health(s, client);
	test_other(s, client);
	test_bound(s);
	store_close(s);
	return done();
}
