/* Intakes, clearances, acknowledgements, consents: as saved, and all of a client in one reading. */
#include <sqlite3.h>

#include "../../src/store/store_private.h"
#include "told.h"

static int64_t now = LITTLE_AT;

static void
begin(struct store *s, const char *who)
{
	little_begin(s, who, ++now);
}

static struct intake
full(int64_t client)
{
	struct intake in;

	intake_init(&in);
	in.client_id = client;
	in.source = INTAKE_FROM_PHONE;
	in.version = INTAKE_IS_UPDATE;
	xstrset(&in.note, "speak slowly");
	told_item(&in, INTAKE_REASON, "", "a stiff neck", -1);
	told_item(&in, INTAKE_PAIN, "", "", 0);
	told_item(&in, INTAKE_CONDITIONS, "disc", "L5/S1", -1);
	in.items.v[2].day = 20500;
	told_item(&in, INTAKE_CONDITIONS, "clot", "", -1);
	in.items.v[3].past = true;
	told_item(&in, INTAKE_DUE, "", "", -1);
	in.items.v[4].day = 20863;
	told_item(&in, INTAKE_ALLERGIES, "", "nuts", -1);
	told_region(&in.regions, "tr", 'B', REGION_FOCUS, PAIN_NONE);
	in.regions.v[0].pressure = 4;
	told_region(&in.regions, "lb", 'L', REGION_PAIN, 0);
	told_region(&in.regions, "ab", 0, REGION_AVOID, PAIN_NONE);
	return in;
}

static int64_t
append(struct store *s, const char *who, struct intake *in)
{
	begin(s, who);
	must(store_intake_add(s, in), "intake");
	must(store_commit(s), "intake");
	return in->id;
}

static void
same_told(const struct intake *got, const struct intake *want, const char *what)
{
	struct str a = {0}, b = {0};

	told_intake(got, &a);
	told_intake(want, &b);
	is_str(str_text(&a), str_text(&b), "%s", what);
	str_release(&a);
	str_release(&b);
}

static void
test_intake(struct store *s, int64_t client)
{
	struct intake in = full(client), got;
	struct intake_list l = {0};
	int64_t first;

	must(store_intake(s, client, &got), "intake");
	ok(got.id == 0 && got.client_id == client && got.stamped_at == 0 && intake_empty(&got),
	    "nothing was told yet");
	intake_release(&got);
	first = append(s, "mia", &in);
	ok(in.id > 0 && in.at == now && strcmp(in.who, "mia") == 0, "number, time and person");
	is_int(in.version, INTAKE_IS_NEW, "the first is new, whatever it was called");
	must(store_intake(s, client, &got), "intake");
	same_told(&got, &in, "every answer in the order of the form");
	ok(got.id == in.id && got.at == in.at && got.stamped_at == in.at, "of its time");
	intake_release(&got);
	in.version = INTAKE_IS_ANNUAL;
	free(in.items.v[--in.items.n].code);
	free(in.items.v[in.items.n].text);
	(void)append(s, "jon", &in);
	is_int(in.version, INTAKE_IS_ANNUAL, "a later one is what it is called");
	must(store_intake(s, client, &got), "intake");
	same_told(&got, &in, "a version has every answer: what it does not tell is not told");
	intake_release(&got);
	must(store_intake_version(s, first, &got), "version");
	is_int((int64_t)got.items.n, 6, "an older version is read whole");
	intake_release(&got);
	is_int(store_intake_version(s, 999, &got), ERR_NOT_FOUND, "no such version");
	is_str(err_message(), "no intake #999", "is named");
	must(store_intakes(s, client, &l), "list");
	ok(l.n == 2 && l.v[1].id == first && l.v[0].items.n == 0, "all versions, newest first");
	intake_list_release(&l);
	intake_release(&in);
}

