/* Persons: who may do what, PINs, and what no practice without persons ever notices. */
#include <frontdesk/desk_booking.h>
#include <frontdesk/desk_client.h>
#include <frontdesk/desk_history.h>
#include <frontdesk/desk_person.h>
#include <frontdesk/mem.h>

#include "desk_fixture.h"

static struct desk d;

static void
has(const char *text, const char *part, const char *what)
{
	ok(strstr(text, part) != NULL, "%s: %s", what, text);
}

/* Adds a client: what every desk does. */
static enum err
write_something(struct desk *at)
{
	struct findings alike = {0};
	struct client c;
	enum err e =
	    desk_client_add(at, WORDS("Ada", "Smith"), 2, "another person", false, &c, &alike);

	findings_release(&alike);
	client_release(&c);
	return e;
}

/* A desk of another login at the same file. */
static struct desk
desk_of(const char *who)
{
	const struct desk_options o = fixture_options(who);
	struct desk other;

	if (desk_open(&other, &o) != ERR_OK)
		printf("Bail out! %s\n", err_message());
	return other;
}

static void
test_first(void)
{
	int64_t id = 0;

	ok(desk_me(&d) == NULL && desk_may_write(&d) && desk_may_set_up(&d) == ERR_OK,
	    "without persons everybody may");
	is_int(desk_person_save(&d, &id, WORDS("name=Ana", "login=ana", "role=owner"), 3),
	    ERR_REFUSED, "the first person is whoever adds");
	has(err_message(), "rita", "which is said");
	ok(!desk_has_persons(&d), "and nobody was added");
	id = 0;
	is_int(desk_person_save(&d, &id, WORDS("name=Rita"), 1), ERR_OK, "no role is asked for");
	is_str(desk_me(&d)->name, "Rita", "it is us");
	is_int(desk_me(&d)->role, PERSON_OWNER, "the owner");
	id = 0;
	is_int(desk_person_save(&d, &id, WORDS("login=ana", "name=Ana"), 2), ERR_USAGE,
	    "of the second the role is asked for");
	has(err_message(), "role", "by its name");
	is_int(desk_person_save(&d, &id, WORDS("login=ana", "role=boss"), 2), ERR_USAGE,
	    "no such role");
	has(err_message(), "role: \"boss\" is none of owner, desk, therapist, read-only",
	    "is named");
	is_int(desk_person_save(
		   &d, &id, WORDS("login=ana", "name=Ana", "role=desk", "therapist=mia"), 4),
	    ERR_OK, "a desk");
	id = 0;
	is_int(
	    desk_person_save(&d, &id, WORDS("login=bo", "role=read-only"), 2), ERR_OK, "a reader");
	id = 0;
	is_int(desk_person_save(&d, &id, WORDS("login=BO", "role=desk"), 2), ERR_REFUSED,
	    "a login is one person's");
}

static void
test_roles(void)
{
	struct desk ana = desk_of("ana"), bo = desk_of("bo"), eve = desk_of("eve");
	struct appt_list way = {0};
	int64_t id = 0;
	char *label = NULL;

	is_int(write_something(&ana), ERR_OK, "the desk writes");
	is_int(write_something(&bo), ERR_REFUSED, "the reader does not");
	has(err_message(), "bo may only look", "and is told");
	is_int(write_something(&eve), ERR_REFUSED, "nor does who is none of them");
	is_int(desk_set(&ana, "name", "Mine", NULL), ERR_REFUSED, "the desk sets nothing up");
	has(err_message(), "Rita", "and is told who does");
	is_int(desk_room_save(&ana, &id, WORDS("code=r9"), 1), ERR_REFUSED, "no rooms");
	is_int(
	    desk_hours(&ana, 1, "mon 9-10", CIVIL_DAY_NONE, 1, 0, &way), ERR_REFUSED, "no hours");
	id = 0;
	is_int(desk_person_save(&ana, &id, WORDS("login=x", "role=owner"), 2), ERR_REFUSED,
	    "no persons");
	is_int(desk_set(&d, "name", "Ours", NULL), ERR_OK, "the owner does");
	is_int(desk_undo(&d, &label), ERR_OK, "and takes it back");
	free(label);
	appt_list_release(&way);
	desk_close(&ana);
	desk_close(&bo);
	desk_close(&eve);
}

static void
test_as(void)
{
	struct desk_options o = fixture_options("ana");
	struct desk other;

	o.login = "bo";
	is_int(desk_open(&other, &o), ERR_REFUSED, "acting as someone else is the owner's");
	has(err_message(), "you are bo", "and says who we are");
	o.login = "rita";
	is_int(desk_open(&other, &o), ERR_OK, "who may");
	is_int(desk_set(&other, "name", "X", NULL), ERR_REFUSED, "with the rights of that person");
	desk_close(&other);
}

