/* Clients: saving by rev, former names, facts, who looks alike. */
#include <stdlib.h>

#include "little.h"

static void
test_round_trip(struct store *s)
{
	struct client c, got;

	client_init(&c);
#define X(member, label, help) c.member = xstrdup("a " #member);
	CLIENT_TEXT_LIST(X)
#undef X
	c.birth = civil_from_ymd(1969, 12, 30);
	c.guardian_id = little_client(s, "Ada", "Older", "");
	c.guardian = xstrdup("a guardian");
	c.guardian_phone = xstrdup("030 1");
	c.message_ok = true;
	c.gender_preference = 'F';
	c.preferred_therapist_id = little_mia;
	*list_push(&c.avoid) = little_jon;
	c.state = CLIENT_BARRED;
	is_int(store_client_save(s, &c, LITTLE_COUNTRY), ERR_OK, "a client is saved");
	ok(c.id > 0 && c.rev == 1 && c.updated == LITTLE_AT, "id, rev and time are set");
	is_int(store_client(s, c.id, &got), ERR_OK, "and read");
	ok(memcmp(got.uid, c.uid, sizeof(c.uid)) == 0, "uid");
	ok(got.uid[6] >> 4 == 4 && got.uid[8] >> 6 == 2, "which is a random UUID");
#define X(member, label, help) is_str(got.member, "a " #member, "field " #member);
	CLIENT_TEXT_LIST(X)
#undef X
	is_int(got.birth, civil_from_ymd(1969, 12, 30), "birth, before 1970");
	is_int(got.guardian_id, c.guardian_id, "who speaks for them");
	is_str(got.guardian, "a guardian", "by name");
	is_str(got.guardian_phone, "030 1", "by phone");
	got.guardian_id = 999;
	is_int(store_client_save(s, &got, LITTLE_COUNTRY), ERR_NOT_FOUND, "who is not there");
	is_str(err_message(), "no client #999", "is named");
	ok(got.message_ok && got.gender_preference == 'F' && got.state == CLIENT_BARRED,
	    "message, gender, state");
	ok(got.preferred_therapist_id == little_mia && got.avoid.n == 1 &&
		got.avoid.v[0] == little_jon,
	    "preferred and avoided therapist");
	client_release(&got);
	client_release(&c);
	is_int(store_client(s, 999, &got), ERR_NOT_FOUND, "a client that does not exist");
	is_str(err_message(), "no client #999", "is named");
}

static void
test_empty(struct store *s)
{
	struct client c, got;

	client_init(&c);
	c.preferred = xstrdup("Bo");
	must(store_client_save(s, &c, LITTLE_COUNTRY), "client");
	must(store_client(s, c.id, &got), "client");
	ok(got.birth == CIVIL_DAY_NONE && got.gender_preference == 0 && got.merged_into == 0 &&
		got.preferred_therapist_id == 0 && got.avoid.n == 0,
	    "what was not told is empty");
	is_str(got.phone, "", "a text of NULL is read as empty");
	client_release(&got);
	client_release(&c);
}

static void
rename_to(struct store *s, int64_t id, const char *first, const char *last)
{
	struct client c;

	must(store_client(s, id, &c), "client");
	xstrset(&c.first, first);
	xstrset(&c.last, last);
	must(store_client_save(s, &c, LITTLE_COUNTRY), "rename");
	client_release(&c);
}

static void
test_former(struct store *s)
{
	int64_t id = little_client(s, "Ada", "Lovelace", "");
	struct words names = {0};

	must(store_client_former(s, id, &names), "former");
	is_int(names.n, 0, "no former name");
	rename_to(s, id, "Ada", "Lovelace");
	must(store_client_former(s, id, &names), "former");
	is_int(names.n, 0, "an unchanged name leaves none");
	rename_to(s, id, "Ada", "King");
	must(store_client_former(s, id, &names), "former");
	ok(names.n == 1, "a changed name is kept");
	is_str(names.v[0], "Ada\nLovelace", "as first, line end, last");
	words_release(&names);
	rename_to(s, id, "Ada", "Lovelace");
	rename_to(s, id, "Ada", "Byron");
	must(store_client_former(s, id, &names), "former");
	ok(names.n == 2, "each former name is kept once");
	words_release(&names);
	rename_to(s, id, "Ada", "King");
	must(store_client_former(s, id, &names), "former");
	ok(names.n == 2, "the present name is no former one");
	is_str(names.v[1], "Ada\nByron", "but the one just given up");
	words_release(&names);
}

