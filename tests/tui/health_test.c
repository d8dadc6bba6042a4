/* The health question and form: by literal keys, what is kept, who sees what, and who does not. */
#include <dirent.h>
#include <sys/stat.h>

#include "health.h"

#include "../../src/tui/intake_form.h"
#include "../../src/tui/parked.h"

static void
size(struct tui *t, int rows, int columns)
{
	tui_event(t, (struct event){.kind = EVENT_RESIZE, .rows = rows, .columns = columns});
}

/* What a client told last: "conditions disc@2026-06-01" and the like, a field after the other. */
static const char *
told(struct tui *t, const char *who)
{
	static char buf[1024];
	struct str s = {0};
	struct intake in;

	must(store_intake(t->d.store, health_client(&t->d, who), &in));
	for (enum intake_field f = 0; f < INTAKE_FIELD_COUNT; f++) {
		struct str value = {0};

		intake_write(&value, &in, f);
		if (value.n > 0)
			str_addf(&s, "%s%s %s", s.n > 0 ? "; " : "", intake_field_rows[f].word,
			    str_text(&value));
		str_release(&value);
	}
	for (size_t i = 0; i < in.regions.n; i++) {
		str_add(&s, i > 0 ? " " : "; ");
		region_write(&s, &in.regions.v[i]);
	}
	snprintf(buf, sizeof(buf), "%s", str_text(&s));
	str_release(&s);
	intake_release(&in);
	return buf;
}

static const char obrien[] = "goals pain; pressure 3; conditions disc@2026-06-01; "
			     "medications bloodthinner@2026-09-02; lbL6 +trB";

static int64_t
stamped(struct tui *t)
{
	int64_t at = 0;

	must(desk_intake_stamp(&t->d, health_client(&t->d, "o'brien"), &at));
	return civil_day_of(desk_civil(&t->d, at));
}

/* --- The question ---------------------------------------------------------------------------- */

static void
test_question(struct tui *t)
{
	const int64_t september = stamped(t);

	tui_keys(t, OBRIEN "h");
	ok(app_where(&t->a) == IN_CHANGE, "h asks of who has arrived");
	ok(tui_shows(t, "Any change since 2 Sep?  n no · y form · Esc not asked"), "by the date");
	ok(tui_shows(t, "last told 2 Sep, 82 days ago"), "and the age");
	tui_golden(t, "health-question-80");
	tui_keys(t, "Esc");
	is_str(tui_message(t), "Not asked.", "Esc: not asked");
	tui_keys(t, "h Down");
	ok(app_where(&t->a) == IN_DAY, "any other key closes it");
	is_str(tui_message(t), "Not asked.", "and says so");
	is_int(stamped(t), september, "nothing was stamped");
	tui_keys(t, OBRIEN "h n");
	is_str(tui_message(t), "No change in health, asked today: 10:30 O'Brien.  u Undo",
	    "hn: no change, in two keys");
	is_int(stamped(t), civil_day_of(desk_now(&t->d)), "it is stamped with today");
	is_str(told(t, "o'brien"), obrien, "what was told stands");
	tui_keys(t, "u");
	ok(stamped(t) == september, "u takes it back at once: %s", tui_message(t));
	tui_keys(t, "h y");
	ok(app_where(&t->a) == (IN_DIALOG | IN_INTAKE), "hy opens the form");
	tui_keys(t, "Esc");
}

