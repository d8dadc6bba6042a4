/* Steps are taken back and redone as a whole, or not at all; what another desk did is respected. */
#include "little.h"

static int64_t now = LITTLE_AT;

static void
begin(struct store *s, const char *who, const char *label)
{
	little_step(s, who, label, ++now);
}

static enum err
undo(struct store *s, const char *who, bool redo)
{
	return little_undo(s, who, redo, ++now);
}

static struct appt
appt(struct store *s, int64_t id)
{
	struct appt a = {0};

	if (store_appt(s, id, &a) != ERR_OK)
		a = (struct appt){0};
	return a;
}

static int64_t
book(struct store *s, const char *who, int64_t client, int hour)
{
	struct appt a = little_appt(client, hour, 0);
	int64_t id;

	begin(s, who, "Booked");
	must(store_appt_insert(s, &a), "book");
	must(store_commit(s), "book");
	id = a.id;
	appt_release(&a);
	return id;
}

static enum err
move(struct store *s, const char *who, int64_t id, int hour)
{
	struct appt a = appt(s, id);
	enum err e;

	begin(s, who, "Moved");
	a.start = little_time(hour, 0);
	a.end = little_time(hour + 1, 0);
	a.held = little_time(hour + 1, 15);
	e = store_appt_update(s, &a);
	appt_release(&a);
	if (e == ERR_OK)
		return store_commit(s);
	store_rollback(s);
	return e;
}

static void
note(struct store *s, const char *who, int64_t id, const char *text)
{
	struct appt a = appt(s, id);

	begin(s, who, "Noted");
	xstrset(&a.desk_note, text);
	must(store_appt_update(s, &a), "note");
	must(store_commit(s), "note");
	appt_release(&a);
}

static void
test_there_and_back(struct store *s, int64_t client)
{
	int64_t id = book(s, "mia", client, 9);
	struct appt a = appt(s, id), b;
	int rev = a.rev, sequence = a.sequence;

	is_int(undo(s, "mia", false), ERR_OK, "a booking is taken back");
	b = appt(s, id);
	is_int(b.id, 0, "and gone");
	is_int(undo(s, "mia", false), ERR_NOT_FOUND, "there is nothing more of mia's to undo");
	is_str(err_message(), "nothing to undo", "which is said");
	is_int(undo(s, "mia", true), ERR_OK, "it is redone");
	b = appt(s, id);
	is_int(b.start, a.start, "at the same time");
	is_int(memcmp(a.uid, b.uid, sizeof(a.uid)), 0, "with the same uid");
	ok(b.rev > rev && b.sequence > sequence, "rev and sequence rise");
	is_int(undo(s, "mia", true), ERR_NOT_FOUND, "nothing more to redo");
	appt_release(&b);
	is_int(move(s, "mia", id, 11), ERR_OK, "moved");
	b = appt(s, id);
	rev = b.rev;
	sequence = b.sequence;
	appt_release(&b);
	is_int(undo(s, "mia", false), ERR_OK, "a move is taken back");
	b = appt(s, id);
	is_int(b.start, a.start, "to where it was");
	ok(b.rev > rev && b.sequence > sequence, "rev and sequence rise again");
	is_str(b.last_by, "mia", "last by who took it back");
	appt_release(&b);
	is_int(undo(s, "mia", false), ERR_OK, "and the booking once more");
	is_int(undo(s, "mia", true), ERR_OK, "redo");
	is_int(undo(s, "mia", true), ERR_OK, "redo of the move");
	b = appt(s, id);
	is_int(b.start, little_time(11, 0), "the last state stands");
	appt_release(&b);
	is_int(undo(s, "mia", false), ERR_OK, "back");
	is_int(undo(s, "mia", false), ERR_OK, "and back");
	(void)book(s, "mia", client, 16);
	is_int(undo(s, "mia", true), ERR_NOT_FOUND, "a new step forgets what was undone");
	is_int(undo(s, "mia", false), ERR_OK, "clean");
	appt_release(&a);
}

static void
test_conflicts(struct store *s, int64_t client)
{
	int64_t id = book(s, "mia", client, 9);
	struct appt a;

	is_int(move(s, "mia", id, 10), ERR_OK, "mia moves");
	note(s, "jon", id, "wheelchair");
	is_int(undo(s, "mia", false), ERR_OK, "jon changed another thing of it: undo goes through");
	a = appt(s, id);
	is_int(a.start, little_time(9, 0), "the time is back");
	is_str(a.desk_note, "wheelchair", "the note stays");
	appt_release(&a);
	is_int(undo(s, "mia", false), ERR_BUSY, "but its creation cannot be taken back");
	ok(strstr(err_message(), "\"Booked\" cannot be taken back") != NULL &&
		strstr(err_message(), "changed the same appointment 1 s ago") != NULL,
	    "what and when is said: %s", err_message());
	is_int(move(s, "mia", id, 10), ERR_OK, "mia moves again");
	is_int(move(s, "jon", id, 13), ERR_OK, "jon moves it on");
	is_int(undo(s, "mia", false), ERR_BUSY, "the same thing changed: refused");
	ok(strstr(err_message(), "jon changed") != NULL, "who is said: %s", err_message());
	a = appt(s, id);
	is_int(a.start, little_time(13, 0), "and nothing moved");
	appt_release(&a);
	is_int(undo(s, "jon", false), ERR_OK, "jon's own goes back");
	is_int(undo(s, "mia", false), ERR_OK, "and then mia's");
}