static void
test_stale(struct store *s)
{
	int64_t id = little_client(s, "Stan", "Still", "");
	struct client one, other;

	must(store_client(s, id, &one), "client");
	must(store_client(s, id, &other), "client");
	must(store_commit(s), "commit");
	little_begin(s, "mia", LITTLE_AT + 600);
	must(store_client_save(s, &one, LITTLE_COUNTRY), "save");
	is_int(one.rev, 2, "rev rises");
	must(store_commit(s), "commit");
	little_begin(s, "jon", LITTLE_AT + 900);
	xstrset(&other.last, "Stale");
	is_int(store_client_save(s, &other, LITTLE_COUNTRY), ERR_BUSY, "a stale client is refused");
	is_str(err_message(), "mia changed this client 5 min ago; look again, then change it",
	    "with who and when");
	client_release(&other);
	must(store_client(s, id, &other), "client");
	is_str(other.last, "Still", "and nothing was changed");
	client_release(&one);
	client_release(&other);
}

static int64_t
insert(struct store *s, struct appt a, enum appt_state state)
{
	a.state = state;
	must(store_appt_insert(s, &a), "appointment");
	free(a.last_by);
	return a.id;
}

static struct appt
months_ago(int64_t client_id, int months)
{
	struct appt a = little_appt(client_id, 0, 0);
	civil_day day = civil_add_months(civil_day_of(a.start), -months);

	a.start = civil_at(day, 540);
	a.end = civil_at(day, 600);
	a.held = civil_at(day, 615);
	return a;
}

static void
test_facts(struct store *s)
{
	int64_t id = little_client(s, "Fay", "Fact", "020 7946 0001");
	struct client_facts f;
	struct client_hit h;
	struct appt today = months_ago(id, 0);

	insert(s, months_ago(id, 14), APPT_COMPLETED);
	insert(s, months_ago(id, 13), APPT_NOSHOW);
	insert(s, months_ago(id, 11), APPT_NOSHOW);
	insert(s, months_ago(id, 10), APPT_CANCELLED);
	insert(s, months_ago(id, 9), APPT_COMPLETED);
	today.start = little_time(10, 0);
	today.end = today.held = little_time(11, 0);
	insert(s, today, APPT_CONFIRMED); /* and did not come yet */
	insert(s, months_ago(id, -2), APPT_BOOKED);
	is_int(store_client_facts(s, id, little_time(12, 0), &f), ERR_OK, "facts");
	is_int(f.visits, 4, "visits that hold");
	is_int(f.no_shows, 1, "no-shows of the last 12 months");
	ok(f.has_phone && f.state == CLIENT_ACTIVE && f.gender_preference == 0 && !f.is_new,
	    "phone, state, preference");
	client_facts_release(&f);
	is_int(store_client_hit(s, id, little_time(12, 0), &h), ERR_OK, "a line of the list");
	is_str(h.last, "Fact", "last name");
	is_str(h.phone, "020 7946 0001", "phone");
	is_int(h.last_visit, months_ago(id, 9).start, "last visit");
	is_int(h.next_visit, months_ago(id, -2).start, "next visit");
	ok(h.visits == 2 && h.no_shows == 1, "visits so far, and no-shows");
	client_hit_release(&h);
	id = little_client(s, "New", "Comer", "");
	must(store_client_hit(s, id, little_time(12, 0), &h), "hit");
	ok(h.last_visit == CIVIL_NONE && h.next_visit == CIVIL_NONE && h.visits == 0, "no visits");
	client_hit_release(&h);
	must(store_client_facts(s, id, little_time(12, 0), &f), "facts");
	ok(!f.has_phone && f.visits == 0, "nothing is known of a newcomer");
	client_facts_release(&f);
	is_int(store_client_facts(s, 999, 0, &f), ERR_NOT_FOUND, "facts of nobody");
	is_int(store_client_hit(s, 999, 0, &h), ERR_NOT_FOUND, "a line of nobody");
}

