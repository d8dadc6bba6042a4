/*
 * The practice's file: one SQLite database, several desks (design: store.md). No SQLite type leaves
 * this floor. Every error keeps its sentence in err_message(); which code means what stands in
 * store.md, "What errors mean to the person": ERR_REFUSED double booking, ERR_BUSY another desk
 * or a stale rev, ERR_FAILED disk or our fault, ERR_DAMAGED, ERR_NOT_FOUND.
 *
 * Reading functions may be called at any time. Writing functions only between store_begin() and
 * store_commit(); they decide inside the transaction.
 */
#ifndef FRONTDESK_STORE_H
#define FRONTDESK_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <frontdesk/alert.h>
#include <frontdesk/appt.h>
#include <frontdesk/client.h>
#include <frontdesk/err.h>
#include <frontdesk/practice.h>
#include <frontdesk/schedule.h>

struct store;

/* --- Opening and closing --------------------------------------------------------------------- */

enum store_mode {
	STORE_OPEN, /* an existing file; migrates it; ERR_NOT_FOUND when there is none */
	STORE_CREATE, /* a new file; ERR_REFUSED when it, or a log beside its name, exists */
};
/*
 * Opens by the recipe of store.md. Sets the umask of the process: 077, or 007 in a group's folder
 * (setgid and writable for the group). A file that cannot be written opens read-only
 * (store_read_only()); every store_begin() is then ERR_FAILED. ":memory:" is for tests. Before an
 * older file is brought up to date, a verified copy is left beside it (practice.db.v1).
 * ERR_FAILED: not a regular file of one name on a disk of this host whose locks reach other
 * processes. ERR_DAMAGED: foreign. A newer file is read only
 * (store_newer()): what cannot be read of it, or would write, is ERR_DAMAGED with the advice.
 */
MUST_CHECK enum err store_open(struct store **out, const char *path, enum store_mode mode);
/* Closes; truncates the log when the writer lock is free at once. Accepts NULL. */
void store_close(struct store *s);
/* Makes the folders above a file, for the person alone; those that exist stay as they are. */
MUST_CHECK enum err store_make_folders(const char *path);
/* The file with its log: what a creation that failed leaves. */
void store_remove(const char *path);
/* ERR_REFUSED: a practice's file stands there, or the name is that of its log (PATH-wal, …). */
MUST_CHECK enum err store_free_name(const char *path);
bool store_read_only(const struct store *s);
bool store_newer(const struct store *s); /* than this program: it may hold what we do not know */
const char *store_path(const struct store *s);
int store_schema(void); /* the newest schema version this program knows */
const char *store_sqlite(void); /* the library's version */

/*
 * Called every few ms while another desk holds the lock for more than 300 ms; true gives up
 * (ERR_BUSY).
 */
void store_on_wait(struct store *s, bool (*give_up)(void *), void *arg);

/* --- Transactions ---------------------------------------------------------------------------- */

/* Who does what: becomes the audit rows and the undo step of one use case. */
struct store_step {
	const char *who; /* login or person */
	const char *desk; /* which desk: a terminal's name */
	int64_t at; /* UTC seconds; store_begin() lifts it to what was audited while it waited */
	const char *label; /* past tense, without health: "Booked Fri 27 Nov 14:30 Smith" */
	const char *reason; /* why, or NULL */
	bool no_undo; /* not a step of its own: undo itself, bulk filling */
	bool deferred; /* overlap is judged over all touched rows before the commit (swap, undo) */
	bool refused; /* this person may only read: store_begin() is ERR_REFUSED */
	/* where the uids of its records come from; NULL = at random */
	void (*uid)(void *arg, unsigned char uid[static APPT_UID_SIZE]);
	void *uid_arg;
	bool bulk; /* filling a new file: guards off, one audit row for all; implies no_undo. Commit
		    * every 10,000 to 50,000 rows: more is slower. */
};
/*
 * Takes the writer lock (BEGIN IMMEDIATE); at most 10 s, then ERR_BUSY. The step's texts are
 * copied. Stop signals (TERM HUP INT TSTP) come after the end of the transaction, or while it
 * still waits. ERR_DAMAGED: a newer program brought the file up to date; restart.
 */