static void
test_stamp(struct store *s, int64_t client)
{
	struct intake same, got, before;
	struct intake_list l = {0};

	must(store_intake(s, client, &before), "intake");
	intake_init(&same);
	same.client_id = client;
	same.version = INTAKE_IS_NO_CHANGE;
	(void)append(s, "ann", &same);
	is_int(same.version, INTAKE_IS_NO_CHANGE, "a stamp stays one");
	begin(s, "ann");
	must(store_intake_note(s, client, "import", "from a card"), "import");
	must(store_commit(s), "import");
	must(store_intake(s, client, &got), "intake");
	is_int(got.id, before.id, "no change, and an import, tell nothing");
	ok(got.stamped_at == same.at && got.at == before.at, "but the stamp is the newer");
	must(store_intakes(s, client, &l), "list");
	ok(l.n == 4 && l.v[0].source == INTAKE_FROM_IMPORT && l.v[1].version == INTAKE_IS_NO_CHANGE,
	    "both stand in the list");
	intake_list_release(&l);
	intake_release(&got);
	intake_release(&before);
	intake_release(&same);
}

static void
test_clearance(struct store *s, int64_t client)
{
	struct clearance c = {.client_id = client,
	    .flag = xstrdup("disc"),
	    .given_by = xstrdup("Dr. Ott"),
	    .note = xstrdup("light work"),
	    .day = 20770,
	    .until = CIVIL_DAY_NONE};
	struct clearance_list l = {0};

	begin(s, "mia");
	is_int(store_clearance_save(s, &c), ERR_OK, "a clearance: %s", err_message());
	ok(c.id > 0 && c.rev == 1, "number and rev");
	c.until = 20950;
	c.ended = true;
	is_int(store_clearance_save(s, &c), ERR_OK, "ended");
	is_int(c.rev, 2, "its rev rises");
	c.rev = 1;
	is_int(store_clearance_save(s, &c), ERR_BUSY, "not by who saw it before");
	must(store_commit(s), "commit");
	must(store_clearances(s, client, &l), "list");
	ok(l.n == 1 && l.v[0].id == c.id && l.v[0].rev == 2 && l.v[0].day == 20770 &&
		l.v[0].until == 20950 && l.v[0].ended && l.v[0].client_id == client,
	    "read as saved");
	is_str(l.v[0].note, "light work", "with its note");
	clearance_list_release(&l);
	clearance_release(&c);
}

static void
test_consent(struct store *s, int64_t client)
{
	struct consent_given c = {.client_id = client,
	    .kind = CONSENT_MINOR,
	    .version = xstrdup("2026-01"),
	    .given_by = xstrdup("Ada Smith"),
	    .day = 20770,
	    .ended = CIVIL_DAY_NONE};
	struct consent_list l = {0};

	begin(s, "mia");
	is_int(store_consent_save(s, &c), ERR_OK, "a consent: %s", err_message());
	c.ended = 20780;
	is_int(store_consent_save(s, &c), ERR_OK, "withdrawn");
	c.rev = 1;
	is_int(store_consent_save(s, &c), ERR_BUSY, "not by who saw it before");
	must(store_commit(s), "commit");
	must(store_consents(s, client, &l), "list");
	ok(l.n == 1 && l.v[0].kind == CONSENT_MINOR && l.v[0].day == 20770 &&
		l.v[0].ended == 20780 && l.v[0].rev == 2,
	    "read as saved");
	is_str(l.v[0].given_by, "Ada Smith", "by the guardian");
	consent_list_release(&l);
	consent_given_release(&c);
}

static int64_t
book(struct store *s, int64_t client, int hour, enum appt_state state)
{
	struct appt a = little_appt(client, hour, 0);
	int64_t id;

	a.state = state;
	begin(s, "ann");
	must(store_appt_insert(s, &a), "book");
	must(store_commit(s), "book");
	id = a.id;
	appt_release(&a);
	return id;
}