static const struct alike_row {
	const char *first, *last, *phone, *email;
	int birth_year; /* 0: not told */
	const char *found; /* last names, in order of ids */
} alike_rows[] = {
    {"Thomas", "Twin", "", "", 0, "Twin"},
    {"Tom", "Twinn", "", "", 0, "Twin"},
    {"Twin", "Tom", "", "", 0, "Twin"},
    {"Other", "Name", "+44 20 7946 0958", "", 0, "Twin"},
    {"Other", "Name", "(020) 79460958", "", 0, "Twin"},
    {"Other", "Name", "", "tom@example.org", 0, "Twin"},
    {"William", "Mueller", "", "", 1980, "M\xc3\xbcller"},
    {"Bill", "Muller", "", "", 0, "M\xc3\xbcller"},
    {"Nobody", "Else", "020 1111 2222", "", 0, ""},
    {"Tom", "Tower", "", "", 0, ""},
    /* slips among the first letters, in one name and in both */
    {"Tom", "Dwin", "", "", 0, "Twin"},
    {"Tim", "Twin", "", "", 0, "Twin"},
    {"Dom", "Twin", "", "", 0, "Twin"},
    {"Dom", "Dwin", "", "", 0, ""},
    {"Thomas", "Tvin", "", "", 0, "Twin"},
    {"Will", "Nuller", "", "", 0, "M\xc3\xbcller"},
    {"Bill", "Nueller", "", "", 0, "M\xc3\xbcller"},
    {"Bill", "Braun", "", "", 1980, "M\xc3\xbcller"},
    {"Ada", "Muller", "", "", 1980, "M\xc3\xbcller"},
    {"Ada", "Braun", "", "", 1980, ""},
    {"Zoe", "Kristopherson", "", "", 0, ""},
};

static const char nicknames[] = " thomas tom tommy \n william bill \n";

static void
test_alike(struct store *s)
{
	struct client c;
	struct client_list l;

	client_init(&c);
	c.first = xstrdup("Tom");
	c.last = xstrdup("Twin");
	c.phone = xstrdup("020 7946 0958");
	c.email = xstrdup("tom@example.org");
	must(store_client_save(s, &c, LITTLE_COUNTRY), "client");
	must(store_client_alike(s, &c, LITTLE_COUNTRY, nicknames, &l), "alike");
	is_int(l.n, 0, "nobody is alike to himself");
	client_list_release(&l);
	client_release(&c);
	client_init(&c);
	c.first = xstrdup("Bill");
	c.last = xstrdup("M\xc3\xbcller");
	c.birth = civil_from_ymd(1980, 2, 29);
	must(store_client_save(s, &c, LITTLE_COUNTRY), "client");
	client_release(&c);
	for (size_t i = 0; i < array_size(alike_rows); i++) {
		const struct alike_row *r = &alike_rows[i];
		struct str found = {0};

		client_init(&c);
		c.first = xstrdup(r->first);
		c.last = xstrdup(r->last);
		c.phone = xstrdup(r->phone);
		c.email = xstrdup(r->email);
		if (r->birth_year != 0)
			c.birth = civil_from_ymd(r->birth_year, 2, 29);
		must(store_client_alike(s, &c, LITTLE_COUNTRY, nicknames, &l), "alike");
		for (size_t j = 0; j < l.n; j++)
			str_addf(&found, "%s%s", j > 0 ? " " : "", l.v[j].last);
		is_str(str_text(&found), r->found, "alike: %s %s %s %s", r->first, r->last,
		    r->phone, r->email);
		str_release(&found);
		client_list_release(&l);
		client_release(&c);
	}
}