MUST_CHECK enum err store_begin(struct store *s, const struct store_step *step);
/* Changes the label or reason once they are known, before the commit. */
void store_relabel(struct store *s, const char *label, const char *reason);
/*
 * Writes audit, past rows and the undo step, then commits: only then may "saved" be said. On error
 * rolled back; ERR_REFUSED: a deferred step overlaps, the sentence says with whom. A step that
 * changed nothing leaves no trace.
 */
MUST_CHECK enum err store_commit(struct store *s);
/*
 * The sentence of a stale rev: "mia changed this appointment 4 s ago; look again, then change it".
 * Returns ERR_BUSY. Inside a transaction.
 */
MUST_CHECK enum err store_stale(
    struct store *s, const char *what, const char *last_by, int64_t updated);
void store_rollback(struct store *s); /* also when no transaction is open */
/* One consistent picture for several reads. Nothing else may be between them. */
MUST_CHECK enum err store_read_begin(struct store *s);
void store_read_end(struct store *s);

/*
 * Checkpoints the log when it is due: when idle (idle = true) past 1,000 pages, else past 4,000.
 * While another desk reads it cannot; it is tried again after as many pages more. Never PASSIVE.
 */
MUST_CHECK enum err store_checkpoint(struct store *s, bool idle);

/* Whether another connection changed the file since the last call (PRAGMA data_version). */
MUST_CHECK enum err store_changed(struct store *s, bool *out);

/* --- Undo, audit ----------------------------------------------------------------------------- */

/* A record that a step touched. */
struct record_id {
	char *record; /* owned; as in struct audit */
	int64_t id;
	bool late; /* store_undo_may alone: of a therapist, only how late they run */
};
struct record_list {
	struct record_id *v;
	size_t n, cap;
};
void record_list_release(struct record_list *l);
/*
 * Whether a step may be taken back or redone: asked inside the transaction, before anything is
 * changed and (done) after. An error rolls back.
 */
struct store_undo_may {
	enum err (*ask)(void *arg, const struct record_list *rows, bool done); /* NULL: it may */
	void *arg;
};
/*
 * Takes back the newest step of `step->who` that stands, or redoes the one taken back last.
 * *label is owned by the caller. ERR_NOT_FOUND: nothing to undo. ERR_BUSY: someone else changed
 * the same thing (who, what, when). ERR_REFUSED: the time is booked again, or later records depend
 * on it.
 */
MUST_CHECK enum err store_undo(
    struct store *s, const struct store_step *step, struct store_undo_may may, char **label);
MUST_CHECK enum err store_redo(
    struct store *s, const struct store_step *step, struct store_undo_may may, char **label);
/*
 * What store_undo() would take back, for a question before: the label (owned) and the records it
 * touches.
 */
MUST_CHECK enum err store_undo_peek(
    struct store *s, const char *who, char **label, struct record_list *rows);

/*
 * One row of the audit. record: setting, room, absence, addon, person, word, flag, appointment,
 * backup, check; therapist, service and client stand for what belongs to them too (skills, shifts,
 * prices, former names, alerts). intake has the client's id, visit the appointment's. old and new:
 * "column=value" of what changed, blank separated; a value that is not one word is quoted ("a
 * \"b\"\n"); …_m, …_day and …_at read as ISO 8601. Of intake and visit, of a PIN, and of every
 * note, reason and alert, only names and lengths: "note(12)". An empty record is a step as a whole.
 */
struct audit {
	int64_t id, at;
	/* owned by the reader; valid in the callback */
	char *who, *desk, *action, *record, *old, *new_, *reason;
	int64_t record_id;
};
struct audit_query {
	int64_t from, until; /* UTC seconds [from, until); 0, 0 = all */
	int64_t after_id; /* rows beyond this one */
	int64_t before_id; /* and before that one; 0 = all */
	bool newest_first; /* not with from and until */
	const char *record; /* NULL = any */
	int64_t record_id; /* 0 = any; of an appointment its visit is told too */
	int64_t client_id; /* the client and their appointments; 0 = any */
};
/* Rows in order; stops when fn returns false. */
MUST_CHECK enum err store_audit(struct store *s, const struct audit_query *q,
    bool (*fn)(void *, const struct audit *), void *arg);