/* Where else it asks, and where it opens the form. */
static void
test_ways(struct tui *t)
{
	tui_keys(t, OBRIEN "Enter h");
	ok(app_where(&t->a) == IN_CHANGE, "an open appointment asks, too");
	tui_keys(t, "Esc Esc C /[o'brien] Enter Enter h");
	ok(app_where(&t->a) == IN_CHANGE, "and the client's card, of the visit");
	size(t, 40, 120);
	tui_golden(t, "health-question-120");
	size(t, 16, 60);
	tui_golden(t, "health-question-60");
	size(t, 24, 80);
	tui_keys(t, "n");
	ok(strncmp(tui_message(t), "No change", 9) == 0, "n there: %s", tui_message(t));
	tui_keys(t, "u");
	ok(strncmp(tui_message(t), "Undone", 6) == 0, "u there: %s", tui_message(t));
	tui_keys(t, "Esc h");
	ok(tui_shows(t, "Health of O'Brien, Seamus"), "the list of clients opens the form");
	tui_keys(t, "Esc C /[jones] Enter Enter h");
	ok(tui_shows(t, "Health of Jones, Tom") && tui_shows(t, "Nothing was told yet."),
	    "of who has not arrived the form is opened");
	tui_keys(t, "Esc D t Right Right Right Right g[17:30] Enter h");
	is_str(tui_message(t), "Nothing is booked here; n books.", "nobody is nobody");
	tui_keys(t, "D t Left Left Left Left Left g[11:30] Enter a h");
	ok(tui_shows(t, "Health of Novak, Jan") && tui_shows(t, "Nothing was told yet."),
	    "there is no change from nothing");
	tui_keys(t, "Esc u");
}

/* --- The form -------------------------------------------------------------------------------- */

/* Words that name what is not told: the form says what, the message over the counter only that. */
static void
test_named(struct tui *t)
{
	tui_keys(t, OBRIEN "h y Tab [since the stroke, disc]");
	ok(tui_shows(t, "Named but not told: stroke; tell it as conditions=+stroke"), "as typed");
	tui_keys(t, "Ctrl-S");
	ok(strstr(tui_message(t), "More is named than told") != NULL &&
		strstr(tui_message(t), "stroke") == NULL,
	    "that it is so: %s", tui_message(t));
	tui_keys(t, "h y");
	ok(tui_shows(t, "Named but not told: stroke"), "opened again it is said again");
	tui_keys(t, "Esc u");
}

static void
test_form(struct tui *t)
{
	tui_keys(t, OBRIEN "h y");
	tui_golden(t, "health-form-80");
	ok(tui_shows(t, "ADAPT blood thinner") && tui_shows(t, "82 days ago, by rita (desk)"),
	    "flags with level, name and prompt, age, source and who");
	ok(strstr(tui_line(t, -2), "disc@past") == NULL, "goals have no place and no past");
	tui_keys(t, "Ctrl-S");
	is_str(tui_message(t), "Nothing was changed.", "nothing is told twice");
	tui_keys(t, "h y PgDn [post] Enter [ac] Enter [6] Enter [8] PgDn");
	ok(strncmp(tui_field(t, INTAKE_CAUSE), "posture", 7) == 0, "type-ahead, of one");
	is_str(tui_field(t, INTAKE_ONSET), "acute", "of words");
	tui_keys(t, "[3R7 +4B -ab]");
	is_str(tui_field(t, INTAKE_PRESSURE), "lbL6 +trB lbR7 +shB -ab",
	    "places in their notation, picked by digits");
	ok(tui_shows(t, "+trB") && tui_shows(t, "7; both shoulder: focus; abdomen: avoid"),
	    "and in words");
	tui_keys(t, "PgDn [2] PgDn [bp]");
	tui_golden(t, "health-typing-80");
	ok(tui_shows(t, "> bp "), "what it is comes before what begins so");
	tui_keys(t, "Enter [surgery@20 oct:knee] Tab Tab [12.2.] Tab");
	tui_keys(t, "Shift-Tab");
	ok(tui_shows(t, "= Fri 12 Feb 2027, week 28, trimester 3"),
	    "a due date is echoed in weeks");
	tui_keys(t, "Ctrl-U Ctrl-S");
	is_str(tui_message(t), "Health noted: O'Brien, Seamus. The therapist first: !C  u Undo",
	    "saved, with the mark alone");
	is_str(told(t, "o'brien"),
	    "goals pain; cause posture; onset acute; pain 6; worst 8; pressure 2; "
	    "conditions disc@2026-06-01, bp@2026-11-23, surgery@2026-10-20:knee; "
	    "medications bloodthinner@2026-09-02; lbL6 +trB lbR7 +shB -ab",
	    "what was changed, and what was not");
	tui_keys(t, "u");
	is_str(told(t, "o'brien"), obrien, "u takes it back: %s", tui_message(t));
}