/* One of a thousand of that name is found, and the others are not told. */
static void
test_alike_crowd(struct store *s)
{
	struct client_list l;
	struct client c;

	for (int i = 0; i < 1000; i++)
		little_client(s, i == 700 ? "Ada" : "Xaver", "Crowd", "");
	client_init(&c);
	c.first = xstrdup("Adda");
	c.last = xstrdup("Crowt");
	must(store_client_alike(s, &c, LITTLE_COUNTRY, nicknames, &l), "alike");
	is_int(l.n, 0, "a slip in three letters needs the same last name");
	client_list_release(&l);
	xstrset(&c.last, "Crowd");
	must(store_client_alike(s, &c, LITTLE_COUNTRY, nicknames, &l), "alike");
	ok(l.n == 1 && strcmp(l.v[0].first, "Ada") == 0, "Adda is like Ada, not like Xaver");
	client_list_release(&l);
	client_release(&c);
}

static void
usual(struct store *s, int64_t id, int64_t service, int minutes, int64_t therapist, const char *why)
{
	struct client_usual u;

	must(store_client_usual(s, id, little_time(12, 0), &u), "usual");
	ok(u.service_id == service && u.minutes == minutes && u.therapist_id == therapist,
	    "usual: %s: %lld %d %lld", why, (long long)u.service_id, u.minutes,
	    (long long)u.therapist_id);
}

static void
visit(
    struct store *s, int64_t id, int months, int minutes, int64_t therapist, enum appt_state state)
{
	struct appt a = months_ago(id, months);

	a.therapist_id = therapist;
	a.start += 300; /* others are there in the morning */
	a.end = a.start + minutes;
	a.held = a.end;
	insert(s, a, state);
}

static void
test_usual(struct store *s)
{
	int64_t id = little_client(s, "Uma", "Usual", "");
	int64_t service = little_appt(id, 0, 0).service_id;

	usual(s, id, 0, 0, 0, "nothing without a visit");
	visit(s, id, 9, 60, little_mia, APPT_COMPLETED);
	usual(s, id, 0, 0, 0, "one visit is no habit");
	visit(s, id, 8, 30, little_mia, APPT_COMPLETED);
	usual(s, id, 0, 0, little_mia, "the therapist alone");
	visit(s, id, 7, 60, little_jon, APPT_COMPLETED);
	usual(s, id, service, 60, little_mia, "the service with its minutes");
	visit(s, id, 6, 30, little_jon, APPT_COMPLETED);
	usual(s, id, service, 30, little_jon, "of two as frequent the later");
	visit(s, id, 5, 60, little_mia, APPT_NOSHOW);
	visit(s, id, -2, 60, little_mia, APPT_BOOKED);
	visit(s, id, -3, 60, little_mia, APPT_BOOKED);
	usual(s, id, service, 30, little_jon, "neither what was missed nor what is to come");
}

static void
test_intake(struct store *s)
{
	int64_t id = little_client(s, "Ina", "Take", "");
	char *last = NULL;

	is_int(store_intake_note(s, id, "import", "allergic to nuts"), ERR_OK, "an intake note");
	is_int(store_intake_note(s, id, "desk", "and to oil"), ERR_OK, "another");
	must(store_intake_last(s, id, "import", &last), "last");
	is_str(last, "allergic to nuts", "the last one of a source");
	free(last);
	must(store_intake_last(s, id, "phone", &last), "last");
	is_str(last, "", "or none");
	free(last);
	is_int(store_intake_note(s, id, "rumour", "x"), ERR_FAILED, "from an unknown source");
	ok(strstr(err_message(), "nuts") == NULL, "health is not in the sentence");
}

int
main(void)
{
	struct store *s = little_open();

	test_round_trip(s);
	test_empty(s);
	test_former(s);
	test_stale(s);
	test_facts(s);
	test_alike(s);
	test_alike_crowd(s);
	test_usual(s);
	test_intake(s);
	must(store_commit(s), "commit");
	store_close(s);
	return done();
}