MUST_CHECK enum err store_audit_last(struct store *s, int64_t *id);
/* One row of its own: something read or sent out. Inside a transaction. */
MUST_CHECK enum err store_audit_add(
    struct store *s, const char *record, int64_t record_id, const char *what);

/* --- The practice ---------------------------------------------------------------------------- */

MUST_CHECK enum err store_practice(struct store *s, struct practice *out);
MUST_CHECK enum err store_setting_set(struct store *s, enum setting id, const char *value);
/*
 * id 0: new, and id is set; else by rev (ERR_BUSY when stale). A code taken: ERR_REFUSED. Without
 * shifts.
 */
MUST_CHECK enum err store_therapist_save(struct store *s, struct therapist *t);
/* Runs late on a day by so many minutes; 0 minutes: on time. */
MUST_CHECK enum err store_therapist_late(struct store *s, int64_t id, civil_day day, int minutes);
MUST_CHECK enum err store_room_save(struct store *s, struct room *r);
MUST_CHECK enum err store_service_save(struct store *s, struct service *v);
MUST_CHECK enum err store_person_save(struct store *s, struct person *p); /* without its PIN */
/* The hash; "" = none. *hash is owned by the caller. */
MUST_CHECK enum err store_person_pin_set(struct store *s, struct person *p, const char *hash);
MUST_CHECK enum err store_person_pin(struct store *s, int64_t id, char **hash);
/*
 * Weekly hours from a day on, in week `week` of a cycle of `cycle` weeks. What held before ends
 * on that day, but for the other weeks of the same cycle; hours that would begin later are
 * dropped.
 */
MUST_CHECK enum err store_shifts_set(struct store *s, int64_t therapist_id, const struct hours *h,
    int cycle, int week, civil_day from);
/* The spans of one day instead of the shifts; n = 0: not working. Replaces the day's exceptions;
 * store_exception_clear() lets the shifts count again. */
MUST_CHECK enum err store_exception_set(
    struct store *s, int64_t therapist_id, civil_day day, const struct span *v, size_t n);
MUST_CHECK enum err store_exception_clear(struct store *s, int64_t therapist_id, civil_day day);
MUST_CHECK enum err store_absence_add(struct store *s, struct absence *a); /* sets id */
MUST_CHECK enum err store_absence_remove(struct store *s, int64_t id); /* ERR_NOT_FOUND */
MUST_CHECK enum err store_absences(
    struct store *s, civil_min from, civil_min until, struct absence_list *out);

/* --- Clients --------------------------------------------------------------------------------- */

MUST_CHECK enum err store_client(struct store *s, int64_t id, struct client *out);
/*
 * id 0: new (id and uid are set); else by rev. A changed name keeps the former one. Country: for
 * phone keys.
 */
MUST_CHECK enum err store_client_save(struct store *s, struct client *c, int country);
/* Names a client had, each "first\nlast". */
MUST_CHECK enum err store_client_former(struct store *s, int64_t id, struct words *out);
/* The alerts of a client that have not been ended, in the order they were added. */
MUST_CHECK enum err store_alerts(struct store *s, int64_t client_id, struct alert_list *out);
/* id 0: new; else by rev. */
MUST_CHECK enum err store_alert_save(struct store *s, struct alert *a);
/* What the therapist should know, from paper or an import: an intake row. HEALTH. */
MUST_CHECK enum err store_intake_note(
    struct store *s, int64_t client_id, const char *source, const char *note);
/* The newest note of a source, owned by the caller; "" = none. HEALTH. */
MUST_CHECK enum err store_intake_last(
    struct store *s, int64_t client_id, const char *source, char **note);

/* One line of a client list. */
struct client_hit {
	int64_t id;
	/* owned; last: of who has no name what they are called instead, in the end the phone */
	char *first, *last, *preferred, *phone;
	civil_day birth;
	enum client_state state;
	civil_min last_visit, next_visit; /* CIVIL_NONE = none */
	int visits, no_shows; /* until now; no-shows in 12 months */
};
struct client_hits {
	struct client_hit *v;
	size_t n, cap;
	/*
	 * how many match; n may be fewer. One common word: how many of their keys do, a few more,
	 * at most 100,000 of each kind of key
	 */
	size_t total;
};
void client_hits_release(struct client_hits *h);
/*
 * In order of rank (last name, first name, other; then the nearest visit). Merged ones are left
 * out. limit 0 = all.
 */
