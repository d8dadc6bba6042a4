/* What a client told is taken back by telling what held before, and never deleted. */
#include "file.h"
#include "told.h"

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

/* Inside a step. */
static void
tell(struct store *s, int64_t client, const char *condition)
{
	struct intake in;

	intake_init(&in);
	in.client_id = client;
	in.source = INTAKE_FROM_PHONE;
	in.version = *condition == '\0' ? INTAKE_IS_NO_CHANGE : INTAKE_IS_UPDATE;
	if (*condition != '\0') {
		told_item(&in, INTAKE_CONDITIONS, condition, "", -1);
		told_region(&in.regions, "lb", 'L', REGION_PAIN, 7);
	}
	must(store_intake_add(s, &in), "intake");
	intake_release(&in);
}

static int64_t
told(struct store *s, const char *who, int64_t client, const char *condition)
{
	begin(s, who, "Told");
	tell(s, client, condition);
	must(store_commit(s), "told");
	return now;
}

/* The condition that is told, and since when. */
static void
tells(struct store *s, int64_t client, const char *condition, int64_t stamped_at, const char *what)
{
	struct intake in;

	must(store_intake(s, client, &in), "intake");
	is_str(in.items.n == 0 ? "" : in.items.v[0].code, condition, "%s", what);
	ok(in.stamped_at == stamped_at && in.regions.n == (*condition != '\0'),
	    "with its places, and no newer than it was");
	intake_release(&in);
}

static size_t
versions(struct store *s, int64_t client)
{
	struct intake_list l = {0};
	size_t n;

	must(store_intakes(s, client, &l), "intakes");
	n = l.n;
	intake_list_release(&l);
	return n;
}

static void
test_there_and_back(struct store *s, int64_t client)
{
	int64_t first = told(s, "mia", client, "disc"), second = told(s, "mia", client, "clot");

	for (int round = 0; round < 2; round++) {
		is_int(undo(s, "mia", false), ERR_OK, "a version is taken back: %s", err_message());
		tells(s, client, "disc", first, "the one before it holds");
		is_int(undo(s, "mia", false), ERR_OK, "and that one, too: %s", err_message());
		tells(s, client, "", 0, "nothing was told before it");
		is_int(undo(s, "mia", true), ERR_OK, "redone: %s", err_message());
		tells(s, client, "disc", first, "the first holds");
		is_int(undo(s, "mia", true), ERR_OK, "redone: %s", err_message());
		tells(s, client, "clot", second, "the second holds");
	}
	is_int((int64_t)versions(s, client), 10, "each is a version of its own: none was deleted");
}

static void
test_source(struct store *s, int64_t client)
{
	struct intake_list l = {0};

	(void)undo(s, "mia", false);
	must(store_intakes(s, client, &l), "intakes");
	ok(l.v[0].source == INTAKE_FROM_DESK && l.v[0].version == INTAKE_IS_UPDATE,
	    "it is an update of the desk");
	is_str(l.v[0].who, "mia", "by who took it back");
	intake_list_release(&l);
	(void)undo(s, "mia", true);
}

static void
test_stamp(struct store *s, int64_t client)
{
	struct intake in;
	int64_t before, stamped;

	must(store_intake(s, client, &in), "intake");
	before = in.stamped_at;
	intake_release(&in);
	stamped = told(s, "mia", client, "");
	tells(s, client, "clot", stamped, "nothing has changed since");
	is_int(undo(s, "mia", false), ERR_OK, "a stamp is taken back: %s", err_message());
	tells(s, client, "clot", before, "it is as old as it was");
	is_int(undo(s, "mia", true), ERR_OK, "redone: %s", err_message());
	tells(s, client, "clot", stamped, "the stamp holds");
	is_int(undo(s, "mia", false), ERR_OK, "back");
}

static void
test_somebody_else(struct store *s, int64_t client)
{
	int64_t mine = told(s, "mia", client, "asthma"), jons = told(s, "jon", client, "burn");
	size_t n = versions(s, client);

	is_int(undo(s, "mia", false), ERR_BUSY, "somebody told more since");
	is_str(err_message(),
	    "\"Told\" cannot be taken back: jon wrote a newer intake of the same client 1 s ago; "
	    "nothing was changed",
	    "which is said, without what");
	tells(s, client, "burn", jons, "what they told holds");
	is_int((int64_t)versions(s, client), (int64_t)n, "nothing was added");
	is_int(undo(s, "jon", false), ERR_OK, "they may take it back: %s", err_message());
	tells(s, client, "asthma", mine, "then mine holds");
}