static void
test_pins(void)
{
	struct desk shared;
	int64_t ana = 0, rita = 0;
	char *hash;
	int wrong = 0;

	if (practice_find_person(&d.practice, "ana", &ana) != ERR_OK ||
	    practice_find_person(&d.practice, "rita", &rita) != ERR_OK)
		printf("Bail out! no persons\n");
	is_int(desk_person_pin(&d, ana, "12"), ERR_USAGE, "too short for a PIN");
	ok(strstr(err_message(), "12 ") == NULL || strstr(err_message(), "4 to 12") != NULL,
	    "which is not repeated");
	is_int(desk_person_pin(&d, ana, "12ab"), ERR_USAGE, "not of digits");
	is_int(desk_person_pin(&d, ana, "1234"), ERR_OK, "the owner sets Ana's");
	is_int(store_person_pin(d.store, ana, &hash), ERR_OK, "its hash");
	ok(strncmp(hash, "$y$", 3) == 0 && strstr(hash, "1234") == NULL, "is of yescrypt");
	free(hash);
	shared = desk_of("shared");
	is_int(desk_sign_in(&shared, "ana", "4321"), ERR_REFUSED, "a wrong PIN");
	is_int(desk_sign_in(&shared, "nobody", "1234"), ERR_REFUSED, "a wrong name");
	is_int(desk_sign_in(&shared, "rita", ""), ERR_REFUSED, "no PIN is none that fits");
	is_str(shared.options.who, "shared", "nobody came in");
	ok(desk_wrong_pins(&shared, 60, &wrong) == ERR_OK && wrong == 3, "all three are counted");
	ok(desk_wrong_pins(&d, 60, &wrong) == ERR_OK && wrong == 0, "not as another login's");
	is_int(desk_sign_in(&shared, "ana", "1234"), ERR_OK, "the right one");
	is_str(shared.options.who, "ana", "Ana acts");
	shared.options.who = "shared";
	ok(desk_wrong_pins(&shared, 60, &wrong) == ERR_OK && wrong == 0, "the right one ends that");
	shared.options.who = "ana";
	is_int(write_something(&shared), ERR_OK, "and writes");
	is_int(desk_person_pin(&shared, rita, "1111"), ERR_REFUSED, "another's PIN is not hers");
	is_int(desk_person_pin(&shared, ana, "5678"), ERR_OK, "her own is");
	desk_close(&shared);
}

static bool
look_for(void *arg, const struct audit *a)
{
	struct str *all = arg;

	str_addf(all, "%s|%s|%s|%s\n", a->who, a->action, a->old, a->new_);
	return true;
}

static void
test_audit(void)
{
	const struct audit_query q = {.record = "person"};
	struct str all = {0};

	is_int(store_audit(d.store, &q, look_for, &all), ERR_OK, "the audit of persons");
	has(str_text(&all), "ana|Signed in|", "who signed in");
	has(str_text(&all), "shared|Wrong PIN|", "and who could not");
	has(str_text(&all), "role=read-only", "what was set up");
	ok(strstr(str_text(&all), "$y$") == NULL, "no hash");
	ok(strstr(str_text(&all), "1234") == NULL && strstr(str_text(&all), "4321") == NULL,
	    "no PIN, right or wrong");
	str_release(&all);
}

static void
test_owner_stays(void)
{
	int64_t rita = desk_me(&d)->id, ana = 0, bo = 0;

	is_int(desk_person_save(&d, &rita, WORDS("role=desk"), 1), ERR_REFUSED,
	    "the last owner stays one");
	is_int(desk_person_archive(&d, rita, true), ERR_REFUSED, "and is not archived");
	is_int(desk_person_save(&d, &rita, WORDS("login=other"), 1), ERR_REFUSED,
	    "and does not lock herself out");
	is_int(desk_me(&d)->role, PERSON_OWNER, "nothing was changed");
	is_int(practice_find_person(&d.practice, "ana", &ana), ERR_OK, "Ana");
	is_int(practice_find_person(&d.practice, "bo", &bo), ERR_OK, "and Bo");
	is_int(desk_person_archive(&d, ana, true), ERR_OK, "others go");
	is_int(desk_person_archive(&d, bo, true), ERR_OK, "one by one");
	is_int(desk_person_archive(&d, rita, true), ERR_OK, "the last one may");
	ok(!desk_has_persons(&d) && desk_may_write(&d), "then nobody is asked again");
}

static int64_t
person(const char *login)
{
	int64_t id = 0;

	if (practice_find_person(&d.practice, login, &id) != ERR_OK)
		printf("Bail out! %s\n", err_message());
	return id;
}