MUST_CHECK enum err store_client_find(struct store *s, const struct client_query *q, civil_min now,
    size_t limit, struct client_hits *out);
/*
 * Whether it fits nobody, one or several, which takes less time: *n is 0, 1 or at least 2; *id is
 * the one, else 0.
 */
MUST_CHECK enum err store_client_only(
    struct store *s, const struct client_query *q, size_t *n, int64_t *id);
/*
 * As store_client_find(), where a name one slip from a word (client_word_near) is as good as one it
 * begins. To be offered when nobody fits; those who fit are among them. Of a crowd, total is how
 * many were read.
 */
MUST_CHECK enum err store_client_similar(struct store *s, const struct client_query *q,
    civil_min now, size_t limit, struct client_hits *out);
/*
 * The clients beside one in the list of all by last and first name, nearest first. Merged ones are
 * left out.
 */
struct client_page {
	int64_t beside; /* that client is not among them; 0 = from the end of the list */
	bool back; /* those before, not those behind */
	bool all; /* archived and deceased ones too */
	size_t limit;
};
MUST_CHECK enum err store_client_page(
    struct store *s, const struct client_page *p, civil_min now, struct client_hits *out);
MUST_CHECK enum err store_client_hit(
    struct store *s, int64_t id, civil_min now, struct client_hit *out);
void client_hit_release(struct client_hit *h);
/* What, and with whom, they had most often until now; 0 = nothing more than once. */
struct client_usual {
	int64_t service_id;
	int minutes;
	int64_t therapist_id;
};
MUST_CHECK enum err store_client_usual(
    struct store *s, int64_t id, civil_min now, struct client_usual *out);
MUST_CHECK enum err store_client_facts(
    struct store *s, int64_t id, civil_min now, struct client_facts *out);
/*
 * Clients whom client_alike() holds for the same, read by a phone, e-mail or name key; it also
 * tells why.
 */
struct client_list {
	struct client *v;
	size_t n, cap;
};
void client_list_release(struct client_list *l);
MUST_CHECK enum err store_client_alike(struct store *s, const struct client *c, int country,
    const char *nicknames, struct client_list *out);

/* --- Appointments ---------------------------------------------------------------------------- */

MUST_CHECK enum err store_appt(struct store *s, int64_t id, struct appt *out);
/*
 * New: sets id, uid, rev, sequence, updated, last_by. ERR_REFUSED: the time is taken (a trigger
 * of the file).
 */
MUST_CHECK enum err store_appt_insert(struct store *s, struct appt *a);
/*
 * By id and rev; raises rev, and sequence when time, room, therapist or state changed. ERR_BUSY
 * when stale.
 */
MUST_CHECK enum err store_appt_update(struct store *s, struct appt *a);
/* Raises the sequence of all that hold from then on: their time in UTC is another one. */
MUST_CHECK enum err store_appts_touch(struct store *s, civil_min from);

struct appt_query {
	civil_min from, until; /* start in [from, until); equal = any time */
	int64_t therapist_id, room_id, client_id; /* 0 = any */
	int64_t appt_id; /* that one, whatever else is asked; 0 = any */
	bool holds_only;
};
/* In order of start, then therapist; streamed: fn gets each row (valid in the call), stops by
 * false, and asks for no other list of appointments. */
MUST_CHECK enum err store_appts(struct store *s, const struct appt_query *q,
    bool (*fn)(void *, const struct appt *), void *arg);
/* A client's appointments of every state, the latest first, at most so many. */
MUST_CHECK enum err store_client_appts(
    struct store *s, int64_t client_id, size_t limit, struct appt_list *out);
/*
 * Whole days [from, until): all appointments starting in them (those that do not hold too) and
 * all absences.
 */
MUST_CHECK enum err store_book(struct store *s, civil_day from, civil_day until, struct book *out);
/* The same for the rules alone: those that hold; whose, with whom, where, when, in which state. */
MUST_CHECK enum err store_book_taken(
    struct store *s, civil_day from, civil_day until, struct book *out);