static void
test_taken_meanwhile(struct store *s, int64_t client, int64_t other)
{
	int64_t id = book(s, "ann", client, 17), second;
	struct appt a;

	is_int(move(s, "ann", id, 19), ERR_OK, "moved away");
	second = book(s, "jon", other, 17);
	is_int(undo(s, "ann", false), ERR_REFUSED, "the old time is booked again");
	ok(strstr(err_message(), "the time is booked again: the therapist is taken by #") != NULL &&
		strstr(err_message(), "2026-11-23T17:00 Bo Ek with Mia Chen") != NULL,
	    "who is in the way: %s", err_message());
	a = appt(s, id);
	is_int(a.start, little_time(19, 0), "nothing moved");
	appt_release(&a);
	is_int(move(s, "jon", second, 14), ERR_OK, "the way is freed");
	is_int(undo(s, "ann", false), ERR_OK, "now it goes back");
}

static void
test_swap(struct store *s, int64_t client, int64_t other)
{
	int64_t one = book(s, "sue", client, 7), two = book(s, "sue", other, 22);
	struct store_step step = {.who = "sue", .at = ++now, .label = "Swapped", .deferred = true};
	struct appt a = appt(s, one), b = appt(s, two);
	civil_min start = a.start, end = a.end, held = a.held;

	must(store_begin(s, &step), "swap");
	a.start = b.start;
	a.end = b.end;
	a.held = b.held;
	must(store_appt_update(s, &a), "one over two");
	b.start = start;
	b.end = end;
	b.held = held;
	must(store_appt_update(s, &b), "two over one");
	is_int(store_commit(s), ERR_OK, "two change places in one step");
	must(store_begin(s, &step), "clash");
	b.start = a.start;
	b.end = a.end;
	b.held = a.held;
	must(store_appt_update(s, &b), "over each other");
	is_int(store_commit(s), ERR_REFUSED, "a deferred step that overlaps is refused");
	is_int(undo(s, "sue", false), ERR_OK, "the swap is taken back");
	appt_release(&a);
	a = appt(s, one);
	is_int(a.start, start, "as it was");
	appt_release(&a);
	appt_release(&b);
}

static void
test_client(struct store *s)
{
	struct client_query q = {0};
	struct client_hits hits = {0};
	struct client c;
	int64_t id;

	begin(s, "tom", "Added Zoe");
	id = little_client(s, "Zoe", "Quick", "07700 900123");
	must(store_commit(s), "client");
	must(client_query_parse("quick", &q), "query");
	is_int(undo(s, "tom", false), ERR_OK, "a new client is taken back, with search keys: %s",
	    err_message());
	is_int(store_client(s, id, &c), ERR_NOT_FOUND, "gone");
	must(store_client_find(s, &q, little_time(9, 0), 0, &hits), "find");
	is_int(hits.total, 0, "not found any more");
	client_hits_release(&hits);
	is_int(undo(s, "tom", true), ERR_OK, "redone");
	must(store_client_find(s, &q, little_time(9, 0), 0, &hits), "find");
	is_int(hits.total, 1, "found again");
	client_hits_release(&hits);
	(void)book(s, "jon", id, 5);
	is_int(undo(s, "tom", false), ERR_REFUSED, "a client with an appointment stays");
	ok(strstr(err_message(), "later records depend on it") != NULL, "said: %s", err_message());
	must(store_client_find(s, &q, little_time(9, 0), 0, &hits), "find");
	is_int(hits.total, 1, "and is still found");
	client_hits_release(&hits);
	client_query_release(&q);
}

static void
test_peek(struct store *s, int64_t client)
{
	struct record_list rows = {0};
	char *label = NULL;
	int64_t id = book(s, "una", client, 20);

	must(store_undo_peek(s, "una", &label, &rows), "peek");
	is_str(label, "Booked", "peek tells the label");
	ok(rows.n == 1 && strcmp(rows.v[0].record, "appointment") == 0 && rows.v[0].id == id,
	    "and the records");
	free(label);
	record_list_release(&rows);
	is_int(store_undo_peek(s, "nobody", &label, &rows), ERR_NOT_FOUND, "nothing of nobody's");
	begin(s, "una", "Did nothing");
	must(store_commit(s), "nothing");
	must(store_undo_peek(s, "una", &label, &rows), "peek");
	is_str(label, "Booked", "a step that changed nothing is no step");
	free(label);
	record_list_release(&rows);
}