/* A caller who is new is booked with what was heard: one step. */
static void
test_new_caller(struct store *s)
{
	struct appt a;
	int64_t client;
	struct client c;
	int64_t at;

	begin(s, "ann", "Booked");
	client = little_client(s, "New", "Caller", "");
	tell(s, client, "disc");
	a = little_appt(client, 9, 0);
	must(store_appt_insert(s, &a), "book");
	must(store_commit(s), "book");
	at = now;
	(void)told(s, "ann", client, "clot");
	is_int(undo(s, "ann", false), ERR_OK, "a second version is taken back: %s", err_message());
	tells(s, client, "disc", at, "the first holds");
	for (int round = 0; round < 2; round++) {
		is_int(undo(s, "ann", false), ERR_OK, "the booking in one: %s", err_message());
		is_int(store_client(s, client, &c), ERR_NOT_FOUND, "the client is gone");
		is_int((int64_t)versions(s, client), 0, "with all they told");
		is_int(undo(s, "ann", true), ERR_OK, "redone in one: %s", err_message());
		tells(s, client, "disc", at, "it is told again");
	}
	is_int(undo(s, "ann", true), ERR_OK, "and the second version: %s", err_message());
	tells(s, client, "clot", at + 1, "holds again");
	is_int(undo(s, "ann", false), ERR_OK, "back");
	(void)told(s, "jon", client, "burn");
	is_int(undo(s, "ann", false), ERR_REFUSED, "who told something else since stays");
	ok(strstr(err_message(), "later records depend on it") != NULL, "%s", err_message());
	appt_release(&a);
}

/* Two callers in one step, of whom one was known. */
static void
test_couple(struct store *s, int64_t known)
{
	int64_t before = told(s, "sue", known, "disc"), client, at;

	begin(s, "sue", "Booked two");
	client = little_client(s, "Other", "Half", "");
	tell(s, known, "clot");
	tell(s, client, "burn");
	must(store_commit(s), "two");
	at = now;
	for (int round = 0; round < 2; round++) {
		size_t n = versions(s, known);

		is_int(undo(s, "sue", false), ERR_OK, "both are taken back: %s", err_message());
		tells(s, known, "disc", before, "who was known tells what they told before");
		is_int((int64_t)versions(s, known), (int64_t)n + 1, "by a version more");
		is_int((int64_t)versions(s, client), 0, "who was not is gone");
		is_int(undo(s, "sue", true), ERR_OK, "both are redone: %s", err_message());
		tells(s, known, "clot", at, "who was known");
		tells(s, client, "burn", at, "and who was not");
	}
}

/* The file keeps what was told from whoever would delete or change it. */
static void
test_guards(void)
{
	const char *path = file_path("told.db");
	struct store *s = little_open_at(path);

	tell(s, little_client(s, "Ada", "Smith", ""), "disc");
	must(store_commit(s), "told");
	store_close(s);
	ok(file_sql(path, "DELETE FROM intake_item") != SQLITE_OK, "an answer is not deleted");
	ok(file_sql(path, "UPDATE intake_item SET code = 'x'") != SQLITE_OK, "nor changed");
	ok(file_sql(path, "DELETE FROM intake_region") != SQLITE_OK, "nor a place");
	ok(file_sql(path, "UPDATE intake_region SET pain = 1") != SQLITE_OK, "nor that");
	ok(file_sql(path, "DELETE FROM intake") != SQLITE_OK, "nor a version");
	file_remove(path);
	file_done();
}

int
main(void)
{
	struct store *s = little_open();
	int64_t client = little_client(s, "Ada", "Smith", "");
	int64_t other = little_client(s, "Bo", "Ek", "");

	must(store_commit(s), "practice");
	test_there_and_back(s, client);
	test_source(s, client);
	test_stamp(s, client);
	test_somebody_else(s, client);
	test_new_caller(s);
	test_couple(s, other);
	store_close(s);
	test_guards();
	return done();
}