/*
 * The therapist's note. HEALTH: opening it is for those who may. An empty note removes nothing
 * that was not there.
 */
MUST_CHECK enum err store_therapist_note(struct store *s, int64_t appt_id, char **out);
MUST_CHECK enum err store_therapist_note_set(struct store *s, int64_t appt_id, const char *note);

/*
 * The service and length taken most often in the latest appointments from a time on, of the
 * services in use for so many people; both 0: none.
 */
MUST_CHECK enum err store_usual(
    struct store *s, int people, civil_min since, int64_t *service_id, int *minutes);

/* --- Import ---------------------------------------------------------------------------------- */

/* The record an external id stands for; all 0 when it is new. */
struct import_link {
	int64_t record_id;
	int64_t row_hash; /* of the source's row */
	int64_t record_hash; /* of what the import wrote; 0 = nothing */
};
MUST_CHECK enum err store_import_find(
    struct store *s, const char *source, const char *external_id, struct import_link *out);
MUST_CHECK enum err store_import_put(
    struct store *s, const char *source, const char *external_id, const struct import_link *l);

/* --- The file -------------------------------------------------------------------------------- */

/*
 * A verified copy: VACUUM INTO, integrity, foreign keys, overlaps, counts, sha256, rename, fsync.
 * 0600. Until it counts it is PATH.tmp; one left by a run that was killed is written over.
 * ERR_REFUSED: there is a file of that name.
 */
struct backup {
	char sha256[65];
	int64_t appointments, clients, bytes;
};
MUST_CHECK enum err store_backup(
    struct store *s, const struct store_step *step, const char *path, struct backup *out);
/* A copy that store_backup() made of this file and logged, and that still is a file of that name.
 */
struct copy {
	int64_t id, at; /* at: UTC seconds */
	char *path; /* owned; as store_backup() was told */
};
struct copy_list {
	struct copy *v;
	size_t n, cap;
};
void copy_list_release(struct copy_list *l);
/* The newest first. */
MUST_CHECK enum err store_copies(struct store *s, struct copy_list *out);
/*
 * Removes the file. ERR_REFUSED: it is not to its last byte what was written then, or may not be
 * removed. Outside a transaction; then store_copy_forget() inside one.
 */
MUST_CHECK enum err store_copy_remove(struct store *s, const struct copy *c);
MUST_CHECK enum err store_copy_forget(struct store *s, const struct copy *c);
/*
 * The same of a file that is not open and stays as it is: a backup, of this or an older version.
 * ERR_NOT_FOUND: it is not there. ERR_DAMAGED: it is not sound, foreign or newer.
 */
MUST_CHECK enum err store_adopt(const char *backup, const char *path, struct backup *out);
/*
 * Proofs about the file; each problem goes to fn as a sentence without health. ERR_DAMAGED when
 * there was any. A couple in a room that became too small for it is told too, but is no damage.
 */
enum store_depth {
	CHECK_QUICK,
	CHECK_DEEP,
};
MUST_CHECK enum err store_check(
    struct store *s, enum store_depth depth, void (*fn)(void *, const char *), void *arg);
/*
 * Only that no therapist, room or client is taken twice, by some hundreds of appointments at a
 * time: those after number *after (0 to begin with), which is raised; 0 again at the end.
 */
MUST_CHECK enum err store_check_part(
    struct store *s, int64_t *after, void (*fn)(void *, const char *), void *arg);
/*
 * Reads what can be read of a damaged file into a new one, table by table, row by row; where a
 * table cannot be walked, its rows are looked for on every page. Who is lost but has appointments
 * is there again as "Lost client 12".
 */
enum { SALVAGE_TABLES = 36 };
struct salvage_table {
	const char *name;
	int64_t saved, lost; /* lost: likely, at most; -1 = nobody can tell */
};
struct salvage {
	int64_t rows, lost;
	bool unknown; /* a table of which nobody can tell how much is lost */
	struct salvage_table hurt[SALVAGE_TABLES]; /* those that could not be walked whole */
	size_t hurt_n;
};
MUST_CHECK enum err store_salvage(const char *damaged, const char *out, struct salvage *found);

#endif