/* Who was an owner undoes and redoes as one no more. */
static void
test_redo(void)
{
	int64_t id = person("ana");
	struct desk ana;
	char *label = NULL;

	is_int(desk_person_save(&d, &id, WORDS("role=owner"), 1), ERR_OK, "a second owner");
	ana = desk_of("ana");
	id = 0;
	is_int(desk_person_save(&ana, &id, WORDS("login=evil", "role=owner"), 2), ERR_OK,
	    "adds a third");
	is_int(desk_undo(&ana, &label), ERR_OK, "and takes that back");
	free(label);
	is_int(desk_undo(&d, &label), ERR_OK, "is owner no more");
	free(label);
	is_int(desk_redo(&ana, &label), ERR_REFUSED, "and does not add it again");
	has(err_message(), "for the owner", "which is said");
	is_int(desk_reload(&d), ERR_OK, "nobody");
	ok(practice_find_person(&d.practice, "evil", &id) != ERR_OK, "was added");
	desk_close(&ana);
}

/* Nobody comes in by the login of a shared desk: there a PIN is all that an owner has. */
static void
test_owner_by_pin(void)
{
	struct desk_options o = fixture_options("shared");
	struct desk shared;
	int64_t rita = person("rita");
	char *label = NULL;

	is_int(desk_person_pin(&d, rita, "2468"), ERR_OK, "the owner's PIN");
	o.login = "shared";
	is_int(desk_open(&shared, &o), ERR_OK, "a shared login");
	is_int(desk_sign_in(&shared, "rita", "2468"), ERR_OK, "she signs in");
	is_int(desk_undo(&shared, &label), ERR_REFUSED, "undoing leaves an owner");
	has(err_message(), "no owner would be left", "which is said");
	ok(desk_me(&shared)->has_pin, "and nothing was changed");
	is_int(desk_person_pin(&shared, rita, ""), ERR_REFUSED, "as taking it away does");
	has(err_message(), "login shared", "of whoever came");
	desk_close(&shared);
	is_int(desk_undo(&d, &label), ERR_OK, "by her own login she may");
	free(label);
}

/* That a therapist runs late is no setting up: every desk says it, and takes it back. */
static void
test_desk_marks(void)
{
	const civil_day today = civil_day_of(desk_now(&d));
	struct desk ana = desk_of("ana"), bo = desk_of("bo");
	int64_t mia = d.practice.therapists.v[0].id;
	char *label = NULL;

	is_int(desk_runs_late(&ana, mia, today, 20), ERR_OK, "the desk marks who runs late");
	is_int(desk_undo(&ana, &label), ERR_OK, "and undoes it");
	free(label);
	is_int(therapist_late(practice_therapist(&ana.practice, mia), today), 0, "in time");
	is_int(desk_redo(&ana, &label), ERR_OK, "and redoes it");
	free(label);
	is_int(therapist_late(practice_therapist(&ana.practice, mia), today), 20, "late");
	is_int(desk_runs_late(&bo, mia, today, 5), ERR_REFUSED, "a reader does not");
	desk_close(&ana);
	desk_close(&bo);
}

static bool
give_up(void *arg)
{
	(void)arg;
	return true;
}

/* Who came in must stand in the audit. */
static void
test_sign_in_busy(void)
{
	const struct store_step step = desk_step(&d, "Held");
	struct desk shared = desk_of("shared");

	if (store_begin(d.store, &step) != ERR_OK)
		printf("Bail out! %s\n", err_message());
	store_on_wait(shared.store, give_up, NULL);
	is_int(desk_sign_in(&shared, "ana", "5678"), ERR_BUSY, "while another writes");
	is_str(shared.options.who, "shared", "nobody came in");
	store_rollback(d.store);
	is_int(desk_sign_in(&shared, "ana", "5678"), ERR_OK, "then");
	desk_close(&shared);
}

static void
set_zone(const char *zone)
{
	const struct store_step step = {.who = "x", .at = desk_utc(&d), .no_undo = true};

	if (store_begin(d.store, &step) != ERR_OK ||
	    store_setting_set(d.store, SETTING_ZONE, zone) != ERR_OK ||
	    store_commit(d.store) != ERR_OK)
		printf("Bail out! %s\n", err_message());
}

/* What cannot be read again ends the change that was begun. */
static void
test_pin_unread(void)
{
	int64_t id = person("ana");
	struct desk ana = desk_of("ana");

	set_zone("Mars/Base");
	ok(desk_person_pin(&ana, id, "1357") != ERR_OK, "no such zone");
	set_zone("America/New_York");
	is_int(desk_person_pin(&ana, id, "1357"), ERR_OK, "the next one is begun anew");
	desk_close(&ana);
}

int
main(void)
{
	fixture_open(&d);
	test_first();
	test_roles();
	test_as();
	test_pins();
	test_audit();
	test_redo();
	test_owner_by_pin();
	test_desk_marks();
	test_sign_in_busy();
	test_pin_unread();
	test_owner_stays();
	desk_close(&d);
	return done();
}
