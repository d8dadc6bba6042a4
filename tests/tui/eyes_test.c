/* One desk, several persons: whose eyes see what of flags, and of what is half typed. */
#include "health.h"

#include "../../src/tui/booking_dialog.h"
#include "../../src/tui/lock.h"
#include "../../src/tui/parked.h"

static void
add_person(struct desk *d, const char *pin, char *const *words, size_t n)
{
	int64_t id = 0;

	must(desk_person_save(d, &id, words, n));
	must(desk_person_pin(d, id, pin));
}

static void
set_up(struct tui *t)
{
	add_person(&t->d, "1111", WORDS("name=Rita", "login=rita"), 2);
	add_person(&t->d, "2222", WORDS("login=ana", "name=Ana", "role=desk"), 3);
	add_person(&t->d, "3333", WORDS("login=bo", "name=Bo", "role=desk"), 3);
	add_person(
	    &t->d, "5555", WORDS("login=leo", "name=Leo", "role=therapist", "therapist=mia"), 4);
	app_changed(&t->a);
}

static void
sign_in(struct tui *t, const char *who, const char *pin)
{
	struct str keys = {0};

	lock_screen(&t->a);
	str_addf(&keys, "%s[%s] Enter [%s] Enter", t->a.lock.at_name ? "" : "Tab ", who, pin);
	tui_keys(t, str_text(&keys));
	is_str(t->d.options.who, who, "%s signs in", who);
	str_release(&keys);
}

/* --- Flags ------------------------------------------------------------------------------------ */

/* What stands in the way of Seamus O'Brien is said in every place, by its name or not. */
static void
test_flags(struct tui *t, const char *who, const char *pin, bool named)
{
	static const struct {
		const char *where, *keys, *back;
	} places[] = {
	    {"a booking", "D t n[o'brien dt60 jon fri 15:00] Enter", "Esc O x x D"},
	    {"what is asked", "D t n[o'brien dt60 jon fri 15:00] Ctrl-S", "Esc Esc O x x D"},
	    {"an appointment", OBRIEN "e Ctrl-U [dt60] Tab Ctrl-U [jon] Tab", "Esc O x x D"},
	    {"free time", "F [o'brien dt60 jon fri] Enter Enter", "Esc Esc Esc O x x D"},
	};

	sign_in(t, who, pin);
	for (size_t i = 0; i < array_size(places); i++) {
		tui_keys(t, places[i].keys);
		ok(tui_shows(t, "caps at 3"), "%s: %s tells of the flag", who, places[i].where);
		ok(tui_shows(t, "herniated") == named && !tui_shows(t, "blood thinner"),
		    "%s by its name", named ? "and" : "but not");
		tui_keys(t, places[i].back);
	}
}

/* --- What is half typed ------------------------------------------------------------------------
 */

static void
test_parked(struct tui *t)
{
	tui_keys(t, "D t");
	sign_in(t, "ana", "2222");
	tui_keys(t, "n[jones sw60 fri 15:00] Enter [stroke:zxsecret] Esc");
	ok(tui_shows(t, "1 parked"), "a booking is parked");
	sign_in(t, "bo", "3333");
	ok(!tui_shows(t, "parked"), "another at the desk has none");
	tui_keys(t, "O");
	ok(tui_shows(t, "Nothing is parked.") && !tui_shows(t, "jones"), "nor in the list");
	tui_keys(t, "Enter x x Esc n[patel sw60 fri 16:00] Esc O");
	ok(tui_shows(t, "patel") && !tui_shows(t, "zxsecret"), "but what is theirs");
	tui_keys(t, "Enter");
	is_str(tui_field(t, BOOKING_CLIENT), "patel sw60 fri 16:00", "which comes back");
	tui_keys(t, "Esc O x x");
	ok(tui_shows(t, "Nothing is parked."), "and is thrown away");
	sign_in(t, "ana", "2222");
	ok(tui_shows(t, "1 parked"), "who typed it has it still");
	tui_keys(t, "O Enter");
	is_str(tui_field(t, BOOKING_HEARD), "stroke:zxsecret", "with all of it");
	tui_keys(t, "Esc");
	sign_in(t, "leo", "5555");
	tui_keys(t, "O Enter");
	is_str(tui_field(t, BOOKING_HEARD), "stroke:zxsecret", "a therapist may see it");
	tui_keys(t, "Esc");
}

/* What is on the screen when another signs in is put aside for who was there. */
static void
test_open(struct tui *t)
{
	sign_in(t, "ana", "2222");
	tui_keys(t, "O Enter ?");
	sign_in(t, "bo", "3333");
	ok(!tui_shows(t, "zxsecret") && app_where(&t->a) == IN_DAY,
	    "what was open is not there for another");
	is_str(tui_message(t), "You are Bo.", "who is told who they are");
	sign_in(t, "ana", "2222");
	ok(tui_shows(t, "1 parked"), "it is parked");
	sign_in(t, "leo", "5555");
	tui_keys(t, "n[o'brien dt60 jon fri 15:00] Ctrl-S");
	ok(app_where(&t->a) == IN_REASON && tui_shows(t, "herniated"), "a therapist is asked");
	sign_in(t, "ana", "2222");
	ok(!tui_shows(t, "herniated") && app_where(&t->a) == IN_DAY, "and the desk is not");
}

/* A draft of an earlier start is of who typed it. */
static void
test_draft(struct tui *t)
{
	char folder[] = "/tmp/frontdesk-drafts-XXXXXX";
	const struct draft_place place = {mkdtemp(folder), fixture_path};
	struct tui next;

	sign_in(t, "ana", "2222");
	t->a.drafts = place;
	tui_keys(t, "n[patel sw60 fri 16:00] Enter [stroke:zxdraft] Esc");
	while (t->a.parked.n > 0) {
		struct view *v = t->a.parked.v[--t->a.parked.n];

		v->ops->release(v);
	}
	tui_start(&next, "bo", 24, 80);
	next.a.drafts = place;
	parked_find(&next.a);
	ok(!tui_shows(&next, "half typed") && !tui_shows(&next, "parked"),
	    "the next start tells another of nothing");
	sign_in(&next, "ana", "2222");
	tui_keys(&next, "O Enter");
	is_str(tui_field(&next, BOOKING_HEARD), "stroke:zxdraft", "who typed it has it");
	tui_keys(&next, "Esc O x x");
	tui_stop(&next);
	t->a.drafts = (struct draft_place){0};
	ok(rmdir(folder) == 0, "and no draft is left");
}

int
main(void)
{
	struct tui t;

	health_practice();
	tui_start(&t, "rita", 40, 120);
	set_up(&t);
	test_flags(&t, "rita", "1111", true);
	test_flags(&t, "leo", "5555", true);
	test_flags(&t, "ana", "2222", false);
	test_parked(&t);
	test_open(&t);
	test_draft(&t);
	tui_stop(&t);
	return done();
}