static void
acknowledge(struct store *s, int64_t client, int64_t appt, int64_t intake)
{
	struct acknowledgement a = {.client_id = client,
	    .service_id = little_service,
	    .intake_id = intake,
	    .appt_id = appt,
	    .therapist_id = little_mia,
	    .flag = xstrdup("disc"),
	    .noted_by = xstrdup("ann"),
	    .by_phone = true};

	begin(s, "ann");
	is_int(store_acknowledge(s, &a), ERR_OK, "the therapist knows: %s", err_message());
	ok(a.id > 0 && a.at == now, "number and time");
	must(store_commit(s), "commit");
	free(a.flag);
	free(a.noted_by);
}

struct day {
	int64_t clients[10];
	int n;
};

static bool
list_clients(void *arg, struct health *h)
{
	struct day *d = arg;

	d->clients[d->n++] = h->intake.client_id;
	return d->n < 10;
}

static char *
health_of(struct store *s, int64_t client)
{
	struct health h = {0};
	struct str text = {0};

	must(store_health(s, client, &h), "health");
	told_health(&h, &text);
	health_release(&h);
	return str_take(&text);
}

struct wanted {
	int64_t client;
	char *text;
};

static bool
take(void *arg, struct health *h)
{
	struct wanted *w = arg;
	struct str text = {0};

	if (h->intake.client_id != w->client)
		return true;
	told_health(h, &text);
	w->text = str_take(&text);
	return false;
}

static void
test_day(struct store *s, int64_t client, int64_t other, int64_t third)
{
	struct day d = {0};
	struct intake in = full(third);
	char *alone;

	(void)book(s, other, 12, APPT_BOOKED);
	(void)book(s, other, 14, APPT_BOOKED);
	(void)book(s, third, 16, APPT_CANCELLED);
	(void)append(s, "mia", &in);
	intake_release(&in);
	must(store_health_between(s, little_time(0, 0), little_time(24, 0), list_clients, &d),
	    "day");
	ok(d.n == 2 && d.clients[0] == client && d.clients[1] == other,
	    "who is booked that day, each once; not who cancelled");
	for (int i = 0; i < 2; i++) {
		struct wanted w = {.client = d.clients[i]};

		must(store_health_between(s, little_time(0, 0), little_time(24, 0), take, &w),
		    "day");
		alone = health_of(s, w.client);
		is_str(w.text, alone, "the same as of the client alone");
		free(w.text);
		free(alone);
	}
	d.n = 0;
	must(store_health_between(s, little_time(24, 0), little_time(48, 0), list_clients, &d),
	    "day");
	is_int(d.n, 0, "nobody is booked the day after");
	alone = health_of(s, client);
	ok(strstr(alone, "clearance #1 disc Dr. Ott") != NULL &&
		strstr(alone, "known disc") != NULL && strstr(alone, "conditions disc") != NULL,
	    "intake, clearances, who knows");
	free(alone);
}

struct notes {
	char text[200];
};

static bool
take_note(void *arg, const struct note_seen *n)
{
	struct notes *l = arg;
	size_t at = strlen(l->text);

	snprintf(l->text + at, sizeof(l->text) - at, "%s %lld: %s; ", n->record,
	    (long long)n->client_id, n->note);
	return true;
}