static int64_t
absence(struct store *s, const char *who, int hour)
{
	struct absence a = {.start = little_time(hour, 0), .end = little_time(hour + 1, 0)};

	a.reason = xstrdup("lunch");
	begin(s, who, "Blocked");
	must(store_absence_add(s, &a), "block");
	must(store_commit(s), "block");
	free(a.reason);
	return a.id;
}

static void
hours(struct store *s, const char *who, int64_t therapist_id, const char *text)
{
	struct hours h;

	begin(s, who, "Hours");
	must(hours_parse(text, &h), text);
	must(store_shifts_set(s, therapist_id, &h, 1, 0, civil_from_ymd(2026, 11, 23)), text);
	must(store_commit(s), text);
}

/* What was deleted leaves its number: another person's thing with the same one would bar the way.
 */
static void
test_numbers(struct store *s)
{
	int64_t first = absence(s, "ann", 3), second;

	begin(s, "ann", "Unblocked");
	must(store_absence_remove(s, first), "unblock");
	must(store_commit(s), "unblock");
	second = absence(s, "bea", 4);
	ok(second != first, "a number is not given twice");
	is_int(
	    undo(s, "ann", false), ERR_OK, "ann takes her unblocking back, whatever bea blocked");
	is_int(undo(s, "ann", false), ERR_OK, "and her blocking");
	hours(s, "ann", little_jon, "mon-fri 9-17");
	hours(s, "ann", little_jon, "off");
	hours(s, "bea", little_mia, "mon-fri 9-17");
	is_int(undo(s, "ann", false), ERR_OK,
	    "ann takes jon's day off back, whatever mia works: %s", err_message());
	is_int(undo(s, "bea", false), ERR_OK, "and bea mia's hours");
}

static bool
count(void *arg, const struct audit *a)
{
	(void)a;
	++*(int *)arg;
	return true;
}

/* What was taken back is gone from the book, but not from the client's history. */
static void
test_history(struct store *s)
{
	struct audit_query q = {0};
	int n = 0;

	begin(s, "kim", "Added Kit");
	q.client_id = little_client(s, "Kit", "Moss", "");
	must(store_commit(s), "client");
	(void)book(s, "kim", q.client_id, 12);
	is_int(undo(s, "kim", false), ERR_OK, "a booking taken back");
	must(store_audit(s, &q, count, &n), "audit");
	is_int(n, 3, "stands in the client's history: added, booked, undone");
	begin(s, "kim", "Exported");
	must(store_audit_add(s, "export", q.client_id, "Exported"), "export");
	must(store_commit(s), "export");
	n = 0;
	must(store_audit(s, &q, count, &n), "audit");
	is_int(n, 4, "and so does a calendar of the client alone");
}

/* An import larger than a value of the file may be goes and comes as a whole, too. */
static void
test_large(struct store *s, int64_t client)
{
	enum { MB = 1024 * 1024, NOTES = 70 };
	struct record_list rows = {0};
	char *note = xcalloc(MB + 1, 1), *label = NULL, *last = NULL;
	int64_t id = book(s, "leo", client, 2);
	struct appt a;

	begin(s, "leo", "Imported");
	for (int i = 0; i < NOTES; i++) {
		memset(note, 'A' + i % 26, MB);
		must(store_intake_note(s, client, "import", note), "note");
	}
	must(store_commit(s), "import");
	must(store_undo_peek(s, "leo", &label, &rows), "peek");
	ok(rows.n == 1 && strcmp(label, "Imported") == 0, "peek tells it like any other step");
	for (int round = 0; round < 2; round++) {
		is_int(undo(s, "leo", false), ERR_OK, "a large import is taken back: %s",
		    err_message());
		must(store_intake_last(s, client, "import", &last), "last note");
		is_str(last, "", "nothing of it is left");
		free(last);
		is_int(undo(s, "leo", true), ERR_OK, "and done again: %s", err_message());
		must(store_intake_last(s, client, "import", &last), "last note");
		ok(strcmp(last, note) == 0, "to its last byte");
		free(last);
	}
	a = appt(s, id);
	is_int(a.id, id, "what was done before it stands");
	appt_release(&a);
	is_int(undo(s, "leo", false), ERR_OK, "away with it");
	is_int(undo(s, "leo", false), ERR_OK, "and with what was before it");
	record_list_release(&rows);
	free(label);
	free(note);
}

int
main(void)
{
	struct store *s = little_open();
	int64_t client = little_client(s, "Ada", "Smith", "020 7946 0001");
	int64_t other = little_client(s, "Bo", "Ek", "");

	must(store_commit(s), "practice");
	test_there_and_back(s, client);
	test_conflicts(s, client);
	test_taken_meanwhile(s, client, other);
	test_swap(s, client, other);
	test_client(s);
	test_peek(s, client);
	test_numbers(s);
	test_history(s);
	test_large(s, client);
	store_close(s);
	return done();
}