/* Taken out, changed, and what is not understood. */
static void
test_mending(struct tui *t)
{
	tui_keys(t, OBRIEN "h y PgDn PgDn Ctrl-U [lbL3 trB] PgDn PgDn Ctrl-U Tab Ctrl-U Ctrl-S");
	is_str(told(t, "o'brien"), "goals pain; pressure 3; lbL3 trB",
	    "what is emptied is told no more, a place is told anew");
	tui_keys(t, "u h y PgDn PgDn [xx] Tab PgDn [nonsense] Ctrl-S");
	ok(tui_shows(t, "Not saved: ") && tui_shows(t, "field 13 of 30: Where"),
	    "the first field at fault has the cursor");
	tui_keys(t, "Ctrl-W Ctrl-S");
	ok(tui_shows(t, "\"nonsense\"") && tui_shows(t, "field 15 of 30: Conditions"),
	    "then the next");
	is_str(told(t, "o'brien"), obrien, "nothing was saved");
	tui_keys(t, "Ctrl-W PgDn PgDn [for mia] Tab [paper] Enter [ann] Enter Enter");
	ok(strncmp(tui_message(t), "Health noted", 12) == 0, "a note alone: %s", tui_message(t));
	tui_keys(t, "h y Ctrl-V");
	ok(tui_shows(t, "Mon 23 Nov 2026, annual by rita (paper)"), "from where, and what it is");
	tui_keys(t, "Esc Esc u");
}

static void
test_versions(struct tui *t)
{
	tui_keys(t, OBRIEN "h y Ctrl-V");
	ok(tui_shows(t, "Told before by O'Brien"), "Ctrl-V: what was told before");
	ok(tui_shows(t, "Pressure liked: 4 firm -> 3 medium"), "and what changed");
	ok(strstr(tui_line(t, 3), "> ") != NULL, "the selection is seen");
	tui_keys(t, "Down PgDn End Home [x] Esc");
	ok(tui_shows(t, "field 1 of 30"), "Esc goes back to the fields");
	is_str(tui_field(t, 0), "pain, ", "nothing was typed into them");
	tui_keys(t, "Ctrl-V");
	size(t, 16, 60);
	tui_golden(t, "health-versions-60");
	size(t, 40, 120);
	tui_golden(t, "health-versions-120");
	tui_keys(t, "Esc");
	tui_golden(t, "health-form-120");
	ok(tui_shows(t, "Changed then") && tui_shows(t, "Mon 1 Jun 2026, new by anna (phone)"),
	    "from 110 columns on beside the form");
	size(t, 16, 60);
	tui_golden(t, "health-form-60");
	size(t, 24, 80);
	tui_keys(t, "Ctrl-V");
	tui_golden(t, "health-versions-80");
	tui_keys(t, "Esc Esc");
}

/* Another desk tells something while one types. */
static void
test_two_desks(struct tui *t)
{
	tui_keys(t, OBRIEN "h y PgDn [lift] Tab");
	health_told("2026-11-23T09:00", "o'brien", "leo", WORDS("pressure=2", "conditions=+bp"), 2);
	tui_keys(t, "Ctrl-S");
	ok(tui_shows(t, "leo told something new") &&
		strcmp(tui_field(t, form_field_of(INTAKE_PRESSURE)), "2") == 0,
	    "said, and shown");
	is_str(tui_field(t, INTAKE_CAUSE), "lift", "what is typed stays");
	tui_keys(t, "Ctrl-S");
	is_str(told(t, "o'brien"),
	    "goals pain; cause lift; pressure 2; conditions disc@2026-06-01, bp@2026-11-23; "
	    "medications bloodthinner@2026-09-02; lbL6 +trB",
	    "and is saved over what leo told");
}