static void
test_notes(struct store *s, int64_t client, int64_t appt, int64_t own)
{
	const struct import_link link = {.record_id = appt, .row_hash = 1};
	struct notes l = {0};
	struct intake_list versions = {0};
	char want[80];

	begin(s, "ann");
	must(store_therapist_note_set(s, appt, "old knee"), "note");
	must(store_therapist_note_set(s, own, "our own"), "note");
	must(store_import_put(s, "appointments", "A-1", &link), "import");
	must(store_commit(s), "import");
	must(store_notes_unreviewed(s, 0, take_note, &l), "notes");
	snprintf(want, sizeof(want), "intake %lld: from a card; visit %lld: old knee; ",
	    (long long)client, (long long)client);
	is_str(l.text, want, "notes of imports, not the practice's own");
	must(store_intakes(s, client, &versions), "list");
	begin(s, "ann");
	must(store_note_reviewed(s, "intake", versions.v[0].id), "reviewed");
	must(store_note_reviewed(s, "intake", versions.v[0].id), "twice");
	must(store_commit(s), "reviewed");
	l.text[0] = '\0';
	must(store_notes_unreviewed(s, 0, take_note, &l), "notes");
	snprintf(want, sizeof(want), "visit %lld: old knee; ", (long long)client);
	is_str(l.text, want, "what was reviewed is not told again");
	intake_list_release(&versions);
}

static bool
look(void *arg, const struct audit *a)
{
	static const char *const words[] = {"neck", "disc", "L5", "clot", "nuts", "Ott", "light",
	    "slowly", "knee", "own", "card", "lb", "tr", "conditions", "due", "minor", "2026-01",
	    "Ada Smith"};
	int *bad = arg;

	for (size_t i = 0; i < array_size(words); i++)
		if (strstr(a->old, words[i]) != NULL || strstr(a->new_, words[i]) != NULL) {
			printf("# \"%s\" in %s: %s -> %s\n", words[i], a->record, a->old, a->new_);
			++*bad;
		}
	return true;
}

static bool
count(void *arg, const struct audit *a)
{
	int *n = arg;

	n[0] += strcmp(a->record, "intake") == 0;
	n[1] += strcmp(a->record, "client") == 0;
	n[2] += strcmp(a->record, "visit") == 0;
	if (strcmp(a->record, "intake") == 0 && strstr(a->new_, "answers=6 places=3") != NULL)
		n[3]++;
	return true;
}

static void
test_audit(struct store *s, int64_t client, int64_t appt)
{
	struct audit_query q = {.after_id = 0};
	int n[4] = {0}, bad = 0;

	q.client_id = client;
	must(store_audit(s, &q, count, n), "audit");
	is_int(n[0], 7, "each version, the clearance, who knows and the consent stand in it");
	is_int(n[3], 1, "a version with how many answers and places it has");
	is_int(n[1], 1, "and are not taken for a new client");
	is_int(n[2], 2, "and the therapist's notes");
	memset(n, 0, sizeof(n));
	q = (struct audit_query){.record = "appointment", .record_id = appt};
	must(store_audit(s, &q, count, n), "audit");
	is_int(n[2], 1, "the session stands in its appointment's history");
	must(store_audit(s, &(struct audit_query){.record = "intake"}, look, &bad), "audit");
	must(store_audit(s, &(struct audit_query){.record = "visit"}, look, &bad), "audit");
	must(store_audit(s, &(struct audit_query){.record = "note"}, look, &bad), "audit");
	is_int(bad, 0, "no word of health is in the log");
	bad = 0;
	q = (struct audit_query){.client_id = client};
	must(store_audit(s, &q, look, &bad), "audit");
	is_int(bad, 0, "nor in the client's history");
}

int
main(void)
{
	struct store *s = little_open();
	int64_t client = little_client(s, "Cy", "Smith", ""), other, third, appt, own;
	struct intake in;

	other = little_client(s, "Bo", "Ek", "");
	third = little_client(s, "Di", "Oz", "");
	must(store_commit(s), "practice");
	test_intake(s, client);
	test_stamp(s, client);
	test_clearance(s, client);
	test_consent(s, client);
	appt = book(s, client, 9, APPT_BOOKED);
	own = book(s, client, 18, APPT_BOOKED);
	must(store_intake(s, client, &in), "intake");
	acknowledge(s, client, appt, in.id);
	intake_release(&in);
	test_day(s, client, other, third);
	test_notes(s, client, appt, own);
	test_audit(s, client, appt);
	store_close(s);
	return done();
}