/* --- Parked ---------------------------------------------------------------------------------- */

/* The only file of the folder. */
static const char *
only_file(const char *folder)
{
	static char path[300];
	DIR *dir = opendir(folder);
	const struct dirent *e;

	path[0] = '\0';
	while (dir != NULL && (e = readdir(dir)) != NULL)
		if (e->d_name[0] != '.')
			snprintf(path, sizeof(path), "%s/%s", folder, e->d_name);
	if (dir != NULL)
		closedir(dir);
	return path;
}

static void
test_parked(struct tui *t)
{
	char folder[] = "/tmp/frontdesk-health-XXXXXX";
	struct stat st;

	if (mkdtemp(folder) == NULL)
		must(err_set(ERR_FAILED, "no folder"));
	t->a.drafts = (struct draft_place){folder, fixture_path};
	tui_keys(t, OBRIEN "h y PgDn PgDn PgDn PgDn [epi] Enter Ctrl-B Esc Esc O");
	ok(tui_shows(t, "> Health of O'Brien, Seamus, just now"), "parked, by client and age");
	ok(!tui_shows(t, "pain") && !tui_shows(t, "epi"), "and by nothing else");
	is_int(stat(only_file(folder), &st), 0, "a draft is kept");
	is_int(st.st_mode & 0777, 0600, "for one's own eyes");
	ok(strstr(only_file(folder), "rien") == NULL, "under a name that says nothing");
	tui_keys(t, "F12");
	ok(tui_shows(t, "> health, just now") && !tui_shows(t, "Brien"), "by no name in privacy");
	tui_keys(t, "F12 D");
	tui_stop(t);
	tui_start(t, "rita", 24, 80);
	t->a.drafts = (struct draft_place){folder, fixture_path};
	parked_find(&t->a);
	tui_keys(t, "O Enter Ctrl-S");
	ok(strstr(told(t, "o'brien"), "epilepsy@2026-11-23") != NULL, "the next start goes on: %s",
	    tui_message(t));
	is_str(only_file(folder), "", "then no draft is left");
	tui_keys(t, "u");
	t->a.drafts = (struct draft_place){0};
	rmdir(folder);
}

/* --- Who sees what --------------------------------------------------------------------------- */

static void
add_persons(struct tui *t)
{
	int64_t rita = 0, ana = 0, max = 0, leo = 0;

	must(desk_person_save(&t->d, &rita, WORDS("name=Rita"), 1));
	must(desk_person_save(&t->d, &ana, WORDS("login=ana", "name=Ana", "role=desk"), 3));
	must(desk_person_save(&t->d, &max, WORDS("login=max", "name=Max", "role=read-only"), 3));
	must(desk_person_save(
	    &t->d, &leo, WORDS("login=leo", "name=Leo", "role=therapist", "therapist=mia"), 4));
	app_changed(&t->a);
}

static void
test_desk(struct tui *t)
{
	t->d.options.who = "ana";
	tui_keys(t, OBRIEN "h y");
	tui_golden(t, "health-hidden-80");
	tui_keys(t, "Ctrl-V");
	ok(tui_shows(t, "both upper trapezius: focus") && !tui_shows(t, "blood thinner (2 Sep"),
	    "nor what was told before, but for what it may see");
	tui_keys(t, "Esc PgDn PgDn");
	ok(tui_shows(t, "Where              lbL6 +trB"), "the desk sees places");
	tui_keys(t, "PgDn PgDn");
	ok(tui_shows(t, "Conditions         kept for the therapist") &&
		!tui_shows(t, "herniated disc (1 Jun"),
	    "not the answers");
	tui_keys(t, "[-disc]");
	ok(tui_shows(t, "here something is added"), "which can only be added to");
	tui_keys(t, "Ctrl-U [epi] Enter [+fever] PgDn Ctrl-S");
	ok(strncmp(tui_message(t), "Health noted", 12) == 0, "saved: %s", tui_message(t));
	ok(strstr(told(t, "o'brien"), "disc@2026-06-01") != NULL &&
		strstr(told(t, "o'brien"), "epilepsy@2026-11-23, fever@2026-11-23") != NULL,
	    "what was told stands, with what is new: %s", told(t, "o'brien"));
	tui_keys(t, "u Ctrl-P 1 1 6 7 3 1 Ctrl-S");
	ok(strstr(told(t, "o'brien"), "disc@2026-06-01") != NULL &&
		strstr(told(t, "o'brien"), "saddle@2026-11-23") != NULL,
	    "so by the back-pain path: %s", told(t, "o'brien"));
	tui_keys(t, "u");
	t->d.options.who = "rita";
}

static void
test_reader(struct tui *t)
{
	char *before = xstrdup(told(t, "o'brien"));

	t->d.options.who = "max";
	tui_keys(t, OBRIEN "h n");
	ok(strstr(tui_message(t), "may look, and change nothing") != NULL ||
		t->a.message.v[0].role == ROLE_PROBLEM,
	    "a reader stamps nothing: %s", tui_message(t));
	tui_keys(t, "h y");
	ok(tui_shows(t, "kept for the therapist"), "a reader sees as the desk does");
	ok(tui_shows(t, "You may look, and change nothing here."), "and is told so");
	tui_keys(t, "PgDn [lift]");
	is_str(tui_field(t, INTAKE_CAUSE), "", "types nothing");
	tui_keys(t, "Ctrl-S");
	is_str(tui_message(t), "You may look, and change nothing here.", "and changes nothing");
	is_str(told(t, "o'brien"), before, "nothing at all");
	tui_keys(t, "Ctrl-U Esc");
	free(before);
	t->d.options.who = "rita";
}

/* What a therapist has open is not for who comes to the desk next. */
static void
test_shut(struct tui *t)
{
	t->d.options.who = "leo";
	tui_keys(t, OBRIEN "h y PgDn PgDn PgDn PgDn [epi] Enter");
	ok(tui_shows(t, "disc@2026-06-01, epilepsy"), "a therapist sees it");
	t->d.options.who = "ana";
	app_changed(&t->a);
	ok(!tui_shows(t, "disc@2026") && !tui_shows(t, "epilepsy") && tui_shows(t, "Begun by leo"),
	    "the desk does not");
	tui_golden(t, "health-shut-80");
	tui_keys(t, "[x] PgUp Ctrl-B Ctrl-V Ctrl-P Ctrl-S");
	ok(tui_shows(t, "Begun by leo"), "and cannot do anything with it");
	tui_keys(t, "Esc O Enter");
	ok(tui_shows(t, "Begun by leo") && !tui_shows(t, "disc@2026"), "nor when it is parked");
	tui_keys(t, "Esc");
	t->d.options.who = "leo";
	tui_keys(t, "O Enter Ctrl-B");
	t->d.options.who = "ana";
	app_changed(&t->a);
	ok(!tui_shows(t, "low back"), "the chart neither");
	tui_keys(t, "Enter");
	t->d.options.who = "leo";
	tui_keys(t, "Ctrl-S");
	ok(strncmp(tui_message(t), "Health noted", 12) == 0, "the therapist goes on: %s",
	    tui_message(t));
	tui_keys(t, "h Ctrl-C h y Ctrl-V");
	ok(tui_shows(t, "Mon 23 Nov 2026, update by leo (therapist)"),
	    "who is asked by the client");
	tui_keys(t, "Esc Esc u");
	t->d.options.who = "rita";
}

/* Nor after a start. */
static void
test_shut_draft(struct tui *t)
{
	char folder[] = "/tmp/frontdesk-health-XXXXXX";

	if (mkdtemp(folder) == NULL)
		must(err_set(ERR_FAILED, "no folder"));
	t->a.drafts = (struct draft_place){folder, fixture_path};
	t->d.options.who = "leo";
	tui_keys(t, OBRIEN "h y PgDn PgDn PgDn PgDn [epi] Enter Esc");
	tui_stop(t);
	tui_start(t, "ana", 24, 80);
	t->a.drafts = (struct draft_place){folder, fixture_path};
	parked_find(&t->a);
	tui_keys(t, "O Enter");
	ok(tui_shows(t, "Begun by leo") && !tui_shows(t, "epilepsy"),
	    "nor from a draft of an earlier start");
	tui_keys(t, "Esc O x x D");
	is_str(only_file(folder), "", "which can be thrown away");
	rmdir(folder);
	tui_stop(t);
	tui_start(t, "rita", 24, 80);
}

/* No health on what lies open on the desk: every label and code that was told, on every screen. */
static void
test_nowhere(struct tui *t)
{
	static const char *const screens[] = {OBRIEN, OBRIEN "v v", "C", "C /[o'brien] Enter", "O",
	    OBRIEN "H", "H H", "P", "F", OBRIEN "w", OBRIEN "h", OBRIEN "m", OBRIEN "x"};
	static const char *const words[] = {"disc", "herniated", "thinner", "epilep", "seizure",
	    "upper trapezius", "secretword", "slipped"};

	tui_keys(t, OBRIEN "h y Tab [secretword] PgDn PgDn PgDn PgDn [epi] Enter Ctrl-S");
	size(t, 40, 120);
	for (size_t i = 0; i < array_size(screens); i++) {
		tui_keys(t, screens[i]);
		for (size_t k = 0; k < array_size(words); k++)
			ok(!tui_shows(t, words[k]), "%s: no \"%s\"", screens[i], words[k]);
		tui_keys(t, "Esc Esc Esc D");
	}
	size(t, 24, 80);
	tui_keys(t, OBRIEN "F12 h y");
	ok(tui_shows(t, "Health of S.O.") && !tui_shows(t, "Brien"), "by initials in privacy");
	tui_keys(t, "Ctrl-V");
	ok(!tui_shows(t, "Brien"), "as what was told before");
	tui_keys(t, "Esc Ctrl-B");
	ok(!tui_shows(t, "Brien"), "the chart");
	tui_keys(t, "Esc Ctrl-P");
	ok(!tui_shows(t, "Brien"), "and the back-pain path");
	tui_keys(t, "Esc Tab Ctrl-U [x] Ctrl-S");
	ok(!tui_shows(t, "Brien"), "and what was done: %s", tui_message(t));
	tui_keys(t, "F12 u u");
}

/* What an import brought in and nobody read is said where health is. */
static void
test_unread(struct tui *t)
{
	must(desk_intake_words(&t->d, health_client(&t->d, "jones"), INTAKE_NEWEST,
	    WORDS("goals=pain", "source=import", "note=slipped disc in 2019"), 3));
	app_changed(&t->a);
	tui_keys(t, "Esc Esc D C /[jones] Enter Enter");
	ok(tui_shows(t, "An imported note waits to be read"), "on the client's card");
	tui_keys(t, "h");
	ok(tui_shows(t, "An imported note waits to be read."), "and in the form");
	tui_keys(t, "Esc D");
}

int
main(void)
{
	struct tui t;

	health_practice();
	tui_start(&t, "rita", 24, 80);
	test_question(&t);
	test_ways(&t);
	test_versions(&t);
	test_named(&t);
	test_form(&t);
	test_mending(&t);
	test_parked(&t);
	add_persons(&t);
	test_desk(&t);
	test_reader(&t);
	test_shut(&t);
	test_shut_draft(&t);
	test_nowhere(&t);
	test_two_desks(&t);
	test_unread(&t);
	tui_stop(&t);
	return done();
}
